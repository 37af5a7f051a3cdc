"""Words on lines: where they may part, and where their ink begins."""

from pathlib import Path

import pytest

from builder.brand.identity import Brand
from builder.brand.read import read_brand
from builder.layout.fonts import font_chain
from builder.text.fallback import NoGlyph, lacking
from builder.text.lines import bearing, break_evenly
from builder.text.paragraph import Paragraph, Strand, paragraph


@pytest.fixture(scope="module")
def brand() -> Brand:
    return read_brand(Path(__file__).parents[1] / "brand", "brand")


def measured(brand: Brand, text: str, language: str = "en-GB", role: str = "text") -> Paragraph:
    return paragraph((Strand(text, font_chain(brand, role, 600, language), language),))


def lines(para: Paragraph, measure: float) -> list[str]:
    return [para.text[span.start : span.end] for span in break_evenly(para, measure)]


def test_no_break_spaces_keep_words_together(brand: Brand) -> None:
    assert lines(measured(brand, "from 2:00\u00a0PM on"), 5.2) == ["from", "2:00\u00a0PM", "on"]


def test_a_number_stays_with_what_it_counts(brand: Brand) -> None:
    para = measured(brand, "Samstag, 15. November, 11:00–14:00", "de")
    assert lines(para, 12) == ["Samstag, 15. November,", "11:00–14:00"]


def test_the_ink_of_a_joined_letter_begins_at_its_leftmost_glyph(brand: Brand) -> None:
    # The vowel signs of জী and ফোঁ stand beside or before their letters; neither letter is moved by them.
    for word in ("জীবন", "ফোঁটায়", "প্রতিটি"):
        para = measured(brand, word, "bn", "display")
        assert -0.05 < bearing(para, break_evenly(para, 99)[0]) < 0.1, word


def test_display_type_takes_text_type_for_what_it_lacks(brand: Brand) -> None:
    display = font_chain(brand, "display", 600, "en-GB")
    assert lacking("ŵ α Ж ب ক", display) == ()


def test_what_no_font_has_is_told_in_one_piece(brand: Brand) -> None:
    with pytest.raises(NoGlyph) as missing:
        measured(brand, "Say 你好 and 再见")
    assert missing.value.characters == "你好"
    assert lacking("你 a 👩‍👧 b 你", font_chain(brand, "text", 400, "en-GB")) == ("你", "👩‍👧")


def test_a_letter_and_its_marks_are_drawn_by_one_font(brand: Brand) -> None:
    para = measured(brand, "aq\u0336x", role="display")  # Fraunces has no such mark
    assert len(set(para.fonts[1:3])) == 1
    assert para.fonts[0] == para.fonts[3] != para.fonts[1]


def test_a_mark_that_no_font_has_is_told_alone(brand: Brand) -> None:
    assert lacking("a\U0001e023 b", font_chain(brand, "text", 400, "en-GB")) == ("\U0001e023",)
