"""Looks at the parts of pictures and sounds before any decoder does: kind, size, length."""

from __future__ import annotations

from trainer.packs.media_pictures import is_whole, size_of
from trainer.packs.media_sounds import SECONDS, sound_of
from trainer.packs.refusals import Refused

SIDE, PIXELS = 8192, 16_000_000
SOUND_SECONDS, SOUND_RATE, SOUND_CHANNELS = SECONDS, 48_000, 2


def check_media(name: str, content: bytes) -> None:
    """Refuse a picture or a sound that is not what its name says, is not whole, or is larger than a pack needs."""
    ending = name.rpartition(".")[2].lower()
    if ending in ("png", "jpg", "jpeg", "webp"):
        size = size_of(ending, content)
        if size is None:
            raise Refused("disguised", name)
        wide, high = size
        if not (0 < wide <= SIDE and 0 < high <= SIDE) or wide * high > PIXELS:
            raise Refused("picture", name)
        if not is_whole(ending, content):
            raise Refused("disguised", name)
    elif ending in ("wav", "ogg", "opus", "mp3"):
        sound = sound_of(ending, content)
        if sound is None:
            raise Refused("disguised", name)
        rate, channels, seconds = sound
        if not (0 < rate <= SOUND_RATE and 0 < channels <= SOUND_CHANNELS) or seconds > SOUND_SECONDS:
            raise Refused("sound", name)
