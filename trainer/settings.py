"""The trainee's settings: plain values with gentle defaults. storage/settings_file reads and writes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trainer.ways import Way

Theme = Literal["system", "light", "dark", "contrast"]
Furigana = Literal["off", "first", "all"]
Language = Literal["en", "ja"]


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the trainee can set. `started` is False until the first-start page was passed.

    `pause` is the patience for an unfinished reply in seconds (2-8); `pause_learnt` lets it follow the trainee's own
    speech gently. `text_scale` 1.0-2.0. `volume` 0..1. `pace` is a factor on the partner's speaking rate.
    """

    started: bool = False
    screen_language: Language = "en"
    practice_language: Language = "en"
    way: Way = "choose"
    theme: Theme = "system"
    text_scale: float = 1.0
    reduced_motion: bool = False
    furigana: Furigana = "first"
    partner: str = "mina"
    voice: str = ""
    volume: float = 0.8
    sound: bool = True
    pace: float = 1.0
    microphone: str = ""
    speaker_device: str = ""
    push_to_talk: bool = False
    headphones: bool = False
    quiet_voice: bool = False
    pause: float = 4.0
    pause_learnt: bool = True
    show_words_first: bool = False
    keep_words: bool = False
    learn_my_words: bool = True
    window_title_neutral: bool = False
    lock_on_hide: bool = False
