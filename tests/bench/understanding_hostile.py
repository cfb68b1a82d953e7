"""Hostile utterances through the real `engawa understand`: every one is answered, in order, in time.

    python tests/bench/understanding_hostile.py [--count 20000] [--seed 1] [--longest-ms 200]

Random letters of many scripts, words of the menu in odd numbers, 10,000 characters, control characters, emoji, digits,
right-to-left, halves of surrogate pairs, now and then hostile examples and alternatives too. Ends with 1 when a line
had no answer, something was written to the error stream, or an answer took more processor time than allowed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
TICK = 1000 / os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 10.0

MENUS: dict[str, list[dict[str, list[str]]]] = {
    "en": [
        {"yes": ["yes please", "heat it please", "warm"], "no": ["no thank you", "cold is fine"]},
        {
            "card": ["by card", "can I pay by card"],
            "cash": ["in cash", "cash please"],
            "phone": ["with my phone", "mobile payment"],
            "again": ["sorry, could you say that again?", "pardon?"],
        },
    ],
    "ja": [
        {"はい": ["はい、お願いします", "温めてください"], "いいえ": ["いいえ、結構です", "そのままで大丈夫です"]},
        {"現金": ["現金で", "現金でお願いします"], "カード": ["カードで"], "もう一度": ["もう一度お願いします"]},
    ],
}
PIECES = {
    "en": ["no", "not", "yes", "n't", "please", "without", "I", "don't", "card", ",", "?", "um", "no no no", "heat it"],
    "ja": [
        "ない",
        "ません",
        "はい",
        "いいえ",
        "なくて",
        "お願い",
        "えっと",
        "、",
        "温め",
        "カード",
        "ー",
        "結構です",
        "か",
    ],
}
RANGES = (
    (0x20, 0x7E), (0x3040, 0x30FF), (0x4E00, 0x9FFF), (0x590, 0x6FF), (0x1F300, 0x1F6FF), (0x0, 0x1F), (0x2000, 0x206F),
    (0xFF00, 0xFFEF), (0x300, 0x36F), (0x30, 0x39), (0xD800, 0xDFFF), (0xE000, 0xF8FF), (0x10000, 0x10FFFF),
)  # fmt: skip
SPECIAL = (
    "", " ", "\n\r\t", "\x00\x1b[31m\x07", "\u202eyes please\u202c", "\ud800", "👍🏽🏳️‍🌈" * 40, "{item}", "%s",
    "ﷺ" * 300,
    "ー" * 5000, "no " * 3000, "ない" * 5000, "(" * 5000, "e\u0301" * 4000, "\u200b\u200d\ufeff" * 900, "٣ ٤ ½ Ⅻ ㊿",
    "9" * 9000, "a" * 10_000, "yes please " * 1000, "袋" * 10_000, "あ、" * 5000, "n't " * 2500, "じゃなくて" * 2000,
    "二十三時三十分" * 1400, "twenty three " * 800, "'" * 10_000, "no wait " * 1200, "\\" * 9000, '"' * 9000,
)  # fmt: skip


def utterance(rng: random.Random, language: str, number: int) -> str:
    """One of the special texts, pieces of speech, or random characters; every fifth hundred is very long."""
    if number < len(SPECIAL):
        return SPECIAL[number]
    length = 10_000 if number % 500 == 0 else rng.choice((0, 1, 3, 8, 20, 60, 300))
    if rng.random() < 0.4:
        joint = rng.choice(("", " "))
        return joint.join(rng.choice(PIECES[language]) for _ in range(max(1, length // 4)))
    chosen = [rng.choice(RANGES) for _ in range(3)]
    return "".join(chr(rng.randint(*rng.choice(chosen))) for _ in range(length))


def questions(count: int, seed: int) -> Iterator[dict[str, Any]]:
    """Questions as `engawa understand` reads them."""
    rng = random.Random(seed)
    for number in range(count):
        language = rng.choice(("en", "ja"))
        replies = dict(rng.choice(MENUS[language]))
        if rng.random() < 0.02:
            replies["odd"] = [utterance(rng, language, 10**6 + number)]
        asked: dict[str, Any] = {"language": language, "replies": replies}
        if rng.random() < 0.05:
            asked["alternatives"] = [utterance(rng, language, 10**6 + n) for n in range(3)]
        yield asked | {"utterance": utterance(rng, language, number)}


def spent(child: int) -> float:
    """Milliseconds of processor time a process has used so far (Linux; elsewhere the time on the wall)."""
    try:
        parts = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return time.monotonic() * 1000
    return (int(parts[11]) + int(parts[12])) * TICK


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=20_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--longest-ms", type=float, default=200.0)
    chosen = options.parse_args()
    with tempfile.TemporaryFile("w+") as complaints:
        return run(chosen.count, chosen.seed, chosen.longest_ms, complaints)


def run(count: int, seed: int, longest_ms: float, complaints: Any) -> int:
    command = [sys.executable, "-m", "trainer", "understand"]
    child = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=complaints, text=True, encoding="utf-8"
    )
    assert child.stdin is not None and child.stdout is not None
    walls: list[float] = []
    slow: list[tuple[float, str]] = []
    first: dict[str, float] = {}  # of each language: dictionaries and vectors are read then
    for number, asked in enumerate(questions(count, seed)):
        line = json.dumps(asked)
        begun, before = time.monotonic(), spent(child.pid)
        child.stdin.write(line + "\n")
        child.stdin.flush()
        answered = child.stdout.readline()
        walls.append((time.monotonic() - begun) * 1000)
        used = spent(child.pid) - before
        if asked["language"] not in first:
            first[asked["language"]] = used
        elif used > longest_ms:
            slow.append((used, line[:300]))
        try:
            answer = json.loads(answered)
            good = 0.0 <= answer["confidence"] <= 1.0 and (
                answer["reply"] is None or answer["reply"] in asked["replies"]
            )
        except (ValueError, KeyError):
            good = False
        if not good:
            print(f"no proper answer to question {number}: {line[:300]} -> {answered[:200]!r}")
            return 1
    used = spent(child.pid)
    child.stdin.close()
    status = child.wait()
    complaints.seek(0)
    said = complaints.read()
    walls.sort()
    mean = (used - sum(first.values())) / count
    began = ", ".join(f"first {language} {many:.0f}" for language, many in first.items())
    print(f"{count} answered, status {status}; processor ms: {began}, mean of the rest {mean:.1f}")
    print(f"on the wall, ms: p50 {walls[count // 2]:.1f}  p95 {walls[int(count * 0.95)]:.1f}  longest {walls[-1]:.0f}")
    for many, line in sorted(slow, reverse=True)[:10]:
        print(f"{many:.0f} ms of processor: {line[:160]}")
    if said:
        print("on the error stream:", said[:1000])
    return 1 if status or said or slow else 0


if __name__ == "__main__":
    sys.exit(main())
