"""The runner: owns one visit. Facts and wishes come into its inbox; effects go out to voice, ears, screen and records.

Everything here happens on one thread (the owner's); other threads only `post`. Events that arise while an effect is
being carried out wait in the inbox, so there is no re-entrance.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from trainer.conversation.ahead import possible_next, said_slower
from trainer.conversation.effects import (
    ConfirmHeard,
    Effect,
    End,
    Keep,
    LearnWords,
    Listen,
    Narrate,
    Record,
    Say,
    StopListening,
    StopSpeaking,
)
from trainer.conversation.engine import advance, begin
from trainer.conversation.events import (
    Event,
    PartnerFinished,
    Replied,
    SilencePassed,
    TraineeBegan,
    TurnReopened,
    VisitBegan,
    WorldChanged,
    WorldFact,
)
from trainer.conversation.state import State
from trainer.script import Expectation, Scene, SpokenLine, Value
from trainer.session.inbox import Inbox
from trainer.session.ports import Cancellable, Clock, Ears, Timer, Voice
from trainer.session.silence import SilenceClock
from trainer.session.tape import Tape
from trainer.session.view import VisitView
from trainer.session.viewing import ViewBuilder, joined
from trainer.speech import (
    Fact,
    LevelHeard,
    LineBegan,
    MicrophoneChanged,
    MouthMoved,
    Partial,
    RecogniserChanged,
    SpeakingFinished,
    SpeechBegan,
    SpeechReopened,
    TurnHeard,
    Utterance,
    VoiceChanged,
    Way,
    WordReached,
)
from trainer.understanding.interpretation import Interpreter

PACES: Mapping[int, float] = {0: 0.85, 1: 1.0, 2: 1.15}
"""What the `speed` dial does to the partner's speaking rate."""
LOUDNESS: Mapping[int, float] = {0: 0.0, 1: 0.35, 2: 0.7}
"""What the `noise` dial does to the sound of the place."""
THINKING: Mapping[int, float] = {0: 0.0, 1: 1.5, 2: 3.0}
"""What the `pause` dial does: seconds the partner is silent before speaking."""
BY_EAR: tuple[Way, ...] = ("read", "speak")
"""Ways of answering that open the microphone; no other way does."""


class Screen(Protocol):
    """Where the visit is shown. Called on the owner's thread."""

    def changed(self, runner: Runner) -> None:
        """Something to show has changed; `runner.view` is the new snapshot."""

    def mouth(self, opening: float) -> None:
        """The partner's mouth, 0..1."""

    def level(self, level: LevelHeard) -> None:
        """The microphone's level."""


class Keeper(Protocol):
    """Where facts go that outlive the visit. Returns at once, never raises."""

    def record(self, record: Record) -> None:
        """A plain fact."""

    def keep(self, name: str, value: Value) -> None:
        """A value for the next visit of this scene."""

    def learn(self, moment: str, reply: str, words: str) -> None:
        """The trainee's own words for a reply, confirmed."""

    def learned(self, moment: str) -> Mapping[str, tuple[str, ...]]:
        """Words learnt earlier for that moment, by reply."""


Foresee = Callable[[Utterance, Expectation], None]
"""Told of words that may turn out to be the reply, while the trainee's quiet still lasts. Returns at once."""


def nobody(_utterance: Utterance, _expectation: Expectation) -> None:
    """No one gets ready early."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The concrete parts of a visit, known only by their protocols."""

    voice: Voice
    ears: Ears
    interpreter: Interpreter
    timer: Timer
    clock: Clock
    screen: Screen
    keeper: Keeper
    foresee: Foresee = nobody


@dataclass(frozen=True, slots=True)
class VisitOptions:
    """How a visit starts. `pace` is the trainee's own factor on top of the dial.

    `begin_at` begins in the middle: a state somebody came to, and the event that leads on from it (`packs.way`);
    `been` are the moments on the way there. `notice` is a code to tell as the visit begins.
    """

    seed: int = 0
    dials: Mapping[str, int] = field(default_factory=dict)
    way: Way = "choose"
    memory: Mapping[str, Value] = field(default_factory=dict)
    partner: str = ""
    headphones: bool = False
    pace: float = 1.0
    begin_at: tuple[State, Event] | None = None
    been: tuple[str, ...] = ()
    notice: str = ""


def spoken_pace(dials: Mapping[str, int], own: float) -> float:
    """The factor on the partner's speaking rate: the dial's, on top of the trainee's own."""
    return own * PACES.get(dials.get("speed", 0), 1.0)


class Runner:
    """One visit of one scene, from the first word to the last."""

    def __init__(
        self,
        scene: Scene,
        parts: Parts,
        options: VisitOptions,
        wake: Callable[[], None],
        address: str = "",
        tape: Tape | None = None,
    ) -> None:
        self.scene = scene
        self.options = options
        self.state: State = begin(scene, options.seed)
        self._parts = parts
        self._tape = tape
        self._inbox: Inbox[Event | Fact] = Inbox(wake)
        self._silence = SilenceClock(parts.timer, parts.clock, self._quiet)
        self._views = ViewBuilder(scene, address or scene.id, options.partner)
        self._thinking: Cancellable | None = None
        self._draining = False
        self._marks: tuple[int, ...] = ()
        self.expectation: Expectation | None = None

    # --- in ---------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Begin the visit."""
        options = self.options
        self._parts.voice.set_ambience("", 0.0)
        if options.begin_at is not None and not isinstance(options.begin_at[1], VisitBegan):
            before, event = options.begin_at
            self.state = replace(before, way=options.way, barge_in=options.headphones, seed=options.seed)
            self._views.been(options.been)
            self.wish(event)
            self._apply_dials()
            self._notice(options.notice)
            return
        self.wish(VisitBegan(options.dials, options.way, options.memory, options.headphones, self._parts.clock.now()))
        self._notice(options.notice)

    def _notice(self, code: str) -> None:
        """Something the trainee may want to know as the visit begins."""
        if code:
            self._views.notice(code)
            self._parts.screen.changed(self)

    def post(self, fact: Event | Fact) -> None:
        """From any thread: something happened. The owner is woken to take it in."""
        self._inbox.post(fact)

    def wish(self, event: Event) -> None:
        """From the owner's thread: the trainee did something."""
        self._inbox.post(event)
        self.drain()

    def drain(self) -> None:
        """Take in everything that waits. Owner's thread."""
        if self._draining:
            return
        self._draining = True
        try:
            for item in self._inbox.drain():
                self._take(item)
        finally:
            self._draining = False
        self._parts.screen.changed(self)

    def close(self) -> None:
        """The visit is put away: quiet, deaf, and nothing more is taken in."""
        self._inbox.close()
        self._silence.stop()
        self._stop_thinking()
        self._parts.voice.stop()
        self._parts.voice.prepare(())
        self._parts.voice.set_ambience("", 0.0)
        self._parts.ears.stop()

    @property
    def view(self) -> VisitView:
        """The snapshot the screen shows."""
        return self._views.build(self.state, self.expectation)

    # --- facts ------------------------------------------------------------------------------------------------

    def _take(self, item: Event | Fact) -> None:
        parts = self._parts
        match item:
            case MouthMoved(opening=opening):
                parts.screen.mouth(opening)
            case LevelHeard():
                parts.screen.level(item)
            case LineBegan(turn=turn, index=index):
                self._views.line_began(turn, index)
            case WordReached():
                self._views.word_reached(item)
            case Partial(turn=turn, text=text) if turn == self.state.turn:
                self._views.heard = joined(text)
                self._foresee(text)
            case SpeakingFinished(turn=turn, time=time, stopped=stopped):
                self._spoken(turn, time, stopped)
            case SpeechBegan(turn=turn, time=time):
                self._silence.stop()
                self._step(TraineeBegan(turn, time))
            case SpeechReopened(turn=turn, time=time):
                self._step(TurnReopened(turn, time))
            case TurnHeard(turn=turn, utterance=utterance):
                self._heard(turn, utterance)
            case MicrophoneChanged(state=state, device=device):
                self._world("microphone", state, device)
            case RecogniserChanged(state=state, engine=engine, reason=reason):
                self._world("recogniser", state, reason or engine)
            case VoiceChanged(state=state, voice=voice, reason=reason):
                self._world("voice", state, reason or voice)
            case Partial():
                pass
            case _:
                self._step(item)

    def _world(self, what: str, state: str, detail: str) -> None:
        fact: WorldFact = f"{what}-{state}"  # type: ignore[assignment]
        if self._tape is not None:
            self._tape.note(fact, detail)
        self._step(WorldChanged(fact, detail, self._parts.clock.now()))

    def _spoken(self, turn: int, time: float, stopped: bool) -> None:
        self._parts.ears.gate(False)
        self._parts.screen.mouth(0.0)
        self._views.silent()
        if not stopped:
            self._step(PartnerFinished(turn, time))

    def _heard(self, turn: int, utterance: Utterance) -> None:
        if turn == self.state.turn and self.expectation is not None:
            way: Way = self.state.way if self.state.way in BY_EAR else "speak"
            told = self._parts.interpreter.interpret(replace(utterance, way=way), self.expectation)
            self._step(Replied(turn, told, way, self._parts.clock.now()))

    def _foresee(self, text: str) -> None:
        if text and self.expectation is not None:
            self._parts.foresee(Utterance(text, self.expectation.language, "speak"), self.expectation)

    def _quiet(self, turn: int, seconds: int) -> None:
        self.wish(SilencePassed(turn, seconds, self._parts.clock.now()))

    # --- a step and its effects -----------------------------------------------------------------------------------

    def _step(self, event: Event) -> None:
        before = self.state
        self.state, effects = advance(self.scene, before, event)
        if self._tape is not None:
            self._tape.step(event, effects)
        self._views.step(before, self.state, effects)
        if self.state.dials != before.dials or before.phase == "waiting":
            self._apply_dials()  # before the lines: at another pace they are other sound
        for effect in effects:
            self._perform(effect)
        if self.state.way != before.way and self.state.phase == "listening":
            self._open_or_close_ears()
        elif isinstance(event, PartnerFinished) and self.state.barge_in and self.state.phase == "listening":
            self._count_quiet()  # the ears have been open since the partner began; the trainee's quiet begins here
        if (self.state.dials, self.state.way) != (before.dials, before.way):
            self._prepare()  # other lines, or others first

    def _perform(self, effect: Effect) -> None:
        parts = self._parts
        match effect:
            case Say():
                self._say(effect)
            case Listen():
                self._listen(effect)
            case Narrate(text=text):
                parts.voice.play_effect(text)
            case StopSpeaking():
                self._stop_thinking()
                parts.voice.stop()
            case StopListening():
                self._silence.stop()
                parts.ears.stop()
            case Record():
                parts.keeper.record(effect)
            case Keep(name=name, value=value):
                parts.keeper.keep(name, value)
            case LearnWords(moment=moment, reply=reply, words=words):
                parts.keeper.learn(moment, reply, words)
            case End():
                self._silence.stop()
                parts.ears.stop()
                parts.voice.set_ambience("", 0.0)
            case ConfirmHeard():
                self._views.heard = ""
            case _:
                pass

    def _say(self, effect: Say) -> None:
        self._silence.stop()
        self._parts.ears.gate(True)
        self._stop_thinking()
        if self.state.expectation is not None:
            self.expectation = self._with_learned(self.state.expectation)
            # While the partner speaks there is time to get ready for the answers.
            self._parts.interpreter.open(self.expectation)
        wait = THINKING.get(self.state.dials.get("pause", 0), 0.0)

        def say() -> None:
            self._thinking = None
            self._parts.voice.say(effect.turn, effect.lines, effect.slower)

        if wait > 0:
            self._thinking = self._parts.timer.after(wait, say)
        else:
            say()
        # Rendered while this is heard: whoever chooses or types may answer the moment it ends.
        self._prepare(() if effect.slower or wait <= 0 else effect.lines)

    def _prepare(self, first: tuple[SpokenLine, ...] = ()) -> None:
        """Everything that may be said next is rendered in the background, `first` before it."""
        if self.state.phase not in ("speaking", "listening"):
            return
        lines = (*first, *possible_next(self.scene, self.state))
        self._parts.voice.prepare(lines, said_slower(self.scene, self.state))

    def _stop_thinking(self) -> None:
        if self._thinking is not None:
            self._thinking.cancel()
            self._thinking = None

    def _listen(self, effect: Listen) -> None:
        self.expectation = self._with_learned(effect.expectation)
        self._marks = effect.silences
        self._views.heard = ""
        self._open_or_close_ears()
        self._parts.interpreter.open(self.expectation)
        self._prepare()

    def _open_or_close_ears(self) -> None:
        if self.state.way in BY_EAR and self.expectation is not None:
            self._parts.ears.listen(self.expectation)
            self._count_quiet()
        else:
            # Choosing, typing and watching have no clock: nothing goes on by itself.
            self._silence.stop()
            self._parts.ears.stop()

    def _count_quiet(self) -> None:
        if self.state.way in BY_EAR and self.state.phase == "listening":
            self._silence.start(self.state.turn, self._marks)

    def _with_learned(self, expectation: Expectation) -> Expectation:
        learned = self._parts.keeper.learned(expectation.moment)
        if not learned:
            return expectation
        replies = tuple(replace(reply, learned=learned.get(reply.id, ())) for reply in expectation.replies)
        return replace(expectation, replies=replies)

    def _apply_dials(self) -> None:
        dials = self.state.dials
        self._parts.voice.set_pace(spoken_pace(dials, self.options.pace))
        self._parts.voice.set_ambience(self.scene.setting, LOUDNESS.get(dials.get("noise", 0), 0.0))
