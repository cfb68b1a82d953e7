"""What is to be said now comes before what may be said next; trouble ends in captions, never in waiting."""

from __future__ import annotations

import os
import signal
import sys
import textwrap
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.helpers.listening import running, until
from trainer.speaking import renderer as renderer_module
from trainer.speaking.cache import LineCache, Wanted
from trainer.speaking.renderer import GIVE_UP_AFTER, TRY_AGAIN_AFTER, Renderer
from trainer.speaking.voices import built_in

VOICES = {recipe.id: recipe for recipe in built_in(("espeak", "openjtalk"))}
HAZEL = VOICES["espeak:en-gb+f2"]


def english(text: str) -> Wanted:
    return Wanted(HAZEL, text, "en")


class Made:
    """A renderer, what it reported, and a clock to turn."""

    def __init__(self, command: tuple[str, ...] | None = None, cache: LineCache | None = None) -> None:
        self.changes: list[tuple[str, str]] = []
        self.now = 0.0
        more = {"command": command} if command else {}
        self.renderer = Renderer(
            changed=lambda state, reason: self.changes.append((state, reason)),
            cache=cache,
            clock=lambda: self.now,
            **more,
        )


@pytest.fixture
def made():
    thing = Made()
    yield thing
    thing.renderer.close()


@pytest.fixture(scope="module")
def shared() -> Iterator[Renderer]:
    """For tests that only look at lines: engines are loaded once."""
    renderer = Renderer()
    yield renderer
    renderer.close()


def dying(tmp_path: Path, body: str = "raise SystemExit") -> tuple[str, ...]:
    path = tmp_path / "dying.py"
    path.write_text(textwrap.dedent(body))
    return (sys.executable, str(path))


def test_a_line_becomes_sound_with_words_and_a_mouth(made: Made) -> None:
    line = made.renderer.line_now(english("What can I get you?"))
    assert line is not None and line.rate == 22_050 and 0.8 < line.seconds < 2.5
    assert [(word.first, word.last) for word in line.words] == [(0, 4), (5, 8), (9, 10), (11, 14), (15, 19)]
    assert line.words[0].at == 0.0 and line.words[-1].at < line.seconds
    assert len(line.envelope) == pytest.approx(line.seconds * 30, abs=1)
    assert max(line.envelope) > 0.8
    assert made.changes == [("ready", "")]


def test_a_japanese_line_has_its_phrases(shared: Renderer) -> None:
    line = shared.line_now(Wanted(VOICES["openjtalk:mei"], "お会計は1,200円です、何名様ですか？", "ja"))
    assert line is not None and line.rate == 48_000
    assert [(word.first, word.last) for word in line.words] == [(0, 13), (13, 20)]
    assert 0.4 * line.seconds < line.words[1].at < 0.75 * line.seconds


def test_pace_tone_and_size_are_heard(shared: Renderer) -> None:
    text = "Hello, take your time please."
    usual = shared.line_now(english(text))
    slow = shared.line_now(Wanted(HAZEL, text, "en", 0.6))
    assert usual and slow and slow.seconds > 1.4 * usual.seconds
    low = shared.line_now(Wanted(VOICES["openjtalk:mei-low"], "こんばんは。", "ja"))
    plain = shared.line_now(Wanted(VOICES["openjtalk:mei"], "こんばんは。", "ja"))
    assert low and plain and low.rate < plain.rate
    assert low.seconds == pytest.approx(plain.seconds, rel=0.1)  # a larger speaker, not a slower one


@pytest.mark.parametrize("text", ["", "...", "♪", "日本語"])
def test_what_cannot_be_said_is_only_shown_and_asks_nobody(made: Made, text: str) -> None:
    assert made.renderer.line_now(english(text)) is None
    assert made.renderer.pids() == () and made.changes == []


def test_prepared_lines_are_ready_and_urgent_ones_go_first(made: Made) -> None:
    gate, order = threading.Event(), []
    made.renderer.run(gate.wait)  # the thread is busy until everything has been asked for
    made.renderer.prepare(lambda: [english(f"Prepared number {number}.") for number in range(5)])
    made.renderer.run(lambda: order.append(len(made.renderer._cache._lines)))
    gate.set()
    until(lambda: bool(order))
    assert order == [0]
    until(lambda: all(made.renderer._cache.get(english(f"Prepared number {number}.")) for number in range(5)))


def test_only_the_newest_preparations_are_made_and_of_too_many_the_likeliest(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renderer_module, "PREPARED_MOST", 3)
    gate, done = threading.Event(), threading.Event()
    made.renderer.run(gate.wait)
    wanted = [english(f"Number {number}.") for number in range(9)]
    made.renderer.prepare(lambda: wanted[:4])
    made.renderer.prepare(lambda: wanted[4:])
    gate.set()
    until(lambda: made.renderer._cache.get(wanted[6]) is not None)
    made.renderer.run(done.set)
    assert done.wait(20)
    assert [made.renderer._cache.get(one) is not None for one in wanted] == [False] * 4 + [True] * 3 + [False] * 2


def test_whoever_asks_for_preparations_does_not_find_them_itself(made: Made) -> None:
    asked = []

    def find() -> list[Wanted]:
        asked.append(threading.current_thread().name)
        return [english("Found.")]

    made.renderer.prepare(find)
    until(lambda: made.renderer._cache.get(english("Found.")) is not None)
    assert asked == ["renderer"]


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_voice_that_ends_while_nothing_is_wanted_is_replaced_at_once_but_not_again_and_again(made: Made) -> None:
    assert made.renderer.line_now(english("One."))
    until(lambda: len(made.renderer.pids()) == 2)
    os.kill(made.renderer.pids()[0], signal.SIGKILL)
    until(lambda: ("restarted", "voice-ended") in made.changes)
    until(lambda: made.renderer._supervisor._current is not None and made.renderer._supervisor._current.warm)
    killed = made.renderer.pids()[0]
    assert running(killed)
    os.kill(killed, signal.SIGKILL)
    until(lambda: not running(killed))
    assert made.renderer.line_now(english("One.")), "what was rendered before is still there"
    assert made.changes.count(("restarted", "voice-ended")) == 1, "the hand clock stands still"


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_voice_killed_or_hung_in_the_middle_is_replaced(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renderer_module, "RENDER_SECONDS", 0.3)
    assert made.renderer.line_now(english("One."))
    for number, blow in enumerate((signal.SIGSTOP, signal.SIGKILL, signal.SIGSTOP)):
        pid = made.renderer.pids()[0]
        os.kill(pid, blow)
        assert made.renderer.line_now(english(f"Line {number}.")), "the line was said all the same"
        assert not running(pid)
    assert ("failed", "voice-silent") not in made.changes
    assert ("restarted", "voice-silent") in made.changes


def test_a_voice_that_cannot_be_had_is_given_up_quietly_and_tried_again_later(tmp_path: Path) -> None:
    started = tmp_path / "started"
    thing = Made(dying(tmp_path, f"open({str(started)!r}, 'a').write('x')"))
    try:
        for number in range(6):
            assert thing.renderer.line_now(english(f"Line {number}.")) is None
        assert [change for change in thing.changes if change[0] == "failed"] == [("failed", "voice-ended")]
        attempts = len(started.read_text())
        assert attempts == 2 * GIVE_UP_AFTER, "two children for each of the first lines, none for the others"
        thing.now += TRY_AGAIN_AFTER + 1
        assert thing.renderer.line_now(english("Later.")) is None
        assert len(started.read_text()) > attempts
        assert len([change for change in thing.changes if change[0] == "failed"]) == 1, "said once"
    finally:
        thing.renderer.close()


def test_a_line_that_ends_the_process_is_not_tried_again_but_others_are(tmp_path: Path) -> None:
    body = """
    import json, sys
    for text in sys.stdin:
        request = json.loads(text)
        if "poison" in request["text"]:
            raise SystemExit
        pcm = b"\\x00\\x10\\x00\\xf0" * 4000
        sys.stdout.buffer.write(json.dumps(
            {"id": request["id"], "ok": True, "bytes": len(pcm), "rate": 16000, "phrases": []}).encode() + b"\\n" + pcm)
        sys.stdout.buffer.flush()
    """
    thing = Made(dying(tmp_path, body))
    try:
        assert thing.renderer.line_now(english("poison")) is None
        assert thing.renderer.line_now(english("honey"))
        pids = thing.renderer.pids()
        assert thing.renderer.line_now(english("poison")) is None
        assert thing.renderer.pids() == pids
        assert all(state != "failed" for state, _ in thing.changes)
    finally:
        thing.renderer.close()


def test_an_engine_that_cannot_be_had_does_not_silence_the_other(tmp_path: Path) -> None:
    """A machine without pyopenjtalk: Japanese is shown, English is heard; a refused text is not asked for again."""
    body = """
    import json, sys
    for text in sys.stdin:
        request = json.loads(text)
        pcm, header = b"", {"id": request["id"], "ok": False, "bytes": 0, "reason": "engine-error: ModuleNotFoundError"}
        if request["engine"] == "espeak" and "odd" not in request["text"]:
            pcm = b"\\x00\\x10\\x00\\xf0" * 4000
            header = {"id": request["id"], "ok": True, "bytes": len(pcm), "rate": 16000, "phrases": []}
        sys.stdout.buffer.write(json.dumps(header).encode() + b"\\n" + pcm)
        sys.stdout.buffer.flush()
    """
    thing = Made(dying(tmp_path, body))
    try:
        for number in range(5):
            assert thing.renderer.line_now(Wanted(VOICES["openjtalk:mei"], f"はい、{number}。", "ja")) is None
            assert thing.renderer.line_now(english(f"Line {number}."))
            assert thing.renderer.line_now(english(f"odd {number}")) is None
        assert [state for state, _ in thing.changes] == ["ready", "failed"]
    finally:
        thing.renderer.close()


def test_a_spare_is_kept_warm_and_nothing_is_left_after_close() -> None:
    thing = Made()
    thing.renderer.line_now(english("Hello."))
    until(lambda: len(thing.renderer.pids()) == 2)
    pids = thing.renderer.pids()
    thing.renderer.close()
    assert not any(running(pid) for pid in pids)
    assert not thing.renderer._thread.is_alive()
    assert thing.renderer.line_now(english("After.")) is None


def test_close_does_not_wait_for_a_hung_render() -> None:
    thing = Made()
    thing.renderer.line_now(english("Hello."))
    pid = thing.renderer.pids()[0]
    os.kill(pid, signal.SIGSTOP)
    thing.renderer.render(english("Never."), lambda line: None)
    thing.renderer.close()
    assert not running(pid)
    assert not thing.renderer._thread.is_alive()


def test_own_readings_reach_the_voice(made: Made) -> None:
    plain = made.renderer.line_now(english("Mori"))
    named = made.renderer.line_now(replace(english("森"), readings=(("森", "a very long name indeed"),)))
    assert plain and named and named.seconds > plain.seconds
