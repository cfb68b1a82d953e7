"""Home: the garden or the list, where you stopped, and something small for today."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from trainer.ui import words
from trainer.ui.bridge import SceneCard
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.layouts import FlowBox
from trainer.ui.kit.page import Page, bare, column, row, two_or_one
from trainer.ui.kit.text import Card, Text
from trainer.ui.theme import WIDE_EM
from trainer.ui.view_models.home import HomeModel
from trainer.ui.views.common import Context, card, nav_header, with_icon
from trainer.ui.views.home_list import GardenList
from trainer.ui.views.home_map import GardenView

LEAST_MAP = (900, 440)
"""Pixels under which the map would be too small to tell its stones apart; the list shows instead."""
ON_OFFER = 3000
"""Milliseconds that going on must be on offer before the partner's words are got ready for it."""


class HomePage(Page):
    """Any order; nothing is locked."""

    def __init__(self, context: Context, model: HomeModel) -> None:
        super().__init__(context.look, self.tr("Garden"))
        self.model, self.context = model, context
        self.set_header(nav_header(context, "home"))
        self._body: QWidget | None = None
        self._fits = context.room.isEmpty() or self._fits_in(context.room)
        self._offers = row(self.look.px(0.85))
        self._offers_box = bare(self._offers)
        self._below = column(0)
        self.add_below(bare(self._below))
        self._made_offers: list[QWidget] = []
        self.followers.append(lambda em: two_or_one(em, self._offers))
        self._troubles = self._make_troubles()
        self._refresh()
        model.changed.connect(self._refresh)

    def _shows_list(self) -> bool:
        return self.model.as_list or not self._fits

    def _refresh(self) -> None:
        wants = GardenList if self._shows_list() else GardenView
        if not isinstance(self._body, wants):
            if self._body is not None:
                self._body.hide()
                self._body.deleteLater()
            self._body = wants(self.look, self.model)
            # Below the map, which has its own room; above the list, where they scroll with it.
            if wants is GardenView:
                self._below.addWidget(self._offers_box)
            else:
                self.content.addWidget(self._offers_box)
            self.content.addWidget(self._body, 1)
        self._make_offers()
        if self.model.troubles not in ((), self._of):
            # They were read beside the screen, after this page was made.
            self._troubles.deleteLater()
            self._troubles = self._make_troubles()
        self._troubles.setVisible(bool(self.model.troubles))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A window that is too small for the map shows the list."""
        super().resizeEvent(event)
        fits = self._fits_in(self.size())
        if fits != self._fits:
            self._fits = fits
            QTimer.singleShot(0, self, self._refresh)

    def _fits_in(self, room: QSize) -> bool:
        """Is there room for the map?"""
        wide = room.width() / self.look.u >= WIDE_EM and room.width() >= LEAST_MAP[0] + 48
        return wide and room.height() - self.look.px(11) >= LEAST_MAP[1]

    def _make_troubles(self) -> QWidget:
        """What went otherwise when the program began: one clear sentence each, until it is put aside."""
        look = self.look
        made, box = card(look, "soft", across=True)
        self._of = self.model.troubles
        texts = [words.outcome(one.code, one.detail) for one in self._of]
        box.addWidget(with_icon(look, "notice", *((text, "on-soft") for text in texts), colour="on_soft"), 1)
        aside = CalmButton(look, "", "close", "quiet", name=self.tr("Put this note aside"))
        aside.setObjectName("put-aside")
        aside.clicked.connect(lambda: QTimer.singleShot(0, self.model, self.model.put_aside))
        box.addWidget(aside, 0, Qt.AlignmentFlag.AlignVCenter)
        holder = self.add_above(made)
        if not texts:
            holder.hide()
        return holder

    # --- the cards below -----------------------------------------------------------------------------------------

    def _make_offers(self) -> None:
        for widget in self._made_offers:
            self._offers.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        stopped, small = self.model.stopped(), self.model.small()
        self._made_offers = []
        if stopped is not None:
            self._made_offers.append(self._continue(stopped))
        if small is not None:
            self._made_offers.append(self._small(small))
        if self._fits:
            self._made_offers.append(self._switch())
        for widget in self._made_offers:
            self._offers.addWidget(widget, 2 if self._fits and widget is self._made_offers[-1] else 3)

    def _offer(self, icon: str, eyebrow: str, title: str, note: str, *buttons: QWidget) -> Card:
        made, box = card(self.look, across=True, spacing=0.8)
        box.setContentsMargins(self.look.px(1.1), self.look.px(0.6), self.look.px(1.1), self.look.px(0.6))
        texts = [(eyebrow, "eyebrow"), (title, "h3")]
        if note:
            texts.append((note, "muted"))
        box.addWidget(with_icon(self.look, icon, *texts, units=1.6), 1)  # type: ignore[arg-type]
        flow = FlowBox(self.look.px(0.5))
        for button in buttons:
            flow.addWidget(button)
        box.addWidget(flow, 0, Qt.AlignmentFlag.AlignVCenter)
        return made

    def _continue(self, scene: SceneCard) -> Card:
        button = CalmButton(self.look, self.tr("Continue"), "", "primary")
        button.setObjectName("continue")
        button.clicked.connect(lambda: self.model.come_back(scene))
        # Not before the first picture stands, and not for a page that is passed by.
        QTimer.singleShot(ON_OFFER, button, lambda: self.model.get_ready_to_come_back(scene))
        return self._offer("continue", self.tr("Where you stopped"), scene.heading.title, scene.stopped_at, button)

    def _small(self, scene: SceneCard) -> Card:
        look = CalmButton(self.look, self.tr("Look"))
        look.setObjectName("small")
        look.setAccessibleDescription(scene.heading.title)
        look.clicked.connect(lambda: self.model.open(scene))
        other = CalmButton(self.look, "", "again", name=self.tr("Something else"))
        other.setObjectName("small-other")
        other.clicked.connect(lambda: QTimer.singleShot(0, self.model, self.model.another_small))
        minutes = self.tr("About %n minute(s).", "", max(1, scene.heading.minutes))
        quiet = self.tr("Nothing to say.")
        gap = "" if self.look.language == "ja" else " "
        note = f"{minutes}{gap}{quiet}" if scene.quiet else minutes
        return self._offer("small", self.tr("Something small today"), scene.heading.title, note, look, other)

    def _switch(self) -> QWidget:
        made, box = card(self.look, spacing=0.2)
        box.setContentsMargins(self.look.px(0.9), self.look.px(0.6), self.look.px(0.9), self.look.px(0.6))
        box.addStretch(1)
        as_list = self._shows_list()
        button = CalmButton(
            self.look,
            self.tr("Show as a garden") if as_list else self.tr("Show as a list"),
            "garden" if as_list else "list",
            "quiet",
        )
        button.setObjectName("switch")
        button.clicked.connect(lambda: QTimer.singleShot(0, self.model, lambda: self.model.set_as_list(not as_list)))
        box.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        note = Text(self.tr("Any order. Nothing is locked."), "muted")
        note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.addWidget(note)
        box.addStretch(1)
        return made

    def first_focus(self) -> QWidget | None:
        """Where the keyboard begins."""
        return self.findChild(QWidget, "continue")
