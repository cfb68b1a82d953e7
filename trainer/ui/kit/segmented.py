"""A segmented control: one of a few, all in sight; wraps when it does not fit. One tab stop, arrows inside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from trainer.ui.kit.buttons import ButtonKind, WayButton
from trainer.ui.kit.layouts import ColumnsBox, FlowBox
from trainer.ui.kit.text import Card
from trainer.ui.theme import Look


@dataclass(frozen=True, slots=True)
class Option:
    """One of the choices: what it means, its words, its icon, and a longer name if the words need one."""

    key: str
    text: str
    icon: str = ""
    name: str = ""


class Segmented(Card):
    """The chosen one is boxed, bold and coloured, never coloured alone. `chosen(key)`: a person chose."""

    chosen = Signal(str)

    def __init__(self, look: Look, name: str, options: Sequence[Option], key: str, kind: ButtonKind = "way") -> None:
        super().__init__("sunk")
        self.setAccessibleName(name)
        self.buttons: dict[str, WayButton] = {}
        self._icons = False
        self._pad = pad = look.px(0.28)
        self._flow = FlowBox(pad)
        self._flow.setContentsMargins(pad, pad, pad, pad)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._flow)
        for option in options:
            button = WayButton(look, option.text, option.icon, kind, option.name)
            button.setObjectName(f"{name}:{option.key}")
            button.setChecked(option.key == key)
            button.toggled.connect(self._on_toggled)
            self.buttons[option.key] = button
            self._flow.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._one_tab_stop()

    def key(self) -> str:
        """What is chosen."""
        return next((key for key, button in self.buttons.items() if button.isChecked()), "")

    def set_key(self, key: str) -> None:
        """Show this as chosen without telling anybody."""
        button = self.buttons.get(key)
        if button is not None and not button.isChecked():
            self.blockSignals(True)
            button.setChecked(True)
            self.blockSignals(False)
        self._one_tab_stop()

    def set_icons(self, icons: bool) -> None:
        """Words for the chosen one only; the others are icons that keep their names."""
        self._icons = icons
        self._one_tab_stop()

    def row_width(self) -> int:
        """Pixels of all buttons in one row, as they are dressed now."""
        wide = sum(button.sizeHint().width() for button in self.buttons.values())
        return wide + self._pad * (len(self.buttons) + 1)

    def _on_toggled(self, on: bool) -> None:
        if on:
            self._one_tab_stop()
            self.chosen.emit(self.key())

    def _one_tab_stop(self) -> None:
        current = self.key()
        for at, (key, button) in enumerate(self.buttons.items()):
            stop = key == current or (not current and at == 0)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)
            button.set_icon_only(self._icons and not button.isChecked())


class NumberScale(Card):
    """0 to 10 in eleven buttons with words at the ends; may stay empty; Delete clears it."""

    chosen = Signal(object)

    def __init__(self, look: Look, name: str, ends: tuple[str, str], value: int | None, spoken: str) -> None:
        super().__init__("chip")
        self.setProperty("card", "")
        self.setAccessibleName(name)
        self.buttons: list[WayButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(0.25))
        row = ColumnsBox(look.px(0.25), look.px(1.85), 11, level=True)
        for number in range(11):
            button = WayButton(look, str(number), kind="number", name=spoken.replace("%1", str(number)))
            button.setObjectName(f"{name}:{number}")
            button.setChecked(number == value)
            button.toggled.connect(self._on_toggled)
            self.buttons.append(button)
            row.addWidget(button)
        self.buttons[0].setAccessibleDescription(ends[0])
        self.buttons[10].setAccessibleDescription(ends[1])
        column.addWidget(row)
        self.ends = ends

    def value(self) -> int | None:
        """The chosen number, or None."""
        return next((at for at, button in enumerate(self.buttons) if button.isChecked()), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace make it empty again."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
            return
        super().keyPressEvent(event)

    def clear(self) -> None:
        """Nothing is chosen."""
        current = self.value()
        if current is None:
            return
        for button in self.buttons:
            button.setAutoExclusive(False)
            button.setChecked(False)
            button.setAutoExclusive(True)
        self.chosen.emit(None)

    def _on_toggled(self, on: bool) -> None:
        if on:
            self.chosen.emit(self.value())
