"""Children stand back, and only once."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from trainer.child_priority import BACK, stand_back


@pytest.mark.skipif(sys.platform == "win32", reason="a flag says it there when the child is started")
def test_a_child_has_a_lower_priority_than_its_parent() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        stand_back(child.pid)
        own = os.getpriority(os.PRIO_PROCESS, 0)
        assert os.getpriority(os.PRIO_PROCESS, child.pid) == min(19, own + BACK)
        child.communicate(b"\n")


def test_one_that_has_ended_is_no_trouble() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as child:
        child.wait()
    stand_back(child.pid)
    assert child.returncode == 0
