"""The moment as a graph of words that know their place: what a cut-off slot value must have been; what is believed."""

from __future__ import annotations

import pytest

from tests.helpers.hearing import expecting
from trainer.hearing.bigram import NEVER, arpa
from trainer.hearing.moment_graph import (
    START,
    STOP,
    MomentGraph,
    build,
    cut_short,
    faults,
    jumps,
    plain_word,
)
from trainer.hearing.phrases import PhraseBook
from trainer.hearing.sphinx_recogniser import agreement

ORDER = expecting(
    {"order": ("a {drink} with {milk}", "can i have a {drink}")},
    slots={"drink": ("coffee", "iced coffee"), "milk": ("soy milk", "milk", "a lot of milk", "a lot of cream")},
)


def graph() -> MomentGraph:
    return build(PhraseBook(ORDER).phrases)


def path_of(text: str, made: MomentGraph) -> list[str]:
    """A way through the graph that reads like this; the last word may stop anywhere."""
    ways: list[list[str]] = [[START]]
    for word in text.split():
        ways = [[*way, after] for way in ways for after in made.follows[way[-1]] if plain_word(after) == word]
    assert ways, text
    return ways[0][1:]


def mended(text: str) -> str:
    made = graph()
    path = path_of(text, made)
    for place in reversed(cut_short(path, made)):
        path.insert(place + 1, made.last_of[path[place]])
    return " ".join(map(plain_word, path))


def test_a_last_word_that_could_only_be_one_is_put_back() -> None:
    assert mended("a coffee with soy") == "a coffee with soy milk"


def test_nothing_is_put_back_where_there_is_a_choice_or_more_than_one_word_lacks() -> None:
    assert mended("a coffee with a lot of") == "a coffee with a lot of"
    assert mended("a coffee with a lot") == "a coffee with a lot"


def test_an_unfinished_sentence_is_left_unfinished() -> None:
    assert mended("can i have") == "can i have"


def test_a_whole_value_is_left_alone() -> None:
    assert mended("a iced coffee with milk") == "a iced coffee with milk"


def test_words_are_numbered_in_the_same_order_in_every_process() -> None:
    # Hash seeds differ from process to process; a recogniser that breaks ties by order must not.
    numbered = "a~0 an~1 can~2 coffee~3 iced~4 a~5 milk~6 soy~7 i~8 with~9 lot~10 have~11 of~12 cream~13"
    assert " ".join(graph().words()) == numbered
    assert any(STOP in after for after in graph().follows.values())


LONGER = expecting(
    {"order": ("can i have a {drink} with {milk} and {sugar}", "a {size} {drink}")},
    slots={
        "drink": ("coffee", "iced coffee", "latte"),
        "milk": ("milk", "soy milk", "a lot of milk"),
        "sugar": ("sugar", "a lot of sugar"),
        "size": ("small", "large"),
    },
)


def likely_after(word: str) -> dict[str, float]:
    """The chance of each word after that one, wherever it stands."""
    made = build(PhraseBook(LONGER).phrases)
    return {
        plain_word(after): chance
        for name, following in made.follows.items()
        if plain_word(name) == word
        for after, chance in following.items()
    }


def test_words_said_for_what_follows_them_are_hardly_followed_by_anything_else() -> None:
    # "with and sugar", "a with": between them such words would swallow what noise hides.
    assert "and" not in likely_after("with")
    assert not {"with", "and"} & likely_after("have").keys()
    assert likely_after("and")["large"] < 0.001
    assert likely_after("and")["sugar"] > 0.4


def test_after_a_slot_the_sentence_may_go_on_in_another_way_than_in_the_phrases() -> None:
    after = likely_after("large")
    assert after["coffee"] > after["with"] > 0.001
    assert after[STOP] > 0.001


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("can i have a coffee with milk and sugar", 0),
        ("a large coffee with a lot of milk", 0),
        ("a large coffee with milk and latte", 1),  # two drinks
        ("a iced coffee a lot of milk coffee", 1),
        ("a coffee milk a lot of sugar soy milk", 1),
    ],
)
def test_a_slot_filled_twice_is_a_fault_and_a_long_value_is_not(text: str, wanted: int) -> None:
    made = build(PhraseBook(LONGER).phrases)
    assert faults(path_of(text, made), made) == wanted


def test_going_on_or_ending_unforeseen_is_a_jump() -> None:
    made = build(PhraseBook(LONGER).phrases)
    whole, cut = path_of("a large coffee", made), path_of("can i have a", made)
    assert jumps(whole, made) == 0
    assert jumps(cut, made) == 1
    assert jumps([*cut, *whole], made) == faults([*cut, *whole], made) == 1


def test_a_slot_a_phrase_has_twice_may_be_filled_twice() -> None:
    way = expecting({"way": ("from {town} to {town}",)}, slots={"town": ("leeds", "york", "hull")})
    made = build(PhraseBook(way).phrases)
    assert faults(path_of("from leeds to york", made), made) == 0


def test_in_the_strict_model_nothing_comes_after_the_end() -> None:
    def back(text: str) -> float:
        return next(float(line.split()[2]) for line in text.splitlines() if line.split()[1:2] == [STOP])

    made = graph()
    assert 10 ** back(arpa(made.follows)) == pytest.approx(NEVER)
    assert back(arpa(made.follows, ("weather",))) == 0.0


@pytest.mark.parametrize(
    ("apart", "most", "wanted"),
    [(0.0, 0.62, 1.0), (0.31, 0.62, 0.75), (0.62, 0.62, 0.5), (0.63, 0.62, None), (0.0, 0.0, 1.0), (0.1, 0.0, None)],
)
def test_what_two_readings_agree_on_is_believed(apart: float, most: float, wanted: float | None) -> None:
    assert agreement(apart, most) == wanted
