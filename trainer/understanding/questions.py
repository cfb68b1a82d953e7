"""Questions as plain data, for `engawa understand` and `engawa listen --expect`: dict in, dict out."""

from __future__ import annotations

import json
from collections.abc import Mapping

from trainer.script import Expectation, ExpectedReply, Slot, SlotValue
from trainer.speech import Utterance
from trainer.understanding.interpretation import Interpretation, Interpreter

_LONGEST_LINE = 1_000_000


class QuestionError(ValueError):
    """A question that is not of the expected shape; its text is one sentence for the person who asked."""


def answer_line(line: str, interpreter: Interpreter) -> str:
    """One JSON line to one JSON line. QuestionError when the line is no question."""
    if len(line) > _LONGEST_LINE:
        raise QuestionError("The line is longer than a million characters; ask with fewer examples.")
    try:
        question = json.loads(line)
    except (ValueError, RecursionError):
        raise QuestionError("This is not JSON; write one object on each line.") from None
    return json.dumps(answer(question, interpreter), ensure_ascii=False)


def answer(question: object, interpreter: Interpreter) -> dict[str, object]:
    """{"language", "replies": {id: [example, ...]}, "slots"?, "utterance", "alternatives"?} to
    {"reply": id or None, "best", "second", "confidence": 0..1, "outcome", "slots", "refused", "deciding"}.

    QuestionError when the question is not of that shape.
    """
    expectation = expectation_of(question)
    entry = _object(question, "The question")
    text = entry.get("utterance")
    if not isinstance(text, str):
        raise QuestionError('"utterance" is missing or not a text.')
    alternatives = tuple(_texts(entry.get("alternatives", []), "alternatives"))
    return as_answer(
        interpreter.interpret(Utterance(text, expectation.language, alternatives=alternatives), expectation)
    )


def as_answer(found: Interpretation) -> dict[str, object]:
    """An interpretation as plain data."""
    return {
        "reply": found.reply,
        "best": found.best or None,
        "second": found.second,
        "confidence": round(found.probability, 4),
        "outcome": found.outcome,
        "slots": slots_found(found),
        "refused": {name: slot.value for name, slot in found.slots.items() if slot.refused},
        "deciding": list(found.deciding),
    }


def slots_found(found: Interpretation) -> dict[str, object]:
    """Details that were said plainly: name to value."""
    return {name: slot.value for name, slot in found.slots.items() if not slot.refused}


def expectation_of(question: object) -> Expectation:
    """What can be said at that moment, from a question (its utterance is not looked at). QuestionError if malformed."""
    entry = _object(question, "The question")
    language = entry.get("language")
    if language not in ("en", "ja"):
        raise QuestionError('"language" is missing; write "en" or "ja".')
    replies = _object(entry.get("replies"), '"replies"')
    if not replies:
        raise QuestionError('"replies" is empty; give at least one reply with its examples.')
    made = tuple(
        ExpectedReply(name, name, tuple(_texts(examples, f'the examples of "{name}"')))
        for name, examples in replies.items()
    )
    slots = tuple(_slot(name, values) for name, values in _object(entry.get("slots") or {}, '"slots"').items())
    return Expectation(0, str(language), "question/asked", made, slots)


def _slot(name: str, values: object) -> Slot:
    """["coffee", ["tea", "green tea"], {"value": .., "others": [..]}] or {"low": 1, "high": 9}."""
    if isinstance(values, dict):
        low, high = values.get("low"), values.get("high")
        if isinstance(low, int) and isinstance(high, int):
            return Slot(name, low=low, high=high)
        values = [[key, *_texts(others, f'the values of "{name}"')] for key, others in values.items()]
    if not isinstance(values, list):
        raise QuestionError(f'The values of "{name}" are not a list.')
    return Slot(name, tuple(_value(name, value) for value in values))


def _value(slot: str, value: object) -> SlotValue:
    if isinstance(value, str):
        return SlotValue(value, value)
    if isinstance(value, dict) and isinstance(value.get("value"), str):
        value = [value["value"], *_texts(value.get("others", []), f'the values of "{slot}"')]
    names = _texts(value, f'the values of "{slot}"')
    if not names:
        raise QuestionError(f'A value of "{slot}" is empty.')
    return SlotValue(names[0], names[0], tuple(names[1:]))


def _object(value: object, what: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise QuestionError(f"{what} is not an object with names and values.")
    return value


def _texts(value: object, what: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise QuestionError(f"{what[0].upper()}{what[1:]} are not a list of texts.")
    return value
