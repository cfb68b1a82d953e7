"""The port of the pack shelf: packs as the screens see them, covers of files, folders that stand beside the shelf."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from trainer.ui.outcome import Outcome

Origin = Literal["built-in", "own", "beside"]


@dataclass(frozen=True, slots=True)
class PackCard:
    """A pack on the shelf. `name`, `about` and `notes` are in the screen's language where there is one.

    `update` is the file of a newer version beside the shelf; `file` is the pack itself; `where` the folder it is in.
    `open_to`: address and title of its first scenes in the practice language; only `PackPort.pack` tells them.
    """

    id: str
    name: str
    about: str
    version: str
    scenes: int
    languages: tuple[str, ...]
    authors: tuple[str, ...] = ()
    licence: str = ""
    notes: tuple[str, ...] = ()
    fingerprint: str = ""
    built_in: bool = False
    setting: str = "other"
    level: int = 1
    minutes: int = 0
    review: str = "draft"
    updated: str = ""
    origin: Origin = "own"
    hidden: bool = False
    given_by: str = ""
    given_on: str = ""
    update: str = ""
    file: str = ""
    where: str = ""
    open_to: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PackCover:
    """A file that was looked over and not added.

    `arrival`: new, same, newer, older, other-content, other-maker or built-in, against the version `standing` on the
    shelf. `added`, `changed` and `gone` are titles of scenes; `said` is what its makers say about the change.
    `open_to` are address and title of scenes that can be gone into without adding it: it stands beside the shelf.
    """

    card: PackCard
    path: str
    arrival: str = "new"
    standing: str = ""
    titles: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    said: str = ""
    open_to: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedNow:
    """What looking a pack over found: how many things must be repaired, are to be looked at, are ideas."""

    errors: int = 0
    warnings: int = 0
    ideas: int = 0


@dataclass(frozen=True, slots=True)
class ShelfFolder:
    """A folder that stands beside the shelf; `away` when it is not there at the moment."""

    path: str
    packs: int = 0
    away: bool = False


class PackPort(Protocol):
    """The shelf of packs. Nothing is added, taken away or hidden unless a person asked for it."""

    def packs(self) -> Sequence[PackCard]:
        """The packs on the shelf and beside it, quickly (thousands are possible), without fingerprints."""

    def pack(self, pack: str) -> PackCard | None:
        """One of them, with its fingerprint where it stands on this computer."""

    def look_at_pack(self, path: str) -> tuple[Outcome, PackCover | None]:
        """Look a file over without adding it."""

    def pack_words(self, path: str) -> str:
        """Every word of a file's scenes, to be read before it is added; "" when it cannot be read."""

    def check_pack(self, path: str, done: Callable[[CheckedNow], None]) -> None:
        """Check a file thoroughly, elsewhere; `done` on the GUI thread."""

    def add_pack(self, path: str, replace: bool = False, giver: str = "") -> Outcome:
        """Add a pack from a file after checking it; `replace` takes what would otherwise be asked about."""

    def remove_pack(self, pack: str) -> Outcome:
        """Take a pack off the shelf; the trainee's own records stay."""

    def hide_pack(self, pack: str, hidden: bool) -> Outcome:
        """Keep a pack's scenes out of sight, or show them again."""

    def shelf_folders(self) -> Sequence[ShelfFolder]:
        """The folders that stand beside the shelf."""

    def add_shelf_folder(self, path: str) -> Outcome:
        """Let a folder of packs stand beside the shelf. Nothing in it is ever changed."""

    def remove_shelf_folder(self, path: str) -> Outcome:
        """Let it stand there no longer."""

    def look_again(self, done: Callable[[bool], None]) -> None:
        """Look through the folders again, elsewhere; `done(something is different)` on the GUI thread."""
