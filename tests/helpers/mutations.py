"""Damage done to sheets, cover sheets and packs: bytes turned, taken out, doubled, moved, and put in from elsewhere."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Callable
from pathlib import Path

from tests.helpers.hostile_packs import COVER, Raw, good, jpeg, png, wav, zip_of
from trainer.packs.archive import open_pack
from trainer.packs.builder import build_scene
from trainer.packs.cover import pack_of
from trainer.packs.diagnostics import Findings
from trainer.packs.manifest import read_manifest
from trainer.packs.reader import read_sheet
from trainer.packs.refusals import SENTENCES, Refused

SHEETS = Path(__file__).parents[1] / "data" / "sheets"
WORDS = (
    "＝＝",
    "→",
    "・",
    "／",
    "＞",
    "：",
    "（もし 列 >= 1）",
    "ヒント１：",
    "沈黙８秒：",
    "{",
    "}",
    "｛",
    "\u202e",
    "\0",
    "\ufeff",
    "\r",
    "\t",
    "== anywhere ==",
    "-> again",
    "translation of: x",
    "slot x: a | b",
    "memory x = 0, keep",
    "9" * 40,
    "// ok all: x",
    "[[",
    "]]",
    "'''",
    '"""',
    "PK\x03\x04",
    "PK\x01\x02",
    "PK\x05\x06",
    "=",
    ".",
    "\\u0000",
)


def small_sheets() -> tuple[bytes, ...]:
    """Sheets in both languages and ways of writing."""
    names = ("small/bakery.scene.txt", "small/bakery.ja.scene.txt", "reception.scene.txt")
    return tuple((SHEETS / name).read_bytes() for name in names)


def small_pack() -> bytes:
    """A pack with one file of each kind."""
    sheet = small_sheets()[0]
    media = (Raw("images/a.png", png(8, 8)), Raw("images/b.jpg", jpeg(8, 8)), Raw("sounds/a.wav", wav(8000, 1, 16_000)))
    return zip_of(good(Raw("README.txt", b"hello\n" * 50, 8), *media, sheet=sheet))


def damaged(content: bytes, dice: random.Random) -> bytes:
    """The bytes with one to six things done to them."""
    found = bytearray(content)
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(found) + 1)
        much = dice.choice((1, 1, 2, 4, 16, 200))
        match dice.randrange(6):
            case 0:
                found[at : at + 1] = bytes([dice.randrange(256)])
            case 1:
                del found[at : at + much]
            case 2:
                found[at:at] = found[at : at + much]
            case 3:
                other = dice.randrange(len(found) + 1)
                found[at:at] = found[other : other + much]
            case 4:
                found[at:at] = dice.choice(WORDS).encode()
            case _:
                found[at : at + 4] = dice.choice((b"\0\0\0\0", b"\xff\xff\xff\xff", b"\xff\xff\xff\x7f", b"\x80\0\0\0"))
    return bytes(found)


def read_any_sheet(content: bytes) -> None:
    """Read and build whatever it is; every line comes back as it was."""
    text = content.decode("utf-8", "replace")
    assert read_sheet(text).text == text
    build_scene(text)


def read_any_cover(content: bytes) -> None:
    """Both readers of the cover sheet: one reports, the other refuses with a sentence."""
    read_manifest(content.decode("utf-8", "replace"), Findings("pack.toml"))
    try:
        pack = pack_of({"pack.toml": content, "scenes/hello.scene.txt": b"== a ==\n"}, strict=True)
        assert tomllib.loads(content.decode("utf-8"))["id"] == pack.id
    except Refused as refused:
        assert refused.code in SENTENCES


def open_any_pack(content: bytes) -> None:
    """Look a pack over; what opens has files that are what their checksums say."""
    try:
        opened = open_pack(content)
        for name in opened.files:
            assert isinstance(opened.files[name], bytes)
    except Refused as refused:
        assert refused.code in SENTENCES


INPUTS: tuple[tuple[str, tuple[bytes, ...], Callable[[bytes], None]], ...] = (
    ("sheet", small_sheets(), read_any_sheet),
    ("cover", (COVER.encode(), good()[0].content), read_any_cover),
    ("pack", (small_pack(),), open_any_pack),
)
"""What is damaged: a name, the whole inputs, and what is done with the damaged ones."""
