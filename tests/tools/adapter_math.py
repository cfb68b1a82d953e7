"""The upper layers of the English vectors with adapters of low rank, forward and backward (numpy only).

LoRA: Hu et al. 2021, arXiv 2106.09685. All texts lie end to end without padding; only attention looks at each by
itself. The slopes were compared with differences of the loss (64-bit, 12 texts, each kind of number: equal to four
digits).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

WIDTH, INNER, HEADS = 384, 1536, 12
SHAPES = ((WIDTH, WIDTH),) * 4 + ((WIDTH, INNER), (INNER, WIDTH))
"""(inputs, outputs) of query, key, value, what attention gives, and the two products between."""
_IN, _CUBE = math.sqrt(2 / math.pi), math.sqrt(2 / math.pi) * 0.044715
_SMOOTH = 0.02
"""Share of the probability that is spread evenly, so that one wrong label pulls no more than it ought to."""


class Plan(NamedTuple):
    """Where the tokens of a batch stand: lengths of the texts, first tokens, places in texts x longest, a mask."""

    lengths: Any
    starts: Any
    places: Any
    longest: int
    mask: Any

    @classmethod
    def of(cls, lengths: Sequence[int], kind: Any = np.float32) -> Plan:
        sizes = np.asarray(lengths)
        longest, starts = int(sizes.max()), np.concatenate([[0], np.cumsum(sizes)[:-1]])
        places = np.repeat(np.arange(len(sizes)) * longest - starts, sizes) + np.arange(sizes.sum())
        mask = np.where(np.arange(longest) < sizes[:, None], 0, -1e9).astype(kind)[:, None, None, :]
        return cls(sizes, starts, places, longest, mask)

    def apart(self, x: Any) -> Any:
        """(texts, heads, longest, width of a head) from (tokens, width)."""
        room = np.zeros((len(self.lengths) * self.longest, WIDTH), x.dtype)
        room[self.places] = x
        return room.reshape(-1, self.longest, HEADS, WIDTH // HEADS).transpose(0, 2, 1, 3)

    def together(self, x: Any) -> Any:
        """(tokens, width) from what `apart` gives."""
        return x.transpose(0, 2, 1, 3).reshape(-1, WIDTH)[self.places]


def layer_arrays(arrays: Sequence[Any]) -> list[tuple[Any, Any]]:
    """(weights as inputs x outputs, bias) of the six products and (scale, offset) of the two norms, from a layer as
    `trainer.lexicon.minilm` has it.
    """
    pairs = [(arrays[n], arrays[n + 1]) for n in range(0, len(arrays), 2)]
    query, key, value, given, norm, between, out, norm_two = pairs
    return [(weight.T, bias) for weight, bias in (query, key, value, given, between, out)] + [norm, norm_two]


def _product(x: Any, known: Any, pair: Any) -> tuple[Any, Any]:
    y = x @ known[0]
    y += known[1]
    small = x @ pair[0]
    y += small @ pair[1]
    return y, small


def _product_back(dy: Any, x: Any, small: Any, known: Any, pair: Any, further: bool = True) -> tuple[Any, Any]:
    """Slope at the input (None unless wanted), and at the two halves of the adapter."""
    narrow = dy @ pair[1].T
    slopes = (x.T @ narrow, small.T @ dy)
    return (dy @ known[0].T + narrow @ pair[0].T if further else None), slopes


def norm(x: Any, known: Any) -> tuple[Any, Any]:
    x = x - x.mean(axis=1, keepdims=True)
    share = 1 / np.sqrt((x * x).mean(axis=1, keepdims=True) + 1e-12)
    even = x * share
    return even * known[0] + known[1], (even, share)


def _norm_back(dy: Any, kept: Any, known: Any) -> Any:
    even, share = kept
    d = dy * known[0]
    return share * (d - d.mean(axis=1, keepdims=True) - even * (d * even).mean(axis=1, keepdims=True))


def layer(x: Any, known: Any, pairs: Any, plan: Plan) -> tuple[Any, Any]:
    """One layer, and what its way back needs."""
    one = x.dtype.type
    (query, tq), (key, tk), (value, tv) = (_product(x, known[n], pairs[n]) for n in range(3))
    q, k, v = plan.apart(query), plan.apart(key), plan.apart(value)
    share = q @ k.transpose(0, 1, 3, 2) * one(1 / math.sqrt(WIDTH // HEADS)) + plan.mask
    share = np.exp(share - share.max(axis=-1, keepdims=True))
    share /= share.sum(axis=-1, keepdims=True)
    mixed = plan.together(share @ v)
    attended, to = _product(mixed, known[3], pairs[3])
    y, first = norm(attended + x, known[6])
    inner, ti = _product(y, known[4], pairs[4])
    bent = np.tanh(inner * (one(_IN) + one(_CUBE) * inner * inner))
    active = inner * one(0.5) * (1 + bent)
    out, td = _product(active, known[5], pairs[5])
    z, second = norm(out + y, known[7])
    return z, (x, (tq, tk, tv, to, ti, td), (q, k, v, share), mixed, first, y, inner, bent, active, second)


def layer_back(dz: Any, kept: Any, known: Any, pairs: Any, plan: Plan, further: bool) -> tuple[Any, list[Any]]:
    """Slope at the layer's input (None unless wanted), and at its adapters."""
    x, small, (q, k, v, share), mixed, first, y, inner, bent, active, second = kept
    one = x.dtype.type
    slopes: list[Any] = [None] * len(SHAPES)
    dz = _norm_back(dz, second, known[7])
    d, slopes[5] = _product_back(dz, active, small[5], known[5], pairs[5])
    d *= one(0.5) * (1 + bent) + one(0.5) * inner * (1 - bent * bent) * (one(_IN) + one(3 * _CUBE) * inner * inner)
    dy, slopes[4] = _product_back(d, y, small[4], known[4], pairs[4])
    dy = _norm_back(dy + dz, first, known[6])
    d, slopes[3] = _product_back(dy, mixed, small[3], known[3], pairs[3])
    d = plan.apart(d)
    dv, ds = share.transpose(0, 1, 3, 2) @ d, d @ v.transpose(0, 1, 3, 2)
    ds = share * (ds - (ds * share).sum(axis=-1, keepdims=True)) * one(1 / math.sqrt(WIDTH // HEADS))
    dx = dy if further else None
    for n, part in enumerate((ds @ k, ds.transpose(0, 1, 3, 2) @ q, dv)):
        d, slopes[n] = _product_back(plan.together(part), x, small[n], known[n], pairs[n], further)
        dx = dx + d if further else None
    return dx, slopes


def unit(x: Any) -> tuple[Any, Any]:
    """Rows of length 1, and what they were multiplied by."""
    share = 1 / np.sqrt((x * x).sum(axis=1, keepdims=True) + 1e-12)
    return x * share, share


def unit_back(d: Any, rows: Any, share: Any) -> Any:
    return share * (d - rows * (d * rows).sum(axis=1, keepdims=True))


def vectors(x: Any, layers: Any, adapters: Any, plan: Plan) -> tuple[Any, Any]:
    """Sentence vectors from the tokens' state below these layers, and what the way back needs."""
    kept = []
    for known, pairs in zip(layers, adapters, strict=True):
        x, each = layer(x, known, pairs, plan)
        kept.append(each)
    rows, share = unit(np.add.reduceat(x, plan.starts, axis=0) / plan.lengths[:, None].astype(x.dtype))
    return rows, (kept, rows, share)


def vectors_back(d: Any, kept: Any, layers: Any, adapters: Any, plan: Plan) -> list[Any]:
    """Slopes at the adapters of every layer."""
    each, rows, share = kept
    d = unit_back(d, rows, share) / plan.lengths[:, None].astype(rows.dtype)
    dx, slopes = np.repeat(d, plan.lengths, axis=0), [None] * len(layers)
    for n in reversed(range(len(layers))):
        dx, slopes[n] = layer_back(dx, each[n], layers[n], adapters[n], plan, n > 0)
    return slopes


def choice(rows: Any, cases: Sequence[Any], scale: float, none: float) -> tuple[float, Any, float, float]:
    """Cross entropy of a softmax over replies and "none", a reply being as probable as the softest maximum of its
    examples; slopes at the rows, at the logarithm of the scale and at "none".

    A case is (row said, rows of the examples, their replies in order, the reply meant or -1, weight).
    """
    alike = rows @ rows.T
    at_alike = np.zeros_like(alike)
    loss = at_scale = at_none = 0.0
    whole = sum(case[4] for case in cases)
    for said, examples, owner, meant, weight in cases:
        scores = scale * alike[said, examples]
        top = np.full(owner[-1] + 1, -1e9)
        np.maximum.at(top, owner, scores)
        soft = np.exp(scores - top[owner])
        sums = np.bincount(owner, soft, minlength=len(top))
        utility = np.append(top + np.log(np.maximum(sums, 1e-30)), none)
        share = np.exp(utility - utility.max())
        share /= share.sum()
        place = meant if meant >= 0 else len(top)
        kept = (1 - _SMOOTH) * share[place] + _SMOOTH / 4
        loss -= weight * math.log(kept)
        slope = share.copy()
        slope[place] -= 1
        slope *= (1 - _SMOOTH) * share[place] / kept * weight / whole
        at_score = slope[:-1][owner] * soft / sums[owner]
        np.add.at(at_alike[said], examples, scale * at_score)
        at_scale += float((at_score * scores).sum())
        at_none += float(slope[-1])
    return loss / whole, (at_alike + at_alike.T) @ rows, at_scale, at_none


def loss_and_slopes(x: Any, layers: Any, p: Any, plan: Plan, before: Any, cases: Any, pull: float) -> tuple[Any, Any]:
    """Half by the vectors, half by what the lens makes of them, and a pull to what they were `before`."""
    rows, kept = vectors(x, layers, p["adapters"], plan)
    scale = math.exp(p["scale"])
    plain, d, s, none = choice(rows, cases, scale, p["none"])
    seen, share = unit(rows + (rows @ p["narrow"]) @ p["wide"])
    through, dy, s_two, none_two = choice(seen, cases, scale, p["none"])
    dy = unit_back(dy / 2, seen, share)
    inner = dy @ p["wide"].T
    away = float((1 - (rows * before).sum(axis=1)).mean())
    slopes = {"scale": (s + s_two) / 2, "none": (none + none_two) / 2}
    slopes |= {"wide": (rows @ p["narrow"]).T @ dy, "narrow": rows.T @ inner}
    d = d / 2 + dy + inner @ p["narrow"].T - pull * before / len(before)
    slopes["adapters"] = vectors_back(d.astype(rows.dtype), kept, layers, p["adapters"], plan)
    return (plain, through, away), slopes
