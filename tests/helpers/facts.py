"""Facts to test with."""

from __future__ import annotations

from trainer.practice.facts import Fact, VisitStamp

STAMP = VisitStamp("v1", "errands/shall-i-heat-it", "2026-11-22T19:30")


def fact(kind: str = "answered", visit: str = "v1", scene: str = STAMP.scene, when: str = STAMP.when, **more) -> Fact:
    return Fact(kind, visit, scene, when, **more)
