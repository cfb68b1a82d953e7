"""The desk's sound drawer: voices, microphones, speech models."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from trainer.app.house import House
from trainer.app.hub import Hub
from trainer.app.qt_owner import QtTimer, Waker
from trainer.late import late
from trainer.session.inbox import Inbox
from trainer.ui.bridge import Level, MicrophoneTrial, Outcome, Stop

if TYPE_CHECKING:
    from trainer import portaudio, script, speech
    from trainer.app import cast as casting
    from trainer.app import visit as visiting
    from trainer.app.microphone_trial import TrialRun
    from trainer.hearing import model_shelf as models
    from trainer.hearing.speech_models import InstallProgress
    from trainer.speech import DeviceInfo, Fact, SpeechModelInfo, VoiceInfo
else:
    portaudio = late("trainer.portaudio")
    script = late("trainer.script")
    speech = late("trainer.speech")
    casting = late("trainer.app.cast")
    visiting = late("trainer.app.visit")
    models = late("trainer.hearing.model_shelf")

SAMPLE_TURN = -2
"""Turn number of a voice sample: no visit ever has it."""
CODES = {"connection": "network", "server": "network", "disk-full": "full", "disk": "file-not-allowed"}
"""What the screens call some of the reasons why a speech model could not be installed."""
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
        self._paused: set[str] = set()
        self._trial: TrialRun | None = None

    def voices(self) -> Sequence[VoiceInfo]:
        """Voices that speak the practice language."""
        language = self._house.settings.practice_language
        voices = self._house.voice(self._hub.post).voices()
        return [voice for voice in voices if voice.language.split("-")[0] == language]

    def hear_sample(self, text: str) -> None:
        """Say a sentence with the chosen voice, or with the one of the partner who was chosen."""
        settings = self._house.settings
        voice = self._house.partner_voice(self._hub.post)
        voice.set_pace(settings.pace)
        line = script.SpokenLine("", text, "", "", settings.practice_language)
        voice.sample(SAMPLE_TURN, line, settings.voice, casting.TRAITS.get(settings.partner))

    def microphones(self) -> Sequence[DeviceInfo]:
        """Microphones that can be chosen; none while the sound library is being loaded beside the screen."""
        return () if self._sound_comes() else self._house.ears(self._hub.post).devices()

    def check_microphone(self, call: Callable[[Level], None]) -> Stop:
        """Report the level until stopped."""
        ears = self._house.listener(self._hub.post)
        going = True

        def again() -> None:
            if going:
                ears.watch_level(WATCHED)
                self._timer.after(WATCHED / 2, again)

        stands = Level(enough=visiting.ENOUGH)

        def hear(fact: Fact) -> None:
            nonlocal stands
            if isinstance(fact, speech.LevelHeard):
                stands = replace(stands, now=visiting.meter(fact.rms), room=visiting.meter(fact.noise_floor))
            elif isinstance(fact, speech.MicrophoneChanged):
                stands = replace(stands, now=0.0, state=fact.state, device=fact.device)
            else:
                return
            call(stands)

        stop_watching = self._hub.watch(hear)
        again()

        def stop() -> None:
            nonlocal going
            going = False
            stop_watching()
            ears.watch_level(0.0)

        return stop

    def speakers(self) -> Sequence[DeviceInfo]:
        """Loudspeakers that can be chosen; none while the sound library is being loaded beside the screen."""
        return () if self._sound_comes() else self._house.partner_voice(self._hub.post).devices()

    def _sound_comes(self) -> bool:
        return self._house.is_warm and not portaudio.sound_library().loaded

    def try_microphone(self, sentence: str, call: Callable[[MicrophoneTrial], None]) -> Stop:
        """Listen for a few seconds; the sound stays in memory until stopped."""
        if self._trial is not None:
            self._trial.stop()
        asked = (self._house.settings.practice_language, sentence)
        ears = self._house.listener(self._hub.post)
        from trainer.app.microphone_trial import TrialRun  # noqa: PLC0415 - numpy; the first picture goes first

        trial = self._trial = TrialRun(ears, self._hub, self._timer, self._news.post, asked, call)

        def stop() -> None:
            trial.stop()
            if self._trial is trial:
                self._trial = None

        return stop

    def hear_back(self) -> None:
        """Play what was recorded."""
        sound = self._trial.sound if self._trial is not None else None
        if sound is not None:
            self._house.partner_voice(self._hub.post).play_back(sound)

    def speech_models(self) -> Sequence[SpeechModelInfo]:
        """Speech models that are installed or can be."""
        return self._house.models.models()

    def install_model(self, model: str, progress: Callable[[SpeechModelInfo, float], None]) -> Outcome:
        """Start downloading a model in the background, or go on with a paused download."""
        known = self._model(model)
        if known is None:
            return Outcome("model-unknown", model)
        self._paused.discard(model)

        def tell(info: SpeechModelInfo, share: float) -> None:
            self._news.post(partial(progress, info, share))

        threading.Thread(target=self._install, args=(known, tell), daemon=True, name="speech-model").start()
        return Outcome()

    def _model(self, model: str) -> SpeechModelInfo | None:
        return next((known for known in self._house.models.models() if known.id == model), None)

    def _install(self, known: SpeechModelInfo, tell: Callable[[SpeechModelInfo, float], None]) -> None:
        def on_progress(now: InstallProgress) -> None:
            tell(replace(known, state=now.state, arrived=0), now.done / now.total if now.total else 0.0)

        try:
            info = self._house.models.install(known.id, on_progress, lambda: known.id in self._paused)
        except models.SpeechModelError as error:
            code = CODES.get(error.code, error.code)
            info = replace(self._model(known.id) or known, notes=(code,) if code != "busy" else ())
        tell(info, 0.0)
        self._news.post(self._house.models_changed)

    def pause_model(self, model: str) -> None:
        """Stop a download; what has arrived is kept."""
        self._paused.add(model)

    def remove_model(self, model: str) -> Outcome:
        """Remove an installed model and what was downloaded of it."""
        try:
            self._house.models.remove(model)
        except models.SpeechModelError as error:
            return Outcome(CODES.get(error.code, error.code))
        finally:
            self._house.models_changed()
        return Outcome()

    def install_model_file(self, path: str, call: Callable[[Outcome], None]) -> None:
        """Install a model from a file in the background."""

        def work() -> None:
            try:
                self._house.models.install_file(self._house.as_path(path))
                outcome = Outcome()
            except models.SpeechModelError as error:
                outcome = Outcome(CODES.get(error.code, error.code))
            self._news.post(self._house.models_changed)
            self._news.post(partial(call, outcome))

        threading.Thread(target=work, daemon=True, name="speech-model").start()

    def _told(self) -> None:
        for call in self._news.drain():
            call()
