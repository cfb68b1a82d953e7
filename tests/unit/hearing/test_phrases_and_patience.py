"""How finished a reply looks, and how long to wait for the rest of it: tables in both languages."""

from __future__ import annotations

import pytest

from tests.helpers.hearing import expecting
from trainer.hearing.hesitations import ends_open, strip_fillers
from trainer.hearing.number_words import in_english, in_japanese
from trainer.hearing.patience import Patience, Standing, standing, was_guessed
from trainer.hearing.phrases import PhraseBook
from trainer.hearing.plain_words import plain
from trainer.script import Expectation, ExpectedReply, Slot, SlotValue
from trainer.speech import Word

CAFE = PhraseBook(
    expecting(
        {
            "coffee": ("a coffee", "a coffee with milk", "can i have a {size} coffee please"),
            "tea": ("a cup of tea please", "tea please"),
            "no": ("no thank you",),
        },
        slots={"size": ("small", "large", "extra large")},
    )
)
SHOP = PhraseBook(
    expecting(
        {"warm": ("温めてください", "お願いします"), "no": ("いいえ、そのままで大丈夫です", "けっこうです")}, "ja"
    )
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", Standing.SILENT),
        ("[unk]", Standing.SILENT),
        ("tea please", Standing.COMPLETE),
        ("um tea please", Standing.COMPLETE),
        ("can i have a extra large coffee please", Standing.COMPLETE),
        ("an cup of tea please", Standing.COMPLETE),
        ("a coffee", Standing.PLAUSIBLE),
        ("a coffee with milk", Standing.COMPLETE),
        ("a coffee with", Standing.OPEN),
        ("a", Standing.OPEN),
        ("can i have a large", Standing.UNFINISHED),
        ("can i have a large um", Standing.OPEN),
        ("could i get some tea please", Standing.PLAUSIBLE),
        ("i would like tea", Standing.UNFINISHED),
        ("no thank", Standing.UNFINISHED),
        ("no thank you", Standing.COMPLETE),
    ],
)
def test_how_finished_english_looks(text: str, wanted: Standing) -> None:
    assert standing(text, CAFE) is wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("温め て ください", Standing.COMPLETE),
        ("えっと 温め て ください", Standing.COMPLETE),
        ("温め て", Standing.UNFINISHED),
        ("えっと", Standing.OPEN),
        ("あの", Standing.OPEN),
        ("いい え", Standing.UNFINISHED),
        ("いい え その まま で 大丈夫 です", Standing.COMPLETE),
        ("弁当 を", Standing.OPEN),
        ("箸 と", Standing.OPEN),
        ("レシート は いり ませ ん", Standing.PLAUSIBLE),
        ("温かい お茶", Standing.UNFINISHED),
    ],
)
def test_how_finished_japanese_looks(text: str, wanted: Standing) -> None:
    assert standing(text, SHOP) is wanted


@pytest.mark.parametrize(
    ("where", "quiet", "over"),
    [
        (Standing.COMPLETE, 0.39, False),
        (Standing.COMPLETE, 0.4, True),
        (Standing.PLAUSIBLE, 1.9, False),
        (Standing.PLAUSIBLE, 2.0, True),
        (Standing.UNFINISHED, 3.9, False),
        (Standing.UNFINISHED, 4.0, True),
        (Standing.SILENT, 3.9, False),
        (Standing.SILENT, 4.0, True),
        (Standing.OPEN, 7.9, False),
        (Standing.OPEN, 8.0, True),
    ],
)
def test_a_turn_is_over_after(where: Standing, quiet: float, over: bool) -> None:
    assert Patience().is_over(where, quiet) is over


def test_the_setting_stays_within_two_and_eight_seconds() -> None:
    assert Patience().with_pause(0.1).pause == 2.0
    assert Patience().with_pause(5.5).wait(Standing.UNFINISHED) == 5.5
    assert Patience().with_pause(100).pause == 8.0


@pytest.mark.parametrize(
    ("word", "sounded", "language", "wanted"),
    [
        ("milk", 0.11, "en", True),
        ("milk", 0.17, "en", True),
        ("milk", 0.21, "en", False),
        ("sweetener", 0.19, "en", True),
        ("sweetener", 0.21, "en", False),
        ("no", 0.1, "en", False),
        ("です", 0.05, "ja", False),
    ],
)
def test_a_last_word_too_short_for_its_letters_was_guessed(
    word: str, sounded: float, language: str, wanted: bool
) -> None:
    assert was_guessed(Word(word, 1.0, 1.5), 1.0 + sounded, language) is wanted


def test_learning_needs_some_pauses_first() -> None:
    assert Patience().learnt([3.0, 3.0]) == Patience()


def test_long_pauses_make_it_wait_longer_a_little_at_a_time() -> None:
    patience = Patience().learnt([3.0] * 10)
    assert patience.pause == pytest.approx(4.4)
    for _ in range(10):
        patience = patience.learnt([3.0] * 10)
    assert patience.pause == pytest.approx(5.0)


def test_short_pauses_make_it_wait_less_but_slower_and_never_under_two_seconds() -> None:
    patience = Patience().learnt([0.4] * 10)
    assert patience.pause == pytest.approx(3.9)
    for _ in range(100):
        patience = patience.learnt([0.4] * 10)
    assert patience.pause == 2.0


def test_being_cut_off_once_makes_the_short_waits_a_little_longer_with_a_limit() -> None:
    patience = Patience().after_reopening()
    assert patience.wait(Standing.COMPLETE) == pytest.approx(0.5)
    assert patience.wait(Standing.PLAUSIBLE) == pytest.approx(2.2)
    for _ in range(20):
        patience = patience.after_reopening()
    assert (patience.wait(Standing.COMPLETE), patience.wait(Standing.PLAUSIBLE)) == (1.2, 2.5)


@pytest.mark.parametrize("learnt", [False, True])
def test_what_was_gained_by_reopening_is_kept_when_the_pause_changes(learnt: bool) -> None:
    patience = Patience().after_reopening().with_pause(8.0).with_pause(4.0, learnt=learnt)
    assert patience.wait(Standing.COMPLETE) == pytest.approx(0.5)
    patience = patience.with_pause(8.0)
    assert patience.wait(Standing.PLAUSIBLE) == 3.0  # longer than reopening would make it, so it stays


@pytest.mark.parametrize(
    ("pause", "complete", "plausible"),
    [(1.0, 0.24, 1.4), (2.0, 0.24, 1.4), (3.0, 0.32, 1.7), (4.0, 0.4, 2.0), (6.0, 0.7, 2.5), (8.0, 1.0, 3.0)],
)
def test_the_short_waits_follow_the_setting(pause: float, complete: float, plausible: float) -> None:
    patience = Patience().with_pause(pause)
    assert (patience.wait(Standing.COMPLETE), patience.wait(Standing.PLAUSIBLE)) == (complete, plausible)


def test_learning_never_brings_the_short_waits_under_the_usual() -> None:
    patience = Patience()
    for _ in range(100):
        patience = patience.learnt([0.4] * 10)
    assert (patience.complete, patience.plausible, patience.pause) == (0.4, 2.0, 2.0)
    for _ in range(100):
        patience = patience.learnt([9.0] * 10)
    assert (patience.complete, patience.plausible, patience.pause) == (1.0, 3.0, 8.0)


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("um i'd uh like tea", "en", "i'd like tea"),
        ("えっと 袋 は いり ませ ん", "ja", "袋 は いり ませ ん"),
        ("えっと袋はいりません", "ja", "袋はいりません"),
        ("その袋をください", "ja", "その袋をください"),
    ],
)
def test_fillers_carry_no_reply(text: str, language: str, wanted: str) -> None:
    assert strip_fillers(text, language) == wanted


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("i'd like the", "en", True),
        ("coffee with milk and", "en", True),
        ("coffee", "en", False),
        ("uh", "en", True),
        ("袋を", "ja", True),
        ("袋 が", "ja", True),
        ("二つで", "ja", True),
        ("大丈夫ですけど", "ja", False),
        ("予約したんですが", "ja", False),
        ("はい", "ja", False),
    ],
)
def test_some_words_want_another(text: str, language: str, wanted: bool) -> None:
    assert ends_open(text, language) is wanted


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Can I have 2 Coffees, please?", "en", "can i have two coffees please"),
        ("I’m fine!", "en", "i'm fine"),
        ("That's £15", "en", "that's fifteen dollars"),
        ("３時、お願いします。", "ja", "三時お願いします"),
        ("コーヒー を 一つ", "ja", "コーヒーを一つ"),
    ],
)
def test_one_way_of_writing(text: str, language: str, wanted: str) -> None:
    assert plain(text, language) == wanted


@pytest.mark.parametrize(
    ("number", "english", "japanese"),
    [
        (0, "zero", "零"),
        (7, "seven", "七"),
        (14, "fourteen", "十四"),
        (20, "twenty", "二十"),
        (105, "one hundred five", "百五"),
        (680, "six hundred eighty", "六百八十"),
        (1234, "one thousand two hundred thirty four", "千二百三十四"),
        (9000, "nine thousand", "九千"),
    ],
)
def test_numbers_as_they_are_said(number: int, english: str, japanese: str) -> None:
    assert in_english(number) == english
    assert in_japanese(number) == japanese


def test_a_number_slot_is_opened_up() -> None:
    expectation = Expectation(
        1, "en", "m", (ExpectedReply("n", "n", ("{count} tickets please",)),), (Slot("count", low=1, high=3),)
    )
    book = PhraseBook(expectation)
    assert book.match(["two", "tickets", "please"]).completes
    assert not book.match(["four", "tickets", "please"]).completes


def test_other_names_of_a_value_are_heard_too() -> None:
    expectation = Expectation(
        1,
        "ja",
        "m",
        (ExpectedReply("t", "t", ("{時間}の予約です",)),),
        (Slot("時間", (SlotValue("二時", "二時", ("14時", "午後二時")),)),),
    )
    book = PhraseBook(expectation)
    for text in ("二時の予約です", "十四時の予約です", "午後二時の予約です"):
        assert book.match(tuple(text)).completes
    assert book.match(tuple("午後二時")).goes_on


def test_slots_do_not_multiply_the_graph() -> None:
    values = tuple(f"value {letter}" for letter in "abcdefghijklmnopqrstuvwxyz")
    slots = {f"s{n}": values for n in range(5)}
    book = PhraseBook(expecting({"r": ("{s0} {s1} {s2} {s3} {s4}",)}, slots=slots))
    assert len(book.edges) < 300
    assert sum(1 for _ in book.phrases[0].variants()) < 5 * 26 * 26 + 1
    assert book.match(["value", "a", "value", "z", "value", "m", "value", "b", "value", "c"]).completes


def test_gestures_have_no_words_and_a_reply_without_examples_has_its_label() -> None:
    expectation = Expectation(
        1, "en", "m", (ExpectedReply("nod", "nod", (), gesture=True), ExpectedReply("hi", "Hello there", ()))
    )
    book = PhraseBook(expectation)
    assert book.vocabulary() == {"hello", "there"}
    assert book.match(["hello", "there"]).completes


def test_learned_words_count_as_examples() -> None:
    expectation = Expectation(1, "en", "m", (ExpectedReply("no", "no", ("no thanks",), learned=("nah",)),))
    assert standing("nah", PhraseBook(expectation)) is Standing.COMPLETE
