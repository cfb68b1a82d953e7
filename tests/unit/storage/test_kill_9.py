"""kill -9 at 50 random moments of writing, erasing, locking, backing up: nothing acknowledged is lost or twice."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork there")
def test_50_kills_lose_nothing(repository) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.helpers.killing", "50", "7"],
        cwd=repository,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    told = json.loads(done.stdout)
    assert told["killed"] == 50
    # It did write: otherwise nothing could have been lost.
    assert told["acknowledged"] > 50
