"""`// ok code: reason` takes a warning or an idea away where it stands, and nowhere else."""

from tests.helpers.sheet_cases import BAKERY, changed
from trainer.packs.checker import check_sheet

ONE_WORDING = ("BAKER: Shall I warm it up?\n/ Would you like it warm?", "BAKER: Shall I warm it up?")
HURRY = "hint 1: Hurry to the counter."


def codes(*edits: tuple[str, str]) -> list[str]:
    return [found.code for found in check_sheet(changed(BAKERY, *edits))]


def test_without_the_note_it_is_found():
    assert codes(ONE_WORDING) == ["one-wording"]


def test_above_the_line():
    assert codes((ONE_WORDING[0], "// ok one-wording: always like this\n" + ONE_WORDING[1])) == []


def test_above_the_moment_counts_for_the_whole_moment():
    assert codes(ONE_WORDING, ("== warm ==", "// ok one-wording: always like this\n== warm ==")) == []


def test_in_full_width_too():
    assert codes(ONE_WORDING, ("== warm ==", "※ ok one-wording：いつもこう言う\n== warm ==")) == []


def test_in_the_head_it_counts_for_the_head():
    assert codes(("step middle: Go in and look around.\n", "")) == ["arc-missing"]
    assert (
        codes(("step middle: Go in and look around.\n", ""), ("id: bakery", "// ok arc-missing: not yet\nid: bakery"))
        == []
    )


def test_another_moment_is_not_covered():
    found = codes(ONE_WORDING, ("== pay ==", "// ok one-wording: always like this\n== pay =="))
    assert sorted(found) == ["ok-unused", "one-wording"]


def test_inside_a_reply_only_that_reply():
    few = (
        "> yes, warm it\n  - Yes, please.\n  - Warm, please.\n",
        "> yes, warm it\n  // ok reply-few-examples: enough\n  - Warm, please.\n",
    )
    other = ("  - No, thank you.\n  - It's fine cold.\n", "  - No, thank you.\n")
    assert codes(few, other) == ["reply-few-examples"]


def test_two_notes_above_one_line():
    both = (
        "BAKER: Shall I warm it up?\n/ Would you like it warm?",
        "// ok one-wording: a\n// ok may-hurry: b\nBAKER: Hurry up, warm or cold?",
    )
    assert codes(both) == []


def test_an_error_stays():
    found = codes(("(if queue >= 2)", "(if queue >= 3)"), ("== pay ==", "// ok never-true: later\n== pay =="))
    assert sorted(found) == ["never-true", "ok-error"]
