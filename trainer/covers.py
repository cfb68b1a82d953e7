"""Words for what lies on a shelf: packs, their covers, the headings of their scenes.

Floor 0: standard library only. A shelf is shown by these alone, before any scene is read; `script.py` has the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PackScene:
    """A scene as its pack lists it: the text of each language's sheet, by language."""

    id: str
    file: str
    level: int
    minutes: int
    sheets: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Author:
    """Who made something in a pack, in which role."""

    name: str
    role: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack's manifest and the words in it; data, nothing else."""

    id: str
    version: str
    name: Mapping[str, str]
    about: Mapping[str, str]
    source_language: str
    languages: tuple[str, ...]
    scenes: tuple[PackScene, ...]
    path: str = ""
    level: int = 1
    minutes: int = 0
    setting: str = "other"
    content_notes: tuple[str, ...] = ()
    licence: str = ""
    authors: tuple[Author, ...] = ()
    review: str = "draft"
    updated: str = ""
    changes: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a shelf needs to know of a scene without reading all of it. `quiet`: nothing needs to be said in it.

    `talk` is how much the shortest spoken answers ask for: 0 nothing, 1 a word or two, 2 a short sentence, 3 more.
    """

    pack: str
    id: str
    title: str
    about: str
    level: int
    minutes: int
    dials: tuple[str, ...] = field(default=())
    quiet: bool = False
    talk: int = 0
