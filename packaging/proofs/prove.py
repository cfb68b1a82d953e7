"""What is handed to people, tried where it will be used: `sudo /usr/bin/python3 packaging/proofs/prove.py PROOF ...`

    prove.py deb       the .deb in a bare Debian 12 without a network: six visits, files, help, taken away again
    prove.py bundle    the archive in a bare Debian 12 without Python and without a network: six visits
    prove.py open      a double-clicked pack: its cover; a second start hands it over; without a desktop, too
    prove.py update --new FILE.deb   a newer version and back: records, settings and pack are still there
    prove.py start     seconds until the installed window is painted, and what it takes on the disk
    prove.py ubuntu    the .deb in a bare Ubuntu 24.04: installed, one visit

Needs root (chroot, namespaces), Debian's own Python and the packages that it names when they are missing. Takes what
`make deb` left in dist/ (or --dist FOLDER); its rooms are in --work. Each proof ends with 0, or says what did not hold.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import visits
from rooms import HOME, Room, room
from stage import ROOT, Stage, stage

TYPE = "application/vnd.engawa.practicepack+zip"
DESKTOP = "net.engawa.Engawa.desktop"
ICONS = "/usr/share/icons/hicolor"
PACK = f"{HOME}/park.practicepack"
ENGAWA = "engawa"
UNPACKED = f"{HOME}/engawa/engawa"
LIBRARIES = ("libasound2", "libasound2-plugins", "libegl1", "libgl1", "libxcb1", "fontconfig-config")
"""What every desktop has and a bare Debian lacks."""
BUDGET = 1.2
"""Seconds to the first frame, warm."""


def say(text: str) -> None:
    """One line to whoever is waiting."""
    print(text, flush=True)


def hold(held: bool, what: str) -> None:
    """One thing that was to be shown."""
    if not held:
        raise SystemExit(f"This does not hold: {what}")
    say(f"  holds: {what}")


def apt(where: Room, *words: str) -> str:
    """The distribution's packager, with its network."""
    return where.run("apt-get", "-y", "-q", *words, network=True, user=False)


def newest(dist: Path, pattern: str) -> Path:
    """The file that was built last."""
    found = sorted(dist.glob(pattern), key=lambda path: path.stat().st_mtime)
    if not found:
        raise SystemExit(f"{dist} holds no {pattern} yet. Build it first: make deb")
    return found[-1]


def install(where: Room, package: Path, *options: str) -> None:
    """`apt install ./engawa_*.deb`, as a person does."""
    where.copy_in(package, f"/tmp/{package.name}", owner=0)
    apt(where, "install", *options, f"/tmp/{package.name}")
    (where.root / "tmp" / package.name).unlink()


def furnished(name: str, options: argparse.Namespace, suite: str = "bookworm", extra: tuple[str, ...] = ()) -> Room:
    """A room with the .deb in it."""
    made = room(name, suite, options.work, options.shared)
    apt(made, "update")
    install(made, newest(options.dist, "engawa_*.deb"), *extra)
    return made


# --- the proofs -----------------------------------------------------------------------------------------------------


def prove_deb(options: argparse.Namespace) -> None:
    """Install, look over, practise six times, ask for help, take away."""
    where = room("deb", "bookworm", options.work, options.shared)
    apt(where, "update")
    before = where.files()
    install(where, newest(options.dist, "engawa_*.deb"))
    say("installed with apt; from here on without a network")
    hold(where.ask(ENGAWA, "doctor").returncode == 0, "engawa doctor ends with 0")
    hold(where.ask("sh", "-c", "ls /sys/class/net | grep -v lo").stdout == "", "there is no network")
    pictures = where.run("find", ICONS, "-name", "net.engawa.Engawa.*").split()
    hold(len(pictures) >= 5, f"its icon in {len(pictures)} sizes")
    entry = (where.root / "usr/share/applications" / DESKTOP).read_text("utf-8")
    hold("Icon=net.engawa.Engawa\n" in entry and "Name[ja]=縁側" in entry, "the menu entry names it, in both languages")
    hold(
        TYPE in (where.root / "usr/share/applications/mimeinfo.cache").read_text(),
        "the menu's index knows the file type",
    )
    hold("practicepack" in (where.root / "usr/share/mime/globs2").read_text(), "the file type's ending is known")
    with stage(options.shared) as made:
        visits.six(where, made, ENGAWA, options)
        visits.help_text(where, made, ENGAWA, hold)
    apt(where, "purge", "engawa")
    left = {path for path in where.files() - before if "engawa" in path.casefold()}
    hold(not left, f"purged: no file of it outside the home {sorted(left) or ''}")
    apt(where, "autoremove", "--purge")
    rest = where.files() - before
    say(f"  with its dependencies gone, {len(rest)} files of the distribution's own are new: {sorted(rest)[:6]}")
    hold((where.root / HOME.lstrip("/") / ".local/share/engawa").exists(), "records stay in the home")


def prove_bundle(options: argparse.Namespace) -> None:
    """The archive, unpacked in a home, without Python and without a network."""
    where = room("bundle", "bookworm", options.work, options.shared)
    apt(where, "update")
    apt(where, "install", "--no-install-recommends", *LIBRARIES, "xz-utils")
    where.copy_in(newest(options.dist, "engawa-*.tar.xz"), f"{HOME}/engawa.tar.xz")
    where.run("sh", "-c", "mkdir ~/engawa && tar -C ~/engawa --strip-components=1 -xf ~/engawa.tar.xz && rm ~/*.xz")
    hold(where.ask("sh", "-c", "command -v python3").returncode != 0, "there is no Python here")
    hold(where.ask(UNPACKED, "doctor").returncode == 0, "engawa doctor ends with 0")
    with stage(options.shared) as made:
        visits.six(where, made, UNPACKED, options)
        visits.help_text(where, made, UNPACKED, hold)


def prove_open(options: argparse.Namespace) -> None:
    """xdg-open without any desktop, in a room where only what apt brings along is installed."""
    where = furnished("open", options)
    give_pack(where)
    hold(where.run("xdg-mime", "query", "filetype", PACK, DISPLAY=":0").strip() == TYPE, "xdg-mime names the file type")
    told = where.run("xdg-mime", "query", "default", TYPE).strip()
    hold(told == DESKTOP, "xdg-mime names the program for it")
    with stage(options.shared) as made:
        visits.forget(where)
        visits.start_settled(where)
        with visits.window(where, made, "xdg-open", PACK) as shown:
            hold(visits.sees(made, "add-pending"), "xdg-open without a desktop: the cover is to be seen")
            made.picture(options.work / "open-cover.png")
            visits.close(made, shown)
        with visits.window(where, made, ENGAWA) as shown:
            hold(visits.sees(made, f"stone:{visits.SCENE}"), "the garden is open")
            began = time.monotonic()
            second = subprocess.run(where.command("xdg-open", PACK, **made.settings), check=False, timeout=60)
            hold(second.returncode == 0, f"a second start ends by itself ({time.monotonic() - began:.1f} s)")
            hold(visits.sees(made, "add-pending"), "and the open window shows the cover")
            hold(visits.windows(made) == 1, "there is one window")
            visits.close(made, shown)
        desktop_says(where, made)


def desktop_says(where: Room, made: Stage) -> None:
    """The same with the index that a desktop's own `gio open` reads."""
    apt(where, "install", "--no-install-recommends", "libglib2.0-bin")
    told = where.run("gio", "mime", TYPE)
    hold(DESKTOP in told, "gio (GNOME, Cinnamon, Xfce, MATE) names the program for it")
    with visits.window(where, made, "sh", "-c", f"gio open {PACK}; sleep 100") as shown:
        hold(visits.sees(made, "add-pending"), "gio open: the cover is to be seen")
        visits.close(made, None)
        shown.kill()


def give_pack(where: Room) -> None:
    """A pack that is not on the shelf yet, built by the program itself from a copy with another name."""
    source = where.root / HOME.lstrip("/") / "park"
    shutil.copytree(ROOT / "scenarios" / "outdoors", source)
    card = source / "pack.toml"
    card.write_text(card.read_text("utf-8").replace('id = "outdoors"', 'id = "park"'), "utf-8")
    where.run("chown", "-R", "trainee:trainee", f"{HOME}/park", user=False)
    where.run(ENGAWA, "packs", "build", f"{HOME}/park", "-o", PACK)


def prove_update(options: argparse.Namespace) -> None:
    """Old, practised, new, looked at, old again, looked at."""
    old, new = newest(options.dist, "engawa_*.deb"), options.new
    if new is None:
        raise SystemExit("Name the newer package: --new FILE.deb (build one in a clone with another __version__).")
    where = furnished("update", options, extra=("--no-install-recommends",))
    give_pack(where)
    with stage(options.shared) as made:
        visits.forget(where)
        visits.practise(where, made, ENGAWA, "ja", "choose")
        where.run(ENGAWA, "packs", "add", PACK)
        kept = keeps(where)
        hold(
            "shall-i-heat-it" in kept["records"] and "park" in kept["packs"], f"{old.name}: a visit and a pack are kept"
        )
        for package, downgrade in ((new, ()), (old, ("--allow-downgrades",))):
            install(where, package, "--no-install-recommends", *downgrade)
            said = where.run(ENGAWA, "--version").strip()
            hold(package.name.split("_")[1] in said, f"now {said}")
            now = keeps(where)
            for name, value in kept.items():
                hold(now[name] == value, f"{name} are as they were")
            hold(where.ask(ENGAWA, "doctor").returncode == 0, "engawa doctor ends with 0")
            with visits.window(where, made, ENGAWA) as shown:
                hold(visits.sees(made, f"stone:{visits.SCENE}"), "the garden opens, without a first page")
                hold("庭" in visits.words(made), "in the language that was chosen")
                visits.close(made, shown)


def keeps(where: Room) -> dict[str, str]:
    """Records, settings, packs, as the program or the disk tells them."""
    settings = sorted((where.root / HOME.lstrip("/") / ".config/engawa").glob("*"))
    return {
        "records": where.run(ENGAWA, "records", "show"),
        "settings": "".join(path.read_text("utf-8") for path in settings if path.is_file()),
        "packs": where.run(ENGAWA, "packs", "list"),
    }


def prove_start(options: argparse.Namespace) -> None:
    """Seconds from the command to the painted window, six times; the first does not count."""
    kept = Room(options.work / "room-start", options.shared)
    where = kept if options.reuse and kept.root.exists() else furnished("start", options)
    if not options.times:
        raise SystemExit("The room is made; nothing was measured.")
    with stage(options.shared) as made:
        visits.forget(where)
        visits.start_settled(where)
        seconds = [visits.painted_after(where, made, ENGAWA) for _ in range(options.times + 1)][1:]
    say(f"first frame, warm: {', '.join(f'{one:.2f}' for one in seconds)} s; median {statistics.median(seconds):.2f} s")
    hold(statistics.median(seconds) <= BUDGET, f"at most {BUDGET} s")
    size = sum(path.stat().st_size for path in (where.root / "usr/lib/engawa").rglob("*") if not path.is_symlink())
    hold(size <= 450_000_000, f"{size / 1e6:.0f} MB on the disk, at most 450")


def prove_ubuntu(options: argparse.Namespace) -> None:
    """Ubuntu 24.04: libraries of other names (libasound2t64), another Python, which nobody asks."""
    where = furnished("ubuntu", options, suite="noble")
    hold(where.ask(ENGAWA, "doctor").returncode == 0, "engawa doctor ends with 0")
    with stage(options.shared) as made:
        for language, way in (("en", "speak"), ("ja", "choose")):
            visits.forget(where)
            visits.practise(where, made, ENGAWA, language, way)
    apt(where, "purge", "engawa")
    hold(not (where.root / "usr/lib/engawa").exists(), "purged")


PROOFS: dict[str, Callable[[argparse.Namespace], None]] = {
    "deb": prove_deb,
    "bundle": prove_bundle,
    "open": prove_open,
    "update": prove_update,
    "start": prove_start,
    "ubuntu": prove_ubuntu,
}


def main() -> None:
    """The proofs that were asked for, one after the other."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("proof", nargs="+", choices=PROOFS)
    reader.add_argument("--dist", type=Path, default=ROOT / "dist")
    reader.add_argument("--new", type=Path)
    reader.add_argument("--work", type=Path, default=Path("/var/tmp/engawa-proofs"))
    reader.add_argument("--times", type=int, default=7, help="starts to measure; 0 only makes the room")
    reader.add_argument("--keep", action="store_true", help="leave the rooms")
    reader.add_argument("--reuse", action="store_true", help="measure in the room that start --keep left")
    options = reader.parse_args()
    if os.geteuid() != 0:
        sys.exit("This needs root: sudo /usr/bin/python3 packaging/proofs/prove.py ...")
    options.shared = options.work / "shared"
    options.shared.mkdir(parents=True, exist_ok=True)
    for name in options.proof:
        began = time.monotonic()
        say(f"== {name}")
        PROOFS[name](options)
        say(f"== {name}: holds ({time.monotonic() - began:.0f} s)")
        if not options.keep:
            shutil.rmtree(options.work / f"room-{name}", ignore_errors=True)


if __name__ == "__main__":
    main()
