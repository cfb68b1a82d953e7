"""Pictures of the facilitator's handbook into docs/pictures/handbook, both languages, over a desk driven by hand.

`python packaging/handbook_pictures.py`. The scene is that of the handbook itself.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from PySide6.QtWidgets import QWidget  # noqa: E402

from tests.helpers.desk_bench import DeskAtHand, wait  # noqa: E402 - the path and the platform come first
from tests.helpers.scripted_desk import desk  # noqa: E402
from tests.helpers.window import open_window, settle  # noqa: E402
from tests.unit.test_handbook import scene_of  # noqa: E402
from trainer.editor.views.sheet_page import SheetPage  # noqa: E402
from trainer.ui.bridge_packs import CheckedNow  # noqa: E402

TARGET = ROOT / "docs" / "pictures" / "handbook"
SIZE = (1120, 700)


SLIPS = {
    "en": (
        ("  -> ask\n> (nod)", "  -> aks\n> (nod)"),
        ("hint 1: Any small answer is fine.", "hint 1: You should say hello now."),
    ),
    "ja": (
        ("→ たのむ\n＞ （会釈する）", "→ たむの\n＞ （会釈する）"),
        ("ヒント１：どんな返しでも大丈夫です。", "ヒント１：ここであいさつをしなさい。"),
    ),
}
"""Two things left to find, for the picture of the findings."""
SAID = {
    "en": ("== ask ==", "could you make me another one of these"),
    "ja": ("＝＝ たのむ ＝＝", "これと同じ鍵がもう一本ほしいです"),
}


def desk_pictures(language: str, home: Path) -> None:
    """The desk: start, questions, lines with findings, map, trying words, handing over, playing."""
    clean = scene_of(language)
    slipped = clean
    for old, new in SLIPS[language]:
        assert slipped.count(old) == 1, old
        slipped = slipped.replace(old, new)
    at_hand = DeskAtHand(home / "home", language, SIZE)
    for page in ("start", "guided"):
        at_hand.model.go(page)  # type: ignore[arg-type]
        settle(6)
        save(at_hand, page, language)
    place, said = SAID[language]
    page = opened(
        at_hand, folder_with(home / "slips", language, slipped), line_of(slipped, SLIPS[language][0][1].split("\n")[0])
    )
    page.findings.set_open(True)
    wait(lambda: page.findings.list.count() >= 2)
    settle(6)
    save(at_hand, "lines", language)
    page = opened(at_hand, folder_with(home / "pack", language, clean), line_of(clean, place))
    show(page, "map")
    save(at_hand, "map", language)
    show(page, "try")
    words, button = at_hand.child("try-words"), at_hand.child("try")
    words.setText(said)  # type: ignore[attr-defined]
    button.click()  # type: ignore[attr-defined]
    wait(lambda: at_hand.window.findChild(QWidget, "add-example") is not None)
    settle(6)
    save(at_hand, "try", language)
    show(page, "lines")
    page.play()
    settle(8)
    save(at_hand, "play", language)
    at_hand.model.go("share")
    settle(6)
    save(at_hand, "share", language)
    at_hand.close()


def folder_with(folder: Path, language: str, text: str) -> Path:
    """A pack folder with that one sheet; the sheet's file."""
    sheet = folder / "scenes" / "key.scene.txt"
    sheet.parent.mkdir(parents=True)
    sheet.write_text(text, "utf-8")
    (folder / "pack.toml").write_text(PACK.replace("LANGUAGE", language), "utf-8")
    return sheet


def line_of(text: str, words: str) -> int:
    """The number of the line that holds these words."""
    return next(number for number, line in enumerate(text.split("\n"), start=1) if words.strip() in line)


def opened(at_hand: DeskAtHand, sheet: Path, line: int) -> SheetPage:
    """The sheet's page at that line."""
    at_hand.model.open_path(sheet)
    settle(6)
    page = at_hand.window.page
    assert isinstance(page, SheetPage)
    at_hand.model.sheet.go_to(line - 1)
    settle(6)
    return page


def show(page: SheetPage, view: str) -> None:
    """One of its views, beside the lines where there is room."""
    if page.views[view].side and page.side.beside:
        page.side.show_key(view)
    else:
        page._show(view)
    settle(6)


def cover_picture(language: str) -> None:
    """What the person sees who is given the pack."""
    scripted = desk(language, reduced_motion=True)  # type: ignore[arg-type]
    window = open_window(scripted, SIZE)
    window.screens.route.go("packs")
    window.screens.packs.look_at("/given/evenings.practicepack")
    settle()
    scripted.held_checks[-1][1](CheckedNow())
    settle()
    window.grab().save(str(TARGET / f"cover-{language}.png"))
    window.close()
    window.deleteLater()
    settle()


def save(at_hand: DeskAtHand, name: str, language: str) -> None:
    """One picture."""
    at_hand.window.grab().save(str(TARGET / f"{name}-{language}.png"))


PACK = """format = 1
id = "org.example.key"
version = "0.1.0"
source_language = "LANGUAGE"
languages = ["LANGUAGE"]

[name]
LANGUAGE = "Key"

[about]
LANGUAGE = "One visit."

[[scenes]]
id = "key"
file = "scenes/key.scene.txt"
"""


def main() -> int:
    """Paint them all."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for language in ("en", "ja"):
        with tempfile.TemporaryDirectory() as home:
            desk_pictures(language, Path(home))
        cover_picture(language)
        print(language)
    return 0


if __name__ == "__main__":
    sys.exit(main())
