"""Pictures of every view of the facilitator's desk into docs/pictures/desk: both languages, several looks and sizes.

Over the real workbench with a voice driven by hand, on a scene from a template with a slip in it; to be looked at, not
kept. `python packaging/desk_pictures.py [view ...]`. The handbook's pictures come from `handbook_pictures.py`.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from tests.helpers.desk_bench import DeskAtHand, compose, wait  # noqa: E402 - the path and the platform come first
from tests.helpers.window import settle  # noqa: E402
from trainer.editor.views.sheet_page import SheetPage  # noqa: E402

TARGET = ROOT / "docs" / "pictures" / "desk"
TRIED = {"en": "um, one please", "ja": "ええと、一つください"}


def page_of(at_hand: DeskAtHand) -> SheetPage:
    """The page with the sheet."""
    assert isinstance(at_hand.window.page, SheetPage)
    return at_hand.window.page


def begin(at_hand: DeskAtHand, language: str) -> None:
    """A scene from a template, with a slip in it, as it comes to be while one writes."""
    model = at_hand.model
    template = next(one for one in model.templates(language) if one.name == "shop-counter")
    assert model.begin_with(template, language)
    settle()
    sheet = model.sheet.document
    rows = [row.content for row in sheet.rows]
    arrow = next(at for at, row in enumerate(rows) if row.strip().startswith(("->", "→")) and at > 60)
    sheet.replace(arrow, 1, (rows[arrow] + ("x" if language == "en" else "口"),))
    hint = next(at for at, row in enumerate(rows) if row.startswith(("hint 2", "ヒント２")) and at > 60)
    sheet.replace(hint, 1, ())
    model.sheet.keep_now()
    at_hand.looked(120)
    model.sheet.go_to(arrow - 4)
    settle()


def lines(at_hand: DeskAtHand, language: str) -> None:
    """Lines with findings, and words that were tried."""
    begin(at_hand, language)
    page = page_of(at_hand)
    compose(page.side.trying.words, TRIED[language])
    page.side.trying.ask()
    wait(lambda: page.side.trying._tried is not None, 120)
    page.side.trying.words.clearFocus()


def view(key: str) -> Callable[[DeskAtHand, str], None]:
    """A view of the middle."""

    def show(at_hand: DeskAtHand, language: str) -> None:
        begin(at_hand, language)
        page_of(at_hand)._show(key)

    return show


def start(at_hand: DeskAtHand, language: str) -> None:
    """Where one begins."""


def guided(at_hand: DeskAtHand, language: str) -> None:
    """The guided form."""
    at_hand.model.go("guided")


def share(at_hand: DeskAtHand, language: str) -> None:
    """Handing it over."""
    begin(at_hand, language)
    at_hand.model.go("share")


def play(at_hand: DeskAtHand, language: str) -> None:
    """Playing from here."""
    begin(at_hand, language)
    page_of(at_hand).play()
    settle()
    voice = at_hand.house.hand_voice
    if voice is not None and voice.saying is not None:
        voice.finish()


STATES: dict[str, Callable[[DeskAtHand, str], None]] = {
    "start": start,
    "guided": guided,
    "lines": lines,
    "map": view("map"),
    "translation": view("translation"),
    "pictures": view("pictures"),
    "versions": view("versions"),
    "share": share,
    "play": play,
}
LOOKS = (("light", 1.0, (1280, 800)), ("dark", 1.0, (1280, 800)), ("contrast", 1.0, (1280, 800)),
         ("light", 1.0, (1024, 600)), ("light", 2.0, (1024, 600)))  # fmt: skip


def paint(state: str, language: str, theme: str, scale: float, size: tuple[int, int], target: Path) -> None:
    """One picture."""
    with tempfile.TemporaryDirectory() as name:
        # A place that can be shown: the start page says where scenes are kept.
        home = Path(name) / "Engawa"
        os.environ["XDG_DOCUMENTS_DIR"] = name  # what is begun there is not left among one's own documents
        at_hand = DeskAtHand(home, language, size, theme=theme, text_scale=scale)
        if state == "start":
            at_hand.bench._home = Path.home() / "Documents" / "Engawa"
            at_hand.window._draw()
        STATES[state](at_hand, language)
        settle(8)
        target.parent.mkdir(parents=True, exist_ok=True)
        at_hand.window.grab().save(str(target))
        at_hand.close()
        shutil.rmtree(home, ignore_errors=True)


def main(wanted: list[str]) -> int:
    """The wanted views, or all."""
    for language in ("en", "ja"):
        for theme, scale, size in LOOKS:
            for state in wanted or STATES:
                name = f"{state}-{language}-{theme}-{round(scale * 100)}-{size[0]}x{size[1]}.png"
                paint(state, language, theme, scale, size, TARGET / name)
                print(name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
