"""The microphone: one permanent input stream whose callback only copies. Blocks come as AudioChunk, int16 mono."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from trainer.portaudio import SoundLibrary, sound_library
from trainer.speech import HEARING_RATE, AudioChunk, DeviceInfo

LATENCY = 0.1
"""Seconds asked of PortAudio: "low" prints underruns on loaded machines, 0.1 is clean and costs nothing here."""

BLOCK_SECONDS = 0.032

MOST_LATE = 0.5
"""A block said to be older than this (s) is not believed: some hosts tell no time, or another clock's."""

Deliver = Callable[[AudioChunk], None]
"""Takes a block on PortAudio's thread: it may copy and queue, nothing else."""


Untyped = Any
"""sounddevice has no types."""


class StreamTimes(Protocol):
    """What PortAudio tells the callback, in seconds of the stream's own clock."""

    inputBufferAdcTime: float  # noqa: N815 - PortAudio's name
    currentTime: float  # noqa: N815 - PortAudio's name


class MicrophoneError(Exception):
    """The microphone cannot be opened. `code`: "absent" (no such device, none at all) or "refused" (in use, not
    allowed).
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class OpenMicrophone:
    """What was really opened."""

    name: str
    rate: int


class Microphone(Protocol):
    """A source of sound. Owned by one thread; `deliver` is called on another."""

    def open(self, device: str, deliver: Deliver) -> OpenMicrophone:
        """Begin to deliver from that device ("" the system's own). Raises MicrophoneError; needs closing first."""

    def close(self) -> None:
        """Deliver nothing more. May be called at any time, also twice."""

    def running(self) -> bool:
        """False once the stream has ended by itself."""

    def devices(self) -> Sequence[DeviceInfo]:
        """What can be opened; empty when there is nothing."""

    def refresh(self) -> None:
        """Look for devices again, where that is possible while closed."""

    def in_the_way(self) -> bool:
        """True while somebody else waits for devices to be listed anew and cannot because this one is open."""


def age(times: StreamTimes, seconds: float) -> float:
    """How long ago the first sample of a block of so many seconds was heard: at least as long as the block is."""
    told = float(times.currentTime - times.inputBufferAdcTime)
    return told if seconds <= told <= MOST_LATE else seconds


class SoundDeviceMicrophone:
    """PortAudio through sounddevice. Without the library, or without devices, everything is simply absent.

    The library is shared with the partner's voice: it is held while a stream is open and never started anew under it.
    """

    def __init__(self, library: SoundLibrary | None = None) -> None:
        self._shared = library or sound_library()
        self._stream: Any = None

    @property
    def _library(self) -> Untyped:
        return self._shared.module

    def open(self, device: str, deliver: Deliver) -> OpenMicrophone:
        """Open at 16 kHz if the device allows it, else at its own rate."""
        if self._stream is not None:
            raise MicrophoneError("refused")
        if self._library is None:
            raise MicrophoneError("absent")
        self._shared.hold()
        try:
            return self._open(device, deliver)
        except MicrophoneError:
            self._shared.let_go()
            raise

    def _open(self, device: str, deliver: Deliver) -> OpenMicrophone:
        index, name, own_rate = self._find(device)
        failed: Exception | None = None
        for rate in dict.fromkeys((HEARING_RATE, own_rate)):
            try:
                self._stream = self._start(index, rate, deliver)
                return OpenMicrophone(name, rate)
            except (self._library.PortAudioError, ValueError, OSError) as error:
                failed = error
        raise MicrophoneError("refused") from failed

    def close(self) -> None:
        """End the stream at once."""
        stream, self._stream = self._stream, None
        if stream is not None:
            with contextlib.suppress(self._library.PortAudioError):
                stream.abort(ignore_errors=True)
            with contextlib.suppress(self._library.PortAudioError):
                stream.close(ignore_errors=True)
            self._shared.let_go()

    def running(self) -> bool:
        """False when the sound server went away."""
        if self._stream is None:
            return False
        try:
            return bool(self._stream.active)
        except self._library.PortAudioError:
            return False

    def devices(self) -> Sequence[DeviceInfo]:
        """Every device with an input, the system's own choice marked."""
        if self._library is None:
            return ()
        with self._shared.held() as library:
            try:
                usual = library.query_devices(kind="input")["name"]
            except (library.PortAudioError, ValueError):
                usual = ""
            names = dict.fromkeys(str(entry["name"]) for _, entry in self._inputs())
        return tuple(DeviceInfo(name, name, name == usual) for name in names)

    def refresh(self) -> None:
        """Have new devices seen: at once, or when the partner's voice next lets go of the library."""
        if self._stream is None:
            self._shared.look_again()

    def in_the_way(self) -> bool:
        """The partner's loudspeaker is gone and may be back under another number."""
        return self._stream is not None and self._shared.wished

    def _inputs(self) -> list[tuple[int, Any]]:
        try:
            every = self._library.query_devices()
        except (self._library.PortAudioError, ValueError):
            return []
        return [(number, entry) for number, entry in enumerate(every) if entry["max_input_channels"] > 0]

    def _find(self, device: str) -> tuple[int | None, str, int]:
        if device:
            for number, entry in self._inputs():
                if entry["name"] == device:
                    return number, device, int(entry["default_samplerate"])
            raise MicrophoneError("absent")
        try:
            entry = self._library.query_devices(kind="input")
        except (self._library.PortAudioError, ValueError) as error:
            raise MicrophoneError("absent") from error
        return None, str(entry["name"]), int(entry["default_samplerate"])

    def _start(self, index: int | None, rate: int, deliver: Deliver) -> Untyped:
        def copy(data: Untyped, frames: int, times: StreamTimes, _status: object) -> None:
            deliver(AudioChunk(bytes(data), rate, time.monotonic() - age(times, frames / rate)))

        stream = self._library.RawInputStream(
            samplerate=rate,
            blocksize=int(rate * BLOCK_SECONDS),
            device=index,
            channels=1,
            dtype="int16",
            latency=LATENCY,
            callback=copy,
        )
        try:
            stream.start()
        except Exception:
            stream.close(ignore_errors=True)
            raise
        return stream
