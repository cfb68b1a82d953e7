"""Write the pages that follow from others: the index of decisions. `--check` only says whether they are current."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DECISIONS = ROOT / "docs" / "decisions"
HEAD = """# Decisions

One page each: context, decision, what was rejected. A decision that no longer holds is not deleted; the page that
replaces it says so. This list is written by `packaging/pages.py` (`make fix`).

"""


def index() -> str:
    """The list of decisions, from the first line of each page."""
    rows = []
    for page in sorted(DECISIONS.glob("[0-9]*.md")):
        title = page.read_text("utf-8").splitlines()[0].lstrip("# ").strip()
        number = page.name[:4]
        rows.append(f"- [{number}]({page.name}) {title.removeprefix(number).lstrip(' .:–—-')}\n")
    return HEAD + "".join(rows)


def main() -> None:
    """Write what is not current, or with --check only name it and leave with 1."""
    target, text = DECISIONS / "README.md", index()
    if target.is_file() and target.read_text("utf-8") == text:
        return
    if "--check" in sys.argv:
        sys.exit(f"{target.relative_to(ROOT)} is not current. Write it with: make fix")
    target.write_text(text, "utf-8")
    print(f"wrote {target.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
