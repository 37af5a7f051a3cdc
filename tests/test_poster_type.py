"""The family of the largest words: a brand's own, or else that of headings."""

import pytest
from sample_brand import sample_brand

from builder.brand.identity import Brand
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
