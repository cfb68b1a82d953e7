"""Icons: Phosphor from the copy that the qtawesome package carries, read lazily and drawn as text by QPainter.

qtawesome itself is never imported (it wants to choose a Qt binding); only its two files are read. Where they are
missing, `paint` draws nothing and says so, and the word beside the icon stands alone.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter

# Our names for what is meant -> Phosphor's name for the drawing (regular weight, version 1.3).
NAMES: dict[str, str] = {
    "listen": "ear",
    "choose": "list-bullets",
    "type": "keyboard",
    "read": "book-open",
    "speak": "microphone",
    "breath": "wind",
    "dials": "sliders-horizontal",
    "hide": "eye-slash",
    "back": "arrow-left",
    "forward": "arrow-right",
    "stuck": "hand-palm",
    "stay-quiet": "dots-three-circle",
    "show": "play-circle",
    "hear": "speaker-high",
    "slower": "gauge",
    "captions": "closed-captioning",
    "outdoors": "tree",
    "garden": "tree",
    "home": "house",
    "errands": "storefront",
    "belonging": "users-three",
    "english": "translate",
    "help-path": "phone",
    "work": "briefcase",
    "other": "books",
    "packs": "books",
    "journal": "book-open",
    "settings": "gear",
    "help": "lifebuoy",
    "dark": "moon",
    "light": "sun",
    "contrast": "circle-half",
    "system": "desktop",
    "text-size": "text-aa",
    "begin": "door",
    "language": "translate",
    "private": "lock-simple",
    "small": "leaf",
    "again": "arrows-clockwise",
    "continue": "arrow-bend-down-right",
    "more": "caret-down",
    "less": "caret-up",
    "close": "x",
    "check": "check",
    "strength": "leaf",
    "idea": "compass",
    "look": "eye",
    "buy": "handbag",
    "text": "file-text",
    "export": "export",
    "erase": "eraser",
    "say": "paper-plane-right",
    "path": "path",
    "where": "map-pin",
    "who": "user",
    "answered": "chat-circle-text",
    "notice": "info",
    "hint": "lightbulb",
    "stop": "stop-circle",
    "must-fix": "x-circle",
    "silence": "hourglass",
    "gesture": "hand-waving",
    "pack": "package",
    "print": "printer",
    "note": "note",
    "mute": "speaker-slash",
    "microphone-off": "microphone-slash",
    "offline": "wifi-slash",
    "folder": "folder-open",
    "download": "download-simple",
    "search": "magnifying-glass",
    "add": "plus",
    "list": "list-bullets",
    "edit": "pencil-line",
    "swap": "swap",
    "undo": "arrow-counter-clockwise",
    "redo": "arrow-clockwise",
    "picture": "image",
    "map": "tree-structure",
    "sound": "music-notes",
    "table": "table",
    "warning": "warning-circle",
    "licence": "scales",
    "fingerprint": "fingerprint",
    "reader": "user",
    "nothing": "minus-circle",
    "keys": "keyboard",
    "quiet": "bell-slash",
    "time": "path",
    "stone": "circle",
    "furigana": "text-aa",
    "chat": "chat-circle-text",
    "phone": "phone",
    "link": "arrow-square-out",
}


@dataclass(frozen=True, slots=True)
class IconFont:
    """The loaded typeface and its letters by Phosphor name."""

    family: str
    letters: dict[str, str]


def _files() -> tuple[Path, Path] | None:
    spec = find_spec("qtawesome")
    if spec is None or not spec.submodule_search_locations:
        return None
    folder = Path(next(iter(spec.submodule_search_locations))) / "fonts"
    fonts, maps = sorted(folder.glob("phosphor-*.ttf")), sorted(folder.glob("phosphor-charmap-*.json"))
    return (fonts[-1], maps[-1]) if fonts and maps else None


@lru_cache(maxsize=1)
def icon_font() -> IconFont | None:
    """The icon typeface, loaded on first use; None when it is not there or cannot be read."""
    files = _files()
    if files is None:
        return None
    try:
        marks = json.loads(files[1].read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    number = QFontDatabase.addApplicationFont(str(files[0]))
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    if not families or not isinstance(marks, dict):
        return None
    return IconFont(families[0], {str(name): chr(int(str(code), 16)) for name, code in marks.items()})


def has_icon(name: str) -> bool:
    """True when there is a drawing for our name `name`."""
    font = icon_font()
    return font is not None and NAMES.get(name, name) in font.letters


def paint(painter: QPainter, name: str, rect: QRectF, colour: str) -> bool:
    """Draw the icon `name` (ours) into `rect`; False when there is no such drawing."""
    font = icon_font()
    letter = font.letters.get(NAMES.get(name, name)) if font else None
    if font is None or letter is None:
        return False
    face = QFont(font.family)
    face.setPixelSize(max(8, round(rect.height())))
    painter.save()
    painter.setFont(face)
    painter.setPen(QColor(colour))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextDontClip), letter)
    painter.restore()
    return True
