"""The desk's visits drawer: beginning a visit, what happened in it, and what was answered afterwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.app.house import House
from trainer.app.hub import Hub
from trainer.app.qt_owner import QtTimer, Waker
from trainer.late import late
from trainer.ui.bridge import AfterAnswers, Before, Outcome, Visit

if TYPE_CHECKING:
    import click

    from trainer.app import bookmark as bookmarks
    from trainer.app import cast as casting
    from trainer.app import keeper as keeping
    from trainer.app import tape_file as taping
    from trainer.app import visit as visiting
    from trainer.conversation import ahead, effects, events
    from trainer.conversation import swap as swapping
    from trainer.practice import after as afterwards
    from trainer.practice import coming_back as returning
    from trainer.practice import facts as stored
    from trainer.practice import progress
    from trainer.script import Scene, SpokenLine, Value
    from trainer.session import runner as running
    from trainer.session import tape as tapes
    from trainer.session import view as views
    from trainer.storage import journal as journals
else:
    click = late("click")
    bookmarks = late("trainer.app.bookmark")
    casting = late("trainer.app.cast")
    keeping = late("trainer.app.keeper")
    taping = late("trainer.app.tape_file")
    visiting = late("trainer.app.visit")
    ahead = late("trainer.conversation.ahead")
    events = late("trainer.conversation.events")
    swapping = late("trainer.conversation.swap")
    afterwards = late("trainer.practice.after")
    returning = late("trainer.practice.coming_back")
    running = late("trainer.session.runner")
    tapes = late("trainer.session.tape")
    views = late("trainer.session.view")
    stored = late("trainer.practice.facts")
    progress = late("trainer.practice.progress")
    journals = late("trainer.storage.journal")


def _on_stderr(sentence: str) -> None:
    click.echo(sentence, err=True)


@dataclass(slots=True)
class _Open:
    """A visit that was begun: its scene, where its facts go, and what was said before it."""

    live: visiting.LiveVisit
    scene: Scene
    keeper: keeping.VisitKeeper
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
        self._tape: taping.TapeFile | None = None
        self._open: dict[str, _Open] = {}
        self._current: visiting.LiveVisit | None = None
        self._readings: tuple[tuple[str, str], ...] = ()

    @property
    def current(self) -> visiting.LiveVisit | None:
        """The visit in progress, if there is one."""
        return self._current

    def get_ready(self, before: Before) -> None:
        """Render the first words while the trainee reads about the scene; only where the program is up already."""
        house = self._house
        scene = house.shelf.scene(before.scene, house.settings.practice_language) if house.is_warm else None
        if scene is None:
            return
        voice = house.voice(self._hub.post)
        voice.prepare(())  # what was looked at before is not needed in other voices
        left = bookmarks.bookmark(house, before.scene) if before.come_back else None
        if left is not None and left.scene is not None and left.came is not None:
            state = left.came.state
            dials, lines = state.dials, ahead.goes_on(left.scene, state, events.BreathEnded())
        else:
            began = events.VisitBegan(before.dials, before.way, house.memory.kept(before.scene))
            seed = self._seed(before.scene)
            played = swapping.swap(scene, seed) if before.swapped else scene
            dials, lines = before.dials, ahead.first_words(played, began, seed)
        self._give_voices(scene)
        self._prepare(dials, lines)

    def _prepare(self, dials: Mapping[str, int], lines: Sequence[SpokenLine]) -> None:
        voice = self._house.voice(self._hub.post)
        voice.set_pace(running.spoken_pace(dials, self._house.settings.pace))
        voice.prepare(lines)

    def _seed(self, scene: str) -> int:
        return sum(1 for one in self._house.journal.visits() if one.scene == scene)

    def _give_voices(self, scene: Scene) -> None:
        house = self._house
        persons = tuple(person.key for person in scene.persons)
        house.cast(lambda now: casting.cast(persons, now.partner))
        house.voice(self._hub.post).set_readings(dict(scene.readings))
        house.warm_voice(scene.language)

    def begin_visit(self, before: Before) -> Visit | None:
        """A visit to that scene, not yet begun."""
        house = self._house
        language = house.settings.practice_language
        sheets = house.shelf.sheets(before.scene, language)
        scene = house.shelf.scene(before.scene, language)
        if scene is None or sheets is None:
            return None
        self.close_current()
        left = bookmarks.bookmark(house, before.scene) if before.come_back else None
        if left is not None and left.came is not None:
            return self._come_back(before, left, sheets)
        stamp = stored.VisitStamp(journals.new_visit_id(), before.scene, journals.minute())
        seed = self._seed(before.scene)
        out = returning.SetOut(seed, returning.sheet_mark(sheets[0]), before.swapped, before.dials)
        keeper = self._keeper(stamp, out)
        head = tapes.TapeHead(before.scene, scene.language, seed, *sheets)
        if before.swapped:
            scene = swapping.swap(scene, seed)
        notice = "scene-changed" if left is not None and left.changed else ""
        options = self._options(before, seed, house.memory.kept(before.scene), notice=notice)
        live = self._live(stamp.visit, scene, options, keeper, head)
        if before.tension is not None:
            keeper.append(stored.tension(stamp, "before", before.tension))
        if before.expected.strip():
            keeper.append(stored.expected(stamp, before.expected.strip()))
        self._open = {stamp.visit: _Open(live, scene, keeper, before, seed)}
        return live

    def _come_back(self, before: Before, left: bookmarks.Bookmark, sheets: tuple[str, str | None]) -> Visit | None:
        """The visit that was left goes on: the same id, seed, seats and dials, at the same moment."""
        scene, out, came = left.scene, left.out, left.came
        if scene is None or out is None or came is None:
            return None
        before = replace(before, dials=dict(came.state.dials), swapped=out.swapped, tension=None, expected="")
        stamp = stored.VisitStamp(left.visit, before.scene, journals.minute())
        keeper = self._keeper(stamp, out, left.facts)
        options = self._options(before, out.seed, {}, notice="came-back")
        options = replace(options, begin_at=(came.state, events.BreathEnded()), been=came.met)
        head = tapes.TapeHead(before.scene, scene.language, out.seed, *sheets)
        live = self._live(stamp.visit, scene, options, keeper, head, came.steps)
        self._prepare(came.state.dials, ahead.goes_on(scene, came.state, events.BreathEnded()))
        self._open = {stamp.visit: _Open(live, scene, keeper, before, out.seed)}
        return live

    def _keeper(
        self, stamp: stored.VisitStamp, out: returning.SetOut, before: Sequence[stored.Fact] = ()
    ) -> keeping.VisitKeeper:
        house = self._house
        return keeping.VisitKeeper(
            stamp, house.journal, house.learnt, house.memory, lambda: house.settings, out.text(), before
        )

    def _options(
        self, before: Before, seed: int, memory: Mapping[str, Value], notice: str = ""
    ) -> running.VisitOptions:
        settings = self._house.settings
        return running.VisitOptions(
            seed=seed,
            dials=before.dials,
            way=before.way,
            memory=memory,
            partner=settings.partner,
            headphones=settings.headphones,
            pace=settings.pace,
            notice=notice,
        )

    def _live(
        self,
        visit: str,
        scene: Scene,
        options: running.VisitOptions,
        keeper: keeping.VisitKeeper,
        head: tapes.TapeHead,
        so_far: Sequence[tuple[events.Event, Sequence[effects.Effect]]] = (),
    ) -> visiting.LiveVisit:
        house, post = self._house, self._hub.post
        address = keeper.stamp.scene
        voice, ears = house.voice(post), house.ears(post)
        interpreter = house.interpreter(scene.language)
        live = visiting.LiveVisit(visit, address, interpreter, voice, ears)
        parts = running.Parts(voice, ears, interpreter, self._timer, house.clock, live, keeper, interpreter.foresee)
        tape = self._new_tape(head)
        if tape is not None:
            for event, told in so_far:
                tape.step(event, told)
        waker = Waker(lambda: runner.drain())
        runner = running.Runner(scene, parts, options, waker.wake, address, tape)
        live.attach(runner)
        live.keep_alive(waker)
        self._give_voices(scene)
        self._readings = scene.readings
        if options.way in ("speak", "read"):
            house.listener(post).prepare(scene.language)
        self._hub.attend(runner)
        self._current = live
        return live

    def _new_tape(self, head: tapes.TapeHead) -> tapes.Tape | None:
        if self._tape_path is None:
            return None
        self._close_tape()
        self._tape = taping.TapeFile(self._tape_path)
        return tapes.Tape(head, self._tape.write)

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

    def after(self, visit: Visit) -> views.AfterView:
        """What happened in a visit that has ended."""
        known = next((one for one in self._open.values() if one.live is visit), None)
        if known is None:
            return views.AfterView()
        house = self._house
        past = [one for one in house.journal.visits() if one.id != known.keeper.stamp.visit]
        view = known.live.view
        dials = {dial.name: (dial.value, dial.low, dial.high) for dial in view.dials}
        purpose = any(reply.on_purpose for moment in known.scene.moments for reply in moment.replies)
        told = afterwards.after(progress.standing(known.keeper.facts), past, afterwards.SceneOffers(dials, purpose))
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


def _after_view(known: _Open, told: afterwards.After, keeps_words: bool) -> views.AfterView:
    scene, view, before = known.scene, known.live.view, known.before
    goals = {goal.name: goal.text for goal in scene.goals}
    kept = ["facts"]
    if before.tension is not None:
        kept.append("tension")
    if before.expected.strip():
        kept.append("expected")
    if any(fact.words and fact.kind == "answered" for fact in known.keeper.facts):
        kept.append("words")

    def fact(one: afterwards.Happened) -> views.FactView:
        return views.FactView(one.code, one.count, goals.get(one.detail, one.detail))

    return views.AfterView(
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
