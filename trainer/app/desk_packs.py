"""The desk's packs drawer: the shelf, covers of files, folders beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from trainer.app.house import House
from trainer.late import late
from trainer.packs.refusals import Refused
from trainer.storage.files import FileError
from trainer.ui.bridge_packs import CheckedNow, PackCard, PackCover, ShelfFolder
from trainer.ui.outcome import Outcome

if TYPE_CHECKING:
    from trainer.packs import archive, builder, content_notes
    from trainer.packs import reading_copy as copies
    from trainer.script import Heading, Pack, PackScene
    from trainer.storage import pack_files, pack_headings
    from trainer.storage import pack_shelf as shelves
else:
    shelves = late("trainer.storage.pack_shelf")
    archive = late("trainer.packs.archive")
    pack_files = late("trainer.storage.pack_files")
    pack_headings = late("trainer.storage.pack_headings")
    builder = late("trainer.packs.builder")
    content_notes = late("trainer.packs.content_notes")
    copies = late("trainer.packs.reading_copy")

T = TypeVar("T")
MOST_WORDS = 300_000
"""Letters that are shown of a pack's words; a person who reads so far has seen what it is."""
MOST_SCENES = 12
"""Scenes of a pack that stand on its page as doors; the garden's list has them all."""
MOST_WALKED = 24
"""Sheets of a pack whose every path is walked while its cover shows."""


class PacksDrawer:
    """Implements the screens' `PackPort`."""

    def __init__(self, house: House) -> None:
        self._house = house

    if TYPE_CHECKING:

        def later(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
            """Work elsewhere; the desk that this drawer is part of does it."""

    # --- the shelf --------------------------------------------------------------------------------------------------

    def packs(self) -> Sequence[PackCard]:
        """The packs on the shelf and beside it, with names in the screen's language."""
        return [self._card(one) for one in self._house.shelf.shelved()]

    def pack(self, pack: str) -> PackCard | None:
        """One of them, with its fingerprint."""
        for one in self._house.shelf.shelved():
            if one.pack.id == pack:
                card = self._card(one, self._house.shelf.fingerprint(pack))
                read = self._house.shelf.standing(pack) if one.origin == "own" else None
                return self._with_scenes(card, read.pack) if read is not None else card
        return None

    def _with_scenes(self, card: PackCard, pack: Pack) -> PackCard:
        """The card of a pack whose sheets are at hand: its scenes, and its level where the cover sheet says none."""
        some = pack.scenes[:MOST_SCENES]
        heads = {one.id: self._heading(pack, one) for one in some if pack.source_language in one.sheets}
        level = card.level if card.level > 1 or not heads else max(head.level for head in heads.values())
        minutes = card.minutes or (sum(head.minutes for head in heads.values()) if len(heads) == 1 else 0)
        language = self._house.settings.practice_language
        shown = () if card.hidden else tuple(one.id for one in some if language in one.sheets and one.id in heads)
        open_to = tuple((f"{pack.id}/{one}", heads[one].title) for one in shown)
        return replace(card, level=level, minutes=minutes, open_to=open_to)

    def add_pack(self, path: str, replace: bool = False, giver: str = "") -> Outcome:
        """Add a pack from a file after checking it."""
        return Outcome(*self._house.door.add(Path(path).expanduser(), self._screen(), replace, giver))

    def remove_pack(self, pack: str) -> Outcome:
        """Take a pack off the shelf; the trainee's own records stay."""
        return Outcome(*self._house.door.remove(pack))

    def hide_pack(self, pack: str, hidden: bool) -> Outcome:
        """Keep a pack's scenes out of sight, or show them again."""
        return Outcome(*self._house.door.hide(pack, hidden))

    # --- a file that is not added -------------------------------------------------------------------------------------

    def look_at_pack(self, path: str) -> tuple[Outcome, PackCover | None]:
        """Look a file over without adding it."""
        code, detail, looked = self._house.door.look(Path(path).expanduser(), self._screen())
        if looked is None:
            return Outcome(code, detail), None
        pack, titles = looked.pack, {scene.id: self._title(looked.pack, scene) for scene in looked.pack.scenes}
        before = looked.standing
        gone = {scene.id: self._title(before, scene) for scene in before.scenes} if before is not None else {}
        card = self._card(shelves.Shelved(pack, "own", Path(path)), looked.files.fingerprint)
        cover = PackCover(
            replace(self._with_scenes(card, pack), open_to=()),
            path,
            "built-in" if looked.built_in else looked.arrival,
            before.version if before is not None else "",
            tuple(titles.values()),
            tuple(titles[name] for name in looked.changes.added),
            tuple(titles[name] for name in looked.changes.changed),
            tuple(gone[name] for name in looked.changes.gone),
            pack.changes,
            self._open_to(pack, titles, path),
        )
        return Outcome(), cover

    def _open_to(self, pack: Pack, titles: Mapping[str, str], path: str) -> tuple[tuple[str, str], ...]:
        """Scenes in the practice language, when this very file is what a folder beside the shelf offers."""
        language = self._house.settings.practice_language
        beside = any(
            one.pack.id == pack.id and one.origin == "beside" and str(one.file) == path
            for one in self._house.shelf.shelved()
        )
        open_to = [one.id for one in pack.scenes if language in one.sheets] if beside else []
        return tuple((f"{pack.id}/{one}", titles[one]) for one in open_to)

    def pack_words(self, path: str) -> str:
        """Every word of a file's scenes, in the practice language where they are written in it."""
        _, _, looked = self._house.door.look(Path(path).expanduser())
        if looked is None:
            return ""
        language, papers, long = self._house.settings.practice_language, [], 0
        for scene in looked.pack.scenes:
            if long > MOST_WORDS:
                papers.append("…")
                break
            source = scene.sheets[looked.pack.source_language]
            told = scene.sheets.get(language) if language != looked.pack.source_language else None
            built = builder.build_scene(source, told).scene
            papers.append(copies.as_text(copies.reading_copy(built)) if built is not None else source)
            long += len(papers[-1])
        return "\n\n".join(papers)

    def check_pack(self, path: str, done: Callable[[CheckedNow], None]) -> None:
        """Check a file elsewhere; nothing found is told when it cannot be opened any more."""

        def work() -> CheckedNow:
            try:
                files = archive.open_pack(pack_files.read_zip(Path(path).expanduser())).files
            except (Refused, FileError):
                return CheckedNow()
            from trainer.packs.pack_checker import check_pack  # noqa: PLC0415 - the whole checker; seldom needed

            walk = sum(name.endswith(".scene.txt") for name in files) <= MOST_WALKED
            found = Counter(one.severity for one in check_pack(files, walk=walk))
            return CheckedNow(found["error"], found["warning"], found["idea"])

        self.later(work, done)

    # --- folders beside the shelf -------------------------------------------------------------------------------------

    def shelf_folders(self) -> Sequence[ShelfFolder]:
        """The folders that stand beside the shelf."""
        return [
            ShelfFolder(str(source.folder), sum(1 for _ in source.packs()), source.away)
            for source in self._house.shelf.sources()
        ]

    def add_shelf_folder(self, path: str) -> Outcome:
        """Let a folder of packs stand beside the shelf."""
        return Outcome(*self._house.door.stand_beside(Path(path).expanduser().absolute()))

    def remove_shelf_folder(self, path: str) -> Outcome:
        """Let it stand there no longer."""
        return Outcome(*self._house.door.stand_beside(Path(path), False))

    def look_again(self, done: Callable[[bool], None]) -> None:
        """Look through the folders again, elsewhere."""
        if self._house.shelf.sources():
            self.later(self._house.shelf.refresh_sources, done)

    # --- words ------------------------------------------------------------------------------------------------------

    def _screen(self) -> str:
        return self._house.settings.screen_language

    def _card(self, one: shelves.Shelved, fingerprint: str = "") -> PackCard:
        pack, language = one.pack, self._screen()
        return PackCard(
            pack.id,
            pack.name.get(language) or next(iter(pack.name.values()), pack.id),
            pack.about.get(language) or next(iter(pack.about.values()), ""),
            pack.version,
            len(pack.scenes),
            pack.languages,
            tuple(author.name for author in pack.authors),
            pack.licence,
            tuple(content_notes.note_text(note, language) for note in pack.content_notes),
            fingerprint,
            one.origin == "built-in",
            pack.setting,
            level=pack.level,
            minutes=pack.minutes,
            review=pack.review,
            updated=pack.updated,
            origin=one.origin,
            hidden=one.hidden,
            given_by=one.given.by,
            given_on=one.given.on,
            update=str(one.update or ""),
            file=str(one.file),
            where=str(one.file.parent) if one.origin == "beside" else "",
        )

    def _title(self, pack: Pack, scene: PackScene) -> str:
        return self._heading(pack, scene).title

    def _heading(self, pack: Pack, scene: PackScene) -> Heading:
        source = scene.sheets[pack.source_language]
        return pack_headings.heading_of(pack.id, scene, source, scene.sheets.get(self._screen(), source))
