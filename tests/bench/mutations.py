"""A million damaged inputs through the reader, the cover sheet and the zip.

`python tests/bench/mutations.py [count] [seed]`. Each has ten seconds; nothing but a plain refusal may come of it.
What breaks is written beside the others that broke.
"""

from __future__ import annotations

import random
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.helpers.mutations import INPUTS, damaged  # noqa: E402 - the program is found from here


class Hangs(Exception):  # noqa: N818 - it is what the input did
    """An input took longer than ten seconds."""


def ring(number: int, frame: object) -> None:
    """The alarm went."""
    raise Hangs


def main(arguments: list[str]) -> int:
    """Run and report; 1 when anything broke."""
    count = int(arguments[0]) if arguments else 1_000_000
    seed = int(arguments[1]) if len(arguments) > 1 else 1
    dice = random.Random(seed)
    kept = Path(tempfile.gettempdir()) / "engawa-mutations"
    signal.signal(signal.SIGALRM, ring)
    broke, slowest, began = 0, 0.0, time.monotonic()
    done: dict[str, int] = {}
    for number in range(count):
        # The sheet takes longest: a third of the inputs each.
        name, wholes, use = INPUTS[number % len(INPUTS)]
        content = damaged(dice.choice(wholes), dice)
        started = time.process_time()
        signal.alarm(10)
        try:
            use(content)
        except Exception:  # noqa: BLE001 - anything that comes is what we look for
            broke += 1
            kept.mkdir(exist_ok=True)
            (kept / f"{name}-{seed}-{number}").write_bytes(content)
            print(f"{name} {number}: {traceback.format_exc(limit=-2)}", flush=True)
        finally:
            signal.alarm(0)
        slowest = max(slowest, time.process_time() - started)
        done[name] = done.get(name, 0) + 1
        if number % 50_000 == 49_999:
            print(f"{number + 1} done, {broke} broke, {time.monotonic() - began:.0f} s", flush=True)
    print(f"{done}; {broke} broke; slowest {slowest:.2f} s of processor; {time.monotonic() - began:.0f} s in all")
    return 1 if broke else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
