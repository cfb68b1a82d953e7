"""Fillers and dangling words: sounds of thinking, and words after which more is coming, by language."""

from __future__ import annotations

from trainer.hearing.plain_words import is_japanese, plain

_ENGLISH_FILLERS = "um uh er erm hmm mm ah eh uhm umm"
_JAPANESE_FILLERS = "えっと ええと えーと えと あの あのー あのう その そのー うーん ううん んー んと まあ なんか"
_ENGLISH_DANGLING = (
    "a an the with and or but for of to in at on from by my your some i i'd i'll i'm we can could may would like want "
    "is are was it's that's this these those as if so because not very just get have give make about than then also "
    "plus lots bit"
)
_JAPANESE_DANGLING = "は が を に と で けど も の へ や から って とか だけど でも それで あと"

FILLERS: dict[str, frozenset[str]] = {
    "en": frozenset(_ENGLISH_FILLERS.split()),
    "ja": frozenset(_JAPANESE_FILLERS.split()),
}
"""Said while thinking; they carry no reply."""

DANGLING: dict[str, frozenset[str]] = {
    "en": frozenset(_ENGLISH_DANGLING.split()),
    "ja": frozenset(_JAPANESE_DANGLING.split()),
}
"""After these a sentence goes on."""

_LONG = {language: sorted(words, key=len, reverse=True) for language, words in FILLERS.items()}
_DANGLING_ENDINGS = tuple(sorted(DANGLING["ja"], key=len, reverse=True))
_SENTENCE_ENDINGS = ("ですが", "ますが", "ですけど", "ますけど", "んですけど", "ですから", "ありがと", "とも", "いいの")
"""Japanese replies that may end softly on a particle: いいですけど, 予約したんですが."""


def strip_fillers(text: str, language: str) -> str:
    """`text` without fillers. Japanese fillers are dropped only where they stand alone or at an edge."""
    if not is_japanese(language):
        return " ".join(word for word in text.split() if plain(word, language) not in FILLERS["en"])
    kept = [word for word in text.split() if plain(word, language) not in FILLERS["ja"]]
    joined = " ".join(kept)
    if len(kept) == 1:
        for filler in _LONG["ja"]:
            # In unspaced text only fillers that cannot begin another word are taken off the front.
            if len(filler) > 2 and joined.startswith(filler) and len(joined) > len(filler):
                return joined[len(filler) :].lstrip("、 ")
    return joined


def ends_open(text: str, language: str) -> bool:
    """True when `text` ends in a filler or in a word that wants another."""
    if not is_japanese(language):
        words = plain(text, language).split()
        return bool(words) and (words[-1] in FILLERS["en"] or words[-1] in DANGLING["en"])
    words = text.split()
    last = plain(words[-1], language) if words else ""
    whole = plain(text, language)
    if last in FILLERS["ja"] or whole.endswith(tuple(word for word in _LONG["ja"] if len(word) > 2)):
        return True
    if whole.endswith(_SENTENCE_ENDINGS):
        return False
    if len(words) > 1:
        return last in DANGLING["ja"]
    return len(whole) > 1 and whole.endswith(_DANGLING_ENDINGS)
