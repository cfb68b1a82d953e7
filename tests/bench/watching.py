"""What a process and its children take, and what the window's thread was at while it did not answer. Linux only."""

from __future__ import annotations

import gc
import os
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

PROC = Path("/proc")
TICKS = os.sysconf("SC_CLK_TCK")
COUNTED = 0.05
"""Seconds between two countings of what the other threads waited."""
LATE = 0.08
"""Seconds without a beat after which the watchdog looks at what the thread is doing."""


def words_of(pid: int) -> bytes:
    """The command line, its words parted by spaces; empty when it has ended."""
    try:
        return (PROC / str(pid) / "cmdline").read_bytes().replace(b"\0", b" ")
    except OSError:
        return b""


def children(pid: int) -> list[int]:
    """Those it started that still run."""
    found: list[int] = []
    try:
        tasks = list((PROC / str(pid) / "task").iterdir())
    except OSError:
        return found
    for task in tasks:
        try:
            found += [int(child) for child in (task / "children").read_text().split()]
        except OSError:
            continue
    return found


def family(pid: int, without: bytes = b"tests.helpers.mouth") -> list[int]:
    """The process and all below it, but for those whose command line holds `without` (the trainee is no part of it)."""
    found = [pid]
    for child in children(pid):
        if without not in words_of(child):
            found += family(child, without)
    return found


def pss(pid: int, kind: str = "Pss") -> float:
    """Its memory in MB, pages shared with others counted in parts; 0 when it has ended. "Pss_Anon" leaves files out.

    Pages of mapped dictionaries come and go with what else reads them; only the program's own can be leaked.
    """
    try:
        rows = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(row.split()[1]) / 1024 for row in rows if row.startswith(f"{kind}:")), 0.0)


def cpu_seconds(pid: int, task: int | None = None) -> float:
    """Computing so far of the process, or of one of its threads (s); 0 when it has ended."""
    place = PROC / str(pid) / "stat" if task is None else PROC / str(pid) / "task" / str(task) / "stat"
    try:
        fields = place.read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICKS


def counted(pid: int) -> dict[str, float]:
    """Memory in MB (all; its own without mapped files; both of the program alone), threads, processes, descriptors."""
    all_of_them = family(pid)
    sizes = {each: pss(each) for each in all_of_them}
    owns = {each: pss(each, "Pss_Anon") for each in all_of_them}

    def entries(each: int, name: str) -> int:
        try:
            return len(list((PROC / str(each) / name).iterdir()))
        except OSError:
            return 0

    return {
        "memory_mb": round(sum(sizes.values()), 1),
        "own_mb": round(sum(owns.values()), 1),
        "program_mb": round(sizes[pid], 1),
        "program_own_mb": round(owns[pid], 1),
        "threads": entries(pid, "task"),
        "processes": len(all_of_them),
        "files": entries(pid, "fd"),
    }


class Waits:
    """Seconds a thread of this process was ready to run and another had the core. The file is opened once."""

    def __init__(self, task: int) -> None:
        self._file = os.open(PROC / "self" / "task" / str(task) / "schedstat", os.O_RDONLY)

    def seconds(self) -> float:
        return int(os.pread(self._file, 100, 0).split()[1]) / 1e9

    def close(self) -> None:
        os.close(self._file)


class OtherThreads:
    """How long each other thread of this process has waited for a core: one of them may have the interpreter then."""

    def __init__(self, but: int) -> None:
        self._but = str(but)
        self._waits: dict[str, Waits] = {}

    def seconds(self) -> dict[str, float]:
        """By thread."""
        now = set(os.listdir("/proc/self/task")) - {self._but}  # noqa: PTH208 - many times a second
        for gone in self._waits.keys() - now:
            self._waits.pop(gone).close()
        found: dict[str, float] = {}
        for task in now:
            try:
                if task not in self._waits:
                    self._waits[task] = Waits(int(task))
                found[task] = self._waits[task].seconds()
            except OSError:  # it has ended in the meantime
                continue
        return found


@dataclass(slots=True)
class Pause:
    """The window did not answer for `late` s; of them it computed `own` s and waited `core` s for a core.

    `helper` is the longest wait for a core of any one other thread of the program: where that one had the interpreter,
    the window waited for it. `name` is that thread's.
    """

    at: float
    late: float
    own: float
    core: float
    helper: float
    gc: float
    doing: str
    name: str = ""
    stacks: list[str] = field(default_factory=list)


class Watchdog:
    """Beaten by a timer of the watched thread; a thread of its own looks in when a beat is late."""

    def __init__(self, every: float, least: float = 0.1) -> None:
        """Called from the thread to be watched. `every` s between beats; pauses from `least` s on are kept."""
        self.pauses: list[Pause] = []
        self.longest = 0.0
        self.doing = ""
        self._every, self._least = every, least
        task = threading.get_native_id()
        self._ident, self._waits, self._others = threading.get_ident(), Waits(task), OtherThreads(task)
        self._before = self._others.seconds()
        self._last, self._own, self._core = time.monotonic(), time.thread_time(), self._waits.seconds()
        self._stacks: list[str] = []
        self._gc = self._gc_began = 0.0
        gc.callbacks.append(self._collecting)
        threading.Thread(target=self._look, daemon=True, name="watchdog").start()

    def beat(self) -> None:
        """The thread answers."""
        now, own, core = time.monotonic(), time.thread_time(), self._waits.seconds()
        late = now - self._last - self._every
        self.longest = max(self.longest, late)
        if late > self._least:
            name, waited = self._helper()
            spent = (now, late, own - self._own, core - self._core, waited, self._gc)
            self.pauses.append(Pause(*(round(value, 3) for value in spent), self.doing, name, self._stacks))
        self._last, self._own, self._core, self._stacks, self._gc = now, own, core, [], 0.0

    def _helper(self) -> tuple[str, float]:
        """The other thread that waited longest for a core, and how long."""
        known = self._before  # a thread that is not in it began since
        waits = {task: until - known.get(task, 0.0) for task, until in self._others.seconds().items()}
        longest = max(waits, key=lambda task: waits[task], default="")
        names = {str(thread.native_id): thread.name for thread in threading.enumerate()}
        return names.get(longest, "one of Qt or of the sound library"), waits.get(longest, 0.0)

    def _collecting(self, phase: str, _info: object) -> None:
        if threading.get_ident() == self._ident:
            if phase == "start":
                self._gc_began = time.monotonic()
            else:
                self._gc += time.monotonic() - self._gc_began

    def _look(self) -> None:
        counted = 0.0
        while True:
            time.sleep(0.02)
            stacks, since = self._stacks, time.monotonic() - self._last - self._every
            if since > LATE and len(stacks) < 8:
                stacks.append(self._stack())
            elif since < 0.02 and time.monotonic() > counted + COUNTED:
                counted = time.monotonic()
                self._before = self._others.seconds()

    def _stack(self) -> str:
        """Without `traceback`: that looks the sources up again, and the watched thread waits for it meanwhile."""
        frame = sys._current_frames().get(self._ident)
        told: list[str] = []
        while frame is not None and len(told) < 9:
            code = frame.f_code
            told.append(f"{code.co_filename.rpartition('/')[2]}:{frame.f_lineno} {code.co_name}")
            frame = frame.f_back
        return " < ".join(told)
