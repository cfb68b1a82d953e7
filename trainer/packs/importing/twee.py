"""Twee 3 (the text form of Twine stories): passages become moments, links become replies.

After the Twee 3 specification: `:: name [tags] {metadata}`, the special
passages StoryTitle and StoryData, and the three forms of a link. Macros of story formats are kept as notes.
"""

from __future__ import annotations

import json
import re

from trainer.packs.importing.draft import Answer, Noted, Part, Story
from trainer.packs.importing.spoken import said_line

_HEADER = re.compile(
    r"::[ \t]*(?P<name>(?:\\.|[^\\\[\]{}])*)(?P<tags>\[(?:\\.|[^\]])*\])?[ \t]*(?P<data>\{.*\})?[ \t]*\Z"
)
_LINK = re.compile(r"\[\[(.+?)\](?:\[(.*?)\])?\]")
_MACRO = re.compile(
    r"<<.*?>>|\((?:set|if|else-if|else|put|print|display|link|goto|go-to|unless|live|event|click)[ :].*?\)", re.S
)
_LINK_MACROS = (
    (re.compile(r"<<(?:link|button)\s+\[\[(.+?)\]\]\s*>>(.*?)<</(?:link|button)>>", re.S), r"[[\1]]\2"),
    (
        re.compile(r"<<(?:link|button)\s+(['\"])(.+?)\1\s+(['\"])(.+?)\3\s*>>(.*?)<</(?:link|button)>>", re.S),
        r"[[\2|\4]]\5",
    ),
    (re.compile(r"\(link-goto:\s*(['\"])(.+?)\1\s*,\s*(['\"])(.+?)\3\s*\)"), r"[[\2|\4]]"),
    (re.compile(r"\(link-goto:\s*(['\"])(.+?)\1\s*\)"), r"[[\2]]"),
)
"""Macros of SugarCube and Harlowe that are links, as links."""
_GOTO = re.compile(
    r"(?:<<goto\s+|\(go-?to:\s*)(?:\[\[(?P<link>[^\[\]]+)\]\]|(?P<sign>['\"])(?P<name>.+?)(?P=sign))\s*(?:>>|\))"
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_COMMENT = re.compile(r"/%.*?%/|<!--.*?-->|/\*.*?\*/", re.S)
_CODE_TAGS = frozenset({"script", "stylesheet"})
_ABOUT = frozenset({"StoryTitle", "StoryData", "StoryAuthor", "StorySubtitle", "StoryMenu", "StoryInit"})
_STYLES = re.compile(r"//|''|__|\*\*|~~|\^\^")


def is_twee(text: str) -> bool:
    """True when a line begins a passage."""
    return bool(re.search(r"^::[ \t]*\S", text, re.M))


def read_twee(text: str) -> Story:
    """The story of a Twee file."""
    story = Story("twee")
    start = ""
    name, tags, first, body = "", "", 0, [""]
    passages: list[tuple[str, str, int, list[str]]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("::"):
            passages.append((name, tags, first, body))
            name, tags, data = _header(line)
            if data:
                story.leave(number, "metadata", data)
                story.notes.append(Noted(f"{name}: {data}", number))
            first, body = number, []
        else:
            body.append(line.replace("\\::", "::", 1) if line.startswith("\\::") else line)
    passages.append((name, tags, first, body))
    for name, tags, first, body in passages:
        words = "\n".join(body).strip()
        if name == "StoryTitle":
            story.title = words
        elif name == "StoryData":
            start = _start(words)
            _about(story, name, words, first)
        elif name in _ABOUT or _CODE_TAGS & set(tags.split()):
            _about(story, f"{name} [{tags}]" if tags else name, words, first, code=bool(_CODE_TAGS & set(tags.split())))
        elif first == 0:
            if words:
                story.leave(1, "unknown", words)
                story.notes.append(Noted(words, 1))
        else:
            story.parts.append(_passage(story, name, first, body, tags))
    story.parts.sort(key=lambda part: part.name != (start or "Start"))
    return story


def _header(line: str) -> tuple[str, str, str]:
    """Name, tags and metadata of a passage's first line; backslashes are taken off."""
    found = _HEADER.match(line)
    if not found:
        return line[2:].strip(), "", ""
    plain = re.sub(r"\\(.)", r"\1", found.group("name")).strip()
    return plain or "untitled", (found.group("tags") or "[]")[1:-1], found.group("data") or ""


def _start(words: str) -> str:
    try:
        data = json.loads(words)
    except (ValueError, RecursionError):
        return ""
    start = data.get("start", "") if isinstance(data, dict) else ""
    return start if isinstance(start, str) else ""


def _about(story: Story, name: str, words: str, line: int, *, code: bool = False) -> None:
    if words:
        story.leave(line, "code" if code else "metadata", f"{name}: {words}")
        story.notes.append(Noted(f"{name}:\n{words}", line))


def _passage(story: Story, name: str, first: int, body: list[str], tags: str) -> Part:
    part = Part(name, first)
    if tags:
        story.leave(first, "metadata", f"[{tags}]")
        part.items.append(Noted(f"[{tags}]", first))
    for number, line in _lines(story, part, first, body):
        words = line
        for link in _LINK.finditer(line):
            part.answers.append(_answer(story, link, number))
            words = words.replace(link.group(), " ", 1)
        words = re.sub(r"^[ \t]*[*#>\-][ \t]+(?=\S)|^[ \t]*[*#>\-]+[ \t]*\Z", "", words)
        shown = _STYLES.sub("", words)
        if shown != words:
            story.leave(number, "markup", words)
        if shown.strip(" .,;:|*-"):
            part.items.append(said_line(shown.strip(), number))
    return part


def _lines(story: Story, part: Part, first: int, body: list[str]) -> list[tuple[int, str]]:
    """The lines of a passage with macros, comments and HTML taken out into notes; macros may go over several lines."""
    text = re.sub(r"\\$", "", "\n".join(body), flags=re.M)
    for macro, link in _LINK_MACROS:
        text = macro.sub(link, text)
    goes = _GOTO.search(text)
    if goes:
        part.target = (goes.group("link") or goes.group("name")).strip()
    for pattern, code in ((_COMMENT, "markup"), (_MACRO, "command"), (_TAG, "markup")):
        for found in pattern.finditer(text):
            line = first + 1 + text.count("\n", 0, found.start())
            story.leave(line, "command" if code == "command" else "markup", found.group())
            part.items.append(Noted(found.group(), line))
        text = pattern.sub(lambda found: "\n" * found.group().count("\n"), text)
    return [(first + 1 + at, line) for at, line in enumerate(text.split("\n")) if line.strip()]


def _answer(story: Story, link: re.Match[str], line: int) -> Answer:
    """`[[target]]`, `[[words->target]]`, `[[target<-words]]`, `[[words|target]]`, with or without `[setter]`."""
    inside, setter = link.group(1), link.group(2)
    words, sign, target = inside.rpartition("->")
    if not sign:
        target, sign, words = inside.partition("<-")
    if not sign:
        words, sign, target = inside.rpartition("|")
    if not sign:
        words = target = inside
    answer = Answer(words.strip(), line, [words.strip()], [], target.strip())
    if setter:
        story.leave(line, "command", setter)
        answer.body.append(Noted(setter, line))
    return answer
