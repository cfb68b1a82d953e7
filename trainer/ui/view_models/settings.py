"""View model of everything that can be set; the pages, and the look of the window, follow it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from trainer.settings import Settings
from trainer.ui.bridge import Desk, Kept, Level, Outcome, Stop
from trainer.ui.theme import Look, ThemeName

if TYPE_CHECKING:
    from trainer.speech import DeviceInfo, SpeechModelInfo, VoiceInfo

_LOOKS = frozenset({"theme", "text_scale", "reduced_motion", "screen_language"})


class SettingsModel(QObject):
    """`changed` after every change; `look_changed` when the window must be drawn anew."""

    changed = Signal()
    look_changed = Signal()
    level_changed = Signal(float, float)
    models_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._stop: Stop | None = None
        self.system_dark = False
        self.system_contrast = False
        self.system_reduced = False
        self.progress: dict[str, tuple[SpeechModelInfo, float]] = {}
        self.told = Outcome()
        self.not_kept = Outcome()
        """How keeping the latest change went."""

    @property
    def now(self) -> Settings:
        """The settings at this moment."""
        return self._desk.settings()

    def change(self, **values: Any) -> None:  # noqa: ANN401 - the fields of Settings, each of its own type
        """Change these fields; a value that is already so changes nothing."""
        before = self.now
        after = replace(before, **values)
        if after == before:
            return
        self.not_kept = self._desk.set_settings(after)
        self.changed.emit()
        if any(getattr(before, name) != getattr(after, name) for name in _LOOKS):
            self.look_changed.emit()

    def set_language(self, language: str) -> None:
        """Screens and practice together; they can be parted in the settings."""
        self.change(screen_language=language, practice_language=language)

    def system_is(self, dark: bool, contrast: bool, reduced: bool) -> None:
        """What the system asks for."""
        if (dark, contrast, reduced) != (self.system_dark, self.system_contrast, self.system_reduced):
            self.system_dark, self.system_contrast, self.system_reduced = dark, contrast, reduced
            self.look_changed.emit()

    def look(self) -> Look:
        """The look that follows from the settings and the system."""
        now = self.now
        theme: ThemeName = "light"
        if now.theme == "system":
            theme = "contrast" if self.system_contrast else "dark" if self.system_dark else "light"
        elif now.theme in ("light", "dark", "contrast"):
            theme = now.theme
        scale = min(2.0, max(1.0, now.text_scale))
        return Look(theme, scale, now.reduced_motion or self.system_reduced, now.screen_language)

    # --- voice and microphone ------------------------------------------------------------------------------------

    def voices(self) -> Sequence[VoiceInfo]:
        """Voices for the practice language."""
        return self._desk.voices()

    def microphones(self) -> Sequence[DeviceInfo]:
        """Microphones to choose from."""
        return self._desk.microphones()

    def hear_sample(self, text: str) -> None:
        """Say a sentence."""
        self._desk.hear_sample(text)

    @property
    def checking(self) -> bool:
        """Is the microphone being looked at?"""
        return self._stop is not None

    def toggle_check(self) -> None:
        """Begin or end looking at the level."""
        if self._stop is None:
            self._stop = self._desk.check_microphone(self._on_level)
        else:
            self.stop_check()
        self.changed.emit()

    def stop_check(self) -> None:
        """End it; nothing was kept."""
        if self._stop is not None:
            stop, self._stop = self._stop, None
            stop()

    def _on_level(self, level: Level) -> None:
        self.level_changed.emit(level.now, level.enough)

    # --- speech models -------------------------------------------------------------------------------------------

    def speech_models(self) -> Sequence[SpeechModelInfo]:
        """What is installed or can be."""
        return self._desk.speech_models()

    def install(self, model: str) -> None:
        """Download it, or go on with a paused download; a person asked for this by hand."""
        self._tell(self._desk.install_model(model, self._on_progress))

    def pause(self, model: str) -> None:
        """Stop the download; what has arrived is kept."""
        self._desk.pause_model(model)

    def remove(self, model: str) -> None:
        """Take it off this computer."""
        self.progress.pop(model, None)
        self._tell(self._desk.remove_model(model))

    def install_file(self, path: str) -> None:
        """Install it from a file."""
        self._desk.install_model_file(path, self._tell)

    def _on_progress(self, model: SpeechModelInfo, share: float) -> None:
        if model.state in ("absent", "ready", "broken"):
            self.progress.pop(model.id, None)
            self._tell(Outcome(model.notes[0] if model.notes and model.state != "ready" else ""))
            return
        self.progress[model.id] = (model, share)
        self.models_changed.emit()

    def _tell(self, outcome: Outcome) -> None:
        self.told = outcome
        self.models_changed.emit()

    # --- what is kept --------------------------------------------------------------------------------------------

    def kept(self) -> Kept:
        """How much there is."""
        return self._desk.kept()

    def records_text(self) -> str:
        """All of it in plain words."""
        return self._desk.records_text()

    def export(self, path: str) -> Outcome:
        """Write that text to a file."""
        return self._desk.export_records(path)

    def erase_all(self) -> Outcome:
        """At once and for good."""
        outcome = self._desk.erase_all()
        self.changed.emit()
        return outcome
