"""The conversation engine: `advance(scene, state, event) -> (state, effects)`.

Theory of operation. A visit is a walk over the moments of a scene. `waiting` until it begins; then it alternates
between `speaking` (the partner's lines of a turn are being said) and `listening` (the trainee's turn), with `breathing`
as a pause from either, until it is `ended`. One event goes in, a new state and a list of wishes (effects) come out;
there is no clock and no chance here: time arrives in events, chance is the seed in the state.

The turn number grows each time the trainee is given the floor. Whatever answers a turn carries its number, and an
answer to an older turn is ignored: it came late. Facts from the world are met in every phase and change nothing but
the way of answering. Nothing here can raise on any order of events: that is tested with hundreds of thousands of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from trainer.conversation import repair
from trainer.conversation.draft import Draft, open_replies
from trainer.conversation.effects import ConfirmHeard, Effect, LearnWords, Notice, StopListening, StopSpeaking
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
    WayChanged,
    WorldChanged,
)
from trainer.conversation.state import State
from trainer.script import AGAIN, Arrow, Reply, Scene, SpokenLine, Value
from trainer.speech import Way
from trainer.understanding.interpretation import Interpretation

_DEAF: frozenset[str] = frozenset(
    {"microphone-absent", "microphone-lost", "recogniser-unavailable", "recogniser-failed"},
)


def begin(scene: Scene, seed: int = 0) -> State:
    """A visit that has not begun: everything at its gentlest."""
    return State(seed=seed, dials={dial.name: dial.gentlest for dial in scene.dials})


def advance(scene: Scene, state: State, event: Event) -> tuple[State, tuple[Effect, ...]]:
    """One step. Pure and total: any event in any phase gives a state and effects, and never raises."""
    if state.phase == "ended" or (state.phase == "waiting" and not isinstance(event, _EARLY)):
        return state, ()
    draft = Draft(scene, state)
    _HANDLERS[type(event)](draft, event)
    return draft.state, tuple(draft.effects)


# --- beginning and turning knobs ------------------------------------------------------------------------------------


def _on_visit_began(draft: Draft, event: VisitBegan) -> None:
    if draft.state.phase != "waiting":
        return
    scene = draft.scene
    start = {memory.name: memory.start for memory in scene.memory}
    kept = {memory.name for memory in scene.memory if memory.keep}
    start.update({name: value for name, value in event.memory.items() if name in kept})
    draft.state = replace(draft.state, way=event.way, memory=start, barge_in=event.barge_in, phase="speaking")
    for name, value in event.dials.items():
        _turn_dial(draft, name, value)
    draft.record("began", way=event.way)
    draft.enter(scene.first)
    draft.hand_over()


def _turn_dial(draft: Draft, name: str, value: int) -> None:
    dial = draft.scene.dial(name)
    if dial is not None:
        value = max(dial.low, min(dial.high, value))
        draft.state = replace(draft.state, dials={**draft.state.dials, name: value})


def _on_dial_turned(draft: Draft, event: DialTurned) -> None:
    before = draft.state.dials.get(event.name)
    _turn_dial(draft, event.name, event.value)
    if draft.state.phase != "waiting" and draft.state.dials.get(event.name) != before:
        draft.record("dial", detail=f"{event.name}={draft.state.dials[event.name]}")


def _on_way_changed(draft: Draft, event: WayChanged) -> None:
    if event.way != draft.state.way:
        draft.state = replace(draft.state, way=event.way)
        draft.record("way", way=event.way)


# --- turns --------------------------------------------------------------------------------------------------------


def _on_partner_finished(draft: Draft, event: PartnerFinished) -> None:
    state = draft.state
    if state.phase != "speaking" or event.turn != state.turn:
        return
    if state.ending:
        draft.end()
    elif state.barge_in:
        draft.state = replace(state, phase="listening", before=None)
    else:
        draft.state = replace(state, before=None)
        draft.listen()


def _on_trainee_began(draft: Draft, event: TraineeBegan) -> None:
    if _is_open(draft, event.turn) and draft.state.phase == "speaking" and draft.state.barge_in:
        draft.emit(StopSpeaking())
        draft.state = replace(draft.state, phase="listening", before=None)


def _on_turn_reopened(draft: Draft, event: TurnReopened) -> None:
    before = draft.state.before
    if before is None or before.turn != event.turn or draft.state.phase not in ("speaking", "listening"):
        return
    draft.emit(StopSpeaking())
    # Memory and goals go back too; the facts already stated about that turn are taken back by the record.
    draft.state = replace(before, phase="listening", dials=draft.state.dials, way=draft.state.way, before=None)
    draft.record("taken-back")


def _on_replied(draft: Draft, event: Replied) -> None:
    if not _is_open(draft, event.turn):
        return
    before = draft.state
    told = event.interpretation
    reply = _named(draft, told.reply) if told.outcome == "sure" and told.reply else None
    if reply is not None:
        _understood(draft, reply, told, event.way)
    elif not told.utterance.text.strip():
        draft.emit(Notice("nothing-heard"))
        draft.hand_over()
    elif told.outcome == "ask" and repair.can_ask(draft, told):
        repair.ask_which(draft, told)
    else:
        settled = repair.settle(draft, told)
        if settled is not None:
            _understood(draft, settled, told, event.way)
        else:
            repair.unclear(draft, told.utterance.text)
    if draft.state.phase == "speaking":
        draft.state = replace(draft.state, before=replace(before, before=None))


def _understood(draft: Draft, reply: Reply, told: Interpretation, way: Way) -> None:
    words = told.utterance.text
    if draft.state.asked is not None and reply.name in draft.state.asked and draft.state.asked_words:
        draft.emit(LearnWords(f"{draft.scene.id}/{draft.state.moment}", reply.name, draft.state.asked_words))
    given = {name: found.value for name, found in told.slots.items() if not found.refused}
    for name, value in given.items():
        draft.remember(name, value)
    draft.emit(ConfirmHeard(reply.name, reply.label, words))
    _accept(draft, reply, way, words, given)


def _on_reply_picked(draft: Draft, event: ReplyPicked) -> None:
    reply = _named(draft, event.reply)
    if reply is None or not _is_open(draft, event.turn):
        return
    if event.confirms and draft.state.asked_words and not reply.gesture:
        draft.emit(LearnWords(f"{draft.scene.id}/{draft.state.moment}", reply.name, draft.state.asked_words))
    for name, value in event.slots.items():
        draft.remember(name, value)
    if event.said_for_me:
        words = event.words or (reply.examples[0] if reply.examples else "")
        draft.record("said-for-me", way=event.way, reply=reply.name)
        if words and not reply.gesture:
            draft.lines.append(SpokenLine("you", words, "", "", draft.scene.language))
    _accept(draft, reply, event.way, event.words, event.slots)


def _accept(draft: Draft, reply: Reply, way: Way, words: str, given: Mapping[str, Value]) -> None:
    """The reply counts: unless the "was not heard" dial makes the partner ask again, the scene goes on."""
    if draft.state.phase == "speaking":
        draft.emit(StopSpeaking())
    draft.emit(StopListening())
    # A detail is one that the sheet lists, or a number: with them the same visit can be come back to.
    details = " ".join(f"{name}={str(value).replace(' ', '_')}" for name, value in given.items())
    draft.record("answered", way=way, reply=reply.name, detail=details, words=words)
    if reply.on_purpose:
        draft.record("tried-wrong", reply=reply.name)
    own = any(own.name == reply.name for own in draft.moment().replies)
    if own and not reply.gesture and repair.not_heard(draft):
        return
    draft.state = replace(draft.state, asked=None, asked_words="", unclear=0)
    arrow = draft.run(reply.steps, f"reply/{reply.name}")
    if arrow is not None and arrow.target == AGAIN:
        draft.follow(Arrow(AGAIN))
    else:
        draft.follow(arrow)
    draft.hand_over()


def _is_open(draft: Draft, turn: int) -> bool:
    state = draft.state
    return turn == state.turn and state.phase in ("speaking", "listening") and not state.ending


def _named(draft: Draft, name: str | None) -> Reply | None:
    return next((reply for reply in open_replies(draft.scene, draft.state) if reply.name == name), None)


# --- help, repeats, breath, leaving ---------------------------------------------------------------------------------


def _on_repeat_asked(draft: Draft, event: RepeatAsked) -> None:
    if not _is_open(draft, event.turn):
        return
    if draft.state.phase == "speaking":
        draft.emit(StopSpeaking())
    draft.emit(StopListening())
    draft.say_again()
    draft.hand_over(same_turn=True, slower=event.slower)


def _on_help_asked(draft: Draft, event: HelpAsked) -> None:
    if _is_open(draft, event.turn):
        draft.show_hint(min(draft.state.hint + 1, 3))


def _on_breath_began(draft: Draft, event: BreathBegan) -> None:
    if draft.state.phase in ("speaking", "listening"):
        draft.emit(StopSpeaking(), StopListening())
        draft.record("breath")
        draft.state = replace(draft.state, phase="breathing", after_breath=draft.state.phase, before=None)


def _on_breath_ended(draft: Draft, event: BreathEnded) -> None:
    state = draft.state
    if state.phase != "breathing":
        return
    draft.state = replace(state, phase=state.after_breath, after_breath="waiting")
    if state.after_breath == "speaking":
        draft.lines.extend(state.said)
    draft.hand_over(same_turn=True)


def _on_leave_asked(draft: Draft, event: LeaveAsked) -> None:
    state = draft.state
    draft.emit(StopSpeaking(), StopListening())
    draft.lines = []
    known = any(moment.name == draft.scene.leaving for moment in draft.scene.moments)
    if event.at_once or state.ending == "left" or not known:
        draft.state = replace(state, ending="left")
        draft.end()
        return
    draft.state = replace(state, ending="", before=None)
    draft.enter(draft.scene.leaving)
    draft.state = replace(draft.state, ending="left")
    draft.hand_over()


def _on_world_changed(draft: Draft, event: WorldChanged) -> None:
    draft.emit(Notice(event.fact, event.detail))
    if event.fact in _DEAF and draft.state.way in ("speak", "read"):
        draft.state = replace(draft.state, way="choose")
        draft.record("way", way="choose", detail=event.fact)


_EARLY = (VisitBegan, DialTurned, WayChanged, WorldChanged)
_HANDLERS: dict[type, Callable[[Draft, Any], None]] = {
    VisitBegan: _on_visit_began,
    PartnerFinished: _on_partner_finished,
    TraineeBegan: _on_trainee_began,
    TurnReopened: _on_turn_reopened,
    Replied: _on_replied,
    ReplyPicked: _on_reply_picked,
    NeitherMeant: repair.on_neither_meant,
    SilencePassed: repair.on_silence_passed,
    HelpAsked: _on_help_asked,
    RepeatAsked: _on_repeat_asked,
    DialTurned: _on_dial_turned,
    WayChanged: _on_way_changed,
    BreathBegan: _on_breath_began,
    BreathEnded: _on_breath_ended,
    LeaveAsked: _on_leave_asked,
    WorldChanged: _on_world_changed,
}
