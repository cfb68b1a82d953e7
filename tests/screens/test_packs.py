"""The shelf's page: cover first, dropped files, a second start, thousands of packs, pack text never read as HTML."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from tests.helpers.scripted_desk import desk
from tests.helpers.window import open_window, settle, show_state
from trainer.app.one_window import OneWindow, hand_over
from trainer.app.other_start import may_be_open, name_for
from trainer.ui.main_window import MainWindow
from trainer.ui.opening import Opening
from trainer.ui.views.pack_details import CoverCard

FILE = "/given/evenings.practicepack"


@pytest.fixture
def window(qtbot):
    made = open_window(desk("en", reduced_motion=True))
    yield made
    made.close()
    made.deleteLater()
    settle()


def find(window: MainWindow, kind: type, name: str):
    return next(w for w in window.findChildren(kind) if w.objectName() == name and w.isVisible())


def press(window: MainWindow, name: str) -> None:
    QTest.mouseClick(find(window, QPushButton, name), Qt.MouseButton.LeftButton)
    settle()


def covers(window: MainWindow) -> list[CoverCard]:
    return [card for card in window.findChildren(CoverCard) if card.isVisible()]


def drop(window: MainWindow, *paths: str) -> bool:
    """Drop files on the window as a file manager does; True when the window took them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    where, buttons, keys = QPointF(100, 100), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(where.toPoint(), Qt.DropAction.CopyAction, data, buttons, keys)
    entered.ignore()
    QApplication.sendEvent(window, entered)
    if entered.isAccepted():
        QApplication.sendEvent(window, QDropEvent(where, Qt.DropAction.CopyAction, data, buttons, keys))
    settle()
    return entered.isAccepted()


def test_a_dropped_pack_shows_its_cover_and_is_not_added(window: MainWindow) -> None:
    Opening(window.screens, window)
    assert drop(window, FILE)
    assert window.screens.route.page == "packs" and len(covers(window)) == 1
    assert not [asked for asked in window.screens.desk.asked if asked[0] == "add_pack"]
    press(window, "not-now")
    assert covers(window) == []
    assert not drop(window, "/given/notes.txt")
    assert not drop(window, FILE, FILE)


def test_the_cover_says_who_what_and_how_far(window: MainWindow) -> None:
    window.screens.route.go("packs")
    window.screens.packs.look_at("/given/update.practicepack")
    settle()
    shown = " ".join(label.accessibleName() for label in covers(window)[0].findChildren(QLabel))
    words = ("K. Aoki", "English", "level 2", "about 6 minute", "A queue", "You may share", "A second person")
    for word in (*words, "cedar window", "It is newer", "1.3.0", "A wet umbrella", "Closing time", "being checked"):
        assert word in shown, word
    press(window, "look-inside")
    inside = find(window, QPlainTextEdit, "words")
    assert "<b>CLERK</b>" in inside.toPlainText()
    giver = find(window, QLineEdit, "giver")
    giver.setFocus()
    QTest.keyClicks(giver, "Mori")
    window.screens.packs.changed.emit()
    settle()
    assert find(window, QLineEdit, "giver").text() == "Mori", "what was written stays when the check comes back"
    press(window, "add-pending")
    assert ("add_pack", "/given/update.practicepack", False, "Mori") in window.screens.desk.asked
    assert covers(window) == []


def test_escape_leaves_the_cover_then_the_shelf(window: MainWindow) -> None:
    window.screens.route.go("packs")
    window.screens.packs.look_at(FILE)
    settle()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    settle()
    assert covers(window) == [] and window.screens.route.page == "packs"
    QTest.keyClick(window, Qt.Key.Key_Escape)
    settle()
    assert window.screens.route.page == "home"


def test_a_file_does_not_interrupt_a_visit(window: MainWindow) -> None:
    opening = Opening(window.screens, window)
    show_state(window, "practice-choose")
    opening.open(FILE)
    settle()
    assert window.screens.route.page == "practice" and window.screens.packs.cover is None
    window.screens.route.go("home")
    settle()
    assert window.screens.route.page == "packs" and len(covers(window)) == 1


def test_the_page_of_an_added_pack_leads_into_its_scenes(window: MainWindow) -> None:
    window.screens.route.go("packs")
    window.screens.packs.choose("evenings")
    settle()
    press(window, "go:evenings/last")
    assert (window.screens.route.page, window.screens.route.address) == ("preview", "evenings/last")


def test_a_file_opened_on_the_first_day_shows_once_the_first_page_was_passed(window: MainWindow) -> None:
    opening = Opening(window.screens, window)
    window.screens.route.go("first")
    settle()
    opening.open(FILE)
    settle()
    assert window.screens.route.page == "first" and window.screens.packs.cover is None
    window.screens.route.go("preview", window.screens.home.first().address)
    settle()
    assert window.screens.route.page == "packs" and len(covers(window)) == 1


def test_thousands_of_packs_make_few_cards(window: MainWindow) -> None:
    window.screens.desk.beside = 5000
    window.screens.route.go("packs")
    settle()
    assert len([w for w in window.findChildren(QWidget) if w.objectName().startswith("pack:")]) <= 41
    search = find(window, QLineEdit, "search")
    search.setText("4711")
    window.screens.packs.search("4711")
    settle()
    assert [w.objectName() for w in window.findChildren(QWidget) if w.objectName().startswith("pack:")] == [
        "pack:beside.4711"
    ]
    assert find(window, QLineEdit, "search") is search, "the field is not made anew while one writes"


def test_words_of_a_pack_are_never_html(window: MainWindow) -> None:
    window.screens.route.go("packs")
    window.screens.packs.look_at(FILE)
    settle()
    for label in window.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText or not label.text()


# --- one window ----------------------------------------------------------------------------------------------------


def test_a_second_start_hands_its_file_over(qtbot, tmp_path: Path) -> None:
    name = name_for(tmp_path, "")
    assert not may_be_open(name) and not hand_over(name, FILE), "nobody is there"
    opened: list[str] = []
    first = OneWindow(name, opened.append)
    assert first.listens and may_be_open(name)
    socket = QLocalSocket()
    socket.connectToServer(name)
    socket.write(json.dumps({"open": FILE}).encode() + b"\n")
    qtbot.waitUntil(lambda: socket.bytesAvailable() >= 3)
    assert bytes(socket.readAll().data()) == b"ok\n" and opened == [FILE]
    first.close()
    assert not may_be_open(name) and not hand_over(name, FILE)


@pytest.mark.parametrize(
    "words", [b"hello\n", b"[1]\n", b'{"open": 3}\n', b'{"open": "a\\u0000b"}\n', b"x" * 10_000, b"[" * 5000 + b"\n"]
)
def test_other_words_open_nothing(qtbot, tmp_path: Path, words: bytes) -> None:
    opened: list[str] = []
    first = OneWindow(name_for(tmp_path, ""), opened.append)
    socket = QLocalSocket()
    socket.connectToServer(name_for(tmp_path, ""))
    socket.write(words)
    socket.flush()
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert opened == []
    first.close()


def test_a_socket_left_by_a_killed_program_is_taken_over(qtbot, tmp_path: Path) -> None:
    left = tmp_path / "engawa-left"
    left.touch()
    opened: list[str] = []
    first = OneWindow(str(left), opened.append)
    assert first.listens
    first.close()


def test_homes_stay_apart(tmp_path: Path) -> None:
    assert name_for(tmp_path) != name_for(tmp_path / "other")
    assert name_for(tmp_path, str(tmp_path)).startswith(str(tmp_path))


def test_the_words_are_brought_into_view(qtbot) -> None:
    window = open_window(desk("ja", reduced_motion=True), (1024, 600))
    window.screens.route.go("packs")
    window.screens.packs.look_at(FILE)
    settle()
    find(window, QPushButton, "look-inside").setFocus()
    press(window, "look-inside")
    assert window.page is not None
    qtbot.waitUntil(lambda: window.page.area.verticalScrollBar().value() > 0)
    assert find(window, QPlainTextEdit, "words").visibleRegion().boundingRect().height() > 100
    window.close()
    window.deleteLater()
    settle()


@pytest.mark.parametrize(("system", "told"), [("linux", 0), ("win32", 0), ("darwin", 1)])
def test_only_where_files_come_that_way_is_every_event_looked_at(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, system: str, told: int
) -> None:
    seen: list[QObject] = []

    class Counting(Opening):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.User:
                seen.append(watched)
            return super().eventFilter(watched, event)

    monkeypatch.setattr("sys.platform", system)
    opening = Counting(window.screens, window)
    somebody = QObject()
    QCoreApplication.sendEvent(somebody, QEvent(QEvent.Type.User))
    assert len(seen) == told
    QCoreApplication.instance().removeEventFilter(opening)
