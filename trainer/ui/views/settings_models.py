"""The card of speech models: what is here, a download by hand, a file."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout

from trainer.ui import words
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.layouts import FlowBox
from trainer.ui.kit.page import bare, clear, column
from trainer.ui.kit.text import Card, Text
from trainer.ui.theme import Look
from trainer.ui.view_models.settings import SettingsModel
from trainer.ui.views.common import ask_for_file, with_icon


class ModelsCard(Card):
    """A download happens only when a person presses the button."""

    def __init__(self, look: Look, model: SettingsModel) -> None:
        super().__init__("card")
        self.look, self.model = look, model
        box = column(look.px(0.5), parent=self)
        box.setContentsMargins(look.px(1.15), look.px(0.95), look.px(1.15), look.px(0.95))
        self._fill(box)

    def _fill(self, box: QBoxLayout) -> None:
        look = self.look
        box.addWidget(Text(self.tr("Speech models"), "h2"))
        box.addWidget(
            Text(
                self.tr(
                    "They let this computer hear words by itself. A download happens only when you press the button."
                ),
                "muted",
            )
        )
        self._model_box = column(look.px(0.5))
        box.addLayout(self._model_box)
        file = CalmButton(look, self.tr("Install from a file"), "folder", "small")
        file.setObjectName("model-file")
        file.clicked.connect(self._pick_model)
        flow = FlowBox(look.px(0.5))
        flow.addWidget(file)
        box.addWidget(flow)
        self._told = Text("", "small")
        box.addWidget(self._told)
        self._show_models()
        self.model.models_changed.connect(self._show_models)
        self.setAccessibleName(self.tr("Speech models"))
        card_note = Card("soft")
        inner = column(0, parent=card_note)
        inner.setContentsMargins(look.px(0.9), look.px(0.6), look.px(0.9), look.px(0.6))
        note = (self.tr("Practising opens no network connection."), "on-soft")
        inner.addWidget(with_icon(look, "offline", note, colour="on_soft"))  # type: ignore[arg-type]
        box.addWidget(card_note)

    def _show_models(self) -> None:
        clear(self._model_box)
        for info in self.model.speech_models():
            state, share = self.model.progress.get(info.id, (info.state, 0.0))
            size = f"{info.bytes / 1_000_000:.0f} MB"
            text = (
                f"{words.language_name(info.language)} ({size})" if info.bytes else words.language_name(info.language)
            )
            said = {
                "ready": self.tr("On this computer"),
                "absent": self.tr("Not here yet"),
                "downloading": self.tr("Downloading, %1 %").replace("%1", str(round(share * 100))),
                "verifying": self.tr("Being checked"),
                "unpacking": self.tr("Being unpacked"),
                "broken": self.tr("Damaged; it can be installed anew"),
            }[state]
            flow = FlowBox(self.look.px(0.6), spread=True)
            both = column(0)
            both.addWidget(Text(text, wrap=False))
            both.addWidget(Text(said, "muted", wrap=False))
            flow.addWidget(bare(both))
            if state in ("absent", "broken") and info.bytes:
                button = CalmButton(self.look, self.tr("Download"), "download", "small")
                button.setAccessibleName(f"{button.accessibleName()}: {words.language_name(info.language)}")
                button.setObjectName(f"download:{info.id}")
                button.clicked.connect(
                    lambda _=False, m=info.id: QTimer.singleShot(0, self.model, lambda: self.model.install(m))
                )
                flow.addWidget(button)
            self._model_box.addWidget(flow)
        told = words.outcome(self.model.told.code, self.model.told.detail)
        self._told.say(told)
        self._told.setVisible(bool(told))

    def _pick_model(self) -> None:
        path = ask_for_file(self, self.tr("Install from a file"), "*.zip")
        if path:
            self.model.install_file(path)
