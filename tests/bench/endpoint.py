"""From the end of a complete spoken reply to its final result: how much of it was not the chosen wait.

    python -m tests.bench.endpoint [--times 20] [--engine pocketsphinx|vosk]

Replies are said by a synthetic voice into a microphone that plays in real time. The wait is counted from the last
frame that was speech, as the program counts it; what is left is the recogniser's and ours.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from tests.helpers.hearing import Collected, expecting, listening, models
from tests.helpers.recorded_microphone import RecordedMicrophone
from tests.helpers.synthetic_speaker import quiet, render
from trainer.hearing.patience import Patience
from trainer.speech import Fact, RecogniserChanged, TurnHeard

REPLIES = (
    "yes please",
    "no thank you",
    "can i have a bag please",
    "could you warm it up for me please",
    "i would like to pay by card",
    "i'd like a large coffee with a little bit of milk and a lot of sugar please",
)


class Timed(Collected):
    """Facts with the moment at which each was posted."""

    def __init__(self) -> None:
        super().__init__()
        self.at: dict[int, float] = {}

    def post(self, fact: Fact) -> None:
        if isinstance(fact, TurnHeard):
            self.at[fact.turn] = time.monotonic()
        super().post(fact)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--times", type=int, default=20)
    asked.add_argument("--engine", choices=("pocketsphinx", "vosk"), default="pocketsphinx")
    told = asked.parse_args()
    moment = expecting({text: (text,) for text in REPLIES})
    wait = Patience().complete
    gaps: list[float] = []
    whole: list[float] = []
    with tempfile.TemporaryDirectory() as place:
        folder = models(Path(place), "en") if told.engine == "vosk" else None
        sounds = [render(text) for text in REPLIES]
        microphone = RecordedMicrophone(sounds[0][1])
        with listening(microphone, folder) as (listener, collected):
            timed = Timed()
            listener._post = listener._taker._post = timed.post  # the bench looks where a person would
            listener.prepare("en")
            collected.wait(lambda facts: any(isinstance(fact, RecogniserChanged) for fact in facts), 60)
            for turn in range(1, told.times + 1):
                listener.listen(replace(moment, turn=turn))
                time.sleep(1.6)  # sooner it would be the turn before, taken up again
                pcm, rate = sounds[turn % len(sounds)]
                microphone.play(pcm + quiet(0.2, rate))
                timed.heard(30, turn)
                heard = next(fact for fact in timed.of(TurnHeard) if fact.turn == turn).utterance
                gap = timed.at[turn] - heard.end
                whole.append(gap)
                if heard.text == REPLIES[turn % len(REPLIES)]:
                    gaps.append(gap - wait)
                else:
                    print(f"   heard otherwise: {heard.text!r} for {REPLIES[turn % len(REPLIES)]!r}")
    ordered = sorted(gaps)
    print(
        f"{told.engine}: {len(gaps)} complete replies of {told.times}; end of speech to final result: median "
        f"{statistics.median(whole):.3f} s; beside the wait of {wait} s: median {1000 * statistics.median(gaps):.0f} "
        f"ms, nine of ten within {1000 * ordered[int(0.9 * (len(ordered) - 1))]:.0f} ms, at most "
        f"{1000 * ordered[-1]:.0f} ms"
    )


if __name__ == "__main__":
    main()
