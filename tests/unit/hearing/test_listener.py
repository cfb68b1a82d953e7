"""The whole ear: a recording for a microphone, the real chain, voice detector, judgement and recogniser process."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from tests.helpers.hearing import BAG_EN, BAG_JA, Collected, expecting, listening, models
from tests.helpers.recorded_microphone import RecordedMicrophone
from tests.helpers.synthetic_speaker import quiet, render
from trainer.hearing.listener import Listener, Parts
from trainer.speech import (
    LevelHeard,
    MicrophoneChanged,
    Partial,
    RecogniserChanged,
    SpeechBegan,
    SpeechReopened,
    TurnHeard,
)

PACE = 0.35
BAG_WORDS = "can i have a bag please"


@pytest.fixture(scope="module")
def toys(tmp_path_factory) -> Path:
    return models(tmp_path_factory.mktemp("models"), "en", "ja")


def said(text: str, language: str = "en", after: float = 0.3, before: float = 0.6) -> tuple[bytes, int]:
    pcm, rate = render(text, language)
    return quiet(before, rate) + pcm + quiet(after, rate), rate


def ready(collected: Collected) -> None:
    collected.wait(lambda facts: any(isinstance(f, RecogniserChanged) and f.state == "ready" for f in facts), 60)


@pytest.mark.parametrize(
    ("language", "speech", "wanted", "engine"),
    [
        ("en", BAG_WORDS, "can i have a bag please", "vosk"),
        ("ja", "ふくろはいりません", "袋 は いり ませ ん", "vosk"),
        ("en", "no thanks", "no thanks", "pocketsphinx"),
    ],
)
def test_speech_becomes_a_turn(toys: Path, language: str, speech: str, wanted: str, engine: str) -> None:
    pcm, rate = said(speech, language)
    microphone = RecordedMicrophone(rate, PACE)
    with listening(microphone, toys if engine == "vosk" else None) as (ears, collected):
        ears.prepare(language)
        ready(collected)
        ears.listen(BAG_EN if language == "en" else BAG_JA)
        microphone.play(pcm)
        told = collected.heard()
    utterance = told.utterance
    assert (told.turn, utterance.text, utterance.engine, utterance.way) == (1, wanted, engine, "listen")
    assert [word.text for word in utterance.words] == wanted.split()
    assert utterance.words[0].start < utterance.words[-1].end
    assert utterance.start < utterance.end
    began = collected.of(SpeechBegan)
    assert [fact.turn for fact in began] == [1]
    facts = collected.without_levels()
    assert facts.index(began[0]) < facts.index(collected.of(Partial)[0]) < facts.index(told)


def test_the_meter_moves_with_the_voice(toys: Path) -> None:
    pcm, rate = said(BAG_WORDS)
    microphone = RecordedMicrophone(rate, PACE)
    with listening(microphone, toys) as (ears, collected):
        ears.listen(BAG_EN)
        microphone.play(pcm)
        collected.heard()
    levels = collected.of(LevelHeard)
    assert max(fact.rms for fact in levels) > -30 > -60 > min(fact.rms for fact in levels)
    assert all(fact.rms <= 0 and fact.noise_floor <= 0 and 0 <= fact.speech <= 1 for fact in levels)
    assert max(fact.speech for fact in levels) > 0.8


def test_the_recogniser_killed_in_mid_word_loses_nothing(toys: Path) -> None:
    pcm, rate = said(BAG_WORDS)
    microphone = RecordedMicrophone(rate, 1.0)
    with listening(microphone, toys) as (ears, collected):
        ears.prepare("en")
        ready(collected)
        ears.listen(BAG_EN)
        microphone.play(pcm)
        collected.wait(lambda facts: any(isinstance(fact, Partial) and fact.text for fact in facts))
        os.kill(ears.recogniser_pid, signal.SIGKILL)
        told = collected.heard()
    assert told.utterance.text == BAG_WORDS
    assert "restarted" in [fact.state for fact in collected.of(RecogniserChanged)]
    assert len(collected.of(SpeechBegan)) == 1


def test_nothing_is_heard_while_the_partner_speaks(toys: Path) -> None:
    pcm, rate = said(BAG_WORDS)
    microphone = RecordedMicrophone(rate, PACE)
    with listening(microphone, toys) as (ears, collected):
        ears.listen(BAG_EN)
        ears.gate(True)
        microphone.play(pcm)
        microphone.wait_until_played()
        ears.gate(False)
        microphone.play(quiet(1.0, rate))
        microphone.wait_until_played()
        assert not collected.of(SpeechBegan)
        microphone.play(pcm)
        assert collected.heard().utterance.text == BAG_WORDS


def test_headphones_need_no_gate(toys: Path) -> None:
    pcm, rate = said(BAG_WORDS)
    microphone = RecordedMicrophone(rate, PACE)
    with listening(microphone, toys) as (ears, collected):
        ears.set_headphones(True)
        ears.listen(BAG_EN)
        ears.gate(True)
        microphone.play(pcm)
        assert collected.heard().utterance.text == BAG_WORDS


def test_done_closes_the_turn_at_once(toys: Path) -> None:
    pcm, rate = render("can i have a bag", "en")
    microphone = RecordedMicrophone(rate, PACE)
    with listening(microphone, toys) as (ears, collected):
        ears.set_patience(8.0)
        ears.listen(BAG_EN)
        microphone.play(quiet(0.6, rate) + pcm + quiet(0.6, rate))
        microphone.wait_until_played()
        assert not collected.of(TurnHeard)
        ears.finish()
        assert collected.heard().utterance.text == "can i have a bag"


def test_done_without_a_word_still_ends_the_turn(toys: Path) -> None:
    microphone = RecordedMicrophone(16_000, PACE)
    with listening(microphone, toys) as (ears, collected):
        ears.prepare("en")
        ready(collected)
        ears.listen(BAG_EN)
        ears.finish()
        assert collected.heard().utterance.text == ""


def test_push_to_talk_hears_only_while_pressed(toys: Path) -> None:
    pcm, rate = said(BAG_WORDS, before=0.1)
    microphone = RecordedMicrophone(rate, PACE)
    with listening(microphone, toys) as (ears, collected):
        ears.set_push_to_talk(True)
        ears.listen(BAG_EN)
        microphone.play(pcm + quiet(1.0, rate))
        microphone.wait_until_played()
        assert not collected.of(SpeechBegan)
        ears.press(True)
        microphone.play(pcm)
        microphone.wait_until_played()
        ears.press(False)
        assert collected.heard().utterance.text == BAG_WORDS


def test_going_on_soon_after_takes_the_same_turn_up_again(toys: Path) -> None:
    expectation = expecting({"bag": ("a bag please",), "no": ("no thanks",)})
    first, rate = render("no thanks", "en")
    second, _ = render("a bag please", "en")
    microphone = RecordedMicrophone(rate, 1.0)
    with listening(microphone, toys) as (ears, collected):
        ears.prepare("en")
        ready(collected)
        ears.listen(expectation)
        microphone.play(quiet(0.6, rate) + first + quiet(0.3, rate))
        collected.heard()
        microphone.play(second + quiet(0.5, rate))
        told = collected.heard(count=2)
    assert [fact.turn for fact in collected.of(SpeechReopened)] == [1]
    assert told.turn == 1
    assert told.utterance.text == "no thanks a bag please"


def test_stop_forgets_what_was_being_said(toys: Path) -> None:
    pcm, rate = said(BAG_WORDS)
    microphone = RecordedMicrophone(rate, PACE)
    with listening(microphone, toys) as (ears, collected):
        ears.listen(BAG_EN)
        microphone.play(pcm)
        collected.wait(lambda facts: any(isinstance(fact, SpeechBegan) for fact in facts))
        ears.stop()
        microphone.wait_until_played()
        microphone.play(quiet(1.5, rate))
        microphone.wait_until_played()
        assert not collected.of(TurnHeard)


def test_unplugged_in_mid_turn_then_plugged_in_again(toys: Path) -> None:
    pcm, rate = said(BAG_WORDS)
    microphone = RecordedMicrophone(rate, PACE)
    with listening(microphone, toys) as (ears, collected):
        ears.listen(BAG_EN)
        microphone.play(pcm[: len(pcm) // 4 * 2])
        microphone.wait_until_played()
        microphone.unplug()
        collected.wait(lambda facts: any(isinstance(f, MicrophoneChanged) and f.state == "lost" for f in facts))
        microphone.plug()
        collected.wait(lambda facts: [f.state for f in facts if isinstance(f, MicrophoneChanged)][-1] == "ready")
        microphone.play(pcm)
        assert "a bag please" in collected.heard().utterance.text


def test_without_a_device_that_is_said_once_and_every_call_is_harmless() -> None:
    microphone = RecordedMicrophone(names=())
    with listening(microphone) as (ears, collected):
        ears.listen(BAG_EN)
        collected.wait(lambda facts: any(isinstance(fact, MicrophoneChanged) for fact in facts))
        ears.finish()
        ears.gate(True)
        ears.gate(False)
        ears.set_device("nothing like this")
        ears.press(True)
        assert ears.devices() == ()
        assert collected.heard().utterance.text == ""
        ears.stop()
    assert [fact.state for fact in collected.of(MicrophoneChanged)] == ["absent"]


def test_muted_is_told_and_so_is_its_end(toys: Path) -> None:
    microphone = RecordedMicrophone(16_000, PACE)
    with listening(microphone, toys) as (ears, collected):
        ears.listen(BAG_EN)
        microphone.muted = True
        collected.wait(lambda facts: any(isinstance(f, MicrophoneChanged) and f.state == "muted" for f in facts))
        microphone.muted = False
        collected.wait(lambda facts: [f.state for f in facts if isinstance(f, MicrophoneChanged)][-1] == "ready")


def test_a_language_without_a_recogniser_is_said_and_done_still_answers() -> None:
    microphone = RecordedMicrophone(16_000, PACE)
    with listening(microphone) as (ears, collected):
        ears.listen(BAG_JA)
        ears.finish()
        told = collected.heard()
    assert told.utterance.text == ""
    assert RecogniserChanged("unavailable", "", "no-speech-model") in collected.facts


def test_a_speech_model_installed_meanwhile_is_taken_up(tmp_path: Path) -> None:
    microphone = RecordedMicrophone(16_000, PACE)
    with listening(microphone, tmp_path) as (ears, collected):
        ears.prepare("ja")
        collected.wait(lambda facts: RecogniserChanged("unavailable", "", "no-speech-model") in facts)
        models(tmp_path, "ja")
        ears.models_changed()
        collected.wait(lambda facts: RecogniserChanged("ready", "vosk") in facts)


def test_closing_twice_is_harmless_and_ends_the_thread() -> None:
    microphone = RecordedMicrophone()
    ears = Listener(lambda _: None, parts=Parts(microphone=lambda: microphone))
    ears.listen(BAG_EN)
    ears.close()
    ears.close()
    assert not microphone.running()
