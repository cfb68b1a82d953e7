"""Sentences about packs: how far they were read, what may be done with them, how a file relates to the shelf."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from trainer.ui.bridge_packs import CheckedNow, PackCover


class Counts(QObject):
    """Sentences with a number in them; only `tr` of an object has plural forms."""

    def scenes(self, count: int) -> str:
        """How many scenes."""
        return self.tr("%n scene(s)", "", count)

    def minutes(self, count: int) -> str:
        """About how long they take together."""
        return self.tr("about %n minute(s)", "", count)

    def errors(self, count: int) -> str:
        """What keeps a pack from being practised."""
        return self.tr("Checked now: %n thing(s) in it must be repaired by its makers.", "", count)

    def warnings(self, count: int) -> str:
        """What its makers may want to look at."""
        return self.tr("Checked now: it can be practised. Its makers may want to look at %n thing(s).", "", count)


def review(state: str) -> str:
    """How far a pack was looked at before it was given away."""
    return {
        "draft": QCoreApplication.translate("Packs", "A draft. Nobody else has read it yet."),
        "self-checked": QCoreApplication.translate("Packs", "Its makers have checked it."),
        "read-by-second": QCoreApplication.translate("Packs", "A second person has read it."),
        "tried": QCoreApplication.translate("Packs", "Other people have tried it."),
    }.get(state, state)


def licence(text: str) -> str:
    """What may be done with it, in a plain sentence before the licence's own name."""
    told = text.casefold().replace(" ", "-")
    if told.startswith("cc0"):
        plain = QCoreApplication.translate("Packs", "You may share and change it.")
    elif told.startswith("cc-by-nd"):
        plain = QCoreApplication.translate("Packs", "You may share it as it is, if you name its makers.")
    elif told.startswith("cc-by-nc"):
        plain = QCoreApplication.translate("Packs", "You may share it, not for money, if you name its makers.")
    elif told.startswith("cc-by"):
        plain = QCoreApplication.translate("Packs", "You may share and change it if you name its makers.")
    elif told == "all-rights-reserved":
        return QCoreApplication.translate("Packs", "Please ask its makers before you give it to others.")
    else:
        return text
    return f"{plain} ({text})"


def arrival(cover: PackCover) -> str:
    """How the file relates to what stands on the shelf; "" for something new."""
    sentence = {
        "same": QCoreApplication.translate("Packs", "This very pack is on your shelf already."),
        "newer": QCoreApplication.translate(
            "Packs", "It is newer than the one on your shelf (%1). What you have practised stays yours."
        ),
        "older": QCoreApplication.translate("Packs", "It is older than the one on your shelf (%1)."),
        "other-content": QCoreApplication.translate(
            "Packs",
            "It has the version of the one on your shelf (%1), and another content. "
            "Compare the fingerprints with whoever gave it to you.",
        ),
        "other-maker": QCoreApplication.translate(
            "Packs",
            "A pack with the same id is on your shelf, and somebody else made it. "
            "Ask whoever gave it to you before you replace it.",
        ),
        "built-in": QCoreApplication.translate("Packs", "This pack comes with Engawa already, and stays as it is."),
    }.get(cover.arrival, "")
    return sentence.replace("%1", cover.standing)


def checked(found: CheckedNow | None) -> str:
    """What looking it over now has found."""
    if found is None:
        return QCoreApplication.translate("Packs", "It is being checked…")
    if found.errors:
        return Counts().errors(found.errors)
    if found.warnings:
        return Counts().warnings(found.warnings)
    return QCoreApplication.translate("Packs", "Checked now: nothing to repair.")


def given(by: str, on: str) -> str:
    """Who gave it, and when it came."""
    return ", ".join(part for part in (by, on) if part)
