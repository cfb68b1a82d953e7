"""The sound library (PortAudio through sounddevice) that microphone and loudspeaker share.

Importing it can end the whole process (a broken ALSA configuration is an assertion in C), so a child process tries
first. Its list of devices is frozen when it starts, and starting it anew ends every stream: that happens only while
nobody holds it (docs/decisions/0140-one-sound-library.md).
"""

from __future__ import annotations

import contextlib
import importlib
import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

PROBING = 20.0
"""Seconds the child process may take; a sound server that hangs it would hang us."""

Untyped = Any
"""sounddevice has no types."""

Names = tuple[str, ...]


def probe_command() -> tuple[str, ...]:
    """How the child process is started: through the frozen program itself, or through Python."""
    if getattr(sys, "frozen", False):
        return (sys.executable, "_sound")
    return (sys.executable, "-m", "trainer.portaudio")


def probe(command: Sequence[str] = ()) -> Names | None:
    """The devices a fresh process sees; None when the library is missing, ends that process or hangs it."""
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        told = subprocess.run(
            list(command or probe_command()),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PROBING,
            creationflags=flags,
            check=True,
        )
        names = json.loads(told.stdout.splitlines()[-1])
    except (OSError, subprocess.SubprocessError, ValueError, IndexError):
        return None
    return tuple(str(name) for name in names)


def load() -> Untyped:
    """sounddevice, or None where it cannot be had. Takes part of a second."""
    if probe() is None:
        return None
    try:
        return importlib.import_module("sounddevice")
    except (ImportError, OSError):
        return None


class SoundLibrary:
    """The library once it is loaded, and who has it in use. For any thread; `module` waits while it is being loaded."""

    def __init__(self, loader: Callable[[], Untyped] = load, look: Callable[[], Names | None] = probe) -> None:
        """`look` lists the devices a fresh process sees."""
        self._loader = loader
        self._look = look
        self._loading = threading.Lock()
        self._lock = threading.Lock()
        self._loaded = False
        self._module: Untyped = None
        self._holders = 0
        self._wished = False

    @property
    def module(self) -> Untyped:
        """sounddevice, None where there is none."""
        with self._loading:
            if not self._loaded:
                self._module, self._loaded = self._loader(), True
        return self._module

    @property
    def loaded(self) -> bool:
        """False while nobody knows yet whether there is a library."""
        return self._loaded

    def hold(self) -> None:
        """A stream is going to be opened: the library must not be started anew until `let_go`."""
        with self._lock:
            self._holders += 1

    def let_go(self) -> None:
        """That stream is closed."""
        with self._lock:
            self._holders -= 1

    @contextlib.contextmanager
    def held(self) -> Iterator[Untyped]:
        """The module for a short question."""
        module = self.module
        self.hold()
        try:
            yield module
        finally:
            self.let_go()

    @property
    def wished(self) -> bool:
        """Somebody waits for the list of devices to be made anew: let go of the library when nothing is sounding."""
        return self._wished

    def start_anew(self) -> bool:
        """Have the devices listed anew. False while somebody holds the library: then nothing happened."""
        module = self.module
        with self._lock:
            if self._holders:
                return False
            self._wished = False
            if module is not None:
                with contextlib.suppress(module.PortAudioError):
                    module._terminate()
                with contextlib.suppress(module.PortAudioError):
                    module._initialize()
        return True

    def look_again(self) -> None:
        """New devices are wanted: start the library anew, or ask its holder to let go if a fresh process sees others.

        A child process goes first each time, because the sound system may have broken since: it waits for that one
        (part of a second), so this is not for the GUI thread.
        """
        if self.module is None:
            return
        fresh = self._look()
        if not fresh or self.start_anew():
            return  # with nothing to be had, an old list is better than an empty one
        if set(fresh) != set(self._names()):
            self._wished = True

    def _names(self) -> Names:
        with self.held() as module:
            return _device_names(module)


@cache
def sound_library() -> SoundLibrary:
    """The one of this process: PortAudio itself is one for a whole process."""
    return SoundLibrary()


def _device_names(module: Untyped) -> Names:
    try:
        return tuple(str(device["name"]) for device in module.query_devices())
    except module.PortAudioError:
        return ()


def main() -> int:
    """The child process: print the devices' names as JSON."""
    try:
        module = importlib.import_module("sounddevice")
    except (ImportError, OSError):
        return 1
    sys.stdout.write(json.dumps(_device_names(module)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
