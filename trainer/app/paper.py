"""Papers as PDF, made without a window or a display: the page to show somebody, a scene's reading copy, its script."""

from __future__ import annotations

import os
import sys

from PySide6.QtGui import QFont, QGuiApplication

from trainer.practice.share import SharePage
from trainer.script import Scene
from trainer.storage.paths import assets
from trainer.ui.fonts import application_font, load_fonts
from trainer.ui.paper import Furigana
from trainer.ui.print_scene import reading_copy_pdf, voice_script_pdf
from trainer.ui.views.records_pdf import pdf_of


def pdf_without_window(page: SharePage) -> bytes:
    """The same sheet as the window writes. Qt draws into memory when there is no display."""
    return pdf_of(page, page_font())


def scene_pdf(scene: Scene, voice: bool = False, furigana: Furigana | None = None) -> bytes:
    """The reading copy of a scene, or (`voice`) the script of its spoken lines."""
    font = page_font()
    return voice_script_pdf(scene, font, furigana) if voice else reading_copy_pdf(scene, font, furigana)


def page_font() -> QFont:
    """The program's letters, with Qt begun first. It draws into memory when there is no display."""
    if QGuiApplication.instance() is None:
        if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        # Lives until the program ends: Qt allows one only.
        _APPLICATION.append(QGuiApplication(sys.argv[:1]))
        load_fonts(assets() / "fonts")
    return application_font()


_APPLICATION: list[QGuiApplication] = []
