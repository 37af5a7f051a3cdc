"""Decks as PowerPoint files."""

import datetime as dt
import io
import re
import struct
from pathlib import Path
from typing import Any, cast

import pytest
from PIL import Image
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE, XL_DATA_LABEL_POSITION, XL_TICK_LABEL_POSITION
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Pt
from pptx_lint import A, lint, opened
from presenter import as_deck
from sample_deck import BLOB, CHART, COLORS, sample_deck

from builder.audit.deckparts import C, P
from builder.audit.package import OfficeFile
from builder.color import Color, contrast, difference
from builder.content.charts import _TYPES, CHART_FORMS, ChartForm, checked
from builder.content.deck import Drawing, SlideContent, SlideParagraph, TableFill, TextFill
from builder.content.frame import Path as Curve
from builder.errors import Faults
from builder.geometry.shadings import Radial, Stop
from builder.media import Font
from builder.record import replace
from builder.render.ooxml.package import unpack
from builder.render.pptx import render_deck, render_template
from builder.render.pptx.fonts import embedded
from builder.render.pptx.textstyle import bulleted

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}"
MASTER = "ppt/slideMasters/slideMaster1.xml"
LAYOUT = "ppt/slideLayouts/slideLayout%d.xml"
SLIDE = "ppt/slides/slide%d.xml"
PRESENTATION = "ppt/presentation.xml"
MOMENT = dt.datetime(2023, 7, 3, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return render_deck(sample_deck(tmp_path_factory.mktemp("deck")))


def shown(data: bytes) -> Presentation:
    return Presentation(io.BytesIO(data))


def test_deck_and_template_break_no_rule(deck: bytes, tmp_path: Path) -> None:
    for rtl in (False, True):
        sample = sample_deck(tmp_path, rtl=rtl)
        assert lint(opened(render_deck(sample))) == set()
        assert lint(opened(render_template(sample))) == set()


def test_same_deck_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.mkdir(), second.mkdir()
    assert render_deck(sample_deck(first)) == render_deck(sample_deck(second))


def test_a_drawing_with_a_shading_is_a_picture_with_its_curves_beside_it(tmp_path: Path) -> None:
    sample = sample_deck(tmp_path)
    stops = (Stop(0.0, Color(200, 0, 0)), Stop(1.0, Color(0, 0, 200), 0.0))
    glow = Drawing("Glow", (Curve(BLOB, fill=Radial((80, 0, 0, 70, 880, 400), (0.2, 0, 0), stops)),))
    layouts = tuple(replace(layout, drawings=(*layout.drawings, glow)) for layout in sample.layouts)
    data = render_deck(replace(sample, layouts=layouts, master=replace(sample.master, drawings=(glow,))))
    assert lint(opened(data)) == set()
    layout = shown(data).slide_layouts[1]
    (picture,) = (shape for shape in layout.shapes if shape.name == "Glow")
    assert (picture.left, picture.width) == (Pt(800), Pt(160))
    (vector,) = picture._element.iter(f"{SVG}svgBlip")
    curves = layout.part.related_part(vector.get(f"{R}embed")).blob
    assert b"<radialGradient" in curves
    with Image.open(io.BytesIO(picture.image.blob)) as seen:
        assert (seen.format, seen.mode, seen.width) == ("PNG", "RGBA", 640)
        assert seen.getpixel((0, 0))[3] == 0
        assert seen.getpixel((380, 260))[3] > 100
    media = [name for name in unpack(data) if name.startswith("ppt/media/art-")]
    assert sorted(name[-3:] for name in media) == ["png", "svg"]


def test_a_template_opens_with_the_slides_that_it_has(tmp_path: Path) -> None:
    sample = sample_deck(tmp_path)
    for slides in ((), sample.slides[:1]):
        files = opened(render_template(replace(sample, slides=slides))).files
        assert b"presentationml.template.main+xml" in files["[Content_Types].xml"]
        assert len([name for name in files if name.startswith("ppt/slides/slide")]) == len(slides)


def test_people_can_add_a_slide_of_each_layout(tmp_path: Path) -> None:
    presentation = as_deck(render_template(sample_deck(tmp_path)))
    assert [layout.name for layout in presentation.slide_layouts] == ["Text", "Dark & quiet", "Rows", "Bars"]
    for layout in presentation.slide_layouts:
        slide = presentation.slides.add_slide(layout)
        slide.shapes.title.text = layout.name
        assert slide.shapes.title.width == Pt(700)


def test_slides_hold_what_they_are_given(deck: bytes) -> None:
    slides = shown(deck).slides
    assert [slide.shapes.title.text for slide in slides] == ["One", "Two", "Three", "Four", "Five"]
    assert slides[0].notes_slide.notes_text_frame.text == "Say it slowly."
    assert [shape.name for shape in slides[0].shapes] == ["Title", "Text", "Footer", "Slide number"]
    link = slides[0].shapes[1].text_frame.paragraphs[1].runs[0].hyperlink
    assert link.address == "https://example.org"
    table = slides[2].shapes[1].table
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["a", "b"], ["1", "2"]]
    assert [column.width for column in table.columns] == [Pt(150), Pt(250)]


def test_what_a_slide_does_not_fill_is_left_off(deck: bytes) -> None:
    assert [shape.name for shape in shown(deck).slides[3].shapes] == ["Title", "Footer", "Slide number"]


def test_long_text_carries_its_scale_or_size(deck: bytes) -> None:
    slides = shown(deck).slides
    fit = slides[0].shapes[1]._element.find(f".//{A}normAutofit")
    assert fit.get("fontScale") == "90000"
    assert slides[3].shapes.title.text_frame.paragraphs[0].runs[0].font.size == Pt(30)


def test_a_dark_layout_turns_its_colours_and_its_slides_say_so(deck: bytes) -> None:
    package = opened(deck)
    for part in (LAYOUT % 2, SLIDE % 2):
        override = package.xml[part].find(f".//{A}overrideClrMapping")
        assert (override.get("bg1"), override.get("tx1")) == ("dk2", "lt1")
    assert package.xml[LAYOUT % 1].find(f".//{A}masterClrMapping") is not None


def test_art_is_named_by_the_theme_as_its_ground_reaches_it(deck: bytes) -> None:
    fills = [each.get("val") for each in opened(deck).xml[LAYOUT % 2].iter(A + "schemeClr")]
    assert {"accent2", "dk1"} <= set(fills)  # dark text is nobody's name on the dark ground


def test_a_colour_that_the_theme_lacks_is_written_as_it_is(tmp_path: Path) -> None:
    sample = sample_deck(tmp_path)
    other = replace(COLORS[5][1], red=1)
    drawing = sample.layouts[1].drawings[0]
    odd = replace(drawing, paths=(replace(drawing.paths[0], fill=other),))
    layouts = (sample.layouts[0], replace(sample.layouts[1], drawings=(odd,)), *sample.layouts[2:])
    package = opened(render_template(replace(sample, layouts=layouts)))
    assert lint(package) == {("fixed_color", LAYOUT % 2)}
    assert package.xml[LAYOUT % 2].find(f".//{A}srgbClr").get("val") == other.hex[1:]


@pytest.mark.parametrize(
    ("lang", "said", "runs"),
    [
        ("ar", "أسبوع الماء · 23 مارس", ["أسبوع الماء · \u200f23 مارس", "\u200f"]),
        ("ar", "Maa · 23 مارس", ["Maa · \u200f23 مارس", "\u200f"]),
        ("en", "Water week · 23 March", ["Water week · 23 March"]),
        ("en", "أسبوع الماء, the week · 23 March", ["أسبوع الماء, the week · 23 March", "\u200e"]),
    ],
)
def test_a_foot_of_two_directions_is_no_single_run_which_libreoffice_would_tear(
    lang: str, said: str, runs: list[str], tmp_path: Path
) -> None:
    deck = replace(sample_deck(tmp_path, rtl=lang == "ar"), lang=lang, footer=said)
    slide = opened(render_deck(deck)).xml[SLIDE % 1]
    (foot,) = (each for each in slide.iter(f"{P}sp") if each.find(f".//{P}ph[@type='ftr']") is not None)
    assert [each.text for each in foot.iter(f"{A}t")] == runs


def test_right_to_left_decks_read_from_the_right(tmp_path: Path) -> None:
    package = opened(render_deck(sample_deck(tmp_path, rtl=True)))
    assert package.xml[PRESENTATION].get("rtl") == "1"
    levels = [each for each in package.xml[MASTER].iter() if each.tag.endswith("pPr") and each.get("rtl")]
    assert {level.get("rtl") for level in levels if level.tag != f"{A}pPr"} == {"1"}
    assert {level.get("rtl") for level in levels if level.tag == f"{A}pPr"} == {"0"}  # prompts in English
    assert package.xml[SLIDE % 3].find(f".//{A}tblPr").get("rtl") == "1"
    assert sides(package) == {"r"}


def sides(package: OfficeFile) -> set[str | None]:
    """Where the lines of the master's title and text start."""
    shapes = [each for each in package.xml[MASTER].iter(f"{P}sp") if each.find(f".//{P}ph") is not None]
    return {level.get("algn") for shape in shapes[:2] for level in shape.find(f".//{A}lstStyle")}


def test_left_to_right_decks_read_from_the_left(deck: bytes) -> None:
    assert sides(opened(deck)) == {"l"}


def test_no_level_is_too_small_for_the_back_of_a_room() -> None:
    assert [level.size for level in bulleted(23.0, "tx1", "accent2")] == [23, 21, 20, 20, 20]
    assert [level.before for level in bulleted(23.0, "tx1", "accent2")] == [12, 6, 6, 6, 6]


@pytest.mark.parametrize(("change", "tag"), [("title", "title"), ("author", "creator"), ("lang", "language")])
def test_properties_say(change: str, tag: str, deck: bytes, tmp_path: Path) -> None:
    core = opened(deck).xml["docProps/core.xml"]
    said = next(each.text for each in core if each.tag.endswith(f"}}{tag}"))
    assert said == getattr(sample_deck(tmp_path), change)


def test_new_tables_are_in_the_brands_style(deck: bytes) -> None:
    styles = opened(deck).xml["ppt/tableStyles.xml"]
    assert styles.get("def") == styles[0].get("styleId")


def test_guides_stand_on_the_safe_margins(deck: bytes) -> None:
    master = opened(deck).xml[MASTER]
    guides = [int(each.get("pos")) / 8 for each in master.iter() if each.tag.endswith("}guide")]
    assert guides == [60, 480, 900, 40, 500]


def test_sections_hold_the_slides_from_one_start_to_the_next(deck: bytes) -> None:
    sections = [each for each in opened(deck).xml[PRESENTATION].iter() if each.tag.endswith("}section")]
    assert [each.get("name") for each in sections] == ["The first part", "The second part"]
    assert [len(list(each[0])) for each in sections] == [1, 4]


def test_a_chart_is_powerpoints_own_in_the_themes_colours(deck: bytes) -> None:
    slide = shown(deck).slides[4]
    graphic = next(shape for shape in slide.shapes if shape.has_chart)
    assert graphic._element.nvGraphicFramePr.cNvPr.get("descr") == "Pairs: 3 and 1, 4 and 2"
    chart = graphic.chart
    assert [(each.name, list(each.values)) for each in chart.plots[0].series] == [
        ("May", [3, 1]),
        ("June", [4, 2]),
    ]
    colors = [each.format.fill.fore_color.theme_color for each in chart.plots[0].series]
    assert len(set(colors)) == 2
    package = opened(deck)
    part = next(root for root in package.xml.values() if root.tag.endswith("}chartSpace"))
    assert next(part.iter(A + "srgbClr"), None) is None
    axes = [int(each.get("val")) for each in part.iter() if each.tag.endswith(("}axId", "}crossAx"))]
    assert len(axes) >= 4
    assert min(axes) > 0


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("name", CHART_FORMS)
def test_each_form_of_charts_reads_in_the_direction_of_the_deck(name: str, rtl: bool, tmp_path: Path) -> None:
    form, sample = CHART_FORMS[name], sample_deck(tmp_path, rtl=rtl)
    series = CHART.series[:1] if form.marks == "slices" else CHART.series
    filling = replace(CHART, form=form, series=series)
    charted = replace(sample.slides[4], fillings=(sample.slides[4].fillings[0], filling), section="Pairs")
    deck = render_deck(replace(sample, slides=(charted,)))
    assert lint(opened(deck)) == set()
    chart = next(shape.chart for shape in shown(deck).slides[0].shapes if shape.has_chart)
    assert chart.chart_type is XL_CHART_TYPE[form.type]
    if form.marks != "slices":
        axes = (chart.category_axis, chart.value_axis)
        assert [axis.reverse_order for axis in axes] == ([True, rtl] if form.sideways else [rtl, False])
    part = next(root for root in opened(deck).xml.values() if root.tag.endswith("}chartSpace"))
    below = [float(each.get("val")) for each in part.find(f".//{C}plotArea").iter(f"{C}y")]
    assert below[0] > (0 if form.marks == "slices" else 0.15)  # a legend stands above
    assert {each.get("val") for each in part.iter(f"{C}crossBetween")} <= {"between"}
    colors = [each.get("val") for each in part.iter(A + "schemeClr")]
    assert len({color for color in colors if color.startswith("accent")}) > 1


@pytest.mark.parametrize(("rtl", "ring", "names"), [(False, 0.0, 0.55), (True, 0.5, 0.15)])
def test_names_of_slices_stand_beside_them(rtl: bool, ring: float, names: float, tmp_path: Path) -> None:
    sample = sample_deck(tmp_path, rtl=rtl)
    form = CHART_FORMS["doughnut"]
    filling = replace(CHART, form=form, series=CHART.series[:1], ring=0.5, legend=(0.3, 0.4))
    slide = replace(sample.slides[4], fillings=(filling,), section="Pairs")
    package = opened(render_deck(replace(sample, slides=(slide,))))
    part = next(root for root in package.xml.values() if root.tag.endswith("}chartSpace"))
    assert [float(each.get("val")) for each in part.iter(f"{C}x")] == [ring, names]
    assert [float(each.get("val")) for each in part.iter(f"{C}h")] == [0.94, 0.4]


@pytest.mark.parametrize("layout", ["chart", "dark"])
def test_numbers_on_bars_stand_out_from_them(layout: str, tmp_path: Path) -> None:
    stacked = ChartForm("BAR_STACKED", "bars", "CENTER", sideways=True)
    sample = sample_deck(tmp_path)
    slide = replace(
        sample.slides[4],
        fillings=(sample.slides[4].fillings[0], replace(CHART, form=stacked)),
        section="Pairs",
    )
    layouts = sample.layouts
    if layout == "dark":  # the ground and the text change places
        swapped = {"bg1": "dk1", **dict.fromkeys(("tx1", "hlink", "folHlink"), "lt1")}
        colors: Any = tuple((token, swapped.get(token, slot)) for token, slot in sample.colors)
        layouts = tuple(
            replace(each, colors=colors) if each.key == slide.layout else each for each in layouts
        )
    data = render_deck(replace(sample, slides=(slide,), layouts=layouts))
    assert lint(opened(data)) == set()
    chart = next(shape.chart for shape in shown(data).slides[0].shapes if shape.has_chart)
    slots = dict(next(each.colors for each in layouts if each.key == slide.layout) or sample.colors)

    def color(of: Any) -> Color:
        return sample.theme.color(slots[MSO_THEME_COLOR.to_xml(of.theme_color)])

    for series in chart.plots[0].series:
        bar, number = color(series.format.fill.fore_color), color(series.data_labels.font.color)
        inks = [sample.theme.color(slots[token]) for token in ("tx1", "bg1", "tx2", "bg2")]
        assert contrast(number, bar) == max(contrast(ink, bar) for ink in inks)
        assert contrast(number, bar) >= 3
        assert series.data_labels.show_value


def test_a_form_of_charts_with_a_wrong_word_is_told_with_what_can_stand_there() -> None:
    wrong: Any = {
        "stacked": ChartForm("BAR_STAKED", "bars", "CENTER"),
        "lines": ChartForm("LINE", cast(Any, "dots"), "OUTSIDE_END"),
        "bars": ChartForm("BAR_STACKED", "bars", "OUTSIDE_END"),
    }
    with pytest.raises(Faults) as faults:
        checked(wrong)
    assert [(problem.message.partition("chart ")[2], problem.hint) for problem in faults.value.problems] == [
        ("`stacked` the `type` cannot be `BAR_STAKED`", "did you mean `BAR_STACKED`?"),
        ("`lines` the `marks` cannot be `dots`", "it can be `areas`, `bars`, `lines` or `slices`"),
        (
            "`lines` the `numbers` of LINE cannot be `OUTSIDE_END`",
            "it can be `ABOVE`, `BELOW`, `CENTER`, `LEFT` or `RIGHT`",
        ),
        (
            "`bars` the `numbers` of BAR_STACKED cannot be `OUTSIDE_END`",
            "it can be `CENTER`, `INSIDE_BASE` or `INSIDE_END`",
        ),
    ]
    assert [problem.place and problem.place.text.strip()[:7] for problem in faults.value.problems] == [
        '"stacke',
        '"lines"',
        '"lines"',
        '"bars":',
    ]


def test_series_have_colours_of_their_own_in_a_theme_of_few(tmp_path: Path) -> None:
    sample, form = sample_deck(tmp_path), CHART_FORMS["columns"]
    few: dict[Any, Color] = {**dict(sample.theme.colors)}
    few |= {f"accent{number}": Color(200, 0, 40) for number in range(1, 7)}
    few["accent4"] = Color(205, 10, 50)  # which nobody tells from the others
    filling = replace(CHART, form=form, series=tuple((name, (3.0, 1.0)) for name in ("May", "June")))
    slide = replace(sample.slides[4], fillings=(sample.slides[4].fillings[0], filling), section="Pairs")
    theme = replace(sample.theme, colors=tuple(few.items()))
    deck = shown(render_deck(replace(sample, theme=theme, slides=(slide,))))
    chart = next(shape.chart for shape in deck.slides[0].shapes if shape.has_chart)
    fills = (each.format.fill.fore_color.theme_color for each in chart.plots[0].series)
    accents = [MSO_THEME_COLOR.to_xml(each) for each in fills]
    slots: dict[str, Any] = dict(sample.colors)
    may, june = (theme.color(slots[accent]) for accent in accents)
    assert difference(may, june) >= 85


@pytest.mark.parametrize(("form", "name"), [("circle", "ellipse"), ("arch", "round2SameRect")])
def test_a_picture_is_cut_to_the_form_of_its_place(form: Any, name: str, tmp_path: Path) -> None:
    sample = sample_deck(tmp_path)
    layouts = tuple(
        replace(
            layout,
            placeholders=tuple(
                replace(each, form=form) if each.kind == "pic" else each for each in layout.placeholders
            ),
        )
        for layout in sample.layouts
    )
    package = opened(render_deck(replace(sample, layouts=layouts)))
    assert lint(package) == set()
    pictures = [each for _, root in package.of("sld") for each in root.iter(P + "pic")]
    assert [each.find(f"{P}spPr/{A}prstGeom").get("prst") for each in pictures] == [name]


@pytest.mark.parametrize("type_", _TYPES)
def test_the_types_of_charts_are_powerpoints(type_: str) -> None:
    assert type_ in XL_CHART_TYPE.__members__
    assert set(_TYPES[type_]) - {""} <= XL_DATA_LABEL_POSITION.__members__.keys()


def test_a_charts_workbook_is_dated_as_the_deck(deck: bytes) -> None:
    (book,) = (data for name, data in opened(deck).files.items() if name.endswith(".xlsx"))
    core = opened(book).files["docProps/core.xml"].decode()
    assert set(re.findall(r"\d{4}-[^<]*Z", core)) == {"2023-07-03T12:00:00Z"}


def test_embedded_fonts_are_whole(tmp_path: Path) -> None:
    file = Path(__file__).parents[1] / "brand/fonts/noto-sans-hebrew/NotoSansHebrew-Bold.ttf"
    data = embedded(Font("NotoSansHebrew-Bold", "Noto Sans Hebrew", 700, False, "", file))
    size, length, version = struct.unpack("<3I", data[:12])
    assert (size, version) == (len(data), 0x00020001)
    assert data[-length:] == file.read_bytes()
    assert "Noto Sans Hebrew".encode("utf-16-le") in data[:-length]


def test_a_deck_has_all_of_its_template_as_it_is(tmp_path: Path) -> None:
    sample = sample_deck(tmp_path)
    deck = unpack(render_deck(sample))
    template = unpack(render_template(replace(sample, slides=())))
    grown = {PRESENTATION, "ppt/_rels/presentation.xml.rels", "[Content_Types].xml"}
    assert grown < template.keys()
    assert {name for name, data in template.items() if deck[name] != data} == grown


def test_a_slide_starts_as_python_pptx_starts_it(tmp_path: Path) -> None:
    sample = sample_deck(tmp_path)
    presentation = shown(render_deck(sample))
    for ours, content in zip(presentation.slides, sample.slides, strict=True):
        layout = next(each for each in sample.layouts if each.key == content.layout)
        theirs = presentation.slides.add_slide(ours.slide_layout)
        names = {holder.index: holder.name for holder in layout.placeholders}
        held = {holder.placeholder_format.idx: holder for holder in theirs.placeholders}
        for shape in ours.placeholders:
            index, kind = shape.placeholder_format.idx, shape.placeholder_format.type
            assert shape.name == names[index]
            if holder := held.get(index):
                assert kind == holder.placeholder_format.type
                assert shape.shape_id == holder.shape_id
                assert (shape.left, shape.top, shape.width) == (holder.left, holder.top, holder.width)
            else:
                assert kind in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)


def test_words_are_kept_as_they_are_written(tmp_path: Path) -> None:
    sample = sample_deck(tmp_path)
    text, notes = 'Swifts & "martins" <here>', "First & <last>\nThen\vslowly"
    slide = replace(
        sample.slides[3], fillings=(TextFill(0, (SlideParagraph(text, 2),)),), notes=notes, section="All"
    )
    table = replace(sample.slides[2].fillings[1], rows=((text, "b"),), alt=text)
    rows = replace(sample.slides[2], fillings=(table,))
    first, second = shown(render_deck(replace(sample, slides=(slide, rows), footer=text))).slides
    (line,) = first.shapes.title.text_frame.paragraphs
    assert (line.text, line.level) == (text, 2)
    assert first.notes_slide.notes_text_frame.text == notes
    assert [shape.text_frame.text for shape in first.shapes][1] == text
    graphic = second.shapes[0]
    assert graphic.table.cell(0, 0).text == graphic._element.nvGraphicFramePr.cNvPr.get("descr") == text


def test_words_that_have_no_room_keep_the_hyphens_that_part_them(tmp_path: Path) -> None:
    sample = sample_deck(tmp_path)
    parted = "Verantwortungs\u00adübernahme"
    words = SlideContent("text", (TextFill(0, (SlideParagraph(parted),)),), section="All")
    table = SlideContent("rows", (TableFill(13, ((parted,), ("1",)), (400,), 40, 20, "Days"),))
    shown = opened(render_deck(replace(sample, slides=(words, table)))).xml
    for number in (1, 2):
        slide = shown[f"ppt/slides/slide{number}.xml"]
        assert parted in [each.text for each in slide.iter(f"{A}t")]


def test_pictures_and_pages_of_notes_have_a_part_each(tmp_path: Path) -> None:
    sample = sample_deck(tmp_path)
    one, two, *_ = sample.slides
    twice = replace(sample, slides=(one, two, replace(one, notes="Again."), two))
    package = opened(render_deck(twice))
    assert {rule for rule, _ in lint(package)} == {"untitled_or_alike"}
    assert len([name for name in package.files if name.startswith("ppt/media/")]) == 1
    said = [
        slide.notes_slide.notes_text_frame.text
        for slide in shown(render_deck(twice)).slides
        if slide.has_notes_slide
    ]
    assert said == ["Say it slowly.", "Again."]


def test_a_filling_without_a_placeholder_is_a_fault_of_ours(tmp_path: Path) -> None:
    sample = sample_deck(tmp_path)
    lost = replace(sample.slides[3], fillings=(TextFill(99, (SlideParagraph("Four"),)),))
    with pytest.raises(KeyError):
        render_deck(replace(sample, slides=(lost,)))


@pytest.mark.parametrize("least", [3.0, -3.0])
def test_bars_below_nothing_are_drawn(least: float, tmp_path: Path) -> None:
    sample = sample_deck(tmp_path)
    chart = replace(CHART, series=((CHART.series[0][0], (least,) * len(CHART.labels)),))
    slide = replace(sample.slides[4], fillings=(sample.slides[4].fillings[0], chart), section="Pairs")
    deck = render_deck(replace(sample, slides=(slide,)))
    assert lint(opened(deck)) == set()
    shown_chart = next(shape.chart for shape in shown(deck).slides[0].shapes if shape.has_chart)
    low = shown_chart.category_axis.tick_label_position is XL_TICK_LABEL_POSITION.LOW
    assert (shown_chart.value_axis.minimum_scale, low) == ((0, False) if least > 0 else (None, True))
