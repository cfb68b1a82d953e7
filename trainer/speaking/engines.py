"""The speech engines, as the voice's child process uses them. Never imported by the window's own process.

Every engine renders one text to int16 mono sound. pyttsx3 is used by `save_to_file` only and gets a new engine for
every text: its queue loses files, `say` cannot be stopped and a second text hangs (research/speech.md 2).
"""

from __future__ import annotations

import contextlib
import ctypes
import importlib
import os
import re
import subprocess
import sys
import threading
import time
import wave
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

SYSTEM_VOICE_SECONDS = 20.0
"""How long macOS's `say` may take for one piece (s); the parent's own patience is shorter for speech in a scene."""


SETTING_ATTEMPTS = 50
BYTES = 100_000
BYTES_A_LETTER = 10_000
"""Room for the sound of a text: 0.2 s a letter at 44,100 bytes a second, and something for what is short."""
ESPEAK = {"rate": 1, "pitch": 3}
"""Numbers of espeak-ng's parameters (speak_lib.h)."""


class EngineError(Exception):
    """The text cannot be rendered; the message is a short code."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """int16 mono little-endian `pcm` at `rate` Hz; `phrases` are (text, morae) in order where the engine knows them."""

    pcm: bytes
    rate: int
    phrases: list[tuple[str, float]] = field(default_factory=list)


class Engine(Protocol):
    """What the child process needs of an engine."""

    def render(self, text: str, base: str, rate: float, pitch: float) -> Rendering:
        """Render one text with the engine's voice `base`; EngineError when that is not possible."""

    def voices(self) -> list[dict[str, str]]:
        """Installed voices: id, name, language, gender. Engines with a fixed list answer []."""


def make_engine(name: str, folder: Callable[[], Path]) -> Engine:
    """The engine of that name; `folder` gives a folder for the files that some of them must write."""
    if name == "espeak":
        return EspeakEngine(folder)
    if name == "openjtalk":
        return OpenJTalkEngine()
    if name == "sapi5":
        return SapiEngine(folder)
    if name == "say":
        return SayEngine(folder)
    raise EngineError(f"no-engine: {name}")


def make_room(path: Path, text: str) -> None:
    """See that the disk has room for the sound of `text`; EngineError when it has not.

    pyttsx3's loop for espeak-ng never ends when it cannot write the sound's file.
    """
    try:
        with path.open("wb") as file:
            if sys.platform == "linux":
                os.posix_fallocate(file.fileno(), 0, BYTES + BYTES_A_LETTER * len(text))
    except OSError as error:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
        raise EngineError("no-room") from error


def read_wave(path: Path) -> Rendering:
    """The sound of a 16-bit WAV file, mixed to mono; EngineError when it is empty or something else."""
    try:
        with wave.open(str(path), "rb") as file:
            channels, width, rate = file.getnchannels(), file.getsampwidth(), file.getframerate()
            pcm = file.readframes(file.getnframes())
    except (OSError, EOFError, wave.Error) as error:
        raise EngineError("no-sound-file") from error
    finally:
        path.unlink(missing_ok=True)
    if width != 2 or channels not in (1, 2) or not pcm:
        raise EngineError("empty-sound" if not pcm else "unknown-sound-format")
    if channels == 2:
        left = memoryview(pcm).cast("h")[::2]
        pcm = left.tobytes()
    return Rendering(pcm, rate)


class EspeakEngine:
    """espeak-ng through pyttsx3, with the library and data of espeakng-loader: no system package is needed."""

    def __init__(self, folder: Callable[[], Path]) -> None:
        self._folder = folder
        self._preload()
        self._pyttsx3: Any = importlib.import_module("pyttsx3.engine")
        self._library: Any = importlib.import_module("pyttsx3.drivers._espeak")

    @staticmethod
    def _preload() -> None:
        """Load libespeak-ng under its own name so that pyttsx3's dlopen finds it, and say where the data is.

        Without data the library ends the whole process (`exit()`), so its presence is looked at first.
        """
        with contextlib.suppress(ImportError):
            loader: Any = importlib.import_module("espeakng_loader")
            library, data = Path(loader.get_library_path()), Path(loader.get_data_path())
            if not (data / "phontab").is_file():
                raise EngineError("espeak-data-missing")
            os.environ["ESPEAK_DATA_PATH"] = str(data)
            ctypes.CDLL(str(library), mode=ctypes.RTLD_GLOBAL)

    def render(self, text: str, base: str, rate: float, pitch: float) -> Rendering:
        """`rate` in words a minute, `pitch` 0-99 (50 is the voice's own)."""
        file = self._folder() / "line.wav"
        make_room(file, text)
        engine = self._pyttsx3.Engine("espeak")
        done = threading.Event()
        engine.connect("finished-utterance", lambda name, completed: done.set())
        engine.proxy.setBusy(False)  # from here on settings are made at once, not inside the loop
        engine.setProperty("voice", base)
        self._set(engine, {"rate": int(rate), "pitch": max(0, min(99, int(pitch)))})
        engine.save_to_file(text, str(file))
        engine.runAndWait()
        self._wait(done)
        return read_wave(file)

    def _set(self, engine: Any, values: dict[str, int]) -> None:  # noqa: ANN401 - pyttsx3 has no types
        """Set speed and pitch for certain.

        The library takes settings and texts from a queue on a thread of its own, and pyttsx3's loop cancels what is
        still in the queue: then the line comes at 200 words a minute (docs/decisions/0040). So look whether it holds.
        """
        for _ in range(SETTING_ATTEMPTS):
            for name, value in values.items():
                engine.setProperty(name, value)
            self._idle()
            # pyttsx3's own getProperty forgets the second argument and answers with the default
            if all(self._library.dll.espeak_GetParameter(ESPEAK[name], 1) == value for name, value in values.items()):
                return
        raise EngineError("setting-refused")

    def _idle(self) -> None:
        """Wait until the library's thread has nothing to do."""
        quiet = 0
        while quiet < 3:
            quiet = 0 if self._library.IsPlaying() else quiet + 1
            time.sleep(0.0005)

    def _wait(self, done: threading.Event) -> None:
        """Wait for the last word: runAndWait comes back after 10 ms, with a slow line half written."""
        quiet_since = time.monotonic()
        while not done.wait(0.002):
            if self._library.IsPlaying():
                quiet_since = time.monotonic()
            elif time.monotonic() - quiet_since > 0.5:
                raise EngineError("no-sound-file")  # the file could not be written

    def voices(self) -> list[dict[str, str]]:
        """A fixed list in voices.py: most of espeak's own are not fit for a partner."""
        return []


class OpenJTalkEngine:
    """pyopenjtalk-plus: Japanese with kanji readings and pitch accent; 0.7 s to import, hence only when needed."""

    def __init__(self) -> None:
        self._jtalk: Any = importlib.import_module("pyopenjtalk")
        self._numpy: Any = importlib.import_module("numpy")

    def render(self, text: str, base: str, rate: float, pitch: float) -> Rendering:
        """`rate` is a speed factor, `pitch` in semitones; `base` is always "mei"."""
        features = self._jtalk.run_frontend(text, predict_nani=False)
        if not any(feature["mora_size"] for feature in features):
            raise EngineError("nothing-to-say")
        sound, hertz = self._jtalk.synthesize(self._jtalk.make_label(features), speed=rate, half_tone=pitch)
        # The values are in int16's scale but go beyond it (peak 48,385 measured): scale, do not wrap around.
        peak = float(self._numpy.abs(sound).max()) if len(sound) else 0.0
        if peak == 0.0:
            raise EngineError("empty-sound")
        pcm = (sound * min(1.0, 32000.0 / peak)).astype("<i2").tobytes()
        return Rendering(pcm, int(hertz), self._phrases(features))

    @staticmethod
    def _phrases(features: list[dict[str, Any]]) -> list[tuple[str, float]]:
        """Accent phrases with their morae; a pause mark counts 2.5 morae towards the phrase before it."""
        phrases: list[tuple[str, float]] = []
        for feature in features:
            morae = float(feature["mora_size"])
            if feature["pos"] == "記号" and phrases:
                text, before = phrases[-1]
                phrases[-1] = (text, before + (morae or 2.5))
            elif feature["chain_flag"] == 1 and phrases:
                text, before = phrases[-1]
                phrases[-1] = (text + str(feature["string"]), before + morae)
            else:
                phrases.append((str(feature["string"]), morae))
        return phrases

    def voices(self) -> list[dict[str, str]]:
        """A fixed list in voices.py."""
        return []


class SapiEngine:
    """Windows: SAPI 5 through pyttsx3, all on the thread that initialised COM (its issues 135, 327)."""

    def __init__(self, folder: Callable[[], Path]) -> None:
        self._folder = folder
        _only_on("win32", "sapi5")
        importlib.import_module("pythoncom").CoInitialize()
        self._pyttsx3: Any = importlib.import_module("pyttsx3.engine")
        self._client: Any = importlib.import_module("comtypes.client")

    def render(self, text: str, base: str, rate: float, pitch: float) -> Rendering:
        """`rate` in words a minute; SAPI has no pitch setting here. A new engine each time (issues 419, 440)."""
        file = self._folder() / "line.wav"
        file.unlink(missing_ok=True)
        engine = self._pyttsx3.Engine("sapi5")
        try:
            engine.setProperty("voice", base)
            engine.setProperty("rate", int(rate))
            # SAPI takes a text that begins with "<" for markup
            engine.save_to_file(text.lstrip("<"), str(file))
            engine.runAndWait()
        finally:
            del engine
        return read_wave(file)

    def voices(self) -> list[dict[str, str]]:
        """Listed by ourselves: pyttsx3 raises on a token with two languages ("409;9")."""
        found: list[dict[str, str]] = []
        for token in self._client.CreateObject("SAPI.SpVoice").GetVoices():
            with contextlib.suppress(ValueError, OSError, AttributeError):
                found.append(
                    {
                        "id": str(token.Id),
                        "name": str(token.GetDescription()),
                        "language": language_of_lcid(str(token.GetAttribute("Language"))),
                        "gender": str(token.GetAttribute("Gender")).lower(),
                    }
                )
        return found


class SayEngine:
    """macOS: the `say` command. pyttsx3's own driver writes AIFF whatever the name and is cut short (361, 142)."""

    def __init__(self, folder: Callable[[], Path]) -> None:
        self._folder = folder
        _only_on("darwin", "say")

    def render(self, text: str, base: str, rate: float, pitch: float) -> Rendering:
        """`rate` in words a minute; the text goes in by stdin, so that a leading dash is no option."""
        file = self._folder() / "line.wav"
        command = ["say", "-v", base, "-r", str(int(rate)), "-o", str(file)]
        command += ["--file-format=WAVE", "--data-format=LEI16@22050"]
        _run(command, text)
        return read_wave(file)

    def voices(self) -> list[dict[str, str]]:
        """From `say -v ?`: "Kyoko               ja_JP    # ...". Gender is not told."""
        return parse_say_voices(_run(["say", "-v", "?"], ""))


_SAY_LINE = re.compile(r"^(?P<name>.+?)\s+(?P<language>[a-z]{2,3}[_-][A-Za-z0-9_]+)\s+#")


def parse_say_voices(listing: str) -> list[dict[str, str]]:
    """The voices in the output of `say -v ?`."""
    found: list[dict[str, str]] = []
    for line in listing.splitlines():
        match = _SAY_LINE.match(line)
        if match:
            tag = match["language"].replace("_", "-")
            found.append({"id": match["name"], "name": match["name"], "language": tag, "gender": "neutral"})
    return found


_LANGUAGES_OF_LCID = {0x409: "en-US", 0x809: "en-GB", 0xC09: "en-AU", 0x1009: "en-CA", 0x4009: "en-IN", 0x411: "ja-JP"}


def language_of_lcid(codes: str) -> str:
    """A language tag for SAPI's hexadecimal codes ("409", "411", "409;9"); "" when it is none of ours."""
    for code in codes.split(";"):
        number = int(code, 16)
        if number in _LANGUAGES_OF_LCID:
            return _LANGUAGES_OF_LCID[number]
    primary = int(codes.split(";")[0], 16) & 0x3FF
    return {0x09: "en", 0x11: "ja"}.get(primary, "")


def _only_on(platform: str, engine: str) -> None:
    """EngineError on another operating system."""
    if sys.platform != platform:
        raise EngineError(f"no-engine: {engine}")


def _run(command: list[str], text: str) -> str:
    """Run a system command with `text` on stdin; EngineError when it does not go well."""
    try:
        done = subprocess.run(
            command, input=text.encode(), capture_output=True, timeout=SYSTEM_VOICE_SECONDS, check=True
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise EngineError("say-command") from error
    return done.stdout.decode("utf-8", "replace")
