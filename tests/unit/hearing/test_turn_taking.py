"""When a turn is over: counted from the last sound, by the time the sound was taken, not by when it was handed over."""

from __future__ import annotations

import pytest

from tests.helpers.hearing import BAG_EN, Collected
from trainer.hearing.conditioning import FRAME_SECONDS
from trainer.hearing.recogniser import Decoded
from trainer.hearing.sound_chain import Frame
from trainer.hearing.supervisor import Heard, Supervisor
from trainer.hearing.turn_taking import ANSWERING, LATE, TAIL, TurnTaker, louder, noticed_late, stands_out
from trainer.speech import Partial, TurnHeard, Word

WORDS = "a bag please"
WAIT = 0.4


class Room:
    """A turn taker without a recogniser process: the test gives the recogniser's answers itself."""

    def __init__(self) -> None:
        self.told = Collected()
        recogniser = Supervisor(self.told.post, lambda _: None, lambda: 0.0)
        self.taker = TurnTaker(self.told.post, recogniser)
        self.time = 0.0
        self.taker.listen(BAG_EN)

    def hear(self, frames: int, raw: float, speaking: bool) -> None:
        for _ in range(frames):
            self.time += FRAME_SECONDS
            self.taker.hear(Frame(bytes(1024), self.time, raw, -70.0, speaking, float(speaking)))

    def say(self, tail: int = 3) -> float:
        """Half a second of speech, and the detector still on for some frames of quiet; when the last sound was."""
        self.hear(16, -25.0, True)
        ended = self.time
        self.taker.answer(Heard("partial", 0, WORDS))
        self.hear(tail, -69.0, True)
        return ended

    def settle(self) -> None:
        self.taker.answer(Heard("settled", 0, WORDS, Decoded(WORDS)))

    @property
    def over(self) -> bool:
        return bool(self.told.of(TurnHeard))


def test_the_wait_begins_with_the_last_sound_and_its_end_is_known_beforehand() -> None:
    room = Room()
    ended = room.say()
    assert room.taker.due() is None, "the detector is still on"
    room.hear(6, -69.0, False)
    room.settle()
    assert room.taker.due() == pytest.approx(ended + WAIT - ANSWERING)
    room.taker.pass_time(ended + WAIT - ANSWERING - 0.001)
    assert not room.over
    room.taker.pass_time(ended + WAIT - ANSWERING + 0.001)
    assert room.over, "the result was ready: nobody had to be asked"
    told = room.told.of(TurnHeard)[0].utterance
    assert (told.text, told.end) == (WORDS, pytest.approx(ended))


def test_the_detectors_tail_counts_for_a_tenth_of_a_second_at_most() -> None:
    room = Room()
    room.say(tail=20)
    on_until = room.time
    room.hear(5, -69.0, False)
    room.settle()
    assert room.taker.due() == pytest.approx(on_until - TAIL + WAIT - ANSWERING)


def test_sound_that_is_very_late_is_waited_for() -> None:
    room = Room()
    ended = room.say()
    room.hear(1, -69.0, False)
    room.settle()
    assert room.time - ended < WAIT - ANSWERING - LATE
    room.taker.pass_time(ended + 100.0)
    assert not room.over


def test_speech_that_goes_on_makes_what_was_settled_worthless() -> None:
    room = Room()
    room.say()
    room.hear(7, -69.0, False)
    room.settle()
    room.hear(4, -25.0, True)
    room.hear(9, -69.0, False)
    room.taker.pass_time(room.time + 100.0)
    assert room.taker.phase == "closing", "asked anew"
    room.settle()  # an answer about what was heard before
    assert not room.over
    room.taker.answer(Heard("final", 1, decoded=Decoded("a bag please thank you")))
    assert [fact.utterance.text for fact in room.told.of(TurnHeard)] == ["a bag please thank you"]


def test_words_that_only_the_final_result_knows_are_seen_before_they_are_answered() -> None:
    room = Room()
    room.hear(16, -25.0, True)
    room.hear(130, -69.0, False)
    assert room.taker.phase == "closing", "the recogniser has not said a word so far"
    room.taker.answer(Heard("final", 0, decoded=Decoded(WORDS)))
    seen = [fact for fact in room.told.facts if isinstance(fact, Partial | TurnHeard)]
    assert [type(fact) for fact in seen] == [Partial, TurnHeard]
    assert room.told.of(Partial)[0].text == WORDS


def test_while_the_key_is_held_no_quiet_ends_the_turn() -> None:
    room = Room()
    room.taker.set_push_to_talk(True)
    room.taker.press(True)
    room.say()
    room.hear(40, -69.0, False)
    assert room.taker.due() is None
    room.taker.pass_time(room.time + 100.0)
    assert room.taker.phase == "speaking"


@pytest.mark.parametrize(
    ("raw", "loudness", "floor", "wanted"),
    [
        (-20.0, -20.0, -70.0, True),
        (-45.0, -20.0, -70.0, True),
        (-51.0, -20.0, -70.0, False),
        (-60.0, -50.0, -65.0, False),
        (-58.0, -50.0, -65.0, True),
    ],
)
def test_what_counts_as_sound_of_somebody_so_loud(raw: float, loudness: float, floor: float, wanted: bool) -> None:
    assert stands_out(Frame(b"", 0.0, raw, floor, True, 0.9), loudness) is wanted


def test_loudness_is_the_loudest_slowly_forgotten() -> None:
    soft = Frame(b"", 0.0, -60.0, -70.0, True, 0.9)
    assert louder(-20.0, soft) == pytest.approx(-20.1)
    assert louder(-70.0, soft) == -60.0


def test_a_reply_completed_by_a_guessed_word_waits_as_one_that_only_looks_complete() -> None:
    """The word takes 0.05 s of sound: with a real one the turn would be over."""
    for sounded, over in ((0.05, False), (0.4, True)):
        room = Room()
        room.say()
        room.hear(6, -69.0, False)
        end = 16 * FRAME_SECONDS  # of the sound, in what was fed
        room.taker.answer(
            Heard(
                "settled", 0, WORDS, Decoded(WORDS, (Word("bag", 0.1, 0.2), Word("please", end - sounded, end + 0.1)))
            )
        )
        room.hear(8, -69.0, False)
        assert room.over is over
        room.hear(60, -69.0, False)
        assert room.over


def _sound(*levels: tuple[int, float]) -> list[Frame]:
    """Frames of these numbers and levels, in a room of -70 dBFS, none of them noticed as speech."""
    raws = [raw for count, raw in levels for _ in range(count)]
    return [Frame(b"", n * FRAME_SECONDS, raw, -70.0, False, 0.0) for n, raw in enumerate(raws)]


@pytest.mark.parametrize(
    ("levels", "kept"),
    [
        (((60, -69.0), (20, -55.0)), 20 + 5),  # noticed 0.64 s late
        (((60, -69.0), (10, -55.0), (8, -69.0), (20, -55.0)), 38 + 5),  # a short gap inside
        (((10, -40.0), (40, -69.0), (20, -55.0)), 20 + 5),  # what sounded long before is something else
        (((3, -55.0),), 3),
        (((30, -69.0),), 1 + 5),
        ((), 0),
    ],
)
def test_a_whisper_noticed_late_is_heard_from_its_beginning(levels: tuple[tuple[int, float], ...], kept: int) -> None:
    frames = _sound(*levels)
    assert noticed_late(frames, 5 * FRAME_SECONDS + 1e-9) == frames[len(frames) - kept :]


@pytest.mark.parametrize(("soft", "frames"), [(False, 15), (True, 41)])
def test_only_a_quiet_voice_is_taken_up_from_so_far_back(soft: bool, frames: int) -> None:
    room = Room()
    room.taker.soft_voice = soft
    room.hear(40, -55.0, False)
    room.hear(1, -55.0, True)
    room.taker.finish()
    turn = room.taker._turn
    assert turn is not None
    assert turn.fed == pytest.approx(frames * FRAME_SECONDS)
