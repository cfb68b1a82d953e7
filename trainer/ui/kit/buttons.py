"""Buttons, painted: own spacing, an icon that takes the text's colour, a focus ring that moves nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QPushButton, QRadioButton, QSizePolicy, QWidget

from trainer.ui.fonts import sized
from trainer.ui.icons import has_icon, paint
from trainer.ui.kit.focus import focus_shows
from trainer.ui.kit.leading import Paragraphs, lay
from trainer.ui.kit.phrases import bound, plain
from trainer.ui.kit.pressable import Pressable
from trainer.ui.theme import Look

ButtonKind = Literal["", "primary", "quiet", "small", "nav", "way", "tab", "warm", "number"]

_QUIET = ("quiet", "nav", "way", "tab")
"""Kinds without a border of their own."""
_WRAP = int(Qt.TextFlag.TextWordWrap)


class _Painted(Pressable):
    """What all painted buttons share; mixed into Qt's own classes so that roles and keys are Qt's."""

    def dress(self, look: Look, text: str, icon: str = "", kind: ButtonKind = "", name: str = "") -> None:
        """Set what is shown and how; `name` is the accessible name when it differs from the text."""
        self.look, self.icon_name, self.kind, self.label = look, icon, kind, text
        self.icon_only = False
        self._sizes: dict[tuple[str, int], QSize] = {}
        self._hints: dict[tuple[str, str], QSize] = {}
        self.setText(bound(text))
        self.setAccessibleName(name or plain(text))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # Not Fixed: that would hold a wrapped text to the height of one line.
        policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_kind(self, kind: ButtonKind) -> None:
        """The same button in another dress."""
        if kind != self.kind:
            self.kind = kind
            self._sizes.clear()
            self._hints.clear()
            self.updateGeometry()
            self.update()

    def set_icon_only(self, only: bool) -> None:
        """Show the icon alone; the name stays, and becomes the tooltip."""
        if only != self.icon_only and has_icon(self.icon_name):
            self.icon_only = only
            self.setToolTip(self.accessibleName() if only else "")
            self.updateGeometry()
            self.update()

    def _factor(self) -> float:
        return 0.92 if self.kind in ("small", "tab") else 1.0

    def _font(self, bold: bool) -> QFont:
        weight = QFont.Weight.DemiBold if bold else QFont.Weight.Normal
        return sized(self.font(), self.look.u * self._factor(), weight)

    def _pad(self) -> tuple[float, float]:
        u = self.look.u
        return {
            "small": (u * 0.7, u * 0.3),
            "tab": (u * 0.5, u * 0.3),
            "number": (u * 0.2, u * 0.55),
            "way": (u * 0.65, u * 0.6),
        }.get(self.kind, (u * 0.95, u * 0.6))

    def _icon_side(self) -> float:
        return self.look.u * 1.25 * self._factor() if has_icon(self.icon_name) else 0.0

    def _gap(self) -> float:
        return self.look.u * 0.45 if self._icon_side() and self._shown_text() else 0.0

    def _shown_text(self) -> str:
        return "" if self.icon_only else self.text()

    def _text_size(self, width: float) -> QSize:
        text = self._shown_text()
        if not text:
            return QSize(0, 0)
        key = (text, round(width))
        if key not in self._sizes:
            box = QFontMetricsF(self._font(True)).boundingRect(QRectF(0, 0, width, 9999), _WRAP, text)
            self._sizes[key] = QSize(int(box.width()) + 2, int(box.height()) + 1)
        return self._sizes[key]

    def sizeHint(self) -> QSize:
        """One line, unless the text is longer than a line may be."""
        # A layout asks the same button dozens of times.
        key = (self._shown_text(), self.font().key())
        if key not in self._hints:
            self._hints[key] = self._hint()
        return self._hints[key]

    def _hint(self) -> QSize:
        side, (pad_x, pad_y) = self._icon_side(), self._pad()
        text = self._text_size(self.look.u * 30)
        wide = round(pad_x * 2 + side + self._gap() + text.width())
        line = QFontMetricsF(self._font(True)).height()
        high = round(
            max(pad_y * 2 + max(line, text.height()), self.look.u * (1.85 if self.kind in ("small", "tab") else 2.5))
        )
        square = not self._shown_text() or self.kind == "number"
        return QSize(max(wide, high) if square else wide, high)

    def minimumSizeHint(self) -> QSize:
        """A long text may wrap, a short one keeps its line."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), self.look.px(14)), hint.height())

    def heightForWidth(self, width: int) -> int:
        """Height for that width in pixels."""
        pad_x, pad_y = self._pad()
        room = max(1.0, width - pad_x * 2 - self._icon_side() - self._gap())
        return max(self.sizeHint().height(), round(self._text_size(room).height() + pad_y * 2))

    def _colours(self) -> tuple[str | None, str, str | None]:
        """Background, text and border for the present state."""
        p, kind, on = self.look.palette, self.kind, self.isChecked()
        hover = self.isEnabled() and (self.underMouse() or self.isDown())
        filled = kind == "primary" or (on and (kind == "number" or self.look.high_contrast))
        if not self.isEnabled():
            return None, p.ink2, p.line
        if filled:
            return p.primary, p.on_primary, p.primary
        if on or hover:
            return p.soft, p.on_soft, p.primary if on else (p.edge if kind not in _QUIET else None)
        if kind == "warm":
            return p.surface, p.warm, p.warm
        if kind in _QUIET:
            return None, p.ink2 if kind in ("way", "tab") else p.ink, None
        return p.surface, p.ink, p.edge

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint box, icon and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        back, ink, border = self._colours()
        focus = focus_shows(self)
        width = 3.0 if focus else 1.5
        box = QRectF(self.rect()).adjusted(width / 2 + 0.5, width / 2 + 0.5, -width / 2 - 0.5, -width / 2 - 0.5)
        if self.isDown():
            box.translate(0, 1)
        colour = self.look.palette.focus if focus else border
        pen = QPen(QColor(colour), width) if colour else QPen(Qt.PenStyle.NoPen)
        if not self.isEnabled() and not focus:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(back) if back else Qt.BrushStyle.NoBrush)
        radius = self.look.u * (0.6 if self.kind in ("small", "tab", "number") else 0.75)
        painter.drawRoundedRect(box, radius, radius)
        self._paint_words(painter, box, ink)
        painter.end()

    def _paint_words(self, painter: QPainter, box: QRectF, ink: str) -> None:
        side, gap, pad = self._icon_side(), self._gap(), self._pad()[0]
        bold = self.kind == "primary" or self.isChecked()
        font = self._font(bold)
        room = self.width() - pad * 2 - side - gap
        text = self._shown_text()
        words = QFontMetricsF(font).boundingRect(QRectF(0, 0, room + 2, 9999), _WRAP, text) if text else QRectF()
        x = (self.width() - side - gap - words.width()) / 2
        if side:
            paint(painter, self.icon_name, QRectF(x, box.center().y() - side / 2, side, side), ink)
        if text:
            painter.setFont(font)
            painter.setPen(QColor(ink))
            place = QRectF(x + side + gap, box.center().y() - words.height() / 2, words.width() + 2, words.height() + 1)
            painter.drawText(place, _WRAP | int(Qt.AlignmentFlag.AlignLeft), text)


class CalmButton(_Painted, QPushButton):
    """An ordinary button. One *primary* a screen; *quiet* has no border; *nav* can stay pressed."""

    def __init__(
        self,
        look: Look,
        text: str,
        icon: str = "",
        kind: ButtonKind = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        QPushButton.__init__(self, parent)
        self.dress(look, text, icon, kind, name)
        self.setAutoDefault(False)
        if not text:
            self.icon_only = has_icon(icon)
            self.setToolTip(name)
            if not self.icon_only:
                self.setText(name)

    def keyPressEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001 - Qt's own signature
        """Enter presses, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


class WayButton(_Painted, QRadioButton):
    """One of several, of which exactly one holds: a radio button, with its role and its arrow keys."""

    def __init__(self, look: Look, text: str, icon: str = "", kind: ButtonKind = "way", name: str = "") -> None:
        QRadioButton.__init__(self)
        self.dress(look, text, icon, kind, name)


@dataclass(frozen=True, slots=True)
class _Check:
    """Where the parts of a check box stand; `u` is the text's size."""

    u: float
    words: Paragraphs
    note: Paragraphs | None

    @property
    def mark(self) -> QRectF:
        return QRectF(2, self.u * 0.35, self.u * 1.4, self.u * 1.4)

    @property
    def at_words(self) -> QRectF:
        """Beside the mark's middle, where they are one line."""
        top = max(0.0, (self.u * 1.4 - self.words.height) / 2) + self.u * 0.35
        return QRectF(self.u * 2.0, top, self.words.room, self.words.height)

    @property
    def at_note(self) -> QRectF:
        height = self.note.height if self.note is not None else 0.0
        return QRectF(self.u * 2.0, self.at_words.bottom(), self.words.room, height)

    @property
    def height(self) -> float:
        """Of the whole control."""
        return max(self.mark.bottom(), self.at_note.bottom()) + self.u * 0.35


class CalmCheck(QCheckBox):
    """A check box whose words wrap, with a quieter note under them."""

    def __init__(self, look: Look, text: str, note: str = "") -> None:
        super().__init__()
        self.look, self._note = look, bound(note)
        self.setText(bound(text))
        self._laid: tuple[tuple[int, str], _Check] | None = None
        self._heights: dict[tuple[int, str], int] = {}
        self.setAccessibleName(text)
        self.setAccessibleDescription(note)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _lines(self, width: int) -> _Check:
        """Mark, words and note in that width, with the air between lines that other text has."""
        key = (width, self.font().key())
        if self._laid is None or self._laid[0] != key:
            u = self.look.u
            room, left = max(u, width - u * 2.0 - 4), Qt.AlignmentFlag.AlignLeft
            words = lay(self.text(), sized(self.font(), u), room, left)
            note = lay(self._note, sized(self.font(), u * 0.92), room, left) if self._note else None
            self._laid = key, _Check(u, words, note)
        return self._laid[1]

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height for that width in pixels."""
        key = (width, self.font().key())
        if key not in self._heights:
            self._heights[key] = round(self._lines(width).height)
        return self._heights[key]

    def sizeHint(self) -> QSize:
        """A comfortable width."""
        return QSize(self.look.px(18), self.heightForWidth(self.look.px(18)))

    def minimumSizeHint(self) -> QSize:
        """Still readable."""
        return QSize(self.look.px(10), self.look.px(2))

    def hitButton(self, pos: QPoint) -> bool:
        """All of it can be pressed."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint mark, words and note."""
        p, painter = self.look.palette, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lines = self._lines(self.width())
        mark = lines.mark
        focus = focus_shows(self)
        painter.setPen(
            QPen(QColor(p.focus if focus else p.primary if self.isChecked() else p.edge), 3 if focus else 1.5)
        )
        painter.setBrush(QColor(p.primary if self.isChecked() else p.surface))
        inner = mark.adjusted(1.5, 1.5, -1.5, -1.5)
        painter.drawRoundedRect(inner, self.look.u * 0.4, self.look.u * 0.4)
        if self.isChecked() and not paint(painter, "check", inner.adjusted(2, 2, -2, -2), p.on_primary):
            painter.fillRect(inner.adjusted(5, 5, -5, -5), QColor(p.on_primary))
        painter.setPen(QColor(p.ink))
        lines.words.draw(painter, lines.at_words)
        if lines.note is not None:
            painter.setPen(QColor(p.ink2))
            lines.note.draw(painter, lines.at_note)
        painter.end()


def rounded_rect(rect: QRect, inset: float) -> QRectF:
    """`rect` made smaller on all sides by `inset` pixels."""
    return QRectF(rect).adjusted(inset, inset, -inset, -inset)
