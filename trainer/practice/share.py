"""The page a trainee makes to show somebody: built item by item, and its exact content before anything is written.

What may stand on it, and what is ticked from the start, is from our research (records that help when they are the
trainee's own). Answers, recordings, transcripts, clock times and seconds are not in this module at all.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from trainer.practice.facts import Fact
from trainer.practice.progress import Visit
from trainer.settings import Language
from trainer.speech import WAYS

Item = Literal["period", "scenes", "goals", "ways", "hints", "dials", "tension"]
ITEMS: tuple[Item, ...] = ("period", "scenes", "goals", "ways", "hints", "dials", "tension")
TICKED: frozenset[Item] = frozenset({"period", "scenes", "goals", "ways"})
"""On from the start; everything else, and every own word, is ticked by the trainee."""
REFLECTION: tuple[str, ...] = ("expected", "words-after")
"""The only kinds of facts whose words may be shown: written to be kept, before or after a visit."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Something the trainee wrote down; `key` ticks it."""

    key: str
    about: str
    words: str


@dataclass(frozen=True, slots=True)
class Choices:
    """What the trainee ticked and wrote. `since` and `until` are local days, "" for no end."""

    items: frozenset[Item] = TICKED
    words: frozenset[str] = frozenset()
    name: str = ""
    wish: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """How scenes (by address) and goals (by address and name) are called."""

    scenes: Mapping[str, str] = field(default_factory=dict)
    goals: Mapping[tuple[str, str], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and rows of one or two columns."""

    key: str
    heading: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class SharePage:
    """Exactly what will be written, wherever it is written."""

    title: str
    sections: tuple[Section, ...]
    ending: str


def own_words(facts: Iterable[Fact], names: Names) -> tuple[OwnWords, ...]:
    """What could be ticked, oldest first: reflections only, never an answer."""
    return tuple(
        OwnWords(f"{fact.visit}#{number}", fact.detail or names.scenes.get(fact.scene, fact.scene), fact.words)
        for number, fact in enumerate(facts)
        if fact.kind in REFLECTION and fact.words
    )


def share_page(
    visited: Sequence[Visit], words: Sequence[OwnWords], choices: Choices, names: Names, language: Language
) -> SharePage:
    """The page with what was ticked; a ticked item with nothing in it is left out."""
    told = _ENGLISH if language == "en" else _JAPANESE
    within = [one for one in visited if _within(one.when[:10], choices)]
    rows: dict[Item, tuple[tuple[str, ...], ...]] = {
        "period": _period(within, told),
        "scenes": _scenes(within, names, told),
        "goals": _goals(within, names),
        "ways": tuple((told[way],) for way in WAYS if any(one.ways.get(way) for one in within)),
        "hints": ((told[_often(sum(one.counts.get("hint", 0) for one in within))],),) if within else (),
        "dials": tuple((told.get(f"dial-{name}", name),) for name in _dials(within)),
        "tension": _tension(within, names),
    }
    sections = [Section("name", told["name"], ((choices.name.strip(),),))] if choices.name.strip() else []
    sections += [Section(item, told[item], rows[item]) for item in ITEMS if item in choices.items and rows[item]]
    ticked = tuple((one.about, one.words) for one in words if one.key in choices.words)
    if ticked:
        sections.append(Section("words", told["words"], ticked))
    if choices.wish.strip():
        sections.append(Section("wish", told["wish"], ((choices.wish.strip(),),)))
    return SharePage(told["title"], tuple(sections), told["ending"])


def page_text(page: SharePage) -> str:
    """The page as plain text: the preview."""
    lines = [page.title]
    for section in page.sections:
        lines += ["", section.heading, *("  " + ": ".join(part for part in row if part) for row in section.rows)]
    return "\n".join([*lines, "", page.ending, ""])


def page_csv(page: SharePage) -> str:
    """The same content as a table: section, item, value."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["section", "item", "value"])
    for section in page.sections:
        for row in section.rows:
            writer.writerow([_safe(cell) for cell in (section.heading, row[0], row[1] if len(row) > 1 else "")])
    return out.getvalue()


def _safe(cell: str) -> str:
    """A table program must not take a cell for a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def _within(day: str, choices: Choices) -> bool:
    return (not choices.since or day >= choices.since) and (not choices.until or day <= choices.until)


def _period(within: Sequence[Visit], told: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """By whole weeks, Monday to Sunday: days and hours would tell when somebody sleeps."""
    days = [_day(one.when) for one in within]
    weeks = sorted({day - timedelta(days=day.weekday()) for day in days if day is not None})
    if not weeks:
        return ()
    return ((told["from-to"].format(weeks[0].isoformat(), (weeks[-1] + timedelta(days=6)).isoformat()),),)


def _day(when: str) -> date | None:
    try:
        return date.fromisoformat(when[:10])
    except ValueError:
        return None


def _scenes(within: Sequence[Visit], names: Names, told: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    counts: dict[str, int] = {}
    for one in within:
        counts[one.scene] = counts.get(one.scene, 0) + 1
    rounded = {scene: "once" if count == 1 else "few" if count < 5 else "many" for scene, count in counts.items()}
    return tuple((names.scenes.get(scene, scene), told[code]) for scene, code in rounded.items())


def _goals(within: Sequence[Visit], names: Names) -> tuple[tuple[str, ...], ...]:
    found = dict.fromkeys((one.scene, goal) for one in within for goal in one.goals)
    return tuple((names.goals.get(key, key[1]),) for key in found)


def _dials(within: Sequence[Visit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for one in within for name in one.dials))


def _tension(within: Sequence[Visit], names: Names) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (names.scenes.get(one.scene, one.scene), f"{one.tension_before} → {one.tension_after}")
        for one in within
        if one.tension_before is not None and one.tension_after is not None
    )


def _often(count: int) -> str:
    return "none" if not count else "some" if count < 10 else "often"


_ENGLISH: Mapping[str, str] = {
    "title": "My practice with Engawa",
    "ending": "I made this page myself. It shows only what I chose.",
    "name": "Name",
    "period": "Weeks",
    "from-to": "{0} to {1}",
    "scenes": "Scenes I practised",
    "once": "once",
    "few": "a few times",
    "many": "many times",
    "goals": "Goals I reached",
    "ways": "How I answered",
    "listen": "by listening",
    "choose": "by choosing",
    "type": "by typing",
    "read": "by reading aloud",
    "speak": "by speaking",
    "hints": "Hints I looked at",
    "none": "none",
    "some": "some",
    "often": "often",
    "dials": "Dials I tried",
    "dial-queue": "people waiting",
    "dial-noise": "sounds around",
    "dial-speed": "speaking pace",
    "dial-eyes": "eye contact",
    "dial-warmth": "warmth of the partner",
    "dial-unheard": "not being heard at once",
    "dial-surprise": "surprise questions",
    "dial-pause": "quiet moments",
    "dial-time": "time of day",
    "tension": "Tension before → after (0 to 10)",
    "words": "In my own words",
    "wish": "What I would like to try or to avoid next",
}

_JAPANESE: Mapping[str, str] = {
    "title": "Engawa での練習",
    "ending": "このページは自分で作りました。自分で選んだことだけが載っています。",
    "name": "名前",
    "period": "練習した週",
    "from-to": "{0} から {1}",
    "scenes": "練習した場面",
    "once": "一度",
    "few": "何度か",
    "many": "何度も",
    "goals": "届いた目標",
    "ways": "答え方",
    "listen": "聞くだけ",
    "choose": "選ぶ",
    "type": "文字で書く",
    "read": "読み上げる",
    "speak": "話す",
    "hints": "ヒントを見た回数",
    "none": "なし",
    "some": "ときどき",
    "often": "よく",
    "dials": "試したつまみ",
    "dial-queue": "並んでいる人",
    "dial-noise": "まわりの音",
    "dial-speed": "相手の話す速さ",
    "dial-eyes": "目が合うこと",
    "dial-warmth": "相手のあたたかさ",
    "dial-unheard": "一度で聞こえないこと",
    "dial-surprise": "思いがけない質問",
    "dial-pause": "静かな間",
    "dial-time": "時間帯",
    "tension": "緊張　前 → 後（0〜10）",
    "words": "自分の言葉",
    "wish": "次に試したいこと、避けたいこと",
}
