"""Checks that ask the understanding itself, here a named fake that hears by first letters or by exact words."""

from tests.helpers.sheet_cases import BAKERY, BAKERY_JA, changed
from tests.helpers.understanding import ExactInterpreter
from trainer.packs.checker import Tools, check_sheet, check_translation
from trainer.packs.checker_matching import offered
from trainer.packs.checker_replies import kana_sounds, one_apart
from trainer.script import Expectation
from trainer.speech import Utterance
from trainer.understanding.interpretation import Interpretation


class FirstLetters(ExactInterpreter):
    """Hears the beginning of a sentence only: the reply whose example shares most letters at the front."""

    def interpret(self, utterance: Utterance, expectation: Expectation) -> Interpretation:
        best, most = "", 0
        for reply in expectation.replies:
            for example in reply.examples:
                same = next((n for n, (a, b) in enumerate(zip(utterance.text, example, strict=False)) if a != b), 4)
                if same > most:
                    best, most = reply.id, same
        return Interpretation(
            utterance, "sure" if most >= 4 else "unclear", best if most >= 4 else None, best, None, 0.9
        )


EXACT = Tools(matcher=ExactInterpreter())
FRONT = Tools(matcher=FirstLetters())


def test_without_a_matcher_nothing_is_asked():
    assert check_sheet(BAKERY) == ()


def test_an_example_nearer_to_another_reply():
    text = changed(BAKERY, ("  - It's fine cold.", "  - Yes, cold, please."))
    found = [d for d in check_sheet(text, tools=FRONT) if d.code == "close-example"]
    assert (text.split("\n").index("  - Yes, cold, please.") + 1) in [d.line for d in found]
    assert any("yes, warm it" in d.message for d in found)


def test_the_words_of_hint_3_must_be_understood():
    text = changed(BAKERY, ('hint 3: You could say: "Yes, please."', 'hint 3: You could say: "Make it hot."'))
    line = text.split("\n").index('hint 3: You could say: "Make it hot."') + 1
    assert [(d.code, d.line) for d in check_sheet(text, tools=EXACT)] == [("hint3-no-match", line)]
    assert check_sheet(BAKERY, tools=EXACT) == ()


def test_a_translation_is_asked_with_its_own_words():
    text = changed(BAKERY_JA, ("ヒント３：たとえば「お願いします」。", "ヒント３：たとえば「あたためて」。"))
    line = text.split("\n").index("ヒント３：たとえば「あたためて」。") + 1
    found = check_translation(BAKERY, text, tools=EXACT)
    assert [(d.code, d.line) for d in found] == [("hint3-no-match", line)]


def test_what_a_hint_offers():
    assert list(offered('You could say: "Yes, please." or “No.”')) == ["Yes, please.", "No."]
    assert list(offered("たとえば「はい」か『いいえ』。")) == ["はい", "いいえ"]
    assert list(offered("A nod is enough.")) == []


def letters(text: str) -> tuple[str, ...]:
    return tuple(c for c in text.casefold() if c.isalpha())


def test_examples_one_sound_apart():
    text = changed(BAKERY, ("  - Warm, please.", "  - Hot"), ("  - It's fine cold.", "  - Not"))
    found = check_sheet(text, tools=Tools(sounds={"en": letters}))
    line = text.split("\n").index("  - Not") + 1
    assert [(d.code, d.line) for d in found] == [("sounds-alike", line)]


def test_words_the_recogniser_has_to_guess_are_told_once():
    text = changed(BAKERY, ("  - Warm, please.", "  - Warm, mochi please {x}.\n  - Mochi and yuki"))

    def lacks(words: str) -> list[str]:
        return [word for word in ("mochi", "yuki", "x") if word in words.lower()]

    found = [d for d in check_sheet(text, tools=Tools(lacks={"en": lacks})) if d.code == "word-guessed"]
    line = text.split("\n").index("  - Mochi and yuki") + 1
    assert [(d.line, "mochi" in d.message, "yuki" in d.message) for d in found] == [
        (line - 1, True, False),
        (line, False, True),
    ]


def test_words_the_speech_model_lacks_are_told_for_slots_too():
    text = changed(BAKERY, ("  - Warm, please.", "  - Mochi please {x}"))
    head = next(line for line in text.split("\n") if line.startswith("scene:"))
    text = text.replace(head, f"{head}\nslot sweet: anko = bean paste | mochi", 1)

    def lacks(words: str) -> list[str]:
        return [word for word in ("mochi", "anko", "paste") if word in words.lower()]

    found = [d for d in check_sheet(text, tools=Tools(unheard={"en": lacks})) if d.code == "word-unheard"]
    line = next(number for number, line in enumerate(text.split("\n"), 1) if line.startswith("slot sweet"))
    assert [(d.line, "anko, paste, mochi" in d.message) for d in found] == [(line, True)]
    assert not [d for d in check_sheet(text, tools=Tools(unheard={"ja": lacks})) if d.code == "word-unheard"]


def test_kana_is_compared_and_other_writing_is_not_judged():
    assert kana_sounds("カード") == kana_sounds("かーど")
    assert kana_sounds("現金で") == ()
    assert one_apart(tuple("かさ"), tuple("かし"))
    assert one_apart(tuple("かさ"), tuple("かさを"))
    assert not one_apart(tuple("かさ"), tuple("くし"))


def test_sounds_are_asked_for_in_the_language_of_the_sheet():
    text = changed(
        BAKERY_JA, ("・そのままで\n", "・おねがいしまう\n"), ("・お願いします\n＞ no", "・おねがいします\n＞ no")
    )
    found = check_translation(BAKERY, text, tools=Tools(sounds={"ja": kana_sounds}))
    assert "sounds-alike" in [d.code for d in found]
