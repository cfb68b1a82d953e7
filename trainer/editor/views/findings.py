"""What was found in the scene: line, reason, one fix. It can be put right here, or kept with a reason."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from trainer.editor.model.live import Problem
from trainer.editor.model.shape import OutlineRow
from trainer.editor.view_models.sheet import SheetModel
from trainer.editor.views.common import found_words, severity_name
from trainer.editor.views.gutter import ICONS
from trainer.editor.views.rows import RowList, RowView
from trainer.ui.kit.access import announce
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.layouts import FlowBox
from trainer.ui.kit.page import bare, column, row
from trainer.ui.kit.text import Card, Text
from trainer.ui.theme import WIDE_EM, Look

MOST = 400
"""Findings that are listed; a sheet with more is best looked at from the top."""


class FindingsPanel(Card):
    """`chosen(row, column)`: go there. One tab stop for the list: Enter goes there, F puts right, L keeps."""

    chosen = Signal(int, int)

    def __init__(self, look: Look, model: SheetModel) -> None:
        super().__init__("panel")
        self.look, self.model = look, model
        self.setAccessibleName(self.tr("What was found"))
        self.parts: tuple[OutlineRow, ...] = ()
        self._problems: tuple[Problem, ...] = ()
        self._at: Problem | None = None
        self._slim = False
        box = column(look.px(0.35), parent=self)
        box.setContentsMargins(look.px(0.9), look.px(0.45), look.px(0.9), look.px(0.45))
        box.addWidget(self._head())
        self.list = RowList(look, self.tr("What was found"), wraps=True)
        self.list.setObjectName("findings")
        self.list.picked.connect(self._on_picked)
        self.list.entered.connect(self._go)
        self.list.keys[Qt.Key.Key_F] = self.fix
        self.list.keys[Qt.Key.Key_L] = self.ask_reason
        self._body = row(look.px(1))
        self._body.addWidget(self.list, 3)
        self._bar = self._make_bar()
        self._body.addWidget(self._bar, 2)
        box.addLayout(self._body, 1)
        model.looked.connect(self.refresh)
        self.refresh()

    def _head(self) -> QWidget:
        line = row(self.look.px(0.6))
        self.toggle = CalmButton(self.look, self.tr("Findings"), "more", "quiet")
        self.toggle.setObjectName("findings-toggle")
        self.toggle.clicked.connect(lambda: self.set_open(self.list.isHidden()))
        line.addWidget(self.toggle)
        self._counts = Text("", "muted", wrap=False)
        line.addWidget(self._counts, 1)
        return bare(line)

    def _make_bar(self) -> QWidget:
        look = self.look
        box = column(look.px(0.3))
        self._fix_words = Text("", "small")
        box.addWidget(self._fix_words)
        self.reason = QLineEdit()
        self.reason.setObjectName("reason")
        self.reason.setAccessibleName(self.tr("Why it stays as it is"))
        self.reason.setPlaceholderText(self.tr("Leave it, because…"))
        self.reason.returnPressed.connect(self.keep)
        self.reason.hide()
        box.addWidget(self.reason)
        flow = FlowBox(look.px(0.5))
        self.fix_button = CalmButton(look, self.tr("Put it right"), "check", "small")
        self.fix_button.setObjectName("fix")
        self.fix_button.setAccessibleDescription(self.tr("F in the list"))
        self.fix_button.clicked.connect(self.fix)
        self.keep_button = CalmButton(look, self.tr("Leave it, because…"), "edit", "small")
        self.keep_button.setObjectName("keep")
        self.keep_button.setAccessibleDescription(self.tr("L in the list"))
        self.keep_button.clicked.connect(self.ask_reason)
        self.go_button = CalmButton(look, self.tr("Go to the line"), "forward", "small")
        self.go_button.setObjectName("go")
        self.go_button.clicked.connect(lambda: self._go(self.list.key()))
        for button in (self.fix_button, self.keep_button, self.go_button):
            flow.addWidget(button)
        box.addWidget(flow)
        box.addStretch(1)
        return bare(box)

    def fit(self, em: float) -> None:
        """The detail beside the list, or below it where there is no room beside."""
        wide = em >= WIDE_EM
        self._body.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    # --- what shows ---------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """What the latest look found."""
        self._problems = self.model.problems()[:MOST]
        rows = [self._row(problem) for problem in self._problems]
        self.list.show_rows(rows, rows[self._same_again()].key if rows else None)
        said = found_words(self.model.problems(), self.look.language == "ja")
        self._counts.say(said or self.tr("Nothing. It reads well."))
        self.toggle.setAccessibleName(f"{self.tr('Findings')}. {self._counts.plain_text()}")
        self._choose(self.problem())
        self._fit()

    def _same_again(self) -> int:
        """Where the chosen finding stands now, whose line may have gone up or down; else the first."""
        at = self._at
        if at is None:
            return 0
        same = [n for n, one in enumerate(self._problems) if (one.code, one.line_text) == (at.code, at.line_text)]
        here = [n for n, one in enumerate(self._problems) if (one.code, one.row) == (at.code, at.row)]
        return min(same or here or [0], key=lambda n: abs(self._problems[n].row - at.row))

    def _row(self, problem: Problem) -> RowView:
        place = self._place(problem)
        kind = severity_name(problem.severity)
        return RowView(
            f"{problem.row}:{problem.column}:{problem.code}",
            problem.message,
            "",
            ICONS[problem.severity],
            "primary" if problem.severity == "idea" else "warm",
            spoken=f"{kind}. {place}. {problem.message} {problem.fix}",
            lead=place,
        )

    def _place(self, problem: Problem) -> str:
        return self.tr("line %1").replace("%1", str(problem.row + 1))

    def problem(self) -> Problem | None:
        """The chosen finding."""
        at = self.list.currentRow()
        return self._problems[at] if 0 <= at < len(self._problems) else None

    def _choose(self, problem: Problem | None, picked: bool = False) -> None:
        same = self._at is not None and problem is not None and self._at.diagnostic == problem.diagnostic
        self._at = problem
        if not same:
            self.reason.hide()
        self._fix_words.say(problem.fix if problem is not None else "")
        if not same or picked or problem is None:
            self.fix_button.setVisible(problem is not None and self.model.can_fix(problem, picked))
        self.keep_button.setVisible(problem is not None and problem.can_accept)
        self._fit()

    def _fit(self) -> None:
        shown = bool(self._problems) and not self._slim
        if shown != self.list.isHidden() and shown != self._bar.isHidden():
            return
        self.list.setVisible(shown)
        self._bar.setVisible(shown)
        self.toggle.icon_name = "more" if shown else "less"
        self.toggle.update()
        self.updateGeometry()

    def set_open(self, shown: bool) -> None:
        """Show the list, or only how many there are."""
        self._slim = not shown
        self._fit()

    def sizeHint(self) -> QSize:
        """A third of a usual window, at most."""
        return QSize(self.look.px(20), self.look.px(13 if self.list.isVisible() else 3))

    # --- wishes -------------------------------------------------------------------------------------------------

    def _on_picked(self, key: str) -> None:
        problem = self.problem()
        self._choose(problem, picked=True)
        if problem is not None:
            self._show(problem)

    def _show(self, problem: Problem) -> None:
        """The line comes into sight; the keyboard stays in the list."""
        self.chosen.emit(problem.row, -1 - self.model.span(problem)[0])

    def _go(self, key: str) -> None:
        problem = self.problem()
        if problem is not None:
            self.chosen.emit(problem.row, self.model.span(problem)[0])

    def choose_row(self, row_number: int) -> bool:
        """Choose the first finding on that row of the sheet."""
        for at, problem in enumerate(self._problems):
            if problem.row == row_number:
                self.set_open(True)
                self.list.setCurrentRow(at)
                return True
        return False

    def fix(self) -> None:
        """Put the chosen one right."""
        problem = self.problem()
        if problem is not None and self.model.fix(problem):
            announce(self, self.tr("Put right."))

    def ask_reason(self) -> None:
        """Ask why the line stays as it is."""
        problem = self.problem()
        if problem is None or not problem.can_accept:
            return
        self.reason.clear()
        self.reason.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit()

    def keep(self) -> None:
        """Keep it as it is, with the reason that was given."""
        problem = self.problem()
        if problem is not None and self.reason.text().strip() and self.model.accept(problem, self.reason.text()):
            self.reason.hide()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_reason(self) -> bool:
        """Esc in the field of the reason. True when it was open."""
        if self.reason.isHidden():
            return False
        self.reason.hide()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
