"""View models, without a single widget: what shows follows from snapshots, and wishes reach the desk."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.helpers.scripted_desk import ScriptedDesk, desk
from tests.helpers.scripted_visit import scripted
from trainer.session.view import AfterView, NoticeView, ReplyView
from trainer.settings import Settings
from trainer.ui.bridge import PATHS, Before, Level
from trainer.ui.theme import Look
from trainer.ui.view_models.after import AfterModel
from trainer.ui.view_models.everything import everything_of
from trainer.ui.view_models.help import HelpModel
from trainer.ui.view_models.home import FIRST, HomeModel
from trainer.ui.view_models.journal import JournalModel
from trainer.ui.view_models.practice import PracticeModel
from trainer.ui.view_models.preview import AT_REST, Offer, PreviewModel, script_of
from trainer.ui.view_models.route import Route
from trainer.ui.view_models.settings import SettingsModel
from trainer.ui.views.journal_pictures import AloudPicture, lines_per_leaf

SCENE = "engawa/shall-i-heat-it"


@pytest.fixture
def practice(qapp: Any) -> tuple[PracticeModel, Any, ScriptedDesk]:
    table = desk("en")
    model = PracticeModel(table, SettingsModel(table))
    visit = table.begin_visit(Before(SCENE))
    assert visit is not None
    model.attach(visit)
    model.begin()
    return model, visit, table


# --- route ---------------------------------------------------------------------------------------------------------


def test_back_leads_to_where_one_came_from(qapp: Any) -> None:
    route = Route("home")
    route.go("settings")
    route.go("preview", SCENE)
    route.back()
    assert route.page == "settings"
    route.back()
    assert route.page == "home"
    route.back()
    assert route.page == "home"


def test_one_never_goes_back_into_a_scene_that_is_over(qapp: Any) -> None:
    route = Route("home")
    for page in ("preview", "practice", "after", "help"):
        route.go(page)  # type: ignore[arg-type]
    route.back()
    assert route.page == "preview"


# --- settings ------------------------------------------------------------------------------------------------------


def test_the_look_follows_the_system_only_when_asked(qapp: Any) -> None:
    model = SettingsModel(desk("en", theme="system"))
    model.system_is(dark=True, contrast=False, reduced=False)
    assert model.look().theme == "dark"
    model.system_is(dark=True, contrast=True, reduced=True)
    assert model.look().theme == "contrast" and model.look().reduced
    model.change(theme="light")
    assert model.look().theme == "light"


def test_only_what_changes_the_look_makes_the_window_new(qapp: Any, qtbot: Any) -> None:
    model = SettingsModel(desk("en"))
    with qtbot.assertNotEmitted(model.look_changed):
        model.change(volume=0.3)
    with qtbot.waitSignal(model.look_changed):
        model.change(text_scale=1.5)
    with qtbot.assertNotEmitted(model.changed):
        model.change(text_scale=1.5)


def test_the_level_is_looked_at_only_while_somebody_looks(qapp: Any) -> None:
    table = desk("en")
    model = SettingsModel(table)
    seen: list[tuple[float, float]] = []
    model.level_changed.connect(lambda now, enough: seen.append((now, enough)))
    model.toggle_check()
    assert model.checking and seen == [(0.46, 0.22)]
    table.level_calls[0](Level(0.9, 0.22))
    model.toggle_check()
    assert not model.checking and not table.level_calls and seen[-1] == (0.9, 0.22)


def test_text_scale_stays_within_what_fits(qapp: Any) -> None:
    assert SettingsModel(desk("en", text_scale=9.0)).look().scale == 2.0
    assert SettingsModel(desk("en", text_scale=0.2)).look().scale == 1.0


# --- home ----------------------------------------------------------------------------------------------------------


def test_the_map_holds_thirty_eight_scenes(qapp: Any) -> None:
    model = HomeModel(desk("en"), Route("home"))
    assert sum(model.counts().values()) == 38
    stopped, small = model.stopped(), model.small()
    assert stopped is not None and stopped.stopped_at == "At the counter"
    assert small is not None and small.heading.id == "park"
    model.another_small()
    other = model.small()
    assert other is not None and other.heading.id != "park"


def test_a_first_start_always_leads_to_the_same_scene(qapp: Any) -> None:
    first = HomeModel(desk("en"), Route("first")).first()
    assert first is not None and first.heading.id == "shall-i-heat-it"


def test_a_page_that_shows_no_scene_does_not_wait_for_the_shelf(qapp: Any) -> None:
    table = desk("en")
    table.hold = True
    model = HomeModel(table, Route("first"))
    assert not model.cards and not table.held, "nothing is read yet, not even beside the screen"
    model.get_ready()
    model.get_ready()
    assert len(table.held) == 1 and not model.cards
    first = model.first()
    assert first is not None, "whoever is quicker than the reading does not go astray"
    table.held.pop()()
    assert len(model.cards) == 38
    model.get_ready()
    assert not table.held


def test_search_and_filters(qapp: Any) -> None:
    model = HomeModel(desk("en"), Route("home"))
    model.search("HEAT it")
    assert [card.heading.id for cards in model.found().values() for card in cards] == ["shall-i-heat-it"]
    model.search("no such words")
    assert model.found() == {}
    model.search("")
    model.set_filter("quiet")
    assert {card.heading.id for cards in model.found().values() for card in cards} == {"park", "tray"}
    model.set_filter("been")
    assert all(card.stone in ("been", "stopped-here") for cards in model.found().values() for card in cards)


def test_a_place_shows_a_few_scenes_first(qapp: Any) -> None:
    model = HomeModel(desk("en"), Route("home"))
    errands = model.found()["errands"]
    assert len(model.visible("errands", errands)) == FIRST
    model.show_more("errands")
    assert len(model.visible("errands", errands)) == len(errands)


def test_opening_a_scene_looks_at_it_first(qapp: Any) -> None:
    route = Route("home")
    model = HomeModel(desk("en"), route)
    model.open(model.stopped())
    assert (route.page, route.address) == ("preview", SCENE)


# --- preview -------------------------------------------------------------------------------------------------------


def test_a_scene_begins_at_its_gentlest(qapp: Any) -> None:
    table = desk("en", way="type")
    model = PreviewModel(table, SettingsModel(table), Route("preview"))
    model.open(SCENE)
    assert model.dials["queue"] == 0 and model.dials["warmth"] == 2 and model.way == "type"
    model.set_dial("queue", 2)
    model.set_expected("  She will sigh.  ")
    model.set_tension(6)
    before = model.before()
    assert before == Before(SCENE, "type", {**model.dials, "queue": 2}, 6, "She will sigh.")
    model.all_gentle()
    assert model.dials["queue"] == 0


def test_first_words_are_prepared_once_the_hand_rests_and_never_in_a_visit(qapp: Any, qtbot: Any) -> None:
    table, route = desk("en"), Route("preview")
    model = PreviewModel(table, SettingsModel(table), route)

    def prepared() -> list[Before]:
        return [one[1] for one in table.asked if one[0] == "get_ready" and isinstance(one[1], Before)]

    model.open(SCENE)
    names = list(model.dials)[:2]
    for name in names:
        model.set_dial(name, model.dials[name] + 1)
    assert prepared() == []
    qtbot.waitUntil(lambda: bool(prepared()))
    assert [before.dials for before in prepared()] == [model.dials]
    model.set_swapped(True)
    model.begin()
    assert [before.swapped for before in prepared()] == [False, True], "who begins at once has it prepared at once"
    qtbot.wait(3 * AT_REST)
    assert len(prepared()) == 2


def test_the_hardest_line_shows_before_one_begins(qapp: Any) -> None:
    scene = desk("en").scene(SCENE)
    assert scene is not None
    short = script_of(scene)
    assert [line.text for line in short if line.hardest] == ["Shall I heat it for you?"]
    assert ("Hello.", "(nod)") in [line.options for line in short]


def test_everything_that_can_happen_is_told(qapp: Any) -> None:
    scene = desk("en").scene(SCENE)
    assert scene is not None
    parts = everything_of(scene)
    assert [(part.label, part.hardest) for part in parts] == [
        ("At the counter", False),
        ("The question", True),
        ("Goodbye", False),
    ]
    assert [(thing.when, thing.label, thing.seconds) for thing in parts[1].things] == [
        ("opening", "", 0),
        ("reply", "Say yes", 0),
        ("reply", "Say no", 0),
        ("reply", "Ask to hear it again", 0),
        ("quiet", "", 8),
    ]
    assert parts[1].things[4].said == (("Mina", "Take your time."),)
    assert parts[1].things[1].examples == ("Yes, please.", "That would be nice, thank you.")


def test_after_two_rises_one_gentler_dial_is_offered_once(qapp: Any) -> None:
    table = desk("en")
    table.gentler = {"dial": "queue", "now": 2, "to": 1}
    model = PreviewModel(table, SettingsModel(table), Route("preview"))
    model.again(SCENE, {"queue": 2})
    assert model.offer == Offer("queue", 2, 1)
    model.accept_offer()
    assert (model.dials["queue"], model.offer) == (1, None)
    model.again(SCENE, {"queue": 2})
    assert model.offer is None, "it is offered once"
    table.gentler = {"dial": "queue", "now": 2, "to": 1}
    model.open("engawa/other")
    model.decline_offer()
    assert (model.dials["queue"], model.offer) == (0, None)
    table.gentler = {"dial": "queue", "now": 2, "to": 1}
    model.open(SCENE)
    model.accept_offer()
    assert model.dials["queue"] == 0, "what stands gentler still stays there"


def test_the_scenes_own_questions_are_kept_when_the_field_is_left(qapp: Any) -> None:
    table = desk("en")
    model = AfterModel(table)
    model.show(AfterView(visit="v1", goals=("a", "b")), {})
    model.keep_words()
    for text in ("I", "I st", "I stayed."):
        model.write("What helped?", text)
    model.keep_words()
    model.keep_words()
    model.pick("Which part?", "b", True)
    model.pick("Which part?", "a", True)
    assert model.picked("Which part?") == ("a", "b")
    model.pick("Which part?", "b", False)
    kept = [asked[2].words for asked in table.asked if asked[0] == "keep_after"]
    assert len(kept) == 4
    assert kept[0] == {"What helped?": "I stayed."}
    assert kept[-1] == {"What helped?": "I stayed.", "Which part?": "a"}


def test_the_text_for_help_is_looked_up_beside_the_screen(qapp: Any) -> None:
    table = desk("en")
    table.hold = True
    model = HelpModel(table)
    model.look()
    model.look()
    assert model.busy and model.text == "" and len(table.held) == 1
    table.held.pop()()
    assert not model.busy and "Microphone" in model.text


def test_a_scene_that_cannot_be_read_is_no_accident(qapp: Any) -> None:
    table = desk("en")
    route = Route("preview")
    model = PreviewModel(table, SettingsModel(table), route)
    model.open("engawa/broken")
    assert model.scene is None and model.script() == ()
    model.begin()
    assert route.page == "preview"


def test_again_opens_with_the_dials_of_last_time(qapp: Any) -> None:
    table = desk("en")
    model = PreviewModel(table, SettingsModel(table), Route("after"))
    model.open(SCENE)
    model.again(SCENE, {"queue": 1, "unknown": 3})
    assert model.dials["queue"] == 1 and "unknown" not in model.dials
    assert not model.before().swapped
    model.again(SCENE, {}, swapped=True)
    assert model.before().swapped
    model.open("engawa/other")
    assert not model.before().swapped


# --- practice ------------------------------------------------------------------------------------------------------


def test_words_appear_as_they_are_said(practice: tuple[PracticeModel, Any, ScriptedDesk]) -> None:
    model, visit, table = practice
    visit.say_word(0, 6)
    line = model.captions()[0]
    assert (line.word, line.shown) == ((0, 6), 6)
    table.set_settings(replace(table.settings(), show_words_first=True))
    assert model.captions()[0].shown is None
    visit.end_line()
    assert model.captions()[0].word is None and model.captions()[0].shown is None


def test_furigana_comes_off_once_or_always(qapp: Any) -> None:
    table = desk("ja", furigana="first")
    model = PracticeModel(table, SettingsModel(table))
    assert ("願", "ねが") in model.ruby("お願いします", "ja")
    assert ("願", "") in model.ruby("はい、お願いします", "ja")
    assert model.ruby("Hello", "en") == ()
    table.set_settings(replace(table.settings(), furigana="off"))
    assert model.ruby("お願いします", "ja") == ()


def test_typed_words_may_be_said_while_the_partner_still_speaks(
    practice: tuple[PracticeModel, Any, ScriptedDesk],
) -> None:
    model, visit, _ = practice
    assert model.view.phase == "speaking"
    model.typed = "  hello  "
    assert model.say_typed()
    assert ("say_text", "hello") in visit.wishes and model.typed == ""


def test_typed_words_are_kept_through_a_breath(practice: tuple[PracticeModel, Any, ScriptedDesk]) -> None:
    model, visit, _ = practice
    visit.end_line()
    model.breathe()
    model.typed = "hello"
    assert not model.say_typed() and model.typed == "hello"
    model.breathe_end()
    assert model.say_typed()


def test_an_empty_answer_says_nothing(practice: tuple[PracticeModel, Any, ScriptedDesk]) -> None:
    model, visit, _ = practice
    visit.end_line()
    model.typed = "   "
    assert not model.say_typed()
    assert not any(wish[0] == "say_text" for wish in visit.wishes)


def test_escape_closes_what_is_open_and_leaves_last(practice: tuple[PracticeModel, Any, ScriptedDesk]) -> None:
    model, visit, _ = practice
    model.set_drawer(True)
    model.breathe()
    model.escape()
    assert not model.drawer and ("leave",) not in visit.wishes
    model.escape()
    assert model.view.phase == "speaking" and ("leave",) not in visit.wishes
    model.escape()
    assert ("leave",) in visit.wishes and model.view.phase == "speaking"
    model.escape()
    assert model.view.ended == "left"


def test_push_to_talk_presses_and_hands_free_is_done(practice: tuple[PracticeModel, Any, ScriptedDesk]) -> None:
    model, visit, table = practice
    visit.end_line()
    visit.set_way("speak")
    assert model.hears_now()
    model.press_microphone()
    assert visit.wishes[-1] == ("done",)
    table.set_settings(replace(table.settings(), push_to_talk=True))
    assert not model.hears_now()
    model.press_microphone()
    model.press_microphone()
    assert visit.wishes[-2:] == [("press", True), ("press", False)]


def test_say_it_for_me_takes_the_line_that_shows(practice: tuple[PracticeModel, Any, ScriptedDesk]) -> None:
    model, visit, _ = practice
    visit.end_line()
    visit.pick("hello")
    visit.end_line()
    visit.set_way("read")
    model.another_line()
    assert model.reading_line() == "No, thank you."
    model.say_for_me()
    assert visit.wishes[-1] == ("say_for_me", "no", "No, thank you.")


def test_a_notice_put_aside_stays_aside(practice: tuple[PracticeModel, Any, ScriptedDesk]) -> None:
    model, visit, _ = practice
    visit.notice("microphone-lost")
    assert model.notices() == (NoticeView("microphone-lost"),)
    model.dismiss(model.notices()[0])
    assert model.notices() == ()
    visit.notice("microphone-ready")
    assert [item.code for item in model.notices()] == ["microphone-ready"]


def test_things_tried_on_purpose_come_last(practice: tuple[PracticeModel, Any, ScriptedDesk]) -> None:
    model, visit, _ = practice
    visit.end_line()
    visit.set(replies=(ReplyView("x", "walk off", on_purpose=True), ReplyView("y", "hello")))
    assert [reply.id for reply in model.replies()] == ["y", "x"]


def test_the_end_is_told_once_and_a_visit_is_let_go_quietly(
    practice: tuple[PracticeModel, Any, ScriptedDesk], qtbot: Any
) -> None:
    model, visit, _ = practice
    ends: list[int] = []
    model.ended.connect(lambda: ends.append(1))
    model.leave()
    model.leave()
    visit.set(heard="late")
    assert ends == [1]
    model.detach()
    assert visit.closed
    visit.set(heard="later still")
    assert model.view.heard == "late"


def test_all_gentle_moves_only_what_is_not(practice: tuple[PracticeModel, Any, ScriptedDesk]) -> None:
    model, visit, _ = practice
    model.set_dial("queue", 3)
    model.set_dial("warmth", 0)
    visit.wishes.clear()
    model.all_gentle()
    assert sorted(visit.wishes) == [("dial", "queue", 0), ("dial", "warmth", 2)]


# --- after, journal, packs -----------------------------------------------------------------------------------------


def test_answers_are_kept_as_they_are_given(qapp: Any) -> None:
    table = desk("en")
    model = AfterModel(table)
    model.show(AfterView(visit="v1"), {"queue": 1})
    model.set_tension(4)
    model.set_met("no")
    model.set_step("small")
    model.set_step("small")
    model.set_step("nonsense")
    kept = [asked[2] for asked in table.asked if asked[0] == "keep_after"]
    assert len(kept) == 3
    assert (kept[-1].tension, kept[-1].expectation_met, kept[-1].step) == (4, "no", "small")


def test_the_journal_compares_only_with_the_same_scene(qapp: Any) -> None:
    route = Route("journal")
    model = JournalModel(desk("en"), route)
    model.fresh()
    assert model.chosen == "visit-10"
    assert {visit.scene for visit in model.same_scene()} == {SCENE}
    model.erase()
    assert model.chosen == "visit-9" and len(model.visits) == 10
    model.go_again()
    assert route.page == "preview"


def test_a_long_path_has_several_stretches(qapp: Any) -> None:
    table = desk("en")
    table.entries = [replace(table.entries[0], id=f"v{number}") for number in range(30)]
    model = JournalModel(table, Route("journal"))
    model.fresh()
    assert model.stretches() == 3 and len(model.on_path()) == 6
    model.turn(-1)
    assert len(model.on_path()) == 12
    model.turn(-9)
    assert model.stretch == 0


def test_the_scripted_visit_is_as_strict_as_a_real_one() -> None:
    visit = scripted()
    visit.pick("hello")
    assert visit.view.phase == "waiting"
    visit.begin()
    visit.pick("hello")
    assert visit.view.moment == "greeting"
    visit.end_line()
    visit.pick("no such reply")
    assert visit.view.moment == "greeting"
    visit.pick("hello")
    assert visit.view.moment == "heat"


def test_settings_have_the_defaults_of_the_house() -> None:
    assert ScriptedDesk().settings() == Settings()


def test_two_thousand_scenes_are_searched(qapp: Any) -> None:
    model = HomeModel(desk("en", more_scenes=2000), Route("home"))
    model.search("scene 19")
    found = sum(len(cards) for cards in model.found().values())
    assert found == sum("19" in str(number) for number in range(2000))


def test_scenes_by_length_and_by_how_much_there_is_to_say(qapp: Any) -> None:
    model = HomeModel(desk("en"), Route("home"))
    assert [card.heading.id for card in model.lately()] == ["shall-i-heat-it", "library", "tray"]
    every = sum(len(cards) for cards in model.found().values())
    model.set_minutes(5)
    assert "work" not in model.found() and model.lately() == ()
    model.set_minutes(0)
    model.set_talk(1)
    assert "work" not in model.found() and "errands" in model.found()
    model.set_talk(3)
    assert sum(len(cards) for cards in model.found().values()) == every


def test_pictures_of_where_one_was_and_what_was_said_aloud(qapp: Any) -> None:
    model = JournalModel(desk("en"), Route("journal"))
    model.fresh()
    assert list(model.places()) == list(PATHS)
    assert sum(model.places().values()) == len(model.visits) == 11
    assert model.aloud() == sum(number % 4 * 3 for number in range(11))
    here = model.same_scene()
    model.set_everywhere(True)
    assert len(model.same_scene()) == 8 > len(here)
    assert [lines_per_leaf(lines) for lines in (0, 96, 97, 192, 193, 480, 481, 960, 961)] == [
        1,
        1,
        2,
        2,
        5,
        5,
        10,
        10,
        20,
    ]
    picture = AloudPicture(Look("light", 1.0, True, "en"), 481, "", "")
    assert picture.leaves == 49


def test_a_large_garden_shows_its_map_first_and_keeps_its_scenes_while_it_reads_again(
    qapp: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = desk("en", more_scenes=700)
    whole = HomeModel(table, Route("home"))
    monkeypatch.setattr(table, "reads_long", lambda: True)
    table.hold = True
    model = HomeModel(table, Route("home"))
    assert len(model.cards) == 38 and not table.held, "the first picture comes before the rest"
    assert model.counts() == HomeModel(desk("en"), Route("home")).counts()
    offered = model.small()
    model.get_ready()
    model.fresh()
    assert len(table.held) == 1, "one reading at a time"
    table.held.pop()()
    assert model.cards == whole.cards and len(model.cards) == 738
    (asked_meanwhile,) = table.held
    assert model.cards == whole.cards
    asked_meanwhile()
    assert model.small() == whole.small() == offered
