"""Learns the adapters of the Japanese sentence vectors (docs/decisions/0280), one set without each fold and one of all.

    python tests/tools/fit_sentences.py --data FOLDER --adapters FOLDER --out FOLDER [--only X|Y|Z|full]

Needs torch, which nothing else here needs (`pip install torch`). --adapters is what tests/tools/fit_adapters.py wrote:
the English vectors bent by them teach these ones, which share one space for all languages, what is alike. Writes
`X.safetensors`, `Y.safetensors`, `Z.safetensors` (each learnt, and taught, without the sets of that fold) and
`full.safetensors`; tests/tools/fit_understanding.py --sentences reads them. Some ten minutes of one core each.
"""

from __future__ import annotations

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"

import argparse
import math
import re
import sys
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent.parent))

import torch
from fit_adapters import Batches, gather, write
from fit_understanding import learnt_arrays
from sentence_net import SentenceNet, choice, taught
from torch.nn import functional
from understanding_cases import encoder_of

from trainer.lexicon.loading import Parts, sentence_folder
from trainer.lexicon.minilm import Adapters
from trainer.lexicon.sentencepiece import SentencePieces
from trainer.lexicon.universal import CHUNKS, LONGEST

ASSETS = Path(__file__).parent.parent.parent / "assets"
STEPS, RATE, PULL, TAUGHT, TOKENS, SHARPNESS, NOISY = 800, 2e-3, 0.5, 0.7, 1536, 20.0, 0.4
_JAPANESE = re.compile("[぀-ヿ一-鿿]")
_FEWEST = 8


class Known:
    """Every text's pieces (numbered by the rows that are used), and its vector as published."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._cut = SentencePieces.read(folder / "sp.model", every=True)
        self._number: dict[str, int] = {}
        self.texts: list[str] = []
        self.pieces: list[list[int]] = []

    def __call__(self, text: str) -> int:
        if text not in self._number:
            self._number[text] = len(self.texts)
            self.texts.append(text)
            self.pieces.append(self._cut.ids(text, LONGEST))
        return self._number[text]

    def settle(self) -> None:
        """Read the rows of all pieces that there are, and all vectors as published."""
        used = np.unique(np.concatenate(self.pieces))
        with np.load(self._folder / "weights.npz", allow_pickle=False) as file:
            self.arrays = {name: file[name] for name in file.files if not name.startswith("q")}
            rows, chunks = np.divmod(used, CHUNKS)
            self.rows = np.zeros((len(used), file["q1"].shape[1]), np.float32)
            for chunk in range(CHUNKS):
                here = chunks == chunk
                self.rows[here] = file[f"q{chunk + 1}"][rows[here]]
            self.rows = self.rows * self.arrays["scale"][chunks, None] + self.arrays["lo"][chunks, None]
        self.pieces = [np.searchsorted(used, row).tolist() for row in self.pieces]
        self.before = SentenceNet(self.arrays, self.rows, self.pieces).encode(range(len(self.texts)), published=True)


def teacher(known: Known, adapters: Path, fold: str) -> tuple[Any, Any]:
    """The English texts' vectors by the adapters of that fold, and which texts are English."""
    english = np.array([not _JAPANESE.search(text) for text in known.texts])
    model = Parts(ASSETS).meaning()
    if model is None:
        raise SystemExit("the optional English vectors are not installed")
    model = model.adapted(Adapters(learnt_arrays(adapters / f"{fold}.safetensors")[0]))
    rows = np.zeros((len(english), model.width), np.float32)
    order = sorted(np.flatnonzero(english), key=lambda n: len(known.texts[n]))
    for start in range(0, len(order), 128):
        part = order[start : start + 128]
        rows[part] = model.encode([known.texts[n] for n in part])
    return rows, english


def learnt(moments: dict[tuple[str, str], list[Any]], known: Known, taught_by: tuple[Any, Any]) -> dict[str, Any]:
    """Arrays by name: half by the vectors, half by what the lens makes of them, the teacher, and a pull to what was."""
    torch.manual_seed(0)
    torch.set_num_threads(1)
    net = SentenceNet(known.arrays, known.rows, known.pieces)
    batches = Batches(moments, known, TOKENS, NOISY)
    adam = torch.optim.Adam(net.parameters(), lr=RATE, betas=(0.9, 0.98))
    mean = np.zeros(4)
    for number in range(1, STEPS + 1):
        for group in adam.param_groups:
            group["lr"] = RATE * min(1, number / 10) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * number / STEPS)))
        texts, cases = batches()
        rows, scale = net(texts), net.scale.exp()
        plain, through = (choice(each, cases, scale, net.none) for each in (rows, net.seen(rows)))
        away = 1 - (rows * torch.tensor(known.before[texts])).sum(1).mean()
        loss, told = (plain + through) / 2 + PULL * away, torch.zeros(())
        english = [at for at, text in enumerate(texts) if taught_by[1][text]]
        if len(english) > _FEWEST:
            there = functional.normalize(torch.tensor(taught_by[0][[texts[at] for at in english]]), dim=-1)
            told = taught(rows[english], there, net.taught.exp(), SHARPNESS)
            loss = loss + TAUGHT * told
        adam.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        adam.step()
        mean = 0.95 * mean + 0.05 * np.array([each.item() for each in (plain, through, away, told)])
        if number % 50 == 0:
            print(number, "loss, through the lens, moved, taught", (mean / (1 - 0.95**number)).round(3), flush=True)
    return net.arrays()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--adapters", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--only", default="")
    chosen = options.parse_args()
    folder = sentence_folder()
    if folder is None:
        raise SystemExit("the optional sentence vectors are not installed")
    known = Known(folder)
    moments = gather(chosen.data, known, lambda phrase: phrase.clean)
    known.settle()
    chosen.out.mkdir(parents=True, exist_ok=True)
    for fold in [chosen.only] if chosen.only else ["X", "Y", "Z", "full"]:
        print("without", fold, flush=True)
        kept = {key: cases for key, cases in moments.items() if encoder_of(key[0]) != fold}
        write(chosen.out / f"{fold}.safetensors", learnt(kept, known, teacher(known, chosen.adapters, fold)))


if __name__ == "__main__":
    main()
