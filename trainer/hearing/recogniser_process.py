"""The child process that holds a recogniser: reads frames from standard input, answers on standard output.

A malformed grammar or speech model can end Vosk's process and PocketSphinx holds the interpreter's lock, so neither
lives in the program's own process.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import BinaryIO

from trainer.hearing.recogniser import Recogniser, RecogniserError
from trainer.hearing.recogniser_server import serve
from trainer.hearing.sphinx_recogniser import SphinxRecogniser
from trainer.hearing.vosk_recogniser import VoskRecogniser
from trainer.hearing.wire import WireError


def open_recogniser(engine: str, path: str) -> Recogniser:
    """The recogniser of that name; `path` is the speech model's folder ("" for the built-in one)."""
    if engine == "vosk":
        return VoskRecogniser(Path(path))
    if engine == "pocketsphinx":
        return SphinxRecogniser()
    raise RecogniserError("engine-unknown", f"There is no recogniser called {engine}.")


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
    """Run until the parent closes the pipe. 0 at a clean end, 1 when the pipe broke or the disk refused."""
    requests, answers = _own_pipes()
    try:
        serve(requests, answers, open_recogniser)
    except (WireError, OSError, KeyboardInterrupt):
        # A disk without room for the moment's temporary files ends here too; the parent starts anew or says so.
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
