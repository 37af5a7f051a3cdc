"""Crops of photographs: none cuts what `focus` says matters where another way keeps it; the rest is told."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Pixels
from sample_brand import sample_brand

from builder.brand.design import Design
from builder.brand.identity import Brand
from builder.content.frame import Picture
from builder.geometry.box import Box
from builder.geometry.curves import moved, rounded
from builder.imagefiles import read_image
from builder.layout.canvas import Canvas
from builder.layout.cards.solve import Solved, solve
from builder.layout.crops import crop, lost
from builder.layout.photo import Photograph
from builder.media import Image

SQUARE = Canvas(600, 600, "px", Box(0, 0, 600, 600), 12, 1)
IMAGE = Image("0", 600, 600, Path("a.jpg"))
UPRIGHT, LYING = Box(0.35, 0.1, 0.3, 0.75), Box(0.25, 0.3, 0.5, 0.2)
TOP, RIGHT = {"side": "top", "share": 0.4}, {"side": "right", "share": 0.4}


@pytest.fixture(scope="module")
def brand() -> Brand:
    return sample_brand()


def solved(brand: Brand, folder: Path, focus: Box, *uses: dict[str, Any], **more: Any) -> Solved:
    """A title on cream beside a photograph."""
    Pixels.new("RGB", (600, 600), (20, 60, 200)).save(folder / "blue.png")
    photo = Photograph(read_image(folder / "blue.png"), focus, "Blue")
    title = {"text": {"from": "headline", "style": "title", "size": 0.1}}
    given = {"text_color": "plum", "body": title, **more}
    design = Design.model_validate({**given, "background": {"fill": "cream", "photo": list(uses)}})
    return solve(design, {"headline": "Hold on"}, SQUARE, brand, "en", photo=photo)


def picture(found: Solved) -> Picture:
    (shown,) = (item for item in found.frame.items if isinstance(item, Picture))
    return shown


@pytest.mark.parametrize(
    ("focus", "kept"), [(UPRIGHT, "right"), (LYING, "top"), (Box(0.5, 0.5, 0, 0), "top")]
)
def test_the_way_is_taken_that_cuts_nothing_of_what_matters(
    focus: Box, kept: str, brand: Brand, tmp_path: Path
) -> None:
    found = solved(brand, tmp_path, focus, TOP, RIGHT)
    assert ("right" if picture(found).box.x else "top") == kept
    assert lost(picture(found), focus, SQUARE.page) == 0
    assert found.notes == ()


def test_one_at_a_side_is_wider_if_that_keeps_what_matters(brand: Brand, tmp_path: Path) -> None:
    found = solved(brand, tmp_path, Box(0.3, 0.2, 0.4, 0.5), TOP)
    assert picture(found).box.h == pytest.approx(0.52 * 600)
    assert found.notes == ()


def test_one_at_a_side_is_narrower_if_that_keeps_what_matters(brand: Brand, tmp_path: Path) -> None:
    """A low strip is too low for what is high: with less of its width more of its height is seen."""
    strip = {"side": "right", "share": 0.36, "scrim": {"at": "left", "reach": 0.3, "strength": 1}}
    Pixels.new("RGB", (400, 600), (20, 60, 200)).save(tmp_path / "upright.png")
    low, design = Canvas(600, 108, "px", Box(0, 0, 600, 108), 4, 1), {"fill": "cream", "photo": strip}
    for high, times in ((0.3, 1.0), (0.36, 0.85), (0.44, 0.7)):
        photo = Photograph(read_image(tmp_path / "upright.png"), Box(0.1, 0.2, 0.5, high), "Blue")
        body = {"text": {"from": "headline", "style": "title", "size": 0.2}}
        own = Design.model_validate({"text_color": "plum", "body": body, "background": design})
        found = solve(own, {"headline": "Hold on"}, low, brand, "en", photo=photo)
        assert picture(found).box.w == pytest.approx(0.36 * 600 * times), high
        assert found.notes == ()


def test_what_no_way_keeps_is_told_and_the_design_stays_as_it_is(brand: Brand, tmp_path: Path) -> None:
    found = solved(brand, tmp_path, UPRIGHT, {"side": "top", "share": 0.3}, TOP)
    assert picture(found).box.h == pytest.approx(240)  # that which cuts less
    (note,) = found.notes
    assert (note.slot, note.message[:4]) == ("photo", "47% ")


def test_a_part_that_is_cut_off_is_not_said_to_be_hidden(brand: Brand, tmp_path: Path) -> None:
    notes = solved(brand, tmp_path, Box(0.0, 0.0, 1.0, 1.0), TOP).notes
    assert [note.message.partition(" of ")[0] for note in notes] == ["60%"]


def test_a_crop_never_moves_what_matters_over_its_edge() -> None:
    box, strip = Box(0, 0, 300, 600), Box(0, 0, 60, 600)
    for left in (0.0, 0.3, 0.55):
        part = crop(IMAGE, box, Box(left, 0.1, 0.45, 0.2), strip)
        assert part.x <= left * 600 + 1e-6 and part.right >= (left + 0.45) * 600 - 1e-6
    assert crop(IMAGE, box, Box(0.2, 0, 0.8, 1), strip) == Box(300, 0, 300, 600)  # as much as it holds


def test_a_form_cuts_what_its_curve_leaves_out() -> None:
    disc = moved(rounded(Box(0, 0, 1, 1), 0.5), (600, 0, 0, 600, 0, 0))
    whole = Picture(IMAGE, SQUARE.page, Box(0, 0, 600, 600), "", (), disc)
    assert lost(whole, Box(0.2, 0.2, 0.6, 0.6), SQUARE.page) == 0
    assert lost(whole, Box(0, 0, 1, 1), SQUARE.page) == pytest.approx(0.21, abs=0.02)
    over = Picture(IMAGE, Box(300, 0, 600, 600), Box(0, 0, 600, 600), "")
    assert lost(over, Box(0, 0, 1, 1), SQUARE.page) == pytest.approx(0.5)


def test_a_photograph_behind_a_hill_is_cropped_to_what_is_seen_of_it(brand: Brand, tmp_path: Path) -> None:
    title = {"text": {"from": "headline", "style": "title", "size": 0.1}}
    hill = {"column": [title, {"spacer": 0.3}], "fill": "plum", "cut": "hill", "pad": 0.05}
    body = {"column": ["spacer", hill]}
    found = solved(brand, tmp_path, Box(0.3, 0.6, 0.4, 0.3), {}, body=body)
    assert picture(found).box.h < 400
    assert found.notes == ()
