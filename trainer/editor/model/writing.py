"""Structured edits, for buttons and the guided form: each the smallest edit that does it, in the author's own style.

Every function reads the document as it is now and returns edits for `document.apply(edits, label)`; () when there is
nothing to do (no such moment, nothing to change). Nothing is renamed or taken out behind the author's back: arrows that
lead to a moment that was taken out stay, and are found by the checks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from trainer.editor.model.blocks import BlockKind, block
from trainer.editor.model.document import Edit, SheetDocument
from trainer.editor.model.shape import Structure, reply_end, structure
from trainer.packs import marks
from trainer.packs.lines import SheetLine
from trainer.packs.outline import MomentPart, ReplyPart, SaidPart

HEAD_ORDER: tuple[str, ...] = (
    "translation", "scene", "id", "language", "level", "about", "place", "setting", "minutes", "expect", "hardest",
    "person", "warning", "goal", "slot", "memory", "dial",
)  # fmt: skip
FOOT_ORDER: tuple[str, ...] = ("after", "small", "middle", "large", "closing", "facilitators")
NAMED = frozenset({"person", "goal", "slot", "memory", "dial"})
STEPS = frozenset({"small", "middle", "large"})

Edits = tuple[Edit, ...]


def name_trouble(document: SheetDocument, name: str) -> str:
    """Why a moment cannot be called that: "", "empty", "long", "sign" (= or brackets), "built-in" or "taken"."""
    plain = marks.strip(name)
    if not plain:
        return "empty"
    if len(plain) > 60:
        return "long"
    if any(sign in plain for sign in "=＝()（）\r\n"):
        return "sign"
    folded = marks.fold(plain)
    if folded in marks.DESTINATIONS or folded in marks.ANYWHERE_WORDS:
        return "built-in"
    return "taken" if structure(document).part.moment(plain) is not None else ""


# --- single lines ---------------------------------------------------------------------------------------------


def set_text(document: SheetDocument, row: int, text: str) -> Edits:
    """Other words on a line; its mark, speaker, tone, condition and the spaces at its end stay as they are."""
    shape = structure(document)
    line = _line_at(shape, row)
    if line is None:
        return ()
    content = document.content(row)
    start = line.text_column - 1 if line.text or line.kind not in ("unknown", "note") else line.column - 1
    end = start + len(line.text)
    if not line.text:
        content = content.rstrip(marks.SPACES)
        gap = " " if shape.style.language == "en" and content else ""
        return _changed(document, row, content + gap + _plain(text))
    return _changed(document, row, content[:start] + _plain(text) + content[end:])


def set_head(document: SheetDocument, key: str, value: str, name: str = "") -> Edits:
    """A value of the head or foot, such as `("level", "3")` or `("person", "Emi, calm", "BAKER")`.

    The line that says it is changed; without one, a line is put where that key usually stands.
    """
    shape = structure(document)
    line = _head_line(shape, key, name)
    if line is not None:
        return set_text(document, line.number - 1, value)
    fresh = shape.style.head(key, _plain(value), _plain(name))
    return (document.edit(_head_row(shape, key), 0, [fresh]),)


def add_head(document: SheetDocument, key: str, value: str, name: str = "") -> Edits:
    """One more line of a key that may be repeated: warning, after, closing, person, goal, slot, memory, dial."""
    shape = structure(document)
    return (document.edit(_head_row(shape, key), 0, [shape.style.head(key, _plain(value), _plain(name))]),)


def remove_rows(document: SheetDocument, first: int, last: int) -> Edits:
    """Rows `first` to `last` are taken out."""
    return (document.edit(first, last - first + 1, []),)


# --- moments -----------------------------------------------------------------------------------------------------


def add_moment(document: SheetDocument, name: str, after: str = "", leads_to: str = "end") -> Edits:
    """A whole small moment to write on: a line, a nod, hints, silence and unclear; behind `after`, else as the last."""
    shape = structure(document)
    style = shape.style
    part = shape.moment(after) if after else None
    last = max((moment.last_line for moment in shape.part.moments), default=0)
    if part is not None:
        row = shape.last_row(part) + 1
    elif last:
        row = last
    else:
        row = len(document) - (not document.content(len(document) - 1))
    who = shape.speaker()
    lines = [style.heading(_plain(name)), *block("line", style, who), *block("gesture", style, who, leads_to)]
    lines += [*block("hints", style, who), *block("silence", style, who)]
    before = [""] if row > 0 and document.content(row - 1).strip() else []
    behind = [""] if row < len(document) and document.content(row).strip() else []
    return (document.edit(row, 0, [*before, *lines, *behind]),)


def rename_moment(document: SheetDocument, old: str, new: str) -> Edits:
    """Another name for a moment: its heading, every arrow to it, and `hardest`. Use it on translations as well."""
    shape = structure(document)
    part, name = shape.part.moment(old), _plain(new)
    if part is None or not name:
        return ()
    return _renamed(document, shape, old, name, part.header.number)


def follow_name(document: SheetDocument, old: str, new: str) -> Edits:
    """Every arrow to a moment that was called `old`, and `hardest`, say `new`: its heading has been written already."""
    shape, name = structure(document), _plain(new)
    if not name or shape.part.moment(old) is not None or shape.part.moment(name) is None:
        return ()
    return _renamed(document, shape, old, name, 0)


def _renamed(document: SheetDocument, shape: Structure, old: str, name: str, heading: int) -> Edits:
    wanted = marks.fold(old)
    edits: list[Edit] = []
    for line in shape.sheet.lines:
        here: SheetLine | None = line if line.kind == "arrow" else line.inline
        if line.kind == "moment" and line.number == heading:
            edits += _swapped(document, line, line.name, name)
        elif here is not None and here.kind == "arrow" and marks.fold(here.name) == wanted:
            edits += _swapped(document, here, here.name, name)
        elif line.kind == "head" and line.key == "hardest" and marks.fold(line.text) == wanted:
            edits += _swapped(document, line, line.text, name)
    return tuple(edits)


def remove_moment(document: SheetDocument, name: str) -> Edits:
    """A moment is taken out with its lines; arrows to it stay."""
    shape = structure(document)
    part = shape.moment(name)
    if part is None:
        return ()
    first, last = part.header.number - 1, shape.last_row(part)
    if last + 1 < len(document) and not document.content(last + 1).strip():
        last += 1
    return remove_rows(document, first, min(last, len(document) - 1))


# --- parts of a moment -------------------------------------------------------------------------------------------


def add_reply(
    document: SheetDocument,
    moment: str,
    name: str,
    examples: Sequence[str] = (),
    target: str = "",
    *,
    gesture: bool = False,
) -> Edits:
    """One more reply of a moment, behind its last one."""
    shape = structure(document)
    part = shape.moment(moment)
    if part is None or not _plain(name):
        return ()
    style = shape.style
    lines = [style.reply_line(_plain(name), gesture), *(style.example + _plain(words) for words in examples)]
    lines += [style.go(target)] if target else []
    return (document.edit(_reply_row(shape, part), 0, lines),)


def add_example(document: SheetDocument, moment: str, reply: str, words: str) -> Edits:
    """One more example of a reply ("add as example"); () when the reply has these words already."""
    shape = structure(document)
    part = shape.moment(moment)
    found = part.reply(reply) if part else None
    if found is None and shape.part.anywhere is not None:
        found = shape.part.anywhere.reply(reply)
    plain = _plain(words)
    if found is None or found.header.gesture or not plain:
        return ()
    if any(marks.fold(line.text) == marks.fold(plain) for line in found.examples):
        return ()
    row = (found.examples[-1] if found.examples else found.header).number
    return (document.edit(row, 0, [shape.style.example + plain]),)


def add_wording(document: SheetDocument, row: int, words: str) -> Edits:
    """Another way to say the line on that row (a spoken line, or one of its wordings)."""
    shape = structure(document)
    line = _line_at(shape, row)
    if line is None or line.kind not in ("say", "wording") or not _plain(words):
        return ()
    at = row + 1
    while (below := _line_at(shape, at)) is not None and below.kind == "wording":
        at += 1
    indent = document.content(row)[: line.column - 1]
    mark = shape.style.wording.lstrip(marks.SPACES)
    return (document.edit(at, 0, [indent + mark + _plain(words)]),)


def set_hint(document: SheetDocument, moment: str, level: int, text: str) -> Edits:
    """The words of a hint (1 to 3) of a moment."""
    shape = structure(document)
    part = shape.moment(moment)
    if part is None:
        return ()
    line = part.hints.get(level)
    if line is not None:
        return set_text(document, line.number - 1, text)
    return (document.edit(_hint_row(shape, part, level), 0, [shape.style.hint(level, _plain(text))]),)


def set_target(document: SheetDocument, moment: str, reply: str, target: str) -> Edits:
    """Where a reply leads: its last arrow without a condition is turned, or one is added at its end."""
    shape = structure(document)
    part = shape.moment(moment)
    found = part.reply(reply) if part else None
    if part is None or found is None or not _plain(target):
        return ()
    arrows = [
        item for item in found.body if isinstance(item, SheetLine) and item.kind == "arrow" and not item.condition
    ]
    if arrows:
        word = shape.style.go(_plain(target)).removeprefix(shape.style.arrow)
        return tuple(_swapped(document, arrows[-1], arrows[-1].name, word))
    return (document.edit(reply_end(part, found, shape.sheet.lines) + 1, 0, [shape.style.go(_plain(target))]),)


def insert_block(document: SheetDocument, moment: str, kind: BlockKind) -> Edits:
    """A block with kind words to begin with, where such a block usually stands; () when the moment has it already."""
    shape = structure(document)
    part = shape.moment(moment)
    if part is None:
        return ()
    who = shape.speaker(part)
    example = next((line.text for reply in part.replies for line in reply.examples if "{" not in line.text), "")
    if kind == "hints":
        return tuple(_hints(document, shape, part, block("hints", shape.style, who, example=example)))
    if kind in ("silence", "unclear", "repeat", "unheard"):
        level = 8 if kind == "silence" else 1
        if any(event.header.key == kind and level in (8, event.header.level) for event in part.events):
            return ()
        return (document.edit(shape.last_row(part) + 1, 0, block(kind, shape.style, who)),)
    if kind in ("reply", "gesture"):
        fresh = block(kind, shape.style, who, _onward(shape, part))
        return (document.edit(_reply_row(shape, part), 0, fresh),)
    opening = [item.others[-1] if isinstance(item, SaidPart) and item.others else _first(item) for item in part.opening]
    stays = [line for line in opening if line.kind != "arrow"]
    row = stays[-1].number if stays else part.header.number
    return (document.edit(row, 0, block(kind, shape.style, who)),)


def _onward(shape: Structure, part: MomentPart) -> str:
    """Where the replies of a moment lead on to: the first arrow that neither stays nor turns back; else the end."""
    arrows = (item for reply in part.replies for item in reply.body if isinstance(item, SheetLine))
    names = (item.name for item in arrows if item.kind == "arrow" and item.condition is None)
    return next((name for name in names if marks.DESTINATIONS.get(marks.fold(name), "end") == "end"), "end")


def _hints(document: SheetDocument, shape: Structure, part: MomentPart, fresh: Sequence[str]) -> Iterable[Edit]:
    """Missing hints, each at its place; edits count the rows that the ones before them added."""
    at: dict[int, list[str]] = {}
    for level in (1, 2, 3):
        if level not in part.hints:
            at.setdefault(_hint_row(shape, part, level), []).append(fresh[level - 1])
    added = 0
    for row, lines in sorted(at.items()):
        made = document.edit(row, 0, lines)
        yield Edit(made.first + added, made.removed, made.added)
        added += len(lines)


# --- where things stand ---------------------------------------------------------------------------------------


def _plain(text: str) -> str:
    """One line, without the spaces around it."""
    return marks.strip(" ".join(text.splitlines()))


def _line_at(shape: Structure, row: int) -> SheetLine | None:
    return shape.sheet.lines[row] if 0 <= row < len(shape.sheet.lines) else None


def _first(item: SaidPart | SheetLine) -> SheetLine:
    return item.line if isinstance(item, SaidPart) else item


def _changed(document: SheetDocument, row: int, content: str) -> Edits:
    return () if content == document.content(row) else (document.edit(row, 1, [content]),)


def _swapped(document: SheetDocument, line: SheetLine, old: str, new: str) -> Edits:
    """The line with one name exchanged where it stands, behind the line's mark."""
    row = line.number - 1
    content = document.content(row)
    at = content.find(old, line.column - 1)
    return () if at < 0 else _changed(document, row, content[:at] + new + content[at + len(old) :])


def _head_line(shape: Structure, key: str, name: str) -> SheetLine | None:
    if key in NAMED:
        wanted = marks.fold(name)
        listed = shape.part.all_of(key)  # type: ignore[arg-type]
        return next((line for line in listed if _named(line.name) == wanted), None)
    if key in STEPS:
        return next((line for line in shape.part.all_of("step") if line.key == key), None)
    if key == "after":
        return None
    return shape.part.head.get(key)


def _named(name: str) -> str:
    """A declared name without its `(optional)`."""
    return marks.fold(name.split("(")[0].split("（")[0])


def _key_of(line: SheetLine) -> str:
    return line.key if line.kind in ("head", "step") else str(line.kind)


def _head_row(shape: Structure, key: str) -> int:
    """The row before which a new line of that key goes: behind the last line that usually stands above it."""
    lines = shape.sheet.lines
    first = next((line.number for line in lines if line.kind == "moment"), len(lines) + 1)
    if key in FOOT_ORDER:
        before = FOOT_ORDER[: FOOT_ORDER.index(key) + 1]
        above = [line.number for line in lines if _key_of(line) in before and line.kind != "moment"]
        filled = [line.number for line in lines if line.kind != "blank"]
        return above[-1] if above else (filled[-1] if filled else 0)
    before = HEAD_ORDER[: HEAD_ORDER.index(key) + 1] if key in HEAD_ORDER else HEAD_ORDER
    above = [line.number for line in lines if line.number < first and _key_of(line) in before]
    return above[-1] if above else 0


def _reply_row(shape: Structure, part: MomentPart) -> int:
    """The row before which a new reply goes: behind the last reply, else behind the opening."""
    if part.replies:
        last: ReplyPart = part.replies[-1]
        return reply_end(part, last, shape.sheet.lines) + 1
    others = [line.number for line in part.hints.values()] + [event.header.number for event in part.events]
    return min(others) - 1 if others else shape.last_row(part) + 1


def _hint_row(shape: Structure, part: MomentPart, level: int) -> int:
    """The row before which a hint goes: behind the hint below it in number, else behind the replies."""
    below = [line.number for number, line in part.hints.items() if number < level]
    if below:
        return max(below)
    above = [line.number - 1 for number, line in part.hints.items() if number > level]
    if above:
        return min(above)
    events = [event.header.number - 1 for event in part.events]
    after = [event for event in events if not part.replies or event >= part.replies[-1].header.number]
    return min(after) if after else shape.last_row(part) + 1
