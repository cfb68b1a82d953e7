"""Sound made ready for recognising: 16 kHz mono, without rumble, at an even level; and how loud it is.

All blocks are int16; the chain adds about 8 ms (the high-pass) and, away from 16 kHz, soxr's 6-19 ms.
"""

from __future__ import annotations

import math
from collections import deque

import numpy as np
import numpy.typing as npt
import soxr

from trainer.speech import HEARING_RATE

Samples = npt.NDArray[np.int16]
FRAME = 512
"""Samples in a frame (32 ms): what the voice activity detector takes."""

FRAME_SECONDS = FRAME / HEARING_RATE
SILENCE = -96.0
"""Level of digital silence in dBFS."""

_TAPS = 255
_CUT = 70.0


def level(samples: npt.NDArray[np.generic]) -> float:
    """Root mean square in dBFS, at least -96."""
    if not len(samples):
        return SILENCE
    power = float(np.mean(np.square(samples.astype(np.float64) / 32768.0)))
    return max(SILENCE, 10.0 * math.log10(power)) if power > 0 else SILENCE


class Resampler:
    """Any device rate to 16 kHz, as a stream."""

    def __init__(self, rate: int) -> None:
        self.rate = rate
        self._stream = (
            soxr.ResampleStream(rate, HEARING_RATE, 1, dtype="int16", quality="MQ") if rate != HEARING_RATE else None
        )

    def __call__(self, samples: Samples) -> Samples:
        """The block at 16 kHz (a little of it may come with the next block)."""
        if self._stream is None:
            return samples
        out: Samples = self._stream.resample_chunk(samples)
        return out


class HighPass:
    """Takes away hum and rumble below 70 Hz: a 255-tap windowed-sinc filter, overlap-save, 8 ms late."""

    def __init__(self) -> None:
        place = np.arange(_TAPS) - (_TAPS - 1) / 2
        low = 2 * _CUT / HEARING_RATE * np.sinc(2 * _CUT / HEARING_RATE * place) * np.hamming(_TAPS)
        self._taps = -low / low.sum()
        self._taps[(_TAPS - 1) // 2] += 1.0
        self._before = np.zeros(_TAPS - 1)

    def __call__(self, samples: Samples) -> Samples:
        """The block, filtered."""
        whole = np.concatenate([self._before, samples.astype(np.float64)])
        self._before = whole[len(whole) - (_TAPS - 1) :]
        return _to_int16(np.convolve(whole, self._taps, mode="valid"))


class AutomaticGain:
    """Brings the trainee's speech towards -26 dBFS, slowly, and only while speech is heard: silence is never pumped up.

    The gain moves at most 6 dB a second up and 18 dB a second down, within -6 to `most` dB.
    """

    TARGET = -26.0
    LEAST = -6.0

    def __init__(self, most: float = 15.0) -> None:
        self.most = most
        self.gain = 0.0

    def __call__(self, samples: Samples) -> Samples:
        """The block at the present gain; loud peaks are held at full scale."""
        if abs(self.gain) < 0.1:
            return samples
        return _to_int16(samples * 10.0 ** (self.gain / 20.0))

    def learn(self, raw: float, speech: bool) -> None:
        """One frame was heard at `raw` dBFS before the gain; `speech` says whether it was the trainee's."""
        if not speech or raw < -70.0:
            return
        wished = min(self.most, max(self.LEAST, self.TARGET - raw))
        step = wished - self.gain
        self.gain += max(-18.0 * FRAME_SECONDS, min(6.0 * FRAME_SECONDS, 0.1 * step))


class NoiseFloor:
    """The quietest fifth of the last six seconds, in dBFS (minimum statistics, Martin 2001, in its simplest form)."""

    def __init__(self) -> None:
        self._levels: deque[float] = deque(maxlen=int(6.0 / FRAME_SECONDS))

    def learn(self, raw: float) -> float:
        """Add one frame's level; the floor now."""
        self._levels.append(raw)
        ordered = sorted(self._levels)
        return ordered[len(ordered) // 5]


def _to_int16(samples: npt.NDArray[np.float64]) -> Samples:
    return np.clip(np.rint(samples), -32768, 32767).astype(np.int16)
