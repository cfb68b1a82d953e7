"""Completion, hover help, colours and trying words, on the samples in both languages."""

from __future__ import annotations

import random

import pytest

from tests.helpers.sheet_cases import BAKERY, BAKERY_JA, RECEPTION, SHOP, SHOP_JA
from tests.helpers.understanding import ExactInterpreter
from trainer.editor.model.completion import complete
from trainer.editor.model.hover import help_at
from trainer.editor.model.hover_words import KIND_WORDS
from trainer.editor.model.live import Look, look
from trainer.editor.model.tokens import PLAIN, highlight, tokens, tokens_of
from trainer.editor.model.trying import coverage, try_words
from trainer.packs.builder import build_scene


def at(text: str, line: str) -> tuple[Look, int]:
    return look(text), text.split("\n").index(line)


def written(text: str, line: str, content: str) -> list[str]:
    """The line as it reads after each suggestion, when `content` is typed instead of `line`."""
    seen, row = at(text, line)
    return [content[: s.start] + s.text + content[s.end :] for s in complete(seen, row, content, len(content))]


def test_moments_behind_an_arrow() -> None:
    assert written(BAKERY, "  -> pay", "  -> p") == ["  -> pay", "  -> p"]
    assert written(BAKERY, "  -> pay", "  -> ")[:3] == ["  -> arrive", "  -> choose", "  -> warm"]
    assert "  -> end" in written(BAKERY, "  -> pay", "  -> e")
    assert written(RECEPTION, "→ 待合へ", "→ 待") == ["→ 待合へ", "→ 待"]
    assert "→ 終わり" in written(RECEPTION, "→ 待合へ", "→ ")
    seen, row = at(BAKERY, "  -> pay")
    assert complete(seen, row, "  -> garden", 11)[-1].kind == "new-moment"


def test_names_and_values() -> None:
    assert written(BAKERY, "  goal: greet", "  goal: or") == ["  goal: order"]
    assert written(BAKERY, "  - {roll}, please.", "  - {r") == ["  - {roll}", "  - {warm}"]
    assert written(BAKERY, "/ Hello there.", "/ (if q") == ["/ (if queue >= "]
    assert written(BAKERY, "/ Hello there.", "/ (if queue >= ") == [f"/ (if queue >= {n})" for n in (0, 1, 2)]
    assert "BAKER: (softly)" in written(BAKERY, "/ Hello there.", "BAKER: (s")
    assert written(BAKERY, "setting: bakery", "setting: ba") == ["setting: bakery"]
    assert written(BAKERY, "hardest: choose", "hardest: ar") == ["hardest: arrive", "hardest: warm"]
    assert "dial noise: 0 to 2" in written(BAKERY, "dial queue: 0 to 2", "dial ")
    assert written(SHOP, "  set: item = tea", "  set: item = ") == [
        f"  set: item = {v}" for v in ("tea", "coffee", "rice ball", "sandwich")
    ]


def test_the_beginning_of_a_line() -> None:
    assert "BAKER: " in written(BAKERY, "/ Hello there.", "B")
    assert "hint 2: " in written(BAKERY, "/ Hello there.", "hi")
    assert "受付：" in written(RECEPTION, "→ 待合へ", "")
    assert "沈黙８秒：" in written(RECEPTION, "→ 待合へ", "沈")
    assert "about: " in written(BAKERY, "id: bakery", "ab")
    assert "ふりかえり：" in written(RECEPTION, "ふりかえり：どのくらい緊張しましたか", "ふり")
    assert written(BAKERY, "/ Hello there.", "BAKER: Hello") == []


@pytest.mark.parametrize("text", [BAKERY, BAKERY_JA, RECEPTION, SHOP, SHOP_JA])
def test_every_line_has_help_and_colours(text: str) -> None:
    seen, state = look(text), PLAIN
    for row, content in enumerate(text.split("\n")):
        by_line, state = highlight(content, state)
        assert tokens(seen, row) == by_line
        last = 0
        for token in by_line:
            assert token.start >= last
            assert token.length > 0
            last = token.end
        assert last <= len(content)
        assert (help_at(seen, row) is None) == (not content.strip())
        for screen in ("en", "ja"):
            told = help_at(seen, row, 0, screen)
            assert told is None or (told.title and told.text)


def test_any_line_can_be_coloured_and_completed() -> None:
    chance = random.Random(3)
    seen = look(BAKERY)
    pieces = ["== ", "＝＝", "> ", "(", "（もし ", "if ", "{", "}", "->", "→", "- ", "・", ":", "：", "=", "hint 1",
              "x", "BAKER", "set", "goal", "silence 8s:", "//", "※ ok ", "dial ", "\u3000", "\udc80"]  # fmt: skip
    for _ in range(3000):
        content = "".join(chance.choice(pieces) for _ in range(chance.randrange(7)))
        for token in tokens_of(content, chance.randrange(2)):
            assert 0 <= token.start < token.end <= len(content)
        row, column = chance.randrange(120), chance.randrange(len(content) + 1)
        for suggestion in complete(seen, row, content, column):
            assert 0 <= suggestion.start <= suggestion.end == column


def test_colours_of_a_japanese_line() -> None:
    line = "  CLERK：（そっと）（もし 列 >= 1）{品}をどうぞ。"
    kinds = [(line[t.start : t.end], t.kind) for t in tokens_of(line)]
    assert kinds == [
        ("CLERK", "speaker"),
        ("：", "mark"),
        ("（そっと）", "tone"),
        ("（もし 列 >= 1）", "condition"),
        ("{品}", "slot"),
        ("をどうぞ。", "text"),
    ]
    line = "> yes, a bag = 袋をもらう"
    assert [(line[t.start : t.end], t.kind) for t in tokens_of(line)] == [
        (">", "mark"), ("yes, a bag", "reply"), (" = ", "mark"), ("袋をもらう", "label"),
    ]  # fmt: skip
    assert [t.kind for t in tokens_of("・はい", 1)] == ["mark", "text"]
    assert [t.kind for t in tokens_of("・はい", 0)] == ["mark", "example"]


def test_help_knows_what_a_name_stands_for() -> None:
    seen, row = at(BAKERY, "  -> pay")
    assert help_at(seen, row).about.startswith("So that's {count} {roll}.")
    seen, row = at(BAKERY, "  - {roll}, please.")
    assert help_at(seen, row, 6).about == "plain roll · sesame roll · raisin roll"
    seen, row = at(BAKERY, "  goal: greet")
    assert help_at(seen, row).about == "Answer the greeting. A nod counts."
    assert set(KIND_WORDS) >= {"unknown", "note", "hint3", "gesture"}
    assert "score" not in str(KIND_WORDS)


def test_trying_words() -> None:
    scene = build_scene(BAKERY).scene
    assert scene is not None
    told = try_words(scene, "arrive", "good morning", ExactInterpreter())
    assert (told.outcome, told.reply, told.label, told.known) == ("sure", "say hello", "say hello", False)
    assert try_words(scene, "arrive", "Good morning.", ExactInterpreter()).known
    assert try_words(scene, "arrive", "so what", ExactInterpreter()).outcome == "unclear"
    assert try_words(scene, "arrive", "say hello|leave early", ExactInterpreter()).second == "leave early"
    assert try_words(scene, "arrive", "  ", ExactInterpreter()).reply == ""
    with pytest.raises(KeyError):
        try_words(scene, "nowhere", "hi", ExactInterpreter())
    left_out = coverage(scene, "arrive", ExactInterpreter())
    assert len(left_out) == 3
    assert not any(heard.own for heard in left_out)
