"""Bare systems to try the packages in: a Debian or Ubuntu of debootstrap, entered with chroot in namespaces of its own.

Nothing of this machine is in such a room but one shared folder (`Room.shared`, the same path inside and outside): the
sockets of a screen, a sound server and a session bus are files there, so that a window inside can be seen, heard and
pressed from outside while the room has no network at all.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

TRAINEE = 1000
"""Number of the ordinary user who practises."""
HOME = "/home/trainee"
SUITES: dict[str, tuple[str, ...]] = {
    "bookworm": ("--components=main",),
    # Debian has no keys of Ubuntu's. It is a room to try things in, thrown away afterwards.
    "noble": ("--components=main,universe", "--no-check-gpg"),
}
"""Options of debootstrap, which knows each distribution's own place."""
INSIDE = """\
set -e
mount --make-rprivate /
mount -t proc proc "$ROOM/proc"
mount -t tmpfs tmpfs "$ROOM/dev"
for one in null zero full random urandom tty; do touch "$ROOM/dev/$one"; mount --bind /dev/$one "$ROOM/dev/$one"; done
ln -s /proc/self/fd "$ROOM/dev/fd"
mkdir -p "$ROOM/dev/shm" "$ROOM$SHARED" "$ROOM/tmp/.X11-unix"
chmod 1777 "$ROOM/dev/shm"
mount --bind "$SHARED" "$ROOM$SHARED"
if [ -d /tmp/.X11-unix ]; then mount --bind /tmp/.X11-unix "$ROOM/tmp/.X11-unix"; fi
exec chroot $WHO "$ROOM" /usr/bin/env -i $SETTINGS "$@"
"""


@dataclass(frozen=True, slots=True)
class Room:
    """One bare system in the folder `root`."""

    root: Path
    shared: Path

    def command(self, *words: str, network: bool = False, user: bool = True, **settings: str) -> list[str]:
        """The command line (for subprocess) that runs `words` inside, as the trainee unless `user` is False."""
        who = f"--userspec={TRAINEE}:{TRAINEE}" if user else ""
        told = {
            "HOME": HOME if user else "/root",
            "PATH": "/usr/local/bin:/usr/bin:/bin" + ("" if user else ":/usr/sbin:/sbin"),
            "LANG": "C.UTF-8",
            "DEBIAN_FRONTEND": "noninteractive",
            **settings,
        }
        if any(" " in value for value in told.values()):
            raise ValueError("settings of a room hold no spaces")
        outside = {
            "ROOM": str(self.root),
            "SHARED": str(self.shared),
            "WHO": who,
            "SETTINGS": " ".join(f"{name}={value}" for name, value in told.items()),
        }
        spaces = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--ipc", *([] if network else ["--net"])]
        given = [f"{name}={value}" for name, value in outside.items()]
        return ["setpriv", "--pdeathsig=KILL", "env", *given, *spaces, "sh", "-c", INSIDE, "room", *words]

    def run(self, *words: str, network: bool = False, user: bool = True, **settings: str) -> str:
        """Run it to its end; returns what it said. RuntimeError with its words when it ends badly."""
        done = self.ask(*words, network=network, user=user, **settings)
        if done.returncode:
            told = (done.stdout + done.stderr)[-2000:]
            raise RuntimeError(f"{' '.join(words)} ended with {done.returncode}:\n{told}")
        return done.stdout

    def ask(
        self, *words: str, network: bool = False, user: bool = True, **settings: str
    ) -> subprocess.CompletedProcess[str]:
        """The same, whatever comes of it."""
        command = self.command(*words, network=network, user=user, **settings)
        return subprocess.run(command, capture_output=True, text=True, check=False)

    def files(self) -> set[str]:
        """Every file of the system that is not in a home, among temporary files or the packager's own notes."""
        known = ("home", "root", "tmp", "proc", "sys", "dev", "run", str(self.shared).lstrip("/"))
        notes = ("var/lib/dpkg", "var/lib/apt", "var/cache", "var/log")
        found = set()
        for folder, folders, names in os.walk(self.root):
            inner = Path(folder).relative_to(self.root).as_posix()
            folders[:] = [one for one in folders if f"{inner}/{one}".removeprefix("./") not in (*known, *notes)]
            found |= {f"{inner}/{name}".removeprefix("./") for name in [*names, *folders]}
        return found

    def copy_in(self, source: Path, inside: str, owner: int = TRAINEE) -> None:
        """Put a file or a folder there."""
        target = self.root / inside.lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["cp", "-r", str(source), str(target)], check=True)
        subprocess.run(["chown", "-R", f"{owner}:{owner}", str(target)], check=True)

    def remove(self) -> None:
        """Throw the room away."""
        shutil.rmtree(self.root, ignore_errors=True)


def base(suite: str, work: Path) -> Path:
    """The bare system of that suite; made once (two minutes), kept in `work`."""
    folder = work / f"base-{suite}"
    if not (folder / "etc" / "apt" / "sources.list").exists():
        script = Path("/usr/share/debootstrap/scripts") / suite
        recipe = script if script.exists() else script.with_name("gutsy")  # what Ubuntu's suites all are a link to
        words = ["--variant=minbase", *SUITES[suite], suite, str(folder)]
        if not script.exists():
            mirrors = re.findall(r"default_mirror (\S+//archive\S+)", recipe.read_text("utf-8"))
            words += [mirrors[0], str(recipe)]
        subprocess.run(["debootstrap", *words], check=True, stdout=subprocess.DEVNULL)
    return folder


def room(name: str, suite: str, work: Path, shared: Path) -> Room:
    """A fresh room with one ordinary user; fails when there is a Python in it."""
    root = work / f"room-{name}"
    shutil.rmtree(root, ignore_errors=True)
    subprocess.run(["cp", "-a", "--reflink=auto", str(base(suite, work)), str(root)], check=True)
    shutil.copy("/etc/resolv.conf", root / "etc" / "resolv.conf")
    made = Room(root, shared)
    if made.ask("sh", "-c", f"id -u {TRAINEE}", user=False).returncode == 0:
        made.run("sh", "-c", f"userdel $(id -nu {TRAINEE})", user=False)
    made.run("useradd", "--create-home", "--uid", str(TRAINEE), "--home-dir", HOME, "trainee", user=False)
    pythons = [str(path) for path in (root / "usr" / "bin").glob("python*")]
    if pythons:
        raise RuntimeError(f"this room is meant to be without Python: {pythons}")
    return made
