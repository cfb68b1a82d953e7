"""The lower part of the practice page: ways of answering, help, notices, "did you mean", and the end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from trainer.speech import WAYS, Way
from trainer.ui import words
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.cards import Choice
from trainer.ui.kit.layouts import ColumnsBox, FlowBox
from trainer.ui.kit.page import bare, clear, column, row
from trainer.ui.kit.segmented import Option, Segmented
from trainer.ui.kit.text import Card, IconLabel, Text
from trainer.ui.theme import Look
from trainer.ui.view_models.practice import PracticeModel
from trainer.ui.views.practice_ways import ChooseWay, ListenWay, ReadWay, SpeakWay, TypeWay


class NoticeArea(QWidget):
    """What happened to a machine, said kindly; each can be put aside."""

    def __init__(self, look: Look, model: PracticeModel) -> None:
        super().__init__()
        self.setObjectName("bare")
        self.look, self.model = look, model
        self._shown: tuple[object, ...] = ()
        self._box = column(look.px(0.5), parent=self)
        self.refresh()

    def refresh(self) -> None:
        """Show those that have words and were not put aside; the newest two."""
        items = tuple(item for item in self.model.notices() if words.notice(item.code))[-2:]
        self.setVisible(bool(items))
        if items == self._shown:
            return
        self._shown = items
        clear(self._box)
        for item in items:
            made = Card("card")
            line = row(self.look.px(0.6), made)
            line.setContentsMargins(self.look.px(1), self.look.px(0.3), self.look.px(0.4), self.look.px(0.3))
            line.addWidget(IconLabel(self.look, "notice", 1.3))
            line.addWidget(Text(words.notice(item.code)), 1)
            close = CalmButton(self.look, "", "close", "quiet", name=self.tr("Put this note aside"))
            close.clicked.connect(lambda _=False, i=item: self.model.dismiss(i))
            line.addWidget(close, 0, Qt.AlignmentFlag.AlignVCenter)
            self._box.addWidget(made)


class AskedCard(QWidget):
    """Two replies were possible: which one was meant, in two buttons, or neither."""

    def __init__(self, look: Look, model: PracticeModel) -> None:
        super().__init__()
        self.setObjectName("bare")
        self.look, self.model = look, model
        self._asked: object = None
        self._low = False
        self._box = column(look.px(0.6), parent=self)

    def set_low(self, low: bool) -> None:
        """Low: less air, and what was heard stands below the buttons."""
        self._low, self._asked = low, None
        self._box.setSpacing(self.look.px(0.25 if low else 0.6))
        self.refresh()

    def refresh(self) -> None:
        """Make the two buttons anew when it is another question."""
        asked = self.model.view.asked
        if asked == self._asked:
            return
        self._asked = asked
        clear(self._box)
        if asked is None:
            return
        question = self.tr("The program was not sure. Which one did you mean?")
        self._box.addWidget(Text(question, "h3" if self._low else "title"))
        heard = self.model.view.heard
        grid = ColumnsBox(self.look.px(0.7), self.look.px(14), 3, level=True)
        for number, (reply, label) in enumerate(
            ((asked.best, asked.best_label), (asked.second, asked.second_label)), start=1
        ):
            button = Choice(self.look, label)
            button.setObjectName(f"asked:{number}")
            button.clicked.connect(lambda _=False, r=reply: self.model.pick_id(r))
            grid.addWidget(button)
        neither = Choice(self.look, self.tr("Neither of the two"))
        neither.setObjectName("asked:neither")
        neither.clicked.connect(lambda: self.model.neither())
        grid.addWidget(neither)
        self._box.addWidget(grid)
        if heard:
            said = Text(self.tr("It heard: %1").replace("%1", heard), "muted")
            self._box.insertWidget(self._box.count() if self._low else 1, said)


class HintCard(Card):
    """A hint, when one asked for it."""

    def __init__(self, look: Look, model: PracticeModel) -> None:
        super().__init__("soft")
        self.model = model
        line = row(look.px(0.7), self)
        line.setContentsMargins(look.px(1), look.px(0.5), look.px(1), look.px(0.5))
        line.addWidget(IconLabel(look, "hint", 1.3, "on_soft"))
        self._text = Text("", "on-soft")
        line.addWidget(self._text, 1)
        self._level = Text("", "on-soft", wrap=False)
        line.addWidget(self._level)

    def refresh(self) -> None:
        """Show the newest hint."""
        view = self.model.view
        self.setVisible(bool(view.hint_level and view.hint) and view.phase == "listening")
        self._text.say(view.hint)
        self._level.say(self.tr("%1 of 3").replace("%1", str(view.hint_level)))


class PracticePanel(Card):
    """What one can do now."""

    to_after = Signal()

    def __init__(self, look: Look, model: PracticeModel) -> None:
        super().__init__("panel")
        self.look, self.model, self._low = look, model, False
        self._fitted: tuple[object, ...] = ()
        self._box = box = column(parent=self)
        self._make_top()
        box.addWidget(self.top)
        self.notices = NoticeArea(look, model)
        self.hint = HintCard(look, model)
        self.asked = AskedCard(look, model)
        box.addWidget(self.notices)
        box.addWidget(self.hint)
        box.addWidget(self.asked)
        self.choose, self.typing = ChooseWay(look, model), TypeWay(look, model)
        self.bodies: dict[Way, ListenWay | ChooseWay | TypeWay | ReadWay | SpeakWay] = {
            "listen": ListenWay(look, model),
            "choose": self.choose,
            "type": self.typing,
            "read": ReadWay(look, model),
            "speak": SpeakWay(look, model),
        }
        for body in self.bodies.values():
            box.addWidget(body)
        self.status_below = Text("", "muted")
        box.addWidget(self.status_below)
        self.waiting = Text("", "lead")
        self.waiting.setMinimumHeight(look.px(4))
        box.addWidget(self.waiting)
        self._make_end()
        box.addWidget(self.end)
        self._space()
        model.changed.connect(self.refresh)
        self.refresh()

    def set_low(self, low: bool) -> None:
        """Low: less air, the ways as icons where their words do not fit in one row, no status line."""
        if low == self._low:
            return
        self._low = low
        self._space()
        for body in self.bodies.values():
            body.set_low(low)
        for way in self.ways.buttons.values():
            way.set_kind("tab" if low else "way")
        for button in (self.quiet, self.stuck):
            button.set_kind("small" if low else "")
        self.asked.set_low(low)
        self.refresh()

    def _space(self) -> None:
        px = self.look.px
        air = (0.6, 0.35, 0.6, 0.35) if self._low else (1.1, 0.9, 1.1, 1.0)
        self._box.setContentsMargins(*(px(one) for one in air))
        self._box.setSpacing(px(0.35 if self._low else 0.75))

    def _fit_top(self) -> None:
        """Words give way to icons, one part after the other, until ways and help stand in one row."""
        key = (self._low, self.width(), self.ways.key(), self.stuck.accessibleName())
        if key == self._fitted:
            return
        self._fitted = key
        # A page is measured with its scroll bar, too: one row has to fit then as well.
        room = self.width() - self.look.px(1.2 + 0.9)
        self.ways.set_icons(False)
        for button in (self.quiet, self.stuck):
            button.set_icon_only(False)
        shrinking: tuple[Callable[[bool], None], ...] = (
            self.ways.set_icons,
            self.quiet.set_icon_only,
            self.stuck.set_icon_only,
        )
        for shrink in shrinking:
            others = sum(button.sizeHint().width() for button in (self.quiet, self.stuck))
            if not self._low or self.ways.row_width() + others + self.look.px(1.4) <= room:
                return
            shrink(True)

    def _make_top(self) -> None:
        look, model = self.look, self.model
        flow = FlowBox(look.px(0.7), spread=True)
        self.top = flow
        options = [Option(way, words.way_name(way), way, "") for way in WAYS]
        self.ways = Segmented(look, self.tr("How you answer"), options, model.view.way)
        for number, way in enumerate(WAYS, start=1):
            self.ways.buttons[way].setAccessibleDescription(f"{words.way_note(way)}. Ctrl+{number}")
        self.ways.chosen.connect(lambda key: model.set_way(key))
        self.status = Text("", "muted", wrap=False)
        self.stuck = CalmButton(look, self.tr("I don't know what to say"), "stuck")
        self.stuck.setObjectName("stuck")
        self.stuck.setAccessibleDescription(self.tr("Shows a hint. It costs nothing."))
        self.stuck.clicked.connect(lambda: model.help())
        self.quiet = CalmButton(look, self.tr("Stay quiet"), "stay-quiet")
        self.quiet.setObjectName("stay-quiet")
        self.quiet.setAccessibleDescription(self.tr("Say nothing. The scene goes on, and it counts the same."))
        self.quiet.clicked.connect(lambda: model.stay_quiet())
        for widget in (self.ways, self.status, self.quiet, self.stuck):
            flow.addWidget(widget)

    def _make_end(self) -> None:
        look = self.look
        line = column(look.px(0.6))
        self._end_text = Text("", "title")
        line.addWidget(self._end_text)
        self.see = CalmButton(look, self.tr("See what happened"), "forward", "primary")
        self.see.setObjectName("see")
        self.see.clicked.connect(self.to_after)
        flow = FlowBox(look.px(0.6))
        flow.addWidget(self.see)
        line.addWidget(flow)
        self.end = bare(line)

    def refresh(self) -> None:
        """Show what the snapshot allows."""
        view = self.model.view
        ended, listening = view.phase == "ended", view.phase == "listening"
        # While the partner still speaks one may already read, choose and type: nobody has to be quick afterwards.
        early = view.phase == "speaking" and view.way in ("choose", "type") and bool(view.replies)
        self.ways.set_key(view.way)
        self.top.setVisible(not ended)
        self._show_status()
        self.stuck.setVisible(not ended)
        self.stuck.setEnabled(listening and view.asked is None)
        self.quiet.setEnabled(listening and view.quiet and view.asked is None)
        if view.hint_level and view.hint_level < 3:
            self._rename_stuck(self.tr("One more hint"))
        else:
            self._rename_stuck(self.tr("I don't know what to say"))
        self._fit_top()
        for part in (self.notices, self.hint, self.asked):
            part.refresh()
        self.asked.setVisible(listening and view.asked is not None)
        for way, body in self.bodies.items():
            shows = (listening or early) and view.asked is None and way == view.way
            if shows:
                body.refresh()
            body.setVisible(shows)
        self.waiting.setVisible(not listening and not early and not ended)
        self.waiting.say(self._waiting())
        self.end.setVisible(ended)
        name = view.partner_name
        self._end_text.say(
            self.tr("You left. %1 understands.").replace("%1", name)
            if view.ended == "left" and name
            else self.tr("You left. That is fine.")
            if view.ended == "left"
            else self.tr("The scene has come to its end.")
        )

    def _show_status(self) -> None:
        """Beside the ways where there is room, else below what can be done."""
        text = self._status()
        self.status.say(text)
        self.status_below.say(text)
        parts = (self.ways, self.status, self.quiet, self.stuck)
        beside = sum(part.sizeHint().width() for part in parts) + self.look.px(2.1 + 2.4) <= self.width()
        self.status.setVisible(bool(text) and beside and not self._low)
        self.status_below.setVisible(bool(text) and not beside and not self._low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The status finds its place."""
        super().resizeEvent(event)
        self._fit_top()
        self._show_status()

    def _rename_stuck(self, text: str) -> None:
        if self.stuck.accessibleName() != text:
            self.stuck.dress(self.look, text, "stuck", self.stuck.kind)
            self.stuck.setToolTip("")
            self.stuck.updateGeometry()

    def _status(self) -> str:
        view = self.model.view
        if view.phase == "listening" and view.way != "listen":
            if view.partner_name:
                return self.tr("There is no hurry. %1 is waiting.").replace("%1", view.partner_name)
            return self.tr("There is no hurry.")
        return ""

    def _waiting(self) -> str:
        view = self.model.view
        if view.phase == "speaking":
            name = view.partner_name
            said = view.understood_words or view.understood
            lead = self.tr("Understood: %1").replace("%1", said) if said else ""
            talk = self.tr("%1 is speaking.").replace("%1", name) if name and view.captions else ""
            return f"{lead}\n{talk}" if lead and talk else lead or talk
        if view.phase == "breathing":
            return self.tr("Everything waits.")
        return self.tr("You can begin whenever you like.")
