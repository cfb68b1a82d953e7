"""The first picture waits for nothing it does not show; the rest is loaded between events afterwards."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from trainer import late as late_module
from trainer.app.desk_keeping import KeepingDrawer
from trainer.app.house import House
from trainer.app.starting import AfterFirstPicture
from trainer.late import late, load_next
from trainer.storage.paths import Places

ROOT = Path(__file__).resolve().parents[3]
NOT_YET = (
    "numpy",
    "sounddevice",
    "tomlkit",
    "http.client",
    "click",
    "msgspec",
    "sqlite3",
    "trainer.conversation.engine",
    "trainer.conversation.effects",
    "trainer.hearing.speech_models",
    "trainer.packs.archive",
    "trainer.packs.builder",
    "trainer.script",
    "trainer.speech",
    "trainer.storage.journal",
    "trainer.storage.pack_shelf",
    "trainer.session.runner",
    "trainer.ui.scene.view",
    "trainer.ui.views.home",
    "trainer.ui.views.practice",
    "trainer.ui.views.settings",
    "trainer.ui.view_models.practice",
)
NOT_FOR_A_KNOWN_SHELF = (
    "trainer.conversation.effects",
    "trainer.packs.archive",
    "trainer.packs.builder",
    "trainer.packs.cover",
    "trainer.packs.head",
    "trainer.packs.reader",
    "trainer.storage.salvage",
)
START = f"""
import sys
from trainer.app.desk import LiveDesk
from trainer.app.house import House
from trainer.late import load_next
from trainer.storage.paths import assets
from trainer.ui.application import make_application, make_window
application = make_application(assets())
desk = LiveDesk(House())
window = make_window(desk, assets())
window.show()
application.processEvents()
early = [name for name in {NOT_YET!r} if name in sys.modules]
while load_next():
    pass
absent = [name for name in {NOT_YET!r} if name.startswith("trainer.") and name not in sys.modules]
window.close()
desk.close()
print(early, absent)
"""


def started(home: Path, program: str = START) -> str:
    """What the program told at last."""
    told = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, "ENGAWA_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    return told.stdout.split("\n")[-2]


def test_what_the_first_picture_does_not_show_is_loaded_after_it(tmp_path: Path) -> None:
    assert started(tmp_path) == "[] []"


def test_a_known_shelf_is_shown_without_what_reads_sheets(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("started = true\n", "utf-8")
    known = START.replace(repr(NOT_YET), repr(NOT_FOR_A_KNOWN_SHELF))
    index = "desk.close()\ndesk._house.shelf.headings('en')\n"
    early, _, _ = started(tmp_path, known.replace("desk.close()\n", index)).partition("] [")
    assert "trainer.packs.head" in early  # nothing is known yet: covers and headings are read
    assert started(tmp_path, known) == "[] []"


@pytest.mark.parametrize("kept", ["nothing", "settings", "records"])
def test_what_is_loaded_before_qt_is_without_it_and_needed(tmp_path: Path, kept: str) -> None:
    if kept != "nothing":
        (tmp_path / "settings.toml").write_text("started = true\n", "utf-8")
    if kept == "records":
        started(tmp_path, "from trainer.app.house import House\nHouse().journal.walked()\nprint()\n")
    listed = "import sys\nfrom trainer.app.start import before_qt\nlisted = before_qt()\n"
    alone = "for name in listed:\n    __import__(name)\nprint(len(listed), 'shiboken6' in sys.modules)\n"
    assert started(tmp_path, listed + alone).endswith(" False")
    left = "left = [name for name in listed if name not in sys.modules]\n"
    shown = listed + START.replace("early =", f"{left}early =").replace("print(early, absent)", "print(left)")
    assert started(tmp_path, shown) == "[]"


def test_a_late_module_is_the_module() -> None:
    colorsys = late("colorsys")
    assert "colorsys" in late_module._PROMISED
    assert colorsys.rgb_to_hls(0, 0, 0) == (0.0, 0.0, 0.0)
    while load_next():
        pass
    assert not late_module._PROMISED
    assert not load_next()


def test_after_the_first_picture_the_rest_is_loaded_and_the_collector_works_again(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    told: list[tuple[bool, int]] = []
    gc.disable()
    try:
        AfterFirstPicture(window, lambda: told.append((gc.isenabled(), len(late_module._PROMISED))))
        late("colorsys")
        assert not told
        window.show()
        qtbot.waitUntil(lambda: bool(told))
    finally:
        gc.enable()
    assert told == [(True, 0)]  # threads begin once every module is there


def test_without_a_record_there_is_no_lock_and_nothing_is_opened_to_know_that(tmp_path: Path) -> None:
    places = Places(tmp_path / "data", tmp_path / "config", tmp_path / "cache")
    house = House(places)
    assert KeepingDrawer(house).lock_state() == "none"
    assert not places.journal.exists()
    house.journal.walked()
    assert places.journal.exists() and KeepingDrawer(house).lock_state() == "none"
    assert house.lock.set("correct horse") == ""
    house.close()
    again = House(places)
    assert KeepingDrawer(again).lock_state() == "closed"
    again.close()
