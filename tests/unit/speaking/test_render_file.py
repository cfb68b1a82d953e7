"""A line as a sound file, as `engawa say` writes it."""

from __future__ import annotations

import io
import sys
import wave

import numpy as np
import pytest

from trainer.speaking.render_file import CannotSayError, render_wave


def read(content: bytes) -> tuple[np.ndarray, int]:
    with wave.open(io.BytesIO(content), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        return np.frombuffer(file.readframes(file.getnframes()), "<i2") / 32768, file.getframerate()


@pytest.mark.parametrize(
    ("text", "language", "voice"),
    [
        ("Hello... That is £3.50, please.", "en", ""),
        ("Good evening.", "en", "espeak:en-us+m3"),
        ("お会計は350円です。袋はご利用ですか。", "ja", "openjtalk:mei-low"),
    ],
)
def test_a_line_is_written(text: str, language: str, voice: str) -> None:
    content, seconds = render_wave(text, language, voice)
    samples, rate = read(content)
    assert len(samples) / rate == pytest.approx(seconds)
    assert 0.5 < seconds < 6
    assert -16 < 20 * np.log10(np.abs(samples).max()) <= -3


def test_pace_and_tone() -> None:
    usual, seconds = render_wave("Take your time, please.", "en")
    assert render_wave("Take your time, please.", "en", pace=0.6)[1] > 1.4 * seconds
    softly, _ = render_wave("Take your time, please.", "en", tone="softly")
    loud, soft = (np.sqrt((read(content)[0] ** 2).mean()) for content in (usual, softly))
    assert soft < 0.7 * loud


@pytest.mark.parametrize(
    ("text", "language", "voice", "reason"),
    [
        ("", "en", "", "empty-text"),
        ("...", "en", "", "empty-text"),
        ("Hello.", "en", "espeak:nobody", "unknown-voice"),
        ("Bonjour.", "fr", "", "no-voice"),
    ],
)
def test_what_cannot_be_said(text: str, language: str, voice: str, reason: str) -> None:
    with pytest.raises(CannotSayError) as error:
        render_wave(text, language, voice)
    assert error.value.reason == reason


def test_a_voice_that_does_not_start() -> None:
    with pytest.raises(CannotSayError, match="voice-failed"):
        render_wave("Hello.", "en", command=(sys.executable, "-c", "raise SystemExit"))
