"""The voice's child process seen from the window: started, asked, timed, killed and replaced by a warm spare."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from trainer.child_folders import clear_folders_of
from trainer.child_priority import FLAGS, stand_back

Request = dict[str, Any]

COMMAND: tuple[str, ...] = (sys.executable, "-m", "trainer.speaking.voice_process")
"""How the child is started from source; a frozen build passes its own hidden subcommand instead."""

STARTING_SECONDS = {"openjtalk": 25.0}
"""Patience for an engine's first start: a cold disk and openjtalk's dictionaries (300 MB) on an old machine."""
STARTING_SECONDS_OTHERS = 8.0


class RenderError(Exception):
    """The line cannot be had as sound; `reason` is a code."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class ChildGoneError(RenderError):
    """The child ended, or did not answer in time: it was killed."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer's header and its sound (int16 mono, empty for other requests)."""

    header: dict[str, Any]
    pcm: bytes


class VoiceChild:
    """One child process. Used by one thread at a time; only `kill` may be called from another."""

    def __init__(self, command: Sequence[str] = COMMAND, ended: Callable[[], None] = lambda: None) -> None:
        """Start it; OSError when the command cannot be run. `ended` is called on another thread when it is gone."""
        self._ended = ended
        environment = dict(os.environ)
        root = str(Path(__file__).resolve().parents[2])
        if not getattr(sys, "frozen", False):
            environment["PYTHONPATH"] = os.pathsep.join(filter(None, (root, environment.get("PYTHONPATH", ""))))
        self._process = subprocess.Popen(  # noqa: S603
            list(command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            creationflags=FLAGS,
        )
        stand_back(self._process.pid)
        self._answers: queue.SimpleQueue[Answer | None] = queue.SimpleQueue()
        self._silenced = threading.Event()
        self._reader = threading.Thread(target=self._read, daemon=True, name="voice-answers")
        self._reader.start()
        self._number = 0
        self.warm: set[str] = set()

    @property
    def pid(self) -> int:
        """Process id, for tests and the doctor."""
        return self._process.pid

    def alive(self) -> bool:
        """Has it not ended yet? Its pipe closes a moment before the system says that the process is over."""
        return not self._silenced.is_set() and self._process.poll() is None

    def ask(self, request: Request, seconds: float) -> Answer:
        """Send one request and wait for its answer. ChildGoneError after `seconds`, RenderError for a refusal."""
        self._number += 1
        number = self._number
        try:
            assert self._process.stdin is not None
            self._process.stdin.write(json.dumps({"id": number, **request}).encode() + b"\n")
            self._process.stdin.flush()
        except (OSError, ValueError) as error:
            self.kill()
            raise ChildGoneError("voice-ended") from error
        answer = self._wait(number, time.monotonic() + seconds)
        if not answer.header.get("ok"):
            raise RenderError(str(answer.header.get("reason", "refused")))
        self.warm.add(str(request.get("engine", "")))
        return answer

    def _wait(self, number: int, until: float) -> Answer:
        """The answer with that number; older ones are thrown away."""
        while True:
            try:
                answer = self._answers.get(timeout=max(0.0, until - time.monotonic()))
            except queue.Empty:
                self.kill()
                raise ChildGoneError("voice-silent") from None
            if answer is None:
                self.kill()
                raise ChildGoneError("voice-ended")
            if answer.header.get("id") == number:
                return answer

    def _read(self) -> None:
        """Pass answers on until stdout ends; then None."""
        stream = self._process.stdout
        assert stream is not None
        with contextlib.suppress(OSError, ValueError):
            while (answer := _read_answer(stream)) is not None:
                self._answers.put(answer)
        self._silenced.set()
        self._answers.put(None)
        self._ended()

    def kill(self) -> None:
        """End it now, whatever it is doing; returns when it is gone. May be called twice."""
        with contextlib.suppress(OSError):
            self._process.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=5)
        self._reader.join(timeout=5)
        for stream in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError, ValueError):
                if stream:
                    stream.close()
        clear_folders_of(self._process.pid)

    def close(self) -> None:
        """Let it leave by itself (end of stdin), else kill it."""
        with contextlib.suppress(OSError, ValueError):
            if self._process.stdin:
                self._process.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=1)
        self.kill()


def _read_answer(stream: IO[bytes]) -> Answer | None:
    """One header line and its sound; None at the end of the stream or when it makes no sense."""
    line = stream.readline()
    if not line.endswith(b"\n"):
        return None
    header = json.loads(line)
    if not isinstance(header, dict):
        return None
    size = int(header.get("bytes", 0))
    pcm = stream.read(size) if size else b""
    return Answer(header, pcm) if len(pcm) == size else None


class Supervisor:
    """Always a child to ask: the current one, else its warm spare, else a new one.

    A request whose child dies or stays silent is asked once more of the next child. Used by one thread; `close` may
    come from another.
    """

    def __init__(
        self,
        command: Sequence[str] = COMMAND,
        restarted: Callable[[str], None] = lambda reason: None,
        ended: Callable[[], None] = lambda: None,
    ) -> None:
        """`restarted(reason)` is called when a child had to be replaced.

        `ended()` is called on another thread when one is gone, whatever ended it.
        """
        self._ended = ended
        self._command = tuple(command)
        self._restarted = restarted
        self._current: VoiceChild | None = None
        self._spare: VoiceChild | None = None
        self._lock = threading.Lock()
        self._closed = False

    def ask(self, request: Request, seconds: float) -> Answer:
        """Ask; RenderError (ChildGoneError) when two children in a row could not answer."""
        for attempt in (1, 2):
            child = self._child()
            engine = str(request.get("engine", ""))
            starting = 0.0 if engine in child.warm else STARTING_SECONDS.get(engine, STARTING_SECONDS_OTHERS)
            try:
                return child.ask(request, max(seconds, starting))
            except ChildGoneError as gone:
                self._drop()
                if attempt == 2 or self._closed:
                    raise
                self._restarted(gone.reason)
        raise ChildGoneError("voice-ended")

    def mend(self) -> bool:
        """Replace a current child that ended by itself; True when that was so. ChildGoneError when none can be had."""
        with self._lock:
            current = self._current
        if current is None or current.alive():
            return False
        self._child()
        self._restarted("voice-ended")
        return True

    def keep_spare(self) -> None:
        """Start the spare when there is none: called when nothing else is to be done."""
        with self._lock:
            if self._closed or self._current is None or self._spare is not None:
                return
            self._spare = self._start()

    def pids(self) -> tuple[int, ...]:
        """The children's process ids, the current one first."""
        with self._lock:
            return tuple(child.pid for child in (self._current, self._spare) if child)

    def close(self) -> None:
        """End both children."""
        with self._lock:
            self._closed = True
            children = [child for child in (self._current, self._spare) if child]
            self._current = self._spare = None
        for child in children:
            child.close()

    def _child(self) -> VoiceChild:
        with self._lock:
            if self._closed:
                raise ChildGoneError("closed")
            for _ in ("the current one", "its spare"):
                if self._current is None or not self._current.alive():
                    dead, self._current, self._spare = self._current, self._spare, None
                    if dead:
                        dead.kill()  # its folder and its pipes go too
            if self._current is None:
                self._current = self._start()
            return self._current

    def _drop(self) -> None:
        """The current child was killed; the spare steps in when next asked."""
        with self._lock:
            self._current, self._spare = self._spare, None

    def _start(self) -> VoiceChild:
        try:
            return VoiceChild(self._command, self._ended)
        except OSError as error:
            raise ChildGoneError("voice-not-started") from error
