"""The pages keep their word: links lead somewhere, named tests exist, lists are current."""

from __future__ import annotations

import re
from pathlib import Path

from trainer.ui.view_models.promises import PROMISES

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\(([^)\s#]+)(?:#[^)]*)?\)")
TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def test_links_inside_the_repository_lead_somewhere() -> None:
    dead = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in PAGES
        for target in LINK.findall(page.read_text("utf-8"))
        if "://" not in target and not target.startswith("mailto:") and not (page.parent / target).exists()
    ]
    assert not dead


def test_every_promise_names_tests_that_exist() -> None:
    promises = (ROOT / "docs" / "promises.md").read_text("utf-8")
    named = TEST.findall(promises)
    assert len(named) > 8
    absent = [
        f"{file}::{test}"
        for file, test in named
        if not (ROOT / file).is_file() or not re.search(rf"^def {test}\(", (ROOT / file).read_text("utf-8"), re.M)
    ]
    assert not absent


def test_the_promises_in_the_window_and_in_the_readme_are_those_of_the_page() -> None:
    page = (ROOT / "docs" / "promises.md").read_text("utf-8")
    readme = " ".join((ROOT / "README.md").read_text("utf-8").split())
    assert len(PROMISES) == len(re.findall(r"^\d+\. \*\*", page, re.M))
    for number, promise in enumerate(PROMISES, start=1):
        file, _, test = promise.test.partition("::")
        assert re.search(rf"^def {test}\(", (ROOT / file).read_text("utf-8"), re.M), promise.test
        assert promise.test in page, promise.test
        assert f"{number}. {promise.english} ([test]({file}))" in readme


def test_the_readmes_commands_exist() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = re.search(r"^\.PHONY: (.+)$", makefile, re.M)
    assert targets
    named = set(re.findall(r"^    make (\w+)", readme, re.M))
    assert {"run", "test", "check"} <= named <= set(targets.group(1).split())
    script = (ROOT / "engawa.sh").read_text("utf-8")
    for target in targets.group(1).split():
        assert target == "help" or re.search(rf"^{target}\)", script, re.M)
