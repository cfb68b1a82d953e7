"""`make deb`: dist/engawa_<version>_<architecture>.deb around the program that stands alone (dist/engawa).

    python packaging/deb.py

The program is frozen inside (decision 0172): it needs no Python of the distribution, so one package installs on Debian
12 and later and on Ubuntu 24.04 and later. Needs dpkg-deb (package dpkg). Files are owned by root and dated by
SOURCE_DATE_EPOCH, so the same program gives the same package.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import icons
import parts

ROOT = parts.ROOT
LINUX = ROOT / "packaging" / "linux"
PROGRAM = ROOT / "dist" / "engawa"
ID = "net.engawa.Engawa"
EPOCH = int(os.environ.get("SOURCE_DATE_EPOCH", "1767225600"))

DEPENDS = (
    "libc6 (>= 2.36)",
    "libasound2 | libasound2t64",
    "libegl1",
    "libgl1",
    "libxcb1",
    "zlib1g",
    "fontconfig-config",
    "hicolor-icon-theme",
    "shared-mime-info",
    "desktop-file-utils",
)
"""What the distribution brings: C library, sound, graphics, where typefaces are, icon and file association."""

RECOMMENDS = ("libasound2-plugins", "xdg-utils", "libfile-mimeinfo-perl", "fonts-atkinson-hyperlegible")
"""Sound through PulseAudio or PipeWire; `xdg-open`, which without a desktop asks `mimetype` what a file is."""

DESCRIPTION = """\
practise small conversations at home, at your own pace
 Engawa is a place to practise small conversations: at home, alone, without the
 internet. A drawn partner speaks and listens; listening, choosing, typing,
 reading aloud and speaking freely all count the same, and a microphone is
 never required. English and Japanese. Nothing leaves the computer.
 .
 縁側は、短い会話を、家で、ひとりで、自分の速さで練習するためのプログラムです。
 .
 It is practice, not therapy and not a medical product.
"""

OVERRIDES = """\
# The program stands alone on purpose: libraries and a typeface that it was tried with come along (its own copies).
engawa: embedded-library
engawa: duplicate-font-file
engawa: font-in-non-font-package
engawa: custom-library-search-path
# Libraries come as the makers of the wheels built them: some no longer load after strip (bundle.py strips the rest).
engawa: unstripped-binary-or-object
# There is no address of the authors yet.
engawa: bogus-mail-host
engawa: bogus-mail-host-in-debian-changelog
"""


def architecture() -> str:
    """As the distribution names it."""
    return subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True).stdout.strip()


def place(source: Path, target: Path, mode: int = 0o644) -> None:
    """Copy one file."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(mode)


def packed(source: bytes, target: Path) -> None:
    """A compressed file without a date or a name in it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(source, 9, mtime=0))


def furnish(stage: Path) -> None:
    """Everything around the program: menu entry, icons, file type, metadata, man pages, licence."""
    share = stage / "usr" / "share"
    place(LINUX / f"{ID}.desktop", share / "applications" / f"{ID}.desktop")
    place(LINUX / f"{ID}.metainfo.xml", share / "metainfo" / f"{ID}.metainfo.xml")
    place(LINUX / f"{ID}.mime.xml", share / "mime" / "packages" / f"{ID}.xml")
    made = ROOT / "build" / "made" / "icons"
    icons.write(made)
    for side in icons.ICON_SIZES:
        place(made / f"engawa-{side}.png", share / f"icons/hicolor/{side}x{side}/apps/{ID}.png")
    place(made / "engawa.svg", share / f"icons/hicolor/scalable/apps/{ID}.svg")
    packed((LINUX / "engawa.1").read_bytes(), share / "man/man1/engawa.1.gz")
    packed((LINUX / "engawa.ja.1").read_bytes(), share / "man/ja/man1/engawa.1.gz")
    doc = share / "doc" / "engawa"
    place(LINUX / "copyright", doc / "copyright")
    packed(changelog().encode(), doc / "changelog.gz")
    overrides = share / "lintian" / "overrides" / "engawa"
    overrides.parent.mkdir(parents=True)
    overrides.write_text(OVERRIDES, "utf-8")


def changelog() -> str:
    """The changes in Debian's form."""
    told = subprocess.run(["date", "-u", "-R", "-d", f"@{EPOCH}"], capture_output=True, text=True, check=True)
    head = f"engawa ({parts.version()}) unstable; urgency=medium\n\n"
    body = "  * What changed stands in CHANGELOG.md of the sources.\n"
    return f"{head}{body}\n -- The Engawa authors <engawa@engawa.invalid>  {told.stdout.strip()}\n"


def control(stage: Path) -> str:
    """The package's card."""
    size = sum(path.stat().st_size for path in stage.rglob("*") if path.is_file() and not path.is_symlink())
    fields = {
        "Package": "engawa",
        "Version": parts.version(),
        "Section": "education",
        "Priority": "optional",
        "Architecture": architecture(),
        "Depends": ", ".join(DEPENDS),
        "Recommends": ", ".join(RECOMMENDS),
        "Installed-Size": str(-(-size // 1024)),
        "Maintainer": "The Engawa authors <engawa@engawa.invalid>",
        "Description": DESCRIPTION.rstrip(),
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def build() -> Path:
    """Stage the files and pack them."""
    if not (PROGRAM / "engawa").exists():
        sys.exit("dist/engawa is not there yet. Build it first: make bundle")
    stage = ROOT / "build" / "deb"
    shutil.rmtree(stage, ignore_errors=True)
    shutil.copytree(PROGRAM, stage / "usr" / "lib" / "engawa", symlinks=True)
    (stage / "usr/lib/engawa/LICENSE.txt").unlink(missing_ok=True)  # it is among the distribution's common licences
    (stage / "usr" / "bin").mkdir()
    (stage / "usr" / "bin" / "engawa").symlink_to("../lib/engawa/engawa")
    furnish(stage)
    for path in [stage, *stage.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == stage / "usr/lib/engawa/engawa" else 0o644)
            os.utime(path, (EPOCH, EPOCH))
    (stage / "DEBIAN").mkdir()
    (stage / "DEBIAN" / "control").write_text(control(stage), "utf-8")
    files = [path for path in sorted((stage / "usr").rglob("*")) if path.is_file() and not path.is_symlink()]
    sums = [f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(stage)}\n" for path in files]
    (stage / "DEBIAN" / "md5sums").write_text("".join(sums), "utf-8")
    target = ROOT / "dist" / f"engawa_{parts.version()}_{architecture()}.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z1", "--build", str(stage), str(target)]
    settings = {**os.environ, "SOURCE_DATE_EPOCH": str(EPOCH)}
    subprocess.run(command, check=True, env=settings, stdout=subprocess.DEVNULL)
    shutil.rmtree(stage)
    return target


if __name__ == "__main__":
    made = build()
    print(f"{made.relative_to(ROOT)}: {made.stat().st_size / 1e6:.0f} MB to carry")
