"""Words whose source has changed since they were translated are told, at their own line."""

from tests.helpers.pack_cases import good_pack
from tests.helpers.sheet_cases import BAKERY, BAKERY_JA, changed
from trainer.packs.diagnostics import Findings
from trainer.packs.outline import Outline, outline
from trainer.packs.pack_checker import check_pack
from trainer.packs.reader import read_sheet
from trainer.packs.stale import check_stale, fingerprints, read_status, write_status


def parts(text: str) -> Outline:
    return outline(read_sheet(text), Findings(), ["BAKER", "GUEST"])


def stale(*edits: tuple[str, str]) -> list[tuple[str, int]]:
    findings = Findings("ja.txt")
    status = {"bakery": fingerprints(parts(BAKERY))}
    check_stale(status, "bakery", parts(changed(BAKERY, *edits)), parts(BAKERY_JA), findings)
    return [(dict(found.values)["what"], found.line) for found in findings.all()]


def line_of(text: str) -> int:
    return BAKERY_JA[: BAKERY_JA.index(text)].count("\n") + 1


def test_nothing_changed_is_nothing_to_look_at():
    assert stale() == []


def test_changed_words_are_named_where_their_translation_stands():
    assert stale(("hint 1: Either answer is fine.", "hint 1: Both are fine.")) == [
        ("warm / hint 1", line_of("ヒント１：どちらでも"))
    ]
    assert stale(("/ Would you like it warm?", "/ Warm or cold?")) == [("warm / opening", line_of("＝＝ warm"))]
    assert stale(("about: You choose a roll", "about: You buy a roll")) == [("about", line_of("説明："))]


def test_other_examples_conditions_and_arrows_change_no_words():
    assert stale(("  - Warm, please.", "  - Hot, please."), ("(if queue >= 2)", "(if queue = 2)")) == []


def test_a_scene_without_status_is_not_judged():
    findings = Findings()
    check_stale({}, "bakery", parts(BAKERY), parts(BAKERY_JA), findings)
    assert findings.all() == ()


def test_the_status_file_is_written_and_read_again():
    status = {"bakery": fingerprints(parts(BAKERY)), 'odd "id"': {"a \\ b": "x", "改行\u202e": "y"}}
    assert read_status(write_status(status)) == status


def test_a_status_file_that_cannot_be_read_is_no_reason_to_stumble():
    assert read_status("[[[") == {}
    assert read_status('a = 1\n[b]\nc = 2\nd = "e"') == {"b": {"d": "e"}}
    files = {**good_pack(), "translations/ja/status.toml": b"\xff\xfe"}
    assert {found.code for found in check_pack(files)} == {"not-utf8"}


def test_a_pack_translated_just_now_has_nothing_stale():
    files = {**good_pack(), "translations/ja/status.toml": write_status({"bakery": fingerprints(parts(BAKERY))})}
    assert check_pack(files) == ()
