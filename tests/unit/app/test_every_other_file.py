"""Files beside the records, with a disk that answers with an error at every step of writing them.

The shelf of packs, speech models, the desk's sheets, drafts and versions, learned words, tapes, what commands write
with -o, and the temporary files of the voice and the recogniser. What stood there stands there whole, nothing half
written has the final name, one sentence comes out, and the next try goes through.
"""

from __future__ import annotations

import errno
import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from tests.helpers.disk import ERRORS, WHOLE_STEPS, full_disk, refuse
from tests.helpers.hostile_packs import COVER, SHEET
from tests.helpers.records import opened
from trainer.app.desk import LiveDesk
from trainer.app.desk_packs import PacksDrawer
from trainer.app.house import House
from trainer.app.workbench_files import FolderDrawer
from trainer.app.workbench_pack import PackDrawer
from trainer.cli import run
from trainer.editor.bridge import Media
from trainer.hearing.model_catalogue import CatalogueEntry
from trainer.hearing.model_shelf import SpeechModelError
from trainer.hearing.speech_models import SpeechModels
from trainer.hearing.wire import message_frame
from trainer.packs.archive import build_pack
from trainer.script import Expectation, ExpectedReply
from trainer.speaking.voice_child import COMMAND, RenderError, VoiceChild
from trainer.storage.desk_files import DeskFiles
from trainer.storage.learned_words import LearnedWords
from trainer.storage.memory_kept import MemoryKept
from trainer.storage.pack_door import PackDoor
from trainer.storage.pack_shelf import PackShelf
from trainer.ui import words
from trainer.ui.bridge import Before

every_error = pytest.mark.parametrize("number", ERRORS, ids=lambda number: errno.errorcode[number])
PACK = "org.example.hostile"
HEAT = "errands/shall-i-heat-it"


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below, by name."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def sentence(capsys: pytest.CaptureFixture[str]) -> str:
    """The one line on standard error."""
    told = capsys.readouterr().err.strip()
    assert told.startswith("engawa: ") and "\n" not in told and "Traceback" not in told
    assert "{" not in told and len(told.split()) > 4
    return told


# --- what commands write ------------------------------------------------------------------------------------------


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A folder with a pack, a sheet of it, a story and answers, to write something from."""
    (tmp_path / "pack" / "scenes").mkdir(parents=True)
    (tmp_path / "pack" / "pack.toml").write_text(COVER, "utf-8")
    (tmp_path / "pack" / "scenes" / "hello.scene.txt").write_bytes(SHEET)
    (tmp_path / "story.csv").write_text("who,words\nMina,Hello.\n", "utf-8")
    (tmp_path / "answers.txt").write_text("(nod)\n(leave)\n", "utf-8")
    (tmp_path / "out").mkdir()
    return tmp_path


def hello(folder: Path) -> str:
    return str(folder / "pack" / "scenes" / "hello.scene.txt")


COMMANDS: dict[str, Callable[[Path, Path], list[str]]] = {
    "build": lambda at, out: ["packs", "build", str(at / "pack"), "-o", str(out)],
    "print.txt": lambda at, out: ["print", hello(at), "-o", f"{out}.txt"],
    "print.csv": lambda at, out: ["print", hello(at), "-o", f"{out}.csv"],
    "texts": lambda at, out: ["texts", "export", hello(at), "--to", "ja", "-o", str(out)],
}


@every_error
@pytest.mark.parametrize("step", WHOLE_STEPS)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_leaves_the_file_that_stood_there(
    written: Path, monkeypatch: pytest.MonkeyPatch, capsys, command: str, step: str, number: int
) -> None:
    arguments = COMMANDS[command](written, written / "out" / "made")
    assert run(arguments) == 0
    (made,) = (written / "out").iterdir()
    made.write_bytes(b"as it was")
    capsys.readouterr()
    refusing = refuse(monkeypatch, step, number)
    assert run(arguments) == 1
    sentence(capsys)
    assert refusing.refused and contents(written / "out") == {made.name: b"as it was"}
    refusing.works = True
    assert run(arguments) == 0
    assert made.read_bytes() != b"as it was"


@pytest.mark.parametrize("step", WHOLE_STEPS)
@pytest.mark.parametrize("after", [0, 1])
def test_texts_that_come_back(written: Path, monkeypatch: pytest.MonkeyPatch, capsys, step: str, after: int) -> None:
    texts = written / "out" / "texts.csv"
    beside = written / "pack" / "translations" / "ja"
    assert run(["texts", "export", hello(written), "--to", "ja", "-o", str(texts)]) == 0
    arguments = ["texts", "import", str(texts), hello(written), "--to", "ja"]
    assert run(arguments) == 0
    names = set(contents(beside))
    for file in beside.iterdir():
        file.write_text(file.read_text("utf-8") + "\n", "utf-8")
    before = contents(beside)
    capsys.readouterr()
    with monkeypatch.context() as patch:
        refusing = refuse(patch, step, errno.EIO, after)
        assert run(arguments) == 1
    sentence(capsys)
    assert refusing.refused and set(contents(beside)) == names
    # The words first, then the notes about them: what is refused stands as it was.
    assert [name for name, content in contents(beside).items() if content != before[name]] in ([], ["hello.scene.txt"])
    assert run(arguments) == 0


@pytest.mark.parametrize("step", WHOLE_STEPS)
def test_pages_that_were_written_stay_when_the_next_is_refused(
    written: Path, monkeypatch: pytest.MonkeyPatch, capsys, qapp: object, step: str
) -> None:
    out = written / "out"
    refusing = refuse(monkeypatch, step, errno.EIO, 1)
    assert run(["print", "--all", "-o", str(out)]) == 1
    told = sentence(capsys)
    ((name, content),) = contents(out).items()
    assert refusing.refused and name not in told and ".pdf" in told
    assert content.startswith(b"%PDF") and content.rstrip().endswith(b"%%EOF")


@pytest.mark.parametrize("step", WHOLE_STEPS)
def test_a_page_for_every_scene_stops_at_the_first_that_is_refused(
    written: Path, monkeypatch: pytest.MonkeyPatch, capsys, qapp: object, step: str
) -> None:
    out = written / "out" / "page.pdf"
    out.write_bytes(b"as it was")
    refuse(monkeypatch, step, errno.ENOSPC)
    assert run(["print", "--families", "-o", str(out)]) == 1
    assert "page.pdf" in sentence(capsys)
    assert contents(out.parent) == {"page.pdf": b"as it was"}


@every_error
def test_a_folder_that_cannot_be_made(written: Path, monkeypatch: pytest.MonkeyPatch, capsys, number: int) -> None:
    refuse(monkeypatch, "folder", number)
    assert run(["print", "--all", "-o", str(written / "out" / "new")]) == 1
    sentence(capsys)
    assert contents(written / "out") == {}


@every_error
def test_a_draft_of_a_story_is_whole_or_not_there(
    written: Path, monkeypatch: pytest.MonkeyPatch, capsys, number: int
) -> None:
    arguments = ["import", str(written / "story.csv"), "-o", str(written / "out" / "story.scene.txt")]
    for step in WHOLE_STEPS:
        with monkeypatch.context() as patch:
            refuse(patch, step, number)
            assert run(arguments) == 1
        sentence(capsys)
        assert contents(written / "out") == {}
    assert run(arguments) == 0


def test_a_line_said_into_a_file(written: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    out = written / "out" / "line.wav"
    out.write_bytes(b"as it was")
    arguments = ["say", "Hi.", "--language", "en", "--out", str(out)]
    for step, number in zip(WHOLE_STEPS, (*ERRORS, errno.ENOSPC), strict=True):
        with monkeypatch.context() as patch:
            refusing = refuse(patch, step, number)
            assert run(arguments) == 1
        assert "line.wav" in sentence(capsys)
        assert refusing.refused and contents(out.parent) == {"line.wav": b"as it was"}
    assert run(arguments) == 0
    assert out.read_bytes().startswith(b"RIFF")


# --- tapes --------------------------------------------------------------------------------------------------------


@every_error
@pytest.mark.parametrize("step", ["open", "fill", "sync", "rename"])
def test_the_tape_of_a_rehearsal(
    written: Path, monkeypatch: pytest.MonkeyPatch, capsys, step: str, number: int
) -> None:
    tape = written / "out" / "visit.tape"
    arguments = ["rehearse", hello(written), "--answers", str(written / "answers.txt"), "--tape", str(tape)]
    assert run(arguments) == 0
    before = contents(tape.parent)
    assert list(before) == ["visit.tape"]
    capsys.readouterr()
    refusing = refuse(monkeypatch, step, number)
    assert run(arguments) == 1
    assert "visit.tape" in sentence(capsys)
    assert refusing.refused and contents(tape.parent) == before
    refusing.works = True
    assert run(arguments) == 0 and run(["replay", str(tape)]) == 0


@pytest.mark.parametrize("step", ["open", "fill", "rename"])
def test_a_visit_in_the_window_goes_on_without_its_tape(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys, qtbot: object, step: str
) -> None:
    tape = tmp_path / "visit.tape"
    tape.write_text("as it was", "utf-8")
    house = House()
    desk = LiveDesk(house, tape)
    try:
        with monkeypatch.context() as patch:
            refusing = refuse(patch, step, errno.ENOSPC)
            visit = desk.begin_visit(Before(HEAT))
            assert visit is not None
            visit.begin()
            visit.leave()
            desk.close_current()
        assert refusing.refused
        assert "visit.tape" in sentence(capsys)
        assert contents(tmp_path) == {"visit.tape": b"as it was"}
        assert house.journal.flush()
    finally:
        desk.close()


# --- the shelf of packs -------------------------------------------------------------------------------------------


def pack_file(folder: Path, version: str = "1.0.0") -> Path:
    cover = COVER.replace("1.0.0", version)
    path = folder / f"{version}.practicepack"
    path.write_bytes(build_pack({"pack.toml": cover.encode(), "scenes/hello.scene.txt": SHEET}))
    return path


@pytest.fixture
def shelf(tmp_path: Path) -> PackShelf:
    """A shelf with one pack in its first version, from somebody, and a folder beside it."""
    made = PackShelf(tmp_path / "none", tmp_path / "home" / "packs")
    (tmp_path / "centre").mkdir()
    assert PackDoor(made).stand_beside(tmp_path / "centre")[0] == ""
    assert PackDoor(made).add(pack_file(tmp_path), giver="Ms Mori") == ("", PACK)
    return made


CHANGES: dict[str, Callable[[PackDoor, Path], tuple[str, str]]] = {
    "newer": lambda door, at: door.add(pack_file(at, "2.0.0"), giver="Mr Abe"),
    "older": lambda door, at: door.add(pack_file(at, "0.9.0"), replace=True),
    "remove": lambda door, at: door.remove(PACK),
    "hide": lambda door, at: door.hide(PACK, True),
    "beside": lambda door, at: door.stand_beside(at / "centre", False),
}
SHELF_FAULTS = [
    *((change, step, 0) for change in ("newer", "older", "hide", "beside") for step in WHOLE_STEPS),
    # The pack's own file goes through, the note of it does not.
    *((change, step, 2 if step == "sync" else 1) for change in ("newer", "older") for step in WHOLE_STEPS),
    *(("remove", step, 0) for step in (*WHOLE_STEPS, "remove")),
    ("newer", "remove", 0),
    ("older", "remove", 0),
]


@every_error
@pytest.mark.parametrize(("change", "step", "after"), SHELF_FAULTS)
def test_the_shelf_stays_as_it_was(
    shelf: PackShelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp, change: str, step: str, after: int, number
) -> None:
    folder = tmp_path / "home" / "packs"
    before, notes = contents(folder), shelf.notes.now
    refusing = refuse(monkeypatch, step, number, after, times=1)
    code, _ = CHANGES[change](PackDoor(shelf), tmp_path)
    assert refusing.refused == 1
    assert code == "file-not-kept" and words.outcome(code)
    now = contents(folder)
    assert json.loads(now.pop("shelf.json")) == json.loads(before.pop("shelf.json"))
    assert now == before
    assert shelf.notes.now == notes
    again = PackShelf(tmp_path / "none", folder)
    assert [(one.pack.version, one.given.by, one.hidden) for one in again.shelved()] == [("1.0.0", "Ms Mori", False)]
    refusing.works = True
    assert CHANGES[change](PackDoor(shelf), tmp_path)[0] == ""


@every_error
@pytest.mark.parametrize("arguments", [["remove", PACK], ["hide", PACK], ["add", "2.0.0.practicepack"]])
def test_the_shelf_from_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys, arguments: list[str], number: int
) -> None:
    monkeypatch.chdir(tmp_path)
    pack_file(tmp_path, "2.0.0")
    assert run(["packs", "add", str(pack_file(tmp_path))]) == 0
    capsys.readouterr()
    refusing = refuse(monkeypatch, "rename", number)
    assert run(["packs", *arguments]) == 1
    assert refusing.refused and "could not be" in sentence(capsys)


def test_packs_deleted_under_the_window(tmp_path: Path, qapp: object) -> None:
    house = House()
    drawer = PacksDrawer(house)
    assert drawer.add_pack(str(pack_file(tmp_path))).ok
    for file in house.where.packs.iterdir():
        file.unlink()
    house.where.packs.rmdir()
    assert PACK not in [card.id for card in drawer.packs()]
    assert words.outcome(drawer.remove_pack(PACK).code)
    assert drawer.add_pack(str(pack_file(tmp_path))).ok
    house.close()


# --- speech models ------------------------------------------------------------------------------------------------

TOY = "vosk-toy-en"


@pytest.fixture
def toy(tmp_path: Path, repository: Path) -> Path:
    """The zip file of a small speech model."""
    out = io.BytesIO()
    folder = repository / "tests" / "data" / TOY
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in contents(folder).items():
            archive.writestr(f"{TOY}/{name}", content)
    path = tmp_path / f"{TOY}.zip"
    path.write_bytes(out.getvalue())
    return path


@every_error
@pytest.mark.parametrize(
    ("step", "after"),
    [("folder", 1), ("open", 0), ("open", 2), ("fill", 0), ("fill", 3), ("sync", 0), ("move", 0), ("move", 1)],
)
def test_a_speech_model_stays_whole_when_a_new_one_cannot_be_put_there(
    toy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, after: int, number: int
) -> None:
    models = SpeechModels(tmp_path / "models")
    assert models.install_file(toy).state == "ready"
    before = contents(models.folder)
    refusing = refuse(monkeypatch, step, number, after, times=1)
    with pytest.raises(SpeechModelError) as told:
        models.install_file(toy)
    assert refusing.refused == 1
    assert told.value.code == ("disk-full" if number == errno.ENOSPC else "disk")
    assert told.value.sentence.endswith(".") and "Errno" not in told.value.sentence
    assert [(one.id, one.state) for one in models.models()] == [(TOY, "ready")]
    assert contents(models.folder) == before, "nothing half unpacked is left"
    assert models.install_file(toy).state == "ready"


@every_error
def test_removing_a_speech_model_that_will_not_go(
    toy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    entry = CatalogueEntry(TOY, "en", "vosk", "https://example.invalid/x.zip", 10)
    models = SpeechModels(tmp_path / "models", [entry])
    models.install_file(toy)
    part = models.folder / ".downloads" / f"{TOY}.zip.part"
    part.parent.mkdir()
    part.write_bytes(b"half")
    before = contents(models.folder)
    for step in ("remove", "move"):
        with monkeypatch.context() as patch:
            refuse(patch, step, number)
            with pytest.raises(SpeechModelError) as told:
                models.remove(TOY)
        assert told.value.sentence.endswith(".")
        assert [one.state for one in models.models()] == ["ready"]
        if step == "remove":
            assert contents(models.folder) == before
    models.remove(TOY)
    assert contents(models.folder) == {}


# --- the desk -----------------------------------------------------------------------------------------------------


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "pack" / "a.scene.txt"
    path.parent.mkdir()
    path.write_bytes(b"one")
    return path


@every_error
@pytest.mark.parametrize("step", WHOLE_STEPS)
def test_sheet_draft_and_versions_of_the_desk_stay(
    sheet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int
) -> None:
    desk = DeskFiles(tmp_path / "desk")
    desk.open(sheet)
    assert desk.save(sheet, b"two") == "" and desk.draft(sheet, b"three") == ""
    before = contents(tmp_path)
    refusing = refuse(monkeypatch, step, number)
    assert desk.draft(sheet, b"four") != ""
    assert desk.keep_version(sheet, b"five") != ""
    assert desk.save(sheet, b"six") != ""
    assert contents(tmp_path) == before
    assert (DeskFiles(tmp_path / "desk").open(sheet).content, len(desk.versions(sheet))) == (b"three", 1)
    refusing.works = True
    assert desk.save(sheet, b"six") == "" and sheet.read_bytes() == b"six"


@every_error
@pytest.mark.parametrize("step", WHOLE_STEPS)
def test_a_draft_of_another_state_is_kept_although_no_file_can_be_made(
    sheet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int
) -> None:
    desk = DeskFiles(tmp_path / "desk")
    desk.open(sheet)
    desk.draft(sheet, b"mine")
    sheet.write_bytes(b"theirs")
    refuse(monkeypatch, step, number)
    assert DeskFiles(tmp_path / "desk").open(sheet).content == b"theirs"
    assert [(one.content, one.label) for one in desk.versions(sheet)] == [(b"mine", "draft")]


@every_error
def test_what_somebody_else_wrote_is_not_written_over_without_a_version(
    sheet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    desk = DeskFiles(tmp_path / "desk")
    desk.open(sheet)
    sheet.write_bytes(b"theirs")
    with monkeypatch.context() as patch:
        # One try is refused: that of the version. The sheet's own would go through.
        refuse(patch, "write", number, times=1)
        assert desk.save(sheet, b"mine") != ""
    assert sheet.read_bytes() == b"theirs"
    assert desk.save(sheet, b"mine") == ""
    assert [one.content for one in desk.versions(sheet)] == [b"theirs"]


@every_error
@pytest.mark.parametrize("step", WHOLE_STEPS)
def test_a_new_pack_and_a_new_sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int) -> None:
    drawer = FolderDrawer(tmp_path / "packs", tmp_path / "none")
    text = SHEET.decode()
    for after in (0, 1):
        with monkeypatch.context() as patch:
            refuse(patch, step, number, after)
            outcome, path = drawer.new_pack("Hello", "en", text)
        assert (outcome.code, path) == ("not-kept", None)
        assert not list((tmp_path / "packs").rglob("*.new"))
    outcome, path = drawer.new_pack("Hello", "en", text)
    assert outcome.ok and path is not None and path.read_text("utf-8").startswith("scene: Hello")


@every_error
@pytest.mark.parametrize("step", WHOLE_STEPS)
@pytest.mark.parametrize("after", [0, 1])
def test_a_picture_comes_with_its_credit_or_not_at_all(
    written: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, after: int
) -> None:
    pack, drawer = written / "pack", PackDrawer(FolderDrawer(written, written / "none"))
    before, about = contents(pack), Media("media/roll.png", "picture", {"en": "A roll"}, "Ms Mori", "CC0-1.0")
    with monkeypatch.context() as patch:
        refusing = refuse(patch, step, number, after)
        assert drawer.add_media(pack, about.file, b"a picture", about).code == "not-kept"
    assert refusing.refused and contents(pack) == before
    assert drawer.add_media(pack, about.file, b"a picture", about).ok
    assert [(one.file, one.credit, one.size) for one in drawer.media(pack)] == [(about.file, "Ms Mori", 9)]


# --- learned words, and what the children write -------------------------------------------------------------------


def test_learned_words_and_memories_wait_for_room(tmp_path: Path) -> None:
    ledger = opened(tmp_path / "data" / "journal.sqlite3")
    learnt, memory = LearnedWords(ledger), MemoryKept(ledger)
    learnt.learn("p/s", "m", "yes", "oh yes", "v1", "2026-11-22T10:00")
    memory.keep("p/s", "tea", "green", "v1", "2026-11-22T10:00")
    assert ledger.flush()
    with full_disk(60_000):
        for number in range(100):
            learnt.learn("p/s", "m", "no", f"{number} {'w' * 1000}", "v2", "2026-11-22T10:01")
        memory.keep("p/s", "tea", "black", "v2", "2026-11-22T10:01")
        assert ledger.flush() is False
        assert ledger.code == "journal-full"
    assert ledger.flush()
    assert len(learnt.all()) == 101 and learnt.learned("p/s", "m")["yes"] == ("oh yes",)
    assert memory.kept("p/s") == {"tea": "black"}
    ledger.close()


def no_file(most: int) -> tuple[str, ...]:
    """The beginning of a command whose process may write no file beyond `most` bytes."""
    code = (
        "import resource, runpy, sys; most = int(sys.argv.pop(1)); name = sys.argv.pop(1);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.getrlimit(resource.RLIMIT_FSIZE)[1]));"
        "runpy.run_module(name, run_name='__main__')"
    )
    return (sys.executable, "-c", code, str(most))


@pytest.mark.skipif(os.name == "nt", reason="no such limit there")
@pytest.mark.parametrize("most", [0, 8192])
def test_a_voice_whose_files_have_no_room_refuses_and_lives(most: int, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    child = VoiceChild((*no_file(most), COMMAND[-1]))
    asked = {"do": "render", "engine": "espeak", "base": "en+f2", "text": "Hello there.", "rate": 150, "pitch": 50}
    with pytest.raises(RenderError):
        child.ask(asked, 10)
    japanese = {**asked, "engine": "openjtalk", "text": "はい。", "rate": 1.0, "pitch": 0}
    assert len(child.ask(japanese, 30).pcm) > 1000, "the Japanese voice needs no file"
    child.close()
    assert contents(tmp_path) == {}


@pytest.mark.skipif(os.name == "nt", reason="no such limit there")
def test_a_recogniser_whose_files_have_no_room_ends_without_a_word(tmp_path: Path) -> None:
    """Its parent starts it anew, and after some times says that listening is not there (tests of the supervisor)."""
    expectation = msgspec.to_builtins(Expectation(1, "en", "p/s", (ExpectedReply("yes", "say yes", ("yes please",)),)))
    asked = [
        {"do": "open", "engine": "pocketsphinx", "seq": 1},
        {"do": "expect", "expectation": expectation, "seq": 2},
    ]
    done = subprocess.run(
        [*no_file(0), "trainer.hearing.recogniser_process"],
        input=b"".join(map(message_frame, asked)),
        capture_output=True,
        timeout=60,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )
    assert b"ready" in done.stdout and b"Traceback" not in done.stderr
    assert done.returncode == 1
    assert contents(tmp_path) == {}
