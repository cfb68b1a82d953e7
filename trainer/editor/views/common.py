"""What several views of the desk share: sentences for outcomes, the button that hides, names of findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from trainer.editor.model.live import Problem
from trainer.packs.catalogue.definition import Severity
from trainer.ui import words
from trainer.ui.bridge import Outcome
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.theme import Look


def hide_button(look: Look, hide: Callable[[], None]) -> CalmButton:
    """Turns the window into something neutral, at once."""
    button = CalmButton(look, QCoreApplication.translate("Common", "Hide  F9"), "hide")
    button.setAccessibleName(QCoreApplication.translate("Common", "Hide"))
    button.setAccessibleDescription(
        QCoreApplication.translate("Common", "F9. Turns this window into a plain page and mutes at once.")
    )
    button.setObjectName("hide")
    button.clicked.connect(hide)
    return button


def outcome_words(outcome: Outcome) -> str:
    """One sentence for how something went; "" when it went well."""
    if outcome.ok:
        return ""
    if outcome.code == "said":
        return outcome.detail
    own = {
        "no-pack-here": QCoreApplication.translate(
            "Desk", "There is no pack in “%1”. A pack is a folder with a pack.toml and a folder “scenes”."
        ),
        "folder-empty": QCoreApplication.translate("Desk", "The pack “%1” holds no scene yet. Begin one here."),
        "sheet-not-read": QCoreApplication.translate("Desk", "“%1” could not be opened. Check the name and try again."),
        "not-kept": QCoreApplication.translate(
            "Desk", "“%1” could not be kept there. Choose another folder, or make room on the disk."
        ),
        "not-carried": QCoreApplication.translate(
            "Desk", "“%1” could not be read as a story. Save it as Twee 3, Yarn or CSV and try again."
        ),
        "media-refused": QCoreApplication.translate(
            "Desk", "“%1” cannot go into a pack. Pictures may be PNG, JPEG or WebP, sounds WAV, Ogg or MP3."
        ),
        "recovered": QCoreApplication.translate(
            "Desk", "What was being written when the program stopped is here again."
        ),
        "pack-refused": QCoreApplication.translate("Desk", "The pack could not be built. %1"),
    }
    if outcome.code in own:
        return own[outcome.code].replace("%1", outcome.detail)
    return words.outcome(outcome.code, outcome.detail)


def severity_name(severity: Severity) -> str:
    """What a kind of finding asks for."""
    return {
        "error": QCoreApplication.translate("Desk", "must fix"),
        "warning": QCoreApplication.translate("Desk", "look at"),
        "idea": QCoreApplication.translate("Desk", "idea"),
    }[severity]


def severity_count(severity: Severity, count: int) -> str:
    """How many there are of a kind of finding."""
    words = {
        "error": QCoreApplication.translate("Desk", "%1 must fix"),
        "warning": QCoreApplication.translate("Desk", "%1 to look at"),
        "idea": QCoreApplication.translate("Desk", "1 idea")
        if count == 1
        else QCoreApplication.translate("Desk", "%1 ideas"),
    }[severity]
    return words.replace("%1", str(count))


def found_words(problems: Sequence[Problem], japanese: bool) -> str:
    """How many findings there are, by kind; "" for none."""
    counts: Counter[Severity] = Counter(problem.severity for problem in problems)
    kinds: tuple[Severity, ...] = ("error", "warning", "idea")
    return ("、" if japanese else ", ").join(severity_count(one, counts[one]) for one in kinds if counts[one])


def shown_place(path: Path) -> str:
    """A folder as a person reads it: the home folder is a tilde."""
    try:
        return (Path("~") / path.relative_to(Path.home())).as_posix()
    except ValueError:
        return str(path)
