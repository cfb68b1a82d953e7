"""Screen languages: collect the strings of the screens into assets/translations/*.ts, and release them as .qm.

`python packaging/translations.py update` after changing strings, then translate what is unfinished, then
`python packaging/translations.py release`. English has a file too, for its plural forms only.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "assets" / "translations"
SOURCES = ("trainer/ui/*.py", "trainer/ui/kit/*.py", "trainer/ui/views/*.py", "trainer/editor/views/*.py")
TOOLS = Path(sys.executable).parent


def sources() -> list[str]:
    """The files that hold strings of the screens."""
    return [str(path.relative_to(ROOT)) for pattern in SOURCES for path in sorted(ROOT.glob(pattern))]


def update(folder: Path = FOLDER) -> None:
    """Bring the .ts files up to the sources; what vanished is dropped."""
    for language, extra in (("ja", []), ("en", ["-pluralonly"])):
        command = [str(TOOLS / "pyside6-lupdate"), "-silent", "-no-obsolete", "-locations", "none", *extra, *sources()]
        languages = ["-source-language", "en", "-target-language", language]
        target = folder / f"engawa_{language}.ts"
        subprocess.run([*command, *languages, "-ts", str(target)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def release(folder: Path = FOLDER, target: Path | None = None) -> None:
    """Make the .qm files the program reads."""
    for source in sorted(folder.glob("engawa_*.ts")):
        made = (target or folder) / f"{source.stem}.qm"
        command = [str(TOOLS / "pyside6-lrelease"), "-silent", str(source), "-qm", str(made)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def main(arguments: list[str]) -> int:
    """Run what is asked for."""
    jobs = {"update": update, "release": release}
    if len(arguments) != 1 or arguments[0] not in jobs:
        print("usage: translations.py update | release", file=sys.stderr)
        return 2
    jobs[arguments[0]]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
