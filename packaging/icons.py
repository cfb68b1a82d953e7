"""The program's icon as files: PNG in every size and SVG for Linux, .ico for Windows, .icns for macOS.

Painted by the program's own painter (trainer/ui/scene/app_icon.py); nothing of it is committed.

    python packaging/icons.py FOLDER
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication

from trainer.ui.scene.app_icon import ICON_SIZES, icon_pixmap, icon_svg

ICNS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}
"""Apple's names for a PNG of that side inside an .icns file."""


def png(side: int) -> bytes:
    """The icon as a PNG."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    icon_pixmap(side).save(buffer, "PNG")
    return bytes(held.data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """A Windows icon: a directory of 16 bytes a picture, then the PNGs (a side of 256 is written as 0)."""
    fitting = {side: data for side, data in sorted(pictures.items()) if side <= 256}
    head = struct.pack("<HHH", 0, 1, len(fitting))
    at, rows = len(head) + 16 * len(fitting), b""
    for side, data in fitting.items():
        rows += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(data), at)
        at += len(data)
    return head + rows + b"".join(fitting.values())


def icns(pictures: dict[int, bytes]) -> bytes:
    """A Mac icon: each PNG behind its name and length."""
    parts = [ICNS[side] + struct.pack(">I", len(data) + 8) + data for side, data in pictures.items() if side in ICNS]
    body = b"".join(parts)
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def write(folder: Path) -> None:
    """Write engawa-<side>.png, engawa.svg, engawa.ico and engawa.icns."""
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {side: png(side) for side in ICON_SIZES}
    for side, data in pictures.items():
        (folder / f"engawa-{side}.png").write_bytes(data)
    (folder / "engawa.svg").write_text(icon_svg(), "utf-8")
    (folder / "engawa.ico").write_bytes(ico(pictures))
    (folder / "engawa.icns").write_bytes(icns(pictures))
    del application


if __name__ == "__main__":
    write(Path(sys.argv[1]))
