"""Packs: built the same every time; hostile ones are refused with one sentence, whatever is done to them."""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.packs.archive import build_pack, open_pack, spoken
from trainer.packs.names_allowed import check_names
from trainer.packs.refusals import SENTENCES, Refused

COVER = b'format = 1\nid = "org.example.small"\nversion = "1.0.0"\n'
SHEET = b"scene: Small\n\n== a ==\nA: Hello.\n"


def files(**more: bytes) -> dict[str, bytes]:
    return {"pack.toml": COVER, "scenes/small.scene.txt": SHEET, **more}


def png(wide: int, high: int) -> bytes:
    head = b"IHDR" + struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    parts = (head, b"IDAT" + zlib.compress(bytes((wide * 3 + 1) * high) if wide * high < 10_000 else b""), b"IEND")
    told = (struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part)) for part in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(told)


def wav(seconds: float, rate: int = 22_050, channels: int = 1) -> bytes:
    sound = bytes(int(seconds * rate) * 2 * channels)
    head = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, channels, rate, rate * 2 * channels, 2 * channels, 16)
    body = head + struct.pack("<4sI", b"data", len(sound)) + sound
    return b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WAVE" + body


def zip_of(entries: list[tuple[str, bytes]], listed: bool = True, **more: object) -> bytes:
    """A zip made by the standard library, with a truthful cover sheet unless told otherwise."""
    rows = "".join(f"'{name}' = '{hashlib.sha256(content).hexdigest()}'\n" for name, content in entries)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as zipped:
        zipped.writestr("pack.toml", COVER + (b"[files]\n" + rows.encode() if listed else b""))
        for name, content in entries:
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            for key, value in more.items():
                setattr(info, key, value)
            zipped.writestr(info, content)
    return stream.getvalue()


def refused(zipped: bytes) -> str:
    with pytest.raises(Refused) as caught:
        open_pack(zipped)
    assert str(caught.value).count("\n") == 0
    assert str(caught.value).endswith("Nothing was changed.")
    assert caught.value.sentence("ja").endswith("なにも変わっていません。")
    return caught.value.code


def test_a_pack_opens_as_it_was_built() -> None:
    given_files = files(**{"images/door.png": png(64, 64), "sounds/bell.wav": wav(0.1)})
    opened = open_pack(build_pack(given_files))
    assert set(opened.files) == set(given_files)
    assert opened.files["scenes/small.scene.txt"] == SHEET
    assert len(opened.fingerprint.split()) == 6


def test_building_twice_gives_the_same_bytes() -> None:
    one = build_pack(files())
    other = build_pack(dict(reversed(list(files().items()))))
    assert one == other
    assert build_pack(dict(open_pack(one).files)) == one


def test_fingerprints_differ_and_can_be_spoken() -> None:
    prints = {spoken(hashlib.sha256(bytes([number])).hexdigest()) for number in range(200)}
    assert len(prints) == 200
    assert all(character.islower() or character == " " for words in prints for character in words)


@pytest.mark.parametrize(
    "name",
    [
        "../up.txt",
        "/root.txt",
        "scenes/../x.scene.txt",
        "scenes//x.scene.txt",
        "C:/x.txt",
        "scenes\\x.scene.txt",
        "scenes/.hidden.scene.txt",
        "scenes/con.scene.txt",
        "scenes/LPT1.scene.txt",
        "scenes/a\u202eb.scene.txt",
        "scenes/a\u200bb.scene.txt",
        "scenes/a\nb.scene.txt",
        "scenes/x.scene.txt ",
        "scenes/x.scene.txt.",
        "scenes/か\u3099.scene.txt",
        "scenes/" + "x" * 200 + ".scene.txt",
        "a/b/c/d/e.txt",
        "scenes/what?.scene.txt",
        "",
    ],
)
def test_names_that_mean_different_things_elsewhere(name: str) -> None:
    with pytest.raises(Refused) as caught:
        check_names([name])
    assert caught.value.code == "name"


@pytest.mark.parametrize(
    "name",
    ["run.py", "scenes/run.exe", "images/a.svg", "x.html", "scenes/a.zip", "fonts/a.ttf", "a.yaml", "code/x.txt"],
)
def test_kinds_that_packs_do_not_use(name: str) -> None:
    assert refused(zip_of([(name, b"x")])) == "kind"


def test_names_that_are_the_same_on_some_computers() -> None:
    assert refused(zip_of([("scenes/A.scene.txt", SHEET), ("scenes/a.scene.txt", SHEET)])) == "same-name"
    assert refused(zip_of([("scenes/Ａ.scene.txt", SHEET), ("scenes/a.scene.txt", SHEET)])) == "same-name"


def test_bytes_around_a_pack() -> None:
    whole = build_pack(files())
    assert refused(b"#!/bin/sh\n" + whole) == "not-a-pack"
    assert refused(whole + b"tail") == "not-a-pack"
    assert refused(b"") == "not-a-pack"
    assert refused(b"PK\x05\x06" + bytes(18)) == "not-a-pack"
    assert refused(whole[:-30]) == "not-a-pack"


def test_a_file_that_swells() -> None:
    assert refused(zip_of([("scenes/a.scene.txt", b" " * 10_000_000)])) == "swells"


def test_more_files_than_a_pack_holds() -> None:
    assert refused(zip_of([(f"scenes/{number}.scene.txt", b"x") for number in range(500)])) == "too-many"


def test_links_and_folders() -> None:
    assert refused(zip_of([("scenes/a.scene.txt", b"/etc/passwd")], external_attr=0o120777 << 16)) == "not-a-file"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as zipped:
        zipped.writestr("pack.toml", COVER + b"[files]\n")
        zipped.mkdir("scenes")
    assert refused(stream.getvalue()) == "not-a-file"


def test_ways_of_storing_that_packs_do_not_use() -> None:
    assert refused(zip_of([("scenes/a.scene.txt", SHEET * 50)], compress_type=zipfile.ZIP_LZMA)) == "odd-storing"
    assert refused(zip_of([("scenes/a.scene.txt", SHEET * 50)], compress_type=zipfile.ZIP_BZIP2)) == "odd-storing"


def test_a_lying_header() -> None:
    whole = bytearray(build_pack(files()))
    at = whole.rfind(b"PK\x01\x02")
    struct.pack_into("<I", whole, at + 24, 5)
    assert refused(bytes(whole)) == "damaged"


def test_a_second_name_for_the_same_bytes() -> None:
    whole = bytearray(build_pack(files(**{"README.txt": b"hello"})))
    central = whole.find(b"PK\x01\x02")
    second = whole.find(b"PK\x01\x02", central + 4)
    first_start = struct.unpack_from("<I", whole, central + 42)[0]
    struct.pack_into("<I", whole, second + 42, first_start)
    assert refused(bytes(whole)) in ("damaged", "overlaps")


def test_a_disguise() -> None:
    svg = b"<svg xmlns='http://www.w3.org/2000/svg'/>"
    for name in ("images/a.png", "images/a.jpg", "images/a.webp", "sounds/a.wav", "sounds/a.ogg", "sounds/a.mp3"):
        assert refused(zip_of([(name, svg)])) == "disguised"


def test_pictures_and_sounds_have_limits() -> None:
    assert refused(zip_of([("images/a.png", png(9000, 10))])) == "picture"
    assert refused(zip_of([("images/a.png", png(5000, 5000))])) == "picture"
    assert refused(zip_of([("images/a.png", png(0, 5))])) == "picture"
    assert refused(zip_of([("sounds/a.wav", wav(0.01, rate=96_000))])) == "sound"
    assert refused(zip_of([("sounds/a.wav", wav(0.01, channels=6))])) == "sound"
    plain, sound = wav(0.2322), bytes(range(256)) * 40
    hours = plain[:28] + struct.pack("<I", 1) + plain[32:44] + sound
    assert refused(zip_of([("sounds/a.wav", hours)])) == "sound"
    assert refused(zip_of([("sounds/a.wav", wav(0.01) + bytes(range(256)) * 40)])) == "disguised"


def test_text_is_utf8_without_surprises() -> None:
    assert refused(zip_of([("scenes/a.scene.txt", "場面：店".encode("shift_jis"))])) == "text"
    assert refused(zip_of([("scenes/a.scene.txt", b"a\0b")])) == "text"


@pytest.mark.parametrize(
    ("cover", "code"),
    [
        (b"format = 2\n", "newer"),
        (b"format = 'one'\n", "manifest"),
        (b"format = true\n", "manifest"),
        (b"[[[", "manifest"),
        (b"x = " + b"[" * 1900, "manifest"),
        (b"x = " + b"9" * 1900, "manifest"),
        (b"format = 1\nneeds = ['telepathy']\n", "needs"),
        (b"format = 1\nfiles = 3\n", "manifest"),
        (b"format = 1\n[files]\n", "unlisted"),
    ],
)
def test_cover_sheets_that_cannot_be_used(cover: bytes, code: str) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as zipped:
        zipped.writestr("pack.toml", cover)
        zipped.writestr("scenes/a.scene.txt", SHEET)
    assert refused(stream.getvalue()) == code


def test_checksums_hold_both_ways() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as zipped:
        zipped.writestr("pack.toml", COVER + b"[files]\n'scenes/a.scene.txt' = '00'\n")
        zipped.writestr("scenes/a.scene.txt", SHEET)
    assert refused(stream.getvalue()) == "checksum"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as zipped:
        zipped.writestr("pack.toml", COVER + b"[files]\n'scenes/a.scene.txt' = '00'\n")
    assert refused(stream.getvalue()) == "damaged"


def test_without_a_cover_sheet() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as zipped:
        zipped.writestr("scenes/a.scene.txt", SHEET)
    assert refused(stream.getvalue()) == "no-manifest"


WHOLE = build_pack(files(**{"images/a.png": png(8, 8), "sounds/a.wav": wav(0.01)}))


@settings(max_examples=1500)
@given(st.data())
def test_any_byte_may_be_changed(data: st.DataObject) -> None:
    whole = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at] = data.draw(st.integers(0, 255))
    try:
        opened = open_pack(bytes(whole))
    except Refused as refusal:
        assert refusal.code in SENTENCES
    else:
        assert opened.files["scenes/small.scene.txt"] == SHEET


@settings(max_examples=500)
@given(st.binary(max_size=400))
def test_any_bytes_at_all(given_bytes: bytes) -> None:
    for zipped in (given_bytes, b"PK\x03\x04" + given_bytes):
        with pytest.raises(Refused):
            open_pack(zipped)
