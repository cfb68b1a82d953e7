"""The upper part of the practice page: the living picture, what is said in it, what is seen and heard in it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.session.view import VisitView
from trainer.ui.kit.access import announce
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.caption import CaptionBubble
from trainer.ui.kit.layouts import FlowBox
from trainer.ui.kit.page import column, row
from trainer.ui.kit.text import Card, IconLabel, Text
from trainer.ui.scene.company import NOBODY
from trainer.ui.scene.partners import company
from trainer.ui.scene.view import SceneView
from trainer.ui.theme import WIDE_EM, Look
from trainer.ui.view_models.practice import YOU, PracticeModel
from trainer.ui.view_models.settings import SettingsModel

_FACES = {"speaking": "speaking", "listening": "listening", "ended": "smile"}

MIDDLE_EM, ROOMY_EM = 46.0, 29.0
"""Units of width and height from which the bubble has room in the picture of a low window."""


class PracticeStage(QWidget):
    """Wide: the bubble stands in the picture. Narrow: below it. Low: beside it. It never covers the face."""

    spoke = Signal()

    def __init__(self, look: Look, model: PracticeModel, settings: SettingsModel) -> None:
        super().__init__()
        self.setObjectName("bare")
        self.look, self.model, self.settings = look, model, settings
        self._told: tuple[str, ...] = ()
        self.scene = SceneView(self)
        self._dress_scene()
        self.cue = Card("chip", self)
        box = column(0, parent=self.cue)
        line = row(look.px(0.4))
        line.setContentsMargins(look.px(0.8), look.px(0.3), look.px(0.8), look.px(0.3))
        line.addWidget(IconLabel(look, "look", 1.1))
        self._cue_text = Text("", "small", wrap=True)
        line.addWidget(self._cue_text, 1)
        box.addLayout(line)
        self.bubble = CaptionBubble(look)
        self.bubble.setParent(self)
        self.bar = FlowBox(look.px(0.5), parent=self)
        self._make_bar()
        self._wide, self._low = True, False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.bubble.raise_()
        model.changed.connect(self.refresh)
        model.mouth.connect(self.scene.set_mouth)
        self.refresh()

    def _dress_scene(self) -> None:
        view = self.model.view
        self.scene.set_setting(view.setting)
        self.scene.set_partner_name(view.partner_name)
        self._dress_people(view)
        self.scene.set_language(self.look.language)
        self.scene.set_visible_partner(view.seen)
        self.scene.set_reduced_motion(self.look.reduced)
        self.scene.set_high_contrast(self.look.high_contrast)

    def _dress_people(self, view: VisitView) -> None:
        """The first is the partner who was chosen; the others are always the same ones, and nobody's double."""
        chosen, others = self.settings.now.partner, view.people[1:]
        self.scene.set_partner(chosen)
        looks = company(chosen, [one.key for one in others])
        self.scene.set_company([(look, one.name) for look, one in zip(looks, others, strict=True)])

    def _make_bar(self) -> None:
        self.again = CalmButton(self.look, self.tr("Hear it again"), "hear", "small")
        self.again.setAccessibleDescription("F5")
        self.again.clicked.connect(lambda: self.model.repeat())
        self.slower = CalmButton(self.look, self.tr("Slower"), "slower", "small")
        self.slower.setAccessibleDescription(self.tr("Says the same line again, more slowly."))
        self.slower.clicked.connect(lambda: self.model.repeat(slower=True))
        self.words = CalmButton(self.look, self.tr("Words off"), "captions", "small")
        self.words.clicked.connect(lambda: self.model.toggle_words())
        for button in (self.again, self.slower, self.words):
            self.bar.addWidget(button)

    def set_low(self, low: bool) -> None:
        """Low: a small picture, the bubble beside it, the buttons as icons in the row of the name."""
        if low == self._low:
            return
        self._low = low
        self._dress_bar()
        (self.bar if low else self.bubble).raise_()
        self.updateGeometry()
        self.arrange()

    def _dress_bar(self) -> None:
        for button in (self.again, self.slower, self.words):
            button.set_icon_only(self._low)

    # --- what shows ----------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the present snapshot."""
        view, model = self.model.view, self.model
        lines = [
            replace(line, who=self.tr("You (said for you)")) if line.who == YOU else line for line in model.captions()
        ]
        cover = (
            self.tr("The words are hidden. You can listen, and turn them on at any time.") if model.words_off else ""
        )
        self.bubble.set_lines(lines, cover)
        self.bubble.setVisible(bool(lines))
        self.bar.setVisible(bool(lines))
        words = self.tr("Words on") if model.words_off else self.tr("Words off")
        if self.words.accessibleName() != words:
            self.words.dress(self.look, words, "captions", "small")
            self.words.setToolTip("")
            self._dress_bar()
            self.words.updateGeometry()
        self._cue_text.say(view.narration[-1] if view.narration else "")
        self.cue.setVisible(bool(view.narration))
        self._show_speaker(view)
        self._move_scene(view)
        self._announce(view)
        self.updateGeometry()
        self.arrange()

    def _show_speaker(self, view: VisitView) -> None:
        """In a scene with several people the one who speaks moves the mouth, and the others look there."""
        self._dress_people(view)
        at = view.spoken.line if view.spoken is not None else -1
        line = view.captions[at] if -1 <= at < len(view.captions) and view.captions else None
        if line is None or line.speaker == YOU:
            return
        keys = [one.key for one in view.people]
        self.scene.set_speaker(keys.index(line.speaker) if line.speaker in keys else NOBODY)

    def _move_scene(self, view: VisitView) -> None:
        speaking = view.phase == "speaking" and bool(view.captions)
        self.scene.set_face(_FACES.get(view.phase, "neutral") if not speaking else "speaking")
        if not speaking:
            self.scene.set_mouth(0.0)
        values = {dial.name: dial.value for dial in view.dials}
        self.scene.set_dials(
            queue=values.get("queue", 0), eyes=values.get("eyes", 1), time=self._time_of_day(values.get("time"))
        )

    def _time_of_day(self, dial: int | None) -> int:
        """As the dial says; on a dark screen never by bright day, so that nothing glares at 3 a.m."""
        if self.look.theme != "dark":
            return dial or 0
        return 2 if dial is None else max(dial, 1)

    def _announce(self, view: VisitView) -> None:
        told = tuple(line.text for line in view.captions)
        if told and told != self._told:
            name = view.captions[-1].name
            announce(self.bubble, f"{name}: {' '.join(told)}")
        self._told = told

    # --- where it stands -----------------------------------------------------------------------------------------

    def _is_wide(self, width: int) -> bool:
        # With the buttons as icons the bubble needs less room in the picture, but the picture still needs its height.
        roomy = self._low and self.window().height() >= ROOMY_EM * self.look.u
        return width / self.look.u >= (MIDDLE_EM if roomy else WIDE_EM - 3)

    def hasHeightForWidth(self) -> bool:
        """The bubble's words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for the bubble beside the face, or below the picture."""
        if self._is_low(width):
            return self._low_height(width)
        u, bubble = self.look.u, self._bubble_width(width)
        under = self.bubble.heightForWidth(bubble) if self.bubble.lines() else 0
        bar = self._bar_height(self._bar_width(width))
        if self._is_wide(width):
            return round(max(u * 13, under + bar + u * 1.8))
        cue = self._cue_height(width) + self.look.px(0.5) if self.cue_shows() else 0
        return round(self._picture_height(width) + under + bar + cue + u * 1.2)

    def _bar_height(self, width: int) -> int:
        return 0 if self.bar.isHidden() else self.bar.heightForWidth(width)

    def cue_shows(self) -> bool:
        """Is something seen or heard just now?"""
        return bool(self.model.view.narration)

    def _cue_width(self) -> int:
        """With all its words in one line."""
        words = self._cue_text.fontMetrics().horizontalAdvance(self._cue_text.text())
        return words + self.look.px(0.8) * 2 + self.look.px(0.4) + self.look.px(1.1) + self.look.px(0.3)

    def _cue_height(self, width: int) -> int:
        return self.cue.heightForWidth(width)

    def _picture_height(self, width: int) -> int:
        return round(max(self.look.u * 7, min(self.window().height() * 0.34, width * 0.45)))

    def _bubble_width(self, width: int) -> int:
        if not self._is_wide(width):
            return width
        most = round(min(max(width * 0.37, self.look.u * 20), self.look.u * 32, width * 0.40 - 12))
        return self.bubble.best_width(most)

    def _bar_width(self, width: int) -> int:
        """The buttons under the bubble may reach to the edge of the picture."""
        return round(width * 0.40 - self.look.px(1.1)) if self._is_wide(width) else width

    def _is_low(self, width: int) -> bool:
        return self._low and not self._is_wide(width)

    def _low_picture(self, width: int) -> int:
        """Width of the small picture: a fifth of a narrow page, three tenths for more room or more people."""
        if len(self.model.view.people) > 1:
            return round(width * 0.30)
        share = min(0.30, max(0.18, 0.20 + (width / self.look.u - 30) / 80))
        return round(width * share)

    def _low_height(self, width: int) -> int:
        gap, beside = self.look.px(0.5), width - self._low_picture(width)
        under = self.bubble.heightForWidth(beside - gap) if self.bubble.lines() else 0
        cue = self._cue_height(width) + gap if self.cue_shows() else 0
        return max(under, self.look.px(4.6)) + cue

    def _arrange_low(self, width: int, height: int) -> None:
        """Picture, bubble and cue where every line of height counts."""
        gap, y, picture = self.look.px(0.5), 0, self._low_picture(width)
        if self.cue_shows():
            cue = self._cue_height(width)
            self.cue.setGeometry(0, 0, width, cue)
            y = cue + gap
        self.scene.setGeometry(0, y, picture if self.bubble.lines() else width, height - y)
        x, bar = picture + gap, self.bar.sizeHint()
        bubble = width - x
        self.bubble.setGeometry(x, y, bubble, self.bubble.heightForWidth(bubble))
        top, high = self.bubble.name_row()
        right = width - self.look.px(0.5)
        self.bar.setGeometry(right - bar.width(), y + top + (high - bar.height()) // 2, bar.width(), bar.height())

    def sizeHint(self) -> QSize:
        """A comfortable size."""
        return QSize(self.look.px(60), self.look.px(24))

    def minimumSizeHint(self) -> QSize:
        """Still usable; the page scrolls below that."""
        return QSize(self.look.px(15), self.look.px(4.6 if self._low else 7))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything finds its place."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Place picture, bubble, buttons and cue."""
        width, height, gap = self.width(), self.height(), self.look.px(0.6)
        wide = self._is_wide(width)
        if wide != self._wide:
            self._wide = wide
            self.bubble.set_tail(wide)
        low = self._is_low(width)
        self.scene.set_close(low)
        self.bubble.set_close(low, self.bar.sizeHint().width() if low else 0)
        if low:
            self._arrange_low(width, height)
            return
        bubble = self._bubble_width(width)
        tall = self.bubble.heightForWidth(bubble)
        bar = self._bar_height(self._bar_width(width))
        if wide:
            self.scene.setGeometry(0, 0, width, height)
            x = round(width * 0.60)
            y = max(gap, min(round(height * 0.07), height - tall - bar - gap * 2))
            self.bubble.setGeometry(x, y, bubble, tall)
            inset = self.look.px(0.5)
            self.bar.setGeometry(x + inset, y + tall + gap // 2, self._bar_width(width), bar)
            cue = min(self._cue_width(), round(width * 0.5))
            cue_high = self._cue_height(cue)
            self.cue.setGeometry(gap * 2, height - cue_high - gap * 2, cue, cue_high)
            return
        cue_high = self._cue_height(width) if self.cue_shows() else 0
        below = tall + bar + gap * 2 + (cue_high + gap if cue_high else 0)
        picture = max(self._picture_height(width), height - below) if self.bubble.lines() else height
        self.scene.setGeometry(0, 0, width, picture)
        y = picture + gap
        if cue_high:
            self.cue.setGeometry(0, y, width, cue_high)
            y += cue_high + gap
        self.bubble.setGeometry(0, y, width, tall)
        self.bar.setGeometry(0, y + tall + gap // 2, width, bar)
