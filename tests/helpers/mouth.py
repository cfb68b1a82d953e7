"""A synthetic trainee's mouth: espeak, with pauses cut in and a noisy room, played into the virtual microphone.

`python -m tests.helpers.mouth NOISE` is a mouth in a process of its own: it is told what to say in JSON lines.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import wave
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.helpers.synthetic_speaker import render
from trainer.child_priority import stand_back
from trainer.lexicon.japanese import reading

RATE = 22_050
DEVICE = "mic_in"


def speech(words: str, language: str, pauses: tuple[float, ...] = (), noise: float = 0.0, seed: int = 0) -> bytes:
    """`words` as int16 mono at RATE (espeak reads Japanese only in kana). Pauses (s) stand between the words.

    `noise` is the RMS of the room's noise in samples.
    """
    pcm, rate = render(reading(words), "ja") if language == "ja" else render(words, "en")
    assert rate == RATE, rate
    samples = np.frombuffer(pcm, np.int16).astype(np.float64)
    for number, pause in enumerate(pauses, 1):
        cut = quiet_place(samples, len(samples) * number // (len(pauses) + 1))
        samples = np.concatenate([samples[:cut], np.zeros(int(pause * RATE)), samples[cut:]])
    samples += np.random.default_rng(seed).normal(0, noise, len(samples)) if noise else 0.0
    return np.clip(samples, -32768, 32767).astype("<i2").tobytes()


def quiet_place(samples: NDArray[np.float64], near: int) -> int:
    """The quietest 20 ms within 0.3 s of there: between two words, mostly."""
    width = RATE // 50
    first, last = max(0, near - RATE * 3 // 10), min(len(samples) - width, near + RATE * 3 // 10)
    places = range(first, max(first + 1, last), width // 2)
    return min(places, key=lambda at: float(np.abs(samples[at : at + width]).sum())) + width // 2


class Mouth:
    """Speaks into the virtual microphone on a thread of its own: nobody waits for it."""

    def __init__(self, noise: float = 0.0) -> None:
        self._noise = noise
        self._folder = Path(tempfile.mkdtemp(prefix="mouth-"))
        self._thread = ThreadPoolExecutor(1, "mouth")

    def say(self, words: str, language: str, pauses: tuple[float, ...] = (), seed: int = 0) -> None:
        """Begin to speak."""
        self._thread.submit(self._say, words, language, pauses, seed)

    def _say(self, words: str, language: str, pauses: tuple[float, ...], seed: int) -> None:
        path = self._folder / "words.wav"
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(speech(words, language, pauses, self._noise, seed))
        # It may find no microphone to speak into: then nothing is heard, as with a person and a pulled plug.
        subprocess.run(["paplay", f"--device={DEVICE}", str(path)], capture_output=True, timeout=60, check=False)

    def close(self) -> None:
        """Wait until the last word is out; leave nothing behind."""
        self._thread.shutdown()
        for path in self._folder.iterdir():
            path.unlink()
        self._folder.rmdir()


class DistantMouth:
    """The same in a process of its own: what it computes and keeps is no part of the program that is measured."""

    def __init__(self, noise: float = 0.0) -> None:
        command = [sys.executable, "-m", "tests.helpers.mouth", str(noise)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, text=True)
        stand_back(self._process.pid)  # a real trainee needs no core at all

    def say(self, words: str, language: str, pauses: tuple[float, ...] = (), seed: int = 0) -> None:
        """Begin to speak."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([words, language, pauses, seed]) + "\n")
        self._process.stdin.flush()

    def close(self) -> None:
        """Wait until the last word is out."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(timeout=120)


def main() -> None:
    """Say each line of standard input."""
    mouth = Mouth(float(sys.argv[1]))
    for line in sys.stdin:
        words, language, pauses, seed = json.loads(line)
        mouth.say(words, language, tuple(pauses), seed)
    mouth.close()


if __name__ == "__main__":
    main()
