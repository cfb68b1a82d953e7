"""Sheets of paper as PDF, painted by Qt: rows of words flow over as many A4 pages as they need, or are made to fit one.

Without a display Qt paints the same into memory. No hour is left in the file, and the same words give the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

DATES = re.compile(rb"(/(?:Creation|Mod)Date \(D:\d{8})(\d{6}(?:[+-]\d\d'\d\d'?)?)")
MORE_DATES = re.compile(rb'(xmp:\w+Date="\d{4}-\d\d-\d\dT)(\d\d:\d\d:\d\d(?:[+-]\d\d:\d\d)?)')
PaperSize = Literal["A4", "Letter"]
INK, QUIET = "#1F1F1F", "#5A5A5A"
RESOLUTION = 300
"""Dots per inch of the writer; a point is 1/72 inch."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one look: `scale` of the page's letters, bold or not, quieter ink or not."""

    text: str
    bold: bool = False
    quiet: bool = False
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: its runs, how far it stands in and from the one above (in letters), kept with the next one."""

    runs: tuple[Run, ...]
    indent: float = 0.0
    above: float = 0.0
    shaded: bool = False
    keep: bool = False


def pdf_of_blocks(
    title: str,
    blocks: Sequence[Block],
    font: QFont,
    sizes: Sequence[float] = (9.5, 9.0, 8.5, 8.0),
    paper: PaperSize = "A4",
) -> bytes:
    """The blocks on one sheet in the largest of the sizes (points) that fits, else on several in the first of them."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = sheets(buffer, title, paper)
    sheet = QSizeF(writer.width(), writer.height())
    foot = RESOLUTION / 72 * 14
    made: QTextDocument | None = None
    for size in sizes:
        document = _document(blocks, font, size, writer, sheet)
        if document.size().height() <= sheet.height():
            made = document
            break
    painter = QPainter(writer)
    if made is not None:
        made.drawContents(painter)
    else:
        page = QSizeF(sheet.width(), sheet.height() - foot)
        document = _document(blocks, font, sizes[0], writer, page)
        document.setPageSize(page)
        _paint_pages(painter, writer, document, page, title, font)
    painter.end()
    buffer.close()
    return without_hour(bytes(content.data()))


def fits_one_sheet(blocks: Sequence[Block], font: QFont, size: float, paper: PaperSize = "A4") -> bool:
    """Whether the blocks stand on one sheet with letters of `size` points."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = sheets(buffer, "", paper)
    sheet = QSizeF(writer.width(), writer.height())
    return bool(_document(blocks, font, size, writer, sheet).size().height() <= sheet.height())


def a4(buffer: QBuffer, title: str) -> QPdfWriter:
    """A writer of A4 sheets with calm margins."""
    return sheets(buffer, title, "A4")


def sheets(buffer: QBuffer, title: str, paper: PaperSize) -> QPdfWriter:
    """A writer of sheets of that size with calm margins."""
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("Engawa")
    writer.setResolution(RESOLUTION)
    writer.setPageSize(QPageSize(getattr(QPageSize.PageSizeId, paper)))
    writer.setPageMargins(QMarginsF(20, 18, 20, 18), QPageLayout.Unit.Millimeter)
    return writer


def without_hour(content: bytes) -> bytes:
    """Qt writes when the file was made, to the second; the day is enough (same length, so that nothing moves)."""

    def day(found: re.Match[bytes]) -> bytes:
        return found[1] + re.sub(rb"\d", b"0", found[2])

    return MORE_DATES.sub(day, DATES.sub(day, content))


def _document(blocks: Sequence[Block], font: QFont, size: float, writer: QPdfWriter, sheet: QSizeF) -> QTextDocument:
    document = QTextDocument()
    # Measures in the writer's own dots.
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    chosen = QFont(font)
    chosen.setPointSizeF(size)
    document.setDefaultFont(chosen)
    document.setTextWidth(sheet.width())
    letter = size * RESOLUTION / 72
    cursor = QTextCursor(document)
    for number, block in enumerate(blocks):
        shape = QTextBlockFormat()
        shape.setLeftMargin(block.indent * letter)
        shape.setTopMargin(block.above * letter if number else 0)
        shape.setLineHeight(112, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if block.shaded:
            shape.setBackground(QColor("#ECECE6"))
        if block.keep:
            shape.setNonBreakableLines(True)
        if number:
            cursor.insertBlock(shape)
        else:
            cursor.setBlockFormat(shape)
        for run in block.runs:
            look = QTextCharFormat()
            look.setFont(chosen)
            look.setFontPointSize(size * run.scale)
            look.setFontWeight(QFont.Weight.DemiBold if run.bold else QFont.Weight.Normal)
            look.setForeground(QColor(QUIET if run.quiet else INK))
            cursor.insertText(run.text, look)
    return document


def _paint_pages(
    painter: QPainter, writer: QPdfWriter, document: QTextDocument, page: QSizeF, title: str, font: QFont
) -> None:
    small = QFont(font)
    small.setPointSizeF(8)
    count = document.pageCount()
    for number in range(count):
        if number:
            writer.newPage()
        painter.save()
        painter.translate(0, -number * page.height())
        document.drawContents(painter, QRectF(0, number * page.height(), page.width(), page.height()))
        painter.restore()
        painter.setFont(small)
        painter.setPen(QColor(QUIET))
        foot = QRectF(0, page.height(), page.width(), writer.height() - page.height())
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.drawText(foot, int(bottom | Qt.AlignmentFlag.AlignLeft), title)
        painter.drawText(foot, int(bottom | Qt.AlignmentFlag.AlignRight), f"{number + 1} / {count}")


Furigana = Callable[[str], Sequence[tuple[str, str]]]
"""Pieces of a Japanese text with their readings, "" where none is needed."""


class Readings:
    """Readings in brackets after a word, where it first stands: `弁当（べんとう）`."""

    def __init__(self, furigana: Furigana) -> None:
        self._furigana = furigana
        self._told: set[str] = set()

    def with_readings(self, text: str) -> str:
        """The text with the readings of words that were not read out before."""
        pieces = []
        for word, reading in self._furigana(text):
            pieces.append(word)
            if reading and word not in self._told:
                self._told.add(word)
                pieces.append(f"（{reading}）")
        return "".join(pieces)
