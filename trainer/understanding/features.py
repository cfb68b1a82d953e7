"""What is measured about an utterance and each reply: a table with one row a reply, and one row for "none of these".

Everything is relative to this menu and the author's own examples, so nothing here knows any subject.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from rapidfuzz import fuzz

from trainer.understanding.listed import listed
from trainer.understanding.menu import Floats, Menu
from trainer.understanding.phrase import ACTS, NEGATED, NO, QUESTION, YES, Phrase
from trainer.understanding.vectors import Vectors


def _top_two(values: Floats) -> float:
    return float(values.max()) if len(values) == 1 else float(np.partition(values, -2)[-2:].mean())


def _lead(values: Floats) -> Floats:
    """How far each reply is ahead of the best other reply."""
    if len(values) == 1:
        return values - 0.0
    order = np.sort(values)
    best, second = order[-1], order[-2]
    lead: Floats = values - np.where(values == best, second, best)
    return lead


REPLY_NAMES: tuple[str, ...] = (
    *("letters", "letters_two", "letters_lead", "sounds", "sounds_two", "sounds_lead"),
    *("words", "words_two", "words_lead", "covered", "covered_lead", "covers", "only_here", "only_elsewhere"),
    *("fuzzy", "fuzzy_lead", "exact"),
    *("meaning", "meaning_two", "meaning_mean", "meaning_lead", "meaning_two_lead", "centre", "centre_lead"),
    *("lens", "lens_two", "lens_mean", "lens_lead", "same_lens", "other_lens"),
    *("meaning_along", "lens_along", "lens_near"),
    *("same_sign", "same_letters", "other_letters", "same_meaning", "other_meaning"),
    *("agree", "clash", "agree_lead", "answer", "answer_clash"),
    *(f"act_{act}" for act in ACTS),
    *("acts_absent", "acts_lead", "few", "leaning", "leaning_lead"),
)
NONE_NAMES: tuple[str, ...] = (
    *("letters", "sounds", "words", "covered", "meaning", "meaning_two", "centre", "lens", "lens_gap"),
    *("letters_gap", "words_gap", "meaning_gap", "centre_gap", "covered_all"),
    *("unknown", "unknown_share", "length", "replies", "question_unasked", "clash", "exact", "same_sign"),
    *(
        "sign_unheard",
        "signs_split",
        "per_reply",
        "apart_letters",
        "apart_meaning",
        "apart_lens",
        "along_lens",
        "meaning_told",
        "meaning_told_here",
    ),
)


MEANING_NAMES = frozenset(name for name in REPLY_NAMES if "meaning" in name or "centre" in name or "lens" in name)
"""Columns that need vectors."""
_REPLY_PLAIN = np.array([name not in MEANING_NAMES for name in REPLY_NAMES], dtype=float)
_NONE_PLAIN = np.array([not any(w in name for w in ("meaning", "centre", "lens")) for name in NONE_NAMES], dtype=float)


def without_vectors(table: Floats, none: Floats) -> tuple[Floats, Floats]:
    """The same measurements with the columns that need vectors set to 0."""
    return table * _REPLY_PLAIN, none * _NONE_PLAIN


def measured(
    phrase: Phrase, menu: Menu, vector: Vectors | None, lens_vector: Vectors | None = None
) -> tuple[Floats, Floats]:
    """(replies x REPLY_NAMES, NONE_NAMES) for one utterance; without vectors the meaning columns are 0."""
    at: dict[str, Floats] = {}
    letters = menu.letters.alike(phrase.grams)
    spelled = menu.sounds is menu.letters and phrase.sounds is phrase.grams
    sounds = letters if spelled else menu.sounds.alike(phrase.sounds)
    words = _word_likeness(phrase, menu)
    _spread(at, "letters", letters, menu)
    _spread(at, "sounds", sounds, menu)
    _spread(at, "words", words, menu)
    _cover(at, phrase, menu)
    _fuzzy(at, phrase, menu)
    meaning = _meaning(at, menu, vector)
    lens = _lens(at, menu, lens_vector)
    _along(at, menu, vector, lens_vector)
    _signs(at, phrase, menu, {"letters": 0.5 * (letters + words), "meaning": meaning, "lens": lens})
    _marks(at, phrase, menu)
    _answers(at, phrase, menu)
    _acts(at, phrase, menu)
    at["few"] = 1.0 / menu.sizes
    table = np.stack([at[name] for name in REPLY_NAMES], axis=1)
    return table, _none(at, phrase, menu)


def _spread(at: dict[str, Floats], name: str, values: Floats, menu: Menu) -> None:
    at[name] = menu.best(values)
    at[f"{name}_two"] = menu.per_reply(values, _top_two)
    at[f"{name}_lead"] = _lead(at[name])


def _word_likeness(phrase: Phrase, menu: Menu) -> Floats:
    """Cosine over words, each weighing what it says and how telling it is here."""
    own = {word: value * menu.word_rarity.get(word, 1.0) for word, value in phrase.words.items()}
    length = math.sqrt(sum(value * value for value in own.values())) or 1.0
    out = np.zeros(len(menu.words))
    for number, row in enumerate(menu.words):
        both = sum(value * row[word] for word, value in own.items() if word in row)
        if both:
            out[number] = both / length / menu.word_lengths[number]
    return out


def _cover(at: dict[str, Floats], phrase: Phrase, menu: Menu) -> None:
    """Shares of what was said that the reply's words cover, and of an example that what was said covers."""
    total = sum(phrase.words.values()) or 1.0
    covered, only_here = np.zeros(menu.count), np.zeros(menu.count)
    for word, value in phrase.words.items():
        holders = [number for number in range(menu.count) if word in menu.word_signs[number]]
        for number in holders:
            covered[number] += value / total
        if len(holders) == 1 and value > 0.3:
            only_here[holders[0]] += value
    at["covered"] = covered
    at["covered_lead"] = _lead(covered)
    at["only_here"] = np.minimum(only_here, 3.0) / 3.0
    at["only_elsewhere"] = (np.minimum(only_here.sum(), 3.0) / 3.0) - at["only_here"]
    shares = np.array(
        [
            sum(value for word, value in row.items() if word in phrase.words) / total
            for row, total in zip(menu.words, menu.word_sums, strict=True)
        ]
    )
    at["covers"] = menu.best(shares)


def _fuzzy(at: dict[str, Floats], phrase: Phrase, menu: Menu) -> None:
    said = phrase.clean.casefold().strip(" .!?。！？")
    values = np.array([fuzz.token_set_ratio(said, clean) / 100.0 for clean in menu.clean])
    at["fuzzy"] = menu.best(values)
    at["fuzzy_lead"] = _lead(at["fuzzy"])
    exact = np.array([float(said == clean) for clean in menu.clean])
    at["exact"] = menu.best(exact)


def _meaning(at: dict[str, Floats], menu: Menu, vector: Vectors | None) -> Floats:
    if vector is None or menu.vectors is None:
        names = listed("meaning meaning_two meaning_mean meaning_lead meaning_two_lead centre centre_lead")
        at.update(dict.fromkeys(names, np.zeros(menu.count)))
        return np.zeros(len(menu.phrases))
    values = (menu.vectors @ vector).astype(float)
    at["meaning"] = menu.best(values)
    at["meaning_two"] = menu.per_reply(values, _top_two)
    at["meaning_mean"] = menu.mean(values)
    at["meaning_lead"] = _lead(at["meaning"])
    at["meaning_two_lead"] = _lead(at["meaning_two"])
    at["centre"] = (menu.centres @ vector).astype(float) if menu.centres is not None else np.zeros(menu.count)
    at["centre_lead"] = _lead(at["centre"])
    return values


def _lens(at: dict[str, Floats], menu: Menu, vector: Vectors | None) -> Floats:
    if vector is None or menu.lens_vectors is None:
        at.update(dict.fromkeys(("lens", "lens_two", "lens_mean", "lens_lead"), np.zeros(menu.count)))
        return np.zeros(len(menu.phrases))
    values = (menu.lens_vectors @ vector).astype(float)
    _spread(at, "lens", values, menu)
    at["lens_mean"] = menu.mean(values)
    return values


def _along(at: dict[str, Floats], menu: Menu, vector: Vectors | None, lens_vector: Vectors | None) -> None:
    """Where between two replies' middles: tells near replies apart, whose topic is the same."""
    nothing = np.zeros(menu.count)
    at["meaning_along"] = at["lens_along"] = at["lens_near"] = nothing
    plain, seen = menu.middles
    if plain is not None and vector is not None:
        at["meaning_along"] = plain.along(vector)[0]
    if seen is not None and lens_vector is not None:
        at["lens_along"], at["lens_near"] = seen.along(lens_vector)


def _signs(at: dict[str, Floats], phrase: Phrase, menu: Menu, likeness: Mapping[str, Floats]) -> None:
    """Likeness to the examples of the same sign and of the other sign, where the menu has both."""
    same = menu.signs == phrase.sign
    mixed = 0 < same.sum() < len(same)
    share = menu.mean(same.astype(float))
    at["same_sign"] = share - (same.mean() if mixed else share)
    at["leaning"] = menu.sign_leaning * phrase.sign
    at["leaning_lead"] = _lead(at["leaning"])
    for name, values in likeness.items():
        at[f"same_{name}"] = menu.best(np.where(same, values, 0.0)) if mixed else np.zeros(menu.count)
        at[f"other_{name}"] = menu.best(np.where(same, 0.0, values)) if mixed else np.zeros(menu.count)


def _marks(at: dict[str, Floats], phrase: Phrase, menu: Menu) -> None:
    """Words said with the sign the reply's examples give them, and with the other sign."""
    agree, clash = np.zeros(menu.count), np.zeros(menu.count)
    for word, sign in phrase.marks.items():
        value = phrase.words[word] * menu.word_rarity.get(word, 1.0)
        if value < 0.15:
            continue
        for number in range(menu.count):
            plain, denied = menu.word_signs[number].get(word, (0.0, 0.0))
            if not plain + denied:
                continue
            toward = ((plain - denied) if sign > 0 else (denied - plain)) / (plain + denied)
            agree[number] += value * max(toward, 0.0)
            clash[number] += value * max(-toward, 0.0)
    at["agree"] = np.minimum(agree, 3.0) / 3.0
    at["clash"] = np.minimum(clash, 3.0) / 3.0
    at["agree_lead"] = _lead(at["agree"] - at["clash"])


def _answers(at: dict[str, Floats], phrase: Phrase, menu: Menu) -> None:
    """A spoken yes or no against the share of yes and no among the reply's examples."""
    said = (YES in phrase.acts) - (NO in phrase.acts or (NEGATED in phrase.acts and YES not in phrase.acts))
    yes, no = menu.acts[:, ACTS.index(YES)], menu.acts[:, ACTS.index(NO)]
    leaning = menu.mean(yes - no)
    at["answer"] = said * leaning
    at["answer_clash"] = np.maximum(-said * leaning, 0.0)


def _acts(at: dict[str, Floats], phrase: Phrase, menu: Menu) -> None:
    """How much more often the reply's examples do what is being done here than the menu's examples do."""
    here = menu.act_counts
    share = (here + 0.5) / (menu.sizes + 1.0)
    overall = (here.sum(axis=1) + 0.5) / (menu.sizes.sum() + 1.0)
    present = np.log(share / overall[:, None])
    absent = np.log((1 - share) / (1 - overall[:, None]))
    done = np.array([act in phrase.acts for act in ACTS])
    for number, act in enumerate(ACTS):
        at[f"act_{act}"] = present[number] if done[number] else np.zeros(menu.count)
    at["acts_absent"] = absent[~done].sum(axis=0)
    at["acts_lead"] = _lead(present[done].sum(axis=0) + at["acts_absent"])


def _gap(values: Floats) -> float:
    order = np.sort(values)
    return float(order[-1] - order[-2]) if len(order) > 1 else float(order[-1])


def _none(at: dict[str, Floats], phrase: Phrase, menu: Menu) -> Floats:
    total = sum(phrase.words.values())
    unknown = sum(value for word, value in phrase.words.items() if word not in menu.word_rarity)
    asked = QUESTION in phrase.acts and not menu.acts[:, ACTS.index(QUESTION)].any()
    best = int(np.argmax(at["letters"] + at["words"] + 2 * at["meaning"]))
    values = {
        **{f"{name}_gap": _gap(at[name]) for name in ("letters", "words", "meaning", "centre", "lens")},
        **{name: float(at[name].max()) for name in ("letters", "sounds", "words", "covered", "exact")},
        **{name: float(at[name].max()) for name in ("meaning", "meaning_two", "centre", "lens")},
        "covered_all": 1.0 - unknown / total if total else 0.0,
        "unknown": min(unknown, 6.0) / 6.0,
        "unknown_share": unknown / total if total else 1.0,
        "length": math.log1p(len(phrase.words)) / 3.0,
        "replies": math.log(menu.count + 1.0),
        "question_unasked": float(asked),
        "clash": float(at["clash"][best]),
        "same_sign": float(at["same_sign"][best]),
        "sign_unheard": float(not (menu.signs == phrase.sign).any()),
        "signs_split": float(menu.sign_leaning.std()),
        "per_reply": math.log(len(menu.phrases) / menu.count),
        **{f"apart_{name}": value for name, value in menu.apart.items()},
        "along_lens": float(at["lens_along"].max()),
        "meaning_told": phrase.told,
        "meaning_told_here": menu.told,
    }
    return np.array([values[name] for name in NONE_NAMES])
