"""Vosk: the open graph and a grammar of the expected replies hear the same turn side by side."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainer.hearing.model_folder import check_folder
from trainer.hearing.phrases import PhraseBook
from trainer.hearing.plain_words import UNKNOWN, tokens
from trainer.hearing.recogniser import Decoded, EngineName, RecogniserError, distance, without_repeats
from trainer.hearing.vosk_grammar import grammar
from trainer.script import Expectation
from trainer.speech import HEARING_RATE, Word

PIECE = HEARING_RATE // 5 * 2
"""Bytes given to Vosk at once (0.2 s): it looks for an endpoint only at the end of each piece."""

ALTERNATIVES = 4
NEAR = 0.34
"""The grammar's reading is believed when at most a third of it differs from what the open graph heard."""


@dataclass(slots=True)
class _Track:
    """One Vosk recogniser and what it has already closed by itself in this turn."""

    engine: Any
    closed: list[dict[str, Any]]

    def feed(self, piece: bytes) -> None:
        # True is Vosk's own endpoint, not the end of the turn: keep the words and go on.
        if self.engine.AcceptWaveform(piece):
            self.closed.append(_best(self.engine.Result()))

    def partial(self) -> str:
        now = json.loads(self.engine.PartialResult()).get("partial", "")
        return " ".join(part for part in (*(str(done.get("text", "")) for done in self.closed), now) if part)

    def finish(self) -> None:
        self.closed.append(_best(self.engine.FinalResult()))
        self.closed = [done for done in self.closed if done.get("text")]

    def text(self) -> str:
        return " ".join(str(done["text"]) for done in self.closed if done.get("text"))

    def words(self) -> tuple[Word, ...]:
        return tuple(
            Word(item["word"], item["start"], item["end"], min(1.0, max(0.0, item.get("conf", 1.0))))
            for done in self.closed
            for item in done.get("result", ())
        )

    def others(self) -> list[str]:
        """Further readings: each closed piece in turn replaced by its own alternatives."""
        found = []
        for place, done in enumerate(self.closed):
            for other in done.get("others", ()):
                texts = [str(piece.get("text", "")) for piece in self.closed]
                texts[place] = other
                found.append(" ".join(text for text in texts if text))
        return found


class VoskRecogniser:
    """A speech model in a folder, opened with Vosk. Raises RecogniserError("model-broken") when it cannot be used."""

    engine: EngineName = "vosk"

    def __init__(self, folder: Path) -> None:
        problem = check_folder(folder)
        if problem is not None:
            raise RecogniserError(problem.code, problem.sentence)
        import vosk  # noqa: PLC0415 - heavy, and only the child process may load it

        vosk.SetLogLevel(-1)
        self._vosk = vosk
        try:
            self._model = vosk.Model(str(folder))
        except Exception as error:  # noqa: BLE001 - vosk raises bare Exception
            raise RecogniserError("model-broken", f"Vosk cannot open the speech model in {folder}.") from error
        self._book: PhraseBook | None = None
        self._allowed: str | None = None
        self._tracks: list[_Track] = []
        self._heard = bytearray()
        self._waiting = bytearray()
        self._decoded: Decoded | None = None

    def expect(self, expectation: Expectation) -> None:
        """Two fresh recognisers: the open graph, and the grammar when the speech model knows any of its words."""
        self._book = PhraseBook(expectation)
        self._allowed = grammar(self._book, self._knows)
        self._heard.clear()
        self._begin()

    def _begin(self) -> None:
        self._decoded = None
        self._waiting.clear()
        free = self._vosk.KaldiRecognizer(self._model, HEARING_RATE)
        free.SetMaxAlternatives(ALTERNATIVES)
        free.SetWords(True)
        self._tracks = [_Track(free, [])]
        if self._allowed is not None:
            bound = self._vosk.KaldiRecognizer(self._model, HEARING_RATE, self._allowed)
            bound.SetWords(True)
            self._tracks.append(_Track(bound, []))

    def feed(self, pcm: bytes) -> None:
        """Pass the sound on in even pieces.

        Vosk cannot take back an end: when sound follows one, the turn is heard again from its beginning.
        """
        if self._decoded is not None:
            self._begin()
            self._waiting += self._heard
        self._heard += pcm
        self._waiting += pcm
        while len(self._waiting) >= PIECE:
            piece = bytes(self._waiting[:PIECE])
            del self._waiting[:PIECE]
            for track in self._tracks:
                track.feed(piece)

    def partial(self) -> str:
        """The final result while nothing was heard since, else the better of the two partials."""
        if self._decoded is not None:
            return self._decoded.text
        texts = [track.partial() for track in self._tracks]
        return self._choose(texts)[0] if texts else ""

    def settle(self) -> None:
        """Close both recognisers now: only then are the last words whole."""
        self.final()

    def final(self) -> Decoded:
        """Close both recognisers; the words of the pieces they closed before come first."""
        if self._decoded is None:
            self._decoded = self._finish()
        return self._decoded

    def _finish(self) -> Decoded:
        self._flush()
        for track in self._tracks:
            track.finish()
        texts = [track.text() for track in self._tracks]
        if not texts:
            return Decoded("")
        text, place = self._choose(texts)
        heard = [other for other in texts if UNKNOWN not in other.split()]
        others = [other for other in self._tracks[0].others() if UNKNOWN not in other.split()]
        return Decoded(text, self._tracks[place].words(), without_repeats((*heard, *others), text)[:ALTERNATIVES])

    def _choose(self, texts: list[str]) -> tuple[str, int]:
        """The grammar's reading when it has no doubt and the open graph heard nearly the same; else the open one."""
        free = " ".join(word for word in texts[0].split() if word != UNKNOWN)
        if len(texts) < 2 or self._book is None or UNKNOWN in texts[1].split() or not texts[1]:
            return free, 0
        language = self._book.language
        bound = tokens(texts[1], language)
        if not self._book.match(bound).completes and free:
            return free, 0
        return (texts[1], 1) if distance(bound, tokens(free, language)) <= NEAR else (free, 0)

    def _flush(self) -> None:
        if self._waiting:
            for track in self._tracks:
                track.feed(bytes(self._waiting))
            self._waiting.clear()

    def _knows(self, word: str) -> bool:
        return bool(word) and self._model.vosk_model_find_word(word) >= 0


def _best(result: str) -> dict[str, Any]:
    """One shape for both kinds of result: text, word list, other texts."""
    told: dict[str, Any] = json.loads(result)
    choices = told.get("alternatives")
    if choices is None:
        return told
    best = dict(choices[0]) if choices else {}
    best["text"] = str(best.get("text", "")).strip()
    best["others"] = [str(choice.get("text", "")).strip() for choice in choices[1:]]
    return best
