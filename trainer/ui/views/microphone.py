"""The microphone check: see the level, speak, hear it back, read what was heard; and the loudspeaker."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from trainer.speech import DeviceInfo
from trainer.ui import words_sound
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.layouts import ColumnsBox, FlowBox
from trainer.ui.kit.meters import LevelMeter
from trainer.ui.kit.page import Page, bare, column
from trainer.ui.kit.text import Card, Text
from trainer.ui.view_models.microphone import MicrophoneModel
from trainer.ui.view_models.settings import SettingsModel
from trainer.ui.views.common import Context, card, nav_header, with_icon
from trainer.ui.views.settings_widgets import Picker, check

LOOK_AGAIN_MS = 2000
"""How often the lists of devices are looked at while the page shows."""


class MicrophonePage(Page):
    """Nothing here is needed to practise, and nothing that is recorded here is kept."""

    def __init__(self, context: Context, model: MicrophoneModel, settings: SettingsModel) -> None:
        look = context.look
        super().__init__(look, self.tr("Microphone and loudspeaker"))
        self.context, self.model, self.settings = context, model, settings
        self.set_header(nav_header(context, "settings"))
        titles = column(0)
        titles.addWidget(Text(self.tr("Microphone and loudspeaker"), "h1", wrap=False))
        titles.addWidget(Text(self.tr("You can practise without either. This page is for trying them out."), "muted"))
        top = FlowBox(look.px(0.6), spread=True)
        top.addWidget(bare(titles))
        back = CalmButton(look, self.tr("Back to the settings"), "back")
        back.setObjectName("back")
        back.clicked.connect(lambda: context.route.go("settings"))
        top.addWidget(back)
        self.content.addWidget(top)
        grid = ColumnsBox(look.px(0.9), look.px(22), 2)
        self.content.addWidget(grid)
        self.content.addStretch(1)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_AGAIN_MS)
        self._timer.timeout.connect(self._list_devices)
        self.put_off(
            lambda: grid.addWidget(self._microphone()),
            lambda: grid.addWidget(self._trial()),
            lambda: grid.addWidget(self._speaker()),
            self._follow,
        )

    def _follow(self) -> None:
        """All that shows is there."""
        self.model.level_changed.connect(self._on_level)
        self.model.changed.connect(self._refresh)
        self._refresh()

    # --- the three cards --------------------------------------------------------------------------------------------

    def _microphone(self) -> Card:
        look, now = self.look, self.settings.now
        made, box = card(look)
        box.addWidget(Text(self.tr("Microphone"), "h2"))
        self._microphones = self._picker(self.tr("Microphone"), self.model.microphones, now.microphone, "microphone")
        box.addWidget(self._microphones)
        self._meter = LevelMeter(look, self.tr("Microphone level"))
        box.addWidget(self._meter)
        box.addWidget(Text(self.tr("The pale band is the room. A voice is heard to the right of the line."), "muted"))
        self._stands = Text("", "body")
        box.addWidget(self._stands)
        self._loud = Text("", "body")
        box.addWidget(self._loud)
        for words, field, on in (
            ((self.tr("I use headphones"), self.tr("The partner can be interrupted.")), "headphones", now.headphones),
            (
                (
                    self.tr("I speak very softly"),
                    self.tr("The microphone is turned up, and less is needed to count as speech."),
                ),
                "quiet_voice",
                now.quiet_voice,
            ),
        ):
            box.addWidget(check(look, self.settings, words, on, field))
        return made

    def _trial(self) -> Card:
        look = self.look
        made, box = card(look)
        box.addWidget(Text(self.tr("Try it out"), "h2"))
        box.addWidget(Text(self.tr("Press the button and say this, at any volume:"), "muted"))
        box.addWidget(Text(self.model.sentence, "lead"))
        self._speak = CalmButton(look, self.tr("Speak for four seconds"), "speak", "primary")
        self._speak.setObjectName("speak")
        self._speak.clicked.connect(self.model.begin)
        self._hear = CalmButton(look, self.tr("Hear it back"), "hear")
        self._hear.setObjectName("hear-back")
        self._hear.clicked.connect(self.model.hear_back)
        flow = FlowBox(look.px(0.5))
        flow.addWidget(self._speak)
        flow.addWidget(self._hear)
        box.addWidget(flow)
        self._verdict = Text("", "body")
        self._heard = Text("", "body")
        box.addWidget(self._verdict)
        box.addWidget(self._heard)
        note = self.tr("The recording stays in memory and is gone when you leave this page.")
        box.addWidget(with_icon(look, "private", (note, "muted")))
        return made

    def _speaker(self) -> Card:
        look, now = self.look, self.settings.now
        made, box = card(look)
        box.addWidget(Text(self.tr("Loudspeaker"), "h2"))
        self._speakers = self._picker(self.tr("Loudspeaker"), self.model.speakers, now.speaker_device, "speaker_device")
        box.addWidget(self._speakers)
        sample = CalmButton(look, self.tr("Hear a sample"), "hear")
        sample.setObjectName("sample")
        sample.clicked.connect(lambda: self.model.hear_sample(self.tr("Hello. Take your time. There is no hurry.")))
        flow = FlowBox(look.px(0.5))
        flow.addWidget(sample)
        box.addWidget(flow)
        box.addWidget(Text(self.tr("Without a loudspeaker the words are shown, and nothing else changes."), "muted"))
        return made

    # --- devices ----------------------------------------------------------------------------------------------------

    def _picker(self, name: str, devices: Callable[[], Sequence[DeviceInfo]], chosen: str, field: str) -> Picker:
        picker = Picker(self.look, name, self._items(devices(), chosen), chosen)
        picker.setObjectName(f"pick:{field}")
        picker.activated.connect(lambda _: self.settings.change(**{field: picker.currentData()}))
        return picker

    def _items(self, devices: Sequence[DeviceInfo], chosen: str) -> list[tuple[str, str]]:
        items = [("", self.tr("The system's own choice")), *((device.id, device.name) for device in devices)]
        if chosen and chosen not in dict(items):
            items.append((chosen, self.tr("%1 (not plugged in)").replace("%1", chosen)))
        return items

    def _list_devices(self) -> None:
        """Devices come and go; a list that is open is left alone."""
        for picker, devices, chosen in (
            (self._microphones, self.model.microphones(), self.settings.now.microphone),
            (self._speakers, self.model.speakers(), self.settings.now.speaker_device),
        ):
            items = self._items(devices, chosen)
            there = [(picker.itemData(place), picker.itemText(place)) for place in range(picker.count())]
            if items != there and not picker.view().isVisible():
                picker.clear()
                for value, text in items:
                    picker.addItem(text, value)
                picker.setCurrentIndex(max(0, picker.findData(chosen)))

    # --- what is told -----------------------------------------------------------------------------------------------

    def _on_level(self) -> None:
        level = self.model.level
        self._meter.set_level(level.now, level.enough, level.room)
        self._say(self._loud, words_sound.loud_room() if self.model.room_is_loud else "")

    def _refresh(self) -> None:
        level, trial = self.model.level, self.model.trial
        self._say(self._stands, words_sound.microphone(level.state, level.device))
        self._on_level()
        self._speak.setEnabled(not self.model.listening)
        self._hear.setEnabled(trial is not None and trial.done and trial.verdict not in ("", "muted"))
        if trial is None:
            self._say(self._verdict, "")
            self._say(self._heard, "")
            return
        self._say(self._verdict, words_sound.verdict(trial.verdict) if trial.done else self.tr("Listening…"))
        heard = self.tr("Heard: %1").replace("%1", trial.words) if trial.words else ""
        if trial.done and not trial.words and trial.verdict not in ("nothing", "muted"):
            heard = self.tr("No words could be made out. Choosing and typing always work.")
        self._say(self._heard, heard)

    @staticmethod
    def _say(text: Text, words: str) -> None:
        text.say(words)
        text.setVisible(bool(words))

    def showEvent(self, event: QShowEvent) -> None:
        """Open the microphone."""
        super().showEvent(event)
        self.model.watch()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more."""
        self._timer.stop()
        self.model.leave()
        super().hideEvent(event)

    def escape(self) -> None:
        """Back to the settings."""
        self.context.route.go("settings")

    def first_focus(self) -> QWidget | None:
        """Where the keyboard begins."""
        while self.fill():
            pass
        return self._speak
