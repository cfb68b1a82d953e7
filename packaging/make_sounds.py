"""Makes assets/sounds: the quiet sounds of places (seamless loops) and short effects, from numbers alone.

Run `python packaging/make_sounds.py`; the same seed always gives the same files. Noise is made from a spectrum with
random phases, so it repeats without a seam; everything else is laid into the loop as into a ring. Nothing is loud:
no sample is above -12 dBFS and nothing begins suddenly, because the people who hear this may startle easily.
"""

from __future__ import annotations

import sys
import wave
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt

Sound = npt.NDArray[np.float64]

RATE = 16_000
SECONDS = 6.0
LENGTH = int(RATE * SECONDS)
LOOP_LEVEL = -31.0
QUIETER = {"room": -41.0, "library": -37.0, "night": -37.0, "phone": -39.0}
PEAK = -12.5
FOLDER = Path(__file__).resolve().parents[1] / "assets" / "sounds"


def noise(dice: np.random.Generator, shape: Callable[[Sound], Sound], length: int = LENGTH) -> Sound:
    """Noise with the amplitude spectrum `shape(hertz)`, periodic over `length` samples, at rms 1."""
    hertz = np.fft.rfftfreq(length, 1 / RATE)
    spectrum = shape(np.maximum(hertz, 1.0)) * np.exp(2j * np.pi * dice.random(len(hertz)))
    spectrum[0] = 0.0
    made = np.fft.irfft(spectrum, length)
    return made / np.sqrt((made**2).mean())


def band(low: float, high: float, slope: float = 2.0, tilt: float = 0.5) -> Callable[[Sound], Sound]:
    """A soft band: edges fall by `slope` powers of frequency, the inside by `tilt` (0.5 is pink)."""
    return lambda f: f**-tilt / np.sqrt((1 + (low / f) ** (2 * slope)) * (1 + (f / high) ** (2 * slope)))


def swell(dice: np.random.Generator, depth: float, waves: int = 4) -> Sound:
    """A slow rise and fall around 1 that closes on itself: the first few whole waves of the loop."""
    time = np.arange(LENGTH) / LENGTH
    made = sum(np.sin(2 * np.pi * (k * time + dice.random())) / k for k in range(1, waves + 1))
    return 1.0 + depth * np.asarray(made) / 1.6


def tone(
    hertz: float, seconds: float, rise: float = 0.02, fall: float = 0.3, overtones: tuple[float, ...] = ()
) -> Sound:
    """A struck or blown tone: soft beginning of `rise` s, dying away with time constant `fall` s, soft end."""
    time = np.arange(int(seconds * RATE)) / RATE
    made = np.sin(2 * np.pi * hertz * time)
    for number, level in enumerate(overtones, start=2):
        made += level * np.sin(2 * np.pi * hertz * number * time) * np.exp(-time / fall * 0.7)
    shape = np.minimum(1.0, time / rise) ** 2 * np.exp(-time / fall)
    return made * shape * np.minimum(1.0, (seconds - time) / 0.03)


def hum(*parts: tuple[int, float]) -> Sound:
    """A steady hum of whole-numbered frequencies, hence seamless over whole seconds."""
    time = np.arange(LENGTH) / RATE
    return np.asarray(sum(level * np.sin(2 * np.pi * hertz * time) for hertz, level in parts))


def lay(ring: Sound, piece: Sound, at: float, level: float) -> None:
    """Add a piece to the loop from `at` seconds on, around its end if need be."""
    places = (int(at * RATE) + np.arange(len(piece))) % len(ring)
    ring[places] += level * piece


def chirp(dice: np.random.Generator) -> Sound:
    """One soft bird note: a tone that glides."""
    seconds = float(dice.uniform(0.09, 0.22))
    time = np.arange(int(seconds * RATE)) / RATE
    low, high = dice.uniform(2300, 3000), dice.uniform(3200, 4300)
    if dice.random() < 0.5:
        low, high = high, low
    glide = low + (high - low) * (time / seconds) ** 1.5
    warble = 120 * np.sin(2 * np.pi * dice.uniform(18, 30) * time)
    phase = 2 * np.pi * np.cumsum(glide + warble) / RATE
    return np.sin(phase) * np.sin(np.pi * time / seconds) ** 2


def rustle(dice: np.random.Generator, seconds: float, low: float, high: float) -> Sound:
    """A short brush of noise with round edges: a page, a step, a sleeve."""
    length = int(seconds * RATE)
    time = np.arange(length) / length
    return noise(dice, band(low, high), length) * np.sin(np.pi * time) ** 2


def murmur(dice: np.random.Generator, talkers: int) -> Sound:
    """People talking in another room: voiced sounds with the rhythm of syllables, words impossible to make out."""
    ring = np.zeros(LENGTH)
    hertz = np.fft.rfftfreq(LENGTH, 1 / RATE)
    muffle = 1 / (1 + (hertz / 550) ** 4) / (1 + (110 / np.maximum(hertz, 1)) ** 4)
    for _ in range(talkers):
        pitch = float(dice.uniform(105, 220))
        melody = pitch * (swell(dice, 0.08, 9))
        phase = np.cumsum(melody) / RATE
        phase *= round(phase[-1]) / phase[-1]  # whole turns, so that the ring closes
        pulses = sum(np.sin(2 * np.pi * k * phase) / k for k in range(1, 7))
        syllables = np.clip(noise(dice, band(2.0, 4.0, 4.0, 0.0)), 0, 2.5)
        sentences = np.clip(0.4 + noise(dice, band(0.2, 0.4, 4.0, 0.0)), 0, 1.5)
        ring += np.fft.irfft(np.fft.rfft(pulses * syllables * sentences) * muffle, LENGTH)
    return ring / np.sqrt((ring**2).mean())


# --- places ----------------------------------------------------------------------------------------------------


def shop(dice: np.random.Generator) -> Sound:
    """A cooler, air, the till now and then."""
    ring = 0.8 * noise(dice, band(90, 900)) + 0.25 * hum((100, 1.0), (200, 0.5), (300, 0.2)) * swell(dice, 0.1)
    ring += 0.15 * murmur(dice, 3)
    for at in (1.4, 4.7):
        lay(ring, tone(1180, 0.16, 0.02, 0.2), at, 0.35)
    return ring


def park(dice: np.random.Generator) -> Sound:
    """Wind in leaves, birds."""
    ring = 0.7 * noise(dice, band(120, 500)) * swell(dice, 0.35)
    ring += 0.35 * noise(dice, band(1500, 4500, 2.0, 0.2)) * swell(dice, 0.45)
    for at in dice.uniform(0, SECONDS, 5):
        for step in range(int(dice.integers(2, 5))):
            lay(ring, chirp(dice), float(at) + 0.24 * step, float(dice.uniform(0.25, 0.6)))
    return ring


def street(dice: np.random.Generator) -> Sound:
    """Traffic some way off; one car goes by slowly."""
    ring = noise(dice, band(40, 220, 2.0, 0.8)) * swell(dice, 0.2) + 0.25 * noise(dice, band(300, 1500)) * swell(
        dice, 0.3
    )
    time = np.arange(LENGTH) / RATE
    ring += 0.7 * noise(dice, band(120, 900)) * np.exp(-(((time - 3.0) / 1.1) ** 2))
    return ring


def office(dice: np.random.Generator) -> Sound:
    """Air from the ceiling, somebody typing far away."""
    ring = noise(dice, band(80, 600)) + 0.12 * murmur(dice, 2)
    for at in np.cumsum(dice.uniform(0.13, 0.42, 18)):
        lay(ring, rustle(dice, 0.035, 900, 2600), float(at), float(dice.uniform(0.15, 0.4)))
    return ring


def night(dice: np.random.Generator) -> Sound:
    """Almost nothing: air, insects."""
    ring = 0.9 * noise(dice, band(60, 300))
    time = np.arange(LENGTH) / RATE
    pulses = np.clip(np.sin(2 * np.pi * 14 * time), 0, 1) ** 2 * np.clip(np.sin(2 * np.pi * time / 1.5), 0, 1)
    ring += 0.22 * pulses * np.sin(2 * np.pi * 4100 * time)
    return ring


def cafe(dice: np.random.Generator) -> Sound:
    """Quiet talk, cups, a breath of steam."""
    ring = 0.5 * noise(dice, band(100, 900)) + 0.75 * murmur(dice, 7)
    for at, pitch in ((0.9, 2350), (2.6, 2900), (2.75, 2450), (4.8, 2650)):
        lay(ring, tone(pitch, 0.25, 0.012, 0.06, (0.3,)), at, 0.5)
    lay(ring, rustle(dice, 1.6, 1800, 5000), 3.4, 0.25)
    return ring


def library(dice: np.random.Generator) -> Sound:
    """Air, a page."""
    ring = noise(dice, band(60, 350))
    lay(ring, rustle(dice, 0.35, 900, 3500), 1.8, 0.5)
    lay(ring, rustle(dice, 0.2, 200, 700), 4.6, 0.5)
    return ring


def room(dice: np.random.Generator) -> Sound:
    """A room at home: air, a clock."""
    ring = noise(dice, band(50, 250))
    for second in range(int(SECONDS)):
        lay(ring, rustle(dice, 0.03, 1100, 2600), second + 0.5, 0.3)
    return ring


def phone(dice: np.random.Generator) -> Sound:
    """An open telephone line."""
    return noise(dice, band(350, 2800, 4.0, 0.3)) + 0.15 * hum((100, 1.0), (150, 0.5))


# --- effects ---------------------------------------------------------------------------------------------------


def _after(*notes: tuple[float, Sound, float]) -> Sound:
    """Notes (start in seconds, sound, level) laid one after another."""
    made = np.zeros(max(int(at * RATE) + len(piece) for at, piece, _ in notes))
    for at, piece, level in notes:
        made[int(at * RATE) : int(at * RATE) + len(piece)] += level * piece
    return made


def door_chime(dice: np.random.Generator) -> Sound:
    """A shop door: two soft notes down, with a little air in them."""
    bell = (0.25, 0.08)
    return _after((0.0, tone(1047, 0.9, 0.03, 0.28, bell), 0.8), (0.42, tone(784, 1.2, 0.03, 0.36, bell), 1.0))


def intercom(dice: np.random.Generator) -> Sound:
    """The doorbell of a flat: ping - pong."""
    bell = (0.15, 0.2)
    return _after((0.0, tone(659, 0.8, 0.03, 0.35, bell), 1.0), (0.6, tone(523, 1.3, 0.03, 0.45, bell), 1.0))


def phone_ring(dice: np.random.Generator) -> Sound:
    """A telephone, turned down low: two gentle trills."""
    time = np.arange(int(0.7 * RATE)) / RATE
    trill = (np.sin(2 * np.pi * 740 * time) + np.sin(2 * np.pi * 880 * time)) * (
        0.75 + 0.25 * np.sin(2 * np.pi * 16 * time)
    )
    trill *= np.minimum(1, time / 0.08) * np.minimum(1, (0.7 - time) / 0.1)
    return _after((0.0, trill, 1.0), (1.0, trill, 1.0))


def footsteps(dice: np.random.Generator) -> Sound:
    """Four steps on a plain floor."""
    steps = [(0.55 * k, rustle(dice, 0.14, 70, 420), 1.0 - 0.15 * k) for k in range(4)]
    return _after(*steps)


def till_beep(dice: np.random.Generator) -> Sound:
    """A till that has read a code."""
    return tone(1180, 0.2, 0.025, 0.2)


def birds(dice: np.random.Generator) -> Sound:
    """A few notes."""
    return _after(*[(0.27 * k + 0.08 * dice.random(), chirp(dice), 0.6 + 0.4 * dice.random()) for k in range(6)])


LOOPS: tuple[Callable[[np.random.Generator], Sound], ...] = (
    shop,
    park,
    street,
    office,
    night,
    cafe,
    library,
    room,
    phone,
)
EFFECTS: tuple[Callable[[np.random.Generator], Sound], ...] = (
    door_chime,
    intercom,
    phone_ring,
    footsteps,
    till_beep,
    birds,
)


def softened(sound: Sound, level: float | None) -> Sound:
    """At `level` dB rms (loops) and in any case below PEAK."""
    if level is not None:
        sound = sound * 10 ** (level / 20) / np.sqrt((sound**2).mean())
    peak = np.abs(sound).max()
    return sound * (10 ** (PEAK / 20) / peak) if level is None or peak > 10 ** (PEAK / 20) else sound


def _level(maker: Callable[[np.random.Generator], Sound]) -> float | None:
    """Loudness of a loop in dBFS rms; None for an effect."""
    return QUIETER.get(maker.__name__, LOOP_LEVEL) if maker in LOOPS else None


def make(folder: Path) -> list[Path]:
    """Write all files; returns them."""
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for number, maker in enumerate((*LOOPS, *EFFECTS)):
        sound = softened(maker(np.random.default_rng(1000 + number)), _level(maker))
        path = folder / f"{maker.__name__.replace('_', '-')}.wav"
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes((sound * 32767).astype("<i2").tobytes())
        written.append(path)
    return written


if __name__ == "__main__":
    for made in make(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER):
        print(f"{made.stat().st_size:8d}  {made}")
