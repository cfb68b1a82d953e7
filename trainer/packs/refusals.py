"""Why a pack is not opened: one calm sentence each, in both languages. Nothing was changed when one is said."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "not-a-pack": (
        "This file is not a practice pack.",
        "このファイルは練習パックではありません。",
    ),
    "too-large": (
        "This pack is larger than a pack may be ({0}).",
        "このパックは大きすぎます（{0}）。",
    ),
    "too-many": (
        "This pack holds more files than a pack may hold ({0}).",
        "このパックはファイルの数が多すぎます（{0}）。",
    ),
    "swells": (
        "A file in this pack swells when it is opened: {0}.",
        "開くとふくらむファイルが入っています：{0}。",
    ),
    "overlaps": (
        "The files in this pack lie over one another.",
        "パックの中のファイルが重なり合っています。",
    ),
    "damaged": (
        "This pack is damaged: {0}.",
        "このパックはこわれています：{0}。",
    ),
    "odd-storing": (
        "A file in this pack is stored in a way packs do not use: {0}.",
        "パックでは使わない形で保存されたファイルがあります：{0}。",
    ),
    "not-a-file": (
        "This pack holds a link or a folder where only files belong: {0}.",
        "ファイルではないもの（リンクなど）が入っています：{0}。",
    ),
    "name": (
        "A file in this pack has a name that packs do not use: {0}.",
        "パックでは使えない名前のファイルがあります：{0}。",
    ),
    "same-name": (
        "Two files in this pack would have the same name on some computers: {0}.",
        "パソコンによっては同じ名前になるファイルがあります：{0}。",
    ),
    "kind": (
        "This pack holds a kind of file that packs do not use: {0}.",
        "パックでは使わない種類のファイルが入っています：{0}。",
    ),
    "disguised": (
        "A file in this pack is not what its name says, or is not whole: {0}.",
        "名前と中身がちがうか、欠けているファイルがあります：{0}。",
    ),
    "picture": (
        "A picture in this pack is larger than a picture may be: {0}.",
        "大きすぎる絵が入っています：{0}。",
    ),
    "sound": (
        "A sound in this pack is longer or finer than a sound may be: {0}.",
        "長すぎる、または細かすぎる音が入っています：{0}。",
    ),
    "text": (
        "A text in this pack is not plain UTF-8: {0}.",
        "UTF-8 ではない文書が入っています：{0}。",
    ),
    "hidden": (
        "A text in this pack holds a character that nobody can see: {0}.",
        "目に見えない文字が入っています：{0}。",
    ),
    "long": (
        "A text in this pack has more lines, or longer ones, than a text may have: {0}.",
        "行が多すぎる、または長すぎる文書が入っています：{0}。",
    ),
    "sheet": (
        "A scene in this pack holds more than a scene may hold: {0}.",
        "中身が多すぎる場面が入っています：{0}。",
    ),
    "no-scene": (
        "There is no scene in this pack.",
        "このパックには場面がありません。",
    ),
    "no-manifest": (
        "This pack has no cover sheet (pack.toml).",
        "表紙（pack.toml）がありません。",
    ),
    "manifest": (
        "The cover sheet of this pack cannot be read: {0}.",
        "表紙（pack.toml）が読めません：{0}。",
    ),
    "newer": (
        "This pack was made with a newer Engawa.",
        "このパックは、もっと新しい縁側で作られています。",
    ),
    "needs": (
        "This pack needs something this Engawa does not have: {0}.",
        "この縁側にはない機能が必要なパックです：{0}。",
    ),
    "unlisted": (
        "This pack holds a file its cover sheet does not name: {0}.",
        "表紙に書かれていないファイルが入っています：{0}。",
    ),
    "checksum": (
        "A file in this pack is not the one its maker put in: {0}.",
        "作った人が入れたものとちがうファイルがあります：{0}。",
    ),
}
"""code -> (English, Japanese); `{0}` is a name or a number, cut short and without marks that could mislead."""

UNCHANGED = ("Nothing was changed.", "なにも変わっていません。")


class Refused(ValueError):  # noqa: N818 - it is the word on the screen: the pack was refused
    """The pack is not opened. `code` is stable; `detail` is shown cut short."""

    def __init__(self, code: str, detail: str = "") -> None:
        self.code = code
        self.detail = shown(detail)
        super().__init__(self.sentence("en"))

    def sentence(self, language: str) -> str:
        """The reason and that nothing was changed, in the screen's language."""
        number = 1 if language == "ja" else 0
        return f"{SENTENCES[self.code][number].format(self.detail)} {UNCHANGED[number]}"


def shown(text: str, longest: int = 60) -> str:
    """A piece of somebody else's text, safe to show in one line."""
    plain = "".join(character if character.isprintable() else "·" for character in text)
    return plain if len(plain) <= longest else plain[: longest - 1] + "…"
