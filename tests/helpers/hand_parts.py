"""Named fakes for a visit's ports, driven by hand: a voice that speaks when told, ears that hear when told.

They refuse what the real parts refuse: a voice says nothing empty, ears hear nothing when not listening or gated.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from trainer.conversation.effects import Record
from trainer.script import Expectation, SpokenLine, Value
from trainer.session.clock import HandClock
from trainer.speech import (
    DeviceInfo,
    LevelHeard,
    LineBegan,
    MouthMoved,
    Partial,
    Post,
    SpeakingFinished,
    SpeechBegan,
    SpeechReopened,
    TurnHeard,
    Utterance,
    VoiceInfo,
    Word,
    WordReached,
)


class HandTimer:
    """Calls happen when the hand clock is moved past them."""

    def __init__(self, clock: HandClock) -> None:
        self._clock = clock
        self._calls: list[_Call] = []

    def after(self, seconds: float, call: Callable[[], None]) -> _Call:
        made = _Call(self._clock.now() + seconds, call)
        self._calls.append(made)
        return made

    def pass_time(self, seconds: float) -> None:
        """Move the clock on, making every call that comes due, in order."""
        end = self._clock.now() + seconds
        while True:
            due = sorted((call for call in self._calls if call.live and call.at <= end), key=lambda call: call.at)
            if not due:
                break
            self._clock.pass_time(max(0.0, due[0].at - self._clock.now()))
            due[0].live = False
            due[0].call()
        self._clock.pass_time(max(0.0, end - self._clock.now()))


class _Call:
    def __init__(self, at: float, call: Callable[[], None]) -> None:
        self.at, self.call, self.live = at, call, True

    def cancel(self) -> None:
        self.live = False


class HandVoice:
    """Says lines when `finish()` is called; remembers what it was asked."""

    def __init__(self, post: Post) -> None:
        self._post = post
        self.saying: tuple[int, tuple[SpokenLine, ...]] | None = None
        self.said: list[str] = []
        self.prepared: set[str] = set()
        self.prepared_slower: set[str] = set()
        self.pace = 1.0
        self.ambience: tuple[str, float] = ("", 0.0)
        self.muted = False
        self.slower = False
        self.effects: list[str] = []
        self.readings: dict[str, str] = {}

    def prepare(self, lines: Sequence[SpokenLine], slower: Sequence[SpokenLine] = ()) -> None:
        self.prepared.update(line.text for line in lines)
        self.prepared_slower.update(line.text for line in slower)

    def say(self, turn: int, lines: Sequence[SpokenLine], slower: bool = False) -> None:
        assert lines, "nobody says nothing"
        self.stop()
        self.saying, self.slower = (turn, tuple(lines)), slower

    def finish(self) -> None:
        """Say all of it now."""
        assert self.saying is not None, "the voice was not asked to say anything"
        turn, lines = self.saying
        self.saying = None
        for index, line in enumerate(lines):
            self._post(LineBegan(turn, index, 0.0))
            self._post(WordReached(turn, index, 0, len(line.text)))
            self._post(MouthMoved(0.5))
            self.said.append(line.text)
        self._post(SpeakingFinished(turn, 0.0))

    def stop(self) -> None:
        if self.saying is not None:
            turn, _ = self.saying
            self.saying = None
            self._post(SpeakingFinished(turn, 0.0, stopped=True))

    def set_pace(self, factor: float) -> None:
        assert 0.3 <= factor <= 3
        self.pace = factor

    def set_volume(self, volume: float) -> None:
        assert 0 <= volume <= 1

    def set_ambience(self, name: str, level: float) -> None:
        assert 0 <= level <= 1
        self.ambience = (name, level)

    def play_effect(self, name: str, level: float = 0.5) -> None:
        assert 0 <= level <= 1
        self.effects.append(name)

    def mute(self, muted: bool) -> None:
        self.muted = muted

    def voices(self) -> Sequence[VoiceInfo]:
        return ()

    def set_readings(self, readings: Mapping[str, str]) -> None:
        assert all(readings.values()), "something is read as nothing"
        self.readings = dict(readings)

    def set_voice(self, speaker: str, voice: str) -> None:
        pass

    def close(self) -> None:
        self.stop()


class HandEars:
    """Hears what `hear()` is given, while listening and not gated."""

    def __init__(self, post: Post) -> None:
        self._post = post
        self.expectation: Expectation | None = None
        self.gated = False
        self.finished = 0

    @property
    def listening(self) -> bool:
        return self.expectation is not None and not self.gated

    def listen(self, expectation: Expectation) -> None:
        self.expectation = expectation

    def stop(self) -> None:
        self.expectation = None

    def hear(self, text: str) -> None:
        """Somebody says that."""
        assert self.expectation is not None, "nobody listens"
        assert not self.gated, "the partner is speaking"
        expectation, self.expectation = self.expectation, None
        turn, language = expectation.turn, expectation.language
        self._post(SpeechBegan(turn, 0.0))
        self._post(LevelHeard(-30.0, -60.0, 1.0))
        self._post(Partial(turn, text))
        words = tuple(Word(word) for word in text.split())
        self._post(TurnHeard(turn, Utterance(text, language, "speak", words, engine="hand")))

    def reopen(self, turn: int) -> None:
        """Speech went on after the turn was closed."""
        self._post(SpeechReopened(turn, 0.0))

    def finish(self) -> None:
        self.finished += 1

    def gate(self, closed: bool) -> None:
        self.gated = closed

    def set_patience(self, pause: float) -> None:
        assert 2 <= pause <= 8

    def set_push_to_talk(self, on: bool) -> None:
        pass

    def press(self, down: bool) -> None:
        pass

    def devices(self) -> Sequence[DeviceInfo]:
        return ()

    def set_device(self, device: str) -> None:
        pass

    def close(self) -> None:
        self.stop()


class HandKeeper:
    """Keeps in lists."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.kept: dict[str, Value] = {}
        self.words: dict[str, dict[str, tuple[str, ...]]] = {}

    def record(self, record: Record) -> None:
        self.records.append(record)

    def keep(self, name: str, value: Value) -> None:
        self.kept[name] = value

    def learn(self, moment: str, reply: str, words: str) -> None:
        known = self.words.setdefault(moment, {})
        known[reply] = (*known.get(reply, ()), words)

    def learned(self, moment: str) -> Mapping[str, tuple[str, ...]]:
        return self.words.get(moment, {})
