"""Held-out paraphrases of every reply of every shipped scene, heard by the real engine in the real moment.

    python tests/bench/paraphrases.py [--language ja] [--pack errands] [--show unclear,taken] [--quiet]

The phrases (tests/data/paraphrases/<pack>.<language>.txt) were written from what the partner asks and from the name
of the reply, by somebody who had not read the examples; one that stands in the sheet is left out. Figures a language:
understood (sure of the right reply), asked (the right one is among the two offered), unclear (the gentle way), and
taken (sure of another reply). Ends with 1 when understood + asked is below 90 % or taken above 1 %.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from trainer.conversation.draft import expect
from trainer.conversation.engine import begin
from trainer.lexicon.loading import load_interpreter
from trainer.packs.builder import build_scene
from trainer.script import ANYWHERE, Expectation, Scene
from trainer.speech import Utterance
from trainer.storage.paths import scenarios
from trainer.understanding.interpretation import Interpretation

DATA = Path(__file__).resolve().parents[1] / "data" / "paraphrases"
OUTCOMES = ("understood", "asked", "unclear", "taken")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One held-out phrase and where it belongs. `moment` is that of the sheet; `reply` the reply's name."""

    scene: str
    moment: str
    reply: str
    text: str


def phrases(text: str) -> Iterator[Phrase]:
    """The lines of a file: `#### scene`, `== moment`, `reply: phrase | phrase | phrase`."""
    scene = moment = ""
    for line in text.splitlines():
        if line.startswith("#### "):
            scene = line[5:].strip()
        elif line.startswith("== "):
            moment = line[3:].strip()
        elif line.strip():
            reply, _, said = line.partition(": ")
            for phrase in said.split(" | "):
                yield Phrase(scene, moment, reply, phrase.strip())


def scene_in(pack: str, scene: str, language: str) -> Scene:
    """A shipped scene in that language."""
    sheet = scenarios() / pack / "scenes" / f"{scene}.scene.txt"
    other = scenarios() / pack / "translations" / language / sheet.name
    built = build_scene(sheet.read_text("utf-8"), other.read_text("utf-8") if other.is_file() else None)
    if built.scene is None:
        raise SystemExit(f"{pack}/{scene} is not there in {language}")
    return built.scene


def heard_in(scene: Scene, moment: str) -> Expectation:
    """What the engine is ready to hear there; words for anywhere are heard in the first moment."""
    where = scene.first if moment == ANYWHERE else moment
    return expect(scene, replace(begin(scene, 0), moment=where))


def _plain(text: str) -> str:
    return re.sub(r"[^\w]", "", unicodedata.normalize("NFKC", text).casefold())


def _examples(expectation: Expectation, reply: str) -> set[str]:
    return {_plain(example) for each in expectation.replies if each.id == reply for example in each.examples}


def outcome_of(found: Interpretation, wanted: str) -> str:
    """Which of OUTCOMES it is. Asking between two others than the right one counts as unclear."""
    if found.outcome == "sure":
        return "understood" if found.reply == wanted else "taken"
    if found.outcome == "ask" and wanted in (found.best, found.second):
        return "asked"
    return "unclear"


def measure(language: str, packs: list[str], show: set[str]) -> Counter[str]:
    """Counts of OUTCOMES over all phrases of a language."""
    interpreter = load_interpreter()
    counts: Counter[str] = Counter()
    for file in sorted(DATA.glob(f"*.{language}.txt")):
        pack = file.name.split(".")[0]
        if packs and pack not in packs:
            continue
        scenes: dict[str, Scene] = {}
        for phrase in phrases(file.read_text("utf-8")):
            scene = scenes.setdefault(phrase.scene, scene_in(pack, phrase.scene, language))
            expectation = heard_in(scene, phrase.moment)
            if phrase.reply not in {reply.id for reply in expectation.replies}:
                raise SystemExit(f"{pack}/{phrase.scene} {phrase.moment}: no reply “{phrase.reply}”")
            if _plain(phrase.text) in _examples(expectation, phrase.reply):
                counts["known"] += 1
                continue
            found = interpreter.interpret(Utterance(phrase.text, scene.language), expectation)
            outcome = outcome_of(found, phrase.reply)
            counts[outcome] += 1
            if outcome in show:
                got = f"{found.outcome} {found.best} / {found.second} {found.probability:.2f}"
                print(f"{outcome:10} {phrase.scene} · {phrase.moment} · {phrase.reply} · “{phrase.text}” -> {got}")
    return counts


def main() -> None:
    """Print one row a language; exit 1 when a limit is not reached."""
    options = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    options.add_argument("--language", action="append", choices=("en", "ja"))
    options.add_argument("--pack", action="append", default=[])
    options.add_argument("--show", default="", help="outcomes to list, with commas: " + ", ".join(OUTCOMES))
    chosen = options.parse_args()
    reached = True
    for language in chosen.language or ("en", "ja"):
        counts = measure(language, chosen.pack, set(re.split(r",\s*", chosen.show)))
        whole = sum(counts[name] for name in OUTCOMES) or 1
        share = {name: 100 * counts[name] / whole for name in OUTCOMES}
        good = share["understood"] + share["asked"]
        row = "  ".join(f"{name} {value:.1f} %" for name, value in share.items())
        left = f"{counts['known']} more stand in a sheet"
        print(f"{language}  {whole} phrases, {left}  understood or asked {good:.1f} %  ({row})")
        reached = reached and good >= 90 and share["taken"] <= 1
    sys.exit(0 if reached else 1)


if __name__ == "__main__":
    main()
