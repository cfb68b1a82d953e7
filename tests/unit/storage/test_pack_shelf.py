"""The shelf: shipped and added packs, read anew when they change, robust against what vanishes or is broken."""

from __future__ import annotations

import gc
import hashlib
import os
import shutil
from pathlib import Path

import pytest

from tests.helpers.disk import full_disk
from trainer.packs.archive import build_pack
from trainer.packs.lines import SheetLine
from trainer.packs.versions import Changes, changes, version_of
from trainer.script import Pack, PackScene
from trainer.storage.pack_door import PackDoor
from trainer.storage.pack_headings import is_quiet, talk_of
from trainer.storage.pack_shelf import PackShelf
from trainer.storage.paths import scenarios

COVER = """format = 1
id = "{id}"
version = "1.2.0"
source_language = "en"
languages = ["en", "ja"]
level = 2
setting = "shop"
content_notes = ["queue"]

[name]
en = "A small shop"
ja = "小さなお店"

[about]
en = "One visit."

[[authors]]
name = "Somebody"
role = "writing"

[licence]
text = "CC-BY-4.0"

[[scenes]]
id = "counter"
file = "scenes/counter.scene.txt"
level = 2
minutes = 3

[[scenes]]
id = "not-there"
file = "scenes/not-there.scene.txt"
"""
SHEET = """scene: The counter
id: counter
language: en
level: 2
minutes: 4
about: A lunch box on the counter.
person CLERK: Mina, calm
dial noise: 0 to 2

== greeting ==
CLERK: Hello.
> say hello
  - Hello.
  -> end
> (nod)
  -> end
"""
SHEET_JA = """translation of: counter
language: ja
scene: レジ
about: お弁当をレジに置きます。
person CLERK: 美奈さん、落ち着いた人

== greeting = レジに着く ==
CLERK: こんにちは。
> say hello = あいさつする
  ・こんにちは
> (nod) = （うなずく）
"""


def files(pack: str = "a.small.shop") -> dict[str, bytes]:
    return {
        "pack.toml": COVER.format(id=pack).encode(),
        "scenes/counter.scene.txt": SHEET.encode(),
        "translations/ja/counter.scene.txt": SHEET_JA.encode(),
    }


def lay(folder: Path, pack: str = "a.small.shop", **changed: bytes) -> Path:
    for name, content in {**files(pack), **changed}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    lay(tmp_path / "shipped" / "shop")
    return tmp_path / "shipped"


@pytest.fixture
def added(tmp_path: Path) -> Path:
    return tmp_path / "home" / "packs"


@pytest.fixture
def shelf(shipped: Path, added: Path) -> PackShelf:
    return PackShelf(shipped, added)


def zipped(tmp_path: Path, pack: str = "my.own.pack", name: str = "given.practicepack") -> Path:
    path = tmp_path / name
    cover = COVER[: COVER.index('[[scenes]]\nid = "not-there"')].format(id=pack)
    path.write_bytes(build_pack({**files(pack), "pack.toml": cover.encode()}))
    return path


@pytest.fixture
def door(shelf: PackShelf) -> PackDoor:
    return PackDoor(shelf)


def test_a_shipped_pack_is_read_whole(shelf: PackShelf) -> None:
    (pack,) = shelf.packs()
    assert (pack.id, pack.version, pack.languages, pack.licence) == ("a.small.shop", "1.2.0", ("en", "ja"), "CC-BY-4.0")
    assert (pack.name["ja"], pack.authors[0].name, pack.content_notes) == ("小さなお店", "Somebody", ("queue",))
    assert [scene.id for scene in pack.scenes] == ["counter"], "a scene without its sheet is left out"
    assert shelf.is_built_in("a.small.shop")
    assert shelf.troubles() == ()


def test_headings_in_both_languages(shelf: PackShelf) -> None:
    (english,) = shelf.headings("en")
    (japanese,) = shelf.headings("ja")
    assert (english.title, english.about, english.level) == ("The counter", "A lunch box on the counter.", 2)
    assert (japanese.title, japanese.about) == ("レジ", "お弁当をレジに置きます。")
    assert (japanese.level, japanese.minutes, japanese.dials) == (2, 4, ("noise",))
    assert shelf.headings("fr") == ()


def test_scenes_in_both_languages(shelf: PackShelf) -> None:
    english, japanese = shelf.scene("a.small.shop/counter", "en"), shelf.scene("a.small.shop/counter", "ja")
    assert english is not None and japanese is not None
    assert (english.title, japanese.title, japanese.language) == ("The counter", "レジ", "ja")
    assert shelf.sheets("a.small.shop/counter", "en") == (SHEET, None)
    assert shelf.sheets("a.small.shop/counter", "ja") == (SHEET, SHEET_JA)
    for address, language in [("a.small.shop/counter", "fr"), ("a.small.shop/other", "en"), ("x", "en"), ("", "en")]:
        assert shelf.scene(address, language) is None


def test_an_added_pack_stays_one_file(shelf: PackShelf, door: PackDoor, tmp_path: Path, added: Path) -> None:
    given = zipped(tmp_path)
    assert door.add(given) == ("", "my.own.pack")
    kept = hashlib.sha256(given.read_bytes()).hexdigest() + ".practicepack"
    assert sorted(path.name for path in added.rglob("*")) == [kept, "shelf.json"]
    assert [pack.id for pack in shelf.packs()] == ["a.small.shop", "my.own.pack"]
    assert not shelf.is_built_in("my.own.pack")
    assert len(shelf.fingerprint("my.own.pack").split()) == 6
    scene = shelf.scene("my.own.pack/counter", "ja")
    assert scene is not None and scene.title == "レジ"
    assert door.remove("my.own.pack") == ("", "my.own.pack")
    assert [pack.id for pack in shelf.packs()] == ["a.small.shop"]
    assert door.remove("my.own.pack")[0] == "pack-not-there"


def test_a_folder_and_the_pack_built_of_it_have_one_fingerprint(
    shelf: PackShelf, shipped: Path, tmp_path: Path
) -> None:
    elsewhere = PackShelf(tmp_path / "none", tmp_path / "other")
    given = zipped(tmp_path, "a.small.shop")
    assert PackDoor(elsewhere).add(given) == ("", "a.small.shop")
    lay(
        shipped / "shop",
        **{"pack.toml": COVER[: COVER.index('[[scenes]]\nid = "not-there"')].format(id="a.small.shop").encode()},
    )
    assert shelf.fingerprint("a.small.shop") == elsewhere.fingerprint("a.small.shop") != ""


def test_what_is_no_pack_is_refused_in_a_sentence(door: PackDoor, tmp_path: Path, added: Path) -> None:
    wrong = tmp_path / "notes.practicepack"
    wrong.write_bytes(b"holiday notes")
    code, english = door.add(wrong)
    assert code == "pack-refused" and english.endswith("Nothing was changed.")
    assert door.add(wrong, "ja")[1].endswith("なにも変わっていません。")
    assert door.add(tmp_path / "absent.practicepack") == ("file-not-readable", "absent.practicepack")
    assert door.add(zipped(tmp_path, "a.small.shop")) == ("pack-built-in", "a.small.shop")
    assert not added.exists()


def test_a_full_disk_leaves_the_shelf_as_it_was(shelf: PackShelf, door: PackDoor, tmp_path: Path, added: Path) -> None:
    given = zipped(tmp_path)
    with full_disk(200):
        assert door.add(given) == ("file-not-kept", "full")
    assert list(added.iterdir()) == []
    assert len(shelf.packs()) == 1


def test_shipped_packs_stay(door: PackDoor, shipped: Path) -> None:
    assert door.remove("a.small.shop")[0] == "pack-built-in"
    assert (shipped / "shop" / "pack.toml").is_file()


def test_an_edited_sheet_is_read_anew(shelf: PackShelf, shipped: Path) -> None:
    assert shelf.headings("en")[0].title == "The counter"
    lay(shipped / "shop", **{"scenes/counter.scene.txt": SHEET.replace("The counter", "The long counter").encode()})
    assert shelf.headings("en")[0].title == "The long counter"


def test_a_vanished_folder_leaves_an_empty_shelf(shelf: PackShelf, shipped: Path) -> None:
    assert len(shelf.packs()) == 1
    shutil.rmtree(shipped)
    assert shelf.packs() == ()
    assert shelf.headings("en") == ()
    assert shelf.scene("a.small.shop/counter", "en") is None
    assert shelf.fingerprint("a.small.shop") == ""
    lay(shipped / "shop")
    assert len(shelf.packs()) == 1


@pytest.mark.parametrize(
    "cover", [b"", b"format = ", b"\xff\xfe", b'format = 1\nid = "../../etc"\n', b'id = 7\n[[scenes]]\nid = "x"\n']
)
def test_a_broken_cover_is_a_trouble_and_harms_no_other_pack(shelf: PackShelf, shipped: Path, cover: bytes) -> None:
    lay(shipped / "broken", "b.roken", **{"pack.toml": cover})
    assert [pack.id for pack in shelf.packs()] == ["a.small.shop"]
    (trouble,) = shelf.troubles()
    assert trouble.name == "broken"
    lay(shipped / "broken", "b.mended")
    assert [pack.id for pack in shelf.packs()] == ["b.mended", "a.small.shop"]
    assert shelf.troubles() == ()


def test_odd_values_on_a_cover_are_left_out(shelf: PackShelf, shipped: Path) -> None:
    odd = b"""id = "o.dd"
level = "high"
languages = 3
content_notes = [1, "queue"]
authors = [1, {name = "A"}]
licence = "mine"
name = "plain"
scenes = [
  7, {id = "../x", file = "scenes/counter.scene.txt"}, {id = "ok", file = "scenes/counter.scene.txt", level = true}
]
"""
    lay(shipped / "odd", **{"pack.toml": odd})
    pack = next(pack for pack in shelf.packs() if pack.id == "o.dd")
    assert (pack.level, pack.content_notes, pack.licence, dict(pack.name)) == (1, ("queue",), "", {})
    assert [(scene.id, scene.level) for scene in pack.scenes] == [("ok", 1)]


def test_links_out_of_a_pack_are_not_followed(shelf: PackShelf, shipped: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.scene.txt"
    secret.write_text(SHEET.replace("The counter", "Secret"))
    sheet = shipped / "shop" / "scenes" / "counter.scene.txt"
    sheet.unlink()
    sheet.symlink_to(secret)
    assert shelf.packs()[0].scenes == ()


def test_media_come_by_names_that_packs_use_only(shelf: PackShelf, shipped: Path, tmp_path: Path) -> None:
    (shipped / "shop" / "images").mkdir()
    (shipped / "shop" / "images" / "door.png").write_bytes(b"png")
    assert shelf.media("a.small.shop", "images/door.png") == b"png"
    for name in ("../../secret", "/etc/passwd", "images/absent.png", "images/../pack.toml", "program.py"):
        assert shelf.media("a.small.shop", name) is None
    assert shelf.media("no.pack", "images/door.png") is None


def test_the_shipped_packs_of_this_repository_have_no_trouble(repository: Path, tmp_path: Path) -> None:
    shelf = PackShelf(repository / "scenarios", tmp_path / "none")
    assert shelf.troubles() == ()
    assert any(pack.id == "errands" for pack in shelf.packs())
    for pack in shelf.packs():
        assert pack.scenes
        for scene in pack.scenes:
            assert set(scene.sheets) >= {"en", "ja"}, f"{pack.id}/{scene.id} is not in both languages"


def test_a_scene_is_quiet_when_gestures_are_enough() -> None:
    assert is_quiet(SHEET)
    assert not is_quiet(SHEET.replace("> (nod)", "> nod"))
    assert is_quiet("== a ==\nP: Hello.\n-> end\n")
    assert is_quiet("== anywhere ==\n> leave\n== a ==\n＞（うなずく）\n")


# --- versions ---------------------------------------------------------------------------------------------------


def version(tmp_path: Path, number: str, maker: str = "Somebody", about: str = "One visit.") -> Path:
    cover = COVER[: COVER.index('[[scenes]]\nid = "not-there"')].format(id="my.own.pack")
    cover = cover.replace("1.2.0", number).replace("Somebody", maker).replace("One visit.", about)
    path = tmp_path / f"{number}-{maker}-{about[:3]}.practicepack"
    path.write_bytes(build_pack({**files(), "pack.toml": cover.encode()}))
    return path


def standing(shelf: PackShelf) -> str:
    return next(pack.version for pack in shelf.packs() if pack.id == "my.own.pack")


def test_a_newer_version_replaces_and_an_older_one_asks(
    shelf: PackShelf, door: PackDoor, tmp_path: Path, added: Path
) -> None:
    assert door.add(version(tmp_path, "1.2.0"), giver=" Ms Mori ") == ("", "my.own.pack")
    assert door.add(version(tmp_path, "1.10.0")) == ("", "my.own.pack")
    assert standing(shelf) == "1.10.0"
    assert len(list(added.glob("*.practicepack"))) == 1, "the older file is gone"
    older = version(tmp_path, "1.9.0")
    assert door.add(older) == ("pack-older", "1.10.0 → 1.9.0")
    assert standing(shelf) == "1.10.0"
    assert door.add(older, replace=True) == ("", "my.own.pack")
    assert standing(shelf) == "1.9.0"
    assert len(list(added.glob("*.practicepack"))) == 1


def test_the_same_id_from_somebody_else_is_said(shelf: PackShelf, door: PackDoor, tmp_path: Path) -> None:
    door.add(version(tmp_path, "1.2.0"))
    stranger = version(tmp_path, "2.0.0", "Another")
    assert door.add(stranger)[0] == "pack-other-maker"
    assert standing(shelf) == "1.2.0"
    assert door.add(stranger, replace=True)[0] == ""
    assert standing(shelf) == "2.0.0"


def test_the_same_version_with_another_content_asks(shelf: PackShelf, door: PackDoor, tmp_path: Path) -> None:
    first = version(tmp_path, "1.2.0")
    assert door.add(first)[0] == ""
    assert door.add(first)[0] == "", "the very same file again changes nothing"
    assert door.add(version(tmp_path, "1.2.0", about="Another."))[0] == "pack-other-content"


def test_looking_adds_nothing(shelf: PackShelf, door: PackDoor, tmp_path: Path, added: Path) -> None:
    code, detail, looked = door.look(version(tmp_path, "1.2.0"))
    assert (code, detail) == ("", "my.own.pack") and looked is not None
    assert (looked.arrival, looked.pack.review, looked.changes.added) == ("new", "draft", ())
    assert len(looked.files.fingerprint.split()) == 6
    assert not added.exists()
    assert door.look(tmp_path / "absent.practicepack") == ("file-not-readable", "absent.practicepack", None)


def test_what_another_version_brings_is_told_scene_by_scene() -> None:
    def pack(**sheets: str) -> Pack:
        scenes = tuple(PackScene(name, f"scenes/{name}", 1, 1, {"en": text}) for name, text in sheets.items())
        return Pack("a", "1.0.0", {}, {}, "en", ("en",), scenes)

    assert changes(pack(a="x", b="y"), pack(b="z", c="y")) == Changes(("c",), ("b",), ("a",))
    assert [version_of(text) for text in ("1.10.2", "odd", "")] == [(1, 10, 2), (), ()]


def test_who_gave_it_is_kept_until_the_pack_goes(shelf: PackShelf, door: PackDoor, tmp_path: Path, added: Path) -> None:
    door.add(version(tmp_path, "1.2.0"), giver="Ms Mori, from the centre")
    (own,) = [one for one in PackShelf(tmp_path / "none", added).shelved() if one.origin == "own"]
    assert (own.given.by, own.given.file) == ("Ms Mori, from the centre", "1.2.0-Somebody-One.practicepack")
    assert door.hide("my.own.pack", True)[0] == ""
    door.remove("my.own.pack")
    assert "Mori" not in (added / "shelf.json").read_text("utf-8")
    assert shelf.notes.now.hidden == ()


def test_a_hidden_pack_is_out_of_sight_and_stays(shelf: PackShelf, door: PackDoor) -> None:
    assert door.hide("a.small.shop", True) == ("", "a.small.shop")
    assert shelf.headings("en") == ()
    assert shelf.scene("a.small.shop/counter", "en") is not None
    assert [one.hidden for one in shelf.shelved()] == [True]
    door.hide("a.small.shop", False)
    assert len(shelf.headings("en")) == 1
    assert door.hide("no.pack", True)[0] == "pack-not-there"


def test_damaged_notes_lose_no_pack(shelf: PackShelf, door: PackDoor, tmp_path: Path, added: Path) -> None:
    door.add(version(tmp_path, "1.2.0"))
    for damage in (b"", b"{", b"[1]", b"\xff", b'{"hidden": 3}'):
        (added / "shelf.json").write_bytes(damage)
        again = PackShelf(tmp_path / "none", added)
        assert [one.pack.id for one in again.shelved()] == ["my.own.pack"]


def test_a_pack_that_was_changed_on_the_shelf_is_refused(
    shelf: PackShelf, door: PackDoor, tmp_path: Path, added: Path
) -> None:
    door.add(version(tmp_path, "1.2.0"))
    (kept,) = added.glob("*.practicepack")
    kept.write_bytes(version(tmp_path, "1.3.0").read_bytes())
    assert [pack.id for pack in shelf.packs()] == ["a.small.shop"]
    assert [trouble.reason.code for trouble in shelf.troubles()] == ["checksum"]


def test_a_pipe_is_no_pack(door: PackDoor, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.practicepack"
    os.mkfifo(pipe)
    assert door.add(pipe)[0] == "pack-refused"


# --- folders beside the shelf --------------------------------------------------------------------------------------


@pytest.fixture
def centre(tmp_path: Path, door: PackDoor) -> Path:
    folder = tmp_path / "centre"
    (folder / "spring").mkdir(parents=True)
    version(tmp_path, "1.3.0").rename(folder / "spring" / "one.practicepack")
    zipped(tmp_path, "other.pack").rename(folder / "two.practicepack")
    (folder / "notes.practicepack").write_bytes(b"holiday notes")
    (folder / "more.txt").write_text("not a pack")
    assert door.stand_beside(folder) == ("", str(folder))
    return folder


def origins(shelf: PackShelf) -> list[tuple[str, str]]:
    return [(one.pack.id, one.origin) for one in shelf.shelved()]


def test_packs_of_a_centre_stand_beside_ones_own(shelf: PackShelf, door: PackDoor, centre: Path) -> None:
    assert shelf.refresh_sources()
    assert origins(shelf) == [("a.small.shop", "built-in"), ("my.own.pack", "beside"), ("other.pack", "beside")]
    assert shelf.sheets("other.pack/counter", "ja") == (SHEET, SHEET_JA), "a scene can be gone into from there"
    assert [heading.pack for heading in shelf.headings("en")] == ["a.small.shop"], "the garden stays small"
    assert not shelf.refresh_sources()
    beside = next(one for one in shelf.shelved() if one.pack.id == "other.pack")
    assert door.add(beside.file) == ("", "other.pack")
    assert origins(shelf)[1] == ("other.pack", "own")


def test_a_newer_version_beside_is_an_update(shelf: PackShelf, door: PackDoor, centre: Path, tmp_path: Path) -> None:
    door.add(version(tmp_path, "1.2.0"))
    shelf.refresh_sources()
    own = next(one for one in shelf.shelved() if one.pack.id == "my.own.pack")
    assert own.update == centre / "spring" / "one.practicepack"
    assert door.add(own.update)[0] == ""
    assert next(one for one in shelf.shelved() if one.pack.id == "my.own.pack").update is None


def test_a_folder_that_vanishes_loses_nothing(
    shelf: PackShelf, door: PackDoor, centre: Path, tmp_path: Path, shipped: Path, added: Path
) -> None:
    shelf.refresh_sources()
    centre.rename(tmp_path / "unplugged")
    assert shelf.refresh_sources()
    assert len(shelf.shelved()) == 3, "what was known of it stays"
    assert [source.away for source in shelf.sources()] == [True]
    assert shelf.sheets("other.pack/counter", "en") is None
    assert door.add(centre / "two.practicepack")[0] == "file-not-readable"
    # The next start knows the packs, too, and the folder's return is noticed.
    again = PackShelf(shipped, added)
    assert len(again.shelved()) == 3
    (tmp_path / "unplugged").rename(centre)
    again.refresh_sources()
    assert [source.away for source in again.sources()] == [False]


def test_the_index_sees_what_came_went_and_changed(shelf: PackShelf, centre: Path, tmp_path: Path) -> None:
    shelf.refresh_sources()
    (centre / "two.practicepack").unlink()
    version(tmp_path, "1.4.0").replace(centre / "spring" / "one.practicepack")
    (centre / "pipe").mkdir()
    os.mkfifo(centre / "pipe" / "x.practicepack")
    (centre / "link.practicepack").symlink_to(centre / "spring" / "one.practicepack")
    assert shelf.refresh_sources()
    assert [(one.pack.id, one.pack.version) for one in shelf.shelved()][1:] == [("my.own.pack", "1.4.0")]


def test_a_damaged_index_is_made_anew(shelf: PackShelf, centre: Path, shipped: Path, added: Path) -> None:
    shelf.refresh_sources()
    (index,) = (added.parent / "cache" / "shelves").iterdir()
    for damage in (b"", b"{", b'{"format": 9}', b'{"rows": 3}'):
        index.write_bytes(damage)
        again = PackShelf(shipped, added)
        assert again.refresh_sources()
        assert len(again.shelved()) == 3


def test_a_pack_beside_is_looked_over_whole_before_it_is_used(shelf: PackShelf, door: PackDoor, centre: Path) -> None:
    whole = bytearray((centre / "two.practicepack").read_bytes())
    at = whole.index(b"scenes/counter") + 40
    whole[at] ^= 0xFF
    (centre / "two.practicepack").write_bytes(whole)
    shelf.refresh_sources()
    assert ("other.pack", "beside") in origins(shelf), "its cover can be read"
    assert shelf.sheets("other.pack/counter", "en") is None
    assert door.add(centre / "two.practicepack")[0] == "pack-refused"
    assert door.stand_beside(centre, False)[0] == ""
    assert origins(shelf) == [("a.small.shop", "built-in")]
    assert door.stand_beside(centre / "none")[0] == "folder-not-there"


def test_how_much_the_shortest_answers_ask_for() -> None:
    head = "scene: x\n== anywhere ==\n> stop\n  - I would like to stop this scene here now.\n== one ==\nA: Tea?\n"
    assert talk_of(head + "> (nod)\n-> end") == 0
    assert talk_of(head + "> yes\n  - Yes.\n  - Yes please, that would be very kind of you.\n") == 1
    assert talk_of(head + "> yes\n  - I would like that.\n== two ==\nA: Sugar?\n> no\n  - No.\n") == 2
    assert talk_of(head + "> yes\n  on purpose\n  - No.\n> tell\n  - I came here because I wanted to ask.\n") == 3
    assert talk_of("== はじめ ==\n店員：温めますか\n・温めますか？\n＞ はい\n・はい\n・お願いします\n") == 1
    assert talk_of("== はじめ ==\n＞ 話す\n・きのうの晩から少しかぜをひいているようなんです\n") == 3


@pytest.mark.parametrize("language", ["en", "ja"])
def test_goals_of_many_scenes_are_those_of_the_built_ones(tmp_path: Path, language: str) -> None:
    shelf = PackShelf(scenarios(), tmp_path / "packs")
    every = [f"{one.pack}/{one.id}" for one in shelf.headings(language)]
    scenes = {address: shelf.scene(address, language) for address in every}
    built = {(address, goal.name): goal.text for address, scene in scenes.items() if scene for goal in scene.goals}
    assert len(built) > 80
    assert shelf.goals([*every, "errands/no-such-scene", "nowhere/at-all"], language) == built


def test_a_scene_that_was_read_leaves_no_lines_behind(shelf: PackShelf) -> None:
    before = lines_in_memory()
    assert shelf.scene("a.small.shop/counter", "ja") is not None
    assert lines_in_memory() <= before


def lines_in_memory() -> int:
    """Lines of sheets that something still holds."""
    gc.collect()
    return sum(isinstance(one, SheetLine) for one in gc.get_objects())
