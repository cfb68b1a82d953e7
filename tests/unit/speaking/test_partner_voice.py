"""The partner's voice as a session meets it, played in hurried silence; the real child process renders."""

from __future__ import annotations

import inspect
import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.helpers.listening import Heard, english, hurried, japanese, running, until
from trainer.script import SpokenLine
from trainer.session.ports import Voice
from trainer.speaking import renderer as renderer_module
from trainer.speaking.partner_voice import PartnerVoice, installed_engines, system_recipes
from trainer.speech import LineBegan, MouthMoved, SpeakingFinished, VoiceChanged, WordReached


class Made:
    """A voice and what was heard of it."""

    def __init__(self, **more: object) -> None:
        self.heard = Heard()
        self.voice = PartnerVoice(self.heard, make_output=hurried(), **more)  # type: ignore[arg-type]

    def shown(self, turn: int, index: int, text: str) -> list[str]:
        return [text[f.first : f.last] for f in self.heard.of(WordReached) if (f.turn, f.index) == (turn, index)]


@pytest.fixture
def made():
    thing = Made()
    yield thing
    thing.voice.close()
    assert thing.heard.threads <= {"voice-reporter"}


def test_lines_words_and_end_in_order(made: Made) -> None:
    lines = [english("Hello. What can I get you?"), english("Take your time.")]
    made.voice.say(7, lines)
    finished = made.heard.wait(SpeakingFinished)
    assert finished == [SpeakingFinished(7, finished[0].time)] and not finished[0].stopped
    assert [(fact.turn, fact.index) for fact in made.heard.of(LineBegan)] == [(7, 0), (7, 1)]
    assert made.shown(7, 0, lines[0].text) == ["Hello.", "What", "can", "I", "get", "you?"]
    assert made.shown(7, 1, lines[1].text) == ["Take", "your", "time."]
    kinds = [type(fact).__name__ for fact in made.heard.words if not isinstance(fact, VoiceChanged)]
    assert kinds == ["LineBegan"] + ["WordReached"] * 6 + ["LineBegan"] + ["WordReached"] * 3 + ["SpeakingFinished"]


def test_the_mouth_moves_and_is_closed_at_the_end(made: Made) -> None:
    made.voice.say(1, [english("Hello there, good evening.")])
    made.heard.wait(SpeakingFinished)
    openings = [fact.opening for fact in made.heard.of(MouthMoved)]
    assert max(openings) > 0.8 and openings[-1] == 0.0
    assert len(openings) > 30


def test_both_languages_in_one_say_and_a_line_that_names_none(made: Made) -> None:
    lines = [
        english("Hello."),
        japanese("いらっしゃいませ。"),
        SpokenLine("CLERK", "こんばんは。"),
        SpokenLine("CLERK", "Hi."),
    ]
    made.voice.say(1, lines)
    made.heard.wait(SpeakingFinished)
    assert ["".join(made.shown(1, index, line.text)) for index, line in enumerate(lines)] == [
        line.text for line in lines
    ]


@pytest.mark.parametrize(
    "text", ["", "   ", "...", "♪♪", "😀", "(waves)", "日本語のみ", "\n\t", "\u200b"], ids=lambda text: repr(text)
)
def test_lines_with_nothing_to_say_still_come_and_go(made: Made, text: str) -> None:
    made.voice.say(3, [english(text), english("Yes.")])
    made.heard.wait(SpeakingFinished)
    assert [fact.index for fact in made.heard.of(LineBegan)] == [0, 1]
    assert made.shown(3, 1, "Yes.") == ["Yes."]


def test_no_lines_at_all(made: Made) -> None:
    made.voice.say(4, [])
    assert made.heard.wait(SpeakingFinished)[0].turn == 4
    assert made.heard.of(LineBegan) == []


def test_two_says_follow_each_other_and_each_ends_once(made: Made) -> None:
    made.voice.say(1, [english("One, two.")])
    made.voice.say(1, [english("Three.")])
    made.voice.say(2, [english("Four.")])
    made.heard.wait(SpeakingFinished, 3)
    order = [fact.turn for fact in made.heard.words if isinstance(fact, LineBegan | SpeakingFinished)]
    assert order == [1, 1, 1, 1, 2, 2]
    assert [fact.stopped for fact in made.heard.of(SpeakingFinished)] == [False] * 3


def test_stop_ends_everything_that_was_being_said_once() -> None:
    thing = Made()
    long = " ".join(["This line goes on and on."] * 12)
    thing.voice.say(1, [english(long)])
    thing.voice.say(2, [english("Never heard.")])
    thing.heard.wait(WordReached, 3)
    thing.voice.stop()
    thing.voice.stop()
    finished = thing.heard.wait(SpeakingFinished, 2)
    count = len(thing.heard.words)
    thing.voice.say(3, [english("Now.")])
    thing.heard.wait(SpeakingFinished, 3)
    later = thing.heard.words[count:]
    assert [(fact.turn, fact.stopped) for fact in finished] == [(1, True), (2, True)]
    assert all(fact.turn == 3 for fact in later if not isinstance(fact, VoiceChanged))
    assert not [fact for fact in thing.heard.of(LineBegan) if fact.turn == 2]
    thing.voice.close()


def test_stop_with_nothing_said_is_not_a_word(made: Made) -> None:
    made.voice.stop()
    made.voice.say(1, [english("Yes.")])
    assert made.heard.wait(SpeakingFinished) == made.heard.of(SpeakingFinished)
    made.voice.stop()
    made.voice.say(2, [english("Yes.")])
    made.heard.wait(SpeakingFinished, 2)
    assert [fact.stopped for fact in made.heard.of(SpeakingFinished)] == [False, False]


def test_stop_before_the_first_sound(made: Made) -> None:
    gate = threading.Event()
    made.voice._renderer.run(gate.wait)
    made.voice.say(1, [english("Too late.")])
    made.voice.stop()
    gate.set()
    assert made.heard.wait(SpeakingFinished)[0].stopped
    made.voice.say(2, [english("Yes.")])
    made.heard.wait(SpeakingFinished, 2)
    assert [fact.turn for fact in made.heard.of(LineBegan)] == [2]


def test_ten_thousand_characters_begin_at_once_and_can_be_stopped(made: Made) -> None:
    text = "This sentence is one of very many, and nobody hurries. " * 182
    made.voice.say(1, [english(text)])
    made.heard.wait(WordReached, 30)
    made.voice.stop()
    assert made.heard.wait(SpeakingFinished)[0].stopped


def test_pace_slower_and_tones_change_the_length(made: Made) -> None:
    def spoken(turn: int, tone: str = "", slower: bool = False) -> float:
        line = SpokenLine("CLERK", "Good evening, how are you today?", tone, language="en")  # type: ignore[arg-type]
        made.voice.say(turn, [line], slower=slower)
        end = made.heard.wait(SpeakingFinished, turn)[-1]
        return 30.0 * (end.time - made.heard.of(LineBegan)[-1].time)

    usual = spoken(1)
    assert spoken(2, slower=True) > 1.1 * usual
    assert spoken(3, "slower") > 1.1 * usual
    assert spoken(4, "tired") > 1.03 * usual
    made.voice.set_pace(0.5)
    slow = spoken(5)
    made.voice.set_pace(0.1)
    assert slow > 1.6 * usual
    assert spoken(6) == pytest.approx(slow, rel=0.1)
    made.voice.set_pace(9)
    assert spoken(7) < 0.85 * usual


def test_prepared_lines_are_those_that_are_said(made: Made) -> None:
    lines = [english("Hello."), SpokenLine("CLERK", "Take your time.", "softly", language="en")]
    made.voice.prepare(lines)
    cache = made.voice._renderer._cache
    until(lambda: len(cache._lines) == 2)
    size = cache.size
    made.voice.say(1, lines)
    made.heard.wait(SpeakingFinished)
    assert cache.size == size, "nothing was rendered anew"


def test_of_a_long_line_only_the_beginning_is_rendered_ahead_and_the_rest_as_it_is_said(made: Made) -> None:
    long = "Yes. We have a table by the window this evening. It is quiet there. You can stay as long as you like."
    made.voice.prepare([english(long), english("Good night.")])
    cache = made.voice._renderer._cache
    until(lambda: len(cache._lines) == 3)
    made.voice._renderer.line_now(made.voice._beginning(english("Good night."), False)[0])
    assert {wanted.text for wanted in cache._lines} == {  # type: ignore[attr-defined]
        "Yes.",
        "We have a table by the window this evening.",
        "Good night.",
    }
    made.voice.say(1, [english(long)])
    made.heard.wait(SpeakingFinished)
    assert made.shown(1, 0, long) == long.split()
    assert len(cache._lines) == 5


def test_what_was_prepared_is_prepared_again_when_it_is_to_sound_otherwise(made: Made) -> None:
    lines, cache = [english("Mori is here.")], made.voice._renderer._cache
    made.voice.prepare(lines, slower=lines)
    until(lambda: len(cache._lines) == 2)
    changes: list[Callable[[], None]] = [
        lambda: made.voice.set_pace(1.2),
        lambda: made.voice.set_voice("CLERK", "espeak:en-us+m1"),
        lambda: made.voice.set_readings({"Mori": "Morry"}),
    ]
    for number, change in enumerate(changes, 2):
        change()
        until(lambda number=number: len(cache._lines) == 2 * number)  # type: ignore[misc]
    size = cache.size
    made.voice.say(1, lines, slower=True)
    made.voice.say(2, lines)
    made.heard.wait(SpeakingFinished, 2)
    assert cache.size == size, "all of it was there"


def test_people_have_different_voices_and_keep_a_chosen_one(made: Made) -> None:
    ids = [voice.id for voice in made.voice.voices()]
    assert len([voice for voice in made.voice.voices() if voice.language.startswith("en")]) >= 4
    assert len([voice for voice in made.voice.voices() if voice.language == "ja"]) >= 4
    assert all(voice.credit for voice in made.voice.voices())
    made.voice.set_voice("CLERK", ids[2])
    wanted = made.voice._casting.voice("CLERK", "en")
    assert wanted and wanted.id == ids[2]
    made.voice.set_voice("CLERK", "no:such")
    made.voice.say(1, [english("Still here."), english("And I.", "MINA"), english("And you.", "you")])
    made.heard.wait(SpeakingFinished)
    assert len(set(made.voice._casting._given.values())) == 3


def test_sounds_volume_and_mute_never_raise(made: Made) -> None:
    for name in ("shop", "park", "chat", "", "nowhere"):
        made.voice.set_ambience(name, 0.5)
    made.voice.play_effect("door-chime")
    made.voice.play_effect("入口のチャイムが鳴る")
    made.voice.play_effect("nothing of the kind")
    made.voice.set_volume(-1)
    made.voice.set_volume(2)
    made.voice.mute(True)
    made.voice.say(1, [english("Hidden.")])
    made.heard.wait(SpeakingFinished)
    made.voice.mute(False)
    made.voice.set_readings({"森": "もり"})
    made.voice.set_device("no such loudspeaker")
    assert isinstance(made.voice.devices(), tuple)


def test_the_newest_place_wins(made: Made) -> None:
    gate = threading.Event()
    made.voice._renderer.run(gate.wait)
    for name in ("shop", "park", "cafe"):
        made.voice.set_ambience(name, 0.5)
    gate.set()
    until(lambda: len(made.voice._player.mixer._layers) == 1)
    cafe = made.voice._sounds.loop("cafe", made.voice._player.mixer.rate)
    assert made.voice._player.mixer._layers[0].samples is cafe


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGSTOP])
def test_a_voice_lost_between_lines_is_not_noticed_by_the_listener(
    blow: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renderer_module, "RENDER_SECONDS", 0.3)
    thing = Made()
    thing.heard.wait(VoiceChanged)
    pid = thing.voice._renderer.pids()[0]
    os.kill(pid, blow)
    thing.voice.say(1, [english("All the same."), english("Really.")])
    thing.heard.wait(SpeakingFinished)
    assert "".join(thing.shown(1, 0, "All the same.")) == "Allthesame."
    assert max(fact.opening for fact in thing.heard.of(MouthMoved)) > 0.5, "it was heard, not only shown"
    assert all(fact.state != "failed" for fact in thing.heard.of(VoiceChanged))
    thing.voice.close()
    assert not running(pid)


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGSTOP])
def test_a_voice_lost_in_the_middle_of_a_line(blow: signal.Signals, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renderer_module, "RENDER_SECONDS", 0.3)
    thing = Made()
    thing.heard.wait(VoiceChanged)
    text = " ".join(f"This is sentence {number}." for number in range(12))
    struck = threading.Event()

    def strike() -> None:
        os.kill(thing.voice._renderer.pids()[0], blow)
        struck.set()

    gate = threading.Event()
    thing.voice._renderer.run(gate.wait)
    thing.voice.say(1, [english(text)])
    thing.voice._renderer._jobs.queue[5].run = strike  # instead of one piece, on the renderer's own thread
    gate.set()
    thing.heard.wait(SpeakingFinished)
    assert struck.is_set()
    shown = "".join(thing.shown(1, 0, text))
    assert len(shown) >= len(text.replace(" ", "")) - len("Thisissentence99.")
    assert [fact.turn for fact in thing.heard.of(SpeakingFinished)] == [1]
    thing.voice.close()


def test_it_is_the_voice_a_session_asks_for() -> None:
    wanted = {name: call for name, call in vars(Voice).items() if callable(call) and not name.startswith("_")}
    assert len(wanted) >= 10
    for name, call in wanted.items():
        own = inspect.signature(getattr(PartnerVoice, name)).parameters
        assert list(inspect.signature(call).parameters) == list(own), name


def test_without_any_voice_the_captions_go_on_in_their_time() -> None:
    thing = Made(command=(sys.executable, "-c", "raise SystemExit"))
    lines = [english("Hello. What can I get you?"), japanese("いらっしゃいませ。")]
    thing.voice.say(1, lines)
    finished = thing.heard.wait(SpeakingFinished)
    began = thing.heard.of(LineBegan)
    assert [fact.index for fact in began] == [0, 1]
    assert 30 * (finished[0].time - began[0].time) > 2.0
    assert "".join(thing.shown(1, 0, lines[0].text)) == "Hello.WhatcanIgetyou?"
    assert [fact.state for fact in thing.heard.of(VoiceChanged)].count("failed") == 1
    assert max(fact.opening for fact in thing.heard.of(MouthMoved)) == 0.0
    thing.voice.close()


def test_no_engine_installed_is_said_once_and_shown() -> None:
    thing = Made(engines=())
    assert thing.voice.voices() == ()
    thing.voice.say(1, [english("Hello."), japanese("はい。")])
    thing.voice.prepare([english("Hello.")])
    thing.heard.wait(SpeakingFinished)
    assert thing.heard.of(VoiceChanged) == [VoiceChanged("failed", "", "no-engine")]
    thing.voice.close()


def test_a_language_without_a_voice_is_shown() -> None:
    thing = Made(engines=("espeak",))
    thing.voice.say(1, [japanese("いらっしゃいませ。"), english("Hello.")])
    thing.heard.wait(SpeakingFinished)
    assert thing.shown(1, 0, "いらっしゃいませ。") == ["いらっしゃいませ。"]
    thing.voice.close()


def test_after_close_nothing_is_posted_and_nothing_is_left(tmp_path: Path) -> None:
    thing = Made()
    thing.voice.say(1, [english("This is cut off by the end of the program, of course.")])
    thing.heard.wait(LineBegan)
    pids = thing.voice._renderer.pids()
    thing.voice.close()
    count = len(thing.heard.facts)
    thing.voice.say(2, [english("Nothing.")])
    thing.voice.stop()
    thing.voice.prepare([english("Nothing.")])
    thing.voice.set_ambience("shop", 1.0)
    thing.voice.close()
    assert not any(running(pid) for pid in pids)
    names = {"renderer", "player", "voice-reporter", "silent-player", "voice-answers"}
    assert not names & {thread.name for thread in threading.enumerate()}
    assert len(thing.heard.facts) == count


def test_voices_of_a_system_are_offered_in_three_sizes() -> None:
    found = [
        {"id": "TOKEN\\Haruka", "name": "Microsoft Haruka Desktop", "language": "ja-JP", "gender": "female"},
        {"id": "Daniel", "name": "Daniel", "language": "en-GB", "gender": "neutral"},
        {"id": "Amelie", "name": "Amelie", "language": "fr-CA", "gender": "female"},
        {"name": "nameless", "language": "en-US"},
    ]
    made = system_recipes("sapi5", found)
    assert [recipe.language for recipe in made] == ["ja"] * 3 + ["en-gb"] * 3
    assert made[0].base == "TOKEN\\Haruka" and made[0].gender == "female"
    assert len({recipe.shift for recipe in made}) == 3


def test_this_machine_has_voices_for_both_languages() -> None:
    assert {"openjtalk"} < set(installed_engines())


def test_the_sound_itself_is_soft_at_the_edges_and_never_too_loud() -> None:
    """Everything the player is given for a say, by numbers."""
    thing = Made()
    clips: list[np.ndarray] = []
    add = thing.voice._player.mixer.add
    thing.voice._player.mixer.add = lambda clip: (clips.append(clip.samples), add(clip))[1]  # type: ignore[method-assign]
    thing.voice.say(1, [english("Hello!"), japanese("いらっしゃいませ！"), english("Stop! Now! Thanks!", "MINA")])
    thing.heard.wait(SpeakingFinished)
    rate = thing.voice._player.mixer.rate
    voiced = [clip for clip in clips if len(clip)]
    assert len(voiced) == 5
    for clip in voiced:
        assert 20 * np.log10(np.abs(clip).max()) <= -3.0
        assert np.argmax(np.abs(clip) > 0.01) < 0.1 * rate
        assert np.abs(clip[:20]).max() < 0.01 and np.abs(clip[-20:]).max() < 0.01
    thing.voice.close()
