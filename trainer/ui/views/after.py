"""After a visit: what happened, one thing that worked, how tense now, a kind word, perhaps one small step."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from trainer.ui import words
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.cards import RadioCard
from trainer.ui.kit.layouts import ColumnsBox, FlowBox
from trainer.ui.kit.page import HeaderRow, Page, bare, clear, column, row, two_or_one
from trainer.ui.kit.plots import BeforeAfterLine, Pair
from trainer.ui.kit.segmented import Option, Segmented
from trainer.ui.kit.text import Card, Text
from trainer.ui.scene.pictures import DuskPicture
from trainer.ui.scene.veranda import DUSK_TEXT
from trainer.ui.view_models.after import AfterModel
from trainer.ui.view_models.preview import PreviewModel
from trainer.ui.views.after_questions import QuestionsCard
from trainer.ui.views.common import Context, card, hide_button, with_icon
from trainer.ui.views.preview import tension_scale


class ClosingLine(QWidget):
    """A kind line on a picture of dusk. The picture is always dark, so its words have their own colour."""

    def __init__(self, page: Page, text: str) -> None:
        super().__init__()
        self.look = page.look
        self._picture = DuskPicture(self, language=page.look.language)
        self._picture.lower()
        box = row(0, self)
        self._box = box
        self._text = Text(text, "lead")
        self._text.setStyleSheet(f"color: {DUSK_TEXT};")
        box.addWidget(self._text, 1)
        self.setMinimumHeight(self.look.px(7))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture fills it."""
        super().resizeEvent(event)
        self._picture.setGeometry(self.rect())
        side, high = self.look.px(1.4), self.look.px(1.2)
        self._box.setContentsMargins(side, high, max(side, round(self.width() * 0.34)), high)


class AfterPage(Page):
    """Facts first; compared only with one's own expectation."""

    def __init__(self, context: Context, model: AfterModel, preview: PreviewModel) -> None:
        look = context.look
        super().__init__(look, self.tr("After the scene"))
        self.model, self.context, self.preview = model, context, preview
        titles = column(0)
        titles.addWidget(Text(self._title(), "h1"))
        titles.addWidget(Text(model.view.title, "muted"))
        self.set_header(HeaderRow(look, [], [hide_button(context)], bare(titles)))
        left, right = column(look.px(0.8)), column(look.px(0.8))
        line = row(look.px(1))
        line.addLayout(left, 1)
        line.addLayout(right, 1)
        self.content.addLayout(line)
        self.content.addStretch(1)
        self.followers.append(lambda em: two_or_one(em, line))
        self.put_off(lambda: self._fill_left(left), lambda: self._fill_right(right), self._make_footer)

    def _title(self) -> str:
        if self.model.view.ended == "left":
            return self.tr("You were there, and you left when you liked.")
        return self.tr("You were there, until the end.")

    def _fill_left(self, box: QBoxLayout) -> None:
        look, view = self.look, self.model.view
        made, inner = card(look)
        inner.addWidget(Text(self.tr("What happened"), "h2"))
        for fact in view.facts:
            sentence = words.fact(fact.code, fact.count, fact.detail)
            if sentence:
                inner.addWidget(with_icon(look, words.FACT_ICONS.get(fact.code, "answered"), (sentence, "body")))
        box.addWidget(made)
        if view.strength is not None:
            made, inner = card(look, "soft")
            sentence = words.strength(view.strength.code, view.strength.detail)
            inner.addWidget(
                with_icon(
                    look,
                    "strength",
                    (self.tr("One thing that worked"), "on-soft-h3"),
                    (sentence, "on-soft"),
                    units=1.8,
                    colour="on_soft",
                )
            )
            box.addWidget(made)
        if view.expected:
            box.addWidget(self._expected())
        sentence = words.idea(view.idea.code, view.idea.detail) if view.idea is not None else ""
        if sentence:
            made, inner = card(look)
            inner.addWidget(
                with_icon(look, "idea", (self.tr("One idea, for another day"), "h3"), (sentence, "body"), units=1.8)
            )
            box.addWidget(made)
        swap = CalmButton(look, self.tr("Swap seats"), "swap")
        swap.setObjectName("swap")
        swap.setAccessibleDescription(self.tr("The same scene from the partner's place."))
        swap.clicked.connect(lambda: self._again(swapped=True))
        flow = FlowBox(look.px(0.5))
        flow.addWidget(swap)
        box.addWidget(flow)
        box.addStretch(1)

    def _expected(self) -> Card:
        look, view = self.look, self.model.view
        made, inner = card(look)
        inner.addWidget(Text(self.tr("What you expected, beside what happened"), "h3"))
        grid = ColumnsBox(look.px(0.7), look.px(12), 2, level=True)
        happened = [words.fact(fact.code, fact.count, fact.detail) for fact in view.facts]
        gap = "" if look.language == "ja" else " "
        beside = gap.join([text for text in happened if text][-2:])
        quoted = self.tr("“%1”").replace("%1", view.expected)
        for eyebrow, text in ((self.tr("Before, you wrote"), quoted), (self.tr("In the scene"), beside)):
            sunk = Card("sunk")
            box = column(look.px(0.2), parent=sunk)
            box.setContentsMargins(look.px(0.9), look.px(0.6), look.px(0.9), look.px(0.7))
            box.addWidget(Text(eyebrow, "eyebrow"))
            box.addWidget(Text(text))
            box.addStretch(1)
            grid.addWidget(sunk)
        inner.addWidget(grid)
        options = (
            Option("no", self.tr("No")),
            Option("partly", self.tr("Partly")),
            Option("yes", self.tr("Yes")),
            Option("", self.tr("Skip")),
        )
        flow = FlowBox(look.px(0.6))
        flow.addWidget(Text(self.tr("Did it happen?"), wrap=False))
        met = Segmented(look, self.tr("Did it happen?"), options, self.model.answers.expectation_met)
        met.chosen.connect(self.model.set_met)
        flow.addWidget(met)
        inner.addWidget(flow)
        return made

    # --- right ---------------------------------------------------------------------------------------------------

    def _fill_right(self, box: QBoxLayout) -> None:
        view = self.model.view
        box.addWidget(self._tension())
        if view.closing:
            gap = "" if self.look.language == "ja" else " "
            box.addWidget(ClosingLine(self, gap.join(view.closing)))
        steps = view.steps
        if view.questions:
            box.addWidget(QuestionsCard(self.look, self.model))
        if steps.small or steps.middle or steps.large:
            box.addWidget(self._steps())
        box.addWidget(Text(words.kept(view.kept), "muted"))
        self._told = Text("", "warm")
        box.addWidget(self._told)
        self._tell()
        self.model.changed.connect(self._tell)
        box.addStretch(1)

    def _tell(self) -> None:
        """One clear sentence when something could not be kept."""
        told = words.outcome(self.model.told.code)
        self._told.say(told)
        self._told.setVisible(bool(told))

    def _tension(self) -> Card:
        look = self.look
        made, self._tension_box = card(look, spacing=0.4)
        self._asking = self.model.answers.tension is None
        self._show_tension()
        return made

    def _show_tension(self) -> None:
        box, model, look = self._tension_box, self.model, self.look
        clear(box)
        before, after = model.view.tension_before, model.answers.tension
        if self._asking:
            title = self.tr("How tense are you now?")
            top = FlowBox(look.px(0.5), spread=True)
            top.addWidget(Text(title, "h3", wrap=False))
            top.addWidget(Text(self.tr("you may leave it empty"), "muted", wrap=False))
            box.addWidget(top)
            box.addWidget(tension_scale(self, title, after, self._on_tension))
            return
        top = FlowBox(look.px(0.5), spread=True)
        title = self.tr("How tense, before and after") if before is not None else self.tr("How tense, afterwards")
        top.addWidget(Text(title, "h3", wrap=False))
        change = CalmButton(look, self.tr("Change"), "edit", "small")
        change.setObjectName("change-tension")
        change.clicked.connect(lambda: QTimer.singleShot(0, self, self._ask_again))
        top.addWidget(change)
        box.addWidget(top)
        numbers = (self.tr("Before: %1 of 10. ").replace("%1", str(before)) if before is not None else "") + (
            self.tr("After: %1 of 10.").replace("%1", str(after)) if after is not None else ""
        )
        line = BeforeAfterLine(
            look,
            Pair(before, after),
            (self.tr("before"), self.tr("after")),
            words.tension_ends(),
            f"{title}. {numbers}",
        )
        box.addWidget(line)
        box.addWidget(Text(self.tr("It may go up, or down, or stay. Each is fine."), "muted"))

    def _on_tension(self, value: object) -> None:
        self.model.set_tension(value if isinstance(value, int) else None)
        if isinstance(value, int):
            self._asking = False
            QTimer.singleShot(350, self, self._show_tension)

    def _ask_again(self) -> None:
        self._asking = True
        self._show_tension()

    def _steps(self) -> Card:
        look, steps = self.look, self.model.view.steps
        made, box = card(look)
        top = FlowBox(look.px(0.5), spread=True)
        top.addWidget(Text(self.tr("One small step outside, if you like"), "h3", wrap=False))
        top.addWidget(Text(self.tr("offered, not owed"), "muted", wrap=False))
        box.addWidget(top)
        for key, name, text, icon in (
            ("small", self.tr("Small"), steps.small, "look"),
            ("middle", self.tr("Middle"), steps.middle, "begin"),
            ("large", self.tr("Large"), steps.large, "buy"),
            ("none", self.tr("None today"), "", "nothing"),
        ):
            if key != "none" and not text:
                continue
            choice = RadioCard(look, name, text, icon)
            choice.setObjectName(f"step:{key}")
            choice.setChecked(self.model.answers.step == key)
            choice.clicked.connect(lambda _=False, k=key: self.model.set_step(k))
            box.addWidget(choice)
        return made

    def _make_footer(self) -> None:
        look = self.look
        again = CalmButton(look, self.tr("Again, a little different"), "again")
        again.setObjectName("again")
        again.clicked.connect(lambda: self._again())
        garden = CalmButton(look, self.tr("To the garden"), "garden", "primary")
        garden.setObjectName("garden")
        garden.clicked.connect(lambda: self.context.route.go("home"))
        self.set_footer([again], [garden])

    def _again(self, swapped: bool = False) -> None:
        self.preview.again(self.model.view.scene, self.model.dials, swapped)
        self.context.route.go("preview", self.model.view.scene)

    def escape(self) -> None:
        """To the garden."""
        self.context.route.go("home")

    def first_focus(self) -> QWidget | None:
        """Where the keyboard begins."""
        return self.findChild(QWidget, "garden", Qt.FindChildOption.FindChildrenRecursively)
