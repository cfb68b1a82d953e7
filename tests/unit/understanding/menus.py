"""Small moments for the tests of understanding."""

from trainer.script import Expectation, ExpectedReply, Slot


def menu(language: str, slots: tuple[Slot, ...] = (), **replies: str) -> Expectation:
    made = tuple(ExpectedReply(name, name, tuple(examples.split("|"))) for name, examples in replies.items())
    return Expectation(1, language, "shop/heat", made, slots)


HEAT = menu(
    "en", yes="yes please|please heat it|warm it up please", no="no thank you|cold is fine|I don't need it heated"
)
BAG_JA = menu(
    "ja",
    want="袋をお願いします|袋をください|はい、袋もお願いします",
    decline="袋はいりません|袋は大丈夫です|いいえ、結構です",
)
