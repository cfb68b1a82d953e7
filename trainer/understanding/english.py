"""English words: contractions opened, hesitations and false starts forgiven, stems, and weights for small words."""

from __future__ import annotations

import re

from trainer.understanding.listed import listed

_CONTRACTED = {
    "can't": "can not",
    "cannot": "can not",
    "won't": "will not",
    "shan't": "shall not",
    "ain't": "is not",
    "let's": "let us",
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "got to",
    "gimme": "give me",
    "lemme": "let me",
    "dunno": "do not know",
    "kinda": "kind of",
    "cause": "because",
    "'cause": "because",
    "im": "i am",
    "ive": "i have",
    "dont": "do not",
    "doesnt": "does not",
    "didnt": "did not",
    "cant": "can not",
    "wont": "will not",
    "isnt": "is not",
    "wouldnt": "would not",
    "couldnt": "could not",
    "havent": "have not",
    "thats": "that is",
    "whats": "what is",
    "theres": "there is",
    "y'all": "you all",
    "o'clock": "oclock",
}
_ENDINGS = (("n't", " not"), ("'m", " am"), ("'re", " are"), ("'ve", " have"), ("'ll", " will"), ("'d", " would"))
_IS = frozenset(listed("it that what there here he she who how where when this everything"))

_HESITATIONS = frozenset(listed("um umm uh uhh uhm er err erm ah ahh eh hmm hm mm mmm huh oh ooh"))
_CUT_IN = re.compile(
    r"\b(?:no wait|wait no|wait wait|i mean|sorry i mean|or rather|scratch that|let me rephrase)\b[ ,]*"
)

_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+(?:[.:]\d+)?|[,;.!?]|[^\W\d_a-z]+")

SMALL_WORDS: dict[str, float] = {
    **dict.fromkeys(
        listed(
            "a an the of to in on at for with by from is are am was were be been being it this that these those there "
            "here i you he she we they me him her us them my your his its our their do does did have has had will "
            "would shall as if so and or but then than too also very really just some any as well now about"
        ),
        0.15,
    ),
    **dict.fromkeys(listed("please can could may might should must let get got go going what which oclock"), 0.35),
    **dict.fromkeys(listed("yes no not thank ok okay how when where who why want like need know tell"), 0.6),
}
"""Weights of words that say little by themselves; every other word weighs 1."""

_IRREGULAR = {
    **dict.fromkeys(listed("thanks thankyou thx cheers thankful"), "thank"),
    **dict.fromkeys(listed("yeah yep yup yea yah aye ye"), "yes"),
    **dict.fromkeys(listed("nope nah nay"), "no"),
    **dict.fromkeys(listed("went gone goes"), "go"),
    **dict.fromkeys(listed("made making makes"), "make"),
    **dict.fromkeys(listed("took taken taking"), "take"),
    **dict.fromkeys(listed("came coming"), "come"),
    **dict.fromkeys(listed("bought buying"), "buy"),
    **dict.fromkeys(listed("paid paying"), "pay"),
    **dict.fromkeys(listed("ate eaten eating"), "eat"),
    **dict.fromkeys(listed("said saying"), "say"),
    **dict.fromkeys(listed("told"), "tell"),
    **dict.fromkeys(listed("gave given giving"), "give"),
    **dict.fromkeys(listed("knew known"), "know"),
    **dict.fromkeys(listed("thought"), "think"),
    **dict.fromkeys(listed("felt feeling"), "feel"),
    **dict.fromkeys(listed("heard hearing"), "hear"),
    **dict.fromkeys(listed("saw seen seeing"), "see"),
    **dict.fromkeys(listed("understood understanding"), "understand"),
    **dict.fromkeys(listed("left leaving"), "leave"),
    **dict.fromkeys(listed("brought bringing"), "bring"),
    **dict.fromkeys(listed("forgot forgotten"), "forget"),
    **dict.fromkeys(listed("lost losing"), "lose"),
    **dict.fromkeys(listed("drank drunk"), "drink"),
    **dict.fromkeys(listed("spoke spoken"), "speak"),
    **dict.fromkeys(listed("better best"), "good"),
    **dict.fromkeys(listed("worse worst"), "bad"),
    **dict.fromkeys(listed("children kids kid"), "child"),
    **dict.fromkeys(listed("okay ok okey alright"), "ok"),
    "hi": "hello",
    "hey": "hello",
    "bye": "goodbye",
    "goodbye": "goodbye",
}
_KEEP = frozenset(
    listed(
        "this is was his its us yes bus gas news always class less address business thing nothing something anything "
        "everything morning evening king ring bring sing during need feed speed indeed bed red breed only reply family "
        "early daily july fly apply supply ugly else please use used because these those wifi ing ed"
    )
)


def tokens(text: str) -> list[str]:
    """Lower-case words, numbers and marks (, . ? ! ;) with contractions opened. `text` is already `shortened`."""
    text = text.lower().replace("’", "'").replace("‘", "'").replace("`", "'")
    found: list[str] = []
    for token in _TOKEN.findall(text):
        found.extend(_opened(token))
    return found


def _opened(token: str) -> list[str]:
    if token in _CONTRACTED:
        return _CONTRACTED[token].split()
    for ending, meant in _ENDINGS:
        if token.endswith(ending) and len(token) > len(ending):
            return (token[: -len(ending)] + meant).split()
    if token.endswith("'s"):
        return [token[:-2], "is"] if token[:-2] in _IS else [token[:-2]]
    return [token.replace("'", "")]


def without_hesitation(found: list[str]) -> list[str]:
    """The same tokens without um and uh, without words said twice, from the last "no wait" on."""
    kept = [token for token in found if token not in _HESITATIONS]
    kept = _said_once(kept)
    while kept and kept[0] in ",;.!?":
        kept = kept[1:]
    text = " ".join(kept)
    cuts = list(_CUT_IN.finditer(text))
    cut = cuts[-1] if cuts else None
    if cut is not None and len(text) - cut.end() > 1 and cut.start() > 0:
        kept = text[cut.end() :].split()
    return kept or found


def _said_once(found: list[str]) -> list[str]:
    """False starts: one to three words said again at once ("can I can I have") count once."""
    kept: list[str] = []
    for token in found:
        kept.append(token)
        for size in (3, 2, 1):
            again = len(kept) >= 2 * size and kept[-size:] == kept[-2 * size : -size]
            if again and not all(word in ",.!?;" for word in kept[-size:]):
                del kept[-size:]
                break
    return kept


def stem(word: str) -> str:
    """A light stem: plural, -ing, -ed and -ly taken off, common irregular forms brought home."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _KEEP or len(word) < 4 or not word.isascii():
        return word
    for ending, put in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x")):
        if word.endswith(ending):
            return word[: -len(ending)] + put
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    if word.endswith("ly") and len(word) > 5:
        word = word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


LOOSE = 0.5
"""What a number, a weekday or a month weighs, and as much again that there is one at all."""
_NUMBERS = frozenset(
    listed(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty hundred second third fourth fifth sixth seventh eighth"
    )
)
_DAYS = frozenset(
    listed(
        "monday tuesday wednesday thursday friday saturday sunday january february april june july august september "
        "october november december"
    )
)
_KINDS = {
    **dict.fromkeys(listed("today tomorrow tonight weekend yesterday"), "date"),
    **dict.fromkeys(listed("am pm oclock noon midnight"), "time"),
    **dict.fromkeys(listed("people person persons guests adults"), "people"),
    **dict.fromkeys(listed("dollar dollars bucks cents pounds euros"), "money"),
    "nights": "nights",
    "from": "from",
    "until": "until",
}


def loose_kind(word: str) -> str:
    """What a number ("#number"), a weekday or a month ("#date") is, "" for other words."""
    if word[0].isdecimal() or word in _NUMBERS:
        return "#number"
    return "#date" if word in _DAYS else ""


def detail_kind(word: str) -> str:
    """Which kind of detail (as in `phrase.KINDS`) a word gives, or ""."""
    if ":" in word:
        return "time"
    return _KINDS.get(word) or loose_kind(word)[1:]


def weight(word: str) -> float:
    """How much a word (not stem) says by itself, 0..1."""
    return LOOSE if loose_kind(word) else SMALL_WORDS.get(word, 1.0)
