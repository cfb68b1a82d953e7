"""The sound chain, the keeper of the microphone, grammars, pronunciations: small parts by themselves."""

from __future__ import annotations

import json
from types import SimpleNamespace

import numpy as np
import pytest

from tests.helpers.hearing import BAG_EN, BAG_JA, Collected, expecting
from tests.helpers.recorded_microphone import RecordedMicrophone
from tests.helpers.synthetic_speaker import quiet, render, silence
from trainer.hearing.bigram import arpa
from trainer.hearing.conditioning import FRAME, AutomaticGain, HighPass, NoiseFloor, Resampler, level
from trainer.hearing.echo import AFTERWARDS, EchoGuard
from trainer.hearing.microphone import age
from trainer.hearing.microphone_check import MicrophoneCheck
from trainer.hearing.microphone_keeper import FELL_SILENT, MUTED, RETRY, STALLED, MicrophoneKeeper
from trainer.hearing.moment_graph import START, STOP, build, plain_word
from trainer.hearing.phrases import PhraseBook
from trainer.hearing.pronunciation import by_letters
from trainer.hearing.recogniser import distance
from trainer.hearing.recordings import RecordingError, blocks, read_recording
from trainer.hearing.sound_chain import Frame, SoundChain
from trainer.hearing.voice_activity import VoiceActivity
from trainer.hearing.vosk_grammar import cut, grammar
from trainer.speech import AudioChunk, MicrophoneChanged


def tone(hertz: float, seconds: float = 1.0, rate: int = 16_000, loud: float = 8000.0) -> np.ndarray:
    return (loud * np.sin(2 * np.pi * hertz * np.arange(int(seconds * rate)) / rate)).astype(np.int16)


def test_rumble_is_taken_away_and_speech_is_not() -> None:
    assert level(HighPass()(tone(30))[4000:]) < level(tone(30)) - 15
    assert level(HighPass()(tone(300))[4000:]) == pytest.approx(level(tone(300)), abs=0.3)


def test_the_high_pass_does_not_care_how_the_sound_is_cut() -> None:
    whole, pieces = HighPass(), HighPass()
    sound = tone(440)
    apart = np.concatenate([pieces(part) for part in np.array_split(sound, 37)])
    assert np.array_equal(whole(sound), apart)


@pytest.mark.parametrize("rate", [8_000, 22_050, 44_100, 48_000])
def test_any_rate_becomes_16_khz(rate: int) -> None:
    resampler = Resampler(rate)
    out = np.concatenate([resampler(part) for part in np.array_split(tone(440, 2.0, rate), 50)])
    assert len(out) == pytest.approx(32_000, abs=1200)
    spectrum = np.abs(np.fft.rfft(out[4000:20_000].astype(float)))
    assert np.argmax(spectrum) == pytest.approx(440, abs=2)


def test_gain_follows_soft_speech_slowly_and_leaves_silence_alone() -> None:
    gain = AutomaticGain()
    gain.learn(-46.0, True)
    assert gain.gain < 0.3
    for _ in range(400):
        gain.learn(-46.0, True)
    assert gain.gain == pytest.approx(15.0, abs=0.5)
    before = gain.gain
    for _ in range(400):
        gain.learn(-60.0, False)
    assert gain.gain == before


def test_the_noise_floor_is_the_quiet_between_words() -> None:
    floor = NoiseFloor()
    for place in range(200):
        told = floor.learn(-20.0 if place % 3 else -61.0)
    assert told == -61.0


def test_frames_know_when_they_were_heard() -> None:
    chain = SoundChain()
    pcm = quiet(1.0, 48_000)
    frames = [frame for block in blocks(pcm, 48_000, 100.0) for frame in chain.frames(block)]
    assert frames[0].time == pytest.approx(100.03, abs=0.05)
    assert frames[-1].time == pytest.approx(101.0, abs=0.06)
    assert all(len(frame.pcm) == FRAME * 2 for frame in frames)
    assert not any(frame.speaking for frame in frames)


# --- keeper ----------------------------------------------------------------------------------------------------------


class Kept:
    """A keeper with a clock in hand."""

    def __init__(self, *names: str) -> None:
        self.now = 100.0
        self.collected = Collected()
        self.microphone = RecordedMicrophone(names=names)
        self.microphone.frozen = True
        self.keeper = MicrophoneKeeper(self.microphone, lambda _: None, self.collected.post, lambda: self.now)

    def block(self, seconds: float = 0.1, zero: bool = False, partner: bool = False) -> None:
        self.now += seconds
        pcm = silence(seconds, 16_000) if zero else quiet(seconds, 16_000)
        self.keeper.heard(AudioChunk(pcm, 16_000, self.now), partner_speaks=partner)
        self.keeper.watch()

    def later(self, seconds: float) -> None:
        self.now += seconds
        self.keeper.watch()

    def states(self) -> list[tuple[str, str]]:
        return [(fact.state, fact.device) for fact in self.collected.of(MicrophoneChanged)]


@pytest.fixture
def kept():
    made = Kept("built in", "headset")
    yield made
    made.keeper.close()


def test_ready_is_said_with_the_devices_name(kept: Kept) -> None:
    kept.keeper.want(True)
    kept.keeper.want(True)
    assert kept.states() == [("ready", "built in")]


def test_no_sound_for_a_second_is_a_stall_and_sound_is_its_end(kept: Kept) -> None:
    kept.keeper.want(True)
    kept.block()
    kept.later(STALLED + 0.1)
    kept.later(0.1)
    kept.block()
    assert [state for state, _ in kept.states()] == ["ready", "stalled", "ready"]


def test_exact_zeros_are_a_muted_microphone(kept: Kept) -> None:
    kept.keeper.want(True)
    for _ in range(int(MUTED / 0.1) - 2):
        kept.block(zero=True)
    assert [state for state, _ in kept.states()] == ["ready"]
    for _ in range(4):
        kept.block(zero=True)
    kept.block()
    assert [state for state, _ in kept.states()] == ["ready", "muted", "ready"]


def test_a_pause_of_exact_zeros_is_no_fault_in_a_microphone_that_has_sounded(kept: Kept) -> None:
    kept.keeper.want(True)
    kept.block()
    for _ in range(int(FELL_SILENT / 0.1) - 2):
        kept.block(zero=True)
    assert [state for state, _ in kept.states()] == ["ready"]
    for _ in range(4):
        kept.block(zero=True)
    assert [state for state, _ in kept.states()] == ["ready", "muted"]


def test_what_the_partner_says_is_no_sound_of_the_microphones(kept: Kept) -> None:
    """A partner who asks "take your time" after eight seconds must not make a dead microphone look alive."""
    kept.keeper.want(True)
    kept.block()
    for _ in range(int(FELL_SILENT / 0.1) - 10):
        kept.block(zero=True)
    for _ in range(30):
        kept.block(partner=True)
    for _ in range(12):
        kept.block(zero=True)
    assert [state for state, _ in kept.states()] == ["ready", "muted"]


def test_a_lost_microphone_is_tried_again_and_named_when_it_is_another(kept: Kept) -> None:
    kept.keeper.want(True)
    kept.block()
    kept.microphone.unplug()
    kept.later(0.1)
    kept.later(RETRY + 0.1)
    kept.later(RETRY + 0.1)
    kept.microphone.plug("headset")
    kept.later(RETRY + 0.1)
    assert kept.states() == [("ready", "built in"), ("lost", "built in"), ("absent", ""), ("changed", "headset")]


def test_a_chosen_device_that_is_not_there_is_replaced_by_the_usual_one_and_named(kept: Kept) -> None:
    kept.keeper.use("usb")
    kept.keeper.want(True)
    assert kept.states() == [("changed", "built in")]


def test_choosing_another_device_opens_it(kept: Kept) -> None:
    kept.keeper.want(True)
    kept.keeper.use("headset")
    assert kept.microphone.opened == ["built in", "headset"]


def test_not_wanted_means_closed() -> None:
    kept = Kept("built in")
    kept.keeper.want(True)
    kept.keeper.want(False)
    assert not kept.microphone.running()
    kept.later(10.0)
    assert kept.microphone.opened == ["built in"]


# --- echo ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("captured", "wanted"),
    [(10.0, 0.032), (9.968, 0.032), (9.9, 0.1), (9.5, 0.5), (9.4, 0.032), (0.0, 0.032), (11.0, 0.032)],
)
def test_a_block_is_as_old_as_its_device_says_if_that_can_be(captured: float, wanted: float) -> None:
    assert age(SimpleNamespace(inputBufferAdcTime=captured, currentTime=10.0), 0.032) == pytest.approx(wanted)


def frame(time: float, raw: float = -60.0, speaking: bool = False) -> Frame:
    return Frame(b"", time, raw, -60.0, speaking, 1.0 if speaking else 0.0)


def test_the_gate_opens_a_little_after_the_partners_last_sample() -> None:
    guard = EchoGuard()
    assert guard.hear(frame(1.0))
    guard.close()
    assert not guard.hear(frame(2.0))
    guard.open()
    assert not guard.hear(frame(2.0 + AFTERWARDS - 0.05))
    assert guard.hear(frame(2.0 + AFTERWARDS + 0.05))


def through(guard: EchoGuard, first: float, raw: float, frames: int) -> list[bool]:
    told = []
    for place in range(frames):
        heard = frame(first + 0.032 * place, raw, True)
        guard.hear(heard)
        told.append(guard.is_trainee(heard, -28.0))
    return told


def test_over_the_partners_first_words_only_a_louder_voice_than_any_echo_is_the_trainee() -> None:
    guard = EchoGuard()
    guard.hear(frame(0.0))
    guard.close()
    through(guard, 0.0, -45.0, 100)
    guard.open()
    guard.hear(frame(10.0))
    guard.close()
    assert not any(through(guard, 10.2, -44.0, 20))
    assert through(guard, 10.9, -28.0, 6)[-1]


def test_without_knowing_the_echo_nobody_is_taken_for_the_trainee() -> None:
    guard = EchoGuard()
    guard.hear(frame(0.0))
    guard.close()
    assert not any(through(guard, 0.3, -28.0, 25))


# --- words -----------------------------------------------------------------------------------------------------------


def test_japanese_is_cut_into_the_speech_models_own_words() -> None:
    words = {"袋", "は", "いり", "ませ", "ん", "い", "り", "大丈夫", "です"}
    assert cut("袋はいりません", words.__contains__) == ["袋", "は", "いり", "ませ", "ん"]
    assert cut("白い袋です", words.__contains__) == ["[unk]", "い", "袋", "です"]


def test_a_grammar_is_plain_json_with_room_for_other_speech() -> None:
    known = {"袋", "を", "ください", "お願い", "し", "ます", "は", "いり", "ませ", "ん", "大丈夫", "です"}
    told = grammar(PhraseBook(BAG_JA), known.__contains__)
    assert "\\u" not in told
    assert json.loads(told) == ["袋 を ください", "袋 お願い し ます", "袋 は いり ませ ん", "大丈夫 です", "[unk]"]


def test_words_the_speech_model_lacks_become_unknown_and_a_grammar_of_only_those_is_none() -> None:
    known = {"can", "i", "have", "a", "please"}
    told = grammar(PhraseBook(BAG_EN), known.__contains__)
    assert "can i have a [unk] please" in json.loads(told)
    assert grammar(PhraseBook(BAG_EN), lambda _: False) is None


@pytest.mark.parametrize(
    ("word", "sounds"),
    [
        ("sato", "S AE T OW"),
        ("yuki", "Y UW K IY"),
        ("konbini", "K AA N B IH N IY"),
        ("shime", "SH IY M"),
        ("engawa", "EH NG AA W AH"),
        ("blate", "B L EY T"),
        ("123", ""),
    ],
)
def test_unknown_words_sound_like_their_letters(word: str, sounds: str) -> None:
    assert by_letters(word) == sounds


CAFE = PhraseBook(
    expecting(
        {"order": ("can i have a {size} coffee", "a coffee with {milk}")},
        slots={"size": ("small", "very large"), "milk": ("milk", "soy milk", "a lot of milk")},
    )
)


def test_the_graph_of_a_moment_holds_its_phrases_and_only_whole_fillings() -> None:
    graph = build(CAFE.phrases)
    for after in graph.follows.values():
        assert sum(after.values()) == pytest.approx(1.0)
    very = next(word for word in graph.words() if plain_word(word) == "very")
    assert [plain_word(word) for word in graph.follows[very]] == ["large"]
    soy = next(word for word in graph.words() if plain_word(word) == "soy")
    assert [plain_word(word) for word in graph.follows[soy]] == ["milk"]
    starts = {plain_word(word) for word in graph.follows[START]}
    assert {"can", "a"} <= starts


def test_the_language_model_is_whole() -> None:
    graph = build(CAFE.phrases)
    lines = arpa(graph.follows, ("weather", "music")).splitlines()
    pairs = sum(len(after) for after in graph.follows.values())
    assert f"ngram 2={pairs}" in lines
    single = [line.split() for line in lines[lines.index("\\1-grams:") + 1 : lines.index("\\2-grams:") - 1]]
    assert len(single) == int(lines[1].split("=")[1])
    chances = [10 ** float(line[0]) for line in single]
    assert sum(chances) == pytest.approx(1.0, abs=0.01)
    assert {"weather", "music", STOP, START} <= {line[1] for line in single}
    assert lines[-1] == "\\end\\"


def test_distance_is_nothing_for_the_same_and_one_for_nothing_in_common() -> None:
    assert distance(["a", "b", "c"], ["a", "b", "c"]) == 0.0
    assert distance(["a", "b"], ["c", "d"]) == 1.0
    assert distance((), ()) == 0.0


# --- files and checking ----------------------------------------------------------------------------------------------


def test_files_that_cannot_be_heard_are_named_with_what_to_do(tmp_path) -> None:
    text = tmp_path / "a.wav"
    text.write_text("hello")
    for path in (text, tmp_path / "none.wav"):
        with pytest.raises(RecordingError, match=path.name):
            read_recording(path)


@pytest.mark.parametrize(
    ("kind", "verdict"),
    [("speech", "good"), ("zeros", "muted"), ("room", "nothing"), ("soft", "faint")],
)
def test_trying_the_microphone_out(kind: str, verdict: str) -> None:
    pcm, rate = render("can i have a bag please can i have a bag please", "en")
    soft = (np.frombuffer(pcm, "<i2") // 64).astype("<i2").tobytes()
    sound = {
        "speech": quiet(0.5, rate) + pcm,
        "zeros": silence(3.0, rate),
        "room": quiet(3.0, rate),
        "soft": quiet(0.5, rate) + soft,
    }[kind]
    check = MicrophoneCheck(2.0)
    for block in blocks(sound, rate):
        check.hear(block)
    assert check.done
    report = check.report()
    assert report.verdict == verdict
    assert report.sound.seconds == pytest.approx(len(sound) / 2 / rate, abs=0.1)
    assert all(0 <= opening <= 1 for opening in report.sound.envelope)


def test_a_quiet_voice_begins_louder_and_its_level_is_learnt_from_doubtful_speech() -> None:
    def gain(quiet_voice: bool) -> float:
        chain = SoundChain(VoiceActivity(lambda _: 0.5))  # a whisper is never surely speech
        chain.expect_quiet_voice(quiet_voice)
        rng = np.random.default_rng(4)
        sound = np.concatenate([rng.normal(0, 10, 16_000), rng.normal(0, 60, 32_000)]).astype("<i2").tobytes()
        for chunk in blocks(sound, 16_000):
            list(chain.frames(chunk))
        learnt = chain.gain.gain
        chain.expect_quiet_voice(False)
        assert chain.gain.gain <= chain.gain.most == 15.0
        return learnt

    assert gain(False) == 0.0
    assert 20.0 < gain(True) <= 30.0
