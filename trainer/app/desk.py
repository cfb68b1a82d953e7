"""The desk: everything the window asks of the application, its drawers put together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from trainer.app.desk_keeping import KeepingDrawer
from trainer.app.desk_packs import PacksDrawer
from trainer.app.desk_records import RecordsDrawer
from trainer.app.desk_shelf import ShelfDrawer
from trainer.app.desk_sound import SoundDrawer
from trainer.app.desk_visits import VisitsDrawer
from trainer.app.editor_drawer import EditorDrawer
from trainer.app.house import House
from trainer.app.hub import Hub
from trainer.app.jobs import Jobs
from trainer.late import late
from trainer.settings import Language, Settings
from trainer.ui.bridge import Outcome

if TYPE_CHECKING:
    from trainer.lexicon import japanese
else:
    japanese = late("trainer.lexicon.japanese")

T = TypeVar("T")


class LiveDesk(ShelfDrawer, PacksDrawer, VisitsDrawer, SoundDrawer, RecordsDrawer, KeepingDrawer, EditorDrawer):
    """Implements the screens' `Desk` over the house's real parts."""

    def __init__(self, house: House, tape: Path | None = None) -> None:
        self._hub = Hub()
        self._jobs = Jobs()
        self._refused = ""
        ShelfDrawer.__init__(self, house)
        PacksDrawer.__init__(self, house)
        VisitsDrawer.__init__(self, house, self._hub, tape)
        SoundDrawer.__init__(self, house, self._hub)
        RecordsDrawer.__init__(self, house)
        KeepingDrawer.__init__(self, house, self._use_settings)
        EditorDrawer.__init__(self, house, self._hub)

    def _use_settings(self, settings: Settings) -> None:
        """Settings that lay behind the lock take hold, on the GUI thread."""
        self._jobs.on_owner(lambda: self._house.use_settings(settings))

    def later(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Slow work beside the screen; `done` gets its answer on the GUI thread."""
        self._jobs.run(work, done)

    def help_text(self) -> str:
        """What works on this computer, without names of people, folders or devices."""
        from trainer.app.doctor import examine, for_help  # noqa: PLC0415 - numpy, and seldom asked for

        return for_help(examine(self._house))

    @property
    def hub(self) -> Hub:
        """Where voice and ears report to."""
        return self._hub

    def settings(self) -> Settings:
        """The settings now."""
        return self._house.settings

    def set_settings(self, settings: Settings) -> Outcome:
        """Keep these; they hold at once, also when they could not be kept.

        A disk may take a tenth of a second to say that they lie on it: that is waited for beside the screen, and what
        it refuses then is told with the next change (decision 0246).
        """
        code = self._house.change_settings(settings, sync=False) or self._refused
        self._refused = ""
        self.later(self._house.settings_file.sync, self._synced)
        self.tell_editor()
        return Outcome(code)

    def _synced(self, code: str) -> None:
        self._refused = code

    def screen_language(self) -> Language:
        """The language of the screens."""
        return self._house.settings.screen_language

    def quiet(self, silent: bool) -> None:
        """Quick hide: silence everything at once, or let it sound again."""
        if self.current is not None:
            self.current.mute(silent)
        else:
            self._house.silence(silent)
        if silent and self._house.settings.lock_on_hide:
            self.close_lock()

    def reading(self, text: str) -> Sequence[tuple[str, str]]:
        """Furigana for a Japanese text, with the readings that the scene in practice gives."""
        return japanese.furigana(text, self._readings)

    def close(self) -> None:
        """Put everything away."""
        self.close_editor()
        self.close_current()
        self._house.close()
