"""How a wish of the screens went."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a wish went: `code` is empty when it went well, else names the reason; `detail` is data for the sentence."""

    code: str = ""
    detail: str = ""

    @property
    def ok(self) -> bool:
        """True when it went well."""
        return not self.code
