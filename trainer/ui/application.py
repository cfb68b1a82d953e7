"""Starts Qt for the screens: fonts, roles for screen readers, style. `app.py` gives it a desk and shows the window."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from trainer.ui.bridge import Desk
from trainer.ui.fonts import application_font, load_fonts
from trainer.ui.kit.access import install_roles
from trainer.ui.main_window import MainWindow

SWITCH = 0.0005
"""Seconds that a thread of Python may go on while another waits. The window's thread lets go with each call into Qt and
waits again: with Python's own 5 ms a picture of fifty calls stood still for a quarter of a second while another thread
computed (decision 0246).
"""


def make_application(assets: Path, arguments: list[str] | None = None) -> QApplication:
    """The one QApplication, dressed; an existing one is dressed and returned."""
    sys.setswitchinterval(SWITCH)
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(arguments or sys.argv[:1])
    application.setApplicationName("engawa")
    application.setStyle("Fusion")
    load_fonts(assets / "fonts")
    application.setFont(application_font())
    install_roles()
    return application


def make_window(desk: Desk, assets: Path) -> MainWindow:
    """The window over that desk, not yet shown."""
    return MainWindow(desk, assets)
