"""Trying the microphone out: a few seconds in memory, how loud, what was heard, and the sound to play back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from trainer.hearing.conditioning import FRAME, SILENCE, level
from trainer.hearing.sound_chain import SoundChain
from trainer.speech import HEARING_RATE, AudioChunk, RenderedLine

SECONDS = 4.0
FAINT, LOUD = -50.0, -8.0
"""Speech below the first (dBFS) is hard to recognise; above the second it is cut off at full scale."""

Verdict = Literal["good", "nothing", "muted", "faint", "loud", "noisy"]


@dataclass(frozen=True, slots=True)
class MicrophoneReport:
    """What a few seconds of sound were like: levels in dBFS, and the sound itself (only ever in memory)."""

    verdict: Verdict
    speech: float
    noise_floor: float
    sound: RenderedLine


class MicrophoneCheck:
    """Collects blocks until there are enough seconds. Keeps nothing but the last report's sound, in memory."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._wanted = seconds
        self._chain = SoundChain()
        self._pcm = bytearray()
        self._speech: list[float] = []
        self._floor = SILENCE
        self._zeros_only = True

    @property
    def done(self) -> bool:
        """Enough was heard."""
        return len(self._pcm) >= self._wanted * HEARING_RATE * 2

    def hear(self, chunk: AudioChunk) -> None:
        """One block from the microphone."""
        self._zeros_only = self._zeros_only and not any(chunk.pcm)
        for frame in self._chain.frames(chunk):
            self._pcm += frame.pcm
            self._floor = frame.floor
            if frame.probability > 0.5:
                self._speech.append(frame.raw)

    def report(self) -> MicrophoneReport:
        """How it was so far."""
        loud = float(np.percentile(self._speech, 75)) if len(self._speech) >= 5 else SILENCE
        return MicrophoneReport(self._verdict(loud), round(loud, 1), round(self._floor, 1), self._sound())

    def _verdict(self, loud: float) -> Verdict:
        if self._zeros_only:
            return "muted"
        if loud == SILENCE:
            return "nothing"
        if loud < FAINT:
            return "faint"
        if loud > LOUD:
            return "loud"
        return "noisy" if loud < self._floor + 10.0 else "good"

    def _sound(self) -> RenderedLine:
        samples = np.frombuffer(bytes(self._pcm), "<i2")
        step = HEARING_RATE // 30
        mouth = tuple(
            min(1.0, 10 ** (level(samples[at : at + step]) / 20) * 8)
            for at in range(0, max(0, len(samples) - FRAME), step)
        )
        return RenderedLine(bytes(self._pcm), HEARING_RATE, mouth, ())
