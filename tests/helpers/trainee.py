"""A synthetic trainee's mind: what a person might do next, seeded. No window, no sound: it sees a view and decides."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from typing import Literal

from trainer.session.view import VisitView
from trainer.speech import Way

Kind = Literal["pick", "type", "speak", "quiet", "help", "again", "breathe", "leave", "way", "hide", "asked", "go on"]

HESITATIONS = {"en": ("um", "er", "well"), "ja": ("ええと", "あの", "その")}
AWAY = {
    "en": ("the weather was fine on monday", "purple bicycles sing", "what do you mean by that", "no"),
    "ja": ("きのうはあめでした", "さかながそらをとびます", "それはどういうことですか", "いいえ"),
}
"""Nothing that any scene asks about, or a bare no."""


@dataclass(frozen=True, slots=True)
class Temper:
    """How often, from 0 to 1, this trainee does what; what is left over is an answer."""

    leaves: float = 0.01
    quiet: float = 0.04
    asks_help: float = 0.06
    asks_again: float = 0.05
    breathes: float = 0.02
    hides: float = 0.02
    changes_way: float = 0.15
    hesitates: float = 0.4
    mistakes: float = 0.1
    wanders: float = 0.05
    thinks: tuple[float, float] = (0.0, 0.0)
    """Seconds between being asked and doing something: from, to."""


STEADY = Temper(0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
"""Answers every time, in the words of the sheet."""


@dataclass(frozen=True, slots=True)
class Act:
    """One deed. `reply` is a reply's id; `words` are typed or said; `pauses` are seconds of silence between them."""

    kind: Kind
    reply: str = ""
    words: str = ""
    pauses: tuple[float, ...] = ()
    way: Way = "choose"


@dataclass(slots=True)
class Trainee:
    """Decides by its own dice only, so that the same seed and the same views give the same deeds."""

    seed: int
    temper: Temper = field(default_factory=Temper)
    ways: tuple[Way, ...] = ("listen", "choose", "type", "read", "speak")
    longest: int = 40
    """Turns after which the trainee has had enough and leaves."""
    _dice: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self._dice = random.Random(self.seed)

    def thinks(self) -> float:
        """Seconds before the next deed; nothing is thrown where nothing is waited."""
        return self._dice.uniform(*self.temper.thinks) if self.temper.thinks[1] else 0.0

    def act(self, view: VisitView) -> Act:
        """What to do in this turn."""
        dice, temper = self._dice, self.temper
        if view.turn > self.longest or dice.random() < temper.leaves:
            return Act("leave")
        if view.asked is not None:
            return Act("asked", reply=dice.choice(("asked:1", "asked:2", "asked:neither")))
        chances = (
            ("quiet", temper.quiet),
            ("help", temper.asks_help),
            ("again", temper.asks_again),
            ("breathe", temper.breathes),
            ("hide", temper.hides),
        )
        for kind, chance in chances:
            if dice.random() < chance:
                return Act(kind)  # type: ignore[arg-type]
        if dice.random() < temper.changes_way:
            return Act("way", way=dice.choice([way for way in self.ways if way != view.way]))
        return self._answer(view)

    def _answer(self, view: VisitView) -> Act:
        dice = self._dice
        reply = dice.choice(view.replies) if view.replies else None
        if view.way == "listen":
            return Act("go on")
        if reply is None:
            return Act("quiet")
        if view.way == "choose" or not reply.words:
            return Act("pick", reply=reply.id)
        words = dice.choice(reply.words)
        if dice.random() < self.temper.wanders:
            words = dice.choice(AWAY["ja" if view.language == "ja" else "en"])
        if view.way == "type":
            return Act("type", words=self._mistyped(words))
        return replace(self._hesitant(words, view.language), kind="speak")

    def _mistyped(self, words: str) -> str:
        if len(words) < 4 or self._dice.random() >= self.temper.mistakes:
            return words
        at = self._dice.randrange(1, len(words) - 2)
        return words[:at] + words[at + 1] + words[at] + words[at + 2 :]

    def _hesitant(self, words: str, language: str) -> Act:
        dice = self._dice
        if dice.random() >= self.temper.hesitates:
            return Act("speak", words=words)
        filler = dice.choice(HESITATIONS["ja" if language == "ja" else "en"])
        pauses = tuple(round(dice.uniform(0.4, 1.8), 2) for _ in range(dice.randint(1, 2)))
        return Act("speak", words=f"{filler}, {words}", pauses=pauses)
