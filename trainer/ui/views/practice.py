"""The practice page: picture and words above, ways of answering below, dials at the side, a breath over all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from trainer.ui import words
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.dial import Dial
from trainer.ui.kit.drawer import Drawer
from trainer.ui.kit.layouts import FlowBox
from trainer.ui.kit.meters import BreathCircle, StepDots
from trainer.ui.kit.page import HeaderRow, Page, bare, column, row
from trainer.ui.kit.text import Text
from trainer.ui.theme import LOW_EM, NARROW_EM, WIDE_EM
from trainer.ui.view_models.practice import PracticeModel
from trainer.ui.view_models.settings import SettingsModel
from trainer.ui.views.common import Context, hide_button
from trainer.ui.views.practice_panel import PracticePanel
from trainer.ui.views.practice_stage import PracticeStage
from trainer.ui.views.practice_ways import DigitKeys, LetterKeys


class BreathPage(QFrame):
    """A pause: a slow circle over the whole page, for as long as one likes."""

    def __init__(self, page: PracticePage) -> None:
        super().__init__(page)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        look = page.look
        self.setAccessibleName(self.tr("A breath"))
        box = column(look.px(0.8), parent=self)
        box.setContentsMargins(look.px(1.5), look.px(1.2), look.px(1.5), look.px(1.2))
        title = Text(self.tr("A breath"), "h1")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        note = Text(self.tr("In as it grows, out as it shrinks, or in your own way. Everything waits for you."), "lead")
        if look.reduced:
            note.say(self.tr("In slowly, out slowly, in your own way. Everything waits for you."))
        note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.addWidget(title)
        self.circle = BreathCircle(look, self.tr("A circle that slowly grows and shrinks"))
        box.addWidget(self.circle, 1)
        box.addWidget(note)
        line = row(look.px(0.6))
        line.addStretch(1)
        self.back = CalmButton(look, self.tr("Back to the scene"), "back", "primary")
        self.back.setObjectName("breath-back")
        self.back.clicked.connect(lambda: page.model.breathe_end())
        line.addWidget(self.back)
        line.addStretch(1)
        box.addLayout(line)
        self.hide()


class PracticePage(Page):
    """A visit, from its first line to its last."""

    def __init__(self, context: Context, model: PracticeModel, settings: SettingsModel) -> None:
        look = context.look
        super().__init__(look, self.tr("Practice"))
        self.model, self.context = model, context
        self._breathing = self._low = self._sized = self._ready = False
        self._parts_made: list[PracticeStage | PracticePanel] = []
        self._make_header()
        self._show_header()
        model.drawer_changed.connect(self._on_drawer)
        self.put_off(lambda: self._make_stage(settings), self._make_panel, self._make_drawer, self._begin)

    def _make_stage(self, settings: SettingsModel) -> None:
        self.stage = PracticeStage(self.look, self.model, settings)
        self.stage.set_low(self._low)
        self._parts_made.append(self.stage)
        self.content.addWidget(self.stage, 1)

    def _make_panel(self) -> None:
        self.panel = PracticePanel(self.look, self.model)
        self.panel.set_low(self._low)
        self.panel.to_after.connect(lambda: self.context.route.go("after"))
        self._parts_made.append(self.panel)
        self.content.addWidget(self.panel)

    def _begin(self) -> None:
        """All that shows is there: from here on the page follows its visit."""
        self.breath = BreathPage(self)
        DigitKeys(self.panel.choose, self)
        self._letters = LetterKeys(self, self.panel.typing, self.panel.ways, self.stage.bubble)
        self.model.changed.connect(self._refresh)
        self._ready = True
        self._refresh()
        if self._sized:
            self._stand()
        self.model.begin()

    def draw_ahead(self) -> Iterator[None]:
        """The scene's layers: together they are a tenth of a second where the computer has other work."""
        yield from self.stage.scene.rasterise()

    def _make_header(self) -> None:
        look, model = self.look, self.model
        self.leave = CalmButton(look, self.tr("Leave"), "back", "quiet")
        self.leave.setObjectName("leave")
        self.leave.setAccessibleDescription(self.tr("Esc. You can leave at any time. Nothing is lost."))
        self.leave.clicked.connect(lambda: model.leave())
        titles = column(0)
        self._title, self._moment = Text("", "title", wrap=True), Text("", "muted", wrap=True)
        titles.addWidget(self._title)
        titles.addWidget(self._moment)
        self._dots = StepDots(look)
        line = row(look.px(1.2))
        line.addLayout(titles, 0)
        line.addWidget(self._dots)
        line.addStretch(1)
        self.breathe = CalmButton(look, self.tr("Take a breath"), "breath")
        self.breathe.setObjectName("breathe")
        self.breathe.setAccessibleDescription("Ctrl+B")
        self.breathe.clicked.connect(lambda: model.breathe())
        self.gentler = CalmButton(look, self.tr("Gentler"), "dials")
        self.gentler.setObjectName("gentler")
        self.gentler.setAccessibleDescription(self.tr("Ctrl+D. The dials of this scene."))
        self.gentler.clicked.connect(lambda: model.set_drawer(not model.drawer))
        right = [self.breathe, self.gentler, hide_button(self.context)]
        self.set_header(HeaderRow(look, [self.leave], right, bare(line)))
        self.followers.append(lambda em: self._dots.setVisible(em > NARROW_EM + 12))

    def _make_drawer(self) -> None:
        look = self.look
        self.drawer = Drawer(look, self.tr("The dials are yours"), self.tr("Close"), self)
        self.drawer.body.addWidget(
            Text(self.tr("You can change these at any moment. The scene follows at once."), "muted")
        )
        gentle = CalmButton(look, self.tr("All gentle"), "small", "small")
        gentle.clicked.connect(lambda: self.model.all_gentle())
        flow = FlowBox(look.px(0.5))
        flow.addWidget(gentle)
        self.drawer.body.addWidget(flow)
        self.dials: dict[str, Dial] = {}
        for view in self.model.view.dials:
            name = view.name
            dial = Dial(
                look,
                words.dial_name(name),
                (view.low, view.high),
                view.value,
                partial(words.dial_value, name),
            )
            dial.moved.connect(partial(self.model.set_dial, name))
            self.dials[name] = dial
            self.drawer.body.addWidget(dial)
        if not self.dials:
            self.drawer.body.addWidget(Text(self.tr("This scene has no dials.")))
        self.drawer.body.addStretch(1)
        self.drawer.close_button.clicked.connect(lambda: self.model.set_drawer(False))

    def _show_header(self) -> None:
        view = self.model.view
        self.setAccessibleName(view.title or self.tr("Practice"))
        self._title.say(view.title)
        self._moment.say(view.moment_label)
        self._dots.set_steps(
            view.step,
            view.steps,
            self.tr("Part %1 of about %2").replace("%1", str(view.step)).replace("%2", str(max(view.step, view.steps))),
        )
        self.breathe.setEnabled(view.phase in ("speaking", "listening"))

    def _refresh(self) -> None:
        self._show_header()
        view = self.model.view
        for dial in view.dials:
            if dial.name in self.dials:
                self.dials[dial.name].set_value(dial.value)
        self._letters.follow(view.way)
        breathing = view.phase == "breathing"
        if breathing != self.breath.isVisible():
            self._show_breath(breathing)

    def _show_breath(self, show: bool) -> None:
        if show:
            self.breath.setGeometry(self.rect())
            self.breath.show()
            self.breath.raise_()
            self.breath.back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.breath.hide()
            self.breathe.setFocus(Qt.FocusReason.OtherFocusReason)
        self._breathing = show
        self.stage.scene.set_covered(show)
        for part in (self._header, self.area):
            if part is not None:
                part.setEnabled(not show)

    def cover(self, covered: bool) -> None:
        """Quick hide stands over the page: nothing moves behind it."""
        if self._ready:
            self.stage.scene.set_covered(covered or self._breathing)

    def _on_drawer(self, open_: bool) -> None:
        while self.fill():
            pass
        if open_:
            self.drawer.open(self.gentler)
        elif self.drawer.isVisible():
            self.drawer.shut()
        self._make_room()

    def _make_room(self) -> None:
        """The words stay in sight beside the open drawer, where there is room for both."""
        wide = self.drawer.wide()
        both = self.model.drawer and self.width() - wide > self.look.px(28)
        self.cover_right(wide if both else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The breath covers all of it."""
        super().resizeEvent(event)
        self._sized = True
        if self._ready:
            self._stand()
        else:
            self._make_low()

    def _stand(self) -> None:
        self.breath.setGeometry(self.rect())
        self._make_room()
        self._make_low()

    def _make_low(self) -> None:
        """In a window low for its text, words and answers come before air, the moment's name and a large picture."""
        low = self._low = self.em() < WIDE_EM and self.height() < LOW_EM * self.look.u
        px = self.look.px
        self._moment.setVisible(not low)
        self._title.setToolTip(self._moment.plain_text() if low else "")
        self._title.setAccessibleDescription(self._moment.plain_text() if low else "")
        self._whole.setSpacing(px(0.35 if low else 0.7))
        self.content.setSpacing(px(0.35 if low else 0.85))
        if low:
            self._whole.setContentsMargins(self._side, px(0.3), 0, px(0.3))
        for part in self._parts_made:
            part.set_low(low)

    def first_focus(self) -> QWidget:
        """Where the keyboard begins: in the field where one types, else at what is being said."""
        while self.fill():
            pass
        typing = self.panel.typing
        return typing.field if typing.isVisibleTo(self) else self.stage.bubble
