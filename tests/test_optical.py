"""Optical sizes: letters are those that a font has for the size in which they are set."""

from __future__ import annotations

from pathlib import Path

import pytest
import sample_fonts as made

from builder.brand.design import Design
from builder.brand.identity import Brand
from builder.brand.read import read_brand
from builder.content.frame import Text
from builder.geometry.box import Box
from builder.layout.canvas import Canvas, sheet
from builder.layout.cards.solve import solve
from builder.layout.fonts import font_chain
from builder.output.brands import known_brand
from builder.output.cache import Cache
from builder.text.scripts import SCRIPT_NAMES

SAYS = """
color: {palette: {navy: '#14213d', white: '#ffffff'}, primary: navy, background: white}
typography:
  fonts: [{family: Rings, files: [fonts/rings.ttf]}]
  base: Rings
defaults: {packbuild: {%s}}
"""
PHONE = Canvas(1080, 1080, "px", Box(0, 0, 1080, 1080), 35, 1080 / 375)


def brand_of(folder: Path, font: bytes, own: str = "") -> Brand:
    (folder / "fonts").mkdir(parents=True)
    (folder / "fonts/rings.ttf").write_bytes(font)
    (folder / "_brand.yml").write_text(SAYS % own, "utf-8")
    return read_brand(folder, "brand")


def headline(brand: Brand, words: str, canvas: Canvas, size: float = 0.4) -> Text:
    text = {"from": "headline", "style": "display", "size": size, "lines": 6}
    given = {"background": {"fill": "white"}, "text_color": "navy", "body": {"text": text}}
    (item,) = solve(Design.model_validate(given), {"headline": words}, canvas, brand, "en").frame.items[1:]
    assert isinstance(item, Text)
    return item


def points(text: Text) -> float:
    return text.lines[0].runs[0].font.points


@pytest.mark.parametrize(("asked", "nearest"), [(9, 12), (30, 24), (50, 40), (200, 72)])
def test_letters_are_those_that_are_drawn_for_the_nearest_size(
    asked: float, nearest: float, tmp_path: Path
) -> None:
    brand = brand_of(tmp_path, made.variable(axes=("opsz",)))
    assert font_chain(brand, "display", 400, "en", points=asked).fonts[0].points == nearest


def test_words_have_the_letters_of_the_size_that_they_are_set_in(tmp_path: Path) -> None:
    """In pt as people see them: on a phone, a card is a third as wide as it has pixels."""
    brand = brand_of(tmp_path, made.variable(axes=("opsz",)))
    large = headline(brand, "no", PHONE)
    small = headline(brand, "lono nolo lono lono nolo nolo lono nolo lono lono " * 2, PHONE)
    sizes = [text.size * 375 / 1080 * 0.75 for text in (large, small)]
    assert sizes[0] > 60 and sizes[1] < 30
    assert (points(large), points(small)) == (72, 24)
    assert points(headline(brand, "no", sheet(300, 300), size=0.1)) == 24


def test_a_style_may_name_its_optical_size(tmp_path: Path) -> None:
    own = "styles: {display: {optical: 16}}"
    brand = brand_of(tmp_path, made.variable(axes=("opsz",)), own)
    assert points(headline(brand, "no", PHONE)) == 16
    assert not [each for each in brand.problems if "optical" in each.message]


def test_a_style_that_names_one_where_no_font_has_any_is_told(tmp_path: Path) -> None:
    brand = brand_of(tmp_path, made.ttf(), "styles: {display: {optical: 16}}")
    (problem,) = [each for each in brand.problems if "optical sizes" in each.message]
    assert problem.severity == "warning" and problem.place and problem.place.line == 6
    assert {font.points for font in brand.fonts} == {0}
    assert points(headline(brand, "no", PHONE)) == 0


def test_a_brand_that_is_known_has_the_same_sizes(tmp_path: Path) -> None:
    brand_of(tmp_path / "brand", made.variable(axes=("opsz",)))
    cache = Cache(tmp_path / "cache")
    first, again = (known_brand(tmp_path / "brand", "brand", SCRIPT_NAMES, cache) for _ in range(2))
    found = [{font.points for font in brand.fonts} for brand in (first, again)]
    assert found[0] == found[1] and 40.0 in found[0]
