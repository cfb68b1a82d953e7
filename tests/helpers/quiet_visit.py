"""A whole visit by LiveVisit, kept by the real keeper, with hand-driven voice and ears and every socket forbidden.

`python -m tests.helpers.quiet_visit SCENE` prints how it ended and how many facts were kept.
"""

from __future__ import annotations

import socket
import sys
from typing import NoReturn

from tests.helpers.hand_parts import HandEars, HandTimer, HandVoice
from trainer.app.house import House
from trainer.app.keeper import VisitKeeper
from trainer.app.visit import LiveVisit
from trainer.practice.facts import VisitStamp
from trainer.session.clock import HandClock
from trainer.session.runner import Parts, Runner, VisitOptions
from trainer.speech import Fact
from trainer.storage.journal import minute, new_visit_id

MOST = 200


def refuse(*_: object, **__: object) -> NoReturn:
    """No socket of any kind."""
    raise AssertionError("a visit asked for a socket")


def visit(address: str) -> str:
    """Answer with the first reply until the scene has ended."""
    house = House()
    scene = house.shelf.scene(address, "en")
    assert scene is not None
    clock = HandClock()
    timer = HandTimer(clock)
    runner: Runner

    def post(fact: Fact) -> None:
        runner.post(fact)

    voice, ears = HandVoice(post), HandEars(post)
    interpreter = house.interpreter("en")
    live = LiveVisit("1", address, interpreter, voice, ears)
    stamp = VisitStamp(new_visit_id(), address, minute())
    keeper = VisitKeeper(stamp, house.journal, house.learnt, house.memory, lambda: house.settings)
    parts = Parts(voice, ears, interpreter, timer, clock, live, keeper)
    runner = Runner(scene, parts, VisitOptions(way="choose"), lambda: None, address)
    live.attach(runner)
    live.begin()
    for _ in range(MOST):
        if live.view.ended:
            break
        if voice.saying is not None:
            voice.finish()
            runner.drain()
        elif live.view.replies:
            live.pick(live.view.replies[0].id)
        else:
            timer.pass_time(1.0)
        runner.drain()
    assert house.journal.flush()
    told = f"{live.view.ended} {len(house.journal.facts())}"
    live.close()
    house.close()
    return told


if __name__ == "__main__":
    socket.socket = refuse  # type: ignore[misc, assignment]
    print(visit(sys.argv[1]))
