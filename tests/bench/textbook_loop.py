"""The voice loop as tutorials show it, to measure against: sounddevice, Vosk's own end of utterance, pyttsx3 answers.

python -m tests.bench.textbook_loop MODEL_FOLDER
"""

from __future__ import annotations

import json
import queue
import sys

ANSWER = "All right. Anything else?"


def main() -> None:
    import pyttsx3
    import sounddevice
    import vosk

    vosk.SetLogLevel(-1)
    model = vosk.Model(sys.argv[1])
    recogniser = vosk.KaldiRecognizer(model, 16_000)
    blocks: queue.Queue[bytes] = queue.Queue()
    stream = sounddevice.RawInputStream(
        samplerate=16_000,
        blocksize=8000,
        dtype="int16",
        channels=1,
        callback=lambda data, *_: blocks.put(bytes(data)),
    )
    with stream:
        while True:
            if recogniser.AcceptWaveform(blocks.get()) and json.loads(recogniser.Result())["text"]:
                engine = pyttsx3.init()
                engine.say(ANSWER)
                engine.runAndWait()


if __name__ == "__main__":
    main()
