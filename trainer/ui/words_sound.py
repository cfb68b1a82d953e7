"""Program words for microphones: how one stands, and how a trial recording was."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from trainer.speech import MicrophoneState
from trainer.ui.bridge import TrialVerdict


def microphone(state: MicrophoneState | str, device: str) -> str:
    """One sentence on how the microphone stands."""
    sentence = {
        "": QCoreApplication.translate("Sound", "The microphone is being opened."),
        "ready": QCoreApplication.translate("Sound", "This microphone is listening: %1"),
        "changed": QCoreApplication.translate("Sound", "Another microphone is in use now: %1"),
        "absent": QCoreApplication.translate(
            "Sound", "No microphone was found. Plug one in at any time. Choosing and typing count the same."
        ),
        "lost": QCoreApplication.translate("Sound", "The microphone went away. It is looked for every few seconds."),
        "muted": QCoreApplication.translate(
            "Sound",
            "The microphone gives no sound at all. Look for a switch on it, and in the system's settings whether "
            "programs may use it.",
        ),
        "stalled": QCoreApplication.translate(
            "Sound", "The microphone stopped answering. Unplugging it and plugging it in again often helps."
        ),
    }.get(state, "")
    return sentence.replace("%1", device or QCoreApplication.translate("Sound", "the system's own choice"))


def loud_room() -> str:
    """What to do about a loud room."""
    return QCoreApplication.translate(
        "Sound",
        "It is rather loud around the microphone. Closer to your mouth, a headset, or a closed door helps. "
        "Choosing and typing always work.",
    )


def verdict(code: TrialVerdict) -> str:
    """One sentence on how a trial recording was, and what can be done."""
    return {
        "good": QCoreApplication.translate("Sound", "That came through well. Nothing needs to be changed."),
        "nothing": QCoreApplication.translate(
            "Sound", "No voice reached the program. Move closer, or choose another microphone, and try once more."
        ),
        "muted": QCoreApplication.translate(
            "Sound", "The microphone gave no sound at all. It may be muted, or not allowed for this program."
        ),
        "faint": QCoreApplication.translate(
            "Sound", "Your voice came through very softly. “I speak very softly” in the settings turns the sound up."
        ),
        "loud": QCoreApplication.translate(
            "Sound", "Your voice was so near that it was cut off at the top. A little more distance helps."
        ),
        "noisy": QCoreApplication.translate(
            "Sound", "Your voice hardly stands out from the sounds around it. A headset or a closed door helps."
        ),
    }.get(code, "")
