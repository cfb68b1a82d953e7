"""Writes the published grammar and the editors' colours of the scene sheet from the program's own table of marks.

`python packaging/sheet_grammar.py` writes docs/scene-sheet.ebnf and packaging/editors/scene-sheet/.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from trainer.packs import limits, marks  # noqa: E402 - the program is found from here

EDITORS = ROOT / "packaging" / "editors" / "scene-sheet"
EBNF = ROOT / "docs" / "scene-sheet.ebnf"
SCOPE = "source.scene-sheet"

WS = r"[ \t\u3000\u00a0]"
COLON = "[:：﹕]"
RULE = r"[-－ー−‐–—─]{3,}|[=＝]{3,}|[*＊]{3,}|[_＿]{3,}"
NUMBER = "[0-9０-９]*"
CONDITION = r"[(（]\s*(?:if(?![a-z])|もし(?!も|か))[^()（）]*[)）]"
TONES = "|".join(marks.TONE_WORDS)
EVENTS: tuple[tuple[str, str], ...] = (
    ("hint", rf"(?:hint|ヒント){WS}*{NUMBER}"),
    ("event", rf"(?:silence|沈黙){WS}*{NUMBER}{WS}*(?:seconds?|secs?|s|ｓ|秒)?"),
    ("event", rf"(?:unclear|伝わらないとき){WS}*{NUMBER}"),
    ("event", rf"(?:not{WS}+heard|聞こえなかったとき){WS}*{NUMBER}"),
    ("event", r"(?:repeat|聞き返し)"),
    ("show", rf"(?:show{WS}+hint|ヒントを出す){WS}*{NUMBER}"),
    ("step", rf"(?:step|一歩){WS}*(?:{'|'.join(marks.STEP_SIZES)})"),
    ("after", r"(?:after|ふりかえり|振り返り)"),
    ("set", r"(?:set|記録)"),
    ("reach", r"(?:goal|目標)"),
)
"""Kind of line -> the words before its colon."""


def words(found: Iterable[str]) -> str:
    """Words as a choice, longest first; a space between two of them may be any space."""
    return "|".join(word.replace(" ", f"{WS}+") for word in sorted(found, key=len, reverse=True))


def line(kind: str, pattern: str, captures: dict[str, dict[str, object]]) -> dict[str, object]:
    """One kind of line as a TextMate pattern; its name tells the kind."""
    return {"name": f"meta.{kind}.scene-sheet", "match": f"^{WS}*{pattern}", "captures": captures}


def scope(name: str) -> dict[str, object]:
    """A stretch in one colour."""
    return {"name": f"{name}.scene-sheet"}


def inside(name: str = "") -> dict[str, object]:
    """A stretch of words in which conditions, tones and slots are coloured too."""
    found: dict[str, object] = {"patterns": [{"include": "#front"}, {"include": "#slot"}]}
    return {**found, "name": f"{name}.scene-sheet"} if name else found


def kinds() -> list[dict[str, object]]:
    """Every kind of line, in the order in which the reader asks."""
    mark, words_of = scope("keyword.operator"), inside("string.unquoted")
    arrow = r"(?:[-－ー−‐–—][>＞]|[→⇒]|[=＝][>＞])"
    built_in = words(marks.DESTINATIONS)
    key, name = scope("keyword.other"), scope("variable.parameter")
    head = rf"((?:{words(marks.HEAD_KEYS)}){WS}*)({COLON})(.*)$"
    named = {word: kind for word, kind in marks.NAMED_KEYS.items() if kind != "memory"}
    memory = words(word for word, kind in marks.NAMED_KEYS.items() if kind == "memory")
    dials = words(marks.DIAL_WORDS)
    found = [
        line(
            "ok", rf"((?:[/／]{{2}}|※){WS}*(?:{'|'.join(marks.OK_WORDS)}){WS}+)([a-z0-9][a-z0-9-]*)(.*)$",
            {"1": scope("comment.line"), "2": scope("entity.name.tag"), "3": scope("comment.line")},
        ),
        line("note", rf"((?:[/／]{{2}}|※).*|(?:{RULE}))$", {"1": scope("comment.line")}),
        line(
            "arrow", rf"({arrow}){WS}*(?:({built_in})(?={WS}*(?:$|[(（]))|([^(（]*))(.*)$",
            {
                "1": scope("keyword.control"), "2": scope("constant.language"), "3": scope("entity.name.function"),
                "4": inside(),
            },
        ),
        line(
            "moment", r"([=＝]{2,})(.*?)([=＝]*)[ \t\u3000]*$",
            {"1": mark, "2": scope("entity.name.section markup.heading"), "3": mark},
        ),
        line("cue", r"([@＠])(.*)$", {"1": mark, "2": inside("markup.quote")}),
        line(
            "reply", r"([>＞])([^=＝]*)([=＝]?.*)$",
            {"1": mark, "2": inside("entity.name.type"), "3": inside("string.unquoted")},
        ),
        line("example", r"([-－ー−‐–—•])(.*)$", {"1": mark, "2": words_of}),
        line("wording", r"([/／])(.*)$", {"1": mark, "2": words_of}),
        line("dot", r"([・･])(.*)$", {"1": mark, "2": words_of}),
        line(
            "memory", rf"({memory})({WS}+)([^=＝:：]+)([=＝:：].*)?$",
            {"1": key, "3": name, "4": scope("string.unquoted")},
        ),
        line("head", head, {"1": key, "2": mark, "3": scope("string.unquoted")}),
    ]  # fmt: skip
    found += [
        line(kind, rf"({pattern}){WS}*({COLON})(.*)$", {"1": scope("keyword.control"), "2": mark, "3": words_of})
        for kind, pattern in EVENTS
    ]
    found += [
        line(
            kind, rf"({word})[ \t\u3000\u00a0:：]+([^:：]+)({COLON})(.*)$",
            {"1": key, "2": name, "3": mark, "4": scope("string.unquoted")},
        )
        for word, kind in named.items()
    ]  # fmt: skip
    found += [
        line("dial", rf"(dial|負荷){WS}*({dials}){WS}*({COLON}?)(.*)$", {"1": key, "2": name, "3": mark}),
        line("show", rf"((?:show{WS}+hint|ヒントを出す){WS}*{NUMBER}){WS}*$", {"1": scope("keyword.control")}),
        line("purpose", rf"({words(marks.ON_PURPOSE_WORDS)}){WS}*$", {"1": scope("keyword.control")}),
        line("say", rf"([^:：﹕]{{1,60}})({COLON})(.*)$", {"1": scope("entity.name.class"), "2": mark, "3": words_of}),
        line("unknown", r"(\S.*)$", {"1": scope("invalid.illegal")}),
    ]
    return found


def textmate() -> dict[str, object]:
    """The whole grammar for editors that read TextMate's."""
    return {
        "name": "Scene sheet",
        "scopeName": SCOPE,
        "fileTypes": ["scene.txt"],
        "patterns": kinds(),
        "repository": {
            "front": {
                "patterns": [
                    {"match": CONDITION, **scope("keyword.control.conditional")},
                    {"match": rf"[(（]\s*(?:{TONES})\s*[)）]", **scope("storage.modifier")},
                ]
            },
            "slot": {"match": r"[{｛][^{}｛｝]*[}｝]", **scope("variable.other")},
        },
    }  # fmt: skip


def package() -> dict[str, object]:
    """The extension's own description; it holds colours only and runs nothing."""
    return {
        "name": "engawa-scene-sheet",
        "displayName": "Engawa scene sheets · 縁側の場面シート",
        "description": "Colours for scene sheets (*.scene.txt) of Engawa, in English and Japanese.",
        "version": "1.0.0",
        "publisher": "engawa",
        "license": "GPL-3.0-or-later",
        "engines": {"vscode": "^1.75.0"},
        "categories": ["Programming Languages"],
        "contributes": {
            "languages": [
                {
                    "id": "scene-sheet",
                    "aliases": ["Scene sheet", "場面シート"],
                    "extensions": [".scene.txt"],
                    "configuration": "./language-configuration.json",
                }
            ],
            "grammars": [
                {"language": "scene-sheet", "scopeName": SCOPE, "path": "./syntaxes/scene-sheet.tmLanguage.json"}
            ],
        },
    }


def configuration() -> dict[str, object]:
    """Notes, pairs of brackets, and that moments fold."""
    return {
        "comments": {"lineComment": "//"},
        "brackets": [["(", ")"], ["（", "）"], ["{", "}"]],
        "autoClosingPairs": [["(", ")"], ["（", "）"], ["{", "}"], ["「", "」"]],
        "surroundingPairs": [["(", ")"], ["（", "）"], ["「", "」"]],
        "folding": {"markers": {"start": "^\\s*[=＝]{2,}", "end": "^\\s*$(?=\\n\\s*[=＝]{2,})"}},
    }


def quoted(found: Iterable[str]) -> str:
    """Words as alternatives of the EBNF."""
    return " | ".join(f'"{word}"' for word in found)


def ebnf() -> str:
    """The grammar in ISO/IEC 14977 EBNF, one line of a sheet at a time."""
    named = {
        kind: [word for word, other in marks.NAMED_KEYS.items() if other == kind] for kind in marks.NAMED_KEYS.values()
    }
    rows = "\n".join(
        f"{name:<12} = ( {quoted(found)} ), space, name, {end} ;"
        for name, found, end in (
            ("person", named["person"], "colon, text"),
            ("goal", named["goal"], '[ "(", ' + f"( {quoted(sorted(marks.OPTIONAL_WORDS))} )" + ', ")" ], colon, text'),
            ("slot", named["slot"], "colon, ( values | numbers )"),
            ("memory", named["memory"], 'equals, value, [ ",", ' + f"( {quoted(sorted(marks.KEEP_WORDS))} ) ]"),
            ("dial", named["dial"], 'colon, number, ( "to" | "から" ), number'),
            ("reading", named["reading"], "colon, text"),
        )
    )  # fmt: skip
    bounds = (
        f"Limits: {limits.BYTES // 1024} KB, {limits.LINES} lines, {limits.LINE_CHARACTERS} characters a line, "
        f"{limits.MOMENTS} moments, {limits.REPLIES} replies a moment, {limits.EXAMPLES} examples a reply, "
        f"{limits.NAMES} names."
    )
    return f"""(* The scene sheet, line by line: ISO/IEC 14977. Written by packaging/sheet_grammar.py.

   A sheet is UTF-8 text. What a line is depends only on how it begins; spaces before it, blank lines and the width of
   marks, letters and digits (full or half) have no meaning. Names are compared without regard to width and capitals.
   {bounds}
   A line that fits nothing is kept and reported; nothing is ever thrown away. *)

sheet       = {{ line, end of line }} ;
line        = [ space ], [ note | accepted | moment | arrow | cue | reply | example | wording | head | person | goal
              | slot | memory | dial | reading | hint | event | reach | set | show | purpose | after | step | say ] ;

(* lines that begin with a mark *)
note        = ( "//" | "※" ), text ;
accepted    = ( "//" | "※" ), ( {quoted(marks.OK_WORDS)} ), space, code, [ colon, text ] ;
moment      = "==", name, [ equals, label ], [ "==" ] ;
              (* the moment named {quoted(sorted(marks.ANYWHERE_WORDS))} holds replies that work in every moment *)
arrow       = ( "->" | "ー>" | "→" | "⇒" | "=>" ), ( destination | name ), [ condition ] ;
cue         = "@", [ condition ], text ;
reply       = ">", ( name | gesture ), [ condition ], [ equals, label ] ;
gesture     = "(", name, ")" ;
example     = ( "-" | "ー" | "–" | "•" | dot ), text ;
wording     = ( "/" | dot ), [ front ], text ;
dot         = "・" ;                      (* under a spoken line: a wording; elsewhere: an example *)

(* lines that begin with a word *)
head        = ( {quoted(marks.HEAD_KEYS)} ), colon, text ;
{rows}
hint        = ( "hint" | "ヒント" ), number, colon, text ;
event       = ( ( "silence" | "沈黙" ), number, [ "s" | "秒" ] | ( "unclear" | "伝わらないとき" ), [ number ]
              | ( "not heard" | "聞こえなかったとき" ), [ number ] | "repeat" | "聞き返し" ), colon, [ line ] ;
reach       = ( "goal" | "目標" ), colon, name ;
set         = ( "set" | "記録" ), colon, name, ( equals, value | ( "+" | "-" ), "1" ) ;
show        = ( "show hint" | "ヒントを出す" ), number, [ colon ] ;
purpose     = {quoted(sorted(marks.ON_PURPOSE_WORDS))} ;
after       = ( "after" | "ふりかえり" | "振り返り" ), colon, text, [ "(", answer, ")" ] ;
step        = ( "step" | "一歩" ), ( {quoted(marks.STEP_SIZES)} ), colon, text ;
say         = name, colon, [ front ], text ;       (* the name is that of a person *)

(* pieces *)
front       = [ tone ], [ condition ] | [ condition ], [ tone ] ;
tone        = "(", ( {quoted(marks.TONE_WORDS)} ), ")" ;
condition   = "(", ( "if" | "もし" ), name, operator, value, ")" ;
operator    = "=" | "!=" | ">=" | "<=" | ">" | "<" | "以上" | "以下" | "より大きい" | "未満" ;
destination = {quoted(marks.DESTINATIONS)} ;
dial name   = {quoted(marks.DIAL_WORDS)} ;
values      = value, {{ ( "," | "、" ), value }}, {{ ( "|" | "｜" ), value, {{ ( "," | "、" ), value }} }} ;
              (* `a = b, c | d`: key, its other words, the next key *)
numbers     = ( "number" | "数字" ), number, ( "to" | "から" ), number, [ ",", ( "usually" | "ふつうは" ), value ] ;
answer      = "scale 0 to 10" | "pick goals" | "own words" | "own words, may skip" ;
slot use    = "{{", name, "}}" ;               (* anywhere in the text of a line, an example or a hint *)
colon       = ":" | "：" ;
equals      = "=" | "＝" ;
"""


def files() -> dict[Path, str]:
    """Every file and its text."""

    def shown(data: object) -> str:
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"

    return {
        EBNF: ebnf(),
        EDITORS / "package.json": shown(package()),
        EDITORS / "language-configuration.json": shown(configuration()),
        EDITORS / "syntaxes" / "scene-sheet.tmLanguage.json": shown(textmate()),
    }


def main() -> int:
    """Write them."""
    for path, text in files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
