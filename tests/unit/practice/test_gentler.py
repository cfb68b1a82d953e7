"""A gentler dial is offered after tension rose twice running: one dial, one step, once."""

from __future__ import annotations

from tests.helpers.facts import fact
from trainer.practice.facts import gentler_offered
from trainer.practice.gentler import gentler
from trainer.practice.progress import visits
from trainer.script import Dial

DIALS = (Dial("noise", 0, 3), Dial("queue", 0, 3), Dial("warmth", 0, 2))
STANDS = {"noise": 1, "queue": 3, "warmth": 1}


def told(*changes: int):
    facts = []
    for number, change in enumerate(changes):
        facts.append(fact("tension-before", f"v{number}", "a/b", value=5))
        facts.append(fact("tension-after", f"v{number}", "a/b", value=5 + change))
    return facts


def test_after_two_rises_running_the_dial_furthest_out_goes_one_step_back() -> None:
    offer = gentler(visits(told(1, 2)), DIALS, STANDS)
    assert offer is not None
    assert (offer.dial, offer.now, offer.to, offer.visit) == ("queue", 3, 2, "v1")
    warmer = gentler(visits(told(1, 2)), DIALS, {"warmth": 0})
    assert warmer is not None
    assert (warmer.dial, warmer.to) == ("warmth", 1)


def test_no_offer_otherwise() -> None:
    for changes in ((), (1,), (1, 0), (0, 1), (1, 1, -1), (1, -1, 1)):
        assert gentler(visits(told(*changes)), DIALS, STANDS) is None
    assert gentler(visits(told(1, 1)), DIALS, {}) is None
    assert gentler(visits(told(1, 1)), (), STANDS) is None


def test_it_is_offered_once_and_silence_is_an_answer() -> None:
    facts = [*told(1, 1), gentler_offered("v1", "a/b", "2026-11-22T19:31", "queue", 2)]
    assert gentler(visits(facts), DIALS, STANDS) is None
    # A third rise is still the same news.
    facts += [fact("tension-before", "v2", "a/b", value=5), fact("tension-after", "v2", "a/b", value=6)]
    assert gentler(visits(facts), DIALS, STANDS) is None
    facts += [fact("tension-before", "v3", "a/b", value=5), fact("tension-after", "v3", "a/b", value=6)]
    assert gentler(visits(facts), DIALS, STANDS) is not None
