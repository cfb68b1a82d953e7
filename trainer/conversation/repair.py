"""Repair: what happens when something was not understood, not heard, or not said. Never the trainee's doing."""

from __future__ import annotations

from dataclasses import replace

from trainer.conversation.draft import Draft, open_replies
from trainer.conversation.effects import AskWhich, Notice, StopListening, StopSpeaking
from trainer.conversation.events import NeitherMeant, SilencePassed
from trainer.script import Reply
from trainer.understanding.interpretation import Interpretation


def can_ask(draft: Draft, told: Interpretation) -> bool:
    """True when there are two open replies to choose between and we have not asked just now."""
    names = {reply.name for reply in open_replies(draft.scene, draft.state)}
    return draft.state.asked is None and told.best in names and told.second in names and told.best != told.second


def ask_which(draft: Draft, told: Interpretation) -> None:
    """Did you mean ... or ...? Two buttons, and both can be said."""
    labels = {reply.name: reply.label for reply in open_replies(draft.scene, draft.state)}
    second = told.second or told.best
    draft.record("asked-which", words=told.utterance.text)
    draft.emit(StopListening())
    draft.state = replace(draft.state, asked=(told.best, second), asked_words=told.utterance.text)
    turn = draft.state.turn + 1
    draft.emit(AskWhich(turn, told.best, labels[told.best], second, labels[second]))
    draft.hand_over()


def settle(draft: Draft, told: Interpretation) -> Reply | None:
    """When we have already asked, a likely answer that is one of the two settles it."""
    asked = draft.state.asked
    if asked is None or told.outcome == "unclear" or told.best not in asked:
        return None
    return next((reply for reply in open_replies(draft.scene, draft.state) if reply.name == told.best), None)


def unclear(draft: Draft, words: str) -> None:
    """The scene's gentle off-script way: first, second and later times; the machine takes the blame."""
    draft.record("not-understood", words=words)
    if draft.state.phase == "speaking":
        draft.emit(StopSpeaking())
    count = draft.state.unclear + 1
    draft.emit(StopListening(), Notice("not-understood" if count == 1 else "asked-twice", words))
    draft.state = replace(draft.state, unclear=count, asked=None, asked_words="")
    moment = draft.moment()
    if moment.unclear:
        block = min(count, len(moment.unclear))
        draft.follow(draft.run(moment.unclear[block - 1], f"unclear{block}"))
    if not moment.unclear or (count >= 2 and len(moment.unclear) < 2 and not draft.state.ending):
        # Asked for the second time without an author's answer to it: help appears by itself.
        draft.show_hint(min(draft.state.hint + 1, 3))
    draft.hand_over()


def not_heard(draft: Draft) -> bool:
    """The "was not heard" dial: the partner did not hear it (their ears, their noise) and asks once more."""
    moment = draft.moment()
    wanted = min(draft.state.dials.get("unheard", 0), len(moment.unheard))
    if draft.state.unheard >= wanted:
        return False
    number = draft.state.unheard + 1
    draft.state = replace(draft.state, unheard=number, asked=None, asked_words="")
    draft.record("not-heard", detail=str(number))
    draft.follow(draft.run(moment.unheard[number - 1], f"unheard{number}"))
    draft.hand_over()
    return True


def on_neither_meant(draft: Draft, event: NeitherMeant) -> None:
    """Neither of the two: the scene's off-script way, without asking again."""
    state = draft.state
    if event.turn == state.turn and state.phase in ("speaking", "listening") and state.asked and not state.ending:
        unclear(draft, state.asked_words)


def on_silence_passed(draft: Draft, event: SilencePassed) -> None:
    """Quiet is an answer too: what the scene does with it."""
    state = draft.state
    if event.turn != state.turn or state.phase != "listening" or event.seconds in state.silences_met:
        return
    silence = next((s for s in draft.moment().silences if s.seconds == event.seconds), None)
    if silence is None:
        return
    draft.record("stayed-quiet", detail=str(event.seconds))
    draft.emit(StopListening())
    draft.state = replace(state, silences_met=(*state.silences_met, event.seconds))
    moved = draft.follow(draft.run(silence.steps, f"silence{event.seconds}"))
    draft.hand_over(same_turn=not moved)
