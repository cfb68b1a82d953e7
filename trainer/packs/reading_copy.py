"""A scene as it is read on paper, and its spoken lines as a script for a voice: rows of words in the sheet's order.

Only what stands in the scene is in it, in the scene's own language: nothing is played, nothing is left out. A second
reader marks it with a pencil; a voice actor reads the script aloud; a translator gets the table.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from trainer.script import (
    AGAIN,
    BACK,
    END,
    Arrow,
    Condition,
    Cue,
    Line,
    Moment,
    ReachGoal,
    Reply,
    Scene,
    SetMemory,
    ShowHint,
    Step,
    Tone,
)

RowKind = Literal[
    "title", "about", "fact", "moment", "block", "say", "or", "cue", "reply", "example", "step", "hint", "after"
]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the paper. `who` speaks (for `say`) or names a fact; `note` is when and how; `depth` indents."""

    kind: RowKind
    text: str
    who: str = ""
    note: str = ""
    depth: int = 0
    line: int = 0


@dataclass(frozen=True, slots=True)
class VoiceLine:
    """A line to be spoken: its address in the sheet, who says it, how, and when."""

    address: str
    who: str
    tone: Tone
    text: str
    when: str


_WORDS: dict[str, tuple[str, str]] = {
    "place": ("Where", "場所"),
    "person": ("Who", "人物"),
    "goal": ("One may try", "やってみること"),
    "optional": ("if you like", "できれば"),
    "dial": ("Can be turned up", "強められるもの"),
    "warning": ("May be hard", "注意"),
    "anywhere": ("At any time", "いつでも"),
    "repeat": ("When asked to say it again", "聞き返されたら"),
    "silence": ("After {0} seconds of quiet", "{0}秒しずかなとき"),
    "unclear": ("When it was not understood", "伝わらなかったとき"),
    "unclear2": ("When it was not understood again", "もう一度伝わらなかったとき"),
    "unheard": ("When the dial makes the partner ask again", "聞き返しのダイヤルのとき"),
    "hint": ("Hint {0}", "ヒント{0}"),
    "go": ("→ {0}", "→ {0}"),
    "end": ("the end", "終わり"),
    "again": ("the same again", "もう一度"),
    "back": ("back to the moment before", "前のやりとりへもどる"),
    "if": ("if {0}", "{0}のとき"),
    "set": ("remembered: {0}", "覚えておく：{0}"),
    "reached": ("reached: {0}", "できたこと：{0}"),
    "show": ("hint {0} appears", "ヒント{0}が出る"),
    "or": ("or", "または"),
    "softly": ("softly", "そっと"),
    "slower": ("slower", "ゆっくり"),
    "brighter": ("brighter", "明るく"),
    "tired": ("tired", "疲れて"),
    "purpose": ("trying the other thing", "わざとやってみる"),
    "gesture": ("without words", "ことばなしで"),
    "after": ("Afterwards", "ふりかえり"),
    "small": ("A small step", "小さな一歩"),
    "middle": ("A middle step", "中くらいの一歩"),
    "large": ("A large step", "大きな一歩"),
    "closing": ("Closing words", "しめくくり"),
    "facilitators": ("For facilitators", "支援者へ"),
    "minutes": ("about {0} minutes", "約{0}分"),
    "level": ("level {0}", "レベル{0}"),
    "expect": ("Asked beforehand", "はじめにたずねること"),
}


_COMPARED = {
    "=": ("is {0}", "が{0}"),
    "!=": ("is not {0}", "が{0}でない"),
    ">=": ("is {0} or more", "が{0}以上"),
    "<=": ("is {0} or less", "が{0}以下"),
    ">": ("is more than {0}", "が{0}より大きい"),
    "<": ("is less than {0}", "が{0}より小さい"),
}
"""In words: one of our typefaces draws some of the signs turned round when it is put into a PDF."""

_DIALS_JA = {
    "queue": "列",
    "noise": "騒音",
    "speed": "速さ",
    "eyes": "目線",
    "warmth": "温かさ",
    "unheard": "聞き返され",
    "surprise": "意外な質問",
    "pause": "間",
    "time": "時間帯",
}


def reading_copy(scene: Scene) -> tuple[Row, ...]:
    """The whole scene in the order of its sheet."""
    return tuple(_Copy(scene).rows())


def as_text(rows: Iterable[Row]) -> str:
    """The rows as plain text, for the screen and for any editor."""
    lines = []
    for row in rows:
        space = "    " * row.depth
        who = f"{row.who}: " if row.who else ""
        note = f"  ({row.note})" if row.note else ""
        gap = "\n" if row.kind in ("moment", "after") else ""
        mark = {"or": "／ ", "reply": "＞ ", "example": "・ ", "cue": "＠ "}.get(row.kind, "")
        lines.append(f"{gap}{space}{mark}{who}{row.text}{note}")
    return "\n".join(lines) + "\n"


def voice_script(scene: Scene) -> tuple[VoiceLine, ...]:
    """Every wording somebody says, with its address (`moment/block/line/wording`), in the order of the sheet."""
    copy = _Copy(scene)
    found = []
    for moment in (*scene.moments, scene.anywhere):
        for block, steps in copy.blocks(moment):
            for number, step in enumerate(steps, start=1):
                if isinstance(step, Line):
                    for other, wording in enumerate(step.wordings, start=1):
                        address = f"{moment.name}/{block}/{number}/{other}"
                        who, when = scene.person(step.speaker).name, copy.when(wording.condition)
                        found.append(VoiceLine(address, who, wording.tone, wording.text, when))
    return tuple(found)


def voice_csv(scene: Scene) -> bytes:
    """The voice script as a table for spreadsheets: UTF-8 with a mark of byte order, one wording a row."""
    head = {"en": ("address", "who", "how", "words", "when"), "ja": ("番地", "人物", "言い方", "ことば", "とき")}
    copy = _Copy(scene)
    rows = [
        (line.address, line.who, copy.word(line.tone) if line.tone else "", line.text, line.when)
        for line in voice_script(scene)
    ]
    return table([head.get(scene.language, head["en"]), *rows])


def table(rows: Iterable[Iterable[str]]) -> bytes:
    """A CSV that spreadsheets open as it is meant. Cells that would be read as a formula get an apostrophe first."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    for row in rows:
        writer.writerow([f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t") else cell for cell in row])
    return stream.getvalue().encode("utf-8-sig")


class _Copy:
    """Words of one scene, in its own language."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._column = 1 if scene.language == "ja" else 0
        self._labels = {moment.name: moment.label for moment in scene.moments}
        self._goals = {goal.name: goal.text for goal in scene.goals}

    def word(self, key: str, value: object = "") -> str:
        """A word of the paper itself."""
        return _WORDS[key][self._column].replace("{0}", str(value))

    def when(self, condition: Condition | None) -> str:
        """A condition as it is read."""
        if condition is None:
            return ""
        compared = _COMPARED[condition.operator][self._column].replace("{0}", str(condition.value))
        gap = "" if self.scene.language == "ja" else " "
        return self.word("if", f"{self._dial(condition.name)}{gap}{compared}")

    def _dial(self, name: str) -> str:
        """A dial's word in the scene's language; any other name as it is."""
        return _DIALS_JA.get(name, name) if self.scene.language == "ja" else name

    def rows(self) -> Iterator[Row]:
        """Everything, from top to bottom."""
        yield from self._head()
        for moment in self.scene.moments:
            yield Row("moment", moment.label, line=moment.place.line)
            yield from self._moment(moment)
        if self.scene.anywhere.replies:
            yield Row("moment", self.word("anywhere"), line=self.scene.anywhere.place.line)
            yield from self._moment(self.scene.anywhere)
        yield from self._foot()

    def blocks(self, moment: Moment) -> Iterator[tuple[str, tuple[Step, ...]]]:
        """Every list of steps of a moment with the name of its block."""
        yield "opening", moment.opening
        for reply in moment.replies:
            yield f"> {reply.name}", reply.steps
        yield "repeat", moment.repeat
        for silence in moment.silences:
            yield f"silence {silence.seconds}s", silence.steps
        for number, steps in enumerate(moment.unclear, start=1):
            yield f"unclear {number}", steps
        for number, steps in enumerate(moment.unheard, start=1):
            yield f"not heard {number}", steps

    def _head(self) -> Iterator[Row]:
        scene = self.scene
        note = [self.word("level", scene.level)]
        note += [self.word("minutes", scene.minutes)] if scene.minutes else []
        yield Row("title", scene.title, note=", ".join(note) if scene.language != "ja" else "、".join(note))
        if scene.about:
            yield Row("about", scene.about)
        if scene.where:
            yield Row("fact", scene.where, self.word("place"))
        for person in scene.persons:
            yield Row("fact", person.description, self.word("person"))
        for goal in scene.goals:
            yield Row("fact", goal.text, self.word("goal"), self.word("optional") if goal.optional else "")
        for warning in scene.warnings:
            yield Row("fact", warning, self.word("warning"))
        if scene.expect:
            yield Row("fact", scene.expect, self.word("expect"))
        if scene.dials:
            told = [f"{self._dial(dial.name)} {dial.low}–{dial.high}" for dial in scene.dials]
            yield Row("fact", ("、" if scene.language == "ja" else ", ").join(told), self.word("dial"))

    def _moment(self, moment: Moment) -> Iterator[Row]:
        yield from self._steps(moment.opening, 0)
        for reply in moment.replies:
            yield self._reply(reply)
            for example in reply.examples:
                yield Row("example", example, depth=1)
            yield from self._steps(reply.steps, 1)
        for level, hint in enumerate(moment.hints, start=1):
            if hint:
                yield Row("hint", hint, self.word("hint", level))
        if moment.repeat:
            yield Row("block", self.word("repeat"))
            yield from self._steps(moment.repeat, 1)
        for silence in moment.silences:
            yield Row("block", self.word("silence", silence.seconds), line=silence.place.line)
            yield from self._steps(silence.steps, 1)
        for number, steps in enumerate(moment.unclear):
            yield Row("block", self.word("unclear2" if number else "unclear"))
            yield from self._steps(steps, 1)
        for steps in moment.unheard:
            yield Row("block", self.word("unheard"))
            yield from self._steps(steps, 1)

    def _reply(self, reply: Reply) -> Row:
        notes = [self.when(reply.condition)] if reply.condition else []
        notes += [self.word("gesture")] if reply.gesture else []
        notes += [self.word("purpose")] if reply.on_purpose else []
        return Row("reply", reply.label, note=", ".join(notes), line=reply.place.line)

    def _steps(self, steps: Iterable[Step], depth: int) -> Iterator[Row]:
        for step in steps:
            if isinstance(step, Line):
                yield from self._line(step, depth)
            elif isinstance(step, Cue):
                yield Row("cue", step.text, note=self.when(step.condition), depth=depth, line=step.place.line)
            else:
                yield Row("step", *self._happens(step), depth=depth, line=step.place.line)

    def _line(self, line: Line, depth: int) -> Iterator[Row]:
        who = self.scene.person(line.speaker).name
        for number, wording in enumerate(line.wordings):
            notes = [self.word(wording.tone)] if wording.tone else []
            notes += [self.when(wording.condition)] if wording.condition else []
            kind: RowKind = "or" if number else "say"
            yield Row(kind, wording.text, "" if number else who, ", ".join(notes), depth, wording.place.line)

    def _happens(self, step: SetMemory | ReachGoal | ShowHint | Arrow) -> tuple[str, str, str]:
        """Text, who (nobody) and note of a step that is not heard or seen."""
        if isinstance(step, Arrow):
            built_in = {END: "end", AGAIN: "again", BACK: "back"}.get(step.target)
            target = self.word(built_in) if built_in else self._labels.get(step.target, step.target)
            return self.word("go", target), "", self.when(step.condition)
        if isinstance(step, ReachGoal):
            return self.word("reached", self._goals.get(step.name, step.name)), "", ""
        if isinstance(step, ShowHint):
            return self.word("show", step.level), "", ""
        change = f"{step.name} {'+' if step.change > 0 else '-'} {abs(step.change)}"
        return self.word("set", change if step.value is None else f"{step.name} = {step.value}"), "", ""

    def _foot(self) -> Iterator[Row]:
        scene, steps = self.scene, self.scene.steps_outside
        if scene.after:
            yield Row("after", self.word("after"))
        for question in scene.after:
            yield Row("fact", question.text, depth=1)
        for key, text in (("small", steps.small), ("middle", steps.middle), ("large", steps.large)):
            if text:
                yield Row("fact", text, self.word(key))
        for text in scene.closing:
            yield Row("fact", text, self.word("closing"))
        if scene.for_facilitators:
            yield Row("fact", scene.for_facilitators, self.word("facilitators"))
