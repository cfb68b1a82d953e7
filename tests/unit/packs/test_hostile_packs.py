"""Packs made to hurt are refused by the check they were made for, in one sentence, and a good one still opens."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.helpers.hostile_packs import good, hostile_packs, zip_of
from tests.helpers.mutations import INPUTS, damaged
from trainer.packs.cover import pack_of
from trainer.packs.refusals import SENTENCES, Refused
from trainer.storage.pack_files import look_into

PACKS = hostile_packs()


def opened(content: bytes) -> str:
    """The id of the pack, looked over as the shelf does it."""
    return pack_of(look_into(content, Path("given.practicepack")).texts, strict=True).id


def test_the_pack_they_are_made_from_is_good() -> None:
    assert opened(zip_of(good())) == "org.example.hostile"


def test_there_are_many_kinds() -> None:
    assert len(PACKS) >= 200
    assert len({pack.name for pack in PACKS}) == len(PACKS)
    kinds = {code for pack in PACKS for code in pack.codes}
    assert kinds == set(SENTENCES), "every reason to refuse has a pack that meets it"


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name.encode("ascii", "backslashreplace").decode()[:60])
def test_each_is_refused_for_what_it_is(pack) -> None:
    with pytest.raises(Refused) as caught:
        opened(pack.make())
    refused = caught.value
    assert refused.code in pack.codes
    for language in ("en", "ja"):
        sentence = refused.sentence(language)
        assert "\n" not in sentence and sentence.isprintable()
        assert len(sentence) < 200


@pytest.mark.parametrize(("name", "wholes", "use"), INPUTS, ids=[name for name, _, _ in INPUTS])
def test_damaged_inputs_come_to_a_plain_end(name: str, wholes: tuple[bytes, ...], use) -> None:
    """A small sample of what tests/bench/mutations.py does a million times."""
    dice = random.Random(f"{name} 1")
    for whole in wholes:
        use(whole)
    for _ in range(150):
        use(damaged(dice.choice(wholes), dice))
