"""Is a folder a whole Vosk speech model? Asked before Vosk sees it, because a broken one ends Vosk's process."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MANIFEST = "engawa-files.json"
"""Written when a speech model is installed: every file's size, so that a cut file is seen without reading it."""

_FST_MAGIC = b"\xd6\xfd\xb2\x7e"
"""First bytes of every OpenFst file (magic number 2125659606, little-endian)."""

_KALDI_BINARY = b"\0B"
_IVECTOR = ("final.ie", "final.dubm", "final.mat", "global_cmvn.stats", "online_cmvn.conf", "splice.conf")


@dataclass(frozen=True, slots=True)
class FolderProblem:
    """Why a folder cannot be used: a stable code and one sentence with what to do."""

    code: str
    sentence: str


def check_folder(folder: Path) -> FolderProblem | None:
    """None when the folder looks like a whole Vosk model, else what is the matter. Reads only a few bytes of it."""
    if not folder.is_dir():
        return FolderProblem("model-absent", f"There is no speech model at {folder}. Install it again.")
    for told in (*_missing(folder), *_cut(folder)):
        return FolderProblem(
            "model-broken", f"The speech model in {folder} is not whole ({told}). Remove it and install it again."
        )
    return None


def _missing(folder: Path) -> Iterator[str]:
    for name in ("am/final.mdl", "conf/mfcc.conf", "conf/model.conf"):
        if not (folder / name).is_file():
            yield f"{name} is missing"
        elif not (folder / name).stat().st_size:
            yield f"{name} is empty"
    whole = ("graph/HCLG.fst",) if (folder / "graph/HCLG.fst").exists() else ("graph/HCLr.fst", "graph/Gr.fst")
    for name in whole:
        if not _begins(folder / name, _FST_MAGIC):
            yield f"{name} is missing or damaged"
    if (folder / "am/final.mdl").is_file() and not _begins(folder / "am/final.mdl", _KALDI_BINARY):
        yield "am/final.mdl is damaged"
    if (folder / "ivector").is_dir():
        yield from (f"ivector/{name} is missing" for name in _IVECTOR if not (folder / "ivector" / name).is_file())


def _cut(folder: Path) -> Iterator[str]:
    try:
        listed = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return
    except (OSError, ValueError):
        yield f"{MANIFEST} cannot be read"
        return
    for name, size in listed.items() if isinstance(listed, dict) else ():
        path = folder / str(name)
        if not path.is_file() or path.stat().st_size != size:
            yield f"{name} is missing or cut short"


def _begins(path: Path, magic: bytes) -> bool:
    try:
        with path.open("rb") as stream:
            return stream.read(len(magic)) == magic
    except OSError:
        return False
