"""The shelf: shipped and added packs, read anew when they change, robust against what vanishes or is broken."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.helpers.disk import full_disk
from trainer.packs.archive import build_pack
from trainer.storage.pack_headings import is_quiet
from trainer.storage.pack_shelf import PackShelf

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
    path.write_bytes(build_pack(files(pack)))
    return path


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


def test_an_added_pack_stays_one_file(shelf: PackShelf, tmp_path: Path, added: Path) -> None:
    assert shelf.add(zipped(tmp_path)) == ("", "my.own.pack")
    assert [path.name for path in added.rglob("*")] == ["my.own.pack.practicepack"]
    assert [pack.id for pack in shelf.packs()] == ["a.small.shop", "my.own.pack"]
    assert not shelf.is_built_in("my.own.pack")
    assert len(shelf.fingerprint("my.own.pack").split()) == 6
    scene = shelf.scene("my.own.pack/counter", "ja")
    assert scene is not None and scene.title == "レジ"
    assert shelf.remove("my.own.pack") == ("", "my.own.pack")
    assert [pack.id for pack in shelf.packs()] == ["a.small.shop"]
    assert shelf.remove("my.own.pack")[0] == "pack-not-there"


def test_a_folder_and_the_pack_built_of_it_have_one_fingerprint(shelf: PackShelf, tmp_path: Path) -> None:
    elsewhere = PackShelf(tmp_path / "none", tmp_path / "other")
    assert elsewhere.add(zipped(tmp_path, "a.small.shop")) == ("", "a.small.shop")
    assert shelf.fingerprint("a.small.shop") == elsewhere.fingerprint("a.small.shop") != ""


def test_what_is_no_pack_is_refused_in_a_sentence(shelf: PackShelf, tmp_path: Path, added: Path) -> None:
    wrong = tmp_path / "notes.practicepack"
    wrong.write_bytes(b"holiday notes")
    code, english = shelf.add(wrong)
    assert code == "pack-refused" and english.endswith("Nothing was changed.")
    assert shelf.add(wrong, "ja")[1].endswith("なにも変わっていません。")
    assert shelf.add(tmp_path / "absent.practicepack") == ("file-not-readable", "absent.practicepack")
    assert shelf.add(zipped(tmp_path, "a.small.shop")) == ("pack-built-in", "a.small.shop")
    assert not added.exists()


def test_a_full_disk_leaves_the_shelf_as_it_was(shelf: PackShelf, tmp_path: Path, added: Path) -> None:
    given = zipped(tmp_path)
    with full_disk(200):
        assert shelf.add(given) == ("file-not-kept", "full")
    assert list(added.iterdir()) == []
    assert len(shelf.packs()) == 1


def test_shipped_packs_stay(shelf: PackShelf, shipped: Path) -> None:
    assert shelf.remove("a.small.shop")[0] == "pack-built-in"
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
