"""How often hesitant speakers are cut off, and how long a finished reply waits, on real recordings with pauses put in.

    python -m tests.bench.patience FOLDER [--limit N] [--picture FILE.svg] [--open-moment]

One to three pauses of 0.8-2.5 s (the recording's own quietest second) are put into pauses between words (the quietest
places of the recording). The moment expects eight orders: the clip's own words, as they are heard without pauses, and
seven others'. Each recording is heard once, without an end; when it became quiet and which words were known by then is
what every way of ending a turn is tried on afterwards: ours by the trainee's pause setting (2-8 s), ours with another
wait after a complete reply, a fixed silence, Vosk's own rules (0.5 s after words that look whole, 1 s after others),
and a fixed silence of the WebRTC detector (PocketSphinx carries it). Ended too early: a final result before the last
word (ours opens the turn again when speech goes on; that is not counted here). Wait: from the last word's end to the
final result. Ours is tried as with a microphone that hands its sound over as late as may be (`turn_taking.LATE`), and
ends the turn a little before the wait is over (`ANSWERING`): it knows so much less of a pause, and its wait is that for
the partner's first sample. The others are given their sound at once.
"""

from __future__ import annotations

import argparse
import os
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

import numpy as np

from tests.bench.hearing import RATE, Barista, pcm
from tests.helpers.hearing import expecting
from trainer.hearing.patience import Patience, Standing, standing
from trainer.hearing.phrases import PhraseBook
from trainer.hearing.recordings import QUIET_BEFORE, RecordingEars, blocks, faint
from trainer.hearing.sound_chain import SoundChain
from trainer.hearing.supervisor import ChosenEngine
from trainer.hearing.turn_taking import ANSWERING, LATE, TAIL, louder, stands_out
from trainer.speech import Partial

FRAME = 160
ENDLESS = Patience(1e9, 1e9, 1e9)
QUIET_AFTER = 9.0
SCALES = (0.35, 0.5, 0.65, 0.8, 1.0, 1.25, 1.6, 2.0)
PAUSES = (2.0, 3.0, 4.0, 5.0, 6.0, 8.0)
COMPLETE = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7)
SILENCES = (0.3, 0.5, 0.8, 1.2, 1.6, 2.0, 2.5, 3.0, 4.0)


def loudness(sound: np.ndarray) -> np.ndarray:
    frames = sound[: len(sound) // FRAME * FRAME].reshape(-1, FRAME)
    return np.sqrt(np.square(frames).mean(axis=1) + 1.0)


def hesitant(sound: np.ndarray, words: list[float], rng: np.random.Generator) -> tuple[np.ndarray, float]:
    """The sound with pauses at some of the word boundaries (s); and when its last word ends now."""
    loud = loudness(sound)
    quietest = int(np.argmin(np.convolve(loud, np.ones(30), "valid"))) * FRAME
    room = sound[quietest : quietest + 30 * FRAME]
    places = sorted(rng.choice(words[:-1], min(len(words) - 1, int(rng.integers(1, 4))), replace=False))
    pieces, before, added = [], 0, 0
    for place in places:
        at = int(place * RATE)
        size = int(rng.uniform(0.8, 2.5) * RATE)
        pieces += [sound[before:at], np.resize(room, size)]
        before, added = at, added + size
    return np.concatenate([*pieces, sound[before:]]), words[-1] + added / RATE


@dataclass(frozen=True)
class Heard:
    """One hesitant recording: when its last word ends, and frame by frame (time, quiet so far, how the words stand).

    `frames` counts quiet from where the voice detector turned off, `sounds` as we do (0 while the detector is on).
    """

    last: float
    frames: tuple[tuple[float, float, Standing], ...]
    sounds: tuple[tuple[float, float, Standing], ...]
    webrtc: tuple[tuple[float, float], ...]

    def ended(self, over: Callable[[float, Standing], bool]) -> float | None:
        return next((time for time, quiet, where in self.frames if quiet > 0 and over(quiet, where)), None)

    def ended_by_us(self, patience: Patience) -> float | None:
        early = LATE + ANSWERING
        told = (time for time, quiet, where in self.sounds if quiet > 0 and patience.is_over(where, quiet + early))
        return next((time + early for time in told), None)

    def ended_by_webrtc(self, silence: float) -> float | None:
        return next((time for time, quiet in self.webrtc if quiet >= silence), None)


@dataclass(frozen=True)
class Point:
    """What one way of ending turns does: percent ended too early, percent never ended, median and 90 % wait (s)."""

    early: float
    never: float
    median: float
    late: float


def listen(ears: RecordingEars, sound: np.ndarray, last: float, moment: object) -> Heard:
    facts = ears.hear(pcm(sound), RATE, moment, ENDLESS, quiet_after=QUIET_AFTER).facts  # type: ignore[arg-type]
    texts = [(at, fact.text) for at, fact in facts if isinstance(fact, Partial)]
    book = PhraseBook(moment)  # type: ignore[arg-type]
    whole = faint(QUIET_BEFORE, RATE) + pcm(sound) + faint(QUIET_AFTER, RATE)
    chained = SoundChain()
    frames, sounds, spoke, sounded, loudness, known, where = [], [], -1.0, -1.0, -96.0, 0, Standing.SILENT
    for frame in chain.from_iterable(chained.frames(block) for block in blocks(whole, RATE, -QUIET_BEFORE)):
        while known < len(texts) and texts[known][0] <= frame.time + 1e-9:
            where, known = standing(texts[known][1], book), known + 1
        if frame.speaking:
            spoke = frame.time
            loudness = louder(loudness, frame)
            sounded = frame.time if sounded < 0 or stands_out(frame, loudness) else sounded
        frames.append((frame.time, frame.time - spoke if spoke >= 0 else 0.0, where))
        still = spoke < 0 or frame.speaking
        sounds.append((frame.time, 0.0 if still else frame.time - max(sounded, spoke - TAIL), where))
    return Heard(last, tuple(frames), tuple(sounds), tuple(by_webrtc(whole)))


def by_webrtc(whole: bytes) -> list[tuple[float, float]]:
    from pocketsphinx import Vad

    detector = Vad(Vad.LOOSE + 1, RATE, 0.03)
    spoke, told = -1.0, []
    for number in range(len(whole) // detector.frame_bytes):
        time = (number + 1) * detector.frame_length - QUIET_BEFORE
        if detector.is_speech(whole[number * detector.frame_bytes : (number + 1) * detector.frame_bytes]):
            spoke = time
        told.append((time, time - spoke if spoke >= 0 else 0.0))
    return told


def vosk(scale: float) -> Callable[[float, Standing], bool]:
    whole = (Standing.COMPLETE, Standing.PLAUSIBLE)

    def over(quiet: float, where: Standing) -> bool:
        return quiet >= scale * (5.0 if where is Standing.SILENT else 0.5 if where in whole else 1.0)

    return over


def point(heard: Sequence[Heard], ends: Sequence[float | None]) -> Point:
    early = [end is not None and end < one.last - 0.3 for one, end in zip(heard, ends, strict=True)]
    waits = [end - one.last for one, end in zip(heard, ends, strict=True) if end is not None and end >= one.last - 0.3]
    return Point(
        100 * statistics.mean(early),
        100 * statistics.mean(end is None for end in ends),
        statistics.median(waits) if waits else float("nan"),
        sorted(waits)[int(0.9 * (len(waits) - 1))] if waits else float("nan"),
    )


def ours(heard: Sequence[Heard], patience: Patience) -> list[float | None]:
    return [one.ended_by_us(patience) for one in heard]


def curves(heard: Sequence[Heard]) -> dict[str, list[tuple[float, Point]]]:
    fixed = {silence: (lambda quiet, _, limit=silence: quiet >= limit) for silence in SILENCES}
    return {
        "ours": [(pause, point(heard, ours(heard, Patience().with_pause(pause)))) for pause in PAUSES],
        "ours, complete": [(wait, point(heard, ours(heard, replace(Patience(), complete=wait)))) for wait in COMPLETE],
        "fixed silence": [(limit, point(heard, [one.ended(over) for one in heard])) for limit, over in fixed.items()],
        "Vosk's rules": [(scale, point(heard, [one.ended(vosk(scale)) for one in heard])) for scale in SCALES],
        "WebRTC VAD": [(limit, point(heard, [one.ended_by_webrtc(limit) for one in heard])) for limit in SILENCES],
    }


def picture(found: dict[str, list[tuple[float, Point]]], count: int) -> str:
    """The curves as SVG: median wait against replies ended too early."""
    wide, high, left, top = 760, 460, 70, 40
    most = 4.5

    def at(one: Point) -> tuple[float, float]:
        wait = min(max(0.0, one.median), most)
        return left + wait / most * (wide - left - 160), top + (1 - one.early / 100) * (high - 2 * top)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" font-family="sans-serif" font-size="13">',
        f'<rect width="{wide}" height="{high}" fill="#fdfaf3"/>',
    ]
    for share in (0, 25, 50, 75, 100):
        y = at(Point(share, 0, 0, 0))[1]
        parts.append(f'<path d="M{left} {y:.0f}H{wide - 160}" stroke="#ddd4c2"/>')
        parts.append(f'<text x="{left - 8}" y="{y + 4:.0f}" text-anchor="end">{share} %</text>')
    for second in range(5):
        x = at(Point(0, 0, second, 0))[0]
        parts.append(f'<text x="{x:.0f}" y="{high - top + 18}" text-anchor="middle">{second} s</text>')
    parts.append(f'<text x="{left}" y="22">ended too early, of {count} hesitant replies</text>')
    parts.append(f'<text x="{wide - 160}" y="{high - 6}" text-anchor="end">median wait after the last word</text>')
    drawn = {name: points for name, points in found.items() if name != "ours, complete"}
    for colour, (name, points) in zip(("#2b6a5f", "#8a7f68", "#b0502c", "#46558c"), drawn.items(), strict=True):
        there = [(value, one) for value, one in points if one.median == one.median]
        path = "L".join("{:.1f} {:.1f}".format(*at(one)) for _, one in there)
        parts.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        for value, one in there:
            x, y = at(one)
            chosen = name == "ours" and value == Patience().pause
            parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{6 if chosen else 3}" fill="{colour}"/>')
        place = 20 * list(drawn).index(name)
        parts.append(f'<text x="{wide - 145}" y="{top + 20 + place}" fill="{colour}">{name}</text>')
    return "\n".join([*parts, "</svg>", ""])


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", nargs="?", default=os.environ.get("ENGAWA_BARISTA"))
    asked.add_argument("--limit", type=int, default=48)
    asked.add_argument("--picture", type=Path, help="draw the curves there (SVG)")
    asked.add_argument("--open-moment", action="store_true", help="expect any order instead of eight")
    told = asked.parse_args()
    if not told.folder:
        print("No recordings: give the folder. Nothing was measured.")
        return
    barista = Barista(Path(told.folder))
    ears = RecordingEars(ChosenEngine("pocketsphinx"))
    rng = np.random.default_rng(5)
    clips = []
    for name in sorted(barista.labels)[: told.limit]:
        sound = barista.sound(name, "clean")
        heard = ears.hear(pcm(sound), RATE, barista.order).utterance()
        if heard is None or not all(barista.found(heard.text).get(s) == v for s, v in barista.labels[name].items()):
            continue  # what was said is not known exactly: no order of its own to expect
        # Word times count from the pre-roll; the first word begins where speech was noticed.
        clips.append((sound, heard.text, [word.end + heard.start for word in heard.words]))
    listened = []
    for place, (sound, text, ends) in enumerate(clips):
        long, last = hesitant(sound, ends, rng)
        others = [clips[(place + n) % len(clips)][1] for n in range(8)]
        moment = expecting({f"order {n}": (words,) for n, words in enumerate(dict.fromkeys([text, *others]))})
        listened.append(listen(ears, long, last, barista.order if told.open_moment else moment))
    ears.close()
    found = curves(listened)
    print(f"{len(listened)} hesitant recordings")
    for name, points in found.items():
        for value, one in points:
            print(
                f"{name:14} {value:4g}: ended too early {one.early:5.1f} %, never {one.never:4.1f} %, wait median "
                f"{one.median:5.2f} s, nine of ten within {one.late:5.2f} s"
            )
    half, chosen = dict(found["fixed silence"])[0.5], dict(found["ours"])[Patience().pause]
    print(f"a fixed 0.5 s cuts off {half.early:.1f} %, ours {chosen.early:.1f} % (chosen wait {Patience().complete} s)")
    if told.picture:
        told.picture.write_text(picture(found, len(listened)), encoding="utf-8")


if __name__ == "__main__":
    main()
