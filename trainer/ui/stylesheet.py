"""The one stylesheet, set once on the window: only what the painted controls do not paint themselves."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from trainer.ui.theme import Look


def palette_of(look: Look) -> QPalette:
    """What the stylesheet does not reach: Qt's own popups, carets and placeholders."""
    p, palette = look.palette, QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, p.bg),
        (QPalette.ColorRole.Base, p.surface),
        (QPalette.ColorRole.Text, p.ink),
        (QPalette.ColorRole.WindowText, p.ink),
        (QPalette.ColorRole.ButtonText, p.ink),
        (QPalette.ColorRole.PlaceholderText, p.ink2),
        (QPalette.ColorRole.Highlight, p.primary),
        (QPalette.ColorRole.HighlightedText, p.on_primary),
    ):
        palette.setColor(role, QColor(colour))
    return palette


def stylesheet(look: Look) -> str:
    """Qt style sheet text for this look. Never set per widget: a stylesheet is parsed again for every subtree."""
    p, px = look.palette, look.px
    return f"""
* {{ font-size: {px(1)}px; color: {p.ink}; }}
QMainWindow, QWidget#page, QWidget#inner, QScrollArea {{ background: {p.bg}; border: none; }}
QWidget#bare, QScrollArea#drawer-area, QWidget#drawer-view {{ background: transparent; }}
QLabel {{ background: transparent; }}
QLabel[role="h1"] {{ font-size: {px(1.75)}px; font-weight: 600; }}
QLabel[role="h2"] {{ font-size: {px(1.3)}px; font-weight: 600; }}
QLabel[role="title"] {{ font-size: {px(1.18)}px; font-weight: 600; }}
QLabel[role="h3"] {{ font-size: {px(1.06)}px; font-weight: 600; }}
QLabel[role="lead"] {{ font-size: {px(1.12)}px; }}
QLabel[role="muted"] {{ font-size: {px(0.92)}px; color: {p.ink2}; }}
QLabel[role="small"] {{ font-size: {px(0.92)}px; }}
QLabel[role="eyebrow"] {{ font-size: {px(0.88)}px; font-weight: 600; color: {p.ink2}; }}
QLabel[role="on-soft"] {{ color: {p.on_soft}; }}
QLabel[role="on-soft-h3"] {{ color: {p.on_soft}; font-size: {px(1.06)}px; font-weight: 600; }}
QLabel[role="warm"] {{ color: {p.warm}; font-weight: 600; font-size: {px(0.92)}px; }}
QFrame[card="card"] {{ background: {p.surface}; border: 1px solid {p.line}; border-radius: {px(1)}px; }}
QFrame[card="soft"] {{ background: {p.soft}; border: 1px solid {p.line if look.high_contrast else p.soft};
  border-radius: {px(1)}px; }}
QFrame[card="sunk"] {{ background: {p.sunken}; border: 1px solid {p.line}; border-radius: {px(0.9)}px; }}
QFrame[card="hard"] {{ background: {p.surface}; border: 2px solid {p.warm}; border-radius: {px(0.9)}px; }}
QFrame[card="panel"] {{ background: {p.surface}; border: 1px solid {p.line}; border-radius: {px(1.375)}px; }}
QFrame[card="drawer"] {{ background: {p.surface}; border: 1px solid {p.edge};
  border-top-left-radius: {px(1.375)}px; border-bottom-left-radius: {px(1.375)}px; }}
QFrame[card="rule"] {{ background: {p.line}; border: none; min-height: 1px; max-height: 1px; }}
QFrame[card="chip"] {{ background: {p.surface}; border: 1px solid {p.line}; border-radius: {px(0.85)}px; }}
QLineEdit, QPlainTextEdit {{ background: {p.surface}; border: 1.5px solid {p.edge}; border-radius: {px(0.75)}px;
  padding: {px(0.5)}px {px(0.9)}px; font-size: {px(1.06)}px; selection-background-color: {p.primary};
  selection-color: {p.on_primary}; placeholder-text-color: {p.ink2}; }}
QLineEdit {{ min-height: {px(1.5)}px; }}
QLineEdit:focus, QPlainTextEdit:focus {{ border: 3px solid {p.focus};
  padding: {px(0.5) - 1}px {px(0.9) - 1}px; }}
QComboBox {{ background: {p.surface}; border: 1.5px solid {p.edge}; border-radius: {px(0.6)}px;
  padding: {px(0.4)}px {px(0.8)}px; min-height: {px(1.5)}px; }}
QComboBox:focus {{ border: 3px solid {p.focus}; padding: {px(0.4) - 1}px {px(0.8) - 1}px; }}
QComboBox::drop-down {{ border: none; width: {px(2)}px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ background: {p.surface}; border: 1px solid {p.edge}; padding: {px(0.25)}px;
  selection-background-color: {p.soft}; selection-color: {p.on_soft}; outline: none; }}
QScrollBar:vertical {{ background: transparent; width: {px(0.75)}px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {p.edge}; border-radius: {px(0.25)}px; min-height: {px(2.5)}px;
  margin: 2px {px(0.125)}px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent;
  height: 0; }}
QToolTip {{ background: {p.surface}; color: {p.ink}; border: 1px solid {p.edge}; padding: {px(0.3)}px; }}
"""
