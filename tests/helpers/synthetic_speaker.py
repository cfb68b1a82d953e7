"""Test speech: espeak-ng from the python package, rendered in a process of its own (the library may end it)."""

from __future__ import annotations

import base64
import ctypes
import functools
import json
import subprocess
import sys

import numpy as np

AUDIO_OUTPUT_SYNCHRONOUS = 2
DO_NOT_EXIT = 0x8000
UTF8 = 1
RATE_PARAMETER = 1


@functools.cache
def render(text: str, language: str = "en", rate: int = 150, voice: str = "") -> tuple[bytes, int]:
    """`text` as speech: int16 mono and its sample rate. Japanese in kana only. `rate` is words a minute."""
    asked = json.dumps({"text": text, "voice": voice or {"en": "en-us", "ja": "ja"}[language], "rate": rate})
    told = subprocess.run(
        [sys.executable, __file__], input=asked.encode(), capture_output=True, timeout=60, check=True
    ).stdout
    answer = json.loads(told.splitlines()[-1])
    return base64.b64decode(answer["pcm"]), answer["rate"]


def quiet(seconds: float, rate: int, seed: int = 1) -> bytes:
    """Room noise just above nothing: never exact zeros."""
    return np.random.default_rng(seed).integers(-3, 4, int(seconds * rate), dtype=np.int16).astype("<i2").tobytes()


def silence(seconds: float, rate: int) -> bytes:
    """Exact zeros: a muted microphone."""
    return bytes(2 * int(seconds * rate))


def main() -> None:
    import espeakng_loader

    wanted = json.loads(sys.stdin.buffer.read())
    espeak = ctypes.CDLL(espeakng_loader.get_library_path())
    pieces: list[bytes] = []
    callback_type = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)

    @callback_type
    def take(samples, count, _events):
        if samples and count > 0:
            pieces.append(ctypes.string_at(samples, count * 2))
        return 0

    rate = espeak.espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, espeakng_loader.get_data_path().encode(), DO_NOT_EXIT)
    espeak.espeak_SetSynthCallback(take)
    if rate <= 0 or espeak.espeak_SetVoiceByName(wanted["voice"].encode()) != 0:
        raise SystemExit("espeak-ng has no such voice")
    espeak.espeak_SetParameter(RATE_PARAMETER, wanted["rate"], 0)
    text = wanted["text"].encode() + b"\0"
    espeak.espeak_Synth(text, ctypes.c_size_t(len(text)), 0, 0, 0, UTF8, None, None)
    espeak.espeak_Synchronize()
    print(json.dumps({"pcm": base64.b64encode(b"".join(pieces)).decode(), "rate": rate}))


if __name__ == "__main__":
    main()
