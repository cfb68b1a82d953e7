"""The robot's mind and mouth: seeded, and as slow of speech as it is told."""

from __future__ import annotations

import numpy as np

from tests.helpers.mouth import RATE, speech
from tests.helpers.trainee import STEADY, Temper, Trainee
from trainer.session.view import Asked, ReplyView, VisitView

REPLIES = (ReplyView("yes", "yes", ("Yes, please.",)), ReplyView("nod", "nod", (), gesture=True))


def turns(seed: int, temper: Temper, way: str = "choose") -> list[object]:
    trainee = Trainee(seed, temper)
    return [
        trainee.act(VisitView(turn=turn, phase="listening", way=way, replies=REPLIES, language="en"))  # type: ignore[arg-type]
        for turn in range(1, 60)
    ]


def test_the_same_seed_does_the_same_and_another_does_not() -> None:
    assert turns(4, Temper()) == turns(4, Temper())
    assert turns(4, Temper()) != turns(5, Temper())


def test_a_steady_trainee_only_answers_until_it_has_had_enough() -> None:
    deeds = [act.kind for act in turns(1, STEADY)]  # type: ignore[attr-defined]
    assert set(deeds[:40]) == {"pick"}
    assert set(deeds[40:]) == {"leave"}


def test_who_is_asked_which_one_was_meant_presses_one_of_the_three() -> None:
    view = VisitView(turn=1, phase="listening", replies=REPLIES, asked=Asked("yes", "yes", "nod", "nod"))
    assert {Trainee(seed, STEADY).act(view).reply for seed in range(30)} == {"asked:1", "asked:2", "asked:neither"}


def test_hesitation_is_heard_as_a_pause_of_that_length() -> None:
    plain, slow = (np.frombuffer(speech("yes please", "en", pauses), np.int16) for pauses in ((), (1.5,)))
    assert len(slow) - len(plain) == int(1.5 * RATE)
    loud = np.flatnonzero(np.abs(slow.astype(int)) > 200)
    assert np.diff(loud).max() >= 1.5 * RATE


def test_japanese_is_said_from_its_readings() -> None:
    kanji, kana = (len(speech(text, "ja")) for text in ("温めますか", "あたためますか"))
    assert kanji == kana
