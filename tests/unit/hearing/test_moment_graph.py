"""The moment as a graph of words that know their place: what a cut-off slot value must have been; what is believed."""

from __future__ import annotations

import pytest

from tests.helpers.hearing import expecting
from trainer.hearing.moment_graph import START, STOP, MomentGraph, build, cut_short, plain_word
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
    numbered = "a~0 an~1 can~2 coffee~3 iced~4 a~5 milk~6 soy~7 with~8 i~9 lot~10 have~11 of~12 cream~13"
    assert " ".join(graph().words()) == numbered
    assert any(STOP in after for after in graph().follows.values())


@pytest.mark.parametrize(
    ("apart", "most", "wanted"),
    [(0.0, 0.62, 1.0), (0.31, 0.62, 0.75), (0.62, 0.62, 0.5), (0.63, 0.62, None), (0.0, 0.0, 1.0), (0.1, 0.0, None)],
)
def test_what_two_readings_agree_on_is_believed(apart: float, most: float, wanted: float | None) -> None:
    assert agreement(apart, most) == wanted
