"""The card of voice and microphone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QBoxLayout

from trainer.ui.kit.buttons import CalmButton, CalmCheck
from trainer.ui.kit.dial import Dial
from trainer.ui.kit.layouts import FlowBox
from trainer.ui.kit.meters import LevelMeter
from trainer.ui.kit.page import column
from trainer.ui.kit.text import Card, Text, rule
from trainer.ui.theme import Look
from trainer.ui.view_models.settings import SettingsModel
from trainer.ui.views.settings_widgets import Picker, check

AGAIN, TIMES = 700, 5
"""Milliseconds until microphones are asked for again while there is none, and how often."""


class VoiceCard(Card):
    """The microphone is never required."""

    def __init__(self, look: Look, model: SettingsModel, try_out: Callable[[], None]) -> None:
        """`try_out` goes to the page where microphone and loudspeaker are tried out."""
        super().__init__("card")
        self.look, self.model, self._try_out = look, model, try_out
        box = column(look.px(0.5), parent=self)
        box.setContentsMargins(look.px(1.15), look.px(0.95), look.px(1.15), look.px(0.95))
        self._fill(box)
        model.level_changed.connect(self._on_level)

    def _fill(self, box: QBoxLayout) -> None:
        look, now = self.look, self.model.now
        box.addWidget(Text(self.tr("Voice and microphone"), "h2"))
        box.addWidget(Text(self.tr("The microphone is never required."), "muted"))
        picker = self._microphones = Picker(look, self.tr("Microphone"), (), "")
        self._list_microphones()
        picker.activated.connect(lambda _: self.model.change(microphone=picker.currentData()))
        box.addWidget(picker)
        self._meter = LevelMeter(look, self.tr("Microphone level"))
        box.addWidget(self._meter)
        box.addWidget(
            Text(self.tr("A quiet voice is enough: anything right of the line is heard. Nothing is kept."), "muted")
        )
        self._test = CalmButton(look, self.tr("Look at the level"), "speak")
        self._test.setObjectName("level")
        self._test.clicked.connect(self._toggle_check)
        self._name_test()
        more = CalmButton(look, self.tr("Try it out"), "forward")
        more.setObjectName("try-microphone")
        more.clicked.connect(lambda: self._try_out())
        flow = FlowBox(look.px(0.5))
        flow.addWidget(self._test)
        flow.addWidget(more)
        box.addWidget(flow)
        box.addWidget(
            self._check(
                self.tr("I use headphones"), self.tr("The partner can be interrupted."), now.headphones, "headphones"
            )
        )
        box.addWidget(
            self._check(
                self.tr("Press to speak"),
                self.tr("The microphone listens only while you want it to."),
                now.push_to_talk,
                "push_to_talk",
            )
        )
        waiting = Dial(
            look,
            self.tr("Wait after you stop speaking"),
            (2, 8),
            round(now.pause),
            lambda value: self.tr("%n second(s)", "", value),
        )
        waiting.moved.connect(lambda value: self.model.change(pause=float(value), pause_learnt=False))
        box.addWidget(waiting)
        learnt = self.tr("It follows your own pauses a little at a time. Now: %1 seconds.")
        box.addWidget(
            self._check(
                self.tr("Learn this from how I speak"),
                learnt.replace("%1", f"{now.pause:.1f}"),
                now.pause_learnt,
                "pause_learnt",
            )
        )
        box.addWidget(rule())
        self._fill_partner_voice(box)

    def _list_microphones(self, times: int = TIMES) -> None:
        """In the first second of the program none is known yet."""
        picker, known = self._microphones, self.model.microphones()
        if not picker.count() or not picker.view().isVisible():
            picker.offer(
                [("", self.tr("The system's own choice")), *((one.id, one.name) for one in known)],
                self.model.now.microphone,
            )
        if not known and times:
            QTimer.singleShot(AGAIN, self, lambda: self._list_microphones(times - 1))

    def _fill_partner_voice(self, box: QBoxLayout) -> None:
        add = box.addWidget
        look, now = self.look, self.model.now
        add(
            self._check(
                self.tr("Sound on"), self.tr("Off: the words are shown, and nothing is heard."), now.sound, "sound"
            )
        )
        voices = [("", self.tr("The voice that fits the person"))]
        voices += [(voice.id, voice.name) for voice in self.model.voices()]
        add(Text(self.tr("Partner's voice")))
        picker = Picker(look, self.tr("Partner's voice"), voices, now.voice)
        picker.activated.connect(lambda _: self.model.change(voice=picker.currentData()))
        add(picker)
        volume = Dial(
            look,
            self.tr("How loud"),
            (0, 10),
            round(now.volume * 10),
            lambda value: self.tr("%1 of 10").replace("%1", str(value)),
            (self.tr("soft"), self.tr("full")),
        )
        volume.moved.connect(lambda value: self.model.change(volume=value / 10))
        add(volume)
        sample = CalmButton(look, self.tr("Hear a sample"), "hear")
        sample.clicked.connect(lambda: self.model.hear_sample(self.tr("Hello. Take your time. There is no hurry.")))
        flow = FlowBox(look.px(0.5))
        flow.addWidget(sample)
        add(flow)

    def _toggle_check(self) -> None:
        self.model.toggle_check()
        self._name_test()

    def _name_test(self) -> None:
        text = self.tr("Stop looking") if self.model.checking else self.tr("Look at the level")
        self._test.dress(self.look, text, "stop" if self.model.checking else "speak")
        self._test.updateGeometry()

    def _on_level(self, now: float, enough: float) -> None:
        self._meter.set_level(now, enough)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more."""
        self.model.stop_check()
        super().hideEvent(event)

    def _check(self, text: str, note: str, on: bool, field: str) -> CalmCheck:
        return check(self.look, self.model, (text, note), on, field)
