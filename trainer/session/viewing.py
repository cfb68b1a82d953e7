"""Builds the snapshots a screen shows from state, effects and the voice's progress."""

from __future__ import annotations

import re
from collections.abc import Iterable

from trainer.conversation.effects import (
    AskWhich,
    ConfirmHeard,
    Effect,
    Listen,
    Narrate,
    Notice,
    Say,
    ShowHint,
)
from trainer.conversation.state import State
from trainer.script import Expectation, Scene
from trainer.session.offers import reply_views
from trainer.session.view import (
    Asked,
    CaptionLine,
    DialView,
    NoticeView,
    PersonView,
    SpokenRange,
    VisitView,
    drawn_people,
    is_seen,
    partner_of,
)
from trainer.speech import WordReached

KEPT_NOTICES = 3
"""Notices that stay in view; older ones have been read or have passed."""


class ViewBuilder:
    """Keeps what is on show besides the conversation's state."""

    def __init__(self, scene: Scene, address: str, partner: str) -> None:
        self._scene = scene
        self._address = address
        self._partner = partner
        self._captions: tuple[CaptionLine, ...] = ()
        self._narration: tuple[str, ...] = ()
        self._spoken: SpokenRange | None = None
        self._hint: tuple[int, str] = (0, "")
        self._asked: Asked | None = None
        self._understood: tuple[str, str] = ("", "")
        self._notices: tuple[NoticeView, ...] = ()
        self._met: tuple[str, ...] = ()
        self.heard = ""
        self.muted = False

    def step(self, before: State, after: State, effects: Iterable[Effect]) -> None:
        """Take in one step of the conversation."""
        effects = tuple(effects)
        if after.moment != before.moment:
            self._hint = (0, "")
            if after.moment not in self._met:
                self._met = (*self._met, after.moment)
        if after.asked is None:
            self._asked = None
        if after.turn != before.turn:
            self.heard = ""
            self._notices = tuple(notice for notice in self._notices if _lasts(notice))
        narrated = tuple(effect.text for effect in effects if isinstance(effect, Narrate))
        if narrated:
            self._narration = narrated
        elif any(isinstance(effect, Say) for effect in effects):
            self._narration = ()
        for effect in effects:
            self._effect(effect)

    def _effect(self, effect: Effect) -> None:
        match effect:
            case Say(lines=lines):
                self._spoken = None
                self._captions = tuple(
                    CaptionLine(line.speaker, self._name(line.speaker), line.text, line.language) for line in lines
                )
            case ShowHint(level=level, text=text):
                self._hint = (level, text)
            case AskWhich(best=best, best_label=best_label, second=second, second_label=second_label):
                self._asked = Asked(best, best_label, second, second_label)
            case ConfirmHeard(label=label, words=words):
                self._understood = (label, words)
            case Notice(code=code, detail=detail):
                self._notice(NoticeView(code, detail))
            case Listen():
                self._spoken = None
            case _:
                pass

    def _notice(self, notice: NoticeView) -> None:
        """One notice of each kind; that something works is only news when it had not."""
        kind = _kind(notice)
        same = [known for known in self._notices if _kind(known) == kind]
        others = tuple(known for known in self._notices if _kind(known) != kind)
        if notice.code.endswith("-ready") and not any(_lasts(known) for known in same):
            self._notices = others
        else:
            self._notices = (*others, notice)[-KEPT_NOTICES:]

    def notice(self, code: str) -> None:
        """Something to tell that is not the conversation's."""
        self._notice(NoticeView(code))

    def been(self, moments: Iterable[str]) -> None:
        """Moments that were met before this view began."""
        self._met = tuple(dict.fromkeys((*self._met, *moments)))

    def _name(self, speaker: str) -> str:
        return "" if speaker == "you" else self._scene.person(speaker).name

    def line_began(self, turn: int, index: int) -> None:
        """The voice began a line of this turn."""
        if turn >= 0 and index < len(self._captions):
            self._spoken = SpokenRange(index, 0, 0)

    def word_reached(self, word: WordReached) -> None:
        """The voice reached a word."""
        if word.index < len(self._captions):
            self._spoken = SpokenRange(word.index, word.first, word.last)

    def silent(self) -> None:
        """The voice is done."""
        self._spoken = None

    def build(self, state: State, expectation: Expectation | None) -> VisitView:
        """The snapshot now."""
        scene = self._scene
        label = next((moment.label for moment in scene.moments if moment.name == state.moment), "")
        label = label[:1].upper() + label[1:]
        return VisitView(
            scene=self._address,
            title=scene.title,
            language=scene.language,
            setting=scene.setting,
            partner=self._partner,
            partner_name=partner_of(scene),
            moment=state.moment,
            moment_label=label,
            step=max(1, len(self._met)),
            steps=max(1, len([moment for moment in scene.moments if moment.name != scene.leaving])),
            turn=state.turn,
            phase=state.phase,
            way=state.way,
            captions=self._captions,
            spoken=self._spoken,
            narration=self._narration,
            replies=reply_views(scene, state, state.expectation if expectation is not None else None),
            hint_level=self._hint[0],
            hint=self._hint[1],
            asked=self._asked,
            heard=self.heard,
            understood=self._understood[0],
            understood_words=self._understood[1],
            notices=self._notices,
            dials=tuple(
                DialView(dial.name, state.dials.get(dial.name, dial.gentlest), dial.low, dial.high)
                for dial in scene.dials
            ),
            muted=self.muted,
            ended=state.ended,
            seen=is_seen(scene),
            people=tuple(PersonView(one.key, one.name) for one in drawn_people(scene)),
            quiet=state.phase == "listening" and bool(silences_left(scene, state)),
        )


def silences_left(scene: Scene, state: State) -> tuple[int, ...]:
    """The seconds of quiet which the present moment still has an answer to."""
    moment = next((one for one in scene.moments if one.name == state.moment), None)
    if moment is None:
        return ()
    return tuple(one.seconds for one in moment.silences if one.seconds not in state.silences_met)


def _kind(notice: NoticeView) -> str:
    return notice.code.split("-")[0]


def _lasts(notice: NoticeView) -> bool:
    """What the world lacks stays in view until it changes; everything else goes with the next turn."""
    return _kind(notice) in ("microphone", "recogniser", "voice") and not notice.code.endswith(("-ready", "-restarted"))


_BETWEEN_WIDE = re.compile(r"(?<=[\u3040-\u9fff\uff66-\uff9fー々]) +(?=[\u3040-\u9fff\uff66-\uff9fー々])")


def joined(heard: str) -> str:
    """What was heard as it is written: recognisers put spaces between Japanese words and even before endings."""
    return _BETWEEN_WIDE.sub("", heard)
