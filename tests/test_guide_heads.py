"""Heads of chapters as the looks draw them, and the quiet art at the feet of pages."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Pixels
from sample_brand import sample_brand

from builder.brand.artuse import ArtUse
from builder.brand.design import Design
from builder.brandsheet.samples import Sample
from builder.color import contrast
from builder.content.frame import Frame, Picture, Text
from builder.content.frame import Path as Curve
from builder.geometry.box import Box
from builder.geometry.pens import extent
from builder.imagefiles import read_image
from builder.kinds.guide import openings
from builder.layout.art import placed_art
from builder.layout.canvas import Canvas, sheet
from builder.layout.crops import lost
from builder.layout.photo import Photograph
from builder.pack.artwork import art_alone, drawn_design
from builder.pack.recipes import Origin
from builder.record import replace

TITLES = (
    "Talking about trauma with care",
    "Understanding early trauma in families together",
    "A very long title that goes on for longer than anyone would have wished",
)
WIDE = 595.28  # pt, of A4
BAND: Canvas = sheet(WIDE, openings._BAND)


def head(look: str, title: str) -> Frame:
    words = {"title": title, "number": "3"}
    recipe = drawn_design(Sample(sample_brand(look)), "chapter", words, BAND, Origin(""))
    frame: Frame = recipe.lay_out().content
    return frame


def art(frame: Frame) -> list[Box]:
    return [extent(item.commands) for item in frame.items if isinstance(item, Curve)]


def test_the_edges_of_heads_fall_between_pixels() -> None:
    """Pictures fill pixels that they begin, grounds do not: a photograph would hang out of its band."""
    for high in (openings._BAND, openings._HALF):
        assert not [dpi for dpi in (60, 72, 150) if (high * dpi / 72) % 1]


@pytest.mark.parametrize("look", ["embrace", "grid", "paper"])
def test_a_long_title_leaves_the_art_of_its_head_where_it_is_and_keeps_clear_of_it(look: str) -> None:
    usual = art(head(look, "Events"))
    for title in TITLES:
        frame = head(look, title)
        assert art(frame) == usual, title
        said = next(item for item in frame.items if isinstance(item, Text) and item.words == title)
        right = max(run.x + run.width for line in said.lines for run in line.runs)
        assert min(box.x for box in usual if box.y < said.box.bottom) - right > 14, title


@pytest.mark.parametrize("look", ["embrace", "photo"])
def test_a_photograph_in_a_head_fades_into_its_ground_and_keeps_all_that_matters(
    look: str, tmp_path: Path
) -> None:
    """One that is upright, of a head that fills half of it, has less of a low band."""
    Pixels.new("RGB", (800, 1200), (60, 60, 60)).save(tmp_path / "upright.png")
    words = {"title": "The numbers", "number": "4"}
    for focus in (Box(0.3, 0.4, 0.1, 0.1), Box(0.12, 0.18, 0.5, 0.44)):
        photo = Photograph(read_image(tmp_path / "upright.png"), focus, "Somebody")
        recipe = drawn_design(Sample(sample_brand(look)), "chapter-photo", words, BAND, Origin(""))
        frame: Any = replace(recipe, photo=photo).lay_out().content
        place, shown = next((n, item) for n, item in enumerate(frame.items) if isinstance(item, Picture))
        assert lost(shown, focus, BAND.page) == 0
        assert shown.box.right >= WIDE - 0.01
        over = [each for each in frame.items[place + 1 :] if isinstance(each, Curve)]
        assert over and extent(over[0].commands).x <= shown.box.x + 0.01, "a scrim begins at its edge"


def test_quiet_art_is_told_from_the_paper_that_it_stands_on() -> None:
    """The rings of embrace are cream at the foot of a page, which is hardly seen on white."""
    brand = sample_brand("embrace")
    design = brand.designs["guide-tail"]
    assert isinstance(design, Design)
    (piece,) = design.background.pieces
    paper = brand.color("surface")
    cream, canvas = brand.color("background"), sheet(WIDE, 130)
    assert contrast(cream, paper) < 1.1

    def fills(told: float) -> list[Any]:
        recipe = art_alone(Sample(brand), design, canvas, told=told)
        return [item.fill for item in recipe.lay_out().content.items]

    assert cream in fills(0.0)
    assert all(contrast(fill, paper) >= 1.25 for fill in fills(1.25))
    assert max(contrast(fill, paper) for fill in fills(1.25)) < 1.6, "and is quiet still"
    bare = ArtUse(file=piece.files[0])
    loud = [path.fill for path in placed_art(bare, brand, canvas, False, [], [paper], 1.25)]
    assert brand.color("accent") in loud, "a colour that no tint asked for stays"
