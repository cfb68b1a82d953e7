"""Every hostile pack added in a child of its own, held to 200 MB and 2 s and watched by the system.

`python tests/bench/hostile_packs.py [word ...]`. Where strace can watch, no child may open anything for writing,
start a program or open a socket; `--no-trace` leaves that out. Returns 1 when anything was not refused.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.helpers.hostile_more import more_packs  # noqa: E402 - the program is found from here
from tests.helpers.hostile_packs import Hostile, hostile_packs  # noqa: E402
from trainer.storage.pack_door import PackDoor  # noqa: E402
from trainer.storage.pack_shelf import PackShelf  # noqa: E402

MEGABYTES, SECONDS = 200, 2.0
CALLS = (
    "open,openat,openat2,creat,mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat,symlink,symlinkat,link,linkat"
)
TRACED = f"{CALLS},execve,execveat,socket,connect"
OPENS = re.compile(r"\bopen(?:at|at2)?\(")
WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND")


def child(file: Path, folder: Path) -> None:
    """Add the file to a shelf; exits 0 when it was refused, 3 when it was added, 4 when the sentence is not one."""
    resource.setrlimit(resource.RLIMIT_CPU, (int(SECONDS) + 1, int(SECONDS) + 1))
    here = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    most = here + MEGABYTES * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    shelf = PackShelf(folder / "none", folder / "packs", folder / "cache")
    code, sentence = PackDoor(shelf).add(file)
    if not code:
        os._exit(3)
    os._exit(0 if code == "pack-refused" and sentence.endswith("Nothing was changed.") and "\n" not in sentence else 4)


def run(pack: Hostile, folder: Path) -> tuple[str, float, int]:
    """What went differently ("" for nothing), processor seconds, and the most memory in MB."""
    file = folder / "given.practicepack"
    file.write_bytes(pack.make())
    number = os.fork()
    if number == 0:
        child(file, folder)
    # The file's making is not the child's work; its memory is counted from here.
    _, status, used = os.wait4(number, 0)
    spent, most = used.ru_utime + used.ru_stime, used.ru_maxrss // 1024
    words = {0: "", 3: "was added", 4: "no plain sentence"}
    told = words.get(os.waitstatus_to_exitcode(status), f"ended with {os.waitstatus_to_exitcode(status)}")
    if not told and spent > SECONDS:
        told = "took too long"
    if (folder / "packs").exists():
        told = told or "something was kept"
        shutil.rmtree(folder / "packs")
    return told, spent, most


def traced(arguments: list[str]) -> int:
    """Run again under strace and look at what the children did."""
    with tempfile.TemporaryDirectory() as name:
        log = Path(name) / "calls"
        command = ["strace", "-ff", "-e", f"trace={TRACED}", "-o", str(log), sys.executable, __file__, "--no-trace"]
        status = subprocess.run([*command, *arguments], check=False).returncode
        logs = sorted(Path(name).glob("calls.*"), key=lambda path: int(path.suffix[1:]))
        odd = [line for path in logs[1:] for line in path.read_text("utf-8", "replace").splitlines() if strange(line)]
    print(f"{len(logs) - 1} children watched by the system; writing, starting or connecting: {len(odd)}")
    for line in odd[:10]:
        print(" ", line)
    return 1 if odd else status


def strange(line: str) -> bool:
    """True for a call that a refusal has no need of."""
    if line.startswith(("+++", "---")):
        return False
    return bool(WRITES.search(line)) if OPENS.match(line) else True


def main(arguments: list[str]) -> int:
    """Run them all, or those whose name holds a given word."""
    if "--no-trace" not in arguments and shutil.which("strace"):
        return traced(arguments)
    words = [one for one in arguments if not one.startswith("-")]
    packs = [pack for pack in (*hostile_packs(), *more_packs()) if all(word in pack.name for word in words)]
    began, slowest, largest, bad = time.monotonic(), 0.0, 0, 0
    with tempfile.TemporaryDirectory() as name:
        for pack in packs:
            told, spent, most = run(pack, Path(name))
            slowest, largest = max(slowest, spent), max(largest, most)
            if told:
                bad += 1
                print(f"{pack.name}: {told} ({spent:.2f} s, {most} MB)")
    print(
        f"{len(packs)} hostile packs, {len(packs) - bad} refused; slowest {slowest:.2f} s of processor, "
        f"most memory {largest} MB, {time.monotonic() - began:.0f} s in all"
    )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
