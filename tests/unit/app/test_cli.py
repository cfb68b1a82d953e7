"""The command line: what it prints, what it returns, and one sentence for everything that cannot be done."""

from __future__ import annotations

import io
import json
import shutil
import sys
import wave
from pathlib import Path

import pytest

from trainer.cli import COMMANDS, run
from trainer.storage.paths import scenarios

SHEETS = Path(__file__).parents[2] / "data" / "sheets"
HEAT = "errands/shall-i-heat-it"


def sentence(capsys: pytest.CaptureFixture[str]) -> str:
    """The one sentence on standard error."""
    told = capsys.readouterr().err.strip()
    assert told.startswith("engawa: ")
    assert "Traceback" not in told
    assert "\n" not in told
    return told


@pytest.mark.parametrize("name", [name for name in COMMANDS if not name.startswith("_")])
def test_every_command_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([name, "--help"]) == 0
    assert "Usage: engawa" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["rehearse"],
        ["rehearse", HEAT, "--dial", "queue"],
        ["rehearse", HEAT, "--language", "xx"],
        ["check"],
        ["check", "not-there"],
        ["say", "hello"],
        ["records", "erase"],
        ["records", "erase", "--since", "yesterday"],
        ["replay", "not-there"],
        ["listen", "--expect", "not-there", "x.wav"],
    ],
)
def test_what_was_not_understood_is_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    assert "--help" in sentence(capsys)


@pytest.mark.parametrize(
    "arguments",
    [
        ["rehearse", "errands/no-such-scene"],
        ["rehearse", "no-such.scene.txt"],
        ["packs", "remove", "errands"],
        ["packs", "remove", "nothing"],
        ["models", "install", "no-such-model"],
        ["models", "remove", "no-such-model"],
        ["models", "install", "not-there.zip"],
    ],
)
def test_what_cannot_be_done_is_one_sentence(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 1
    sentence(capsys)


def answers(tmp_path: Path, *lines: str) -> str:
    path = tmp_path / "answers.txt"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return str(path)


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("alone", ["(silence)", "(nod)", "(leave)"])
def test_rehearsing_with_one_way_alone(tmp_path: Path, language: str, alone: str) -> None:
    path = answers(tmp_path, *[alone] * 20)
    assert run(["rehearse", HEAT, "--language", language, "--answers", path]) == 0


def test_answers_that_run_out_are_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rehearse", HEAT, "--answers", answers(tmp_path, "hello")]) == 1
    assert "ran out" in sentence(capsys)


def test_a_rehearsal_from_its_tape(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tape = tmp_path / "visit.tape"
    path = answers(tmp_path, "Hello.", "Yes, please.", "(again)", "No, thank you.", "(help)", "(leave)")
    assert run(["rehearse", HEAT, "--seed", "7", "--dial", "unheard=1", "--answers", path, "--tape", str(tape)]) == 0
    assert run(["replay", str(tape)]) == 0
    changed = tape.read_text("utf-8").replace('"kind":"answered"', '"kind":"hint"', 1)
    tape.write_text(changed, "utf-8")
    assert run(["replay", str(tape)]) == 1
    tape.write_text("{}\n", "utf-8")
    capsys.readouterr()
    assert run(["replay", str(tape)]) == 1
    assert "not a tape" in sentence(capsys)


def test_the_same_seed_gives_the_same_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = answers(tmp_path, *["(silence)"] * 12)
    told = []
    for seed in (3, 3, 4):
        run(["rehearse", HEAT, "--seed", str(seed), "--answers", path])
        told.append(capsys.readouterr().out)
    assert told[0] == told[1] != told[2]


def test_a_sheet_by_its_path_and_its_own_language(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = answers(tmp_path, "三時の予約です", "はい")
    assert run(["rehearse", str(SHEETS / "reception.scene.txt"), "--answers", path]) == 0
    assert "佐藤さん" in capsys.readouterr().out
    assert run(["rehearse", str(SHEETS / "reception.scene.txt"), "--language", "en"]) == 1
    assert "is not written in" in sentence(capsys)


def test_a_broken_sheet_is_told_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = tmp_path / "broken.scene.txt"
    sheet.write_text("scene: Broken\n\n== a ==\nA: Hello.\n> yes\n  - Yes.\n  -> nowhere\n", "utf-8")
    assert run(["rehearse", str(sheet)]) == 1
    assert "line 1:" in sentence(capsys)
    assert run(["check", "--json", str(sheet)]) == 1
    found = json.loads(capsys.readouterr().out)
    assert {"code", "severity", "file", "line", "column", "message", "fix"} <= set(found[0])
    assert ("goto-unknown", 7) in {(one["code"], one["line"]) for one in found}
    sheet.write_bytes("場面：店".encode("shift_jis"))
    assert run(["rehearse", str(sheet)]) == 1
    assert "UTF-8" in sentence(capsys)


def test_walking_a_sheet(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["walk", "--json", str(SHEETS / "reception.scene.txt")]) == 0
    (walked,) = json.loads(capsys.readouterr().out)
    assert {"states", "endings", "unreached", "goals", "wordings"} <= set(walked)


def test_building_and_adding_a_pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "mine"
    shutil.copytree(scenarios() / "errands", folder)
    cover = folder / "pack.toml"
    cover.write_text(cover.read_text("utf-8").replace('id = "errands"', 'id = "org.example.mine"'), "utf-8")
    built = tmp_path / "mine.practicepack"
    assert run(["packs", "build", str(folder), "-o", str(built)]) == 0
    first = built.read_bytes()
    assert run(["packs", "build", str(folder), "-o", str(built)]) == 0
    assert built.read_bytes() == first
    capsys.readouterr()
    assert run(["packs", "fingerprint", str(built)]) == 0
    assert len(capsys.readouterr().out.split()) == 6
    assert run(["packs", "add", str(built)]) == 0
    assert run(["packs", "list", "--json"]) == 0
    told = capsys.readouterr().out
    assert "org.example.mine" in told
    assert run(["packs", "remove", "org.example.mine"]) == 0
    built.write_bytes(first[:-1])
    capsys.readouterr()
    assert run(["packs", "add", str(built)]) == 1
    assert "Nothing was changed." in sentence(capsys)


def test_records_are_shown_and_erased(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["records", "show"]) == 0
    assert capsys.readouterr().out.strip()
    assert run(["records", "erase", "--all", "--yes"]) == 0


def test_understanding_goes_on_after_a_bad_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    question = {
        "language": "en",
        "replies": {"yes": ["Yes, please."], "no": ["No, thanks."]},
        "utterance": "yes please",
    }
    lines = f"{json.dumps(question)}\nnot json\n{json.dumps({**question, 'utterance': 'no thanks'})}\n"

    class Standard:
        buffer = io.BytesIO(lines.encode())

    monkeypatch.setattr(sys, "stdin", Standard())
    assert run(["understand"]) == 1
    told = capsys.readouterr()
    rows = [json.loads(row) for row in told.out.splitlines()]
    assert [row["best"] for row in rows] == ["yes", None, "no"]
    assert "line 2" in told.err


def test_a_line_is_said_into_a_file(tmp_path: Path) -> None:
    out = tmp_path / "line.wav"
    assert run(["say", "Shall I heat it?", "--language", "en", "--out", str(out)]) == 0
    with wave.open(str(out)) as sound:
        assert sound.getnframes() / sound.getframerate() > 0.5


def test_listening_to_a_recording(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "line.wav"
    run(["say", "no thank you", "--language", "en", "--out", str(out)])
    expect = tmp_path / "expect.json"
    expect.write_text(json.dumps({"language": "en", "replies": {"yes": ["yes please"], "no": ["no thank you"]}}))
    capsys.readouterr()
    assert run(["listen", "--engine", "pocketsphinx", "--expect", str(expect), str(out)]) == 0
    (row,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {"file", "text", "reply", "slots", "confidence", "engine", "audio_s", "decode_s"} == set(row)
    assert row["engine"] == "pocketsphinx"
    expect.write_text("{}")
    assert run(["listen", "--expect", str(expect), str(out)]) == 1
    sentence(capsys)


def test_the_doctor_speaks_plainly_and_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor"]) == 0
    assert "A conversation can be held here" in capsys.readouterr().out
    assert run(["doctor", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["can_talk"] is True


def test_without_a_display_the_terminal_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert run([]) == 0
    told = capsys.readouterr().out.strip()
    assert "rehearse" in told
    assert "\n" not in told
