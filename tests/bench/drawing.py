"""Small pictures for docs/measured.md: curves over time, bars beside bars. SVG, plain letters."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

INK, PAPER, LINE = "#33403b", "#fdfaf3", "#ddd4c2"
BAR, LETTER = 380, 7.4
"""Width of the longest bar, and of an ordinary letter of size 13 in a wide font."""
COLOURS = ("#2b6a5f", "#b0502c", "#46558c", "#8a7f68")


def _sheet(wide: int, high: int, parts: Sequence[str]) -> str:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" font-family="sans-serif" '
    return "\n".join(
        [f'{head}font-size="13" fill="{INK}">', f'<rect width="{wide}" height="{high}" fill="{PAPER}"/>']
    ) + ("\n" + "\n".join(parts) + "\n</svg>\n")


def curves(rows: Sequence[dict[str, float]], across: str, marks: Sequence[tuple[float, str]] = ()) -> str:
    """Each column of `rows` over the column `across`, each on its own height from 0; `marks` are ticks at the foot."""
    width, step = 800, 96
    names = [name for name in rows[0] if name != across]
    longest = max(row[across] for row in rows) or 1.0
    parts = []
    for number, name in enumerate(names):
        most = max(row[name] for row in rows) or 1.0
        foot = step * (number + 1)
        points = " ".join(
            f"{20 + width * row[across] / longest:.1f},{foot - 56 * row[name] / most:.1f}" for row in rows
        )
        label = f"{name}: {rows[0][name]:g} at first, {rows[-1][name]:g} at last, {most:g} at most"
        parts.append(f'<text x="20" y="{foot - 66}">{escape(label)}</text>')
        parts.append(f'<path d="M20 {foot}H{20 + width}" stroke="{LINE}"/>')
        parts.append(f'<polyline points="{points}" fill="none" stroke="{COLOURS[0]}" stroke-width="2"/>')
    foot = step * len(names) + 30
    kinds = list(dict.fromkeys(kind for _, kind in marks))
    for at, kind in marks:
        x = 20 + width * min(1.0, at / longest)
        parts.append(f'<path d="M{x:.1f} {foot - 10}v12" stroke="{COLOURS[kinds.index(kind) % 4]}" stroke-width="2"/>')
    for number, kind in enumerate(kinds):
        colour = COLOURS[number % 4]
        parts.append(f'<text x="{20 + 150 * number}" y="{foot + 20}" fill="{colour}">{escape(kind)}</text>')
    parts.append(f'<text x="{20 + width}" y="{foot + 20}" text-anchor="end">{longest:g} {escape(across)}s</text>')
    return _sheet(width + 40, foot + 34, parts)


def bars(rows: Sequence[tuple[str, float, float | None]], unit: str, caption: str = "") -> str:
    """One bar a row: its label, its length, and (None: no limit) a mark for what it may be; `caption` at the foot."""
    most = max([max(value, limit or 0.0) for _, value, limit in rows] or [1.0]) or 1.0
    left = 28 + max([LETTER * len(label) for label, _, _ in rows] or [0.0])
    parts = []
    for number, (label, value, limit) in enumerate(rows):
        y = 14 + 34 * number
        over = limit is not None and value > limit
        colour = COLOURS[1] if over else COLOURS[0]
        parts.append(f'<text x="{left - 8:.0f}" y="{y + 15}" text-anchor="end">{escape(label)}</text>')
        wide = max(1.0, BAR * value / most)
        parts.append(f'<rect x="{left:.0f}" y="{y}" width="{wide:.1f}" height="20" fill="{colour}"/>')
        figure, beside = f"{value:g} {unit}", left + 6 + BAR * value / most
        if limit is not None:
            x = left + BAR * limit / most
            if beside - 8 < x < beside + LETTER * len(figure) + 4:  # a mark through the figure makes it hard to read
                beside = x + 6
            parts.append(f'<path d="M{x:.1f} {y - 4}v28" stroke="{INK}" stroke-width="2" stroke-dasharray="4 3"/>')
        parts.append(f'<text x="{beside:.1f}" y="{y + 15}">{escape(figure)}</text>')
    foot = 22 + 34 * len(rows)
    parts.append(f'<text x="20" y="{foot + 8}">{escape(caption)}</text>')
    return _sheet(round(left + BAR + 110), foot + (22 if caption else 0), parts)
