"""Make `.venv` hold exactly what the lock files say: `python packaging/setup.py run|test|bundle`.

`bundle` (what builds the program that stands alone) has a folder of its own, `build/venv`, without the tests' packages.

Standard library only: it runs before anything is installed. A stamp (a checksum of the lock files, pyproject.toml, the
Python and this folder) makes the second run leave at once, without a network.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "lock"
PARTS = {
    "run": ("build.txt", "run.txt"),
    "test": ("build.txt", "run.txt", "dev.txt"),
    "bundle": ("build.txt", "run.txt", "bundle.txt"),
}
VENV = ROOT / "build" / "venv" if sys.argv[1:] == ["bundle"] else ROOT / ".venv"
OPTIONAL = {
    "meaning.txt": "English meaning vectors",
    "meaning-sentences.txt": "meaning vectors of Japanese sentences",
}
OLDEST, NEWEST = (3, 11), (3, 14)


def say(text: str) -> None:
    """One line to the person who is waiting."""
    print(text, file=sys.stderr, flush=True)


def python() -> Path:
    """The Python inside `.venv`."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def stamp_of(part: str) -> str:
    """What `.venv` has to have been made from to be current."""
    digest = hashlib.sha256(f"{sys.version_info[:2]} {ROOT} {part}".encode())
    for path in [ROOT / "pyproject.toml", *(LOCK / name for name in (*OPTIONAL, *PARTS[part]))]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def is_current(part: str) -> bool:
    """True when nothing has to be done. A `.venv` made for the tests also serves for running."""
    stamps = {name: VENV / f"engawa-{name}.stamp" for name in PARTS}
    wanted = ["run", "test"] if part == "run" else [part]
    program = python().with_name("engawa.exe" if os.name == "nt" else "engawa")
    return program.exists() and any(
        stamps[name].is_file() and stamps[name].read_text("utf-8") == stamp_of(name) for name in wanted
    )


def make_venv() -> None:
    """Create the virtual environment, or make it anew when its Python is gone or another one."""
    if python().exists():
        asked = [str(python()), "-c", "import sys, pip; print(sys.version_info[:2])"]
        answer = subprocess.run(asked, capture_output=True, text=True, check=False)
        if answer.returncode == 0 and answer.stdout.strip() == str(sys.version_info[:2]):
            return
        say(f"The Python that {VENV.name} was made with is gone or has changed: making it anew.")
    if (VENV / "pyvenv.cfg").exists():
        shutil.rmtree(VENV)
    say(f"Making {VENV.relative_to(ROOT)} ...")
    venv.create(VENV, with_pip=True, symlinks=os.name != "nt")


def pip(*arguments: str, quiet: bool = False) -> bool:
    """Run pip inside `.venv`; True when it went well. Its own words are shown unless `quiet`."""
    command = [str(python()), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", *arguments]
    output = subprocess.DEVNULL if quiet else None
    settings = {**os.environ, "PIP_ROOT_USER_ACTION": "ignore"}
    return subprocess.run(command, cwd=ROOT, env=settings, stderr=output, check=False).returncode == 0


def install(part: str) -> None:
    """Bring `.venv` to what the lock files say, checksum by checksum."""
    # --no-deps: the lock is whole. --no-build-isolation: the build tools are pinned too, nothing is fetched unpinned.
    exact = ("--require-hashes", "--no-deps", "--no-build-isolation")
    for name in PARTS[part]:
        say(f"Installing packaging/lock/{name} ...")
        if not pip(*exact, "-r", str(LOCK / name)):
            sys.exit(
                f"The parts listed in packaging/lock/{name} could not be installed (pip's own words are above). "
                "The first time needs the internet: look at the connection, then give the same command again."
            )
    for name, what in OPTIONAL.items():
        if not pip(*exact, "-r", str(LOCK / name), quiet=True):
            say(f"The optional {what} could not be installed; understanding goes on without them.")
    if not pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT)):
        sys.exit("Engawa itself could not be installed into .venv (pip's own words are above).")
    # Half of the first start is compiling, and where PYTHONDONTWRITEBYTECODE is set, half of every start.
    subprocess.run([str(python()), "-m", "compileall", "-q", "trainer"], cwd=ROOT, check=False)
    (VENV / f"engawa-{part}.stamp").write_text(stamp_of(part), "utf-8")


def main() -> None:
    """Do what is missing, say what is being done, and nothing when all is there."""
    part = sys.argv[1] if len(sys.argv) == 2 else ""
    if part not in PARTS:
        sys.exit("Give one word: run, test or bundle.")
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        found = ".".join(map(str, sys.version_info[:2]))
        sys.exit(f"Engawa needs Python 3.11 to 3.14 and this is {found}. Install Python 3.12, then try again.")
    if is_current(part):
        return
    make_venv()
    install(part)
    say("Ready.")


if __name__ == "__main__":
    main()
