"""How long text is made to fit the boxes of slides."""

import pytest

from builder.color import Color
from builder.content.deck import SLOTS, OfficeTheme, Placeholder, SlideParagraph
from builder.geometry.box import Box
from builder.layout.slides.fitting import Fit, fits_one_line, fitted
from builder.layout.slides.parting import parted
from builder.layout.slides.tables import tabled
from builder.record import replace
from builder.text.office import office_font

THEME = OfficeTheme("Swifts", tuple((slot, Color(0, 0, 0)) for slot in SLOTS), "Georgia", "Arial")
BOX = Placeholder("Text", "body", 1, Box(0, 0, 400, 120), 28, least=20)


def lines(*texts: str) -> tuple[SlideParagraph, ...]:
    return tuple(SlideParagraph(text) for text in texts)


def test_short_text_keeps_its_size() -> None:
    assert fitted(lines("Look up"), BOX, THEME) == Fit()


def test_longer_text_shrinks_and_too_much_does_not_fit() -> None:
    sentence = "Swifts come back to the same hole in the same wall each year"
    fit = fitted(lines(sentence, sentence), BOX, THEME)
    assert fit is not None
    assert 20 / 28 <= fit.scale < 1
    assert fitted(lines(*[sentence] * 4), BOX, THEME) is None


def test_a_long_word_gets_a_size_that_keeps_it_whole() -> None:
    assert fitted(lines("Mauerseglernistkastenbau"), BOX, THEME) == Fit()
    narrow = Placeholder("Text", "body", 1, Box(0, 0, 300, 120), 28, least=20)
    fit = fitted(lines("Mauerseglernistkastenbau"), narrow, THEME)
    assert fit is not None
    assert fit.size is not None
    assert office_font("Arial").width("Mauerseglernistkastenbau", fit.size) <= 300


def test_an_amount_stays_whole_as_it_is_written() -> None:
    number = replace(BOX, size=100.0, least=20.0, box=Box(0, 0, 500, 400))
    fit = fitted((SlideParagraph("14,2 Millionen"),), number, THEME, "de")
    assert fit and fit.size and office_font("Arial").width("14,2 Millionen", fit.size) <= 500


def test_a_web_address_may_break() -> None:
    link = SlideParagraph("example.org/" + "swifts-" * 8, link="https://example.org")
    assert fitted((link,), BOX, THEME) == Fit()


def test_bullets_take_room() -> None:
    bulleted = Placeholder("Text", "obj", 1, Box(0, 0, 400, 120), 28, bullets=True)
    assert fitted(lines("Mauerseglernistkastenbau"), bulleted, THEME) == Fit()
    narrower = Placeholder("Text", "obj", 1, Box(0, 0, 350, 120), 28, bullets=True)
    assert fitted(lines("Mauerseglernistkastenbau"), narrower, THEME) != Fit()


def test_what_stands_beside_a_bullet_has_less_room_for_its_lines() -> None:
    wide = office_font("Arial").width("Look up now", 28) + 10
    plain = Placeholder("Text", "obj", 1, Box(0, 0, wide / 0.96, 40), 28, least=28)
    assert fitted(lines("Look up now"), plain, THEME) == Fit()
    assert fitted(lines("Look up now"), replace(plain, bullets=True), THEME) is None


def test_bold_words_are_broader() -> None:
    wide = office_font("Arial").width("Mauersegler", 28) + 1
    plain = Placeholder("Text", "body", 1, Box(0, 0, wide / 0.96, 120), 28, least=20)
    assert fitted(lines("Mauersegler"), plain, THEME) == Fit()
    fit = fitted(lines("Mauersegler"), replace(plain, bold=True), THEME)
    assert fit is not None
    assert fit.size is not None
    assert fit.size < 28


@pytest.mark.parametrize(
    ("family", "text", "em"),
    [
        ("Arial", "Hi", 0.72 + 0.22),
        ("Georgia", "Hi", 0.81 + 0.29),
        ("Arial", "é", 0.56),
        ("Arial", "স্বা", 3 * 0.52),  # three letters and a sign without a breadth
        ("Georgia", "தமிழ்", 4 * 0.84),
    ],
)
def test_widths_are_those_of_the_fonts(family: str, text: str, em: float) -> None:
    assert office_font(family).width(text, 100) == pytest.approx(em * 100)


def test_an_unknown_font_is_taken_to_be_broad() -> None:
    assert office_font("Verdana").width("Swift", 20) > office_font("Arial").width("Swift", 20)


def test_lines_of_other_scripts_are_taller() -> None:
    font = office_font("Arial", "Urdu Typesetting")
    assert font.line_of("Swifts 2024") == office_font("Arial").line
    assert font.line_of("ابابیل") > font.line_of("Swifts")
    broad = office_font("Verdana", "Arial")  # whose own lines are the taller ones
    assert broad.line_of("ابابیل") == broad.line > office_font("Arial").line


def test_a_word_that_is_wider_than_its_room_takes_as_many_lines_as_it_fills() -> None:
    word = "Mauerseglernistkastenbau"
    assert office_font("Arial").width(word, 28) == pytest.approx(329.56)
    assert [office_font("Arial").lines(word, 28, room) for room in (330, 200, 100)] == [1, 2, 4]


def test_one_line_or_not() -> None:
    assert fits_one_line("Swifts", BOX, THEME)
    assert not fits_one_line("Swifts " * 10, BOX, THEME)


def test_a_table_is_as_large_as_its_box_allows() -> None:
    rows = (("Day", "Topic"), *((f"{number} July", "Nests") for number in range(4)))
    small = tabled(rows, Box(0, 0, 600, 170), THEME, "en-GB")
    large = tabled(rows, Box(0, 0, 600, 400), THEME, "en-GB")
    assert small is not None
    assert large is not None
    assert (small.size, large.size) == (22, 24)
    assert sum(large.widths) == pytest.approx(600)
    assert tabled(rows, Box(0, 0, 600, 100), THEME, "en-GB") is None


def test_narrow_columns_keep_their_words_together() -> None:
    rows = (("Day", "Topic"), ("Monday 13 June", "A long story about birds that sleep on the wing " * 2))
    table = tabled(rows, Box(0, 0, 500, 300), THEME, "en-GB")
    assert table is not None
    assert table.widths[0] > office_font("Arial").width("Monday 13 June", table.size)


THAI = "ทารกทุกคนสมควรรู้สึกปลอดภัยและอบอุ่น"
JAPANESE = "すべての赤ちゃんには安心を感じる権利があります"


@pytest.mark.parametrize("text", [THAI, JAPANESE])
def test_a_sentence_without_blanks_is_no_long_word(text: str) -> None:
    """It takes two lines at its full size; held whole on one it would be much smaller."""
    font = office_font("Arial")
    assert font.width(text, 28) > 400 > max(font.width(word, 28) for word in font.words(text))
    assert fitted(lines(text), BOX, THEME) == Fit()
    assert list(font.words("Look up, ทารก")) == ["Look", "up,", "ทารก"]


def test_a_word_wider_than_its_box_has_soft_hyphens_and_others_none() -> None:
    narrow = replace(BOX, box=Box(0, 0, 200, 300))

    def shown(*texts: str, lang: str = "de") -> tuple[list[str], tuple[str, ...]]:
        found, _, still = parted(lines(*texts), narrow, THEME, Fit(), lang)
        return [each.text for each in found], still

    word = "Verantwortungsübernahme"
    seam = "Verantwortungs\u00adübernahme"
    assert shown(f"Die {word}", "Bei Sch\u00adnee") == ([f"Die {seam}", "Bei Schnee"], ())
    assert shown("Ver\u00adantwortungs\u00adübernahme")[0] == ["Ver\u00adantwortungs\u00adübernahme"]
    assert shown(f"{word}-2026") == ([f"{word}-2026"], (f"{word}-2026",))
    assert shown(word, lang="xx") == ([word], (word,))
    assert shown("Haftpflichtversicherung")[0] == ["Haft\u00adpflicht\u00adversicherung"]
    assert shown("Donaudampfschifffahrt")[0] == ["Donau\u00addampf\u00adschiff\u00adfahrt"]


def test_columns_of_a_table_keep_words_whole_if_a_size_does_and_part_them_at_hyphens_otherwise() -> None:
    rows = (("Tag", "Thema", "Ort"), ("Montag", "Warum wir hier sind", "Gesundheitsministerium"))
    table = tabled(rows, Box(0, 0, 500, 300), THEME, "de")
    assert table
    assert (table.rows, table.wide) == (rows, ())
    assert table.widths[2] - 14.4 > office_font("Arial").width(rows[1][2], table.size)
    narrow = tabled(rows, Box(0, 0, 430, 400), THEME, "de")
    assert narrow
    assert narrow.rows[1] == (*rows[1][:2], "Gesundheits\u00administerium")
    number = "7" * 34
    wide = tabled((("A", "B"), ("x", number)), Box(0, 0, 300, 300), THEME, "de")
    assert wide
    assert wide.wide == (((1, 1), number),)
