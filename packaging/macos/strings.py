"""InfoPlist.strings in English and Japanese: what macOS shows when it asks for the microphone.

python packaging/macos/strings.py Engawa.app/Contents/Resources
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import parts

NAMES = {"en": "Engawa", "ja": "縁側"}


def text(language: str) -> str:
    """The file's text."""
    rows = {"CFBundleDisplayName": NAMES[language], "NSMicrophoneUsageDescription": parts.MICROPHONE[language]}
    return "".join(f'"{key}" = "{value}";\n' for key, value in rows.items())


def write(resources: Path) -> None:
    """Write en.lproj and ja.lproj."""
    for language in NAMES:
        folder = resources / f"{language}.lproj"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "InfoPlist.strings").write_text(text(language), "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
