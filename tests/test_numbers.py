"""Figures that are parts of a whole: how people write them, and how they are drawn."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from sample_brand import sample_brand

from builder.brand.design import Design
from builder.brand.identity import Brand
from builder.brand.measures import Crest
from builder.brand.numbers import NumberForm
from builder.color import Color, contrast
from builder.content.frame import Fill, Text
from builder.content.frame import Path as Curve
from builder.geometry.arcs import band, disc, hoop
from builder.geometry.box import Box
from builder.geometry.curves import bounds, flattened
from builder.geometry.pens import area
from builder.layout.canvas import Canvas
from builder.layout.cards.solve import solve
from builder.layout.numbers import FORMS, picture_of, share_in
from builder.layout.numbers.form import Dress, Share
from builder.layout.numbers.people import OWN, SHADE
from builder.pack.numbers import figure_words, place_words
from builder.phrases import phrases
from builder.spec.numbers import share_of, unit_apart
from builder.spec.parts import Statistic
from builder.spec.read import read_spec

ENGLISH = phrases("en-GB")
CANVAS = Canvas(1000, 1000, "px", Box(0, 0, 1000, 1000), 30, 2.5)


def figure(**fields: Any) -> Statistic:
    return Statistic(id="one", label="people", source="Counted.", **fields)


@pytest.mark.parametrize(
    ("value", "of", "part", "whole"),
    [
        ("1 in 3", None, 1, 3),
        ("2 out of 5", None, 2, 5),
        ("31 %", None, 31, 100),
        ("31%", None, 31, 100),
        ("31.5 per cent", None, 31.5, 100),
        ("2,300 of 7,400", None, 2300, 7400),
        ("1 o bob 3", None, 1, 3),
        ("3 میں سے 1", None, 1, 3),
        ("1 sur 3", 3, 1, 3),
        ("1 sur 4", None, 1, 4),
        ("1 personne sur 4", None, 1, 4),
        ("2 jeunes interrogés sur 5", None, 2, 5),
        ("12,5\u202f%", None, 12.5, 100),
        ("48 pour cent", None, 48, 100),
        ("1 child in every 5", None, 1, 5),
        ("1 من كل 4", None, 1, 4),
        ("٣ من أصل ١٠", None, 3, 10),
        ("٤٨٪", None, 48, 100),
        ("%48", None, 48, 100),
        ("٣١٫٥ في المئة", None, 31.5, 100),
        ("١٬٢٠٠ من ٧٬٤٠٠", None, 1200, 7400),
        ("7", 10, 7, 10),
    ],
)
def test_a_part_of_a_whole_is_read_as_it_is_written(
    value: str, of: int | None, part: float, whole: int
) -> None:
    said = share_of(figure(value=value, of=of))
    assert said and (said.part, said.of) == (part, whole)


@pytest.mark.parametrize(
    "value",
    [
        *("6 to 8 years", "24/7", "100+", "120 %", "£4.3bn", "14.2 million", "Few"),
        *("1 in 3 million", "40 in 3 days", "2 millions sur 3 ans"),
    ],
)
def test_what_may_be_no_part_of_a_whole_is_none(value: str) -> None:
    assert share_of(figure(value=value)) is None


@pytest.mark.parametrize(
    ("value", "apart"),
    [
        ("14.2 million", ("14.2", "million")),
        ("£4.3 billion", ("£4.3", "billion")),
        ("100+ people", ("100+", "people")),
        ("£4.3bn", ("£4.3bn", "")),
        ("1 in 3", ("1 in 3", "")),
    ],
)
def test_a_unit_stands_apart_where_a_blank_parts_it(value: str, apart: tuple[str, str]) -> None:
    assert unit_apart(value) == apart


def test_what_fields_say_is_written_out() -> None:
    assert figure_words(figure(value="1", of=3), ENGLISH) == {
        "value": "1 in 3", "figure": "1 in 3", "lead": "1", "rest": "in 3", "part": "1", "of": "3"
    }  # fmt: skip
    said = figure_words(figure(value="4.3", unit="million"), ENGLISH)
    apart = {"figure": "4.3", "unit": "million", "lead": "4.3", "rest": "million"}
    assert said == {"value": "4.3 million", **apart}
    assert figure_words(figure(value="31%"), ENGLISH)["lead"] == "31%"
    assert figure_words(figure(value="31", unit="%"), ENGLISH)["of"] == "100"


COUNTED = ("dots", "modules", "people", "bars")


@pytest.mark.parametrize("form", COUNTED)
@pytest.mark.parametrize("of", [2, 3, 8, 10, 40, 100, 7400])
def test_what_is_drawn_is_the_share_itself(form: NumberForm, of: int) -> None:
    """For each part there is: 64 of 100 are no 2 of 3."""
    for part in {*range(1, of, max(1, of // 100)), of}:
        drawing, drawn = picture_of(form, Share(part, of))
        assert drawn.part * of == part * drawn.of
        few = {*range(2, 26 if drawing.parts == "crowd" else 11), 100}
        assert drawing.parts == "any" or (drawn.part == int(drawn.part) and drawn.of in few)


@pytest.mark.parametrize(
    ("form", "part", "drawn"),
    [
        *((form, 75, (form, Share(3, 4))) for form in COUNTED),
        *((form, 12.5, (form, Share(1, 8))) for form in COUNTED),
        *((form, 64, (form, Share(64, 100))) for form in ("dots", "modules")),
        *((form, 31, (form, Share(31, 100))) for form in ("dots", "modules", "people")),
        ("people", 64, ("people", Share(16, 25))),
        *((form, 3, (form, Share(3, 100))) for form in ("dots", "modules", "people")),
        *((form, 31.5, ("bar", Share(31.5, 100))) for form in ("dots", "modules", "people")),
        *(("bars", part, ("rule", Share(part, 100))) for part in (3, 31.5, 64)),
    ],
)
def test_a_percentage_is_few_or_a_hundred_or_a_length(
    form: NumberForm, part: float, drawn: tuple[NumberForm, Share]
) -> None:
    assert picture_of(form, Share(part, 100)) == (FORMS[drawn[0]], drawn[1])


@pytest.mark.parametrize("form", COUNTED)
@pytest.mark.parametrize("days", [7, 12, 20, 32])
def test_the_days_of_a_campaign_have_pictures_alike(form: NumberForm, days: int) -> None:
    """The last of 32 is no 100 of 100, nor the sixteenth 1 of 2."""
    shares = [share_in(place_words(ENGLISH, place, days)) for place in range(1, days + 1)]
    drawn = [picture_of(form, share) for share in shares if share]
    assert [(share.part, share.of) for _, share in drawn] == [(place, days) for place in range(1, days + 1)]
    assert len({drawing.parts for drawing, _ in drawn}) == 1


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("form", ["dots", "modules", "people"])
def test_a_field_of_a_hundred_fills_by_column(form: NumberForm, rtl: bool) -> None:
    """Sixty lit are twelve whole columns of five."""
    colors = (Color(1, 1, 1), Color(2, 2, 2), Color(255, 255, 255), Color(3, 3, 3))
    share = Share(60, 100)
    box = Box(0, 0, 1000, 1000 * FORMS[form].height(share, 1.0))
    items = FORMS[form].draw(share, box, Dress(*colors, CANVAS, rtl))
    curves = [item for item in items if isinstance(item, Curve) and item.opacity == 1]
    lit, rest = (
        [bounds(flattened(each.commands, 0.1)) for each in curves if each.fill == color]
        for color in colors[:2]
    )
    assert (len(lit), len(rest)) == (60, 40)
    assert all(box.contains(each, 0.5) for each in (*lit, *rest))
    across = [each.middle[0] for each in lit], [each.middle[0] for each in rest]
    assert min(across[0]) > max(across[1]) if rtl else max(across[0]) < min(across[1])


@pytest.mark.parametrize("form", ["ring", "bar"])
@pytest.mark.parametrize(("part", "of"), [(1, 100), (1, 12), (1, 3), (31, 100), (9, 10), (10, 10)])
def test_what_is_lit_is_the_share(form: NumberForm, part: int, of: int) -> None:
    """By its reach: round ends stay within it."""
    share = Share(part, of)
    lit, rest, ground = Color(1, 1, 1), Color(2, 2, 2), Color(255, 255, 255)
    height = FORMS[form].height(share, 1.0)
    dress = Dress(lit, rest, ground, lit, CANVAS, rtl=False)
    items = FORMS[form].draw(share, Box(0, 0, 1000, 1000 * height), dress)
    curve = next(item for item in items if isinstance(item, Curve) and item.fill == lit)
    if form == "bar":
        assert bounds(flattened(curve.commands, 0.1)).w == pytest.approx(1000 * share.share, abs=0.5)
    else:
        grey = abs(area(curve.commands))
        whole = abs(area(hoop((500, 500), 425, 150)))
        assert grey / whole == pytest.approx(share.share, abs=0.035)
        assert grey / whole <= share.share + 0.001


def test_curves_are_round() -> None:
    assert abs(area(disc((0, 0), 100))) == pytest.approx(31416, rel=1e-3)
    half = band((0, 0), 100, 20, 0, 180)
    assert abs(area(half)) == pytest.approx(3.14159 * (100 * 20 + 10 * 10), rel=1e-3)


@pytest.fixture(scope="module")
def brand() -> Brand:
    return sample_brand()


def drawn(brand: Brand, form: str, words: dict[str, str], *, rtl: bool = False, fill: str = "cream") -> Any:
    box = {"number": {"form": form, "height": 0.5, "width": 0.6}}
    given = {"text_color": brand.ink((fill,)), "background": {"fill": fill}, "body": {"column": [box]}}
    return solve(Design.model_validate(given), words, CANVAS, brand, "en", rtl).frame.items


THIRD = {"value": "1 in 3", "figure": "1 in 3", "part": "1", "of": "3"}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("fill", ["cream", "plum", "sun", "coral"])
def test_lit_and_unlit_are_seen_and_differ_in_more_than_colour(brand: Brand, form: str, fill: str) -> None:
    items = [item for item in drawn(brand, form, THIRD, fill=fill)[1:] if isinstance(item, (Curve, Fill))]
    colors = {item.fill if isinstance(item, Curve) else item.paint for item in items} - {*OWN, SHADE}
    ground = brand.color(fill)
    told = [contrast(color, ground) for color in colors - {ground} if isinstance(color, Color)]
    assert min(told) >= 1.7
    assert max(told) >= 3
    curves = [item.commands for item in items if isinstance(item, Curve)]
    assert len({(len(each), round(bounds(flattened(each, 0.5)).h)) for each in curves}) > 1


@pytest.mark.parametrize("form", FORMS)
def test_the_figure_stands_in_the_picture_or_above_it(brand: Brand, form: str) -> None:
    texts = [item for item in drawn(brand, form, THIRD) if isinstance(item, Text)]
    assert [text.words for text in texts] == ["1 in 3"]


@pytest.mark.parametrize("form", FORMS)
def test_without_a_whole_the_figure_stands_alone_above_its_unit(brand: Brand, form: str) -> None:
    words = {"value": "14.2 million", "figure": "14.2", "unit": "million"}
    items = drawn(brand, form, words)[1:]
    assert [item.words for item in items if isinstance(item, Text)] == ["14.2", "million"]
    assert len(items) == 2


@pytest.mark.parametrize("form", ["bar", "rule", "dots", "modules", "people", "timeline"])
def test_pictures_begin_where_the_language_does(brand: Brand, form: str) -> None:
    def lit(rtl: bool) -> float:
        items = drawn(brand, form, THIRD, rtl=rtl)
        curves = [item for item in items if isinstance(item, Curve) and item.fill == brand.color("coral")]
        return bounds(flattened(curves[-1].commands, 0.5)).middle[0]

    assert lit(rtl=False) < 500 < lit(rtl=True)


def test_bars_are_of_one_size_and_the_lowest_are_full() -> None:
    lit, rest, ground = Color(1, 1, 1), Color(2, 2, 2), Color(255, 255, 255)
    dress = Dress(lit, rest, ground, Color(0, 0, 0), CANVAS, rtl=False)
    items = FORMS["bars"].draw(Share(2, 5), Box(0, 0, 1000, 900), dress)
    curves = [item for item in items if isinstance(item, Curve)]
    bars = [bounds(flattened(item.commands, 0.5)) for item in curves]
    assert [item.fill for item in curves] == [rest] * 3 + [lit] * 2
    assert bars[-1].bottom == pytest.approx(900)
    assert all(bar.w == 1000 and bar.h == pytest.approx(bars[0].h) for bar in bars)
    full = [abs(area(item.commands)) / (bar.w * bar.h) for item, bar in zip(curves, bars, strict=True)]
    assert all(share < 0.25 for share in full[:3]) and full[3:] == [pytest.approx(1), pytest.approx(1)]


@pytest.mark.parametrize(
    ("of", "columns", "rows"), [(2, 2, 1), (5, 5, 1), (7, 7, 1), (8, 8, 1), (9, 5, 2), (10, 5, 2)]
)
def test_modules_are_squares_without_a_gap(of: int, columns: int, rows: int) -> None:
    """Lit ones have a ground of their own, which the next one laps over."""
    share, form = Share(of - 1, of), FORMS["modules"]
    lit, rest, ground = Color(1, 1, 1), Color(2, 2, 2), Color(255, 255, 255)
    assert form.height(share, 1.0) == rows / columns
    dress = Dress(lit, rest, ground, Color(0, 0, 0), CANVAS, rtl=False)
    items = form.draw(share, Box(0, 0, 1000, 1000 * rows / columns), dress)
    curves = [item for item in items if isinstance(item, Curve)]
    grounds = [bounds(flattened(each.commands, 0.5)) for each in curves if each.fill == lit]
    assert len(grounds) == of - 1
    side = 1000 / columns
    assert all(box.x == pytest.approx(number % columns * side) for number, box in enumerate(grounds))
    assert all(side <= each <= side + 2 for box in grounds for each in (box.w, box.h))
    assert [each.fill for each in curves].count(rest) == 1


@pytest.mark.parametrize(("of", "rows"), [(1, 1), (3, 1), (5, 1), (6, 2), (7, 2), (10, 2)])
def test_people_hold_hands_and_so_many_have_faces_of_their_own(brand: Brand, of: int, rows: int) -> None:
    share, height = Share(1, of), FORMS["people"].height(Share(1, of), 1.0)
    names = ("coral", "mint", "cream", "ink")
    dress = Dress(*map(brand.color, names), CANVAS, False)
    box = Box(10, 20, 500, 500 * height)
    curves = [item for item in FORMS["people"].draw(share, box, dress) if isinstance(item, Curve)]
    wholes = [curve for curve in curves if curve.opacity < 1]  # the shade of each
    assert len(wholes) == of
    reaches = [bounds(flattened(curve.commands, 0.1)) for curve in curves if curve.opacity == 1]
    assert all(box.contains(each, 0.5) for each in reaches)
    assert len({round(bounds(flattened(whole.commands, 0.1)).bottom) for whole in wholes}) == rows
    first, *others = sorted(bounds(flattened(whole.commands, 0.1)).x for whole in wholes)
    nexts = [x for x in others if x > first + 1]
    assert not nexts or nexts[0] - first < bounds(flattened(wholes[0].commands, 0.1)).w  # hand in hand
    assert sum(curve.fill == brand.color("coral") for curve in curves) == 1
    assert sum(curve.fill == brand.color("mint") for curve in curves) == of - 1


def test_a_long_figure_stays_within_its_ring(brand: Brand) -> None:
    words = {**THIRD, "value": "2,300 of 7,400"}
    items = drawn(brand, "ring", words)
    ring = bounds(flattened(next(item for item in items if isinstance(item, Curve)).commands, 0.5))
    text = next(item for item in items if isinstance(item, Text))
    assert len(text.lines) == 2
    for corner in ((text.box.x, text.box.y), (text.box.right, text.box.bottom)):
        x, y = corner[0] - ring.middle[0], corner[1] - ring.middle[1]
        assert (x * x + y * y) ** 0.5 < ring.w * 0.4  # the inner edge of what is lit


def test_a_share_smaller_than_its_round_ends_is_no_larger_for_them(brand: Brand) -> None:
    dress = Dress(*(brand.color(name) for name in ("coral", "mint", "cream", "ink")), CANVAS, False)
    *_, lit = FORMS["ring"].draw(Share(2, 100), Box(0, 0, 1000, 1000), dress)
    assert isinstance(lit, Curve)
    assert abs(area(lit.commands)) / abs(area(hoop((500, 500), 425, 150))) == pytest.approx(0.02, rel=0.01)


@pytest.mark.parametrize("rtl", [False, True])
def test_the_day_is_the_dark_bead_of_its_path(brand: Brand, rtl: bool) -> None:
    words = {"value": "Day 2 of 7", "part": "2", "of": "7"}
    curves = [item for item in drawn(brand, "path", words, rtl=rtl) if isinstance(item, Curve)]
    beads = [bounds(flattened(curve.commands, 0.5)) for curve in curves[1:]]
    dark = max(range(7), key=lambda number: beads[number].w)
    assert dark == 1
    assert curves[2].fill == brand.on("cream")
    assert (beads[0].x > beads[6].x) == rtl


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("form", ["petals", "arches"])
def test_the_day_is_the_largest_of_its_row(brand: Brand, form: str, rtl: bool) -> None:
    words = {"value": "Day 2 of 7", "part": "2", "of": "7"}
    curves = [item for item in drawn(brand, form, words, rtl=rtl) if isinstance(item, Curve)]
    step = len(curves) // 7  # an arch and its disc
    forms = [bounds(flattened(curve.commands, 0.5)) for curve in curves[::step]]
    assert max(range(7), key=lambda number: max(forms[number].w, forms[number].h)) == 1
    assert (forms[0].x > forms[6].x) == rtl
    assert curves[2 * step - 1].fill == brand.on("cream")


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("crest", ["rolling", "ridged", "scalloped"])
def test_papers_are_as_many_as_there_are_days_and_cut_as_the_hills_are(crest: Crest, rtl: bool) -> None:
    colors = (Color(1, 1, 1), Color(2, 2, 2), Color(255, 255, 255), Color(3, 3, 3))
    dress = Dress(*colors, CANVAS, rtl, crest=crest)
    box = Box(0, 0, 1000, 1000 * FORMS["papers"].height(Share(2, 5), 1.0))
    curves = [item for item in FORMS["papers"].draw(Share(2, 5), box, dress) if isinstance(item, Curve)]
    pieces = [bounds(flattened(each.commands, 0.1)) for each in curves if each.fill in colors[:2]]
    assert len(pieces) == 5
    assert [each.fill for each in curves if each.opacity == 1][1] == colors[0]
    assert max(range(5), key=lambda number: pieces[number].h) == 1
    assert all(box.contains(each, 0.5) for each in pieces)
    assert (pieces[0].x > pieces[4].x) == rtl


def test_a_crowd_of_25_stands_in_three_rows() -> None:
    colors = (Color(1, 1, 1), Color(2, 2, 2), Color(255, 255, 255), Color(3, 3, 3))
    form, share = picture_of("people", Share(64, 100))
    box = Box(0, 0, 1000, 1000 * form.height(share, 1.0))
    drawn = form.draw(share, box, Dress(*colors, CANVAS, rtl=False))
    curves = [item for item in drawn if isinstance(item, Curve)]
    shown = [(bounds(flattened(each.commands, 0.1)), each.fill) for each in curves if each.fill in colors[:2]]
    assert [fill for _, fill in shown] == [colors[0]] * 16 + [colors[1]] * 9
    assert all(box.contains(each, 0.5) for each, _ in shown)
    rows = Counter(round(each.bottom) for each, _ in shown)
    assert [rows[bottom] for bottom in sorted(rows)] == [9, 8, 8]


def test_a_unit_that_is_a_sign_stands_close() -> None:
    assert figure_words(figure(value="31", unit="%"), ENGLISH)["value"] == "31%"
    assert figure_words(figure(value="4", unit="years"), ENGLISH)["value"] == "4 years"


@pytest.mark.parametrize(
    ("language", "set_as"),
    [("en", "48%"), ("ar", "48%"), ("de", "48\u202f%"), ("fr", "48\u202f%"), ("tr", "48 %")],
)
def test_a_sign_of_per_cent_stands_as_near_as_its_language_sets_it(language: str, set_as: str) -> None:
    """Unicode CLDR has the room; Turkish has the sign first, so that nothing is known of one behind."""
    said = phrases(language)
    written = [figure(value="48 %"), figure(value="48", unit="%")]
    assert figure_words(written[0], said)["value"] == set_as
    assert figure_words(written[1], said)["value"] == set_as.replace(" ", "")
    assert figure_words(figure(value="48 km"), said)["value"] == "48 km"


@pytest.mark.parametrize(
    ("language", "said"), [("en", "12.5"), ("fr", "12,5"), ("de", "12,5"), ("ar-EG", "١٢.٥"), ("bn", "১২.৫")]
)
def test_a_number_is_written_as_its_language_does_it(language: str, said: str) -> None:
    """In alt texts: `Une image montre 12,5 sur 100.`"""
    assert phrases(language).number(12.5) == said
    assert phrases(language).number(3.0) == phrases(language).number(3)


def test_a_short_figure_stays_on_one_line_in_its_ring(brand: Brand) -> None:
    text = next(item for item in drawn(brand, "ring", THIRD) if isinstance(item, Text))
    assert len(text.lines) == 1


def test_a_translation_that_tells_of_another_part_is_told(tmp_path: Path) -> None:
    head, _, figures = (Path(__file__).parent / "bad/numbers-of-a-whole.yaml").read_text("utf-8").partition(
        "statistics:\n"
    )
    item = '  - {{id: gap, value: {}, label: roofs, source: "Friends of Swifts, 2022"}}\n'
    spec = tmp_path / "2023.yaml"
    spec.write_text(f"{head}languages: [en-GB, cy]\nstatistics:\n{item.format('1 in 3')}", "utf-8")

    def told(value: str) -> list[str]:
        words = f"statistics:\n  - {{id: gap, value: {value}, label: toeau}}\n"
        (tmp_path / "2023.cy.yaml").write_text(words, "utf-8")
        found = read_spec(spec, tmp_path).warnings
        return [problem.message for problem in found if "the spec has 1 of 3" in problem.message]

    assert figures and told("1 o bob 3") == []
    assert told("1 o bob 4") == ["`1 o bob 4` is 1 of 4; the spec has 1 of 3"]
    assert told("traean") == ["`traean` is read as no part of a whole, and not drawn; the spec has 1 of 3"]
