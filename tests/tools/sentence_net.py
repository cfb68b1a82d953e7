"""The sentence vectors of `trainer.lexicon.universal` as a network that learns adapters (LoRA); needs torch.

LoRA: Hu et al. 2021, arXiv 2106.09685. The published arrays stay as they are.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import torch
from torch.nn import functional

from trainer.lexicon.universal import ORDERS, WIDTH

RANK, LENS_RANK = 16, 32
_SMOOTH = 0.02
"""Share of the probability that is spread evenly, so that one wrong label pulls no more than it ought to."""
_HEAD = ("cnn_W", "d0", "d1", "p1", "d2", "p3", "d3")
_NEVER = -1e9


class SentenceNet(torch.nn.Module):
    """Vectors of texts given as numbers; `rows` are the pieces' vectors, `pieces` their numbers by text."""

    def __init__(self, arrays: Mapping[str, Any], rows: Any, pieces: Sequence[Sequence[int]]) -> None:
        super().__init__()
        self.known = {name: torch.tensor(np.asarray(array, np.float32)) for name, array in arrays.items()}
        self.rows, self.pieces, self.epsilon = torch.tensor(rows), pieces, float(arrays["eps"])
        shapes = {"tok": (WIDTH, WIDTH)}
        names = [f"{part}{order}" for order, _ in ORDERS for part in ("proj", "w1_", "w2_")]
        shapes |= {name: tuple(self.known[name].shape) for name in (*names, *_HEAD)}
        self.narrow, self.wide = (torch.nn.ParameterDict() for _ in range(2))
        for name, (inputs, outputs) in shapes.items():
            self.narrow[name] = torch.nn.Parameter(torch.randn(inputs, RANK) / math.sqrt(inputs))
            self.wide[name] = torch.nn.Parameter(torch.zeros(RANK, outputs))
        self.scale, self.none, self.taught = (
            torch.nn.Parameter(torch.tensor(start)) for start in (math.log(12.0), 6.0, math.log(15.0))
        )
        self.lens_narrow = torch.nn.Parameter(torch.randn(WIDTH, LENS_RANK) * 0.05)
        self.lens_wide = torch.nn.Parameter(torch.zeros(LENS_RANK, WIDTH))

    def forward(self, texts: Sequence[int], published: bool = False) -> Any:
        """One unit row a text; `published` leaves the adapters out."""
        sizes = [len(self.pieces[text]) for text in texts]
        longest = max(sizes)
        ids = torch.zeros(len(texts), longest, dtype=torch.long)
        for at, text in enumerate(texts):
            ids[at, : sizes[at]] = torch.tensor(self.pieces[text])
        there = (torch.arange(longest)[None] < torch.tensor(sizes)[:, None]).float()[..., None]
        x = self.rows[ids]
        if not published:
            x = x + (x @ self.narrow["tok"]) @ self.wide["tok"]
        seen = [x, *(self._convolved(x, order, left, there, published) for order, left in ORDERS)]
        every = torch.cat(seen, -1)
        w = self.known
        every = functional.layer_norm(every, every.shape[-1:], w["ln_g"], w["ln_b"], self.epsilon) * there
        share = there.sum(1)
        mean = (self._product(every.sum(1), "cnn_W", published) + share * w["cnn_b"]) / share.sqrt()
        first = torch.relu(self._product(mean, "d0", published))
        second = torch.relu(self._product(mean, "p1", published) + self._product(first, "d1", published))
        third = torch.relu(self._product(second, "d2", published))
        found = torch.tanh(self._product(second, "p3", published) + self._product(third, "d3", published))
        return functional.normalize(found, dim=-1)

    def seen(self, rows: Any) -> Any:
        """The same rows through the lens."""
        return functional.normalize(rows + (rows @ self.lens_narrow) @ self.lens_wide, dim=-1)

    def encode(self, texts: Sequence[int], published: bool = False) -> Any:
        """Rows as an array, texts of about one length together."""
        out = np.zeros((len(texts), WIDTH), np.float32)
        order = sorted(range(len(texts)), key=lambda n: len(self.pieces[texts[n]]))
        with torch.no_grad():
            for start in range(0, len(order), 128):
                part = order[start : start + 128]
                out[part] = self([texts[n] for n in part], published).numpy()
        return out

    def arrays(self) -> dict[str, Any]:
        """What was learnt, as `SentenceAdapters` reads it, and the lens."""
        found = {"lens.narrow": self.lens_narrow, "lens.wide": self.lens_wide}
        for name in self.narrow:
            found |= {f"{name}.narrow": self.narrow[name], f"{name}.wide": self.wide[name]}
        return {name: value.detach().numpy() for name, value in found.items()}

    def _product(self, x: Any, name: str, published: bool) -> Any:
        y = x @ self.known[name]
        return y if published else y + (x @ self.narrow[name]) @ self.wide[name]

    def _convolved(self, x: Any, order: int, left: int, there: Any, published: bool) -> Any:
        w = self.known
        y = self._product(x, f"proj{order}", published) + w[f"proj_b{order}"]
        y = functional.layer_norm(y, y.shape[-1:], w[f"ln_g{order}"], w[f"ln_b{order}"], self.epsilon) * there
        for number in (1, 2):
            room = functional.pad(y, (0, 0, left, order - 1 - left))
            wide = torch.cat([room[:, start : start + y.shape[1]] for start in range(order)], -1)
            name = f"{number}_{order}"
            y = (torch.relu(self._product(wide, f"w{name}", published) + w[f"b{name}"]) + y) * there
        return y


def choice(rows: Any, cases: Sequence[Any], scale: Any, none: Any) -> Any:
    """Cross entropy of a softmax over replies and "none", a reply being as probable as the softest maximum of its
    examples; cases as in `adapter_math.choice`.
    """
    replies = max(case[2][-1] + 1 for case in cases)
    most = max(int(np.bincount(case[2]).max()) for case in cases)
    places = np.zeros((len(cases), replies, most), int)
    there = np.zeros(places.shape, bool)
    for number, (_, examples, owners, _, _) in enumerate(cases):
        filled = [0] * replies
        for example, owner in zip(examples, owners, strict=True):
            places[number, owner, filled[owner]] = example
            there[number, owner, filled[owner]] = True
            filled[owner] += 1
    said = [case[0] for case in cases]
    alike = scale * torch.einsum("cd,crxd->crx", rows[said], rows[torch.tensor(places)])
    utility = torch.logsumexp(alike.masked_fill(~torch.tensor(there), _NEVER), -1)
    shares = torch.softmax(torch.cat([utility, none.expand(len(cases), 1)], 1), 1)
    meant = shares[range(len(cases)), [case[3] if case[3] >= 0 else replies for case in cases]]
    weights = torch.tensor([case[4] for case in cases])
    return -(weights * ((1 - _SMOOTH) * meant + _SMOOTH / 4).log()).sum() / weights.sum()


def taught(rows: Any, teacher: Any, scale: Any, sharpness: float) -> Any:
    """How far these rows' likeness among each other is from the teacher's: Kullback-Leibler divergence of softmaxes
    (distillation: Hinton, Vinyals & Dean 2015, arXiv 1503.02531; of likenesses: Passalis & Tefas 2018).
    """
    self_ = torch.eye(len(rows)) * -_NEVER
    target = torch.softmax(sharpness * teacher @ teacher.T - self_, -1)
    found = torch.log_softmax(scale * rows @ rows.T - self_, -1)
    return (target * ((target + 1e-9).log() - found)).sum(-1).mean()
