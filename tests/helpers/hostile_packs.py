"""Packs made to hurt: each is a whole, good pack but for one thing, and says which refusal that thing has to meet."""

from __future__ import annotations

import hashlib
import itertools
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

SHEET = (
    b"scene: Hello\nid: hello\nlanguage: en\nlevel: 1\nabout: A greeting.\nperson A: Aya, calm\n\n"
    b"== here ==\nA: Hello.\n> say hello\n  - Hello.\n  -> end\n> (nod)\n  -> end\n"
)
SCENE_FILE = "scenes/hello.scene.txt"
COVER = """format = 1
id = "org.example.hostile"
version = "1.0.0"
source_language = "en"
languages = ["en"]

[name]
en = "A pack"

[about]
en = "A pack that looks kind."

[[scenes]]
id = "hello"
file = "scenes/hello.scene.txt"
"""


@dataclass(frozen=True, slots=True)
class Raw:
    """One entry of a zip, every field of which may lie. None means: the truth."""

    name: str | bytes
    content: bytes
    method: int = 0
    flags: int | None = None
    attributes: int = 0o100644 << 16
    system: int = 3
    crc: int | None = None
    size: int | None = None
    packed: bytes | None = None
    extra: bytes = b""
    local_extra: bytes = b""
    comment: bytes = b""
    local: dict[str, object] = field(default_factory=dict)
    offset: int | None = None

    def raw(self) -> bytes:
        if self.packed is not None:
            return self.packed
        if self.method != 8:
            return self.content
        engine = zlib.compressobj(9, zlib.DEFLATED, -15)
        return engine.compress(self.content) + engine.flush()


def zip_of(entries: list[Raw], *, before: bytes = b"", after: bytes = b"", gap: bytes = b"", **end: int) -> bytes:
    """A zip of exactly these entries; `end` replaces fields of the end record."""
    body, directory, shared = bytearray(before), bytearray(), {}
    for entry in entries:
        name = entry.name if isinstance(entry.name, bytes) else entry.name.encode("utf-8", "surrogatepass")
        flags = entry.flags if entry.flags is not None else (0 if name.isascii() else 0x800)
        packed = shared.get(id(entry.content)) or entry.raw()
        if entry.method == 8 and len(entry.content) > 100_000:
            shared[id(entry.content)] = packed
        crc = entry.crc if entry.crc is not None else zlib.crc32(entry.content)
        size = entry.size if entry.size is not None else len(entry.content)
        at = entry.offset if entry.offset is not None else len(body)
        told = {"name": name, "flags": flags, "method": entry.method, "crc": crc, "packed": len(packed), "size": size}
        told |= entry.local
        if entry.offset is None:
            body += struct.pack(
                "<4sHHHHHIIIHH", b"PK\x03\x04", 20, told["flags"], told["method"], 0, 33, told["crc"], told["packed"],
                told["size"], len(told["name"]), len(entry.local_extra),
            ) + told["name"] + entry.local_extra + packed + gap  # fmt: skip
        directory += struct.pack(
            "<4sBBHHHHHIIIHHHHHII", b"PK\x01\x02", 20, entry.system, 20, flags, entry.method, 0, 33, crc, len(packed),
            size, len(name), len(entry.extra), len(entry.comment), 0, 0, entry.attributes, at,
        ) + name + entry.extra + entry.comment  # fmt: skip
    fields = {"disk": 0, "first": 0, "here": len(entries), "total": len(entries)}
    fields |= {"length": len(directory), "start": len(body), "comment": 0} | end
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", *(fields[name] for name in (
        "disk", "first", "here", "total", "length", "start", "comment",
    )))  # fmt: skip
    return bytes(body + directory + tail + after)


def good(
    *more: Raw, cover: str = COVER, listed: bool = True, without: str | None = None, sheet: bytes = SHEET
) -> list[Raw]:
    """A good pack's entries and `more`, all with true checksums on the cover."""
    entries = [entry for entry in (Raw(SCENE_FILE, sheet), *more) if entry.name != without]
    rows = ""
    for entry in entries if listed else ():
        name = entry.name if isinstance(entry.name, str) else entry.name.decode("latin-1")
        shown = name.encode("utf-8", "replace").decode().replace("\\", "\\\\").replace('"', '\\"')
        shown = "".join(
            c if c.isprintable() else f"\\u{ord(c):04X}" if ord(c) < 0x10000 else f"\\U{ord(c):08X}" for c in shown
        )
        rows += f'"{shown}" = "{hashlib.sha256(entry.content).hexdigest()}"\n'
    return [Raw("pack.toml", (cover + "\n[files]\n" + rows).encode("utf-8", "surrogatepass")), *entries]


@dataclass(frozen=True, slots=True)
class Hostile:
    """A pack, and the code of the refusal (or the codes, where two checks may both meet it first)."""

    name: str
    codes: tuple[str, ...]
    make: Callable[[], bytes] = field(repr=False)


def hostile(name: str, code: str, make: Callable[[], bytes]) -> Hostile:
    return Hostile(name, tuple(code.split()), make)


def of(*more: Raw, **how: object) -> Callable[[], bytes]:
    return lambda: zip_of(good(*more), **how)  # type: ignore[arg-type]


def changed(**how: object) -> Callable[[], bytes]:
    """The good pack with its scene's entry lying."""

    def make() -> bytes:
        cover, scene = good()
        return zip_of([cover, replace(scene, **how)])

    return make


def layout() -> Iterator[Hostile]:
    whole = zip_of(good())
    yield hostile("script in front", "not-a-pack", lambda: b"#!/bin/sh\nrm -rf ~\n" + whole)
    yield hostile("program in front", "not-a-pack", lambda: b"MZ" + bytes(100) + whole)
    yield hostile("picture in front", "not-a-pack", lambda: b"\x89PNG\r\n\x1a\n" + whole)
    yield hostile("bytes before the first file", "damaged", of(before=b"PK\x03\x04hidden"))
    yield hostile("a tail", "not-a-pack damaged", of(after=b"hidden"))
    yield hostile("a second zip behind", "damaged", lambda: whole + whole)
    yield hostile("a comment", "not-a-pack", lambda: whole[:-2] + b"\x05\x00hello")
    yield hostile("a comment that lies", "not-a-pack", of(comment=9))
    yield hostile("nothing", "not-a-pack", lambda: b"")
    yield hostile("an empty zip", "not-a-pack", lambda: zip_of([]))
    yield hostile("only an end", "not-a-pack", lambda: b"PK\x03\x04" + bytes(30))
    for kind, head in {
        "rar": b"Rar!\x1a\x07\x00",
        "7z": b"7z\xbc\xaf\x27\x1c",
        "gzip": b"\x1f\x8b\x08",
        "tar": b"ustar",
    }.items():
        yield hostile(f"a {kind}", "not-a-pack", lambda head=head: head + bytes(600))
    for share in (0.1, 0.3, 0.5, 0.7, 0.9, 0.99):
        yield hostile(f"cut at {share:.0%}", "not-a-pack damaged", lambda share=share: whole[: int(len(whole) * share)])
    for key in ("disk", "first"):
        yield hostile(f"more disks ({key})", "damaged", of(**{key: 1}))
    yield hostile("fewer here than there are", "damaged", of(here=1))
    yield hostile("fewer files told", "damaged", of(here=1, total=1))
    yield hostile("more files told", "damaged", of(here=9, total=9))
    yield hostile("zip64 marks", "damaged", of(here=0xFFFF, total=0xFFFF, start=0xFFFFFFFF, length=0xFFFFFFFF))
    yield hostile("directory elsewhere", "damaged", of(start=3))
    yield hostile("directory beyond the end", "damaged", of(start=0xFFFFFFF0))
    yield hostile("directory of another length", "damaged", of(length=7))
    yield hostile("gaps between files", "damaged", of(gap=b"\0" * 16))


def entries() -> Iterator[Hostile]:
    for key, value in {
        "name": b"scenes/other.scene.txt", "flags": 0x800, "method": 8, "crc": 7, "packed": 3, "size": 3,
    }.items():  # fmt: skip
        yield hostile(f"local header lies about {key}", "damaged overlaps", changed(local={key: value}))
    for bit, what in {
        0: "encrypted",
        3: "streamed",
        4: "enhanced deflate",
        5: "patched",
        6: "strong encryption",
        13: "masked",
    }.items():
        yield hostile(f"flag: {what}", "odd-storing", changed(flags=1 << bit))
    for method, what in {
        1: "shrunk",
        6: "imploded",
        9: "deflate64",
        12: "bzip2",
        14: "lzma",
        93: "zstd",
        95: "xz",
        98: "ppmd",
        99: "aes",
    }.items():
        yield hostile(f"method: {what}", "odd-storing", changed(method=method))
    for kind, mode in {
        "link": 0o120777,
        "pipe": 0o010644,
        "socket": 0o140644,
        "device": 0o020644,
        "disk": 0o060644,
        "folder": 0o040755,
    }.items():
        yield hostile(f"a {kind}", "not-a-file", changed(attributes=mode << 16))
    yield hostile("a folder of DOS", "not-a-file", changed(attributes=0x10, system=0))
    yield hostile("a folder by name", "not-a-file", of(Raw("scenes/", b"")))
    yield hostile(
        "a link that looks like a sheet",
        "not-a-file",
        of(Raw("scenes/a.scene.txt", b"/etc/passwd", attributes=0o120777 << 16)),
    )
    yield hostile("wrong checksum", "damaged", changed(crc=1))
    yield hostile("says less than it is", "damaged", changed(method=8, size=10))
    yield hostile("says more than it is", "damaged", changed(method=8, size=9000))
    yield hostile("stored and of another size", "damaged", changed(size=5))
    yield hostile("not deflate at all", "damaged", changed(method=8, packed=b"\xff" * 40))
    yield hostile("deflate cut short", "damaged", changed(method=8, packed=Raw("a", SHEET, 8).raw()[:-5]))
    yield hostile(
        "something behind deflate's end", "damaged", changed(method=8, packed=Raw("a", SHEET, 8).raw() + b"hidden")
    )
    yield hostile("extra field", "odd-storing", changed(extra=b"\x01\x00\x08\x00" + bytes(8)))
    yield hostile("hidden local extra field", "damaged", changed(local_extra=b"UT\x05\x00" + bytes(5)))
    yield hostile("comment of a file", "odd-storing", changed(comment=b"run me"))
    yield hostile("a name of no text", "name", of(Raw(b"scenes/\xff\xfe.scene.txt", SHEET, flags=0x800)))
    yield hostile("a name of an old code page", "name", of(Raw("scenes/あ.scene.txt".encode("cp932"), SHEET, flags=0)))
    yield hostile("the same bytes twice", "overlaps damaged", lambda: _twice())
    yield hostile("files within one another", "overlaps damaged", lambda: _quoted())
    yield hostile("the same name twice", "same-name", of(Raw(SCENE_FILE, b"other")))


def _twice() -> bytes:
    cover, scene = good()
    at = 30 + len("pack.toml") + len(cover.content)
    return zip_of([cover, scene, replace(scene, offset=at)])


def _quoted() -> bytes:
    """Every entry's data reaches over the next entry's header, as in the overlapping bombs."""
    cover, scene = good(Raw("README.txt", b"x" * 500))[:2]
    long = replace(scene, packed=scene.content, local={"packed": len(scene.content) + 200})
    return zip_of([cover, long, Raw("README.txt", b"x" * 500)])


def sizes() -> Iterator[Hostile]:
    yield hostile("65 MB", "too-large", lambda: b"PK\x03\x04" + bytes(65 * 1024 * 1024))
    yield hostile(
        "401 files", "too-many", lambda: zip_of(good(*(Raw(f"scenes/{n}.scene.txt", b"x") for n in range(400))))
    )
    yield hostile("6000 files", "too-many damaged", lambda: zip_of([Raw(f"{n}", b"") for n in range(6000)]))
    yield hostile("one file of 17 MB", "too-large", lambda: zip_of(good(Raw("sounds/a.wav", _noise(17 << 20), 8))))
    yield hostile("140 MB together", "too-large", lambda: _many_media(14, 10 << 20))
    yield hostile("texts of 20 MB", "too-large", lambda: _many_texts(45))
    for name in (SCENE_FILE.replace("hello", "b"), "README.txt", "images/a.png", "sounds/a.wav"):
        yield hostile(f"10 MB of zeros in {name}", "swells", of(Raw(name, bytes(10 << 20), 8)))
    yield hostile("a text that swells a little", "swells", of(Raw("README.txt", b" " * 400_000, 8)))
    yield hostile("a size of 4 GB", "too-large", changed(size=0xFFFFFFFF, method=8, local={"size": 0xFFFFFFFF}))
    yield hostile("a zip in a zip", "kind", lambda: zip_of(good(Raw("images/a.zip", zip_of(good())))))
    yield hostile("a pack in a pack", "kind", lambda: zip_of(good(Raw("scenes/a.practicepack", zip_of(good())))))
    yield hostile("a README of 513 KB", "too-large", of(Raw("README.txt", b"a line of words\n" * 33_000)))
    yield hostile("a cover of 65 KB", "too-large", lambda: zip_of(good(cover=COVER + "# note\n" * 9500)))


def _noise(count: int) -> bytes:
    """Bytes that deflate cannot make much smaller, the same every time."""
    block = b"".join(hashlib.sha256(bytes([n])).digest() for n in range(256))
    return (block * (count // len(block) + 1))[:count]


def _many_media(count: int, each: int) -> bytes:
    """More than a pack may hold opened, and less than 64 MB closed: half noise, half nothing."""
    content = _noise(each // 4) + bytes(each - each // 4)
    return zip_of(good(*(Raw(f"sounds/{n}.wav", content, 8) for n in range(count))))


def _many_texts(count: int) -> bytes:
    content = b"".join(b"// %s\n" % hashlib.sha256(b"%d" % n).hexdigest().encode() for n in range(6800))
    return zip_of(good(*(Raw(f"scenes/{n}.scene.txt", content, 8) for n in range(count))))


NAMES = (
    "../up.txt",
    "../../../../etc/cron.d/x",
    "/etc/passwd",
    "//server/share/x",
    "scenes/../x.scene.txt",
    "scenes/../../x.txt",
    "scenes//x.scene.txt",
    "./scenes/x.scene.txt",
    "scenes/./x.scene.txt",
    "C:/x.txt",
    "C:x.txt",
    "scenes\\x.scene.txt",
    "..\\..\\x.txt",
    "\\\\server\\x",
    "scenes/.hidden.scene.txt",
    ".bashrc",
    "scenes/..scene.txt",
    "scenes/con.scene.txt",
    "scenes/NUL.scene.txt",
    "scenes/aux.scene.txt",
    "scenes/com1.scene.txt",
    "scenes/LPT9.scene.txt",
    "con/x.scene.txt",
    "scenes/a\u202eb.scene.txt",
    "scenes/a\u2066b.scene.txt",
    "scenes/a\u200bb.scene.txt",
    "scenes/a\u200db.scene.txt",
    "scenes/a\ufeffb.scene.txt",
    "scenes/a\u00adb.scene.txt",
    "scenes/a\nb.scene.txt",
    "scenes/a\rb.scene.txt",
    "scenes/a\x1b[2Jb.scene.txt",
    "scenes/a\x7fb.scene.txt",
    "scenes/a\ue000b.scene.txt",
    "scenes/a\U000e0041b.scene.txt",
    "scenes/a\ufdd0b.scene.txt",
    "scenes/x.scene.txt ",
    "scenes/x.scene.txt.",
    "scenes/ x.scene.txt",
    "scenes /x.scene.txt",
    "scenes/か\u3099.scene.txt",
    "scenes/e\u0301.scene.txt",
    "scenes/" + "x" * 200 + ".scene.txt",
    "scenes/" + "あ" * 40 + ".scene.txt",
    "a/b/c/d/e.txt",
    "scenes/what?.scene.txt",
    "scenes/a*.scene.txt",
    "scenes/a|b.scene.txt",
    "scenes/<b>.scene.txt",
    'scenes/".scene.txt',
    "scenes/a:b.scene.txt",
    "",
    "/",
)
KINDS = (
    "run.py",
    "run.sh",
    "setup.exe",
    "scenes/run.exe",
    "scenes/a.scene.txt.exe",
    "scenes/a.scene.txt.lnk",
    "a.bat",
    "a.cmd",
    "a.ps1",
    "a.vbs",
    "a.js",
    "a.jar",
    "a.desktop",
    "autorun.inf",
    "desktop.ini",
    "Thumbs.db",
    "images/a.svg",
    "images/a.gif",
    "images/a.bmp",
    "images/a.tiff",
    "images/a.ico",
    "images/a.heic",
    "images/a.pdf",
    "x.html",
    "x.htm",
    "x.xml",
    "a.yaml",
    "a.json",
    "a.pickle",
    "fonts/a.ttf",
    "fonts/a.otf",
    "sounds/a.flac",
    "sounds/a.mid",
    "sounds/a.m4a",
    "sounds/a.txt",
    "images/a.txt",
    "scenes/a.toml",
    "scenes/deep/a.scene.txt",
    "translations/a.scene.txt",
    "translations/ja/deep/a.scene.txt",
    "code/x.txt",
    "other.txt",
    "pack.sig",
    "PACK.TOML",
    "images/a",
    "scenes/a.txt",
    "rehearsals/a.txt",
)


def names() -> Iterator[Hostile]:
    for name in NAMES:
        codes = "not-a-file name" if name.endswith("/") else "name kind same-name"
        yield hostile(f"name {name!r}", codes, of(Raw(name, SHEET)))
    for name in KINDS:
        yield hostile(f"kind {name}", "kind same-name", of(Raw(name, SHEET)))
    for one, other in (("A", "a"), ("Ａ", "a"), ("ﬁ", "fi"), ("ß", "ss"), ("İ", "i̇"), ("①", "1"), ("ｶﾞ", "ガ")):
        pair = [Raw(f"scenes/{name}.scene.txt", SHEET) for name in (one, other)]
        yield hostile(f"{one} beside {other}", "same-name name", of(*pair))


DISGUISES = {
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg'><image href='/etc/passwd'/></svg>",
    "html": b"<html><script>alert(1)</script></html>", "program": b"MZ" + bytes(200), "elf": b"\x7fELF" + bytes(200),
    "zip": b"PK\x03\x04" + bytes(200), "nothing": b"", "text": SHEET,
}  # fmt: skip


def png(wide: int, high: int) -> bytes:
    head = b"IHDR" + struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    end = struct.pack(">I", 0) + b"IEND" + struct.pack(">I", zlib.crc32(b"IEND"))
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head)) + end


def jpeg(wide: int, high: int) -> bytes:
    return b"\xff\xd8\xff\xc0" + struct.pack(">HBHHB", 11, 8, high, wide, 1) + b"\x01\x11\0"


def webp(wide: int, high: int) -> bytes:
    size = (wide - 1).to_bytes(3, "little") + (high - 1).to_bytes(3, "little")
    return b"RIFF" + struct.pack("<I", 22) + b"WEBPVP8X" + struct.pack("<I", 10) + bytes(4) + size


def wav(rate: int, channels: int, a_second: int, data: int = 100) -> bytes:
    head = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, channels, rate, a_second, 2, 16)
    return b"RIFF" + struct.pack("<I", 36 + data) + b"WAVE" + head + struct.pack("<4sI", b"data", data) + bytes(data)


def ogg(kind: bytes, samples: int) -> bytes:
    page = b"OggS\0\x02" + struct.pack("<q", samples) + bytes(12) + b"\x01" + bytes([len(kind)])
    return page + kind


def lying_media() -> dict[str, bytes]:
    """Pictures and sounds whose parts tell of other lengths than they have, or that hold something more."""
    plain, picture = wav(44_100, 1, 88_200), png(10, 10)
    return {
        "wav whose sound says 4 GB": plain[:40] + struct.pack("<I", 0xFFFFFFF0) + plain[44:],
        "wav whose sound says less": plain[:40] + struct.pack("<I", 8) + plain[44:],
        "wav that says it is shorter": plain[:4] + struct.pack("<I", 7) + plain[8:],
        "wav with a part of 4 GB": plain[:36] + b"LIST" + struct.pack("<I", 0xFFFFFFFF) + plain[36:],
        "wav of two formats": plain[:4] + struct.pack("<I", 160) + plain[8:36] + plain[12:36] + plain[36:],
        "wav without a sound": plain[:4] + struct.pack("<I", 28) + plain[8:36],
        "wav of a million parts": plain[:36] + b"junk\0\0\0\0" * 8_000 + plain[36:],
        "wav with a page behind": plain + b"<script>",
        "wav of hours that says a second": wav(4_000, 1, 5_000_000, 5_000_000),
        "png without an end": picture[:-12],
        "png with a zip behind": picture + b"PK\x05\x06" + bytes(18),
        "png with a part of 4 GB": picture[:-12] + struct.pack(">I", 0xFFFFFFFF) + b"IDAT" + bytes(90),
    }


def media() -> Iterator[Hostile]:
    for (what, content), ending in itertools.product(
        DISGUISES.items(),
        (
            "images/a.png",
            "images/a.jpg",
            "images/a.webp",
            "sounds/a.wav",
            "sounds/a.ogg",
            "sounds/a.opus",
            "sounds/a.mp3",
        ),
    ):
        yield hostile(f"{what} named {ending}", "disguised", of(Raw(ending, content)))
    for make, ending in ((png, "png"), (jpeg, "jpg"), (webp, "webp")):
        for wide, high in ((9000, 10), (10, 9000), (5000, 5000), (8192, 8192)):
            yield hostile(f"{ending} of {wide} x {high}", "picture", of(Raw(f"images/a.{ending}", make(wide, high))))
    yield hostile("png of 4 billion", "picture", of(Raw("images/a.png", png(0xFFFFFFFF, 0xFFFFFFFF))))
    yield hostile("png of nothing", "picture", of(Raw("images/a.png", png(0, 5))))
    yield hostile("jpeg without an end", "disguised", of(Raw("images/a.jpg", b"\xff\xd8\xff" + b"\xff" * 50_000)))
    yield hostile("jpeg of empty parts", "disguised", of(Raw("images/a.jpg", b"\xff\xd8\xff\xe0" + bytes(3000))))
    yield hostile("wav at 96 kHz", "sound", of(Raw("sounds/a.wav", wav(96_000, 1, 192_000))))
    yield hostile("wav of six channels", "sound", of(Raw("sounds/a.wav", wav(44_100, 6, 529_200))))
    yield hostile("wav of no channel", "sound", of(Raw("sounds/a.wav", wav(44_100, 0, 88_200))))
    yield hostile("wav of no rate", "sound disguised", of(Raw("sounds/a.wav", wav(0, 1, 0))))
    for what, lying in lying_media().items():
        yield hostile(
            what, "disguised sound", of(Raw(f"{'images' if 'png' in what else 'sounds'}/a.{what[:3]}", lying))
        )
    yield hostile("wav of hours", "sound", of(Raw("sounds/a.wav", wav(8000, 1, 1, 5000))))
    yield hostile(
        "opus of hours", "sound", of(Raw("sounds/a.opus", ogg(b"OpusHead\x01\x01" + bytes(9), 48_000 * 7200)))
    )
    yield hostile(
        "opus of eight channels", "sound", of(Raw("sounds/a.opus", ogg(b"OpusHead\x01\x08" + bytes(9), 48_000)))
    )
    vorbis = b"\x01vorbis" + bytes(4) + b"\x02" + struct.pack("<I", 192_000) + bytes(14)
    yield hostile("vorbis at 192 kHz", "sound", of(Raw("sounds/a.ogg", ogg(vorbis, 192_000))))
    yield hostile("mp3 of hours", "sound", of(Raw("sounds/a.mp3", (b"\xff\xfb\x10\xc0" + bytes(100)) * 24_000)))


def texts() -> Iterator[Hostile]:
    sheet = SHEET.decode()
    for what, content in {
        "Shift-JIS": "場面：店".encode("cp932"),
        "EUC-JP": "場面：店".encode("euc_jp"),
        "UTF-16": sheet.encode("utf-16"),
        "half a letter": SHEET + b"\xe3\x81",
        "too long a code": SHEET + b"\xc0\xaf",
        "a lonely half": SHEET + b"\xed\xa0\x80",
        "NUL": SHEET.replace(b"Hello.", b"Hel\0lo."),
    }.items():
        yield hostile(f"text: {what}", "text", lambda content=content: zip_of(good(sheet=content)))
        yield hostile(f"README: {what}", "text", of(Raw("README.txt", content)))
    hidden = (
        "\u202e\u202a\u2066\u2069\u200b\u200c\u2060\u00ad\u061c\u180e\ufff9"
        "\x1b\x08\x7f\x85\u2028\ue000\U000e0041\u3164\u2800"
    )
    for mark in hidden:
        told = sheet.replace("Hello.", f"Hel{mark}lo.").encode()
        yield hostile(f"hidden U+{ord(mark):04X} in a sheet", "hidden", lambda told=told: zip_of(good(sheet=told)))
    yield hostile(
        "hidden mark on the cover", "hidden", lambda: zip_of(good(cover=COVER.replace("A pack", "A \u202epack", 1)))
    )
    yield hostile("20001 lines", "long", lambda: zip_of(good(sheet=SHEET + b"//\n" * 20_000)))
    yield hostile("20001 lines of old Macs", "long", lambda: zip_of(good(sheet=SHEET + b"//\r" * 20_000)))
    yield hostile("a line of 2001 letters", "long", lambda: zip_of(good(sheet=SHEET + b"// " + b"x" * 2000)))
    moments = b"".join(b"== m%d ==\nA: Hm.\n-> end\n" % n for n in range(305))
    yield hostile("305 moments", "sheet", lambda: zip_of(good(sheet=SHEET + moments)))
    yield hostile(
        "305 moments, full width", "sheet", lambda: zip_of(good(sheet=SHEET + moments.replace(b"==", "＝＝".encode())))
    )
    yield hostile(
        "13 replies",
        "sheet",
        lambda: zip_of(good(sheet=SHEET + b"".join(b"> (sign %d)\n -> end\n" % n for n in range(13)))),
    )
    yield hostile(
        "51 examples",
        "sheet",
        lambda: zip_of(good(sheet=SHEET + b"> many\n" + b"".join(b"- word %d\n" % n for n in range(51)))),
    )
    yield hostile(
        "61 names", "sheet", lambda: zip_of(good(sheet=b"".join(b"memory m%d = 0\n" % n for n in range(61)) + SHEET))
    )
    yield hostile(
        "61 names in Japanese",
        "sheet",
        lambda: zip_of(good(sheet="".join(f"聞き取る言葉　数{n}：数字 1から9\n" for n in range(61)).encode() + SHEET)),
    )


COVERS: dict[str, tuple[str, str, str]] = {
    "made later": ("newer", "format = 1", "format = 2"),
    "made much later": ("newer", "format = 1", "format = 99999999"),
    "format of words": ("manifest", "format = 1", 'format = "1"'),
    "format of truth": ("manifest", "format = 1", "format = true"),
    "format below one": ("manifest", "format = 1", "format = 0"),
    "format of a fraction": ("manifest", "format = 1", "format = 1.5"),
    "no format": ("manifest", "format = 1\n", ""),
    "no id": ("manifest", 'id = "org.example.hostile"\n', ""),
    "id that climbs": ("manifest", "org.example.hostile", "../../etc/passwd"),
    "id of marks": ("manifest", "org.example.hostile", "<img src='/x'>"),
    "id in capitals": ("manifest", "org.example.hostile", "ORG.EXAMPLE"),
    "id too long": ("manifest", "org.example.hostile", "x" * 300),
    "id too short": ("manifest", "org.example.hostile", "x"),
    "id of a number": ("manifest", '"org.example.hostile"', "7"),
    "id with a line end": ("manifest", "org.example.hostile", "org.example\\n"),
    "no version": ("manifest", 'version = "1.0.0"\n', ""),
    "version of words": ("manifest", "1.0.0", "latest"),
    "version of great numbers": ("manifest", "1.0.0", "1.0." + "9" * 1500),
    "needs what is not there": ("needs", "languages", 'needs = ["telepathy"]\nlanguages'),
    "needs of a number": ("manifest", "languages", "needs = 3\nlanguages"),
    "needs of numbers": ("needs", "languages", "needs = [1]\nlanguages"),
    "no scenes": ("manifest no-scene", '[[scenes]]\nid = "hello"\nfile = "scenes/hello.scene.txt"\n', ""),
    "a scene elsewhere": ("manifest", 'file = "scenes/hello.scene.txt"', 'file = "../../secret.scene.txt"'),
    "a scene of the system": ("manifest", 'file = "scenes/hello.scene.txt"', 'file = "/etc/passwd"'),
    "a scene that is not there": ("manifest", 'file = "scenes/hello.scene.txt"', 'file = "scenes/none.scene.txt"'),
    "a scene without a file": ("manifest", 'file = "scenes/hello.scene.txt"\n', ""),
    "a scene of a strange id": ("manifest", 'id = "hello"', 'id = "../hello"'),
    "scenes of a word": (
        "manifest",
        '[[scenes]]\nid = "hello"\nfile = "scenes/hello.scene.txt"\n',
        "x = 1\n[scenes]\na = 1\n",
    ),
    "name of a number": ("manifest", '[name]\nen = "A pack"', "[name]\nen = 3"),
    "name without end": ("manifest", '"A pack"', '"' + "x" * 1500 + '"'),
    "name of two lines": ("manifest", '"A pack"', '"A\\npack"'),
    "name in a strange language": ("manifest", "[name]\nen =", '[name]\n"../x" ='),
    "level of words": ("manifest", "languages", 'level = "all"\nlanguages'),
    "level of millions": ("manifest", "languages", "level = 1000000\nlanguages"),
    "language of marks": ("manifest", 'source_language = "en"', 'source_language = "../en"'),
    "languages of a word": ("manifest", 'languages = ["en"]', 'languages = "en"'),
    "licence of a number": ("manifest", "languages", "licence = 3\nlanguages"),
    "authors of words": ("manifest", "languages", 'authors = ["me"]\nlanguages'),
    "an unknown review": ("manifest", "[name]", '[review]\nstate = "certified by the state"\n\n[name]'),
    "not TOML": ("manifest", "format = 1", "[[["),
    "a key twice": ("manifest", "format = 1", "format = 1\nformat = 1"),
    "nested without end": ("long", "format = 1", "format = 1\nx = " + "[" * 20_000),
    "nested and closed": ("long", "format = 1", "format = 1\nx = " + "[" * 9000 + "]" * 9000),
    "tables without end": ("long", "format = 1", "format = 1\nx = " + "{a=" * 5000),
    "a dotted key without end": ("long", "format = 1", "format = 1\n" + "a." * 20_000 + "b = 1"),
    "many dotted keys": ("manifest", "format = 1", "format = 1\n" + ("a." * 990 + "b = 1\n") * 30),
    "dotted keys within": (
        "manifest",
        "format = 1",
        "format = 1\n" + "".join(f"k{n} = {{" + "a." * 980 + "b = 1}\n" for n in range(30)),
    ),
    "dotted tables": (
        "manifest",
        "format = 1",
        "format = 1\n" + "".join(f"[t{n}" + ".a" * 980 + "]\n" for n in range(30)),
    ),
    "nested line by line": ("manifest", "format = 1", "format = 1\nx = " + "[\n" * 15_000),
    "nested within a line": ("manifest", "format = 1", "format = 1\nx = " + "[" * 1900),
    "a number without end": ("long", "format = 1", "format = " + "9" * 6000),
}


def covers() -> Iterator[Hostile]:
    for name, (code, old, new) in COVERS.items():
        yield hostile(f"cover: {name}", code, lambda old=old, new=new: zip_of(good(cover=COVER.replace(old, new, 1))))
    yield hostile(
        "cover of no text", "text manifest", lambda: zip_of([Raw("pack.toml", b"\xff\xfe" + COVER.encode("utf-16-le"))])
    )
    yield hostile("no cover", "no-manifest", lambda: zip_of(good()[1:]))
    yield hostile("an empty cover", "manifest", lambda: zip_of([Raw("pack.toml", b""), *good()[1:]]))
    yield hostile("no checksums", "manifest", lambda: zip_of([Raw("pack.toml", COVER.encode()), *good()[1:]]))
    yield hostile("a file that is not listed", "unlisted", lambda: zip_of([*good(), Raw("README.txt", b"hello")]))
    yield hostile("a listed file that is not there", "damaged", lambda: zip_of(good(Raw("README.txt", b"hello"))[:2]))
    yield hostile(
        "another file than listed", "checksum", lambda: zip_of([*good()[:1], Raw(SCENE_FILE, SHEET + b"// other\n")])
    )
    for what in (
        '""',
        '"0"',
        "3",
        "true",
        "[]",
        '"' + "0" * 64 + '"',
        '"' + hashlib.sha256(SHEET).hexdigest().upper() + '"',
    ):
        cover = COVER + f'\n[files]\n"{SCENE_FILE}" = {what}\n'
        yield hostile(
            f"a checksum of {what[:12]}",
            "checksum",
            lambda cover=cover: zip_of([Raw("pack.toml", cover.encode()), Raw(SCENE_FILE, SHEET)]),
        )


def hostile_packs() -> tuple[Hostile, ...]:
    """All of them; each is made when it is asked for."""
    return (*layout(), *entries(), *sizes(), *names(), *media(), *texts(), *covers())
