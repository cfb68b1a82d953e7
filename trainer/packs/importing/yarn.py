"""Yarn Spinner 3 scripts: nodes become moments, options become replies, line groups become wordings.

After the Yarn documentation: headers up to `---`, a body up to `===`, `-> option`, `=> one of several`, indentation for
what belongs to an option, `<<commands>>`, `{values}`, `#tags`, `[markup]`. Conditions have no like here: what stands
under them is kept, with the condition as a note above it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from trainer.packs.importing.draft import Answer, Item, Noted, Part, Said, Story
from trainer.packs.importing.spoken import said_line

_HEADER = re.compile(r"[ \t]*([^:\s]+)[ \t]*:[ \t]*(.*)\Z")
_COMMAND = re.compile(r"<<[ \t]*(.*?)[ \t]*>>")
_GOES = re.compile(r"(?:jump|detour)[ \t]+(.+)\Z")
_CONDITION = re.compile(r"(?:if|elseif|else|endif|once|endonce|when)\b")
_MARKUP = re.compile(r"(?<!\\)\[/?[a-zA-Z][^\[\]]*\]|(?<!\\)\[/\]")
_VALUE = re.compile(r"(?<!\\)\{[^{}]*\}")
_TAG = re.compile(r"[ \t]#[^\s#]+")
_COMMENT = re.compile(r"(?:^|[ \t])//.*")
_INDENT = 4


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a node's body: how far it is indented, its words, where it stands."""

    indent: int
    text: str
    number: int


def is_yarn(text: str) -> bool:
    """True for a file with a title, a line of dashes and a line of equals signs."""
    return all(re.search(sign, text, re.M) for sign in (r"^[ \t]*title[ \t]*:", r"^---[ \t]*\r?$", r"^===[ \t]*\r?$"))


def read_yarn(text: str) -> Story:
    """The story of a Yarn file."""
    story = Story("yarn")
    headers: list[tuple[int, str, str]] = []
    body: list[_Line] | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        bare = line.strip()
        if body is None:
            if bare == "---":
                body = []
            elif found := _HEADER.match(line):
                headers.append((number, found.group(1), found.group(2).strip()))
            elif bare and not bare.startswith(("//", "#")):
                story.leave(number, "unknown", bare)
                story.notes.append(Noted(bare, number))
            elif bare:
                story.notes.append(Noted(bare.lstrip("/# "), number))
        elif bare == "===":
            _node(story, headers, body)
            headers, body = [], None
        elif bare:
            body.append(_Line(_depth(line), bare, number))
    if body is not None or headers:
        _node(story, headers, body or [])
    if story.identifiers:
        first = story.identifiers[0][0]
        story.leave(first, "identifiers", " ".join(tag for _, tag in story.identifiers))
    return story


def _depth(line: str) -> int:
    """Indentation in columns; a tab goes to the next multiple of four."""
    depth = 0
    for character in line:
        if character == "\t":
            depth += _INDENT - depth % _INDENT
        elif character == " ":
            depth += 1
        else:
            break
    return depth


def _node(story: Story, headers: list[tuple[int, str, str]], body: list[_Line]) -> None:
    named = next((header for header in headers if header[1].lower() == "title"), None)
    title = named[2] if named else ""
    first = headers[0][0] if headers else (body[0].number if body else 1)
    part = Part(title or f"node {len(story.parts) + 1}", first)
    for number, key, value in headers:
        if (number, key, value) != named and value:
            story.leave(number, "metadata", f"{key}: {value}")
            part.items.append(Noted(f"{key}: {value}", number))
    story.parts.append(part)
    _Body(story, part.name).fill(part, body, "")


class _Body:
    """Turns the lines of a node into its moment, and into further ones where talk goes on behind options."""

    def __init__(self, story: Story, name: str) -> None:
        self.story, self.name, self.count = story, name, 1

    def fill(self, part: Part, lines: list[_Line], after: str) -> None:
        """The lines up to the first options stand in `part`; what comes behind them gets a moment of its own.

        `after` is where it goes when nothing else is said.
        """
        part.target = after
        group: Said | None = None
        conditions = 0
        for at, line in enumerate(lines):
            if line.text.startswith("->"):
                self.options(part, lines[at:], after)
                return
            if line.text.startswith("=>"):
                words = self.words(line.text[2:].strip(), line.number, part.items)
                said = said_line(words, line.number)
                if group is not None and (said.speaker or group.speaker) == group.speaker:
                    group.others.append(said.text)
                else:
                    part.items.append(said)
                    group = said
                continue
            group = None
            conditions += self.depth(line.text)
            if self.goes(part, line, bool(conditions)):
                self.rest(part, lines[at + 1 :])
                return
            self.said(line, part.items)

    @staticmethod
    def depth(text: str) -> int:
        """How much deeper in conditions the lines behind this one are."""
        words = [found.group(1) for found in _COMMAND.finditer(text)]
        opened = sum(bool(re.match(r"(?:if|once)\b", word)) for word in words)
        return opened - sum(bool(re.match(r"end(?:if|once)\b", word)) for word in words)

    def goes(self, part: Part, line: _Line, conditional: bool) -> bool:
        """True when the line is a jump (or a stop) that always happens; the moment ends with it."""
        found = _COMMAND.fullmatch(line.text)
        goes = _GOES.match(found.group(1)) if found else None
        if found is None or conditional or not (goes or found.group(1) == "stop"):
            return False
        part.target = goes.group(1).strip() if goes else ""
        if goes and found.group(1).startswith("detour"):
            self.story.leave(line.number, "command", found.group())
            part.items.append(Noted(found.group(), line.number))
        return True

    def rest(self, part: Part, lines: list[_Line]) -> None:
        """Lines behind a jump never happened; they are kept as notes."""
        for line in lines:
            self.story.leave(line.number, "unknown", line.text)
            part.items.append(Noted(line.text, line.number))

    def options(self, part: Part, lines: list[_Line], after: str) -> None:
        """Options at the same depth are the replies; what is deeper belongs to the one above it."""
        base, part.target = lines[0].indent, ""
        end = next(
            (n for n, line in enumerate(lines) if line.indent <= base and not line.text.startswith("->") and n > 0),
            len(lines),
        )
        behind = lines[end:]
        if behind:
            after = self.further(behind, after)
        at = 0
        while at < end:
            inner = at + 1
            while inner < end and not (lines[inner].text.startswith("->") and lines[inner].indent <= base):
                inner += 1
            self.option(part, lines[at], lines[at + 1 : inner], after)
            at = inner

    def further(self, lines: list[_Line], after: str) -> str:
        """A moment of its own for these lines; its name."""
        self.count += 1
        fresh = Part(f"{self.name} {self.count}", lines[0].number)
        self.story.parts.append(fresh)
        self.fill(fresh, lines, after)
        return fresh.name

    def option(self, part: Part, head: _Line, lines: list[_Line], after: str) -> None:
        """A reply. When talk goes on below it, that becomes a moment; a single jump becomes its arrow."""
        before: list[Item] = []
        words = self.words(head.text[2:].strip(), head.number, before)
        answer = Answer(words, head.number, [words], before, after)
        part.answers.append(answer)
        if any(line.text.startswith(("->", "=>")) for line in lines):
            answer.target = self.further(lines, after)
            return
        inner = Part("", head.number)
        self.fill(inner, lines, after)
        answer.body += inner.items
        answer.target = inner.target

    def said(self, line: _Line, items: list[Item]) -> None:
        """A line of talk, or notes for what it holds besides."""
        words = self.words(line.text, line.number, items)
        if words:
            items.append(said_line(words, line.number))

    def words(self, text: str, number: int, items: list[Item]) -> str:
        """The words of a line; commands, comments, tags and markup are taken out, kept as notes, and listed."""
        comment = _COMMENT.search(text)
        if comment:
            items.append(Noted(comment.group().strip().removeprefix("//").strip(), number))
            text = text[: comment.start()]
        for found in _COMMAND.finditer(text):
            inside = found.group(1)
            self.story.leave(number, "condition" if _CONDITION.match(inside) else "command", found.group())
            items.append(Noted(found.group(), number))
        text = _COMMAND.sub("", text)
        tags = [tag.group().strip() for tag in _TAG.finditer(" " + text)]
        for tag in tags:
            if tag.startswith("#line:"):
                self.story.identifiers.append((number, tag))
                continue
            self.story.leave(number, "metadata", tag)
            items.append(Noted(tag, number))
        text = _TAG.sub("", " " + text).strip()
        for found in _MARKUP.finditer(text):
            self.story.leave(number, "markup", found.group())
            items.append(Noted(found.group(), number))
        text = _MARKUP.sub("", text)
        for found in _VALUE.finditer(text):
            self.story.leave(number, "value", found.group())
        return re.sub(r"\\([\[\]{}<>/#\\])", r"\1", text).strip()
