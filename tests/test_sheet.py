"""A frame as a PDF of one page: size, bleed, and words that are words."""

import pikepdf
from pdf_text import opened, shown, words
from sample_story import look

from builder.color import Color
from builder.content.frame import Fill, Frame, Gradient, Line, Path, Run, Text
from builder.geometry.box import Box, mm
from builder.layout.sheet import sheet
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
    with opened(render_pages(sheet(poster()), "A poster")) as document:
        assert box(document.pages[0], "/MediaBox") == [0, 0, round(mm(210), 2), round(mm(297), 2)]
        assert document.docinfo["/Title"] == "A poster"
        assert words(document) == "See the baby"


def test_words_stand_on_the_baseline_of_the_layout() -> None:
    with opened(render_pages(sheet(poster()))) as document:
        (line,) = shown(document.pages[0].obj)
        assert (line.x, round(line.y, 2), line.size) == (40, round(mm(297) - 100, 2), 24)


def test_what_is_seen_through_is_as_dense_as_in_the_layout() -> None:
    with opened(render_pages(sheet(poster()))) as document:
        page = document.pages[0]
        states = page.obj["/Resources"]["/ExtGState"]
        steps = pikepdf.parse_content_stream(page)
        used = [states[str(operands[0])] for operands, operator in steps if str(operator) == "gs"]
        assert 0.5 in [float(state["/ca"]) for state in used if "/ca" in state]
        assert 0.5 in [float(state["/CA"]) for state in used if "/CA" in state]


def test_a_print_poster_has_trim_bleed_and_marks_outside_them() -> None:
    with opened(render_pages(sheet(poster(mm(3))))) as document:
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
