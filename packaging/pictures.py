"""Pictures of every screen into docs/pictures: both languages, all themes, several windows and text sizes.

Shown over the scripted desk, so that they are the same on every computer. `python packaging/pictures.py [state ...]`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from tests.helpers.scripted_desk import desk  # noqa: E402 - the path and the platform come first
from tests.helpers.window import STATES, open_window, settle, show_state  # noqa: E402

TARGET = ROOT / "docs" / "pictures"

USUAL = (1280, 800)
VARIANTS: tuple[tuple[str, str, float, tuple[int, int]], ...] = (
    ("en", "light", 1.0, USUAL),
    ("ja", "light", 1.0, USUAL),
    ("en", "dark", 1.0, USUAL),
    ("ja", "dark", 1.0, USUAL),
    ("en", "contrast", 1.0, USUAL),
    ("ja", "light", 1.0, (1024, 600)),
    ("en", "light", 2.0, (1024, 600)),
    ("ja", "light", 2.0, USUAL),
)


def name_of(state: str, language: str, theme: str, scale: float, size: tuple[int, int]) -> str:
    """`home-ja-dark.png`, with scale and size where they are not the usual ones."""
    parts = [state, language, theme]
    if scale != 1.0:
        parts.append(f"{round(scale * 100)}")
    if size != USUAL:
        parts.append(f"{size[0]}x{size[1]}")
    return "-".join(parts) + ".png"


def main(wanted: list[str]) -> int:
    """Paint the wanted states, or all."""
    states = [state for state in STATES if not wanted or state in wanted]
    TARGET.mkdir(parents=True, exist_ok=True)
    for language, theme, scale, size in VARIANTS:
        scripted = desk(language, theme=theme, text_scale=scale, reduced_motion=True, furigana="all")  # type: ignore[arg-type]
        window = open_window(scripted, size)
        for state in states:
            show_state(window, state)
            window.grab().save(str(TARGET / name_of(state, language, theme, scale, size)))
        window.close()
        window.deleteLater()
        settle()
        print(language, theme, scale, size)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
