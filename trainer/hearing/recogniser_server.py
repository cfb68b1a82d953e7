"""Answers requests for a recogniser on a pair of pipes: `open`, `expect`, audio, `settle`, `final`."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO

import msgspec

from trainer.hearing.recogniser import Recogniser, RecogniserError
from trainer.hearing.wire import Message, message_frame, read_frame
from trainer.script import Expectation

Open = Callable[[str, str], Recogniser]


def serve(requests: BinaryIO, answers: BinaryIO, opener: Open) -> None:
    """Answer until the requests end."""
    recogniser: Recogniser | None = None

    def answer(message: Message) -> None:
        answers.write(message_frame(message))
        answers.flush()

    while (frame := read_frame(requests)) is not None:
        if frame[0] == "A":
            sequence, pcm = frame[1]
            if recogniser is not None:
                recogniser.feed(pcm)
            answer({"is": "partial", "seq": sequence, "text": recogniser.partial() if recogniser else ""})
            continue
        request = frame[1]
        if request.get("do") == "open":
            recogniser = _opened(request, opener, answer)
        elif recogniser is not None:
            answer(_done(recogniser, request))


def _opened(request: Message, opener: Open, answer: Callable[[Message], None]) -> Recogniser | None:
    try:
        recogniser = opener(str(request["engine"]), str(request.get("path", "")))
    except RecogniserError as error:
        answer({"is": "refused", "seq": request["seq"], "code": error.code, "sentence": error.sentence})
        return None
    answer({"is": "ready", "seq": request["seq"], "engine": recogniser.engine})
    return recogniser


def _done(recogniser: Recogniser, request: Message) -> Message:
    sequence = request["seq"]
    if request["do"] == "expect":
        recogniser.expect(msgspec.convert(request["expectation"], Expectation))
        return {"is": "done", "seq": sequence}
    if request["do"] == "settle":
        recogniser.settle()
        told = {"is": "settled", "seq": sequence, "text": recogniser.partial()}
        return {**told, "decoded": msgspec.to_builtins(recogniser.final())}
    return {"is": "final", "seq": sequence, "decoded": msgspec.to_builtins(recogniser.final())}
