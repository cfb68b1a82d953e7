"""A trainee's hands and eyes: reads the window as a screen reader does, presses real keys and buttons, speaks aloud.

    /usr/bin/python3 trainee.py practise --language ja --way speak --tape FILE
    /usr/bin/python3 trainee.py wait NAME | words | count | help | painted | close | tree

Runs outside of the room, on its stage (stage.py), with the system's Python and AT-SPI (python3-gi, gir1.2-atspi-2.0).
It knows the program only by what it shows: names and places of buttons, and the tape it was asked to write.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import subprocess
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
warnings.simplefilter("ignore")
from gi.repository import Atspi  # noqa: E402 - the version comes first

AUDIO = Path(__file__).resolve().parents[2] / "tests" / "helpers" / "virtual_audio.sh"
Node = Any
"""One thing on the screen, as AT-SPI hands it over (it has no types)."""

SCENE = "errands/shall-i-heat-it"
TYPED = {
    "en": {
        "greeting": "hello",
        "heat": "yes please",
        "bag": "no bag, thanks",
        "card": "no, I don't have one",
        "pay": "cash please",
        "receipt": "no receipt, thank you",
        "goodbye": "thank you",
    },
    "ja": {
        "greeting": "お願いします",
        "heat": "はい、お願いします",
        "bag": "袋はいりません",
        "card": "カードは持っていません",
        "pay": "現金でお願いします",
        "receipt": "レシートはいりません",
        "goodbye": "ありがとうございます",
    },
}
SPOKEN = {
    "en": {**TYPED["en"], **dict.fromkeys(("bag", "card", "receipt"), "no thank you")},
    # espeak reads kana only, and the toy model of the tests knows these.
    "ja": {
        "greeting": "おねがいします",
        "heat": "おねがいします",
        "bag": "いりません",
        "card": "ないです",
        "pay": "げんきんで",
        "receipt": "いりません",
        "goodbye": "ありがとうございます",
    },
}
WAYS = ("listen", "choose", "type", "read", "speak")
VOICES = {"en": "en-us", "ja": "ja"}
AGAIN = 12.0
"""Seconds without an answer after which one says it once more, like a person."""
LONGEST = 240.0
"""Seconds a scene may take."""
PATIENT = 60.0
"""Seconds anything on the screen may take to come; two busy cores are slow."""


class Screen:
    """The window, as a screen reader has it."""

    def nodes(self) -> Iterator[Node]:
        """Everything of the program that is to be seen now."""
        desktop = Atspi.get_desktop(0)
        for at in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(at)
            if program is not None and program.get_name() == "engawa":
                program.clear_cache()
                yield from self._below(program, 0)

    def _below(self, node: Node, depth: int) -> Iterator[Node]:
        for at in range(node.get_child_count()):
            child = node.get_child_at_index(at)
            if child is None or (depth and not child.get_state_set().contains(Atspi.StateType.SHOWING)):
                continue
            yield child
            yield from self._below(child, depth + 1)

    def all(self) -> list[tuple[str, str, str, Node]]:
        """Role, name, own name in the program, and the thing itself."""
        for _ in range(5):
            try:
                return [
                    (node.get_role_name(), node.get_name(), (node.get_accessible_id() or "").rsplit(".", 1)[-1], node)
                    for node in self.nodes()
                ]
            except gi.repository.GLib.Error:  # it went while one looked
                time.sleep(0.2)
        return []

    def find(self, own: str = "", name: str = "") -> Node | None:
        """The first with that own name, or whose name begins so."""
        for _, shown, called, node in self.all():
            if (own and called == own) or (name and shown.startswith(name)):
                return node
        return None

    def wait(self, own: str = "", name: str = "") -> Node:
        """Until it is there."""
        until = time.monotonic() + PATIENT
        while time.monotonic() < until:
            node = self.find(own, name)
            if node is not None:
                return node
            time.sleep(0.2)
        raise SystemExit(f"{own or name!r} did not come; to be seen: {[row[:3] for row in self.all()]}")

    def words(self) -> str:
        """All words that are to be seen."""
        return "\n".join(shown for _, shown, _, _ in self.all() if shown)


def key(*names: str) -> None:
    """Real key presses."""
    subprocess.run(["xdotool", "key", "--delay", "60", *names], check=True)


def click(node: Node) -> None:
    """A real press of the mouse in the middle of it."""
    box = node.get_extents(Atspi.CoordType.SCREEN)
    place = [str(box.x + box.width // 2), str(box.y + box.height // 2)]
    subprocess.run(["xdotool", "mousemove", *place, "sleep", "0.1", "click", "1"], check=True)


def tape_rows(tape: Path) -> list[dict[str, Any]]:
    """What the program has written down of the visit so far."""
    for path in (tape.with_name(tape.name + ".part"), tape):
        if path.exists():
            lines = path.read_text("utf-8").splitlines()
            return [json.loads(line) for line in lines if line.endswith("}")]
    return []


class Visit:
    """The heating scene by one way of answering."""

    def __init__(self, screen: Screen, options: argparse.Namespace) -> None:
        self.screen, self.language, self.way, self.tape = screen, options.language, options.way, options.tape
        self.answered: tuple[int, float] = (-1, 0.0)
        self.mouths: list[subprocess.Popen[bytes]] = []

    def walk_in(self) -> None:
        """First start, with the mouse: language and way of answering; the garden, the stone of the scene, its cover."""
        screen = self.screen
        if screen.find("around") is None and screen.find("nav:settings") is None:
            screen.wait("around")
        if screen.find("around") is not None:
            click(screen.wait(f"language:{self.language}"))
            time.sleep(1.0)
            click(screen.wait(f"way:{self.way}"))
            click(screen.wait("around"))
        click(screen.wait(f"stone:{SCENE}"))
        click(screen.wait("begin"))
        screen.wait("leave")
        key(f"ctrl+{WAYS.index(self.way) + 1}")

    def through(self) -> dict[str, Any]:
        """To its end; what came of it."""
        until = time.monotonic() + LONGEST
        while time.monotonic() < until:
            rows = tape_rows(self.tape)
            ends = [effect for row in rows for effect in row.get("out", ()) if effect["is"] == "End"]
            if ends:
                return self._told(rows, ends[0]["how"])
            self._look(rows)
            time.sleep(0.3)
        return self._told(tape_rows(self.tape), "out of time")

    def _look(self, rows: list[dict[str, Any]]) -> None:
        """Answer when it is the trainee's turn."""
        steps = [(row["in"], row["out"]) for row in rows if "in" in row]
        if self.screen.find("asked:1") is not None:
            click(self.screen.wait("asked:1"))
            return
        asked = {}
        for event, effects in steps:
            if event["is"] == "PartnerFinished" and asked.get("turn") == event["turn"]:
                asked["open"] = True
            for effect in effects:
                if effect["is"] == "Listen":
                    asked = {**effect, "open": event["is"] == "PartnerFinished"}
                elif effect["is"] == "StopListening":
                    asked = {}
        if not asked.get("open"):
            return
        turn, last = self.answered
        if asked["turn"] == turn and time.monotonic() - last < AGAIN:
            return
        self.answered = (asked["turn"], time.monotonic())
        self._answer(asked["expectation"]["moment"].rsplit("/", 1)[-1])

    def _answer(self, moment: str) -> None:
        if self.way == "choose":
            self.screen.wait("reply:1")
            key("1", "Return")
        elif self.way == "type":
            field = self.screen.wait("answer")
            click(field)
            self._write(field, TYPED[self.language].get(moment, TYPED[self.language]["heat"]))
            key("Return")
        else:
            self.screen.wait("microphone")
            time.sleep(0.5)
            words = SPOKEN[self.language].get(moment, SPOKEN[self.language]["heat"])
            said = ["bash", str(AUDIO), "say", words, VOICES[self.language]]
            self.mouths.append(subprocess.Popen(said, stdout=subprocess.DEVNULL))

    def _write(self, field: Node, words: str) -> None:
        """Key by key; what no key of this keyboard makes comes as an input method hands it over, whole."""
        if words.isascii():
            subprocess.run(["xdotool", "type", "--delay", "30", words], check=True)
        else:
            field.get_editable_text_iface().set_text_contents(words)

    def _told(self, rows: list[dict[str, Any]], how: str) -> dict[str, Any]:
        for mouth in self.mouths:
            mouth.wait()
        replies = [row["in"] for row in rows if row.get("in", {}).get("is") in ("Replied", "ReplyPicked")]
        heard = [reply["interpretation"] for reply in replies if "interpretation" in reply]
        return {
            "ended": how,
            "turns": len(replies),
            "sure": sum(told["outcome"] == "sure" for told in heard),
            "engines": sorted({told["utterance"]["engine"] for told in heard}),
            "words": [told["utterance"]["text"] for told in heard],
            "notes": [row["note"] for row in rows if "note" in row],
        }


def practise(screen: Screen, options: argparse.Namespace) -> None:
    """The whole way: in, through, and the page afterwards."""
    visit = Visit(screen, options)
    visit.walk_in()
    told = visit.through()
    if told["ended"] == "finished":
        click(screen.wait("see"))
        screen.wait("garden")
        told["afterwards"] = True
    print(json.dumps(told, ensure_ascii=False))


def count() -> None:
    """How many windows of the program there are."""
    shown = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "engawa"], capture_output=True, text=True)
    print(len(shown.stdout.split()))


def help_text(screen: Screen) -> None:
    """F1, “Show the text”, “Copy for help”; what lies on the clipboard then."""
    key("F1")
    screen.wait("help-look").get_action_iface().do_action(0)
    screen.wait("help-copy").get_action_iface().do_action(0)
    time.sleep(3)
    subprocess.run(["xclip", "-selection", "clipboard", "-out"], check=True, timeout=20)


def painted() -> None:
    """Say that one looks; then when the middle of the screen is no longer as it was (seconds, monotonic)."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XDefaultRootWindow.restype = ctypes.c_ulong
    x11.XGetImage.restype = ctypes.c_void_p
    x11.XGetPixel.restype = ctypes.c_ulong
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    root = ctypes.c_ulong(x11.XDefaultRootWindow(display))

    def middle() -> tuple[int, ...]:
        image = ctypes.c_void_p(x11.XGetImage(display, root, 600, 300, 80, 80, ctypes.c_ulong(0xFFFFFFFF), 2))
        colours = tuple(x11.XGetPixel(image, at, at) for at in range(0, 80, 8))
        x11.XDestroyImage(image)
        return colours

    empty = middle()
    print("looking", flush=True)
    while len(set(middle()) - set(empty)) < 2:
        time.sleep(0.005)
    print(time.monotonic(), flush=True)


def tree(screen: Screen) -> None:
    """Everything that is to be seen, for whoever writes a proof."""
    for role, name, own, node in screen.all():
        box = node.get_extents(Atspi.CoordType.SCREEN)
        print(role, repr(name), own, (box.x, box.y, box.width, box.height))


def main() -> None:
    """One deed."""
    reader = argparse.ArgumentParser()
    deeds = ("practise", "wait", "words", "count", "help", "painted", "close", "tree")
    reader.add_argument("deed", choices=deeds)
    reader.add_argument("what", nargs="?", default="")
    reader.add_argument("--language", choices=("en", "ja"), default="en")
    reader.add_argument("--way", choices=WAYS, default="choose")
    reader.add_argument("--tape", type=Path)
    options = reader.parse_args()
    if options.deed == "painted":
        painted()
    elif options.deed == "count":
        count()
    elif options.deed == "close":
        key("alt+F4")
    else:
        read(Screen(), options)


def read(screen: Screen, options: argparse.Namespace) -> None:
    """Deeds for which the screen has to be read."""
    if options.deed == "practise":
        practise(screen, options)
    elif options.deed == "wait":
        screen.wait(options.what)
    elif options.deed == "words":
        print(screen.words())
    elif options.deed == "help":
        help_text(screen)
    else:
        tree(screen)


if __name__ == "__main__":
    main()
