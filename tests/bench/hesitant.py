"""Real recordings made hesitant, heard once each and kept: what every way of ending a turn can be tried on afterwards.

Pauses (the recording's own quietest third of a second, repeated) are put into pauses between words. What the program's
own ears tell on the way (every frame's level and voice activity, every partial with the time it came, the words of
every settled result) is kept in a folder under a name made of the sound, the moment and the code it went through.
"""

from __future__ import annotations

import functools
import hashlib
import os
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import msgspec
import numpy as np

from tests.bench.hearing import RATE, Barista, pcm
from tests.helpers.hearing import expecting
from trainer.hearing.conditioning import FRAME_SECONDS
from trainer.hearing.patience import Patience
from trainer.hearing.recordings import QUIET_BEFORE, RecordingEars, faint
from trainer.hearing.sound_chain import Frame
from trainer.hearing.supervisor import ChosenEngine, Heard
from trainer.script import Expectation
from trainer.speech import Word

FRAME = 160
ENDLESS = Patience(1e9, 1e9, 1e9)
QUIET_AFTER = 1.5
"""Seconds of quiet heard behind a recording; the same quiet is written down until `QUIET_UNTIL`."""

QUIET_UNTIL = 10.0
KEPT = Path(tempfile.gettempdir()) / f"engawa-bench-hesitant-{os.getuid()}"
HEARING = Path(__file__).parents[2] / "trainer" / "hearing"
REPLAYED = ("patience.py", "hesitations.py", "listener.py", "microphone", "model_", "speech_models.py")
"""Parts of the hearing that do not change what is kept: they judge it, or have nothing to do with it."""


class Told(msgspec.Struct, frozen=True):
    """Words that came at `time`: a partial, or the result the recogniser had ready when it settled (with `words`)."""

    time: float
    text: str
    words: tuple[Word, ...] = ()


class Stream(msgspec.Struct, frozen=True):
    """One hesitant recording as it was heard. `last`: when its last word ends; `pauses`: where they were put in, how
    long; `frames`: (time, level dBFS, noise floor dBFS, speaking); `webrtc`: (time, quiet so far, as that detector
    hears it); times in seconds.
    """

    name: str
    text: str
    moment: Expectation
    last: float
    pauses: tuple[tuple[float, float], ...]
    frames: tuple[tuple[float, float, float, bool], ...]
    told: tuple[Told, ...]
    webrtc: tuple[tuple[float, float], ...] = ()


class Clip(msgspec.Struct, frozen=True):
    """One recording as it is heard without pauses; `ends` are its words' ends (s). No text: not heard exactly."""

    name: str
    text: str = ""
    ends: tuple[float, ...] = ()


def loudness(sound: np.ndarray) -> np.ndarray:
    frames = sound[: len(sound) // FRAME * FRAME].reshape(-1, FRAME)
    return np.sqrt(np.square(frames).mean(axis=1) + 1.0)


def hesitant(
    sound: np.ndarray, ends: Sequence[float], rng: np.random.Generator
) -> tuple[np.ndarray, float, list[tuple[float, float]]]:
    """The sound with one to three pauses of 0.8-2.5 s after some words; when its last word ends now; the pauses."""
    loud = loudness(sound)
    quietest = int(np.argmin(np.convolve(loud, np.ones(30), "valid"))) * FRAME
    room = sound[quietest : quietest + 30 * FRAME]
    places = sorted(rng.choice(ends[:-1], min(len(ends) - 1, int(rng.integers(1, 4))), replace=False))
    pieces, put, before, added = [], [], 0, 0
    for place in places:
        at = int(place * RATE)
        size = int(rng.uniform(0.8, 2.5) * RATE)
        pieces += [sound[before:at], np.resize(room, size)]
        put.append(((at + added) / RATE, size / RATE))
        before, added = at, added + size
    return np.concatenate([*pieces, sound[before:]]), ends[-1] + added / RATE, put


@functools.cache
def ears() -> RecordingEars:
    """This process's own."""
    return RecordingEars(ChosenEngine("pocketsphinx"))


@functools.cache
def barista(folder: Path) -> Barista:
    return Barista(folder)


@functools.cache
def code() -> str:
    """The hearing's code as it is now: heard through other code, a recording is another."""
    parts = [path for path in sorted(HEARING.glob("*.py")) if not path.name.startswith(REPLAYED)]
    return hashlib.sha256(b"".join(path.read_bytes() for path in parts)).hexdigest()


def place_of(*parts: object) -> Path:
    KEPT.mkdir(exist_ok=True)
    return KEPT / (hashlib.sha256(repr((code(), *parts)).encode()).hexdigest()[:32] + ".json")


def clip(folder: Path, name: str) -> Clip:
    """Heard without pauses: what is said, if every slot of it is heard as it is labelled."""
    place = place_of("clip", name)
    if place.exists():
        return msgspec.json.decode(place.read_bytes(), type=Clip)
    there = barista(folder)
    heard = ears().hear(pcm(there.sound(name, "clean")), RATE, there.order).utterance()
    made = Clip(name)
    if heard is not None and there.labels[name].items() <= there.found(heard.text).items():
        # Word times count from the pre-roll; the first word begins where speech was noticed.
        made = Clip(name, heard.text, tuple(word.end + heard.start for word in heard.words))
    place.write_bytes(msgspec.json.encode(made))
    return made


def stream(folder: Path, seed: int, one: Clip, moment: Expectation) -> Stream:
    """Heard with pauses, which depend on `seed` and the recording's name."""
    place = place_of("stream", one.name, seed, moment, one.ends)
    if place.exists():
        return msgspec.json.decode(place.read_bytes(), type=Stream)
    rng = np.random.default_rng([seed, int(one.name[:6], 16)])
    sound, last, pauses = hesitant(barista(folder).sound(one.name, "clean"), one.ends, rng)
    made = Stream(one.name, one.text, moment, last, tuple(pauses), *heard_of(sound, moment), by_webrtc(sound))
    place.write_bytes(msgspec.json.encode(made))
    return made


def heard_of(sound: np.ndarray, moment: Expectation) -> tuple[tuple, tuple]:
    """Frames and words of one recording, without an end."""
    told: list[Told] = []
    heard_by = ears()
    frames: list[tuple[float, float, float, bool]] = []
    taker = heard_by._taker  # the bench looks where a person would
    hear, answer = taker.hear, taker.answer

    def hearing(frame: Frame) -> None:
        frames.append((frame.time, round(frame.raw, 2), round(frame.floor, 2), frame.speaking))
        hear(frame)

    def answering(heard: Heard) -> None:
        turn = taker._turn
        before = turn.text if turn is not None else ""
        answer(heard)
        text = turn.text if turn is not None else ""
        if heard.kind == "settled" and heard.decoded is not None and turn is not None and turn.decoded is heard.decoded:
            told.append(Told(heard_by._now, text, heard.decoded.words))
        elif text != before and heard.kind != "final":
            told.append(Told(heard_by._now, text))

    taker.hear, taker.answer = hearing, answering  # type: ignore[method-assign]
    try:
        heard_by.hear(pcm(sound), RATE, moment, ENDLESS, quiet_after=QUIET_AFTER)
    finally:
        taker.hear, taker.answer = hear, answer  # type: ignore[method-assign]
    last, raw, floor, speaking = frames[-1]
    more = int((QUIET_UNTIL - QUIET_AFTER) / FRAME_SECONDS)
    frames += [(last + n * FRAME_SECONDS, raw, floor, speaking) for n in range(1, more)]
    return tuple(frames), tuple(told)


def by_webrtc(sound: np.ndarray) -> tuple[tuple[float, float], ...]:
    from pocketsphinx import Vad

    whole = faint(QUIET_BEFORE, RATE) + pcm(sound) + faint(QUIET_UNTIL, RATE)
    detector = Vad(Vad.LOOSE + 1, RATE, 0.03)
    spoke, told = -1.0, []
    for number in range(len(whole) // detector.frame_bytes):
        time = (number + 1) * detector.frame_length - QUIET_BEFORE
        if detector.is_speech(whole[number * detector.frame_bytes : (number + 1) * detector.frame_bytes]):
            spoke = time
        told.append((round(time, 3), round(time - spoke, 3) if spoke >= 0 else 0.0))
    return tuple(told)


def streams(folder: Path, names: Sequence[str], seed: int, workers: int, *, any_order: bool) -> Iterator[Stream]:
    """All of them, kept or heard now. The moment expects eight orders (a recording's own words and seven others'), or
    any order.
    """
    with ProcessPoolExecutor(workers) as pool:
        found = pool.map(functools.partial(clip, folder), names)
        clips = [one for one in found if len(one.ends) > 1]
        moments = []
        for place, one in enumerate(clips):
            texts = dict.fromkeys([one.text, *(clips[(place + n) % len(clips)].text for n in range(8))])
            moments.append(expecting({f"order {n}": (words,) for n, words in enumerate(texts)}))
        moments = [barista(folder).order] * len(clips) if any_order else moments
        yield from pool.map(functools.partial(stream, folder, seed), clips, moments)
