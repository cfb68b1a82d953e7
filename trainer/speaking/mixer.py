"""What goes to the loudspeaker, block by block: the voice, the place's sound, small effects; and what is reached when.

No device and no clock here: whoever drives it (a sound device or the silent player) asks for the next block and is
told which marks fall into it. Commands come from other threads and are carried out at the start of the next block.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

import numpy as np

from trainer.speaking.sound import Samples, resample

STOP_SECONDS = 0.010
"""How long a stopped voice fades (s): instant to the ear, without a click."""
SMOOTH_SECONDS = 0.015
"""How long a change of volume takes (s)."""
AMBIENCE_SECONDS = 0.8
"""How long a place's sound fades in or out (s)."""

Tell = Callable[[float], None]
"""Called with the monotonic time at which a mark's sample leaves the loudspeaker."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something reached `at` seconds into a clip."""

    at: float
    tell: Tell


@dataclass(frozen=True, slots=True)
class Clip:
    """Voice to be played: samples at the mixer's rate, the quiet after them in seconds, marks in order of time.

    `generation` says which say it belongs to: `Mixer.stop(generation)` also drops clips that arrive too late.
    """

    samples: Samples
    marks: tuple[Mark, ...] = ()
    quiet: float = 0.0
    generation: int = 0


@dataclass(frozen=True, slots=True)
class Reached:
    """A mark that falls into the block just made: `offset` frames from its first."""

    offset: int
    tell: Tell
    generation: int | None


@dataclass(slots=True)
class _Layer:
    """A looping place sound and its fade."""

    samples: Samples
    gain: float
    target: float
    place: int = 0


@dataclass(slots=True)
class _Effect:
    samples: Samples
    gain: float
    place: int = 0


@dataclass(slots=True)
class _Playing:
    """The clip being played."""

    clip: Clip
    length: int
    place: int = 0
    marks: deque[Mark] = field(default_factory=deque)


class Mixer:
    """Mixes float32 mono blocks at `rate` Hz. Commands are safe from any thread; `fill` belongs to one driver."""

    def __init__(self, rate: int = 48_000) -> None:
        self.rate = rate
        self._commands: deque[Callable[[], None]] = deque()
        self._waiting: deque[Clip] = deque()
        self._playing: _Playing | None = None
        self._stopped = -1
        self._fade = 0
        self._fading = np.zeros(0, np.float32)
        self._after_fade: list[Tell] = []
        self._volume = 1.0
        self._muted = False
        self._gain: float | None = None  # the first block begins at what was set, without a fade
        self._layers: list[_Layer] = []
        self._effects: list[_Effect] = []
        self._quiet = 0

    # --- commands, from any thread ---------------------------------------------------------------------------

    def add(self, clip: Clip) -> None:
        """Play after what is already waiting."""
        self._commands.append(partial(self._add, clip))

    def stop(self, generation: int, tell: Tell) -> None:
        """Fade the voice out and forget all clips up to that generation; `tell` when it is silent."""
        self._commands.append(partial(self._stop, generation, tell))

    def set_volume(self, volume: float) -> None:
        """0..1 as set; the ear hears it evenly (the gain is its square)."""
        self._volume = max(0.0, min(1.0, volume))

    def mute(self, muted: bool) -> None:
        """Everything silent at once; time goes on."""
        self._muted = muted

    def set_ambience(self, samples: Samples | None, level: float) -> None:
        """Fade to that loop (None: to quiet). The same loop again only changes its level."""
        self._commands.append(partial(self._set_ambience, samples, max(0.0, min(1.0, level))))

    def effect(self, samples: Samples, gain: float = 1.0) -> None:
        """Play a short sound once, beside everything else."""
        self._commands.append(lambda: self._effects.append(_Effect(samples, gain)))

    def change_rate(self, rate: int) -> None:
        """Go on at another rate: only while nobody drives the mixer."""
        old, self.rate = self.rate, rate
        if self._playing:
            rest = self._playing.clip.samples[self._playing.place :]
            passed = self._playing.place / old
            marks = tuple(Mark(mark.at - passed, mark.tell) for mark in self._playing.marks)
            clip = self._playing.clip
            self._waiting.appendleft(Clip(rest, marks, clip.quiet, clip.generation))
            self._playing = None
        self._waiting = deque(
            Clip(resample(clip.samples, old, rate), clip.marks, clip.quiet, clip.generation) for clip in self._waiting
        )
        for layer in self._layers:
            layer.samples, layer.place = resample(layer.samples, old, rate), 0
        self._effects.clear()

    # --- the driver's side -----------------------------------------------------------------------------------

    def fill(self, frames: int) -> tuple[Samples, list[Reached]]:
        """The next `frames` samples, and the marks they reach."""
        reached: list[Reached] = []
        while self._commands:
            self._commands.popleft()()
        sounds = self.speaking or bool(len(self._fading) or self._effects)
        self._quiet = 0 if sounds else self._quiet + frames
        block = np.zeros(frames, np.float32)
        begin = self._mix_fading(block, reached)
        self._mix_voice(block, begin, reached)
        self._mix_layers(block)
        self._mix_effects(block)
        wanted = 0.0 if self._muted else self._volume**2
        now = wanted if self._gain is None else self._gain
        block *= self._ramp(now, wanted, frames, SMOOTH_SECONDS)
        self._gain = self._approach(now, wanted, frames, SMOOTH_SECONDS)
        np.clip(block, -1.0, 1.0, out=block)
        return block, reached

    @property
    def speaking(self) -> bool:
        """Is a clip playing or waiting? (as of the last block)"""
        return self._playing is not None or bool(self._waiting)

    @property
    def quiet(self) -> float:
        """Seconds mixed since a word or a short sound was last among them; 0 while one is about to be."""
        return 0.0 if self._commands else self._quiet / self.rate

    def _add(self, clip: Clip) -> None:
        if clip.generation > self._stopped:
            self._waiting.append(clip)

    def _stop(self, generation: int, tell: Tell) -> None:
        self._stopped = max(self._stopped, generation)
        if self._playing and self._playing.clip.generation <= generation:
            length = int(STOP_SECONDS * self.rate)
            rest = self._playing.clip.samples[self._playing.place : self._playing.place + length].copy()
            rest *= np.linspace(1.0, 0.0, length, dtype=np.float32)[: len(rest)]
            self._fading = rest
            self._playing = None
        self._waiting = deque(clip for clip in self._waiting if clip.generation > generation)
        self._after_fade.append(tell)

    def _mix_fading(self, block: Samples, reached: list[Reached]) -> int:
        """The end of a stopped voice; returns where in the block the next may begin."""
        size = min(len(block), len(self._fading))
        block[:size] += self._fading[:size]
        self._fading = self._fading[size:]
        if self._after_fade and not len(self._fading):
            reached.extend(Reached(size, tell, None) for tell in self._after_fade)
            self._after_fade.clear()
        return size

    def _mix_voice(self, block: Samples, place: int, reached: list[Reached]) -> None:
        while self._playing or self._waiting:
            if self._playing is None:
                clip = self._waiting.popleft()
                length = len(clip.samples) + int(clip.quiet * self.rate)
                self._playing = _Playing(clip, length, 0, deque(clip.marks))
            place = self._mix_clip(self._playing, block, place, reached)
            if self._playing.place < self._playing.length:
                return
            self._playing = None

    def _mix_clip(self, playing: _Playing, block: Samples, place: int, reached: list[Reached]) -> int:
        """Mix one clip from `place` in the block on; returns where in the block it ended."""
        begin = playing.place
        count = min(len(block) - place, playing.length - begin)
        voice = playing.clip.samples[begin : begin + count]
        block[place : place + len(voice)] += voice
        playing.place += count
        over = playing.place >= playing.length
        while playing.marks:
            frame = int(playing.marks[0].at * self.rate)
            if frame >= playing.place and not over:
                break
            mark = playing.marks.popleft()
            offset = place + max(0, min(frame, playing.length) - begin)
            reached.append(Reached(offset, mark.tell, playing.clip.generation))
        return place + count

    def _set_ambience(self, samples: Samples | None, level: float) -> None:
        kept = None
        for layer in self._layers:
            same = samples is not None and layer.samples is samples
            layer.target = level if same else 0.0
            kept = layer if same else kept
        if kept is None and samples is not None and len(samples) and level > 0:
            self._layers.append(_Layer(samples, 0.0, level))

    def _mix_layers(self, block: Samples) -> None:
        for layer in self._layers:
            indices = np.arange(layer.place, layer.place + len(block)) % len(layer.samples)
            block += layer.samples[indices] * self._ramp(layer.gain, layer.target, len(block), AMBIENCE_SECONDS)
            layer.place = (layer.place + len(block)) % len(layer.samples)
            layer.gain = self._approach(layer.gain, layer.target, len(block), AMBIENCE_SECONDS)
        self._layers = [layer for layer in self._layers if layer.gain > 0 or layer.target > 0]

    def _mix_effects(self, block: Samples) -> None:
        for effect in self._effects:
            piece = effect.samples[effect.place : effect.place + len(block)]
            block[: len(piece)] += piece * np.float32(effect.gain)
            effect.place += len(piece)
        self._effects = [effect for effect in self._effects if effect.place < len(effect.samples)]

    def _ramp(self, now: float, wanted: float, frames: int, seconds: float) -> Samples:
        """Gains for a block on the way from `now` to `wanted`, at full scale per `seconds`."""
        step = 1.0 / (seconds * self.rate)
        steps = np.arange(1, frames + 1, dtype=np.float32) * np.float32(step)
        gains: Samples = np.minimum(now + steps, wanted) if wanted >= now else np.maximum(now - steps, wanted)
        return gains.astype(np.float32)

    def _approach(self, now: float, wanted: float, frames: int, seconds: float) -> float:
        """Where `_ramp` ends."""
        change = frames / (seconds * self.rate)
        return min(now + change, wanted) if wanted >= now else max(now - change, wanted)


def clip_marks(times: Sequence[tuple[float, Tell]]) -> tuple[Mark, ...]:
    """Marks in order of time (equal times keep their order)."""
    return tuple(Mark(at, tell) for at, tell in sorted(times, key=lambda pair: pair[0]))
