"""Fits understanding and reports cross-validated figures.

    python tests/tools/fit_understanding.py --data FOLDER [--adapters FOLDER | --sentences FOLDER] [--write [NAME]]

FOLDER holds the fitting sets (JSON lines); they are not part of this repository. Our own menus are in tests/data.
Cross-validation: a topical set is judged by fits that never saw any of it (the lens neither); our own menus and the
hard pairs are judged by fits that saw other menus of the same kind but not that menu.

With --adapters (a folder that tests/tools/fit_adapters.py wrote) the weights of English are learnt: adapters and lens
that a set is measured with never saw any of it, and each of our further authors is a fold as well; what weighs 0 below
is only judged. With --sentences (what tests/tools/fit_sentences.py wrote) in the same way those of Japanese, from the
cases of all languages. Without, those of all languages, or of one (docs/decisions/0260, 0275, 0280).
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
from typing import Any, NamedTuple

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from fit_adapters import write as write_arrays
from understanding_cases import ENCODERS, WRITTEN, Case, Noise, encoder_of, sets_of, without_reply
from understanding_math import fit_decider, fit_lens
from understanding_score import line_of

from trainer.lexicon.loading import ADAPTERS, SENTENCES, Parts, sentence_folder
from trainer.lexicon.minilm import Adapters, read_safetensors
from trainer.lexicon.universal import SentenceAdapters, UniversalEncoder
from trainer.lexicon.weights import FORMAT, packed
from trainer.understanding.decision import FEW as FEW_MOST
from trainer.understanding.decision import Decider, Lens, blended
from trainer.understanding.features import NONE_NAMES, REPLY_NAMES, measured, without_vectors
from trainer.understanding.kana import KanaWords
from trainer.understanding.menu import FEW, Menu
from trainer.understanding.phrase import Phrase
from trainer.understanding.reading import Texts
from trainer.understanding.vectors import beside

ASSETS = Path(__file__).parent.parent.parent / "assets"
WEIGHTS = {
    "clinc_en": 0.5, "banking_en": 0.8, "sgd_en": 1.0, "hardpairs_en": 3.0, "own_en": 1.2, "scenes_en": 0.7,
    "pairs_train_en": 0.0, "menus_train_en": 1.0, "w4_train_en": 1.0, "p5_train_en": 1.0,
    "pairs_train_ja": 0.0, "menus_train_ja": 0.0, "w4_train_ja": 0.0,
    "a6_train_ja": 0.0, "b7_train_ja": 0.0, "d9_train_ja": 0.0, "c8_train_en": 1.0,
    "jmultiwoz_ja": 1.0, "hardpairs_ja": 3.0, "own_ja": 1.2, "scenes_ja": 0.7,
}  # fmt: skip
MEANING_WIDTH = 384
"""Numbers of a vector that the lens sees: those of the glosses or the English text."""
KINDS = {"clean": 1.0, "noisy": 0.45, "kana": 0.3, "drop": 0.5}
FOLDS = 3
FITS, FITS_SHIPPED = 1, 2
"""Small nets that are averaged when judging, and in what is shipped (which steadies it a little)."""
BLENDED = ("ja",)
WRONG = {"en": 0.025, "ja": 0.04}
"""Most wrong answers among those given, as a mean over the sets: five sixths (en) and four fifths (ja) of what is
promised (3 and 5 in 100), since other authors are harder and what is misheard is worse."""
REFUSED = {"en": 0.955, "ja": 0.935}
"""Fewest off-script sentences refused, as a mean over the sets of others: half a hundredth more than is promised."""
ASK = 0.35
"""From here on two replies are offered: held out, the favourite alone is the right one in two of five and nothing of
the menu in one of three (from .4 on: in half, and one in five)."""
WRITTEN_HARD = ("own", "hard")
"""Sets written to be hard count a quarter when the limits are chosen."""
OURS = (*WRITTEN_HARD, *WRITTEN, "scenes")
"""Every other set is of other authors."""
_ENOUGH = 30
_LOWER = 0.2
"""How far the limit of two-sided moments may lie below the other at most."""
WRONG_TWO = {"en": 0.03, "ja": 0.05}
"""Most wrong answers in two-sided moments: what is promised of pairs that differ by a "not"."""
FEW_SURE, FEW_NONE = 0.78, 0.05
"""Enough in English moments with two or three replies where "none of these" is that improbable: chosen by hand from
what is added held out, 126 right and 21 wrong, nearly all of both in sets of ours (docs/decisions/0276)."""
NONE_TWO = (0.05, 0.08, 0.12, 0.2, 1.0)
"""How probable "none of these" may be there at most: one of these."""


FOLDED = tuple(sorted(set(ENCODERS.values())))
"""Names of what was learnt without some of the sets."""


class Read(NamedTuple):
    """The examples of one menu, read: phrases and vectors by reply."""

    key: str
    phrases: list[list[Phrase]]
    rows: list[Any]
    seen: list[Any]
    kana: KanaWords | None


def learnt_arrays(path: Path) -> tuple[dict[str, Any], Lens]:
    """Adapters by name, and the lens, of one file of fit_adapters.py."""
    arrays = dict(read_safetensors(path))
    return arrays, Lens(*(arrays.pop(f"lens.{half}").astype(np.float32) for half in ("narrow", "wide")))


def heard(path: Path) -> tuple[UniversalEncoder, Lens]:
    """Vectors of sentences, and the lens, by one file of fit_sentences.py."""
    folder = sentence_folder()
    if folder is None:
        raise SystemExit("the optional vectors of Japanese sentences are not installed")
    arrays, lens = learnt_arrays(path)
    return UniversalEncoder(folder, SentenceAdapters(arrays)), lens


class Bank:
    """Reads texts and keeps their vectors, by the adapters that a set may be judged by; menus are made once a lens."""

    def __init__(self, cache: Path | None, adapters: Path | None, sentences: Path | None = None) -> None:
        parts = Parts(ASSETS)
        published = parts.meaning()
        if published is None:
            raise SystemExit("the optional vectors are not installed")
        self.texts = Texts(parts.reader(), parts.glossary())
        self.lenses: dict[str, Lens] = {}
        self._meaning = {"": published}
        for fold in FOLDED if adapters else ():
            arrays, self.lenses[fold] = learnt_arrays(adapters / f"{fold}.safetensors")
            self._meaning[fold] = published.adapted(Adapters(arrays))
        self.sentences = {fold: heard(sentences / f"{fold}.safetensors") for fold in FOLDED} if sentences else {}
        self._told: dict[tuple[str, str], Any] = {}
        self._cache = cache
        self._read: dict[tuple[str, str], Phrase] = {}
        self._menus: dict[str, Read] = {}
        self.rows: dict[str, Any] = pickle.loads(cache.read_bytes()) if cache and cache.exists() else {}

    def fold(self, case: Case) -> str:
        """Whose vectors a case is measured with."""
        return encoder_of(case["set"]) if self.lenses else ""

    def vectors(self, meanings: list[str], fold: str) -> Any:
        rows = self.rows.setdefault(fold, {})
        rows[""] = np.zeros(self._meaning[fold].width, np.float32)
        unknown = [text for text in dict.fromkeys(meanings) if text not in rows]
        for start in range(0, len(unknown), 256):
            part = unknown[start : start + 256]
            rows.update(zip(part, self._meaning[fold].encode(part), strict=True))
        return np.stack([rows[text] for text in meanings])

    def both(self, phrases: list[Phrase], case: Case) -> Any:
        """Rows as the engine makes them."""
        rows = self.vectors([phrase.meaning for phrase in phrases], self.fold(case))
        if case["language"] != "ja" or not self.sentences:
            return rows
        return beside(rows, self.told(phrases, case))

    def told(self, phrases: list[Phrase], case: Case) -> Any:
        """Vectors of the sentences by the fold that the case is judged by."""
        fold = encoder_of(case["set"])
        new = [text for text in dict.fromkeys(phrase.clean for phrase in phrases) if (fold, text) not in self._told]
        if new:
            rows = self.sentences[fold][0].encode(new)
            self._told.update({(fold, text): row for text, row in zip(new, rows, strict=True)})
        return np.stack([self._told[fold, phrase.clean] for phrase in phrases])

    def seen(self, phrases: list[Phrase], rows: Any, case: Case) -> Any:
        """What the lens sees of these rows."""
        return self.told(phrases, case) if self.sentences and case["language"] == "ja" else rows

    def menu(self, case: Case) -> Read:
        """The examples of a case's replies, read once for all cases that share them."""
        fold = encoder_of(case["set"]) if self.sentences else self.fold(case)
        key = json.dumps([case["language"], case["replies"], fold], ensure_ascii=False)
        if key not in self._menus:
            language, said = case["language"], list(case["replies"].values())
            for text in [each for reply in said for each in reply]:
                if (text, language) not in self._read:
                    self._read[text, language] = self.texts.read(text, language)
            phrases = [[self._read[each, language] for each in reply] for reply in said]
            kana = self.texts.kana(tuple(each for reply in said for each in reply), language)
            rows = [self.both(reply, case) for reply in phrases]
            seen = [self.seen(reply, its, case) for reply, its in zip(phrases, rows, strict=True)]
            self._menus[key] = Read(key, phrases, rows, seen, kana)
        return self._menus[key]

    def save(self) -> None:
        if self._cache:
            self._cache.write_bytes(pickle.dumps(self.rows))


class Prepared:
    """One case: its phrase, its menu's phrases, vectors of both."""

    def __init__(self, case: Case, bank: Bank) -> None:
        self.case = case
        self.menu = bank.menu(case)
        self.phrase = bank.texts.read(case["utterance"], case["language"], self.menu.kana)
        rows = bank.both([self.phrase], case)
        self.vector, self.seen = rows[0], bank.seen([self.phrase], rows, case)[0]
        ids = list(case["replies"])
        self.meant = ids.index(case["expected"]) if case["expected"] else -1


def features(item: Prepared, lens: Lens, menus: dict[str, Menu]) -> tuple[Any, Any]:
    """What is measured; `menus` keeps the menus seen through this lens."""
    if item.menu.key not in menus:
        rows, seen = (np.concatenate(each) for each in (item.menu.rows, item.menu.seen))
        menus[item.menu.key] = Menu(item.menu.phrases, rows, lens(seen))
    return measured(item.phrase, menus[item.menu.key], item.vector, lens(item.seen))


def fold_of(case: Case) -> str:
    """Cases of one fold are judged together, by fits that saw none of them."""
    name = str(case["set"])
    if name.startswith(WRITTEN):
        return name.rpartition("_")[0]
    if not name.startswith(("own", "hard", "scenes")):
        return name
    return f"menus{sum(case['step'].split('-', 2)[2].encode()) % FOLDS}"


def used(bank: Bank) -> set[str]:
    """Names of the sets: those of our further authors only in the language that adapters or sentences are for."""
    language = "en" if bank.lenses else "ja" if bank.sentences else ""
    return {name for name in WEIGHTS if not name.startswith(WRITTEN) or name[-2:] == language}


def gather(folder: Path, bank: Bank) -> dict[tuple[str, str], list[Prepared]]:
    sets = {name: cases for name, cases in sets_of(folder).items() if name in used(bank)}
    rng = random.Random(1)
    noise = Noise(1, [case for name, cases in sets.items() if name.endswith("en") for case in cases], bank.texts.reader)
    found = {}
    for name, cases in sets.items():
        found[name, "clean"] = cases
        found[name, "noisy"] = [noise(case) for case in (cases[::2] if name == "clinc_en" else cases)]
        if name.endswith("ja"):
            found[name, "kana"] = [noise(case, "kana") for case in cases]
        if not name.startswith(("hard", "sgd", "scenes")):
            found[name, "drop"] = without_reply(cases, 0.25, rng)
    prepared = {key: [Prepared(case, bank) for case in cases] for key, cases in found.items()}
    bank.save()
    return prepared


def lens_of(items: list[Prepared]) -> Lens:
    def seen(rows: Any) -> Any:
        kept = rows[..., :MEANING_WIDTH]
        return kept / np.maximum(np.linalg.norm(kept, axis=-1, keepdims=True), 1e-9)

    return fit_lens([(seen(i.vector), [seen(r) for r in i.menu.rows], i.meant, WEIGHTS[i.case["set"]]) for i in items])


def decider_of(rows: list[Any], with_vectors: bool, fits: int) -> Decider:
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
    none = max(0.0, 1.0 - float(shares.sum()))
    return {**item.case, "none": none}, list(item.case["replies"])[best], float(shares[best])


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


def wrong_share(answers: list[Any], limit: float) -> float:
    """Share of wrong answers among those given from that probability on."""
    given = [reply == case["expected"] for case, reply, share in answers if share >= limit]
    return 1.0 - sum(given) / len(given) if given else 0.0


def refused_share(answers: list[Any], limit: float) -> float:
    """Share of the sentences off the script that stay below that probability; 1 where there are none."""
    outside = [share < limit for case, _, share in answers if case["expected"] is None]
    return sum(outside) / len(outside) if outside else 1.0


def limit_from(sets: dict[str, list[Any]], language: str) -> float:
    """Smallest probability from .6 on at which the sets' mean wrong share is at most WRONG and, in the sets of others,
    the mean refused share at least REFUSED, there and in the next two hundredths; sets written to be hard count a
    quarter of the others for what is wrong.
    """
    places = [place / 100 for place in range(60, 100)]
    weights = [0.25 if name.startswith(WRITTEN_HARD) else 1.0 for name in sets]
    theirs = [found for name, found in sets.items() if not name.startswith(OURS)]
    held = []
    for place in places:
        wrong = np.average([wrong_share(found, place) for found in sets.values()], weights=weights)
        refused = np.mean([refused_share(found, place) for found in theirs]) if theirs else 1.0
        held.append(bool(wrong <= WRONG[language] and refused >= REFUSED[language]))
    calm = [n for n in range(len(places)) if all(held[n : n + 3])]
    return places[calm[0]] if calm else 0.99


def limits_from(clean: dict[str, list[Any]], two: set[str], language: str) -> dict[str, float]:
    """The limits that the wrong answers of these sets allow.

    `sure` by `limit_from`; `sure_two` and `none_two`: of all pairs of them at which at most WRONG_TWO of the answers
    given in two-sided moments are wrong, there and in the next two hundredths, the pair with the most right ones.
    """
    sure = limit_from(clean, language)
    split = {name: [a for a in found if named(a[0]) in two] for name, found in clean.items()}
    split = {name: found for name, found in split.items() if len(found) >= _ENOUGH}
    best = (-1.0, sure, 1.0)
    for most in NONE_TWO:
        for place in range(round(100 * (sure - _LOWER)), round(100 * sure) + 1):
            risks, right = [], 0.0
            for limit in (place / 100, place / 100 + 0.01, place / 100 + 0.02):
                wrong, found_right = risk_in(split, two, min(limit, sure), most, sure)
                risks.append(wrong)
                right = max(right, found_right)
            if max(risks) <= WRONG_TWO[language] and right >= best[0]:
                best = (right, place / 100, most)
    few = {"sure_few": FEW_SURE, "none_few": FEW_NONE} if language == "en" else {}
    return {"sure": sure, "ask": ASK, "sure_two": round(best[1], 2), "none_two": best[2], **few}


def risk_in(split: dict[str, list[Any]], two: set[str], place: float, most: float, sure: float) -> tuple[float, float]:
    """Mean over the sets of the share wrong among the answers given, and of the share answered rightly."""
    limits = {"sure": sure, "sure_two": place, "none_two": most}
    moved = {name: acted(found, two, limits) for name, found in split.items()}
    weights = [0.25 if name.startswith(WRITTEN_HARD) else 1.0 for name in moved]
    if not moved:
        return 1.0, 0.0
    right = [sum(p >= sure and r == c["expected"] for c, r, p in found) / len(found) for found in moved.values()]
    wrong = [wrong_share(found, sure) for found in moved.values()]
    return float(np.average(wrong, weights=weights)), float(np.average(right, weights=weights))


def named(case: Case) -> str:
    """What tells a case from all others."""
    return str(case["id"] + case["utterance"])


def training(everything: list[Any], rows: list[Any], fold: str | None = None) -> list[Any]:
    """What is learnt from outside a fold; of the noisy copies every second one, weighing double."""
    kept = []
    for number, ((kind, item), row) in enumerate(zip(everything, rows, strict=True)):
        copy = kind in ("noisy", "kana")
        if (fold is not None and fold_of(item.case) == fold) or (copy and number % 2):
            continue
        weight = WEIGHTS[item.case["set"]] * KINDS[kind] * (2 if copy else 1)
        if weight:
            kept.append((*row, item.meant, weight))
    return kept


def measured_rows(everything: list[Any], bank: Bank) -> list[Any]:
    """Every case measured through a lens that saw nothing of its fold: one that came with the vectors, or one learnt
    here.
    """
    known = {"en": bank.lenses, "ja": {fold: lens for fold, (_, lens) in bank.sentences.items()}}
    menus: dict[str, Menu] = {}
    rows: list[Any] = [None] * len(everything)
    for n, (_, item) in enumerate(everything):
        lenses = bank.lenses or known[item.case["language"]]
        if lenses:
            rows[n] = features(item, lenses[encoder_of(item.case["set"])], menus)
    if bank.lenses:
        return rows
    for fold in sorted({fold_of(item.case) for (_, item), row in zip(everything, rows, strict=True) if row is None}):
        lens = lens_of([i for kind, i in everything if fold_of(i.case) != fold and kind != "kana"])
        menus: dict[str, Menu] = {}
        for n, (_, item) in enumerate(everything):
            if fold_of(item.case) == fold and rows[n] is None:
                rows[n] = features(item, lens, menus)
        print("lens without", fold, flush=True)
    return rows


Answers = dict[tuple[str, str], list[Any]]


def judged(everything: list[Any], rows: list[Any], languages: tuple[str, ...]) -> dict[bool, Answers]:
    """Cross-validated answers, with and without vectors, by (set, kind)."""
    answers: dict[bool, Answers] = {True: {}, False: {}}
    for fold in sorted({fold_of(item.case) for _, item in everything if item.case["language"] in languages}):
        train = training(everything, rows, fold)
        deciders = {with_vectors: decider_of(train, with_vectors, FITS) for with_vectors in answers}
        for (kind, item), row in zip(everything, rows, strict=True):
            if fold_of(item.case) == fold and item.case["language"] in languages:
                for with_vectors, found in answers.items():
                    given = answer(deciders, item, row, with_vectors)
                    found.setdefault((item.case["set"], kind), []).append(given)
        print("judged", fold, flush=True)
    return answers


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--adapters", type=Path)
    options.add_argument(
        "--write", nargs="?", const="", help="weights.json, or one language's: weights_ja.json; with adapters English"
    )
    options.add_argument("--sentences", type=Path)
    options.add_argument("--cache", type=Path)
    chosen = options.parse_args()
    bank = Bank(chosen.cache, chosen.adapters, chosen.sentences)
    prepared = gather(chosen.data, bank)
    everything = [(kind, item) for (_, kind), items in prepared.items() for item in items]
    print("cases", len(everything), flush=True)
    fitted(everything, measured_rows(everything, bank), chosen)


def fitted(everything: list[Any], rows: list[Any], chosen: argparse.Namespace) -> None:
    """Reports, and writes what was learnt from all of it, with the adapters of the folder named, if one is."""
    adapters, sentences, to_write = chosen.adapters, chosen.sentences, chosen.write
    answers = judged(everything, rows, ("en",) if adapters else ("ja",) if sentences else tuple(WRONG))
    two = {named(item.case) for _, item in everything if two_sided(item)}
    limits = {with_vectors: report(found, with_vectors, two) for with_vectors, found in answers.items()}
    if to_write is None:
        return
    train = training(everything, rows)
    deciders = {v: decider_of(train, v, FITS_SHIPPED) for v in (True, False)}
    if not (adapters or sentences):
        write(lens_of([i for kind, i in everything if kind != "kana"]), deciders, limits, to_write or "weights.json")
        return
    arrays, lens = learnt_arrays((adapters or sentences) / "full.safetensors")
    write_arrays(ASSETS / "understanding" / (ADAPTERS if adapters else SENTENCES), arrays)
    name = "weights_en.json" if adapters else "weights_ja.json"
    write(lens, deciders, limits, name, adapted=bool(adapters), sentences=bool(sentences))


def two_sided(item: Prepared) -> bool:
    """Whether the moment has two replies of which one denies what the other says."""
    return Menu(item.menu.phrases, None).two_sided if len(item.menu.phrases) <= FEW else False


def report(answers: Answers, with_vectors: bool, two: set[str]) -> dict[str, dict[str, float]]:
    """Prints the figures at the limits that the held-out risk allows, and gives the limits.

    "apart" are the figures of a set at limits chosen without it: nothing of the set was seen at all.
    """
    print(f"\ncross-validated, {'with' if with_vectors else 'without'} meaning vectors")
    limits = {}
    for language in sorted({name[-2:] for name, _ in answers}):
        clean = {name: found for (name, kind), found in answers.items() if name.endswith(language) and kind == "clean"}
        # the menus of our further authors choose nothing: they are full of pairs that only a thought tells apart
        clean = {name: found for name, found in clean.items() if not name.startswith(WRITTEN)}
        low = limits[language] = limits_from(clean, two, language)
        print(f"{language}: {low}")
        for (name, kind), found in answers.items():
            if name.endswith(language) and kind != "drop":
                print(line_of(f"{name} {kind}", acted(found, two, low), low["sure"]), flush=True)
        pool = [a for found in clean.values() for a in found]
        print(line_of("all clean", acted(pool, two, low), low["sure"]), flush=True)
        for name, found in clean.items():
            apart = limits_from({other: them for other, them in clean.items() if other != name}, two, language)
            print(line_of(f"{name} apart", acted(found, two, apart), apart["sure"]), apart, flush=True)
    return limits


def acted(answers: list[Any], two: set[str], limits: dict[str, float]) -> list[Any]:
    """The answers, those of two-sided moments and of those with few replies moved so that one limit tells which were
    acted on.
    """

    def moved(given: Any) -> Any:
        case, reply, share = given
        known = named(case) in two and share >= limits["sure_two"] and case["none"] <= limits["none_two"]
        few = 1 < len(case["replies"]) <= FEW_MOST and share >= limits.get("sure_few", 1.0)
        known = known or (few and case["none"] <= limits["none_few"])
        return (case, reply, max(share, limits["sure"])) if known else given

    return [moved(given) for given in answers]


def write(
    lens: Lens,
    deciders: dict[bool, Decider],
    limits: dict[bool, dict[str, dict[str, float]]],
    name: str,
    adapted: bool = False,
    sentences: bool = False,
) -> None:
    data = {
        "format": FORMAT,
        "lens": {"narrow": packed(lens.narrow), "wide": packed(lens.wide)},
        "blended": list(BLENDED),
        "adapted": adapted,
        "sentences": sentences,
        "limits": limits[True],
        "limits_without": limits[False],
        "with_vectors": entry_of(deciders[True]),
        "without": entry_of(deciders[False]),
    }
    path = ASSETS / "understanding" / name
    path.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print("written", path.name, path.stat().st_size)


if __name__ == "__main__":
    main()
