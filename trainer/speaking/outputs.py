"""Who drives the mixer: a sound device, or nobody's ears in the same time."""

from __future__ import annotations

import contextlib
import threading
import time
from collections import deque
from collections.abc import Sequence
from types import ModuleType
from typing import Any, Protocol

import numpy as np

from trainer import portaudio
from trainer.speaking.mixer import Mixer
from trainer.speaking.reporter import Reporter
from trainer.speaking.sound import Samples
from trainer.speech import DeviceInfo

LATENCIES = (0.035, 0.06, 0.1)
"""Asked of the device (s), one after another as it runs dry: the first on a quiet machine, the last one is clean on a
busy one. What the device calls "low" underran 1,300 times in 18 s.
"""

STRAINED_UNDERRUNS, STRAINED_SECONDS = 2, 5.0
"""A device that ran dry so often within so many seconds needs a larger buffer."""

SETTLING_SECONDS = 1.0
"""A stream that has begun so recently (s) may run dry without meaning anything."""

STALLED_SECONDS = 1.0
"""A device that has not asked for sound for so long is taken for lost: a suspended one stays "active"."""


class OutputError(Exception):
    """No sound can be played; the message is a code."""


class _StreamTimes(Protocol):
    """What PortAudio tells the callback, in seconds of the stream's own clock."""

    outputBufferDacTime: float  # noqa: N815 - PortAudio's name
    currentTime: float  # noqa: N815 - PortAudio's name


class StreamStatus(Protocol):
    """What PortAudio tells the callback about the blocks before."""

    output_underflow: bool


class Strain:
    """Notices a device that runs dry again and again. Pure: the time is given."""

    def __init__(self, began: float) -> None:
        """`began`: when the stream did (monotonic s)."""
        self._began = began
        self._dry: deque[float] = deque(maxlen=STRAINED_UNDERRUNS)

    def ran_dry(self, now: float) -> None:
        """A block came too late."""
        if now - self._began > SETTLING_SECONDS:
            self._dry.append(now)

    @property
    def much(self) -> bool:
        """It happened often within a short time."""
        return len(self._dry) == STRAINED_UNDERRUNS and self._dry[-1] - self._dry[0] <= STRAINED_SECONDS


class Output(Protocol):
    """A driver of the mixer."""

    def open(self) -> None:
        """Get hold of the device, which may take long; OutputError when that is not possible."""

    def start(self) -> None:
        """Begin to take blocks, as the mixer's only driver; OutputError when that is not possible."""

    def alive(self) -> bool:
        """Does it still take blocks?"""

    def strained(self) -> bool:
        """Does it run dry, so that a larger buffer would do better?"""

    def close(self) -> None:
        """Take no more."""


class SilentPlayer:
    """Plays to nobody: takes blocks in real time, so that captions and turns go on just the same.

    Used where there is no loudspeaker, and in tests, where `speed` makes time pass faster.
    """

    def __init__(self, mixer: Mixer, reporter: Reporter, speed: float = 1.0, block: float = 0.02) -> None:
        """`block` in seconds of real time."""
        self._mixer = mixer
        self._reporter = reporter
        self._speed = speed
        self._block = block
        self._end = threading.Event()
        self._thread: threading.Thread | None = None

    def open(self) -> None:
        """Nothing to get hold of."""

    def start(self) -> None:
        """Begin; never fails."""
        self._thread = threading.Thread(target=self._work, daemon=True, name="silent-player")
        self._thread.start()

    def alive(self) -> bool:
        """True between start and close."""
        return self._thread is not None and not self._end.is_set()

    def strained(self) -> bool:
        """Never: nobody hears it."""
        return False

    def close(self) -> None:
        """Take no more blocks."""
        self._end.set()
        if self._thread:
            self._thread.join(timeout=2)

    def _work(self) -> None:
        begun = time.monotonic()
        taken = 0
        while not self._end.wait(self._block):
            now = time.monotonic()
            frames = int((now - begun) * self._mixer.rate * self._speed) - taken
            if frames > self._mixer.rate * self._speed:
                begun, taken, frames = now, 0, int(self._mixer.rate * self._block)  # the machine slept
            if frames > 0:
                for mark in self._mixer.fill(frames)[1]:
                    heard = begun + self._block + (taken + mark.offset) / self._mixer.rate / self._speed
                    self._reporter.mark(heard, mark.tell, mark.generation)
                taken += frames


class DevicePlayer:
    """One permanent output stream; its callback mixes a block and nothing else."""

    def __init__(
        self,
        mixer: Mixer,
        reporter: Reporter,
        device: str = "",
        latency: float = LATENCIES[-1],
        library: portaudio.SoundLibrary | None = None,
    ) -> None:
        """`device` is a name from `output_devices`, "" for the system's own choice; `latency` is asked of it (s)."""
        self._mixer = mixer
        self._reporter = reporter
        self._device = device
        self._library = library or portaudio.sound_library()
        self._stream: Any = None
        self._held = False
        self._asked = self._latency = latency
        self._strain = Strain(0.0)
        self._sounding = False
        self._last = 0.0

    def open(self) -> None:
        """Open the device at its own rate; no sound yet."""
        sounddevice = _module(self._library)
        self._library.hold()
        self._held = True
        try:
            number = _device_number(sounddevice, self._device)
            about = sounddevice.query_devices(number, "output")
            self._stream = sounddevice.OutputStream(
                samplerate=int(about["default_samplerate"]),
                device=number,
                channels=min(2, int(about["max_output_channels"])),
                dtype="float32",
                latency=self._asked,
                callback=self._callback,
            )
            self._latency = float(self._stream.latency)
        except (sounddevice.PortAudioError, ValueError, OSError) as error:
            self._abandon()
            raise OutputError("no-speaker") from error

    def start(self) -> None:
        """Begin; the mixer takes the device's rate."""
        if self._stream is None:
            raise OutputError("not-open")
        rate = int(self._stream.samplerate)
        if rate != self._mixer.rate:
            self._mixer.change_rate(rate)
        self._last = time.monotonic()
        self._strain = Strain(self._last)
        try:
            self._stream.start()
        except _module(self._library).PortAudioError as error:
            self._abandon()
            raise OutputError("no-speaker") from error

    def alive(self) -> bool:
        """False when the device has gone, or no longer asks for sound."""
        if self._stream is None:
            return False
        return bool(self._stream.active) and time.monotonic() - self._last < STALLED_SECONDS

    def strained(self) -> bool:
        """True when the device said again and again that a block came too late."""
        return self._strain.much

    @property
    def latency(self) -> float:
        """Seconds from a block to the loudspeaker, as the device says."""
        return self._latency

    def close(self) -> None:
        """Let the device go; a device that hangs is left behind after two seconds."""
        closing = threading.Thread(target=self._abandon, daemon=True, name="close-speaker")
        closing.start()
        closing.join(timeout=2)

    def _abandon(self) -> None:
        stream, self._stream = self._stream, None
        if stream is not None:
            # a lost device may raise anything PortAudio knows while it is let go
            with contextlib.suppress(Exception):
                stream.abort()
                stream.close()
        held, self._held = self._held, False
        if held:
            self._library.let_go()

    def _callback(self, out: Samples, frames: int, info: _StreamTimes, status: StreamStatus) -> None:
        now = time.monotonic()
        self._last = now
        if status.output_underflow and self._sounding:  # nobody hears a hole in silence
            self._strain.ran_dry(now)
        block, reached = self._mixer.fill(frames)
        out[:] = block[:, np.newaxis]
        self._sounding = bool(block.any())
        delay = float(info.outputBufferDacTime - info.currentTime)
        if not 0.0 < delay < 1.0:
            delay = self._latency  # some hosts do not tell
        for mark in reached:
            self._reporter.mark(now + delay + mark.offset / self._mixer.rate, mark.tell, mark.generation)


def output_devices(library: portaudio.SoundLibrary | None = None) -> Sequence[DeviceInfo]:
    """The loudspeakers that can be chosen; () when there are none or no sound library."""
    library = library or portaudio.sound_library()
    try:
        sounddevice = _module(library)
        with library.held():
            devices = sounddevice.query_devices()
            usual = sounddevice.default.device[1]
    except OutputError:
        return ()
    except Exception:  # noqa: BLE001 - PortAudio's host APIs raise what they like; the list is then empty
        return ()
    return tuple(
        DeviceInfo(str(device["name"]), str(device["name"]), index == usual)
        for index, device in enumerate(devices)
        if device["max_output_channels"] > 0
    )


def _module(library: portaudio.SoundLibrary) -> ModuleType:
    """sounddevice; OutputError where there is none."""
    module: ModuleType | None = library.module
    if module is None:
        raise OutputError("no-sound-library")
    return module


def _device_number(sounddevice: ModuleType, name: str) -> int | None:
    """The device of that name; None (the system's choice) when it is not named or not there."""
    if not name:
        return None
    for index, device in enumerate(sounddevice.query_devices()):
        if device["name"] == name and device["max_output_channels"] > 0:
            return index
    return None
