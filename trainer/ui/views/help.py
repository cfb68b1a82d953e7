"""Help and about: the keys, what this is and is not, and where to turn if one needs someone now."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit

import trainer
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.layouts import ColumnsBox, FlowBox
from trainer.ui.kit.page import Page, column, row
from trainer.ui.kit.text import Card, Text
from trainer.ui.view_models.help import Contact, HelpModel, HelpPage
from trainer.ui.views.common import Context, card, nav_header, with_icon


class HelpView(Page):
    """Opened by F1 or by the button; never by itself."""

    def __init__(self, context: Context, contacts: HelpPage, model: HelpModel) -> None:
        look = context.look
        super().__init__(look, self.tr("Help"))
        self.context, self.model = context, model
        self.set_header(nav_header(context, "help"))
        self.content.addWidget(Text(self.tr("Help"), "h1"))
        grid = ColumnsBox(look.px(0.9), look.px(22), 2)
        self.content.addWidget(grid)
        self.content.addStretch(1)
        self.put_off(
            lambda: grid.addWidget(self._how()),
            lambda: grid.addWidget(self._keys()),
            lambda: grid.addWidget(self._someone(contacts)),
            lambda: grid.addWidget(self._copy()),
            lambda: grid.addWidget(self._about()),
        )

    def _how(self) -> Card:
        made, box = card(self.look)
        box.addWidget(Text(self.tr("How it works"), "h2"))
        for icon, text in (
            ("garden", self.tr("Every stone in the garden is one small conversation. Any order; nothing is locked.")),
            ("look", self.tr("Before a scene you can read every line that may be said in it.")),
            (
                "dials",
                self.tr("The dials are yours. They begin at their gentlest, and you can move them in mid-scene."),
            ),
            ("chat", self.tr("Five ways to answer count the same: listen, choose, type, read aloud, speak.")),
            ("stuck", self.tr("“I don't know what to say” is always there and costs nothing.")),
            ("begin", self.tr("You can leave at any moment with Esc. Nothing is lost.")),
        ):
            box.addWidget(with_icon(self.look, icon, (text, "body")))
        return made

    def _keys(self) -> Card:
        look = self.look
        made, box = card(look, spacing=0.3)
        box.addWidget(Text(self.tr("Keys"), "h2"))
        for keys, text in (
            ("Esc", self.tr("Leave or close; it loses nothing")),
            ("F9", self.tr("Hide at once; F9 again returns")),
            ("F5", self.tr("Hear it again")),
            ("Ctrl+B", self.tr("Take a breath")),
            ("Ctrl+D", self.tr("The dials of the scene")),
            ("Ctrl+1 … 5", self.tr("Listen, choose, type, read aloud, speak")),
            ("1 … 5", self.tr("Go to an answer; Enter says it")),
            ("Ctrl+H", self.tr("I don't know what to say")),
            ("F1", self.tr("This page")),
        ):
            line = row(look.px(0.8))
            key = Text(keys, "h3", wrap=False)
            key.setMinimumWidth(look.px(6.5))
            line.addWidget(key)
            line.addWidget(Text(text), 1)
            box.addLayout(line)
        return made

    def _someone(self, contacts: HelpPage) -> Card:
        look = self.look
        made, box = card(look)
        box.addWidget(Text(self.tr("If you need someone now"), "h2"))
        if not contacts.contacts:
            box.addWidget(Text(self.tr("There is no list for this language here. A person you trust may know one.")))
            return made
        # Before the list: somebody in need must know how far anybody has looked at it.
        if contacts.verified_on:
            note = self.tr(
                "Compared with public pages about these places on %1. Nobody has called or written to try. "
                "Numbers and hours can change. If one does not answer, please try another."
            ).replace("%1", contacts.verified_on)
        else:
            note = self.tr(
                "These are still to be checked for this release. Numbers and hours can change. "
                "If one does not answer, please try another."
            )
        box.addWidget(with_icon(look, "notice", (note, "body")))
        for contact in contacts.contacts:
            box.addWidget(self._contact(contact))
        return made

    def _contact(self, contact: Contact) -> Card:
        look = self.look
        made = Card("sunk")
        box = column(look.px(0.1), parent=made)
        box.setContentsMargins(look.px(0.9), look.px(0.6), look.px(0.9), look.px(0.6))
        way = {
            "chat": self.tr("Chat"),
            "text": self.tr("Text message"),
            "mail": self.tr("Mail"),
            "phone": self.tr("Phone"),
            "web": self.tr("Web page"),
        }.get(contact.way, "")
        head = "  ".join(part for part in (way, contact.place) if part)
        box.addWidget(Text(head, "eyebrow"))
        box.addWidget(Text(contact.name, "h3"))
        reach = Text(contact.reach)
        reach.setTextInteractionFlags(
            reach.textInteractionFlags() | QLabel().textInteractionFlags().TextSelectableByMouse
        )
        box.addWidget(reach)
        note = " ".join(part for part in (contact.hours, contact.note) if part)
        if note:
            box.addWidget(Text(note, "muted"))
        return made

    def _copy(self) -> Card:
        """One block of text for somebody who helps with the program, shown before it is copied."""
        look = self.look
        made, box = card(look)
        box.addWidget(Text(self.tr("If the program needs help"), "h2"))
        note = self.tr("One block of text about this computer, to copy. No names, no folders, nothing you practised.")
        box.addWidget(Text(note))
        flow = FlowBox(look.px(0.5))
        self._look = CalmButton(look, self.tr("Show the text"), "look")
        self._look.setObjectName("help-look")
        self._look.clicked.connect(self.model.look)
        self._take = CalmButton(look, self.tr("Copy for help"), "export")
        self._take.setObjectName("help-copy")
        self._take.clicked.connect(self._copied)
        flow.addWidget(self._look)
        flow.addWidget(self._take)
        box.addWidget(flow)
        self._said = Text("", "muted")
        box.addWidget(self._said)
        self._block = QPlainTextEdit()
        self._block.setObjectName("help-text")
        self._block.setReadOnly(True)
        self._block.setTabChangesFocus(True)
        self._block.setAccessibleName(self.tr("The text to copy"))
        self._block.setMinimumHeight(look.px(12))
        box.addWidget(self._block)
        self.model.changed.connect(self._show_block)
        self._show_block()
        return made

    def _show_block(self) -> None:
        text = self.model.text
        self._block.setPlainText(text)
        self._block.setVisible(bool(text))
        self._take.setVisible(bool(text))
        self._look.setVisible(not text)
        self._look.setEnabled(not self.model.busy)
        self._said.say(self.tr("One moment.") if self.model.busy else "")
        self._said.setVisible(self.model.busy)

    def _copied(self) -> None:
        QGuiApplication.clipboard().setText(self.model.text)
        self._said.say(self.tr("It is copied. You can paste it into a message."))
        self._said.show()

    def _about(self) -> Card:
        made, box = card(self.look)
        box.addWidget(Text(self.tr("About Engawa"), "h2"))
        box.addWidget(
            Text(
                self.tr(
                    "An engawa is the veranda between a Japanese house and its garden: still at home, already outside."
                )
            )
        )
        box.addWidget(
            Text(
                self.tr(
                    "This is practice. It is not therapy and not a medical product. It builds on methods that were "
                    "studied for social anxiety; this program itself has not been tested in a trial."
                )
            )
        )
        box.addWidget(
            Text(self.tr("Nothing leaves this computer. There is no account and no name. Your voice is never kept."))
        )
        box.addWidget(
            Text(
                self.tr(
                    "Voices on Linux: espeak-ng for English; for Japanese “Mei” of the HTS working group, Nagoya "
                    "Institute of Technology (CC BY 3.0), through Open JTalk. Elsewhere the voices of the system."
                ),
                "muted",
            )
        )
        box.addWidget(
            Text(
                self.tr(
                    "Version %1. Free software under the GPL, version 3 or later; scenes and drawings CC BY 4.0."
                ).replace("%1", trainer.__version__),
                "muted",
            )
        )
        return made

    def escape(self) -> None:
        """Back."""
        self.context.route.back()
