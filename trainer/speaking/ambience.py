"""The sounds of places and short effects, read from small WAV files made by packaging/make_sounds.py."""

from __future__ import annotations

import wave
from pathlib import Path

from trainer.speaking.sound import Samples, from_pcm, resample

LOOPS: tuple[str, ...] = ("shop", "park", "street", "office", "night", "cafe", "library", "room", "phone")
"""Places; "home" sounds like "room"."""

EFFECTS: tuple[str, ...] = ("door-chime", "intercom", "phone-ring", "footsteps", "till-beep", "birds")

_SAME = {"home": "room", "class": "room", "station": "street"}


class Sounds:
    """Loads sounds by name at a wanted rate and keeps them. Used by one thread."""

    def __init__(self, folder: Path | None = None) -> None:
        """`folder` holds `<name>.wav` files; by default the program's own."""
        self._folder = folder or sounds_folder()
        self._kept: dict[tuple[str, int], Samples | None] = {}

    def loop(self, name: str, rate: int) -> Samples | None:
        """The seamless loop of a place; None for "" and for a place without sound. The same array each time."""
        name = _SAME.get(name, name)
        return self._load(name, rate) if name in LOOPS else None

    def effect(self, name: str, rate: int) -> Samples | None:
        """A short sound; None when there is none of that name."""
        return self._load(name, rate) if name in EFFECTS else None

    def _load(self, name: str, rate: int) -> Samples | None:
        key = (name, rate)
        if key not in self._kept:
            self._kept[key] = _read(self._folder / f"{name}.wav", rate)
        return self._kept[key]


def sounds_folder() -> Path:
    """assets/sounds of the source tree, or of the installed package."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "_data" / "assets" / "sounds"
    return installed if installed.is_dir() else package.parent / "assets" / "sounds"


def _read(path: Path, rate: int) -> Samples | None:
    """A 16-bit mono WAV file at that rate; None when it is missing or something else."""
    try:
        with wave.open(str(path), "rb") as file:
            if file.getsampwidth() != 2 or file.getnchannels() != 1:
                return None
            return resample(from_pcm(file.readframes(file.getnframes())), file.getframerate(), rate)
    except (OSError, EOFError, wave.Error):
        return None
