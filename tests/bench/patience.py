"""How often hesitant speakers are cut off, and how long a finished reply waits, on real recordings with pauses put in.

    python -m tests.bench.patience FOLDER [--limit N] [--seed 5] [--half 0|1] [--picture FILE.svg] [--open-moment]

One to three pauses of 0.8-2.5 s (the recording's own quietest third of a second, repeated) are put into pauses between
words; which and how long depends on the seed. The moment expects eight orders: the recording's own words, as they are
heard without pauses, and seven others'. Each recording is heard once, without an end, by two processes; what was heard
is kept (`tests/bench/hesitant.py`), so that a second run takes seconds. When it became quiet and which words were known
by then, every way of ending a turn is tried on afterwards: ours by the trainee's pause setting (2-8 s), ours with
another wait after a complete reply, a fixed silence, Vosk's own rules (0.5 s after words that look whole, 1 s after
others), and a fixed silence of the WebRTC detector (PocketSphinx carries it). Ended too early: a final result before
the last word (ours opens the turn again when speech goes on; that is not counted here). Wait: from the last word's end
to the final result. Ours is tried as with a microphone that hands its sound over as late as may be
(`turn_taking.LATE`), and ends the turn a little before the wait is over (`ANSWERING`): it knows so much less of it,
and its wait is that for the partner's first sample. The others are given their sound at once. `--half` takes every
second recording: one half to choose by, the other to look at.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tests.bench.hesitant import Stream, Told, barista, streams
from trainer.hearing.patience import Patience, Standing, standing
from trainer.hearing.phrases import PhraseBook
from trainer.hearing.recogniser import Decoded
from trainer.hearing.sound_chain import Frame
from trainer.hearing.supervisor import Heard, TurnAudio
from trainer.hearing.turn_taking import ANSWERING, LATE, TurnTaker
from trainer.speech import Fact, TurnHeard

SCALES = (0.35, 0.5, 0.65, 0.8, 1.0, 1.25, 1.6, 2.0)
PAUSES = (2.0, 3.0, 4.0, 5.0, 6.0, 8.0)
COMPLETE = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7)
SILENCES = (0.3, 0.5, 0.8, 1.0, 1.2, 1.6, 2.0, 2.5, 3.0, 4.0)


@dataclass(frozen=True)
class Judged:
    """One hesitant recording, and frame by frame (time, quiet since the voice detector was on, how the words stand)."""

    stream: Stream
    frames: tuple[tuple[float, float, Standing], ...]

    @property
    def last(self) -> float:
        return self.stream.last

    def ended(self, over: Callable[[float, Standing], bool]) -> float | None:
        return next((time for time, quiet, where in self.frames if quiet > 0 and over(quiet, where)), None)

    def ended_by_us(self, patience: Patience) -> float | None:
        return ended(self.stream, patience)

    def ended_by_webrtc(self, silence: float) -> float | None:
        return next((time for time, quiet in self.stream.webrtc if quiet >= silence), None)


@dataclass(frozen=True)
class Point:
    """What one way of ending turns does: percent ended too early, percent never ended, median and 90 % wait (s)."""

    early: float
    never: float
    median: float
    late: float


class Answered:
    """In the recogniser's place: what it answered is kept already. Tells whether the final result was asked for."""

    engine = "pocketsphinx"
    hears_late = False

    def __init__(self) -> None:
        self.asked = False

    def begin(self, turn: TurnAudio) -> None:
        """All is heard."""

    def feed(self, pcm: bytes, token: int) -> None:
        """All is heard."""

    def settle(self, token: int) -> None:
        """All is heard."""

    def finish(self, token: int) -> None:
        self.asked = True


def ended(stream: Stream, patience: Patience) -> float | None:
    """When the program's own judgement ends that turn: the frames and answers of the recording, in its time."""
    facts: list[Fact] = []
    recogniser = Answered()
    taker = TurnTaker(facts.append, recogniser, patience)  # type: ignore[arg-type]
    taker.learning = False
    taker.listen(stream.moment)
    known = 0
    for at, raw, floor, speaking in stream.frames:
        while known < len(stream.told) and stream.told[known].time <= at + 1e-9:
            told, known = stream.told[known], known + 1
            taker.answer(answer(told, taker._turn.version if taker._turn is not None else 0))
        taker.hear(Frame(b"", at, raw, floor, speaking, float(speaking)))
        taker.pass_time(at + LATE)
        if recogniser.asked or any(isinstance(fact, TurnHeard) for fact in facts):
            return at + LATE + ANSWERING
    return None


def answer(told: Told, version: int) -> Heard:
    if told.words:
        return Heard("settled", version, told.text, Decoded(told.text, told.words))
    return Heard("partial", version, told.text)


def judged(stream: Stream) -> Judged:
    """How quiet it was and how the words stood, frame by frame."""
    book = PhraseBook(stream.moment)
    frames, spoke, known, where = [], -1.0, 0, Standing.SILENT
    for at, _, _, speaking in stream.frames:
        while known < len(stream.told) and stream.told[known].time <= at + 1e-9:
            where, known = standing(stream.told[known].text, book), known + 1
        spoke = at if speaking else spoke
        frames.append((at, at - spoke if spoke >= 0 else 0.0, where))
    return Judged(stream, tuple(frames))


def vosk(scale: float) -> Callable[[float, Standing], bool]:
    whole = (Standing.COMPLETE, Standing.PLAUSIBLE)

    def over(quiet: float, where: Standing) -> bool:
        return quiet >= scale * (5.0 if where is Standing.SILENT else 0.5 if where in whole else 1.0)

    return over


def point(heard: Sequence[Judged], ends: Sequence[float | None]) -> Point:
    early = [end is not None and end < one.last - 0.3 for one, end in zip(heard, ends, strict=True)]
    waits = [end - one.last for one, end in zip(heard, ends, strict=True) if end is not None and end >= one.last - 0.3]
    return Point(
        100 * statistics.mean(early),
        100 * statistics.mean(end is None for end in ends),
        statistics.median(waits) if waits else float("nan"),
        sorted(waits)[int(0.9 * (len(waits) - 1))] if waits else float("nan"),
    )


def ours(heard: Sequence[Judged], patience: Patience) -> list[float | None]:
    return [one.ended_by_us(patience) for one in heard]


def curves(heard: Sequence[Judged]) -> dict[str, list[tuple[float, Point]]]:
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
    asked.add_argument("--limit", type=int, default=1000)
    asked.add_argument("--seed", type=int, default=5)
    asked.add_argument("--half", type=int, choices=(0, 1))
    asked.add_argument("--workers", type=int, default=2)
    asked.add_argument("--picture", type=Path, help="draw the curves there (SVG)")
    asked.add_argument("--open-moment", action="store_true", help="expect any order instead of eight")
    asked.add_argument("--verbose", action="store_true", help="tell what was heard where a turn ended too early")
    told = asked.parse_args()
    if not told.folder:
        print("No recordings: give the folder. Nothing was measured.")
        return
    folder, began = Path(told.folder), time.monotonic()
    names = sorted(barista(folder).labels)[: told.limit]
    found = list(streams(folder, names, told.seed, told.workers, any_order=told.open_moment))
    half = set(names if told.half is None else names[told.half :: 2])
    listened = [judged(one) for one in found if one.name in half]
    print(f"{len(listened)} hesitant recordings; heard and judged in {time.monotonic() - began:.0f} s")
    points = curves(listened)
    for name, curve in points.items():
        for value, one in curve:
            print(
                f"{name:14} {value:4g}: ended too early {one.early:5.1f} %, never {one.never:4.1f} %, wait median "
                f"{one.median:5.2f} s, nine of ten within {one.late:5.2f} s"
            )
    if told.verbose:
        tell_early(listened)
    fixed, chosen = dict(points["fixed silence"])[0.5], dict(points["ours"])[Patience().pause]
    print(
        f"a fixed 0.5 s cuts off {fixed.early:.1f} %, ours {chosen.early:.1f} % (chosen wait {Patience().complete} s)"
    )
    # Where none was cut off, one more recording could have been: it counts as that one.
    times = fixed.early / max(chosen.early, 100 / len(listened))
    good = "ok" if times >= 10 else "OVER"
    print(f"cut off by a fixed 0.5 s, times as often as by ours {times:.0f} (at least 10) {good}")
    if told.picture:
        told.picture.write_text(picture(points, len(listened)), encoding="utf-8")


def tell_early(listened: Sequence[Judged]) -> None:
    for one, end in zip(listened, ours(listened, Patience()), strict=True):
        if end is not None and end < one.last - 0.3:
            words = next(told for told in reversed(one.stream.told) if told.time <= end)
            pauses = ", ".join(f"{at:.2f}+{size:.2f}" for at, size in one.stream.pauses)
            print(f"   {one.stream.name[:8]} at {end:.2f} of {one.last:.2f} s (pauses {pauses}): {words.text!r}")
            print(f"      of {one.stream.text!r}; {[(word.text, word.start, word.end) for word in words.words[-3:]]}")


if __name__ == "__main__":
    main()
