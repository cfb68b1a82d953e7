"""How long reading, building, checking, walking, opening and looking through packs take: python tests/bench/packs.py"""

from __future__ import annotations

import os
import struct
import sys
import tempfile
import time
import zlib
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.helpers.hostile_packs import COVER, SHEET, Raw, good, png, zip_of  # noqa: E402 - the program is found from here
from trainer.app.desk_packs import PacksDrawer  # noqa: E402
from trainer.app.house import House  # noqa: E402
from trainer.packs.archive import build_pack, open_pack  # noqa: E402
from trainer.packs.builder import build_scene  # noqa: E402
from trainer.packs.checker import check_sheet  # noqa: E402
from trainer.packs.reader import read_sheet  # noqa: E402
from trainer.packs.walker import walk_scene  # noqa: E402
from trainer.storage.pack_door import PackDoor  # noqa: E402
from trainer.storage.pack_shelf import PackShelf  # noqa: E402
from trainer.storage.paths import Places  # noqa: E402

SHOP = (ROOT / "tests/data/sheets/pack/scenes/shop-counter.scene.txt").read_text(encoding="utf-8")


def grown(lines: int) -> str:
    """The sample with its moments repeated under other names until it has that many lines."""
    head, _, rest = SHOP.partition("== anywhere ==")
    body, _, foot = rest.partition("== goodbye ==")
    moments = ("== anywhere ==" + body).split("\n== ")
    number = 0
    text = head + "\n== ".join(moments)
    while text.count("\n") < lines:
        number += 1
        for moment in moments[1:]:
            name, _, words = moment.partition(" ==")
            text += f"\n== {name} {number} =={words}"
    return text + "\n== goodbye ==" + foot


def milliseconds(call: Callable[[], object], times: int = 5) -> float:
    """Processor time of the quickest of several calls."""
    best = float("inf")
    for _ in range(times):
        began = time.process_time()
        call()
        best = min(best, time.process_time() - began)
    return 1000 * best


def opening() -> None:
    """A pack of nearly 64 MB, of pictures and sounds that do not shrink."""
    noise, whole = os.urandom(8_000_000), png(100, 100)
    sum_of = zlib.crc32(noise, zlib.crc32(b"IDAT")).to_bytes(4, "big")
    picture = whole[:-12] + struct.pack(">I4s", len(noise), b"IDAT") + noise + sum_of + whole[-12:]
    whole = zip_of(good(*(Raw(f"images/{number}.png", picture) for number in range(8))))
    took = milliseconds(lambda: open_pack(whole), 2)
    print(f"opening a pack of {len(whole) / 1e6:.1f} MB: {took:.0f} ms of processor")


def shelf_of(count: int) -> None:
    """A centre's folder of thousands of packs: the first look, the next ones, and the list they make."""
    with tempfile.TemporaryDirectory() as name:
        centre, home = Path(name) / "centre", Path(name) / "home"
        centre.mkdir()
        for number in range(count):
            cover = COVER.replace("org.example.hostile", f"org.example.p{number}").replace(
                "A pack", f"Pack {number}", 1
            )
            files = {"pack.toml": cover.encode(), "scenes/hello.scene.txt": SHEET}
            (centre / f"{number}.practicepack").write_bytes(build_pack(files))
        shelf = PackShelf(home / "none", home / "packs")
        PackDoor(shelf).stand_beside(centre)
        first = milliseconds(shelf.refresh_sources, 1)
        again = milliseconds(shelf.refresh_sources, 2)
        fresh = PackShelf(home / "none", home / "packs")
        start = milliseconds(lambda: fresh.shelved(), 1)
        listed = milliseconds(lambda: fresh.shelved(), 3)
        house = House(Places(home, home, home / "cache"))
        house.door.stand_beside(centre)
        drawer = PacksDrawer(house)
        drawer.packs()
        cards = milliseconds(drawer.packs, 3)
        house.close()
        (centre / "7.practicepack").unlink()
        changed = milliseconds(fresh.refresh_sources, 1)
        print(
            f"{count} packs of a centre: first look {first:.0f} ms, again {again:.0f}, one changed {changed:.0f}, "
            f"from the index at the next start {start:.0f}, listed {listed:.0f}, as cards for the screen {cards:.0f}"
        )


def main() -> None:
    """Print the figures."""
    opening()
    shelf_of(5000)
    for lines in (343, 1000, 5000):
        text = SHOP if lines == 343 else grown(lines)
        print(
            f"{text.count(chr(10)):5} lines: read {milliseconds(lambda text=text: read_sheet(text)):6.1f} ms, "
            f"build {milliseconds(lambda text=text: build_scene(text)):6.1f} ms, "
            f"check {milliseconds(lambda text=text: check_sheet(text)):6.1f} ms"
        )
    junk = "\n".join(f"unknwon wrod {n}: whta" for n in range(20_000))
    print(f"20000 unknown lines: check {milliseconds(lambda: check_sheet(junk), 1):.0f} ms")
    scene = build_scene(SHOP).scene
    if scene is not None:
        report = walk_scene(scene)
        took = milliseconds(lambda: walk_scene(scene), 2)
        print(f"walk: {report.states} states, {report.steps} steps, {took:.0f} ms")


if __name__ == "__main__":
    main()
