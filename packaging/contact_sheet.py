"""Paint every place and every partner onto sheets to look at, and the program's icon in its sizes.

python packaging/contact_sheet.py            # docs/pictures/places.jpg, partners.jpg, pictures.jpg
python packaging/contact_sheet.py --icons build/icons
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt  # noqa: E402
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPixmap, QRegion  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from trainer.ui.scene.app_icon import ICON_SIZES, icon_pixmap  # noqa: E402
from trainer.ui.scene.face import FACES  # noqa: E402
from trainer.ui.scene.palette import PALETTES  # noqa: E402
from trainer.ui.scene.partners import PARTNERS  # noqa: E402
from trainer.ui.scene.pictures import DuskPicture, GardenMap, VerandaPicture, paint_stone  # noqa: E402
from trainer.ui.scene.places import SETTINGS  # noqa: E402
from trainer.ui.scene.view import SceneView  # noqa: E402

OUT = Path(__file__).resolve().parent.parent / "docs" / "pictures"
GROUND, INK, GAP, LABEL = "#F4F0E7", "#2A2F2D", 12, 26
EXAMPLE = {"home": 7, "outdoors": 4, "errands": 10, "belonging": 5, "english": 2, "help": 2, "work": 8}


def sheet(rows: Iterable[tuple[str, list[QPixmap]]], path: Path) -> None:
    """Rows of pictures, each under its name, saved as one picture."""
    rows = list(rows)
    width = max(sum(p.width() + GAP for p in pictures) for _, pictures in rows) + GAP
    height = sum(LABEL + max(p.height() for p in pictures) + GAP for _, pictures in rows) + GAP
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(GROUND))
    painter = QPainter(image)
    font = QFont()
    font.setPixelSize(15)
    painter.setFont(font)
    y = GAP
    for name, pictures in rows:
        painter.setPen(QColor(INK))
        painter.drawText(QRectF(GAP, y, width, LABEL - 4), Qt.AlignmentFlag.AlignVCenter, name)
        x = GAP
        for picture in pictures:
            painter.drawPixmap(QPointF(x, y + LABEL), picture)
            x += picture.width() + GAP
        y += LABEL + max(p.height() for p in pictures) + GAP
    painter.end()
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(str(path), quality=82)
    print(f"{path}  {path.stat().st_size // 1024} kB")


def scene(setting: str, partner: str, light: int, face: str, size: tuple[int, int], mouth: float = 0.0) -> QPixmap:
    """One still of a scene; `light` 0 day, 1 evening, 2 night, 3 high contrast."""
    view = SceneView()
    view.resize(*size)
    view.set_reduced_motion(True)
    view.set_setting(setting)
    view.set_partner(partner)
    view.set_dials(queue=0, eyes=2, time=min(light, 2))
    view.set_high_contrast(light == 3)
    view.set_face(face)
    view.set_mouth(mouth)
    return grabbed(view)


def grabbed(widget: QWidget) -> QPixmap:
    """The widget's picture over the sheet's ground."""
    picture = QPixmap(widget.size())
    picture.fill(QColor(GROUND))
    widget.render(picture, QPoint(0, 0), QRegion(), QWidget.RenderFlag.DrawChildren)
    return picture


def places() -> None:
    """Every place in the four lights, each with another partner."""
    people = [look.id for look in PARTNERS]
    rows = [
        (name, [scene(name, people[(i + light) % len(people)], light, "smile", (340, 145)) for light in range(4)])
        for i, name in enumerate(SETTINGS)
    ]
    sheet(rows, OUT / "places.jpg")


def partners() -> None:
    """Every partner with every face by day, speaking at night, and in high contrast."""
    clothes = ("shop", "office", "park", "hallway", "reception", "street")
    rows = []
    for look in PARTNERS:
        size = (172, 184)
        shots = [
            scene(where, look.id, 0, face, size, 0.6 if face == "speaking" else 0.0)
            for where, face in zip(clothes, FACES, strict=True)
        ]
        shots += [scene("cafe", look.id, 2, "smile", size), scene("room", look.id, 3, "listening", size)]
        rows.append((f"{look.id}   {look.name_en}   {look.note_en}", shots))
    sheet(rows, OUT / "partners.jpg")


def pictures() -> None:
    """The garden, the veranda and the dusk in every palette."""
    gardens, verandas = [], []
    for palette in PALETTES:
        garden = GardenMap()
        garden.resize(720, 351)
        garden.set_scene_palette(palette)
        garden.set_paths(EXAMPLE)
        shot = grabbed(garden)
        painter = QPainter(shot)
        for number, spots in enumerate(garden.layout_().stones.values()):
            for i, spot in enumerate(spots):
                state = ("plain", "been", "waiting")[(i * 2 + number) % 3]
                paint_stone(painter, garden.to_widget(spot), garden.scale() * 1.1, state, palette)
        painter.end()
        gardens.append(shot)
        veranda = VerandaPicture()
        veranda.resize(300, 428)
        veranda.set_scene_palette(palette)
        verandas.append(grabbed(veranda))
    evening = DuskPicture()
    evening.resize(640, 120)
    rows = [("garden", gardens[:2]), ("", gardens[2:]), ("veranda", verandas), ("dusk", [grabbed(evening)])]
    rows.append(("icon", [icon_pixmap(side) for side in reversed(ICON_SIZES) if side <= 256]))
    sheet(rows, OUT / "pictures.jpg")


def icons(folder: Path) -> None:
    """The icon as PNG files, one for each size."""
    folder.mkdir(parents=True, exist_ok=True)
    for side in ICON_SIZES:
        icon_pixmap(side).save(str(folder / f"engawa-{side}.png"))
    print(f"{len(ICON_SIZES)} icons in {folder}")


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--icons", type=Path, help="write the icon's PNG files into this folder, and nothing else")
    asked = parser.parse_args()
    application = QApplication.instance() or QApplication([])
    if asked.icons is not None:
        icons(asked.icons)
        return 0
    places()
    partners()
    pictures()
    application.quit()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
