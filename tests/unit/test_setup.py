"""Setting a fresh machine up, with the machine's commands replaced by small scripts that write down what was asked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="system libraries are looked for on Linux only")

LIBRARIES = [
    line.split()[0]
    for line in (ROOT / "packaging" / "setup.sh").read_text("utf-8").splitlines()
    if ".so." in line and "=" not in line and len(line.split()) > 1
] + ["libportaudio.so.2"]

# Each stands in for a command of a machine where nothing is installed until apt-get was asked to install it.
STUBS = {
    "ldconfig": '[ -e "$ROOM/installed" ] && cat "$ROOM/libraries"; exit 0',
    "dpkg-query": "exit 1",
    "apt-cache": 'case $2 in fonts-atk*|*t64) echo "  Candidate: (none)";; *) echo "  Candidate: 1.0";; esac',
    "apt-get": 'echo "apt-get $*" >>"$ROOM/asked"; case $1 in install) : >"$ROOM/installed";; esac',
    "id": "echo 1000",
    "sudo": '[ "$1" = -n ] && shift; echo "sudo" >>"$ROOM/asked"; "$@"',
    "python3": 'if [ "$1" = --version ]; then echo "Python 3.11.2"; else exec "$PYTHON" "$@"; fi',
}


class Machine:
    """A folder of stubs that comes first on PATH, and a copy of the setup script."""

    def __init__(self, room: Path) -> None:
        self.room, self.bin = room, room / "bin"
        self.bin.mkdir()
        (room / "libraries").write_text("".join(f"\t{name} (libc6) => /lib/{name}\n" for name in LIBRARIES))
        (room / "packaging").mkdir()
        (room / ".venv").mkdir()
        shutil.copy(ROOT / "packaging" / "setup.sh", room / "packaging")
        (room / "packaging" / "setup.py").write_text("import sys; print('setup.py', sys.argv[1])")
        for name, script in STUBS.items():
            self.stub(name, script)
        for name in ("pulseaudio", "pactl", "espeak-ng", "Xvfb", "strace"):
            self.stub(name, "exit 0")

    def stub(self, name: str, script: str) -> None:
        path = self.bin / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def lacks(self, *names: str) -> None:
        """Only what is named is taken away; the rest of the machine's own commands stay within reach."""
        for name in names:
            self.stub(name, "exit 127")

    def set_up(self, part: str = "run") -> subprocess.CompletedProcess[str]:
        environment = {
            "PATH": f"{self.bin}{os.pathsep}/usr/bin{os.pathsep}/bin",
            "ROOM": str(self.room),
            "PYTHON": sys.executable,
        }
        script = ["sh", str(self.room / "packaging" / "setup.sh"), part]
        return subprocess.run(
            script, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )

    @property
    def asked(self) -> list[str]:
        path = self.room / "asked"
        return path.read_text().splitlines() if path.exists() else []


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_what_is_missing_is_installed_once_through_sudo(machine: Machine) -> None:
    done = machine.set_up()
    assert (done.returncode, done.stdout) == (0, "setup.py run\n"), done.stderr
    assert "sudo may ask for your password" in done.stderr
    installs = [line for line in machine.asked if line.startswith("apt-get install")]
    assert "libportaudio2" in installs[0] and "libxcb-cursor0" in installs[0] and "libegl1" in installs[0]
    assert " libglib2.0-0" in installs[0] and "t64" not in installs[0], "the name that this release knows"
    assert not any("atkinson" in line for line in installs), "a package nobody has is not asked for"
    assert machine.asked[0] == "sudo"
    before = machine.asked
    again = machine.set_up()
    assert (again.returncode, again.stderr) == (0, "")
    assert machine.asked == before, "the second time nothing is asked for"


def test_nothing_is_asked_for_where_all_is_there(machine: Machine) -> None:
    (machine.room / "installed").touch()
    machine.stub("dpkg-query", "echo 'install ok installed'")
    done = machine.set_up("test")
    assert (done.returncode, done.stdout, done.stderr, machine.asked) == (0, "setup.py test\n", "", [])


def test_without_sudo_it_says_what_to_ask_for_and_goes_on(machine: Machine) -> None:
    machine.lacks("sudo")
    done = machine.set_up()
    assert done.returncode == 0
    assert "Still missing on this system: libportaudio2" in done.stderr
    assert "sudo apt-get install libportaudio2" in done.stderr
    assert done.stdout == "setup.py run\n"


def test_a_python_that_is_too_old_is_met_with_one_clear_sentence(machine: Machine) -> None:
    (machine.room / "installed").touch()
    for name in ("python3", "python3.11", "python3.12", "python3.13", "python3.14"):
        machine.stub(name, 'if [ "$1" = --version ]; then echo "Python 3.9.2"; else exit 1; fi')
    done = machine.set_up()
    assert done.returncode == 1
    last = done.stderr.strip().splitlines()[-1]
    assert last == (
        "Engawa needs Python 3.11 to 3.14 (found: Python 3.9.2). "
        "Install Python 3.12 with its venv module, then try again."
    )


def test_an_unknown_word_is_refused(machine: Machine) -> None:
    assert machine.set_up("fly").returncode == 2


def test_the_list_of_libraries_was_read() -> None:
    assert len(LIBRARIES) > 15
