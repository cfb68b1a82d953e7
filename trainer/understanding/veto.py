"""When to ask although the numbers look good, and which words decided."""

from __future__ import annotations

from trainer.understanding.menu import Menu
from trainer.understanding.phrase import ACTS, NEGATED, NO, YES, Phrase

SOFT = ("だいじょうぶ", "いいです")
"""Words that accept in one place and decline in another; the menu's own examples say which."""

_TELLING = 0.5


def exactly_one(phrase: Phrase, menu: Menu) -> int | None:
    """The reply an example of which was said word for word, if it is one reply only."""
    said = phrase.clean.casefold().strip(" .!?。！？")
    owners = {
        int(owner)
        for owner, clean, spoken in zip(menu.owner, menu.clean, menu.spoken, strict=True)
        if clean == said or (spoken and spoken == phrase.spoken)
    }
    return owners.pop() if len(owners) == 1 else None


def ambiguous(phrase: Phrase, menu: Menu, best: int) -> bool:
    """大丈夫です or いいです with nothing else to go by, where the chosen reply's author never used it."""
    soft = [word for word in SOFT if word in phrase.words]
    if not soft or phrase.acts & {YES, NO}:
        return False
    known = any(word in menu.word_signs[best] for word in soft)
    # the word itself also stands among the words under its dictionary form
    others = [word for word, value in phrase.words.items() if value >= _TELLING and word not in (*SOFT, "大丈夫")]
    return not known and not [word for word in others if word in menu.word_signs[best]]


def contradicted(phrase: Phrase, menu: Menu, best: int) -> bool:
    """Every telling word shared with the chosen reply was said there with the other sign."""
    agree = clash = 0
    for word, sign in phrase.marks.items():
        if phrase.words[word] < _TELLING:
            continue
        plain, denied = menu.word_signs[best].get(word, (0.0, 0.0))
        if plain or denied:
            same = plain if sign > 0 else denied
            agree, clash = agree + (same > 0), clash + (same == 0)
    return clash > 0 and agree == 0 and (YES in phrase.acts) == (NO in phrase.acts)


def answered_otherwise(phrase: Phrase, menu: Menu, best: int) -> bool:
    """A spoken yes (no) where another reply's examples say yes (no) and the chosen reply's never do.

    はい、大丈夫です must not be taken for the 大丈夫です of a reply that declines.
    """
    for said, opposite in ((YES, NO), (NO, YES)):
        if said in phrase.acts and opposite not in phrase.acts:
            counts = menu.act_counts[ACTS.index(said)]
            denied = menu.act_counts[ACTS.index(NEGATED)][best] if said == NO else 0
            if counts[best] == 0 and not denied and counts.sum() > 0:
                return True
    return False


def deciding_words(phrase: Phrase, menu: Menu, best: int) -> tuple[str, ...]:
    """Up to four words that the chosen reply shares and few other replies do, as they were said."""
    shared = [
        (value * menu.word_rarity.get(word, 1.0), word)
        for word, value in phrase.words.items()
        if word in menu.word_signs[best] and word in phrase.shown and value >= 0.3
    ]
    shared.sort(key=lambda pair: -pair[0])
    return tuple(dict.fromkeys(phrase.shown[word] for _, word in shared[:4]))
