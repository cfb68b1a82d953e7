"""Packs with one thing to find, made from a small pack without any finding."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field

from tests.helpers.sheet_cases import BAKERY, BAKERY_JA, Edit, changed

Files = dict[str, str | bytes]

MANIFEST = """format = 1
id = "org.example.bakery"
version = "1.0.0"
source_language = "en"
languages = ["en", "ja"]
level = 3
minutes = 4
setting = "bakery"
audience = "adult"
needs = []
content_notes = ["queue"]

[name]
en = "At the bakery"
ja = "パン屋さんで"

[about]
en = "One visit to a small bakery."
ja = "小さなパン屋さんへ行きます。"

[[authors]]
name = "Somebody"
role = "writing"

[licence]
text = "CC-BY-4.0"

[[scenes]]
id = "bakery"
file = "scenes/bakery.scene.txt"
level = 3
minutes = 4

[[assets]]
file = "images/roll.png"
credit = "Somebody"
licence = "CC-BY-4.0"
alt.en = "A roll on a tray."
alt.ja = "トレイの上の丸パン。"

[review]
state = "draft"
"""

PLAN = """// straight through
language en
seed 3
dial queue = 1
= arrive
> Hello.
= choose
! greet
> (point at a roll)
= pay
> Thank you.
end
"""

PLAN_JA = """※ まっすぐ通す
言語　ja
＞ こんにちは
＝ choose
＞ （退出）
退出
"""


def png(wide: int = 8, high: int = 8) -> bytes:
    """A small grey picture of that size, as its header says."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    rows = b"".join(b"\0" + b"\x80" * 8 for _ in range(8))
    head = struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def jpeg_with_place(order: str = "<") -> bytes:
    """A JPEG, whole by its parts, whose Exif data has a GPS directory."""
    mark = b"II*\0" if order == "<" else b"MM\0*"
    exif = mark + struct.pack(order + "IH", 8, 1) + struct.pack(order + "HHII", 0x8825, 4, 1, 26) + b"\0" * 4
    app1 = b"Exif\0\0" + exif
    frame = struct.pack(">HBHHB", 11, 8, 8, 8, 1) + b"\x01\x11\0"
    scan = b"\xff\xda" + struct.pack(">HB", 8, 1) + b"\x01\0\0\x3f\0" + b"\x80\xff\0\x80" + b"\xff\xd9"
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(app1) + 2) + app1 + b"\xff\xc0" + frame + scan


def good_pack() -> Files:
    """The small pack itself."""
    return {
        "pack.toml": MANIFEST,
        "scenes/bakery.scene.txt": BAKERY,
        "translations/ja/bakery.scene.txt": BAKERY_JA.encode(),
        "rehearsals/bakery.en.plan": PLAN,
        "rehearsals/bakery.ja.plan": PLAN_JA,
        "images/roll.png": png(),
    }


@dataclass(frozen=True, slots=True)
class PackCase:
    """A pack with one thing to find in one of its files."""

    code: str
    files: Files = field(repr=False)
    file: str = "pack.toml"
    name: str = ""


def toml(code: str, *edits: Edit, name: str = "") -> PackCase:
    """A case in pack.toml."""
    return PackCase(code, {**good_pack(), "pack.toml": changed(MANIFEST, *edits)}, name=name or code)


def more(code: str, files: Files, file: str = "pack.toml", name: str = "") -> PackCase:
    """A case made by other or additional files."""
    return PackCase(code, {**good_pack(), **files}, file, name or code)


def less(code: str, gone: str, file: str = "pack.toml") -> PackCase:
    """A case made by taking a file away."""
    return PackCase(code, {path: content for path, content in good_pack().items() if path != gone}, file, code)


JPG_ROW = '\n[[assets]]\nfile = "images/a.jpg"\ncredit = "A"\nlicence = "B"\nalt.en = "A"\nalt.ja = "あ"\n\n[review]'
SIGHING = changed(
    BAKERY, ("@ a bell over the door", "@ somebody sighs"), ("warning: Somebody may stand behind you.\n", "")
)

PACK_CASES = (
    less("asset-missing", "images/roll.png"),
    more("asset-unused", {"images/other.png": png()}),
    toml("alt-missing", ('alt.ja = "トレイの上の丸パン。"\n', "")),
    toml("credit-missing", ('file = "images/roll.png"\ncredit = "Somebody"\n', 'file = "images/roll.png"\n')),
    more(
        "exif-gps",
        {"images/a.jpg": jpeg_with_place(), "pack.toml": changed(MANIFEST, ("\n[review]", JPG_ROW))},
        "images/a.jpg",
    ),
    more("too-large", {"images/roll.png": png(9000, 9000)}, "images/roll.png"),
    more("too-large", {"README.txt": "x" * 600_000}, "README.txt", "a long text"),
    more("format", {"images/roll.png": b"<svg xmlns='http://www.w3.org/2000/svg'/>"}, "images/roll.png"),
    more("file-name", {"scenes/../bakery.scene.txt": BAKERY}, "scenes/../bakery.scene.txt"),
    more("file-kind", {"run.py": b"print()"}, "run.py"),
    more("file-same-name", {"scenes/Bakery.scene.txt": BAKERY}, "scenes/Bakery.scene.txt"),
    more(
        "not-utf8", {"translations/ja/bakery.scene.txt": BAKERY_JA.encode("cp932")}, "translations/ja/bakery.scene.txt"
    ),
    more("not-utf8", {"scenes/bakery.scene.txt": BAKERY.encode("utf-16")}, "scenes/bakery.scene.txt", "utf-16"),
    more("plan-unclear", {"rehearsals/bakery.en.plan": PLAN + "jump\n"}, "rehearsals/bakery.en.plan"),
    more("plan-name", {"rehearsals/bakery.en.plan": PLAN.replace("= pay", "= pya")}, "rehearsals/bakery.en.plan"),
    more("plan-open", {"rehearsals/bakery.en.plan": PLAN.replace("end\n", "")}, "rehearsals/bakery.en.plan"),
    more("plan-scene", {"rehearsals/butcher.en.plan": PLAN}, "rehearsals/butcher.en.plan"),
    less("manifest-missing", "pack.toml"),
    toml("manifest-unreadable", ('id = "org.example.bakery"', "id = org.example.bakery")),
    more("manifest-unreadable", {"pack.toml": "a = " + "[" * 20_000}, name="nested too deeply"),
    more("manifest-unreadable", {"pack.toml": "format = " + "9" * 5000}, name="a very long number"),
    toml("hidden-character", ('en = "At the bakery"', 'en = "At the \u202ebakery"')),
    toml("manifest-newer", ("format = 1", "format = 2")),
    toml("manifest-field", ('version = "1.0.0"\n', "")),
    toml("manifest-value", ('version = "1.0.0"', 'version = "one"')),
    toml("manifest-value", ("level = 3\nminutes = 4\nsetting", 'level = "three"\nminutes = 4\nsetting'), name="level"),
    toml("manifest-value", ('file = "scenes/bakery.scene.txt"', 'file = "../bakery.scene.txt"'), name="file outside"),
    toml("manifest-unknown", ('audience = "adult"', 'audiense = "adult"')),
    less("manifest-scene", "scenes/bakery.scene.txt"),
    more("manifest-unlisted", {"scenes/other.scene.txt": changed(BAKERY, ("id: bakery", "id: other"))}),
    toml(
        "manifest-differs",
        ('file = "scenes/bakery.scene.txt"\nlevel = 3', 'file = "scenes/bakery.scene.txt"\nlevel = 5'),
    ),
    less("manifest-language", "translations/ja/bakery.scene.txt"),
    more("manifest-notes", {"scenes/bakery.scene.txt": SIGHING}, "scenes/bakery.scene.txt"),
    toml("manifest-needs", ("needs = []", 'needs = ["video"]')),
    more("manifest-too-large", {"pack.toml": MANIFEST + "# x\n" * 20_000}),
    toml("manifest-twice", ("[[assets]]", '[[scenes]]\nid = "bakery"\nfile = "scenes/bakery.scene.txt"\n\n[[assets]]')),
    more(
        "translation-stale",
        {"translations/ja/status.toml": '[bakery]\n"warm / hint 1" = "000000000000"\n'},
        "translations/ja/bakery.scene.txt",
    ),
    less("translation-untried", "rehearsals/bakery.ja.plan", "scenes/bakery.scene.txt"),
)
