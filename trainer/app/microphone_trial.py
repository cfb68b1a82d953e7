"""Trying the microphone out: a few seconds of reading aloud, how it was, which words were heard. In memory only."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from trainer.app.hub import Hub
from trainer.hearing.microphone_check import SECONDS, MicrophoneReport
from trainer.script import Expectation, ExpectedReply
from trainer.session.ports import Timer
from trainer.session.viewing import joined
from trainer.speech import Fact, LevelHeard, Partial, RenderedLine, TurnHeard
from trainer.ui.bridge import MicrophoneTrial

if TYPE_CHECKING:
    # numpy: the first picture goes first.
    from trainer.hearing.listener import Listener

TRIAL_TURN = -3
"""Turn number of a trial: no visit ever has it."""

WORDS_WAIT = 6.0
"""Seconds after the recording in which its words must have come; a slow recogniser is not waited for longer."""

Tell = Callable[[MicrophoneTrial], None]
Later = Callable[[Callable[[], None]], None]
"""Takes a call from any thread and makes it on the GUI thread."""


class TrialRun:
    """One trial, begun at once. GUI thread only; `tell` is called with every step, last with `done`."""

    def __init__(
        self, ears: Listener, hub: Hub, timer: Timer, later: Later, asked: tuple[str, str], tell: Tell
    ) -> None:
        """`asked`: the language and the sentence that is read aloud."""
        self._ears = ears
        self._timer = timer
        self._tell = tell
        self._words = ""
        self._whole = False
        self._report: MicrophoneReport | None = None
        self._began = time.monotonic()
        self._going = True
        language, sentence = asked
        self._unwatch = hub.watch(self._hear)
        expected = (ExpectedReply("sentence", sentence, (sentence,)),)
        ears.listen(Expectation(TRIAL_TURN, language, "microphone-check", expected))
        ears.try_out(lambda report: later(partial(self._reported, report)))
        self._give_up = timer.after(SECONDS + WORDS_WAIT, self._end)

    @property
    def sound(self) -> RenderedLine | None:
        """What was recorded, until the trial is stopped."""
        return self._report.sound if self._report is not None else None

    def stop(self) -> None:
        """Forget the sound and listen no longer."""
        self._close()
        self._report = None

    def _hear(self, fact: Fact) -> None:
        if isinstance(fact, Partial) and fact.turn == TRIAL_TURN:
            self._words = fact.text
        elif isinstance(fact, TurnHeard) and fact.turn == TRIAL_TURN:
            self._words, self._whole = fact.utterance.text or self._words, True
            if self._report is not None:
                self._end()
                return
        elif not isinstance(fact, LevelHeard):
            return
        if self._going and self._report is None:
            share = min(1.0, (time.monotonic() - self._began) / SECONDS)
            self._tell(MicrophoneTrial(False, share, words=joined(self._words)))

    def _reported(self, report: MicrophoneReport) -> None:
        if not self._going:
            return
        self._report = report
        if self._whole:
            self._end()
        else:
            self._ears.finish()

    def _end(self) -> None:
        if self._going:
            self._close()
            verdict = self._report.verdict if self._report is not None else "nothing"
            self._tell(MicrophoneTrial(True, 1.0, verdict, joined(self._words)))

    def _close(self) -> None:
        if self._going:
            self._going = False
            self._unwatch()
            self._give_up.cancel()
            self._ears.stop()
