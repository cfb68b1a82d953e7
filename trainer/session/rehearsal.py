"""Practising in the terminal by typing: the second front end, and what runs a facilitator's plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from trainer.conversation.effects import AskWhich, Effect, End, Listen, Narrate, Notice, Record, Say, ShowHint
from trainer.conversation.engine import advance, begin
from trainer.conversation.events import (
    BreathBegan,
    BreathEnded,
    Event,
    HelpAsked,
    LeaveAsked,
    NeitherMeant,
    PartnerFinished,
    RepeatAsked,
    Replied,
    ReplyPicked,
    SilencePassed,
    VisitBegan,
)
from trainer.conversation.state import State
from trainer.script import Expectation, ExpectedReply, Scene, Value
from trainer.session.tape import Tape
from trainer.speech import Utterance, Way
from trainer.understanding.interpretation import Interpreter

Outcome = Literal["finished", "left", "unfinished"]

_ORDERS: dict[str, str] = {
    "silence": "silence",
    "沈黙": "silence",
    "だまる": "silence",
    "leave": "leave",
    "退出": "leave",
    "やめる": "leave",
    "help": "help",
    "わからない": "help",
    "again": "again",
    "もう一度": "again",
    "slower": "slower",
    "ゆっくり": "slower",
    "breath": "breath",
    "深呼吸": "breath",
    "neither": "neither",
    "どちらでもない": "neither",
    "say it for me": "model",
    "代わりに言って": "model",
}
"""What a line in brackets may name besides the gestures of the scene."""

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "ways": "Type what you would say. In brackets: (nod), (silence), (help), (again), (leave).",
        "which": "Did you mean {0} or {1}?",
        "misheard": "I may have misheard that.",
        "hint": "Hint",
        "finished": "The scene is over. Thank you for trying it.",
        "left": "You left. That is fine, at any time.",
        "unknown": "There is no ({0}) here. You can: {1}",
        "you": "You",
        "quiet": "It stays quiet. Nobody hurries.",
        "orders": "silence help again leave",
    },
    "ja": {
        "ways": "言いたいことを入力してください。\n（うなずく）（沈黙）（わからない）（やめる）とも書けます。",
        "which": "「{0}」と「{1}」、どちらでしょうか。",
        "misheard": "こちらの聞きまちがいかもしれません。",
        "hint": "ヒント",
        "finished": "ここまでです。おつかれさまでした。",
        "left": "ここで終わりにしました。いつやめても大丈夫です。",
        "unknown": "ここに（{0}）はありません。できること：{1}",
        "you": "あなた",
        "quiet": "静かな時間です。急ぐ人はいません。",
        "orders": "沈黙 わからない もう一度 やめる",
    },
}
"""The terminal's own sentences, by practice language."""


@dataclass(frozen=True, slots=True)
class Setup:
    """How a rehearsal starts."""

    seed: int = 0
    dials: Mapping[str, int] | None = None
    memory: Mapping[str, Value] | None = None


def _bracketed(answer: str) -> str | None:
    text = answer.strip()
    for left, right in (("(", ")"), ("（", "）")):
        if text.startswith(left) and text.endswith(right) and len(text) > 2:
            return text[1:-1].strip()
    return None


def gesture_named(expectation: Expectation, name: str) -> ExpectedReply | None:
    """The gesture reply whose name or label is `name` (with or without brackets)."""
    wanted = name.strip().casefold()
    for reply in expectation.replies:
        if reply.gesture and wanted in {_plain(reply.id), _plain(reply.label)}:
            return reply
    return None


def _plain(name: str) -> str:
    return (_bracketed(name) or name).strip().casefold()


class Rehearsal:
    """One visit, driven step by step with lines of text. Shows through `show`; understands through `interpreter`."""

    def __init__(
        self,
        scene: Scene,
        interpreter: Interpreter,
        show: Callable[[str], object],
        setup: Setup | None = None,
        tape: Tape | None = None,
    ) -> None:
        setup = setup or Setup()
        self.scene = scene
        self.state: State = begin(scene, setup.seed)
        self.records: list[Record] = []
        self._interpreter = interpreter
        self._show = show
        self._tape = tape
        self._words = WORDS.get(scene.language, WORDS["en"])
        self._silences: tuple[int, ...] = ()
        self.step(VisitBegan(dict(setup.dials or {}), "type", dict(setup.memory or {})))

    @property
    def outcome(self) -> Outcome:
        """How it stands."""
        return self.state.ended or "unfinished"

    def step(self, event: Event) -> None:
        """Let something happen; the partner's lines are "said" at once."""
        self.state, effects = advance(self.scene, self.state, event)
        if self._tape is not None:
            self._tape.step(event, effects)
        for effect in effects:
            self._perform(effect)
        for effect in effects:
            if isinstance(effect, Say):
                self.step(PartnerFinished(effect.turn))

    def _perform(self, effect: Effect) -> None:
        words = self._words
        match effect:
            case Say(lines=lines):
                for line in lines:
                    name = words["you"] if line.speaker == "you" else self.scene.person(line.speaker).name
                    self._show(f"{name}: {line.text}")
            case Narrate(text=text):
                self._show(f"  * {text}")
            case ShowHint(text=text):
                self._show(f"  ({words['hint']}) {text}")
            case AskWhich(best_label=best, second_label=second):
                self._show("  " + words["which"].format(best, second))
            case Notice(code="not-understood" | "asked-twice"):
                self._show("  " + words["misheard"])
            case Listen(silences=silences):
                self._silences = silences
            case Record():
                self.records.append(effect)
            case End(how=how):
                self._show(words[how])
            case _:
                pass

    def answer(self, text: str) -> bool:
        """Take one line of the trainee; False when it named something that is not possible here."""
        turn = self.state.turn
        named = _bracketed(text)
        if named is None:
            if text.strip():
                self._reply(text.strip())
            else:
                self._quiet()
            return True
        expectation = self.state.expectation
        gesture = gesture_named(expectation, named) if expectation else None
        if gesture is not None:
            self.step(ReplyPicked(turn, gesture.id, "type"))
            return True
        order = _ORDERS.get(named.casefold())
        simple: dict[str, Event] = {
            "leave": LeaveAsked(),
            "help": HelpAsked(turn),
            "again": RepeatAsked(turn),
            "slower": RepeatAsked(turn, slower=True),
            "neither": NeitherMeant(turn),
        }
        if order == "silence":
            self._quiet()
        elif order == "breath":
            self.step(BreathBegan())
            self.step(BreathEnded())
        elif order == "model":
            self._model()
        elif order in simple:
            self.step(simple[order])
        else:
            self._show("  " + self._words["unknown"].format(named, self._possible()))
            return False
        return True

    def _quiet(self) -> None:
        """Stay quiet until the scene goes on by itself, or for as long as it has something to say to that."""
        if not self._silences:
            self._show("  " + self._words["quiet"])
        moment = self.state.moment
        while self._silences and self.state.moment == moment and self.outcome == "unfinished":
            left = self._silences
            self._silences = ()
            self.step(SilencePassed(self.state.turn, min(left)))

    def _model(self) -> None:
        expectation = self.state.expectation
        replies = [reply for reply in expectation.replies if reply.examples] if expectation else []
        if replies:
            self.step(ReplyPicked(self.state.turn, replies[0].id, "listen", replies[0].examples[0], said_for_me=True))

    def _possible(self) -> str:
        expectation = self.state.expectation
        gestures = [_plain(reply.label) for reply in expectation.replies if reply.gesture] if expectation else []
        return " ".join(f"({name})" for name in (*gestures, *self._words["orders"].split()))

    def _reply(self, text: str) -> None:
        expectation = self.state.expectation
        if expectation is None:
            return
        way: Way = "type"
        utterance = Utterance(text, self.scene.language, way)
        self.step(Replied(self.state.turn, self._interpreter.interpret(utterance, expectation), way))


def rehearse(rehearsal: Rehearsal, answers: Iterable[str]) -> Outcome:
    """Answer line by line until the scene ends or the answers run out."""
    for answer in answers:
        if rehearsal.outcome != "unfinished":
            break
        rehearsal.answer(answer)
    return rehearsal.outcome
