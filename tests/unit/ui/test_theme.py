"""Colours keep their contrast in every theme, and sizes follow the text scale."""

from __future__ import annotations

import pytest

from trainer.ui.theme import PAIRS, PALETTES, Look, contrast, luminance, mix, token_names


def test_contrast_is_the_one_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)
    assert luminance("#FF0000") == pytest.approx(0.2126)


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_every_pair_keeps_its_contrast(theme: str, front: str, back: str, least: float) -> None:
    palette = PALETTES[theme]
    assert contrast(getattr(palette, front), getattr(palette, back)) >= least


def test_no_token_is_red() -> None:
    for palette in PALETTES.values():
        for name in token_names():
            colour = getattr(palette, name)
            red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
            assert not (red > 150 and green < 70 and blue < 70), name


def test_everything_is_a_multiple_of_the_unit() -> None:
    assert Look(scale=2.0).px(2.5) == 2 * Look(scale=1.0).px(2.5) == 80


def test_mix_goes_from_one_to_the_other() -> None:
    assert mix("#000000", "#FFFFFF", 0.0) == "#000000"
    assert mix("#000000", "#FFFFFF", 1.0) == "#FFFFFF"
    assert mix("#204060", "#406080", 0.5) == "#305070"


@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_high_contrast_is_high(front: str, back: str, least: float) -> None:
    palette = PALETTES["contrast"]
    assert contrast(getattr(palette, front), getattr(palette, back)) >= max(7.0, least)
