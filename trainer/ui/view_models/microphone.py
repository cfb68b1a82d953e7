"""View model of the microphone check: the level, a few seconds spoken into it, and what came of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from trainer.speech import DeviceInfo
from trainer.ui.bridge import Desk, Level, MicrophoneTrial, Stop
from trainer.ui.view_models.settings import SettingsModel

LOUD_ROOM = 0.42
"""Where on the meter a room's own noise is so loud that words drown in it (-39 dBFS)."""

SENTENCES = {
    "en": "Hello. Could I have a cup of tea, please?",
    "ja": "こんにちは。お茶を一杯ください。",
}
"""What is read aloud into the microphone, by practice language."""


class MicrophoneModel(QObject):
    """`level_changed` many times a second while `watch`ing; `changed` when there is something else to show."""

    level_changed = Signal()
    changed = Signal()

    def __init__(self, desk: Desk, settings: SettingsModel) -> None:
        super().__init__()
        self._desk, self.settings = desk, settings
        self.level = Level()
        self.trial: MicrophoneTrial | None = None
        self._stop_level: Stop | None = None
        self._stop_trial: Stop | None = None

    @property
    def sentence(self) -> str:
        """What to read aloud."""
        return SENTENCES[self.settings.now.practice_language]

    @property
    def room_is_loud(self) -> bool:
        """Is there so much noise that words drown in it?"""
        return self.level.room > LOUD_ROOM

    @property
    def listening(self) -> bool:
        """Is a trial under way?"""
        return self.trial is not None and not self.trial.done

    def microphones(self) -> Sequence[DeviceInfo]:
        """Those that can be chosen now."""
        return self._desk.microphones()

    def speakers(self) -> Sequence[DeviceInfo]:
        """Those that can be chosen now."""
        return self._desk.speakers()

    def watch(self) -> None:
        """The page is shown: open the microphone for the meter."""
        if self._stop_level is None:
            self._stop_level = self._desk.check_microphone(self._on_level)

    def leave(self) -> None:
        """The page is gone: nothing that was recorded stays."""
        for stop in (self._stop_trial, self._stop_level):
            if stop is not None:
                stop()
        self._stop_trial = self._stop_level = None
        self.trial = None
        self.level = Level()

    def begin(self) -> None:
        """Listen for a few seconds."""
        if self._stop_trial is not None:
            self._stop_trial()
        self.trial = MicrophoneTrial()
        self._stop_trial = self._desk.try_microphone(self.sentence, self._on_trial)
        self.changed.emit()

    def hear_back(self) -> None:
        """Hear what was recorded."""
        self._desk.hear_back()

    def hear_sample(self, text: str) -> None:
        """Hear the loudspeaker."""
        self._desk.hear_sample(text)

    def _on_level(self, level: Level) -> None:
        before, self.level = self.level, level
        self.level_changed.emit()
        if before.state != level.state:
            self.changed.emit()

    def _on_trial(self, trial: MicrophoneTrial) -> None:
        self.trial = trial
        self.changed.emit()
