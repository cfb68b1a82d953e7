"""Those beside the partner: who they are, where there is room for them, and whom they look at."""

from __future__ import annotations

import pytest

from trainer.script import Moment, Person, Scene
from trainer.session.view import drawn_people, partner_of
from trainer.ui.scene.company import NOBODY, SIZES, SPOTS, Company
from trainer.ui.scene.face import POSES, FaceState
from trainer.ui.scene.partners import PARTNERS, company
from trainer.ui.scene.stage import LIVING_BOX

SPEAKING = FaceState(POSES["speaking"], gaze=0.5, mouth=0.6)


def three() -> Company:
    made = Company()
    assert made.set([("kenji", "Tora"), ("yui", "Yuki")])
    return made


@pytest.mark.parametrize("chosen", [look.id for look in PARTNERS])
def test_nobody_has_a_double(chosen: str) -> None:
    drawn = company(chosen, ["TORA", "YUKI", "HOST", "NAMI"])
    assert drawn == company(chosen, ["TORA", "YUKI", "HOST", "NAMI"])
    if chosen == "noface":
        assert set(drawn) == {"noface"}
    else:
        assert len({chosen, "noface", *drawn}) == 6


def test_signs_and_machines_have_no_body_and_the_first_who_has_one_is_the_partner() -> None:
    def scene(*persons: Person) -> Scene:
        return Scene("a", "A", "en", (), Moment("anywhere", ""), "", persons=persons)

    machine, clerk = Person("MACHINE", "The machine"), Person("CLERK", "Kondo, calm")
    assert drawn_people(scene(machine, clerk)) == (clerk,) and partner_of(scene(machine, clerk)) == "Kondo"
    assert partner_of(scene(Person("VOICE", "A voice"))) == "A voice"
    assert partner_of(scene()) == ""


def test_who_does_not_speak_closes_the_mouth_and_looks_at_the_one_who_does() -> None:
    made = three()
    made.settle(speaking=True)
    second, first = made.beside(SPEAKING, 0.0, 0.0, alive=False)
    assert made.lead(SPEAKING) == SPEAKING
    assert first.face.mouth == second.face.mouth == 0.0
    assert first.face.pose.gaze_x > 3 and second.face.pose.gaze_x > 3, "to the right, where the partner is"
    made.speak(1)
    made.settle(speaking=True)
    second, first = made.beside(SPEAKING, 0.0, 0.0, alive=False)
    assert first.face == SPEAKING and second.face.mouth == 0.0 and second.face.pose.gaze_x > 3
    assert made.lead(SPEAKING).pose.gaze_x < -3 and made.lead(SPEAKING).mouth == 0.0
    made.speak(2)
    made.settle(speaking=True)
    second, first = made.beside(SPEAKING, 0.0, 0.0, alive=False)
    assert second.face == SPEAKING and first.face.pose.gaze_x < -3


def test_nobody_turns_to_a_voice_without_a_body_or_in_silence() -> None:
    made = three()
    made.speak(NOBODY)
    made.settle(speaking=True)
    assert all(one.face.pose == POSES["neutral"] for one in made.beside(SPEAKING, 0.0, 0.0, alive=False))
    assert made.told("Mori", "speaking") == ("Mori", "neutral", ("Tora", "Yuki"))
    made.speak(1)
    made.settle(speaking=False)
    assert made.told("Mori", "speaking") == ("Tora", "speaking", ("Mori", "Yuki"))
    assert made.told("Mori", "listening") == ("Mori", "listening", ("Tora", "Yuki"))


def test_turning_takes_a_moment_and_then_rests() -> None:
    made = three()
    made.speak(1)
    assert made.moves(speaking=True)
    for _ in range(30):
        made.advance(0.033, speaking=True)
    assert not made.moves(speaking=True)


def test_where_room_is_short_the_one_who_speaks_is_seen() -> None:
    made = three()
    assert [one.x for one in made.beside(SPEAKING, 0.0, 0.0, alive=True)] == list(reversed(SPOTS))
    for speaker, look in ((1, "kenji"), (2, "yui"), (0, "kenji"), (NOBODY, "kenji")):
        made.speak(speaker)
        (one,) = made.beside(SPEAKING, 420.0, 0.0, alive=True)
        assert one.look.id == look
    (one,) = made.beside(SPEAKING, 585.0, 0.0, alive=True)
    assert SPOTS[0] < one.x < LIVING_BOX[0] + LIVING_BOX[2] / 2 and one.size == SIZES[0]
