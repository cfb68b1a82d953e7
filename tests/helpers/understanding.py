"""A named fake at understanding's edge: it understands exact words only, and is as strict as the protocol."""

from __future__ import annotations

from trainer.script import Expectation
from trainer.speech import Utterance
from trainer.understanding.interpretation import Interpretation


def _plain(text: str) -> str:
    return text.strip().casefold().translate(str.maketrans("", "", ".,!?。、！？"))


class ExactInterpreter:
    """Understands an utterance that equals an example (ignoring case and end marks); asks when it is `a|b`."""

    def open(self, expectation: Expectation) -> None:
        assert expectation.replies, "an expectation without replies is never opened"

    def interpret(self, utterance: Utterance, expectation: Expectation) -> Interpretation:
        said = _plain(utterance.text)
        if "|" in said:
            best, second = said.split("|")[:2]
            return Interpretation(utterance, "ask", None, best, second, 0.6)
        for reply in expectation.replies:
            words = (*reply.examples, *reply.learned)
            if not reply.gesture and said in {_plain(word) for word in words}:
                return Interpretation(utterance, "sure", reply.id, reply.id, None, 0.97)
        return Interpretation(utterance, "unclear", None, "", None, 0.1)
