"""Put Atkinson Hyperlegible Next (SIL OFL 1.1) into assets/fonts: the npm package through its client, woff2 to ttf.

Needs `npm`, and fontTools with brotli. The typeface is never committed; without it the screens use the system's own.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

PACKAGE = "@fontsource/atkinson-hyperlegible-next@5.3.0"
WEIGHTS = (400, 600)
TARGET = Path(__file__).resolve().parent.parent / "assets" / "fonts"


def fetch(folder: Path) -> Path:
    """Download and unpack the package with npm; the folder it was unpacked to."""
    subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    archive = next(folder.glob("*.tgz"))
    with tarfile.open(archive) as pack:
        pack.extractall(folder, filter="data")
    return folder / "package"


def convert(package: Path, weight: int, folder: Path) -> Path:
    """One weight as ttf, Latin and Latin extended together."""
    parts = []
    for subset in ("latin", "latin-ext"):
        source = next((package / "files").glob(f"*-{subset}-{weight}-normal.woff2"))
        font = TTFont(source)
        font.flavor = None
        part = folder / f"{subset}-{weight}.ttf"
        font.save(part)
        parts.append(str(part))
    try:
        merged = Merger().merge(parts)
    except Exception as reason:  # noqa: BLE001 - fontTools raises many kinds; the Latin subset alone is enough
        print(f"merging the extended letters did not work ({reason}); Latin only", file=sys.stderr)
        merged = TTFont(parts[0])
    target = TARGET / f"AtkinsonHyperlegibleNext-{weight}.ttf"
    merged.save(target)
    return target


def main() -> int:
    """Fetch, convert, and lay the licence beside."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        package = fetch(folder)
        for weight in WEIGHTS:
            print(convert(package, weight, folder).name)
        (TARGET / "LICENSE-AtkinsonHyperlegibleNext.txt").write_bytes((package / "LICENSE").read_bytes())
    return 0


if __name__ == "__main__":
    sys.exit(main())
