"""The tree that a screen reader walks."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget


def nodes(root: QWidget) -> Iterator[QAccessibleInterface]:
    """All accessible things below a widget that are not hidden, parents before their children."""
    waiting = [QAccessible.queryAccessibleInterface(root)]
    while waiting:
        node = waiting.pop()
        if node is None or not node.isValid() or node.state().invisible:
            continue
        yield node
        waiting += [node.child(at) for at in range(node.childCount())]
