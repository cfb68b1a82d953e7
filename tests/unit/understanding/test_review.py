"""What an author is told about a moment."""

from tests.unit.understanding.menus import menu
from trainer.lexicon.loading import load_interpreter
from trainer.understanding.review import review


def codes(findings):
    return [finding.code for finding in findings]


def test_few_examples_are_named():
    found = review(menu("en", yes="yes please|please do|go on|that would be nice", no="no thanks|please don't"))
    assert [(f.code, f.reply) for f in found] == [("few-examples", "no")]


def test_the_same_example_twice_is_shown_with_both_phrases():
    found = review(menu("en", a="hello|hi|good day|hey", b="Hello!|bye|see you|so long"))
    assert [(f.code, f.phrase, f.other_phrase) for f in found] == [("same-example", "Hello!", "hello")]


def test_a_yes_without_a_no():
    found = review(
        menu("en", yes="yes please|yes|yes do|yes thanks", cost="what does it cost|how much|is it free|price")
    )
    assert codes(found) == ["one-sign"]
    assert found[0].suggestion == "add-a-no"


def test_daijoubu_by_itself():
    found = review(menu("ja", yes="はい|大丈夫です|お願いします|ください", no="いいえ|いりません|やめます|結構"))
    assert ("two-minded", "大丈夫です") in [(f.code, f.phrase) for f in found]


def test_replies_that_sound_alike_are_found_by_leaving_one_out():
    told = menu(
        "en",
        bread="a loaf of bread please|some bread please|I'd like bread",
        rolls="bread please|a loaf of bread|I would like some bread",
        leave="goodbye|I have to go now|see you tomorrow",
    )
    found = [f for f in review(told, load_interpreter(["en"])) if f.code == "close-replies"]
    assert found
    assert {found[0].reply, found[0].other} == {"bread", "rolls"}
    assert found[0].other_phrase


def test_a_clear_moment_has_no_findings():
    told = menu(
        "en",
        card="by card please|I'll pay by card|can I use my card|card please",
        cash="in cash please|I'll pay cash|cash please|here is the cash",
    )
    assert review(told, load_interpreter(["en"])) == []
