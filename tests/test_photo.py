"""A photograph behind words: how much of it is hidden, where it is cropped, in which colours it is drawn."""

from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pytest
from pikepdf import PdfImage
from PIL import Image as Pixels
from sample_brand import sample_brand

from builder.brand.design import Design
from builder.brand.designfaults import BrandNames, unknown_names
from builder.brand.identity import Brand
from builder.brand.logofaults import logos_in
from builder.content.frame import Frame, Picture, Text
from builder.content.frame import Path as Drawn
from builder.geometry.box import Box
from builder.geometry.pens import extent
from builder.geometry.shadings import Linear, Radial
from builder.imagefiles import read_image
from builder.layout.canvas import Canvas
from builder.layout.cards.setting import TextTrouble
from builder.layout.cards.solve import Solved, solve
from builder.layout.crops import crop
from builder.layout.photo import Photograph
from builder.layout.sheet import one_page
from builder.media import Image
from builder.record import replace
from builder.render.pdf.document import render_pages
from builder.render.pixels.jpeg import render_jpeg

SQUARE = Canvas(600, 600, "px", Box(0, 0, 600, 600), 12, 1)
WORDS = {"headline": "Stand beside a parent", "text": "One sentence that supports it."}
FOOT = {"at": "bottom", "reach": 0.9}
MIDDLE = Box(0.5, 0.5, 0, 0)
GREY, WHITE = (128, 128, 128), (255, 255, 255)


@pytest.fixture(scope="module")
def brand() -> Brand:
    return sample_brand()


def photograph(folder: Path, color: tuple[int, int, int], focus: Box = MIDDLE) -> Photograph:
    """Grain of one colour, as a camera sees it in the evening."""
    grain = np.random.default_rng(7).normal(0, 6, (600, 600, 1))
    pixels = np.clip(np.array(color) + grain, 0, 255).astype(np.uint8)
    Pixels.fromarray(pixels).save(folder / "photo.png")
    return Photograph(read_image(folder / "photo.png"), focus, "Evening")


def solved(
    brand: Brand, photo: Photograph | None, *uses: dict[str, Any], rtl: bool = False, **more: Any
) -> Solved:
    """Cream words at the foot of a plum square, in front of a photograph used in one of these ways."""
    body = {"column": [{"text": {"from": "headline", "style": "display"}}, {"text": {"from": "text"}}]}
    given = {"text_color": "cream", "background": {"fill": "plum", "photo": list(uses)}, "body": body}
    area = {"height": 0.4, "at": "bottom"}
    design = Design.model_validate({"area": area, **given, **more})
    return solve(design, WORDS, SQUARE, brand, "en", rtl, photo)


def scrim(frame: Frame) -> Linear:
    fills = [each.fill for each in frame.items if isinstance(each, Drawn)]
    (found,) = (each for each in fills if isinstance(each, Linear))
    return found


def picture(frame: Frame) -> Picture:
    (found,) = (each for each in frame.items if isinstance(each, Picture))
    return found


def hidden(frame: Frame) -> float:
    return max(stop.opacity for stop in scrim(frame).stops)


def test_a_scrim_is_no_stronger_than_the_words_need(brand: Brand, tmp_path: Path) -> None:
    use, area = {"scrim": {**FOOT, "reach": 1, "strength": 1}}, {"height": 0.56, "at": "bottom"}
    found = [
        hidden(solved(brand, photograph(tmp_path, (grey, grey, grey)), use, area=area).frame)
        for grey in (60, 220, 255)
    ]
    assert found == [0.86, 0.86, 1.0]


@pytest.mark.parametrize("grey", range(0, 256, 51))
def test_what_is_taken_for_legible_is_so_when_it_is_drawn(grey: int, brand: Brand, tmp_path: Path) -> None:
    ways = ({"scrim": {**FOOT, "strength": each}} for each in (0.3, 0.5, 0.7, 0.9, 1))
    veiled = {"veil": "plum", "veil_opacity": 0.97}
    frame = solved(brand, photograph(tmp_path, (grey, grey, grey)), *ways, veiled).frame
    assert render_jpeg(frame)[1] == ()


def test_of_several_ways_the_first_is_taken_on_which_words_are_read(brand: Brand, tmp_path: Path) -> None:
    bare, toned, beside = {}, {"tone": ["ink", "plum"]}, {"side": "top", "share": 0.4}
    found = [
        picture(solved(brand, photograph(tmp_path, color), *ways).frame)
        for color, ways in (((20, 10, 30), (bare, toned)), (WHITE, (bare, toned)), (WHITE, (bare, beside)))
    ]
    assert [each.tone == () for each in found] == [True, False, True]
    assert [each.box.h for each in found] == [600, 600, 240]


def test_a_way_that_has_no_room_for_the_words_is_passed_over(brand: Brand, tmp_path: Path) -> None:
    narrow = {"side": "left", "share": 0.97}
    photo = photograph(tmp_path, WHITE)
    assert picture(solved(brand, photo, narrow, {"side": "top", "share": 0.4}).frame).box.w == 600
    with pytest.raises(TextTrouble):
        solved(brand, photo, narrow)


def test_words_keep_off_what_the_focus_says_matters(brand: Brand, tmp_path: Path) -> None:
    ways = ({"scrim": {**FOOT, "strength": 1}}, {"side": "top", "share": 0.4})
    for focus, shape in ((Box(0.4, 0.4, 0.2, 0.2), 600), (Box(0.05, 0.3, 0.9, 0.4), 240)):
        found = solved(brand, photograph(tmp_path, GREY, focus), *ways)
        assert (picture(found.frame).box.h, found.notes) == (shape, ())
    (note,) = solved(brand, photograph(tmp_path, GREY, Box(0.05, 0.05, 0.9, 0.9)), ways[0]).notes
    assert (note.slot, "focus" in note.message) == ("photo", True)


def test_no_scrim_drowns_what_the_focus_says_matters(brand: Brand, tmp_path: Path) -> None:
    focus, drowned = Box(0.4, 0.4, 0.2, 0.12), {"scrim": {"at": "bottom", "reach": 1.3, "strength": 1}}
    photo, beside = photograph(tmp_path, GREY, focus), {"side": "top", "share": 0.4}
    found = solved(brand, photo, drowned, beside)
    assert (picture(found.frame).box.h, found.notes) == (240, ())
    (note,) = solved(brand, photo, drowned).notes
    assert (note.slot, note.message.startswith("a scrim hides ")) == ("photo", True)
    assert picture(solved(brand, photo, {"scrim": {**FOOT, "strength": 1}}, beside).frame).box.h == 600
    unsaid = photograph(tmp_path, GREY)  # a point says nothing of how much matters
    assert picture(solved(brand, unsaid, drowned, beside).frame).box.h == 600


def test_most_of_what_is_behind_large_words_has_the_contrast_of_small_ones(
    brand: Brand, tmp_path: Path
) -> None:
    body, beside = {"body": {"text": {"from": "headline", "style": "display"}}}, {"side": "top", "share": 0.4}
    for grey, high in (((106, 106, 106), 600), ((122, 122, 122), 240)):  # 5.1:1 and 4.0:1 behind cream
        photo = photograph(tmp_path, grey)
        assert picture(solved(brand, photo, {}, beside, **body).frame).box.h == high


def test_a_panel_parts_words_from_the_photograph(brand: Brand, tmp_path: Path) -> None:
    text = {"text": {"from": "headline", "style": "title"}}
    panel = {"body": {"column": [{**text, "fill": "plum", "pad": 0.03}]}}
    ways = ({}, {"veil": "plum"})
    for body, veils in ((panel, 0), ({"body": text}, 1)):
        frame = solved(brand, photograph(tmp_path, WHITE), *ways, **body).frame
        assert sum(isinstance(each, Drawn) and each.opacity < 1 for each in frame.items) == veils


def test_what_matters_stands_in_the_middle_of_what_words_leave() -> None:
    image = Image("0", 1000, 1000, Path("a.jpg"))
    box, above = Box(0, 0, 500, 500), Box(0, 0, 500, 250)
    assert crop(image, box, Box(0.5, 0.5, 0, 0)) == Box(0, 0, 1000, 1000)
    closer = crop(image, box, Box(0.4, 0.4, 0.2, 0.2), above)
    assert closer == Box(100, 200, 800, 800)  # a quarter closer, and as far up as it goes
    assert crop(image, box, Box(0.5, 0.25, 0, 0), above) == Box(0, 0, 1000, 1000)
    small = Image("1", 300, 300, Path("b.jpg"))  # of which no less may be shown
    assert crop(small, box, Box(0.4, 0.4, 0.2, 0.2), above) == Box(0, 0, 300, 300)


def test_a_scrim_may_lie_all_round_the_words(brand: Brand, tmp_path: Path) -> None:
    use = {"scrim": {"at": "words", "reach": 0.3}}
    for rtl in (False, True):
        frame = solved(brand, photograph(tmp_path, (220, 220, 220)), use, rtl=rtl).frame
        (laid,) = (each.fill for each in frame.items if isinstance(each, Drawn))
        assert isinstance(laid, Radial)
        words = [each.box for each in frame.items if isinstance(each, Text)]
        width = max(box.right for box in words) - min(box.x for box in words)
        middle = min(box.x for box in words) + width / 2
        assert laid.matrix[4] == pytest.approx(middle)
        data, faults = render_jpeg(frame)
        assert faults == ()
        pixels = Pixels.open(BytesIO(data))
        beside = round(middle - width / 2 - 6), 480
        for at, color, within in (((300, 20), (220, 220, 220), 30), (beside, (53, 33, 79), 60)):
            found = pixels.getpixel(at)
            assert isinstance(found, tuple)
            assert max(abs(a - b) for a, b in zip(found, color, strict=True)) < within, at


def test_a_scrim_at_a_side_leaves_no_edge_and_changes_sides(brand: Brand, tmp_path: Path) -> None:
    use = {"side": "right", "share": 0.6, "scrim": {"at": "left", "reach": 0.7, "strength": 1}}
    photo = photograph(tmp_path, (20, 10, 30))
    plain, mirrored = (solved(brand, photo, use, rtl=rtl).frame for rtl in (False, True))
    assert [hidden(frame) for frame in (plain, mirrored)] == [1, 1]
    assert (scrim(plain).start, scrim(plain).end) == ((240, 0), (pytest.approx(492), 0))
    assert (scrim(mirrored).start, scrim(mirrored).end) == ((360, 0), (pytest.approx(108), 0))
    words = [each for each in plain.items if isinstance(each, Text)]
    assert max(each.box.right for each in words) > 240


def test_without_a_photograph_a_design_that_needs_none_is_drawn(brand: Brand) -> None:
    items = solved(brand, None, {"side": "top", "share": 0.4}).frame.items
    assert not any(isinstance(each, Picture) for each in items)
    assert min(each.box.y for each in items if isinstance(each, Text)) < 400


def test_a_tone_has_its_colours_from_the_darks_to_the_lights(brand: Brand, tmp_path: Path) -> None:
    pixels = Pixels.linear_gradient("L").resize((600, 600)).convert("RGB")
    pixels.save(tmp_path / "photo.png")
    photo = Photograph(read_image(tmp_path / "photo.png"), Box(0.5, 0.5, 0, 0), "Dusk")
    frame = solved(brand, photo, {"tone": ["plum", "coral", "cream"]}, body={"spacer": 0.1}).frame
    drawn = Pixels.open(BytesIO(render_jpeg(frame)[0]))
    with pikepdf.open(BytesIO(render_pages(one_page(replace(frame, unit="pt"))))) as pdf:
        (printed,) = (PdfImage(each).as_pil_image() for _, each in pdf.pages[0].resources["/XObject"].items())
    for y, name in ((2, "plum"), (300, "coral"), (597, "cream")):
        for found in (drawn.getpixel((300, y)), printed.getpixel((300, y))):
            assert isinstance(found, tuple)
            assert max(abs(a - b) for a, b in zip(found, brand.color(name).rgb, strict=True)) < 12, name


def test_a_tone_of_roles_shows_the_picture_in_every_brand_and_never_as_a_negative(
    brand: Brand, tmp_path: Path
) -> None:
    near = replace(brand, roles={**brand.roles, "accent-soft": brand.roles["primary"]})
    photo = photograph(tmp_path, GREY)
    usual = brand.color("primary"), brand.color("accent-soft")
    for names in (["primary", "accent-soft"], ["accent-soft", "primary"]):
        bare: Any = {"tone": names}
        assert picture(solved(brand, photo, bare, body={"spacer": 0.1}).frame).tone == usual
        found = picture(solved(near, photo, bare, body={"spacer": 0.1}).frame).tone
        assert found == (brand.color("primary"), brand.color("background"))


def test_colours_of_tones_scrims_and_series_are_known_by_name(brand: Brand) -> None:
    ways = [{"tone": ["inkk", "cream"]}, {"scrim": {"color": "corall"}}]
    design = Design.model_validate({
        "series": ["plum", "plumm"],
        "background": {"fill": "plum", "photo": ways},
        "body": {"logo": "main"},
    })
    known = BrandNames(brand.palette, brand.roles, brand.art, brand.logos, {})
    assert [(loc, name) for loc, _, name, _ in unknown_names(design, known)] == [
        (("series", 1), "plumm"),
        (("background", "photo", 0, "tone", 0), "inkk"),
        (("background", "photo", 1, "scrim", "color"), "corall"),
    ]
    assert [ground for _, _, ground in logos_in(design)] == [("plum",), ("plum",), ("plumm",)]


def veils(frame: Frame) -> int:
    """How many flat veils lie on the photograph."""
    return sum(isinstance(each, Drawn) and each.opacity < 1 for each in frame.items)


def test_small_words_need_more_contrast_than_large_ones(brand: Brand, tmp_path: Path) -> None:
    ways = ({}, {"veil": "plum", "veil_opacity": 0.9})
    for slot, style, hidden_by in (("headline", "display", 0), ("text", "text", 1)):
        body = {"text": {"from": slot, "style": style, "size": 0.03 if style == "text" else 0.1}}
        grain = photograph(tmp_path, (106, 106, 106))  # 5.1:1, and 3.9:1 where it is lightest
        assert veils(solved(brand, grain, *ways, body=body).frame) == hidden_by


def test_a_logo_has_to_be_seen_too(brand: Brand, tmp_path: Path) -> None:
    ways = ({}, {"veil": "plum", "veil_opacity": 0.9})
    body = {"column": ["spacer", {"logo": {"name": "main", "height": 0.2, "width": 0.8}}]}
    for color, hidden_by in (((20, 10, 30), 0), (WHITE, 1)):
        assert veils(solved(brand, photograph(tmp_path, color), *ways, body=body).frame) == hidden_by


def test_what_is_looked_at_is_what_is_behind_the_words(brand: Brand, tmp_path: Path) -> None:
    ways = ({}, {"veil": "plum", "veil_opacity": 0.9})
    pixels = Pixels.new("RGB", (600, 900), (20, 10, 30))
    pixels.paste(WHITE, (0, 0, 600, 520))
    pixels.save(tmp_path / "photo.png")
    photo = Photograph(read_image(tmp_path / "photo.png"), Box(0.5, 0.7, 0, 0), "Night")
    frame = solved(brand, photo, *ways).frame
    assert (picture(frame).crop.y, veils(frame)) == (420, 0)  # as low as it goes: the words stand on the dark


def test_a_tone_is_looked_at_in_its_own_colours(brand: Brand, tmp_path: Path) -> None:
    ways = ({"tone": ["ink", "plum"]}, {"side": "top", "share": 0.4})
    assert picture(solved(brand, photograph(tmp_path, WHITE), *ways).frame).tone


def test_what_matters_is_brought_below_words_that_stand_above(brand: Brand, tmp_path: Path) -> None:
    veiled = {"veil": "plum", "veil_opacity": 0.97}
    photo = photograph(tmp_path, GREY, Box(0.4, 0.4, 0.2, 0.2))
    crops = [
        picture(solved(brand, photo, veiled, area={"height": 0.4, "at": at}).frame).crop.y
        for at in ("top", "bottom")
    ]
    assert crops[0] < 20 < crops[1]


def test_a_scrim_reaches_over_the_edge_that_it_begins_at(brand: Brand, tmp_path: Path) -> None:
    """By a hundredth in the colour around it, for viewers show a small photograph a pixel too far."""
    photo, scrim = photograph(tmp_path, (20, 10, 30)), {"at": "left", "reach": 0.7, "strength": 1}
    for own, over in (({}, 3.6), ({"color": "coral"}, 1)):
        use = {"side": "right", "share": 0.6, "scrim": {**scrim, **own}}
        items = solved(brand, photo, use).frame.items
        (laid,) = (each for each in items if isinstance(each, Drawn) and isinstance(each.fill, Linear))
        reached = extent(laid.commands)
        assert (reached.x, reached.y) == (240 - over, -over)
        assert (reached.right, reached.bottom) == (pytest.approx(600 + over), pytest.approx(600 + over))
