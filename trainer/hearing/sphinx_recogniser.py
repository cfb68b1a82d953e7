"""PocketSphinx: the built-in English recogniser for expected replies; its wheel carries its acoustic model.

An n-gram of the moment with room for other words says whether it was a reply at all; a grammar of exactly the replies
says which one; a text is a reply's own words only when both agree (docs/decisions/0031-built-in-english.md).
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from trainer.hearing.common_words import GARBAGE
from trainer.hearing.hesitations import FILLERS
from trainer.hearing.ngram import START, STOP, Shape, arpa, counts
from trainer.hearing.phrases import PhraseBook
from trainer.hearing.pronunciation import Dictionary
from trainer.hearing.recogniser import Decoded, EngineName, RecogniserError, distance, without_repeats
from trainer.script import Expectation
from trainer.speech import HEARING_RATE, Word

AGREES = 0.40
"""The grammar's reading is taken when at most this part of it differs from the n-gram's."""

DITHER = 16.0
"""Standard deviation, in 16-bit steps, of the noise added: exact zeros of noise suppressors spoil the features."""

MOST_EDGES = 1200
"""A grammar larger than this is left out: the n-gram alone decides (its time grows with the grammar)."""

FRAMES_PER_SECOND = 100
Untyped = Any
"""PocketSphinx has no types."""

_NO_WORDS = frozenset({START, STOP, "<sil>", "[NOISE]", "[SPEECH]", "(NULL)"})


@dataclass(frozen=True, slots=True)
class SphinxTuning:
    """Knobs measured by tests/bench/hearing.py."""

    shape: Shape = field(default_factory=Shape)
    dither: float = DITHER
    agrees: float = AGREES


class SphinxRecogniser:
    """English only. Raises RecogniserError("engine-absent") when the wheel is not usable."""

    engine: EngineName = "pocketsphinx"

    def __init__(self, tuning: SphinxTuning | None = None) -> None:
        try:
            import pocketsphinx  # noqa: PLC0415 - heavy, and only the child process may load it
        except ImportError as error:
            raise RecogniserError("engine-absent", "The built-in English recogniser is not installed.") from error
        self._sphinx = pocketsphinx
        self._tuning = tuning or SphinxTuning()
        model = Path(pocketsphinx.get_model_path("en-us"))
        self._acoustic = model / "en-us"
        self._dictionary = Dictionary(model / "cmudict-en-us.dict")
        self._noise = np.random.default_rng(20)
        self._book: PhraseBook | None = None
        self._live: Any = None
        self._careful: Any = None
        self._has_grammar = False
        self._heard = bytearray()
        self._settled: tuple[int, Decoded] | None = None

    def expect(self, expectation: Expectation) -> None:
        """Build the moment's dictionary, n-gram and grammar (about 50 ms) and start a turn."""
        self._book = PhraseBook(expectation)
        self._heard.clear()
        self._settled = None
        self._build(self._book)
        self._live.start_utt()

    def feed(self, pcm: bytes) -> None:
        """Decode on the way, for the partial; keep the sound for the careful decoding at the end."""
        noisy = self._dithered(pcm)
        self._heard += noisy
        if self._live is not None:
            self._live.process_raw(noisy, False, False)

    def partial(self) -> str:
        """Words so far: the careful result while nothing was heard since, else the live one."""
        if self._settled is not None and self._settled[0] == len(self._heard):
            return self._settled[1].text
        hypothesis = self._live.hyp() if self._live is not None else None
        return _plain_words(hypothesis.hypstr) if hypothesis is not None else ""

    def settle(self) -> None:
        """Decode the whole turn again, all at once, which hears more than the live pass."""
        if self._settled is None or self._settled[0] != len(self._heard):
            self._settled = (len(self._heard), self._decode())

    def final(self) -> Decoded:
        """The careful result."""
        self.settle()
        return self._settled[1] if self._settled is not None else Decoded("")

    def _decode(self) -> Decoded:
        if self._careful is None or len(self._heard) < HEARING_RATE // 5:
            return Decoded("")
        free, words = self._pass("free")
        if not self._has_grammar or self._book is None:
            return Decoded(free, words)
        bound, bound_words = self._pass("replies")
        if bound and distance(bound.split(), free.split()) <= self._tuning.agrees:
            return Decoded(bound, bound_words, without_repeats((free,), bound))
        return Decoded(free, words)

    def _pass(self, search: str) -> tuple[str, tuple[Word, ...]]:
        decoder = self._careful
        decoder.activate_search(search)
        decoder.start_utt()
        decoder.process_raw(bytes(self._heard), False, True)
        decoder.end_utt()
        if decoder.hyp() is None:
            return "", ()
        words = tuple(
            Word(_plain_words(piece.word), piece.start_frame / FRAMES_PER_SECOND, piece.end_frame / FRAMES_PER_SECOND)
            for piece in decoder.seg()
            if _plain_words(piece.word)
        )
        return " ".join(word.text for word in words), words

    def _build(self, book: PhraseBook) -> None:
        wanted = sorted(book.vocabulary())
        garbage = [word for word in (*GARBAGE, *sorted(FILLERS["en"])) if self._dictionary.knows(word)]
        with tempfile.TemporaryDirectory(prefix="engawa-hearing-") as folder:
            listed = Path(folder) / "words.dict"
            listed.write_text("\n".join([*self._dictionary.lines([*wanted, *garbage]), ""]), encoding="utf-8")
            model = Path(folder) / "moment.arpa"
            model.write_text(arpa(counts(book.phrases), garbage, self._tuning.shape), encoding="utf-8")
            means = self._live.get_cmn() if self._live is not None else None
            self._live = self._decoder(listed, means)
            self._careful = self._decoder(listed, None)
            language_model = self._sphinx.NGramModel.readfile(str(model))
        self._live.add_lm("free", language_model)
        self._live.activate_search("free")
        self._careful.add_lm("free", language_model)
        edges = list(_transitions(book))
        self._has_grammar = 0 < len(edges) <= MOST_EDGES
        if self._has_grammar:
            last = len(book.edges)
            self._careful.add_fsg("replies", self._careful.create_fsg("replies", 0, last, edges))

    def _decoder(self, listed: Path, means: str | None) -> Untyped:
        settings: dict[str, Any] = {"hmm": str(self._acoustic), "dict": str(listed), "lm": None, "loglevel": "FATAL"}
        if means:
            settings["cmninit"] = means
        return self._sphinx.Decoder(**settings)

    def _dithered(self, pcm: bytes) -> bytes:
        samples: npt.NDArray[np.float64] = np.frombuffer(pcm, "<i2").astype(np.float64)
        samples += self._noise.normal(0.0, self._tuning.dither, len(samples))
        return np.clip(np.rint(samples), -32768, 32767).astype("<i2").tobytes()


def _transitions(book: PhraseBook) -> list[tuple[Any, ...]]:
    """The phrase graph as a grammar: every way out of a node equally likely, all ends joined in one."""
    last = len(book.edges)
    found: list[tuple[Any, ...]] = []
    for node, ways in enumerate(book.edges):
        many = sum(len(after) for after in ways.values()) + (node in book.ends)
        for word, after in ways.items():
            found += [(node, to, 1.0 / many, word) for to in after]
        if node in book.ends:
            found.append((node, last, 1.0 / many))
    return found


def _plain_words(text: str) -> str:
    return " ".join(word.split("(")[0] for word in text.split() if word not in _NO_WORDS and not word.startswith("<"))
