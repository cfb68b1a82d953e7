"""One sheet of paper for a scene or for families: rows as blocks for `paper`, on A4 or Letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from PySide6.QtGui import QFont

from trainer.packs.one_page import MOST_ANSWERS, PageRow, one_page
from trainer.script import Scene
from trainer.ui.paper import Block, Furigana, PaperSize, Readings, Run, fits_one_sheet, pdf_of_blocks

SIZES = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5)
"""Letters in points, the largest that fits one sheet is taken."""

COMFORTABLE_ROWS = 36
"""As many rows stand with their full air."""

AIR = (1.0, 0.6, 0.3)
"""How much of that air is kept, tried in turn before answers are left out."""

_TO_WRITE_ON = "＿" * 36
_NUMBERS = "  ".join(f"{number}" for number in range(11))


def scene_page_pdf(
    scene: Scene, font: QFont, paper: PaperSize = "A4", language: str = "", furigana: Furigana | None = None
) -> bytes:
    """The scene on one sheet; a long one has less air and shows fewer answers, so that it stays one sheet.

    `language` is that of the headings; `furigana` adds readings in brackets.
    """
    blocks: list[Block] = []
    for answers, air in product(range(MOST_ANSWERS, 0, -1), AIR):
        rows = one_page(scene, language, answers)
        if furigana is not None:
            words = Readings(furigana).with_readings
            rows = tuple(row if row.kind in ("title", "head") else replace(row, text=words(row.text)) for row in rows)
        blocks = _blocks(rows, air)
        if fits_one_sheet(blocks, font, SIZES[-1], paper):
            break
    return pdf_of_blocks(scene.title, blocks, font, SIZES, paper)


def family_page_pdf(text: str, font: QFont, paper: PaperSize = "A4") -> bytes:
    """The page for families: `# title`, `## heading`, `- line`, and paragraphs."""
    rows = list(_family_rows(text))
    return pdf_of_blocks(rows[0].text, _blocks(rows), font, SIZES, paper)


def _family_rows(text: str) -> Iterator[PageRow]:
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("## "):
            yield PageRow("head", line[3:])
        elif line.startswith("# "):
            yield PageRow("title", line[2:])
        elif line.startswith("- "):
            yield PageRow("answer", line[2:])
        else:
            yield PageRow("text", line)


def _blocks(rows: Sequence[PageRow], most_air: float = 1.0) -> list[Block]:
    """The rows with less air between them the more there are."""
    air = most_air * min(1.0, COMFORTABLE_ROWS / max(1, len(rows)))
    made: list[Block] = []
    for row in rows:
        block = _block(row)
        made.append(replace(block, above=block.above * air))
        if row.kind == "write":
            made.append(Block((Run(_TO_WRITE_ON, quiet=True),), 0.6, 0.5 * air))
    return made


def _block(row: PageRow) -> Block:
    match row.kind:
        case "title":
            return Block((Run(row.text, bold=True, scale=1.7),))
        case "quiet":
            return Block((Run(row.text, quiet=True, scale=0.88),), above=0.3)
        case "head":
            return Block((Run(row.text, bold=True, scale=1.1),), above=0.75, shaded=True, keep=True)
        case "say" | "hardest":
            mark = (Run("  ◆", quiet=True),) if row.kind == "hardest" else ()
            return Block((Run(f"{row.who}  ", bold=True), Run(row.text), *mark), 0.6, 0.3)
        case "answer":
            return Block((Run("▷ ", quiet=True), Run(row.text)), 1.8, 0.1)
        case "write":
            return Block((Run(row.text),), 0.6, 0.35)
        case "scale":
            return Block((Run(f"{row.text}   "), Run(_NUMBERS, bold=True)), 0.6, 0.35)
        case "step":
            return Block((Run("□ ", bold=True), Run(f"{row.who}  ", quiet=True), Run(row.text)), 0.6, 0.2)
        case _:
            return Block((Run(row.text),), above=0.35)
