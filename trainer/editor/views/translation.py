"""Placeholder."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from trainer.ui.theme import Look


class TranslationView(QWidget):
    """Placeholder."""

    def __init__(self, look: Look, *rest: Any) -> None:  # noqa: ANN401
        super().__init__()
