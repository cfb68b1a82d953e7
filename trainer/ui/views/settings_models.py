"""The card of speech models: what is here, a download by hand, a file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout

from trainer.speech import SpeechModelInfo
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
        focused = self.focusWidget().objectName() if self.focusWidget() is not None else ""
        clear(self._model_box)
        for known in self.model.speech_models():
            info, share = self.model.progress.get(known.id, (known, 0.0))
            flow = FlowBox(self.look.px(0.6), spread=True)
            both = column(0)
            both.addWidget(Text(words.language_name(info.language), wrap=False))
            both.addWidget(Text(self._about(info), "muted", wrap=False))
            both.addWidget(Text(self._state(info, share), "muted", wrap=False))
            flow.addWidget(bare(both))
            buttons = FlowBox(self.look.px(0.4))
            for name, text, icon, call in self._deeds(info):
                button = CalmButton(self.look, text, icon, "small")
                button.setAccessibleName(f"{text}: {words.language_name(info.language)}")
                button.setObjectName(f"{name}:{info.id}")
                button.clicked.connect(
                    lambda _=False, do=call, m=info.id: QTimer.singleShot(0, self.model, lambda: do(m))
                )
                buttons.addWidget(button)
                if button.objectName() == focused:
                    button.setFocus()
            flow.addWidget(buttons)
            self._model_box.addWidget(flow)
        told = words.outcome(self.model.told.code, self.model.told.detail)
        self._told.say(told)
        self._told.setVisible(bool(told))

    def _about(self, info: SpeechModelInfo) -> str:
        size = f"{info.bytes / 1_000_000:.0f} MB" if info.bytes >= 1_000_000 else f"{max(1, info.bytes // 1000)} KB"
        return " · ".join(part for part in (info.engine.capitalize(), size if info.bytes else "", info.licence) if part)

    def _state(self, info: SpeechModelInfo, share: float) -> str:
        if info.state == "absent" and info.arrived and info.bytes:
            arrived = str(round(100 * info.arrived / info.bytes))
            return self.tr("Paused, %1 % is here").replace("%1", arrived)
        return {
            "ready": self.tr("On this computer"),
            "absent": self.tr("Not here yet"),
            "downloading": self.tr("Downloading, %1 %").replace("%1", str(round(share * 100))),
            "verifying": self.tr("Being checked"),
            "unpacking": self.tr("Being unpacked"),
            "broken": self.tr("Damaged; it can be installed anew"),
        }[info.state]

    def _deeds(self, info: SpeechModelInfo) -> list[tuple[str, str, str, Callable[[str], None]]]:
        """What can be done with a model: (name, words, icon, call)."""
        deeds: list[tuple[str, str, str, Callable[[str], None]]] = []
        if info.state == "downloading":
            deeds.append(("pause", self.tr("Pause"), "stop", self.model.pause))
        elif info.state == "absent" and info.bytes:
            text = self.tr("Go on") if info.arrived else self.tr("Download")
            deeds.append(("download", text, "download", self.model.install))
        elif info.state == "broken":
            deeds.append(("download", self.tr("Repair"), "download", self.model.install))
        if info.state in ("ready", "broken") or (info.state == "absent" and info.arrived):
            deeds.append(("remove", self.tr("Remove"), "erase", self.model.remove))
        return deeds

    def _pick_model(self) -> None:
        path = ask_for_file(self, self.tr("Install from a file"), "*.zip")
        if path:
            self.model.install_file(path)
