"""The whole window over the scripted desk, and every state of it that has a picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from tests.helpers.scripted_desk import ScriptedDesk, desk
from tests.helpers.scripted_visit import ScriptedVisit
from trainer.ui.application import make_application
from trainer.ui.bridge import Level, MicrophoneTrial
from trainer.ui.kit.buttons import CalmButton, CalmCheck, WayButton
from trainer.ui.kit.caption import CaptionBubble
from trainer.ui.kit.cards import Choice, RadioCard
from trainer.ui.kit.text import Text
from trainer.ui.main_window import MainWindow

ASSETS = Path(__file__).resolve().parent.parent.parent / "assets"
SCENE = "engawa/shall-i-heat-it"


def settle(rounds: int = 4) -> None:
    """Let everything that was put off happen, pages that are being made included."""
    for _ in range(rounds):
        QApplication.processEvents()
        while any(isinstance(one, MainWindow) and one.drawing for one in QApplication.topLevelWidgets()):
            QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def open_window(scripted: ScriptedDesk | None = None, size: tuple[int, int] = (1280, 800)) -> MainWindow:
    """A shown window."""
    make_application(ASSETS)
    window = MainWindow(scripted or desk("en", reduced_motion=True), ASSETS)
    window.resize(*size)
    window.show()
    settle()
    return window


def visit_of(window: MainWindow) -> ScriptedVisit:
    """The visit in progress."""
    visit = window.screens.practice.visit
    assert isinstance(visit, ScriptedVisit)
    return visit


def _practise(window: MainWindow) -> ScriptedVisit:
    route = window.screens.route
    route.go("preview", SCENE)
    settle()
    window.screens.preview.begin()
    settle()
    visit = visit_of(window)
    visit.end_line()
    visit.pick("hello", "Hello.")
    return visit


def _listening(window: MainWindow) -> ScriptedVisit:
    visit = _practise(window)
    visit.end_line()
    return visit


def _speaking(window: MainWindow) -> None:
    visit = _practise(window)
    text = visit.view.captions[0].text
    visit.say_word(0, 5 if visit.view.language == "en" else text.index("、"))
    visit.mouth(0.6)


def _way(way: str) -> Callable[[MainWindow], None]:
    def go(window: MainWindow) -> None:
        visit = _listening(window)
        window.screens.practice.set_way(way)  # type: ignore[arg-type]
        visit.hear("はい お願い" if visit.view.language == "ja" else "yes")
        visit.level(Level(0.6, 0.3))

    return go


def _hint(window: MainWindow) -> None:
    visit = _listening(window)
    visit.help()
    visit.help()
    visit.notice("microphone-lost")


def _asked(window: MainWindow) -> None:
    _listening(window).ask_which()


def _cue(window: MainWindow) -> None:
    visit = _listening(window)
    visit.narrate("電子レンジが静かに回っています。" if visit.view.language == "ja" else "The microwave hums softly.")


def _drawer(window: MainWindow) -> None:
    _listening(window)
    window.screens.practice.set_drawer(True)


def _breath(window: MainWindow) -> None:
    _listening(window)
    window.screens.practice.breathe()


def _end(window: MainWindow) -> None:
    visit = _listening(window)
    visit.pick("yes")
    visit.end_line()
    visit.pick("thanks")


def _preview(window: MainWindow) -> None:
    model = window.screens.preview
    window.screens.route.go("preview", SCENE)
    settle()
    model.set_tension(6)
    japanese = window.screens.settings.now.screen_language == "ja"
    model.set_expected("遅いとため息をつかれる。" if japanese else "She will sigh if I am slow.")


def _every_line(window: MainWindow) -> None:
    _preview(window)
    window.screens.preview.toggle_every_line()


def _after(window: MainWindow) -> None:
    _preview(window)
    window.screens.preview.begin()
    settle()
    visit_of(window).leave()
    visit_of(window).leave()
    window.screens.route.go("after")
    settle()


def _after_answered(window: MainWindow) -> None:
    _after(window)
    window.screens.after.set_tension(4)


def _gentler(window: MainWindow) -> None:
    window.screens.desk.gentler = {"dial": "noise", "now": 2, "to": 1}  # type: ignore[attr-defined]
    window.screens.preview.again(SCENE, {"noise": 2}, swapped=True)
    window.screens.route.go("preview", SCENE)


def _microphone(window: MainWindow) -> None:
    window.screens.route.go("microphone")
    settle()
    window.screens.microphone.begin()
    words = "こんにちは お茶を一杯ください" if window.screens.settings.now.practice_language == "ja" else "hello"
    window.screens.desk.trial_calls[-1](MicrophoneTrial(True, 1.0, "faint", words))  # type: ignore[attr-defined]
    window.screens.desk.level_calls[-1](Level(0.3, 0.3, 0.5, "ready", "USB headset"))  # type: ignore[attr-defined]


def _door(window: MainWindow) -> None:
    window.screens.route.go("door")


def _help_text(window: MainWindow) -> None:
    window.screens.route.go("help")
    window.screens.help.look()


def _list(window: MainWindow) -> None:
    window.screens.route.go("home")
    window.screens.home.set_as_list(True)


def _go(page: str) -> Callable[[MainWindow], None]:
    return lambda window: window.screens.route.go(page)  # type: ignore[arg-type]


def _cover(window: MainWindow) -> None:
    window.screens.route.go("packs")
    settle()
    window.screens.packs.look_at("/given/update.practicepack")


STATES: dict[str, Callable[[MainWindow], None]] = {
    "first": _go("first"),
    "home": lambda window: window.screens.route.go("home"),
    "home-list": _list,
    "preview": _preview,
    "preview-every-line": _every_line,
    "preview-gentler": _gentler,
    "practice-speaking": _speaking,
    "practice-choose": lambda window: (_listening(window), None)[1],
    "practice-listen": _way("listen"),
    "practice-type": _way("type"),
    "practice-read": _way("read"),
    "practice-speak": _way("speak"),
    "practice-hint": _hint,
    "practice-asked": _asked,
    "practice-cue": _cue,
    "practice-dials": _drawer,
    "practice-breath": _breath,
    "practice-end": _end,
    "after": _after,
    "after-answered": _after_answered,
    "journal": _go("journal"),
    "packs": lambda window: (window.screens.packs.not_now(), window.screens.route.go("packs"))[1],
    "packs-cover": _cover,
    "settings": _go("settings"),
    "microphone": _microphone,
    "help": _go("help"),
    "help-text": _help_text,
    "records": _go("records"),
    "door": _door,
    "hidden": lambda window: window.hide_now(),
}


def show_state(window: MainWindow, name: str) -> None:
    """Bring the window into that state, from home."""
    route = window.screens.route
    window.screens.home.set_as_list(False)
    window.screens.practice.set_drawer(False)
    if window.hidden:
        window.toggle_hide()
    if name.startswith(("home", "preview", "after")) or route.page == name:
        route.go("home")
        settle(2)
    STATES[name](window)
    if name in ("preview", "after-answered"):
        settle()
        window._draw()
    settle(4)


# --- what is cut off -----------------------------------------------------------------------------------------------


def _fits(widget: QWidget) -> str:
    """Why the words of this widget do not fit, or ""."""
    if isinstance(widget, Text):
        if not widget.plain_text():
            return ""
        if widget.wordWrap():
            need = widget.heightForWidth(widget.width())
            return f"needs {need} of height, has {widget.height()}" if need > widget.height() + 1 else ""
        hint = widget.sizeHint()
        short = hint.width() > widget.width() + 1 or hint.height() > widget.height() + 1
        return f"needs {hint.width()}x{hint.height()}, has {widget.width()}x{widget.height()}" if short else ""
    if isinstance(widget, CalmButton | WayButton) and not widget.icon_only:
        pad = widget._pad()[0]
        room = widget.width() - 2 * pad - widget._icon_side() - widget._gap()
        widest = max((QFontMetricsF(widget._font(True)).horizontalAdvance(w) for w in widget.text().split()), default=0)
        if widest > room + 2:
            return f"a word needs {widest:.0f} of width, has {room:.0f}"
    if isinstance(widget, CalmButton | WayButton | CalmCheck | Choice | RadioCard | CaptionBubble):
        need = widget.heightForWidth(widget.width())
        return f"needs {need} of height, has {widget.height()}" if need > widget.height() + 1 else ""
    return ""


def _outside(widget: QWidget) -> str:
    """How far this widget reaches out of its parent, or ""."""
    parent = widget.parentWidget()
    if parent is None or not parent.isVisible() or isinstance(parent.parentWidget(), QScrollArea):
        return ""
    box = widget.geometry()
    left, right = -box.left(), box.right() + 1 - parent.width()
    top, bottom = -box.top(), box.bottom() + 1 - parent.height()
    worst = max(left, right, top, bottom)
    return f"reaches {worst} px out of its parent" if worst > 1 else ""


def cut_off(root: QWidget) -> list[str]:
    """Everything on a page whose words are cut off or which reaches out of its place."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or widget.objectName() in ("inner", "qt_scrollarea_viewport"):
            continue
        words = isinstance(widget, QLabel | CalmButton | WayButton | CalmCheck | Choice | RadioCard | CaptionBubble)
        reason = _fits(widget) or (_outside(widget) if words or widget.layout() is not None else "")
        if reason:
            name = widget.accessibleName() or widget.objectName()
            found.append(f"{type(widget).__name__} “{name[:40]}” {reason}")
    return found
