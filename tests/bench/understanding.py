"""Measures understanding beside plain ways of matching; prints one table a language.

    python tests/bench/understanding.py [--data FOLDER] [--sets clinc_en,...] [--most 300] [--hostile 20000]

FOLDER (or ENGAWA_UNDERSTANDING_DATA) holds JSON lines {"language","replies","utterance","expected","step","kind"};
without it only our own menus are measured. Those and the fitting sets were learnt from: their figures here are not
cross-validated (tests/tools/fit_understanding.py prints those), a folder of unseen sets gives unseen figures.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import json
import random
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "tools"))
sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from rapidfuzz import fuzz
from understanding_cases import Case, Noise, own_menus
from understanding_score import Answer, coverage, figures

from trainer.lexicon.loading import Parts, load_interpreter
from trainer.speech import Utterance
from trainer.understanding.menu import LetterIndex
from trainer.understanding.phrase import grams
from trainer.understanding.questions import expectation_of
from trainer.understanding.reading import Texts

Matcher = Callable[[Case], tuple[str, float, bool]]
"""The favourite, how sure, and whether it is acted on."""


def keywords(case: Case) -> tuple[str, float, bool]:
    """Share of words (characters in Japanese) in common with the best example; acted on from a half on."""
    cut = (lambda text: set(text)) if case["language"] == "ja" else (lambda text: set(text.lower().split()))
    said = cut(case["utterance"])
    return _best(case, lambda example: len(said & cut(example)) / (len(said | cut(example)) or 1), 0.5)


def token_set(case: Case) -> tuple[str, float, bool]:
    """rapidfuzz's token_set_ratio; acted on from 80 on."""
    said = case["utterance"].lower()
    return _best(case, lambda example: fuzz.token_set_ratio(said, example.lower()) / 100, 0.8)


def character_tfidf(case: Case) -> tuple[str, float, bool]:
    """Cosine of character tf-idf within the menu; acted on from a half on."""
    examples = [(name, example) for name, each in case["replies"].items() for example in each]
    alike = LetterIndex([grams(f" {example.lower()} ", 2, 4) for _, example in examples]).alike(
        grams(f" {case['utterance'].lower()} ", 2, 4)
    )
    best = int(alike.argmax())
    return examples[best][0], float(alike[best]), bool(alike[best] >= 0.5)


def _best(case: Case, score: Callable[[str], float], enough: float) -> tuple[str, float, bool]:
    scores = {name: max(map(score, examples), default=0.0) for name, examples in case["replies"].items()}
    best = max(scores, key=lambda name: scores[name])
    return best, scores[best], scores[best] >= enough


def engine_matcher(interpreter: Any, times: list[float]) -> Matcher:
    def answer(case: Case) -> tuple[str, float, bool]:
        expectation = expectation_of({"language": case["language"], "replies": case["replies"]})
        interpreter.interpret(Utterance("ready", case["language"]), expectation)
        begun = time.process_time()
        found = interpreter.interpret(Utterance(case["utterance"], case["language"]), expectation)
        times.append(time.process_time() - begun)
        return found.best, found.probability, found.outcome == "sure"

    return answer


Row = dict[str, float]
COLUMNS = ("right", "wrong/answers", "off refused", "cov@5", "flips", "pairs", "pairs wrong")


def measure(cases: Sequence[Case], matcher: Matcher, leaning: Callable[[Case, str], float]) -> Row:
    """Figures of one way of matching on one set, in percent."""
    given = [(case, *matcher(case)) for case in cases]
    acted: list[Answer] = [(case, reply, float(sure)) for case, reply, _, sure in given]
    row = figures(acted, 0.5)
    row["cov@5"] = 100 * coverage([(case, reply, share) for case, reply, share, _ in given], 0.05)
    sides = [
        (leaning(case, case["expected"]), leaning(case, reply), sure)
        for case, reply, _, sure in given
        if case["expected"] is not None and abs(leaning(case, case["expected"])) >= HALF
    ]
    row["flips"] = (
        100 * sum(sure and one * other <= -HALF / 2 for one, other, sure in sides) / len(sides) if sides else 0
    )
    return row


HALF = 0.5


def leanings() -> Callable[[Case, str], float]:
    """From -1 to 1: how far the examples of a reply say no or yes."""
    parts = Parts()
    texts = Texts(parts.reader(), parts.glossary())
    known: dict[tuple[str, ...], float] = {}

    def leaning(case: Case, reply: str) -> float:
        examples = tuple(case["replies"][reply]) if reply in case["replies"] else ()
        if examples and examples not in known:
            signs = [texts.read(example, case["language"]).sign for example in examples]
            known[examples] = sum(signs) / len(signs)
        return known.get(examples, 0.0)

    return leaning


def table(title: str, rows: dict[str, list[Row]]) -> None:
    """One line a way of matching: the mean over the sets."""
    print(f"\n{title}\n{'':12}" + "".join(f"{name:>15}" for name in COLUMNS))
    for label, found in rows.items():
        means = []
        for name in COLUMNS:
            values = [row[name] for row in found if name in row and row[name] == row[name]]
            means.append(f"{sum(values) / len(values):15.1f}" if values else f"{'-':>15}")
        print(f"{label:12}" + "".join(means), flush=True)


def hostile(interpreter: Any, count: int) -> None:
    """Random and hostile utterances: nothing may raise, and each is answered in time."""
    rng = random.Random(3)
    ranges = [(0x20, 0x7E), (0x3040, 0x30FF), (0x4E00, 0x9FFF), (0x590, 0x6FF), (0x1F300, 0x1F6FF), (0, 0xFFFF)]
    moments = {case["language"]: case for language in ("en", "ja") for case in own_menus(language)[:1]}
    times = []
    for number in range(count):
        case = moments["en" if number % 2 else "ja"]
        expectation = expectation_of({"language": case["language"], "replies": case["replies"]})
        length = rng.choice((0, 1, 5, 20, 60, 300)) if number % 500 else 10_000
        low_high = [rng.choice(ranges) for _ in range(3)]
        text = "".join(chr(rng.randint(*rng.choice(low_high))) for _ in range(length))
        begun = time.process_time()
        interpreter._engine.interpret(Utterance(text, case["language"]), expectation)
        times.append(time.process_time() - begun)
    times.sort()
    middle, most = times[count // 2] * 1e3, times[int(count * 0.95)] * 1e3
    print(f"hostile {count}: nothing raised; CPU ms p50 {middle:.1f} p95 {most:.1f} longest {times[-1] * 1e3:.1f}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, default=os.environ.get("ENGAWA_UNDERSTANDING_DATA"))
    options.add_argument("--sets", default="")
    options.add_argument("--most", type=int, default=0, help="cases of each set at most, evenly taken")
    options.add_argument("--hostile", type=int, default=0)
    chosen = options.parse_args()
    interpreter = load_interpreter()
    sets = {f"own_{language}": own_menus(language) for language in ("en", "ja")}
    if chosen.data:
        for path in sorted(Path(chosen.data).glob("*.jsonl")):
            sets[path.stem] = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    wanted = {name: sets[name] for name in (chosen.sets.split(",") if chosen.sets else sets)}
    if chosen.most:
        wanted = {name: cases[:: -(-len(cases) // chosen.most)] for name, cases in wanted.items()}
    times: list[float] = []
    matchers: dict[str, Matcher] = {
        "engawa": engine_matcher(interpreter, times),
        "keywords": keywords,
        "token_set": token_set,
        "tfidf": character_tfidf,
    }
    compare(wanted, matchers)
    times.sort()
    middle, most = times[len(times) // 2] * 1e3, times[int(len(times) * 0.95)] * 1e3
    print(f"\none decision, ms of one core: p50 {middle:.1f} p95 {most:.1f}")
    if chosen.hostile:
        hostile(interpreter, chosen.hostile)


def compare(sets: dict[str, list[Case]], matchers: dict[str, Matcher]) -> None:
    """Every set, then the means: English as typed, English as heard, Japanese, Japanese in kana or misheard."""
    noise = Noise(1, [case for cases in sets.values() for case in cases if case["language"] == "en"], Parts().reader())
    leaning = leanings()
    groups: dict[str, dict[str, list[Row]]] = {}
    for name, cases in sets.items():
        language = cases[0]["language"]
        kinds = [("typed", cases), ("heard", [noise(case) for case in cases])]
        kinds += [("kana", [noise(case, "kana") for case in cases])] if language == "ja" else []
        for kind, asked in kinds:
            for label, matcher in matchers.items():
                row = measure(asked, matcher, leaning)
                groups.setdefault(f"{language} {kind}", {}).setdefault(label, []).append(row)
                values = "  ".join(f"{key} {row[key]:.1f}" for key in COLUMNS if key in row and row[key] == row[key])
                print(f"{name + ' ' + kind:20} {label:10} {values}", flush=True)
    for title, rows in sorted(groups.items()):
        table(title, rows)


if __name__ == "__main__":
    main()
