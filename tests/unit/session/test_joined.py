"""Japanese words as they are written, without the recogniser's spaces."""

from __future__ import annotations

import pytest

from trainer.session.viewing import joined


@pytest.mark.parametrize(
    ("heard", "written"),
    [
        ("袋 は いり ませ ん", "袋はいりません"),
        ("コーヒー を 一つ ください", "コーヒーを一つください"),
        ("can i have a bag please", "can i have a bag please"),
        ("カード で ok です", "カードで ok です"),
        ("", ""),
    ],
)
def test_spaces_stay_only_where_words_are_written_with_them(heard: str, written: str) -> None:
    assert joined(heard) == written
