"""`engawa packs` and the desk's packs drawer over real folders, and a second start of the program."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.hostile_packs import COVER, SHEET, hostile_packs
from trainer.app.desk_packs import PacksDrawer
from trainer.app.desk_records import RecordsDrawer
from trainer.app.house import House
from trainer.app.other_start import name_for
from trainer.cli import run
from trainer.packs.archive import build_pack
from trainer.storage.pack_shelf import PackShelf
from trainer.storage.paths import places
from trainer.ui.bridge_packs import CheckedNow

MADE = '\n[[authors]]\nname = "MAKER"\nrole = "writing"\n\n[review]\nstate = "tried"\n'


def given(folder: Path, version: str = "1.0.0", maker: str = "Aoki", sheet: bytes = SHEET) -> Path:
    cover = COVER.replace("1.0.0", version) + MADE.replace("MAKER", maker)
    path = folder / f"{maker}-{version}.practicepack"
    path.write_bytes(build_pack({"pack.toml": cover.encode(), "scenes/hello.scene.txt": sheet}))
    return path


def said(capsys: pytest.CaptureFixture[str]) -> str:
    told = capsys.readouterr().err.strip()
    assert told.startswith("engawa: ") and "\n" not in told and "Traceback" not in told
    return told


def listed(capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, dict[str, object]]:
    capsys.readouterr()
    assert run(["packs", "list", "--json", *more]) == 0
    return {row["id"]: row for row in json.loads(capsys.readouterr().out)}


def standing() -> str:
    """The version that stands on the shelf."""
    (own,) = PackShelf(Path("none"), places().packs, places().shelves).packs()
    return own.version


def test_a_pack_from_building_to_practising(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "hello" / "scenes"
    folder.mkdir(parents=True)
    (folder / "hello.scene.txt").write_bytes(SHEET)
    (tmp_path / "hello" / "pack.toml").write_text(COVER, "utf-8")
    out = tmp_path / "hello.practicepack"
    assert run(["packs", "build", str(tmp_path / "hello"), "-o", str(out)]) == 0
    first = out.read_bytes()
    words = capsys.readouterr().out.strip().rpartition(", ")[2]
    assert run(["packs", "build", str(tmp_path / "hello"), "-o", str(out)]) == 0
    assert out.read_bytes() == first, "the same folder gives the same file"
    capsys.readouterr()
    assert run(["packs", "fingerprint", str(out)]) == 0 and run(["packs", "fingerprint", str(tmp_path / "hello")]) == 0
    assert capsys.readouterr().out.split("\n")[:2] == [words, words]
    assert run(["packs", "add", str(out), "--from", "Ms Mori"]) == 0
    row = listed(capsys)["org.example.hostile"]
    assert (row["origin"], row["given_by"], row["fingerprint"]) == ("own", "Ms Mori", words)
    answers = tmp_path / "answers.txt"
    answers.write_text("Hello.\n", "utf-8")
    assert run(["rehearse", "org.example.hostile/hello", "--answers", str(answers)]) == 0
    assert run(["check", str(out)]) == 0 and run(["walk", str(out)]) in (0, 1)
    assert run(["packs", "remove", "org.example.hostile"]) == 0
    assert "org.example.hostile" not in listed(capsys)


def test_what_would_replace_something_asks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["packs", "add", str(given(tmp_path, "1.2.0"))]) == 0
    for file, words in (
        (given(tmp_path, "1.1.0"), "older version"),
        (given(tmp_path, "1.2.0", sheet=SHEET + b"// other\n"), "another content"),
        (given(tmp_path, "2.0.0", "Somebody else"), "somebody else"),
    ):
        capsys.readouterr()
        assert run(["packs", "add", str(file)]) == 1
        assert words in said(capsys)
        assert standing() == "1.2.0"
    assert run(["packs", "add", str(given(tmp_path, "2.0.0", "Somebody else")), "--replace"]) == 0
    assert standing() == "2.0.0"


def test_hiding_and_standing_beside(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    centre = tmp_path / "centre"
    centre.mkdir()
    given(centre, "1.5.0")
    assert run(["packs", "beside", str(centre)]) == 0
    assert "1 packs" in capsys.readouterr().out
    assert listed(capsys, "--beside")["org.example.hostile"]["origin"] == "beside"
    assert run(["packs", "add", "org.example.hostile"]) == 0, "by its id, from the folder beside"
    assert run(["packs", "hide", "org.example.hostile"]) == 0
    assert listed(capsys)["org.example.hostile"]["hidden"] is True
    assert run(["packs", "hide", "org.example.hostile", "--show"]) == 0
    given(centre, "1.6.0")
    assert str(listed(capsys, "--beside")["org.example.hostile"]["update"]).endswith("Aoki-1.6.0.practicepack")
    assert run(["packs", "beside", str(centre), "--remove"]) == 0
    for wanted in (["hide", "no.pack"], ["add", "no.pack"], ["beside", str(tmp_path / "none")], ["remove", "errands"]):
        capsys.readouterr()
        assert run(["packs", *wanted]) == 1
        assert said(capsys)


@pytest.mark.parametrize(
    "pack", hostile_packs()[::37], ids=lambda pack: pack.name.encode("ascii", "replace").decode()[:40]
)
def test_hostile_packs_meet_one_sentence(pack, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "given.practicepack"
    file.write_bytes(pack.make())
    for command in (["packs", "add"], ["packs", "fingerprint"], ["check"]):
        run([*command, str(file)])
        told = capsys.readouterr()
        assert "Traceback" not in told.err and told.err.count("\n") <= 1
    assert run(["packs", "add", str(file)]) == 1
    assert said(capsys).endswith("Nothing was changed.")
    assert not places().packs.exists()


# --- the drawer ------------------------------------------------------------------------------------------------------


class Drawer(PacksDrawer):
    """The drawer with slow work done at once."""

    def later(self, work: Callable[[], object], done: Callable[[object], None]) -> None:  # type: ignore[override]
        done(work())


@pytest.fixture
def drawer():
    house = House()
    yield Drawer(house)
    house.close()


def test_the_cover_of_a_file_and_what_checking_finds(drawer: Drawer, tmp_path: Path) -> None:
    outcome, cover = drawer.look_at_pack(str(given(tmp_path)))
    assert outcome.ok and cover is not None
    card = cover.card
    assert (card.name, card.authors, card.review, card.languages) == ("A pack", ("Aoki",), "tried", ("en",))
    assert (cover.arrival, cover.titles, len(card.fingerprint.split())) == ("new", ("Hello",), 6)
    found: list[CheckedNow] = []
    drawer.check_pack(cover.path, found.append)
    assert found[0].errors == 0 and found[0].warnings > 0
    assert "A: Hello." in drawer.pack_words(cover.path).replace("Aya: ", "A: ")
    assert drawer.look_at_pack(str(tmp_path / "none.practicepack"))[0].code == "file-not-readable"
    assert drawer.pack_words(str(tmp_path / "none.practicepack")) == ""
    assert drawer.add_pack(cover.path, giver="Ms Mori").ok
    changed = given(tmp_path, "1.1.0", sheet=SHEET.replace(b"scene: Hello", b"scene: Hello there"))
    _, newer = drawer.look_at_pack(str(changed))
    assert newer is not None and (newer.arrival, newer.standing, newer.changed) == ("newer", "1.0.0", ("Hello there",))
    own = drawer.pack("org.example.hostile")
    assert own is not None and own.given_by == "Ms Mori" and own.fingerprint
    _, built_in = drawer.look_at_pack(str(renamed(tmp_path, "errands")))
    assert built_in is not None and built_in.arrival == "built-in"
    assert drawer.hide_pack("org.example.hostile", True).ok and drawer.remove_pack("org.example.hostile").ok


def renamed(folder: Path, identity: str) -> Path:
    path = folder / "renamed.practicepack"
    cover = COVER.replace("org.example.hostile", identity)
    path.write_bytes(build_pack({"pack.toml": cover.encode(), "scenes/hello.scene.txt": SHEET}))
    return path


def test_folders_beside_are_looked_through_elsewhere(drawer: Drawer, tmp_path: Path) -> None:
    looked: list[bool] = []
    drawer.look_again(looked.append)
    assert looked == [], "without a folder there is nothing to do"
    given(tmp_path)
    assert drawer.add_shelf_folder(str(tmp_path)).ok
    drawer.look_again(looked.append)
    assert looked == [True] and [folder.packs for folder in drawer.shelf_folders()] == [1]
    beside = next(card for card in drawer.packs() if card.origin == "beside")
    assert (beside.where, beside.file) == (str(tmp_path), str(tmp_path / "Aoki-1.0.0.practicepack"))
    assert drawer.remove_shelf_folder(str(tmp_path)).ok and drawer.shelf_folders() == []


def test_erasing_everything_forgets_who_gave_what(drawer: Drawer, tmp_path: Path) -> None:
    drawer.add_pack(str(given(tmp_path)), giver="Ms Mori")
    assert RecordsDrawer(drawer._house).erase_all().ok
    own = drawer.pack("org.example.hostile")
    assert own is not None and own.given_by == "", "the pack stays"
    assert "Mori" not in (places().packs / "shelf.json").read_text("utf-8")


# --- a second start --------------------------------------------------------------------------------------------------

FIRST = """
import sys
from PySide6.QtCore import QCoreApplication
from trainer.app.one_window import OneWindow
from trainer.app.other_start import name_for
from trainer.storage.pack_shelf import PackShelf
from trainer.storage.paths import places
application = QCoreApplication([])
one = OneWindow(name_for(places().data), lambda path: (print(path, flush=True), application.quit()))
print("ready", flush=True)
application.exec()
"""


def test_a_double_click_reaches_the_window_that_is_open(tmp_path: Path, repository: Path) -> None:
    file = given(tmp_path)
    first = subprocess.Popen([sys.executable, "-c", FIRST], cwd=repository, stdout=subprocess.PIPE, text=True)
    assert first.stdout is not None and first.stdout.readline() == "ready\n"
    assert run([str(file)]) == 0, "`engawa FILE.practicepack` hands over and ends"
    assert first.stdout.readline().strip() == str(file)
    assert first.wait(20) == 0
    first.stdout.close()
    assert name_for(places().data)


def test_building_says_what_must_be_fixed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "hello" / "scenes"
    folder.mkdir(parents=True)
    (folder / "hello.scene.txt").write_bytes(SHEET.replace(b"-> end", b"-> nowhere", 1))
    (tmp_path / "hello" / "pack.toml").write_text(COVER, "utf-8")
    assert run(["packs", "build", str(tmp_path / "hello"), "-o", str(tmp_path / "x.practicepack")]) == 0
    assert "must be fixed" in said(capsys)


def test_a_very_long_pack_shows_its_beginning(drawer: Drawer, tmp_path: Path) -> None:
    long = SHEET + b"".join(
        b"== m%d ==\nA: %s\n-> end\n" % (n, b" ".join(b"%d" % (n * w) for w in range(300))) for n in range(250)
    )
    names = [f"scenes/s{n}.scene.txt" for n in range(6)]
    rows = "".join(f'\n[[scenes]]\nid = "s{n}"\nfile = "{name}"\n' for n, name in enumerate(names))
    files = dict.fromkeys(names, long) | {"scenes/hello.scene.txt": SHEET}
    path = tmp_path / "long.practicepack"
    path.write_bytes(build_pack({"pack.toml": (COVER + rows).encode(), **files}))
    words = drawer.pack_words(str(path))
    assert words.endswith("…") and 300_000 < len(words) < 900_000
