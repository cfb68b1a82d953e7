"""Text of a scene sheet to lines, losing nothing: unknown lines are kept, and no text whatever makes it raise."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from trainer.packs import limits, marks
from trainer.packs.diagnostics import Diagnostic, Findings
from trainer.packs.fields import Front, take_condition, take_front
from trainer.packs.lines import Kind, Sheet, SheetLine

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_OK = re.compile(rf"(?:{'|'.join(marks.OK_WORDS)})\s+([a-z0-9][a-z0-9-]*)\s*[:：]?\s*(.*)\Z", re.IGNORECASE)
_HINT = re.compile(r"(?:hint|ヒント) ?([0-9]*)\Z")
_SILENCE = re.compile(r"(?:silence|沈黙) ?([0-9]*) ?(?:s|sec|secs|seconds?|秒)?\Z")
_UNCLEAR = re.compile(r"(?:unclear|伝わらないとき) ?([0-9]*)\Z")
_UNHEARD = re.compile(r"(?:not heard|聞こえなかったとき) ?([0-9]*)\Z")
_REPEAT = re.compile(r"(?:repeat|聞き返し)\Z")
_SHOW = re.compile(r"(?:show hint|ヒントを出す) ?([0-9]*)\Z")
_STEP = re.compile(r"(?:step|一歩) ?(.*)\Z")
_NAMED = re.compile(rf"({'|'.join(marks.NAMED_KEYS)})[ :]+(.+)\Z")
_MEMORY = re.compile(r"[\s\u3000]*(memory|覚えておく)[ \t\u3000\u00a0]+(?=\S)", re.IGNORECASE)
_COLON = re.compile(f"[{marks.COLONS}]")
_AFTER = frozenset({"after", "ふりかえり", "振り返り"})
_REACH = frozenset({"goal", "目標"})
_SET = frozenset({"set", "記録"})
_EVENT_WORDS = (
    "hint", "ヒント", "silence", "沈黙", "unclear", "伝わらないとき", "not heard", "聞こえなかったとき", "repeat",
    "聞き返し", "show", "step", "一歩",
)  # fmt: skip
_LONGEST_NAME = 60


def read_sheet(text: str, file: str = "", *, once: bool = False) -> Sheet:
    """Every line of the text with its kind and fields; never raises. `"".join(line.raw) == text`.

    `once`: nobody is writing in it, so that nothing is remembered for the next key press.
    """
    findings = Findings(file)
    limits.check_text(text, findings)
    lines: list[SheetLine] = []
    spoken = False
    for number, raw in enumerate(_LINES.findall(text), start=1):
        if number > limits.LINES:
            line = SheetLine(number, raw, "note")
        elif once:
            line = _read(raw, number, spoken, findings)
        else:
            line, found = _placed(raw, number, spoken)
            findings.extend(replace(one, file=file) for one in found)
        if line.kind not in ("blank", "note", "ok"):
            spoken = line.kind in ("say", "wording")
        lines.append(line)
    return Sheet(file, tuple(lines), findings.all())


@lru_cache(maxsize=8192)
def _known(raw: str, first: bool, spoken: bool) -> tuple[SheetLine, tuple[Diagnostic, ...]]:
    """A line read once: while a sheet is being written all its lines but one are those of a moment ago."""
    findings = Findings()
    return _read(raw, 1 if first else 2, spoken, findings), findings.all()


@lru_cache(maxsize=16384)
def _placed(raw: str, number: int, spoken: bool) -> tuple[SheetLine, tuple[Diagnostic, ...]]:
    """The same at its place: where no line came or went, not even a new value is made."""
    line, found = _known(raw, number == 1, spoken)
    return _at(line, number), tuple(replace(one, line=number) for one in found)


def _at(line: SheetLine, number: int) -> SheetLine:
    """The same line at another place."""
    if line.number == number:
        return line
    return SheetLine(
        number, line.raw, line.kind, line.column, line.key, line.name, line.label, line.text, line.text_column,
        line.level, line.gesture, line.tone, line.condition, _at(line.inline, number) if line.inline else None,
    )  # fmt: skip


def read_line(content: str, *, spoken: bool = False) -> SheetLine:
    """One line by itself, for colouring while it is typed; `spoken`: the line above is something said."""
    return _read(content, 2, spoken, Findings())


def _read(raw: str, number: int, spoken: bool, findings: Findings) -> SheetLine:
    """One line. `spoken`: the line above is something said, so a middle dot means "or"."""
    content = raw.rstrip("\r\n")
    if number == 1:
        content = content.removeprefix(marks.BYTE_ORDER_MARK)
    body = content.strip(marks.SPACES)
    column = len(raw.rstrip("\r\n")) - len(content.lstrip(marks.SPACES)) + 1
    if not body:
        return SheetLine(number, raw, "blank")
    if len(content) > limits.LINE_CHARACTERS:
        return SheetLine(number, raw, "unknown", column, text=body, text_column=column)
    return _Reading(raw, number, body, column, spoken, findings).line()


class _Reading:
    """Reads one line that has something on it; `body` is the line without outer spaces, beginning at `column`."""

    def __init__(
        self, raw: str, number: int, body: str, column: int, spoken: bool, findings: Findings, inside: bool = False
    ) -> None:
        self.raw, self.number, self.body, self.column = raw, number, body, column
        self.spoken, self.findings, self.inside = spoken, findings, inside

    def line(self) -> SheetLine:
        """The line's kind decides everything else."""
        if self.body[0] in marks.FIRST_CHARACTERS:
            if marks.RULE.match(self.body):
                return self.make("note")
            for mark, read in _BY_MARK:
                found = mark.match(self.body)
                if found:
                    return read(self, found.end())
        return self.memory() or self.with_colon() or self.without_colon()

    # --- lines that begin with a mark ---------------------------------------------------------------------

    def note(self, after: int) -> SheetLine:
        accepted = _OK.match(marks.strip(self.body[after:]))
        if accepted:
            return self.make("ok", name=accepted.group(1).lower(), text=marks.strip(accepted.group(2)))
        return self.make("note", after, text=marks.strip(self.body[after:]))

    def moment(self, after: int) -> SheetLine:
        title = self.body[after:].strip(marks.SPACES + marks.EQUALS)
        name, label = marks.split_label(title)
        return self.make("moment", after, name=name, label=label, text=title)

    def arrow(self, after: int) -> SheetLine:
        target, condition, unclear = take_condition(self.body[after:])
        self.report_unclear(unclear)
        return self.make("arrow", after, name=target, text=target, condition=condition)

    def cue(self, after: int) -> SheetLine:
        return self.with_front("cue", after)

    def wording(self, after: int) -> SheetLine:
        return self.with_front("wording", after)

    def reply(self, after: int) -> SheetLine:
        words = marks.strip(self.body[after:])
        name, label = marks.split_label(words)
        name, condition, unclear = take_condition(name)
        if condition is None and not unclear and label:
            label, condition, unclear = take_condition(label)
        self.report_unclear(unclear)
        gesture = marks.unbracket(name)
        shown = marks.unbracket(label) if gesture is not None else None
        return self.make(
            "reply",
            after,
            name=name if gesture is None else gesture,
            label=label if shown is None else shown,
            text=words,
            gesture=gesture is not None,
            condition=condition,
        )

    def dot(self, after: int) -> SheetLine:
        return self.wording(after) if self.spoken else self.example(after)

    def example(self, after: int) -> SheetLine:
        return self.make("example", after, text=marks.strip(self.body[after:]))

    # --- lines that begin with a word ---------------------------------------------------------------------

    def memory(self) -> SheetLine | None:
        found = _MEMORY.match(self.body)
        if not found:
            return None
        name, value = marks.split_label(self.body[found.end() :].replace("：", "=", 1).replace(":", "=", 1))
        return self.make("memory", found.end(), key="memory", name=name, text=value)

    def with_colon(self) -> SheetLine | None:
        """A line `word: text`: a keyword of ours, or somebody speaking."""
        colon = _COLON.search(self.body)
        if not colon:
            return None
        at = colon.start()
        before = marks.strip(self.body[:at])
        word = " ".join(unicodedata.normalize("NFKC", before).split())
        small = word.casefold()
        text, after = marks.strip(self.body[at + 1 :]), at + 1
        if small in marks.HEAD_KEYS:
            return self.make("head", after, key=marks.HEAD_KEYS[small], text=text)
        if small in _AFTER:
            return self.make("after", after, text=text)
        if small in _REACH:
            return self.make("reach", after, name=text, text=text)
        if small in _SET:
            return self.make("set", after, text=text)
        found = self.event(small, after) if small.startswith(_EVENT_WORDS) else None
        found = found or self.named(word, before, after, text)
        if found or not before or len(before) > _LONGEST_NAME:
            return found
        return self.with_front("say", after, key=before)

    def event(self, word: str, after: int) -> SheetLine | None:
        """`hint 1:`, `silence 8s:`, `unclear 2:`, `not heard:`, `repeat:`, `show hint 2:`, `step small:`."""
        text = marks.strip(self.body[after:])
        hint = _HINT.match(word)
        if hint:
            return self.make("hint", after, level=int(hint.group(1)[:6] or 0), text=text)
        for pattern, key, usual in ((_SILENCE, "silence", 0), (_UNCLEAR, "unclear", 1), (_UNHEARD, "unheard", 1)):
            found = pattern.match(word)
            if found:
                level = int(found.group(1)[:6]) if found.group(1) else usual
                return self.make("event", after, key=key, level=level, inline=self.inline(after))
        if _REPEAT.match(word):
            return self.make("event", after, key="repeat", level=1, inline=self.inline(after))
        step = _STEP.match(word)
        if step and step.group(1).strip() in marks.STEP_SIZES:
            return self.make("step", after, key=marks.STEP_SIZES[step.group(1).strip()], text=text)
        show = _SHOW.match(word)
        return self.make("show", level=int(show.group(1)[:6] or 0)) if show else None

    def inline(self, after: int) -> SheetLine | None:
        """What stands behind the colon of an event heading, read as a line of its own."""
        text = self.body[after:]
        rest = text.strip(marks.SPACES)
        if not rest or self.inside:
            return None
        column = self.column + after + len(text) - len(text.lstrip(marks.SPACES))
        return _Reading("", self.number, rest, column, False, self.findings, inside=True).line()

    def named(self, word: str, before: str, after: int, text: str) -> SheetLine | None:
        """`person CLERK:`, `goal greet (optional):`, `slot item:`, `dial queue:`."""
        found = _NAMED.match(word) or _NAMED.match(word.casefold())
        dial = None if found else re.match(r"負荷(.+)\Z", word)
        if not found and not dial:
            return None
        kind: Kind = marks.NAMED_KEYS[found.group(1).casefold()] if found else "dial"  # type: ignore[assignment]
        gap = next((index for index, character in enumerate(before) if character in marks.SPACES), -1)
        name = marks.strip(before[gap:]) if found and gap > 0 else (dial.group(1) if dial else "")
        return self.make(kind, after, key=kind, name=name, text=text)

    def without_colon(self) -> SheetLine:
        """A line without a colon: one of the few that need none, or one we do not know."""
        word = marks.fold(self.body)
        if word in marks.ON_PURPOSE_WORDS:
            return self.make("purpose")
        show = _SHOW.match(word)
        if show:
            return self.make("show", level=int(show.group(1)[:6] or 0))
        dial = re.match(r"(?:dial |負荷 ?)(.+)\Z", word)
        if dial and dial.group(1) in marks.DIAL_WORDS:
            return self.make("dial", key="dial", name=dial.group(1))
        return self.make("unknown", text=self.body)

    # --- helpers ---------------------------------------------------------------------------------------------

    def with_front(self, kind: Kind, after: int, key: str = "") -> SheetLine:
        """A line whose text may begin with a tone and a condition."""
        words = self.body[after:]
        start = len(words) - len(words.lstrip(marks.SPACES))
        front = take_front(words[start:])
        self.report_front(front, kind, after + start)
        text = front.text.rstrip(marks.SPACES)
        return self.make(
            kind, after + start + front.skipped, key=key, text=text, tone=front.tone, condition=front.condition
        )

    def report_front(self, front: Front, kind: Kind, after: int) -> None:
        self.report_unclear(front.unclear)
        if front.odd and kind != "cue":
            tones = ", ".join(("softly", "slower", "brighter", "tired"))
            self.findings.add("unknown-tone", self.number, self.column + after, tone=front.odd, tones=tones)

    def report_unclear(self, condition: str) -> None:
        if condition:
            self.findings.add("condition-unclear", self.number, self.column, condition=condition)

    def make(
        self,
        kind: Kind,
        after: int = 0,
        *,
        key: str = "",
        name: str = "",
        label: str = "",
        text: str = "",
        level: int = 0,
        gesture: bool = False,
        tone: str = "",
        condition: object = None,
        inline: SheetLine | None = None,
    ) -> SheetLine:
        rest = self.body[after:]
        text_column = self.column + after + len(rest) - len(rest.lstrip(marks.SPACES))
        return SheetLine(
            self.number, self.raw, kind, self.column, key, name, label, text, text_column, level, gesture,
            tone, condition, inline,  # type: ignore[arg-type]
        )  # fmt: skip


_BY_MARK: tuple[tuple[re.Pattern[str], Callable[[_Reading, int], SheetLine]], ...] = (
    (marks.NOTE, _Reading.note),
    (marks.ARROW, _Reading.arrow),
    (marks.MOMENT, _Reading.moment),
    (marks.CUE, _Reading.cue),
    (marks.REPLY, _Reading.reply),
    (marks.EXAMPLE, _Reading.example),
    (marks.WORDING, _Reading.wording),
    (marks.DOT, _Reading.dot),
)
