"""The desk's window: shows the page of the desk model, keeps its look, answers the keys that work everywhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from trainer.editor.view_models.desk import DeskModel
from trainer.editor.views.guided import GuidedPage
from trainer.editor.views.play import PlayPage
from trainer.editor.views.share import SharePage
from trainer.editor.views.sheet_page import SheetPage
from trainer.editor.views.start import StartPage
from trainer.editor.views.style import desk_style
from trainer.ui.kit.focus import watch_window
from trainer.ui.scene.app_icon import app_icon
from trainer.ui.stylesheet import palette_of, stylesheet
from trainer.ui.theme import Look
from trainer.ui.view_models.settings import SettingsModel
from trainer.ui.views.quick_hide import QuickHidePage


class DeskWindow(QMainWindow):
    """Knows the pages and nothing of what they show. `closed` is called once, when the window goes."""

    def __init__(self, model: DeskModel, settings: SettingsModel, closed: Callable[[], None] | None = None) -> None:
        super().__init__()
        self.model, self.settings = model, settings
        self._closed = closed
        self._look: Look | None = None
        self._page: QWidget | None = None
        self._hidden: QuickHidePage | None = None
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.setAcceptDrops(True)
        self._keys()
        model.moved.connect(lambda: QTimer.singleShot(0, self, self._draw))
        settings.look_changed.connect(lambda: QTimer.singleShot(0, self, self._draw))
        self.resize(1280, 800)
        self.setMinimumSize(640, 420)
        self._draw()

    @property
    def page(self) -> QWidget | None:
        """The page that shows."""
        return self._page

    def _draw(self) -> None:
        """Make the page anew: for another place, or another look."""
        look = self.settings.look()
        if look != self._look:
            self._look = look
            self.setStyleSheet(stylesheet(look) + desk_style(look))
            QApplication.setPalette(palette_of(look))
        old, self._page = self._page, self._make(look)
        self._stack.addWidget(self._page)
        if self._hidden is None:
            self._stack.setCurrentWidget(self._page)
        if old is not None:
            let_go = getattr(old, "let_go", None)
            if callable(let_go):
                let_go()
            self._stack.removeWidget(old)
            old.hide()
            old.deleteLater()
        first = getattr(self._page, "first_focus", None)
        if callable(first) and self._hidden is None:
            first().setFocus(Qt.FocusReason.OtherFocusReason)
        self._title()

    def _make(self, look: Look) -> QWidget:
        makers: dict[str, Callable[[], QWidget]] = {
            "start": lambda: StartPage(look, self.model, self.hide_now),
            "guided": lambda: GuidedPage(look, self.model, self.hide_now),
            "sheet": lambda: SheetPage(look, self.model, self.hide_now),
            "share": lambda: SharePage(look, self.model, self.hide_now),
            "play": lambda: PlayPage(look, self.model, self.settings, self.hide_now),
        }
        return makers[self.model.page]()

    def _title(self) -> None:
        neutral = self._hidden is not None or self.settings.now.window_title_neutral
        name = self.model.folder.name if self.model.folder is not None and self.model.page != "start" else ""
        shown = f"{name} – Engawa" if name else "Engawa"
        self.setWindowTitle(self.tr("Notes") if neutral else shown)
        self.setWindowIcon(app_icon())

    # --- keys ---------------------------------------------------------------------------------------------------

    def _keys(self) -> None:
        def key(keys: str, call: Callable[[], object]) -> None:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(partial(self._unless_hidden, call))

        hide = QShortcut(QKeySequence("F9"), self)
        hide.activated.connect(self.toggle_hide)
        key("Esc", self._escape)
        key("Ctrl+S", self.model.sheet.keep_now)
        key("Ctrl+Z", self.model.sheet.undo)
        key("Ctrl+Shift+Z", self.model.sheet.redo)
        key("Ctrl+Y", self.model.sheet.redo)
        key("F1", lambda: self._ask_page("show_help"))
        key("Ctrl+F", lambda: self._ask_page("find_words"))
        key("F3", lambda: self._ask_page("find_next"))
        key("Shift+F3", lambda: self._ask_page("find_next", -1))
        key("F5", lambda: self._ask_page("hear_line"))
        key("F6", lambda: self._ask_page("next_part"))
        key("Shift+F6", lambda: self._ask_page("previous_part"))
        key("F7", lambda: self._ask_page("play"))
        for number in range(1, 7):
            key(f"Ctrl+{number}", partial(self._ask_page, "show_view", number))

    def _unless_hidden(self, call: Callable[[], object]) -> None:
        if self._hidden is None:
            call()

    def _ask_page(self, name: str, *given: int) -> None:
        call = getattr(self._page, name, None)
        if callable(call):
            call(*given)

    def _escape(self) -> None:
        self._ask_page("escape")

    # --- hiding -------------------------------------------------------------------------------------------------

    @property
    def hidden(self) -> bool:
        """Does the plain page show?"""
        return self._hidden is not None

    def toggle_hide(self) -> None:
        """Hide, or come back."""
        if self._hidden is None:
            self.hide_now()
            return
        self._stack.removeWidget(self._hidden)
        self._hidden.deleteLater()
        self._hidden = None
        if self._page is not None:
            self._stack.setCurrentWidget(self._page)
        self._title()

    def hide_now(self) -> None:
        """Silence first, then the plain page."""
        if self._hidden is not None:
            return
        self.model.bench.hush()
        self._ask_page("hush")
        self._hidden = QuickHidePage(self.settings.look())
        self._stack.addWidget(self._hidden)
        self._stack.setCurrentWidget(self._hidden)
        self._hidden.list.setFocus()
        self._title()

    # --- files dropped ------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Folders, sheets, pictures and sounds may be dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Pictures and sounds go to the open pack; anything else is opened."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: self.take(files))

    def take(self, files: list[Path]) -> None:
        """What was dropped, or given on the command line."""
        drop = getattr(self._page, "drop_media", None)
        media = [file for file in files if file.suffix.lower() in MEDIA]
        if media and callable(drop):
            drop(media)
        elif files:
            self.model.open_path(files[0])

    # --- coming and going ---------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """From now on keys and presses can be told apart."""
        super().showEvent(event)
        watch_window(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything is kept; nothing is asked."""
        self._ask_page("let_go")
        self.model.close()
        if self._closed is not None:
            call, self._closed = self._closed, None
            call()
        super().closeEvent(event)


MEDIA = frozenset({".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif", ".wav", ".ogg", ".opus", ".mp3"})
"""Endings of files that are taken as pictures or sounds; what may stay in a pack is decided when they are looked at."""
