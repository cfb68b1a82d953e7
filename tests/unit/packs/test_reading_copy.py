"""The reading copy holds every word of a scene once, and the voice script every line that is spoken."""

import csv
import io
from pathlib import Path

import pytest

from tests.helpers.sheet_cases import BAKERY, BAKERY_JA, RECEPTION, SHOP, SHOP_JA
from trainer.packs.builder import build_scene
from trainer.packs.diagnostics import Findings
from trainer.packs.outline import outline
from trainer.packs.reader import read_sheet
from trainer.packs.reading_copy import as_text, reading_copy, table, voice_csv, voice_script
from trainer.packs.texts import texts

SCENES = {"bakery": (BAKERY, None), "bakery ja": (BAKERY, BAKERY_JA), "shop": (SHOP, None), "shop ja": (SHOP, SHOP_JA),
          "reception": (RECEPTION, None)}  # fmt: skip


def scene(name: str):
    built = build_scene(*SCENES[name]).scene
    assert built is not None
    return built


@pytest.mark.parametrize("name", SCENES)
def test_every_word_of_a_scene_is_on_the_paper(name):
    played = scene(name)
    rows = reading_copy(played)
    shown = [row.text for row in rows]
    for moment in (*played.moments, played.anywhere):
        for reply in moment.replies:
            assert reply.label in shown
            assert all(example in shown for example in reply.examples)
        assert all(hint in shown for hint in moment.hints if hint)
    spoken = [line.text for line in voice_script(played)]
    assert sorted(spoken) == sorted(row.text for row in rows if row.kind in ("say", "or"))
    assert played.title == rows[0].text
    assert all("\n" not in row.text for row in rows)


@pytest.mark.parametrize("name", ["bakery", "shop", "reception"])
def test_nothing_of_the_sheet_is_left_out(name):
    source = SCENES[name][0]
    sheet = read_sheet(source)
    speakers = {line.key for line in sheet.lines if line.kind == "say"}
    paper = as_text(reading_copy(scene(name)))
    for text in texts(outline(sheet, Findings(), speakers)):
        assert text.text.partition(" (")[0] in paper, text


def test_conditions_tones_and_ways_are_told_in_words():
    paper = as_text(reading_copy(scene("bakery")))
    assert "(if visits is 1 or more)" in paper
    assert "After 8 seconds of quiet" in paper
    japanese = as_text(reading_copy(scene("bakery ja")))
    assert "8秒しずかなとき" in japanese
    assert "（" not in "".join(row.note for row in reading_copy(scene("bakery ja")))
    assert "visitsが1以上のとき" in japanese
    assert "if " not in japanese.replace("(if", "")


def test_the_table_opens_in_a_spreadsheet_and_runs_nothing():
    content = voice_csv(scene("shop ja"))
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows[0] == ["番地", "人物", "言い方", "ことば", "とき"]
    assert all(len(row) == 5 for row in rows)
    assert len(rows) == len(voice_script(scene("shop ja"))) + 1
    assert table([["=1+1", "-> x", "plain, with comma", 'a "quote"']]).decode("utf-8-sig") == (
        '\'=1+1,\'-> x,"plain, with comma","a ""quote"""\r\n'
    )


def test_every_shipped_scene_can_be_printed(repository: Path):
    for sheet in sorted((repository / "scenarios").glob("*/scenes/*.scene.txt")):
        built = build_scene(sheet.read_text("utf-8")).scene
        assert built is not None
        assert len(reading_copy(built)) > 20
