"""Fits understanding and reports cross-validated figures.

    python tests/tools/fit_understanding.py --data FOLDER [--write] [--cache FILE]

FOLDER holds the fitting sets (JSON lines); they are not part of this repository. Our own menus are in tests/data.
Cross-validation: a topical set is judged by fits that never saw any of it (the lens neither); our own menus and the
hard pairs are judged by fits that saw other menus of the same kind but not that menu.
"""

from __future__ import annotations

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"

import argparse
import json
import pickle
import random
import sys
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from understanding_cases import SETS, Case, Noise, own_menus, read_set, without_reply
from understanding_math import fit_decider, fit_lens
from understanding_score import line_of

from trainer.lexicon.loading import Parts
from trainer.lexicon.weights import FORMAT, packed
from trainer.understanding.decision import Decider, Lens, blended
from trainer.understanding.features import NONE_NAMES, REPLY_NAMES, measured, without_vectors
from trainer.understanding.menu import Menu
from trainer.understanding.reading import Texts

ASSETS = Path(__file__).parent.parent.parent / "assets"
WEIGHTS = {
    "clinc_en": 0.5, "banking_en": 0.8, "sgd_en": 1.0, "hardpairs_en": 3.0, "own_en": 2.0,
    "jmultiwoz_ja": 1.0, "hardpairs_ja": 3.0, "own_ja": 2.0,
}  # fmt: skip
KINDS = {"clean": 1.0, "noisy": 0.45, "kana": 0.3, "drop": 0.5}
FOLDS = 4
BLENDED = ("ja",)


class Bank:
    """Reads texts and keeps their vectors; menus are made once a lens."""

    def __init__(self, cache: Path | None) -> None:
        parts = Parts(ASSETS)
        self.texts, self._meaning = Texts(parts.reader(), parts.glossary()), parts.meaning()
        self._cache = cache
        self.rows: dict[str, Any] = pickle.loads(cache.read_bytes()) if cache and cache.exists() else {}

    def vectors(self, meanings: list[str]) -> Any:
        unknown = [text for text in dict.fromkeys(meanings) if text not in self.rows]
        for start in range(0, len(unknown), 256):
            part = unknown[start : start + 256]
            self.rows.update(zip(part, self._meaning.encode(part), strict=True))
        return np.stack([self.rows[text] for text in meanings])

    def save(self) -> None:
        if self._cache:
            self._cache.write_bytes(pickle.dumps(self.rows))


class Prepared:
    """One case: its phrase, its menu's phrases, vectors of both."""

    def __init__(self, case: Case, bank: Bank) -> None:
        self.case = case
        language = case["language"]
        self.menu = [[bank.texts.read(each, language) for each in said] for said in case["replies"].values()]
        kana = bank.texts.kana(tuple(each for said in case["replies"].values() for each in said), language)
        self.phrase = bank.texts.read(case["utterance"], language, kana)
        self.vector = bank.vectors([self.phrase.meaning])[0]
        self.rows = [bank.vectors([phrase.meaning for phrase in reply]) for reply in self.menu]
        ids = list(case["replies"])
        self.meant = ids.index(case["expected"]) if case["expected"] else -1


_MENUS: dict[Any, Menu] = {}


def features(item: Prepared, lens: Lens) -> tuple[Any, Any]:
    key = (json.dumps(item.case["replies"], ensure_ascii=False), id(lens))
    if key not in _MENUS:
        rows = np.concatenate(item.rows)
        _MENUS[key] = Menu(item.menu, rows, lens(rows))
    return measured(item.phrase, _MENUS[key], item.vector, lens(item.vector))


def fold_of(case: Case) -> str:
    """Cases of one fold are judged together, by fits that saw none of them."""
    name = case["set"]
    if not name.startswith(("own", "hard")):
        return name
    return f"menus{sum(case['step'].split('-', 2)[2].encode()) % FOLDS}"


def gather(folder: Path, bank: Bank) -> dict[tuple[str, str], list[Prepared]]:
    sets = {name: read_set(folder, name) for names in SETS.values() for name in names}
    sets |= {f"own_{language}": own_menus(language) for language in SETS}
    rng = random.Random(1)
    noise = Noise(1, [case for name, cases in sets.items() if name.endswith("en") for case in cases], bank.texts.reader)
    found = {}
    for name, cases in sets.items():
        found[name, "clean"] = cases
        found[name, "noisy"] = [noise(case) for case in (cases[::2] if name == "clinc_en" else cases)]
        if name.endswith("ja"):
            found[name, "kana"] = [noise(case, "kana") for case in cases]
        if not name.startswith(("hard", "sgd")):
            found[name, "drop"] = without_reply(cases, 0.25, rng)
    prepared = {key: [Prepared(case, bank) for case in cases] for key, cases in found.items()}
    bank.save()
    return prepared


def lens_of(items: list[Prepared]) -> Lens:
    return fit_lens([(i.vector, i.rows, i.meant, WEIGHTS[i.case["set"]]) for i in items])


def decider_of(rows: list[tuple[Any, Any, int, float]], with_vectors: bool, fits: int = 2) -> Decider:
    if not with_vectors:
        rows = [(*without_vectors(table, none), meant, weight) for table, none, meant, weight in rows]
    return fit_decider(rows, fits=fits)


def answer(deciders: dict[bool, Decider], item: Prepared, row: Any, with_vectors: bool) -> Any:
    shares = deciders[False].probabilities(*without_vectors(*row[:2]))
    if with_vectors:
        plain, shares = shares, deciders[True].probabilities(*row[:2])
        if item.case["language"] in BLENDED:
            shares = blended(shares, plain)
    best = int(shares.argmax())
    return item.case, list(item.case["replies"])[best], float(shares[best])


def entry_of(decider: Decider) -> dict[str, Any]:
    def utility(u: Any) -> dict[str, Any]:
        arrays = {name: packed(getattr(u, name)) for name in ("line", "hidden", "offset", "out")}
        return {"bias": round(u.bias, 5), **arrays}

    scales = {}
    for name, scale in (("reply", decider.replies), ("none", decider.none)):
        scales[f"{name}_mean"] = [round(float(value), 5) for value in scale.mean]
        scales[f"{name}_spread"] = [round(float(value), 5) for value in scale.spread]
    fits = [{"reply": utility(reply), "none": utility(none)} for reply, none in decider.fits]
    return {"reply_names": list(REPLY_NAMES), "none_names": list(NONE_NAMES), **scales, "fits": fits}


def limit_from(answers: list[Any], wrong_at_most: float) -> float:
    """Smallest probability, at least .8, from which on at most that share of answers is wrong."""
    order = sorted(answers, key=lambda a: -a[2])
    right = wrong = 0
    best = 0.995
    for case, reply, share in order:
        right, wrong = right + (reply == case["expected"]), wrong + (reply != case["expected"])
        if share >= 0.8 and wrong <= wrong_at_most * (right + wrong):
            best = share
    return round(best, 3)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--write", action="store_true")
    options.add_argument("--cache", type=Path)
    chosen = options.parse_args()
    prepared = gather(chosen.data, Bank(chosen.cache))
    everything = [(kind, item) for (_, kind), items in prepared.items() for item in items]
    folds = sorted({fold_of(item.case) for _, item in everything})
    print("cases", len(everything), "folds", folds, flush=True)
    rows: list[Any] = [None] * len(everything)
    for fold in folds:
        lens = lens_of([i for kind, i in everything if fold_of(i.case) != fold and kind != "kana"])
        for n, (kind, item) in enumerate(everything):
            if fold_of(item.case) == fold:
                weight = WEIGHTS[item.case["set"]] * KINDS[kind]
                rows[n] = (*features(item, lens), item.meant, weight)
        print("lens without", fold, flush=True)
    if chosen.cache:
        chosen.cache.with_suffix(".rows").write_bytes(
            pickle.dumps([(kind, item.case, row) for (kind, item), row in zip(everything, rows, strict=True)])
        )
    answers: dict[bool, dict[tuple[str, str], list[Any]]] = {True: {}, False: {}}
    for fold in folds:
        train = [row for (_, i), row in zip(everything, rows, strict=True) if fold_of(i.case) != fold]
        deciders = {with_vectors: decider_of(train, with_vectors) for with_vectors in answers}
        for (kind, item), row in zip(everything, rows, strict=True):
            if fold_of(item.case) == fold:
                for with_vectors, found in answers.items():
                    given = answer(deciders, item, row, with_vectors)
                    found.setdefault((item.case["set"], kind), []).append(given)
    limits = {with_vectors: report(found, with_vectors) for with_vectors, found in answers.items()}
    if chosen.write:
        lens = lens_of([i for kind, i in everything if kind != "kana"])
        write(lens, {v: decider_of(rows, v, 4) for v in (True, False)}, limits)


def report(answers: dict[tuple[str, str], list[Any]], with_vectors: bool) -> dict[str, dict[str, float]]:
    print(f"\ncross-validated, {'with' if with_vectors else 'without'} meaning vectors")
    limits = {}
    for language, wrong in (("en", 0.025), ("ja", 0.045)):
        pool = [a for (name, kind), v in answers.items() if name.endswith(language) and kind == "clean" for a in v]
        sure = limit_from(pool, wrong)
        limits[language] = {"sure": sure, "ask": 0.45}
        print(f"{language}: sure from {sure}")
        for (name, kind), found in answers.items():
            if name.endswith(language) and kind != "drop":
                print(line_of(f"{name} {kind}", found, sure), flush=True)
        print(line_of("all clean", pool, sure), flush=True)
    return limits


def write(lens: Lens, deciders: dict[bool, Decider], limits: dict[bool, dict[str, dict[str, float]]]) -> None:
    data = {
        "format": FORMAT,
        "lens": {"narrow": packed(lens.narrow), "wide": packed(lens.wide)},
        "blended": list(BLENDED),
        "limits": limits[True],
        "limits_without": limits[False],
        "with_vectors": entry_of(deciders[True]),
        "without": entry_of(deciders[False]),
    }
    path = ASSETS / "understanding" / "weights.json"
    path.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print("written", path.name, path.stat().st_size)


if __name__ == "__main__":
    main()
