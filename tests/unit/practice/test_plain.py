"""Plain words: every field that is kept can be read, in both languages, and without one unkind word."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.facts import STAMP, fact
from trainer.practice.coming_back import SetOut
from trainer.practice.facts import KINDS, Fact
from trainer.practice.plain import _ENGLISH, _JAPANESE, KeptRecords, fact_text, records_text
from trainer.settings import Language
from trainer.speech import WAYS

NEVER = re.compile(r"\b(easy|just|fail|failed|wrong|score|streak|missed|normal|should)\b", re.IGNORECASE)
LANGUAGES: tuple[Language, ...] = ("en", "ja")

word = st.text("abcdefghijklmnopqrstuvwxyzあいう", min_size=1, max_size=8)
any_fact = st.builds(
    Fact,
    kind=st.sampled_from([*KINDS, "from-the-future"]),
    visit=word,
    scene=st.just(STAMP.scene),
    when=st.just("2026-11-22T19:30") | st.just("2026-11-22T19:41"),
    moment=word,
    turn=st.integers(0, 99),
    way=st.none() | st.sampled_from(WAYS),
    reply=word,
    detail=st.sampled_from(["noise=2", "zebra"]),
    words=word,
    value=st.none() | st.integers(0, 10),
)


@given(st.lists(any_fact, min_size=1, max_size=5))
def test_every_field_of_every_fact_can_be_read(facts: list[Fact]) -> None:
    for language in LANGUAGES:
        text = records_text(KeptRecords(facts), language)
        for one in facts:
            for part in (one.visit, one.scene, one.when.replace("T", " "), fact_text(one, language)):
                assert part in text
            line = fact_text(one, language)
            for part in (one.moment, one.reply, one.detail, one.words):
                assert part in line
            assert str(one.turn) in line or one.turn == 0
            assert one.value is None or str(one.value) in line


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_and_way_has_its_sentence(language: Language) -> None:
    words = {"en": _ENGLISH, "ja": _JAPANESE}[language]
    assert set(words.kinds) == set(KINDS)
    assert set(words.ways) == set(WAYS)
    assert "from-the-future" in fact_text(fact("from-the-future"), language)


def test_no_unkind_word() -> None:
    sentences: list[str] = []
    for field in fields(_ENGLISH):
        value = getattr(_ENGLISH, field.name)
        sentences += [value] if isinstance(value, str) else value.values()
    assert len(sentences) > 40
    assert not [sentence for sentence in sentences if NEVER.search(sentence)]


def test_the_whole_page() -> None:
    kept = KeptRecords(
        [
            fact("began", way="choose", moment="greeting"),
            fact("answered", moment="heat", turn=1, way="choose", reply="yes please"),
            fact("tension-after", value=3, when="2026-11-22T19:36"),
            fact("expectation-met", detail="no", when="2026-11-22T19:36"),
        ],
        [(STAMP.scene, "heat", "yes please", "yep")],
        [(STAMP.scene, "heated", "yes")],
        {STAMP.scene: "Shall I heat it?"},
    )
    assert records_text(kept, "en") == (
        "This is everything that Engawa keeps about you. It is on this computer only.\n\n"
        "2026-11-22 19:30  Shall I heat it? (errands/shall-i-heat-it)  (visit v1)\n"
        "  greeting  You came in: by choosing\n"
        "  turn 1 · heat  You answered: by choosing · yes please\n"
        "  2026-11-22 19:36\n"
        "  How tense after, 0 to 10: 3\n"
        "  Did it happen: no\n\n"
        "Your own words that you confirmed\n"
        "  Shall I heat it? (errands/shall-i-heat-it), heat: “yep” means “yes please”\n\n"
        "What scenes remember for the next visit\n"
        "  Shall I heat it? (errands/shall-i-heat-it): heated = yes\n\n"
        "That is all. No sound is ever kept.\n"
    )


@pytest.mark.parametrize("language", ["en", "ja"])
def test_how_a_visit_set_out_is_told_in_words_and_whole(language: Language) -> None:
    out = SetOut(3, "0f3a61d2c4b5", True, {"noise": 2, "queue": 0})
    told = fact_text(fact("began", way="choose", detail=out.text()), language)
    assert "=" not in told
    assert all(kept in told for kept in ("3", "0f3a61d2c4b5", "noise 2", "queue 0"))
    assert ("swapped" if language == "en" else "入れかえ") in told
    older = fact_text(fact("began", way="choose"), language)
    assert told.startswith(older)


def test_nothing_kept_is_one_sentence() -> None:
    assert records_text(KeptRecords(), "en") == "Nothing is kept about you.\n"
    assert records_text(KeptRecords(), "ja") == "あなたについて残っている記録はありません。\n"
