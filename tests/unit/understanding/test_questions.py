"""Questions as plain data."""

import json

import pytest

from trainer.lexicon.loading import load_interpreter
from trainer.understanding.questions import QuestionError, answer, answer_line, expectation_of

QUESTION = {
    "language": "en",
    "replies": {"order": ["I'd like a {drink}", "can I have a {drink}"], "leave": ["goodbye", "I have to go"]},
    "slots": {"drink": ["coffee", ["tea", "green tea"]]},
    "utterance": "can I have a green tea",
}


@pytest.fixture(scope="module")
def interpreter():
    return load_interpreter(["en"])


def test_a_question_is_answered(interpreter):
    found = answer(QUESTION, interpreter)
    assert (found["reply"], found["best"], found["slots"]) == ("order", "order", {"drink": "tea"})
    assert 0.0 <= found["confidence"] <= 1.0


def test_a_line_is_answered_with_a_line(interpreter):
    assert json.loads(answer_line(json.dumps(QUESTION), interpreter))["reply"] == "order"


@pytest.mark.parametrize(
    "line",
    [
        "",
        "nonsense",
        "[]",
        "[" * 100_000,
        '{"language": "en"}',
        '{"language": "xx", "replies": {"a": ["b"]}, "utterance": "c"}',
        '{"language": "en", "replies": {}, "utterance": "c"}',
        '{"language": "en", "replies": {"a": "b"}, "utterance": "c"}',
        '{"language": "en", "replies": {"a": [1]}, "utterance": "c"}',
        '{"language": "en", "replies": {"a": ["b"]}}',
        '{"language": "en", "replies": {"a": ["b"]}, "utterance": 3}',
        '{"language": "en", "replies": {"a": ["b"]}, "slots": [], "utterance": "c"}'.replace("[]", "[1]"),
        '{"language": "en", "replies": {"a": ["b"]}, "slots": {"s": [[]]}, "utterance": "c"}',
    ],
)
def test_a_bad_line_is_named_in_one_sentence(interpreter, line):
    with pytest.raises(QuestionError) as error:
        answer_line(line, interpreter)
    assert str(error.value).strip().endswith((".", '".'))
    assert "\n" not in str(error.value)


def test_the_expectation_of_a_question_without_utterance():
    made = expectation_of({key: value for key, value in QUESTION.items() if key != "utterance"})
    assert [reply.id for reply in made.replies] == ["order", "leave"]
    assert made.slots[0].values[1].others == ("green tea",)


def test_numbers_as_a_slot():
    made = expectation_of({**QUESTION, "slots": {"count": {"low": 1, "high": 4}}})
    assert (made.slots[0].low, made.slots[0].high, made.slots[0].is_number) == (1, 4, True)
