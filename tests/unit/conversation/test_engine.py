"""The conversation engine, event by event."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.helpers.scenes import counter_scene
from trainer.conversation.ahead import possible_next
from trainer.conversation.effects import (
    AskWhich,
    ConfirmHeard,
    End,
    Keep,
    LearnWords,
    Listen,
    Narrate,
    Notice,
    Record,
    Say,
    ShowHint,
    StopSpeaking,
)
from trainer.conversation.engine import advance, begin
from trainer.conversation.events import (
    BreathBegan,
    BreathEnded,
    DialTurned,
    Event,
    HelpAsked,
    LeaveAsked,
    NeitherMeant,
    PartnerFinished,
    RepeatAsked,
    Replied,
    ReplyPicked,
    SilencePassed,
    TraineeBegan,
    TurnReopened,
    VisitBegan,
    WorldChanged,
)
from trainer.conversation.state import State
from trainer.script import Arrow, Moment
from trainer.speech import Utterance
from trainer.understanding.interpretation import Interpretation, SlotFound

SCENE = counter_scene()


class Visit:
    """Plays events into the engine and keeps what came out."""

    def __init__(self, seed: int = 1, **began: object) -> None:
        self.state: State = begin(SCENE, seed)
        self.effects: list[object] = []
        self.do(VisitBegan(**began))  # type: ignore[arg-type]

    def do(self, event: Event) -> list[object]:
        self.state, effects = advance(SCENE, self.state, event)
        self.effects.extend(effects)
        return list(effects)

    def finish_speaking(self) -> list[object]:
        return self.do(PartnerFinished(self.state.turn))

    def pick(self, reply: str, **more: object) -> list[object]:
        return self.do(ReplyPicked(self.state.turn, reply, "choose", **more))  # type: ignore[arg-type]

    def said(self, effects: list[object]) -> list[str]:
        return [line.text for effect in effects if isinstance(effect, Say) for line in effect.lines]


def understood(reply: str, words: str = "words", **slots: SlotFound) -> Interpretation:
    return Interpretation(Utterance(words, "en"), "sure", reply, reply, None, 0.95, slots)


def unsure(best: str, second: str, words: str = "hm") -> Interpretation:
    return Interpretation(Utterance(words, "en"), "ask", None, best, second, 0.6)


def lost(words: str = "hm") -> Interpretation:
    return Interpretation(Utterance(words, "en"), "unclear", None, "", None, 0.1)


def test_a_visit_by_choosing_reaches_its_end() -> None:
    visit = Visit()
    assert visit.state.phase == "speaking"
    listened = visit.finish_speaking()
    assert isinstance(listened[-1], Listen)
    assert {reply.id for reply in listened[-1].expectation.replies} == {
        "say hello",
        "(nod)",
        "ask again",
        "leave early",
    }
    visit.pick("say hello")
    visit.finish_speaking()
    assert visit.state.moment == "heat"
    visit.pick("yes")
    assert visit.state.memory["warmed"] == "yes"
    visit.finish_speaking()
    ended = visit.pick("thank them")
    assert ended[-1] == End("finished")
    assert visit.state.ended == "finished"
    assert visit.state.goals == ("greet",)


def test_a_reply_may_come_while_the_partner_still_speaks() -> None:
    visit = Visit()
    effects = visit.pick("say hello")
    assert StopSpeaking() in effects
    assert visit.state.moment == "heat"


def test_a_late_answer_is_ignored() -> None:
    visit = Visit()
    visit.finish_speaking()
    turn = visit.state.turn
    visit.pick("say hello")
    before = visit.state
    assert visit.do(ReplyPicked(turn, "say hello", "choose")) == []
    assert visit.do(PartnerFinished(turn)) == []
    assert visit.do(SilencePassed(turn, 8)) == []
    assert visit.state == before


def test_silence_is_met_kindly_and_then_goes_on() -> None:
    visit = Visit()
    listened = visit.finish_speaking()
    assert isinstance(listened[-1], Listen)
    assert listened[-1].silences == (8, 20)
    turn = visit.state.turn
    assert visit.said(visit.do(SilencePassed(turn, 8))) == ["Take your time."]
    assert visit.state.turn == turn
    again = visit.finish_speaking()
    assert isinstance(again[-1], Listen)
    assert again[-1].silences == (20,)
    visit.do(SilencePassed(turn, 20))
    assert visit.state.moment == "heat"


def test_not_understood_twice_brings_the_words_to_say() -> None:
    visit = Visit()
    visit.finish_speaking()
    first = visit.do(Replied(visit.state.turn, lost(), "type"))
    assert visit.said(first) == ["Sorry, my ears."]
    assert Notice("not-understood", "hm") in first
    visit.finish_speaking()
    second = visit.do(Replied(visit.state.turn, lost(), "type"))
    assert any(isinstance(effect, ShowHint) and effect.level == 3 for effect in second)
    assert isinstance(second[-1], Listen)


def test_two_candidates_are_asked_about_and_the_words_are_learnt() -> None:
    visit = Visit()
    visit.pick("say hello")
    visit.finish_speaking()
    asked = visit.do(Replied(visit.state.turn, unsure("yes", "no", "warm or so"), "speak"))
    which = next(effect for effect in asked if isinstance(effect, AskWhich))
    assert (which.best_label, which.second_label) == ("Yes, warm", "No, as it is")
    assert which.turn == visit.state.turn
    assert visit.state.expectation is not None
    expected = {reply.id: reply.examples for reply in visit.state.expectation.replies}
    assert "Yes, warm" in expected["yes"], "the two labels can be said too"
    confirmed = visit.pick("yes", confirms=True)
    assert LearnWords("counter/heat", "yes", "warm or so") in confirmed
    assert visit.state.moment == "bye"


def test_neither_of_the_two_goes_the_gentle_way() -> None:
    visit = Visit()
    visit.pick("say hello")
    visit.finish_speaking()
    visit.do(Replied(visit.state.turn, unsure("yes", "no"), "speak"))
    effects = visit.do(NeitherMeant(visit.state.turn))
    assert visit.state.asked is None
    assert visit.state.moment == "heat"
    assert any(isinstance(effect, Record) and effect.kind == "not-understood" for effect in effects)


def test_asked_again_a_likely_answer_settles_it() -> None:
    visit = Visit()
    visit.pick("say hello")
    visit.finish_speaking()
    visit.do(Replied(visit.state.turn, unsure("yes", "no"), "speak"))
    visit.do(Replied(visit.state.turn, unsure("no", "yes", "no warm"), "speak"))
    assert visit.state.moment == "bye"


@pytest.mark.parametrize(("dial", "asked"), [(0, 0), (1, 1), (2, 2)])
def test_the_was_not_heard_dial_asks_as_often_as_it_says(dial: int, asked: int) -> None:
    visit = Visit(dials={"unheard": dial})
    visit.pick("say hello")
    visit.finish_speaking()
    for _ in range(asked):
        visit.do(Replied(visit.state.turn, understood("yes"), "speak"))
        assert visit.state.moment == "heat"
        visit.finish_speaking()
    visit.do(Replied(visit.state.turn, understood("yes"), "speak"))
    assert visit.state.moment == "bye"
    heard = [effect for effect in visit.effects if isinstance(effect, Record) and effect.kind == "not-heard"]
    assert len(heard) == asked


def test_a_gesture_is_always_seen() -> None:
    visit = Visit(dials={"unheard": 2})
    visit.pick("(nod)")
    visit.finish_speaking()
    visit.pick("(nod)")
    assert visit.state.moment == "bye"


def test_asking_again_repeats_the_prompt_and_counts_as_a_goal() -> None:
    visit = Visit()
    visit.finish_speaking()
    assert visit.said(visit.do(Replied(visit.state.turn, understood("ask again"), "speak"))) == ["Hello, good evening."]
    assert visit.state.goals == ("repair",)
    visit.pick("say hello")
    prompt = visit.state.prompt
    visit.finish_speaking()
    visit.do(Replied(visit.state.turn, lost(), "speak"))
    again = visit.do(RepeatAsked(visit.state.turn))
    assert visit.said(again) == [line.text for line in prompt]


def test_details_are_heard_and_said_again() -> None:
    visit = Visit()
    visit.pick("say hello")
    visit.finish_speaking()
    onigiri = SlotFound("rice ball", "onigiri")
    effects = visit.do(Replied(visit.state.turn, understood("yes", "onigiri please", item=onigiri), "speak"))
    assert visit.said(effects) == ["Your rice ball is ready. Take care."]
    assert ConfirmHeard("yes", "Yes, warm", "onigiri please") in effects


def test_a_refused_detail_is_not_taken() -> None:
    visit = Visit()
    visit.pick("say hello")
    refused = SlotFound("rice ball", "no onigiri", refused=True)
    effects = visit.do(Replied(visit.state.turn, understood("no", "no onigiri", item=refused), "speak"))
    assert visit.said(effects) == ["Your tea is ready. Take care."]


def test_said_for_me_is_spoken_first_and_counts() -> None:
    visit = Visit()
    visit.finish_speaking()
    effects = visit.pick("say hello", words="Hi.", said_for_me=True)
    say = next(effect for effect in effects if isinstance(effect, Say))
    assert (say.lines[0].speaker, say.lines[0].text) == ("you", "Hi.")
    assert len(say.lines) == 2


def test_help_costs_nothing_and_goes_up_to_the_words() -> None:
    visit = Visit()
    visit.finish_speaking()
    levels = [visit.do(HelpAsked(visit.state.turn))[0].level for _ in range(4)]  # type: ignore[attr-defined]
    assert levels == [1, 2, 3, 3]


def test_an_empty_hint_is_passed_over() -> None:
    visit = Visit()
    visit.pick("say hello")
    levels = [visit.do(HelpAsked(visit.state.turn))[0].level for _ in range(2)]  # type: ignore[attr-defined]
    assert levels == [1, 3]


@pytest.mark.parametrize("moment", ["arrive", "heat", "bye"])
def test_leaving_is_kind_from_everywhere(moment: str) -> None:
    visit = Visit()
    for reply in ("say hello", "yes"):
        if visit.state.moment == moment:
            break
        visit.finish_speaking()
        visit.pick(reply)
    assert visit.state.moment == moment
    assert visit.said(visit.do(LeaveAsked())) == ["Of course. Another time."]
    assert visit.finish_speaking()[-1] == End("left")


def test_leaving_twice_closes_at_once() -> None:
    visit = Visit()
    visit.do(LeaveAsked())
    assert visit.do(LeaveAsked())[-1] == End("left")


def test_a_breath_keeps_everything() -> None:
    visit = Visit()
    visit.finish_speaking()
    visit.do(BreathBegan())
    assert visit.state.phase == "breathing"
    assert visit.do(ReplyPicked(visit.state.turn, "say hello", "choose")) == []
    assert isinstance(visit.do(BreathEnded())[-1], Listen)
    visit.pick("say hello")
    said = visit.state.said
    visit.do(BreathBegan())
    effects = visit.do(BreathEnded())
    assert isinstance(effects[-1], Say)
    assert effects[-1].lines == said, "what was cut off is said again"


def test_speech_that_goes_on_opens_the_turn_again() -> None:
    visit = Visit()
    visit.finish_speaking()
    before = visit.state
    visit.do(Replied(visit.state.turn, understood("say hello"), "speak"))
    effects = visit.do(TurnReopened(before.turn))
    assert StopSpeaking() in effects
    assert any(isinstance(effect, Record) and effect.kind == "taken-back" for effect in effects)
    assert replace(visit.state, before=None) == replace(before, before=None)
    visit.do(Replied(before.turn, understood("say hello"), "speak"))
    assert visit.state.moment == "heat"


def test_a_turn_cannot_be_reopened_once_the_partner_is_done() -> None:
    visit = Visit()
    visit.finish_speaking()
    turn = visit.state.turn
    visit.do(Replied(turn, understood("say hello"), "speak"))
    visit.finish_speaking()
    assert visit.do(TurnReopened(turn)) == []


def test_with_headphones_listening_begins_with_the_saying() -> None:
    visit = Visit(barge_in=True)
    kinds = [type(effect) for effect in visit.effects]
    assert kinds.index(Listen) == kinds.index(Say) + 1
    assert StopSpeaking() in visit.do(TraineeBegan(visit.state.turn))
    assert visit.state.phase == "listening"


def test_dials_move_in_the_middle_and_stay_in_range() -> None:
    visit = Visit()
    visit.do(DialTurned("unheard", 9))
    assert visit.state.dials["unheard"] == 2
    assert visit.do(DialTurned("no such dial", 1)) == []
    assert visit.state.dials["warmth"] == 2, "warmth is gentlest at its most"


def test_a_cue_shows_only_under_its_dial() -> None:
    assert Narrate("Somebody waits.") not in Visit().effects
    assert Narrate("Somebody waits.") in Visit(dials={"queue": 1}).effects


def test_kept_memory_comes_back_and_goes_on() -> None:
    visit = Visit(memory={"visits": 4, "warmed": "yes", "unknown": 1})
    assert visit.state.memory == {"visits": 4, "warmed": "no"}
    visit.pick("say hello")
    visit.pick("no")
    assert Keep("visits", 5) in visit.effects


def test_wordings_vary_with_the_seed_and_are_heard_in_turn() -> None:
    heard = {Visit(seed).state.said[0].text for seed in range(20)}
    assert heard == {"Hello.", "Good evening."}
    assert Visit(3).state == Visit(3).state


def test_a_lost_microphone_changes_only_the_way() -> None:
    visit = Visit(way="speak")
    visit.finish_speaking()
    effects = visit.do(WorldChanged("microphone-lost", "USB"))
    assert effects[0] == Notice("microphone-lost", "USB")
    assert visit.state.way == "choose"
    assert visit.state.phase == "listening"


def test_sound_without_words_is_nobodys_fault() -> None:
    visit = Visit()
    visit.finish_speaking()
    effects = visit.do(Replied(visit.state.turn, lost(""), "speak"))
    assert Notice("nothing-heard") in effects
    assert not any(isinstance(effect, Record) and effect.kind == "not-understood" for effect in effects)
    assert visit.state.unclear == 0


def test_a_scene_that_runs_in_a_circle_still_ends() -> None:
    around = Moment("a", "a", opening=(Arrow("b"),))
    back = Moment("b", "b", opening=(Arrow("a"),))
    scene = replace(SCENE, moments=(around, back), first="a")
    state, effects = advance(scene, begin(scene), VisitBegan())
    assert state.ended == "finished"
    assert effects[-1] == End("finished")


def test_what_may_come_next_is_known_beforehand() -> None:
    visit = Visit()
    visit.finish_speaking()
    ahead = {line.text for line in possible_next(SCENE, visit.state)}
    assert {"Sorry, my ears.", "Take your time.", "Hello, good evening.", "Of course. Another time."} <= ahead
    said = visit.said(visit.pick("say hello"))
    assert set(said) <= ahead


def test_nothing_happens_before_it_began_or_after_it_ended() -> None:
    state = begin(SCENE)
    assert advance(SCENE, state, ReplyPicked(0, "say hello", "choose")) == (state, ())
    visit = Visit()
    visit.do(LeaveAsked(at_once=True))
    for event in (VisitBegan(), LeaveAsked(), BreathBegan(), WorldChanged("voice-failed")):
        assert visit.do(event) == []
