"""A recogniser process that behaves as its arguments say: crashes, hangs, refuses. It speaks the real wire.

`python scripted_recogniser.py FLAG BEHAVIOUR`: BEHAVIOUR is crash, hang or refuse; it misbehaves while the file FLAG
exists, and takes one byte off FLAG each time it starts (an empty FLAG: behaves well from then on).
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from trainer.hearing.recogniser import Decoded, RecogniserError
from trainer.hearing.recogniser_server import serve

SECOND = 32_000


class ScriptedRecogniser:
    """Hears the number of half seconds it was fed: "one two three"."""

    engine = "vosk"
    WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]

    def __init__(self, behaviour: str) -> None:
        self._behaviour = behaviour
        self._bytes = 0

    def expect(self, _expectation) -> None:
        self._bytes = 0

    def feed(self, pcm: bytes) -> None:
        self._bytes += len(pcm)
        if self._behaviour == "crash" and self._bytes > SECOND:
            os._exit(139)
        if self._behaviour == "hang" and self._bytes > SECOND:
            time.sleep(3600)

    def partial(self) -> str:
        return " ".join(self.WORDS[: self._bytes * 2 // SECOND])

    def settle(self) -> None:
        pass

    def final(self) -> Decoded:
        return Decoded(self.partial())


def main() -> None:
    flag, behaviour = Path(sys.argv[1]), sys.argv[2]
    left = flag.read_text()
    flag.write_text(left[1:])
    acted = behaviour if left else ""

    def opener(_engine: str, _path: str) -> ScriptedRecogniser:
        if acted == "refuse":
            raise RecogniserError("model-broken", "The speech model is not whole.")
        return ScriptedRecogniser(acted)

    serve(sys.stdin.buffer, sys.stdout.buffer, opener)


if __name__ == "__main__":
    main()
