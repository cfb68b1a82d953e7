"""Program words for the codes of the core (dials, paths, ways, notices, facts), in one place."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from trainer.ways import Way


def path_name(path: str) -> str:
    """The name of a path of the map."""
    return {
        "home": QCoreApplication.translate("Words", "Home"),
        "outdoors": QCoreApplication.translate("Words", "Outdoors"),
        "errands": QCoreApplication.translate("Words", "Errands"),
        "belonging": QCoreApplication.translate("Words", "Belonging"),
        "english": QCoreApplication.translate("Words", "English"),
        "help": QCoreApplication.translate("Words", "Getting help"),
        "work": QCoreApplication.translate("Words", "Work"),
    }.get(path, QCoreApplication.translate("Words", "Other scenes"))


PATH_ICONS: dict[str, str] = {
    "home": "home",
    "outdoors": "outdoors",
    "errands": "errands",
    "belonging": "belonging",
    "english": "english",
    "help": "phone",
    "work": "work",
}


def way_name(way: Way) -> str:
    """The short name of a way of answering."""
    return {
        "listen": QCoreApplication.translate("Words", "Listen"),
        "choose": QCoreApplication.translate("Words", "Choose"),
        "type": QCoreApplication.translate("Words", "Type"),
        "read": QCoreApplication.translate("Words", "Read aloud"),
        "speak": QCoreApplication.translate("Words", "Speak"),
    }[way]


def way_note(way: Way) -> str:
    """What that way means, in a few words."""
    return {
        "listen": QCoreApplication.translate("Words", "Only watch and hear"),
        "choose": QCoreApplication.translate("Words", "Pick a line to say"),
        "type": QCoreApplication.translate("Words", "In your own words"),
        "read": QCoreApplication.translate("Words", "The words are shown"),
        "speak": QCoreApplication.translate("Words", "Freely, at any volume"),
    }[way]


def dial_name(name: str) -> str:
    """The name of a dial."""
    return {
        "queue": QCoreApplication.translate("Words", "People waiting"),
        "noise": QCoreApplication.translate("Words", "Sounds around"),
        "speed": QCoreApplication.translate("Words", "Speaking pace"),
        "eyes": QCoreApplication.translate("Words", "Eye contact"),
        "warmth": QCoreApplication.translate("Words", "Warmth"),
        "unheard": QCoreApplication.translate("Words", "Was not heard"),
        "surprise": QCoreApplication.translate("Words", "Surprise questions"),
        "pause": QCoreApplication.translate("Words", "Quiet moments"),
        "time": QCoreApplication.translate("Words", "Time of day"),
    }.get(name, name)


def _dial_words(name: str) -> tuple[str, ...]:
    return {
        "queue": (
            QCoreApplication.translate("Words", "no one"),
            QCoreApplication.translate("Words", "one person"),
            QCoreApplication.translate("Words", "two people"),
            QCoreApplication.translate("Words", "three people"),
        ),
        "noise": (
            QCoreApplication.translate("Words", "silent"),
            QCoreApplication.translate("Words", "soft"),
            QCoreApplication.translate("Words", "lively"),
        ),
        "speed": (
            QCoreApplication.translate("Words", "very slow"),
            QCoreApplication.translate("Words", "slow"),
            QCoreApplication.translate("Words", "everyday"),
        ),
        "eyes": (
            QCoreApplication.translate("Words", "looks away"),
            QCoreApplication.translate("Words", "now and then"),
            QCoreApplication.translate("Words", "looks at you"),
        ),
        "warmth": (
            QCoreApplication.translate("Words", "plain"),
            QCoreApplication.translate("Words", "friendly"),
            QCoreApplication.translate("Words", "warm"),
        ),
        "unheard": (
            QCoreApplication.translate("Words", "never"),
            QCoreApplication.translate("Words", "once"),
            QCoreApplication.translate("Words", "twice"),
        ),
        "surprise": (
            QCoreApplication.translate("Words", "none"),
            QCoreApplication.translate("Words", "one"),
            QCoreApplication.translate("Words", "several"),
        ),
        "pause": (
            QCoreApplication.translate("Words", "short"),
            QCoreApplication.translate("Words", "longer"),
            QCoreApplication.translate("Words", "long"),
        ),
        "time": (
            QCoreApplication.translate("Words", "day"),
            QCoreApplication.translate("Words", "evening"),
            QCoreApplication.translate("Words", "night"),
        ),
    }.get(name, ())


def dial_value(name: str, value: int) -> str:
    """A dial's value in words, never a bare number for a dial we know."""
    words = _dial_words(name)
    return words[min(max(0, value), len(words) - 1)] if words else str(value)


def notice(code: str) -> str:
    """A kind sentence for what happened to a machine; "" for what needs no words."""
    type_instead = QCoreApplication.translate("Words", "You can go on by choosing or typing. Nothing was lost.")
    sentence = {
        "microphone-absent": QCoreApplication.translate("Words", "No microphone was found."),
        "microphone-lost": QCoreApplication.translate("Words", "The microphone went away."),
        "microphone-muted": QCoreApplication.translate(
            "Words", "The microphone gives no sound. It may be muted, or not allowed for this program."
        ),
        "microphone-stalled": QCoreApplication.translate("Words", "The microphone stopped answering."),
        "recogniser-unavailable": QCoreApplication.translate(
            "Words", "This computer cannot hear words in this language yet."
        ),
        "recogniser-failed": QCoreApplication.translate("Words", "The program stopped understanding speech."),
    }.get(code, "")
    if sentence:
        gap = "" if sentence.endswith("。") else " "
        return f"{sentence}{gap}{type_instead}"
    return {
        "microphone-ready": QCoreApplication.translate("Words", "The microphone is back."),
        "microphone-changed": QCoreApplication.translate("Words", "Another microphone is in use now."),
        "recogniser-restarted": QCoreApplication.translate(
            "Words", "The program had to start listening anew. Please say it once more; it was the machine."
        ),
        "voice-unavailable": QCoreApplication.translate(
            "Words", "The voice cannot be heard on this computer now. The words are shown instead."
        ),
        "voice-failed": QCoreApplication.translate("Words", "The voice stopped. The words are shown instead."),
        "came-back": QCoreApplication.translate("Words", "This is where you left. The scene goes on from here."),
        "scene-changed": QCoreApplication.translate(
            "Words", "This scene was rewritten since you left. It begins at the beginning."
        ),
        "misheard": QCoreApplication.translate("Words", "The program did not catch that. It was the machine, not you."),
        "nothing-heard": QCoreApplication.translate(
            "Words", "No words reached the program. There is no hurry; choosing or typing works too."
        ),
    }.get(code, "")


class _Counted(QObject):
    """Sentences with a number: lupdate knows plural forms only in `tr` of an object."""

    def sentences(self, count: int) -> dict[str, str]:
        """By the fact's code."""
        return {
            "answered": self.tr("You answered %n time(s).", "", count),
            "answered-listen": self.tr("You listened, %n turn(s).", "", count),
            "answered-choose": self.tr("You chose %n answer(s).", "", count),
            "answered-type": self.tr("You typed %n answer(s).", "", count),
            "answered-read": self.tr("You read %n answer(s) aloud.", "", count),
            "answered-speak": self.tr("You spoke %n answer(s).", "", count),
            "asked-again": self.tr("You asked to hear %n line(s) again.", "", count),
            "stayed-quiet": self.tr("%n turn(s) stayed quiet. That was fine.", "", count),
            "hint": self.tr("You looked at %n hint(s).", "", count),
            "said-for-me": self.tr("%n line(s) were said for you.", "", count),
            "breath": self.tr("You took %n breath(s).", "", count),
            "dial": self.tr("You moved %n dial(s).", "", count),
            "not-understood": self.tr(
                "The program did not catch your words %n time(s). That was the machine.", "", count
            ),
            "not-heard": self.tr("You were asked again %n time(s), and stayed.", "", count),
        }


def fact(code: str, count: int, detail: str) -> str:
    """A plain sentence for a fact of a visit; "" for a fact that needs no words."""
    counted = _Counted().sentences(count)
    if code in counted:
        return counted[code]
    return {
        "tried-wrong": QCoreApplication.translate("Words", "You tried the other thing on purpose. The world went on."),
        "finished": QCoreApplication.translate("Words", "You reached the end."),
        "left": QCoreApplication.translate("Words", "You left when you wanted to."),
        "way": QCoreApplication.translate("Words", "You changed your way of answering."),
        "goal": QCoreApplication.translate("Words", "Reached: %1").replace("%1", detail),
    }.get(code, "")


FACT_ICONS: dict[str, str] = {
    "asked-again": "hear",
    "stayed-quiet": "stuck",
    "hint": "hint",
    "breath": "breath",
    "dial": "dials",
    "said-for-me": "hear",
    "finished": "begin",
    "left": "begin",
    "goal": "check",
    "answered-listen": "listen",
    "answered-type": "type",
    "answered-read": "read",
    "answered-speak": "speak",
    "tried-wrong": "swap",
}


def strength(code: str, detail: str) -> str:
    """One thing that worked, said as a fact."""
    return {
        "asked-again": QCoreApplication.translate("Words", "You asked to hear it again. The talk stayed yours."),
        "stayed-quiet": QCoreApplication.translate("Words", "You let a silence be, and stayed in it."),
        "left": QCoreApplication.translate("Words", "You left when you wanted to. Knowing when is a strength."),
        "finished": QCoreApplication.translate("Words", "You stayed until the end."),
        "breath": QCoreApplication.translate("Words", "You took a breath when you needed one."),
        "answered-speak": QCoreApplication.translate("Words", "You used your own voice."),
        "answered-read": QCoreApplication.translate("Words", "You lent your voice to the words."),
        "answered-type": QCoreApplication.translate("Words", "You found your own words."),
        "answered-listen": QCoreApplication.translate("Words", "You listened to all of it."),
        "not-heard": QCoreApplication.translate("Words", "You said it again when it was not heard."),
        "tried-wrong": QCoreApplication.translate("Words", "You tried the other thing, to see what happens."),
        "hint": QCoreApplication.translate("Words", "You took help when it was there."),
        "dial": QCoreApplication.translate("Words", "You set the scene the way you needed it."),
        "way": QCoreApplication.translate("Words", "You found the way of answering that suited you."),
        "goal": detail,
        "began": QCoreApplication.translate("Words", "You came in."),
    }.get(code, QCoreApplication.translate("Words", "You gave it a try."))


def idea(code: str, detail: str) -> str:
    """One idea for another day; "" when there is none."""
    if code.startswith("dial-"):
        name = dial_name(code.removeprefix("dial-"))
        return QCoreApplication.translate(
            "Words", "The same scene with one dial a little further: %1. The dial is yours."
        ).replace("%1", name)
    return {
        "way-choose": QCoreApplication.translate("Words", "The same scene, choosing lines this time."),
        "way-type": QCoreApplication.translate("Words", "The same scene, with words you type."),
        "way-read": QCoreApplication.translate("Words", "The same scene, reading one line aloud."),
        "way-speak": QCoreApplication.translate("Words", "The same scene, with your own voice, as softly as you like."),
        "again": QCoreApplication.translate("Words", "The same scene once more. It is never quite the same."),
        "on-purpose": QCoreApplication.translate("Words", "Try the other thing on purpose, and see what happens."),
        "ask-again": QCoreApplication.translate("Words", "Ask to hear one line again, to see that it is welcome."),
        "scene": detail,
    }.get(code, "")


def kept(codes: tuple[str, ...]) -> str:
    """What was written down, in one sentence."""
    names = {
        "facts": QCoreApplication.translate("Words", "these facts"),
        "tension": QCoreApplication.translate("Words", "the numbers"),
        "expected": QCoreApplication.translate("Words", "what you expected"),
        "words": QCoreApplication.translate("Words", "the words that were said"),
    }
    known = [names[code] for code in codes if code in names]
    if not known:
        return QCoreApplication.translate("Words", "Nothing was kept.")
    comma = QCoreApplication.translate("Words", ", ", "between the things that are kept")
    return QCoreApplication.translate("Words", "Kept: %1. Never your voice.").replace("%1", comma.join(known))


def outcome(code: str, detail: str = "") -> str:
    """One clear sentence for something that could not be done, and what to do next; "" when it went well."""
    if not code:
        return ""
    if code == "pack-refused" and detail:
        return detail
    no_file = QCoreApplication.translate("Words", "That file could not be found. Please choose it again.")
    no_place = QCoreApplication.translate("Words", "That place cannot be written to. Please choose another folder.")
    no_room = QCoreApplication.translate("Words", "There is not enough room on this disk.")
    no_model = QCoreApplication.translate(
        "Words", "This file is not a speech model that Engawa knows. Please choose another file."
    )
    sentence = {
        "pack-refused": QCoreApplication.translate(
            "Words", "This file could not be read as a pack. Ask the person it came from for a new copy."
        ),
        "pack-built-in": QCoreApplication.translate("Words", "This pack comes with Engawa and stays on the shelf."),
        "pack-older": QCoreApplication.translate("Words", "This pack is older than the one on your shelf."),
        "pack-other-content": QCoreApplication.translate(
            "Words", "This pack has the version of the one on your shelf, and another content."
        ),
        "pack-other-maker": QCoreApplication.translate(
            "Words", "A pack with the same id is on your shelf, and somebody else made it."
        ),
        "folder-not-there": QCoreApplication.translate("Words", "That folder is not there. Please choose it again."),
        "pack-not-there": QCoreApplication.translate("Words", "This pack is not on the shelf any more."),
        "file-not-there": no_file,
        "file-not-readable": QCoreApplication.translate(
            "Words", "That file could not be read. Please choose another one."
        ),
        "file-too-large": QCoreApplication.translate("Words", "That file is too large. Please choose another one."),
        "file-not-allowed": no_place,
        "file-not-kept": no_place,
        "file-full": no_room,
        "full": no_room,
        "archive": no_model,
        "not-a-model": no_model,
        "language": no_model,
        "model-unknown": no_model,
        "busy": QCoreApplication.translate("Words", "This is being installed already. It takes a moment."),
        "cancelled": QCoreApplication.translate("Words", "The installation was stopped. It can go on later."),
        "network": QCoreApplication.translate(
            "Words", "The download did not come through. You can try again, or install from a file."
        ),
        "checksum": QCoreApplication.translate("Words", "The file arrived damaged and was not used. Please try again."),
        "scene-broken": QCoreApplication.translate(
            "Words", "This scene cannot be opened. The other scenes are not affected."
        ),
        "erase-incomplete": QCoreApplication.translate(
            "Words", "Almost everything was erased. These files are still there; you can delete them by hand."
        ),
        "journal-locked": QCoreApplication.translate(
            "Words", "What is kept is locked, so this was not added. Open it with your passphrase to keep things again."
        ),
        "no-editor": QCoreApplication.translate("Words", "The editor is not part of this installation."),
    }.get(code)
    sentence = sentence or _of_the_record(code)
    if not sentence:
        return QCoreApplication.translate("Words", "That could not be done. Nothing was changed.")
    return f"{sentence} ({detail})" if detail and code in _SHOWN_DETAIL else sentence


_SHOWN_DETAIL = frozenset(
    {"erase-incomplete", "file-not-readable", "file-not-there", "file-not-kept", "settings-values"},
)
"""Codes whose detail is a file name worth showing."""


def _of_the_record(code: str) -> str:
    """What became of the record or the settings, and what to do; "" for another code."""
    room = QCoreApplication.translate(
        "Words", "The disk is full. What happened waits in memory, and is kept once there is room."
    )
    return {
        "journal-full": room,
        "journal-set-aside": QCoreApplication.translate(
            "Words", "The record was damaged. It was put aside whole, and what could be read of it is here."
        ),
        "journal-not-kept": QCoreApplication.translate(
            "Words", "Nothing can be kept on this computer at the moment. Practice works all the same."
        ),
        "journal-newer": QCoreApplication.translate(
            "Words", "A newer version of Engawa wrote the record, so it is left alone. This version keeps nothing."
        ),
        "settings-damaged": QCoreApplication.translate(
            "Words", "The settings file could not be understood. The usual settings hold; the old file stays beside it."
        ),
        "settings-values": QCoreApplication.translate(
            "Words", "Some settings could not be used, and stand as they usually do."
        ),
        "settings-not-kept": QCoreApplication.translate(
            "Words", "This could not be written down, and holds until the program ends. Please make some room."
        ),
        "settings-not-readable": QCoreApplication.translate(
            "Words", "The settings file could not be read. The usual settings hold for now."
        ),
    }.get(code, "")


def language_name(language: str) -> str:
    """A language's name in itself; never translated."""
    return {"en": "English", "ja": "日本語"}.get(language, language)


def tension_ends() -> tuple[str, str]:
    """Words for 0 and 10."""
    return QCoreApplication.translate("Words", "calm"), QCoreApplication.translate("Words", "very tense")


def tension_spoken() -> str:
    """How a number of the scale is spoken; `%1` stands for it."""
    return QCoreApplication.translate("Words", "%1 of 10")
