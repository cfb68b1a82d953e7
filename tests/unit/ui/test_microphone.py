"""The microphone check and the speech models' buttons, over the scripted desk."""

from __future__ import annotations

from typing import Any

import pytest

from tests.helpers.scripted_desk import desk
from trainer.ui import words_sound
from trainer.ui.bridge import Level, MicrophoneTrial
from trainer.ui.view_models.microphone import MicrophoneModel
from trainer.ui.view_models.settings import SettingsModel


@pytest.fixture
def parts(qapp: Any) -> tuple[Any, MicrophoneModel, SettingsModel]:
    table = desk("en")
    settings = SettingsModel(table)
    return table, MicrophoneModel(table, settings), settings


def test_a_trial_goes_from_listening_to_what_was_heard(parts: Any) -> None:
    table, model, _ = parts
    model.begin()
    assert model.listening
    table.trial_calls[-1](MicrophoneTrial(share=0.5, words="hello"))
    assert model.listening and model.trial.words == "hello"
    table.trial_calls[-1](MicrophoneTrial(True, 1.0, "good", "hello could i have a cup of tea please"))
    assert not model.listening
    model.hear_back()
    assert table.asked[-1] == ("hear_back",)


def test_leaving_the_page_forgets_the_recording_and_closes_the_microphone(parts: Any) -> None:
    table, model, _ = parts
    model.watch()
    model.begin()
    model.leave()
    assert not table.trial_calls and not table.level_calls
    assert model.trial is None and model.level == Level()


def test_another_trial_ends_the_one_before(parts: Any) -> None:
    table, model, _ = parts
    model.begin()
    model.begin()
    assert len(table.trial_calls) == 1


def test_the_room_is_called_loud_only_when_words_drown(parts: Any) -> None:
    table, model, _ = parts
    model.watch()
    assert not model.room_is_loud
    table.level_calls[-1](Level(0.5, 0.3, 0.5, "ready", "USB headset"))
    assert model.room_is_loud


@pytest.mark.parametrize("state", ["", "ready", "changed", "absent", "lost", "muted", "stalled"])
def test_every_state_of_a_microphone_has_words(qapp: Any, state: str) -> None:
    assert words_sound.microphone(state, "USB headset")


@pytest.mark.parametrize("verdict", ["good", "nothing", "muted", "faint", "loud", "noisy"])
def test_every_verdict_has_words(qapp: Any, verdict: Any) -> None:
    assert words_sound.verdict(verdict)


def test_a_download_can_be_paused_and_taken_away(parts: Any) -> None:
    table, _, settings = parts
    settings.install("ja-small")
    assert settings.progress["ja-small"][0].state == "downloading"
    settings.pause("ja-small")
    settings.remove("ja-small")
    assert table.asked[-2:] == [("pause_model", "ja-small"), ("remove_model", "ja-small")]
    assert "ja-small" not in settings.progress
