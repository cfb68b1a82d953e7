"""A whole pack is looked over: cover sheet, files, sheets, translations, plans."""

import pytest

from tests.helpers.pack_cases import MANIFEST, PACK_CASES, good_pack, jpeg_with_place
from trainer.packs.pack_checker import check_pack
from trainer.packs.pack_files import guess_encoding, has_place


def test_the_good_pack_has_nothing_to_find():
    assert check_pack(good_pack(), walk=True) == ()


@pytest.mark.parametrize("case", PACK_CASES, ids=lambda case: case.name)
def test_pack_with_one_thing_to_find(case):
    found = check_pack(case.files)
    at = [(diagnostic.file, diagnostic.code) for diagnostic in found]
    assert (case.file, case.code) in at, at


def test_findings_of_the_cover_sheet_stand_at_their_line():
    files = good_pack()
    files["pack.toml"] = MANIFEST.replace('version = "1.0.0"', "version = 1")
    found = [diagnostic for diagnostic in check_pack(files) if diagnostic.code == "manifest-value"]
    assert [diagnostic.line for diagnostic in found] == [3]
    files["pack.toml"] = MANIFEST.replace("minutes = 4\nsetting", "minutes 4\nsetting")
    assert [(d.code, d.line) for d in check_pack(files)][0] == ("manifest-unreadable", 7)


def test_a_broken_sheet_in_a_pack_is_named_by_its_path():
    files = good_pack()
    files["scenes/bakery.scene.txt"] = str(files["scenes/bakery.scene.txt"]).replace("-> warm (", "-> wram (")
    assert ("scenes/bakery.scene.txt", "goto-unknown") in {(d.file, d.code) for d in check_pack(files)}


def test_a_pack_of_nothing_is_no_reason_to_stumble():
    assert [diagnostic.code for diagnostic in check_pack({})] == ["manifest-missing"]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("こんにちは".encode("cp932"), "Shift-JIS"),
        ("こんにちは".encode("utf-16"), "UTF-16"),
        ("café".encode("cp1252"), "Windows-1252"),
    ],
)
def test_another_encoding_is_named(content, name):
    assert guess_encoding(content) == name


def test_the_place_of_a_picture_is_found_in_both_byte_orders():
    assert has_place(jpeg_with_place("<"))
    assert has_place(jpeg_with_place(">"))
    plain = jpeg_with_place().replace(b"\x25\x88", b"\x0f\x01")
    assert not has_place(plain)
    for end in range(len(plain)):
        assert not has_place(plain[:end])
