"""The window: shows the page of the route, keeps its look, answers the keys that work everywhere, hides at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QGuiApplication,
    QIcon,
    QPixmap,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from trainer.late import late
from trainer.ui.bridge import Desk
from trainer.ui.kit.focus import watch_window
from trainer.ui.kit.page import Page
from trainer.ui.scene.app_icon import app_icon
from trainer.ui.screens import Screens
from trainer.ui.stylesheet import palette_of, stylesheet
from trainer.ui.theme import Look
from trainer.ui.translation import Translations
from trainer.ui.turning import Turning
from trainer.ui.window_keys import WindowKeys

if TYPE_CHECKING:
    from trainer.ui.views import quick_hide
else:
    quick_hide = late("trainer.ui.views.quick_hide")

ICON_AFTER = 60
"""Milliseconds after the window shows until its icon is drawn: eight pictures, and the first picture goes first."""


class MainWindow(QMainWindow):
    """Knows the screens and nothing of what they show."""

    turned = Signal()
    """A page was made and shows."""

    def __init__(self, desk: Desk, assets: Path) -> None:
        super().__init__()
        self._desk = desk
        self._translations = Translations(assets / "translations")
        self.screens = Screens(desk, assets)
        self._look: Look | None = None
        self._page: Page | None = None
        self._hidden: quick_hide.QuickHidePage | None = None
        self._neutral: bool | None = None
        self._focused = ""
        self._stack = QStackedWidget()
        self._stack.addWidget(QWidget())  # while a page is made: a stack without any shows the next one half made
        self._turning = Turning(self)
        self.setCentralWidget(self._stack)
        self._keys = WindowKeys(self, self)
        self.screens.route.changed.connect(self._on_moved)
        self.screens.settings.look_changed.connect(lambda: QTimer.singleShot(0, self, self._draw))
        self.screens.settings.changed.connect(self._title)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(lambda _: self._ask_system())
        self._ask_system()
        self.resize(_first_size())
        self.setMinimumSize(640, 420)
        self._draw()
        self._turning.finish()

    # --- the page ------------------------------------------------------------------------------------------------

    @property
    def page(self) -> Page | None:
        """The page that shows (also behind the plain page)."""
        return self._page

    def _on_moved(self) -> None:
        self.screens.enter()
        QTimer.singleShot(0, self, self._draw)

    @property
    def drawing(self) -> bool:
        """Is a page being made?"""
        return self._turning.under_way

    def _draw(self) -> None:
        """Make the page anew: for another place, or another look. The old picture stands until the new one is whole."""
        self._focused = _focus_name(self._page) or self._focused
        self._stack.setUpdatesEnabled(self._hidden is not None)
        self._turning.begin(self._steps())

    def _steps(self) -> Iterator[None]:
        """Each is a few hundredths of a second: all of them at once are a pause that is felt (decision 0245)."""
        old, self._page = self._page, None
        turned = self._look is not None
        if old is not None:
            # When the look changes first of all: dressing the old page anew takes as long as making the new one.
            _let_go(self._stack, old, at_once=self.screens.settings.look() != self._look)
            yield
        self._dress()
        page = self._page = self.screens.make(self.hide_now, (self._stack if self.isVisible() else self).size())
        yield
        self._stack.addWidget(page)
        yield
        yield from self._filled(page)
        if self._hidden is None:
            self._stack.setCurrentWidget(page)
            yield
        else:
            self._cover(True)
        self._focus(self._focused, turned)
        self._focused = ""
        self._title()
        self._stack.setUpdatesEnabled(True)
        self.turned.emit()

    def _filled(self, page: Page) -> Iterator[None]:
        """What was put off, one part after the other; each is laid out before the next, all of it before it shows.

        What was just added is laid out in the turn after: until then Qt counts it as hidden.
        """
        shows = self.isVisible() and self._hidden is None  # the first page of all goes with the window
        more = True
        while more:
            if shows:
                page.measure(self._stack.contentsRect())
                yield
            more = page.fill()
            yield
        if shows:
            page.measure(self._stack.contentsRect())
            yield
            yield from page.draw_ahead()

    def _focus(self, name: str, turned: bool) -> None:
        """Where the keyboard was, or where the page begins; when a page was `turned`, at least somewhere in it."""
        if self._page is None or self._hidden is not None:
            return
        again = self._page.findChild(QWidget, name) if name else None
        first = getattr(self._page, "first_focus", None)
        target = again or (first() if callable(first) else None) or (self._page.first_control() if turned else None)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- the look ------------------------------------------------------------------------------------------------

    def _ask_system(self) -> None:
        hints = QGuiApplication.styleHints()
        dark = hints.colorScheme() == Qt.ColorScheme.Dark
        accessibility = getattr(hints, "accessibility", None)
        contrast = False
        if callable(accessibility):
            contrast = accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        self.screens.settings.system_is(dark, contrast, False)

    def _dress(self) -> None:
        look = self.screens.settings.look()
        if look == self._look:
            return
        if self._look is None or look.language != self._look.language:
            self._translations.use(look.language)
        self._look = look
        self.setStyleSheet(stylesheet(look))
        QApplication.setPalette(palette_of(look))

    def _title(self) -> None:
        neutral = self._hidden is not None or self.screens.settings.now.window_title_neutral
        self.setWindowTitle(self.tr("Notes") if neutral else "Engawa")
        # Drawing the icon in all its sizes takes longer than drawing some pages: not before the first picture.
        if neutral != self._neutral and (neutral or self.isVisible()):
            self._neutral = neutral
            self.setWindowIcon(_plain_icon() if neutral else app_icon())

    # --- quick hide ----------------------------------------------------------------------------------------------

    @property
    def hidden(self) -> bool:
        """Does the plain page show?"""
        return self._hidden is not None

    def toggle_hide(self) -> None:
        """Hide, or come back."""
        if self._hidden is None:
            self.hide_now()
        else:
            self._come_back()

    def hide_now(self) -> None:
        """Mute first, then show the plain page, then change the title."""
        if self._hidden is not None:
            return
        self._quiet(True)
        self._cover(True)
        self._stack.setUpdatesEnabled(True)
        self._hidden = quick_hide.QuickHidePage(self.screens.settings.look())
        self._stack.addWidget(self._hidden)
        self._stack.setCurrentWidget(self._hidden)
        self._hidden.list.setFocus()
        self._title()

    def _come_back(self) -> None:
        if self._hidden is not None:
            _let_go(self._stack, self._hidden)
            self._hidden = None
        if self._page is not None:
            self._stack.setCurrentWidget(self._page)
        self._quiet(False)
        self._cover(False)
        self._title()
        # Hiding may have closed the lock.
        self.screens.through_the_door()

    def _cover(self, covered: bool) -> None:
        cover = getattr(self._page, "cover", None)
        if callable(cover):
            cover(covered)

    def _quiet(self, silent: bool) -> None:
        self._desk.quiet(silent)
        if self.screens.made("practice"):
            self.screens.practice.mute(silent)

    def showEvent(self, event: QShowEvent) -> None:
        """From now on keys and presses can be told apart."""
        super().showEvent(event)
        watch_window(self)
        QTimer.singleShot(ICON_AFTER, self, self._title)

    def closeEvent(self, event: QCloseEvent) -> None:
        """A visit in progress ends quietly; nothing is lost."""
        self._turning.stop()
        self.screens.put_away()
        self._translations.clear()
        super().closeEvent(event)


def _focus_name(page: Page | None) -> str:
    """What has the keyboard, by the name under which a new page finds it again."""
    focused = page.focusWidget() if page is not None else None
    return focused.objectName() if focused is not None else ""


def _let_go(stack: QStackedWidget, page: QWidget, at_once: bool = False) -> None:
    """It is no more: soon, or now."""
    stack.removeWidget(page)
    page.hide()
    page.deleteLater()
    if at_once:
        QApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)


FIRST_SIZE = QSize(1280, 800)
FRAME = QSize(8, 48)
"""Room left for the frame and title that the desktop puts around the window (device-independent pixels)."""


def _first_size() -> QSize:
    """No larger than the screen shows whole: the buttons stand at the foot of the page."""
    screen = QGuiApplication.primaryScreen()
    return FIRST_SIZE if screen is None else FIRST_SIZE.boundedTo(screen.availableGeometry().size() - FRAME)


def _plain_icon() -> QIcon:
    """An icon that says nothing."""
    picture = QPixmap(32, 32)
    picture.fill(QColor("#9AA0A6"))
    return QIcon(picture)
