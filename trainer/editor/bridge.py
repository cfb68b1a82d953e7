"""What the facilitator's desk asks of the application, as a protocol; the roof makes the real one.

Everything is called on the GUI thread. What may take long is given to `later`, which works elsewhere and calls back on
the GUI thread. Nothing raises: what cannot be done is told as an `Outcome` with a code the views have words for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeVar

from trainer.editor.model.playing import Start
from trainer.packs.checker import Tools
from trainer.script import Scene, Tone
from trainer.settings import Language
from trainer.speech import VoiceInfo
from trainer.storage.desk_files import KeptVersion
from trainer.ui.bridge import Outcome, Visit
from trainer.understanding.interpretation import Interpreter

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A sheet of a pack folder. `path` is its file; `translations` holds language -> file."""

    title: str
    path: Path
    language: str
    translations: Mapping[str, Path] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FolderEntry:
    """A pack folder that can be worked on."""

    name: str
    path: Path
    sheets: tuple[SheetEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """A filled scene to begin with. `text` is the whole sheet."""

    name: str
    title: str
    about: str
    text: str


@dataclass(frozen=True, slots=True)
class SheetRead:
    """A sheet's bytes. `recovered`: they were being written when the program last stopped, and were not kept yet."""

    outcome: Outcome
    content: bytes = b""
    recovered: bool = False


@dataclass(frozen=True, slots=True)
class Media:
    """A picture or a sound of the pack: what it shows (by language), who made it, under which licence."""

    file: str
    kind: str
    alt: Mapping[str, str] = field(default_factory=dict)
    credit: str = ""
    licence: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Built:
    """What building a pack came to: the file, its six words, or why there is none."""

    outcome: Outcome
    file: Path | None = None
    fingerprint: str = ""
    size: int = 0


class FilesPort(Protocol):
    """The disk: pack folders, sheets, drafts, versions."""

    def home(self) -> Path:
        """Where one's own packs live; it may not be there yet."""

    def folders(self) -> Sequence[FolderEntry]:
        """The pack folders in one's own place, newest first."""

    def folder(self, path: Path) -> FolderEntry | None:
        """The pack folder at (or around) that path; None when there is none."""

    def templates(self, language: str) -> Sequence[Template]:
        """Scenes to begin with, in that practice language."""

    def new_pack(self, title: str, language: str, text: str) -> tuple[Outcome, Path | None]:
        """A new pack folder with this one sheet in it; the sheet's file."""

    def new_sheet(self, folder: Path, text: str) -> tuple[Outcome, Path | None]:
        """One more sheet in a pack folder."""

    def new_translation(self, source: Path, language: str, text: str) -> tuple[Outcome, Path | None]:
        """A translation's sheet beside its source."""

    def read(self, path: Path) -> SheetRead:
        """The bytes of a sheet; a draft that is newer (after a crash) comes first."""

    def read_any(self, path: Path) -> tuple[Outcome, bytes]:
        """The bytes of a file somebody dropped or chose."""

    def save(self, path: Path, content: bytes) -> Outcome:
        """Keep the sheet, whole or not at all, and a version of how it was."""

    def draft(self, path: Path, content: bytes) -> Outcome:
        """Keep what is being written, apart from the sheet, in case the power goes."""

    def plans(self, folder: Path, scene: str) -> Sequence[Path]:
        """The rehearsal plans of a scene of that pack."""

    def versions(self, path: Path) -> Sequence[KeptVersion]:
        """The sheet as it was, newest first."""

    def keep_version(self, path: Path, content: bytes, label: str) -> None:
        """Keep these bytes as a version."""

    def import_draft(self, path: Path, language: str) -> tuple[Outcome, str, tuple[str, ...]]:
        """A story file from elsewhere as a draft sheet, and one sentence for each thing that could not be carried."""


class PackPort(Protocol):
    """The pack around the sheets."""

    def media(self, folder: Path) -> Sequence[Media]:
        """Pictures and sounds of the pack."""

    def add_media(self, folder: Path, name: str, content: bytes, about: Media) -> Outcome:
        """Put a cleaned picture or sound into the pack, with its credit."""

    def build(self, folder: Path, target: Path) -> Built:
        """Build the pack's one file."""

    def reading_copy(self, scene: Scene) -> bytes:
        """The scene on paper (a PDF), in play order, for a second reader."""

    def read_translation_state(self, folder: Path, language: str) -> str:
        """The text of `status.toml` of that language; "" when there is none."""

    def write_translation_state(self, folder: Path, language: str, text: str) -> Outcome:
        """Keep it."""

    def write(self, path: Path, content: bytes) -> Outcome:
        """Write a file somebody asked for (a table, a reading copy)."""


class PlayPort(Protocol):
    """Voice and practice."""

    def say(self, speaker: str, text: str, tone: Tone, language: str, dials: Mapping[str, int]) -> None:
        """Say a line through the partner's voice with these dials (`speed`, `noise`, `pause`)."""

    def hush(self) -> None:
        """Be silent."""

    def said_seconds(self, text: str, language: str) -> float:
        """About how long that takes to say at the voice's own pace, in seconds."""

    def reading(self, text: str) -> Sequence[tuple[str, str]]:
        """Furigana: pieces of a Japanese text with their readings ("" where none is needed)."""

    def partner_voices(self, language: str) -> Sequence[VoiceInfo]:
        """Voices that speak that language."""

    def play(self, scene: Scene, start: Start) -> Visit | None:
        """Practice from there; nothing of it is kept."""

    def end_play(self) -> None:
        """Put that practice away."""


class Workbench(FilesPort, PackPort, PlayPort, Protocol):
    """Everything the desk asks of the application."""

    def screen_language(self) -> Language:
        """The language of the screens."""

    def tools(self) -> Tools:
        """The real understanding for thorough checks. May take part of a second the first time: call it in `later`."""

    def tools_at_hand(self) -> Tools:
        """What checks may use without waiting: of the understanding only the answers it remembers."""

    def interpreter(self, language: str) -> Interpreter:
        """The real understanding of that language; the same."""

    def later(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Work elsewhere; `done(result)` on the GUI thread. Works may run side by side."""
