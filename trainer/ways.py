"""The five ways of answering. A module of its own: the first picture needs them, and nothing else of speech."""

from __future__ import annotations

from typing import Literal

Way = Literal["listen", "choose", "type", "read", "speak"]
"""The five ways of answering; each counts the same."""

WAYS: tuple[Way, ...] = ("listen", "choose", "type", "read", "speak")
