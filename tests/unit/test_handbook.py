"""The facilitator's handbook: its scenes have nothing to find, excerpts are sheets, commands work, links lead."""

from __future__ import annotations

import re
import shlex
import unicodedata
from pathlib import Path

import pytest

from trainer.cli import run
from trainer.packs.builder import build_scene
from trainer.packs.checker import check_sheet
from trainer.packs.own_words import read_own_words
from trainer.packs.reader import read_sheet
from trainer.packs.walker import walk_scene

DOCS = Path(__file__).parents[2] / "docs"
BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
LANGUAGES = ("en", "ja")
PACK = """format = 1
id = "org.example.my-pack"
version = "1.0.0"
source_language = "{language}"
languages = ["{language}"]

[name]
{language} = "Keys"

[about]
{language} = "One visit."

[[scenes]]
id = "{scene}"
file = "scenes/{scene}.scene.txt"
"""


def handbook(language: str) -> str:
    return (DOCS / f"handbook.{language}.md").read_text("utf-8")


def blocks(language: str, kind: str) -> list[str]:
    return [text for found, text in BLOCK.findall(handbook(language)) if found == kind]


def scene_of(language: str) -> str:
    """The whole scene of the handbook."""
    (scene,) = blocks(language, "scene")
    return scene


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_scene_has_nothing_to_find_and_is_whole(language: str) -> None:
    assert check_sheet(scene_of(language), walk=True) == ()
    scene = build_scene(scene_of(language)).scene
    assert scene is not None and scene.language == language
    assert walk_scene(scene).whole


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_excerpt_is_made_of_lines_the_program_reads(language: str) -> None:
    found = blocks(language, "sheet")
    assert len(found) >= 3
    for text in found:
        assert [line.raw for line in read_sheet(text).lines if line.kind == "unknown"] == []
        assert read_sheet(text).found == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_words_can_be_used(language: str) -> None:
    (text,) = blocks(language, "toml")
    words, odd = read_own_words(text)
    assert odd == "" and words.added[language] and words.left[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_works(language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp) -> None:
    """In the order of the book, in a folder that holds what the book says one has."""
    monkeypatch.chdir(tmp_path)
    scene = build_scene(scene_of(language)).scene
    assert scene is not None
    Path(f"{scene.id}.scene.txt").write_text(scene_of(language), "utf-8")
    folder = tmp_path / "my-pack" / "scenes"
    folder.mkdir(parents=True)
    (folder / f"{scene.id}.scene.txt").write_text(scene_of(language), "utf-8")
    (tmp_path / "my-pack" / "pack.toml").write_text(PACK.format(language=language, scene=scene.id), "utf-8")
    answers = tmp_path / "answers.txt"
    answers.write_text("(leave)\n", "utf-8")
    commands = [line for text in blocks(language, "sh") for line in text.splitlines() if line]
    inline = re.findall(r"`(engawa walk [^`]+)`", handbook(language))
    assert len(commands) >= 10 and len(inline) == 1
    for command in (*commands, inline[0].replace("500", "20")):
        name, *arguments = shlex.split(command)
        assert name == "engawa"
        # Practising by typing would wait for a person here.
        more = ["--answers", str(answers)] if arguments[0] == "rehearse" else []
        assert run([*arguments, *more]) == 0, command
    for made in ("to-read.pdf", "to-speak.pdf", "lines.csv", "my-pack.practicepack", "for-the-translator.po"):
        assert (tmp_path / made).stat().st_size > 100, made


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_and_pictures_lead_somewhere(language: str) -> None:
    text = handbook(language)
    titles = {anchor(line) for line in text.splitlines() if line.startswith("#")}
    for target in re.findall(r"\]\(([^)]+)\)", text):
        if target.startswith("#"):
            assert target[1:] in titles, target
        else:
            assert (DOCS / target).is_file(), target


def anchor(title: str) -> str:
    """A heading's anchor as the usual readers of Markdown make it."""
    words = title.lstrip("#").strip().casefold()
    kept = (c for c in words if c in " -" or unicodedata.category(c)[0] in "LN" or c == "ー")
    return "".join(kept).replace(" ", "-")


def test_both_books_have_the_same_chapters_pictures_and_commands() -> None:
    english, japanese = (handbook(language) for language in LANGUAGES)
    assert len(re.findall(r"^## ", english, re.MULTILINE)) == len(re.findall(r"^## ", japanese, re.MULTILINE)) == 12
    pictures = [re.findall(r"handbook/(\w+)-(?:en|ja)\.png", text) for text in (english, japanese)]
    assert pictures[0] == pictures[1] and len(pictures[0]) >= 8
    kinds = [[shlex.split(line)[1] for text in blocks(one, "sh") for line in text.splitlines()] for one in LANGUAGES]
    assert kinds[0] == kinds[1]
    never = re.compile(r"\b(?:fail\w*|score|streak|missed)\b", re.IGNORECASE)
    body = english.replace("can only be missed", "")
    assert not never.search(body)
