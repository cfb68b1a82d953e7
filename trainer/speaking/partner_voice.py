"""The partner's voice: the `Voice` port of a session, put together from renderer, player, casting and ambience."""

from __future__ import annotations

import importlib.util
import itertools
import sys
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Literal

from trainer.script import SpokenLine
from trainer.speaking import sound
from trainer.speaking.ambience import EFFECTS, Sounds, effect_for
from trainer.speaking.cache import Wanted
from trainer.speaking.casting import SAMPLE, Casting
from trainer.speaking.mixer import Clip, Mark, Tell, clip_marks
from trainer.speaking.outputs import DevicePlayer, output_devices
from trainer.speaking.player import MakeOutput, Player, Room
from trainer.speaking.pronounce import is_japanese
from trainer.speaking.renderer import Renderer
from trainer.speaking.reporter import Reporter
from trainer.speaking.segments import Segment, segments
from trainer.speaking.timing import estimated_seconds, pieces, word_times
from trainer.speaking.voice_child import COMMAND
from trainer.speaking.voices import MANNERS, SLOWER, Recipe, built_in, from_system
from trainer.speech import (
    DeviceInfo,
    EarState,
    LineBegan,
    MouthMoved,
    Post,
    RenderedLine,
    SpeakingFinished,
    VoiceChanged,
    VoiceInfo,
    VoiceTraits,
    WordReached,
)

LINE_PAUSE = 0.35
"""Quiet between two lines (s)."""

AHEAD_SECONDS = 1.0
"""Of a line that may come so much is rendered ahead (s of speech, at least): long enough to render the rest while it is
heard, which takes a twentieth of its length (docs/decisions/0281, 0289)."""

SLOWEST, FASTEST = 0.5, 1.5


@dataclass(slots=True)
class _Say:
    """One `say` that has not finished yet."""

    turn: int
    generation: int


class PartnerVoice:
    """Says lines, shows their words in time, moves the mouth. Every call returns at once and never raises.

    Says queue up: a second `say` begins when the first has ended. `stop` ends them all. Whatever goes wrong with
    engine or loudspeaker, LineBegan, WordReached and SpeakingFinished still come, in the time the words need.
    """

    def __init__(
        self,
        post: Post,
        command: Sequence[str] = COMMAND,
        make_output: MakeOutput = DevicePlayer,
        device: str = "",
        sounds: Path | None = None,
        engines: Iterable[str] | None = None,
        room: Room | None = None,
    ) -> None:
        """`command` starts the voice's child process; `sounds` is the folder of ambience and effects.

        `engines` limits the engines tried (default: those installed here); `make_output` opens the loudspeaker, and
        `room` remembers how large a buffer that needs.
        """
        there = tuple(engines) if engines is not None else installed_engines()
        self._reporter = Reporter(post)
        self._casting = Casting(built_in(there))
        self._player = Player(self._reporter, self._speaker_changed, make_output, device, room=room)
        self._renderer = Renderer(command, self._voice_changed)
        self._sounds = Sounds(sounds)
        self._lock = threading.Lock()
        self._generation = 0
        self._open: list[_Say] = []
        self._pace = 1.0
        self._readings: dict[str, str] = {}
        self._next: tuple[Sequence[SpokenLine], Sequence[SpokenLine]] = ((), ())
        self._ambience = itertools.count(1)
        self._wanted_ambience = 0
        self._closed = False
        for engine in there:
            self._ask_system(engine)
        for engine in there[:1]:
            self._renderer.warm(engine)
        if not there:
            self._voice_changed("failed", "no-engine")

    def prepare(self, lines: Sequence[SpokenLine], slower: Sequence[SpokenLine] = ()) -> None:
        """These lines may be needed next: render how they begin, and again if they are to sound otherwise."""
        self._next = (lines, slower)
        self._prepare()

    def _prepare(self) -> None:
        self._renderer.prepare(self._beginnings)

    def say(self, turn: int, lines: Sequence[SpokenLine], slower: bool = False) -> None:
        """Say the lines one after another, after what is being said already."""
        with self._lock:
            if self._closed:
                return
            say = _Say(turn, self._generation)
            self._open.append(say)
        for index, line in enumerate(lines):
            parts = segments(line.text, _language(line)) or (Segment(0, 0),)
            for number, piece in enumerate(parts):
                last = number == len(parts) - 1
                pause = piece.pause if not last else LINE_PAUSE * (index < len(lines) - 1)
                self._renderer.run(partial(self._piece, say, index, line, piece, pause, number == 0, slower))
        self._renderer.run(partial(self._end, say))

    def stop(self) -> None:
        """Be silent at once; SpeakingFinished(stopped=True) follows for everything that was being said."""
        with self._lock:
            stopped, self._open = self._open, []
            generation = self._generation
            self._generation += 1
        if stopped:
            self._player.stop(generation, partial(self._stopped, stopped))

    def warm(self, language: str) -> None:
        """Load the engine of that language before the first line (openjtalk takes a second)."""
        recipe = self._casting.usual(language)
        if recipe:
            self._renderer.warm(recipe.engine)

    def set_pace(self, factor: float) -> None:
        """Partner's speaking rate: 0.5 .. 1.5; heard from the next line on."""
        pace = max(SLOWEST, min(FASTEST, factor))
        if pace != self._pace:
            self._pace = pace
            self._prepare()

    def set_volume(self, volume: float) -> None:
        """0..1, heard at once."""
        self._player.mixer.set_volume(volume)

    def set_ambience(self, name: str, level: float) -> None:
        """Background sound of a place, 0..1, faded in gently; "" or an unknown name fades to quiet."""
        wanted = next(self._ambience)
        self._wanted_ambience = wanted

        def load() -> None:
            if wanted == self._wanted_ambience:  # a newer place may have been asked for meanwhile
                self._player.mixer.set_ambience(self._sounds.loop(name, self._player.mixer.rate), level)

        self._renderer.run(load)

    def play_effect(self, name: str, level: float = 0.5) -> None:
        """A short sound by name (ambience.EFFECTS) or by the cue it belongs to; nothing for an unknown one."""
        name = name if name in EFFECTS else effect_for(name)

        def load() -> None:
            samples = self._sounds.effect(name, self._player.mixer.rate)
            if samples is not None:
                self._player.effect(samples, max(0.0, min(1.0, level)))

        self._renderer.run(load)

    def play_back(self, recorded: RenderedLine) -> None:
        """Play a recording beside everything else (the microphone check's)."""
        self._renderer.run(lambda: self._player.effect(sound.at_rate(recorded, self._player.mixer.rate)))

    def mute(self, muted: bool) -> None:
        """Quick hide: everything silent at once; the words go on."""
        self._player.mixer.mute(muted)

    def voices(self) -> Sequence[VoiceInfo]:
        """The voices that can be chosen; those of the system join when the child process has listed them."""
        return tuple(recipe.info for recipe in self._casting.recipes)

    def set_voice(self, speaker: str, voice: str) -> None:
        """That person speaks with this voice from now on ("" lets the program choose)."""
        self._casting.choose(speaker, voice)
        self._prepare()

    def cast(self, people: Mapping[str, VoiceTraits | None]) -> None:
        """These people speak from the next line on, each with a voice like this (None: whichever is free)."""
        self._casting.cast(people)
        self._prepare()

    def sample(self, turn: int, line: SpokenLine, voice: str, traits: VoiceTraits | None) -> None:
        """Let a line be heard with that voice, or ("") with one like this, instead of what is being said."""
        self.stop()
        self._casting.choose(SAMPLE, voice)
        self._casting.embody(SAMPLE, traits)
        self.say(turn, [replace(line, speaker=SAMPLE)])

    def set_readings(self, readings: Mapping[str, str]) -> None:
        """Further spellings for the voice ("森" -> "もり"), for example those of a pack."""
        if dict(readings) != self._readings:
            self._readings = dict(readings)
            self._prepare()

    def devices(self) -> Sequence[DeviceInfo]:
        """The loudspeakers that can be chosen."""
        return output_devices()

    def set_device(self, device: str) -> None:
        """Use that loudspeaker from now on ("" for the system's own choice)."""
        self._player.set_device(device)

    def close(self) -> None:
        """End the child processes, the threads and the stream. Nothing is posted afterwards."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            self._open.clear()
        self._reporter.close()
        self._player.close()
        self._renderer.close()

    # --- on the renderer's thread ----------------------------------------------------------------------------

    def _piece(
        self, say: _Say, index: int, line: SpokenLine, piece: Segment, pause: float, first: bool, slower: bool
    ) -> None:
        """Render one piece of a line and hand it to the player."""
        if not self._is_open(say):
            return
        wanted = self._wanted(line, piece, slower)
        rendered = self._renderer.line(wanted) if wanted else None
        pace = wanted.pace if wanted else self._pace
        if rendered is None:
            rendered = _shown(line.text[piece.first : piece.last], _language(line), pace)
        samples = sound.at_rate(rendered, self._player.mixer.rate)
        times: list[tuple[float, Tell]] = []
        if first:
            times.append((0.0, lambda due: self._reporter.post(LineBegan(say.turn, index, due))))
        for word in rendered.words:
            fact = WordReached(say.turn, index, piece.first + word.first, piece.first + word.last)
            times.append((word.at, partial(self._tell, fact)))
        for number, opening in enumerate((*rendered.envelope, 0.0)):
            times.append((number / sound.MOUTH_RATE, partial(self._tell, MouthMoved(opening))))
        self._player.add(Clip(samples, clip_marks(times), pause / pace, say.generation))

    def _end(self, say: _Say) -> None:
        """After the last piece: the mark that ends the turn."""
        if self._is_open(say):
            none = sound.from_pcm(b"")
            self._player.add(Clip(none, (Mark(0.0, partial(self._finished, say)),), 0.0, say.generation))

    def _ask_system(self, engine: str) -> None:
        """On Windows and macOS: list the system's voices."""
        if engine not in ("sapi5", "say"):
            return
        name: Literal["sapi5", "say"] = "sapi5" if engine == "sapi5" else "say"

        def listed(found: list[dict[str, str]]) -> None:
            self._casting.add(system_recipes(name, found))

        self._renderer.ask_voices(name, listed)

    def _beginnings(self) -> list[Wanted]:
        """How the lines begin that may be needed next."""
        pieces: list[Wanted] = []
        for slower, lines in enumerate(self._next):
            for line in lines:
                pieces += self._beginning(line, bool(slower))
        return pieces

    def _beginning(self, line: SpokenLine, slower: bool) -> list[Wanted]:
        """The first pieces of a line, AHEAD_SECONDS of them."""
        found: list[Wanted] = []
        seconds = 0.0
        for piece in segments(line.text, _language(line)):
            wanted = self._wanted(line, piece, slower)
            if seconds >= AHEAD_SECONDS or wanted is None:
                break
            found.append(wanted)
            seconds += estimated_seconds(wanted.text, wanted.language, wanted.pace) + piece.pause
        return found

    # --- on the reporter's thread ----------------------------------------------------------------------------

    def _tell(self, fact: WordReached | MouthMoved, due: float) -> None:
        self._reporter.post(fact)

    def _finished(self, say: _Say, due: float) -> None:
        if self._take(say):
            self._reporter.post(SpeakingFinished(say.turn, due))

    def _stopped(self, says: Sequence[_Say], due: float) -> None:
        self._reporter.post(MouthMoved(0.0))
        for say in says:
            self._reporter.post(SpeakingFinished(say.turn, due, stopped=True))

    # --- anywhere --------------------------------------------------------------------------------------------

    def _take(self, say: _Say) -> bool:
        """Strike a say off the open ones; False when it was stopped before."""
        with self._lock:
            if say not in self._open:
                return False
            self._open.remove(say)
            return True

    def _is_open(self, say: _Say) -> bool:
        with self._lock:
            return any(other is say for other in self._open)

    def _wanted(self, line: SpokenLine, piece: Segment, slower: bool) -> Wanted | None:
        """What to render for a piece of a line; None when no voice speaks its language."""
        language = _language(line)
        recipe = self._casting.voice(line.speaker, language)
        manner = MANNERS.get(line.tone, MANNERS[""])
        pace = self._pace * manner.pace * (SLOWER if slower else 1.0)
        text = line.text[piece.first : piece.last]
        if recipe is None:
            return None
        pace = round(max(SLOWEST, min(FASTEST, pace)), 2)
        readings = tuple((written, said) for written, said in self._readings.items() if written in text)
        return Wanted(recipe, text, language, pace, manner.semitones, manner.decibels, readings)

    def _voice_changed(self, state: EarState, reason: str) -> None:
        self._reporter.post(VoiceChanged(state, "", reason))

    def _speaker_changed(self, there: bool, reason: str) -> None:
        self._reporter.post(VoiceChanged("ready" if there else "unavailable", "", reason))


def installed_engines() -> tuple[str, ...]:
    """Engines whose parts are installed here, the usual one first; nothing is imported."""
    engines: list[str] = []
    if sys.platform == "win32":
        engines.append("sapi5")
    elif sys.platform == "darwin":
        engines.append("say")
    elif importlib.util.find_spec("pyttsx3"):
        engines.append("espeak")
    if importlib.util.find_spec("pyopenjtalk"):
        engines.append("openjtalk")
    return tuple(engines)


def system_recipes(engine: Literal["sapi5", "say"], found: Sequence[Mapping[str, str]]) -> list[Recipe]:
    """Voices made from those a system lists, English and Japanese only."""
    made: list[Recipe] = []
    for voice in found:
        language = voice.get("language", "")
        gender = voice.get("gender", "")
        if language[:2] in ("en", "ja") and voice.get("id"):
            made += from_system(
                engine,
                voice["id"],
                voice.get("name", voice["id"]),
                language,
                "female" if gender == "female" else "male" if gender == "male" else "neutral",
            )
    return made


def _language(line: SpokenLine) -> str:
    """The line's language; told from its letters when it does not say."""
    return line.language or ("ja" if is_japanese(line.text) else "en")


def _shown(text: str, language: str, pace: float) -> RenderedLine:
    """A piece that is only shown: as long as it would take to say, its words in time, no sound."""
    seconds = estimated_seconds(text, language, pace)
    rate = 8_000
    return RenderedLine(bytes(2 * int(seconds * rate)), rate, (), word_times(pieces(text, language), seconds))
