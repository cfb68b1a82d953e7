"""Drawn pictures for docs/start: the file on the stick, installing it, the house in the list of programs.

`python packaging/start_pictures.py` writes docs/pictures/start/. Drawn, not photographed: every system looks different,
and what to look for is the same.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QPointF, QRectF, Qt  # noqa: E402 - the platform comes first
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QPolygonF  # noqa: E402

from trainer.storage.paths import assets  # noqa: E402
from trainer.ui.application import make_application  # noqa: E402
from trainer.ui.scene.app_icon import icon_pixmap  # noqa: E402

TARGET = ROOT / "docs" / "pictures" / "start"
WIDE, HIGH, GAP = 1280, 430, 24
PAPER, CARD, LINE, INK, MUTED = "#f5f0e8", "#fffdf6", "#8a7f6d", "#2b2a27", "#625d53"
GREEN, SOFT, WHITE = "#2c6b60", "#dceae3", "#ffffff"

WORDS = {
    "en": {
        "heads": ("1  Double-click the file", "2  Press what goes on", "3  The house is there"),
        "folder": "USB stick  ›  install",
        "files": ("Engawa-setup.exe", "Engawa.dmg", "engawa.deb"),
        "notes": ("Windows", "Mac", "Debian, Ubuntu"),
        "installer": "Engawa",
        "asks": "Your own records stay on this computer.",
        "buttons": ("Cancel", "Next  /  Install"),
        "menu": "Programs",
        "names": ("Letters", "Engawa", "Music"),
    },
    "ja": {
        "heads": ("1  ファイルをダブルクリック", "2  先へ進むボタンを押す", "3  家の絵があります"),
        "folder": "USBメモリー  ›  install",
        "files": ("Engawa-setup.exe", "Engawa.dmg", "engawa.deb"),
        "notes": ("Windows", "Mac", "Debian、Ubuntu"),
        "installer": "縁側",
        "asks": "記録は、このパソコンの中に残ります。",
        "buttons": ("キャンセル", "次へ  /  インストール"),
        "menu": "プログラム",
        "names": ("手紙", "縁側", "音楽"),
    },
}


class Drawing:
    """One picture of three panels."""

    def __init__(self, language: str) -> None:
        self.words = WORDS[language]
        self.image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
        self.image.fill(QColor(PAPER))
        self.painter = QPainter(self.image)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.wide = (WIDE - 4 * GAP) / 3

    def text(self, box: QRectF, words: str, size: float = 17, colour: str = INK, *, middle: bool = False) -> None:
        """One line of words in its box."""
        font = QFont(self.painter.font())
        font.setPixelSize(round(size))
        font.setBold(size > 20)
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        side = Qt.AlignmentFlag.AlignHCenter if middle else Qt.AlignmentFlag.AlignLeft
        self.painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), words)

    def card(self, box: QRectF, fill: str = CARD, edge: str = LINE, round_: float = 12) -> None:
        """A rounded box."""
        self.painter.setPen(QPen(QColor(edge), 1.5))
        self.painter.setBrush(QColor(fill))
        self.painter.drawRoundedRect(box, round_, round_)

    def window(self, number: int, title: str) -> QRectF:
        """A panel with its heading and an empty window; returns the window's inside."""
        left = GAP + number * (self.wide + GAP)
        self.text(QRectF(left, 14, self.wide, 44), self.words["heads"][number], 22)
        frame = QRectF(left, 68, self.wide, HIGH - 68 - GAP)
        self.card(frame)
        self.text(QRectF(left + 18, 76, self.wide - 36, 36), title, 16, MUTED)
        self.painter.setPen(QPen(QColor(LINE), 1))
        self.painter.drawLine(QPointF(left, 118), QPointF(left + self.wide, 118))
        return frame.adjusted(18, 68, -18, -18)

    def pointer(self, at: QPointF) -> None:
        """The arrow of a mouse."""
        shape = [(0, 0), (0, 27), (7, 21), (12, 31), (17, 29), (12, 19), (21, 19)]
        self.painter.setPen(QPen(QColor(WHITE), 2))
        self.painter.setBrush(QColor(INK))
        self.painter.drawPolygon(QPolygonF([at + QPointF(x, y) for x, y in shape]))

    def file(self) -> None:
        """The folder on the stick."""
        inside = self.window(0, self.words["folder"])
        for at, (name, note) in enumerate(zip(self.words["files"], self.words["notes"], strict=True)):
            row = QRectF(inside.left(), inside.top() + at * 84, inside.width(), 72)
            self.card(row, SOFT if at == 0 else CARD, GREEN if at == 0 else "#ddd5c6")
            self.painter.drawPixmap(QRectF(row.left() + 14, row.top() + 14, 44, 44).toRect(), icon_pixmap(128))
            self.text(QRectF(row.left() + 74, row.top() + 8, row.width() - 80, 30), name)
            self.text(QRectF(row.left() + 74, row.top() + 36, row.width() - 80, 26), note, 15, MUTED)
            if at == 0:
                self.pointer(QPointF(row.right() - 60, row.top() + 34))

    def install(self) -> None:
        """The installer asks."""
        inside = self.window(1, self.words["installer"])
        side = 110
        place = QRectF(inside.center().x() - side / 2, inside.top() + 6, side, side)
        self.painter.drawPixmap(place.toRect(), icon_pixmap(256))
        box = QRectF(inside.left(), place.bottom() + 8, inside.width(), 34)
        self.text(box, self.words["asks"], 16, middle=True)
        first, second = self.words["buttons"]
        quiet = QRectF(inside.left(), inside.bottom() - 54, inside.width() * 0.36, 48)
        loud = QRectF(quiet.right() + 14, quiet.top(), inside.right() - quiet.right() - 14, 48)
        self.card(quiet)
        self.text(quiet, first, 16, middle=True)
        self.card(loud, GREEN, GREEN)
        self.text(loud, second, 16, WHITE, middle=True)
        self.pointer(QPointF(loud.right() - 30, loud.top() + 34))

    def programs(self) -> None:
        """The list of programs."""
        inside = self.window(2, self.words["menu"])
        for at, name in enumerate(self.words["names"]):
            row = QRectF(inside.left(), inside.top() + at * 84, inside.width(), 72)
            ours = at == 1
            self.card(row, SOFT if ours else CARD, GREEN if ours else "#ddd5c6")
            picture = QRectF(row.left() + 14, row.top() + 14, 44, 44)
            if ours:
                self.painter.drawPixmap(picture.toRect(), icon_pixmap(128))
                self.pointer(QPointF(row.right() - 60, row.top() + 34))
            else:
                self.card(picture, "#e8e0d2", "#e8e0d2", 22)
            self.text(QRectF(row.left() + 74, row.top() + 18, row.width() - 80, 36), name, 18 if ours else 17)


def main() -> int:
    """One picture for each language."""
    application = make_application(assets())
    TARGET.mkdir(parents=True, exist_ok=True)
    for language in WORDS:
        drawing = Drawing(language)
        drawing.painter.setFont(application.font())
        drawing.file()
        drawing.install()
        drawing.programs()
        drawing.painter.end()
        drawing.image.save(str(TARGET / f"install-{language}.png"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
