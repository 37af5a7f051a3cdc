"""The templates of web pages: they escape what is put into them; what is missing is an error."""

import re
from base64 import b64decode
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from jinja2 import UndefinedError, nodes
from sample_brand import sample_brand
from sample_page import BLACK, edition, page, read, with_first

from builder.content.frame import Frame
from builder.content.frame import Path as Curve
from builder.content.note import Note
from builder.content.story import (
    Block,
    BlockQuote,
    Callout,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Span,
    Table,
    words,
)
from builder.geometry.shadings import Linear, Radial, Stop
from builder.kinds.start.look import faces
from builder.record import replace
from builder.render.html import environment, render_page
from builder.render.html.note import render_note
from builder.render.html.webfont import web_font
from builder.tagged import Tagged
from builder.text.shaping import shape

ROOT = Path(__file__).parent.parent
NAMES = [
    (package, file.name)
    for package in ("builder.render.html", "builder.preview")
    for file in sorted(files(package).joinpath("templates").iterdir(), key=lambda file: file.name)
    if file.is_file()
]


def written(*blocks: Block) -> str:
    """The markup of blocks."""
    html = render_note(Note("T", "en-GB", False, (("", blocks),))).decode()
    return html.partition('<div class="prose">')[2].partition("</div>\n</main>")[0]


@pytest.mark.parametrize(("package", "name"), NAMES)
def test_no_template_lets_anything_pass_unescaped(package: str, name: str) -> None:
    loaded = environment.environment(package)
    source = files(package).joinpath("templates", name).read_text(encoding="utf-8")
    tree = loaded.parse(source)
    assert loaded.autoescape is True
    assert not {one.name for one in tree.find_all(nodes.Filter)} & {"safe", "forceescape"}
    assert not list(
        tree.find_all((nodes.MarkSafe, nodes.MarkSafeIfAutoescape, nodes.ScopedEvalContextModifier))
    )


def test_a_label_that_is_missing_is_an_error() -> None:
    first = edition("en-GB", "Words")
    lacking = tuple((key, said) for key, said in first.labels if key != "start_open")
    with pytest.raises(UndefinedError, match="start_open"):
        render_page(with_first(page(), labels=lacking))


def test_fonts_draw_what_is_said_not_what_is_written_for_it() -> None:
    said = "Men's \u201cHealth\u201d & more; \N{LATIN SMALL LETTER W WITH CIRCUMFLEX}"
    own = faces(sample_brand(), "en-GB")
    html = render_page(with_first(page(), theme=said, faces=own))
    (style,) = read(html).all("style")
    ranges = re.findall("unicode-range: ([^;]*);", style.text)
    assert ranges
    for shown in ranges:
        assert {f"U+{ord(character):X}" for character in said} <= set(shown.split(", "))


@pytest.mark.parametrize(
    ("language", "words", "others"),
    [
        ("ur", "بچوں کی ذہنی صحت کا ہفتہ، ہر بچہ", "گڑیا"),
        ("bn", "ক্ষুদ্র শিশুর সপ্তাহ", "ঘ"),
        ("en-GB", "office, 1/2 To. AV", "Z"),
    ],
)
def test_a_font_cut_down_shapes_its_words_as_the_whole_font_does(
    language: str, words: str, others: str, tmp_path: Path
) -> None:
    whole = faces(sample_brand(), language).text[0]
    cut = web_font("font-1", whole, words)
    with TTFont(BytesIO(b64decode(cut.data))) as opened:
        assert opened.flavor == "woff"
        assert not opened.getBestCmap().keys() & (set(map(ord, others)) - set(map(ord, words)))
        opened.flavor = None
        opened.save(tmp_path / "cut.ttf")
    assert len(cut.data) < whole.path.stat().st_size / 2
    part = replace(whole, path=tmp_path / "cut.ttf", digest=language)
    one, two = (shape(words, font, language == "ur").clusters for font in (whole, part))
    for column in ("starts", "lefts", "widths", "inks", "sources"):
        assert getattr(one, column) == getattr(two, column)


def test_each_block_has_its_element() -> None:
    spans = words("a < b")
    assert written(Heading(1, spans), Paragraph(spans)) == "<h3>a &lt; b</h3><p>a &lt; b</p>"
    assert written(BlockQuote((Paragraph(spans),))) == "<blockquote><p>a &lt; b</p></blockquote>"
    assert (
        written(BlockQuote((Paragraph(spans),), "Ann"))
        == "<blockquote><p>a &lt; b</p><p>– Ann</p></blockquote>"
    )
    assert written(ListBlock(((Paragraph(spans), ListBlock(((),))),))) == (
        "<ul><li><p>a &lt; b</p><ul><li></li></ul></li></ul>"
    )
    assert written(ListBlock(((),), ordered=True, start=3)) == '<ol start="3"><li></li></ol>'
    table = written(Table((spans,), ((words("1"),), (words("2"),)), caption=words("C"))).split()
    assert "".join(table) == (
        '<table><caption>C</caption><thead><tr><thscope="col">a&lt;b</th></tr></thead>'
        "<tbody><tr><td>1</td></tr><tr><td>2</td></tr></tbody></table>"
    )


def test_a_block_without_an_element_is_there_in_its_plain_form() -> None:
    assert written(PageBreak(), Callout((Paragraph(words("Said")),), "Note")) == (
        "<p><strong>Note</strong></p><p>Said</p>"
    )


def test_words_touch_as_they_were_written() -> None:
    spans = (
        Span("one"),
        Span("two", bold=True),
        Span("three\nfour", bold=True, italic=True, link="https://example.org/?a=1&b=2", lang="cy"),
        Span("five", lang="cy"),
        Span("six", link="javascript:alert(1)"),
    )
    assert written(Paragraph(spans)) == (
        '<p>one<strong>two</strong><a href="https://example.org/?a=1&amp;b=2" lang="cy">'
        '<em><strong>three<br>four</strong></em></a><span lang="cy">five</span>six</p>'
    )


def test_a_drawing_holds_areas_and_curves_alone() -> None:
    curve = Curve((("M", 0, 0), ("L", 1.004, 2.5), ("Z",)), fill=BLACK, opacity=0.5)
    drawn = read(render_page(with_first(page(), beside=Frame(10, 10.25, "px", (curve,), "en-GB"))))
    art = next(svg for svg in drawn.all("svg") if svg.attributes["class"] == "art beside")
    assert art.attributes["viewbox"] == "0 0 10 10.25"
    (path,) = art.all("path")
    assert path.attributes == {"d": "m0 0l1 2.5z", "fill": BLACK.hex, "opacity": "0.5"}


def test_a_drawing_names_the_shadings_that_it_is_painted_with() -> None:
    stops = (Stop(0, BLACK), Stop(1, BLACK, 0.5))
    steps = (("M", 0, 0), ("L", 10, 0), ("L", 0, 10), ("Z",))
    curves = (
        Curve(steps, fill=Linear((0, 0), (10, 0), stops)),
        Curve(steps, fill=Radial((5, 0, 0, 5, 5, 5), (0.5, 0, 0.1), stops)),
    )
    drawn = read(render_page(with_first(page(), beside=Frame(10, 10, "px", curves, "en-GB"))))
    art = next(svg for svg in drawn.all("svg") if svg.attributes["class"] == "art beside")
    paints = [path.attributes["fill"] for path in art.all("path")]
    named = [*art.all("lineargradient"), *art.all("radialgradient")]
    assert paints == [f"url(#{each.attributes['id']})" for each in named]
    assert named[0].attributes["x2"] == "10"
    assert named[1].attributes["gradienttransform"] == "matrix(5 0 0 5 5 5)"
    assert [stop.attributes.get("stop-opacity") for stop in named[0].all("stop")] == [None, "0.5"]


def test_art_keeps_the_side_where_lines_start() -> None:
    rtl = replace(edition("ur", "Words"), rtl=True)
    kept = {
        svg.attributes["preserveaspectratio"]
        for svg in read(render_page(page("Words", rtl))).all("svg")
        if svg.attributes["class"] == "art beside"
    }
    assert kept == {"xMinYMid slice", "xMaxYMid slice"}


def test_words_of_another_language_or_direction_are_in_an_element_that_says_so() -> None:
    first = edition("ar", "Words", rtl=True)
    english = Tagged("What is the week?", "en")
    shown = replace(first, theme=english, strapline="خذ #Tea وقتك", dates="+44 20 7946 0123")
    html = render_page(replace(page(), editions=(shown,))).decode()
    assert '<h1><span lang="en" dir="ltr">What is the week?</span></h1>' in html
    assert 'class="strapline">خذ <bdi dir="ltr">#Tea</bdi> وقتك</p>' in html
    assert 'class="dates"><bdi dir="ltr">+44 20 7946 0123</bdi></p>' in html
