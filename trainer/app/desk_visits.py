"""The desk's visits drawer: beginning a visit, what happened in it, and what was answered afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from trainer.app.cast import cast
from trainer.app.house import House
from trainer.app.hub import Hub
from trainer.app.keeper import VisitKeeper
from trainer.app.qt_owner import QtTimer, Waker
from trainer.app.tape_file import TapeFile
from trainer.app.visit import LiveVisit
from trainer.conversation.swap import swap
from trainer.practice import facts as stored
from trainer.practice.after import After, Happened, SceneOffers, after
from trainer.practice.progress import standing
from trainer.script import Scene
from trainer.session.runner import Parts, Runner, VisitOptions
from trainer.session.tape import Tape, TapeHead
from trainer.session.view import AfterView, FactView
from trainer.storage.journal import minute, new_visit_id
from trainer.ui.bridge import AfterAnswers, Before, Outcome, Visit


def _on_stderr(sentence: str) -> None:
    click.echo(sentence, err=True)


@dataclass(slots=True)
class _Open:
    """A visit that was begun: its scene, where its facts go, and what was said before it."""

    live: LiveVisit
    scene: Scene
    keeper: VisitKeeper
    before: Before
    seed: int
    answers: AfterAnswers = AfterAnswers()


class VisitsDrawer:
    """Implements the screens' `VisitPort`. One visit at a time; the one before is closed."""

    def __init__(
        self,
        house: House,
        hub: Hub,
        tape: Path | None = None,
        tell: Callable[[str], None] = _on_stderr,
    ) -> None:
        self._house = house
        self._hub = hub
        self._timer = QtTimer()
        self._tape_path, self._tell = tape, tell
        self._tape: TapeFile | None = None
        self._open: dict[str, _Open] = {}
        self._current: LiveVisit | None = None
        self._readings: tuple[tuple[str, str], ...] = ()

    @property
    def current(self) -> LiveVisit | None:
        """The visit in progress, if there is one."""
        return self._current

    def begin_visit(self, before: Before) -> Visit | None:
        """A visit to that scene, not yet begun."""
        house = self._house
        language = house.settings.practice_language
        sheets = house.shelf.sheets(before.scene, language)
        scene = house.shelf.scene(before.scene, language)
        if scene is None or sheets is None:
            return None
        self.close_current()
        stamp = stored.VisitStamp(new_visit_id(), before.scene, minute())
        keeper = VisitKeeper(stamp, house.journal, house.learnt, house.memory, lambda: house.settings)
        seed = sum(1 for one in house.journal.visits() if one.scene == before.scene)
        head = TapeHead(before.scene, scene.language, seed, *sheets)
        if before.swapped:
            scene = swap(scene, seed)
        live = self._live(stamp.visit, scene, before, keeper, seed, head)
        if before.tension is not None:
            keeper.append(stored.tension(stamp, "before", before.tension))
        if before.expected.strip():
            keeper.append(stored.expected(stamp, before.expected.strip()))
        self._open = {stamp.visit: _Open(live, scene, keeper, before, seed)}
        return live

    def _live(
        self, visit: str, scene: Scene, before: Before, keeper: VisitKeeper, seed: int, head: TapeHead
    ) -> LiveVisit:
        house, post = self._house, self._hub.post
        settings = house.settings
        voice, ears = house.voice(post), house.ears(post)
        house.warm_voice(scene.language)
        interpreter = house.interpreter(scene.language)
        live = LiveVisit(visit, before.scene, interpreter, voice, ears)
        parts = Parts(voice, ears, interpreter, self._timer, house.clock, live, keeper)
        options = VisitOptions(
            seed=seed,
            dials=before.dials,
            way=before.way,
            memory=house.memory.kept(before.scene),
            partner=settings.partner,
            headphones=settings.headphones,
            pace=settings.pace,
        )
        waker = Waker(lambda: runner.drain())
        runner = Runner(scene, parts, options, waker.wake, before.scene, self._new_tape(head))
        live.attach(runner)
        live.keep_alive(waker)
        persons = tuple(person.key for person in scene.persons)
        house.cast(lambda now: cast(persons, now.partner))
        voice.set_readings(dict(scene.readings))
        self._readings = scene.readings
        if before.way in ("speak", "read"):
            house.listener(post).prepare(scene.language)
        self._hub.attend(runner)
        self._current = live
        return live

    def _new_tape(self, head: TapeHead) -> Tape | None:
        if self._tape_path is None:
            return None
        self._close_tape()
        self._tape = TapeFile(self._tape_path)
        return Tape(head, self._tape.write)

    def close_current(self) -> None:
        """Put the visit in progress away; what was kept stays kept."""
        if self._current is not None:
            self._hub.attend(None)
            self._current.close()
            self._current = None
            self._house.keep_learnt_pause()
        self._close_tape()

    def _close_tape(self) -> None:
        tape, self._tape = self._tape, None
        if tape is not None and (sentence := tape.close()):
            # Told where the tape was asked for: `--tape` is a word of the command line.
            self._tell(f"engawa: {sentence}")

    def after(self, visit: Visit) -> AfterView:
        """What happened in a visit that has ended."""
        known = next((one for one in self._open.values() if one.live is visit), None)
        if known is None:
            return AfterView()
        house = self._house
        past = [one for one in house.journal.visits() if one.id != known.keeper.stamp.visit]
        view = known.live.view
        dials = {dial.name: (dial.value, dial.low, dial.high) for dial in view.dials}
        purpose = any(reply.on_purpose for moment in known.scene.moments for reply in moment.replies)
        told = after(standing(known.keeper.facts), past, SceneOffers(dials, purpose))
        return _after_view(known, told, house.settings.keep_words)

    def keep_after(self, visit: str, answers: AfterAnswers) -> Outcome:
        """Keep what was answered afterwards."""
        known = self._open.get(visit)
        if known is None:
            return Outcome("visit-unknown", visit)
        self._keep(known, answers)
        known.answers = answers
        code = self._house.ledger.code
        return Outcome(code) if code not in ("", "journal-set-aside") else Outcome()

    def _keep(self, known: _Open, answers: AfterAnswers) -> None:
        """Facts for what is new since the answers before: what was answered once is not written twice."""
        keeper, stamp, before = known.keeper, known.keeper.stamp, known.answers
        if answers.tension is not None and answers.tension != before.tension:
            keeper.append(stored.tension(stamp, "after", answers.tension))
        if answers.expectation_met and answers.expectation_met != before.expectation_met:
            keeper.append(stored.expectation_met(stamp, answers.expectation_met))
        if answers.step is not None and answers.step != before.step:
            keeper.append(stored.step(stamp, answers.step))
        picks = {question.text for question in known.scene.after if question.kind == "goals"}
        for question, words in answers.words.items():
            wanted = question in picks or self._house.settings.keep_words
            if wanted and words.strip() and words != before.words.get(question):
                keeper.append(stored.words_after(stamp, question, words.strip()))


def _after_view(known: _Open, told: After, keeps_words: bool) -> AfterView:
    scene, view, before = known.scene, known.live.view, known.before
    goals = {goal.name: goal.text for goal in scene.goals}
    kept = ["facts"]
    if before.tension is not None:
        kept.append("tension")
    if before.expected.strip():
        kept.append("expected")
    if any(fact.words and fact.kind == "answered" for fact in known.keeper.facts):
        kept.append("words")

    def fact(one: Happened) -> FactView:
        return FactView(one.code, one.count, goals.get(one.detail, one.detail))

    return AfterView(
        visit=known.keeper.stamp.visit,
        scene=before.scene,
        title=scene.title,
        moment_label=view.moment_label,
        partner_name=view.partner_name,
        ended=told.ended,
        facts=tuple(fact(one) for one in told.facts),
        strength=fact(told.strength),
        idea=fact(told.idea) if told.idea is not None else None,
        expected=before.expected.strip(),
        tension_before=before.tension,
        closing=scene.closing[known.seed % len(scene.closing) :][:1] if scene.closing else (),
        steps=scene.steps_outside,
        kept=tuple(kept),
        questions=tuple(one for one in scene.after if one.kind != "scale"),
        goals=tuple(goal.text for goal in scene.goals),
        keeps_words=keeps_words,
    )
