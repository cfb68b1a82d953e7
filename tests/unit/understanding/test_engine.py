"""What the engine decides, on small menus of our own."""

from trainer.lexicon.loading import load_interpreter
from trainer.script import Expectation, ExpectedReply
from trainer.speech import Utterance


def menu(**replies: str) -> Expectation:
    made = tuple(ExpectedReply(name, name, tuple(examples.split("|"))) for name, examples in replies.items())
    return Expectation(1, "en", "shop/heat", made)


HEAT = menu(yes="yes please|please heat it|warm it up please", no="no thank you|cold is fine|I'll eat it at home")


def test_an_example_itself_is_understood():
    found = load_interpreter(["en"]).interpret(Utterance("please heat it", "en"), HEAT)
    assert (found.outcome, found.reply) == ("sure", "yes")


def test_nothing_said_is_unclear():
    found = load_interpreter(["en"]).interpret(Utterance("  ", "en"), HEAT)
    assert (found.outcome, found.reply) == ("unclear", None)
