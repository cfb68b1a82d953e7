"""The doctor calls a voice ready when it has really made sound, not when its package is found."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from trainer.app import doctor
from trainer.app.children import child_command
from trainer.speaking.partner_voice import installed_engines

SILENT = """
import json, sys
for line in sys.stdin:
    sound = b"\\0" * 16000
    answer = {"id": json.loads(line)["id"], "ok": True, "bytes": 16000, "rate": 22050, "phrases": []}
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\\n" + sound)
    sys.stdout.buffer.flush()
"""
REFUSING = """
import json, sys
for line in sys.stdin:
    print(json.dumps({"id": json.loads(line)["id"], "ok": False, "bytes": 0, "reason": "no-data"}), flush=True)
"""


def broken_voice(folder: Path, body: str) -> tuple[str, ...]:
    """A voice's child whose engine is found but does not speak."""
    path = folder / "broken_voice.py"
    path.write_text(body)
    return (sys.executable, str(path))


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_voice_of_this_computer_speaks(language: str) -> None:
    assert doctor.speaks(language, child_command("_voice"))


def test_the_fake_is_believed_when_it_makes_sound(tmp_path: Path) -> None:
    sounding = SILENT.replace('b"\\0" * 16000', '(b"\\0\\x20" * 50 + b"\\0\\xe0" * 50) * 80')
    assert sounding != SILENT
    assert doctor.speaks("en", broken_voice(tmp_path, sounding))
    assert not doctor.speaks("en", broken_voice(tmp_path, SILENT))


@pytest.mark.parametrize("body", [SILENT, REFUSING, "raise SystemExit"], ids=["silent", "refusing", "ended"])
def test_a_voice_that_makes_no_sound_is_not_ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    assert installed_engines(), "a voice is found here"
    command = broken_voice(tmp_path, body)
    asked: list[str] = []

    def broken(name: str) -> Sequence[str]:
        asked.append(name)
        return command

    monkeypatch.setattr(doctor, "child_command", broken)
    for language in doctor.LANGUAGES:
        check = doctor._voice(language)
        assert check.standing == "absent" and "makes no sound" in check.detail
        assert check.advice == doctor.NO_VOICE
    assert asked == ["_voice", "_voice"]
