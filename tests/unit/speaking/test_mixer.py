"""The mixer by counting samples: what is heard when, and what is told."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.speaking.mixer import AMBIENCE_SECONDS, STOP_SECONDS, Clip, Mark, Mixer

RATE = 1_000
BLOCK = 20


def ones(frames: int, value: float = 0.5) -> np.ndarray:
    return np.full(frames, value, np.float32)


class Run:
    """Drives a mixer and keeps what it gave."""

    def __init__(self, rate: int = RATE) -> None:
        self.mixer = Mixer(rate)
        self.told: list[tuple[str, int]] = []
        self.heard = np.zeros(0, np.float32)

    def fill(self, frames: int, block: int = BLOCK) -> np.ndarray:
        begin = len(self.heard)
        while len(self.heard) < begin + frames:
            size = min(block, begin + frames - len(self.heard))
            samples, reached = self.mixer.fill(size)
            for mark in reached:
                assert 0 <= mark.offset <= size
                mark.tell(len(self.heard) + mark.offset)
            self.heard = np.concatenate([self.heard, samples])
        return self.heard[begin:]

    def note(self, name: str):
        return lambda due: self.told.append((name, int(due)))

    def clip(self, frames: int, *marks: tuple[float, str], quiet: float = 0.0, generation: int = 0) -> Clip:
        return Clip(ones(frames), tuple(Mark(at, self.note(name)) for at, name in marks), quiet, generation)


@given(st.integers(1, 70))
def test_clips_follow_each_other_with_their_quiet_whatever_the_block(block: int) -> None:
    run = Run()
    run.mixer.add(run.clip(30, (0.0, "a"), (0.02, "a20"), quiet=0.01))
    run.mixer.add(run.clip(10, (0.0, "b")))
    run.mixer.add(run.clip(0, (0.0, "end")))
    heard = run.fill(100, block)
    expected = np.concatenate([ones(30), np.zeros(10), ones(10), np.zeros(50)])
    assert np.allclose(heard, expected)
    assert run.told == [("a", 0), ("a20", 20), ("b", 40), ("end", 50)]


def test_quiet_is_counted_from_the_last_word_or_short_sound_and_ambience_is_none() -> None:
    run = Run()
    run.mixer.set_ambience(ones(100), 0.5)
    run.fill(100)
    before = run.mixer.quiet
    assert before > 0
    run.mixer.add(run.clip(30))
    assert run.mixer.quiet == 0, "it is about to sound"
    run.fill(40)
    assert run.mixer.quiet == 0, "it ended within this block"
    run.fill(60)
    assert run.mixer.quiet == pytest.approx(60 / RATE)
    run.mixer.effect(ones(10))
    run.fill(20)
    assert run.mixer.quiet == 0


def test_marks_beyond_the_end_are_told_at_the_end() -> None:
    run = Run()
    run.mixer.add(run.clip(10, (0.0, "a"), (5.0, "late")))
    run.fill(40)
    assert run.told == [("a", 0), ("late", 10)]


def test_stop_is_silence_within_ten_milliseconds() -> None:
    run = Run(48_000)
    run.mixer.add(Clip(ones(48_000), ()))
    run.fill(480, 480)
    run.mixer.stop(0, run.note("stopped"))
    after = run.fill(9_600, 480)
    fade = int(STOP_SECONDS * 48_000)
    assert np.flatnonzero(after).max() < fade
    assert np.abs(np.diff(after)).max() < 0.01  # no click
    assert run.told == [("stopped", 480 + fade)]


def test_stop_forgets_what_waits_and_what_comes_too_late() -> None:
    run = Run()
    run.mixer.add(run.clip(50, (0.04, "never")))
    run.mixer.add(run.clip(50, (0.0, "never")))
    run.fill(20)
    run.mixer.stop(0, run.note("stopped"))
    run.mixer.add(run.clip(50, (0.0, "never")))
    run.mixer.add(run.clip(10, (0.0, "next"), generation=1))
    run.fill(100)
    assert run.told == [("stopped", 30), ("next", 30)]
    assert not run.mixer.speaking


def test_stop_with_nothing_playing_is_told_at_once() -> None:
    run = Run()
    run.mixer.stop(0, run.note("stopped"))
    run.fill(20)
    assert run.told == [("stopped", 0)]


def test_stop_in_the_quiet_after_a_clip() -> None:
    run = Run()
    run.mixer.add(run.clip(10, quiet=1.0))
    run.fill(20)
    run.mixer.stop(0, run.note("stopped"))
    assert not run.fill(100).any()
    assert run.told == [("stopped", 20)]


def test_mute_is_silence_at_once_and_time_goes_on() -> None:
    run = Run(48_000)
    run.mixer.add(Clip(ones(48_000), (Mark(0.5, run.note("half")),)))
    run.mixer.set_ambience(ones(1000, 0.1), 1.0)
    run.fill(4_800, 480)
    run.mixer.mute(True)
    heard = run.fill(24_000, 480)
    assert not heard[int(0.02 * 48_000) :].any()
    assert run.told == [("half", 24_000)]
    run.mixer.mute(False)
    assert run.fill(4_800, 480)[-1] > 0


def test_volume_is_heard_without_a_jump() -> None:
    run = Run(48_000)
    run.mixer.add(Clip(ones(48_000), ()))
    run.fill(480, 480)
    run.mixer.set_volume(0.5)
    heard = run.fill(4_800, 480)
    assert heard[-1] == pytest.approx(0.5 * 0.25, abs=1e-6)
    assert np.abs(np.diff(heard)).max() < 0.01
    run.mixer.set_volume(7)
    assert run.fill(4_800, 480)[-1] == pytest.approx(0.5)


def test_a_place_fades_in_and_over_and_out() -> None:
    run = Run()
    shop, park = ones(130, 0.1), ones(170, 0.2)
    run.mixer.set_ambience(shop, 0.5)
    rising = run.fill(2_000)
    assert np.all(np.diff(rising[:400]) >= -1e-6)
    assert rising[-1] == pytest.approx(0.05, abs=1e-6)
    assert np.abs(np.diff(rising)).max() <= 0.1 / (AMBIENCE_SECONDS * RATE) + 1e-6
    run.mixer.set_ambience(park, 1.0)
    assert run.fill(2_000)[-1] == pytest.approx(0.2, abs=1e-6)
    run.mixer.set_ambience(park, 0.25)
    assert run.fill(2_000)[-1] == pytest.approx(0.05, abs=1e-6)
    run.mixer.set_ambience(None, 0.0)
    assert run.fill(2_000)[-1] == 0.0


def test_a_loop_has_no_seam() -> None:
    run = Run()
    ring = np.sin(2 * np.pi * np.arange(100) / 50).astype(np.float32)
    run.mixer.set_ambience(ring, 1.0)
    run.fill(2_000)
    assert np.allclose(run.fill(500, 33), np.tile(ring, 5), atol=1e-5)


def test_an_effect_sounds_once_beside_the_voice() -> None:
    run = Run()
    run.mixer.add(run.clip(100))
    run.mixer.effect(ones(30, 0.25), 0.5)
    heard = run.fill(60)
    assert heard[29] == pytest.approx(0.625) and heard[30] == pytest.approx(0.5)


def test_too_much_at_once_is_clipped_not_wrapped() -> None:
    run = Run()
    for _ in range(4):
        run.mixer.effect(ones(50, 0.9))
    assert run.fill(40).max() == 1.0


def test_another_rate_keeps_what_is_left_to_say() -> None:
    run = Run(1_000)
    run.mixer.add(run.clip(1_000, (0.25, "early"), (0.75, "late"), quiet=0.1))
    run.mixer.set_ambience(ones(100, 0.1), 0.2)
    run.fill(500)
    run.mixer.change_rate(2_000)
    run.told.clear()
    rest = run.fill(2_000)
    assert [name for name, _ in run.told] == ["late"]
    voice = np.flatnonzero(rest > 0.3)
    assert voice.max() == pytest.approx(1_000, abs=60)
    assert run.told[0][1] - 500 == pytest.approx(500, abs=4)


def test_muted_before_the_first_block_nothing_slips_out() -> None:
    run = Run()
    run.mixer.mute(True)
    run.mixer.effect(ones(100))
    assert not run.fill(100).any()
