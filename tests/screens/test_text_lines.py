"""A text that was laid out for one room is as it would be in another: only where its lines really are the same."""

from __future__ import annotations

import random
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QImage

from trainer.ui.kit.leading import lay
from trainer.ui.kit.text import Text

TEXTS = (
    "Save",
    "Otherwise they appear word by word.",
    "Anyone can be anyone. “No face” is a calm shape instead of a person.",
    "言葉は一つずつ出てきます。\n絵は動きません。",
    "読みがなは、はじめて出るところにだけ付きます。 fff ffffff",
    "A\n\nB and a much longer line below it",
)


@pytest.mark.parametrize("text", TEXTS)
def test_heights_are_those_of_a_fresh_layout(qapp: Any, text: str) -> None:
    label = Text(text)
    dice = random.Random(5)
    for width in (400, *(dice.randint(8, 700) for _ in range(60))):
        fresh = lay(label.text(), label.font(), width, Qt.AlignmentFlag.AlignLeft)
        assert label._laid(width).height == fresh.height, width
        lines = [
            layout.lineAt(n).textLength() for layout in label._laid(width).layouts for n in range(layout.lineCount())
        ]
        assert lines == [layout.lineAt(n).textLength() for layout in fresh.layouts for n in range(layout.lineCount())]


def test_a_text_that_is_not_broken_is_laid_out_once(qapp: Any) -> None:
    label = Text("Save\nLeave")
    first = label._laid(300)
    assert label._laid(900) is first and label._laid(first.width + 1) is first
    assert label._laid(first.width - 4) is not first


def test_other_words_another_font_and_another_side_are_laid_out_anew(qapp: Any) -> None:
    label = Text("Otherwise they appear word by word.")
    first = label._laid(900)
    larger = QFont(label.font())
    larger.setPixelSize(40)
    label.setFont(larger)
    second = label._laid(900)
    assert second.height > first.height
    label.say("Otherwise")
    assert label._laid(900).width < second.width
    label.setAlignment(Qt.AlignmentFlag.AlignRight)
    assert label._laid(900) is not label._laid(800), "its lines stand elsewhere"


def test_a_right_aligned_text_stands_right_in_every_room(qapp: Any) -> None:
    label = Text("ok")
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    for width in (300, 120):
        label.resize(width, 40)
        picture = QImage(width, 40, QImage.Format.Format_RGB32)
        label.render(picture)
        ground = picture.pixel(0, 0)
        inked = [x for x in range(width) if any(picture.pixel(x, y) != ground for y in range(40))]
        assert inked and inked[0] > width - 60
