"""A fact makes the round trip, keeps words only when told to, and can be read by the next version and the last."""

from __future__ import annotations

import json
from dataclasses import fields

from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.facts import STAMP, fact
from trainer.conversation.effects import Record
from trainer.practice import facts as making
from trainer.practice.facts import KINDS, Fact, from_json, of_record, to_json
from trainer.speech import WAYS

some_text = st.text(max_size=30)
named = st.text(min_size=1, max_size=30)
any_fact = st.builds(
    Fact,
    kind=st.sampled_from(KINDS) | named,
    visit=named,
    scene=named,
    when=named,
    moment=some_text,
    turn=st.integers(0, 10_000),
    way=st.none() | st.sampled_from(WAYS),
    reply=some_text,
    detail=some_text,
    words=some_text,
    value=st.none() | st.integers(-10, 10),
)


@given(any_fact)
def test_every_fact_makes_the_round_trip(one: Fact) -> None:
    assert from_json(to_json(one)) == one


def test_the_round_trip_covers_every_field() -> None:
    full = fact(moment="heat", turn=3, way="speak", reply="yes", detail="d", words="はい", value=4)
    assert set(json.loads(to_json(full))) == {field.name for field in fields(Fact)}
    assert from_json(to_json(full)) == full


def test_words_reach_the_record_only_when_the_trainee_keeps_words() -> None:
    record = Record("answered", "heat", 3, "type", reply="yes", words="yes please")
    assert of_record(record, STAMP, keep_words=True).words == "yes please"
    silent = of_record(record, STAMP, keep_words=False)
    assert "please" not in to_json(silent)
    assert (silent.reply, silent.way, silent.turn, silent.moment) == ("yes", "type", 3, "heat")


def test_a_newer_versions_fact_can_be_read() -> None:
    told = '{"kind":"wept","visit":"v","scene":"a/b","when":"2030-01-01T00:00","way":"sing","mood":{"x":1},"turn":"7"}'
    assert from_json(told) == Fact("wept", "v", "a/b", "2030-01-01T00:00")


@given(st.binary(max_size=60) | st.text(max_size=60))
def test_no_line_can_break_the_reading(line: str | bytes) -> None:
    assert from_json(line) is None or isinstance(from_json(line), Fact)


def test_lines_that_are_no_facts_are_none() -> None:
    for line in ("", "[]", "null", '{"kind":"answered"}', '{"kind":"","visit":"v","scene":"s","when":"w"}', b"\xff"):
        assert from_json(line) is None


def test_tension_stays_between_0_and_10() -> None:
    assert [making.tension(STAMP, "before", value).value for value in (-3, 0, 7, 99)] == [0, 0, 7, 10]
    assert making.tension(STAMP, "after", 4).kind == "tension-after"
