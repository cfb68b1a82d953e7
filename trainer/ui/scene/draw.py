"""Small words for drawing in SVG: every function returns a piece of markup that QtSvg renders.

Design space is 1600x600 unless said otherwise. No filters, no clip paths, no text: QtSvg is safe with what is here.
"""

from __future__ import annotations

from collections.abc import Iterable

WIDTH, HEIGHT = 1600, 600
"""The design space of every place."""


def rect(x: float, y: float, w: float, h: float, fill: str, r: float = 0, more: str = "") -> str:
    """A rectangle with corner radius `r`."""
    return f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}" rx="{r:g}" fill="{fill}" {more}/>'


def circle(x: float, y: float, r: float, fill: str, more: str = "") -> str:
    """A disc around (x, y)."""
    return f'<circle cx="{x:g}" cy="{y:g}" r="{r:g}" fill="{fill}" {more}/>'


def oval(x: float, y: float, rx: float, ry: float, fill: str, more: str = "", turn: float = 0) -> str:
    """An ellipse around (x, y), turned by `turn` degrees."""
    turned = f'transform="rotate({turn:g} {x:g} {y:g})"' if turn else ""
    return f'<ellipse cx="{x:g}" cy="{y:g}" rx="{rx:g}" ry="{ry:g}" fill="{fill}" {turned} {more}/>'


def path(d: str, fill: str, more: str = "") -> str:
    """A filled path."""
    return f'<path d="{d}" fill="{fill}" {more}/>'


def stroke(d: str, colour: str, width: float, more: str = "") -> str:
    """A line along a path, with round ends."""
    return (
        f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{width:g}" stroke-linecap="round" '
        f'stroke-linejoin="round" {more}/>'
    )


def faint(opacity: float) -> str:
    """The attribute that lets what is behind shine through."""
    return f'opacity="{opacity:g}"'


def group(parts: Iterable[str], transform: str = "", more: str = "") -> str:
    """Parts moved or faded together."""
    moved = f'transform="{transform}"' if transform else ""
    return f"<g {moved} {more}>{''.join(parts)}</g>"


def at(x: float, y: float, parts: Iterable[str], scale: float = 1.0) -> str:
    """Parts drawn around their own origin, placed at (x, y) and scaled."""
    return group(parts, f"translate({x:g} {y:g}) scale({scale:g})")


def flipped(axis: float, parts: Iterable[str]) -> str:
    """Parts mirrored at the upright line x = `axis`."""
    return group(parts, f"translate({2 * axis:g} 0) scale(-1 1)")


def fade(name: str, top: str, bottom: str) -> str:
    """Definition of a gradient from top to bottom, used as url(#name)."""
    return (
        f'<linearGradient id="{name}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="{top}"/>'
        f'<stop offset="1" stop-color="{bottom}"/></linearGradient>'
    )


def halo(name: str, colour: str, strength: float = 0.95) -> str:
    """Definition of a round glow that ends in nothing, used as url(#name)."""
    return (
        f'<radialGradient id="{name}" cx="0.5" cy="0.5" r="0.5">'
        f'<stop offset="0" stop-color="{colour}" stop-opacity="{strength:g}"/>'
        f'<stop offset="1" stop-color="{colour}" stop-opacity="0"/></radialGradient>'
    )


def defs(*definitions: str) -> str:
    """A block of definitions."""
    return f"<defs>{''.join(definitions)}</defs>"


def svg(parts: Iterable[str], box: tuple[float, float, float, float] = (0, 0, WIDTH, HEIGHT)) -> str:
    """A whole SVG text showing the rectangle `box` (x, y, width, height) of the design space."""
    x, y, w, h = box
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x:g} {y:g} {w:g} {h:g}">{"".join(parts)}</svg>'
