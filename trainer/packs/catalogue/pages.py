"""The help pages docs/diagnostics/*.md, made from the catalogue: one page a theme, both languages, and an index."""

from __future__ import annotations

import re

from trainer.packs.catalogue import DEFINITIONS
from trainer.packs.catalogue.definition import THEMES, Definition, Theme, Words

TITLES: dict[Theme, tuple[str, str]] = {
    "writing": ("Writing", "書き方"),
    "flow": ("Flow", "流れ"),
    "replies": ("Replies", "返事"),
    "support": ("Support", "支え"),
    "kindness": ("Kindness", "やさしさ"),
    "reading": ("Length and reading", "長さと読みやすさ"),
    "translation": ("Translation", "翻訳"),
    "files": ("Files and plans", "ファイルと計画"),
    "manifest": ("The cover sheet pack.toml", "表紙 pack.toml"),
}

_SEVERITY = {"error": "must fix · 直す", "warning": "look at · 見る", "idea": "idea · 提案"}
_PLACEHOLDER = re.compile(r"<([a-z]+)>")
_MADE = "This page is written from `trainer/packs/catalogue` by `packaging/diagnostic_pages.py`; do not edit it here.\n"


def pages() -> dict[str, str]:
    """File name -> text of every page."""
    made = {f"{theme}.md": _page(theme) for theme in THEMES}
    made["README.md"] = _index()
    return made


def _index() -> str:
    lines = [
        "# What `engawa check` finds · 指摘の一覧",
        "",
        "Every finding has a stable code, a place in the sheet, one sentence and one thing to do next. Write "
        "`// ok code: reason` above a line (or in its block) to keep a warning or an idea as it is.",
        "",
        "どの指摘にも、変わらないコードと場所、ひとことの説明と、次にすることがあります。警告と提案は、行の上に "
        "`※ ok コード：理由` と書けば、そのままにできます。",
        "",
        _MADE,
        "| number | code | | found | 見つかること |",
        "|---|---|---|---|---|",
    ]
    for definition in DEFINITIONS.values():
        lines.append(
            f"| {definition.number} | [{definition.code}]({definition.theme}.md#{_anchor(definition)}) "
            f"| {_SEVERITY[definition.severity]} | {_cell(definition.en.message)} | {_cell(definition.ja.message)} |"
        )
    return "\n".join(lines) + "\n"


def _page(theme: Theme) -> str:
    english, japanese = TITLES[theme]
    parts = [f"# {english} · {japanese}\n", _MADE]
    for definition in DEFINITIONS.values():
        if definition.theme == theme:
            parts.append(f"## {definition.number} {definition.code}\n")
            parts.append(f"*{_SEVERITY[definition.severity]}*\n")
            parts.append(_words(definition.en))
            parts.append(_words(definition.ja))
    return "\n".join(parts)


def _words(words: Words) -> str:
    lines = [f"**{_plain(words.message)}**", "", f"→ {_plain(words.fix)}"]
    if words.fix_near:
        lines += ["", f"→ {_plain(words.fix_near)}"]
    return "\n".join([*lines, "", _plain(words.why), ""])


def _plain(sentence: str) -> str:
    return _PLACEHOLDER.sub(r"‹\1›", sentence).replace("*", r"\*")


def _cell(sentence: str) -> str:
    return _plain(sentence).replace("|", r"\|")


def _anchor(definition: Definition) -> str:
    return f"{definition.number}-{definition.code}"
