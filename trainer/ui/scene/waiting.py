"""People waiting in a queue, seen from behind: at most three, without faces and without impatient poses."""

# ruff: noqa: E501 - path data reads better unbroken
from __future__ import annotations

from trainer.ui.scene.draw import circle, faint, oval, path, rect, stroke, svg
from trainer.ui.scene.palette import ScenePalette, mix

BOX = (0.0, 0.0, 200.0, 380.0)
"""The design box of one waiting person."""

SPOTS: tuple[tuple[float, float, float], ...] = ((310, 306, 1.0), (192, 318, 1.0), (68, 306, 1.0))
"""Where the first, second and third stand: x, y of the box's corner and scale. Drawn from the last to the first."""


def _first(p: ScenePalette) -> list[str]:
    coat, hair = p.cloth("#7E8CA0"), p.cloth("#5A4A44")
    return [
        path("M14 380 Q6 178 62 150 Q82 140 100 140 Q118 140 138 150 Q194 178 186 380 Z", coat, p.line),
        rect(84, 112, 32, 42, p.skin_tone("#DBA782"), 10),
        path("M52 86 Q50 22 100 20 Q150 22 148 86 Q152 132 128 142 L72 142 Q48 132 52 86 Z", hair, p.line),
        stroke("M76 40 Q100 26 126 42", mix(hair, p.frame, 0.25), 4, faint(0.5)),
        path("M70 158 Q100 178 130 158 L132 166 Q100 188 68 166 Z", "#000000", faint(0.14)),
        path("M50 202 Q60 170 80 154 L90 158 Q66 192 62 380 L48 380 Z", "#000000", faint(0.12)),
        rect(132, 250, 44, 62, p.coral, 12), stroke("M154 252 Q140 190 118 158", mix(p.coral, "#000000", 0.2), 6),
    ]  # fmt: skip


def _second(p: ScenePalette) -> list[str]:
    coat, hair = p.cloth("#B58773"), p.cloth("#75604F")
    return [
        path("M14 380 Q6 178 62 150 Q82 140 100 140 Q118 140 138 150 Q194 178 186 380 Z", coat, p.line),
        rect(84, 112, 32, 42, p.skin_tone("#DBA782"), 10),
        oval(100, 84, 45, 52, p.skin_tone("#DBA782"), p.line),
        path("M56 92 Q54 60 60 56 L140 56 Q146 60 144 92 Q138 118 122 124 L78 124 Q62 118 56 92 Z", hair),
        path("M46 72 Q48 12 100 10 Q152 12 154 72 Q100 52 46 72 Z", p.blue, p.line),
        stroke("M62 44 Q78 24 102 22", mix(p.blue, p.frame, 0.4), 4, faint(0.6)),
        path("M60 154 Q100 186 140 154 L148 172 Q100 206 52 172 Z", p.honey), stroke("M66 168 Q100 192 134 168", "#000000", 3, faint(0.12)),
    ]  # fmt: skip


def _third(p: ScenePalette) -> list[str]:
    coat, hair = p.cloth("#8A9B7C"), p.cloth("#3D3A3C")
    return [
        path("M14 380 Q6 178 62 150 Q82 140 100 140 Q118 140 138 150 Q194 178 186 380 Z", coat, p.line),
        rect(84, 112, 32, 42, p.skin_tone("#DBA782"), 10), circle(100, 20, 20, hair, p.line),
        path("M54 84 Q52 26 100 24 Q148 26 146 84 Q146 128 100 132 Q54 128 54 84 Z", hair, p.line),
        stroke("M76 50 Q100 36 124 50", mix(hair, p.frame, 0.25), 4, faint(0.5)),
        rect(52, 214, 96, 124, p.lilac, 24, p.thin), rect(68, 256, 64, 44, mix(p.lilac, "#000000", 0.14), 10),
        stroke("M64 220 Q56 180 66 156 M136 220 Q144 180 134 156", mix(p.lilac, "#000000", 0.2), 9),
    ]  # fmt: skip


_PEOPLE = (_first, _second, _third)


def waiting_person(p: ScenePalette, number: int) -> str:
    """The first, second or third (0..2) person in the queue, in a box of 200x380."""
    return svg(_PEOPLE[number](p), BOX)
