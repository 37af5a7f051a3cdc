"""The family of the largest words: a brand's own, or else that of headings."""

import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from sample_brand import FOLDER, sample_brand

from builder.brand.identity import Brand
from builder.brand.read import read_brand
from builder.layout.fonts import font_chain
from builder.record import replace


def first(brand: Brand, role: str, weight: int, language: str) -> tuple[str, int]:
    font = font_chain(brand, role, weight, language).fonts[0]
    return font.family, font.weight


def with_poster(**families: tuple[str, ...]) -> Brand:
    brand = sample_brand()
    return replace(brand, families={**brand.families, "poster": families})


@pytest.mark.parametrize("language", ["en", "ar", "ur", "bn", "he"])
def test_without_one_it_is_that_of_headings_at_its_heaviest(language: str) -> None:
    brand = sample_brand()
    assert first(brand, "poster", 900, language) == first(brand, "display", 900, language)
    assert first(brand, "poster", 900, "en") == ("Fraunces 72pt Soft", 600)


def test_it_is_for_the_scripts_that_it_names() -> None:
    brand = with_poster(default=("Noto Sans",))
    assert first(brand, "poster", 700, "en") == ("Noto Sans", 700)
    assert first(brand, "display", 600, "en") == ("Fraunces 72pt Soft", 600)
    assert first(brand, "poster", 700, "ar") == ("Noto Naskh Arabic", 700)
    assert first(with_poster(Arab=("Noto Sans",)), "poster", 700, "en") == ("Fraunces 72pt Soft", 600)


def test_what_it_lacks_is_set_in_that_of_headings() -> None:
    chain = font_chain(with_poster(default=("Noto Sans",)), "poster", 700, "en")
    families = [font.family for font in chain.fonts]
    assert families.index("Noto Sans") < families.index("Fraunces 72pt Soft")


REGULAR = FOLDER / "fonts/atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Regular.ttf"
NAMED = """
meta: {name: Speak Up Week}
color: {palette: {black: "#0B0B0B", white: "#FFFFFF"}, foreground: black, background: white}
typography:
  fonts:
    - {family: Loud, source: file, files: [{path: fonts/loud.ttf, weight: 400, style: normal}]}
    - {family: Plain, source: file, files: [{path: fonts/plain.ttf, weight: 400, style: normal}]}
  base: Plain
"""


def brand_with(folder: Path, across: float, named: str = NAMED) -> Brand:
    """A brand that lists a family which nothing is set in, whose letters are so many times as wide."""
    (folder / "fonts").mkdir(parents=True)
    shutil.copy(REGULAR, folder / "fonts/plain.ttf")
    with TTFont(REGULAR) as font:
        wide = font["hmtx"].metrics
        font["hmtx"].metrics = {glyph: (round(each * across), left) for glyph, (each, left) in wide.items()}
        font.save(folder / "fonts/loud.ttf")
    (folder / "_brand.yml").write_text(named, encoding="utf-8")
    return read_brand(folder, "brand", look="broadsheet")


@pytest.mark.parametrize(("across", "taken"), [(0.8, "Loud"), (1.0, "Plain")])
def test_a_condensed_family_that_nothing_else_is_set_in_is_taken_for_it(
    across: float, taken: str, tmp_path: Path
) -> None:
    """One of a common width says nothing of what it is for."""
    brand = brand_with(tmp_path, across)
    assert first(brand, "poster", 900, "en")[0] == taken
    assert first(brand, "display", 600, "en")[0] == "Plain"


def test_so_is_a_heavy_one(tmp_path: Path) -> None:
    brand = brand_with(tmp_path, 1.0, NAMED.replace("loud.ttf, weight: 400", "loud.ttf, weight: 900"))
    assert first(brand, "poster", 900, "en") == ("Loud", 900)


def test_one_that_is_set_in_elsewhere_is_not_taken(tmp_path: Path) -> None:
    own = "defaults: {packbuild: {families: {text: {cy: [Loud]}}}}"
    assert first(brand_with(tmp_path, 0.8, NAMED + own), "poster", 900, "en")[0] == "Plain"
