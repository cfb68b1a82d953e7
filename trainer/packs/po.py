r"""Reading and writing PO files (GNU gettext's format for translators), as far as a scene needs it: no plural forms.

After the gettext manual, section "The Format of PO Files": comments `#.`, places `#:`, flags `#,`, then `msgctxt`,
`msgid`, `msgstr` with C escapes, a string going on over several quoted lines. Obsolete entries (`#~`) are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

_ESCAPES = {"\\": "\\", '"': '"', "n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_BACK = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\a": "\\a", "\b": "\\b", "\f": "\\f",
         "\v": "\\v"}  # fmt: skip
_ESCAPED = re.compile(r"\\(x[0-9a-fA-F]{1,2}|[0-7]{1,3}|.)")
_QUOTED = re.compile(r'[ \t]*"((?:[^"\\]|\\.)*)"[ \t]*\Z')
_KEYWORD = re.compile(r"[ \t]*(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)[ \t]*(\".*)\Z")


@dataclass(frozen=True, slots=True)
class Entry:
    """A text and its translation. `context` is its address; `fuzzy` means that somebody has to look again."""

    context: str
    source: str
    target: str = ""
    notes: tuple[str, ...] = ()
    place: str = ""
    fuzzy: bool = False
    line: int = 0


def write_po(entries: Iterable[Entry], language: str, title: str = "") -> str:
    """A PO file in UTF-8 with its header; the same entries always give the same file."""
    head = {
        "Project-Id-Version": title,
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    header = "".join(f"{key}: {value}\n" for key, value in head.items())
    blocks = ['msgid ""\nmsgstr ' + _quoted(header)]
    for entry in entries:
        lines = [f"#. {row}" for note in entry.notes for row in note.splitlines()]
        lines += [f"#: {entry.place.replace(' ', '_')}"] if entry.place else []
        lines += ["#, fuzzy"] if entry.fuzzy else []
        lines += [f"msgctxt {_quoted(entry.context)}"] if entry.context else []
        lines += [f"msgid {_quoted(entry.source)}", f"msgstr {_quoted(entry.target)}"]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _quoted(text: str) -> str:
    """A string as PO writes it: text of several lines goes over several quoted ones."""
    pieces = text.splitlines(keepends=True) if "\n" in text else [text]
    shown = ['"' + "".join(_BACK.get(character, character) for character in piece) + '"' for piece in pieces]
    return shown[0] if len(shown) == 1 else "\n".join(['""', *shown])


@dataclass(slots=True)
class _Open:
    """The entry that is being read."""

    line: int = 0
    strings: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    place: str = ""
    fuzzy: bool = False
    last: str = ""


def read_po(text: str) -> tuple[tuple[Entry, ...], tuple[tuple[int, str], ...]]:
    """The entries of a PO file without its header, and the lines that could not be read. Never raises.

    Of plural forms the first one is taken.
    """
    entries: list[Entry] = []
    odd: list[tuple[int, str]] = []
    now = _Open()
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        bare = line.strip()
        keyword = _KEYWORD.match(line.rstrip("\r"))
        if (not bare or bare.startswith("#") or (keyword and keyword.group(1) in ("msgctxt", "msgid"))) and _whole(now):
            entries += _closed(now)
            now = _Open()
        if not bare or bare.startswith(("#~", "#|")):
            continue
        if bare.startswith("#"):
            _comment(now, bare)
        elif not _string(now, keyword, line.rstrip("\r"), number):
            odd.append((number, bare))
    entries += _closed(now)
    return tuple(entries), tuple(odd)


def _whole(now: _Open) -> bool:
    return any(key.startswith("msgstr") for key in now.strings)


def _comment(now: _Open, bare: str) -> None:
    if bare.startswith("#."):
        now.notes.append(bare[2:].strip())
    elif bare.startswith("#:"):
        now.place = bare[2:].strip()
    elif bare.startswith("#,"):
        now.fuzzy = now.fuzzy or "fuzzy" in re.split(r"[,\s]+", bare[2:])


def _string(now: _Open, keyword: re.Match[str] | None, line: str, number: int) -> bool:
    """A keyword with its string, or a string going on; False when it is neither."""
    quoted = _QUOTED.match(keyword.group(2) if keyword else line)
    if quoted is None or (keyword is None and not now.last):
        return False
    if keyword is not None:
        now.last = keyword.group(1)
        now.line = now.line or number
        now.strings[now.last] = ""
    now.strings[now.last] += _ESCAPED.sub(_plain, quoted.group(1))
    return True


def _plain(found: re.Match[str]) -> str:
    sign = found.group(1)
    if sign[0] == "x" and len(sign) > 1:
        return chr(int(sign[1:], 16))
    return chr(int(sign, 8)) if sign[0] in "01234567" else _ESCAPES.get(sign, sign)


def _closed(now: _Open) -> list[Entry]:
    """The entry, unless it is the header or nothing was read."""
    source = now.strings.get("msgid", "")
    if not _whole(now) or not source:
        return []
    target = now.strings.get("msgstr", now.strings.get("msgstr[0]", ""))
    context = now.strings.get("msgctxt", "")
    return [Entry(context, source, target, tuple(now.notes), now.place, now.fuzzy, now.line)]
