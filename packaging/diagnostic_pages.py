"""Write docs/diagnostics/*.md from the catalogue of findings. `--check` only says whether they are current."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from trainer.packs.catalogue.pages import pages  # noqa: E402 - the program is found from here

FOLDER = ROOT / "docs" / "diagnostics"


def main() -> int:
    """Write the pages, or compare them."""
    stale = []
    for name, text in pages().items():
        page = FOLDER / name
        if not page.is_file() or page.read_text("utf-8") != text:
            stale.append(name)
            if "--check" not in sys.argv:
                page.parent.mkdir(parents=True, exist_ok=True)
                page.write_text(text, "utf-8")
    if "--check" in sys.argv and stale:
        print(f"not current: {', '.join(stale)}. Run: python packaging/diagnostic_pages.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
