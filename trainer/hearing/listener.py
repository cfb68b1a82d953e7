"""The Ears: microphone, sound chain, turn taking and recogniser on one thread. Every call returns at once."""

from __future__ import annotations

import queue
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from trainer.hearing.child import COMMAND, Child
from trainer.hearing.engines import choose_engine
from trainer.hearing.microphone import Microphone, SoundDeviceMicrophone
from trainer.hearing.microphone_check import MicrophoneCheck, MicrophoneReport
from trainer.hearing.microphone_keeper import MicrophoneKeeper
from trainer.hearing.model_shelf import installed
from trainer.hearing.sound_chain import SoundChain
from trainer.hearing.supervisor import Heard, Supervisor
from trainer.hearing.turn_taking import TurnTaker
from trainer.script import Expectation
from trainer.speech import AudioChunk, DeviceInfo, LevelHeard, Post

MOST_WAITING = 400
"""Blocks of sound (32 ms) that may wait for the hearing thread; when it is held up longer than 13 s, sound is lost."""

TICK = 0.1
RESTING = 30.0
"""Seconds without a turn after which the microphone is closed, so that the system's microphone light goes out."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What tests put in the place of the real things."""

    microphone: Callable[[], Microphone] = SoundDeviceMicrophone
    clock: Callable[[], float] = time.monotonic


class Listener:
    """The real Ears (trainer.session.ports). All work happens on the hearing thread; calls only queue.

    `command` starts the recogniser's process; `models` is the folder of installed speech models.
    """

    def __init__(
        self, post: Post, command: Sequence[str] = COMMAND, models: Path | None = None, parts: Parts | None = None
    ) -> None:
        self._post = post
        self._models = models
        parts = parts or Parts()
        self._clock = parts.clock
        self._mailbox: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._supervisor = Supervisor(post, self._mailbox.put, self._clock, command)
        self._taker = TurnTaker(post, self._supervisor)
        self._chain: SoundChain | None = None
        self._microphone = parts.microphone()
        self._keeper = MicrophoneKeeper(self._microphone, self._deliver, post, self._clock)
        self._language = ""
        self._busy_until = 0.0
        self._level_at = 0.0
        self._closing = False
        self._check: tuple[MicrophoneCheck, Callable[[MicrophoneReport], None]] | None = None
        self._thread = threading.Thread(target=self._run, name="hearing", daemon=True)
        self._thread.start()

    # --- Ears ------------------------------------------------------------------------------------------------------

    def listen(self, expectation: Expectation) -> None:
        """The turn `expectation.turn` begins."""
        self._mailbox.put(partial(self._listen, expectation))

    def stop(self) -> None:
        """Stop listening; nothing heard is kept."""
        self._mailbox.put(self._taker.stop)

    def finish(self) -> None:
        """The trainee is done: close the turn now."""
        self._mailbox.put(self._taker.finish)

    def gate(self, closed: bool) -> None:
        """Half-duplex while the partner speaks."""
        self._mailbox.put(partial(self._gate, closed))

    def set_patience(self, pause: float) -> None:
        """Seconds of quiet after which an unfinished reply counts as over (2-8)."""
        self._mailbox.put(partial(self._set_patience, pause))

    def set_push_to_talk(self, on: bool) -> None:
        """Hear only while the key is down."""
        self._mailbox.put(partial(self._taker.set_push_to_talk, on))

    def press(self, down: bool) -> None:
        """The push-to-talk key went down or up."""
        self._mailbox.put(partial(self._taker.press, down))

    def devices(self) -> Sequence[DeviceInfo]:
        """The microphones that can be chosen."""
        return self._keeper.devices()

    def set_device(self, device: str) -> None:
        """Use that microphone ("" for the system's own choice)."""
        self._mailbox.put(partial(self._keeper.use, device))

    def close(self) -> None:
        """End the child process, the thread and the stream; safe to call twice."""
        if not self._closing:
            self._closing = True
            self._mailbox.put(None)
        self._thread.join(5.0)

    # --- more than the protocol asks ---------------------------------------------------------------------------------

    def prepare(self, language: str) -> None:
        """Open the recogniser of that language now, so that the first turn need not wait for it."""
        self._mailbox.put(partial(self._prepare, language))

    def models_changed(self) -> None:
        """A speech model was installed or removed: choose again."""
        self._mailbox.put(self._choose_again)

    def set_headphones(self, on: bool) -> None:
        """With headphones the partner cannot be heard by the microphone: the gate is not needed."""
        self._mailbox.put(partial(setattr, self._taker.echo, "headphones", on))

    def set_quiet_voice(self, on: bool) -> None:
        """For a very soft voice: more gain, and less is needed to count as speech."""
        self._mailbox.put(partial(self._set_quiet_voice, on))

    def set_pause_learnt(self, on: bool) -> None:
        """Whether the patience follows the trainee's own pauses."""
        self._mailbox.put(partial(self._set_pause_learnt, on))

    def watch_level(self, seconds: float = RESTING) -> None:
        """Have the microphone open and LevelHeard posted for a while, without a turn (the settings page's meter)."""
        self._mailbox.put(partial(self._stay_busy, seconds))

    def try_out(self, told: Callable[[MicrophoneReport], None]) -> None:
        """Report on the next few seconds of sound (with the sound itself) on the hearing thread, once."""
        self._mailbox.put(partial(self._try_out, told))

    @property
    def pause(self) -> float:
        """The patience for an unfinished reply now, perhaps learnt (s)."""
        return self._taker.patience.pause

    @property
    def recogniser_pid(self) -> int | None:
        """The recogniser's process."""
        return self._supervisor.pid

    # --- the hearing thread ------------------------------------------------------------------------------------------

    def _deliver(self, chunk: AudioChunk) -> None:
        # On PortAudio's thread: queue it, or lose it when the hearing thread is held up for very long.
        if self._mailbox.qsize() < MOST_WAITING:
            self._mailbox.put(chunk)

    def _run(self) -> None:
        self._chain = SoundChain()
        ticked = self._clock()
        while True:
            try:
                item = self._mailbox.get(timeout=self._rest())
            except queue.Empty:
                item = self._tick
            if item is None:
                break
            try:
                self._handle(item)
                self._taker.pass_time(self._clock())
                if self._clock() - ticked > TICK:
                    ticked = self._clock()
                    self._tick()
            except Exception as error:  # noqa: BLE001 - the rim of the thread: hearing must outlive any one mistake
                sys.excepthook(type(error), error, error.__traceback__)
        self._keeper.close()
        self._supervisor.close()

    def _rest(self) -> float:
        """Seconds until something is to be done though nothing comes: a turn is over, or it is time to look round."""
        due = self._taker.due()
        return TICK if due is None else min(TICK, max(0.0, due - self._clock()))

    def _handle(self, item: object) -> None:
        if isinstance(item, AudioChunk):
            self._hear(item)
        elif isinstance(item, Heard):
            self._taker.answer(item)
        elif isinstance(item, tuple) and isinstance(item[0], Child):
            heard = self._supervisor.take(item[0], item[1])
            if heard is not None:
                self._taker.answer(heard)
        elif callable(item):
            item()

    def _hear(self, chunk: AudioChunk) -> None:
        assert self._chain is not None
        self._keeper.heard(chunk, partner_speaks=not self._taker.echo.hears)
        if self._check is not None:
            self._collect(*self._check, chunk)
        for frame in self._chain.frames(chunk):
            self._taker.hear(frame)
            if frame.time - self._level_at >= 0.1:
                self._level_at = frame.time
                self._post(LevelHeard(round(frame.raw, 1), round(frame.floor, 1), round(frame.probability, 3)))

    def _try_out(self, told: Callable[[MicrophoneReport], None]) -> None:
        self._check = (MicrophoneCheck(), told)
        self._stay_busy(RESTING)

    def _collect(self, check: MicrophoneCheck, told: Callable[[MicrophoneReport], None], chunk: AudioChunk) -> None:
        check.hear(chunk)
        if check.done:
            self._check = None
            told(check.report())

    def _tick(self) -> None:
        self._keeper.watch()
        self._supervisor.watch()
        if self._taker.phase not in ("speaking", "closing"):
            self._keeper.make_room()
        if self._taker.phase in ("waiting", "speaking", "closing"):
            self._stay_busy(RESTING)
        elif self._clock() > self._busy_until:
            self._keeper.want(False)

    def _listen(self, expectation: Expectation) -> None:
        self._prepare(expectation.language)
        self._stay_busy(RESTING)
        self._taker.listen(expectation)

    def _prepare(self, language: str) -> None:
        if language != self._language or not self._supervisor.available:
            self._language = language
            self._supervisor.use(choose_engine(language, installed(self._models) if self._models else ()))

    def _choose_again(self) -> None:
        language, self._language = self._language, ""
        if language:
            self._prepare(language)

    def _gate(self, closed: bool) -> None:
        assert self._chain is not None
        guard = self._taker.echo
        if guard.headphones:
            return
        if closed:
            guard.close()
        else:
            guard.open()
            self._chain.deafen()
            self._taker.cut()

    def _set_patience(self, pause: float) -> None:
        self._taker.patience = self._taker.patience.with_pause(pause, learnt=self._taker.learning)

    def _set_pause_learnt(self, on: bool) -> None:
        self._taker.learning = on
        self._set_patience(self._taker.patience.pause)

    def _set_quiet_voice(self, on: bool) -> None:
        assert self._chain is not None
        self._chain.expect_quiet_voice(on)
        self._taker.soft_voice = on

    def _stay_busy(self, seconds: float) -> None:
        self._busy_until = max(self._busy_until, self._clock() + seconds)
        self._keeper.want(True)
