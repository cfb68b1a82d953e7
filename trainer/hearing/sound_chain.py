"""From microphone blocks to frames that know their time, their level and whether somebody speaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from trainer.hearing.conditioning import (
    FRAME,
    FRAME_SECONDS,
    SILENCE,
    AutomaticGain,
    HighPass,
    NoiseFloor,
    Resampler,
    Samples,
    level,
)
from trainer.hearing.voice_activity import OFF, ON, VoiceActivity
from trainer.speech import HEARING_RATE, AudioChunk


@dataclass(frozen=True, slots=True)
class Frame:
    """32 ms of sound, ready for the recogniser. `time` is when it ended; `raw` its level before the gain (dBFS)."""

    pcm: bytes
    time: float
    raw: float
    floor: float
    speaking: bool
    probability: float


SURE_SPEECH = 0.7
"""Probability from which a frame tells how loud the trainee speaks."""

WHISPER_GAIN = 18.0
"""Decibels with which a quiet voice begins: at its own level the detector hears no whisper, and the gain would never
be learnt.
"""


class SoundChain:
    """Resampling, high-pass, gain, noise floor and voice activity, in that order."""

    def __init__(self, activity: VoiceActivity | None = None) -> None:
        self.activity = activity or VoiceActivity()
        self.gain = AutomaticGain()
        self._sure = SURE_SPEECH
        self._floor = NoiseFloor()
        self._resampler = Resampler(HEARING_RATE)
        self._high_pass = HighPass()
        self._rest: Samples = np.zeros(0, np.int16)

    def frames(self, chunk: AudioChunk) -> Iterator[Frame]:
        """The whole frames that are complete with this chunk."""
        if chunk.rate != self._resampler.rate:
            self._resampler = Resampler(chunk.rate)
        samples = self._high_pass(self._resampler(np.frombuffer(chunk.pcm, "<i2")))
        # Timed backwards from the newest sample, so that the resampler's delay never runs away.
        newest = chunk.time + chunk.seconds
        self._rest = np.concatenate([self._rest, samples])
        while len(self._rest) >= FRAME:
            frame, self._rest = self._rest[:FRAME], self._rest[FRAME:]
            yield self._frame(frame, newest - len(self._rest) / HEARING_RATE)

    def expect_quiet_voice(self, on: bool) -> None:
        """For a very soft voice: more gain, from the start, and less is needed to count as speech."""
        self.gain.most = 30.0 if on else 15.0
        self.gain.gain = max(self.gain.gain, WHISPER_GAIN) if on else min(self.gain.gain, self.gain.most)
        self.activity.on, self.activity.off = (0.35, 0.2) if on else (ON, OFF)
        self._sure = self.activity.on if on else SURE_SPEECH

    def deafen(self) -> None:
        """Forget the voice heard so far (the partner's own voice must not begin a turn)."""
        self.activity.reset()

    def _frame(self, frame: Samples, time: float) -> Frame:
        raw = level(frame)
        floor = self._floor.learn(raw) if raw > SILENCE else SILENCE
        louder = self.gain(frame)
        speaking = self.activity.hear(louder)
        self.gain.learn(raw, self.activity.probability > self._sure and raw > floor + 6.0)
        return Frame(louder.tobytes(), time, raw, floor, speaking, self.activity.probability)


__all__ = ["FRAME_SECONDS", "Frame", "SoundChain"]
