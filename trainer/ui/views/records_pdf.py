"""The page to show somebody as a PDF of one sheet: the words of the preview, nothing about the hour or the person."""

from __future__ import annotations

import html
import re

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument

from trainer.practice.share import SharePage

SIZES = (11.0, 10.0, 9.0, 8.0, 7.0, 6.0, 5.0, 4.0)
"""Points: the largest one with which everything stands on one sheet."""
DATES = re.compile(rb"(/(?:Creation|Mod)Date \(D:\d{8})(\d{6}(?:[+-]\d\d'\d\d'?)?)")
MORE_DATES = re.compile(rb'(xmp:\w+Date="\d{4}-\d\d-\d\dT)(\d\d:\d\d:\d\d(?:[+-]\d\d:\d\d)?)')


def pdf_of(page: SharePage, font: QFont) -> bytes:
    """A4, one sheet, the fonts inside it."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(page.title)
    writer.setCreator("Engawa")
    writer.setResolution(300)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(20, 18, 20, 18), QPageLayout.Unit.Millimeter)
    painter = QPainter(writer)
    document = _fitting(page, font, writer)
    document.drawContents(painter)
    painter.end()
    buffer.close()
    return without_hour(bytes(content.data()))


def without_hour(content: bytes) -> bytes:
    """Qt writes when the file was made, to the second; the day is enough (same length, so that nothing moves)."""

    def day(found: re.Match[bytes]) -> bytes:
        return found[1] + re.sub(rb"\d", b"0", found[2])

    return MORE_DATES.sub(day, DATES.sub(day, content))


def _fitting(page: SharePage, font: QFont, writer: QPdfWriter) -> QTextDocument:
    sheet = QSizeF(writer.width(), writer.height())
    document = QTextDocument()
    for size in SIZES:
        document = QTextDocument()
        # Measures in the writer's own dots.
        document.documentLayout().setPaintDevice(writer)
        document.setDocumentMargin(0)
        chosen = QFont(font)
        chosen.setPointSizeF(size)
        document.setDefaultFont(chosen)
        document.setHtml(_html(page))
        document.setTextWidth(sheet.width())
        if document.size().height() <= sheet.height():
            break
    return document


def _html(page: SharePage) -> str:
    parts = [f"<h2>{html.escape(page.title)}</h2>"]
    for section in page.sections:
        parts.append(f"<p><b>{html.escape(section.heading)}</b>")
        for line in section.rows:
            parts.append("<br>" + html.escape(": ".join(part for part in line if part)))
        parts.append("</p>")
    return "".join([*parts, f"<p><i>{html.escape(page.ending)}</i></p>"])
