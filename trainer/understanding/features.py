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
from trainer.understanding.opposites import NOTHING, OPPOSITES
from trainer.understanding.phrase import ACTS, KINDS, NEGATED, NO, QUESTION, YES, Phrase
from trainer.understanding.vectors import Vectors

_MOST = 0.7
_LOOSE = 0.2
"""Share of its weight that a number or a name keeps where no example has it."""


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
    *(
        "words",
        "words_two",
        "words_lead",
        "middle",
        "middle_lead",
        "core_missing",
        "core_lead",
        "japanese",
        "kinds_new",
        "kinds_gone",
        "kinds_lead",
        "covered",
        "covered_lead",
        "covers",
        "only_here",
        "only_elsewhere",
    ),
    *("fuzzy", "fuzzy_lead", "exact"),
    *("meaning", "meaning_two", "meaning_mean", "meaning_lead", "meaning_two_lead", "centre", "centre_lead"),
    *("lens", "lens_two", "lens_mean", "lens_lead", "same_lens", "other_lens"),
    *("meaning_along", "lens_along", "lens_near"),
    *("same_sign", "same_letters", "other_letters", "same_meaning", "other_meaning"),
    *("agree", "clash", "agree_lead", "opposed", "opposed_lead", "answer", "answer_clash"),
    *(f"act_{act}" for act in ACTS),
    *("acts_absent", "acts_lead", "few", "leaning", "leaning_lead"),
)
NONE_NAMES: tuple[str, ...] = (
    *("letters", "sounds", "words", "covered", "meaning", "meaning_two", "centre", "lens", "lens_gap"),
    *("letters_gap", "words_gap", "meaning_gap", "centre_gap", "covered_all"),
    *(
        "middle",
        "core_missing",
        "japanese",
        "kinds_new",
        "kinds_gone",
        "unknown",
        "unknown_most",
        "opposed",
        "unknown_share",
        "length",
        "replies",
        "question_unasked",
        "clash",
        "exact",
        "same_sign",
    ),
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
    spelled = menu.sounds is menu.letters and phrase.sounds is phrase.grams
    sounds = menu.sounds.alike(phrase.sounds)
    # said in kana alone: how it is spelled tells nothing, so that both sides are compared as they sound
    letters = sounds if spelled or phrase.kana else menu.letters.alike(phrase.grams)
    words = _word_likeness(phrase, menu)
    _spread(at, "letters", letters, menu)
    _spread(at, "sounds", sounds, menu)
    _spread(at, "words", words, menu)
    _core(at, phrase, menu)
    _kinds(at, phrase, menu)
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
    own = {word: value * menu.word_rarity.get(word, 1.0) for word, value in _worth(phrase, menu).items()}
    length = math.sqrt(sum(value * value for value in own.values())) or 1.0
    out = np.zeros(len(menu.words))
    for number, row in enumerate(menu.words):
        both = sum(value * row[word] for word, value in own.items() if word in row)
        if both:
            out[number] = both / length / menu.word_lengths[number]
    return out


def _worth(phrase: Phrase, menu: Menu) -> Mapping[str, float]:
    """What each word says here: a number or a name that the menu does not know says little."""
    if not phrase.loose:
        return phrase.words
    known = menu.word_rarity
    return {w: v * _LOOSE if w in phrase.loose and w not in known else v for w, v in phrase.words.items()}


def _core(at: dict[str, Floats], phrase: Phrase, menu: Menu) -> None:
    """Cosine in words to the mean of each reply's examples; the share of what they are all about that is not said."""
    own = {word: value * menu.word_rarity[word] for word, value in phrase.words.items() if word in menu.word_rarity}
    worth = _worth(phrase, menu)
    length = math.sqrt(sum((value * menu.word_rarity.get(word, 1.0)) ** 2 for word, value in worth.items())) or 1.0
    middle, missing = np.zeros(menu.count), np.zeros(menu.count)
    for number in range(menu.count):
        row, core = menu.shares[number], menu.cores[number]
        both = sum(value * row[word] for word, value in own.items() if word in row)
        middle[number] = both / length / menu.share_lengths[number]
        whole = sum(core.values())
        missing[number] = sum(value for word, value in core.items() if word not in own) / whole if whole else 0.0
    at["middle"], at["middle_lead"] = middle, _lead(middle)
    at["core_missing"], at["core_lead"] = missing, _lead(-missing)
    at["japanese"] = np.full(menu.count, float(bool(phrase.spoken)))


def _kinds(at: dict[str, Floats], phrase: Phrase, menu: Menu) -> None:
    """Kinds of detail (a date, people, from where) that no example of the reply gives, and that most of them give and
    this does not.
    """
    given = np.array([kind in phrase.kinds for kind in KINDS])
    at["kinds_new"] = (menu.kind_shares[:, given] == 0).sum(axis=1) / 3.0
    at["kinds_gone"] = (menu.kind_shares[:, ~given] > _MOST).sum(axis=1) / 3.0
    at["kinds_lead"] = _lead(-at["kinds_new"] - at["kinds_gone"])


def _cover(at: dict[str, Floats], phrase: Phrase, menu: Menu) -> None:
    """Shares of what was said that the reply's words cover, and of an example that what was said covers."""
    total = sum(_worth(phrase, menu).values()) or 1.0
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
    here = menu.spoken if phrase.kana else menu.clean
    spelled = phrase.spoken if phrase.kana else said
    values = np.array([fuzz.token_set_ratio(spelled, each) / 100.0 for each in here])
    at["fuzzy"] = menu.best(values)
    at["fuzzy_lead"] = _lead(at["fuzzy"])
    exact = np.array([float(said == clean) for clean in menu.clean])
    if phrase.spoken:
        exact = np.maximum(exact, [float(phrase.spoken == spoken) for spoken in menu.spoken])
    at["exact"] = menu.best(exact)


def _meaning(at: dict[str, Floats], menu: Menu, vector: Vectors | None) -> Floats:
    if vector is None or menu.vectors is None:
        names = listed("meaning meaning_two meaning_mean meaning_lead meaning_two_lead centre centre_lead")
        at.update(dict.fromkeys(names, np.zeros(menu.count)))
        return np.zeros(menu.examples)
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
        return np.zeros(menu.examples)
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
    _opposites(at, phrase, menu)


def _opposites(at: dict[str, Floats], phrase: Phrase, menu: Menu) -> None:
    """Words said whose opposite the reply's examples say, less those whose opposite they deny ("not hot": "cold")."""
    against = np.zeros(menu.count)
    for word, sign in phrase.marks.items():
        for other in OPPOSITES.get(word, NOTHING):
            if other not in menu.word_rarity:
                continue
            for number, row in enumerate(menu.word_signs):
                if other in row and word not in row:
                    plain, denied = row[other]
                    against[number] += sign * (plain - denied) / (plain + denied)
    at["opposed"] = np.clip(against, -2.0, 2.0) / 2.0
    at["opposed_lead"] = _lead(-at["opposed"])


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
    worth = _worth(phrase, menu)
    total = sum(worth.values())
    unknown = sum(value for word, value in worth.items() if word not in menu.word_rarity)
    telling = max((value for word, value in worth.items() if word not in menu.word_rarity), default=0.0)
    asked = QUESTION in phrase.acts and not menu.acts[:, ACTS.index(QUESTION)].any()
    best = int(np.argmax(at["letters"] + at["words"] + 2 * at["meaning"]))
    values = {
        **{f"{name}_gap": _gap(at[name]) for name in ("letters", "words", "meaning", "centre", "lens")},
        **{name: float(at[name].max()) for name in ("letters", "sounds", "words", "covered", "exact")},
        **{name: float(at[name].max()) for name in ("meaning", "meaning_two", "centre", "lens")},
        "covered_all": 1.0 - unknown / total if total else 0.0,
        "unknown": min(unknown, 6.0) / 6.0,
        "unknown_most": telling,
        "opposed": float(at["opposed"][best]),
        "middle": float(at["middle"].max()),
        "core_missing": float(at["core_missing"][best]),
        "japanese": float(at["japanese"][0]),
        "kinds_new": float(at["kinds_new"][best]),
        "kinds_gone": float(at["kinds_gone"][best]),
        "unknown_share": unknown / total if total else 1.0,
        "length": math.log1p(len(phrase.words)) / 3.0,
        "replies": math.log(menu.count + 1.0),
        "question_unasked": float(asked),
        "clash": float(at["clash"][best]),
        "same_sign": float(at["same_sign"][best]),
        "sign_unheard": float(not (menu.signs == phrase.sign).any()),
        "signs_split": float(menu.sign_leaning.std()),
        "per_reply": math.log(menu.examples / menu.count),
        **{f"apart_{name}": value for name, value in menu.apart.items()},
        "along_lens": float(at["lens_along"].max()),
        "meaning_told": phrase.told,
        "meaning_told_here": menu.told,
    }
    return np.array([values[name] for name in NONE_NAMES])
