"""The voice's child process: renders one text at a time, asked in JSON lines on stdin, answering on stdout.

A request is one line: {"id", "do": "render" | "voices" | "warm", ...}. An answer is one line of JSON
{"id", "ok", "bytes", ...} followed by that many bytes of int16 mono sound. The process ends when stdin does, also
in the middle of a render, so that it never outlives the window. Run it as `python -m trainer.speaking.voice_process`.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import shutil
import signal
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any, BinaryIO

from trainer.speaking.engines import Engine, EngineError, Rendering, make_engine

Request = dict[str, Any]


def main() -> int:
    """Serve until stdin ends."""
    with contextlib.suppress(ValueError, OSError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is the window's to answer
    answers = _own_stdout()
    folder = _Folder()
    with contextlib.suppress(EngineError):
        folder.path()
    requests: queue.SimpleQueue[Request | None] = queue.SimpleQueue()
    threading.Thread(target=_read, args=(requests, folder), daemon=True, name="requests").start()
    service = _Service(folder)
    # The engines stay on the main thread: SAPI must be used where COM was initialised.
    while (request := requests.get()) is not None:
        header, sound = service.answer(request)
        try:
            answers.write(json.dumps(header, ensure_ascii=False).encode() + b"\n" + sound)
            answers.flush()
        except OSError:
            break
    folder.clear()
    return 0


def _own_stdout() -> BinaryIO:
    """Keep the real stdout for answers; whatever libraries print (pyttsx3 does) goes to stderr instead."""
    private = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(private, "wb", buffering=1 << 16)


def _read(requests: queue.SimpleQueue[Request | None], folder: _Folder) -> None:
    """Pass requests on; at the end of stdin leave at once, even if an engine hangs on the main thread."""
    with os.fdopen(os.dup(0), "rb") as lines:
        for line in lines:
            try:
                request = json.loads(line)
            except ValueError:
                continue
            if isinstance(request, dict):
                requests.put(request)
    folder.clear()
    os._exit(0)


class _Folder:
    """Where engines put their files: made at the start, or once there is room for it; gone with the process."""

    def __init__(self) -> None:
        self._path: Path | None = None

    def path(self) -> Path:
        """The folder. Raises EngineError when the disk has no room for one; the next request asks again."""
        try:
            if self._path is None:
                self._path = Path(tempfile.mkdtemp(prefix=f"engawa-voice-{os.getpid()}-"))
            self._path.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise EngineError("no-folder") from error
        return self._path

    def clear(self) -> None:
        """Take it away with everything in it."""
        if self._path is not None:
            shutil.rmtree(self._path, ignore_errors=True)


class _Service:
    """Answers requests; engines are made when first needed."""

    def __init__(self, folder: _Folder) -> None:
        self._folder = folder
        self._engines: dict[str, Engine] = {}

    def answer(self, request: Request) -> tuple[dict[str, Any], bytes]:
        """The header and the sound for one request; an engine's trouble is an answer, not an end."""
        header: dict[str, Any] = {"id": request.get("id"), "ok": True, "bytes": 0}
        sound = b""
        try:
            engine = self._engine(str(request.get("engine", "")))
            if request.get("do") == "render":
                rendering = self._render(engine, request)
                sound = rendering.pcm
                header |= {"bytes": len(sound), "rate": rendering.rate, "phrases": rendering.phrases}
            elif request.get("do") == "voices":
                header["voices"] = engine.voices()
        except EngineError as error:
            header |= {"ok": False, "reason": str(error), "bytes": 0}
        except Exception as error:  # noqa: BLE001 - the rim of the process: any engine error becomes an answer
            header |= {"ok": False, "reason": f"engine-error: {type(error).__name__}: {error}", "bytes": 0}
            sound = b""
        return header, sound

    def _engine(self, name: str) -> Engine:
        if name not in self._engines:
            self._engines[name] = make_engine(name, self._folder.path)
        return self._engines[name]

    @staticmethod
    def _render(engine: Engine, request: Request) -> Rendering:
        text = request.get("text")
        if not isinstance(text, str) or not text.strip():
            raise EngineError("empty-text")
        return engine.render(text, str(request["base"]), float(request["rate"]), float(request["pitch"]))


if __name__ == "__main__":
    sys.exit(main())
