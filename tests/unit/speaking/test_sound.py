"""Loudness, edges, the mouth: measured on numbers, not by ear."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.speaking import sound
from trainer.speech import RenderedLine

RATE = 22_050


def tone(seconds: float, level: float, hertz: float = 440.0, rate: int = RATE) -> np.ndarray:
    time = np.arange(int(seconds * rate)) / rate
    return (level * np.sin(2 * np.pi * hertz * time)).astype(np.float32)


def pcm(samples: np.ndarray) -> bytes:
    return (np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes()


@pytest.mark.parametrize("level", [0.01, 0.2, 1.0])
def test_every_voice_comes_out_equally_loud(level: float) -> None:
    polished = sound.polish(pcm(tone(1.0, level)), 0.0, RATE)
    assert sound.loudness(polished, RATE) == pytest.approx(sound.LOUDNESS, abs=0.6)


def test_softly_is_softer_by_as_much_as_asked() -> None:
    usual, soft = (sound.polish(pcm(tone(1.0, 0.3)), decibels, RATE) for decibels in (0.0, -5.0))
    assert sound.loudness(usual, RATE) - sound.loudness(soft, RATE) == pytest.approx(5.0, abs=0.1)


def test_loudness_of_a_known_signal() -> None:
    # BS.1770-4: a full-scale 997 Hz sine reads -3.01 dB
    assert sound.loudness(tone(2.0, 1.0, 997.0, 48_000), 48_000) == pytest.approx(-3.01, abs=0.1)


def test_nothing_is_louder_than_promised_even_where_a_click_sticks_out() -> None:
    samples = tone(1.0, 0.02)
    samples[10_000:10_020] = 1.0
    polished = sound.polish(pcm(samples), 0.0, RATE)
    assert np.abs(polished).max() <= 10 ** (-3 / 20)
    # the rest was not turned down for the click's sake
    assert sound.loudness(polished[:8_000], RATE) > sound.LOUDNESS - 12


def test_quiet_edges_are_cut_and_soft() -> None:
    samples = np.concatenate([np.zeros(RATE), tone(0.5, 0.5), np.zeros(RATE)]).astype(np.float32)
    polished = sound.polish(pcm(samples), 0.0, RATE)
    assert 0.5 <= len(polished) / RATE <= 0.6
    assert np.argmax(np.abs(polished) > 0.01) < 0.03 * RATE
    assert polished[0] == 0.0 and abs(polished[-1]) < 1e-6


@pytest.mark.parametrize("raw", [b"", b"\0", b"\0\0" * 1000, b"\1\0"])
def test_silence_comes_back_empty(raw: bytes) -> None:
    assert len(sound.polish(raw)) == 0


@given(st.binary(min_size=2, max_size=4000))
def test_any_bytes_become_bounded_sound(raw: bytes) -> None:
    polished = sound.polish(raw)
    assert np.isfinite(polished).all()
    assert len(polished) == 0 or np.abs(polished).max() <= 10 ** (-3 / 20)


def test_the_mouth_opens_with_the_voice_and_closes_with_it() -> None:
    samples = np.concatenate([tone(0.5, 0.3), np.zeros(RATE // 2, np.float32), tone(0.5, 0.3)])
    values = sound.envelope(samples, RATE)
    assert len(values) == 45  # 1.5 s at 30 a second
    assert min(values[3:12]) > 0.7 and max(values[18:27]) == 0.0 and min(values[33:42]) > 0.7
    assert all(0.0 <= value <= 1.0 for value in values)


def test_the_mouth_moves_as_far_for_a_soft_voice() -> None:
    loud, soft = (sound.envelope(tone(1.0, level), RATE) for level in (0.5, 0.05))
    assert loud == pytest.approx(soft, abs=0.01)
    assert sound.envelope(np.zeros(RATE, np.float32), RATE) == (0.0,) * 30
    assert sound.envelope(np.zeros(0, np.float32), RATE) == ()


def test_resampling_keeps_length_and_pitch() -> None:
    line = RenderedLine(pcm(tone(1.0, 0.5)), RATE, (), ())
    made = sound.at_rate(line, 48_000)
    assert len(made) == pytest.approx(48_000, abs=50)
    spectrum = np.abs(np.fft.rfft(made))
    assert np.argmax(spectrum) * 48_000 / len(made) == pytest.approx(440, abs=2)
    assert sound.resample(made, 48_000, 48_000) is made


def test_pcm_round_trip() -> None:
    samples = tone(0.1, 0.9)
    assert np.allclose(sound.from_pcm(sound.to_pcm(samples)), samples, atol=1e-4)
