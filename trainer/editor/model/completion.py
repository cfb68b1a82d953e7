"""What may be written at the caret: keywords, speakers, names and values that this sheet knows, in its own language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from trainer.editor.model.live import Look
from trainer.packs import marks
from trainer.packs.lines import HEAD_KINDS
from trainer.packs.reader import read_line
from trainer.packs.sheet_style import DIAL_NAMES, WORDS, Style, style_of
from trainer.script import DIALS, Scene

SuggestionKind = Literal["keyword", "speaker", "moment", "new-moment", "goal", "slot", "value", "dial", "tone"]
MOST = 40
"""Suggestions given at once."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Put `text` in the place of the characters `start` to `end` (0-based, of the line as it reads now).

    `label` is what a list shows, `detail` a word or two about it (what a moment says first, a dial's range).
    """

    text: str
    start: int
    end: int
    kind: SuggestionKind
    label: str = ""
    detail: str = ""


_HEAD = ("scene", "id", "language", "level", "about", "place", "setting", "minutes", "expect", "hardest", "warning",
         "person", "goal", "slot", "memory", "dial")  # fmt: skip
_FOOT = ("after", "small", "middle", "large", "closing", "facilitators")
_TONES = {"en": ("softly", "slower", "brighter", "tired"), "ja": ("そっと", "ゆっくり", "明るく", "疲れて")}
_IF = {"en": "if ", "ja": "もし "}
_SETTING_WORDS = {
    "en": tuple(sorted(marks.SETTINGS)),
    "ja": tuple(word for word in marks.SETTING_WORDS if not word.isascii()),
}
_OPEN_SLOT = re.compile(r"[{｛]([^{}｛｝]*)\Z")
_CONDITION = re.compile(r"[(（][ \u3000]*(?:if|もし)[ \u3000]+([^()（）]*)\Z", re.IGNORECASE)
_COMPARED = re.compile(r"(.+?)[ \u3000]*(>=|<=|!=|[=<>＝＜＞≧≦])[ \u3000]*(.*)\Z")
_BRACKET = re.compile(r"[(（]([^()（）]*)\Z")


def complete(look: Look, row: int, content: str, column: int) -> tuple[Suggestion, ...]:
    """Suggestions for a caret at `column` (0-based: so many characters stand before it) of a row reading `content`.

    `look` may be of a moment ago: names are taken from it, what stands on the line from `content`.
    """
    before = content[:column]
    style = style_of(look.sheet.lines, look.language)
    if not before.strip(marks.SPACES):
        return _ranked(_at_line_start(look, row, style), "", column, column)
    for wanted, given in _inside(look, style, before):
        return _ranked(given, wanted, column - len(wanted), column)
    line = read_line(before, spoken=_spoken(look, row))
    word = line.text if line.kind not in ("arrow",) else line.name
    if line.kind == "set":
        word = marks.strip(re.split("[=＝]", word)[-1])
    indent = len(before) - len(before.lstrip(marks.SPACES))
    if marks.strip(before) == style.word("dial"):
        return _ranked(_dials(look, style), "", indent, column)
    given = list(_after_mark(look, style, before, line.kind, line.key))
    if given:
        start = len(before.rstrip(marks.SPACES)) - len(word) if word else column
        found = list(_ranked(given, word, start, column))
        if line.kind == "arrow" and word and not _known(look.scene, word):
            found.append(Suggestion(word, start, column, "new-moment", word))
        return tuple(found)
    if line.kind == "unknown":
        start = indent
        return _ranked(_at_line_start(look, row, style), before[start:], start, column)
    return ()


Given = tuple[str, SuggestionKind, str]
"""Text, kind, detail."""


def _ranked(given: Iterable[Given], wanted: str, start: int, end: int) -> tuple[Suggestion, ...]:
    """Those that begin with what is there, then those that hold it; the sheet's own order otherwise."""
    folded = marks.fold(wanted)
    rows: list[tuple[int, Suggestion]] = []
    seen: set[str] = set()
    for text, kind, detail in given:
        plain = marks.fold(text)
        if plain in seen or (folded and folded not in plain):
            continue
        seen.add(plain)
        suggestion = Suggestion(text, start, end, kind, text.strip(), detail)
        rows.append((0 if plain.startswith(folded) else 1, suggestion))
    return tuple(suggestion for _, suggestion in sorted(rows, key=lambda row: row[0])[:MOST])


def _spoken(look: Look, row: int) -> bool:
    above = (look.line(at) for at in range(row - 1, -1, -1))
    line = next((one for one in above if one is not None and one.kind not in ("blank", "note", "ok")), None)
    return line is not None and line.kind in ("say", "wording")


# --- the beginning of a line ---------------------------------------------------------------------------------------


def _at_line_start(look: Look, row: int, style: Style) -> Iterator[Given]:
    """Speakers and keywords that fit the place: head, a moment, or foot."""
    moments = [part.header.number - 1 for part in look.part.moments]
    if look.part.anywhere:
        moments.append(look.part.anywhere.header.number - 1)
    in_moment = bool(moments) and row >= min(moments) and not _in_foot(look, row)
    if in_moment:
        for person in look.part.all_of("person"):
            yield person.name + style.colon, "speaker", person.text
        yield from _in_moment(style)
        if row < max(moments):
            return
    words = WORDS[style.language]
    for key in () if in_moment else _HEAD:
        gap = (" " if style.language == "en" else "　") if key in ("person", "goal", "slot", "memory", "dial") else ""
        yield words[key] + (gap or style.colon), "keyword", ""
    for key in _FOOT if moments else ():
        yield words[key] + style.colon, "keyword", ""
    yield style.heading("").rstrip(marks.EQUALS + marks.SPACES) + " ", "keyword", ""


def _in_moment(style: Style) -> Iterator[Given]:
    yield style.reply, "keyword", ""
    yield style.arrow.strip(marks.SPACES) + " ", "keyword", ""
    yield style.cue, "keyword", ""
    for level in (1, 2, 3):
        yield style.hint(level, ""), "keyword", ""
    for key, level in (("silence", 8), ("unclear", 1), ("unclear", 2), ("repeat", 1), ("unheard", 1)):
        yield style.event(key, level), "keyword", ""
    yield style.word("goal") + style.colon, "keyword", ""
    yield style.word("set") + style.colon, "keyword", ""
    for level in (1, 2, 3):
        yield style.word("show") + style.digits(level), "keyword", ""
    yield style.word("purpose"), "keyword", ""


def _in_foot(look: Look, row: int) -> bool:
    """True when the lines above, back to the last filled one, belong to the foot."""
    for at in range(min(row, len(look.sheet.lines)) - 1, -1, -1):
        kind = look.sheet.lines[at].kind
        if kind not in ("blank", "note", "ok"):
            return kind in HEAD_KINDS and bool(look.part.moments)
    return False


# --- inside brackets ---------------------------------------------------------------------------------------------


def _inside(look: Look, style: Style, before: str) -> Iterator[tuple[str, list[Given]]]:
    """What is being written inside `{`, `(if `, or a bracket for a tone, and what could stand there."""
    slot = _OPEN_SLOT.search(before)
    scene = look.scene
    if slot and scene is not None:
        yield slot.group(1), [(f"{name}}}", "slot", detail) for name, detail in _remembered(scene)]
        return
    condition = _CONDITION.search(before)
    if condition and scene is not None:
        compared = _COMPARED.match(condition.group(1))
        if compared:
            close = "）" if style.language == "ja" else ")"
            values = _values(scene, compared.group(1))
            yield compared.group(3), [(value + close, "value", "") for value in values]
        else:
            yield condition.group(1), list(_comparable(scene, style))
        return
    bracket = _BRACKET.search(before)
    kind = read_line(before + ")").kind
    if bracket and kind in ("say", "wording", "cue", "arrow", "reply"):
        close = "）" if style.language == "ja" else ")"
        tones = _TONES[style.language] if kind in ("say", "wording") else ()
        tone_kind: SuggestionKind = "tone"
        given: list[Given] = [(f"{tone}{close}", tone_kind, "") for tone in tones]
        yield bracket.group(1), [*given, (_IF[style.language], "keyword", "")]


def _remembered(scene: Scene) -> Iterator[tuple[str, str]]:
    for slot in scene.slots:
        shown = f"{slot.low}–{slot.high}" if slot.is_number else ", ".join(value.label for value in slot.values)
        yield slot.name, shown
    for memory in scene.memory:
        yield memory.name, str(memory.start)


def _comparable(scene: Scene, style: Style) -> Iterator[Given]:
    for dial in scene.dials:
        name = DIAL_NAMES[dial.name] if style.language == "ja" else dial.name
        yield f"{name} >= ", "dial", f"{dial.low}–{dial.high}"
    for name, detail in _remembered(scene):
        yield f"{name} = ", "slot", detail


def _values(scene: Scene, name: str) -> list[str]:
    """What a name can be compared with or set to."""
    wanted = marks.fold(name)
    dial = scene.dial(marks.DIAL_WORDS.get(wanted, ""))
    if dial is not None:
        return [str(value) for value in range(dial.low, dial.high + 1)]
    slot = next((slot for slot in scene.slots if marks.fold(slot.name) == wanted), None)
    if slot is not None:
        return [str(n) for n in range(slot.low, slot.high + 1)] if slot.is_number else [v.key for v in slot.values]
    memory = next((memory for memory in scene.memory if marks.fold(memory.name) == wanted), None)
    return [] if memory is None else [str(memory.start), *(["1"] if isinstance(memory.start, int) else ["yes"])]


# --- behind a mark or keyword --------------------------------------------------------------------------------------


def _after_mark(look: Look, style: Style, before: str, kind: str, key: str) -> Iterator[Given]:
    scene, part = look.scene, look.part
    if kind == "arrow":
        for moment in part.moments:
            yield moment.header.name, "moment", _first_words(scene, moment.header.name)
        for place in ("end", "again", "back"):
            yield style.word(place), "moment", ""
    elif kind == "reach":
        for goal in scene.goals if scene else ():
            yield goal.name, "goal", goal.text
    elif kind == "set" and scene is not None:
        name, sign, _ = before.partition("＝" if "＝" in before else "=")
        if sign:
            yield from ((value, "value", "") for value in _values(scene, name.split(style.colon.strip())[-1]))
        else:
            for name, detail in _remembered(scene):
                yield f"{name} = ", "slot", detail
    elif kind == "head" and key == "setting":
        yield from ((word, "value", "") for word in _SETTING_WORDS[style.language])
    elif kind == "head" and key == "language":
        yield from ((word, "value", "") for word in ("en", "ja"))
    elif kind == "head" and key == "level":
        yield from ((str(level), "value", "") for level in range(1, 11))
    elif kind == "head" and key == "hardest":
        yield from ((moment.header.name, "moment", "") for moment in part.moments)


def _dials(look: Look, style: Style) -> Iterator[Given]:
    there = {dial.name for dial in look.scene.dials} if look.scene else set()
    for name in DIALS:
        if name not in there:
            shown = DIAL_NAMES[name] if style.language == "ja" else name
            yield f"{style.word('dial')} {shown}{style.colon}0{style.word('to')}2", "dial", ""


def _known(scene: Scene | None, name: str) -> bool:
    folded = marks.fold(name)
    return (
        folded in marks.DESTINATIONS or any(marks.fold(moment.name) == folded for moment in scene.moments)
        if scene
        else False
    )


def _first_words(scene: Scene | None, name: str) -> str:
    moment = next((moment for moment in scene.moments if moment.name == name), None) if scene else None
    for step in moment.opening if moment else ():
        wordings = getattr(step, "wordings", ())
        if wordings:
            return str(wordings[0].text)
    return ""
