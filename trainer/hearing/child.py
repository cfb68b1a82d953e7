"""One recogniser process as its parent sees it: frames in without waiting, answers out on a thread of its own."""

from __future__ import annotations

import contextlib
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from typing import BinaryIO

from trainer.child_folders import clear_folders_of
from trainer.child_priority import FLAGS, stand_back
from trainer.hearing.wire import Message, WireError, read_frame

COMMAND: tuple[str, ...] = (sys.executable, "-m", "trainer.hearing.recogniser_process")
"""How the process is started when nobody says otherwise; a frozen program gives its own hidden subcommand."""

Answered = Callable[["Child", Message], None]
"""Called on the reading thread with each answer; `{"is": "gone"}` is the last one, whatever the reason."""


class Child:
    """Started at once. `send` never waits: a thread writes, so that a hanging process cannot hold the hearing up."""

    def __init__(self, command: Sequence[str], answered: Answered) -> None:
        self._answered = answered
        self._outgoing: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._process = subprocess.Popen(
            list(command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=FLAGS,
        )
        stand_back(self._process.pid)
        self._threads = (
            threading.Thread(target=self._write, name="recogniser-writer", daemon=True),
            threading.Thread(target=self._read, name="recogniser-reader", daemon=True),
        )
        for thread in self._threads:
            thread.start()

    @property
    def pid(self) -> int:
        """The process's number (tests kill it by this)."""
        return self._process.pid

    def send(self, frame: bytes) -> None:
        """Queue a frame."""
        self._outgoing.put(frame)

    def end(self, *, patiently: bool = False) -> None:
        """End the process: at once, or after closing its input and waiting up to a second."""
        self._outgoing.put(None)
        if patiently:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(1.0)
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join(2.0)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        clear_folders_of(self._process.pid)

    def _write(self) -> None:
        pipe = self._process.stdin
        assert pipe is not None
        try:
            while (frame := self._outgoing.get()) is not None:
                pipe.write(frame)
                if self._outgoing.empty():
                    pipe.flush()
        except (OSError, ValueError):
            return  # the process is gone: the reader says so
        with contextlib.suppress(OSError, ValueError):
            pipe.close()

    def _read(self) -> None:
        pipe = self._process.stdout
        assert pipe is not None
        stream: BinaryIO = pipe  # type: ignore[assignment]
        with contextlib.suppress(OSError, ValueError, WireError):
            while (frame := read_frame(stream)) is not None:
                if frame[0] == "J":
                    self._answered(self, frame[1])
        self._answered(self, {"is": "gone"})
