"""Figures for understanding: right, asked, wrong among answers, off-script refused, coverage at 5 % wrong, pairs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Answer = tuple[dict[str, Any], str | None, float]
"""A case, the engine's favourite, and its probability."""


def coverage(answers: Sequence[Answer], wrong_at_most: float) -> float:
    """Share of in-script cases answered rightly while at most that share of the answers given is wrong."""
    inside = sum(case["expected"] is not None for case, _, _ in answers)
    order = sorted(answers, key=lambda answer: -answer[2])
    right = wrong = best = 0
    for place, (case, reply, share) in enumerate(order):
        right, wrong = right + (reply == case["expected"]), wrong + (reply != case["expected"])
        last = place + 1 == len(order) or order[place + 1][2] < share
        if last and wrong <= wrong_at_most * (right + wrong):
            best = max(best, right)
    return best / inside if inside else 0.0


def figures(answers: Sequence[Answer], sure: float) -> dict[str, float]:
    """Shares in percent; `pairs` both right and `pairs_wrong` any wrong where the cases come in pairs."""
    inside = [answer for answer in answers if answer[0]["expected"] is not None]
    outside = [answer for answer in answers if answer[0]["expected"] is None]
    given = [answer for answer in answers if answer[2] >= sure]
    wrong = sum(reply != case["expected"] for case, reply, _ in given)
    found = {
        "n": float(len(answers)),
        "forced": _share(sum(reply == case["expected"] for case, reply, _ in inside), len(inside)),
        "right": _share(sum(r == c["expected"] and p >= sure for c, r, p in inside), len(inside)),
        "wrong/answers": _share(wrong, len(given)),
        "off refused": _share(sum(p < sure for _, _, p in outside), len(outside)),
        "cov@5": 100 * coverage(answers, 0.05),
        "cov@2": 100 * coverage(answers, 0.02),
    }
    pairs: dict[str, list[Answer]] = {}
    for answer in answers:
        if "pair" in answer[0]:
            pairs.setdefault(answer[0]["step"] + answer[0]["pair"], []).append(answer)
    if pairs:
        right = sum(all((r if p >= sure else None) == c["expected"] for c, r, p in two) for two in pairs.values())
        any_wrong = sum(any(p >= sure and r != c["expected"] for c, r, p in two) for two in pairs.values())
        found |= {"pairs": _share(right, len(pairs)), "pairs wrong": _share(any_wrong, len(pairs))}
    return found


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else float("nan")


def line_of(name: str, answers: Sequence[Answer], sure: float) -> str:
    """One line of text with all figures."""
    values = "  ".join(f"{key} {value:.1f}" for key, value in figures(answers, sure).items() if value == value)
    return f"{name:22} {values}"
