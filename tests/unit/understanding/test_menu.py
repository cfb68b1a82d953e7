"""A moment made ready: where an utterance lies between two replies, and which moments have two sides."""

import math
import tracemalloc
from collections import Counter

import numpy as np
import pytest

from trainer.understanding import english_signs
from trainer.understanding.decision import Lens, Limits
from trainer.understanding.menu import LetterIndex, Menu
from trainer.understanding.phrase import grams
from trainer.understanding.vectors import VectorCache, beside


def phrases(*replies):
    return [[english_signs.read(example) for example in reply] for reply in replies]


def unit(*rows):
    made = np.array(rows, np.float32)
    return made / np.linalg.norm(made, axis=1, keepdims=True)


NEAR = phrases(("a bag please",), ("no bag please",))


def test_near_replies_are_told_apart_by_what_differs():
    vectors = unit((1, 0.1), (1, -0.1))
    middles = Menu(NEAR, vectors).middles[0]
    toward, nearest = middles.along(vectors[0])
    assert np.allclose(toward, [0.5, -0.5], atol=1e-3)
    assert np.allclose(nearest, np.linalg.norm(vectors[0] - vectors[1]), atol=1e-3)
    assert np.allclose(middles.along(unit((1, 0))[0])[0], 0.0, atol=1e-3)


def test_two_sides_are_two_replies_of_which_one_denies():
    assert Menu(NEAR, None).two_sided
    assert not Menu(phrases(("tea please",), ("coffee please",)), None).two_sided
    assert not Menu(phrases(("a bag please",), ("no bag please",), ("how much is it",)), None).two_sided


def test_between_two_sides_less_is_enough_unless_neither_may_be_meant():
    limits = Limits(sure=0.9, ask=0.3, sure_two=0.7, none_two=0.1)
    assert limits.sure_in(Menu(NEAR, None), none=0.1) == 0.7
    assert limits.sure_in(Menu(NEAR, None), none=0.2) == 0.9
    assert limits.sure_in(Menu(phrases(("tea please",), ("coffee please",)), None), none=0.0) == 0.9


def test_between_few_replies_less_is_enough_where_one_of_them_is_surely_meant():
    limits = Limits(sure=0.9, ask=0.3, sure_two=0.85, none_two=1.0, sure_few=0.8, none_few=0.05)
    two = phrases(("tea please",), ("coffee please",))
    four = phrases(("tea please",), ("coffee please",), ("water please",), ("the bill please",))
    assert limits.sure_in(Menu(two, None), none=0.05) == 0.8
    assert limits.sure_in(Menu(two, None), none=0.06) == 0.9
    assert limits.sure_in(Menu(four, None), none=0.0) == 0.9
    assert limits.sure_in(Menu(four[:1], None), none=0.0) == 0.9, "with one reply only, it is that or nothing"
    assert limits.sure_in(Menu(NEAR, None), none=0.05) == 0.8
    assert limits.sure_in(Menu(NEAR, None), none=0.06) == 0.85
    assert Limits(sure=0.9).sure_in(Menu(two, None), none=0.0) == 0.9, "where nothing was learnt of it"


def test_two_replies_that_share_what_is_probable_are_offered():
    limits = Limits(ask=0.35)
    assert limits.asks_between(0.36, 0.01)
    assert limits.asks_between(0.3, 0.25)
    assert not limits.asks_between(0.3, 0.05)


def test_examples_that_find_their_reply_stand_apart():
    clear = Menu(phrases(("a bag please", "a bag"), ("goodbye", "goodbye then")), None)
    blurred = Menu(phrases(("a bag please", "goodbye then"), ("goodbye", "a bag")), None)
    assert clear.apart["letters"] > 0 > blurred.apart["letters"]


class OneDirection:
    """A named fake of `Meaning`: every text that says something has the same meaning."""

    width = 2

    def encode(self, texts):
        assert all(texts), "an empty text is never encoded"
        return np.tile(np.array([[1.0, 0.0]], np.float32), (len(texts), 1))


def test_nothing_known_is_like_nothing():
    rows = VectorCache(OneDirection()).encode(["", "bag", ""])
    assert rows.tolist() == [[0.0, 0.0], [1.0, 0.0], [0.0, 0.0]]


def test_two_kinds_of_vectors_side_by_side_are_as_alike_as_both_in_the_mean():
    one, other = unit((1, 0), (1, 1)), unit((0, 1, 0), (0, 1, 0))
    rows = beside(one, other)
    assert np.allclose(rows @ rows.T, (one @ one.T + other @ other.T) / 2, atol=1e-6)


def test_a_lens_sees_its_own_width_only():
    lens = Lens(np.ones((2, 1), np.float32), np.array([[0.5, -0.5]], np.float32))
    rows = unit((1, 0), (1, 1))
    assert np.allclose(lens(beside(rows, unit((0, 1), (1, 0)))), lens(rows), atol=1e-6)


def weighed(row, rows):
    """Tf-idf written out as the textbook has it, one sequence after the other."""
    held = Counter(gram for each in rows for gram in each)
    unknown = math.log(1 + 2 * len(rows))
    worth = {gram: math.log(1 + len(rows) / held[gram]) if held[gram] else unknown for gram in row}
    return {
        gram: math.sqrt(len(gram)) * worth[gram] * (1 + math.log(number / len(gram))) for gram, number in row.items()
    }


def cosine(one, other):
    both = sum(value * other.get(gram, 0.0) for gram, value in one.items())
    lengths = [math.sqrt(sum(value * value for value in each.values())) or 1.0 for each in (one, other)]
    return both / lengths[0] / lengths[1]


TEXTS = ("a small coffee please", "coffee", "コーヒーをください", "ください ください", "", "𠮷野家で食べます")


def test_letters_are_compared_as_the_textbook_does():
    rows = [grams(text, 1, 4) for text in TEXTS]
    index = LetterIndex(rows)
    for text in (*TEXTS, "please please, tea", "𠮷", "zzz"):
        said = grams(text, 1, 4)
        expected = [cosine(weighed(said, rows), weighed(row, rows)) for row in rows]
        assert index.alike(said).tolist() == pytest.approx(expected, abs=1e-12), text
    among = index.among()
    assert among.tolist() == [pytest.approx(index.alike(row).tolist(), abs=1e-12) for row in rows]


def test_examples_without_any_letters_are_like_nothing():
    index = LetterIndex([{}, {}])
    assert index.alike(grams("tea", 2, 4)).tolist() == [0.0, 0.0]
    assert index.among().tolist() == [[0.0, 0.0], [0.0, 0.0]]


def test_a_moment_made_ready_is_small():
    """48 of them stay: as tables that were mostly zeros, with all that was read of each example, this took 1.7 MB."""
    Menu(NEAR, None)  # what numpy makes once is not counted
    said = [
        f"could I have number {n * n} with the {n}th kind of {'tea' if n % 2 else 'coffee'} please" for n in range(60)
    ]
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        menu = Menu(phrases(said[:30], said[30:]), None)
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert menu.count == 2
    assert after - before < 400_000


def test_a_vector_that_stays_does_not_hold_those_it_was_made_with():
    cache = VectorCache(OneDirection(), size=2)
    cache.encode([f"text {n}" for n in range(50)])
    assert all(row.base is None for row in cache._rows.values())


class OneDirectionLater(OneDirection):
    """The same for what may also begin before its rows are asked for."""

    def __init__(self):
        self.begun = []

    def begin(self, texts):
        self.begun.append(list(texts))
        return lambda: self.encode(texts)


def test_many_texts_are_begun_before_their_rows_are_asked_for_and_few_are_not():
    meaning = OneDirectionLater()
    cache = VectorCache(meaning)
    few, rows = cache.begin(["a", "b"]), cache.begin(["", "c", "d", "e", "f", "c"])
    assert meaning.begun == [["c", "d", "e", "f"]]
    assert rows().tolist() == [[0.0, 0.0], *[[1.0, 0.0]] * 5] and few().tolist() == [[1.0, 0.0]] * 2
    cache.begin(["c", "d", "e", "f"])()
    assert len(meaning.begun) == 1, "what is known is not worked out again"
