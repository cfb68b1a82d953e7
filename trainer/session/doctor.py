"""What works on this computer, as plain findings; whether a conversation can be held; "copy for help"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

Standing = Literal["ready", "limited", "absent"]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at. `advice` says what to do when it is not ready; `facts` are for --json."""

    name: str
    standing: Standing
    detail: str = ""
    advice: str = ""
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """All checks together."""

    checks: tuple[Check, ...]
    ways: tuple[str, ...]

    @property
    def can_talk(self) -> bool:
        """True when a conversation can be held by some way of answering."""
        return bool(self.ways)


def report(checks: Iterable[Check], scenes: int, voice: bool, ears: bool) -> Report:
    """Which ways of answering work: choosing and typing need only a scene; watching too; the rest need ears."""
    ways: list[str] = ["listen", "choose", "type"] if scenes else []
    if scenes and ears:
        ways += ["read", "speak"]
    if scenes and not voice:
        ways = [way for way in ways if way != "listen"] + ["listen (captions only)"]
    return Report(tuple(checks), tuple(ways))


def as_text(given: Report) -> str:
    """The report for people: one line a check, and what to do."""
    signs = {"ready": "ok ", "limited": " ~ ", "absent": " - "}
    lines = []
    for check in given.checks:
        lines.append(f"[{signs[check.standing]}] {check.name}: {check.detail}".rstrip(": "))
        if check.advice and check.standing != "ready":
            lines.append(f"       {check.advice}")
    lines.append("")
    if given.can_talk:
        lines.append("A conversation can be held here: " + ", ".join(given.ways) + ".")
    else:
        lines.append("No conversation can be held here yet: there is no scene to practise.")
    return "\n".join(lines)


def as_data(given: Report) -> dict[str, object]:
    """The report for programs."""
    return {
        "can_talk": given.can_talk,
        "ways": list(given.ways),
        "checks": [
            {
                "name": check.name,
                "standing": check.standing,
                "detail": check.detail,
                "advice": check.advice,
                **check.facts,
            }
            for check in given.checks
        ],
    }


def without_people(text: str, private: Sequence[str]) -> str:
    """The same text with private pieces (the home folder, the user's name) replaced, for "copy for help"."""
    for piece in sorted((piece for piece in private if len(piece) > 1), key=len, reverse=True):
        text = text.replace(piece, "~")
    return text
