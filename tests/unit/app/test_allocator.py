"""Room of large pieces goes back to the system, whatever small ones stay between them."""

from __future__ import annotations

import subprocess
import sys

import pytest

PIECES = """
from pathlib import Path
from trainer.app.allocator import give_back
give_back()
def megabytes():
    return int(Path("/proc/self/status").read_text().split("VmRSS:")[1].split()[0]) / 1024
once = bytearray(16 * 2**20)  # the library would let its limit grow when this goes
del once
large, small = [], []
for _ in range(200):
    large.append(bytearray(200_000))
    small.append(bytes(600))
before = megabytes()
large.clear()
print(before - megabytes())
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the C library of Linux")
def test_large_pieces_between_small_ones_are_given_back() -> None:
    done = subprocess.run([sys.executable, "-c", PIECES], capture_output=True, text=True, check=True)
    assert float(done.stdout) > 30.0, "of 38 MB"


SMALL = """
from pathlib import Path
from trainer.app.allocator import give_back, give_back_spare
give_back()
def megabytes():
    return int(Path("/proc/self/status").read_text().split("VmRSS:")[1].split()[0]) / 1024
passing, staying = [], []
for _ in range(1000):
    passing.append([b"." * 10_000 for _ in range(4)])
    staying.append(bytearray(600))
passing.clear()
before = megabytes()
give_back_spare()
print(before - megabytes())
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the C library of Linux")
def test_small_pieces_that_went_are_given_back_when_asked() -> None:
    done = subprocess.run([sys.executable, "-c", SMALL], capture_output=True, text=True, check=True)
    assert float(done.stdout) > 20.0, "of 40 MB"
