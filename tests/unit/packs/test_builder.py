"""Sheet to scene: names resolved, values in their places, nothing invented."""

import pytest

from tests.helpers.sheet_cases import BAKERY, BAKERY_JA, changed
from trainer.packs.builder import build_scene
from trainer.script import (
    AfterQuestion,
    Arrow,
    Condition,
    Cue,
    Dial,
    Line,
    Memory,
    Person,
    Place,
    ReachGoal,
    RealSteps,
    Scene,
    SetMemory,
    ShowHint,
    SlotValue,
)


def scene(text: str = BAKERY, translation: str | None = None) -> Scene:
    built = build_scene(text, translation, file="en.txt", translation_file="ja.txt")
    assert built.scene is not None
    return built.scene


def small(*lines: str) -> Scene:
    return scene("\n".join(("scene: s", "id: s", "language: en", "person A: Ann", *lines)))


def test_head_and_foot():
    built = scene()
    assert (built.id, built.title, built.language, built.level, built.minutes) == (
        "bakery",
        "At the bakery",
        "en",
        3,
        4,
    )
    assert (built.setting, built.where, built.hardest) == ("bakery", "a small bakery, morning", "choose")
    assert built.expect == "What do you think will happen?"
    assert built.warnings == ("Somebody may stand behind you.",)
    assert built.closing == ("You came, and that counts.", "Rest a little now.")
    assert built.steps_outside == RealSteps(
        "Stand in front of a bakery for a moment.", "Go in and look around.", "Buy one roll."
    )
    assert built.for_facilitators == "Ask which moment felt longest."
    assert built.after == (
        AfterQuestion("How tense was it?", "scale"),
        AfterQuestion("Which part went as you hoped?", "goals"),
        AfterQuestion("Anything to remember?", "words"),
    )
    assert [goal.optional for goal in built.goals] == [False, False, True]
    assert built.memory == (Memory("visits", 0, keep=True), Memory("warm", "no"))
    assert built.dials == (Dial("queue"), Dial("warmth"), Dial("unheard"))
    assert built.dials[1].gentlest == 2
    assert built.slots[0].values[1] == SlotValue("sesame roll", "sesame roll", ("sesame",))
    assert (built.slots[0].usual, built.slots[1].low, built.slots[1].high, built.slots[1].usual) == (
        "plain roll",
        1,
        4,
        1,
    )


def test_where_it_begins_and_where_leaving_goes():
    assert (scene().first, scene().leaving) == ("arrive", "leaving")
    without = changed(BAKERY, ("/ No problem at all.\n-> end", "/ No problem at all.\n-> arrive"))
    assert scene(without).leaving == ""


def test_an_opening_in_order():
    opening = scene().moment("arrive").opening
    assert [type(step).__name__ for step in opening] == ["Cue", "Cue", "Line"]
    assert opening[1] == Cue("somebody stands near the door", Condition("queue", ">=", 1), Place("en.txt", 44))
    line = opening[2]
    assert isinstance(line, Line)
    assert [(wording.text, wording.condition) for wording in line.wordings] == [
        ("Good morning.", None),
        ("Hello there.", None),
        ("Nice to see you again.", Condition("visits", ">=", 1)),
    ]


def test_what_follows_a_reply():
    choose = scene().moment("choose")
    said, pointed, nothing = choose.replies
    assert said.steps == (
        ReachGoal("order", Place("en.txt", 80, 3)),
        Arrow("warm", Condition("roll", "=", "raisin roll"), Place("en.txt", 81, 3)),
        Arrow("pay", None, Place("en.txt", 82, 3)),
    )
    assert pointed.gesture
    assert pointed.examples == ()
    assert [step for step in pointed.steps if isinstance(step, SetMemory)][1].value == 1
    assert nothing.on_purpose
    assert isinstance(nothing.steps[0], Line)
    assert not said.on_purpose


def test_events():
    arrive = scene().moment("arrive")
    assert [silence.seconds for silence in arrive.silences] == [8, 20]
    assert arrive.silences[1].steps == (Arrow("choose", None, Place("en.txt", 65, 3)),)
    assert len(arrive.unclear) == 2
    assert arrive.unclear[1] == (ShowHint(3, Place("en.txt", 69, 3)),)
    assert len(arrive.unheard) == 1
    assert isinstance(arrive.repeat[0], Line)
    assert arrive.repeat[0].wordings[0].tone == "slower"


def test_places_point_at_the_sheet():
    lines = BAKERY.split("\n")
    for moment in scene().moments:
        assert moment.name in lines[moment.place.line - 1]
        for reply in moment.replies:
            assert reply.name in lines[reply.place.line - 1]


def test_names_are_compared_kindly_and_kept_as_declared():
    built = small("slot Tea Kind: green | black", "== First  Step ==", "A: {tea kind}?", "> x", "- x", "-> FIRST step")
    line = built.moments[0].opening[0]
    assert isinstance(line, Line)
    assert line.wordings[0].text == "{Tea Kind}?"
    assert built.moments[0].replies[0].steps == (Arrow("First  Step", None, Place("en.txt", 10)),)


def test_dials_by_either_name_hold_the_english_key():
    built = small(
        "負荷　列：０から１", "dial 温かさ: 0 to 2", "== m ==", "@ (もし 列＞＝１) wind", "@ (if queue >= 1) rain"
    )
    assert built.dials == (Dial("queue", 0, 1), Dial("warmth", 0, 2))
    conditions = [step.condition for step in built.moments[0].opening if isinstance(step, Cue)]
    assert conditions == [Condition("queue", ">=", 1), Condition("queue", ">=", 1)]


def test_a_moment_without_replies_may_still_be_built():
    built = small("== m ==", "A: Bye.", "-> end")
    assert built.moments[0].replies == ()
    assert built.anywhere.replies == ()


def test_an_event_line_behind_its_colon():
    built = small("== m ==", "A: Hi.", "> x", "- x", "-> end", "silence 9s: A: (softly) Still here.", "unclear: -> end")
    moment = built.moments[0]
    assert isinstance(moment.silences[0].steps[0], Line)
    assert moment.unclear[0] == (Arrow("end", None, Place("en.txt", 11, 10)),)


def test_nothing_is_built_from_a_broken_line():
    built = small("== m ==", "A: Hi.", "> x", "- x", "-> nowhere", "goal: nothing", "set: ghost = 1", "-> end")
    assert [type(step).__name__ for step in built.moments[0].replies[0].steps] == ["Arrow"]


def test_a_translation_takes_words_only():
    english, japanese = scene(), scene(BAKERY, BAKERY_JA)
    assert japanese.language == "ja"
    assert [m.name for m in japanese.moments] == [m.name for m in english.moments]
    assert japanese.moment("arrive").label == "店に入る"
    for ours, theirs in zip(english.moments, japanese.moments, strict=True):
        assert [reply.name for reply in ours.replies] == [reply.name for reply in theirs.replies]
        for own, other in zip(ours.replies, theirs.replies, strict=True):
            assert [s for s in own.steps if not isinstance(s, Line)] == [
                s for s in other.steps if not isinstance(s, Line)
            ]
            assert own.on_purpose == other.on_purpose
    assert japanese.after[0].kind == "scale"
    assert japanese.slots[0].values[1] == SlotValue("sesame roll", "ごまパン", ("ゴマのパン",))
    assert japanese.slots[0].usual == "plain roll"


def test_wordings_of_a_translation_keep_their_own_conditions():
    pay = scene(BAKERY, BAKERY_JA).moment("pay")
    guest = [step for step in pay.opening if isinstance(step, Line)][1]
    assert [(w.tone, w.condition) for w in guest.wordings] == [
        ("tired", Condition("queue", ">=", 2)),
        ("", Condition("queue", "=", 1)),
    ]
    fewer = changed(BAKERY_JA, ("・（もし visits >= 1）また来てくださったんですね。\n", ""))
    arrive = [step for step in scene(BAKERY, fewer).moment("arrive").opening if isinstance(step, Line)][0]
    assert [w.condition for w in arrive.wordings] == [None, None]


def test_cues_of_a_translation_take_the_condition_of_the_source():
    cues = [step for step in scene(BAKERY, BAKERY_JA).moment("arrive").opening if isinstance(step, Cue)]
    assert [cue.condition for cue in cues] == [None, Condition("queue", ">=", 1)]


def test_an_event_without_words_needs_none_in_the_translation():
    assert "沈黙２０秒" not in BAKERY_JA
    silence = scene(BAKERY, BAKERY_JA).moment("arrive").silences[1]
    assert isinstance(silence.steps[0], Arrow)


def test_missing_words_keep_the_whole_scene_in_its_own_language():
    built = build_scene(BAKERY, changed(BAKERY_JA, ("ヒント１：どちらでも大丈夫です。\n", "")))
    assert not built.translated
    assert built.scene.language == "en"
    assert {found.code for found in built.found} == {"translation-missing", "translation-incomplete"}


def test_a_missing_place_is_told_but_keeps_the_translation():
    built = build_scene(BAKERY, changed(BAKERY_JA, ("場所：小さなパン屋さん、朝\n", "")))
    assert built.translated
    assert [found.code for found in built.found] == ["translation-missing"]


def test_a_sheet_without_a_language_is_guessed_by_its_kana():
    assert scene("場面：a\n人物　店：あ\n＝＝ 入る ＝＝\n店：いらっしゃい。").language == "ja"
    assert scene("scene: a\nperson A: a\n== in ==\nA: Hello.").language == "en"


@pytest.mark.parametrize(
    ("description", "name"),
    [
        ("森さん。親しみやすく、落ち着いた人", "森さん"),
        ("森さん、落ち着いた人。声は小さめ", "森さん"),
        ("Emi, calm, at ease。", "Emi"),
        ("えみ", "えみ"),
        ("", "BAKER"),
    ],
)
def test_a_person_is_called_by_the_words_before_the_first_mark(description: str, name: str) -> None:
    assert Person("BAKER", description).name == name
