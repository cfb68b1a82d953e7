"""Nothing leaves: whole visits, watched by the system itself, open no connection; no speech is left in a file."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from trainer.app.house import House

STRACE = shutil.which("strace")
FAR = re.compile(r"\b(?:socket|connect|sendto|sendmsg|bind)\(.*AF_(?!UNIX|LOCAL)\w+")
HEAT = "errands/shall-i-heat-it"
RUN = "import sys; from trainer.cli import run; sys.exit(run(sys.argv[1:]))"


def watched(command: list[str], folder: Path, **more: object) -> tuple[subprocess.CompletedProcess[str], list[str]]:
    """Run it under strace; what it printed, and its calls that concern any socket but a local one."""
    if STRACE is None:
        pytest.skip("strace is not installed")
    log = folder / "calls.log"
    traced = [STRACE, "-f", "-e", "trace=network", "-o", str(log), *command]
    done = subprocess.run(traced, capture_output=True, text=True, check=False, **more)  # type: ignore[call-overload]
    if "PTRACE" in done.stderr or "ptrace" in done.stderr:
        pytest.skip("this computer lets nobody watch calls")
    return done, [line for line in log.read_text("utf-8", "replace").splitlines() if FAR.search(line)]


def test_the_watching_sees_a_connection(tmp_path: Path) -> None:
    opening = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()"
    _, calls = watched([sys.executable, "-c", opening], tmp_path)
    assert len(calls) == 1
    local = "import socket; socket.socketpair()[0].close()"
    _, calls = watched([sys.executable, "-c", local], tmp_path)
    assert calls == []


def test_a_visit_in_the_terminal(tmp_path: Path, repository: Path) -> None:
    answers = tmp_path / "answers.txt"
    answers.write_text("yes please\n(help)\nsomething else\n(leave)\n")
    command = [sys.executable, "-c", RUN, "rehearse", HEAT, "--language", "en", "--answers", str(answers)]
    done, calls = watched(command, tmp_path, cwd=repository)
    assert done.returncode == 0, done.stderr
    assert "You left" in done.stdout or "end" in done.stdout
    assert calls == []


def test_a_whole_visit_of_the_window(tmp_path: Path, repository: Path) -> None:
    done, calls = watched([sys.executable, "-m", "tests.helpers.quiet_visit", HEAT], tmp_path, cwd=repository)
    assert done.returncode == 0, done.stderr
    ended, facts = done.stdout.split()
    assert ended == "finished"
    assert int(facts) > 3
    assert calls == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="children are counted in /proc")
def test_a_visit_read_aloud_with_its_voice_and_its_recogniser(tmp_path: Path, repository: Path) -> None:
    """The real window with its real children: strace follows them all."""
    command = [sys.executable, "-m", "tests.helpers.watched_visit", "home/the-tray", "read"]
    done, calls = watched(command, tmp_path, cwd=repository)
    assert done.returncode == 0, done.stderr
    ended, facts, children = done.stdout.split()
    assert ended == "left", done.stdout
    assert int(facts) >= 3
    assert "_recogniser" in children
    if "_voice" not in children:
        pytest.skip("there is no English voice on this computer")
    assert calls == []


def test_a_line_rendered_by_the_voice_and_nothing_left_of_it(tmp_path: Path, repository: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    out = tmp_path / "line.wav"
    command = [sys.executable, "-c", RUN, "say", "Shall I heat it?", "--language", "en", "--out", str(out)]
    done, calls = watched(command, tmp_path, cwd=repository, env={**os.environ, "TMPDIR": str(temporary)})
    if "voice" in done.stderr and done.returncode:
        pytest.skip("there is no English voice on this computer")
    assert done.returncode == 0, done.stderr
    assert out.stat().st_size > 1000
    assert calls == []
    deadline = time.monotonic() + 10
    while any(temporary.iterdir()) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert list(temporary.iterdir()) == []


def test_after_kill_9_the_next_start_removes_what_the_voice_left(
    tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    command = [sys.executable, "-c", RUN, "_voice"]
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    voice = subprocess.Popen(command, cwd=repository, env=environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    deadline = time.monotonic() + 30
    while not (made := list(tmp_path.glob("engawa-voice-*"))) and time.monotonic() < deadline:
        time.sleep(0.05)
    (folder,) = made
    (folder / "line.wav").write_bytes(b"speech")
    House().close()
    assert folder.exists(), "it is still in use"
    os.kill(voice.pid, signal.SIGKILL)
    voice.wait()
    assert voice.stdin is not None
    voice.stdin.close()
    assert folder.exists()
    House().close()
    assert not folder.exists()
