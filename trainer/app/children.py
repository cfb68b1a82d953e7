"""How to start our own child processes."""

from __future__ import annotations

import sys


def child_command(name: str) -> tuple[str, ...]:
    """The command of a hidden subcommand: through the frozen program itself, or through Python."""
    if getattr(sys, "frozen", False):
        return (sys.executable, name)
    return (sys.executable, "-m", "trainer", name)
