"""Where things are: the trainee's folders, and what was shipped with the program."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.late import late

if TYPE_CHECKING:
    import platformdirs
else:
    platformdirs = late("platformdirs")  # not asked when ENGAWA_HOME says where things are

PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Places:
    """The trainee's folders; none of them is made by asking for it."""

    data: Path
    config: Path
    cache: Path

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / "settings.toml"

    @property
    def journal(self) -> Path:
        """The journal's database."""
        return self.data / "journal.sqlite3"

    @property
    def packs(self) -> Path:
        """Packs that were added."""
        return self.data / "packs"

    @property
    def models(self) -> Path:
        """Installed speech models."""
        return self.data / "models"

    @property
    def shelves(self) -> Path:
        """Indexes of folders that stand beside the shelf; may vanish at any time."""
        return self.cache / "shelves"

    @property
    def voice_cache(self) -> Path:
        """Lines already rendered; may vanish at any time."""
        return self.cache / "voice"

    @property
    def loudspeaker(self) -> Path:
        """How large a buffer it needed lately."""
        return self.cache / "loudspeaker"


def places(environment: Mapping[str, str] | None = None) -> Places:
    """The folders this platform keeps for us; `ENGAWA_HOME` moves all of them into one folder (tests, portable use)."""
    home = (os.environ if environment is None else environment).get("ENGAWA_HOME", "").strip()
    if home:
        root = Path(home).expanduser().absolute()
        return Places(root, root, root / "cache")
    return Places(
        platformdirs.user_data_path("engawa", appauthor=False),
        platformdirs.user_config_path("engawa", appauthor=False),
        platformdirs.user_cache_path("engawa", appauthor=False),
    )


def shipped(name: str, package: Path = PACKAGE, frozen: str | None = None) -> Path:
    """A folder that came with the program: in a frozen bundle, in a wheel (`trainer/_data`), or in the checkout.

    The first that exists; when none does, where the checkout would have it (the caller meets an empty folder, kindly).
    """
    bundle = getattr(sys, "_MEIPASS", "") if frozen is None else frozen
    candidates = [package / "_data" / name, package.parent / name]
    if bundle:
        candidates = [Path(bundle) / "trainer" / "_data" / name, Path(bundle) / name, *candidates]
    return next((folder for folder in candidates if folder.is_dir()), package.parent / name)


def assets() -> Path:
    """Drawings, sounds, catalogues."""
    return shipped("assets")


def scenarios() -> Path:
    """The packs that came with the program."""
    return shipped("scenarios")
