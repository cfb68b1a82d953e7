"""Our own child processes stand back a little: where cores are few the window goes first (decision 0246)."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys

BACK = 5
"""Steps of `nice` (POSIX): beside a window that computes, a child gets a quarter of a shared core; alone, all of it."""
FLAGS: int = getattr(subprocess, "CREATE_NO_WINDOW", 0) | getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
"""`creationflags` of a child: 0 but on Windows, where these say the same."""


def stand_back(pid: int) -> None:
    """Lower the priority of a child that has only now been started, so that its threads have it too."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):  # it has ended already, or nothing lower is allowed
            os.setpriority(os.PRIO_PROCESS, pid, min(19, os.getpriority(os.PRIO_PROCESS, pid) + BACK))
