"""The whole state of a visit as one immutable value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from trainer.script import Expectation, SpokenLine, Value
from trainer.speech import Way

Phase = Literal["waiting", "speaking", "listening", "breathing", "ended"]


@dataclass(frozen=True, slots=True)
class State:
    """Where the visit stands.

    `turn` grows by one each time the trainee is listened to; answers to an older turn are ignored. `said` are the last
    lines, `prompt` those of the moment's opening (for "hear again"); `heard_wordings` counts how often each wording was
    heard (address -> count). `ending` is set while the last lines are still being said; `before` is the state before
    the last words were taken as an answer, kept while speech may still reopen that turn.
    """

    seed: int = 0
    phase: Phase = "waiting"
    moment: str = ""
    previous: str = ""
    turn: int = 0
    way: Way = "choose"
    dials: Mapping[str, int] = field(default_factory=dict)
    memory: Mapping[str, Value] = field(default_factory=dict)
    goals: tuple[str, ...] = ()
    expectation: Expectation | None = None
    said: tuple[SpokenLine, ...] = ()
    prompt: tuple[SpokenLine, ...] = ()
    heard_wordings: Mapping[str, int] = field(default_factory=dict)
    unclear: int = 0
    unheard: int = 0
    hint: int = 0
    silences_met: tuple[int, ...] = ()
    asked: tuple[str, str] | None = None
    asked_words: str = ""
    after_breath: Phase = "waiting"
    barge_in: bool = False
    ending: Literal["", "finished", "left"] = ""
    ended: Literal["", "finished", "left"] = ""
    before: State | None = None
