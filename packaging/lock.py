"""Write the lock files in packaging/lock/ from pyproject.toml: exact versions and checksums, no addresses.

Run by a developer after changing a dependency: `.venv/bin/python packaging/lock.py` (needs `uv`). Everyone else only
installs from the lock, with pip, so that two machines get the same bytes.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "lock"
BLOCK = re.compile(r"^(?=[A-Za-z0-9])", re.MULTILINE)
NOTE = "# Written by packaging/lock.py; do not edit. Installed with --no-deps --require-hashes.\n"

# pyttsx3 asks for all of pyobjc (about 170 packages); its macOS drivers import only these.
PYOBJC_KEPT = frozenset(
    ["pyobjc-core"]
    + [f"pyobjc-framework-{name}" for name in ("avfoundation", "cocoa", "coreaudio", "coremedia", "coretext", "quartz")]
)


def compile_lock(*arguments: str) -> dict[str, str]:
    """Resolve with uv for every platform and Python; returns requirement line -> whole block with its hashes."""
    uv = shutil.which("uv", path=str(ROOT / ".venv" / "bin")) or shutil.which("uv")
    if uv is None:
        sys.exit("packaging/lock.py needs uv. Install it with: .venv/bin/pip install uv")
    options = (
        "--universal --generate-hashes --no-header --no-annotate --no-emit-index-url --python-version 3.11 --quiet"
    )
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "lock.txt"
        subprocess.run([uv, "pip", "compile", *options.split(), *arguments, "-o", str(out)], cwd=ROOT, check=True)
        blocks = BLOCK.split(out.read_text("utf-8"))
    return {block.split("\\", 1)[0].strip(): block.rstrip() + "\n" for block in blocks if "==" in block}


def wanted(requirement: str) -> bool:
    """False for the parts of pyobjc that nothing here imports."""
    name = requirement.split("==", 1)[0]
    return not name.startswith("pyobjc") or name in PYOBJC_KEPT


def write(name: str, blocks: dict[str, str]) -> None:
    """Write one lock file, sorted, with no addresses in it."""
    text = NOTE + "".join(block for requirement, block in sorted(blocks.items()) if wanted(requirement))
    if "://" in text:
        sys.exit(f"{name} would contain an address; nothing was written.")
    (LOCK / name).write_text(text, "utf-8")
    print(f"packaging/lock/{name}: {text.count('==')} packages")


def main() -> None:
    """Write build.txt, run.txt, dev.txt (tests), bundle.txt (the program alone), and the optional parts."""
    build = "packaging/lock/build.in"
    runtime = compile_lock("pyproject.toml", build)
    everything = compile_lock(
        "pyproject.toml", build, "--group", "pyproject.toml:dev", "--constraint", _constraint(runtime)
    )
    built = compile_lock(build, "--constraint", _constraint(runtime))
    write("build.txt", built)
    write("run.txt", {key: block for key, block in runtime.items() if key not in built})
    write("dev.txt", {key: block for key, block in everything.items() if key not in runtime})
    bundling = compile_lock("packaging/lock/bundle.in", "--constraint", _constraint(runtime))
    write("bundle.txt", {key: block for key, block in bundling.items() if key not in runtime})
    for optional in ("meaning", "meaning-sentences"):
        write(f"{optional}.txt", compile_lock("--no-deps", f"packaging/lock/{optional}.in"))


def _constraint(blocks: dict[str, str]) -> str:
    """A file that holds the versions already chosen, so that the second lock agrees with the first."""
    path = Path(tempfile.mkdtemp()) / "constraint.txt"
    path.write_text("\n".join(blocks) + "\n", "utf-8")
    return str(path)


if __name__ == "__main__":
    main()
