"""The sheet's own colours: one format for each kind of stretch; weight as well as colour where it matters."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QColor, QFont, QTextCharFormat

from trainer.editor.model.tokens import TokenKind
from trainer.ui.theme import Look, mix

_BOLD: frozenset[TokenKind] = frozenset({"moment", "reply", "gesture", "speaker", "label"})


def formats(look: Look) -> Mapping[TokenKind, QTextCharFormat]:
    """Kind of stretch to its format; kinds that are not in it look like plain text."""
    p = look.palette
    speech = mix(p.ink, p.primary, 0.35) if not look.high_contrast else p.ink
    colours: dict[TokenKind, str] = {
        "note": p.ink2,
        "accepted": p.ink2,
        "moment": p.primary,
        "mark": p.ink2,
        "keyword": p.ink2,
        "speaker": speech,
        "name": p.ink,
        "label": p.ink,
        "target": p.primary,
        "condition": p.ink2,
        "tone": p.ink2,
        "slot": p.on_soft,
        "text": p.ink,
        "example": p.ink,
        "reply": p.ink,
        "gesture": p.ink,
        "cue": p.ink2,
        "unknown": p.ink,
    }
    made: dict[TokenKind, QTextCharFormat] = {}
    for kind, colour in colours.items():
        style = QTextCharFormat()
        style.setForeground(QColor(colour))
        if kind in _BOLD:
            style.setFontWeight(QFont.Weight.DemiBold)
        if kind == "slot":
            style.setBackground(QColor(p.soft))
        made[kind] = style
    return made
