"""How well the built-in English recogniser hears real coffee orders, through the streaming path.

    python -m tests.bench.hearing FOLDER [--limit N] [--noise clean 24 12] [--off-script]

FOLDER (or ENGAWA_BARISTA) holds labels.json, coffee.json, kitchen.flac|wav and speech/*.flac|wav; without it nothing is
measured. Right: every labelled slot exactly right. Noise is mixed as its makers do: ratio of the largest 2048-sample
frame energies, then peak 0.5. FLAC needs the soundfile package or sox, which the program itself does not use.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import time
from pathlib import Path

import numpy as np

from trainer.hearing.recordings import RecordingEars
from trainer.hearing.supervisor import ChosenEngine
from trainer.script import Expectation, ExpectedReply, Slot, SlotValue

RATE = 16_000
INTERVIEW = Expectation(
    1,
    "en",
    "interview/why",
    (
        ExpectedReply("cafe", "cafe", ("i worked in a small cafe for two years", "i used to work in a cafe")),
        ExpectedReply("people", "people", ("i like working with people", "i would like to meet people")),
        ExpectedReply("first", "first", ("this would be my first job", "i have not worked before")),
        ExpectedReply("near", "near", ("it is close to my home", "i live nearby")),
        ExpectedReply("again", "again", ("could you say that again please",)),
    ),
)
"""A moment of another domain: whatever is ordered here is off-script."""


class Barista:
    """The folder of recordings."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.labels: dict[str, dict[str, str]] = json.loads((folder / "labels.json").read_text())
        told = json.loads((folder / "coffee.json").read_text())
        self.slots: dict[str, list[str]] = told["slots"]
        self.order = Expectation(
            1,
            told["language"],
            "cafe/order",
            tuple(ExpectedReply(name, name, tuple(examples)) for name, examples in told["replies"].items()),
            tuple(Slot(name, tuple(SlotValue(v, v) for v in values)) for name, values in self.slots.items()),
        )
        self._kitchen = read(folder / "kitchen.flac")

    def sound(self, name: str, noise: str) -> np.ndarray:
        clean = read(self.folder / "speech" / name)
        if noise == "clean":
            return clean
        place = np.random.default_rng(int(name[:6], 16)).integers(0, len(self._kitchen) - len(clean))
        under = self._kitchen[place : place + len(clean)]
        under = under * np.sqrt(loudest(clean) / loudest(under) / 10 ** (float(noise) / 10))
        mixed = clean + under
        return mixed / np.abs(mixed).max() * 0.5 * 32767

    def found(self, text: str) -> dict[str, str]:
        """Slots in a text: longest value first, left to right."""
        table = {tuple(value.split()): name for name, values in self.slots.items() for value in values}
        words, place, found = text.split(), 0, {}
        while place < len(words):
            for size in range(6, 0, -1):
                piece = tuple(words[place : place + size])
                if len(piece) == size and piece in table:
                    found.setdefault(table[piece], " ".join(piece))
                    place += size
                    break
            else:
                place += 1
        return found


def read(path: Path) -> np.ndarray:
    if path.with_suffix(".wav").exists():
        import wave

        with wave.open(str(path.with_suffix(".wav"))) as sound:
            return np.frombuffer(sound.readframes(sound.getnframes()), "<i2").astype(float)
    try:
        import soundfile
    except ImportError:
        # Where sox is installed it reads FLAC as well.
        if shutil.which("sox") is None:
            raise SystemExit("These recordings are FLAC: install sox (apt) or the Python package soundfile.") from None
        raw = subprocess.run(
            ["sox", str(path), "-t", "raw", "-e", "signed", "-b", "16", "-"], capture_output=True, check=True
        )
        return np.frombuffer(raw.stdout, "<i2").astype(float)
    return soundfile.read(path, dtype="int16")[0].astype(float)


def loudest(samples: np.ndarray) -> float:
    frames = samples[: len(samples) // 2048 * 2048].reshape(-1, 2048)
    return float(np.square(frames).sum(axis=1).max())


def pcm(samples: np.ndarray) -> bytes:
    return np.clip(np.rint(samples), -32768, 32767).astype("<i2").tobytes()


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", nargs="?", default=os.environ.get("ENGAWA_BARISTA"))
    asked.add_argument("--limit", type=int, default=1000)
    asked.add_argument("--skip", type=int, default=0)
    asked.add_argument("--noise", nargs="+", default=["clean", "24", "12"])
    asked.add_argument("--off-script", action="store_true")
    asked.add_argument("--verbose", action="store_true")
    told = asked.parse_args()
    if not told.folder:
        print("No recordings: give the folder. Nothing was measured.")
        return
    barista = Barista(Path(told.folder))
    names = sorted(barista.labels)[told.skip : told.skip + told.limit]
    ears = RecordingEars(ChosenEngine("pocketsphinx"))
    try:
        for noise in told.noise:
            report(ears, barista, names, noise, told)
    finally:
        ears.close()


def report(ears: RecordingEars, barista: Barista, names: list[str], noise: str, told: argparse.Namespace) -> None:
    right, accepted, shares = 0, 0, []
    for name in names:
        sound = barista.sound(name, noise)
        began = time.monotonic()
        heard = ears.hear(pcm(sound), RATE, INTERVIEW if told.off_script else barista.order).utterance()
        shares.append((time.monotonic() - began) / (len(sound) / RATE))
        text = heard.text if heard else ""
        sure = statistics.mean(word.confidence for word in heard.words) if heard and heard.words else 0.0
        found, wanted = barista.found(text), barista.labels[name]
        good = all(found.get(slot) == value for slot, value in wanted.items())
        right += good
        accepted += sure >= 0.5
        if told.verbose and (told.off_script or not good or sure < 0.5):
            print(f"   {sure:.2f} {text} | {heard.alternatives if heard else ()} | {wanted}")
    kind = "off-script taken for a reply" if told.off_script else "all slots right"
    figure = accepted if told.off_script else right
    print(
        f"{noise:>6}: {kind} {100 * figure / len(names):.1f} % of {len(names)}; taken for a reply "
        f"{100 * accepted / len(names):.1f} %; work {statistics.mean(shares):.2f} of real time",
        flush=True,
    )


if __name__ == "__main__":
    main()
