"""Keeps one recogniser process answering: starts it, watches it, replaces it, and gives the new one the turn's sound.

Owned by one thread. Answers arrive on another and must be handed to `take` on the owner's thread (see `deliver`).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

import msgspec

from trainer.hearing.child import COMMAND, Child
from trainer.hearing.recogniser import Decoded, EngineName
from trainer.hearing.wire import Message, audio_frame, message_frame
from trainer.script import Expectation
from trainer.speech import HEARING_RATE, Post, RecogniserChanged

OPENING = 60.0
"""Seconds a speech model may take to open; large ones on slow disks need many."""

ANSWERING = 8.0
"""Seconds without an answer after which a process counts as hanging."""

MOST_RESTARTS = 3
"""So many deaths in one turn mean that a new process will not help."""

LONGEST_TURN = 180 * HEARING_RATE * 2
"""Bytes of one turn kept for feeding again (3 minutes)."""

REFED_PIECE = HEARING_RATE // 4 * 2


@dataclass(frozen=True, slots=True)
class ChosenEngine:
    """Which engine to open with which speech model folder ("" for the built-in one)."""

    engine: EngineName
    path: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """Something the recogniser answered about the open turn. `token` is what the request was given.

    `decoded` is the final result; with "settled" it holds as long as nothing more is fed.
    """

    kind: Literal["partial", "settled", "final"]
    token: int
    text: str = ""
    decoded: Decoded | None = None


@dataclass(slots=True)
class TurnAudio:
    """All that a fresh process needs to hear a turn again."""

    expectation: Expectation
    pcm: bytearray = field(default_factory=bytearray)


@dataclass(slots=True)
class _Asked:
    what: Literal["open", "expect", "audio", "settle", "final"]
    at: float
    token: int = 0


Deliver = Callable[[object], None]
Clock = Callable[[], float]


class Supervisor:
    """The recogniser as the hearing thread uses it. Nothing here waits or raises."""

    def __init__(
        self, post: Post, deliver: Deliver, clock: Clock, command: Sequence[str] = COMMAND, answering: float = ANSWERING
    ) -> None:
        self._post = post
        self._deliver = deliver
        self._clock = clock
        self._command = tuple(command)
        self._answering = answering
        self._chosen: ChosenEngine | None = None
        self._child: Child | None = None
        self._sequence = 0
        self._asked: OrderedDict[int, _Asked] = OrderedDict()
        self._turn: TurnAudio | None = None
        self._deaths = 0
        self._answered_at = clock()
        self._announced: RecogniserChanged | None = None

    @property
    def engine(self) -> str:
        """The engine in use, "" when there is none."""
        return self._chosen.engine if self._chosen is not None and self._child is not None else ""

    @property
    def hears_late(self) -> bool:
        """Vosk's partial lacks the last third of a second until it is settled. PocketSphinx's does not, and it settles
        by hearing the whole turn again.
        """
        return self.engine == "vosk"

    @property
    def pid(self) -> int | None:
        """The process that is heard through now."""
        return self._child.pid if self._child is not None else None

    @property
    def unanswered(self) -> int:
        """How many requests are still on their way."""
        return len(self._asked)

    @property
    def available(self) -> bool:
        """False when no words can be heard."""
        return self._child is not None

    def use(self, chosen: ChosenEngine | None, why_not: str = "no-speech-model") -> None:
        """Have that engine open; None when the language has none (`why_not`, a code)."""
        if chosen is None:
            self.close()
            self._chosen = None
            self._announce(RecogniserChanged("unavailable", "", why_not))
        elif chosen != self._chosen or self._child is None:
            self.close()
            self._chosen = chosen
            self._deaths = 0
            self._start()

    def begin(self, turn: TurnAudio) -> None:
        """A turn begins, or one is taken up again with the sound it already has."""
        self._turn = turn
        self._deaths = 0
        for asked in self._asked.values():
            # Answers about an older turn must not be taken for this one.
            asked.token = -1
        self._tell_turn()

    def feed(self, pcm: bytes, token: int) -> None:
        """More sound of the turn; the partial it leads to carries `token`."""
        if self._turn is None:
            return
        if len(self._turn.pcm) < LONGEST_TURN:
            self._turn.pcm += pcm
        self._send_audio(pcm, token)

    def forget(self) -> None:
        """Nothing heard is kept."""
        self._turn = None
        for asked in self._asked.values():
            asked.token = -1

    def settle(self, token: int) -> None:
        """It is quiet: prepare the final result."""
        self._request("settle", {"do": "settle"}, token)

    def finish(self, token: int) -> None:
        """Ask for the final result of what was fed. Always answered with Heard("final"), if need be an empty one."""
        if not self.available:
            self._deliver(Heard("final", token, decoded=Decoded("")))
            return
        self._request("final", {"do": "final"}, token)

    def take(self, child: Child, message: Message) -> Heard | None:
        """Read one answer on the owner's thread; answers of a replaced process are ignored."""
        if child is not self._child:
            return None
        kind = message["is"]
        if kind == "gone":
            self._replace("crashed")
            return None
        self._answered_at = self._clock()
        asked = self._asked.pop(int(message["seq"]), None)
        if asked is None:
            return None
        if kind == "ready":
            self._announce(RecogniserChanged("ready", str(message["engine"])))
        elif kind == "refused":
            self.close()
            self._announce(RecogniserChanged("unavailable", "", str(message["code"])))
        if asked.token < 0:
            return None
        if kind == "partial":
            return Heard("partial", asked.token, str(message["text"]))
        if kind == "settled":
            return Heard("settled", asked.token, str(message["text"]), msgspec.convert(message["decoded"], Decoded))
        if kind == "final":
            return Heard("final", asked.token, decoded=msgspec.convert(message["decoded"], Decoded))
        return None

    def watch(self) -> None:
        """Replace the process when it has not answered for too long."""
        if self._child is None or not self._asked:
            return
        opening = any(asked.what == "open" for asked in self._asked.values())
        oldest = next(iter(self._asked.values()))
        if self._clock() - max(oldest.at, self._answered_at) > (OPENING if opening else self._answering):
            self._replace("hung")

    def close(self) -> None:
        """End the process."""
        child, self._child = self._child, None
        self._asked.clear()
        if child is not None:
            child.end(patiently=not self._deaths)

    def _start(self) -> None:
        assert self._chosen is not None
        try:
            self._child = Child(self._command, lambda child, message: self._deliver((child, message)))
        except OSError:
            self._announce(RecogniserChanged("failed", self._chosen.engine, "cannot-start"))
            return
        self._request("open", {"do": "open", "engine": self._chosen.engine, "path": self._chosen.path})

    def _replace(self, why: str) -> None:
        child, self._child = self._child, None
        waiting, self._asked = self._asked, OrderedDict()
        if child is not None:
            child.end()
        self._deaths += 1
        opening = any(asked.what == "open" for asked in waiting.values())
        engine = self._chosen.engine if self._chosen is not None else ""
        if opening or self._deaths > MOST_RESTARTS:
            # A process that cannot even open its speech model will not do so the next time either.
            self._announce(RecogniserChanged("failed", engine, "model-broken" if opening else why))
            self._answer_emptily(waiting)
            return
        self._announced = None
        self._post(RecogniserChanged("restarted", engine, why))
        self._start()
        self._tell_turn()
        for asked in waiting.values():
            if asked.what == "settle" and asked.token >= 0:
                self.settle(asked.token)
            elif asked.what == "final" and asked.token >= 0:
                self.finish(asked.token)

    def _answer_emptily(self, waiting: OrderedDict[int, _Asked]) -> None:
        for asked in waiting.values():
            if asked.what == "final" and asked.token >= 0:
                self._deliver(Heard("final", asked.token, decoded=Decoded("")))

    def _tell_turn(self) -> None:
        if self._turn is None or self._child is None:
            return
        self._request("expect", {"do": "expect", "expectation": msgspec.to_builtins(self._turn.expectation)})
        pcm = bytes(self._turn.pcm)
        for start in range(0, len(pcm), REFED_PIECE):
            self._send_audio(pcm[start : start + REFED_PIECE], -1)

    def _send_audio(self, pcm: bytes, token: int) -> None:
        if self._child is not None:
            self._child.send(audio_frame(self._next("audio", token), pcm))

    def _request(self, what: Literal["open", "expect", "settle", "final"], message: Message, token: int = 0) -> None:
        if self._child is not None:
            self._child.send(message_frame({**message, "seq": self._next(what, token)}))

    def _next(self, what: Literal["open", "expect", "audio", "settle", "final"], token: int = 0) -> int:
        self._sequence += 1
        self._asked[self._sequence] = _Asked(what, self._clock(), token)
        return self._sequence

    def _announce(self, fact: RecogniserChanged) -> None:
        if fact != self._announced:
            self._announced = fact
            self._post(fact)
