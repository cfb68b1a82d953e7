"""How quick, how even and how well-timed the voice is on this machine: `python -m tests.bench.speaking`.

Prints plain figures; asserts nothing. The caption figures compare our word times with those espeak-ng itself reports
when it is driven directly (pyttsx3 drops them), on the same words at the same speed.
"""

from __future__ import annotations

import ctypes
import importlib
import os
import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from tests.helpers.listening import Heard, english, japanese
from trainer.speaking import sound
from trainer.speaking.cache import Wanted
from trainer.speaking.mixer import Clip, Mixer
from trainer.speaking.outputs import SilentPlayer
from trainer.speaking.partner_voice import PartnerVoice
from trainer.speaking.renderer import Renderer
from trainer.speaking.timing import pieces, word_times
from trainer.speaking.voices import ESPEAK_VOICES, OPENJTALK_VOICES
from trainer.speech import LineBegan, SpeakingFinished

ENGLISH = (
    "Hello.",
    "What can I get you today?",
    "Would you like a bag for that, or is it all right like this?",
    "That comes to 3 pounds 50, please.",
    "Take your time, there is no hurry at all.",
    "I have been here since the spring, and I still get lost on the second floor.",
)
JAPANESE = (
    "いらっしゃいませ。",
    "ご注文はお決まりですか。",
    "お弁当は温めますか、それともこのままでよろしいですか。",
    "お会計は350円です。",
    "ごゆっくりどうぞ。",
)


def main() -> None:
    """All figures."""
    for figures in (starting(), rendering(), first_sound(), loudness(), captions(), mixing()):
        for name, value in figures:
            print(f"{name:62s} {value}")


def milliseconds(values: list[float]) -> str:
    """Median and worst."""
    return f"p50 {1000 * statistics.median(values):7.1f} ms   max {1000 * max(values):7.1f} ms   n={len(values)}"


def starting() -> Iterator[tuple[str, str]]:
    """A child process and its engines."""
    for engine, voice, text in (
        ("espeak", ESPEAK_VOICES[0], "Hello."),
        ("openjtalk", OPENJTALK_VOICES[0], "はい。"),
    ):
        renderer = Renderer()
        begun = time.perf_counter()
        renderer.line_now(Wanted(voice, text, voice.language[:2]))
        yield f"first line of a new child process, {engine}", milliseconds([time.perf_counter() - begun])
        status = Path(f"/proc/{renderer.pids()[0]}/status")
        if status.exists():
            memory = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
            yield f"memory of the child process, {engine}", " ".join(memory.split()[1:])
        renderer.close()


def rendering() -> Iterator[tuple[str, str]]:
    """A line rendered anew, and one from the cache."""
    renderer = Renderer()
    for name, voices, lines in (("en", ESPEAK_VOICES, ENGLISH), ("ja", OPENJTALK_VOICES, JAPANESE)):
        renderer.line_now(Wanted(voices[0], lines[0], name))
        times = []
        for voice in voices:
            for number, text in enumerate(lines):
                begun = time.perf_counter()
                renderer.line_now(Wanted(voice, text, name, 0.9 + number / 100))
                times.append(time.perf_counter() - begun)
        yield f"a line rendered anew, {name}", milliseconds(times)
    again = []
    for _ in range(200):
        begun = time.perf_counter()
        renderer.line_now(Wanted(ESPEAK_VOICES[0], ENGLISH[0], "en", 0.9))
        again.append(time.perf_counter() - begun)
    yield "a line from the cache", milliseconds(again)
    renderer.close()


def first_sound() -> Iterator[tuple[str, str]]:
    """From say() to LineBegan, with a silent player (a device adds its own 0.1 s)."""
    heard = Heard()
    voice = PartnerVoice(heard, make_output=lambda mixer, reporter, device, latency: SilentPlayer(mixer, reporter))
    for name, lines in (("en", [english(text) for text in ENGLISH]), ("ja", [japanese(text) for text in JAPANESE])):
        for prepared in (False, True):
            voice.warm(name)
            voice.say(0, [lines[0]])
            heard.wait(SpeakingFinished, len(heard.of(SpeakingFinished)) + 1)
            times = []
            for turn, line in enumerate(lines[1:], 1):
                voice.set_pace(1.0 if prepared else 0.99)
                if prepared:
                    voice.prepare([line])
                    time.sleep(1.0)
                begun = time.monotonic()
                count = len(heard.of(LineBegan))
                voice.say(turn, [line])
                began = heard.wait(LineBegan, count + 1)[-1]
                times.append(began.time - begun)
                done = len(heard.of(SpeakingFinished))
                voice.stop()
                heard.wait(SpeakingFinished, done + 1)
            yield f"say() to the first sound, {name}, {'prepared' if prepared else 'not prepared'}", milliseconds(times)
    voice.close()


def loudness() -> Iterator[tuple[str, str]]:
    """How far voices differ in loudness, and the loudest sample."""
    renderer = Renderer()
    loud, peaks, leads = [], [], []
    for voices, lines, language in ((ESPEAK_VOICES, ENGLISH, "en"), (OPENJTALK_VOICES, JAPANESE, "ja")):
        for voice in voices:
            for text in lines:
                line = renderer.line_now(Wanted(voice, text, language))
                if line:
                    samples = sound.from_pcm(line.pcm)
                    loud.append(sound.loudness(samples, line.rate))
                    peaks.append(20 * np.log10(np.abs(samples).max()))
                    leads.append(float(np.argmax(np.abs(samples) > 0.01)) / line.rate)
    renderer.close()
    yield "loudness of all voices and lines (dB, K-weighted)", f"{min(loud):.1f} to {max(loud):.1f}   n={len(loud)}"
    yield "loudest sample (dBFS)", f"{max(peaks):.1f}"
    yield "quiet before the first sound", milliseconds(leads)


def captions() -> Iterator[tuple[str, str]]:
    """Our word times against espeak's own."""
    errors: list[float] = []
    for text in ENGLISH:
        true, seconds = espeak_words(text)
        ours = word_times(pieces(text, "en"), seconds)
        for word in ours:
            nearest = [at for first, at in true if first == word.first]
            if nearest:
                errors.append(abs(word.at - nearest[0]))
    yield "word times against espeak's own, en", milliseconds(errors)


def espeak_words(text: str) -> tuple[list[tuple[int, float]], float]:
    """(character, seconds) of every word and the length, from libespeak-ng itself at 150 words a minute."""
    loader: Any = importlib.import_module("espeakng_loader")
    os.environ["ESPEAK_DATA_PATH"] = str(loader.get_data_path())
    library = ctypes.CDLL(str(loader.get_library_path()))

    class Event(ctypes.Structure):
        _fields_ = [
            ("type", ctypes.c_int),
            ("identifier", ctypes.c_uint),
            ("text_position", ctypes.c_int),
            ("length", ctypes.c_int),
            ("audio_position", ctypes.c_int),
            ("sample", ctypes.c_int),
            ("user_data", ctypes.c_void_p),
            ("id", ctypes.c_char_p),
        ]

    words: list[tuple[int, float]] = []
    samples: list[bytes] = []

    def callback(wav: int, count: int, events: Any) -> int:
        samples.append(ctypes.string_at(wav, 2 * count) if count else b"")
        index = 0
        while events[index].type:
            if events[index].type == 1:
                words.append((events[index].text_position - 1, events[index].audio_position / 1000))
            index += 1
        return 0

    kind = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.POINTER(Event))
    hook = kind(callback)
    library.espeak_Initialize(2, 0, None, 0)
    library.espeak_SetSynthCallback(hook)
    library.espeak_SetVoiceByName(b"en+f2")
    library.espeak_SetParameter(1, 150, 0)
    raw = text.encode()
    library.espeak_Synth(raw, len(raw) + 1, 0, 1, 0, 1, None, None)
    # as sound.polish trims it, without the tail
    made = np.abs(np.frombuffer(b"".join(samples), "<i2"))
    return words, float(np.flatnonzero(made > made.max() * 0.01)[-1]) / 22_050


def mixing() -> Iterator[tuple[str, str]]:
    """One block of 20 ms with everything in it: the callback's whole work."""
    mixer = Mixer(48_000)
    mixer.set_ambience(np.zeros(48_000 * 6, np.float32) + 0.01, 0.5)
    times = []
    for number in range(500):
        if number % 100 == 0:
            mixer.add(Clip(np.zeros(96_000, np.float32)))
            mixer.effect(np.zeros(48_000, np.float32))
        begun = time.perf_counter()
        mixer.fill(960)
        times.append(time.perf_counter() - begun)
    yield "a block of 20 ms mixed", milliseconds(times)


if __name__ == "__main__":
    main()
