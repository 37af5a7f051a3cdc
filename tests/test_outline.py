"""Letters drawn in lines: as thick as they must be, the same in pixels and in a PDF, and read as ever."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from pdf_text import opened, words
from PIL import Image
from programs import run
from sample_brand import sample_brand

from builder.brand.design import Design
from builder.content.frame import Item, Text
from builder.emphasis import emphatic
from builder.layout.canvas import sheet
from builder.layout.cards.solve import Solved, solve
from builder.layout.sheet import one_page
from builder.record import replace
from builder.render.pdf.document import render_pages
from builder.render.pixels.paint import paint_exactly
from builder.render.pixels.scale import scaled

HEADLINE = "A *loving* bond"


def solved(
    words_: str = HEADLINE, language: str = "en", style: str = "title", outline: float = 0.02
) -> Solved:
    text = {"from": "headline", "style": style, "outline": outline, "emphasis": "accent"}
    design = Design.model_validate(
        {"background": {"fill": "cream"}, "text_color": "ink", "body": {"column": [{"text": text}]}}
    )
    slots = {"headline": emphatic(words_)}
    return solve(design, slots, sheet(500, 500), sample_brand(), language, language == "ur")


def text_of(made: Solved) -> Text:
    return next(item for item in made.frame.items if isinstance(item, Text))


def pixels(made: Solved) -> NDArray[np.int64]:
    """The sum of the three channels of each pixel."""
    shades = paint_exactly(made.frame).pixels
    return sum(((shades >> by) & 255).astype(np.int64) for by in (0, 8, 16))  # type: ignore[return-value]


def test_letters_are_lines_of_their_colours() -> None:
    lined = solved()
    plain = replace(lined.frame, items=tuple(map(_filled, lined.frame.items)))
    ground = pixels(lined).max()
    inked = (pixels(lined) < ground - 100).sum()
    assert 0 < inked < 0.6 * (pixels(Solved(plain)) < ground - 100).sum()


def _filled(item: Item) -> Item:
    return replace(item, outline=0.0) if isinstance(item, Text) else item


def test_a_line_is_never_too_thin_to_be_seen() -> None:
    assert text_of(solved(outline=0.005)).outline == pytest.approx(1.0)
    assert text_of(solved(outline=0.05)).outline == pytest.approx(0.05 * text_of(solved()).size)


@pytest.mark.parametrize(
    ("words_", "language", "style", "why"),
    [
        ("ایک *محبت بھرا* رشتہ", "ur", "title", "outlines would cut letters that grow together"),
        ("প্রেম", "bn", "title", "outlines would cut letters that grow together"),
        (HEADLINE, "en", "text", "its letters are too small to be drawn in outlines"),
    ],
)
def test_letters_that_lines_would_spoil_are_filled_and_told(
    words_: str, language: str, style: str, why: str
) -> None:
    made = solved(words_, language, style)
    assert text_of(made).outline == 0
    assert [note.message for note in made.notes if "is filled" in note.message] == [
        f"`{emphatic(words_)}` is filled: {why}"
    ]


def test_lines_grow_with_their_frame() -> None:
    made = solved()
    large = scaled(made.frame, 3.0)
    assert text_of(Solved(large)).outline == pytest.approx(3 * text_of(made).outline)


def test_a_pdf_reads_them_once() -> None:
    with opened(render_pages(one_page(replace(solved().frame, unit="pt")))) as document:
        assert words(document).split() == ["A", "loving", "bond"]


@pytest.mark.programs
def test_a_pdf_draws_what_pixels_do(tmp_path: Path) -> None:
    made = solved()
    (tmp_path / "page.pdf").write_bytes(render_pages(one_page(replace(made.frame, unit="pt"))))
    run("pdftoppm", "-r", "72", "-singlefile", tmp_path / "page.pdf", tmp_path / "page")
    with Image.open(tmp_path / "page.ppm") as picture:
        drawn = np.asarray(picture).astype(int).sum(axis=2)
    off = np.abs(drawn - pixels(made))
    assert off.mean() < 12
    assert (pixels(made) < pixels(made).max() - 200).sum() > 1000
