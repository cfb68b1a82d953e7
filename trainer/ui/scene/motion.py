"""How a calm person moves: breath, blinks, a slow sway, a look aside. Pure functions of time in seconds."""

from __future__ import annotations

import math
from itertools import accumulate

BREATH = 5.6
"""Seconds of one breath."""
BLINK = 0.16
"""Seconds of one blink."""
FACE_EASE = 0.22
"""Seconds from one expression to the next."""
MOUTH_SMOOTHING = 0.06
"""Seconds in which the mouth follows the voice by about two thirds."""

_PAUSES = (4.7, 3.9, 6.1, 5.2, 3.6, 6.8, 4.4, 5.7)  # seconds between blinks, 3.5 to 7, always in this order
_STARTS = tuple(accumulate(_PAUSES))
_ROUND = _STARTS[-1]


def breath(t: float) -> float:
    """-1..1: out and in."""
    return math.sin(t * 2 * math.pi / BREATH)


def lids(t: float) -> float:
    """0 (closed) .. 1 (open)."""
    phase = t % _ROUND
    for start in _STARTS:
        since = phase - (start - BLINK)
        if 0 <= since < BLINK:
            return abs(since - BLINK / 2) / (BLINK / 2)
    return 1.0


def sway(t: float) -> float:
    """Degrees the head leans by itself, at most 0.6, over nine seconds."""
    return 0.6 * math.sin(t * 2 * math.pi / 9)


def looks_away(t: float) -> float:
    """0..1: how much of the gaze is turned away just now. About one second in each six: nobody stares."""
    phase = t % 6.0
    if phase < 4.8:
        return 0.0
    rise = min(1.0, (phase - 4.8) / 0.15, (6.0 - phase) / 0.15)
    return max(0.0, rise)


def eased(share: float) -> float:
    """InOutSine of 0..1."""
    return 0.5 - 0.5 * math.cos(math.pi * max(0.0, min(1.0, share)))


def followed(value: float, target: float, seconds: float) -> float:
    """`value` after it has followed `target` for some seconds."""
    return target + (value - target) * math.exp(-seconds / MOUTH_SMOOTHING)
