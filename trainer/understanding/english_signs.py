"""Yes and no in English: which words stand under a negation, and what kind of thing is being said.

The scope of a negation is taken from its cue to the next clause mark, as in NegEx (Chapman et al. 2001), widened by
answer words ("no, ..." is an answer, "no bag" is a negation), set phrases whose "no" is not a no, and opposites.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from trainer.understanding import english
from trainer.understanding.listed import listed
from trainer.understanding.phrase import (
    ASKED,
    GREETED,
    LONGEST,
    MINE,
    NEGATED,
    NO,
    QUESTION,
    SORRY,
    THANKED,
    UNSURE,
    WANTED,
    WHY,
    YES,
    Phrase,
    grams,
)

_SAID_PLAINLY: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"\b(?:{pattern})\b"), meant)
    for pattern, meant in (
        # A request, however politely it is put.
        (
            r"(?<!what )(?<!how )(?<!who )(?<!where )(?<!when )(?<!which )(?<!why )(?<!that )(?<!if )(?<!not )"
            r"(?:(?:could|can|would|will) you(?: be able to)?(?: please| kindly| possibly| just| maybe)*"
            r"(?= [a-z])(?! (?:like|mind|prefer|rather|be|have|not|know|say|believe|want|need|see|hear|understand)\b)|"
            r"would you (?:please )?mind(?= [a-z]+ing\b))",
            "please",
        ),
        (
            r"(?:can|could|may|might) (?:i|we)(?: please| just)* (?:have|get)(?= (?:it|this|that|them|these|those)\b)",
            "i would like",
        ),
        # What a thing is asked to be without.
        (r"(?:leave|keep) (?:the |my |your |that )?([a-z]+) (?:off|out)(?: of)?", r"no \1"),
        (
            r"(?:give|giving|gave|given) up(?= (?:my|the|our|that|this)\b)|(?:get|getting|got) rid of|"
            r"part(?:ing)? with|let(?:ting)? go of",
            "not keep",
        ),
        (r"not (?:alone|on (?:my|our) own|by (?:myself|ourselves))", "with someone"),
        (
            r"(?:there is )?(?:nobody|no one|not anybody|not anyone)(?: else)?(?: is)?(?: here)? with (?:me|us)",
            "alone",
        ),
        (r"(it|them|that|this|those|these|one) un(cut|[a-z]{3,}ed)", r"\1 , not \2"),
        (r"un((?:cut|[a-z]{3,}ed)\b(?<!united)(?<!uninterested)(?<!unlimited)(?<!undecided))", r"not \1"),
        (r"(?:instead of|rather than|as opposed to)", ", not"),
        (r"(rather [a-z]+ .{2,40}?) than", r"\1 , not"),
        (r"(?:am|are|is) not (?:really )?in (?:a|any|such a) (?:great |big |real )?(?:hurry|rush)", "have time"),
        (r"(?:am|are|is) in (?:a|such a) (?:great |big |real |bit of a )?(?:hurry|rush)", "have no time"),
        (r"would hate to", "do not want to"),
        (r"could (?:really |certainly )?(?:do with|use)(?= (?:a|an|some|one|another|the)\b)", "want"),
        (r"leave ((?:[a-z]+ ){1,3}?)(?:the way|as) (?:it is|they are|is)", r"keep \1"),
        # Said with weight, said all the same.
        (
            r"\b(i|we|you|they|it|he|she|that) (?:do|does)(?= (?:really )?"
            r"(?:want|wants|need|like|love|have|has|know|think|feel|understand|believe|hope|agree|remember|work|eat|drink|"
            r"smoke|take|use|enjoy|prefer|see|hear|get|come|go|live|speak|hurt)\b)",
            r"\1",
        ),
        # Without it, and what it would come to.
        (
            r"(?:can|could|would|will|do) not (?:really )?"
            r"(?:manage|do|cope|live|go|get by|get far|get anywhere|be|see|read|sleep|work|carry it) without",
            "need",
        ),
        (r"(?:would|will) not (?:be|get) (?:lost|stuck|cold) without", "not need"),
        (r"(?:would|will) (?:be|get) (?:lost|stuck|cold|in trouble) without", "need"),
        (r"not without", "with"),
        (r"(?:will|would|should|do|does) not (?:be|take) (?:too |very |so |that )?long", "will be quick"),
        (r"(?:give|giving) (?:it|this|that|them|these) a miss", "not want it"),
        (
            r"(?:am|are|is|have|has) (?:just |all |clean )?(?:run |running |sold )?out of(?! (?:order|here|town|the))",
            "have no",
        ),
        (r"(?:did|do|does|have|has|will|would) (?:not|never) (?:forget|forgotten)", "remembered"),
        (r"far from it|anything but(?= [.!]|$)|the last thing (?:i|we) (?:need|want)", "not at all"),
        (r"would be lying if (?:i|we) said (?:yes|so)", "say no"),
        (r"nothing (?:is )?left(?: to do)?", "all finished"),
        (
            r"(?:a lot|lots|much|some|plenty|something|a bit|more) (?:is |are )?left to (?:do|read|write|finish)",
            "not done",
        ),
        (
            r"still (?:have|has|need|needs|got) to "
            r"(?=(?:do|finish|join|register|sign|book|fill|write|read|apply|pay|make|start)\b)",
            "not yet",
        ),
        (r"(?:have|has|had|need|got|going|will|must|would)(?: to)? (?:have to )?miss", "not come"),
        (
            r"(am|are|be|is) (?:away|abroad|out of town|on holiday)"
            r"(?= (?:then|that|this|on|all|tomorrow|tonight)|$)",
            r"\1 not free",
        ),
    )
)
"""Turns whose words look like the opposite of what they mean, to vectors too: said plainly before anything is read."""

_SET_PHRASES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"\b(?:{pattern})\b"), meant)
    for pattern, meant in (
        (
            r"(?<=, )(?:is|are|was|do|does|did|can|could|will|would|have|has) (?:not )?(?:i|you|he|she|it|we|they)"
            r"(?= \?|$)",
            "",
        ),
        (r"(?:do not|no need to) (?:you )?(?:bother|trouble)|never (?:you )?mind", "not"),
        (
            r"((?:[a-z]+ )?(?:it|that|them|this|everything)) (?:all )?(?:by )?(?:myself|ourselves)",
            r"not \1 yourself",
        ),
        (r"(?:(?:can|could|would|will|do|might) (?:not|never)|never) say no", "say yes"),
        (r"(?:do|can|could) not see (?:any reason )?why not", "yes"),
        (r"never (?:been )?better", "good"),
        (r"(?:would|could) not hurt", "is good"),
        (r"nothing (?:would|could) (?:please me more|make me happier|be (?:better|nicer))", "love to"),
        (r"(?:nothing|not) against", "fine with"),
        (r"(?:stopped|given up|gave up)(?= (?:[a-z]+ing|it|that)\b)", "not"),
        (r"leave out", "no"),
        (r"(?:have|has|had) yet to", "have not"),
        (r"(?:no|not an?) (?:big )?(?:problems?|issues?|trouble|bother)(?: at all)?", "fine"),
        (r"no (?:worries|worry|biggie)", "fine"),
        (r"(?:do|does|did|would|will) not (?:really )?mind", "happy with"),
        (r"(?:do|does|did|would|will) not (?:hurt|bite)|never (?:hurts|bites)", "is good"),
        (r"(?:do|does|did|would|will) not (?:really )?(?:matter|bother (?:me|us|him|her|them))", "fine"),
        (r"no (?:strong |real |particular )?preference", "either"),
        (r"no (?:great |big )?(?:rush|hurry)", "slowly"),
        (r"if you (?:do|would) not mind", "please"),
        (r"(?:would|do) you mind|mind if", "may"),
        (r"(?:do|does|did|would|really|i) mind", "not want"),
        (r"no reason to (?:doubt|worry)|(?:do|can|would) not doubt", "sure"),
        (r"(?:could|can) not (?:agree more)", "agree"),
        (r"(?:could|can) not be (?:better|happier)", "good"),
        (
            r"(?:could|can) not wait(?! (?:that|this|so|any|much|too|very)?\b ?(?:long|longer|here|all)\b)|"
            r"would not miss it(?: for the world)?|would not miss",
            "love to come yes",
        ),
        (r"why (?:do|can|could) not (?:you|we|i|they)", "could you"),
        (r"why not", "yes"),
        (r"not (?:too |so |that |half )?bad(?: at all)?", "good"),
        (r"no (?:objections?|complaints?|doubts?|question)(?: (?:at all|about|to))?", "agree"),
        (r"no (?:secret|surprise)", "known"),
        (r"nothing(?: is)? wrong|nothing to worry about", "fine"),
        (r"without (?:a )?(?:doubt|problem|fail|question)", "surely"),
        (r"not only", "also"),
        (r"whether or not|or not", "whether"),
        (r"no matter", "whatever"),
        (r"can not (?:complain)", "good"),
        (r"do not (?:you )?worry", "fine"),
        (r"(?:can|could|would|will) you not(?= (?!please\b)[a-z])", "please not"),
        (
            r"(?:do|did|is|are|have|has|should) you not|"
            r"(?:can|could|would|will|do|did|is|are|have|has|should) (?:i|we|it|they|there) not",
            "could you",
        ),
        (r"^(?:can|could|would|will|do|did|is|are|have|has|should) not (?:you|i|we|it|they|there)", "could you"),
        (r"not sure|do not know|not certain|no idea|can not decide|not decided|have not decided|can not say", "unsure"),
        (
            r"not (?:right )?now|not yet|not (?:this|at the) (?:time|moment)|not today|another time|not this time",
            "not later",
        ),
        (r"other than|apart from|except(?: for)?", "without"),
        (r"a no|no way|no chance|not at all|by no means|not really|rather not|would not|better not", "not"),
        (r"too (?:much|many|hard|late|early|expensive|difficult)", "not ok"),
        (r"too(?= (?!please|thank|and|but|so|for|if|in|at|on|i|you|we)[a-z])", "overly"),
        (
            r"(?:is|are|am|be|was|were|feels?|sounds?|that) (?:an? |quite a |rather a )?(?:real |big |bit of a )?"
            r"(?:problem|trouble|bother)",
            "is bad",
        ),
        (r"not (?:a |that |so |too |very )*(?:problem|trouble|bother)", "fine"),
        (r"that will be all|that is all|that is it|nothing else|nothing more|no more|not anything else", "all done"),
        (r"i (?:will |would )?pass\b(?: on)?", "not"),
        (r"count me out|leave me out|leave (?:it|that|them) (?:out|off)", "not"),
        (r"hold the|skip the|easy on the|hold off on", "no"),
        (r"that is (?:a )?(?:mistake|wrong|incorrect)", "not correct"),
        (
            r"of course|by all means|go ahead|sure thing|you bet|definitely|absolutely|certainly|"
            r"sounds? (?:good|great)",
            "yes",
        ),
    )
)

_CUES = frozenset(
    listed(
        "not no never without none nobody nothing neither nor hardly barely nowhere unable refuse refuses decline skip "
        "stop cancel avoid lacking lack minus non doubt overly delete remove erase quit isnt"
    )
)
_STRONG_ENDS = frozenset(listed(", ; . ! ? but however though although because since so instead only then just while"))
_SUBJECTS = frozenset(
    listed("i we you he she they it that this the my please thank thanks sorry there let do is are can")
)
_OPPOSITES = {
    "bad": "good",
    "awful": "good",
    "terrible": "good",
    "unwell": "well",
    "ill": "well",
    "sick": "well",
    "unhappy": "happy",
    "sad": "happy",
    "dislike": "like",
    "hate": "like",
    "disagree": "agree",
    "forget": "remember",
    "impossible": "possible",
    "unable": "able",
    "difficult": "easy",
    "hard": "easy",
    "incorrect": "correct",
    "wrong": "correct",
    "unsafe": "safe",
    "unavailable": "available",
    "busy": "free",
    "decline": "accept",
    "refuse": "accept",
    "reject": "accept",
    "uncomfortable": "comfortable",
    "annoying": "fine",
    "noisy": "quiet",
    "boring": "interesting",
    "scary": "safe",
    "ugly": "good",
    "worse": "good",
    "worst": "good",
    "horrible": "good",
    "unlikely": "likely",
    "unnecessary": "needed",
    "unfinished": "finished",
    "unwilling": "willing",
    "reluctant": "willing",
    "unclear": "clear",
    "confused": "clear",
    "confusing": "clear",
    "lost": "understand",
    "inconvenient": "convenient",
    "disconnect": "connect",
    "off": "on",
    "closed": "open",
    "afraid": "sure",
    "fail": "manage",
    "miss": "come",
    "nonsmoking": "smoking",
    "quit": "continue",
    "stop": "continue",
    "cancel": "keep",
}
_DENYING = frozenset(_OPPOSITES) - _CUES - frozenset(listed("off miss forget closed afraid lost sad sick ill fail"))
"""Words that deny by themselves: a phrase with one of them is a no, with a "not" before it a yes."""
_YES_WORDS = frozenset(
    listed("yes yeah yep yup yea sure ok okay alright indeed right correct exactly surely agree fine")
)
_NO_WORDS = frozenset(listed("no nope nah nay"))
_ASKING = frozenset(
    listed("what where when who which how why whose can could may is are do does did will would have has")
)
_REQUEST = re.compile(r"\b(?:can|could|may|would) (?:i|you|we)\b")
_ENDS_YES = re.compile(
    r"(?:\b(?:so|then) (?:please|please do)|(?:,|\b(?:so|then)) (?:yes please|yes|go ahead|i will take (?:one|it)))"
    r"(?: [.!])?$"
)
"""I have not got a bag with me, so please: the end is the answer."""
_OPEN_QUESTION = frozenset(listed("what where when who which how whose"))


def read(text: str) -> Phrase:
    """The phrase of an English text that was already `shortened`."""
    plain = " ".join(english.without_hesitation(english.tokens(text)))
    for pattern, meant in _SAID_PLAINLY:
        plain = pattern.sub(meant, plain)
    heard = plain.split()
    for pattern, meant in _SET_PHRASES:
        plain = pattern.sub(meant, plain)
    found = plain.split()
    signs, answer, denied = _signs(found)
    if _ENDS_YES.search(plain):
        answer = 1
    words: dict[str, float] = {}
    marks: dict[str, int] = {}
    shown: dict[str, str] = {}
    loose: set[str] = set()
    for token, sign in zip(found, signs, strict=True):
        if token[0] in ",;.!?" or sign == 0:
            continue
        kind = english.loose_kind(token)
        if kind:
            words[kind], marks[kind] = english.LOOSE, sign
            loose |= {kind, english.stem(token)}
        opposite = token in _OPPOSITES
        word = english.stem(_OPPOSITES.get(token, token))
        words[word] = max(words.get(word, 0.0), english.weight(token))
        if token in heard:
            shown.setdefault(word, token)
        marks[word] = -sign if opposite else sign
    acts = _acts(heard, found, answer, denied)
    sign = -1 if (NEGATED in acts or NO in acts) and YES not in acts else 1
    spelled = " " + " ".join(token for token in heard if token not in ",;.!?")[:LONGEST] + " "
    letters = grams(spelled, 2, 4)
    clean = " ".join(heard) or text
    kinds = frozenset(filter(None, map(english.detail_kind, found)))
    return Phrase(clean, words, marks, letters, letters, acts, sign, clean, shown, loose=frozenset(loose), kinds=kinds)


def signed_tokens(text: str) -> tuple[list[str], list[int]]:
    """The tokens of a text without its hesitations, each with its sign (0 for a cue or a mark)."""
    found = english.without_hesitation(english.tokens(text))
    return found, _signs(found)[0]


def _signs(found: Sequence[str]) -> tuple[list[int], int, bool]:
    """Sign of every token (0 for cues and answer words), the answer word's sign, and whether a clause denies: it has a
    cue or a word that denies by itself, or three of them.
    """
    signs: list[int] = []
    answer = cues = 0
    under = denied = False
    for place, token in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else ""
        cues += token in _DENYING
        if token in _NO_WORDS and _is_answer(found, place, following):
            answer = answer or -1
            signs.append(0)
            under = False
        elif token in _CUES:
            under = not under or token in ("nor", "neither", "no")
            cues += 1
            signs.append(0)
        elif _ends(found, place, following):
            under, denied, cues = False, denied or cues % 2 > 0, 0
            signs.append(0 if token[0] in ",;.!?" else 1)
        else:
            if token in _YES_WORDS and not under and place <= 1 and not answer:
                answer = 1
            signs.append(-1 if under else 1)
    return signs, answer, denied or cues % 2 > 0


def _ends(found: Sequence[str], place: int, following: str) -> bool:
    """True where the scope of a negation is over: a clause mark, or "and" before a new subject; not "not so ..."."""
    token = found[place]
    if token in ("so", "just", "only", "then") and place and found[place - 1] in _CUES:
        return False
    return token in _STRONG_ENDS or (token == "and" and following in _SUBJECTS)


def _is_answer(found: Sequence[str], place: int, following: str) -> bool:
    """True for "no" as an answer of its own ("no, I ..."), False for "no bag"."""
    if found[place] != "no":
        return True
    return not following or following[0] in ",;.!?" or following in _SUBJECTS or following in _NO_WORDS


def _acts(heard: Sequence[str], found: Sequence[str], answer: int, denied: bool) -> frozenset[str]:
    words = set(found)
    first = next((token for token in found if token[0] not in ",;.!?" and token not in _YES_WORDS | {"and"}), "")
    acts = set()
    if answer > 0:
        acts.add(YES)
    if answer < 0:
        acts.add(NO)
    if denied:
        acts.add(NEGATED)
    said = " ".join(heard)
    if "?" in heard or (first in _ASKING and f"{first} not" not in said):
        acts.add(QUESTION)
    if words & _OPEN_QUESTION:
        acts.add(WHY)
    if words & {"please", "want", "need", "like", "love", "give", "book", "order"}:
        acts.add(WANTED)
    if _REQUEST.search(" ".join(found)):
        acts.add(ASKED)
    if words & {"thank", "thanks", "thx", "cheers", "appreciate", "grateful"}:
        acts.add(THANKED)
    if words & {"sorry", "apologies", "pardon", "excuse", "afraid"}:
        acts.add(SORRY)
    if words & {"unsure", "maybe", "perhaps", "depends", "might", "later"}:
        acts.add(UNSURE)
    if words & {"hello", "hi", "hey", "goodbye", "bye", "morning", "night"}:
        acts.add(GREETED)
    if words & {"i", "my", "me", "mine", "we"}:
        acts.add(MINE)
    return frozenset(acts)
