"""A sheet as rows of content and line end, byte for byte, and how a row is shown in a text field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

BYTE_ORDER_MARK = "\ufeff"
_ENDS = re.compile(r"\r\n|\r|\n")


class Row(NamedTuple):
    """One line: what stands on it, and what ends it (`""` only for the last row of a sheet)."""

    content: str
    end: str

    @property
    def raw(self) -> str:
        """The line whole."""
        return self.content + self.end


def decoded(content: bytes) -> str:
    """The text of a file; bytes that are not UTF-8 become lone surrogates and go back as the same bytes (PEP 383)."""
    return content.decode("utf-8", "surrogateescape")


def encoded(text: str) -> bytes:
    """The bytes that `decoded` came from."""
    return text.encode("utf-8", "surrogateescape")


def rows_of(text: str) -> list[Row]:
    """The rows of a text: one more than it has line ends, so that a row is a block of a text field.

    `"".join(row.raw for row in rows_of(text)) == text`, for every text.
    """
    rows, at = [], 0
    for found in _ENDS.finditer(text):
        rows.append(Row(text[at : found.start()], found.group()))
        at = found.end()
    rows.append(Row(text[at:], ""))
    return rows


def usual_end(rows: Iterable[Row]) -> str:
    """The line end that most rows have; a line feed for a sheet of one line."""
    counts: dict[str, int] = {}
    for row in rows:
        if row.end:
            counts[row.end] = counts.get(row.end, 0) + 1
    return max(counts, key=lambda end: counts[end], default="\n")


def split_contents(contents: Iterable[str]) -> list[str]:
    """Contents without line ends in them: a pasted paragraph becomes several rows."""
    return [part for content in contents for part in _ENDS.split(content)]


def clean(text: str) -> str:
    """New text without halves of characters, which no file can hold."""
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)


def kept(text: str) -> str:
    """Content that may have come from the file: bytes that were not UTF-8 (U+DC80 to U+DCFF) stay what they are."""
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" and not "\udc80" <= c <= "\udcff" else c for c in text)


# Qt ends a block at U+2028, U+2029 and at its own marks U+FDD0 and U+FDD1.
_SHOWN = str.maketrans(
    {"\u2028": "\u2424", "\u2029": "\u2424", "\0": "\u2400", "\ufdd0": "\ufffd", "\ufdd1": "\ufffd"}
) | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def shown(content: str) -> str:
    """The content as a text field can hold it, character by character: columns stay the same."""
    return content.translate(_SHOWN)


def typed(old: str, field: str) -> str:
    """What a row becomes when a text field that showed `old` now holds `field`.

    Characters that the field could not show are kept wherever the field's text around them was not touched.
    """
    before = shown(old)
    if field == before:
        return old
    most = min(len(before), len(field))
    start = next((n for n in range(most) if before[n] != field[n]), most)
    most -= start
    end = next((n for n in range(most) if before[-1 - n] != field[-1 - n]), most)
    tail = old[len(old) - end :] if end else ""
    return old[:start] + clean(field[start : len(field) - end]) + tail


def with_ends(contents: Sequence[str], removed: Sequence[Row], usual: str) -> tuple[Row, ...]:
    """Rows for `contents` in the place of `removed`: each keeps the end that stood there, new ones get the usual one.

    The last new row takes the end of the last removed row, so that the rows around are not touched.
    """
    made = []
    for number, content in enumerate(contents):
        last = number == len(contents) - 1
        end = removed[number].end if number < len(removed) - 1 and not last else usual
        made.append(Row(content, removed[-1].end if last and removed else end))
    return tuple(made)
