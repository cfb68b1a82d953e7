"""Which kind of file it is, in which letters it was written, and from there to a draft sheet."""

from __future__ import annotations

from trainer.packs.importing.draft import Imported, NotAStory, Story
from trainer.packs.importing.table import read_table
from trainer.packs.importing.twee import is_twee, read_twee
from trainer.packs.importing.writing import sheet_of
from trainer.packs.importing.yarn import is_yarn, read_yarn

MOST_BYTES = 4_000_000
TABLES = (".csv", ".tsv")
ENDINGS = (".twee", ".tw", ".yarn", *TABLES)
"""Endings of the files that can be brought here."""


def story_of(name: str, content: bytes, language: str = "") -> Imported:
    """The draft sheet of a file, by its ending and what stands in it; `language` ("en", "ja") is told when left out.

    Raises NotAStory with a sentence in both languages.
    """
    if len(content) > MOST_BYTES:
        raise NotAStory("This file is too large for one scene.", "このファイルは、ひとつの場面には大きすぎます。")
    text = text_of(content)
    lower = name.lower()
    story: Story
    if lower.endswith(TABLES):
        story = read_table(text)
    elif lower.endswith(".yarn") or is_yarn(text):
        story = read_yarn(text)
    elif lower.endswith((".twee", ".tw")) or is_twee(text):
        story = read_twee(text)
    else:
        raise NotAStory(
            "Twee, Yarn and tables (CSV) can be brought here. This file is none of them.",
            "Twee と Yarn と表（CSV）を取り込めます。このファイルは、そのどれでもありません。",
        )
    if not story.parts:
        raise NotAStory("There is no scene in this file.", "このファイルに、場面はありません。")
    story.title = story.title or name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0].replace("-", " ")
    return sheet_of(story, language)


def text_of(content: bytes) -> str:
    """The text of a file: UTF-8, UTF-16 with its mark, or the Japanese code page of spreadsheet programs."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp932"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotAStory(
        "This file is not text that can be read here. Save it as UTF-8 and try again.",
        "このファイルの文字を読み取れません。UTF-8 で保存して、もう一度試してください。",
    )
