"""What any voice must do, played on a real loudspeaker or in silence: `python -m tests.helpers.voice_scenes NAME`.

The virtual loudspeaker's address is read once by PortAudio when it is loaded, so a scene on a device runs in a
process of its own; it prints the facts as JSON lines.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from tests.helpers.listening import Heard, english, japanese, until
from trainer.portaudio import sound_library
from trainer.speaking.mixer import Mixer
from trainer.speaking.outputs import DevicePlayer, Output, SilentPlayer
from trainer.speaking.partner_voice import PartnerVoice
from trainer.speaking.reporter import Reporter
from trainer.speech import LineBegan, SpeakingFinished, VoiceChanged, WordReached

LINES = (english("Hello. What can I get you?"), japanese("いらっしゃいませ。"))


@dataclass(frozen=True)
class Told:
    """A fact with the moment at which it was posted."""

    kind: str
    at: float
    fact: dict[str, Any]


class Stamped(Heard):
    """Notes when each fact came."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[Told] = []

    def __call__(self, fact: Any) -> None:
        self.told.append(Told(type(fact).__name__, time.monotonic(), asdict(fact)))
        super().__call__(fact)


def talk(voice: PartnerVoice, heard: Stamped) -> None:
    """Two lines, one in each language."""
    voice.prepare(LINES)
    until(
        lambda: len(voice._renderer._cache._lines) == 3, 60
    )  # three breaths: what follows is the sample clock's alone
    voice.say(1, LINES)
    heard.wait(SpeakingFinished)


def interrupted(voice: PartnerVoice, heard: Stamped) -> None:
    """A long line, stopped, and another one after it."""
    voice.say(1, [english("This line is rather long, because somebody is going to talk into it, and that is fine.")])
    heard.wait(WordReached, 3)
    voice.stop()
    heard.wait(SpeakingFinished)
    voice.say(2, [english("Go on.")])
    heard.wait(SpeakingFinished, 2)


def queued(voice: PartnerVoice, heard: Stamped) -> None:
    """Three says in a row, one of them empty."""
    voice.say(1, [english("One.")])
    voice.say(2, [])
    voice.say(3, [english("Three.")])
    heard.wait(SpeakingFinished, 3)


def hidden(voice: PartnerVoice, heard: Stamped) -> None:
    """Everything silent at once, and the words go on."""
    voice.set_ambience("cafe", 1.0)
    voice.mute(True)
    voice.say(1, [english("Nobody hears this.")])
    heard.wait(SpeakingFinished)


def lost(voice: PartnerVoice, heard: Stamped) -> None:
    """The sound server dies while somebody speaks (told by a line on stdin when it has)."""
    voice.say(1, [english("This line is rather long, because the loudspeaker is going to be taken away meanwhile.")])
    heard.wait(LineBegan)
    print("speaking", flush=True)
    sys.stdin.readline()
    heard.wait(SpeakingFinished)
    until(lambda: any(fact.reason.startswith("speaker-lost") for fact in heard.of(VoiceChanged)))


SCENES: dict[str, Callable[[PartnerVoice, Stamped], None]] = {
    scene.__name__: scene for scene in (talk, interrupted, queued, hidden, lost)
}


def play(name: str, silent: bool) -> list[Told]:
    """Play a scene and give what was posted."""
    heard = Stamped()
    assert silent or sound_library().module is not None  # loaded early, as the window does
    voice = PartnerVoice(heard, make_output=_silent if silent else DevicePlayer)
    SCENES[name](voice, heard)
    voice.close()
    return heard.told


def _silent(mixer: Mixer, reporter: Reporter, device: str, latency: float) -> Output:
    return SilentPlayer(mixer, reporter)


if __name__ == "__main__":
    for told in play(sys.argv[1], False):
        print(json.dumps(asdict(told)))
