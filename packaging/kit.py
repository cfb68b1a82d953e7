"""`make kit`: one folder for a USB stick, dist/engawa-kit, from files that are on this computer. Opens no connection.

    python packaging/kit.py [--models FOLDER]... [--packs FILE_OR_FOLDER]... [--out FOLDER]

Installers are taken from dist/, speech models (zip files of the catalogue, checked against its checksums) from dist/
and every --models folder, the shipped packs from scenarios/. What is missing is said in plain words, here and in the
stick's own list; a kit without it still works.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import parts
from PySide6.QtCore import QMarginsF, QSizeF, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout, QPageSize, QPdfWriter, QTextDocument

ROOT = parts.ROOT
PICTURE_WIDTH = 324
"""Width of a picture on the printed page, at 96 to the inch: a step and its picture stay together."""

INSTALLERS = (
    (
        "Engawa*-setup.exe",
        ("the Windows installer", r"made on Windows with packaging\windows\build.ps1, then laid into dist"),
        ("Windows のインストーラー", r"Windows の上で packaging\windows\build.ps1 で作り、dist に置きます"),
    ),
    (
        "Engawa*.dmg",
        ("the Mac installer", "made on a Mac with packaging/macos/build.sh, then laid into dist"),
        ("Mac のインストーラー", "Mac の上で packaging/macos/build.sh で作り、dist に置きます"),
    ),
    (
        "engawa_*.deb",
        ("the package for Debian and Ubuntu", "made with: make deb"),
        ("Debian と Ubuntu のパッケージ", "make deb で作ります"),
    ),
    (
        "engawa-*-linux-*.tar.xz",
        ("the archive for other Linux systems", "made with: make bundle"),
        ("ほかの Linux のためのファイル", "make bundle で作ります"),
    ),
)
"""Pattern in dist/; what it is and how one gets it, in English and Japanese."""

HANDBOOK = ("README.md", "LICENSE", "CHANGELOG.md", "docs/scene-sheet.md", "docs/scene-sheet.ja.md", "docs/promises.md")

WELCOME = {
    "en": """# This stick holds Engawa

- `install`: one file for each kind of computer. The page `guide-en.pdf` says which, and what to press, on paper too.
- `speech-models`: for hearing better, and for hearing Japanese. In Engawa: Settings, Hearing, *from a file*.
- `packs`: the scenes as files, to give to others or to put back.
- `handbook`: for those who write scenes or look after the program.
- `CHECKSUMS.txt`: whether a file is whole. On Linux: `sha256sum -c CHECKSUMS.txt`
""",
    "ja": """# このUSBメモリーには Engawa（縁側）が入っています

- `install`：パソコンの種類ごとに一つずつファイルがあります。
  どれを使い、何を押すかは `guide-ja.pdf` に書いてあります。印刷もできます。
- `speech-models`：声をよりよく聞き取るため、日本語を聞き取るためのものです。
  Engawa の「設定」「聞き取り」の「ファイルから」で入れます。
- `packs`：場面のファイルです。人に渡したり、入れ直したりできます。
- `handbook`：場面を書く方、プログラムの世話をする方のためのものです。
- `CHECKSUMS.txt`：ファイルがこわれていないか確かめるためのものです。Linux では `sha256sum -c CHECKSUMS.txt`
""",
}
MISSING = {"en": "## Not on this stick\n\n", "ja": "## この中にないもの\n\n"}


class Words(NamedTuple):
    """One sentence in both languages."""

    en: str
    ja: str


def digest(path: Path, kind: str = "sha256") -> str:
    """The file's checksum in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, kind).hexdigest()


def installers(target: Path) -> list[Words]:
    """Copy the newest of each; what is missing, in words."""
    missing = []
    for pattern, english, japanese in INSTALLERS:
        found = sorted((ROOT / "dist").glob(pattern), key=lambda path: path.stat().st_mtime)
        if found:
            shutil.copy(found[-1], target / found[-1].name)
        else:
            missing.append(Words(f"{english[0]}: {english[1]}", f"{japanese[0]}：{japanese[1]}"))
    return missing


def speech_models(target: Path, folders: list[Path]) -> list[Words]:
    """Copy every model of the catalogue that is here and whole; what is missing or broken, in words."""
    missing = []
    for model in tomllib.loads((ROOT / "assets" / "speech_models.toml").read_text("utf-8"))["model"]:
        name, url = f"{model['id']}.zip", model["url"]
        found = next((folder / name for folder in folders if (folder / name).is_file()), None)
        if found is None:
            english = f"the speech model {name}: get it from {url}, then name its folder with --models"
            missing.append(Words(english, f"音声モデル {name}：{url} から取り、--models でそのフォルダーを指定します"))
            continue
        kind = "sha256" if "sha256" in model else "md5"
        if found.stat().st_size != model["bytes"] or digest(found, kind) != model[kind]:
            english = f"the speech model {name}: the file in {found.parent.name} is not whole; get it again from {url}"
            missing.append(Words(english, f"音声モデル {name}：ファイルがこわれています。{url} から取り直します"))
            continue
        shutil.copy(found, target / name)
    return missing


def packs(target: Path, given: list[Path]) -> list[Words]:
    """Build every shipped pack, copy those that were given; what could not be built, in words."""
    missing = []
    for folder in sorted((ROOT / "scenarios").iterdir()):
        if folder.is_dir():
            command = [sys.executable, "-m", "trainer", "packs", "build", str(folder)]
            out = ["-o", str(target / f"{folder.name}.practicepack")]
            answer = subprocess.run([*command, *out], cwd=ROOT, capture_output=True, text=True, check=False)
            if answer.returncode:
                told = answer.stderr.strip()
                missing.append(Words(f"the pack {folder.name}: {told}", f"パック {folder.name}：{told}"))
    for path in given:
        for file in sorted(path.glob("*.practicepack")) if path.is_dir() else [path]:
            if file.is_file():
                shutil.copy(file, target / file.name)
            else:
                missing.append(Words(f"the pack {file}: there is no such file", f"パック {file}：ファイルがありません"))
    return missing


def handbook(target: Path) -> None:
    """Pages for those who look after the program."""
    for name in HANDBOOK:
        shutil.copy(ROOT / name, target / Path(name).name)


def guide(target: Path, language: str) -> None:
    """The first-day page as a PDF to print, A4, with its pictures."""
    application = QGuiApplication.instance() or QGuiApplication([])
    source = ROOT / "docs" / "start" / f"start.{language}.md"
    text = source.read_text("utf-8")
    writer = QPdfWriter(str(target))
    writer.setResolution(96)
    writer.setTitle("Engawa 縁側")
    margins = QMarginsF(20, 18, 20, 18)
    page = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins)
    page.setUnits(QPageLayout.Unit.Millimeter)
    page.setMargins(margins)
    writer.setPageLayout(page)
    document = QTextDocument()
    font = document.defaultFont()
    font.setFamilies(["Atkinson Hyperlegible", "BIZ UDPGothic", "Noto Sans CJK JP", *font.families()])
    font.setPointSizeF(10.5)
    document.setDefaultFont(font)
    document.setMarkdown(text)  # this forgets resources, so they come after it
    for name in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", text):
        picture = QImage(str(source.parent / name))
        picture.setDevicePixelRatio(max(1.0, picture.width() / PICTURE_WIDTH))
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), picture)
    document.setDocumentMargin(0)
    document.setPageSize(QSizeF(writer.width(), writer.height()))
    document.print_(writer)
    del application


def welcome(target: Path, missing: list[Words]) -> None:
    """READ-ME and よんでください on the stick."""
    for language, name in (("en", "READ-ME.txt"), ("ja", "よんでください.txt")):
        text = WELCOME[language]
        if missing:
            text += "\n" + MISSING[language] + "".join(f"- {getattr(line, language)}\n" for line in missing)
        (target / name).write_text(text, "utf-8")


def checksums(target: Path) -> None:
    """One line a file, as sha256sum reads it."""
    rows = [
        f"{digest(path)}  {path.relative_to(target).as_posix()}\n"
        for path in sorted(target.rglob("*"))
        if path.is_file()
    ]
    (target / "CHECKSUMS.txt").write_text("".join(rows), "utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Make the folder."""
    reader = argparse.ArgumentParser(description="One folder for a USB stick, from local files.")
    reader.add_argument("--models", type=Path, action="append", default=[], help="a folder with speech models (zip)")
    reader.add_argument("--packs", type=Path, action="append", default=[], help="a .practicepack, or a folder of them")
    reader.add_argument("--out", type=Path, default=ROOT / "dist" / "engawa-kit")
    told = reader.parse_args(arguments)
    if told.out.exists() and not (told.out / "CHECKSUMS.txt").exists() and any(told.out.iterdir()):
        print(f"{told.out} is there and is no kit; name another folder with --out.", file=sys.stderr)
        return 1
    shutil.rmtree(told.out, ignore_errors=True)
    folders = {name: told.out / name for name in ("install", "speech-models", "packs", "handbook")}
    for folder in folders.values():
        folder.mkdir(parents=True)
    missing = installers(folders["install"])
    missing += speech_models(folders["speech-models"], [*told.models, ROOT / "dist", ROOT / "dist" / "models"])
    missing += packs(folders["packs"], told.packs)
    handbook(folders["handbook"])
    for language in ("en", "ja"):
        guide(told.out / f"guide-{language}.pdf", language)
    welcome(told.out, missing)
    checksums(told.out)
    size = sum(path.stat().st_size for path in told.out.rglob("*") if path.is_file())
    print(f"{told.out}: {size / 1e6:.0f} MB")
    for line in missing:
        print(f"Not in it: {line.en}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
