"""The published grammar and the editors' colours: current, compiling, and of one mind with the reader."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path

import pytest

from trainer.packs import marks
from trainer.packs.reader import read_sheet

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "packaging" / "editors" / "scene-sheet"
SAMPLES = (
    "tests/data/sheets/pack/scenes/shop-counter.scene.txt",
    "tests/data/sheets/pack/translations/ja/shop-counter.scene.txt",
    "tests/data/sheets/small/bakery.scene.txt",
    "tests/data/sheets/small/bakery.ja.scene.txt",
    "tests/data/sheets/reception.scene.txt",
)


def tool():
    path = ROOT / "packaging" / "sheet_grammar.py"
    spec = importlib.util.spec_from_file_location("sheet_grammar", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GRAMMAR = json.loads((FOLDER / "syntaxes" / "scene-sheet.tmLanguage.json").read_text("utf-8"))
KINDS = [
    (one["name"].split(".")[1], re.compile(one["match"], re.IGNORECASE), one["captures"]) for one in GRAMMAR["patterns"]
]


def kind_of(line: str) -> tuple[str, dict[str, str]]:
    """The kind an editor sees, and the coloured stretches by their scope."""
    for kind, pattern, captures in KINDS:
        found = pattern.match(line)
        if found:
            pieces = {
                one.get("name", "").removesuffix(".scene-sheet"): found[int(at)] or "" for at, one in captures.items()
            }
            return kind, pieces
    return "blank", {}


def test_the_files_are_written_from_the_marks() -> None:
    for path, text in tool().files().items():
        assert path.read_text("utf-8") == text, f"run packaging/sheet_grammar.py ({path.name})"


@pytest.mark.parametrize("sample", [*SAMPLES, "scenarios"])
def test_editors_see_every_line_as_the_reader_does(sample: str) -> None:
    paths = [ROOT / sample] if sample != "scenarios" else sorted(ROOT.glob("scenarios/*/**/*.scene.txt"))[::7]
    seen = 0
    for path in paths:
        for line in read_sheet(path.read_text("utf-8")).lines:
            kind, _ = kind_of(line.raw.rstrip("\r\n").removeprefix("\ufeff"))
            wanted = {line.kind, "dot"} if line.kind in ("wording", "example") else {line.kind}
            assert kind in wanted, (path.name, line.number, line.raw, kind)
            seen += line.kind != "blank"
    assert seen > 50


@pytest.mark.parametrize(
    ("line", "kind", "scope", "words"),
    [
        ("== anything else ==", "moment", "entity.name.section markup.heading", " anything else "),
        ("＝＝　どこでも　＝＝", "moment", "entity.name.section markup.heading", "　どこでも　"),
        ("  -> warm (if item = rice ball)", "arrow", "entity.name.function", "warm "),
        ("→ 終わり", "arrow", "constant.language", "終わり"),
        ("ー＞もう一度", "arrow", "constant.language", "もう一度"),
        ("-> ending", "arrow", "entity.name.function", "ending"),
        ("CLERK：（softly）ごゆっくりどうぞ。", "say", "entity.name.class", "CLERK"),
        ("聞き取る言葉　時間：二時 ＝ 14時｜三時", "slot", "variable.parameter", "時間"),
        ("沈黙８秒：", "event", "keyword.control", "沈黙８秒"),
        ("hint 2: One word.", "hint", "keyword.control", "hint 2"),
        ("※ ok close-example：どちらもよい", "ok", "entity.name.tag", "close-example"),
        ("> (nod) = (うなずく)", "reply", "entity.name.type", " (nod) "),
        ("memory visits = 0, keep", "memory", "variable.parameter", "visits "),
        ("goal greet (optional): Hello.", "goal", "variable.parameter", "greet (optional)"),
        ("goal: greet", "reach", "keyword.control", "goal"),
        ("わざと", "purpose", "keyword.control", "わざと"),
        ("something without a mark", "unknown", "invalid.illegal", "something without a mark"),
    ],
)
def test_stretches_of_a_line(line: str, kind: str, scope: str, words: str) -> None:
    found, pieces = kind_of(line)
    assert found == kind
    assert pieces[scope] == words


def test_conditions_tones_and_slots_inside_words() -> None:
    front, slot = GRAMMAR["repository"]["front"]["patterns"], GRAMMAR["repository"]["slot"]
    condition, tone = (re.compile(one["match"]) for one in front)
    assert condition.search("CLERK: (if visits >= 1) Hello again.")[0] == "(if visits >= 1)"
    assert condition.search("（もし 列 >= 1）")
    assert condition.search("(iffy)") is None
    for word in marks.TONE_WORDS:
        assert tone.search(f"（{word}）")
    assert re.compile(slot["match"]).findall("{count} ｛品物｝") == ["{count}", "｛品物｝"]


def test_the_published_grammar_names_every_keyword() -> None:
    published = (ROOT / "docs" / "scene-sheet.ebnf").read_text("utf-8")
    for table in (
        marks.HEAD_KEYS,
        marks.NAMED_KEYS,
        marks.STEP_SIZES,
        marks.TONE_WORDS,
        marks.DIAL_WORDS,
        marks.DESTINATIONS,
    ):
        assert all(f'"{word}"' in published for word in table)
    rules = set(re.findall(r"^([a-z ]+?)\s*=", published, re.MULTILINE))
    alternatives = re.search(r"^line\s+=(.*?);", published, re.MULTILINE | re.DOTALL)
    assert alternatives is not None
    named = {word.strip() for word in re.split(r"[|\[\],]", alternatives[1]) if word.strip()}
    assert named - {"space"} <= rules
    assert published.count("(*") == published.count("*)")


def test_the_extension_holds_colours_only() -> None:
    package = json.loads((FOLDER / "package.json").read_text("utf-8"))
    assert not {"main", "browser", "scripts", "dependencies", "activationEvents"} & set(package)
    assert package["contributes"]["languages"][0]["extensions"] == [".scene.txt"]
    for grammar in package["contributes"]["grammars"]:
        assert (FOLDER / grammar["path"]).is_file() and grammar["scopeName"] == GRAMMAR["scopeName"]
    json.loads((FOLDER / "language-configuration.json").read_text("utf-8"))
