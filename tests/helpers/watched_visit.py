"""A visit of the real window: its own voice and recogniser children, a loudspeaker that plays to nobody.

`python -m tests.helpers.watched_visit SCENE WAY` answers once, leaves at the next turn, and prints how it ended, how
many facts were kept, and the names of the child processes it had. tests/journeys/test_nothing_leaves.py watches it.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import replace
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtTest import QTest  # noqa: E402 - the platform comes first

from trainer.app.desk import LiveDesk  # noqa: E402
from trainer.app.house import House  # noqa: E402
from trainer.speaking.mixer import Mixer  # noqa: E402
from trainer.speaking.outputs import SilentPlayer  # noqa: E402
from trainer.speaking.reporter import Reporter  # noqa: E402
from trainer.storage.paths import assets  # noqa: E402
from trainer.ui.application import make_application, make_window  # noqa: E402

LONGEST = 120.0


def silent(mixer: Mixer, reporter: Reporter, _device: str, _latency: float) -> SilentPlayer:
    """A loudspeaker that plays to nobody."""
    return SilentPlayer(mixer, reporter)


def children() -> set[str]:
    """The hidden subcommands that run as our children now (Linux tells in /proc)."""
    found = set()
    for told in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = told.read_bytes().decode("utf-8", "replace").split("\0")
            parent = (told.parent / "stat").read_text().rpartition(")")[2].split()[1]
        except OSError:
            continue
        if int(parent) == os.getpid():
            found |= {word for word in words if word in ("_voice", "_recogniser")}
    return found


def visit(address: str, way: str) -> str:
    """From the preview to the page afterwards."""
    make_application(assets())
    house = House(make_output=silent)
    desk = LiveDesk(house)
    house.change_settings(replace(house.settings, started=True, reduced_motion=True, way=way))  # type: ignore[arg-type]
    window = make_window(desk, assets())
    window.show()
    window.screens.route.go("preview", address)
    window.screens.preview.begin()
    seen: set[str] = set()
    answered = False
    ended, until = "", time.monotonic() + LONGEST
    while not ended and time.monotonic() < until:
        QTest.qWait(50)
        seen |= children()
        live = desk.current
        if live is None:
            continue
        ended = live.view.ended
        own = [reply for reply in live.view.replies if not reply.on_purpose]
        if live.view.phase == "listening" and own and len(seen) >= (2 if way == "read" else 1):
            # One answer is enough of it; leaving twice closes the scene at once.
            if answered:
                live.leave()
                live.leave()
            else:
                answered = True
                live.pick(own[0].id, own[0].words[0] if own[0].words else "")
    window.screens.route.go("after", address)
    QTest.qWait(50)
    assert house.journal.flush()
    told = f"{ended or 'not'} {len(house.journal.facts())} {','.join(sorted(seen)) or '-'}"
    window.close()
    desk.close()
    return told


if __name__ == "__main__":
    print(visit(sys.argv[1], sys.argv[2]))
