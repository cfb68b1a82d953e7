"""The page to show somebody as a PDF, made without a window or a display."""

from __future__ import annotations

import os
import sys

from PySide6.QtGui import QGuiApplication

from trainer.practice.share import SharePage
from trainer.storage.paths import assets
from trainer.ui.fonts import application_font, load_fonts
from trainer.ui.views.records_pdf import pdf_of


def pdf_without_window(page: SharePage) -> bytes:
    """The same sheet as the window writes. Qt draws into memory when there is no display."""
    if QGuiApplication.instance() is None:
        if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        # Lives until the program ends: Qt allows one only.
        _APPLICATION.append(QGuiApplication(sys.argv[:1]))
        load_fonts(assets() / "fonts")
    return pdf_of(page, application_font())


_APPLICATION: list[QGuiApplication] = []
