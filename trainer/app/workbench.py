"""The facilitator's workbench: everything the desk asks of the application, its drawers put together."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from trainer.app.checking import tools
from trainer.app.house import House
from trainer.app.hub import Hub
from trainer.app.jobs import Jobs
from trainer.app.paper import scene_pdf
from trainer.app.remembering import AtHand, RememberingInterpreter
from trainer.app.workbench_files import FolderDrawer, own_packs
from trainer.app.workbench_pack import PackDrawer
from trainer.app.workbench_play import PlayDrawer
from trainer.editor.bridge import SheetRead
from trainer.packs.checker import PLAIN, Tools
from trainer.packs.importing import NotAStory, story_of
from trainer.script import Scene
from trainer.settings import Language
from trainer.storage.desk_files import DeskFiles, KeptVersion
from trainer.storage.paths import assets
from trainer.ui.bridge import Outcome
from trainer.understanding.interpretation import Interpreter

T = TypeVar("T")


def _settle() -> None:
    """What the program is made of stays: the search for rubbish leaves it out from now on.

    Each of those searches took 60 ms between a key press and its findings, at every fifteenth key press.
    """
    gc.collect()
    gc.freeze()


class LiveBench(FolderDrawer, PackDrawer, PlayDrawer):
    """Implements the editor's `Workbench` over the house's real parts."""

    def __init__(self, house: House, hub: Hub, jobs: Jobs | None = None) -> None:
        FolderDrawer.__init__(self, own_packs(), assets() / "templates")
        PackDrawer.__init__(self, self)
        PlayDrawer.__init__(self, house, hub)
        self._files = DeskFiles(house.where.data / "desk")
        self._jobs = jobs or Jobs()
        self._tools: Tools | None = None
        self._settled = False

    def screen_language(self) -> Language:
        """The language of the screens."""
        return self._house.settings.screen_language

    def tools(self) -> Tools:
        """The real understanding, loaded once; what it was asked before it remembers."""
        if self._tools is None:
            made = tools()
            matcher = RememberingInterpreter(made.matcher) if made.matcher is not None else None
            for sounds in (made.sounds or {}).values():
                sounds("a")  # Its dictionary is read here, beside the screen, and not by the next key press.
            self._tools = replace(made, matcher=matcher)
            _settle()
        return self._tools

    def tools_at_hand(self) -> Tools:
        """What costs no thinking: the answers that are remembered, and dictionaries that were read."""
        if self._tools is None:
            return PLAIN
        matcher = self._tools.matcher
        return replace(self._tools, matcher=AtHand(matcher) if isinstance(matcher, RememberingInterpreter) else None)

    def interpreter(self, language: str) -> Interpreter:
        """The real understanding of that language."""
        return self._house.interpreter(language)

    def later(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Work elsewhere."""
        self._jobs.run(work, done)

    def read(self, path: Path) -> SheetRead:
        """The bytes of a sheet, or what was being written when the program stopped."""
        if not self._settled:
            self._settled = True
            _settle()
        opened = self._files.open(path)
        if opened.code:
            return SheetRead(Outcome("sheet-not-read", path.name))
        return SheetRead(Outcome(), opened.content, opened.recovered)

    def save(self, path: Path, content: bytes) -> Outcome:
        """Keep the sheet, and a version of how it was."""
        code = self._files.save(path, content)
        return Outcome("not-kept", path.name) if code else Outcome()

    def draft(self, path: Path, content: bytes) -> Outcome:
        """Keep what is being written."""
        code = self._files.draft(path, content)
        return Outcome("not-kept", path.name) if code else Outcome()

    def versions(self, path: Path) -> Sequence[KeptVersion]:
        """The sheet as it was, newest first."""
        return self._files.versions(path)

    def keep_version(self, path: Path, content: bytes, label: str) -> None:
        """Keep these bytes as a version."""
        self._files.keep_version(path, content, label)

    def import_draft(self, path: Path, language: str) -> tuple[Outcome, str, tuple[str, ...]]:
        """A story from elsewhere as a draft sheet."""
        outcome, content = self.read_any(path)
        if not outcome.ok:
            return outcome, "", ()
        screen = self.screen_language()
        try:
            made = story_of(path.name, content, language)
        except NotAStory as refusal:
            return Outcome("said", refusal.ja if screen == "ja" else refusal.en), "", ()
        return Outcome(), made.sheet, tuple(left.sentence(screen) for left in made.left)

    def reading_copy(self, scene: Scene) -> bytes:
        """The scene on paper, for a second reader."""
        return scene_pdf(scene)

    def close(self) -> None:
        """The desk goes."""
        self.close_sound()
