"""The child process that holds a recogniser: reads frames from standard input, answers on standard output.

A malformed grammar or speech model can end Vosk's process and PocketSphinx holds the interpreter's lock, so neither
lives in the program's own process. Requests: `open`, `expect`, audio, `settle`, `final`; every one is answered.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import msgspec

from trainer.hearing.recogniser import Recogniser, RecogniserError
from trainer.hearing.sphinx_recogniser import SphinxRecogniser
from trainer.hearing.vosk_recogniser import VoskRecogniser
from trainer.hearing.wire import Message, WireError, message_frame, read_frame
from trainer.script import Expectation

Open = Callable[[str, str], Recogniser]


def open_recogniser(engine: str, path: str) -> Recogniser:
    """The recogniser of that name; `path` is the speech model's folder ("" for the built-in one)."""
    if engine == "vosk":
        return VoskRecogniser(Path(path))
    if engine == "pocketsphinx":
        return SphinxRecogniser()
    raise RecogniserError("engine-unknown", f"There is no recogniser called {engine}.")


def serve(requests: BinaryIO, answers: BinaryIO, opener: Open = open_recogniser) -> None:
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
        return {"is": "partial", "seq": sequence, "text": recogniser.partial(), "settled": True}
    decoded = recogniser.final()
    return {"is": "final", "seq": sequence, "decoded": msgspec.to_builtins(decoded)}


def _own_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output kept for frames only: whatever a library prints goes to standard error instead."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - exists on Windows only

        msvcrt.setmode(0, os.O_BINARY)
        msvcrt.setmode(1, os.O_BINARY)
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    silent = os.open(os.devnull, os.O_RDONLY)
    os.dup2(silent, 0)
    os.close(silent)
    os.dup2(2, 1)
    return requests, answers


def main(_arguments: list[str] | None = None) -> int:
    """Run until the parent closes the pipe. 0 at a clean end, 1 when the pipe broke."""
    requests, answers = _own_pipes()
    try:
        serve(requests, answers)
    except (WireError, BrokenPipeError, KeyboardInterrupt):
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
