"""The sounds of places: quiet, seamless, small, and made by our own script."""

from __future__ import annotations

import importlib.util
import wave
import weakref
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from trainer.packs.marks import SETTINGS
from trainer.speaking.ambience import EFFECTS, LOOPS, Sounds, effect_for, sounds_folder

FOLDER = sounds_folder()
EVERY = (*LOOPS, *EFFECTS)


def read(path: Path) -> tuple[np.ndarray, int]:
    with wave.open(str(path), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        return np.frombuffer(file.readframes(file.getnframes()), "<i2") / 32768, file.getframerate()


def decibels(value: float) -> float:
    return 20 * float(np.log10(max(value, 1e-9)))


def frames(samples: np.ndarray, rate: int, seconds: float = 0.05) -> np.ndarray:
    size = int(rate * seconds)
    return np.sqrt((samples[: len(samples) // size * size].reshape(-1, size) ** 2).mean(axis=1))


@pytest.fixture(scope="module")
def script() -> ModuleType:
    path = Path(__file__).resolve().parents[3] / "packaging" / "make_sounds.py"
    spec = importlib.util.spec_from_file_location("make_sounds", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_folder_holds_what_the_program_names_and_is_small() -> None:
    assert {path.stem for path in FOLDER.glob("*.wav")} == set(EVERY)
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) <= 2_500_000


def test_the_files_are_what_the_script_makes(script: ModuleType, tmp_path: Path) -> None:
    for path in script.make(tmp_path):
        made, rate = read(path)
        kept, kept_rate = read(FOLDER / path.name)
        # another numpy may round the last bit differently
        assert rate == kept_rate and np.allclose(made, kept, atol=3 / 32768), path.name


@pytest.mark.parametrize("name", EVERY)
def test_nothing_is_loud(name: str) -> None:
    samples, _ = read(FOLDER / f"{name}.wav")
    assert decibels(np.abs(samples).max()) <= -12
    assert np.abs(samples).max() > 0.001


@pytest.mark.parametrize("name", LOOPS)
def test_no_loop_rises_suddenly_or_has_a_seam(name: str) -> None:
    samples, rate = read(FOLDER / f"{name}.wav")
    assert len(samples) / rate <= 6.0
    twice = np.concatenate([samples, samples])
    level = frames(twice, rate)
    steps = 20 * np.log10(np.maximum(level[1:], 1e-6) / np.maximum(level[:-1], 1e-6))
    assert steps.max() <= 9, "no sudden loudness"
    assert decibels(level.max()) <= decibels(float(np.median(level))) + 10
    usual = np.abs(np.diff(samples)).max()
    assert abs(samples[0] - samples[-1]) <= usual, "the seam is no bigger step than any other"


@pytest.mark.parametrize("name", EFFECTS)
def test_no_effect_begins_with_a_bang(name: str) -> None:
    samples, rate = read(FOLDER / f"{name}.wav")
    level = frames(samples, rate, 0.005)
    loud = int(np.argmax(level > 0.7 * level.max()))
    assert loud >= 2, "it takes at least 10 ms to become loud"
    assert abs(samples[0]) < 0.01 and abs(samples[-1]) < 0.01
    assert len(samples) / rate <= 2.5


def test_quiet_places_are_quieter_than_a_cafe() -> None:
    level = {name: decibels(float(np.sqrt((read(FOLDER / f"{name}.wav")[0] ** 2).mean()))) for name in LOOPS}
    assert level["room"] < level["library"] < level["cafe"] <= -30.9


def test_every_setting_of_a_scene_has_a_sound_but_the_chat() -> None:
    sounds = Sounds()
    assert {name for name in SETTINGS if sounds.loop(name, 16_000) is None} == {"chat"}
    assert sounds.loop("", 16_000) is None and sounds.loop("moon", 16_000) is None
    assert sounds.loop("home", 16_000) is sounds.loop("room", 16_000)


def test_sounds_come_at_the_rate_asked_for_and_are_kept() -> None:
    sounds = Sounds()
    once = sounds.loop("park", 48_000)
    assert once is not None and len(once) == pytest.approx(6 * 48_000, abs=100)
    assert sounds.loop("park", 48_000) is once
    assert sounds.effect("door-chime", 44_100) is not None and sounds.effect("bang", 44_100) is None


def test_the_place_one_is_in_is_kept_and_places_one_left_are_not() -> None:
    sounds = Sounds()
    here, left = sounds.loop("cafe", 48_000), sounds.loop("park", 48_000)
    assert here is not None
    assert left is not None
    gone = weakref.ref(left)
    del left
    for name in ("door-chime", "till-beep", "footsteps"):
        sounds.effect(name, 48_000)
        assert sounds.loop("cafe", 48_000) is here
    assert gone() is None
    for rate in (44_100, 22_050, 16_000):
        sounds.loop("cafe", rate)
    assert sounds.loop("cafe", 48_000) is not here, "of a loudspeaker that is no longer used nothing is kept"


def test_missing_or_odd_files_are_silence(tmp_path: Path) -> None:
    (tmp_path / "shop.wav").write_bytes(b"RIFFnonsense")
    with wave.open(str(tmp_path / "park.wav"), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(400))
    sounds = Sounds(tmp_path)
    assert [sounds.loop(name, 8000) for name in ("shop", "park", "night")] == [None, None, None]


@pytest.mark.parametrize(
    ("cue", "effect"),
    [
        ("door chime", "door-chime"),
        ("The bell rings as you go out.", "door-chime"),
        ("入口のチャイムが鳴る", "door-chime"),
        ("The doorbell rings, one time.", "intercom"),
        ("インターホンが鳴る", "intercom"),
        ("The phone rings.", "phone-ring"),
        ("電話が鳴る", "phone-ring"),
        ("Steps go down the stairs. It is quiet again.", "footsteps"),
        ("足音が近づく", "footsteps"),
        ("You show a card. It beeps.", "till-beep"),
        ("A bird sings somewhere.", "birds"),
        ("鳥の声がする", "birds"),
        ("CLERK looks up, small smile", ""),
        ("You step up.", ""),
        ("", ""),
    ],
)
def test_cues_have_their_sound(cue: str, effect: str) -> None:
    assert effect_for(cue) == effect
