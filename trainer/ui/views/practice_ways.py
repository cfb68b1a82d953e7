"""The five ways of answering, each as a small widget under the picture. They post wishes and change nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QLineEdit, QWidget

from trainer.session.view import ReplyView
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.caption import CaptionBubble
from trainer.ui.kit.caption_layout import Said
from trainer.ui.kit.cards import ReplyCard
from trainer.ui.kit.layouts import ColumnsBox, FlowBox
from trainer.ui.kit.meters import MicRing
from trainer.ui.kit.page import column, row
from trainer.ui.kit.text import Text
from trainer.ui.theme import Look
from trainer.ui.view_models.practice import PracticeModel


def _buttons(look: Look, *widgets: QWidget) -> QWidget:
    flow = FlowBox(look.px(0.6))
    for widget in widgets:
        flow.addWidget(widget)
    return flow


def _move(where: QWidget | QBoxLayout, part: QWidget, last: bool) -> None:
    """A part of a column to its end, or back before the last of the others."""
    box = where.layout() if isinstance(where, QWidget) else where
    if isinstance(box, QBoxLayout):
        box.removeWidget(part)
        box.insertWidget(box.count() if last else box.count() - 1, part)


class AnswerField(QLineEdit):
    """One line to type in. Enter is not taken while an input method is still composing."""

    def __init__(self) -> None:
        super().__init__()
        self._composing = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether something is being composed."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def composing(self) -> bool:
        """Is an input method at work?"""
        return self._composing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter while composing belongs to the input method."""
        if self._composing and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            return
        super().keyPressEvent(event)


class ChooseWay(QWidget):
    """Reply cards. 1 to 5 go to a card, Enter says it."""

    def __init__(self, look: Look, model: PracticeModel) -> None:
        super().__init__()
        self.setObjectName("bare")
        self.look, self.model = look, model
        self.cards: list[ReplyCard] = []
        self._low = False
        self._shown: tuple[ReplyView, ...] = ()
        self._grid = ColumnsBox(look.px(0.7), look.px(15), 3, level=True)
        column(0, parent=self).addWidget(self._grid)
        self.refresh()

    def refresh(self) -> None:
        """Make cards for the replies that are possible now, if they are other ones than before."""
        replies = self.model.replies()
        if replies == self._shown:
            return
        had_focus = any(card.isAncestorOf(self.focusWidget()) for card in self.cards if self.focusWidget())
        self._grid.clear()
        self._shown, self.cards = replies, []
        for number, reply in enumerate(replies, start=1):
            self._add(number, reply)
        if had_focus and self.cards:
            self.cards[0].card.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit()

    def set_low(self, low: bool) -> None:
        """Low: two columns also where they are narrow, if more replies are in sight then."""
        self._low = low
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns follow the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px, width = self.look.px, self.width()
        self._grid.set_least(px(15))
        if not self._low or width >= px(30.7) or len(self.cards) < 2:
            return
        one = self._grid.heightForWidth(width)
        self._grid.set_least(px(13))
        half = (width - px(0.7)) // 2
        first = max(card.heightForWidth(half) for card in self.cards[:2])
        if first > px(4.6) or self._grid.heightForWidth(width) >= one:
            self._grid.set_least(px(15))

    def _add(self, number: int, reply: ReplyView) -> None:
        text = self.model.words_of(reply)
        note = self.tr("No words at all. This counts the same") if reply.gesture else reply.label
        if reply.on_purpose:
            note = self.tr("On purpose, to see what happens")
        for_me = "" if reply.gesture else self.tr("Say it for me: %1").replace("%1", text)
        made = ReplyCard(self.look, text, note if note != text else "", for_me)
        made.card.setObjectName(f"reply:{number}")
        made.card.clicked.connect(lambda _=False, r=reply: self.model.pick(r))
        if made.for_me is not None:
            made.for_me.setAccessibleDescription(
                self.tr("The program says this line aloud, and it counts as your answer.")
            )
            made.for_me.clicked.connect(lambda _=False, r=reply: self.model.say_for_me(r))
        self.cards.append(made)
        self._grid.addWidget(made)

    def focus_card(self, number: int) -> None:
        """Go to card `number` (1-based), if there is one."""
        if 1 <= number <= len(self.cards):
            self.cards[number - 1].card.setFocus(Qt.FocusReason.ShortcutFocusReason)


class ListenWay(QWidget):
    """Only watch and hear; the next turn comes when one asks for it."""

    def __init__(self, look: Look, model: PracticeModel) -> None:
        super().__init__()
        self.setObjectName("bare")
        self.model = model
        box = column(look.px(0.6), parent=self)
        self._note = Text(self.tr("You can watch and listen. The scene goes on when you press the button."), "body")
        box.addWidget(self._note)
        self.on = CalmButton(look, self.tr("Go on"), "forward", "primary")
        self.on.setObjectName("go-on")
        self.on.clicked.connect(lambda: model.go_on())
        box.addWidget(_buttons(look, self.on))

    def set_low(self, low: bool) -> None:
        """Low: the button comes first."""
        _move(self, self._note, last=low)

    def refresh(self) -> None:
        """Nothing changes here."""


class TypeWay(QWidget):
    """In one's own words."""

    def __init__(self, look: Look, model: PracticeModel) -> None:
        super().__init__()
        self.setObjectName("bare")
        self.model = model
        self.meanwhile: QWidget | None = None
        self.look = look
        self._box = whole = column(look.px(0.6), parent=self)
        flow = FlowBox(look.px(0.6))
        self.field = AnswerField()
        self.field.setObjectName("answer")
        self.field.setAccessibleName(self.tr("Your answer"))
        self.field.setPlaceholderText(self.tr("Write what you would say…"))
        self.field.setText(model.typed)
        self.field.textChanged.connect(self._on_typed)
        self.field.returnPressed.connect(self._on_say)
        whole.addWidget(self.field)
        whole.addWidget(flow)
        self.say = CalmButton(look, self.tr("Say it"), "say", "primary")
        self.say.clicked.connect(self._on_say)
        flow.addWidget(self.say)
        self.for_me = CalmButton(look, self.tr("Say it for me"), "hear")
        self.for_me.clicked.connect(lambda: model.say_for_me())
        flow.addWidget(self.for_me)

    def set_low(self, low: bool) -> None:
        """Low: less air."""
        self._box.setSpacing(self.look.px(0.3 if low else 0.6))

    def setVisible(self, visible: bool) -> None:
        """Between two turns the keyboard waits at `meanwhile`: Qt would go on to "Leave"."""
        if not visible and self.field.hasFocus() and self.meanwhile is not None:
            self.meanwhile.setFocus(Qt.FocusReason.OtherFocusReason)
        super().setVisible(visible)

    def _on_typed(self, text: str) -> None:
        self.model.typed = text

    def _on_say(self) -> None:
        if not self.field.composing() and self.model.say_typed():
            self.field.clear()

    def refresh(self) -> None:
        """Show what the model holds (it empties the field when a new turn begins)."""
        if self.field.text() != self.model.typed and not self.field.composing():
            self.field.setText(self.model.typed)


class _Microphone(QWidget):
    """The ring with words beside it: what speaking and reading aloud share."""

    def __init__(self, look: Look, model: PracticeModel) -> None:
        super().__init__()
        self.setObjectName("bare")
        self.look, self.model = look, model
        self.ring = MicRing(look)
        self.ring.setObjectName("microphone")
        self.ring.setAccessibleDescription(self.tr("Only the words are used, and they are not kept."))
        self.ring.clicked.connect(lambda: model.press_microphone())
        model.level.connect(self.ring.set_level)

    def set_low(self, low: bool) -> None:
        """Low: a smaller ring, at the top of what stands beside it."""
        self.ring.set_across(3.6 if low else 6.4)
        box = self.layout()
        if box is not None:
            box.setAlignment(self.ring, Qt.AlignmentFlag.AlignTop if low else Qt.AlignmentFlag(0))

    def show_ring(self) -> None:
        """Is it listening, and what does a press do?"""
        live = self.model.hears_now()
        self.ring.set_live(live, self.tr("Done speaking") if live else self.tr("Speak"))


class ReadWay(_Microphone):
    """The words are shown and light up as they are heard. Without a microphone one reads in one's own time."""

    def __init__(self, look: Look, model: PracticeModel) -> None:
        super().__init__(look, model)
        line = row(look.px(1.0), self)
        line.addWidget(self.ring)
        side = column(look.px(0.5))
        self.words = CaptionBubble(look, tail=False)
        side.addWidget(self.words)
        self.done = CalmButton(look, self.tr("I have read it"), "check", "primary")
        self.done.clicked.connect(self._on_done)
        self.other = CalmButton(look, self.tr("Another line"), "again")
        self.other.clicked.connect(lambda: model.another_line())
        self.for_me = CalmButton(look, self.tr("Say it for me"), "hear")
        self.for_me.clicked.connect(lambda: model.say_for_me())
        side.addWidget(_buttons(look, self.done, self.other, self.for_me))
        line.addLayout(side, 1)
        self.refresh()

    def set_low(self, low: bool) -> None:
        """Low: less air, and words for the first button only."""
        super().set_low(low)
        self.words.set_close(low)
        for button in (self.other, self.for_me):
            button.set_icon_only(low)

    def _on_done(self) -> None:
        if self.model.view.heard:
            self.model.done()
            return
        options = self.model.readable()
        if options:
            self.model.pick(options[self.model.read_at % len(options)])

    def refresh(self) -> None:
        """Show the line, lit as far as it was heard."""
        self.show_ring()
        text, lit = self.model.reading_line(), self.model.lit()
        ruby = self.model.ruby(text, self.model.view.language)
        who = self.tr("You can say")
        self.words.set_lines((Said(who, text, ruby, (0, lit) if lit else None),) if text else ())
        self.words.setVisible(bool(text))
        self.other.setVisible(len(self.model.readable()) > 1)


class SpeakWay(_Microphone):
    """Freely, in one's own words and at any volume."""

    def __init__(self, look: Look, model: PracticeModel) -> None:
        super().__init__(look, model)
        line = row(look.px(1.2), self)
        line.addWidget(self.ring)
        self._side = side = column(look.px(0.4))
        self.prompt = Text("", "title")
        side.addWidget(self.prompt)
        self.heard = Text("", "lead")
        side.addWidget(self.heard)
        self._note = Text(self.tr("Quiet is fine. Your voice is not kept."), "muted")
        side.addWidget(self._note)
        self.done = CalmButton(look, self.tr("I'm done"), "check")
        self.done.clicked.connect(lambda: model.done())
        self.for_me = CalmButton(look, self.tr("Say it for me"), "hear")
        self.for_me.clicked.connect(lambda: model.say_for_me())
        side.addWidget(_buttons(look, self.done, self.for_me))
        line.addLayout(side, 1)
        self.refresh()

    def set_low(self, low: bool) -> None:
        """Low: the buttons come before the note."""
        super().set_low(low)
        _move(self._side, self._note, last=low)

    def refresh(self) -> None:
        """Show what was heard so far."""
        self.show_ring()
        live = self.model.hears_now()
        self.prompt.say(
            self.tr("You can speak now, when you like.") if live else self.tr("Press and speak when you are ready.")
        )
        heard = self.model.view.heard
        self.heard.say(self.tr("Heard so far: %1").replace("%1", heard) if heard else "")
        self.heard.setVisible(bool(heard))


class DigitKeys(QObject):
    """1 to 5 go to a reply card, unless one is typing."""

    def __init__(self, choose: ChooseWay, parent: QWidget) -> None:
        super().__init__(parent)
        self._choose = choose
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the digit keys of the page."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            digit = event.key() - Qt.Key.Key_0
            if 1 <= digit <= 5 and self._choose.isVisible() and not event.modifiers():
                self._choose.focus_card(digit)
                return True
        return False


class LetterKeys(QObject):
    """Where one types, letters need no click first: the field has the keyboard from the start, and stray letters too.

    Whoever went elsewhere by Tab or an arrow stays there; an input method needs the field before its first letter.
    """

    def __init__(self, page: QWidget, typing: TypeWay, ways: QWidget, first: QWidget) -> None:
        super().__init__(page)
        self._field, self._typing, self._ways, self._first = typing.field, typing, ways, first
        self._shown, self._way = False, ""
        typing.meanwhile = first
        page.installEventFilter(self)
        for button in ways.findChildren(QWidget):
            button.installEventFilter(self)

    def follow(self, way: str) -> None:
        """Call this when the page was brought up to date: take the keyboard to a field that has come into sight."""
        shown = self._typing.isVisibleTo(self._typing.window())
        if shown and not self._shown:
            now = QApplication.focusWidget()
            asked_for = way != self._way and now is not None and not self._ways.isAncestorOf(now)
            if now in (None, self._first) or asked_for:
                self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._shown = shown
        if shown or way != "type":
            self._way = way

    def _after_click(self) -> None:
        if self._typing.isVisible():
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take letters that nothing on the page wanted, and go on to the field after a click on its way."""
        on_page = watched is self.parent()
        if event.type() == QEvent.Type.MouseButtonRelease and not on_page:
            QTimer.singleShot(0, self, self._after_click)
        elif on_page and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if not self._typing.isVisible():
                return False
            held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
            if event.text().strip() and event.text().isprintable() and not held:
                self._field.setFocus(Qt.FocusReason.OtherFocusReason)
                self._field.insert(event.text())
                return True
        return False
