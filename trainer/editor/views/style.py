"""What the desk adds to the one stylesheet of the screens: its text field, lists and tables."""

from __future__ import annotations

from trainer.ui.theme import Look


def desk_style(look: Look) -> str:
    """Qt style sheet text for this look; it follows `trainer.ui.stylesheet` on the window."""
    p, px = look.palette, look.px
    return f"""
QPlainTextEdit#sheet, QPlainTextEdit#sheet:focus {{ background: {p.surface}; border: none; padding: 0;
  border-radius: 0; font-size: {px(1.06)}px; selection-background-color: {p.primary};
  selection-color: {p.on_primary}; }}
QFrame[card="focused"] {{ background: {p.surface}; border: 3px solid {p.focus}; border-radius: {px(1.375)}px; }}
QListView, QTreeView {{ background: transparent; border: none; outline: none; font-size: {px(1)}px; }}
QListView#completion {{ background: {p.surface}; color: {p.ink}; border: 1px solid {p.edge};
  padding: {px(0.25)}px; font-size: {px(1)}px; }}
QListView#completion::item {{ padding: {px(0.25)}px {px(0.5)}px; border-radius: {px(0.4)}px; }}
QListView#completion::item:selected {{ background: {p.soft}; color: {p.on_soft};
  border: 1px solid {p.primary}; }}
QMenu {{ background: {p.surface}; color: {p.ink}; border: 1px solid {p.edge}; padding: {px(0.3)}px; }}
QMenu::item {{ padding: {px(0.4)}px {px(1)}px; border-radius: {px(0.4)}px; }}
QMenu::item:selected {{ background: {p.soft}; color: {p.on_soft}; }}
QMenu::item:disabled {{ color: {p.ink2}; }}
QScrollBar:horizontal {{ background: transparent; height: {px(0.75)}px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {p.edge}; border-radius: {px(0.25)}px; min-width: {px(2.5)}px;
  margin: {px(0.125)}px 2px; }}
QSplitter::handle {{ background: transparent; }}
"""
