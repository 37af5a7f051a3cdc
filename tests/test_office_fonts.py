"""Which fonts of Office are like a brand's own."""

from pathlib import Path

import pytest
from sample_brand import sample_brand

from builder.brand.officefonts import serifed
from builder.layout.canvas import sheet
from builder.layout.slides.drafter import SlideDrafter
from builder.layout.slides.fonts import heavy_headings
from builder.phrases import phrases
from builder.record import replace

FONTS = Path(__file__).parents[1] / "brand/fonts"


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("fraunces/Fraunces72ptSoft-Regular.ttf", True),
        ("fraunces/Fraunces72ptSoft-SemiBold.ttf", True),
        ("noto-serif/NotoSerif-SemiBold.ttf", True),
        ("noto-sans/NotoSans-Regular.ttf", False),
        ("noto-sans/NotoSans-Bold.ttf", False),
        ("atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Regular.ttf", False),
        ("atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Bold.ttf", False),
    ],
)
def test_serifs_are_seen_in_a_font_s_letters(file: str, expected: bool) -> None:
    assert serifed((FONTS / file).read_bytes()) is expected


def test_headings_of_slides_are_as_heavy_as_the_brands() -> None:
    brand = sample_brand()
    slides = brand.slides
    assert slides
    light = replace(brand, styles={**brand.styles, "display": replace(brand.styles["display"], weight=400)})
    embedding = slides.model_copy(update={"embed_fonts": True})
    assert heavy_headings(brand, slides, "en-GB")
    assert heavy_headings(brand, slides, "bn")
    assert not heavy_headings(light, slides, "en-GB")
    assert not heavy_headings(brand, embedding, "en-GB")  # the font itself is heavy
    assert not heavy_headings(brand, slides, "ur")  # Urdu Typesetting has no bold
    for of, bold in ((brand, True), (light, False)):
        laid = SlideDrafter(of, slides, sheet(960, 540), phrases("en-GB"), ("",)).layouts
        holders = [holder for each in laid.values() for _, holder in each.fields]
        assert {holder.bold for holder in holders if holder.heading} == {bold}
        assert not any(holder.bold for holder in holders if not holder.heading)
