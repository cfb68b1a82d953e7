"""What every microphone and every recogniser keeps to: the real ones and the named fakes, by the same tests."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from tests.helpers.hearing import BAG_EN, BAG_JA, DATA
from tests.helpers.recorded_microphone import RecordedMicrophone
from tests.helpers.synthetic_speaker import quiet, render
from tests.helpers.virtual_audio import available, virtual_audio
from trainer.hearing.conditioning import Resampler
from trainer.hearing.microphone import Microphone, MicrophoneError, SoundDeviceMicrophone
from trainer.hearing.recogniser import Recogniser
from trainer.hearing.sphinx_recogniser import SphinxRecogniser
from trainer.hearing.vosk_recogniser import VoskRecogniser
from trainer.portaudio import SoundLibrary
from trainer.speech import AudioChunk

# --- microphones -----------------------------------------------------------------------------------------------------


def check_microphone(microphone: Microphone) -> None:
    """The contract. Run in this process on the fake; in one of its own, with virtual sound, on the real one."""
    names = [device.name for device in microphone.devices()]
    assert names
    assert sum(device.default for device in microphone.devices()) <= 1
    heard: list[AudioChunk] = []
    with pytest.raises(MicrophoneError) as refused:
        microphone.open("no such device", heard.append)
    assert refused.value.code == "absent"
    assert not microphone.running()
    opened = microphone.open("", heard.append)
    assert opened.name
    with pytest.raises(MicrophoneError):
        microphone.open("", heard.append)
    until = time.monotonic() + 10
    while len(heard) < 10 and time.monotonic() < until:
        time.sleep(0.01)
    assert microphone.running()
    assert len(heard) >= 10
    assert {chunk.rate for chunk in heard} == {opened.rate}
    assert all(isinstance(chunk.pcm, bytes) and len(chunk.pcm) % 2 == 0 for chunk in heard)
    times = [chunk.time for chunk in heard]
    assert times == sorted(times)
    microphone.close()
    microphone.close()
    assert not microphone.running()
    count = len(heard)
    time.sleep(0.15)
    assert len(heard) == count
    microphone.refresh()
    assert microphone.open(names[0], heard.append).name == names[0]
    microphone.close()


def test_the_recorded_microphone_keeps_the_contract() -> None:
    check_microphone(RecordedMicrophone())


@pytest.mark.skipif(not available(), reason="needs pulseaudio")
def test_the_real_microphone_keeps_the_contract(tmp_path: Path) -> None:
    with virtual_audio(tmp_path / "sound") as sound:
        asked = "from tests.contracts.test_ears import *; check_microphone(SoundDeviceMicrophone()); print('kept')"
        told = subprocess.run(
            [sys.executable, "-c", asked],
            env={**os.environ, **sound.environment},
            capture_output=True,
            text=True,
            timeout=60,
            cwd=Path(__file__).parents[2],
        )
    assert told.stdout.strip().endswith("kept"), told.stderr


def test_without_the_sound_library_there_is_simply_no_microphone() -> None:
    microphone = SoundDeviceMicrophone(SoundLibrary(lambda: None))
    assert microphone.devices() == ()
    with pytest.raises(MicrophoneError) as told:
        microphone.open("", lambda _: None)
    assert told.value.code == "absent"
    assert not microphone.running()
    microphone.refresh()
    microphone.close()


# --- recognisers -----------------------------------------------------------------------------------------------------

RECOGNISERS = {
    "vosk en": (lambda: VoskRecogniser(DATA / "vosk-toy-en"), "en"),
    "vosk ja": (lambda: VoskRecogniser(DATA / "vosk-toy-ja"), "ja"),
    "pocketsphinx": (SphinxRecogniser, "en"),
}
SPEECH = {"en": "can i have a bag please", "ja": "ふくろはいりません"}
WANTED = {"en": "can i have a bag please", "ja": "袋 は いり ませ ん"}


def sound(language: str, text: str = "") -> bytes:
    pcm, rate = render(text or SPEECH[language], language)
    whole = quiet(0.4, rate) + pcm + quiet(0.6, rate)
    return Resampler(rate)(np.frombuffer(whole, "<i2")).tobytes()


@pytest.fixture(params=RECOGNISERS, scope="module")
def recogniser(request) -> tuple[Recogniser, str]:
    made, language = RECOGNISERS[request.param]
    return made(), language


def feed(recogniser: Recogniser, pcm: bytes, piece: int = 4096) -> list[str]:
    partials = []
    for at in range(0, len(pcm), piece):
        recogniser.feed(pcm[at : at + piece])
        partials.append(recogniser.partial())
    return partials


def expect(recogniser: Recogniser, language: str) -> None:
    recogniser.expect(BAG_EN if language == "en" else BAG_JA)


def test_a_reply_is_heard(recogniser) -> None:
    ears, language = recogniser
    expect(ears, language)
    partials = feed(ears, sound(language))
    assert any(partials[: len(partials) - 4])
    decoded = ears.final()
    assert decoded.text == WANTED[language]
    assert [word.text for word in decoded.words] == WANTED[language].split()
    assert all(0 <= word.start < word.end <= 10 and 0 <= word.confidence <= 1 for word in decoded.words)
    assert decoded.text not in decoded.alternatives


def test_settling_changes_no_word(recogniser) -> None:
    ears, language = recogniser
    expect(ears, language)
    feed(ears, sound(language))
    ears.settle()
    assert ears.partial() == WANTED[language]
    assert ears.final().text == WANTED[language]


def test_speech_that_goes_on_after_settling_is_heard_as_if_it_had_not_settled(recogniser) -> None:
    ears, language = recogniser
    expect(ears, language)
    whole = sound(language)
    half = len(whole) // 4 * 2
    feed(ears, whole[:half])
    ears.settle()
    feed(ears, whole[half:])
    assert ears.final().text == WANTED[language]


def test_a_new_turn_forgets_the_one_before(recogniser) -> None:
    ears, language = recogniser
    expect(ears, language)
    feed(ears, sound(language))
    ears.final()
    expect(ears, language)
    assert ears.partial() == ""
    assert ears.final().text == ""


def test_the_same_sound_in_other_pieces_is_the_same_reply(recogniser) -> None:
    ears, language = recogniser
    expect(ears, language)
    feed(ears, sound(language), 998)
    assert ears.final().text == WANTED[language]


def test_feeding_after_the_final_goes_on_with_the_turn(recogniser) -> None:
    ears, language = recogniser
    expect(ears, language)
    feed(ears, sound(language))
    ears.final()
    feed(ears, sound(language))
    assert ears.final().text.startswith(WANTED[language].split()[0])
    assert len(ears.final().text) >= len(WANTED[language])


def test_room_noise_is_no_reply(recogniser) -> None:
    ears, language = recogniser
    expect(ears, language)
    feed(ears, quiet(2.0, 16_000))
    assert ears.final().text not in WANTED.values()
