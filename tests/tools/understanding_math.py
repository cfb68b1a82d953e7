"""Fitting the two things understanding learns: the lens over meaning vectors and the conditional logit (numpy only)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from trainer.understanding.decision import Decider, Lens, Scale, Utility


class Adam:
    """Kingma & Ba 2014, with a cosine from the full step to nothing."""

    def __init__(self, values: dict[str, Any], rate: float, steps: int) -> None:
        self.values, self._rate, self._steps, self._t = values, rate, steps, 0
        self._m = {key: np.zeros_like(value) for key, value in values.items()}
        self._v = {key: np.zeros_like(value) for key, value in values.items()}

    def step(self, gradient: dict[str, Any]) -> None:
        self._t += 1
        rate = self._rate * 0.5 * (1 + np.cos(np.pi * self._t / self._steps))
        for key, slope in gradient.items():
            self._m[key] = 0.9 * self._m[key] + 0.1 * slope
            self._v[key] = 0.98 * self._v[key] + 0.02 * slope**2
            change = (self._m[key] / (1 - 0.9**self._t)) / (np.sqrt(self._v[key] / (1 - 0.98**self._t)) + 1e-9)
            self.values[key] = self.values[key] - rate * change


class Rows:
    """Cases as flat arrays: (table, none, place of the meant reply or -1, weight) each."""

    def __init__(self, cases: Sequence[tuple[Any, Any, int, float]]) -> None:
        self.table = np.concatenate([case[0] for case in cases])
        self.none = np.stack([case[1] for case in cases])
        counts = [len(case[0]) for case in cases]
        self.case = np.repeat(np.arange(len(cases)), counts)
        self.start = np.concatenate([[0], np.cumsum(counts)[:-1]])
        self.weight = np.array([case[3] for case in cases], np.float32)
        meant = np.array([case[2] for case in cases])
        self.target = np.zeros(len(self.table), np.float32)
        self.target[(self.start + meant)[meant >= 0]] = 1.0
        self.none_target = (meant < 0).astype(np.float32)


def fit_decider(
    cases: Sequence[tuple[Any, Any, int, float]], units: int = 8, fits: int = 2, steps: int = 220, seed: int = 0
) -> Decider:
    """An average of several small nets on all cases, each begun from other random numbers."""
    rows = Rows(cases)
    replies = Scale(rows.table.mean(axis=0), rows.table.std(axis=0) + 1e-3)
    none = Scale(rows.none.mean(axis=0), rows.none.std(axis=0) + 1e-3)
    x, z = replies(rows.table).astype(np.float32), none(rows.none).astype(np.float32)
    return Decider(replies, none, tuple(_fit(rows, x, z, units, steps, seed + n) for n in range(fits)))


def _fit(rows: Rows, x: Any, z: Any, units: int, steps: int, seed: int) -> tuple[Utility, Utility]:
    rng = np.random.default_rng(seed)
    f, g = x.shape[1], z.shape[1]
    p = {"a": np.zeros(f), "c": np.zeros(g), "c0": np.zeros(1), "b": np.zeros(units), "d": np.zeros(units)}
    p |= {"W": rng.normal(0, 0.3 / np.sqrt(f), (f, units)), "U": rng.normal(0, 0.3 / np.sqrt(g), (g, units))}
    p |= {"v": rng.normal(0, 0.1, units), "e": rng.normal(0, 0.1, units)}
    adam = Adam({key: value.astype(np.float32) for key, value in p.items()}, 0.03, steps)
    for _ in range(steps):
        adam.step(_slope(rows, x, z, adam.values))
    q = adam.values
    return Utility(q["a"], 0.0, q["W"], q["b"], q["v"]), Utility(q["c"], float(q["c0"][0]), q["U"], q["d"], q["e"])


def _slope(rows: Rows, x: Any, z: Any, p: dict[str, Any], flat: float = 1e-3, round_: float = 4e-3) -> dict[str, Any]:
    hidden, none_hidden = np.tanh(x @ p["W"] + p["b"]), np.tanh(z @ p["U"] + p["d"])
    score = x @ p["a"] + hidden @ p["v"]
    none = z @ p["c"] + p["c0"][0] + none_hidden @ p["e"]
    top = np.maximum(np.maximum.reduceat(score, rows.start), none)
    share, none_share = np.exp(score - top[rows.case]), np.exp(none - top)
    total = np.add.reduceat(share, rows.start) + none_share
    scale = rows.weight / rows.weight.sum()
    df = (share / total[rows.case] - rows.target) * scale[rows.case]
    dg = (none_share / total - rows.none_target) * scale
    dh, dk = df[:, None] * p["v"] * (1 - hidden**2), dg[:, None] * p["e"] * (1 - none_hidden**2)
    return {
        "a": x.T @ df + flat * p["a"],
        "c": z.T @ dg + flat * p["c"],
        "c0": np.array([dg.sum()]),
        "W": x.T @ dh + round_ * p["W"],
        "b": dh.sum(axis=0),
        "v": hidden.T @ df + round_ * p["v"],
        "U": z.T @ dk + round_ * p["U"],
        "d": dk.sum(axis=0),
        "e": none_hidden.T @ dg + round_ * p["e"],
    }


def fit_lens(
    cases: Sequence[tuple[Any, Sequence[Any], int, float]], rank: int = 32, steps: int = 100, batch: int = 400
) -> Lens:
    """Cases are (vector, one matrix of example vectors a reply, place of the meant reply or -1, weight).

    Softmax over replies and "none" of temperature 1/12 on the softest maximum of each reply's examples.
    """
    rng = np.random.default_rng(0)
    width = len(cases[0][0])
    start = {"A": rng.normal(0, 0.05, (width, rank)), "B": rng.normal(0, 0.005, (rank, width)), "none": np.array([6.6])}
    adam = Adam(start, 2e-3, steps)
    weights = np.array([case[3] for case in cases])
    for _ in range(steps):
        chosen = rng.choice(len(cases), min(batch, len(cases)), replace=False)
        slope = {key: np.zeros_like(value) for key, value in adam.values.items()}
        scale = weights[chosen].sum()
        rows = [_lens_case(cases[n], adam.values, rng, weights[n] / scale, slope) for n in chosen]
        raw, seen = np.concatenate([row[0] for row in rows]), np.concatenate([row[1] for row in rows])
        slope["A"] = raw.T @ (seen @ adam.values["B"].T) + 1e-4 * adam.values["A"]
        slope["B"] = (raw @ adam.values["A"]).T @ seen + 1e-4 * adam.values["B"]
        adam.step(slope)
    return Lens(adam.values["A"].astype(np.float32), adam.values["B"].astype(np.float32))


def _lens_case(case: Any, p: dict[str, Any], rng: Any, weight: float, slope: dict[str, Any]) -> tuple[Any, Any]:
    """Raw vectors of one case and the slope of the loss at their images."""
    vector, replies, meant, _ = case
    raw = np.concatenate([vector[None, :], *replies]).astype(np.float64)
    image = raw + (raw @ p["A"]) @ p["B"]
    kept = rng.random(len(raw) - 1) > 0.1
    scores = 12.0 * (image[1:] @ image[0]) - 5.0 * ~kept
    ends = np.cumsum([len(reply) for reply in replies])
    starts = np.concatenate([[0], ends[:-1]])
    owner = np.repeat(np.arange(len(replies)), [len(reply) for reply in replies])
    top = np.maximum.reduceat(scores, starts)
    soft = np.exp(scores - top[owner])
    sums = np.add.reduceat(soft, starts)
    utility = np.append(top + np.log(sums), p["none"][0])
    share = np.exp(utility - utility.max())
    share /= share.sum()
    share[meant if meant >= 0 else -1] -= 1.0
    slope["none"] += weight * share[-1]
    pull = 12.0 * weight * share[:-1][owner] * soft / sums[owner]
    back = np.zeros_like(raw)
    back[0] = pull @ image[1:]
    back[1:] = pull[:, None] * image[0]
    return raw, back
