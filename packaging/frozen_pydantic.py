"""Runs first in the frozen program: four empty names in the place of pydantic (6 MB), which nothing here calls.

Open JTalk's compiled part imports `pyopenjtalk.tsqyomi`, whose one class checks the card of a model of readings that is
neither carried nor asked for; the class is defined at the import, and never made. Another use of pydantic ends with an
error at once, and the smoke test in bundle.py speaks Japanese.
"""

import sys
import types


class BaseModel:
    """What a class can be derived from; it cannot be made."""

    def __init__(self, *_: object, **__: object) -> None:
        raise NotImplementedError("pydantic is not in this program")


def computed_field(found: object) -> object:
    """The property, as it is."""
    return found


def model_validator(**_: str) -> object:
    """Leaves the method as it is."""
    return computed_field


def PrivateAttr() -> None:  # noqa: N802 - pydantic's own name
    """Nothing."""


stand_in = types.ModuleType("pydantic", "Stands in for pydantic; see packaging/frozen_pydantic.py.")
for name in (BaseModel, PrivateAttr, computed_field, model_validator):
    setattr(stand_in, name.__name__, name)
sys.modules["pydantic"] = stand_in
