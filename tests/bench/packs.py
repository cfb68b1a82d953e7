"""How long reading, building, checking and walking take: python tests/bench/packs.py"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from trainer.packs.builder import build_scene  # noqa: E402 - the program is found from here
from trainer.packs.checker import check_sheet  # noqa: E402
from trainer.packs.reader import read_sheet  # noqa: E402
from trainer.packs.walker import walk_scene  # noqa: E402

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


def main() -> None:
    """Print the figures."""
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
