"""PocketSphinx: the built-in English recogniser for expected replies; its wheel carries its acoustic model.

One language model knows only what can be said at the moment, another has room for common other words. What the first
heard is taken only when the second heard nearly the same: else it was something else that was said
(docs/decisions/0031-built-in-english.md).
"""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from trainer.hearing.bigram import arpa
from trainer.hearing.common_words import GARBAGE
from trainer.hearing.moment_graph import START, STOP, MomentGraph, build, cut_short, faults, jumps, plain_word
from trainer.hearing.phrases import PhraseBook
from trainer.hearing.plain_words import is_japanese
from trainer.hearing.pronunciation import Dictionary
from trainer.hearing.recogniser import Decoded, EngineName, RecogniserError, distance, without_repeats
from trainer.script import Expectation
from trainer.speech import HEARING_RATE, Word

FRAMES_PER_SECOND = 100
ONE_PASS: dict[str, Any] = {"fwdflat": False, "bestpath": False, "maxwpf": 10, "maxhmmpf": 2000}
"""One pass of three: for the partial, and for the free reading, which in noise took 0.5 of real time."""

MOST_JUMPS = 0.15
"""Words of a path that may stand where they were not foreseen; off-script speech needs one in five and more."""

LONG_PATH = 6
UNREFUTED = 0.8
"""How sure a long reading without any fault makes us; the free reading, half of the work, is not made for it."""


LIGHT, HEAVY = "light", "heavy"
"""Two ways to search the same graph: by the sound alone, or with word pairs that weigh more than it."""

Untyped = Any
"""PocketSphinx has no types."""


@dataclass(frozen=True, slots=True)
class SphinxTuning:
    """Knobs measured by tests/bench/hearing.py.

    `agrees`: largest part of the phones in which the strict and the free reading may differ; `agrees_on_path` when the
    strict reading has three words or more and holds together, `agrees_long` from six words on (without any fault those
    are not compared), `agrees_broken` when it does not hold together. `dither`: standard deviation, in 16-bit
    steps, of the noise added: exact zeros of noise suppressors spoil the features. `left` and `mass` make room for
    other words in the free model. `heavy`: weight of the word pairs in the second strict reading; in the first it is 1,
    as in any model that is handed over ready-made.
    """

    agrees: float = 0.62
    agrees_on_path: float = 0.70
    agrees_long: float = 0.80
    agrees_broken: float = 0.40
    dither: float = 16.0
    left: float = 0.02
    mass: float = 0.5
    heavy: float = 3.0


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
        self._free: Any = None
        self._graph = MomentGraph()
        self._means = ""
        self._started = False
        self._heard = bytearray()
        self._settled: tuple[int, Decoded] | None = None

    def expect(self, expectation: Expectation) -> None:
        """Build the moment's dictionary, n-gram and grammar (about 50 ms) and start a turn."""
        self._book = PhraseBook(expectation)
        self._heard.clear()
        self._settled = None
        if self._live is not None:
            # What the microphone sounds like does not change from turn to turn: start from what was learnt.
            self._means = self._live.get_cmn(True) if self._started else self._means
        self._build(self._book)
        self._started = False

    def feed(self, pcm: bytes) -> None:
        """Decode on the way, for the partial; keep the sound for the careful decoding at the end."""
        noisy = self._dithered(pcm)
        self._heard += noisy
        if self._live is not None:
            if not self._started:
                self._live.start_utt()
                self._started = True
            self._live.process_raw(noisy, False, False)

    def partial(self) -> str:
        """Words so far: the careful result while nothing was heard since, else the live one."""
        if self._settled is not None and self._settled[0] == len(self._heard):
            return self._settled[1].text
        hypothesis = self._live.hyp() if self._live is not None and self._started else None
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
        placed = self._pass(self._careful, LIGHT)
        path = tuple(word.text for word in placed)
        strict, strict_words = _plain(self._mended(placed))
        if len(path) >= LONG_PATH and not faults(path, self._graph):
            # Said as it was foreseen from beginning to end: nothing that the free reading hears could refute it.
            return Decoded(strict, _sure(strict_words, UNREFUTED))
        free, free_words = _plain(self._pass(self._free))
        # Compared by sound, not by spelling: in a reply the free reading is other words that sound much the same.
        apart = distance(self._phones(strict), self._phones(free))
        sure = agreement(apart, self._furthest(path))
        if strict and sure is not None:
            # Whether it was a reply is judged by the sound alone; which one may be judged by what can follow what.
            text, words = _plain(self._mended(self._mend_faults(placed)))
            return Decoded(text, _sure(words, sure), without_repeats((free,), text))
        return Decoded(free, _sure(free_words, 0.4 * (1.0 - apart)))

    def _furthest(self, path: tuple[str, ...]) -> float:
        """How far apart the readings of this path may be. Off-script speech breaks the strict path: it must jump."""
        jumped = jumps(path, self._graph)
        if len(path) < 3:
            return self._tuning.agrees if not jumped else 0.0
        if jumped > MOST_JUMPS * len(path):
            return self._tuning.agrees_broken
        if len(path) < LONG_PATH:
            return self._tuning.agrees_on_path
        return self._tuning.agrees_long

    def _phones(self, text: str) -> list[str]:
        heard = (self._dictionary.pronunciations(word) for word in text.split())
        return [phone for ways in heard for phone in (ways[0].split() if ways else ())]

    def _mend_faults(self, light: tuple[Word, ...]) -> tuple[Word, ...]:
        """The reading; where it does not hold together, the heavy one if that holds together at least as well."""
        amiss = faults([word.text for word in light], self._graph)
        if not amiss:
            return light
        heavy = self._pass(self._careful, HEAVY)
        return heavy if heavy and faults([word.text for word in heavy], self._graph) <= amiss else light

    def _pass(self, decoder: Untyped, search: str = LIGHT) -> tuple[Word, ...]:
        """The words of the turn as this decoder hears them, with their places."""
        decoder.activate_search(search)
        decoder.start_utt()
        decoder.process_raw(bytes(self._heard), False, True)
        decoder.end_utt()
        if decoder.hyp() is None:
            return ()
        return tuple(
            Word(piece.word.split("(")[0], piece.start_frame / FRAMES_PER_SECOND, piece.end_frame / FRAMES_PER_SECOND)
            for piece in decoder.seg()
            if _is_word(piece.word)
        )

    def _mended(self, placed: tuple[Word, ...]) -> tuple[Word, ...]:
        """With the last words of slot values that were taken into the word before."""
        cut = cut_short([word.text for word in placed], self._graph)
        mended: list[Word] = []
        for place, word in enumerate(placed):
            mended.append(word)
            if place in cut:
                mended.append(Word(self._graph.last_of[word.text], word.end, word.end))
        return tuple(mended)

    def _build(self, book: PhraseBook) -> None:
        self._live = self._careful = self._free = None
        graph = build(book.phrases)
        sounding = {word for word in graph.words() if self._dictionary.pronunciations(plain_word(word))}
        if is_japanese(book.language) or not sounding:
            return
        follows = {
            word: {other: chance for other, chance in after.items() if other == STOP or other in sounding}
            for word, after in graph.follows.items()
            if word == START or word in sounding
        }
        self._graph = replace(graph, follows=follows)
        garbage = [word for word in GARBAGE if self._dictionary.knows(word) and word not in book.vocabulary()]
        with tempfile.TemporaryDirectory(prefix=f"engawa-hearing-{os.getpid()}-") as folder:
            listed = Path(folder) / "words.dict"
            lines = self._dictionary.lines([*sorted(sounding), *garbage])
            listed.write_text("\n".join([*lines, ""]), encoding="utf-8")
            strict = self._model(Path(folder), arpa(follows))
            heavy = Path(folder) / "heavy.arpa"
            heavy.write_text(arpa(follows), encoding="utf-8")
            free = self._model(Path(folder), arpa(follows, garbage, self._tuning.left, self._tuning.mass))
            self._live = self._decoder(listed, strict, **ONE_PASS, **({"cmninit": self._means} if self._means else {}))
            self._careful = self._decoder(listed, strict, **_weights(self._tuning.heavy))
            # Read by its name, a model takes the weights of the decoder.
            self._careful.add_lm_file(HEAVY, str(heavy))
            self._free = self._decoder(listed, free, **ONE_PASS)

    def _model(self, folder: Path, text: str) -> Untyped:
        path = folder / "moment.arpa"
        path.write_text(text, encoding="utf-8")
        return self._sphinx.NGramModel.readfile(str(path))

    def _decoder(self, listed: Path, model: Untyped, **more: Untyped) -> Untyped:
        decoder = self._sphinx.Decoder(hmm=str(self._acoustic), dict=str(listed), lm=None, loglevel="FATAL", **more)
        decoder.add_lm(LIGHT, model)
        decoder.activate_search(LIGHT)
        return decoder

    def _dithered(self, pcm: bytes) -> bytes:
        samples: npt.NDArray[np.float64] = np.frombuffer(pcm, "<i2").astype(np.float64)
        samples += self._noise.normal(0.0, self._tuning.dither, len(samples))
        return np.clip(np.rint(samples), -32768, 32767).astype("<i2").tobytes()


def agreement(apart: float, most: float) -> float | None:
    """How sure two readings that are so far apart make us (0.5-1), when they may be `most` apart; None if further."""
    if apart > most:
        return None
    return 1.0 - 0.5 * apart / most if most else 1.0


def _weights(first: float) -> dict[str, float]:
    """Weights of the word pairs in the three passes, in the proportions PocketSphinx comes with."""
    return {"lw": first, "fwdflatlw": first * 8.5 / 6.5, "bestpathlw": first * 9.5 / 6.5}


def _plain(placed: tuple[Word, ...]) -> tuple[str, tuple[Word, ...]]:
    words = tuple(replace(word, text=plain_word(word.text)) for word in placed)
    return " ".join(word.text for word in words), words


def _sure(words: tuple[Word, ...], confidence: float) -> tuple[Word, ...]:
    """How far the two readings agree is all there is to say about confidence: 0.5 and more was taken for a reply."""
    return tuple(replace(word, confidence=round(confidence, 3)) for word in words)


def _is_word(text: str) -> bool:
    return not text.startswith(("<", "[", "("))


def _plain_words(text: str) -> str:
    return " ".join(plain_word(word) for word in text.split() if _is_word(word))
