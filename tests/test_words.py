"""Words on lines: where they may part, and where their ink begins."""

import random
from functools import partial
from itertools import accumulate, combinations, pairwise
from types import SimpleNamespace

import pytest
import uharfbuzz as hb
from sample_brand import sample_brand

from builder.brand.identity import Brand
from builder.brand.supplied import supplied_fonts
from builder.content.frame import Glyphs
from builder.layout.fonts import font_chain
from builder.media import Font, FontChain
from builder.record import replace
from builder.text import fallback
from builder.text.bidi import visual_order
from builder.text.breaks import units
from builder.text.dictionaries import dictionary_units
from builder.text.fallback import NoGlyph, choose, graphemes, lacking
from builder.text.ink import bearing
from builder.text.likeness import same_digits, unlike
from builder.text.lines import break_evenly, fewest_lines
from builder.text.office import office_font
from builder.text.paragraph import MeasuredText, PlacedRun, paragraph
from builder.text.running import break_text
from builder.text.scripts import SCRIPT_NAMES, script, script_of
from builder.text.shaping import shape
from builder.text.strands import Strand
from builder.text.typeface import typeface


@pytest.fixture(scope="module")
def brand() -> Brand:
    return sample_brand()


def measured(brand: Brand, text: str, language: str = "en-GB", role: str = "text") -> MeasuredText:
    return paragraph((Strand(text, font_chain(brand, role, 600, language), language),))


def lines(para: MeasuredText, measure: float) -> list[str]:
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
    chain = font_chain(brand, "text", 400, "en-GB")
    assert lacking("a\U0001e023 b", chain) == ("\U0001e023",)
    assert lacking("你a\U0001e023", chain) == ("你", "\U0001e023")  # no stretch of one cause


def test_a_letter_is_drawn_in_the_font_of_its_script_though_that_before_it_has_it(brand: Brand) -> None:
    chain = font_chain(brand, "text", 400, "en-GB")
    latin, greek = chain.of("")[0], chain.of("Grek")[0]
    assert typeface(latin).sets("π")
    assert choose("aπ, b", chain) == (latin, greek, greek, greek, latin)


@pytest.mark.parametrize("amount", ["48‰", "₺1.5", "48\u00a0₽"])
def test_an_amount_s_digits_stay_in_the_font_of_their_line_though_it_lacks_the_sign(
    brand: Brand, amount: str
) -> None:
    chain, start = font_chain(brand, "display", 400, "bn"), len("মাত্র ")
    line, *others = chain.of("")
    found = choose(f"মাত্র {amount}, কম", chain)[start : start + len(amount)]
    assert [font is line for font in found] == [typeface(line).sets(char) for char in amount]
    (sign,) = {*found} - {line}
    having = [font for font in others if all(typeface(font).sets(char) for char in "‰₺₽" if char in amount)]
    assert unlike(line, sign) == min(unlike(line, font) for font in having)


def test_a_sign_is_of_the_font_whose_digits_are_most_like_those_of_its_amount() -> None:
    fonts = {font.name: font for font in supplied_fonts()}
    own = fonts["NotoSansTamil-Bold"]
    names = ("NotoNaskhArabic-Bold", "NotoSans-Regular", "NotoSans-Bold", "AtkinsonHyperlegibleNext-Bold")
    chain = FontChain((own, *(fonts[name] for name in names)))
    assert [font.name for font in choose("12.5₽", chain)[-2:]] == [own.name, "NotoSans-Bold"]
    assert same_digits(own, fonts["NotoSans-Bold"]) and not same_digits(own, fonts["NotoSans-Regular"])
    assert unlike(own, fonts["NotoNaskhArabic-Bold"]) < unlike(own, fonts["AtkinsonHyperlegibleNext-Bold"])


def test_days_stay_in_the_font_of_their_line_though_it_lacks_the_dash_between_them(
    brand: Brand, monkeypatch: pytest.MonkeyPatch
) -> None:
    chain = font_chain(brand, "display", 400, "bn")
    first = chain.of("")[0]

    class Dashless:
        def __init__(self, font: Font) -> None:
            self.font = font

        def sets(self, sign: str) -> bool:
            return typeface(self.font).sets(sign) and not (self.font is first and sign == "–")

    monkeypatch.setattr(fallback, "typeface", Dashless)
    fallback._asked_first.cache_clear()
    days, rate = choose("17–23", chain), choose("17–23‰", chain)
    fallback._asked_first.cache_clear()
    assert [font is first for font in days] == [True, True, False, True, True]
    assert [font is first for font in rate] == [True, True, False, True, True, False]


def test_a_piece_of_one_letter_stays_with_the_next_of_the_dictionary_s_pieces() -> None:
    assert dictionary_units("ညများ") == ["ညများ"]  # ည and များ, nights
    assert dictionary_units("มีคนถามว่า") == ["มีคน", "ถาม", "ว่า"]


def test_what_all_scripts_share_is_of_none() -> None:
    assert [script_of(sign) for sign in (" ", "1", "–", "\u0301", "。")] == [None] * 5
    assert [getattr(script_of(letter), "code", "") for letter in "aжכק語ⴰ"] == [
        "Latn", "Cyrl", "Hebr", "Hebr", "Hans", "Zyyy",
    ]  # fmt: skip


def test_only_letters_that_stand_apart_may_be_spaced() -> None:
    """Those of Hindi or Punjabi hang from one line, those of Arabic join; others were not asked for."""
    spaced = {code for code in SCRIPT_NAMES if script(code).spaced}
    assert spaced == {"Latn", "Grek", "Cyrl", "Armn", "Geor"}


def strand(brand: Brand, text: str, language: str = "en-GB", role: str = "text", weight: int = 400) -> Strand:
    return Strand(text, font_chain(brand, role, weight, language), language)


def drawn(para: MeasuredText) -> list[PlacedRun]:
    """Its runs on one line of the size 1."""
    return [placed for placed in para.runs(0, len(para.text), 0, 1) if placed.run.width]


def test_a_japanese_sentence_breaks_at_the_same_places_on_cards_and_in_the_guide(brand: Brand) -> None:
    para = paragraph((strand(brand, "赤ちゃんのこころの健康について、話しましょう。", "ja"),), boxes=True)
    ends = {word.end for word in para.words}
    for lines in (break_evenly(para, 3), break_text(para, 3)):
        assert len(lines) > 3
        assert {line.end for line in lines} <= ends
    assert len(para.words) == 19  # none begins with ゃ, ょ, 、 or 。
    assert office_font("Arial").lines(para.text, 10, 50) == 5  # of five square letters at most


def test_each_span_takes_the_shapes_of_its_own_language(brand: Brand) -> None:
    """Romanian writes ş with a comma, Turkish with a cedilla (the font's `locl`)."""
    para = paragraph((strand(brand, "ş "), strand(brand, "ş", "ro"), strand(brand, " ş", "tr")))
    english, romanian, turkish = (
        next(glyph.parts for glyph in placed.run.glyphs if glyph.source == "ş") for placed in drawn(para)
    )
    assert english == turkish != romanian


@pytest.mark.parametrize(("given", "asked"), [("", "und"), ("cy", "cy")])
def test_glyphs_are_never_those_of_the_machine_s_own_language(
    brand: Brand, monkeypatch: pytest.MonkeyPatch, given: str, asked: str
) -> None:
    """HarfBuzz asks the locale (LC_ALL, LANG) for the language of a text that has none."""
    languages = []

    def listen(shaper: hb.Font, buffer: hb.Buffer, features: dict[str, bool]) -> None:
        languages.append(buffer.language)
        hb.shape(shaper, buffer, features)

    monkeypatch.setattr("builder.text.shaping.hb", SimpleNamespace(**{**vars(hb), "shape": listen}))
    shape.__wrapped__("-", brand.fonts[0], language=given)
    assert languages == [asked]


def test_letter_spaced_text_takes_no_ligatures(brand: Brand) -> None:
    plain, spaced = (paragraph((strand(brand, "office", role="display"),), tracking=t) for t in (0.0, 0.1))
    assert "ffi" in [glyph.source for glyph in drawn(plain)[0].run.glyphs]
    assert [glyph.source for glyph in drawn(spaced)[0].run.glyphs] == list("office")


def test_letter_spacing_comes_after_each_letter_and_never_between_joined_ones(brand: Brand) -> None:
    for text, language, spacing in (("Babies", "en-GB", 0.6), ("ماں", "ur", 0.0), ("জীবন", "bn", 0.0)):
        plain, spaced = (paragraph((strand(brand, text, language),), tracking=t) for t in (0.0, 0.1))
        assert spaced.width(0, len(text)) - plain.width(0, len(text)) == pytest.approx(spacing), text


def test_spaced_letters_stand_where_kerned_ones_do_and_as_far_apart_as_asked(brand: Brand) -> None:
    for text in ("AVATAR, Waves", "Ta\u00adTa"):  # a soft hyphen takes no room
        plain, spaced = (shape(text, brand.fonts[0], tracking=t) for t in (0.0, 0.25))
        places = [left + 0.25 * number for number, left in enumerate(plain.clusters.lefts)]
        assert spaced.clusters.lefts == spaced.clusters.xs == pytest.approx(places)
        assert spaced.clusters.widths == pytest.approx([width + 0.25 for width in plain.clusters.widths])
        assert spaced.width == pytest.approx(plain.width + 0.25 * len(places))


def test_letters_are_kerned_over_the_ends_of_words_and_spans(brand: Brand) -> None:
    whole = paragraph((strand(brand, "AVAVA TATA"),))
    parted = paragraph((strand(brand, "AVA"), strand(brand, "VA TA"), strand(brand, "TA")))
    assert [placed.strand for placed in drawn(parted)] == [0, 1, 2]
    assert parted.width(0, 10) == pytest.approx(whole.width(0, 10))
    pieces = sum(paragraph((strand(brand, part),)).width(0, len(part)) for part in ("AVA", "VA TA", "TA"))
    assert whole.width(0, 10) < pieces - 0.05
    last = drawn(parted)[-1].run
    assert last.x + last.width == pytest.approx(whole.width(0, 10))


# Kerned pairs, also across blanks, signs, soft hyphens and scripts; letters that join.
STANDING_TOGETHER = (
    ("Waves of AVATAR ffi", "en"),
    ("“Try 17. TA, Ty” AV", "en"),
    ("Ta\u00adVAL\u00adTo ffi", "de"),
    ("AVA Тут ТА AV", "en"),
    ("پیک کا استعمال", "ur"),
    ("প্রতিটি জীবন", "bn"),
)


def test_a_part_of_a_text_looks_as_if_it_stood_alone(brand: Brand) -> None:
    """Cut where HarfBuzz says that it may be, else shaped anew: an Arabic letter takes its final shape."""
    for text, language in STANDING_TOGETHER:
        para = paragraph((strand(brand, text, language),), rtl=language == "ur")
        ends = [0, *accumulate(map(len, graphemes(text)))]
        for start, end in combinations(ends, 2):
            cut = [(stretch.font, shaped.glyphs) for stretch, shaped in para.parts(start, end)]
            alone = paragraph((strand(brand, text[start:end], language),), rtl=language == "ur")
            if alone.text == text[start:end]:
                whole = [(s.font, g.glyphs) for s, g in alone.parts(0, end - start)]
                assert flat(cut) == flat(whole)
                assert para.width(start, end) == pytest.approx(alone.width(0, end - start))
                assert list(para.inks(start, end)) == list(alone.inks(0, end - start))


def test_what_is_shaped_anew_at_a_kerned_end_is_still_of_its_strand(brand: Brand) -> None:
    """The line ends between `Ty` and a blank that is kerned to it; its strands part inside what stays."""
    para = paragraph((strand(brand, "A day to TA"), strand(brand, "Ty A day")))
    text = para.text
    end = text.index("Ty") + 2
    words: dict[int, str] = {}
    for placed in para.runs(0, end, 0, 1):
        words[placed.strand] = words.get(placed.strand, "") + placed.run.text
    assert words == {0: "A day to TA", 1: "Ty "}


def flat(parts: list[tuple[Font, Glyphs]]) -> list[tuple[str, object, str, float]]:
    return [(font.name, g.parts, g.source, round(g.x, 9)) for font, glyphs in parts for g in glyphs]


def test_lines_of_text_are_the_least_ragged_that_there_are(brand: Brand) -> None:
    para = paragraph((strand(brand, "We sat with her a while, then helped them both to the door"),))
    last = len(para.words)
    ways = [stops for number in range(last) for stops in combinations(range(1, last), number)]
    for measure in (7, 8, 9.5, 10.5):
        best = min(ways, key=partial(raggedness, para, measure))
        ends = [para.words[stop - 1].end for stop in (*best, last)]
        assert [line.end for line in break_text(para, measure)] == ends


def test_few_letters_are_no_last_line_where_the_line_above_can_spare_a_word(brand: Brand) -> None:
    para = paragraph((strand(brand, "Some of us came by boat and the others went on to it"),))
    measures = [tenths / 10 for tenths in range(90, 250)]
    few = [measure for measure in measures if last_of(para, measure, greedy=True) == "to it"]
    assert few
    assert all(len(last_of(para, measure)) > len("to it") for measure in few)


def last_of(para: MeasuredText, measure: float, greedy: bool = False) -> str:
    """The last line; `greedy`: where each line takes all that it can."""
    if not greedy:
        return para.text[break_text(para, measure)[-1].start :]
    start = 0
    for word, after in pairwise(para.words):
        if para.width(start, after.end) > measure:
            start = word.end
    return para.text[start:].strip()


def raggedness(para: MeasuredText, measure: float, stops: tuple[int, ...]) -> float:
    """What lines cost that end before these words, the last one perhaps short."""
    lines = [*pairwise((0, *stops, len(para.words)))]
    wide = [para.width(para.words[first].start, para.words[stop - 1].end) for first, stop in lines]
    white = [(measure - width) / measure for width in wide]
    return len(lines) + sum(share**2 for share in white[:-1]) if min(white) >= 0 else float("inf")


def test_a_last_line_of_one_short_word_costs_more_than_uneven_lines(brand: Brand) -> None:
    text = paragraph((strand(brand, "Somebody sat with us and helped to lift him up"),))
    lines = break_text(text, text.width(0, len("Somebody sat with us and helped to lift him")) + 0.05)
    assert " " in text.text[lines[-1].start :]
    display = paragraph(
        (strand(brand, "everybody everybody everybody sat helped it", role="display", weight=600),)
    )
    lines = break_evenly(display, display.words[0].width * 1.02)
    assert [display.text[line.start : line.end] for line in lines[-2:]] == ["sat", "helped it"]


@pytest.mark.parametrize(
    "text",
    [
        "Infants can not wait for care",
        "I am 3 and we are 4, so it goes on",
        "Säuglings\u00adbindungs\u00adforschung hilft,\nund wir lesen sie",
        "See it: parentinfantrelationship",
    ],
)
def test_what_is_known_of_one_measure_never_shows_in_another(brand: Brand, text: str) -> None:
    """Asked for all measures in any order, a text breaks as it does in each when that is the first."""
    chain = font_chain(brand, "text", 400, "en-GB")
    falling = [1 + step * 0.13 for step in range(180, 0, -1)]
    strands = (Strand(text, chain, "en-GB"),)
    for measures in (falling, random.Random(5).sample(falling, len(falling))):
        text_of_many = paragraph.__wrapped__(strands)
        for measure in measures:
            alone = break_evenly(paragraph.__wrapped__(strands), measure)
            assert break_evenly(text_of_many, measure) == alone
            assert fewest_lines(text_of_many, measure) == len(alone)


@pytest.mark.parametrize(
    ("levels", "order"),
    [
        ([0, 0, 0], [0, 1, 2]),
        ([1, 1, 1], [2, 1, 0]),
        ([0, 1, 2, 1, 0], [0, 3, 2, 1, 4]),
        ([1, 2, 2, 1], [3, 1, 2, 0]),
        ([0, 2, 2, 1, 0], [0, 3, 1, 2, 4]),
    ],
)
def test_runs_are_turned_round_level_by_level(levels: list[int], order: list[int]) -> None:
    assert visual_order(levels) == order


def test_words_of_a_line_from_right_to_left_stand_in_their_order(brand: Brand) -> None:
    """The first at the right end, words in Latin letters between their neighbours and themselves unturned."""
    para = paragraph((strand(brand, "بچہ Tea Week گھر", "ur"),), rtl=True)
    runs = sorted((placed.run for placed in drawn(para)), key=lambda run: run.x)
    assert [run.text.strip() for run in runs if run.text.strip()] == ["گھر", "Tea Week", "بچہ"]


def test_a_line_has_room_for_the_hyphen_that_it_ends_with(brand: Brand) -> None:
    para = paragraph((strand(brand, "mother\u00adhood and father\u00adhood " * 4),))
    ended = set()
    for measure in (part / 20 for part in range(80, 240)):
        for even in (False, True):
            for line in break_text(para, measure, even):
                width = para.width(line.start, line.end) + (para.hyphen(line.end).width if line.hyphen else 0)
                assert line.width == pytest.approx(width, abs=0.02)  # but for kerning over the ends of words
                assert line.width <= measure + 1e-6
                ended.add(line.hyphen)
    assert ended == {False, True}


def test_what_all_scripts_share_goes_with_its_word(brand: Brand) -> None:
    """A hashtag is drawn by one font in a text of another script, at its start and inside it."""
    for text in ("#TinyHearts", "জীবন #TinyHearts"):
        para = measured(brand, text, "bn")
        assert {font.family for font in para.fonts[-len("TinyHearts") :]} == {"Atkinson Hyperlegible Next"}
    assert measured(brand, "#TinyHearts", "bn").fonts[0].family == "Atkinson Hyperlegible Next"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("From 13–19 June", ["From ", "13–19 ", "June"]),
        ("COVID-19 and well-being", ["COVID-19 ", "and ", "well-", "being"]),
        ("hope—and help", ["hope—", "and ", "help"]),  # no dash begins a line
        ("see https://example.org/a/b now", ["see ", "https://example.org/a/b ", "now"]),
        ("see example.org/a-b, (a-b.example.org)", ["see ", "example.org/a-b, ", "(a-b.example.org)"]),
        ("詳しくはhttps://example.org/a-bを", ["詳", "し", "く", "は", "https://example.org/a-b", "を"]),
        ("例：#はじめの千日 です", ["例：", "#はじめの千日 ", "で", "す"]),
        ("14.2\u202fmillion", ["14.2\u202fmillion"]),
        ("Story · Link image", ["Story · ", "Link ", "image"]),  # no line begins with what parts two
        ("Säuglings\u00adbindung", ["Säuglings\u00ad", "bindung"]),
        ("one\ntwo", ["one\n", "two"]),
    ],
)
def test_places_where_a_line_may_end(text: str, parts: list[str]) -> None:
    assert [unit.text for unit in units(text)] == parts


def test_english_words_among_urdu_ones_read_by_themselves(brand: Brand) -> None:
    strands = (replace(strand(brand, "5 sizes: ", "ur"), language="en"), strand(brand, "گھر", "ur"))
    para = paragraph(strands, rtl=True)
    assert para.levels == (*[2] * len("5 sizes"), *[1] * len(": گھر"))
