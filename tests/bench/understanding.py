"""Measures understanding beside plain ways of matching; prints one table a language.

    python tests/bench/understanding.py [--data FOLDER] [--sets clinc_en,...] [--hostile 20000]

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
from understanding_cases import Case, own_menus
from understanding_score import Answer, figures

from trainer.lexicon.loading import load_interpreter
from trainer.speech import Utterance
from trainer.understanding.menu import LetterIndex
from trainer.understanding.phrase import grams
from trainer.understanding.questions import expectation_of

Matcher = Callable[[Case], tuple[str, float]]


def keywords(case: Case) -> tuple[str, float]:
    """Share of words (characters in Japanese) in common with the best example."""
    cut = (lambda text: set(text)) if case["language"] == "ja" else (lambda text: set(text.lower().split()))
    said = cut(case["utterance"])
    return _best(case, lambda example: len(said & cut(example)) / (len(said | cut(example)) or 1))


def token_set(case: Case) -> tuple[str, float]:
    """rapidfuzz's token_set_ratio."""
    said = case["utterance"].lower()
    return _best(case, lambda example: fuzz.token_set_ratio(said, example.lower()) / 100)


def character_tfidf(case: Case) -> tuple[str, float]:
    """Cosine of character tf-idf within the menu."""
    examples = [(name, example) for name, each in case["replies"].items() for example in each]
    alike = LetterIndex([grams(f" {example.lower()} ", 2, 4) for _, example in examples]).alike(
        grams(f" {case['utterance'].lower()} ", 2, 4)
    )
    best = int(alike.argmax())
    return examples[best][0], float(alike[best])


def _best(case: Case, score: Callable[[str], float]) -> tuple[str, float]:
    scores = {name: max(map(score, examples)) for name, examples in case["replies"].items()}
    best = max(scores, key=lambda name: scores[name])
    return best, scores[best]


def engine_matcher(interpreter: Any, times: list[float]) -> Matcher:
    def answer(case: Case) -> tuple[str, float]:
        expectation = expectation_of({"language": case["language"], "replies": case["replies"]})
        interpreter.open(expectation)
        interpreter.interpret(Utterance("ready", case["language"]), expectation)
        begun = time.perf_counter()
        found = interpreter.interpret(Utterance(case["utterance"], case["language"]), expectation)
        times.append(time.perf_counter() - begun)
        return found.best, found.probability if found.outcome == "sure" else min(found.probability, 0.7999)

    return answer


def measure(name: str, cases: Sequence[Case], matchers: dict[str, tuple[Matcher, float]]) -> None:
    for label, (matcher, sure) in matchers.items():
        answers: list[Answer] = [(case, *matcher(case)) for case in cases]
        row = "  ".join(f"{key} {value:.1f}" for key, value in figures(answers, sure).items() if value == value)
        print(f"{name:16} {label:10} {row}", flush=True)


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
    options.add_argument("--hostile", type=int, default=0)
    chosen = options.parse_args()
    interpreter = load_interpreter()
    sets = {f"own_{language}": own_menus(language) for language in ("en", "ja")}
    if chosen.data:
        for path in sorted(Path(chosen.data).glob("*.jsonl")):
            sets[path.stem] = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    wanted = chosen.sets.split(",") if chosen.sets else list(sets)
    times: list[float] = []
    engine = engine_matcher(interpreter, times)
    for name in wanted:
        matchers = {
            "engawa": (engine, 0.8),
            "keywords": (keywords, 0.5),
            "token_set": (token_set, 0.8),
            "tfidf": (character_tfidf, 0.5),
        }
        measure(name, sets[name], matchers)
    times.sort()
    print(f"one decision, ms: p50 {times[len(times) // 2] * 1e3:.1f} p95 {times[int(len(times) * 0.95)] * 1e3:.1f}")
    if chosen.hostile:
        hostile(interpreter, chosen.hostile)


if __name__ == "__main__":
    main()
