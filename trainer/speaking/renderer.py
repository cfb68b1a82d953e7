"""Turns pieces of text into sound on one thread: what is to be said now before what may be said next."""

from __future__ import annotations

import itertools
import queue
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from trainer.speaking import sound
from trainer.speaking.cache import LineCache, Wanted
from trainer.speaking.pronounce import Spoken, can_be_said, spoken
from trainer.speaking.timing import pieces, pieces_from_phrases, word_times
from trainer.speaking.voice_child import COMMAND, Answer, ChildGoneError, RenderError, Supervisor
from trainer.speech import EarState, RenderedLine

RENDER_SECONDS, SECONDS_PER_CHARACTER = 3.0, 0.04
"""Patience with one piece (s): a hundred times what it takes on an idle machine (0.01-0.35 s, research/speech.md)."""

PREPARED_MOST = 96
"""Pieces rendered ahead for one turn: three times those of a usual one."""

MEND_AFTER = 5.0
"""A child that ended by itself is replaced at once, but not sooner than so long after the last time (s)."""

GIVE_UP_AFTER, TRY_AGAIN_AFTER = 2, 60.0
"""Pieces in a row that two children each could not render, before captions go on alone; then a quiet new try (s)."""

T = TypeVar("T")
Done = Callable[[RenderedLine | None], None]
NOW, AHEAD, LAST = 0, 1, 2


@dataclass(order=True)
class _Job:
    """A thing to do; only the order matters to the queue."""

    urgency: int
    number: int
    run: Callable[[], None] = field(compare=False)
    stale: Callable[[], bool] = field(compare=False, default=lambda: False)


@dataclass(slots=True)
class _Health:
    """How one engine does: failures in a row, whether that was reported, and until when it is left alone."""

    failures: int = 0
    failed: bool = False
    worked: bool = False
    rest_until: float = 0.0


class Renderer:
    """One thread, one child process and its spare, one cache. Calls return at once; answers come on the thread."""

    def __init__(
        self,
        command: Sequence[str] = COMMAND,
        changed: Callable[[EarState, str], None] = lambda state, reason: None,
        cache: LineCache | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`changed(state, reason)`: the voice is ready, was restarted, or failed (captions go on without it)."""
        self._changed = changed
        self._cache = cache or LineCache()
        self._clock = clock
        self._supervisor = Supervisor(command, lambda reason: changed("restarted", reason), self._child_ended)
        self._jobs: queue.PriorityQueue[_Job] = queue.PriorityQueue()
        self._numbers = itertools.count()
        self._round = 0
        self._health: defaultdict[str, _Health] = defaultdict(_Health)
        self._said_ready = False
        self._refused: set[Wanted] = set()
        self._closed = False
        self._engine = ""
        self._mended = -MEND_AFTER
        self._thread = threading.Thread(target=self._work, daemon=True, name="renderer")
        self._thread.start()

    def render(self, wanted: Wanted, done: Done) -> None:
        """Render before anything that is only prepared; `done(None)` when it can only be shown."""
        self.run(lambda: done(self.line(wanted)))

    def run(self, call: Callable[[], None]) -> None:
        """Call that on the thread, in order with what is rendered to be said now."""
        self._jobs.put(_Job(NOW, next(self._numbers), call))

    def prepare(self, find: Callable[[], Sequence[Wanted]]) -> None:
        """Render what `find` gives when there is nothing more urgent, instead of what was to be prepared before.

        `find` is called on the thread too: how a line sounds and how long its pieces are is some computing itself.
        """
        self._round += 1
        this = self._round

        def stale() -> bool:
            return this != self._round

        def found() -> None:
            missing = [wanted for wanted in dict.fromkeys(find()) if self._cache.get(wanted) is None]
            for wanted in missing[:PREPARED_MOST]:
                self._jobs.put(_Job(AHEAD, next(self._numbers), partial(self._ahead, wanted), stale))

        self._jobs.put(_Job(AHEAD, next(self._numbers), found, stale))

    def ask_voices(self, engine: str, done: Callable[[list[dict[str, str]]], None]) -> None:
        """The voices an engine finds installed; [] when it cannot be asked."""
        self.run(lambda: done(self._voices(engine)))

    def line_now(self, wanted: Wanted) -> RenderedLine | None:
        """The sound of a piece, waited for: not for the window's thread."""
        return self._waited(lambda: self.line(wanted), None)

    def voices_now(self, engine: str) -> list[dict[str, str]]:
        """The voices an engine finds installed, waited for."""
        return self._waited(lambda: self._voices(engine), [])

    def warm(self, engine: str) -> None:
        """Load an engine before it is needed."""
        self._jobs.put(_Job(AHEAD, next(self._numbers), lambda: self._warm(engine)))

    def pids(self) -> tuple[int, ...]:
        """The children's process ids, the current one first."""
        return self._supervisor.pids()

    def close(self) -> None:
        """End the thread and the children."""
        self._closed = True
        self._jobs.put(_Job(-1, next(self._numbers), lambda: None))
        self._supervisor.close()
        self._thread.join(timeout=5)
        self._cache.clear()

    def line(self, wanted: Wanted) -> RenderedLine | None:
        """The sound of a piece, from the cache or freshly made; None when it can only be shown. Never raises."""
        line = self._cache.get(wanted)
        if line is not None:
            return line
        said = spoken(wanted.text, wanted.language, dict(wanted.readings))
        if not can_be_said(said.text) or wanted in self._refused or self._resting(wanted.recipe.engine):
            return None
        engine = wanted.recipe.engine
        try:
            line = self._render(wanted, said)
        except ChildGoneError as gone:
            self._refused.add(wanted)  # a text that ends two children is not tried again
            self._failed(engine, gone.reason)
            return None
        except RenderError as refusal:
            self._refused.add(wanted)
            if not self._health[engine].worked:  # else it is this one text that the engine cannot do
                self._failed(engine, refusal.reason)
            return None
        self._engine = engine
        self._ready(engine)
        if line is not None:
            self._cache.put(wanted, line)
        return line

    def _waited(self, call: Callable[[], T], otherwise: T) -> T:
        """Run that on the thread and wait for it; `otherwise` when the renderer is closed meanwhile."""
        answers: queue.SimpleQueue[T] = queue.SimpleQueue()
        self.run(lambda: answers.put(call()))
        while not self._closed:
            try:
                return answers.get(timeout=0.5)
            except queue.Empty:
                continue
        return otherwise

    def _work(self) -> None:
        while not self._closed:
            try:
                job = self._jobs.get(timeout=1.0)
            except queue.Empty:
                self._spare()
                continue
            if not self._closed and not job.stale():
                job.run()

    def _spare(self) -> None:
        try:
            self._supervisor.keep_spare()
        except ChildGoneError:
            return  # the current child still works; the next request will show

    def _ahead(self, wanted: Wanted) -> None:
        self.line(wanted)

    def _child_ended(self) -> None:
        """On any thread: a child is gone. The next one loads the engine now, not when the next line is wanted."""
        if not self._closed:
            self._jobs.put(_Job(NOW, next(self._numbers), self._mend))

    def _mend(self) -> None:
        if not self._engine or self._clock() - self._mended < MEND_AFTER:
            return  # a child that ends again and again is replaced when somebody needs it
        try:
            replaced = self._supervisor.mend()
        except ChildGoneError:
            return  # the next request will show
        if replaced:
            self._mended = self._clock()
            self.warm(self._engine)

    def _warm(self, engine: str) -> None:
        try:
            self._ask({"do": "warm", "engine": engine}, RENDER_SECONDS)
        except RenderError as refusal:
            self._failed(engine, refusal.reason)
        else:
            self._engine = engine
            self._ready(engine)

    def _voices(self, engine: str) -> list[dict[str, str]]:
        try:
            header = self._ask({"do": "voices", "engine": engine}, RENDER_SECONDS).header
        except RenderError as refusal:
            self._failed(engine, refusal.reason)
            return []
        return [voice for voice in header.get("voices", []) if isinstance(voice, dict)]

    def _ask(self, request: dict[str, Any], seconds: float) -> Answer:
        return self._supervisor.ask(request, seconds)

    def _render(self, wanted: Wanted, said: Spoken) -> RenderedLine | None:
        recipe = wanted.recipe
        request = {
            "do": "render",
            "engine": recipe.engine,
            "base": recipe.base,
            "text": said.text,
            # a voice played faster than rendered is asked to speak as much slower
            "rate": round(recipe.rate * wanted.pace / recipe.shift, 3),
            "pitch": round(recipe.engine_pitch(wanted.semitones), 2),
        }
        answer = self._ask(request, RENDER_SECONDS + SECONDS_PER_CHARACTER * len(said.text))
        rate = round(int(answer.header["rate"]) * recipe.shift)
        samples = sound.polish(answer.pcm, wanted.decibels, rate)
        if not len(samples):
            return None
        parts = pieces_from_phrases(said, [(str(text), float(morae)) for text, morae in answer.header["phrases"]])
        parts = parts or pieces(wanted.text, wanted.language)
        words = word_times(parts, max(0.0, len(samples) / rate - 0.06))
        return RenderedLine(sound.to_pcm(samples), rate, sound.envelope(samples, rate), words)

    def _resting(self, engine: str) -> bool:
        """True while that engine has been given up for now."""
        health = self._health[engine]
        return health.failures >= GIVE_UP_AFTER and self._clock() < health.rest_until

    def _failed(self, engine: str, reason: str) -> None:
        if self._closed:
            return
        health = self._health[engine]
        health.failures += 1
        health.rest_until = self._clock() + TRY_AGAIN_AFTER
        if health.failures >= GIVE_UP_AFTER and not health.failed:
            health.failed = True
            self._changed("failed", reason)

    def _ready(self, engine: str) -> None:
        health = self._health[engine]
        if health.failed or not self._said_ready:
            self._said_ready = True
            self._changed("ready", "")
        self._health[engine] = _Health(worked=True)
