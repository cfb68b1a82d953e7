"""Cases to fit and measure understanding with: the data folder's sets, our own menus, what noise makes of them."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from rapidfuzz import distance, process

from trainer.app.checking import scenes_at
from trainer.packs.checker_matching import open_to
from trainer.script import Scene
from trainer.understanding.readers import Reader

Case = dict[str, Any]
"""language, step, kind, replies {id: [example, ...]}, utterance, expected (id or None)."""

_EVERYWHERE = re.compile(
    r"yes|no\b|thank|sorry|hello|morning|again|leave|stop|please\b|はい|いいえ|大丈夫|お願い|ありがと|すみません|もう一度|失礼|やめ|帰"
)
SCENARIOS = Path(__file__).parent.parent.parent / "scenarios"
OWN = Path(__file__).parent.parent / "data" / "understanding"
SETS = {
    "en": ("clinc_en", "banking_en", "sgd_en", "hardpairs_en"),
    "ja": ("jmultiwoz_ja", "hardpairs_ja"),
}

WRITTEN = ("pairs_train", "menus_train", "w4_train", "p5_train", "a6_train", "b7_train", "c8_train", "d9_train")
"""Eight more authors of ours, three of them in both languages (tests/data/understanding)."""
ENCODERS = {
    "clinc": "X", "menus": "X", "jmultiwoz": "X", "banking": "Y", "own": "Y", "scenes": "Y",
    "sgd": "Z", "pairs": "Z", "hardpairs": "Z", "w4": "Z", "p5": "X", "a6": "Y", "b7": "X", "c8": "Y", "d9": "X",
}  # fmt: skip
"""By which adapters a set is judged: those that saw nothing of it (by the first part of its name)."""


def encoder_of(name: str) -> str:
    """The fold of a set: its adapters were learnt without it."""
    return ENCODERS[name.split("_")[0]]


def sets_of(folder: Path) -> dict[str, list[Case]]:
    """Every set by name: those of the folder, our own menus, our scenes, other authors' menus."""
    sets = {name: read_set(folder, name) for names in SETS.values() for name in names}
    sets |= {f"own_{language}": own_menus(language) for language in SETS}
    sets |= {f"scenes_{language}": scene_cases(language) for language in SETS}
    theirs = [f"{name}_{language}" for name in WRITTEN for language in SETS]
    return sets | {name: written_menus(name) for name in theirs if (OWN / f"{name}.txt").exists()}


def read_set(folder: Path, name: str) -> list[Case]:
    with (folder / f"{name}.jsonl").open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def own_menus(language: str) -> list[Case]:
    """Our own menus, with what was said off-script in three other menus added to each."""
    cases: list[Case] = []
    name, replies, said = "", {}, []
    for line in [*(OWN / f"menus_{language}.txt").read_text(encoding="utf-8").splitlines(), "== end"]:
        line = line.strip()
        if line.startswith("=="):
            for expected, utterances in said:
                cases.extend(_case(language, name, dict(replies), each, expected) for each in utterances)
            name, replies, said = line[2:].strip(), {}, []
        elif line and not line.startswith("#"):
            key, _, rest = line.partition(":")
            phrases = [phrase.strip() for phrase in rest.split("|")]
            if key.startswith("?"):
                said.append((None if key[1:].strip() == "-" else key[1:].strip(), phrases))
            else:
                replies[key.strip()] = phrases
    return cases + _far(cases)


def written_menus(name: str) -> list[Case]:
    """Moments by other authors of ours: "== step", "reply: example | example", "? reply: said" ("-": none of them),
    "? reply: said && reply: said" for a pair that differs by little, "?? said" for what is far off the script.
    """
    cases: list[Case] = []
    step, replies, pairs = "", {}, 0
    for line in (OWN / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("=="):
            step, replies, pairs = line[2:].strip(), {}, 0
        elif not line.startswith(("#", "?")):
            reply, _, examples = line.partition(": ")
            replies[reply] = examples.split(" | ")
        elif line.startswith("?"):
            far = line.startswith("??")
            shared = {"set": name, "language": name[-2:], "step": step, "replies": replies}
            sides = [f"-: {line[3:]}"] if far else line[2:].split(" && ")
            pairs += len(sides) > 1
            for side in sides:
                reply, _, said = side.partition(": ")
                kind = "in" if reply != "-" else "off_far" if far else "off_near"
                case = {**shared, "id": f"{step}-{len(cases)}", "kind": kind, "utterance": said}
                case |= {"expected": None if reply == "-" else reply}
                cases.append(case | ({"pair": f"{step}-{pairs}"} if len(sides) > 1 else {}))
    return cases


def _case(language: str, name: str, replies: dict[str, list[str]], utterance: str, expected: str | None) -> Case:
    step, kind = f"own-{language}-{name}", "in" if expected else "off_near"
    shared = {"id": f"{step}-{utterance}", "set": f"own_{language}", "language": language, "step": step, "kind": kind}
    return {**shared, "replies": replies, "utterance": utterance, "expected": expected}


def _far(cases: Sequence[Case]) -> list[Case]:
    rng = random.Random(5)
    off = [case["utterance"] for case in cases if case["expected"] is None]
    first = {case["step"]: case for case in reversed(cases)}
    far = []
    for step, case in first.items():
        own = {each["utterance"] for each in cases if each["step"] == step}
        for utterance in rng.sample(off, 3):
            if utterance not in own:
                far.append({**case, "kind": "off_far", "utterance": utterance, "expected": None})
    return far


def scene_cases(language: str) -> list[Case]:
    """Moments of our own scenes: one example of each reply left out in turn, and sentences from other scenes."""
    rng = random.Random(7)
    menus = [menu for menu in _scene_menus() if menu[0].language == language]
    cases: list[Case] = []
    for scene, moment, replies, own in menus:
        name = f"scene-{language}-{scene.id}"
        shared = {"set": f"scenes_{language}", "language": language, "step": name, "id": f"{name}-{moment}"}
        here = {example for examples in replies.values() for example in examples}
        for reply in [name for name in own if len(replies[name]) > 2]:
            said = rng.choice(replies[reply])
            rest = {**replies, reply: [each for each in replies[reply] if each != said]}
            cases.append({**shared, "kind": "in", "replies": rest, "utterance": said, "expected": reply})
        for other, _, theirs, names in rng.sample(menus, 3):
            said = rng.choice([each for name in names for each in theirs[name]])
            if other.id != scene.id and said not in here and _tells(said, language):
                cases.append({**shared, "kind": "off_far", "replies": replies, "utterance": said, "expected": None})
    return cases


def _scene_menus() -> list[tuple[Scene, str, dict[str, list[str]], list[str]]]:
    """(scene, moment, what can be said, the names of the moment's own replies)."""
    found = []
    for _, scene in scenes_at(SCENARIOS):
        for moment in scene.moments:
            replies = {
                reply.name: [example for example in reply.examples if "{" not in example]
                for reply in open_to(scene, moment)
                if not reply.gesture
            }
            replies = {name: examples for name, examples in replies.items() if examples}
            own = [reply.name for reply in moment.replies if reply.name in replies]
            if own and len(replies) > 1:
                found.append((scene, moment.name, replies, own))
    return found


def _tells(said: str, language: str) -> bool:
    """Long enough to belong to its own moment only: no yes, no thanks, no greeting."""
    return len(said) > (8 if language == "ja" else 18) and not _EVERYWHERE.search(said.lower())


def without_reply(cases: Iterable[Case], share: float, rng: random.Random) -> list[Case]:
    """Near off-script cases made by taking the meant reply off the menu."""
    made = []
    for case in cases:
        if case["expected"] and len(case["replies"]) > 2 and rng.random() < share:
            rest = {key: value for key, value in case["replies"].items() if key != case["expected"]}
            made.append({**case, "kind": "off_near", "replies": rest, "expected": None})
    return made


_FILLERS = {
    "en": ("um", "uh", "er", "well", "like", "you know", "ah", "so"),
    "ja": ("えっと、", "あの、", "えー、", "うーん、", "あ、", "その、", "まあ、", "えーと"),
}


class Noise:
    """What hesitation and a recogniser make of an utterance (seeded)."""

    def __init__(self, seed: int, english: Iterable[Case], reader: Reader) -> None:
        self._rng = random.Random(seed)
        self._words = sorted({word for case in english for word in re.findall(r"[a-z']+", case["utterance"].lower())})
        self._near: dict[str, list[str]] = {}
        self._reader = reader

    def __call__(self, case: Case, mode: str = "") -> Case:
        noisy = self._english if case["language"] == "en" else self._japanese
        return {**case, "utterance": noisy(case["utterance"], mode)}

    def _english(self, said: str, mode: str) -> str:
        words = re.sub(r"[^\w' ]", " ", said.lower()).split()
        out: list[str] = []
        for word in words:
            if self._rng.random() < 0.06:
                out.append(self._rng.choice(_FILLERS["en"]))
            if self._rng.random() < 0.03:
                out.append(word)
            chance = self._rng.random()
            if chance < 0.05 and len(words) > 2:
                continue
            out.append(self._misheard(word) if chance < 0.13 else word)
        if self._rng.random() < 0.15 and len(words) > 3:
            out = words[:2] + out
        return " ".join(out)

    def _misheard(self, word: str) -> str:
        if word not in self._near:
            likeness = distance.Levenshtein.normalized_similarity
            found = process.extract(word, self._words, scorer=likeness, limit=6)
            self._near[word] = [match[0] for match in found if match[0] != word][:4] or [word]
        return self._rng.choice(self._near[word])

    def _japanese(self, said: str, mode: str) -> str:
        morphemes = self._reader.read(said)
        mode = mode or self._rng.choice(("kana", "mix", "mix", "fill", "space"))
        if mode == "kana":
            return "".join(m.reading if m.kind != "mark" else m.surface for m in morphemes)
        text = said
        if mode == "mix":
            kept = [m for m in morphemes if not (m.kind == "particle" and self._rng.random() < 0.1)]
            text = "".join(m.reading if m.kind != "mark" and self._rng.random() < 0.4 else m.surface for m in kept)
        elif mode == "space":
            text = " ".join(m.surface for m in morphemes if m.kind != "mark")
        if self._rng.random() < 0.5:
            text = self._rng.choice(_FILLERS["ja"]) + text
        return text
