"""A story on its way into a sheet: parts with what is said and what can be answered, and what could not be carried."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

LeftCode = Literal[
    "command", "condition", "markup", "value", "unknown", "column", "renamed", "brackets", "twice", "no-way",
    "metadata", "code", "speaker", "cut",
    "identifiers",
]  # fmt: skip

_SENTENCES: dict[LeftCode, tuple[str, str]] = {
    "command": (
        "Line <line>: the command “<text>” has no line in a sheet. It stands there as a note.",
        "<line>行目：命令「<text>」にあたる行は台本にありません。メモとして残しました。",
    ),
    "condition": (
        "Line <line>: the condition “<text>” was not carried over. What depends on it always happens now.",
        "<line>行目：条件「<text>」は移せませんでした。いまは、いつも起こります。",
    ),
    "markup": (
        "Line <line>: the marks “<text>” in the text were taken out.",
        "<line>行目：文の中の印「<text>」を外しました。",
    ),
    "value": (
        "Line <line>: “<text>” would have been filled in. It stands there as it was written.",
        "<line>行目：「<text>」には、値が入るはずでした。書かれたままにしてあります。",
    ),
    "unknown": (
        "Line <line>: “<text>” was not understood. It stands there as a note.",
        "<line>行目：「<text>」は読み取れませんでした。メモとして残しました。",
    ),
    "column": (
        "Line <line>: more than two columns. “<text>” stands there as a note.",
        "<line>行目：列が三つ以上あります。「<text>」はメモとして残しました。",
    ),
    "renamed": (
        "Line <line>: “<text>” cannot be a name in a sheet. It is called “<other>” there.",
        "<line>行目：「<text>」は台本の名前にできません。「<other>」にしました。",
    ),
    "brackets": (
        "Line <line>: curly brackets stand for names in a sheet. They are square ones now: “<text>”.",
        "<line>行目：波かっこは台本では名前を表します。角かっこに変えました：「<text>」",
    ),
    "twice": (
        "Line <line>: “<text>” stands there twice. The second is called “<other>”.",
        "<line>行目：「<text>」が二つあります。二つ目は「<other>」にしました。",
    ),
    "no-way": (
        "Line <line>: it leads to “<text>”, which is not in the file. It leads to the end now.",
        "<line>行目：「<text>」へ進みますが、ファイルにありません。いまは終わりへ進みます。",
    ),
    "metadata": (
        "Line <line>: “<text>” is about the story itself. It stands in the sheet as a note.",
        "<line>行目：「<text>」は物語そのものの情報です。メモとして残しました。",
    ),
    "code": (
        "Line <line>: program code was not carried over; it stands in the sheet as notes: “<text>”.",
        "<line>行目：プログラムは移していません。メモとして残しました：「<text>」",
    ),
    "speaker": (
        "Line <line>: “<text>” is a word of the sheet and cannot be a speaker. They are called “<other>” there.",
        "<line>行目：「<text>」は台本のことばなので、話す人の名前にできません。「<other>」にしました。",
    ),
    "identifiers": (
        "From line <line> on: line ids were left out; a sheet needs none: <text>.",
        "<line>行目から：行の id は台本には要らないので、外しました：<text>",
    ),
    "cut": (
        "Line <line>: the text is very long and was cut into several lines: “<text>”.",
        "<line>行目：とても長いので、何行かに分けました：「<text>」",
    ),
}


class NotAStory(ValueError):  # noqa: N818 - what it says, not that something is an error
    """The file is none of the kinds that can be brought here, or cannot be read. One sentence in each language."""

    def __init__(self, en: str, ja: str) -> None:
        super().__init__(en)
        self.en, self.ja = en, ja


@dataclass(frozen=True, slots=True)
class Left:
    """Something that could not be carried as it was: which line of the old file, what, and what became of it."""

    line: int
    code: LeftCode
    text: str
    other: str = ""

    def sentence(self, screen: str = "en") -> str:
        """One sentence in the screen's language."""
        words = _SENTENCES[self.code][screen == "ja"]
        shown = self.text if len(self.text) <= 80 else self.text[:79] + "…"
        return words.replace("<line>", str(self.line)).replace("<other>", self.other).replace("<text>", shown)


@dataclass(frozen=True, slots=True)
class Imported:
    """A draft sheet, and what could not be carried as it was, in the order of the old file."""

    sheet: str
    left: tuple[Left, ...]


@dataclass(slots=True)
class Said:
    """Somebody speaks; `others` are other ways to say it. Without a speaker it is a cue; "*" is the partner."""

    speaker: str
    text: str
    line: int
    others: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Noted:
    """Something a sheet has no line for."""

    text: str
    line: int


Item = Said | Noted


@dataclass(slots=True)
class Answer:
    """Something the trainee can answer: examples, what happens then, and where it leads ("" to the end)."""

    name: str
    line: int
    examples: list[str] = field(default_factory=list)
    body: list[Item] = field(default_factory=list)
    target: str = ""


@dataclass(slots=True)
class Part:
    """A moment to be. `target` is where it leads without an answer ("" to the end)."""

    name: str
    line: int
    items: list[Item] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    target: str = ""


@dataclass(slots=True)
class Story:
    """Everything read from a file, before names and marks are made to fit a sheet."""

    kind: Literal["twee", "yarn", "table"]
    title: str = ""
    notes: list[Noted] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    identifiers: list[tuple[int, str]] = field(default_factory=list)
    """Ids of lines, which a sheet does not need, with their line numbers."""
    word: str = "part"
    """How moments without a name are called, with a number."""

    def leave(self, line: int, code: LeftCode, text: str, other: str = "") -> None:
        """Note something that is not carried as it was."""
        self.left.append(Left(line, code, " ".join(text.split()), other))

    def texts(self) -> Iterable[str]:
        """Every text, for telling the language."""
        for part in self.parts:
            yield part.name
            for item in (*part.items, *(item for answer in part.answers for item in answer.body)):
                yield item.text
            for answer in part.answers:
                yield from (answer.name, *answer.examples)
