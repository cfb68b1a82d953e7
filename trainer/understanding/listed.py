"""Word lists written as one text, which is how a person reads them best."""

from __future__ import annotations


def listed(text: str) -> tuple[str, ...]:
    """The words of a text between spaces."""
    return tuple(text.split())
