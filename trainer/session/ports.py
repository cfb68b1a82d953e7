"""What a session needs of the outside world, as protocols. Real edges and named fakes share their contract tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from trainer.script import Expectation, SpokenLine
from trainer.speech import DeviceInfo, VoiceInfo


class Voice(Protocol):
    """The partner's voice. Reports LineBegan, WordReached, MouthMoved, SpeakingFinished, VoiceChanged by posting.

    Every call returns at once and never raises; a voice that cannot sound still shows the words in time and reports
    SpeakingFinished.
    """

    def prepare(self, lines: Sequence[SpokenLine], slower: Sequence[SpokenLine] = ()) -> None:
        """These lines may be needed next, likeliest first: render them in the background, also when the voice changes.

        `slower` are those that may be asked for again, slower. What was named before is not needed any more.
        """

    def say(self, turn: int, lines: Sequence[SpokenLine], slower: bool = False) -> None:
        """Say the lines one after another."""

    def stop(self) -> None:
        """Be silent at once (SpeakingFinished(stopped=True) follows if something was being said)."""

    def set_pace(self, factor: float) -> None:
        """Partner's speaking rate: 0.5 (slow) .. 1.5; 1.0 is the voice's own."""

    def set_volume(self, volume: float) -> None:
        """0..1, heard at once."""

    def set_ambience(self, name: str, level: float) -> None:
        """Background sound of a place ("shop", "park", "office", "night" or ""), 0..1, faded in gently."""

    def play_effect(self, name: str, level: float = 0.5) -> None:
        """A short sound: an effect's name, or a cue of the scene ("The door chime rings."); unknown ones are quiet."""

    def mute(self, muted: bool) -> None:
        """Quick hide: everything silent at once."""

    def voices(self) -> Sequence[VoiceInfo]:
        """The voices that can be chosen."""

    def set_voice(self, speaker: str, voice: str) -> None:
        """That person (a key of the scene, or "you") speaks with this voice from now on."""

    def set_readings(self, readings: Mapping[str, str]) -> None:
        """How a scene's own spellings are said ("平野" -> "ひらの"); they replace those given before."""

    def close(self) -> None:
        """End the child process and the stream."""


class Ears(Protocol):
    """Microphone to utterance. Reports SpeechBegan, Partial, TurnHeard, LevelHeard, ... by posting.

    Every call returns at once and never raises; without a device or a recogniser it reports that once and stays quiet.
    """

    def listen(self, expectation: Expectation) -> None:
        """The turn `expectation.turn` begins: reset the recogniser and be ready for these replies."""

    def stop(self) -> None:
        """Stop listening; nothing heard is kept."""

    def finish(self) -> None:
        """The trainee is done: close the turn now with what was heard."""

    def gate(self, closed: bool) -> None:
        """Half-duplex: while the partner speaks nothing is heard (unless headphones are on)."""

    def set_patience(self, pause: float) -> None:
        """Seconds of quiet after which an unfinished reply counts as over (2-8)."""

    def set_push_to_talk(self, on: bool) -> None:
        """True: hear only between `press(True)` and `press(False)`."""

    def press(self, down: bool) -> None:
        """The push-to-talk key went down or up."""

    def devices(self) -> Sequence[DeviceInfo]:
        """The microphones that can be chosen."""

    def set_device(self, device: str) -> None:
        """Use that microphone ("" for the system's own choice)."""

    def close(self) -> None:
        """End the child process, the thread and the stream."""


class Clock(Protocol):
    """Where time comes from."""

    def now(self) -> float:
        """Monotonic seconds."""


class Cancellable(Protocol):
    """A thing that was asked for later and can be called off."""

    def cancel(self) -> None:
        """It will not happen."""


class Timer(Protocol):
    """Calls back later on the owner's thread."""

    def after(self, seconds: float, call: Callable[[], None]) -> Cancellable:
        """Run `call()` once after that many seconds."""
