"""Reads and writes what was learnt (assets/understanding/weights.json): plain JSON, arrays as base64 16-bit floats."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from trainer.understanding.decision import Decider, Learnt, Lens, Limits, Scale, Utility, plain_decider
from trainer.understanding.features import NONE_NAMES, REPLY_NAMES

FORMAT = 2
NEEDED = ("sure", "ask", "sure_two", "none_two")
OPTIONAL = frozenset({"sure_few", "none_few"})
"""Limits that stand in the file, the latter for some languages only (docs/decisions/0276)."""


def packed(array: Any) -> dict[str, Any]:  # noqa: ANN401  # anything numpy can make an array of
    """An array as JSON: its shape and its values as 32-bit floats cut to 16 bits."""
    values = np.asarray(array, dtype="<f2")
    return {"shape": list(values.shape), "f2": base64.b64encode(values.tobytes()).decode("ascii")}


def _array(entry: Mapping[str, Any]) -> Any:  # noqa: ANN401  # a float array of the stated shape
    values = np.frombuffer(base64.b64decode(entry["f2"]), "<f2").astype(np.float64)
    return values.reshape(entry["shape"])


def _decider(entry: Mapping[str, Any]) -> Decider:
    if entry["reply_names"] != list(REPLY_NAMES) or entry["none_names"] != list(NONE_NAMES):
        raise ValueError("these weights were learnt from other measurements")
    scales = [Scale(np.array(entry[f"{name}_mean"]), np.array(entry[f"{name}_spread"])) for name in ("reply", "none")]
    fits = tuple((_utility(fit["reply"]), _utility(fit["none"])) for fit in entry["fits"])
    return Decider(scales[0], scales[1], fits)


def _utility(entry: Mapping[str, Any]) -> Utility:
    hidden, offset, out = (_array(entry[name]) for name in ("hidden", "offset", "out"))
    return Utility(_array(entry["line"]), float(entry["bias"]), hidden, offset, out)


def _limits(entry: Mapping[str, Any]) -> dict[str, Limits]:
    return {
        language: Limits(**{name: float(low[name]) for name in (*NEEDED, *(OPTIONAL & low.keys()))})
        for language, low in entry.items()
    }


def read_weights(path: Path) -> Learnt:
    """What was learnt. OSError, ValueError, KeyError or TypeError when the file is not of this shape."""
    data = json.loads(path.read_text(encoding="utf-8"))
    if data["format"] != FORMAT:
        raise ValueError("weights of another format")
    lens = None
    if data.get("lens"):
        narrow, wide = (_array(data["lens"][name]).astype(np.float32) for name in ("narrow", "wide"))
        lens = Lens(narrow, wide)
    deciders = [_decider(data[name]) for name in ("with_vectors", "without")]
    return Learnt(
        deciders[0],
        deciders[1],
        lens,
        _limits(data["limits"]),
        _limits(data["limits_without"]),
        frozenset(data["blended"]),
        bool(data.get("adapted", False)),
        bool(data.get("sentences", False)),
    )


def careful_defaults() -> Learnt:
    """Set by hand, for when the file cannot be read."""
    decider = plain_decider(REPLY_NAMES, NONE_NAMES)
    return Learnt(decider, decider, None, {}, {})
