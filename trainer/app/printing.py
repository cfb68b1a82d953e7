"""Sheets for people who use no computer: every shipped scene on one page, and a page for families."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trainer.app.paper import page_font
from trainer.app.scenes import find_scene
from trainer.lexicon.japanese import furigana
from trainer.script import Scene
from trainer.storage.paths import assets, scenarios
from trainer.ui.paper import Furigana, PaperSize
from trainer.ui.print_page import family_page_pdf, scene_page_pdf


def addresses() -> tuple[str, ...]:
    """`pack/scene` of every scene that comes with the program."""
    sheets = sorted(scenarios().glob("*/scenes/*.scene.txt"))
    return tuple(f"{sheet.parts[-3]}/{sheet.name.removesuffix('.scene.txt')}" for sheet in sheets)


def page_of(scene: Scene, paper: PaperSize = "A4", readings: bool = False, headings: str = "") -> bytes:
    """One scene on one sheet; `readings` puts those of Japanese words in brackets, where they first stand."""
    told: Furigana | None = partial(furigana, own=scene.readings) if readings and scene.language == "ja" else None
    return scene_page_pdf(scene, page_font(), paper, headings, told)


def families_page(language: str, paper: PaperSize = "A4") -> bytes:
    """The page for families."""
    text = (assets() / "help" / f"families.{language}.txt").read_text("utf-8")
    return family_page_pdf(text, page_font(), paper)


def all_pages(language: str, paper: PaperSize = "A4", readings: bool = False) -> Iterator[tuple[str, bytes]]:
    """(file name, content) of every scene in that language, and of the page for families."""
    for address in addresses():
        scene = find_scene(address, language).scene
        yield f"{address.replace('/', '-')}.{language}.pdf", page_of(scene, paper, readings, language)
    yield f"for-families.{language}.pdf", families_page(language, paper)
