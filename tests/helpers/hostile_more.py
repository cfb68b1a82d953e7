"""More packs made to hurt: media whose parts lie, zips of other systems, odd names, signs written in plain letters."""

from __future__ import annotations

import itertools
import struct
import zlib
from collections.abc import Iterator, Sequence

from tests.helpers.hostile_packs import COVER, SHEET, Hostile, Raw, changed, good, hostile, of, zip_of


def chunk(name: bytes, content: bytes) -> bytes:
    """A part of a PNG, with its true checksum."""
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def picture(*parts: bytes) -> bytes:
    """A PNG of these parts."""
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


HEAD = chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0))
ROWS = chunk(b"IDAT", zlib.compress(bytes(25 * 8)))
END = chunk(b"IEND", b"")


def pngs() -> dict[str, bytes]:
    """Pictures that hold something else, swell or move."""
    swollen = b"c\0\0" + zlib.compress(bytes(4 << 20), 9)
    huge = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    frame = chunk(b"fcTL", struct.pack(">IIIIIHHBB", 0, 60_000, 60_000, 0, 0, 1, 1, 0, 0))
    return {
        "png of two heads": picture(HEAD, chunk(b"IHDR", huge), ROWS, END),
        "png whose head is short": picture(struct.pack(">I", 5), HEAD[4:], ROWS, END),
        "png without rows": picture(HEAD, END),
        "png of a wrong checksum": picture(HEAD[:-1] + b"?", ROWS, END),
        "png of 99 bits": picture(chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 99, 9, 9, 9, 9)), ROWS, END),
        "png whose words swell": picture(HEAD, chunk(b"zTXt", swollen), ROWS, END),
        "png whose colours swell": picture(HEAD, chunk(b"iCCP", swollen), ROWS, END),
        "png of a thousand packed words": picture(HEAD, chunk(b"zTXt", b"c\0\0") * 1000, ROWS, END),
        "png that moves": picture(HEAD, chunk(b"acTL", struct.pack(">II", 100_000, 0)), frame, ROWS, END),
    }


def jpegs() -> dict[str, bytes]:
    """The same for photographs."""

    def frame(side: int, mark: bytes = b"\xff\xc0") -> bytes:
        return mark + struct.pack(">HBHHB", 11, 8, side, side, 1) + b"\x01\x11\0"

    start, scan, end = b"\xff\xd8\xff\xe0\x00\x04ab", b"\xff\xda\x00\x04abdata\xff\x00", b"\xff\xd9"
    return {
        "jpeg of two sizes": start + frame(8) + frame(65_000) + scan + end,
        "jpeg with a size behind its rows": start + frame(8) + scan + frame(65_000) + end,
        "jpeg with a zip behind": start + frame(8) + scan + end + zip_of(good()),
        "jpeg with a page behind": start + frame(8) + scan + end + b"<script>",
        "jpeg cut short": start + frame(8) + scan,
        "jpeg without rows": start + frame(8) + end,
        "jpeg of another way": start + frame(8, b"\xff\xc9") + scan + end,
        "jpeg whose height comes later": start + frame(8) + scan + b"\xff\xdc\x00\x04\xff\xff" + end,
    }


def webps() -> dict[str, bytes]:
    """The same for WebP."""

    def part(name: bytes, content: bytes) -> bytes:
        return name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)

    def file(*parts: bytes) -> bytes:
        body = b"WEBP" + b"".join(parts)
        return b"RIFF" + struct.pack("<I", len(body)) + body

    small, large = ((b"\x2f" + (side | side << 14).to_bytes(4, "little") + bytes(21)) for side in (7, 16_382))
    canvas = part(b"VP8X", bytes(4) + (7).to_bytes(3, "little") * 2)
    whole = file(part(b"VP8L", small))
    return {
        "webp larger than its canvas": file(canvas, part(b"VP8L", large)),
        "webp of another length": whole[:4] + struct.pack("<I", 9_999_999) + whole[8:],
        "webp with a zip behind": whole + zip_of(good()),
        "webp without a picture": file(canvas),
        "webp of two pictures": file(canvas, part(b"VP8L", small), part(b"VP8L", small)),
        "webp that moves": file(canvas, part(b"ANIM", bytes(6)), *[part(b"ANMF", bytes(24))] * 20_000),
        "webp with a frame of its own": file(canvas, part(b"ANMF", bytes(16) + part(b"VP8L", large))),
    }


def page(reached: int, pieces: Sequence[bytes], flags: int = 0, serial: int = 1) -> bytes:
    """A page of an Ogg file; the pieces are shorter than 255 bytes."""
    head = b"OggS\0" + bytes([flags]) + struct.pack("<qIII", reached, serial, 0, 0) + bytes([len(pieces)])
    return head + bytes(len(piece) for piece in pieces) + b"".join(pieces)


OPUS = page(0, [b"OpusHead\x01\x01\0\0" + struct.pack("<I", 48_000) + b"\0\0\0"], 2)
LAST = page(100, [b"\x08"], 4)


def oggs() -> dict[str, tuple[str, bytes]]:
    """Sounds that say they are short, and files of several sounds: refusal, bytes."""
    loud = page(0, [b"OpusHead\x01\x08\0\0" + bytes(7)], 2, 2)
    hours = b"".join([page(100, [b"\x1b\x30"] * 120)] * 400)
    vorbis = page(0, [b"\x01vorbis" + struct.pack("<IBIiiiBB", 0, 1, 44_100, 0, 0, 0, 0xBB, 1)], 2)
    return {
        "opus whose last page lies": ("sound", OPUS + page(48_000 * 7200, [b"\x08"]) + page(-1, [b"\x08"], 4)),
        "opus of packets for hours": ("sound", OPUS + hours + LAST),
        "vorbis of packets for hours": ("sound", vorbis + page(100, [b"\1"] * 250) * 1200 + LAST),
        "opus of two sounds": ("disguised", OPUS + LAST + loud + page(100, [b"\x08"], 4, 2)),
        "opus with a zip behind": ("disguised", OPUS + LAST + zip_of(good())),
        "opus with a program between": ("disguised", OPUS + b"MZ" * 900 + LAST),
        "opus cut short": ("disguised", OPUS + page(100, [b"\x08" * 200], 4)[:-100]),
        "a film named ogg": ("disguised", page(0, [b"\x80theora" + bytes(30)], 2)),
        "flac named ogg": ("disguised", page(0, [b"\x7fFLAC\x01\0\0\1fLaC" + bytes(38)], 2)),
    }


def sounds() -> dict[str, tuple[str, str, bytes]]:
    """Other sounds: refusal, file, bytes."""
    slow, fast = b"\xff\xfb\x10\xc0" + bytes(100), b"\xff\xfb\xe0\xc0" + bytes(1040)
    head = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, 44_100, 88_200, 2, 0)
    wav = b"RIFF" + struct.pack("<I", 136) + b"WAVE" + head + struct.pack("<4sI", b"data", 100) + bytes(100)
    return {
        "mp3 whose first frame lies": ("sound", "sounds/a.mp3", fast + slow * 24_000),
        "mp3 with a zip behind": ("disguised", "sounds/a.mp3", slow + zip_of(good())),
        "mp3 with a program behind": ("disguised", "sounds/a.mp3", slow * 3 + b"MZ\x90\0" + bytes(range(256)) * 90),
        "mp3 whose words never end": ("disguised", "sounds/a.mp3", b"ID3\4\0\0\x7f\x7f\x7f\x7f" + bytes(500)),
        "wav of no bits": ("disguised", "sounds/a.wav", wav),
        "flac named wav": ("disguised", "sounds/a.wav", b"fLaC" + bytes(100)),
        **{name: (code, "sounds/a.opus", content) for name, (code, content) in oggs().items()},
    }


def media() -> Iterator[Hostile]:
    for ending, kinds in (("png", pngs()), ("jpg", jpegs()), ("webp", webps())):
        for name, content in kinds.items():
            yield hostile(name, "disguised", of(Raw(f"images/a.{ending}", content)))
    for name, (code, file, content) in sounds().items():
        yield hostile(name, code, of(Raw(file, content)))


def _told(at: int, form: str, value: int) -> bytes:
    """A good pack whose directory says something else of its first file."""
    made = bytearray(zip_of(good()))
    struct.pack_into(form, made, made.find(b"PK\x01\x02") + at, value)
    return bytes(made)


def _before(mark: bytes, more: bytes) -> bytes:
    """A good pack with something more in front of its directory, or of its end."""
    whole = zip_of(good())
    at = whole.find(mark)
    return whole[:at] + more + whole[at:]


def zips() -> Iterator[Hostile]:
    for kind, mode, system in (
        ("a link, says a Mac", 0o120777, 19), ("a link, says DOS", 0o120777, 0), ("setuid", 0o104755, 3),
        ("setgid", 0o102755, 3), ("sticky", 0o101755, 3),
    ):  # fmt: skip
        yield hostile(kind, "not-a-file", changed(attributes=mode << 16, system=system))
    for kind, bits in (("a junction", 0x400), ("the label of a disk", 0x08), ("a device of DOS", 0x40)):
        yield hostile(kind, "not-a-file", changed(attributes=bits, system=10))
    yield hostile("a file on a third disk", "odd-storing", lambda: _told(34, "<H", 3))
    yield hostile("for a newer program", "odd-storing", lambda: _told(6, "<H", 99))
    yield hostile("for zip64", "odd-storing", lambda: _told(6, "<H", 45))
    record = b"PK\x06\x06" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, 2, 2, 10, 10)
    locator = b"PK\x06\x07" + struct.pack("<IQI", 0, 900, 1)
    yield hostile("an end of zip64", "damaged", lambda: _before(b"PK\x05\x06", record + locator))
    yield hostile("a signature", "damaged", lambda: _before(b"PK\x05\x06", b"PK\x05\x05\x04\0sign"))
    yield hostile("something for the archive", "damaged", lambda: _before(b"PK\x01\x02", b"PK\x06\x08\x04\0\0\0abcd"))
    yield hostile("lengths behind each file", "damaged", of(gap=b"PK\x07\x08" + bytes(12)))
    yield hostile("65535 files told", "too-many", of(here=65535, total=65535))
    yield hostile("two ends", "damaged", lambda: zip_of(good()) + zip_of(good())[-22:])
    yield hostile("a browser's program", "not-a-pack", lambda: b"Cr24" + bytes(20) + zip_of(good()))
    half = zlib.compressobj(9, zlib.DEFLATED, -15)
    yield hostile(
        "deflate that never ends", "damaged",
        changed(method=8, packed=half.compress(SHEET) + half.flush(zlib.Z_SYNC_FLUSH)),
    )  # fmt: skip
    yield hostile("deflate in a coat", "damaged", changed(method=8, packed=zlib.compress(SHEET)))
    blocks = b"\x00\x00\x00\xff\xff" * 200_000 + Raw("a", b"hello\n", 8).raw()
    yield hostile("a megabyte of nothing", "odd-storing", of(Raw("README.txt", b"hello\n", 8, packed=blocks)))


NAMES = {
    "name": (
        "scenes/a\0b.scene.txt", "pack.toml\0.txt", "scenes/com¹.scene.txt", "scenes/conin$.scene.txt",
        "scenes/nul .scene.txt", "scenes/a\u2044b.scene.txt", "scenes/a／b.scene.txt", "scenes/．．.scene.txt",
        "scenes/a\u3000.scene.txt", "scenes/\u200f.scene.txt", "~/x.scene.txt", "scenes/-rf.scene.txt",
        "scenes/a\u034fb.scene.txt", "scenes/a\ufe0fb.scene.txt", "scenes/a\u3164b.scene.txt", "file:///x.txt",
        "scenes/a\u0301\u0301\u0301.scene.txt", "__MACOSX/._x.txt", "translations/.../x.scene.txt",
        "scenes/a\u00a0.scene.txt", "scenes/a\U000e0100b.scene.txt",
    ),
    "kind": (
        "SCENES/hello.scene.txt", "scenes/hello.SCENE.TXT", "META-INF/MANIFEST.MF", "pack.toml/x.txt",
        "images/pic.png.exe", "translations/xx-yy-zz-aa-bb/x.scene.txt", "translations/JA!/x.scene.txt",
    ),
    "same-name": ("scenes/HELLO.scene.txt", "scenes/ｈello.scene.txt"),
}  # fmt: skip

PLAIN = ("\\u202E", "\\u0000", "\\u001b[2J", "\\r", "\\u2028", "\\u3164", "\\uFFFC")
"""Signs nobody can see, as a cover can write them in plain letters."""

ROWS_OF_COVER: dict[str, tuple[str, str]] = {
    "a hidden sign in about": ("A pack that looks kind.", "A \\u200Bpack"),
    "a hidden sign in an author": ("[name]", '[[authors]]\nname = "Mo\\u202Eri"\n[name]'),
    "a hidden sign in a licence": ("[name]", '[licence]\ntext = "CC\\u202E"\n[name]'),
    "a hidden sign in a note": ("languages", 'content_notes = ["a\\u202Eb"]\nlanguages'),
    "a hidden sign in what changed": ("languages", 'changes = "a\\u202Eb"\nlanguages'),
    "a hidden sign in a scene's id": ('id = "hello"', 'id = "hel\\u200Blo"'),
    "an id that looks Latin": ("org.example", "оrg.example"),
    "an id of two dots": ("org.example.hostile", "a..b"),
    "an id of a device": ("org.example.hostile", "con"),
    "an id with a device": ("org.example.hostile", "nul.x"),
    "a version below nothing": ("1.0.0", "-1.0.0"),
    "a version in other digits": ("1.0.0", "١.٠.٠"),
    "updated tomorrow": ("languages", 'updated = "tomorrow"\nlanguages'),
    "updated at 25 o'clock": ("languages", "updated = 2026-01-01T25:00:00Z\nlanguages"),
    "a level of nothing": ("languages", "level = nan\nlanguages"),
    "a level without end": ("languages", "level = inf\nlanguages"),
    "a level in hexadecimal": ("languages", "level = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFF\nlanguages"),
    "minutes below nothing": ("languages", "minutes = -5\nlanguages"),
    "a scene twice": ("[[scenes]]", '[[scenes]]\nid = "hello"\nfile = "scenes/hello.scene.txt"\n[[scenes]]'),
    "301 scenes": ("[[scenes]]", '[[scenes]]\nid="x"\nfile="scenes/hello.scene.txt"\n' * 300 + "[[scenes]]"),
    "a picture of the system": ("[[scenes]]", '[[assets]]\nfile = "/etc/passwd"\n[[scenes]]'),
    "a picture that climbs": ("[[scenes]]", '[[assets]]\nfile = "images/../../x.png"\n[[scenes]]'),
    "lines of old Macs": ("\n", "\r"),
    "a mark in front": ("format", "\ufeffformat"),
}


def covers() -> Iterator[Hostile]:
    for sign in PLAIN:
        cover = COVER.replace('"A pack"', f'"A {sign}pack"', 1)
        yield hostile(f"cover: {sign} in the name", "manifest", lambda cover=cover: zip_of(good(cover=cover)))
    for name, (old, new) in ROWS_OF_COVER.items():
        cover = COVER.replace(old, new, -1 if old == "\n" else 1)
        yield hostile(f"cover: {name}", "manifest", lambda cover=cover: zip_of(good(cover=cover)))


def texts() -> Iterator[Hostile]:
    long = b"// " + b"x" * (10 << 20)
    for name, code, sheet in (
        ("a line of 10 MB", "too-large swells", SHEET + long),
        ("UTF-32", "text", SHEET.decode().encode("utf-32")),
        ("EBCDIC", "text", SHEET.decode().encode("cp037")),
        ("ISO-2022-JP", "hidden", SHEET + "// 日本語".encode("iso2022_jp")),
        ("two marks in front", "hidden", b"\xef\xbb\xbf" * 2 + SHEET),
        ("a mark in the middle", "hidden", SHEET + b"// \xef\xbb\xbf"),
        ("beyond Unicode", "text", SHEET + b"// \xf4\x90\x80\x80"),
        ("five bytes a letter", "text", SHEET + b"// \xf8\x88\x80\x80\x80"),
        ("a tower of marks", "long", SHEET + ("// a" + "\u0301" * 1900 + "\n").encode() * 100),
        ("a tower of selectors", "long", SHEET + ("// 葛" + "\U000e0100" * 900 + "\n").encode() * 100),
    ):
        yield hostile(f"sheet: {name}", code, lambda sheet=sheet: zip_of(good(sheet=sheet)))
    for sign in "\ufffe\ufffc\u034f\u180b\U000f0000\U000e0001\ufffa\u17b4":
        told = SHEET + f"// a{sign}b".encode()
        yield hostile(f"sheet: U+{ord(sign):04X}", "hidden", lambda told=told: zip_of(good(sheet=told)))
    dotted = ("a." * 990 + "b = 1\n").encode() * 250
    yield hostile("dotted keys in a translation", "long", of(Raw("translations/ja/status.toml", dotted)))
    yield hostile("a program as a licence", "text", of(Raw("LICENSE.txt", b"\x7fELF" + bytes(100))))
    yield hostile("a program as a plan", "text", of(Raw("rehearsals/a.plan", b"\x7fELF" + bytes(100))))


def more_packs() -> tuple[Hostile, ...]:
    """All of them; each is made when it is asked for."""
    names = (hostile(f"name {name!r}", code, of(Raw(name, SHEET))) for code, all_ in NAMES.items() for name in all_)
    return tuple(itertools.chain(media(), zips(), names, covers(), texts()))
