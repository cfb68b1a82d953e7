"""A scene's texts for translators, as PO or as a table, and back into the translation's sheet.

An entry is a pair of `sides`: its address as context, wordings and examples one a line. Coming back, an entry is taken
only when its source words are those that stand in the sheet now; what no longer fits is named, never guessed.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trainer.editor.model.document import Edit, SheetDocument
from trainer.editor.model.live import Look
from trainer.editor.model.sides import Pair, pairs
from trainer.editor.model.sides_writing import write
from trainer.packs.po import Entry, read_po, write_po
from trainer.packs.stale import Status

COLUMNS = ("address", "kind", "speaker", "source", "translation", "state")
_NOTES = {
    "say": "<speaker> says this. Each line is another way to say it; write as many as are natural.",
    "examples": "Words the trainee may use. Write anew what people would say, one a line, in any number.",
    "slot": "Keep each word before the = sign; behind it write the word that is said, then others after commas.",
    "cue": "Seen or heard, not said.",
    "reply": "The name of an answer, as the trainee reads it.",
    "moment": "The name of a part, for authors.",
    "hint": "A hint. Words in quotation marks must be understood as an answer.",
    "after": "Keep the words in brackets at the end.",
}


@dataclass(frozen=True, slots=True)
class Brought:
    """What came back: edits for the translation, how many texts changed, blocks that were looked at, what did not fit.

    `outdated` are addresses whose source words have changed since; `unknown` those that are not in the scene.
    """

    edits: tuple[Edit, ...]
    changed: int
    blocks: tuple[str, ...]
    outdated: tuple[str, ...]
    unknown: tuple[str, ...]


def address(pair: Pair) -> str:
    """Where a pair belongs, in words: `bag / > no bag / examples`, `goal greet`."""
    if not pair.moment:
        number = str(pair.number + 1) if pair.kind in ("after", "closing", "warning") else ""
        return " ".join(part for part in (pair.kind, pair.name if pair.name != pair.kind else "", number) if part)
    last = pair.kind if pair.kind in ("moment", "reply", "examples") else f"{pair.kind} {pair.number}"
    return " / ".join(part for part in (pair.moment, pair.part, last) if part)


def entries(found: Iterable[Pair], file: str = "") -> tuple[Entry, ...]:
    """The texts of a scene in the order of its sheet."""
    return tuple(
        Entry(
            address(pair),
            "\n".join(pair.source),
            "\n".join(pair.target),
            tuple(_NOTES[kind].replace("<speaker>", pair.speaker) for kind in (pair.kind,) if kind in _NOTES),
            f"{file}:{pair.source_rows[0] + 1}" if pair.source_rows else "",
            pair.state == "look-again",
        )
        for pair in found
        if pair.source
    )


def as_po(source: Look, translation: Look, language: str, status: Status | None = None) -> str:
    """The PO file of a scene; without any translation yet, `translation` is a look at an empty sheet."""
    title = source.scene.title if source.scene else ""
    return write_po(entries(_pairs(source, translation, status), source.file), language, title)


def as_csv(source: Look, translation: Look, status: Status | None = None) -> str:
    """The table of a scene, with a byte order mark so that spreadsheet programs read it as UTF-8."""
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for pair in _pairs(source, translation, status):
        if pair.source:
            cells = (address(pair), pair.kind, pair.speaker, "\n".join(pair.source), "\n".join(pair.target), pair.state)
            table.writerow([_cell(cell) for cell in cells])
    return "\ufeff" + out.getvalue()


def _cell(text: str) -> str:
    """A cell that no spreadsheet program takes for a formula."""
    return "'" + text if text[:1] in ("=", "+", "@") or (text[:1] == "-" and len(text) > 1) else text


def _pairs(source: Look, translation: Look, status: Status | None) -> tuple[Pair, ...]:
    scene = source.scene.id if source.scene else ""
    return pairs(source, translation, (status or {}).get(scene))


def read_texts(text: str) -> tuple[Entry, ...]:
    """The entries of a PO file or of a table written by `as_csv`."""
    plain = text.removeprefix("\ufeff")
    if plain.startswith(",".join(COLUMNS[:2])) or plain.startswith(";".join(COLUMNS[:2])):
        return tuple(_rows(plain))
    return read_po(plain)[0]


def _rows(text: str) -> Iterable[Entry]:
    delimiter = ";" if text.startswith(";".join(COLUMNS[:2])) else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    next(reader, None)
    for row in reader:
        if len(row) >= 5:
            where, _, _, source, target = (cell.removeprefix("'") for cell in row[:5])
            yield Entry(where, _lines(source), _lines(target), line=reader.line_num)


def _lines(cell: str) -> str:
    return "\n".join(cell.splitlines())


def bring(source: Look, translation: Look, document: SheetDocument, texts: Sequence[Entry]) -> Brought:
    """Put texts into the translation `document`, of which `translation` is a look; nothing else in it changes."""
    known = {address(pair): pair for pair in pairs(source, translation)}
    wanted: list[tuple[Pair, list[str]]] = []
    outdated, unknown, blocks = [], [], []
    for entry in texts:
        pair = known.get(entry.context)
        if pair is None:
            unknown.append(entry.context or entry.source)
        elif "\n".join(pair.source) != entry.source:
            outdated.append(entry.context)
        elif entry.target.strip():
            lines = [line for line in entry.target.splitlines() if line.strip()]
            if not entry.fuzzy:
                blocks.append(pair.block)
            if tuple(line.strip() for line in lines) != pair.target:
                wanted.append((pair, lines))
    # From below, so that rows above keep their numbers; what is new is placed by name, in the order of the source.
    there = [one for one in wanted if one[0].target_rows]
    there.sort(key=lambda one: one[0].target_rows[0], reverse=True)
    work = SheetDocument(document.text, document.file)
    edits: list[Edit] = []
    work.subscribe(edits.append)
    for pair, lines in [*there, *(one for one in wanted if not one[0].target_rows)]:
        work.apply(write(source, work, pair, lines))
    return Brought(tuple(edits), len(wanted), tuple(dict.fromkeys(blocks)), tuple(outdated), tuple(unknown))
