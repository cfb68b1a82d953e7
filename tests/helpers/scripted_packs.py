"""The scripted desk's shelf: two packs, as many beside as a test wants, files known by their names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from trainer.ui.bridge_packs import CheckedNow, PackCard, PackCover, ShelfFolder
from trainer.ui.outcome import Outcome

WORDS = {
    "en": (
        "Evenings at the shop",
        "Four scenes in a small shop after dark.",
        "A queue. A phone rings once.",
        "Home and garden",
        "The thirty-eight scenes that come with Engawa.",
    ),
    "ja": (
        "夜のお店で",
        "暗くなってからの小さなお店。四つの場面です。",
        "列に並ぶことがあります。電話が一度鳴ります。",
        "家と庭",
        "縁側にはじめから入っている三十八の場面です。",
    ),
}
TITLES = {"en": ("The last customer", "Change, please", "A wet umbrella", "Closing time"),
          "ja": ("最後のお客さん", "両替をお願いする", "ぬれた傘", "閉店の時間")}  # fmt: skip


class ScriptedPacks:
    """Keeps what was asked of it in `asked`. A file's name says what it is: older, stranger, update, broken."""

    asked: list[tuple[object, ...]]

    def __init__(self) -> None:
        self.beside = 0
        self.folders: list[ShelfFolder] = []
        self.hidden: set[str] = set()
        self.on_shelf = True
        self.held_checks: list[tuple[str, Callable[[CheckedNow], None]]] = []
        self.held_looks: list[Callable[[bool], None]] = []

    def screen_language(self) -> str:
        raise NotImplementedError

    def packs(self) -> Sequence[PackCard]:
        name, about, note, own_name, own_about = WORDS[self.screen_language()]
        shipped = PackCard(
            "engawa", own_name, own_about, "1.0.0", 38, ("en", "ja"), ("Engawa",), "CC BY 4.0", (),
            "maple river seven lamp north tea", True, "home", origin="built-in", hidden="engawa" in self.hidden,
        )  # fmt: skip
        own = PackCard(
            "evenings", name, about, "1.2.0", 4, ("en", "ja"), ("K. Aoki", "R. Lindqvist"), "CC BY 4.0", (note,),
            "cedar window two rain south bell", False, "shop", 2, 6, "read-by-second", "2026-10-02",
            hidden="evenings" in self.hidden, given_by="Ms Mori", given_on="2026-11-03", file="/shelf/evenings",
        )  # fmt: skip
        more = [
            replace(
                own,
                id=f"beside.{n}",
                name=f"{name} {n}",
                origin="beside",
                file=f"/centre/{n}.practicepack",
                where="/centre",
                given_by="",
                given_on="",
                fingerprint="",
            )
            for n in range(self.beside)
        ]
        return (shipped, *((own,) if self.on_shelf else ()), *more)

    def pack(self, pack: str) -> PackCard | None:
        found = next((one for one in self.packs() if one.id == pack), None)
        if found is None or found.origin != "own" or found.hidden:
            return found
        return replace(found, open_to=(("evenings/last", TITLES[self.screen_language()][0]),))

    def look_at_pack(self, path: str) -> tuple[Outcome, PackCover | None]:
        self.asked.append(("look_at_pack", path))
        if path.endswith(".zip") or "broken" in path:
            return Outcome("pack-refused", "This pack is damaged: directory. Nothing was changed."), None
        self_card = next(one for one in self.packs() if one.id in ("evenings", "engawa"))
        card = next((one for one in self.packs() if one.id == "evenings"), self_card)
        titles = TITLES[self.screen_language()]
        card = replace(card, given_by="", given_on="")
        cover = PackCover(card, path, "new", "", titles)
        if "older" in path:
            return Outcome(), replace(cover, card=replace(card, version="1.0.0"), arrival="older", standing="1.2.0")
        if "stranger" in path:
            return Outcome(), replace(cover, arrival="other-maker", standing="1.2.0")
        if "update" in path:
            return Outcome(), replace(
                cover, card=replace(card, version="1.3.0"), arrival="newer", standing="1.2.0",
                added=titles[2:3], changed=titles[:1], gone=titles[3:],
            )  # fmt: skip
        return Outcome(), cover

    def pack_words(self, path: str) -> str:
        return "== arrive ==\n<b>CLERK</b>: Hello.\n" * 20

    def check_pack(self, path: str, done: Callable[[CheckedNow], None]) -> None:
        self.held_checks.append((path, done))

    def add_pack(self, path: str, replace: bool = False, giver: str = "") -> Outcome:
        self.asked.append(("add_pack", path, replace, giver))
        if "broken" in path:
            return Outcome("pack-refused", "")
        if ("older" in path or "stranger" in path) and not replace:
            return Outcome("pack-older" if "older" in path else "pack-other-maker", "1.2.0 → 1.0.0")
        self.on_shelf = True
        return Outcome("", "evenings")

    def remove_pack(self, pack: str) -> Outcome:
        self.asked.append(("remove_pack", pack))
        if pack != "evenings":
            return Outcome("pack-built-in", pack)
        self.on_shelf = False
        return Outcome()

    def hide_pack(self, pack: str, hidden: bool) -> Outcome:
        self.asked.append(("hide_pack", pack, hidden))
        (self.hidden.add if hidden else self.hidden.discard)(pack)
        return Outcome()

    def shelf_folders(self) -> Sequence[ShelfFolder]:
        return tuple(self.folders)

    def add_shelf_folder(self, path: str) -> Outcome:
        self.asked.append(("add_shelf_folder", path))
        if "none" in path:
            return Outcome("folder-not-there", path)
        self.folders.append(ShelfFolder(path, 3))
        return Outcome()

    def remove_shelf_folder(self, path: str) -> Outcome:
        self.folders = [one for one in self.folders if one.path != path]
        return Outcome()

    def look_again(self, done: Callable[[bool], None]) -> None:
        if self.folders:
            self.held_looks.append(done)
