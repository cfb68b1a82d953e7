"""What is done in a room: windows opened and closed, the heating scene practised six times, the text for help read."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from rooms import HOME, Room
from stage import ROOT, Stage

SCENE = "errands/shall-i-heat-it"
TRAINEE = str(Path(__file__).with_name("trainee.py"))
PYTHON = "/usr/bin/python3"
MODEL = "vosk-toy-ja"
"""Japanese ears of the tests, installed as a file; nothing bigger can be had without a network."""
EARS = {"en": ["pocketsphinx"], "ja": ["vosk"]}
PRIVATE = ("trainee", "/home", "heat", "温め", "hello")
"""Nothing of these may stand in the text for help: who, where, what was practised, what was said."""


def forget(where: Room) -> None:
    """A person who has never opened the program."""
    for name in (".local", ".config", ".cache"):
        shutil.rmtree(where.root / HOME.lstrip("/") / name, ignore_errors=True)


def start_settled(where: Room, language: str = "en") -> None:
    """A person who has passed the first page."""
    folder = where.root / HOME.lstrip("/") / ".config" / "engawa"
    folder.mkdir(parents=True)
    lines = ["started = true", f'screen_language = "{language}"', f'practice_language = "{language}"']
    (folder / "settings.toml").write_text("\n".join(lines) + "\n", "utf-8")
    where.run("chown", "-R", "trainee:trainee", f"{HOME}/.config", user=False)


@contextlib.contextmanager
def window(where: Room, made: Stage, *words: str) -> Iterator[subprocess.Popen[bytes]]:
    """A program that opens a window, without a network; ended afterwards when nobody closed it."""
    command = where.command(*words, **made.settings)
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as shown:
        try:
            yield shown
        except BaseException:
            made.picture(where.root.parent / "last.png")
            raise
        finally:
            shown.kill()


def hands(made: Stage, *words: str) -> str:
    """One deed of the trainee."""
    return made.ask(PYTHON, TRAINEE, *words)


def sees(made: Stage, name: str) -> bool:
    """Waits for something with that own name; RuntimeError with what is to be seen instead."""
    hands(made, "wait", name)
    return True


def words(made: Stage) -> str:
    """All words that are to be seen."""
    return hands(made, "words")


def windows(made: Stage) -> int:
    """How many windows of the program there are."""
    return int(hands(made, "count"))


def close(made: Stage, shown: subprocess.Popen[bytes] | None) -> None:
    """With Alt+F4, and wait for its end."""
    hands(made, "close")
    if shown is not None and shown.wait(30) != 0:
        raise RuntimeError(f"the window ended with {shown.returncode}")


def practise(where: Room, made: Stage, program: str, language: str, way: str) -> dict[str, Any]:
    """From the first page to the page after the scene; SystemExit when it did not come to its end."""
    tape = f"{HOME}/visit-{language}-{way}.tape"
    outside = where.root / tape.lstrip("/")
    outside.unlink(missing_ok=True)
    with window(where, made, program, "window", "--tape", tape) as shown:
        said = hands(made, "practise", "--language", language, "--way", way, "--tape", str(outside))
        made.picture(where.root.parent / f"{where.root.name}-{language}-{way}.png")
        close(made, shown)
    told: dict[str, Any] = json.loads(said.splitlines()[-1])
    if way == "speak":
        right = told["engines"] == EARS[language] and told["sure"] >= 4
    else:
        right = told["turns"] >= 6
    if told["ended"] != "finished" or not told.get("afterwards") or not right:
        raise SystemExit(f"This does not hold: {language} by {way} to its end: {said}")
    replay = where.run(program, "replay", tape)
    heard = f", heard by {told['engines'][0]}, {told['sure']} of {told['turns']} sure" if way == "speak" else ""
    print(f"  holds: {language} by {way}: {told['turns']} turns to its end{heard}; {replay.strip().splitlines()[-1]}")
    return told


def six(where: Room, made: Stage, program: str, options: Any) -> None:  # noqa: ANN401 - argparse's own
    """Both languages by choosing, by typing, by speaking; each by a person who has never opened the program."""
    model = shutil.make_archive(str(options.work / MODEL), "zip", ROOT / "tests" / "data", MODEL)
    where.copy_in(Path(model), f"{HOME}/{MODEL}.zip")
    for language in ("en", "ja"):
        for way in ("choose", "type", "speak"):
            forget(where)
            if (language, way) == ("ja", "speak"):
                where.run(program, "models", "install", f"{HOME}/{MODEL}.zip")
            practise(where, made, program, language, way)


def help_text(where: Room, made: Stage, program: str, hold: Callable[[bool, str], None]) -> None:
    """“Copy for help”, as it lies on the clipboard after a visit, and the doctor's own."""
    with window(where, made, program) as shown:
        sees(made, f"stone:{SCENE}")
        copied = hands(made, "help")
        close(made, shown)
    hold(
        len(copied.splitlines()) > 8 and "Engawa" in copied, f"“Copy for help” copies {len(copied.splitlines())} lines"
    )
    told = where.run(program, "doctor", "--for-help")
    for text, name in ((copied, "“Copy for help”"), (told, "engawa doctor --for-help")):
        found = [piece for piece in PRIVATE if re.search(re.escape(piece), text, re.IGNORECASE)]
        hold(not found, f"nothing of the person in {name} {found or ''}".rstrip())


def painted_after(where: Room, made: Stage, *words: str) -> float:
    """Seconds from the command to a painted window (no screen reader asks then)."""
    plain = {name: value for name, value in made.settings.items() if "ACCESSIBILITY" not in name}
    eye = subprocess.Popen(made.as_trainee(PYTHON, TRAINEE, "painted"), stdout=subprocess.PIPE, text=True)
    assert eye.stdout is not None
    eye.stdout.readline()  # it looks
    began = time.monotonic()
    quiet = subprocess.DEVNULL
    with subprocess.Popen(where.command(*words, **plain), stdout=quiet, stderr=quiet) as shown:
        painted = float(eye.stdout.readline())
        time.sleep(2)
        hands(made, "close")
        shown.wait(30)
    eye.wait()
    return painted - began
