"""An answer that was taken back, because the trainee went on speaking, counts once."""

from __future__ import annotations

from trainer.practice.facts import Fact
from trainer.practice.progress import standing, visits


def fact(kind: str, turn: int, visit: str = "v") -> Fact:
    return Fact(
        kind, visit, "errands/x", "2026-11-22T03:00", "heat", turn, "speak", detail="goal" if kind == "goal" else ""
    )


def test_an_answer_taken_back_counts_once() -> None:
    facts = [
        fact("began", 0),
        fact("answered", 1),
        fact("goal", 1),
        fact("taken-back", 1),
        fact("answered", 1),
        fact("answered", 2),
        fact("finished", 3),
    ]
    (visit,) = visits(facts)
    assert visit.answers == 2
    assert visit.goals == ()
    assert [one.kind for one in standing(facts)] == ["began", "answered", "answered", "finished"]


def test_other_turns_and_other_visits_stand() -> None:
    facts = [fact("answered", 1, "a"), fact("answered", 2, "b"), fact("taken-back", 1, "b")]
    assert standing(facts) == facts[:2]
