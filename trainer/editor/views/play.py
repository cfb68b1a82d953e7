"""Play from here: the real practice, begun at the moment of the caret. Nothing of it is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trainer.editor.view_models.desk import DeskModel
from trainer.speech import Way
from trainer.ui.bridge import Desk
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.page import HeaderRow, bare, column
from trainer.ui.kit.text import Text
from trainer.ui.theme import Look
from trainer.ui.view_models.practice import PracticeModel
from trainer.ui.view_models.route import Route
from trainer.ui.view_models.settings import SettingsModel
from trainer.ui.views.common import Context
from trainer.ui.views.practice import PracticePage


class _Practice(PracticeModel):
    """A practice whose way of answering is nobody's setting."""

    def set_way(self, way: Way) -> None:
        """Another way of answering, for this try only."""
        self._wish(lambda visit: visit.set_way(way))


class PlayPage(QWidget):
    """A bar that says what this is, and the practice page below it."""

    def __init__(self, look: Look, model: DeskModel, settings: SettingsModel, hide: Callable[[], None]) -> None:
        super().__init__()
        self.look, self.model = look, model
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self.setAccessibleName(self.tr("Play from here"))
        self.practice = _Practice(cast(Desk, model.bench), settings)
        whole = column(0, parent=self)
        whole.addWidget(self._bar())
        playing = model.playing
        visit = model.bench.play(playing.scene, playing.start) if playing is not None else None
        self.page: PracticePage | None = None
        if visit is None:
            whole.addWidget(Text(self.tr("This moment cannot be played yet. Look at what was found first.")))
            whole.addStretch(1)
            return
        self.practice.attach(visit)
        route = Route("practice")
        route.changed.connect(self.escape)
        self.page = PracticePage(Context(look, route, hide), self.practice, settings)
        whole.addWidget(self.page, 1)

    def _bar(self) -> QWidget:
        look, playing = self.look, self.model.playing
        back = CalmButton(look, self.tr("Back to the lines"), "back", "quiet")
        back.setObjectName("to-lines")
        back.setAccessibleDescription("Esc")
        back.clicked.connect(self.escape)
        again = CalmButton(look, self.tr("From here again"), "again", "small")
        again.setObjectName("play-again")
        again.clicked.connect(self.again)
        titles = column(0)
        moment = playing.moment if playing is not None else ""
        titles.addWidget(Text(self.tr("Trying from “%1”. Nothing of it is kept.").replace("%1", moment), "muted"))
        values = playing.values() if playing is not None else ""
        if values:
            titles.addWidget(Text(self.tr("Remembered here: %1").replace("%1", values), "muted"))
        bar = column(0)
        bar.setContentsMargins(look.px(0.8), look.px(0.4), look.px(0.8), 0)
        bar.addWidget(HeaderRow(look, [back], [again], bare(titles)))
        return bare(bar)

    def first_focus(self) -> QWidget:
        """Where the keyboard begins."""
        return self.page.first_focus() if self.page is not None else self

    def again(self) -> None:
        """The same moment once more."""
        self.let_go()
        self.model.moved.emit()

    def escape(self) -> None:
        """Back to the lines, at once."""
        self.let_go()
        self.model.go("sheet")

    def hush(self) -> None:
        """Nothing sounds."""
        self.practice.mute(True)

    def hear_line(self) -> None:
        """F5: hear the line again."""
        self.practice.repeat()

    def let_go(self) -> None:
        """The visit is put away."""
        self.practice.detach()
        self.model.bench.end_play()
