"""The project's own list of everyday Japanese words with a word or two of English each."""

from __future__ import annotations

from pathlib import Path


def read_glossary(path: Path) -> dict[str, str]:
    """`word=gloss` pairs between spaces, "-" inside a gloss standing for a space. OSError when it cannot be read."""
    found: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        for pair in line.split():
            word, _, gloss = pair.partition("=")
            if word and gloss:
                found[word] = gloss.replace("-", " ")
    return found
