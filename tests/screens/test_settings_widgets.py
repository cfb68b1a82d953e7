"""A drop-down shortens what it has no room for, and a check box has the same air between its lines as other text."""

from __future__ import annotations

from typing import Any

from trainer.ui.kit.buttons import CalmCheck
from trainer.ui.kit.leading import pitch_of
from trainer.ui.theme import Look
from trainer.ui.views.settings_widgets import Picker

LONG = "The microphone of the old headset beside the window"


def drawn(text: str, width: int) -> tuple[Any, Picker]:
    """The picture of a drop-down with that one choice."""
    picker = Picker(Look(), "Microphone", [("", text)], "")
    picker.resize(width, 40)
    return picker.grab().toImage(), picker


def test_what_is_chosen_ends_before_the_arrow(qtbot: Any) -> None:
    image, picker = drawn(LONG, 220)
    qtbot.addWidget(picker)
    alike = []
    for kept in range(4, len(LONG)):
        other, short = drawn(LONG[:kept] + "…", 220)
        qtbot.addWidget(short)
        alike += [kept] * (other == image)
    assert alike, "it looks as if its choice had been written short"
    shown = picker.fontMetrics().horizontalAdvance(LONG[: alike[0]] + "…")
    assert 100 < shown <= 220 - picker.look.u * 1.6, "the arrow and the air around it"
    assert picker.toolTip() == LONG
    assert picker.currentText() == LONG


def test_what_has_room_is_whole(qtbot: Any) -> None:
    image, picker = drawn("A", 220)
    other, empty = drawn("", 220)
    for one in (picker, empty):
        qtbot.addWidget(one)
    assert image != other
    assert drawn("A", 220)[0] == image


def test_lines_of_a_check_box_have_air(qtbot: Any) -> None:
    box = CalmCheck(
        Look(), "I speak very softly", "The microphone is turned up, and less is needed to count as speech."
    )
    qtbot.addWidget(box)
    wide, narrow = box._lines(900), box._lines(300)
    assert wide.note is not None
    assert narrow.note is not None
    lines = narrow.note.layouts[0]
    assert lines.lineCount() > 1
    apart = lines.lineAt(1).position().y() - lines.lineAt(0).position().y()
    assert abs(apart - pitch_of(lines.font())) < 0.02
    assert narrow.at_note.top() >= narrow.at_words.bottom()
    assert box.heightForWidth(300) > box.heightForWidth(900)
