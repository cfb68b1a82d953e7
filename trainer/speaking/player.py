"""One permanent way out for all sound: a device where there is one, silence in the same time where there is none."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from typing import Protocol

from trainer.portaudio import SoundLibrary, sound_library
from trainer.speaking.mixer import Clip, Mixer, Tell
from trainer.speaking.outputs import LATENCIES, DevicePlayer, Output, OutputError, SilentPlayer
from trainer.speaking.reporter import Reporter
from trainer.speaking.sound import Samples

OPENING_SECONDS = 1.5
"""A device that takes longer to open is not waited for: the words go on in silence until it is there."""

LOADING_SECONDS = 4.0
"""The same while the sound library itself is still being tried and loaded."""

AT_REST = 0.3
"""A device is let go for our own reasons only after so much quiet (s): what it has taken is not heard yet, and is lost
when the stream ends (measured: 0.03-0.1 s of a word).
"""

RETRY_SECONDS = (3.0, 10.0, 30.0)
"""Quiet attempts to get a loudspeaker back; the last goes on."""

MakeOutput = Callable[[Mixer, Reporter, str, float], Output]
"""Makes the way out to the device of that name ("" the system's own choice), with a buffer of so many seconds."""


class Room(Protocol):
    """Knows from earlier starts which of `LATENCIES` the loudspeaker needs."""

    def read(self) -> int:
        """Its place among them, 0 when nothing is known."""

    def keep(self, place: int) -> None:
        """That one was needed. May take as long as a disk does."""


class Player:
    """Owns the mixer and whoever drives it; a thread of its own opens, watches and replaces the driver."""

    def __init__(
        self,
        reporter: Reporter,
        changed: Callable[[bool, str], None] = lambda there, reason: None,
        make_output: MakeOutput = DevicePlayer,
        device: str = "",
        library: SoundLibrary | None = None,
        room: Room | None = None,
    ) -> None:
        """`changed(there, reason)`: the loudspeaker is gone, or back. `make_output`: what to try, a DevicePlayer.

        With `room` what was learnt about its buffer is known at the next start.
        """
        self._library = library or sound_library()
        self.mixer = Mixer()
        self._reporter = reporter
        self._changed = changed
        self._make_output = make_output
        self._device = device
        self._output: Output | None = None
        self._room = room
        self._latency = self._kept = min(room.read(), len(LATENCIES) - 1) if room is not None else 0
        self._silent = False
        self._told = True
        self._attempts = 0
        self._opened: queue.SimpleQueue[Output | str] = queue.SimpleQueue()
        self._end = threading.Event()
        self._reopen = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True, name="player")
        self._thread.start()

    def add(self, clip: Clip) -> None:
        """Play after what is waiting."""
        self.mixer.add(clip)

    def stop(self, generation: int, tell: Tell) -> None:
        """Silence everything up to that generation; `tell` when the last faded sample has left."""
        self._reporter.stop(generation)
        self.mixer.stop(generation, tell)

    def effect(self, samples: Samples, gain: float = 1.0) -> None:
        """Play a short sound beside the rest."""
        self.mixer.effect(samples, gain)

    def set_device(self, device: str) -> None:
        """Use that loudspeaker from now on."""
        if device != self._device:
            self._device = device
            self._reopen.set()

    @property
    def silent(self) -> bool:
        """True while nobody can hear."""
        return self._silent

    def close(self) -> None:
        """Let the device go and end the thread."""
        self._end.set()
        self._thread.join(timeout=4)

    def _watch(self) -> None:
        self._open()
        opening_since, opening = time.monotonic(), True
        next_try = 0.0
        while not self._end.is_set():
            came = self._arrival(0.05 if opening else 0.2)
            now = time.monotonic()
            if came is not None:
                opening = False
                if isinstance(came, str):
                    self._lost(came)
                    next_try = now + self._patience()
                elif not self._use(came):
                    next_try = now + self._patience()
            elif opening and now - opening_since > self._longest_opening() and self._output is None:
                self._lost("speaker-slow")
            if not opening and self._at_rest() and self._needs_more_room():
                self._latency += 1
                self._reopen.set()
            if self._library.wished and not self._silent and not opening and self._at_rest():
                # The microphone waits for a device that came after PortAudio made its list.
                self._drop()
                self._library.start_anew()
                self._reopen.set()
            if self._reopen.is_set() and not opening:
                self._reopen.clear()
                self._drop()
                next_try = now
            if not opening and self._output is not None and not self._output.alive():
                self._drop()
                self._lost("speaker-lost")
                next_try = now + self._patience()
            if not opening and (self._silent or self._output is None) and now >= next_try:
                opening, opening_since = True, now
                self._open()
        self._drop()

    def _longest_opening(self) -> float:
        return OPENING_SECONDS if self._library.loaded else LOADING_SECONDS

    def _at_rest(self) -> bool:
        """Nothing is lost when the stream begins anew now."""
        return self._output is None or self.mixer.quiet > AT_REST

    def _needs_more_room(self) -> bool:
        """The device runs dry with a buffer this small. What it needs is kept, for the next starts too."""
        return self._output is not None and self._output.strained() and self._latency < len(LATENCIES) - 1

    def _arrival(self, seconds: float) -> Output | str | None:
        """The output that was being opened, or why it could not be, if that is known by now."""
        try:
            return self._opened.get(timeout=seconds)
        except queue.Empty:
            return None

    def _open(self) -> None:
        """Open the device on a thread of its own: a sound server that hangs must hold up nobody."""

        def work() -> None:
            if self._silent:
                self._library.look_again()
            output = self._make_output(self.mixer, self._reporter, self._device, LATENCIES[self._latency])
            try:
                output.open()
            except OutputError as error:
                self._opened.put(str(error))
            else:
                self._opened.put(output)
            if self._room is not None and self._latency > self._kept:
                self._kept = self._latency
                self._room.keep(self._kept)
            if self._end.is_set():
                output.close()

        threading.Thread(target=work, daemon=True, name="open-speaker").start()

    def _use(self, output: Output) -> bool:
        """Sound goes there from now on; False when it does not start."""
        self._drop()
        try:
            output.start()
        except OutputError as error:
            self._lost(str(error))
            return False
        self._output, self._silent, self._attempts = output, False, 0
        if not self._told:
            self._told = True
            self._changed(True, "speaker-back")
        return True

    def _lost(self, reason: str) -> None:
        """Go on in silence; say so once."""
        self._drop()
        self._output, self._silent = SilentPlayer(self.mixer, self._reporter), True
        self._output.start()
        if self._told:
            self._told = False
            self._changed(False, reason)

    def _drop(self) -> None:
        if self._output is not None:
            self._output.close()
            self._output = None

    def _patience(self) -> float:
        seconds = RETRY_SECONDS[min(self._attempts, len(RETRY_SECONDS) - 1)]
        self._attempts += 1
        return seconds
