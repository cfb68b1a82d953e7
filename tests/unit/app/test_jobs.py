"""Slow work beside the screen: no work waits for another, and threads are kept for the next."""

from __future__ import annotations

import threading
from typing import Any

from tests.helpers.desk_bench import wait
from trainer.app.jobs import Jobs


def test_works_run_side_by_side_and_threads_are_used_again(qapp: Any) -> None:
    jobs, answers = Jobs(), list[str]()
    both = threading.Barrier(2, timeout=20)

    def meet() -> str:
        both.wait()
        return threading.current_thread().name

    before = set(threading.enumerate())
    jobs.run(meet, answers.append)
    jobs.run(meet, answers.append)  # would never come if one waited for the other
    wait(lambda: len(answers) == 2)
    made = set(threading.enumerate()) - before
    assert len(made) == 2
    for number in range(5):
        jobs.run(lambda: "again", answers.append)
        wait(lambda n=number: len(answers) == 3 + n)
    assert set(threading.enumerate()) - before == made
