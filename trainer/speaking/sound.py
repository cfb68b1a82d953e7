"""Makes an engine's raw sound fit to be heard: even loudness, no clipping, soft edges; and the mouth's envelope."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt
import soxr

from trainer.speech import RenderedLine

Samples = npt.NDArray[np.float32]
"""Mono samples, -1..1."""

LOUDNESS = -22.0
"""Loudness of every voice in dB, by the K weighting of ITU-R BS.1770-4 over the parts that sound."""

PEAK = 10 ** (-3.5 / 20)
"""No sample is louder (-3.5 dBFS: resampling may add a little, and -3 is promised)."""

MOUTH_RATE = 30
"""Values a second in an envelope."""

_LEAD, _TAIL = 0.008, 0.06
_FADE_IN, _FADE_OUT = 0.008, 0.025


def polish(pcm: bytes, decibels: float = 0.0, rate: int = 22_050) -> Samples:
    """Trim the quiet edges of an engine's int16 sound, bring it to LOUDNESS + `decibels`, limit and fade it.

    Digital silence comes back empty.
    """
    samples: Samples = np.frombuffer(pcm[: len(pcm) // 2 * 2], "<i2").astype(np.float32) / np.float32(32768)
    samples = _trim(samples, rate)
    if not len(samples):
        return samples
    samples = samples - np.float32(samples.mean())
    gain = 10 ** ((LOUDNESS + decibels - loudness(samples, rate)) / 20)
    return _fade(_limit(samples * np.float32(gain), rate), rate)


def loudness(samples: Samples, rate: int) -> float:
    """K-weighted loudness in dB of what sounds (frames of 50 ms within 25 dB of the loudest); -120 for none."""
    size = rate // 20
    padded = np.concatenate([samples, np.zeros(-len(samples) % size, np.float32)])
    if not len(padded):
        return -120.0
    table = _k_gains(rate)
    places = np.linspace(0, len(table) - 1, len(padded) // 2 + 1)
    gains = np.interp(places, np.arange(len(table)), table)
    weighted = np.fft.irfft(np.fft.rfft(padded) * gains, len(padded))
    power = (weighted.reshape(-1, size) ** 2).mean(axis=1)
    if power.max() <= 1e-12:
        return -120.0
    loud = power[power > power.max() * 10**-2.5]
    return float(-0.691 + 10 * np.log10(loud.mean()))


@lru_cache(maxsize=4)
def _k_gains(rate: int) -> npt.NDArray[np.float64]:
    """Gains of the two filters from 0 to half the rate, close enough (6 Hz at 48 kHz) that a line joins them."""
    return np.sqrt(_k_weighting(np.linspace(0, rate / 2, 4097)))


def _k_weighting(hertz: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Power response of the two BS.1770-4 filters, evaluated from their 48 kHz coefficients."""
    z = np.exp(-2j * np.pi * np.minimum(hertz, 24_000) / 48_000)
    shelf = (1.53512485958697 - 2.69169618940638 * z + 1.19839281085285 * z**2) / (
        1 - 1.69065929318241 * z + 0.73248077421585 * z**2
    )
    high_pass = (1 - 2 * z + z**2) / (1 - 1.99004745483398 * z + 0.99007225036621 * z**2)
    response: npt.NDArray[np.float64] = np.abs(shelf * high_pass) ** 2
    return response


def _trim(samples: Samples, rate: int) -> Samples:
    """Cut all but a breath of quiet at both ends (quieter than -40 dB below the peak)."""
    peak = float(np.abs(samples).max()) if len(samples) else 0.0
    if peak < 1e-4:
        return samples[:0]
    loud = np.flatnonzero(np.abs(samples) > peak * 0.01)
    first = max(0, int(loud[0]) - int(_LEAD * rate))
    last = min(len(samples), int(loud[-1]) + int(_TAIL * rate))
    return samples[first:last]


def _limit(samples: Samples, rate: int) -> Samples:
    """Turn down only the moments that would be louder than PEAK, over 5 ms, so that loudness stays even."""
    window = max(1, rate // 200)
    over = np.abs(samples)
    if float(over.max()) <= PEAK:
        return samples
    count = -(-len(samples) // window)
    blocks = np.concatenate([over, np.zeros(count * window - len(over), np.float32)]).reshape(count, window).max(axis=1)
    wide = np.maximum(blocks, np.maximum(np.append(blocks[1:], 0), np.append(0, blocks[:-1])))
    gains = np.minimum(1.0, PEAK / np.maximum(wide, 1e-9))
    # between block middles the gain is a straight line, and never above what either neighbour allows
    edges = np.minimum(np.append(gains, 1.0), np.append(1.0, gains))
    curve = np.interp(np.arange(len(samples)), np.arange(count + 1) * window, edges)
    limited: Samples = np.clip(samples * curve, -PEAK, PEAK).astype(np.float32)
    return limited


def _fade(samples: Samples, rate: int) -> Samples:
    """Soft edges, so that nothing clicks."""
    faded = samples.copy()
    rise, fall = min(int(_FADE_IN * rate), len(faded) // 2), min(int(_FADE_OUT * rate), len(faded) // 2)
    if rise:
        faded[:rise] *= np.linspace(0, 1, rise, dtype=np.float32)
    if fall:
        faded[-fall:] *= np.linspace(1, 0, fall, dtype=np.float32)
    return faded


def envelope(samples: Samples, rate: int) -> tuple[float, ...]:
    """How far the mouth opens: 0..1, MOUTH_RATE values a second, smoothed over 60 ms; relative to usual loudness."""
    count = int(np.ceil(len(samples) * MOUTH_RATE / rate))
    if not count:
        return ()
    centres = (np.arange(count) + 0.5) * rate / MOUTH_RATE
    half = 0.03 * rate
    power = np.concatenate([[0.0], np.cumsum(samples.astype(np.float64) ** 2)])
    first = np.clip(centres - half, 0, len(samples)).astype(int)
    last = np.clip(centres + half, 0, len(samples)).astype(int)
    rms = np.sqrt((power[last] - power[first]) / np.maximum(1, last - first))
    usual = float(np.percentile(rms, 90))
    if usual <= 1e-6:
        return (0.0,) * count
    # the square root opens the mouth for soft sounds too
    opened = np.sqrt(np.clip(rms / (usual * 1.1), 0, 1))
    opened[opened < 0.12] = 0.0
    return tuple(round(float(value), 3) for value in opened)


def to_pcm(samples: Samples) -> bytes:
    """int16 little-endian."""
    return (np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes()


def from_pcm(pcm: bytes) -> Samples:
    """float32 from int16 little-endian."""
    samples: Samples = np.frombuffer(pcm, "<i2").astype(np.float32) / np.float32(32767)
    return samples


def resample(samples: Samples, rate: int, wanted: int) -> Samples:
    """At another rate (soxr, high quality); the same array when the rates are equal."""
    if rate == wanted or not len(samples):
        return samples
    converted: Samples = np.asarray(soxr.resample(samples, rate, wanted, quality="HQ"), dtype=np.float32)
    return converted.clip(-1.0, 1.0)


def at_rate(line: RenderedLine, wanted: int) -> Samples:
    """A rendered line's samples at another rate."""
    return resample(from_pcm(line.pcm), line.rate, wanted)
