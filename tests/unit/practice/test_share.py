"""The page to show somebody: only what was ticked, and some things never."""

from __future__ import annotations

import csv
import io

import pytest

from tests.helpers.facts import fact
from trainer.practice.progress import visits
from trainer.practice.share import ITEMS, TICKED, Choices, Names, own_words, page_csv, page_text, share_page

NAMES = Names({"a/b": "At the counter (a 1.0.0)"}, {("a/b", "thanks"): "Say thank you"})
SECRETS = ("SPOKENWORD", "19:30", "02:15", "2026-11-18T", "moment-x", "not-heard")


def facts():
    for number in range(6):
        visit, when = f"v{number}", f"2026-11-{16 + number:02d}T02:15"
        yield fact("tension-before", visit, "a/b", when, value=6)
        yield fact("expected", visit, "a/b", when, words=f"EXPECTED{number}")
        yield fact("answered", visit, "a/b", when, moment="moment-x", turn=1, way="speak", words="SPOKENWORD")
        yield fact("not-heard", visit, "a/b", when, words="SPOKENWORD")
        yield fact("hint", visit, "a/b", when)
        yield fact("dial", visit, "a/b", when, detail="noise=2")
        yield fact("goal", visit, "a/b", when, detail="thanks")
        yield fact("words-after", visit, "a/b", when, detail="What helped?", words=f"=HELPED{number}")
        yield fact("tension-after", visit, "a/b", when, value=3)


def page(language="en", **chosen):
    told = list(facts())
    return share_page(visits(told), own_words(told, NAMES), Choices(**chosen), NAMES, language)


def test_from_the_start_only_what_research_puts_on() -> None:
    assert frozenset({"period", "scenes", "goals", "ways"}) == TICKED
    text = page_text(page())
    for told in ("2026-11-16 to 2026-11-22", "At the counter (a 1.0.0): many times", "Say thank you", "by speaking"):
        assert told in text
    for off in ("Hints", "Dials", "Tension", "EXPECTED", "HELPED", "Name", "next"):
        assert off not in text


@pytest.mark.parametrize("language", ["en", "ja"])
def test_answers_and_clock_times_are_never_on_it(language) -> None:
    told = list(facts())
    everything = frozenset(one.key for one in own_words(told, NAMES))
    made = page(language, items=frozenset(ITEMS), words=everything, name="N", wish="W")
    assert len(made.sections) == len(ITEMS) + 3
    for written in (page_text(made), page_csv(made)):
        assert not [secret for secret in SECRETS if secret in written]


def test_own_words_are_ticked_one_by_one() -> None:
    words = own_words(facts(), NAMES)
    assert [one.words for one in words[:2]] == ["EXPECTED0", "=HELPED0"]
    text = page_text(page(words=frozenset({words[1].key})))
    assert "What helped?: =HELPED0" in text
    assert "HELPED1" not in text
    assert "EXPECTED" not in text


def test_each_item_can_be_ticked_alone() -> None:
    for item in ITEMS:
        made = page(items=frozenset({item}))
        assert [section.key for section in made.sections] == [item]
    assert page(items=frozenset()).sections == ()


def test_a_period() -> None:
    made = page(since="2026-11-17", until="2026-11-18")
    assert "a few times" in page_text(made)
    assert page(since="2027-01-01").sections == ()


def test_how_often_is_rounded() -> None:
    for count, told in ((1, "once"), (2, "a few times"), (4, "a few times"), (5, "many times"), (50, "many times")):
        visited = visits([fact(visit=f"v{number}", scene="a/b") for number in range(count)])
        made = share_page(visited, (), Choices(), NAMES, "en")
        assert f"At the counter (a 1.0.0): {told}" in page_text(made)


def test_the_table_holds_the_same_and_no_formula() -> None:
    words = own_words(facts(), NAMES)
    made = page(words=frozenset({words[1].key}), wish="+more")
    rows = list(csv.reader(io.StringIO(page_csv(made))))
    assert rows[0] == ["section", "item", "value"]
    assert ["In my own words", "What helped?", "'=HELPED0"] in rows
    assert ["What I would like to try or to avoid next", "'+more", ""] in rows
    assert len(rows) - 1 == sum(len(section.rows) for section in made.sections)
