"""Looks at everything a conversation needs on this computer, and says what to do about what is not there."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from trainer import __version__
from trainer.app.children import child_command
from trainer.app.house import House
from trainer.hearing.engines import choose_engine
from trainer.hearing.microphone import SoundDeviceMicrophone
from trainer.lexicon.loading import parts as understanding_parts
from trainer.session.doctor import Check, Report, Standing, as_text, report, without_people
from trainer.speaking.outputs import output_devices
from trainer.speaking.partner_voice import installed_engines
from trainer.speaking.render_file import CannotSayError, render_wave
from trainer.speaking.voices import built_in
from trainer.storage.files import is_writable
from trainer.storage.paths import assets

LANGUAGES = {"en": "English", "ja": "Japanese"}
WORDS = {"en": "Hello.", "ja": "はい。"}
"""What each voice says to show that it speaks."""
WAVE_HEADER = 44
"""Bytes of a WAV file before its sound."""
NO_VOICE = "Captions show every word. Reinstalling brings the voice back."
PACKAGES = ("PySide6-Essentials", "vosk", "pocketsphinx", "pyttsx3", "pyopenjtalk-plus", "sounddevice", "numpy")


def examine(house: House) -> Report:
    """Every check, in the order in which sound travels."""
    headings = house.shelf.headings("en")
    microphone = _microphone()
    speaker = _speaker()
    voices = [_voice(language) for language in LANGUAGES]
    ears = [_ears(house, language) for language in LANGUAGES]
    checks = [
        _versions(),
        microphone,
        speaker,
        *voices,
        *ears,
        *_models(house),
        *_understanding(),
        *_folders(house),
        _packs(house, len(headings)),
        _drawings(),
    ]
    hears = microphone.standing == "ready" and any(check.standing == "ready" for check in ears)
    speaks = any(check.standing == "ready" for check in voices)
    return report(checks, len(headings), speaks, hears)


def _versions() -> Check:
    packages = {name: _version(name) for name in PACKAGES}
    detail = f"Engawa {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}"
    absent = [name for name, version in packages.items() if not version]
    if absent:
        return Check("Versions", "limited", detail, f"Not installed: {', '.join(absent)}.", {"packages": packages})
    return Check(
        "Versions", "ready", detail, facts={"packages": packages, "frozen": bool(getattr(sys, "frozen", False))}
    )


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _microphone() -> Check:
    found = _asked(lambda: list(SoundDeviceMicrophone().devices()))
    if not found:
        return Check(
            "Microphone",
            "absent",
            "none found",
            "Plug one in, or answer by choosing and typing: that counts the same.",
        )
    names = [device.name for device in found]
    return Check("Microphone", "ready", names[0], facts={"devices": names})


def _speaker() -> Check:
    found = _asked(lambda: list(output_devices()))
    if not found:
        return Check("Loudspeaker", "absent", "none found", "Captions show every word; nothing else changes.")
    names = [device.name for device in found]
    return Check("Loudspeaker", "ready", names[0], facts={"devices": names})


def _asked(ask: Callable[[], list]) -> list:  # type: ignore[type-arg]
    """Whatever a sound library says; a computer without one says nothing."""
    try:
        return ask()
    except Exception:  # noqa: BLE001 - drivers raise what they like; the doctor reports, it does not fall
        return []


def _voice(language: str) -> Check:
    name = f"Voice, {LANGUAGES[language]}"
    fitting = [recipe for recipe in built_in(installed_engines()) if recipe.language.split("-")[0] == language]
    if not fitting:
        return Check(name, "absent", "none found", NO_VOICE)
    if not speaks(language, child_command("_voice")):
        return Check(name, "absent", f"{fitting[0].engine} is here, but makes no sound", NO_VOICE)
    credits = sorted({recipe.credit for recipe in fitting if recipe.credit})
    facts: dict[str, object] = {"voices": [recipe.id for recipe in fitting], "credits": credits}
    return Check(name, "ready", f"{fitting[0].engine}, {len(fitting)} voices", facts=facts)


def speaks(language: str, command: Sequence[str]) -> bool:
    """Does the voice's child really make sound of one short word? A child that hangs is ended in bounded time."""
    try:
        made, seconds = render_wave(WORDS[language], language, command=command)
    except CannotSayError:
        return False
    return seconds > 0 and any(made[WAVE_HEADER:])


def _ears(house: House, language: str) -> Check:
    name = f"Ears, {LANGUAGES[language]}"
    chosen = choose_engine(language, house.models.models())
    if chosen is None:
        wanted = next((model.id for model in house.models.models() if model.language == language), "")
        return Check(
            name,
            "absent",
            "no speech model installed",
            f"“engawa models install {wanted}” or the settings page brings one; choosing and typing work without.",
        )
    return Check(name, "ready", chosen.engine)


def _models(house: House) -> Iterable[Check]:
    for model in house.models.models():
        if model.state == "broken":
            yield Check(
                f"Speech model {model.id}", "limited", "broken", f"“engawa models install {model.id}” repairs it."
            )
        elif model.state == "ready":
            yield Check(f"Speech model {model.id}", "ready", f"{model.language}, {model.engine}")


def _understanding() -> Iterable[Check]:
    for part in understanding_parts(assets()):
        size = f"{part.bytes / 1_000_000:.0f} MB, " if part.bytes else ""
        standing: Standing = "ready" if part.state == "ready" else "limited"
        advice = "Understanding works without it, a little less well."
        yield Check(f"Understanding: {part.name}", standing, f"{part.state}, {size}{part.licence}", advice)


def _folders(house: House) -> Iterable[Check]:
    for name, folder in (("Data folder", house.where.data), ("Settings folder", house.where.config)):
        if is_writable(folder):
            yield Check(name, "ready", str(folder))
        else:
            yield Check(name, "limited", f"{folder} (cannot be written)", "Practice works; nothing is kept.")


def _packs(house: House, scenes: int) -> Check:
    packs = house.shelf.packs()
    detail = f"{len(packs)} packs, {scenes} scenes"
    if not scenes:
        return Check("Scenes", "absent", detail, "Reinstalling brings the scenes back.")
    return Check("Scenes", "ready", detail, facts={"packs": {pack.id: pack.version for pack in packs}})


def _drawings() -> Check:
    there = (assets() / "translations").is_dir()
    if there:
        return Check("Drawings and words", "ready", "")
    return Check("Drawings and words", "limited", "translations not found", "The screens are in English.")


def for_help(given: Report) -> str:
    """One block of text without personal content: no folder, no person, no device by its name."""
    devices = [name for check in given.checks for name in _listed(check.facts.get("devices"))]
    return without_people(as_text(given), [*private_pieces(), *devices])


def _listed(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []


def private_pieces() -> list[str]:
    """What "copy for help" leaves out: the home folder and who is logged in."""
    home = str(Path.home())
    return [home, Path(home).name, os.environ.get("USER", ""), os.environ.get("USERNAME", ""), platform.node()]
