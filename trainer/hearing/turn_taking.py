"""Whose turn is it? From frames and recogniser answers to SpeechBegan, Partial, TurnHeard, SpeechReopened.

Owned by one thread; time is the sound's own (`Frame.time`), so a recording fed fast is heard as if in real time.

    idle ── listen ──> waiting ── speech ──> speaking ── quiet long enough ──> closing ── final ──> closed
                          ^                     ^                                                      │
                          └── next listen ──────┴──── speech again, soon: the same turn is open ───────┘
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from trainer.hearing.conditioning import FRAME_SECONDS
from trainer.hearing.echo import EchoGuard
from trainer.hearing.patience import REOPENING, Patience, Standing, standing, was_guessed
from trainer.hearing.phrases import PhraseBook
from trainer.hearing.recogniser import Decoded
from trainer.hearing.sound_chain import Frame
from trainer.hearing.supervisor import Heard, Supervisor, TurnAudio
from trainer.script import Expectation
from trainer.speech import Partial, Post, SpeechBegan, SpeechReopened, TurnHeard, Utterance, Word

PRE_ROLL = 0.5
"""Seconds before the first sound of speech that are heard too: a soft beginning is noticed late."""

SETTLE = 0.4
"""Seconds of quiet that are still fed; then the recogniser prepares its final result; a longer pause is left out."""

SETTLE_SOON = 0.09
"""The same once the words look like a whole reply: the final result is then ready before the wait is over."""

SHORT_TURN = 4.0
"""A recogniser that hears the last words late settles as soon in turns up to so many seconds; settling costs it the
longer the more there was.
"""

TAIL = 0.1
"""The voice detector stays on for so long (s) after the last sound (measured: 0.06-0.10)."""

ABOVE_FLOOR = 6.0
"""Decibels above the room's noise that count as sound while the detector is on."""

LATE = 0.1
"""A microphone hands its sound over late (0.03-0.10 s here). Up to so much of that is part of the wait."""

STUCK = 1.5
"""In noise the voice detector may stay on: words unchanged for so much longer than the patience end the turn too."""

BEFORE_DONE = 6.0
"""Seconds kept while nothing counts as speech, so that "I'm done" after a very soft voice still has its words."""

SOFT_GAP = 0.5
"""Seconds of quiet within a whisper that was noticed late."""

LONGEST = 120.0
"""Seconds after which a turn is closed whatever is heard."""

BEFORE_PARTNER = 3.0
"""Without a partner's voice to wait for, a closed turn can be taken up again within REOPENING; before one, so long."""

ANSWERING = 0.05
"""Deciding and the loudspeaker's buffer take so long (s): a turn that has its result ready is closed so much before
the wait is over, so that the partner is heard when it is.
"""

LOUD_ENOUGH = 30.0
"""Decibels below the trainee's loudest sounds: what is softer is the ring of the room, not speech."""

PIECE_FRAMES = 4

Phase = Literal["idle", "waiting", "speaking", "closing", "closed"]


@dataclass(slots=True)
class Turn:
    """One turn's sound and words."""

    expectation: Expectation
    book: PhraseBook
    audio: TurnAudio
    began: float = 0.0
    speech_end: float = 0.0
    sounded: float = 0.0
    text: str = ""
    text_at: float = 0.0
    version: int = 0
    settling: bool = False
    settled: bool = False
    decoded: Decoded | None = None
    guessed: bool = False
    fed: float = 0.0
    fed_until: float = 0.0
    skipped: list[tuple[float, float]] = field(default_factory=list)
    closed_at: float = 0.0
    loudness: float = -96.0

    @property
    def number(self) -> int:
        """The turn's number in the conversation."""
        return self.expectation.turn

    @property
    def ended(self) -> float:
        """When the last sound of speech was: a little before the detector turned off."""
        return max(self.sounded, self.speech_end - TAIL)

    def settle(self, decoded: Decoded | None) -> None:
        """The result as long as nothing more is fed."""
        self.settled, self.decoded = True, decoded
        words = decoded.words if decoded is not None else ()
        sounded = self.fed - (self.fed_until - self.ended)
        self.guessed = bool(words) and was_guessed(words[-1], sounded, self.expectation.language)


class TurnTaker:
    """The hearing's judgement. Feed it frames in order; it posts facts."""

    def __init__(self, post: Post, recogniser: Supervisor, patience: Patience | None = None) -> None:
        self.patience = patience or Patience()
        self.learning = True
        self.ends_in_noise = True
        self.soft_voice = False
        self.phase: Phase = "idle"
        self.echo = EchoGuard()
        self._post = post
        self._recogniser = recogniser
        self._turn: Turn | None = None
        self._closed: Turn | None = None
        self._before: deque[Frame] = deque(maxlen=int(PRE_ROLL / FRAME_SECONDS))
        self._soft: deque[Frame] = deque(maxlen=int(BEFORE_DONE / FRAME_SECONDS))
        self._pieces: list[bytes] = []
        self._gaps: deque[float] = deque(maxlen=40)
        self._now = 0.0
        self._push_to_talk = False
        self._pressed = False

    # --- orders ----------------------------------------------------------------------------------------------------

    def listen(self, expectation: Expectation) -> None:
        """A turn begins."""
        self._closed = self._turn if self.phase == "closed" else None
        self._turn = Turn(expectation, PhraseBook(expectation), TurnAudio(expectation))
        self._pieces.clear()
        self._recogniser.begin(self._turn.audio)
        self.phase = "waiting"
        self._soft.clear()
        if self._push_to_talk and self._pressed:
            self._begin(self._now, self._before)

    def stop(self) -> None:
        """Nothing heard is kept."""
        self.phase = "idle"
        self._turn = self._closed = None
        self._pieces.clear()
        self._before.clear()
        self._soft.clear()
        self._recogniser.forget()

    def finish(self) -> None:
        """The trainee is done: close with what was heard so far, even if that is nothing."""
        if self.phase == "waiting":
            self._begin(self._now, self._soft if _may_be_speech(self._soft) else (), spoken=False)
        if self.phase == "speaking":
            self._close()

    def set_push_to_talk(self, on: bool) -> None:
        """Whether speech counts only while the key is down."""
        self._push_to_talk = on
        self._pressed = False

    def press(self, down: bool) -> None:
        """The key went down or up."""
        was, self._pressed = self._pressed, down
        if not self._push_to_talk or was == down:
            return
        if down and self.phase == "waiting":
            self._begin(self._now, list(self._before)[-6:])
        elif not down and self.phase == "speaking":
            self._close()

    def cut(self) -> None:
        """The partner begins or ends to speak: sound heard before belongs to no turn."""
        self._before.clear()
        self._soft.clear()

    # --- sound -----------------------------------------------------------------------------------------------------

    def hear(self, frame: Frame) -> None:
        """One frame of sound."""
        self._now = frame.time
        hears = self.echo.hear(frame)
        self._before.append(frame)
        if hears and self.phase == "waiting":
            self._soft.append(frame)
        if not hears and not self._may_reopen_over_partner(frame):
            return
        if self.phase in ("closed", "waiting") and frame.speaking and self._open_again(frame):
            return
        if not hears:
            return
        if self.phase == "waiting" and frame.speaking and not self._push_to_talk:
            self._begin(frame.time, noticed_late(self._soft, PRE_ROLL) if self.soft_voice else self._before)
        elif self.phase == "speaking":
            self._go_on(frame)

    def answer(self, heard: Heard) -> None:
        """The recogniser answered."""
        turn = self._turn
        if turn is None:
            return
        if heard.kind == "final":
            if self.phase == "closing" and heard.decoded is not None and heard.token == turn.version:
                self._told(turn, heard.decoded)
        elif self.phase == "speaking" and heard.token == turn.version:
            if heard.kind == "settled":
                turn.settle(heard.decoded)
            elif turn.settled:
                return
            if heard.text != turn.text and (heard.text or heard.kind == "settled"):
                turn.text, turn.text_at = heard.text, self._now
                self._post(Partial(turn.number, heard.text, self._now))

    def pass_time(self, now: float) -> None:
        """It is `now` by the clock of the frames' times: the turn may be over before the next frame comes."""
        due = self.due()
        if due is not None and now >= due:
            self._close()

    def due(self) -> float | None:
        """When the open turn will be over if nothing more is heard; None while that cannot be known."""
        turn = self._turn
        if self.phase != "speaking" or turn is None or not self.echo.hears or (self._push_to_talk and self._pressed):
            return None
        wait = self.patience.wait(self.standing()) - ANSWERING
        speaks = bool(self._before) and self._before[-1].speaking
        return None if speaks or self._now - turn.ended < wait - LATE else turn.ended + wait

    def standing(self) -> Standing:
        """How finished the words of the open turn look."""
        turn = self._turn
        found = standing(turn.text, turn.book) if turn is not None else Standing.SILENT
        guessed = turn is not None and turn.settled and turn.guessed
        return Standing.PLAUSIBLE if guessed and found is Standing.COMPLETE else found

    def _begin(self, time: float, frames: Iterable[Frame], *, spoken: bool = True) -> None:
        turn = self._turn
        assert turn is not None
        self._closed = None
        self.phase = "speaking"
        turn.began = turn.speech_end = turn.sounded = turn.text_at = time
        if spoken:
            self._post(SpeechBegan(turn.number, time))
        for frame in list(frames):
            self._feed(frame)
        self._soft.clear()

    def _go_on(self, frame: Frame) -> None:
        turn = self._turn
        assert turn is not None
        if frame.speaking:
            self._spoke(turn, frame)
        quiet = frame.time - turn.ended
        still_fed = not turn.settling and (frame.speaking or quiet <= self._settles_after(turn))
        if still_fed or self._pressed:
            self._feed(frame)
            if not frame.speaking:
                self._flush()
        if self._pressed and self._push_to_talk:
            return
        if not still_fed and not turn.settling:
            self._settle(turn)
        if self._is_over(turn, frame, quiet):
            self._close()

    def _settles_after(self, turn: Turn) -> float:
        whole = self.standing() in (Standing.COMPLETE, Standing.PLAUSIBLE)
        return SETTLE_SOON if whole or (self._recogniser.hears_late and turn.fed <= SHORT_TURN) else SETTLE

    def _spoke(self, turn: Turn, frame: Frame) -> None:
        quiet = frame.time - turn.speech_end
        turn.speech_end = frame.time
        turn.loudness = louder(turn.loudness, frame)
        if stands_out(frame, turn.loudness):
            turn.sounded = frame.time
        paused = turn.settling
        if turn.settling:
            # What was settled is no longer all there is.
            turn.version += 1
            turn.settling = turn.settled = False
        if quiet > 0.3:
            self._gaps.append(quiet)
        if paused and not self._push_to_talk:
            unheard = frame.time - turn.fed_until
            missed = [old for old in self._before if old.time > turn.fed_until + 1e-6 and old is not frame]
            turn.skipped.append((turn.fed, max(0.0, unheard - (len(missed) + 1) * FRAME_SECONDS)))
            for old in missed:
                self._feed(old)

    def _feed(self, frame: Frame) -> None:
        assert self._turn is not None
        self._turn.decoded = None
        self._turn.fed += FRAME_SECONDS
        self._turn.fed_until = frame.time
        self._pieces.append(frame.pcm)
        if len(self._pieces) >= PIECE_FRAMES:
            self._flush()

    def _flush(self) -> None:
        if self._pieces and self._turn is not None:
            self._recogniser.feed(b"".join(self._pieces), self._turn.version)
            self._pieces.clear()

    def _settle(self, turn: Turn) -> None:
        self._flush()
        turn.settling = True
        self._recogniser.settle(turn.version)

    def _is_over(self, turn: Turn, frame: Frame, quiet: float) -> bool:
        if frame.time - turn.began > LONGEST and self.ends_in_noise:
            return True
        where = self.standing()
        if not frame.speaking and self.patience.is_over(where, quiet):
            return True
        if not self.ends_in_noise:
            return False
        still = frame.time - max(turn.text_at, turn.began)
        return where is not Standing.SILENT and still >= self.patience.wait(where) + STUCK and quiet < SETTLE

    def _close(self) -> None:
        turn = self._turn
        assert turn is not None
        if turn.settled and turn.decoded is not None:
            self._told(turn, turn.decoded)
            return
        self._flush()
        self.phase = "closing"
        self._recogniser.finish(turn.version)

    def _told(self, turn: Turn, decoded: Decoded) -> None:
        self.phase = "closed"
        turn.closed_at = self._now
        if decoded.text and not turn.text:
            # A recogniser so late that only its final result has words: they are seen before they are answered.
            self._post(Partial(turn.number, decoded.text, self._now))
        turn.text = decoded.text
        start = turn.began - min(PRE_ROLL, turn.began)
        utterance = Utterance(
            decoded.text,
            turn.expectation.language,
            "listen",
            tuple(_in_turn_time(word, turn.skipped) for word in decoded.words),
            decoded.alternatives,
            self._recogniser.engine or "none",
            start,
            turn.ended,
        )
        if self.learning:
            self.patience = self.patience.learnt(tuple(self._gaps))
        self._post(TurnHeard(turn.number, utterance))

    # --- taking a turn up again ------------------------------------------------------------------------------------

    def _open_again(self, frame: Frame) -> bool:
        turn = self._turn if self.phase == "closed" else self._closed
        if turn is None:
            return False
        partner = self.echo.closed_since
        if partner is not None and partner >= turn.closed_at:
            in_time = frame.time - partner <= REOPENING
        else:
            in_time = frame.time - turn.closed_at <= (BEFORE_PARTNER if self.phase == "closed" else REOPENING)
        if not in_time or self._push_to_talk:
            self._closed = None if self.phase == "waiting" else self._closed
            return False
        self._turn, self._closed = turn, None
        self.phase = "speaking"
        self.echo.let_in()
        self.patience = self.patience.after_reopening()
        turn.version += 1
        turn.settling = turn.settled = False
        turn.text_at = frame.time
        gap = frame.time - turn.speech_end
        turn.skipped.append((turn.fed, max(0.0, gap - PRE_ROLL)))
        turn.speech_end = turn.sounded = frame.time
        self._recogniser.begin(turn.audio)
        self._post(SpeechReopened(turn.number, frame.time))
        for old in self._before:
            self._feed(old)
        return True

    def _may_reopen_over_partner(self, frame: Frame) -> bool:
        turn = self._turn if self.phase == "closed" else self._closed
        return turn is not None and self.echo.is_trainee(frame, turn.loudness)


def louder(loudness: float, frame: Frame) -> float:
    """How loud (dBFS) somebody speaks, with one more frame of their speech: the loudest, slowly forgotten."""
    return max(frame.raw, loudness - 0.1)


def stands_out(frame: Frame, loudness: float) -> bool:
    """While the detector is on: is this frame sound of somebody so loud, or already the quiet after it?"""
    return frame.raw > max(frame.floor + ABOVE_FLOOR, loudness - LOUD_ENOUGH)


def noticed_late(frames: Sequence[Frame], before: float) -> Sequence[Frame]:
    """The end of what was heard: from `before` seconds before the first sound that may belong to a very soft voice.

    A whisper is often noticed only in mid-sentence; half a second of quiet parts it from other sounds.
    """
    begun = len(frames) - 1
    for place in range(len(frames) - 1, -1, -1):
        if _may_be_speech((frames[place],)):
            begun = place
        elif (begun - place) * FRAME_SECONDS > SOFT_GAP:
            break
    return list(frames)[max(0, begun - int(before / FRAME_SECONDS)) :]


def _may_be_speech(frames: Iterable[Frame]) -> bool:
    """Something stood out of the room's noise: then it is worth asking the recogniser."""
    return any(frame.raw > frame.floor + 8.0 or frame.probability > 0.2 for frame in frames)


def _in_turn_time(word: Word, skipped: list[tuple[float, float]]) -> Word:
    """Times of the fed sound, moved by the pauses that were not fed."""
    before = sum(missing for at, missing in skipped if at <= word.start + 1e-6)
    until = sum(missing for at, missing in skipped if at <= word.end - 1e-6)
    return Word(word.text, word.start + before, word.end + until, word.confidence)
