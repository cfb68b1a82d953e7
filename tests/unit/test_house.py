"""The house rules that a machine can keep: sizes, docstrings, no globals, no cycles, nothing of a machine in a file."""

from __future__ import annotations

import ast
import fnmatch
import math
import re
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

import pytest
from grimp import build_graph

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "trainer").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
TREES = {path: ast.parse(path.read_text("utf-8")) for path in MODULES}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def percentile(values: list[int], share: float) -> int:
    """The smallest value that `share` of the values do not exceed."""
    return sorted(values)[max(0, math.ceil(len(values) * share) - 1)]


def lengths(*kinds: type[ast.AST]) -> dict[str, int]:
    return {
        f"{name(path)}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, kinds)
    }


def over(sizes: dict[str, int], most: int) -> dict[str, int]:
    return {where: size for where, size in sizes.items() if size > most}


# --- sizes --------------------------------------------------------------------------------------------------


def test_modules_are_short() -> None:
    sizes = {name(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert not over(sizes, 500)
    filled = [size for size in sizes.values() if size > 1]
    assert percentile(filled, 0.9) <= 300, sorted(over(sizes, 300))


def test_functions_are_small() -> None:
    sizes = lengths(*FUNCTIONS)
    assert statistics.median(sizes.values()) <= 9
    assert percentile(list(sizes.values()), 0.99) <= 60, over(sizes, 60)


def test_classes_are_small() -> None:
    sizes = lengths(ast.ClassDef)
    assert not over(sizes, 300)
    assert not over({where: size for where, size in sizes.items() if where.endswith("Window")}, 200)


# --- words ----------------------------------------------------------------------------------------------------


def test_every_module_says_what_it_is_in_one_line() -> None:
    without = []
    for path, tree in TREES.items():
        first = (ast.get_docstring(tree) or "").split("\n\n", 1)[0].strip()
        if not first or "\n" in first or len(first) > 140:
            without.append(name(path))
    assert not without


# --- structure ------------------------------------------------------------------------------------------------


def test_no_global_statement() -> None:
    found = [
        f"{name(path)}:{node.lineno}"
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Global)
    ]
    assert not found


def test_deferred_imports_carry_their_reason() -> None:
    bare = []
    for path, tree in TREES.items():
        lines = path.read_text("utf-8").splitlines()
        for function in ast.walk(tree):
            if isinstance(function, FUNCTIONS):
                bare += [
                    f"{name(path)}:{node.lineno}"
                    for node in ast.walk(function)
                    if isinstance(node, ast.Import | ast.ImportFrom) and not explained(lines, node.lineno)
                ]
    assert not bare, "an import inside a function needs `# noqa: PLC0415` and the reason"


def explained(lines: list[str], number: int) -> bool:
    """True when the line names the rule and has words after it, or the line above is a comment."""
    line, above = lines[number - 1], lines[number - 2].strip()
    return bool(re.search(r"noqa: [A-Z0-9, ]*PLC0415", line)) and (
        bool(re.search(r"PLC0415[A-Z0-9, ]*\W+\w{3,}", line)) or above.startswith("#")
    )


def test_no_mocks() -> None:
    mocks = re.compile("unittest" + r"\.mock|from unittest import mock|\bmock" + "er\\b")
    found = [name(path) for path in TESTS if path.name != Path(__file__).name and mocks.search(path.read_text("utf-8"))]
    assert not found, "fakes with a name, at the edges only"


def load_graph():
    return build_graph("trainer", exclude_type_checking_imports=True, cache_dir=None)


def test_no_import_cycles() -> None:
    graph = load_graph()
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    # Take away, again and again, what imports nothing that is left; what cannot be taken away stands in a cycle.
    while leaves := [module for module, targets in imports.items() if not targets & imports.keys()]:
        for leaf in leaves:
            del imports[leaf]
    assert not imports


# --- nothing of any machine -------------------------------------------------------------------------------------


def committed() -> list[Path]:
    """Every file that git tracks or would track; without git (a downloaded folder), all that is not made here."""
    listed = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    if shutil.which("git"):
        answer = subprocess.run(listed, capture_output=True, check=False)
        if answer.returncode == 0:
            return [path for one in answer.stdout.decode("utf-8").split("\0") if one and (path := ROOT / one).is_file()]
    made = [one.rstrip("/") for one in (ROOT / ".gitignore").read_text("utf-8").split()] + [".git"]
    return [path for path in ROOT.rglob("*") if path.is_file() and not ignored(path, made)]


def ignored(path: Path, patterns: list[str]) -> bool:
    """True when a folder on the way, or the file itself, bears one of these names."""
    return any(fnmatch.fnmatch(part, one) for part in path.relative_to(ROOT).parts for one in patterns)


def test_without_git_the_same_files_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    with_git = {path for path in committed() if path.suffix == ".py"}
    monkeypatch.setenv("PATH", "")
    assert with_git == {path for path in committed() if path.suffix == ".py"}
    assert Path(__file__) in with_git


def test_no_registry_and_no_path_of_a_machine() -> None:
    # In pieces, so that this file does not hold what it looks for.
    hosts = (
        "py" + "pi.org",
        "python" + "hosted",
        "registry.n" + "pmjs",
        "deb.de" + "bian",
        "/wo" + "rk/",
        "/fa" + "rm/",
    )
    forbidden = re.compile("|".join(re.escape(one) for one in hosts).encode())
    found = [
        f"{name(path)}: {match.group().decode()}"
        for path in committed()
        if b"\0" not in (content := path.read_bytes())[:4096] and (match := forbidden.search(content))
    ]
    assert not found


def test_locks_hold_versions_and_checksums_only() -> None:
    for path in (ROOT / "packaging" / "lock").glob("*.txt"):
        text = path.read_text("utf-8")
        assert "://" not in text
        assert text.count("==") <= text.count("--hash=sha256:")


def test_no_large_file() -> None:
    large = {name(path): size for path in committed() if (size := path.stat().st_size) > 2_000_000}
    assert not large


# --- the Qt that is pinned -----------------------------------------------------------------------------------------

NONE_COUNT = """
import sys
from PySide6.QtGui import QPainterPath
path = QPainterPath()
path.lineTo(1.0, 1.0)
before = sys.getrefcount(None)
for _ in range(200_000):
    path.setElementPositionAt(0, 0.0, 1.0)
print(before - sys.getrefcount(None))
"""


def test_qt_calls_do_not_use_up_none() -> None:
    """PySide6 6.12 on Python 3.11 loses one reference to None per void call, then aborts."""
    answer = subprocess.run([sys.executable, "-c", NONE_COUNT], capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    assert abs(int(answer.stdout)) < 1000
