"""Hearing a recording as a person would be heard at that moment: the same chain, judgement and recogniser process."""

from __future__ import annotations

import queue
import time
import wave
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from trainer.hearing.child import COMMAND, Child
from trainer.hearing.microphone import BLOCK_SECONDS
from trainer.hearing.patience import Patience
from trainer.hearing.sound_chain import SoundChain
from trainer.hearing.supervisor import ChosenEngine, Heard, Supervisor
from trainer.hearing.turn_taking import TurnTaker
from trainer.script import Expectation
from trainer.speech import AudioChunk, Fact, RecogniserChanged, TurnHeard, Utterance

QUIET_BEFORE = 0.6
"""Seconds of the faintest noise put before a recording: the chain needs a moment, and files begin in mid-word."""


PATIENT = 60.0
"""Seconds without an answer before the process is replaced: nobody waits for it here, and machines may be busy."""


class RecordingError(Exception):
    """A recording cannot be heard; the text is one sentence with what to do."""


@dataclass(frozen=True, slots=True)
class HeardRecording:
    """What was heard of one file. Seconds: `audio_s` of sound, `decode_s` of work on it."""

    file: str
    utterance: Utterance
    confidence: float
    engine: str
    audio_s: float
    decode_s: float


@dataclass(slots=True)
class Hearing:
    """Everything posted while a recording was heard, with the sound's own time (s from its beginning)."""

    facts: list[tuple[float, Fact]] = field(default_factory=list)

    def utterance(self) -> Utterance | None:
        """The last final result."""
        told = [fact.utterance for _, fact in self.facts if isinstance(fact, TurnHeard)]
        return told[-1] if told else None


def read_recording(path: Path) -> tuple[bytes, int]:
    """Samples (int16 mono) and rate of a 16-bit WAV file; several channels are averaged. Raises RecordingError."""
    try:
        with wave.open(str(path), "rb") as sound:
            if sound.getsampwidth() != 2:
                raise RecordingError(f"{path} is not 16-bit. Convert it to a 16-bit WAV file.")
            rate, channels = sound.getframerate(), sound.getnchannels()
            pcm = sound.readframes(sound.getnframes())
    except FileNotFoundError as error:
        raise RecordingError(f"There is no file {path}. Check the name.") from error
    except (wave.Error, EOFError, OSError) as error:
        raise RecordingError(f"{path} is not a WAV file that can be read. Convert it to a 16-bit WAV file.") from error
    if not 4_000 <= rate <= 384_000:
        raise RecordingError(f"{path} has {rate} samples a second. Convert it to 16000.")
    if channels > 1:
        samples = np.frombuffer(pcm[: len(pcm) // (2 * channels) * 2 * channels], "<i2").reshape(-1, channels)
        pcm = samples.mean(axis=1).astype("<i2").tobytes()
    return pcm[: len(pcm) // 2 * 2], rate


def blocks(pcm: bytes, rate: int, start: float = 0.0) -> Iterator[AudioChunk]:
    """The sound in blocks as a microphone gives them."""
    size = int(rate * BLOCK_SECONDS) * 2
    for at in range(0, len(pcm), size):
        yield AudioChunk(pcm[at : at + size], rate, start + at / 2 / rate)


class RecordingEars:
    """One recogniser process through which many recordings are heard, one after another, as fast as it answers."""

    def __init__(self, chosen: ChosenEngine, command: Sequence[str] = COMMAND) -> None:
        self._mailbox: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._hearing = Hearing()
        self._now = 0.0
        self._recogniser = Supervisor(self._post, self._mailbox.put, time.monotonic, command, PATIENT)
        self._chosen = chosen
        self._recogniser.use(chosen)
        self._taker = TurnTaker(self._post, self._recogniser)
        self._wait()
        unusable = [
            fact.reason
            for _, fact in self._hearing.facts
            if isinstance(fact, RecogniserChanged) and fact.state in ("unavailable", "failed")
        ]
        if unusable:
            self.close()
            raise RecordingError(
                f"The recogniser cannot be used ({unusable[-1]}). See what is there with: engawa models list"
            )

    def hear(
        self,
        pcm: bytes,
        rate: int,
        expectation: Expectation,
        patience: Patience | None = None,
        quiet_after: float = 0.0,
    ) -> Hearing:
        """Hear one recording as one turn. Without `patience` only its end ends the turn.

        With it the turn ends by the trainee's quiet (put `quiet_after` seconds behind the recording for that).
        """
        self._hearing = hearing = Hearing()
        chain = SoundChain()
        self._taker.patience = patience or Patience(1e9, 1e9, 1e9)
        self._taker.learning = False
        self._taker.ends_in_noise = patience is not None
        self._now = -QUIET_BEFORE
        self._recogniser.use(self._chosen)  # one recording that ends the process must not silence the next
        self._taker.listen(expectation)
        self._wait()
        whole = faint(QUIET_BEFORE, rate) + pcm + faint(max(quiet_after, 0.1), rate)
        for block in blocks(whole, rate, -QUIET_BEFORE):
            for frame in chain.frames(block):
                self._now = frame.time
                self._taker.hear(frame)
                self._wait()
        if self._taker.phase != "closed":
            self._taker.finish()
            self._wait()
        self._taker.stop()
        return hearing

    def close(self) -> None:
        """End the process."""
        self._recogniser.close()

    def _wait(self) -> None:
        """Until every request is answered, so that a fast recording is heard like a slow one."""
        until = time.monotonic() + 3 * PATIENT
        while self._recogniser.unanswered or not self._mailbox.empty():
            try:
                item = self._mailbox.get(timeout=0.2)
            except queue.Empty:
                self._recogniser.watch()
                if time.monotonic() > until:
                    raise RecordingError("The recogniser does not answer. Try again.") from None
                continue
            heard = item if isinstance(item, Heard) else None
            if isinstance(item, tuple) and isinstance(item[0], Child):
                heard = self._recogniser.take(item[0], item[1])
            if heard is not None:
                self._taker.answer(heard)

    def _post(self, fact: Fact) -> None:
        self._hearing.facts.append((self._now, fact))


def faint(seconds: float, rate: int) -> bytes:
    """Noise of two steps of 16 bits: quiet, but not the exact zeros of a muted microphone."""
    return np.random.default_rng(7).integers(-2, 3, int(seconds * rate), dtype=np.int16).astype("<i2").tobytes()


def hear_file(
    path: Path, expectation: Expectation, chosen: ChosenEngine, command: Sequence[str] = COMMAND
) -> HeardRecording:
    """Hear one WAV file as the answer at that moment. Raises RecordingError."""
    return next(hear_files([path], expectation, chosen, command))


def hear_files(
    paths: Sequence[Path], expectation: Expectation, chosen: ChosenEngine, command: Sequence[str] = COMMAND
) -> Iterator[HeardRecording]:
    """Hear WAV files one after another through one recogniser process. Raises RecordingError."""
    ears = RecordingEars(chosen, command)
    try:
        for path in paths:
            pcm, rate = read_recording(path)
            began = time.monotonic()
            hearing = ears.hear(pcm, rate, expectation)
            told = hearing.utterance() or Utterance("", expectation.language, "listen", engine=chosen.engine)
            words = [word.confidence for word in told.words]
            yield HeardRecording(
                str(path),
                told,
                round(sum(words) / len(words), 3) if words else 0.0,
                chosen.engine,
                round(len(pcm) / 2 / rate, 3),
                round(time.monotonic() - began, 3),
            )
    finally:
        ears.close()
