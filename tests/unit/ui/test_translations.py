"""Both languages are whole, up to date, keep their placeholders, and use none of the words that are never on screen."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication

from trainer.ui.translation import Translations

FORBIDDEN = re.compile(
    r"\b(easy|easier|just|fail\w*|wrong|score\w*|streak\w*|missed|normal\w*|should)\b", re.IGNORECASE
)
FORBIDDEN_JA = ("失敗", "間違", "まちが", "点数", "スコア", "連続", "普通の人", "すべきです", "しなければ", "簡単")


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    path = Path(__file__).resolve().parents[3] / "packaging" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations_tool", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def messages(path: Path) -> list[tuple[str, str, list[str]]]:
    """(context, source, translations) of a .ts file."""
    found = []
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            node = message.find("translation")
            assert node is not None
            forms = [form.text or "" for form in node.findall("numerusform")] or [node.text or ""]
            found.append((name, message.findtext("source", ""), [] if node.get("type") == "unfinished" else forms))
    return found


def test_the_files_are_up_to_the_sources(tool: ModuleType, tmp_path: Path) -> None:
    for language in ("ja", "en"):
        source = tool.FOLDER / f"engawa_{language}.ts"
        (tmp_path / source.name).write_bytes(source.read_bytes())
    tool.update(tmp_path)
    for language in ("ja", "en"):
        committed = messages(tool.FOLDER / f"engawa_{language}.ts")
        fresh = messages(tmp_path / f"engawa_{language}.ts")
        assert sorted(committed) == sorted(fresh), f"run packaging/translations.py update ({language})"
        empty = [source for _, source, forms in committed if not forms or not all(form.strip() for form in forms)]
        assert [source for source in empty if source != ", "] == [], f"not translated into {language}"


def test_the_released_files_are_those_of_the_sources(tool: ModuleType, tmp_path: Path) -> None:
    tool.release(target=tmp_path)
    for made in sorted(tmp_path.glob("*.qm")):
        assert made.read_bytes() == (tool.FOLDER / made.name).read_bytes(), "run packaging/translations.py release"
    assert len(list(tmp_path.glob("*.qm"))) == 2


def test_placeholders_survive_translation(tool: ModuleType) -> None:
    for language in ("ja", "en"):
        for _, source, forms in messages(tool.FOLDER / f"engawa_{language}.ts"):
            wanted = sorted(re.findall(r"%\d", source))
            for form in forms:
                assert sorted(re.findall(r"%\d", form)) == wanted, source
            if language == "ja" and "%n" in source:
                assert all("%n" in form for form in forms), source


def test_no_word_that_is_never_on_screen(tool: ModuleType) -> None:
    for _, source, forms in messages(tool.FOLDER / "engawa_ja.ts"):
        assert not FORBIDDEN.search(source), source
        for form in forms:
            assert not any(word in form for word in FORBIDDEN_JA), form
    for _, _, forms in messages(tool.FOLDER / "engawa_en.ts"):
        assert not any(FORBIDDEN.search(form) for form in forms)


def test_japanese_sentences_end_politely(tool: ModuleType) -> None:
    """Full sentences are in です・ます; what ends in the plain form would sound like a notice board."""
    for _, source, forms in messages(tool.FOLDER / "engawa_ja.ts"):
        for form in forms:
            if source.count("\n") > 1:
                continue
            for sentence in re.split(r"。", form)[:-1]:
                assert not re.search(r"(である|だった|のだ|しろ|せよ)$", sentence), form


def test_strings_hide_in_no_place_that_lupdate_cannot_see(repository: Path) -> None:
    for path in sorted((repository / "trainer" / "ui").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"f(['\"]).*\{self\.tr\(", text), f"{path.name}: tr inside an f-string is not found"


def test_plural_forms_are_spoken(qapp: Any, repository: Path) -> None:
    from trainer.ui import words
    from trainer.ui.translation import Translations

    translations = Translations(repository / "assets" / "translations")
    assert translations.use("en")
    assert words.fact("answered-choose", 1, "") == "You chose one answer."
    assert words.fact("answered-choose", 3, "") == "You chose 3 answers."
    assert translations.use("ja")
    assert words.fact("answered-choose", 3, "") == "3回、選んで答えました。"
    assert words.dial_value("queue", 2) == "二人"
    translations.clear()


def test_every_code_of_the_core_has_words(qapp: Any) -> None:
    from typing import get_args

    from trainer.conversation.events import WorldFact
    from trainer.practice.after import COUNTED, ONCE, QUIET_STRENGTHS, STRENGTHS
    from trainer.script import DIALS
    from trainer.ui import words

    silent = {"recogniser-ready", "voice-ready", "voice-restarted"}
    for code in get_args(WorldFact):
        assert bool(words.notice(code)) != (code in silent), code
    assert words.notice("misheard") and words.notice("nothing-heard")
    for code in (*COUNTED, *ONCE, "dial", "answered", "answered-read"):
        assert words.fact(code, 2, ""), code
    for code in (*STRENGTHS, *QUIET_STRENGTHS):
        assert words.strength(code, ""), code
    for code in ("again", "ask-again", "on-purpose", "way-choose", "way-type", "way-read", "way-speak", "dial-queue"):
        assert words.idea(code, ""), code
    for name in DIALS:
        assert words.dial_name(name) != name
        assert not words.dial_value(name, 1).isdigit()


def test_a_file_written_anew_under_the_program_does_no_harm(qapp: object, tool: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "engawa_ja.qm"
    file.write_bytes((tool.FOLDER / file.name).read_bytes())
    ours = Translations(tmp_path)
    assert ours.use("ja")
    file.write_bytes(b"")
    assert QCoreApplication.translate("Words", "Listen") == "聞く"
    assert not ours.use("en") and QCoreApplication.translate("Words", "Listen") == "Listen"
    ours.clear()
