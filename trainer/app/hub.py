"""Where voice and ears report to: the visit in progress, or whoever watches while there is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from trainer.app.qt_owner import Waker
from trainer.late import late
from trainer.session.inbox import Inbox

if TYPE_CHECKING:
    from trainer import speech
    from trainer.session.runner import Runner
    from trainer.speech import Fact
else:
    speech = late("trainer.speech")


class Hub:
    """`post` from any thread. Remembers how the world stands, so that a visit that begins later is told."""

    def __init__(self) -> None:
        self._runner: Runner | None = None
        self._world: dict[type, Fact] = {}
        self._watchers: list[Callable[[Fact], None]] = []
        self._waker = Waker(self._drain)
        self._inbox: Inbox[Fact] = Inbox(self._waker.wake)

    def post(self, fact: Fact) -> None:
        """Something happened at an edge."""
        if isinstance(fact, (speech.MicrophoneChanged, speech.RecogniserChanged, speech.VoiceChanged)):
            self._world[type(fact)] = fact
        runner = self._runner
        if runner is not None:
            runner.post(fact)
        if self._watchers or runner is None:
            self._inbox.post(fact)

    def attend(self, runner: Runner | None) -> None:
        """From now on facts go to this visit (or to none)."""
        self._runner = runner
        if runner is not None:
            for fact in tuple(self._world.values()):
                if fact.state not in ("ready", "restarted"):  # type: ignore[union-attr]
                    runner.post(fact)

    def watch(self, call: Callable[[Fact], None]) -> Callable[[], None]:
        """Be told of every fact on the GUI thread; returns how to stop."""
        self._watchers.append(call)

        def stop() -> None:
            if call in self._watchers:
                self._watchers.remove(call)

        return stop

    def _drain(self) -> None:
        for fact in self._inbox.drain():
            for call in tuple(self._watchers):
                call(fact)
