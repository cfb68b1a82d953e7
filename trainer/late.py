"""Own modules that are loaded when something of them is first used, so that the first picture waits for none of them.

Written so that the type checker and the linter of the floors see the module as if it were imported:

    if TYPE_CHECKING:
        from trainer.session import runner as running
    else:
        running = late("trainer.session.runner")

Names are then looked up on use (`running.Runner`). See docs/decisions/0195.
"""

from __future__ import annotations

import importlib
from typing import Any

_PROMISED: dict[str, None] = {}


class Late:
    """Stands for a module until something is asked of it; loading is importlib's, so it is safe from any thread."""

    def __init__(self, name: str) -> None:
        self._late_name = name

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the module holds
        return getattr(importlib.import_module(self._late_name), name)


def late(name: str) -> Late:
    """The module of that full name, not loaded yet."""
    _PROMISED[name] = None
    return Late(name)


def load_next() -> bool:
    """Load one module that was promised, in the order they were named; False when none is left.

    Called between events once the first picture stands, so that no page waits for its module either.
    """
    for name in tuple(_PROMISED):
        del _PROMISED[name]
        importlib.import_module(name)
        return True
    return False
