"""Which words of a translation may be out of date: fingerprints of the source words they were made from.

They stand in `translations/<language>/status.toml`, never in the words themselves: one table a scene, one row a block
(`"bag / hint 1" = "5f0c1e77ab12"`). Examples have none; they are written anew in every language.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Iterator, Mapping

from trainer.packs import marks
from trainer.packs.diagnostics import Findings
from trainer.packs.outline import BlockItem, MomentPart, Outline, SaidPart

STATUS = "status.toml"

Status = Mapping[str, Mapping[str, str]]
"""Scene id -> address of a block -> fingerprint of its source words."""


def blocks_of(part: Outline) -> Iterator[tuple[str, str, int]]:
    """Every block of a sheet that has words: (address, its words, its line)."""
    for key in ("scene", "about", "place", "expect", "facilitators"):
        line = part.head.get(key)
        if line and line.text:
            yield key, line.text, line.number
    for kind in ("person", "goal", "slot"):
        for line in part.all_of(kind):
            yield f"{kind} {marks.fold(line.name)}", line.text, line.number
    for number, line in enumerate([*part.all_of("after"), *part.closing, *part.warnings], start=1):
        yield f"{line.kind} {line.key} {number}".replace("  ", " "), line.text, line.number
    for line in part.all_of("step"):
        yield f"step {line.key}", line.text, line.number
    for moment in (*part.moments, *([part.anywhere] if part.anywhere else [])):
        yield from _of_moment(moment)


def _of_moment(moment: MomentPart) -> Iterator[tuple[str, str, int]]:
    name, at = marks.fold(moment.header.name), moment.header.number
    found = [(f"{name} / opening", _words(moment.opening), at)]
    for reply in moment.replies:
        words = f"{reply.header.name}\n{_words(reply.body)}"
        found.append((f"{name} / > {marks.fold(reply.header.name)}", words, reply.header.number))
    for event in moment.events:
        address = f"{name} / {event.header.key} {event.header.level}"
        found.append((address, _words(event.body), event.header.number))
    for level, line in moment.hints.items():
        found.append((f"{name} / hint {level}", line.text, line.number))
    return (block for block in found if block[1])


def _words(items: Iterable[BlockItem]) -> str:
    lines: list[str] = []
    for item in items:
        if isinstance(item, SaidPart):
            lines += [line.text for line in (item.line, *item.others)]
        elif item.kind == "cue":
            lines.append(item.text)
    return "\n".join(lines)


def fingerprints(part: Outline) -> dict[str, str]:
    """Address -> fingerprint of the words there (twelve hexadecimal digits of SHA-256)."""
    return {address: fingerprint(words) for address, words, _ in blocks_of(part)}


def fingerprint(words: str) -> str:
    """The fingerprint of some words; spaces at the ends do not count."""
    return hashlib.sha256(words.strip().encode("utf-8", "surrogatepass")).hexdigest()[:12]


def read_status(text: str) -> Status:
    """The tables of a status file; what cannot be read is left out, for it only says "look again" less often."""
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError):
        return {}
    return {
        scene: {address: mark for address, mark in rows.items() if isinstance(mark, str)}
        for scene, rows in data.items()
        if isinstance(rows, dict)
    }


def write_status(status: Status) -> str:
    """The status file again, scenes and addresses in order."""
    lines: list[str] = []
    for scene, rows in sorted(status.items()):
        lines.append(f"[{_quoted(scene)}]")
        lines += [f"{_quoted(address)} = {_quoted(mark)}" for address, mark in sorted(rows.items())]
        lines.append("")
    return "\n".join(lines)


def _quoted(text: str) -> str:
    shown = "".join(
        c if c.isprintable() else f"\\u{ord(c):04x}" for c in text.replace("\\", "\\\\").replace('"', '\\"')
    )
    return f'"{shown}"'


def check_stale(status: Status, scene: str, source: Outline, translation: Outline, findings: Findings) -> None:
    """Blocks whose source words are not the ones they were translated from, at the translation's own lines."""
    known = status.get(scene, {})
    lines = {address: line for address, _, line in blocks_of(translation)}
    for address, mark in fingerprints(source).items():
        if address in known and known[address] != mark:
            findings.add("translation-stale", lines.get(address, 1), what=address)
