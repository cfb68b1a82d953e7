"""The sounds of places and short effects, read from small WAV files made by packaging/make_sounds.py."""

from __future__ import annotations

import re
import wave
from collections import OrderedDict
from pathlib import Path

from trainer.speaking.sound import Samples, from_pcm, resample

LOOPS: tuple[str, ...] = ("shop", "park", "street", "office", "night", "cafe", "library", "room", "phone")
"""Loops there are."""

EFFECTS: tuple[str, ...] = ("door-chime", "intercom", "phone-ring", "footsteps", "till-beep", "birds")
"""Short sounds there are."""

_SOUNDS_LIKE = {
    "home": "room",
    "hallway": "room",
    "door": "room",
    "stairwell": "room",
    "salon": "room",
    "meeting": "office",
    "reception": "office",
    "bakery": "cafe",
    "bus": "street",
    "nightshop": "shop",
}
"""Settings of scenes that share the sound of another place. A chat on a screen is silent."""

_CUES: tuple[tuple[str, str], ...] = (
    (r"intercom|doorbell|インターホン|呼び鈴|玄関のチャイム", "intercom"),
    (r"chime|the (?:door|shop) bell|bell rings|チャイム|ドアのベル|ベルが鳴", "door-chime"),
    (r"(?:tele)?phone (?:rings|is ringing)|電話が(?:鳴|かか)|着信", "phone-ring"),
    (r"footsteps|\bsteps (?:come|go|on|down|up)\b|足音", "footsteps"),
    (r"\bbeeps?\b|ピッ", "till-beep"),
    (r"\bbirds?\b (?:sing|call|chirp)|birdsong|鳥が鳴|鳥の声|さえず", "birds"),
)


def effect_for(cue: str) -> str:
    """The effect that belongs to a cue of a sheet ("door chime", 「足音が近づく」); "" when there is none."""
    return next((effect for pattern, effect in _CUES if re.search(pattern, cue, re.IGNORECASE)), "")


KEPT = 3
"""Sounds kept at a time: a place and what happens there. One takes up to 1.1 MB, and 4 ms to read (decision 0293)."""


class Sounds:
    """Loads sounds by name at a wanted rate and keeps the last few. Used by one thread."""

    def __init__(self, folder: Path | None = None) -> None:
        """`folder` holds `<name>.wav` files; by default the program's own."""
        self._folder = folder or sounds_folder()
        self._kept: OrderedDict[tuple[str, int], Samples | None] = OrderedDict()

    def loop(self, name: str, rate: int) -> Samples | None:
        """The seamless loop of a place; None for "" and for a place without sound. The same array while there."""
        name = _SOUNDS_LIKE.get(name, name)
        return self._load(name, rate) if name in LOOPS else None

    def effect(self, name: str, rate: int) -> Samples | None:
        """A short sound; None when there is none of that name."""
        return self._load(name, rate) if name in EFFECTS else None

    def _load(self, name: str, rate: int) -> Samples | None:
        key = (name, rate)
        if key not in self._kept:
            self._kept[key] = _read(self._folder / f"{name}.wav", rate)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
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
