"""The desk's sound drawer: voices, microphones, speech models."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial

from trainer.app.house import House
from trainer.app.hub import Hub
from trainer.app.qt_owner import QtTimer, Waker
from trainer.app.visit import ENOUGH, meter
from trainer.hearing.model_shelf import SpeechModelError
from trainer.hearing.speech_models import InstallProgress
from trainer.script import SpokenLine
from trainer.session.inbox import Inbox
from trainer.speech import DeviceInfo, Fact, LevelHeard, SpeechModelInfo, VoiceInfo
from trainer.ui.bridge import Level, Outcome, Stop

SAMPLE_TURN = -2
"""Turn number of a voice sample: no visit ever has it."""
WATCHED = 20.0
"""Seconds the microphone stays open for the meter before it is asked for again."""


class SoundDrawer:
    """Implements the screens' `SoundPort`."""

    def __init__(self, house: House, hub: Hub) -> None:
        self._house = house
        self._hub = hub
        self._timer = QtTimer()
        self._waker = Waker(self._told)
        self._news: Inbox[Callable[[], None]] = Inbox(self._waker.wake)

    def voices(self) -> Sequence[VoiceInfo]:
        """Voices that speak the practice language."""
        language = self._house.settings.practice_language
        voices = self._house.voice(self._hub.post).voices()
        return [voice for voice in voices if voice.language.split("-")[0] == language]

    def hear_sample(self, text: str) -> None:
        """Say a sentence with the chosen voice."""
        settings = self._house.settings
        voice = self._house.voice(self._hub.post)
        voice.stop()
        voice.set_voice("sample", settings.voice)
        voice.set_pace(settings.pace)
        voice.say(SAMPLE_TURN, [SpokenLine("sample", text, "", "", settings.practice_language)])

    def microphones(self) -> Sequence[DeviceInfo]:
        """Microphones that can be chosen."""
        return self._house.ears(self._hub.post).devices()

    def check_microphone(self, call: Callable[[Level], None]) -> Stop:
        """Report the level until stopped."""
        ears = self._house.listener(self._hub.post)
        going = True

        def again() -> None:
            if going:
                ears.watch_level(WATCHED)
                self._timer.after(WATCHED / 2, again)

        def hear(fact: Fact) -> None:
            if isinstance(fact, LevelHeard):
                call(Level(meter(fact.rms), ENOUGH))

        stop_watching = self._hub.watch(hear)
        again()

        def stop() -> None:
            nonlocal going
            going = False
            stop_watching()
            ears.watch_level(0.0)

        return stop

    def speech_models(self) -> Sequence[SpeechModelInfo]:
        """Speech models that are installed or can be."""
        return self._house.models.models()

    def install_model(self, model: str, progress: Callable[[SpeechModelInfo, float], None]) -> Outcome:
        """Start downloading a model in the background."""
        known = next((known for known in self._house.models.models() if known.id == model), None)
        if known is None:
            return Outcome("model-unknown", model)

        def tell(info: SpeechModelInfo, share: float) -> None:
            self._news.post(partial(progress, info, share))

        threading.Thread(target=self._install, args=(known, tell), daemon=True, name="speech-model").start()
        return Outcome()

    def _install(self, known: SpeechModelInfo, tell: Callable[[SpeechModelInfo, float], None]) -> None:
        def on_progress(now: InstallProgress) -> None:
            share = now.done / now.total if now.total else 0.0
            tell(SpeechModelInfo(known.id, known.language, known.engine, now.state, known.bytes, known.licence), share)

        try:
            tell(self._house.models.install(known.id, on_progress), 1.0)
        except SpeechModelError as error:
            broken = SpeechModelInfo(
                known.id, known.language, known.engine, "broken", known.bytes, known.licence, notes=(error.sentence,)
            )
            tell(broken, 0.0)
        self._news.post(self._house.models_changed)

    def install_model_file(self, path: str) -> Outcome:
        """Install a model from a file."""
        try:
            self._house.models.install_file(self._house.as_path(path))
        except SpeechModelError as error:
            return Outcome(error.code, error.sentence)
        self._house.models_changed()
        return Outcome()

    def _told(self) -> None:
        for call in self._news.drain():
            call()
