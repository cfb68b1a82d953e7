"""How quick the facilitator's desk is: python tests/bench/desk.py"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.bench.packs import SHOP, grown  # noqa: E402 - the program is found from here
from tests.unit.editor.test_map import many  # noqa: E402
from trainer.editor.model import writing  # noqa: E402
from trainer.editor.model.completion import complete  # noqa: E402
from trainer.editor.model.document import SheetDocument  # noqa: E402
from trainer.editor.model.live import look  # noqa: E402
from trainer.editor.model.map_layout import lay_out  # noqa: E402
from trainer.editor.model.playing import play_from  # noqa: E402
from trainer.editor.model.shape import outline_rows  # noqa: E402
from trainer.packs.builder import build_scene  # noqa: E402


def milliseconds(call: Callable[[], object], times: int = 7) -> tuple[float, float]:
    """Processor time of the quickest and the slowest of several calls."""
    took = []
    for _ in range(times):
        began = time.process_time()
        call()
        took.append(1000 * (time.process_time() - began))
    return min(took), max(took)


def shown(what: str, call: Callable[[], object], times: int = 7) -> None:
    """One line of figures."""
    best, worst = milliseconds(call, times)
    print(f"{what:58} {best:7.1f} ms, at most {worst:7.1f} ms")


def typing(document: SheetDocument) -> None:
    """A key press in the middle of the sheet, and the diagnostics for what stands there then."""
    row = len(document) // 2
    document.type(row, 1, [document.content(row) + "x"])
    look(document.words, revision=document.revision)


def main() -> None:
    """Print the figures."""
    thousand = grown(1000)
    document = SheetDocument(thousand)
    print(f"{len(document)} lines, {len(look(thousand).found)} findings")
    shown("a key press to its diagnostics, 1,000 lines (50)", lambda: typing(document), 15)
    shown("the same on the shop sample, 343 lines", lambda: typing(SheetDocument(SHOP)), 15)
    seen = look(thousand)
    shown("outline", lambda: outline_rows(seen))
    row = len(document) // 2
    shown("completion behind an arrow", lambda: complete(seen, row, "  -> p", 6))
    shown("rename a moment", lambda: writing.rename_moment(SheetDocument(thousand), "pay 1", "pay here"))
    large = look(many(300))
    shown("map of 300 moments (300)", lambda: lay_out(large))
    scene = build_scene(SHOP).scene
    if scene is not None:
        shown("play from the last moment of the shop", lambda: play_from(scene, "goodbye"), 3)


if __name__ == "__main__":
    main()
