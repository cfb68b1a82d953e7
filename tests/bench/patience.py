"""How often hesitant speakers are cut off, and how long a finished reply waits, on real recordings with pauses put in.

    python -m tests.bench.patience FOLDER [--limit N] [--clip S]

One to three pauses of 0.8-2.5 s (the recording's own quietest second) are put into pauses between words (the quietest
places of the recording). The moment expects eight orders: the clip's own words, as they are heard without pauses, and
seven others'. Cut off: a final result before the last word, not taken back within the clip.
"""

from __future__ import annotations

import argparse
import os
import statistics
from pathlib import Path

import numpy as np

from tests.bench.hearing import RATE, Barista, pcm
from tests.helpers.hearing import expecting
from trainer.hearing.patience import Patience
from trainer.hearing.recordings import RecordingEars
from trainer.hearing.supervisor import ChosenEngine
from trainer.speech import SpeechReopened, TurnHeard

FRAME = 160


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


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", nargs="?", default=os.environ.get("ENGAWA_BARISTA"))
    asked.add_argument("--limit", type=int, default=48)
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
    cut, taken_back, waits = 0, 0, []
    for place, (sound, text, ends) in enumerate(clips):
        long, last = hesitant(sound, ends, rng)
        others = [clips[(place + n) % len(clips)][1] for n in range(8)]
        moment = expecting({f"order {n}": (words,) for n, words in enumerate(dict.fromkeys([text, *others]))})
        expected = barista.order if told.open_moment else moment
        facts = ears.hear(pcm(long), RATE, expected, Patience(), quiet_after=9.0).facts
        finals = [at for at, fact in facts if isinstance(fact, TurnHeard)]
        early = [at for at in finals if at < last - 0.3]
        reopened = [at for at, fact in facts if isinstance(fact, SpeechReopened)]
        cut += len(early) > len(reopened)
        taken_back += bool(early)
        if finals and finals[-1] >= last - 0.3:
            waits.append(finals[-1] - last)
    ears.close()
    print(
        f"{len(clips)} hesitant recordings: ended too early {100 * taken_back / len(clips):.1f} %, of which not taken "
        f"back {100 * cut / len(clips):.1f} %; wait after the last word: median {statistics.median(waits):.2f} s, "
        f"nine of ten within {sorted(waits)[int(0.9 * len(waits))]:.2f} s"
    )


if __name__ == "__main__":
    main()
