"""What is kept, and who may see it: reading it, a page to show, the lock, the backup, erasing, the promises."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from trainer.practice.share import ITEMS, Item
from trainer.ui.kit.buttons import CalmButton, CalmCheck
from trainer.ui.kit.layouts import ColumnsBox, FlowBox
from trainer.ui.kit.page import Page, bare, clear, column
from trainer.ui.kit.text import Card, Text
from trainer.ui.view_models.promises import PROMISES
from trainer.ui.view_models.records import RecordsModel
from trainer.ui.views.common import Context, ask_for_file, ask_where, back_header, card
from trainer.ui.views.records_pdf import pdf_of
from trainer.ui.views.settings_widgets import Picker


class RecordsPage(Page):
    """Everything on it is the trainee's; nothing happens without them."""

    def __init__(self, context: Context, model: RecordsModel) -> None:
        super().__init__(context.look, model.say("title"))
        self.model, self.context = model, context
        self.set_header(back_header(context, model.say("back"), lambda: context.route.go("settings")))
        self._told = Text("", "body")
        self.content.addWidget(self._told)
        self._box = column(context.look.px(0.8))
        self._cards = bare(self._box)
        self.content.addWidget(self._cards)
        self.content.addStretch(1)
        self._preview: QPlainTextEdit | None = None
        self._shown = ""
        self._pending: Callable[[], None] | None = None
        self._refresh()
        model.changed.connect(self._refresh_later)

    def _refresh_later(self) -> None:
        """After the present event: it may come from a button that goes with the refresh."""
        QTimer.singleShot(0, self, self._refresh)

    def _refresh(self) -> None:
        self._told.say(self.model.told)
        self._told.setVisible(bool(self.model.told))
        self._cards.setEnabled(not self.model.busy)
        if self.model.busy:
            return
        shown = f"{self.model.told}|{self.model.changes}|{self.model.reading}|{self.model.lock_state()}"
        if self._preview is not None and shown == self._shown:
            # Only a tick or a letter changed: what one types into stays.
            self._preview.setPlainText(self.model.preview())
            return
        self._shown = shown
        while self.fill():  # into the boxes that go now
            pass
        clear(self._box)
        self._preview = None
        self._box.addWidget(self._kept())
        if self.model.reading:
            self._box.addWidget(self._text(self.model.text(), self.model.say("read")))
            return
        grid = ColumnsBox(self.look.px(0.9), self.look.px(24), 2)
        self._box.addWidget(grid)
        self.put_off(
            lambda: grid.addWidget(self._page()),
            lambda: grid.addWidget(self._lock()),
            lambda: grid.addWidget(self._backup()),
            lambda: grid.addWidget(self._erase()),
            lambda: grid.addWidget(self._promises()),
        )
        if self.isVisible():
            while self.fill():
                pass

    # --- pieces -----------------------------------------------------------------------------------------------------

    def _button(self, key: str, icon: str, call: Callable[[], None], kind: str = "quiet") -> CalmButton:
        made = CalmButton(self.look, self.model.say(key), icon, kind)  # type: ignore[arg-type]
        made.setObjectName(key)
        made.clicked.connect(lambda: call())
        return made

    def _field(self, box: QBoxLayout, key: str, secret: bool = False) -> QLineEdit:
        made = QLineEdit()
        made.setObjectName(f"field:{key}")
        made.setPlaceholderText(self.model.say(key))
        made.setAccessibleName(self.model.say(key))
        if secret:
            made.setEchoMode(QLineEdit.EchoMode.Password)
        box.addWidget(made)
        return made

    def _text(self, text: str, name: str) -> QPlainTextEdit:
        made = QPlainTextEdit(text)
        made.setReadOnly(True)
        made.setTabChangesFocus(True)
        made.setAccessibleName(name)
        made.setMinimumHeight(self.look.px(14))
        return made

    def _buttons(self, *buttons: QWidget) -> FlowBox:
        flow = FlowBox(self.look.px(0.5))
        for button in buttons:
            flow.addWidget(button)
        return flow

    def _card(self, title: str, note: str = "") -> tuple[Card, QBoxLayout]:
        made, box = card(self.look)
        box.addWidget(Text(self.model.say(title), "h2"))
        if note:
            box.addWidget(Text(self.model.say(note), "muted"))
        return made, box

    # --- cards ------------------------------------------------------------------------------------------------------

    def _kept(self) -> Card:
        made, box = self._card("title")
        kept = self.model.kept()
        box.addWidget(
            Text(self.model.say("kept", kept.visits, kept.tension_pairs, kept.expectations, kept.words), "body")
        )
        box.addWidget(Text(self.model.say("folder", kept.folder), "muted"))
        box.addWidget(
            self._buttons(self._button("read", "journal", lambda: self.model.set_reading(not self.model.reading)))
        )
        return made

    def _page(self) -> Card:
        made, box = self._card("page", "page-note")
        for item in ITEMS:
            box.addWidget(self._check(self.model.say(f"item-{item}"), item in self.model.choices.items, item))
        for words in self.model.words():
            check = CalmCheck(self.look, words.words, words.about)
            check.setChecked(words.key in self.model.choices.words)
            check.toggled.connect(lambda on, key=words.key: self.model.tick_words(key, on))
            box.addWidget(check)
        for key in ("name", "since", "until", "wish"):
            field = self._field(box, key)
            field.setText(getattr(self.model.choices, key))
            field.textChanged.connect(lambda text, k=key: self.model.choose(replace(self.model.choices, **{k: text})))
        self._preview = self._text(self.model.preview(), self.model.say("preview"))
        box.addWidget(self._preview)
        box.addWidget(
            self._buttons(
                self._button("save-pdf", "export", self._save_pdf), self._button("save-csv", "export", self._save_csv)
            )
        )
        return made

    def _check(self, text: str, on: bool, item: Item) -> CalmCheck:
        made = CalmCheck(self.look, text)
        made.setObjectName(f"item:{item}")
        made.setChecked(on)
        made.toggled.connect(lambda value: self.model.tick(item, value))
        return made

    def _lock(self) -> Card:
        locked = self.model.lock_state() != "none"
        made, box = self._card("lock", "lock-open" if locked else "lock-none")
        box.addWidget(Text(self.model.say("lock-before"), "body"))
        old = self._field(box, "passphrase", secret=True)
        new = self._field(box, "passphrase-new", secret=True) if locked else old
        again = self._field(box, "passphrase-again", secret=True)
        if not locked:
            set_it = self._button("lock-set", "private", lambda: self.model.set_lock(old.text(), again.text()))
            box.addWidget(self._buttons(set_it))
            return made
        change = self._button(
            "lock-change", "private", lambda: self.model.change_lock(old.text(), new.text(), again.text())
        )
        remove = self._button("lock-remove", "erase", lambda: self.model.remove_lock(old.text()), "warm")
        box.addWidget(self._buttons(change, remove))
        hide = CalmCheck(self.look, self.model.say("lock-on-hide"))
        hide.setObjectName("lock-on-hide")
        hide.setChecked(self.model.lock_on_hide())
        hide.toggled.connect(self.model.set_lock_on_hide)
        box.addWidget(hide)
        return made

    def _backup(self) -> Card:
        made, box = self._card("backup", "backup-note")
        sure = self._button("backup-sure", "folder", self._restore, "warm")
        sure.hide()
        ask = self._button("backup-restore", "folder", sure.show)
        box.addWidget(self._buttons(self._button("backup-make", "export", self._back_up), ask, sure))
        return made

    def _erase(self) -> Card:
        """One visit, one scene, a period, everything: each is asked once more before it goes."""
        model = self.model
        made, box = self._card("erase", "erase-note")
        self._sure = self._button("sure", "erase", self._erase_now, "warm")
        self._keep = self._button("keep-it", "", lambda: self._ask(None))
        visits = [(one.id, f"{one.when.replace('T', ' ')}  {one.title}") for one in model.visits()]
        if visits:
            one = Picker(self.look, model.say("erase-one"), visits, visits[0][0])
            box.addWidget(Text(model.say("erase-one"), "h3"))
            box.addWidget(one)
            visit = self._button(
                "erase-visit", "erase", lambda: self._ask(lambda: model.erase_visit(one.currentData()))
            )
            box.addWidget(self._buttons(visit))
            scenes = Picker(self.look, model.say("erase-of"), model.scenes(), "")
            box.addWidget(Text(model.say("erase-of"), "h3"))
            box.addWidget(scenes)
            of = self._button(
                "erase-scene", "erase", lambda: self._ask(lambda: model.erase_scene(scenes.currentData()))
            )
            box.addWidget(self._buttons(of))
        first, last = self._field(box, "erase-day"), self._field(box, "erase-last")
        period = self._button(
            "erase-between", "erase", lambda: self._ask(lambda: model.erase_between(first.text(), last.text()))
        )
        everything = self._button("erase-all", "erase", lambda: self._ask(model.erase_all), "warm")
        box.addWidget(self._buttons(period, everything))
        box.addWidget(self._buttons(self._keep, self._sure))
        self._ask(None)
        return made

    def _ask(self, job: Callable[[], None] | None) -> None:
        """Ask once more before this is done; None: nothing is asked."""
        self._pending = job
        for button in (self._sure, self._keep):
            button.setVisible(job is not None)
        if job is not None:
            self._keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _erase_now(self) -> None:
        job = self._pending
        self._ask(None)
        if job is not None:
            job()

    def _promises(self) -> Card:
        made, box = self._card("promises", "promises-note")
        for promise in PROMISES:
            one = column(0)
            one.addWidget(Text(promise.words(self.look.language)))
            # A name without a space would not wrap: it may break at its joints.
            one.addWidget(Text(re.sub(r"([/_:]+)", "\\1\u200b", promise.test), "muted"))
            box.addWidget(bare(one))
        return made

    # --- files ------------------------------------------------------------------------------------------------------

    def _save_pdf(self) -> None:
        path = ask_where(self, self.model.say("save-pdf"), "engawa.pdf", "*.pdf")
        if path:
            self.model.save_pdf(path, lambda page: pdf_of(page, self.font()))

    def _save_csv(self) -> None:
        path = ask_where(self, self.model.say("save-csv"), "engawa.csv", "*.csv")
        if path:
            self.model.save_csv(path)

    def _back_up(self) -> None:
        name = f"engawa-{date.today().isoformat()}.engawa"
        path = ask_where(self, self.model.say("backup-make"), name, "*.engawa")
        if path:
            self.model.back_up(path)

    def _restore(self) -> None:
        path = ask_for_file(self, self.model.say("backup-restore"), "*.engawa")
        if path:
            self.model.restore(path)

    def escape(self) -> None:
        """Back to the cards, or to the settings."""
        if self.model.reading:
            self.model.set_reading(False)
        else:
            self.context.route.go("settings")
