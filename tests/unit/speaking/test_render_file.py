"""A line in a file, as `engawa say` writes it."""

from __future__ import annotations

import sys
import wave
from pathlib import Path

import numpy as np
import pytest

from trainer.speaking.render_file import CannotSayError, render_to_file


def read(path: Path) -> tuple[np.ndarray, int]:
    with wave.open(str(path), "rb") as file:
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
def test_a_line_is_written(text: str, language: str, voice: str, tmp_path: Path) -> None:
    seconds = render_to_file(text, language, tmp_path / "line.wav", voice)
    samples, rate = read(tmp_path / "line.wav")
    assert len(samples) / rate == pytest.approx(seconds)
    assert 0.5 < seconds < 6
    assert -16 < 20 * np.log10(np.abs(samples).max()) <= -3


def test_pace_and_tone(tmp_path: Path) -> None:
    usual = render_to_file("Take your time, please.", "en", tmp_path / "a.wav")
    assert render_to_file("Take your time, please.", "en", tmp_path / "b.wav", pace=0.6) > 1.4 * usual
    render_to_file("Take your time, please.", "en", tmp_path / "c.wav", tone="softly")
    loud, soft = (np.sqrt((read(tmp_path / name)[0] ** 2).mean()) for name in ("a.wav", "c.wav"))
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
def test_what_cannot_be_said(text: str, language: str, voice: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(CannotSayError) as error:
        render_to_file(text, language, tmp_path / "line.wav", voice)
    assert error.value.reason == reason
    assert not (tmp_path / "line.wav").exists()


def test_a_folder_that_is_not_there_and_a_voice_that_does_not_start(tmp_path: Path) -> None:
    with pytest.raises(CannotSayError, match="cannot-write"):
        render_to_file("Hello.", "en", tmp_path / "nowhere" / "line.wav")
    with pytest.raises(CannotSayError, match="voice-failed"):
        render_to_file("Hello.", "en", tmp_path / "line.wav", command=(sys.executable, "-c", "raise SystemExit"))
