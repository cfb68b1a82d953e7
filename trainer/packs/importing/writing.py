"""A story as the text of a sheet: names that fit, marks of the language, notes for what has no line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from trainer.packs import limits, marks
from trainer.packs.fields import take_condition
from trainer.packs.importing.draft import Answer, Imported, Item, Left, LeftCode, Noted, Part, Said, Story
from trainer.packs.reader import read_line
from trainer.packs.sheet_style import EN, JA, Style

LONGEST = 900
"""Characters of a text before it is cut into several lines (a line of a sheet holds 2,000)."""

_FIRST_NOTE = {
    "en": "A draft made from a <kind>. “engawa check” says what it still needs.",
    "ja": "<kind>から作った下書きです。足りないものは engawa check でわかります。",
}
_KINDS = {
    "en": {"twee": "Twee story", "yarn": "Yarn script", "table": "table"},
    "ja": {"twee": "Twee の物語", "yarn": "Yarn の台本", "table": "表"},
}
_PARTNER = {"en": "PARTNER", "ja": "相手"}


def sheet_of(story: Story, language: str = "") -> Imported:
    """The draft sheet. `language` is "en" or "ja"; without it, it is told by the letters."""
    if language not in ("en", "ja"):
        words = "".join(story.texts())
        language = "ja" if any("\u3041" <= character <= "\u30ff" for character in words) else "en"
    return _Writer(story, JA if language == "ja" else EN).run()


class _Writer:
    def __init__(self, story: Story, style: Style) -> None:
        self.story, self.style = story, style
        self.left: list[Left] = list(story.left)
        self.names: dict[str, str] = {}
        self.persons: dict[str, str] = {}
        self.written: list[str] = []

    def run(self) -> Imported:
        """Names first, then the moments; the head comes last because it lists who speaks."""
        taken: set[str] = set()
        own = [self.name_for(part, taken) for part in self.story.parts]
        for part, name in zip(self.story.parts, own, strict=True):
            self.names.setdefault(part.name, name)
        for part, name in zip(self.story.parts, own, strict=True):
            self.part(part, name)
        text = "\n".join([*self.head(), *self.written]) + "\n"
        return Imported(text, tuple(sorted(self.left, key=lambda one: one.line)))

    def leave(self, line: int, code: LeftCode, text: str, other: str = "") -> None:
        """Note something that is not carried as it was."""
        self.left.append(Left(line, code, text, other))

    def head(self) -> Iterator[str]:
        """Title, id, language, persons."""
        style, story = self.style, self.story
        note = style.note
        yield note + _FIRST_NOTE[style.language].replace("<kind>", _KINDS[style.language][story.kind])
        title = " ".join(story.title.split()) or ("新しい場面" if style.language == "ja" else "A new scene")
        plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
        yield style.head("scene", title)
        yield style.head("id", re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "new-scene")
        yield style.head("language", style.language)
        for key, shown in self.persons.items():
            yield style.head("person", shown, key)
        for one in story.notes:
            yield from self.note(one.text)

    # --- names ----------------------------------------------------------------------------------------------------

    def name_for(self, part: Part, taken: set[str]) -> str:
        """A name that a moment can have and that no other has."""
        plain = re.sub(r"[=＝()（）{}｛｝]", " ", part.name)
        plain = " ".join(_visible(plain).split()).strip("-")[:60].strip() or "moment"
        if marks.fold(plain) in {*marks.DESTINATIONS, *marks.ANYWHERE_WORDS}:
            plain = f"{plain} 1"
        code: LeftCode = "renamed"
        name, number = plain, 1
        while marks.fold(name) in taken:
            number, code = number + 1, "twice"
            name = f"{plain} {number}"
        taken.add(marks.fold(name))
        if name != part.name:
            self.leave(part.line, code, part.name, name)
        return name

    def speaker(self, said: Said) -> str:
        """The key of a speaker: not a word of the sheet, without colons."""
        named = _PARTNER[self.style.language] if said.speaker == "*" else said.speaker
        wanted = " ".join(_visible(re.sub("[:：﹕]", " ", named)).split())[:60]
        key = self.persons_key(wanted)
        if marks.fold(key) not in {marks.fold(known) for known in self.persons}:
            self.persons[key] = wanted
            if key != wanted:
                self.leave(said.line, "speaker", wanted, key)
        return next(known for known in self.persons if marks.fold(known) == marks.fold(key))

    def persons_key(self, wanted: str) -> str:
        """The name itself when a line can begin with it, else the name with a word before it."""
        line = read_line(self.style.say(wanted, "x"))
        if line.kind == "say" and line.key == wanted:
            return wanted
        return _PARTNER[self.style.language] + " " + re.sub(r"[^\w ]", "", wanted).strip()

    # --- lines -----------------------------------------------------------------------------------------------------

    def part(self, part: Part, name: str) -> None:
        """A moment with its answers."""
        style = self.style
        self.written += ["", style.heading(name)]
        for item in part.items:
            self.item(item)
        for number, answer in enumerate(part.answers):
            self.answer(answer, number)
        if not part.answers:
            self.written.append(self.arrow(part.target, part.line).strip(marks.SPACES))

    def answer(self, answer: Answer, number: int) -> None:
        """A reply with its examples, or a gesture when its words stand in brackets."""
        style = self.style
        name = re.sub("[=＝{}｛｝]", " ", _visible(answer.name))
        name = " ".join(name.split())[:120] or f"{'返事' if style.language == 'ja' else 'reply'} {number + 1}"
        if any(take_condition(name)[1:]):
            name = name.translate(str.maketrans("()（）", "[][]"))
        inner = marks.unbracket(name)
        self.written.append(style.reply_line(inner if inner is not None else name, inner is not None))
        for example in answer.examples if inner is None else ():
            for text in self.plain(example, answer.line):
                self.written.append(style.example + text)
        for item in answer.body:
            self.item(item)
        self.written.append(self.arrow(answer.target, answer.line))

    def arrow(self, target: str, line: int) -> str:
        """Where it goes; to the end when the file does not hold the place."""
        if target and target not in self.names:
            self.leave(line, "no-way", target)
        name = self.names.get(target, "")
        return self.style.arrow + name if name else self.style.go("end")

    def item(self, item: Item) -> None:
        """A spoken line, a cue, or a note."""
        if isinstance(item, Noted):
            self.written += self.note(item.text)
            return
        texts = list(self.plain(item.text, item.line))
        if not texts:
            return
        if item.others and not item.speaker:
            item.speaker = "*"  # only something said can have other wordings
        front = self.style.say(self.speaker(item), "") if item.speaker else self.style.cue
        for text in texts:
            self.written.append(front + _unread(front, text))
        for other in item.others:
            for text in self.plain(other, item.line):
                self.written.append(self.style.wording + _unread(self.style.wording, text))

    def note(self, text: str) -> list[str]:
        """Notes, one for each line of the text."""
        rows = (_visible(row).strip() for row in text.splitlines())
        return [self.style.note + piece for row in rows if row for piece in _pieces(row)]

    def plain(self, text: str, line: int) -> Iterator[str]:
        """A text without curly brackets, which would be names, and not too long for a line."""
        shown = " ".join(_visible(text).split())
        if any(bracket in shown for bracket in "{}｛｝"):
            shown = shown.translate(str.maketrans("{}｛｝", "[][]"))
            self.leave(line, "brackets", shown)
        pieces = _pieces(shown)
        if len(pieces) > 1:
            self.leave(line, "cut", shown)
        yield from (piece for piece in pieces if piece)


def _pieces(text: str) -> list[str]:
    return [text[at : at + LONGEST].strip() for at in range(0, max(len(text), 1), LONGEST)]


def _visible(text: str) -> str:
    """Without characters that a sheet may not hold, because nobody can see them."""
    return "".join(" " if c in "\r\n\t" else c for c in text if c in "\r\n\t" or not limits.is_hidden(c))


def _unread(front: str, text: str) -> str:
    """The text so that it is read as it stands: a bracket at its front is not to become a condition of the sheet."""
    line = read_line(front + text, spoken=True)
    if line.text == text or line.tone:
        return text
    return text.replace("(", "[", 1).replace(")", "]", 1).replace("（", "［", 1).replace("）", "］", 1)
