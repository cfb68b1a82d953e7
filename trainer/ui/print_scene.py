"""The reading copy and the voice script of a scene as blocks for `paper`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtGui import QFont

from trainer.packs.reading_copy import Row, VoiceLine, reading_copy, voice_script
from trainer.script import Scene
from trainer.ui.paper import Block, Furigana, Readings, Run, pdf_of_blocks

Words = Callable[[str], str]


def reading_copy_pdf(scene: Scene, font: QFont, furigana: Furigana | None = None) -> bytes:
    """Everything of a scene in the order of its sheet, for a second reader with a pencil."""
    words: Words = Readings(furigana).with_readings if furigana is not None else str
    colon = "：" if scene.language == "ja" else ": "
    return pdf_of_blocks(scene.title, [_block(row, colon, words) for row in _joined(reading_copy(scene))], font)


def voice_script_pdf(scene: Scene, font: QFont, furigana: Furigana | None = None) -> bytes:
    """Every line somebody says, numbered, for whoever reads them aloud."""
    words: Words = Readings(furigana).with_readings if furigana is not None else str
    blocks = [Block((Run(scene.title, bold=True, scale=1.5),))]
    for number, line in enumerate(voice_script(scene), start=1):
        blocks.append(_spoken(number, line, words))
    return pdf_of_blocks(scene.title, blocks, font)


def _spoken(number: int, line: VoiceLine, words: Words) -> Block:
    notes = [note for note in (line.tone, line.when) if note]
    runs = [Run(f"{number}  ", quiet=True), Run(f"{line.who}  ", bold=True), Run(words(line.text))]
    if notes:
        runs.append(Run(f"  ({', '.join(notes)})", quiet=True, scale=0.9))
    return Block((*runs, Run(f"   {line.address}", quiet=True, scale=0.75)), above=0.35)


def _joined(rows: Iterable[Row]) -> Iterator[Row]:
    """The same rows with examples that follow one another on one line: paper is short."""
    waiting: Row | None = None
    for row in rows:
        if waiting is not None and row.kind == "example":
            waiting = replace(waiting, text=f"{waiting.text}  ・ {row.text}")
            continue
        if waiting is not None:
            yield waiting
        waiting = row if row.kind == "example" else None
        if waiting is None:
            yield row
    if waiting is not None:
        yield waiting


def _block(row: Row, colon: str, words: Words) -> Block:
    note: Sequence[Run] = (Run(f"  ({row.note})", quiet=True, scale=0.9),) if row.note else ()
    indent = 1.4 * row.depth
    match row.kind:
        case "title":
            return Block((Run(words(row.text), bold=True, scale=1.6), *note))
        case "about":
            return Block((Run(words(row.text)),), above=0.4)
        case "moment" | "after":
            return Block((Run(row.text, bold=True, scale=1.15), *note), above=0.7, shaded=True, keep=True)
        case "say":
            return Block((Run(f"{row.who}{colon}", bold=True), Run(words(row.text)), *note), indent + 0.6, 0.2)
        case "or":
            return Block((Run("／ ", quiet=True), Run(words(row.text)), *note), indent + 1.6)
        case "cue":
            return Block((Run(f"〔{words(row.text)}〕", quiet=True), *note), indent + 0.6, 0.1)
        case "reply":
            return Block((Run("▷ ", bold=True), Run(words(row.text), bold=True), *note), indent + 0.6, 0.3)
        case "example":
            return Block((Run("・ ", quiet=True), Run(words(row.text)), *note), indent + 0.8)
        case "step":
            return Block((Run(row.text, quiet=True, scale=0.9), *note), indent + 0.8)
        case "block":
            return Block((Run(row.text, quiet=True, bold=True, scale=0.95), *note), indent + 0.6, 0.2, keep=True)
        case _:
            who = (Run(f"{row.who}{colon}", quiet=True),) if row.who else ()
            return Block((*who, Run(words(row.text)), *note), indent + 0.6, 0.05)
