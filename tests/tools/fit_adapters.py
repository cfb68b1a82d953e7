"""Learns the adapters of the English vectors (docs/decisions/0260), one set of them without each fold and one of all.

    python tests/tools/fit_adapters.py --data FOLDER --out FOLDER [--only X|Y|Z|full]

Writes `X.safetensors`, `Y.safetensors`, `Z.safetensors` (each learnt without the sets of that fold, which are judged by
it) and `full.safetensors`; tests/tools/fit_understanding.py reads them all. About four minutes of one core each.
"""

from __future__ import annotations

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"

import argparse
import json
import math
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from adapter_math import SHAPES, WIDTH, Plan, layer, layer_arrays, loss_and_slopes, norm, vectors
from understanding_cases import Case, Noise, encoder_of, sets_of

from trainer.lexicon.loading import Parts
from trainer.lexicon.minilm import LONGEST, PRODUCTS, MiniLM
from trainer.understanding.phrase import Phrase
from trainer.understanding.reading import Texts

ASSETS = Path(__file__).parent.parent.parent / "assets"
FROM = 3
"""First layer with adapters, of six: what is below is computed once a text."""
RANK, LENS_RANK, STEPS, RATE, PULL = 8, 32, 400, 2e-3, 0.5
TOKENS, PIECES, CASES = 1024, 20, 96
"""A batch: tokens at most, pieces of one text that are learnt from, cases at most."""
_TOGETHER = 8
"""Cases of one moment that are looked at together, so that its examples are encoded once."""
NOISY, DROPPED, TAKEN_OFF, ELSEWHERE = 0.25, 0.1, 0.15, 0.3
"""Shares of utterances with hesitations, of examples left out, of meant replies taken off the menu, and of moments of
which three sentences are also said in the moment before, where they are off the script."""
_FAR = 0.5
"""Only sentences whose nearest example there is less alike than this in the vectors as published."""
_ANYWHERE = re.compile(
    r"yes|no\b|thank|sorry|hello|morning|again|leave|stop|please\b|not |n't|ok|fine|sure|good|はい|いいえ"
)
_LONG = 20  # letters: shorter sentences fit in many moments
WEIGHTS = {
    "clinc_en": 0.5, "banking_en": 0.8, "sgd_en": 1.0, "hardpairs_en": 3.0, "own_en": 1.2, "scenes_en": 0.7,
    "pairs_train_en": 1.8, "menus_train_en": 1.6, "w4_train_en": 1.6, "p5_train_en": 1.6,
    "jmultiwoz_ja": 0.4, "hardpairs_ja": 2.0, "own_ja": 0.5, "scenes_ja": 0.35,
    "pairs_train_ja": 0.8, "menus_train_ja": 0.8, "w4_train_ja": 0.6,
    "a6_train_ja": 0.8, "b7_train_ja": 0.8, "d9_train_ja": 0.8, "c8_train_en": 1.6,
}  # fmt: skip


class Texted(Protocol):
    """Texts by number: their pieces, and their vectors as published."""

    pieces: list[list[int]]
    before: Any


class Known:
    """Every text's pieces, its tokens' state below the adapters, and its vector as published."""

    def __init__(self, model: MiniLM) -> None:
        self.model = model
        self.number: dict[str, int] = {}
        self.pieces: list[list[int]] = []

    def __call__(self, text: str) -> int:
        if text not in self.number:
            self.number[text] = len(self.pieces)
            self.pieces.append(self.model._pieces.ids(text, LONGEST)[:-1][:PIECES])
        return self.number[text]

    def settle(self) -> None:
        """Compute all states and vectors, texts of about one length together."""
        model = self.model
        layers = [layer_arrays(arrays) for arrays in model._layers]
        nothing = [[np.zeros((i, 1), "f4"), np.zeros((1, o), "f4")] for i, o in SHAPES]
        first = [model._w[f"embeddings.LayerNorm.{part}"] for part in ("weight", "bias")]
        self.states: list[Any] = [None] * len(self.pieces)
        self.before = np.zeros((len(self.pieces), WIDTH), np.float32)
        order = sorted(range(len(self.pieces)), key=lambda n: len(self.pieces[n]))
        for start in range(0, len(order), 64):
            part = order[start : start + 64]
            plan = Plan.of([len(self.pieces[n]) for n in part])
            places = np.concatenate([np.arange(size) for size in plan.lengths])
            ids = np.concatenate([self.pieces[n] for n in part])
            x, _ = norm(model._rows(model._words, ids) + model._positions[places], first)
            for known in layers[:FROM]:
                x, _ = layer(x, known, nothing, plan)
            self.before[part] = vectors(x, layers[FROM:], [nothing] * len(layers[FROM:]), plan)[0]
            for n, at, size in zip(part, plan.starts, plan.lengths, strict=True):
                self.states[n] = x[at : at + size].astype(np.float16)

    def batch(self, texts: list[int]) -> tuple[Any, Plan]:
        """The tokens' states of these texts end to end, and their plan."""
        x = np.concatenate([self.states[text] for text in texts]).astype(np.float32)
        return x, Plan.of([len(self.pieces[text]) for text in texts])


def gather(
    folder: Path, known: Callable[[str], int], text_of: Callable[[Phrase], str] = lambda phrase: phrase.meaning
) -> dict[tuple[str, str], list[Any]]:
    """Cases by (set, moment): (said, said with noise, examples of each reply, meant, in a pair, could be far off)."""
    parts = Parts(ASSETS)
    texts = Texts(parts.reader(), parts.glossary())
    sets = sets_of(folder)
    noise = Noise(1, [case for name, cases in sets.items() if name.endswith("en") for case in cases], texts.reader)
    read: dict[tuple[str, str], int] = {}
    menus: dict[str, tuple[Any, Any]] = {}

    def example(text: str, language: str) -> int:
        if (text, language) not in read:
            read[text, language] = known(text_of(texts.read(text, language)))
        return read[text, language]

    def menu_of(case: Case) -> tuple[Any, Any]:
        key = json.dumps([case["language"], case["replies"]], ensure_ascii=False)
        if key not in menus:
            said, language = list(case["replies"].values()), case["language"]
            kana = texts.kana(tuple(each for reply in said for each in reply), language)
            menus[key] = [[example(each, language) for each in reply] for reply in said], kana
        return menus[key]

    found: dict[tuple[str, str], list[Any]] = {}
    for name, cases in sets.items():
        for case in cases:
            menu, kana = menu_of(case)
            said, noisy = (
                known(text_of(texts.read(each["utterance"], case["language"], kana))) for each in (case, noise(case))
            )
            meant = list(case["replies"]).index(case["expected"]) if case["expected"] else -1
            far = len(case["utterance"]) > _LONG and not _ANYWHERE.search(case["utterance"].lower())
            found.setdefault((name, case["step"]), []).append((said, noisy, menu, meant, "pair" in case, far))
    return found


class Batches:
    """Random batches: some cases of one moment after another, until there are tokens enough."""

    def __init__(
        self, moments: dict[tuple[str, str], list[Any]], known: Texted, tokens: int = TOKENS, noisy: float = NOISY
    ) -> None:
        self._moments, self._known, self._rng = list(moments.items()), known, np.random.default_rng(1)
        self._tokens, self._noisy = tokens, noisy
        weights = np.array([WEIGHTS[name] * len(cases) for (name, _), cases in self._moments])
        self._weights = weights / weights.sum()

    def __call__(self) -> tuple[list[int], list[Any]]:
        """The texts by number, and cases for `choice`, whose rows are places among these texts."""
        places: dict[int, int] = {}
        cases: list[Any] = []
        tokens, before = 0, None
        while True:
            (name, _), moment = self._moments[self._rng.choice(len(self._moments), p=self._weights)]
            some = self._some(name, moment)
            chosen = [self._changed(case) for case in some]
            new = {text for said, menu, _, _ in chosen for text in (said, *(t for reply in menu for t in reply))}
            new -= set(places)
            tokens += sum(len(self._known.pieces[text]) for text in new)
            if tokens > self._tokens or len(cases) + len(chosen) > CASES:
                break
            for text in sorted(new):
                places[text] = len(places)
            cases += chosen
            if before is not None and self._rng.random() < ELSEWHERE:
                cases += [(said, before, -1, 0.4) for said, *_, far in some[:3] if far and self._apart(said, before)]
                new = {said for said, _, _, _ in cases} - set(places)
                tokens += sum(len(self._known.pieces[text]) for text in new)
                places.update({text: len(places) + n for n, text in enumerate(sorted(new))})
            before = chosen[0][1]
        kept = [self._placed(case, places) for case in cases]
        return list(places), [case for case in kept if case is not None]

    def _apart(self, said: int, menu: Any) -> bool:
        rows = self._known.before
        return float((rows[[text for reply in menu for text in reply]] @ rows[said]).max()) < _FAR

    def _some(self, name: str, moment: list[Any]) -> list[Any]:
        count = len(moment)
        if name.startswith("scenes"):  # neighbours share a menu, more or less
            return moment[int(self._rng.integers(0, max(1, count - 3))) :][:4]
        if count <= _TOGETHER:
            return moment
        if any(case[4] for case in moment):  # neighbours are a pair
            start = int(self._rng.integers(0, count))
            return [moment[(start + n) % count] for n in range(_TOGETHER)]
        return [moment[n] for n in self._rng.choice(count, _TOGETHER, replace=False)]

    def _changed(self, case: Any) -> tuple[int, Any, int, float]:
        said, noisy, menu, meant, pair, _ = case
        said = noisy if self._rng.random() < self._noisy else said
        if meant >= 0 and len(menu) > 2 and self._rng.random() < TAKEN_OFF:
            return said, menu[:meant] + menu[meant + 1 :], -1, 0.6
        return said, menu, meant, 1.5 if pair else 1.0

    def _placed(self, case: tuple[int, Any, int, float], places: dict[int, int]) -> Any:
        said, menu, meant, weight = case
        every = [(text, owner) for owner, reply in enumerate(menu) for text in reply if text != said]
        kept = [each for each in every if self._rng.random() >= DROPPED]
        if {owner for _, owner in kept} != {owner for _, owner in every}:
            kept = every
        if not kept or (meant >= 0 and meant not in {owner for _, owner in kept}):
            return None
        examples, owners = (np.array(column) for column in zip(*kept, strict=True))
        return places[said], np.array([places[int(text)] for text in examples]), owners, meant, weight


class Adam:
    """Kingma & Ba 2014: ten steps of warmth, then a cosine to a fiftieth; slopes together no longer than 1."""

    def __init__(self) -> None:
        self._moments: dict[Any, tuple[Any, Any]] = {}

    def step(self, number: int, p: dict[str, Any], slopes: dict[str, Any]) -> None:
        every = [half for pairs in slopes["adapters"] for pair in pairs for half in pair]
        length = math.sqrt(sum(float((each * each).sum()) for each in (*every, slopes["narrow"], slopes["wide"])))
        share = min(1.0, 1.0 / length)
        rate = RATE * min(1, number / 10) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * number / STEPS)))
        for i, pairs in enumerate(slopes["adapters"]):
            for j, pair in enumerate(pairs):
                for half in (0, 1):
                    change = self._change((i, j, half), share * pair[half], number)
                    p["adapters"][i][j][half] -= np.float32(rate) * change.astype(np.float32)
        for name, times in (("narrow", 1), ("wide", 1), ("scale", 1), ("none", 3)):
            p[name] = p[name] - rate * times * self._change(name, share * slopes[name], number)

    def _change(self, name: Any, slope: Any, number: int) -> Any:
        first, second = self._moments.get(name, (0.0, 0.0))
        first, second = 0.9 * first + 0.1 * slope, 0.98 * second + 0.02 * slope * slope
        self._moments[name] = first, second
        return (first / (1 - 0.9**number)) / (np.sqrt(second / (1 - 0.98**number)) + 1e-8)


def learnt(moments: dict[tuple[str, str], list[Any]], known: Known) -> dict[str, Any]:
    """Arrays by name, as `Adapters` reads them, and the lens."""
    rng = np.random.default_rng(0)
    layers = [layer_arrays(arrays) for arrays in known.model._layers[FROM:]]
    start = [
        [[rng.normal(0, 1 / math.sqrt(i), (i, RANK)).astype("f4"), np.zeros((RANK, o), "f4")] for i, o in SHAPES]
        for _ in layers
    ]
    p: dict[str, Any] = {"adapters": start, "scale": math.log(12.0), "none": 6.6}
    p |= {"narrow": rng.normal(0, 0.05, (WIDTH, LENS_RANK)).astype("f4"), "wide": np.zeros((LENS_RANK, WIDTH), "f4")}
    batches, adam = Batches(moments, known), Adam()
    mean = np.zeros(3)
    for number in range(1, STEPS + 1):
        texts, cases = batches()
        x, plan = known.batch(texts)
        losses, slopes = loss_and_slopes(x, layers, p, plan, known.before[texts], cases, PULL)
        adam.step(number, p, slopes)
        mean = 0.95 * mean + 0.05 * np.array(losses)
        if number % 50 == 0:
            print(number, "loss, through the lens, moved", (mean / (1 - 0.95**number)).round(3), flush=True)
    found = {"lens.narrow": p["narrow"], "lens.wide": p["wide"]}
    for n, pairs in enumerate(p["adapters"]):
        for name, (narrow, wide) in zip(PRODUCTS, pairs, strict=True):
            found |= {f"{FROM + n}.{name}.narrow": narrow, f"{FROM + n}.{name}.wide": wide}
    return found


def write(path: Path, arrays: dict[str, Any]) -> None:
    """16-bit numbers in a safetensors file."""
    header, data = {}, b""
    for name, array in arrays.items():
        held = np.ascontiguousarray(array, "<f2").tobytes()
        header[name] = {"dtype": "F16", "shape": array.shape, "data_offsets": [len(data), len(data) + len(held)]}
        data += held
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(len(text).to_bytes(8, "little") + text + data)
    print("written", path.name, path.stat().st_size)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--only", default="")
    chosen = options.parse_args()
    model = Parts(ASSETS).meaning()
    if model is None:
        raise SystemExit("the optional vectors are not installed")
    known = Known(model)
    moments = gather(chosen.data, known)
    known.settle()
    chosen.out.mkdir(parents=True, exist_ok=True)
    for fold in [chosen.only] if chosen.only else ["X", "Y", "Z", "full"]:
        print("without", fold, flush=True)
        kept = {key: cases for key, cases in moments.items() if encoder_of(key[0]) != fold}
        write(chosen.out / f"{fold}.safetensors", learnt(kept, known))


if __name__ == "__main__":
    main()
