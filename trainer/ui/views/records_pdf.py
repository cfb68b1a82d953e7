"""The page to show somebody as a PDF of one sheet: the words of the preview, nothing about the hour or the person."""

from __future__ import annotations

import html

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSizeF
from PySide6.QtGui import QFont, QPainter, QPdfWriter, QTextDocument

from trainer.practice.share import SharePage
from trainer.ui.paper import a4, without_hour

SIZES = (11.0, 10.0, 9.0, 8.0, 7.0, 6.0, 5.0, 4.0)
"""Points: the largest one with which everything stands on one sheet."""


def pdf_of(page: SharePage, font: QFont) -> bytes:
    """A4, one sheet, the fonts inside it."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = a4(buffer, page.title)
    painter = QPainter(writer)
    document = _fitting(page, font, writer)
    document.drawContents(painter)
    painter.end()
    buffer.close()
    return without_hour(bytes(content.data()))


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
