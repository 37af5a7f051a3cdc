"""A frame as a PDF of one page: size, bleed, and words that are words."""

import pikepdf
import pytest
from pdf_text import opened, shown, words
from sample_story import look, story

from builder.color import Color
from builder.content.frame import Fill, Frame, Gradient, Line, Path, Run, Text
from builder.content.pages import Thumbnail
from builder.content.story import Figure, Paragraph
from builder.content.story import words as spans
from builder.geometry.box import Box, mm
from builder.geometry.shadings import Linear, Radial, Stop
from builder.layout.flow.paginate import paginate
from builder.layout.sheet import one_page
from builder.render.pdf.document import render_pages
from builder.text.shaping import shape

PLUM, CORAL = Color(53, 33, 79), Color(232, 96, 76)


def poster(bleed: float = 0.0) -> Frame:
    font = look().text.faces.regular.fonts[0]
    run = Run(font, 40, 100, glyphs=shape("See the baby", font).glyphs)
    ground = Gradient(((0.0, PLUM), (1.0, CORAL)), 45)
    curve = (("M", 0.0, 0.0), ("C", 10.0, 0.0, 20.0, 10.0, 20.0, 20.0), ("Z",))
    return Frame(
        mm(210),
        mm(297),
        "pt",
        (
            Fill(Box(-bleed, -bleed, mm(210) + 2 * bleed, mm(297) + 2 * bleed), ground),
            Path(curve, CORAL, opacity=0.5),
            Text("See the baby", (Line((run,), 100),), 24, CORAL, "en-GB"),
        ),
        "en-GB",
        bleed=bleed,
    )


def box(page: pikepdf.Page, name: str) -> list[float]:
    return [round(float(edge), 2) for edge in page.obj[name]]


def test_a_screen_poster_is_its_own_size() -> None:
    with opened(render_pages(one_page(poster()), "A poster")) as document:
        assert box(document.pages[0], "/MediaBox") == [0, 0, round(mm(210), 2), round(mm(297), 2)]
        assert document.docinfo["/Title"] == "A poster"
        assert words(document) == "See the baby"


def test_words_stand_on_the_baseline_of_the_layout() -> None:
    with opened(render_pages(one_page(poster()))) as document:
        (line,) = shown(document.pages[0].obj)
        assert (line.x, round(line.y, 2), line.size) == (40, round(mm(297) - 100, 2), 24)


def test_what_is_seen_through_is_as_dense_as_in_the_layout() -> None:
    with opened(render_pages(one_page(poster()))) as document:
        page = document.pages[0]
        states = page.obj["/Resources"]["/ExtGState"]
        steps = pikepdf.parse_content_stream(page)
        used = [states[str(operands[0])] for operands, operator in steps if str(operator) == "gs"]
        assert 0.5 in [float(state["/ca"]) for state in used if "/ca" in state]
        assert 0.5 in [float(state["/CA"]) for state in used if "/CA" in state]


@pytest.mark.parametrize(("angle", "axis"), [(0, (100, 700, 300, 700)), (90, (200, 750, 200, 650))])
def test_colours_blend_in_the_direction_of_the_layout(angle: float, axis: tuple[float, ...]) -> None:
    """From left to right, and from top to bottom, where PDF has y growing upwards."""
    blend = Fill(Box(100, 50, 200, 100), Gradient(((0.0, PLUM), (1.0, CORAL)), angle))
    with opened(render_pages(one_page(Frame(400, 800, "pt", (blend,), "en-GB")))) as document:
        (shading,) = (item for item in document.objects if _is_shading(item))
        assert [float(each) for each in shading["/Coords"]] == pytest.approx(axis)


FADING = (Stop(0.0, PLUM), Stop(1.0, CORAL, 0.25))
SQUARE = (("M", 50.0, 50.0), ("L", 150.0, 50.0), ("L", 150.0, 150.0), ("L", 50.0, 150.0), ("Z",))


@pytest.mark.parametrize(
    ("shading", "kind", "coordinates"),
    [
        (Linear((50, 50), (150, 150), FADING), 2, (50, 50, 150, 150)),
        (Radial((50, 0, 0, 50, 100, 100), (0.5, 0, 0), FADING), 3, (0.5, 0, 0, 0, 0, 1)),
    ],
)
def test_what_fades_is_painted_through_a_mask(
    shading: Linear | Radial, kind: int, coordinates: tuple[float, ...]
) -> None:
    page = Frame(400, 800, "pt", (Path(SQUARE, shading),), "en-GB")
    with opened(render_pages(one_page(page))) as document:
        shadings = [item for item in document.objects if _is_shading(item)]
        assert {str(each["/ColorSpace"]) for each in shadings} == {"/DeviceRGB", "/DeviceGray"}
        for each in shadings:
            assert int(each["/ShadingType"]) == kind
            assert [float(number) for number in each["/Coords"]] == pytest.approx(coordinates)
        states = document.pages[0].obj["/Resources"]["/ExtGState"]
        (mask,) = (state["/SMask"] for _, state in states.items() if "/SMask" in state)
        assert str(mask["/S"]) == "/Luminosity"
        assert str(mask["/G"]["/Group"]["/CS"]) == "/DeviceGray"
        assert [float(edge) for edge in mask["/G"]["/BBox"]] == [50, 650, 150, 750]


def _is_shading(item: object) -> bool:
    return isinstance(item, pikepdf.Dictionary) and "/ShadingType" in item


def test_a_small_frame_stands_where_the_layout_has_it() -> None:
    pages = paginate(story(Paragraph(spans("Words.")), Figure(poster(), "A poster", width=0.3)))
    (owned,) = (each for each in pages.pages[0].items if isinstance(getattr(each, "item", None), Thumbnail))
    small = owned.item
    with opened(render_pages(pages)) as document:
        matrix, kept, found = pikepdf.Matrix(), [], []
        for operands, operator in pikepdf.parse_content_stream(document.pages[0]):
            if str(operator) == "q":
                kept.append(matrix)
            elif str(operator) == "Q":
                matrix = kept.pop()
            elif str(operator) == "cm":
                matrix = pikepdf.Matrix(*map(float, operands)) @ matrix
            elif str(operator) == "Do":
                found.append(matrix)
        (shown_at,) = found
        foot = pages.height - small.y - small.frame.height * small.scale
        assert (shown_at.a, shown_at.d) == pytest.approx((small.scale, small.scale), abs=1e-4)
        assert (shown_at.e, shown_at.f) == pytest.approx((small.x, foot), abs=0.01)


def test_a_print_poster_has_trim_bleed_and_marks_outside_them() -> None:
    with opened(render_pages(one_page(poster(mm(3))))) as document:
        page = document.pages[0]
        media, bleed, trim = (box(page, name) for name in ("/MediaBox", "/BleedBox", "/TrimBox"))
        assert round(trim[2] - trim[0], 1) == round(mm(210), 1)
        assert [round(t - b, 1) for t, b in zip(trim, bleed, strict=True)] == [8.5, 8.5, -8.5, -8.5]
        marks = [
            [float(n) for n in operands]
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) in {"m", "l"} and len(operands) == 2
        ][:16]
        for x, y in marks:
            assert media[0] <= x <= media[2] + 0.01 and media[1] <= y <= media[3] + 0.01
            assert not (bleed[0] < x < bleed[2] and bleed[1] < y < bleed[3]), "a mark on the poster"
