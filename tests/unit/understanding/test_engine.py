"""What the engine decides, on small menus of our own."""

from dataclasses import replace

import numpy as np
import pytest

from tests.unit.understanding.menus import BAG_JA, HEAT, menu
from trainer.lexicon.loading import Parts, load_interpreter
from trainer.lexicon.weights import careful_defaults
from trainer.script import Slot, SlotValue
from trainer.speech import Utterance
from trainer.understanding.composed import Composed
from trainer.understanding.decision import Limits
from trainer.understanding.details import Details
from trainer.understanding.engine import Engine, Tongues
from trainer.understanding.readers import PlainReader
from trainer.understanding.reading import Texts


@pytest.fixture(scope="module")
def interpreter():
    return load_interpreter()


@pytest.mark.parametrize(
    ("said", "reply"),
    [
        ("please heat it", "yes"),
        ("um yes please heat it", "yes"),
        ("Yes, please!", "yes"),
        ("no thank you", "no"),
        ("I I don't need it heated", "no"),
    ],
)
def test_english_is_understood(interpreter, said, reply):
    found = interpreter.interpret(Utterance(said, "en"), HEAT)
    assert (found.outcome, found.reply) == ("sure", reply)


@pytest.mark.parametrize(
    ("said", "reply"),
    [
        ("袋をください", "want"),
        ("えっと、袋をお願いします", "want"),
        ("袋 は いり ませ ん", "decline"),
        ("ふくろはいりません", "decline"),
        ("袋はいらないです", "decline"),
    ],
)
def test_japanese_is_understood(interpreter, said, reply):
    found = interpreter.interpret(Utterance(said, "ja"), BAG_JA)
    assert (found.outcome, found.reply) == ("sure", reply)


@pytest.mark.parametrize(("said", "never"), [("please don't heat it", "yes"), ("no, don't warm it up", "yes")])
def test_a_no_is_never_taken_for_a_yes(interpreter, said, never):
    assert interpreter.interpret(Utterance(said, "en"), HEAT).reply != never


@pytest.mark.parametrize("said", ["袋は入れないでください", "袋なしで", "袋に入れなくていいです"])
def test_a_japanese_no_is_never_taken_for_a_yes(interpreter, said):
    assert interpreter.interpret(Utterance(said, "ja"), BAG_JA).reply != "want"


@pytest.mark.parametrize("said", ["  ", "", "...", "！？", "\x00\x01", "🙂"])
def test_nothing_said_is_unclear(interpreter, said):
    found = interpreter.interpret(Utterance(said, "en"), HEAT)
    assert (found.outcome, found.reply) == ("unclear", None)


def test_a_moment_of_gestures_only_is_unclear(interpreter):
    assert interpreter.interpret(Utterance("hello", "en"), menu("en")).outcome == "unclear"


def test_off_script_is_not_acted_on(interpreter):
    found = interpreter.interpret(Utterance("my uncle plays the trumpet in Lisbon", "en"), HEAT)
    assert found.reply is None


def test_an_ambiguous_daijoubu_is_asked_back(interpreter):
    told = menu("ja", yes="温めてください|お願いします|あっためて", no="温めません|いりません|冷たいままで")
    assert interpreter.interpret(Utterance("大丈夫です", "ja"), told).outcome != "sure"


def test_a_yes_is_not_swallowed_by_a_soft_no(interpreter):
    told = menu(
        "ja",
        yes="はい、お願いします|温めてください|お願いします",
        no="いいえ、結構です|そのままで大丈夫です|いりません",
    )
    assert interpreter.interpret(Utterance("はい、大丈夫です", "ja"), told).reply != "no"


def test_the_trainees_own_words_count_as_examples(interpreter):
    bare = menu("en", yes="yes please|please heat it", no="no thank you|cold is fine")
    own = bare.replies[0].__class__("yes", "yes", bare.replies[0].examples, learned=("nuke that thing",))
    taught = bare.__class__(1, "en", "shop/heat", (own, bare.replies[1]))
    said = Utterance("nuke that thing", "en")
    assert interpreter.interpret(said, bare).reply is None
    assert interpreter.interpret(said, taught).reply == "yes"


def test_another_reading_of_the_recogniser_is_used(interpreter):
    heard = Utterance("freeze eat it", "en", alternatives=("please heat it", "peace eat it"))
    alone = interpreter.interpret(Utterance("freeze eat it", "en"), HEAT)
    helped = interpreter.interpret(heard, HEAT)
    assert helped.best == "yes"
    assert helped.probability > alone.probability


def test_deciding_words_are_words_that_were_said(interpreter):
    found = interpreter.interpret(Utterance("could you heat it please", "en"), HEAT)
    assert "heat" in found.deciding


def test_slots_are_found_beside_the_reply(interpreter):
    item = Slot("item", (SlotValue("coffee", "coffee", ("black coffee",)), SlotValue("tea", "tea")))
    order = menu("en", (item,), order="I'd like a {item}|can I have {item}", leave="I have to go|goodbye")
    found = interpreter.interpret(Utterance("can I have a black coffee", "en"), order)
    assert found.reply == "order"
    assert found.slots["item"].value == "coffee"


def test_the_answer_is_the_same_every_time(interpreter):
    fresh = load_interpreter()
    said = Utterance("maybe warm it a little", "en")
    assert interpreter.interpret(said, HEAT).probability == fresh.interpret(said, HEAT).probability


ORDER = menu(
    "en",
    (
        Slot("size", (SlotValue("small", "small"), SlotValue("big", "twelve ounce"))),
        Slot("drink", tuple(SlotValue(name, name) for name in ("tea", "coffee", "cocoa", "iced mocha"))),
        Slot("milk", tuple(SlotValue(name, name) for name in ("milk", "cream", "a lot of soy milk"))),
    ),
    order="can i get a {size} {drink}|make me a {drink} with {milk}|i'd like a {drink}",
    ask="what do you have|is there anything to eat",
)


@pytest.mark.parametrize(
    ("said", "reply"),
    [
        ("make me a twelve ounce iced mocha with a lot of soy milk", "order"),
        ("can i get cocoa with cream please", "order"),
        ("i'd like a small iced mocha and cream", "order"),
        ("i'd not like a small iced mocha", None),
        ("my brother had a small iced mocha with cream", None),
    ],
)
def test_details_combine_as_no_example_does(interpreter, said, reply):
    assert interpreter.interpret(Utterance(said, "en"), ORDER).reply == reply


def test_details_that_two_replies_are_about_decide_nothing() -> None:
    details = Details(ORDER.slots, "en", PlainReader())
    both = Composed([("a {drink} please",), ("the {drink} is cold",)], details)
    assert both.reply("an iced mocha") is None
    assert both.reply("the iced mocha is cold please") == 1


class Bags:
    """A named fake of `Meaning`: every sentence with a bag in it has one meaning, all others another; as wide as the
    lens of the weights that are used here."""

    width = 384

    def encode(self, texts):
        return np.eye(2, self.width, dtype=np.float32)[[int("袋" in text or "手提げ" in text) for text in texts]]


@pytest.mark.skipif(Parts().meaning() is None, reason="the optional vectors are not installed")
def test_sentences_of_one_meaning_bring_a_japanese_reply_nearer():
    asked = menu("ja", bag="袋", chopsticks="箸")
    parts = Parts()
    learnt = replace(parts.learnt(), sentences=True)
    said = Utterance("手提げ", "ja")
    with_them, without = (
        Engine(Texts(parts.reader(), {}), learnt, parts.meaning(), sentences).interpret(said, asked)
        for sentences in (Bags(), None)
    )
    assert with_them.best == "bag"
    assert with_them.probability > without.probability
    unasked = Engine(Texts(parts.reader(), {}), replace(learnt, sentences=False), parts.meaning(), Bags())
    assert unasked.interpret(said, asked).probability == without.probability


def test_a_language_with_weights_of_its_own_is_answered_by_them():
    texts = Texts(PlainReader(), {})
    sure_of_nothing = replace(careful_defaults(), limits_without={"en": Limits(sure=1.1, ask=1.1, sure_two=1.1)})
    tongues = Tongues(Engine(texts, careful_defaults()), {"en": Engine(texts, sure_of_nothing)})
    tongues.open(HEAT)
    assert tongues.interpret(Utterance("please heat it", "en"), HEAT).outcome != "sure"
    assert tongues.interpret(Utterance("袋をください", "ja"), BAG_JA).outcome == "sure"
