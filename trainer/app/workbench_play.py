"""The desk's sound and practice: a line aloud with dials; a practice that begins in the middle and keeps nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trainer.app.cast import cast
from trainer.app.house import House
from trainer.app.hub import Hub
from trainer.app.qt_owner import QtTimer, Waker
from trainer.app.visit import LiveVisit
from trainer.conversation.effects import Record
from trainer.lexicon.japanese import furigana
from trainer.packs.way import Start
from trainer.script import Scene, SpokenLine, Tone, Value
from trainer.session.runner import LOUDNESS, PACES, Parts, Runner, VisitOptions
from trainer.speaking.timing import estimated_seconds
from trainer.speech import Fact, SpeakingFinished, VoiceInfo
from trainer.ui.bridge import Visit

LINE_TURN = -3
"""Turn number of a line said on the desk: no visit ever has it."""
PLACE = "shop"
"""Whose sounds the dial `noise` lets hear with a single line."""


class KeepsNothing:
    """A runner's `Keeper` for trying things out: nothing of it is kept."""

    def record(self, record: Record) -> None:
        """Not kept."""

    def keep(self, name: str, value: Value) -> None:
        """Not kept."""

    def learn(self, moment: str, reply: str, words: str) -> None:
        """Not kept."""

    def learned(self, moment: str) -> Mapping[str, tuple[str, ...]]:
        """Nothing was learnt."""
        return {}


class PlayDrawer:
    """Implements the editor's `PlayPort`."""

    def __init__(self, house: House, hub: Hub) -> None:
        self._house, self._hub = house, hub
        self._timer = QtTimer()
        self._playing: LiveVisit | None = None
        self._sounded = False
        self._stop_watching = hub.watch(self._hear)

    # --- a line -------------------------------------------------------------------------------------------------

    def say(self, speaker: str, text: str, tone: Tone, language: str, dials: Mapping[str, int]) -> None:
        """Say a line with these dials."""
        settings = self._house.settings
        voice = self._house.voice(self._hub.post)
        self._sounded = True
        self._house.warm_voice(language)
        voice.stop()
        voice.set_pace(PACES.get(dials.get("speed", 1), 1.0) * settings.pace)
        voice.set_ambience(PLACE, LOUDNESS.get(dials.get("noise", 0), 0.0))
        voice.say(LINE_TURN, [SpokenLine(speaker, text, tone, "", language)])

    def hush(self) -> None:
        """Be silent."""
        if self._sounded:
            voice = self._house.voice(self._hub.post)
            voice.stop()
            voice.set_ambience("", 0.0)

    def _hear(self, fact: Fact) -> None:
        if isinstance(fact, SpeakingFinished) and fact.turn == LINE_TURN and self._playing is None:
            self._house.voice(self._hub.post).set_ambience("", 0.0)

    def said_seconds(self, text: str, language: str) -> float:
        """About how long that takes to say."""
        return estimated_seconds(text, language)

    def reading(self, text: str) -> Sequence[tuple[str, str]]:
        """Furigana for a Japanese text."""
        return furigana(text)

    def partner_voices(self, language: str) -> Sequence[VoiceInfo]:
        """Voices that speak that language."""
        voices = self._house.voice(self._hub.post).voices()
        return [voice for voice in voices if voice.language.split("-")[0] == language]

    # --- a practice ---------------------------------------------------------------------------------------------

    def play(self, scene: Scene, start: Start) -> Visit | None:
        """Practice from there, with the trainee's own settings; nothing of it is kept."""
        self.end_play()
        house, post = self._house, self._hub.post
        settings = house.settings
        voice, ears = house.voice(post), house.ears(post)
        house.warm_voice(scene.language)
        interpreter = house.interpreter(scene.language)
        live = LiveVisit("desk", scene.id, interpreter, voice, ears)
        options = VisitOptions(
            dials=start.dials,
            way=settings.way,
            memory=start.memory,
            partner=settings.partner,
            headphones=settings.headphones,
            pace=settings.pace,
            begin_at=None if start.first else (start.before, start.event),
        )
        parts = Parts(voice, ears, interpreter, self._timer, house.clock, live, KeepsNothing())
        waker = Waker(lambda: runner.drain())
        runner = Runner(scene, parts, options, waker.wake, scene.id)
        live.attach(runner)
        live.keep_alive(waker)
        persons = tuple(person.key for person in scene.persons)
        house.cast(lambda now: cast(persons, now.partner))
        self._hub.attend(runner)
        self._playing = live
        return live

    def end_play(self) -> None:
        """Put that practice away."""
        if self._playing is not None:
            self._hub.attend(None)
            playing, self._playing = self._playing, None
            playing.close()

    def close_sound(self) -> None:
        """The desk goes."""
        self.end_play()
        self._stop_watching()
