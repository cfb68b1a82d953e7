"""A microphone that plays a recording, as strict as the real one: a named fake that shares its contract tests."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence

from trainer.hearing.microphone import BLOCK_SECONDS, Deliver, MicrophoneError, OpenMicrophone
from trainer.speech import AudioChunk, DeviceInfo


class RecordedMicrophone:
    """Delivers queued sound on a thread of its own, as PortAudio does; noise between recordings unless told else.

    `pace` is real time over recording time: 1.0 as a microphone, less is faster.
    """

    def __init__(self, rate: int = 16_000, pace: float = 1.0, names: Sequence[str] = ("Recorded microphone",)) -> None:
        self.rate = rate
        self.pace = pace
        self.names = list(names)
        self.refused = False
        self.frozen = False
        self.muted = False
        self.opened: list[str] = []
        self._sound = bytearray()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._stop = threading.Event()
        self._ended = False

    def play(self, pcm: bytes) -> None:
        """Say this into the microphone after what was queued before."""
        with self._lock:
            self._sound += pcm

    def wait_until_played(self, seconds: float = 30.0) -> None:
        """Until everything queued was delivered."""
        until = time.monotonic() + seconds
        while self._sound:
            if time.monotonic() > until:
                raise TimeoutError("the recording was not heard to its end")
            time.sleep(0.005)

    def unplug(self) -> None:
        """The device is gone: the stream ends by itself and cannot be opened again until `plug`."""
        self.names = []
        self._ended = True
        self._stop.set()

    def plug(self, name: str = "Recorded microphone") -> None:
        """A device is there again."""
        self.names = [name]

    def open(self, device: str, deliver: Deliver) -> OpenMicrophone:
        if self._thread is not None:
            raise MicrophoneError("refused")
        if not self.names or (device and device not in self.names):
            raise MicrophoneError("absent")
        if self.refused:
            raise MicrophoneError("refused")
        name = device or self.names[0]
        self.opened.append(name)
        self._ended = False
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(deliver, self._stop), daemon=True)
        self._thread.start()
        return OpenMicrophone(name, self.rate)

    def close(self) -> None:
        self._stop.set()
        thread, self._thread = self._thread, None
        if thread is not None and thread is not threading.current_thread():
            thread.join(5.0)

    def running(self) -> bool:
        return self._thread is not None and not self._ended

    def devices(self) -> Sequence[DeviceInfo]:
        return tuple(DeviceInfo(name, name, place == 0) for place, name in enumerate(self.names))

    def refresh(self) -> None:
        pass

    def in_the_way(self) -> bool:
        return False

    def _run(self, deliver: Deliver, stop: threading.Event) -> None:
        size = int(self.rate * BLOCK_SECONDS) * 2
        # Not zeros: an open microphone in a quiet room is never exactly silent.
        room = bytes(byte for n in range(size // 2) for byte in ((n * 7919 % 5 - 2).to_bytes(2, "little", signed=True)))
        due = time.monotonic()
        heard_until = due
        while not stop.is_set():
            due += BLOCK_SECONDS * self.pace
            stop.wait(max(0.0, due - time.monotonic()))
            if stop.is_set() or self.frozen:
                continue
            with self._lock:
                block = bytes(self._sound[:size])
                del self._sound[:size]
            block = bytes(size) if self.muted else block + room[len(block) :]
            deliver(AudioChunk(block, self.rate, heard_until))
            heard_until += BLOCK_SECONDS
