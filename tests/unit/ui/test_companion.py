"""Who is drawn when somebody else in the scene speaks."""

import pytest

from trainer.ui.scene.partners import PARTNERS, companion


@pytest.mark.parametrize("chosen", [look.id for look in PARTNERS if look.id != "noface"])
def test_another_person_is_seen_for_another_speaker(chosen: str) -> None:
    for speaker in ("HIRANO", "YUKI", "TORA"):
        seen = companion(chosen, speaker)
        assert seen in {look.id for look in PARTNERS} - {chosen, "noface"}
        assert seen == companion(chosen, speaker)


def test_no_face_stays_no_face() -> None:
    assert companion("noface", "HIRANO") == "noface"


def test_there_are_eight_people_of_different_ages_and_genders_and_no_face() -> None:
    drawn = [look for look in PARTNERS if not look.featureless]
    assert len(drawn) >= 8
    assert {look.gender for look in drawn} == {"woman", "man", "open"}
    assert {look.age for look in drawn} >= {"young", "middle", "older"}
    assert len({(look.hair_kind, look.hair, look.skin, look.glasses, look.beard) for look in drawn}) == len(drawn)
    assert any(look.featureless for look in PARTNERS)
