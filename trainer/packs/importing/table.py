"""A table of two columns, as spreadsheet programs write it: who speaks and what, or what is said and how to answer.

Told by the first row where it names the columns, else by the first column: few short names that come again and again
are speakers. In the first kind lines of "you" become replies. In the second each row is a moment; a row without a first
cell is one more reply to the row above, and examples in one cell stand on lines of their own or between bars.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from trainer.packs import marks
from trainer.packs.importing.draft import Answer, NotAStory, Noted, Part, Said, Story

_SPEAKERS = frozenset({"speaker", "who", "name", "character", "person", "話す人", "話者", "名前", "人物", "だれ", "役"})
_SAID = frozenset(
    {
        "prompt",
        "partner",
        "line",
        "they say",
        "question",
        "said",
        "せりふ",
        "セリフ",
        "台詞",
        "相手",
        "相手のことば",
        "問い",
    }
)
_ANSWERS = frozenset(
    {
        "answer",
        "answers",
        "reply",
        "replies",
        "response",
        "you say",
        "text",
        "words",
        "返事",
        "答え",
        "返答",
        "ことば",
        "言葉",
    }
)
_YOU = frozenset(
    {
        "you",
        "me",
        "i",
        "trainee",
        "learner",
        "player",
        "あなた",
        "わたし",
        "私",
        "自分",
        "本人",
        "練習する人",
        "プレイヤー",
    }
)
_MOST_SPEAKERS, _LONGEST_NAME = 6, 20
_BETWEEN = re.compile(r"\r\n|\r|\n|[|｜]")


def read_table(text: str) -> Story:
    """The story of a table. Raises NotAStory when it has fewer than two columns."""
    rows = _rows(text)
    if not rows or max(len(cells) for _, cells in rows) < 2:
        raise NotAStory(
            "A table needs two columns: who speaks and what they say, or what is said and how to answer.",
            "表には列が二つ要ります。話す人とことば、または、言われることと返事です。",
        )
    story = Story("table")
    story.word = "やりとり" if re.search("[ぁ-ヿ]", text) else "part"
    head = [marks.fold(cell) for cell in rows[0][1][:2]]
    named = set(head) & (_SPEAKERS | _SAID | _ANSWERS)
    speakers = bool(set(head[:1]) & _SPEAKERS) if named else _are_speakers([cells for _, cells in rows])
    if named:
        story.notes.append(Noted(" · ".join(rows[0][1]), rows[0][0]))
        rows = rows[1:]
    for number, cells in rows:
        for cell in cells[2:]:
            if cell:
                story.leave(number, "column", cell)
    (_talk if speakers else _questions)(story, rows)
    return story


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """Filled rows with the line they begin at; the separator is the one that is found most often in the first lines."""
    first = "\n".join(text.splitlines()[:20])
    delimiter = max("\t;,", key=first.count) if any(sign in first for sign in "\t;,") else ","
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False)
        found, before = [], 0
        for cells in reader:
            plain = [cell.strip() for cell in cells]
            if any(plain):
                found.append((before + 1, plain))
            before = reader.line_num
    except csv.Error as error:
        raise NotAStory(
            "This table cannot be read. Save it as CSV in UTF-8 and try again.",
            "この表は読み取れません。UTF-8 の CSV で保存して、もう一度試してください。",
        ) from error
    return found


def _are_speakers(rows: list[list[str]]) -> bool:
    names = Counter(cells[0] for cells in rows if cells[0])
    short = all(len(name) <= _LONGEST_NAME and not re.search("[.!?。！？]", name) for name in names)
    return short and len(names) <= _MOST_SPEAKERS and max(names.values(), default=0) > 1


def _examples(cell: str) -> list[str]:
    return [part.strip() for part in _BETWEEN.split(cell) if part.strip()]


def _fresh(story: Story, line: int) -> Part:
    """A new moment; the one before it leads to it."""
    part = Part(f"{story.word} {len(story.parts) + 1}", line)
    if story.parts:
        before = story.parts[-1]
        for answer in before.answers:
            answer.target = part.name
        if not before.answers:
            before.target = part.name
    story.parts.append(part)
    return part


def _talk(story: Story, rows: list[tuple[int, list[str]]]) -> None:
    """Speaker and words. What "you" say is a reply; a partner's line behind it begins the next moment."""
    speaker = ""
    for number, cells in rows:
        speaker = cells[0] or speaker
        words = cells[1] if len(cells) > 1 else ""
        part = story.parts[-1] if story.parts else _fresh(story, number)
        if marks.fold(speaker) in _YOU:
            examples = _examples(words)
            if examples:
                part.answers.append(Answer(examples[0], number, examples))
        elif words:
            if part.answers:
                part = _fresh(story, number)
            part.items.append(Said(speaker, " ".join(words.split()), number))
        elif cells[0]:
            part.items.append(Noted(cells[0], number))
        part.items += [Noted(cell, number) for cell in cells[2:] if cell]


def _questions(story: Story, rows: list[tuple[int, list[str]]]) -> None:
    """What is said, and how to answer."""
    for number, cells in rows:
        if cells[0] or not story.parts:
            part = _fresh(story, number)
            for at, line in enumerate(_examples(cells[0])):
                if at == 0:
                    part.items.append(Said("*", line, number))
                else:
                    said = next(item for item in part.items if isinstance(item, Said))
                    said.others.append(line)
        part = story.parts[-1]
        examples = _examples(cells[1]) if len(cells) > 1 else []
        if examples:
            part.answers.append(Answer(examples[0], number, examples))
        part.items += [Noted(cell, number) for cell in cells[2:] if cell]
