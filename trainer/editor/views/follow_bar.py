"""Above the lines: a moment's heading has another name now, and the other places may follow it, by one press."""

from __future__ import annotations

from trainer.editor.view_models.desk import DeskModel
from trainer.editor.view_models.renaming import Offer
from trainer.ui.kit.access import announce
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.layouts import FlowBox
from trainer.ui.kit.page import column
from trainer.ui.kit.text import Card, Text
from trainer.ui.theme import Look


class FollowBar(Card):
    """Comes once the caret has left the heading. Nothing is changed unless it is pressed (or Ctrl+. on the heading)."""

    def __init__(self, look: Look, model: DeskModel) -> None:
        super().__init__("soft")
        self.setObjectName("follow-name")
        self.model = model
        self.offer: Offer | None = None
        self._row = -1
        self.setAccessibleName(self.tr("A moment has another name"))
        box = column(look.px(0.3), parent=self)
        box.setContentsMargins(look.px(0.8), look.px(0.4), look.px(0.8), look.px(0.4))
        self.words = Text("", "on-soft")
        box.addWidget(self.words)
        flow = FlowBox(look.px(0.5))
        follow = CalmButton(look, self.tr("Use this name everywhere"), "check", "small")
        follow.setObjectName("follow")
        follow.setAccessibleDescription(self.tr("Ctrl and full stop, on the heading."))
        follow.clicked.connect(self.follow)
        leave = CalmButton(look, self.tr("Leave the other lines"), "close", "small")
        leave.setObjectName("leave-names")
        leave.clicked.connect(self.leave)
        flow.addWidget(follow)
        flow.addWidget(leave)
        box.addWidget(flow)
        model.sheet.looked.connect(self.refresh)
        model.sheet.sheet_changed.connect(self.refresh)
        self.hide()

    def on_row(self, row: int) -> None:
        """The caret is on that row now."""
        if row != self._row:
            self._row = row
            self.refresh()

    def refresh(self) -> None:
        """What can be offered now; not while the heading is still being typed in."""
        offer = self.model.renaming.offer()
        if offer is not None and offer.row == self._row:
            offer = None
        if offer == self.offer:
            return
        self.offer = offer
        if offer is not None:
            words = self.tr("“%1” is called “%2” now. Places that still say the old name: %3.")
            said = words.replace("%3", str(offer.places)).replace("%1", offer.old).replace("%2", offer.new)
            self.words.say(said)
            announce(self, said)
        self.setVisible(offer is not None)

    def takes(self, row: int) -> bool:
        """Ctrl+. on a heading that has another name: let the others follow. False when there is nothing to follow."""
        self.model.sheet.fresh_look()
        offer = self.model.renaming.offer()
        return offer is not None and offer.row == row and self.follow()

    def follow(self) -> bool:
        """The other places say the new name."""
        done = self.model.renaming.follow(self.tr("Use this name everywhere"))
        if done:
            announce(self, self.tr("Put right."))
        self.refresh()
        return done

    def leave(self) -> None:
        """They stay as they are."""
        if self.offer is not None:
            self.model.renaming.leave(self.offer)
        self.refresh()
