"""Screen language: installs Qt's and our own translations. English has one too, for its plural forms."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator


class Translations:
    """Keeps the installed translators alive; `use` swaps them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._installed: list[QTranslator] = []
        self._kept: list[bytes] = []

    def clear(self) -> None:
        """Take our translators away again."""
        for old in self._installed:
            QCoreApplication.removeTranslator(old)
        self._installed, self._kept = [], []

    def use(self, language: str) -> bool:
        """Speak that language from now on; False when our own file for it is missing (English shows then)."""
        self.clear()
        QLocale.setDefault(QLocale("ja_JP") if language == "ja" else QLocale("en_GB"))
        qt = QTranslator()
        if language != "en" and qt.load(
            f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        ):
            QCoreApplication.installTranslator(qt)
            self._installed.append(qt)
        own = QTranslator()
        try:
            content = (self._folder / f"engawa_{language}.qm").read_bytes()
        except OSError:
            return False
        # From memory: Qt would map the file, and die when somebody writes a new one in its place (an update).
        found = own.load(content)
        if found:
            QCoreApplication.installTranslator(own)
            self._installed.append(own)
            # Qt does not copy it.
            self._kept.append(content)
        return found
