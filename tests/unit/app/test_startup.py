"""The first picture waits for nothing that only a conversation, a facilitator or a check needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

LATER = ("numpy", "vosk", "pocketsphinx", "cryptography", "trainer.editor.views.window", "trainer.packs.checker")
"""Heavy, and not needed for the first picture."""
ASKING = "import sys, trainer.app.window; print([name for name in {} if name in sys.modules])"


def test_nothing_heavy_is_loaded_before_the_first_picture(repository: Path) -> None:
    command = [sys.executable, "-c", ASKING.format(LATER)]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
