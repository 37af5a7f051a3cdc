"""The slide template and its example, planned from the brand and a spec."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pptx_lint import lint, opened
from sample_brand import sample_brand

from builder.brand.identity import Brand
from builder.content.charts import CHART_FORMS
from builder.content.deck import ChartFill, Deck, Placeholder, SlideContent, TableFill, TextFill
from builder.content.recipe import Layout, Recipe, recipes_in, with_layouts
from builder.errors import Faults, Place
from builder.geometry.box import Box
from builder.geometry.curves import bounds, covers, flattened
from builder.kinds.slides import plan
from builder.pack.edition import Edition
from builder.pack.plan import Plan
from builder.phrases import phrases
from builder.record import replace
from builder.source import Loc
from builder.spec.model import Spec

ROOT = Path(__file__).parents[1]
BASE: dict[str, Any] = {
    "campaign": {
        "name": "Swift Week",
        "short_name": "Swifts",
        "organiser": "Friends of Swifts",
        "website": "https://example.org/swifts",
        "contact": "hello@example.org",
        "about": "A week for the birds above our roofs.",
    },
    "theme": {"title": "A Place to Nest", "hashtag": "#APlaceToNest", "why": "Nests are lost."},
    "dates": {"start": "2023-07-03", "end": "2023-07-09"},
}
LONG = "Swifts come back to the same hole in the same wall each year, and find it closed. " * 12


@pytest.fixture(scope="module")
def brand() -> Brand:
    return sample_brand()


def pack(brand: Brand, *slides: dict[str, Any], language: str = "en-GB", **parts: Any) -> Edition:
    own = {"slides": {"slides": slides}} if slides else {}
    spec = Spec.model_validate({**BASE, **own, **parts})
    return Edition(spec, brand, language, phrases(language), ROOT, _place)


def _place(loc: Loc, **_: str) -> Place:
    return Place(".".join(map(str, loc)), 1, 1)


@cache
def laid_out(recipe: Recipe) -> Layout:
    return recipe.lay_out()


def files_of(pack: Edition) -> list[Plan]:
    """The plans, laid out; Faults with what is wrong with the slides."""
    found = list(plan(pack))
    layouts = {recipe: laid_out(recipe) for each in found for recipe in recipes_in(each.content)}
    said = [
        each.problem(recipe, remark)
        for each in found
        for recipe in recipes_in(each.content)
        for remark in layouts[recipe].remarks
    ]
    if said:
        raise Faults(said)
    return [
        replace(each, content=with_layouts(each.content, lambda one: layouts[one].content)) for each in found
    ]


def plans(pack: Edition) -> tuple[Plan, Plan]:
    template, _, example = files_of(pack)
    return template, example


def narrow(pack: Edition) -> Deck:
    _, template, _ = files_of(pack)
    assert isinstance(template.content, Deck)
    return template.content


def example(pack: Edition) -> tuple[SlideContent, ...]:
    deck = plans(pack)[1].content
    assert isinstance(deck, Deck)
    return deck.slides


def titles(deck: Deck) -> list[tuple[str, Placeholder]]:
    return [(layout.key, layout.placeholders[0]) for layout in deck.layouts]


def texts(slide: SlideContent) -> list[str]:
    fills = [fill for fill in slide.fillings if isinstance(fill, TextFill)]
    return [paragraph.text for fill in fills for paragraph in fill.paragraphs]


def fault(pack: Edition) -> tuple[str, str]:
    with pytest.raises(Faults) as caught:
        plans(pack)
    (problem,) = caught.value.problems
    assert problem.place is not None
    return problem.place.file, problem.message


def test_three_files_with_their_names(brand: Brand) -> None:
    files = files_of(pack(brand, {"layout": "title", "title": "Nest"}))
    assert [each.path for each in files] == [
        "slides/swifts-2023_slides-template_16x9_en.potx",
        "slides/swifts-2023_slides-template_4x3_en.potx",
        "slides/swifts-2023_slides-example_16x9_en.pptx",
    ]
    assert [len(each.content.slides) for each in files] == [1, 1, 1]
    assert [(each.content.width, each.content.height) for each in files[:2]] == [(960, 540), (720, 540)]


@pytest.mark.parametrize("language", ["en-GB", "cy", "de", "ur", "bn", "ar", "fr"])
def test_the_brands_files_break_no_rule(brand: Brand, language: str) -> None:
    for each in files_of(
        pack(brand, language=language, messages=[{"id": "gap", "headline": "Leave the gap"}])
    ):
        assert lint(opened(each.format.render(each.content))) == set()


def test_the_template_has_a_layout_for_what_people_say(brand: Brand) -> None:
    deck = plans(pack(brand))[0].content
    keys = {layout.key for layout in deck.layouts}
    wanted = {"title", "section", "title-and-text", "two-columns", "statement", "statistic", "quote"}
    wanted |= {"comparison", "chart", "picture-and-text", "table", "steps", "contact", "closing", "blank"}
    assert wanted <= keys
    assert len({layout.name for layout in deck.layouts}) == len(deck.layouts)


def test_nothing_is_smaller_than_people_can_read(brand: Brand) -> None:
    wide, standard = plans(pack(brand))[0].content, narrow(pack(brand))
    for layout in (*wide.layouts, *standard.layouts):
        for holder in layout.placeholders:
            assert holder.size >= holder.least
            least = 12 if holder.kind in ("dt", "ftr", "sldNum") else 20
            assert holder.least >= least, (layout.key, holder.name)


def test_a_slide_fills_its_boxes(brand: Brand) -> None:
    slide = {
        "layout": "quote",
        "title": "A voice",
        "text": "They are back",
        "source": "A neighbour",
        "notes": "Wait.",
    }
    (content,) = example(pack(brand, slide))
    assert texts(content) == ["A voice", "“They are back”", "A neighbour"]
    assert content.notes == "Wait."
    (german,) = example(pack(brand, slide, language="de"))
    assert texts(german)[1] == "„They are back“"


@pytest.mark.parametrize(
    ("steps", "layout"), [(2, "steps"), (3, "steps"), (4, "steps-four"), (5, "steps-five")]
)
def test_steps_get_the_layout_that_holds_them_all(brand: Brand, steps: int, layout: str) -> None:
    names = [f"Step {number}" for number in range(steps)]
    (content,) = example(pack(brand, {"layout": "steps", "title": "How", "bullets": names}))
    assert content.layout == layout
    assert texts(content) == ["How", *names, *(str(number + 1) for number in range(steps))]


def test_steps_are_read_one_after_the_other(brand: Brand) -> None:
    layouts = plans(pack(brand))[0].content.layouts
    (steps,) = (layout for layout in layouts if layout.key == "steps")
    names = [holder.name for holder in steps.placeholders][:5]
    assert names == ["Title", "Numbers 1", "Bullets 1", "Numbers 2", "Bullets 2"]


def test_steps_beyond_the_last_box_share_it(brand: Brand) -> None:
    names = [f"Step {number}" for number in range(6)]
    (content,) = example(pack(brand, {"layout": "steps", "title": "How", "bullets": names}))
    assert texts(content)[:7] == ["How", *names]


def test_a_text_stands_among_bullets_without_one(brand: Brand) -> None:
    (content,) = example(pack(brand, {"layout": "title-and-text", "title": "Why", "text": "They are late"}))
    fill = content.fillings[1]
    assert isinstance(fill, TextFill)
    assert fill.paragraphs[0].plain


def test_addresses_become_links(brand: Brand) -> None:
    lines = ["https://example.org/swifts/", "hello@example.org", "#APlaceToNest"]
    (content,) = example(pack(brand, {"layout": "contact", "title": "Write", "bullets": lines}))
    fill = content.fillings[1]
    assert isinstance(fill, TextFill)
    assert [(each.text, each.link) for each in fill.paragraphs] == [
        ("example.org/swifts", "https://example.org/swifts/"),
        ("hello@example.org", "mailto:hello@example.org"),
        ("#APlaceToNest", ""),
    ]


def test_a_template_says_how_many_rows_a_table_has_room_for(brand: Brand) -> None:
    for each, height in zip(files_of(pack(brand))[:2], (540, 540), strict=True):
        (table,) = (layout for layout in each.content.layouts if layout.key == "table")
        (holder,) = (holder for holder in table.placeholders if holder.kind == "tbl")
        assert holder.prompt == "Click the icon to add a table, 9 rows at the most"
        assert 9 * (20 * 1.2 + 7.2) < holder.box.h < 0.6 * height


def test_a_table_is_measured(brand: Brand) -> None:
    rows = [["Day", "Topic"], ["Monday", "Nests"]]
    (content,) = example(pack(brand, {"layout": "table", "title": "Days", "rows": rows}))
    table = content.fillings[1]
    assert isinstance(table, TableFill)
    assert (table.size, table.alt) == (24, "Days")


@pytest.mark.parametrize(
    ("slide", "place", "message"),
    [
        (
            {"layout": "quote", "text": "Nest " * 500},
            "text",
            "`text` is too long for its box on the layout `quote`",
        ),
        (
            {"layout": "section", "bullets": ["Nest"]},
            "bullets",
            "the layout `section` has no place for `bullets`",
        ),
        (
            {"layout": "table", "rows": [["a", "b"], ["1"]]},
            "rows",
            "the rows of a table have the same number of cells",
        ),
        (
            {"layout": "table", "rows": [["a", "b"], ["Nests " * 300, "b"]]},
            "rows",
            "the table does not fit its slide",
        ),
        (
            {"layout": "chart", "rows": [["a", "b"], ["East", "many"]]},
            "rows.1.1",
            "a chart needs a number here: `many`",
        ),
        (
            {"layout": "chart", "rows": [["a", "b", "c"], ["East", "1", "2"], ["West", "3", "1,5"]]},
            "rows.2.2",
            "a chart needs a number here: `1,5`",
        ),
        (
            {"layout": "chart", "rows": [["a", "b"], ["East", "12 %"], ["West", "12%"], ["Up", "£12"]]},
            "rows.3.1",
            "a chart has one unit: `£12` is of another than `12 %`",
        ),
        (
            {"layout": "chart", "rows": [["a", "b"], *([f"Nest {n}", "1"] for n in range(30))]},
            "rows",
            "a chart of 30 rows does not fit its slide",
        ),
        (
            {"layout": "chart", "rows": [["a"], ["East"]]},
            "rows",
            "a chart cannot be drawn from these rows",
        ),
        (
            {"layout": "table", "rows": [["a", "b"], ["East", "1"]], "chart": "lines"},
            "chart",
            "the slide shows no chart on the layout `table`",
        ),
    ],
)
def test_what_cannot_be_shown_is_a_fault(
    brand: Brand, slide: dict[str, Any], place: str, message: str
) -> None:
    assert fault(pack(brand, {"title": "One", **slide})) == (f"slides.slides.0.{place}", message)


def test_titles_alike_are_a_fault(brand: Brand) -> None:
    slides = [{"layout": "section", "title": "Nest"}, {"layout": "section", "title": "nest "}]
    assert fault(pack(brand, *slides)) == ("slides.slides.1.title", "two slides have the same title")


def test_made_slides_with_a_title_that_is_taken_are_left_out(brand: Brand) -> None:
    messages = [{"id": "nest", "headline": "A Place to Nest"}, {"id": "gap", "headline": "Leave the gap"}]
    titles = [texts(slide)[0] for slide in example(pack(brand, messages=messages))]
    assert titles.count("A Place to Nest") == 1
    assert "Leave the gap" in titles


def test_sections_begin_where_their_slides_do(brand: Brand) -> None:
    slides = [("title", "Nests"), ("statement", "High up"), ("section", "Walls"), ("statement", "Old ones")]
    written = example(pack(brand, *({"layout": layout, "title": title} for layout, title in slides)))
    assert [slide.section for slide in written] == ["Nests", "", "Walls", ""]


def test_columns_with_headings_are_compared(brand: Brand) -> None:
    slide = {"layout": "two-columns", "title": "Walls", "bullets": ["Gaps"], "right": ["Nets"]}
    (plain,) = example(pack(brand, slide))
    (headed,) = example(pack(brand, {**slide, "headings": ["Old", "New"]}))
    assert (plain.layout, headed.layout) == ("two-columns", "comparison")
    assert sorted(texts(headed)) == ["Gaps", "Nets", "New", "Old", "Walls"]


@pytest.mark.parametrize(
    ("language", "cells", "numbers", "form"),
    [
        ("en-GB", ("1,250", "7"), (1250, 7), "#,##0"),
        ("de", ("1.250", "2,5"), (1250, 2.5), "#,##0.0"),
        ("en-GB", ("45%", "9%"), (45, 9), '0"%"'),
        ("bn", ("৭,৪০০", "১২"), (7400, 12), "#,##0"),
        ("en-GB", ("12%", "37.5%"), (12, 37.5), 'General"%"'),
        ("en-GB", ("37.5%", "12.0%"), (37.5, 12), '0.0"%"'),
        ("en-GB", ("£20", "£1,250"), (20, 1250), '"£"#,##0'),
        ("en-GB", ("-5", "−7.5"), (-5, -7.5), "General"),
        ("en-GB", ("-£5", "£-7"), (-5, -7), '"£"0'),
        ("de", ("12 %", "9 %"), (12, 9), '0" %"'),
        ("de", ("CHF 1 000", "CHF 20"), (1000, 20), '"CHF "#,##0'),
        ("ar", ("٤٥٪", "٩٪"), (45, 9), '0"٪"'),
    ],
)
def test_rows_become_bars(
    brand: Brand, language: str, cells: tuple[str, str], numbers: tuple[float, ...], form: str
) -> None:
    rows = [["Where", "Pairs"], ["East", cells[0]], ["West", cells[1]]]
    (content,) = example(pack(brand, {"layout": "chart", "title": "Pairs", "rows": rows}, language=language))
    chart = content.fillings[1]
    assert isinstance(chart, ChartFill)
    assert (chart.labels, chart.series, chart.format) == (("East", "West"), (("Pairs", numbers),), form)
    sign = "؛" if language == "ar" else ";"
    assert chart.alt == f"Pairs: East: {cells[0]}{sign} West: {cells[1]}"
    assert chart.form is CHART_FORMS["bars"]


def test_a_slide_names_the_form_of_its_chart(brand: Brand) -> None:
    rows = [["Where", "Pairs"], ["East", "3"]]
    slide = {"layout": "chart", "title": "Pairs", "rows": rows, "chart": "columns"}
    (content,) = example(pack(brand, slide))
    (chart,) = (filling for filling in content.fillings if isinstance(filling, ChartFill))
    assert chart.form is CHART_FORMS["columns"]


def test_an_example_is_made_where_the_spec_has_none(brand: Brand) -> None:
    figures = [{"id": f"n{number}", "value": "3", "label": "pairs", "source": "Us"} for number in range(2)]
    quotes = [{"id": "back", "text": "They are back"}]
    slides = example(pack(brand, statistics=figures, quotes=quotes))
    assert [slide.layout for slide in slides] == [
        "title",
        "section",
        "statistic",
        "statistic",
        "quote",
        "contact",
        "closing",
    ]
    assert len({texts(slide)[0] for slide in slides}) == len(slides)


def test_a_made_slide_may_join_texts_that_are_as_long_as_a_text_may_be(brand: Brand) -> None:
    """No traceback: that it has no room is told where the words are laid out."""
    campaign = {**BASE["campaign"], "name": "Swift " * 499}
    deck = example(pack(brand, campaign=campaign))
    assert "title" not in [slide.layout for slide in deck]


def test_made_slides_that_cannot_be_set_are_left_out(brand: Brand) -> None:
    quotes = [{"id": "back", "text": LONG[:800]}]
    assert "quote" not in [slide.layout for slide in example(pack(brand, quotes=quotes))]


@pytest.mark.parametrize(("language", "tag"), [("en-GB", "en-GB"), ("cy", "cy-GB"), ("ur", "ur-PK")])
def test_languages_are_named_as_office_names_them(brand: Brand, language: str, tag: str) -> None:
    assert plans(pack(brand, language=language))[0].content.lang == tag


def test_right_to_left_layouts_are_mirrored(brand: Brand) -> None:
    left, right = (plans(pack(brand, language=language))[0].content for language in ("en-GB", "ur"))
    for one, other in zip(left.layouts, right.layouts, strict=True):
        for mine, theirs in zip(one.placeholders, other.placeholders, strict=True):
            assert theirs.box.x == pytest.approx(left.width - mine.box.right)


def test_type_is_smaller_on_standard_slides_and_boxes_keep_their_shares(brand: Brand) -> None:
    wide, standard = plans(pack(brand))[0].content, narrow(pack(brand))
    for (key, large), (_, small) in zip(titles(wide), titles(standard), strict=True):
        assert small.size <= large.size, key
        assert small.box.x / standard.width == pytest.approx(large.box.x / wide.width)


def test_a_layout_may_be_another_on_standard_slides(brand: Brand) -> None:
    wide, standard = (
        [layout for layout in deck.layouts if layout.key == "steps-five"]
        for deck in (plans(pack(brand))[0].content, narrow(pack(brand)))
    )
    shares = [layout.placeholders[1].box.w / width for (layout,), width in ((wide, 960), (standard, 720))]
    assert shares[1] > shares[0]


def test_an_urdu_deck_is_read_in_nastaliq_and_its_lines_are_not_tight(brand: Brand) -> None:
    urdu, english = (plans(pack(brand, language=language))[0].content for language in ("ur", "en-GB"))
    assert (urdu.theme.complex, english.theme.complex) == ("Urdu Typesetting", "Arial")
    assert min(holder.leading for _, holder in titles(urdu)) == 1.3
    assert max(holder.leading for _, holder in titles(english)) < 1.1


@pytest.mark.parametrize("language", ["en-GB", "bn"])
def test_the_brands_own_fonts_travel_on_demand(brand: Brand, language: str) -> None:
    slides = brand.slides.model_copy(update={"embed_fonts": True})
    first = plans(pack(replace(brand, slides=slides), language=language))[0]
    theme = first.content.theme
    assert (theme.heading, theme.text) == ("Fraunces 72pt Soft SemiBold", "Atkinson Hyperlegible Next")
    faces = {font.typeface: [style for style, _ in font.faces] for font in theme.embedded}
    assert faces["Atkinson Hyperlegible Next"] == ["regular", "bold", "italic", "boldItalic"]
    assert {theme.heading, theme.text} <= set(faces)
    if language == "bn":
        assert (theme.complex_heading, theme.complex) == ("Noto Serif Bengali SemiBold", "Noto Sans Bengali")
    package = opened(first.format.render(first.content))
    assert lint(package) == set()
    assert len([name for name in package.files if name.endswith(".fntdata")]) == sum(map(len, faces.values()))


def test_art_keeps_clear_of_every_box_and_of_the_edges(brand: Brand) -> None:
    decks = [plans(pack(brand, language=language))[0].content for language in ("en-GB", "ur")]
    for deck in (*decks, narrow(pack(brand)), narrow(pack(brand, language="ur"))):
        slide = Box(0, 0, deck.width, deck.height)
        for layout in (deck.master, *deck.layouts):
            art = (*layout.drawings, *(deck.master.drawings if layout.master_art else ()))
            drawings = [drawing for drawing in art if drawing.name != "Panel"]  # words stand on those
            shapes = [flattened(path.commands, 0.1) for drawing in drawings for path in drawing.paths]
            assert all(slide.contains(bounds(shape), slack=1e-3) for shape in shapes)
            for holder in layout.placeholders:
                if holder.kind == "pic" and holder.form == "circle":
                    continue  # what art holds
                assert not any(covers(shape, holder.box) for shape in shapes), (layout.key, holder.name)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (["East", "1.400", "900"], "`1.400` may be 1.4 or 1400"),
        (["East", *"1234567"], "a chart of 7 series"),
        (["East", "(3)", "-5"], "`(3)` may be less than nothing"),
    ],
)
def test_a_chart_that_cannot_be_drawn_is_one_fault(brand: Brand, row: list[str], message: str) -> None:
    head = ["Where", *(f"Row {number}" for number in range(1, len(row)))]
    slide = {"layout": "chart", "title": "Pairs", "rows": [head, row], "chart": "lines"}
    with pytest.raises(Faults) as caught:
        example(pack(brand, slide))
    (problem,) = caught.value.problems
    assert problem.message.startswith(message)
    assert problem.hint


@pytest.mark.parametrize(
    ("form", "rows", "place", "message"),
    [
        ("areas", [["1", "3"], ["2", "-3"]], "2.2", "`-3` is less than nothing"),
        ("stacked", [["1", "-1"], ["-2", "3"]], "1.2", "`-1` is less than nothing"),
        ("areas", [["1", "3"]], "1.0", "an area goes from row to row, and this chart has one"),
        ("areas", [["0", "0"], ["0", "0"]], "1.1", "nothing is seen of areas of noughts alone"),
        ("stacked", [["0", "0"]], "1.1", "nothing is seen of a stack of noughts alone"),
    ],
)
def test_numbers_that_a_form_shows_wrong_or_not_at_all_are_a_fault(
    brand: Brand, form: str, rows: list[list[str]], place: str, message: str
) -> None:
    body = [[f"Day {number}", *row] for number, row in enumerate(rows, 1)]
    slide = {"layout": "chart", "title": "Pairs", "rows": [["Day", "East", "West"], *body]}
    where, told = fault(pack(brand, {**slide, "chart": form}))
    assert (where, told.partition(", and stands")[0]) == (f"slides.slides.0.rows.{place}", message)
    for other in ("bars", "lines", "columns"):
        assert example(pack(brand, {**slide, "chart": other}))


def test_stacks_of_some_numbers_are_drawn(brand: Brand) -> None:
    rows = [["Day", "East", "West"], ["Mon", "0", "3"], ["Tue", "0", "0"]]
    for form in ("stacked", "areas"):
        slide = {"layout": "chart", "title": "Pairs", "rows": rows, "chart": form}
        assert any(isinstance(filling, ChartFill) for filling in example(pack(brand, slide))[0].fillings)
