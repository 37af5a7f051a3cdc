"""Which fonts of Office are like a brand's own."""

from pathlib import Path

import pytest

from builder.brand.officefonts import serifed

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
