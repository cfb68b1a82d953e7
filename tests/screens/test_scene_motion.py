"""The rhythm of a calm person, as pure functions of time."""

from __future__ import annotations

import pytest

from trainer.ui.scene import motion

STEP = 1 / 200
TIMES = [i * STEP for i in range(int(60 / STEP))]


def starts(active: list[bool]) -> list[float]:
    return [TIMES[i] for i in range(1, len(active)) if active[i] and not active[i - 1]]


def test_breath_is_slow_and_bounded() -> None:
    values = [motion.breath(t) for t in TIMES]
    assert max(values) == pytest.approx(1.0, abs=0.01)
    assert min(values) == pytest.approx(-1.0, abs=0.01)
    assert motion.breath(0.7) == pytest.approx(motion.breath(0.7 + motion.BREATH))


def test_blinks_are_short_and_three_and_a_half_to_seven_seconds_apart() -> None:
    closing = [motion.lids(t) < 1.0 for t in TIMES]
    begun = starts(closing)
    gaps = [b - a for a, b in zip(begun, begun[1:], strict=False)]
    assert len(begun) >= 8
    assert all(3.5 <= gap <= 7.0 for gap in gaps), gaps
    assert len({round(gap, 1) for gap in gaps}) > 3, "blinking like a metronome"
    assert sum(closing) * STEP < 0.05 * 60
    assert min(motion.lids(t) for t in TIMES) < 0.1


def test_the_partner_looks_away_about_one_second_in_six() -> None:
    away = [motion.looks_away(t) > 0.5 for t in TIMES]
    assert sum(away) * STEP == pytest.approx(10.0, abs=2.0)
    assert all(0.0 <= motion.looks_away(t) <= 1.0 for t in TIMES)


def test_the_head_sways_at_most_a_little() -> None:
    assert 0.5 < max(abs(motion.sway(t)) for t in TIMES) <= 0.6


def test_easing_starts_and_ends_gently() -> None:
    assert motion.eased(-1) == 0.0
    assert motion.eased(0.5) == pytest.approx(0.5)
    assert motion.eased(2) == 1.0
    assert motion.eased(0.1) < 0.1
    assert motion.eased(0.9) > 0.9


def test_the_mouth_follows_the_voice() -> None:
    assert motion.followed(0.0, 1.0, 0.0) == 0.0
    assert motion.followed(0.0, 1.0, motion.MOUTH_SMOOTHING) == pytest.approx(0.632, abs=0.01)
    assert motion.followed(0.0, 1.0, 1.0) == pytest.approx(1.0, abs=0.001)
