"""Packs made to hurt are refused by the check they were made for, in one sentence, and a good one still opens."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from tests.helpers.hostile_more import more_packs
from tests.helpers.hostile_packs import good, hostile_packs, zip_of
from tests.helpers.mutations import INPUTS, damaged
from trainer.packs.cover import pack_of
from trainer.packs.names_allowed import FOLDERS
from trainer.packs.refusals import SENTENCES, Refused
from trainer.storage.pack_files import look_into

PACKS = (*hostile_packs(), *more_packs())


def opened(content: bytes) -> str:
    """The id of the pack, looked over as the shelf does it."""
    return pack_of(look_into(content, Path("given.practicepack")).texts, strict=True).id


def test_the_pack_they_are_made_from_is_good() -> None:
    assert opened(zip_of(good())) == "org.example.hostile"


def test_there_are_many_kinds() -> None:
    assert len(PACKS) >= 500
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


def test_nothing_of_a_pack_is_opened_elsewhere_or_read_as_html() -> None:
    """Rules 15, 20 and 22 of the research: no SVG, no rich text, no link and no path taken from a pack's words."""
    trainer = Path(__file__).parents[3] / "trainer"
    odd = re.compile(r"QDesktopServices|openUrl|setOpenExternalLinks|\.extractall\(|zipfile\.ZipFile\([^)]*\)\.extract")
    html = re.compile(r"\.setHtml\(|TextFormat\.(?:RichText|AutoText|MarkdownText)|\.setMarkdown\(")
    found = {
        path.relative_to(trainer).as_posix()
        for path in trainer.rglob("*.py")
        if odd.search(text := path.read_text("utf-8")) or html.search(text)
    }
    # The page to show somebody is made of the trainee's own words, each of them escaped.
    assert found == {"ui/views/records_pdf.py"}
    assert not any("svg" in ending for endings in FOLDERS.values() for ending in endings)
