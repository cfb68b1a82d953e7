"""The voice's child process, and what happens when it dies, hangs, or talks nonsense. Linux signals; real processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

import pytest

from tests.helpers.listening import running, until
from trainer.speaking import engines
from trainer.speaking.voice_child import COMMAND, ChildGoneError, RenderError, Supervisor, VoiceChild

HELLO = {"do": "render", "engine": "espeak", "base": "en+f2", "text": "Hello there.", "rate": 150, "pitch": 50}

posix = pytest.mark.skipif(os.name != "posix", reason="signals")


def odd_child(tmp_path: Path, body: str) -> tuple[str, ...]:
    """A child that is not ours, to see that nonsense is met."""
    path = tmp_path / "odd.py"
    path.write_text(textwrap.dedent(body))
    return (sys.executable, str(path))


@pytest.fixture
def child():
    made = VoiceChild()
    yield made
    made.close()


def test_it_renders_refuses_and_leaves(child: VoiceChild) -> None:
    answer = child.ask(HELLO, 10)
    assert answer.header["rate"] == 22_050 and len(answer.pcm) > 20_000
    for odd in ({"text": ""}, {"text": " \n"}, {"engine": "nobody"}, {"rate": "fast"}, {"text": None}):
        with pytest.raises(RenderError) as refusal:
            child.ask({**HELLO, **odd}, 10)
        assert not isinstance(refusal.value, ChildGoneError)
    assert len(child.ask(HELLO, 10).pcm) == pytest.approx(len(answer.pcm), rel=0.02)
    child.close()
    assert not running(child.pid)


def test_what_libraries_print_does_not_disturb_the_answers(child: VoiceChild) -> None:
    # pyttsx3 prints "Audio saved to ..." for every file, pyopenjtalk a warning
    for _ in range(3):
        child.ask(HELLO, 10)
    answer = child.ask({**HELLO, "engine": "openjtalk", "text": "お会計は350円です。", "rate": 1.0, "pitch": 0}, 30)
    assert answer.header["rate"] == 48_000 and answer.header["phrases"][0] == ["お会計は", 6.0]


@posix
def test_a_hung_child_is_killed_in_time(child: VoiceChild) -> None:
    os.kill(child.pid, signal.SIGSTOP)
    with pytest.raises(ChildGoneError, match="voice-silent"):
        child.ask(HELLO, 0.2)
    assert not running(child.pid)


def test_a_killed_child_is_noticed(child: VoiceChild) -> None:
    os.kill(child.pid, signal.SIGTERM)
    until(lambda: not child.alive())
    with pytest.raises(ChildGoneError, match="voice-ended"):
        child.ask(HELLO, 5)


@posix
def test_a_killed_child_leaves_no_folder_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    mine = VoiceChild()
    mine.ask(HELLO, 10)
    (folder,) = tmp_path.iterdir()
    (folder / "line.wav").write_bytes(b"speech")
    other = tmp_path / f"engawa-voice-{os.getpid()}-another"
    other.mkdir()
    os.kill(mine.pid, signal.SIGKILL)
    with pytest.raises(ChildGoneError):
        mine.ask(HELLO, 5)
    assert list(tmp_path.iterdir()) == [other]


@pytest.mark.parametrize(
    "body",
    [
        "print('hello, this is no JSON', flush=True); import time; time.sleep(60)",
        """
        import sys
        sys.stdin.readline()
        print('{"id": 1, "ok": true, "bytes": 1000}', flush=True)
        print('too short', flush=True)
        """,
        "import sys; sys.exit(3)",
        "import sys; sys.stdin.readline(); print('[1, 2]', flush=True); import time; time.sleep(60)",
    ],
)
def test_nonsense_is_taken_for_an_end(tmp_path: Path, body: str) -> None:
    child = VoiceChild(odd_child(tmp_path, body))
    with pytest.raises(ChildGoneError):
        child.ask(HELLO, 20)
    assert not running(child.pid)


@posix
def test_the_supervisor_asks_the_next_child_once_more() -> None:
    restarts: list[str] = []
    supervisor = Supervisor(restarted=restarts.append)
    try:
        supervisor.ask(HELLO, 10)
        supervisor.keep_spare()
        first, spare = supervisor.pids()
        os.kill(first, signal.SIGKILL)
        until(lambda: not running(first))
        assert supervisor.ask(HELLO, 10).pcm
        assert supervisor.pids()[0] == spare
        os.kill(spare, signal.SIGSTOP)
        assert supervisor.ask(HELLO, 0.3).pcm
        assert not running(spare)
        # a child found dead before it is asked is simply replaced; one that dies at that moment is told
        assert restarts in (["voice-silent"], ["voice-ended", "voice-silent"])
    finally:
        supervisor.close()
    with pytest.raises(ChildGoneError):
        supervisor.ask(HELLO, 1)
    supervisor.keep_spare()
    assert supervisor.pids() == ()


def test_a_child_that_has_closed_its_pipe_is_over_before_the_system_says_so(tmp_path: Path) -> None:
    restarts: list[str] = []
    body = """
    import os, sys, time
    print('{"id": 1, "ok": true, "bytes": 0}', flush=True)
    sys.stdin.readline()
    os.close(1)
    time.sleep(60)
    """
    supervisor = Supervisor(odd_child(tmp_path, body), restarted=restarts.append)
    try:
        supervisor.ask(HELLO, 20)
        first = supervisor.pids()[0]
        until(lambda: supervisor.mend())
        assert restarts == ["voice-ended"]
        assert not running(first)
        assert supervisor.pids()[0] != first
    finally:
        supervisor.close()


def test_two_dead_children_are_enough(tmp_path: Path) -> None:
    restarts: list[str] = []
    supervisor = Supervisor(odd_child(tmp_path, "raise SystemExit"), restarts.append)
    with pytest.raises(ChildGoneError):
        supervisor.ask(HELLO, 5)
    assert len(restarts) == 1
    supervisor.close()


def test_a_command_that_is_not_there(tmp_path: Path) -> None:
    supervisor = Supervisor((str(tmp_path / "nothing"),))
    with pytest.raises(ChildGoneError, match="voice-not-started"):
        supervisor.ask(HELLO, 1)
    supervisor.close()


@posix
def test_no_child_outlives_a_killed_parent(tmp_path: Path) -> None:
    """Also one that is stuck in a render: its requests thread sees the end of stdin."""
    script = """
    import sys, time
    from trainer.speaking.voice_child import Supervisor
    supervisor = Supervisor()
    request = {"do": "render", "engine": "espeak", "base": "en+f2", "text": "Hello.", "rate": 150, "pitch": 50}
    supervisor.ask(request, 20)
    supervisor.keep_spare()
    print(*supervisor.pids(), flush=True)
    time.sleep(60)
    """
    root = Path(__file__).resolve().parents[3]
    parent = subprocess.Popen([sys.executable, "-c", textwrap.dedent(script)], stdout=subprocess.PIPE, cwd=root)
    assert parent.stdout is not None
    pids = [int(word) for word in parent.stdout.readline().split()]
    assert len(pids) == 2 and all(running(pid) for pid in pids)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    until(lambda: not any(running(pid) for pid in pids))


def test_the_child_leaves_no_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    child = VoiceChild()
    child.ask(HELLO, 10)
    assert list(tmp_path.rglob("*.wav")) == []
    child.close()
    assert list(tmp_path.iterdir()) == []


def test_three_hundred_renders_are_all_whole(child: VoiceChild) -> None:
    """pyttsx3 lost, cut short or hurried some of them (docs/decisions/0040)."""
    sizes: dict[tuple[str, int], list[int]] = {}
    for number in range(300):
        base, rate = ("en+f2", "en-us+m3", "en-us+f4")[number % 3], (120, 150)[number % 2]
        pcm = child.ask({**HELLO, "base": base, "rate": rate, "text": "Hello. Take your time."}, 10).pcm
        sizes.setdefault((base, rate), []).append(len(pcm))
    for lengths in sizes.values():
        assert max(lengths) < 1.03 * min(lengths)
    for base in ("en+f2", "en-us+m3", "en-us+f4"):
        assert min(sizes[base, 120]) > 1.15 * max(sizes[base, 150])


def test_missing_espeak_data_is_an_answer_not_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """libespeak-ng itself would call exit(). A stand-in loader package points at an empty folder."""
    (tmp_path / "espeakng_loader.py").write_text(
        f"def get_library_path(): return {str(tmp_path / 'lib.so')!r}\ndef get_data_path(): return {str(tmp_path)!r}\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    child = VoiceChild((sys.executable, "-c", "from trainer.speaking.voice_process import main; main()"))
    with pytest.raises(RenderError, match="espeak-data-missing") as refusal:
        child.ask(HELLO, 10)
    assert not isinstance(refusal.value, ChildGoneError) and child.alive()
    child.close()


def test_the_default_command_is_our_own_module() -> None:
    assert list(COMMAND) == [sys.executable, "-m", "trainer.speaking.voice_process"]


# --- the parts of the engines that can be looked at without their operating system ---------------------------------


def test_voices_listed_by_macos() -> None:
    listing = (
        "Alex                en_US    # Most people recognize me by my voice.\n"
        "Kyoko               ja_JP    # こんにちは、私の名前はKyokoです。\n"
        "Bad News            en_US    # The light you see\n"
        "Eddy (Japanese (Japan)) ja_JP    # こんにちは\n"
        "nonsense\n"
        "Amélie              fr-CA    # Bonjour\n"
    )
    found = engines.parse_say_voices(listing)
    assert [(voice["id"], voice["language"]) for voice in found] == [
        ("Alex", "en-US"),
        ("Kyoko", "ja-JP"),
        ("Bad News", "en-US"),
        ("Eddy (Japanese (Japan))", "ja-JP"),
        ("Amélie", "fr-CA"),
    ]


@pytest.mark.parametrize(
    ("codes", "tag"),
    [("409", "en-US"), ("411", "ja-JP"), ("409;9", "en-US"), ("809", "en-GB"), ("1409", "en"), ("407", "")],
)
def test_languages_of_windows_voices(codes: str, tag: str) -> None:
    assert engines.language_of_lcid(codes) == tag


def test_engines_of_other_systems_refuse_here(tmp_path: Path) -> None:
    for name in {"sapi5", "say", "nobody"} - {{"win32": "sapi5", "darwin": "say"}.get(sys.platform, "")}:
        with pytest.raises(engines.EngineError, match="no-engine"):
            engines.make_engine(name, lambda: tmp_path)


def test_a_wave_file_is_read_once_and_removed(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(b"no wave")
    with pytest.raises(engines.EngineError, match="no-sound-file"):
        engines.read_wave(path)
    assert not path.exists()
    with pytest.raises(engines.EngineError, match="no-sound-file"):
        engines.read_wave(path)
