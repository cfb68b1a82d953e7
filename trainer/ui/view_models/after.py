"""View model of the page after a visit. Everything on it may stay empty."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from trainer.session.view import AfterView
from trainer.ui.bridge import AfterAnswers, ExpectationMet, Outcome, StepSize, VisitPort


class AfterModel(QObject):
    """Answers are kept as they are given; leaving the page loses nothing."""

    changed = Signal()

    def __init__(self, port: VisitPort) -> None:
        super().__init__()
        self._port = port
        self.view = AfterView()
        self.answers = AfterAnswers()
        self.told = Outcome()
        self.dials: dict[str, int] = {}
        self._written: dict[str, str] = {}

    def show(self, view: AfterView, dials: dict[str, int]) -> None:
        """Show what happened in that visit."""
        self.view, self.answers, self.told, self.dials = view, AfterAnswers(), Outcome(), dict(dials)
        self._written = {}
        self.changed.emit()

    def set_tension(self, value: int | None) -> None:
        """How tense now, or nothing."""
        self._answer(replace(self.answers, tension=value))

    def set_met(self, met: str) -> None:
        """Did it happen?"""
        if met in ("no", "partly", "yes", ""):
            value: ExpectationMet = met  # type: ignore[assignment]
            self._answer(replace(self.answers, expectation_met=value))

    def set_step(self, size: str) -> None:
        """One of three sizes, or none today."""
        if size in ("small", "middle", "large", "none"):
            value: StepSize = size  # type: ignore[assignment]
            self._answer(replace(self.answers, step=value))

    # --- the scene's own questions -------------------------------------------------------------------------------

    def written(self, question: str) -> str:
        """What stands in the field of that question."""
        return self._written.get(question, "")

    def write(self, question: str, words: str) -> None:
        """Something was typed; it is kept when the field or the page is left, not with every letter."""
        self._written[question] = words

    def picked(self, question: str) -> tuple[str, ...]:
        """The goals picked for that question."""
        return tuple(one for one in self.written(question).split("\n") if one)

    def pick(self, question: str, goal: str, on: bool) -> None:
        """Pick a goal, or not."""
        chosen = {one for one in self.picked(question) if one != goal} | ({goal} if on else set())
        self._written[question] = "\n".join(one for one in self.view.goals if one in chosen)
        self.keep_words()

    def keep_words(self) -> None:
        """Keep what stands in the fields (the application leaves own words out unless they are turned on)."""
        words = {question: text.strip() for question, text in self._written.items()}
        if words and words != dict(self.answers.words):
            self._answer(replace(self.answers, words=words))

    def _answer(self, answers: AfterAnswers) -> None:
        if answers == self.answers:
            return
        self.answers = answers
        if self.view.visit:
            self.told = self._port.keep_after(self.view.visit, answers)
        self.changed.emit()
