"""A photograph in a form, on a panel, or cut out: where it stands, and that words keep off it."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image as Pixels
from pydantic import ValidationError
from sample_brand import sample_brand

from builder.brand.design import Design
from builder.brand.designfaults import BrandNames, unknown_names
from builder.brand.identity import Brand
from builder.brand.photouse import Mask
from builder.color import contrast
from builder.content.frame import Fill, Frame, Picture, Text
from builder.content.frame import Path as Drawn
from builder.geometry.box import Box
from builder.geometry.pens import extent, holds
from builder.imagefiles import read_image
from builder.layout.canvas import Canvas
from builder.layout.cards.solve import solve
from builder.layout.copies import grids_of
from builder.layout.crops import lost
from builder.layout.masks import outline
from builder.layout.photo import Photograph
from builder.layout.sheet import one_page
from builder.record import replace
from builder.render.pdf.document import render_pages
from builder.render.pixels.jpeg import render_jpeg
from builder.render.pixels.scale import scaled

SQUARE = Canvas(600, 600, "px", Box(0, 0, 600, 600), 12, 1)
PAPER = Canvas(600, 600, "pt", Box(0, 0, 600, 600), 12, 0.75, 9)
BLUE, CREAM = (20, 60, 200), "cream"


@pytest.fixture(scope="module")
def brand() -> Brand:
    return sample_brand()


def blue(folder: Path, clear: bool = False, focus: Box = Box(0.5, 0.5, 0, 0)) -> Photograph:  # noqa: B008
    """A blue photograph, or one with a blue square in the middle of what is clear."""
    pixels = Pixels.new("RGBA", (900, 900), (0, 0, 0, 0) if clear else (*BLUE, 255))
    pixels.paste((*BLUE, 255), (300, 300, 600, 600))
    pixels.save(folder / "blue.png")
    return Photograph(read_image(folder / "blue.png"), focus, "Blue")


def drawn(brand: Brand, photo: Photograph, *uses: dict[str, Any], **more: Any) -> Frame:
    """A title on cream, and the photograph in one of these ways."""
    given: dict[str, Any] = {"words": "Hold on", "canvas": SQUARE, "rtl": False, **more}
    body = {"text": {"from": "headline", "style": "title", "size": 0.1}}
    background = {"fill": CREAM, "photo": list(uses)}
    design = Design.model_validate({"text_color": "plum", "background": background, "body": body})
    words = {"headline": given["words"]}
    return solve(design, words, given["canvas"], brand, "en", given["rtl"], photo).frame


def picture(frame: Frame) -> Picture:
    return next(each for each in frame.items if isinstance(each, Picture))


def mask(**given: Any) -> dict[str, Any]:
    return {"mask": {"anchor": "bottom-right", "scale": 0.5, **given}}


@pytest.mark.parametrize(
    ("form", "inside", "outside"),
    [
        ("circle", (450, 450), (310, 310)),
        ("arch", (500, 590), (410, 305)),
        ("block", (305, 305), (295, 295)),
        ("art/ripple.svg", (450, 590), (310, 310)),
    ],
)
def test_a_photograph_is_cut_to_a_form(
    form: str, inside: tuple[int, int], outside: tuple[int, int], brand: Brand, tmp_path: Path
) -> None:
    frame = drawn(brand, blue(tmp_path), mask(form=form))
    clip = picture(frame).clip
    pixels = Pixels.open(BytesIO(render_jpeg(frame)[0]))
    ground = brand.color(CREAM).rgb
    for at, expected in ((outside, ground), *(((inside, BLUE),) if holds(clip, inside) else ())):
        assert not (expected == ground and holds(clip, at))
        found = pixels.getpixel(at)
        assert isinstance(found, tuple)
        assert max(abs(a - b) for a, b in zip(found, expected, strict=True)) < 20, at
    around = extent(clip)
    assert 580 < around.right <= 602
    assert 580 < around.bottom <= 602


def test_a_form_is_as_large_as_the_words_let_it_be(brand: Brand, tmp_path: Path) -> None:
    growing = mask(grows=0.9)
    few, more = (drawn(brand, blue(tmp_path), growing, words="Hold on " * count) for count in (1, 5))
    assert 300 < picture(more).box.w < picture(few).box.w <= 540
    for frame in (few, more):
        (text,) = (each for each in frame.items if isinstance(each, Text))
        assert not holds(picture(frame).clip, (text.box.right, text.box.bottom))


def test_a_form_between_pixels_is_no_larger_than_its_photograph(brand: Brand, tmp_path: Path) -> None:
    (picture_,) = (each for each in drawn(brand, blue(tmp_path), mask()).items if isinstance(each, Picture))
    ground = Fill(Box(0, 0, 90, 90), brand.color(CREAM))
    for number in range(40):
        box = Box(10 + number / 39, 12 - number / 31, 40.1 + number / 17, 50.4)
        for form in ("block", "arch"):
            clip = outline(Mask.model_validate({"form": form}), box, brand)
            item = replace(picture_, box=extent(clip), clip=clip)
            assert render_jpeg(Frame(90, 90, "px", (ground, item), "en"))[0]


def test_words_that_no_size_clears_take_the_next_way(brand: Brand, tmp_path: Path) -> None:
    ways = (mask(anchor="centre", scale=0.95), {"side": "bottom", "share": 0.3})
    assert picture(drawn(brand, blue(tmp_path), *ways, words="Hold on " * 12)).box.w == 600


def test_a_form_changes_sides_and_its_photograph_does_not(brand: Brand, tmp_path: Path) -> None:
    form = mask(form="art/motif.svg")
    both = [(rtl, picture(drawn(brand, blue(tmp_path), form, rtl=rtl))) for rtl in (False, True)]
    plain, mirrored = (each for _, each in both)
    assert plain.box.right == pytest.approx(600 - mirrored.box.x)
    assert plain.box.right > 590
    assert mirrored.crop.w == pytest.approx(plain.crop.w)
    xs = [[x for step in each.clip for x in step[1::2]] for _, each in both]
    assert sorted(xs[0]) == pytest.approx(sorted(600 - x for x in xs[1]))


def test_a_form_is_made_smaller_with_its_photograph(brand: Brand, tmp_path: Path) -> None:
    panel = {"panel": {"opacity": 0.8, "blur": 0.02}}
    for way in (mask(), panel):
        frame = drawn(brand, blue(tmp_path), way)
        (one, *_, last), (small, *_, blurred) = (
            [each for each in of.items if isinstance(each, Picture)] * 2 for of in (frame, scaled(frame, 0.5))
        )
        assert small.box.w == one.box.w / 2
        assert blurred.blur == last.blur / 2
        if one.clip:
            assert extent(small.clip).x == pytest.approx(extent(one.clip).x / 2)


def test_a_straight_edge_bleeds(brand: Brand, tmp_path: Path) -> None:
    for form, reach in (("block", (609, 609)), ("arch", (600, 609))):
        box = extent(picture(drawn(brand, blue(tmp_path), mask(form=form), canvas=PAPER)).clip)
        assert (box.right, box.bottom) == pytest.approx(reach)


def test_what_matters_fills_the_form(brand: Brand, tmp_path: Path) -> None:
    far, near = (
        picture(drawn(brand, blue(tmp_path, focus=focus), mask())).crop.w
        for focus in (Box(0.4, 0.4, 0, 0), Box(0.4, 0.4, 0.3, 0.3))
    )
    assert (far, near) == (900, pytest.approx(900 * 0.3 / 0.62))


def test_a_line_runs_round_the_form(brand: Brand, tmp_path: Path) -> None:
    border = {"color": "coral", "weight": 0.01, "gap": 0.02}
    frame = drawn(brand, blue(tmp_path), mask(border=border, shift=[-0.1, -0.1]))
    (line,) = (each for each in frame.items if isinstance(each, Drawn))
    assert (line.stroke, line.stroke_width) == (brand.color("coral"), 6)
    assert extent(line.commands).w == pytest.approx(300 + 2 * (12 + 3))


def test_a_cut_out_stands_before_its_form_and_on_the_ground(brand: Brand, tmp_path: Path) -> None:
    before = {"form": "circle", "color": "coral", "scale": 0.3, "shift": [-0.1, -0.1]}
    frame = drawn(brand, blue(tmp_path, clear=True), {}, {"cut_out": {"scale": 0.2, "before": before}})
    pixels = Pixels.open(BytesIO(render_jpeg(frame)[0])).convert("RGB")
    page = one_page(replace(frame, unit="pt"))
    with pikepdf.open(BytesIO(render_pages(page))) as pdf:
        ((_, image),) = pdf.pages[0].resources["/XObject"].items()
        assert "/SMask" in image
    expected = {(540, 540): BLUE, (420, 420): brand.color("coral").rgb, (320, 320): brand.color(CREAM).rgb}
    for at, color in expected.items():
        found = pixels.getpixel(at)
        assert isinstance(found, tuple)
        assert max(abs(a - b) for a, b in zip(found, color, strict=True)) < 20, at


def test_an_opaque_photograph_is_cut_to_the_form_if_there_is_no_other_way(
    brand: Brand, tmp_path: Path
) -> None:
    way = {"cut_out": {"scale": 0.5, "before": {"color": "coral", "scale": 0.4}}}
    assert picture(drawn(brand, blue(tmp_path), way)).clip
    assert picture(drawn(brand, blue(tmp_path), way, {"side": "bottom", "share": 0.4})).clip == ()


def test_a_cut_out_is_in_no_mask_which_would_not_be_seen(brand: Brand, tmp_path: Path) -> None:
    crowded = {"cut_out": {"anchor": "top-left", "scale": 0.9, "before": {"color": "coral", "scale": 0.9}}}
    frame = drawn(brand, blue(tmp_path, clear=True), crowded, mask(), {"side": "right", "share": 0.4})
    assert picture(frame).clip == ()
    assert picture(frame).box.x == 360


def test_words_stand_on_a_panel(brand: Brand, tmp_path: Path) -> None:
    panel = {"width": 0.8, "height": 0.5, "at": "bottom-right"}
    frame = drawn(brand, blue(tmp_path), {"panel": panel}, words="Hold on " * 5)
    (block,) = (each for each in frame.items if isinstance(each, Drawn))
    assert extent(block.commands) == Box(120, 300, 480, 300)
    (text,) = (each for each in frame.items if isinstance(each, Text))
    assert Box(168, 348, 384, 204).contains(text.box, 0.01)
    assert picture(frame).box == Box(0, 0, 600, 600)


def test_words_on_a_panel_at_the_top_end_above_its_edge(brand: Brand, tmp_path: Path) -> None:
    panel = {"width": 1, "height": 0.4, "at": "top"}
    frame = drawn(brand, blue(tmp_path), {"panel": panel}, words="Hold on to it " * 7)
    (text,) = (each for each in frame.items if isinstance(each, Text))
    assert text.box.bottom <= 240 - 48 + 0.01


def test_what_is_seen_through_a_panel_is_blurred(brand: Brand, tmp_path: Path) -> None:
    stripes = Pixels.new("RGB", (600, 600), "white")
    for x in range(0, 600, 12):
        stripes.paste((0, 0, 0), (x, 0, x + 6, 600))
    stripes.save(tmp_path / "stripes.png")
    photo = Photograph(read_image(tmp_path / "stripes.png"), Box(0.5, 0.5, 0, 0), "Stripes")
    panel = {"width": 1, "height": 0.5, "opacity": 0.5, "blur": 0.03}
    pixels = Pixels.open(BytesIO(render_jpeg(drawn(brand, photo, {"panel": panel}))[0])).convert("L")
    bare, behind = (pixels.crop((100, y, 500, y + 1)).getextrema() for y in (100, 580))
    assert bare[1] - bare[0] > 200
    assert behind[1] - behind[0] < 12


def test_a_faint_panel_gives_way_to_the_next(brand: Brand, tmp_path: Path) -> None:
    ways = ({"panel": {"opacity": 0.1}}, {"panel": {"opacity": 0.9}})
    frame = drawn(brand, replace(blue(tmp_path), alt=""), *ways)
    assert max(each.opacity for each in frame.items if isinstance(each, Drawn)) == 0.9
    assert render_jpeg(frame)[1] == ()


@pytest.mark.parametrize(
    ("use", "told"),
    [
        ({"side": "top", **mask()}, "cannot have `mask` and `side`"),
        ({**mask(), "panel": {}}, "has a `panel`"),
        ({**mask(), "scrim": {"at": "top"}}, "has a `scrim`"),
        (mask(form="art/motif.svg", ratio=2), "has a `ratio`"),
        ({"panel": {"blur": 0.1}}, "has a `blur`"),
        ({"copies": {}}, "has `copies`"),
        ({"side": "top", "copies": {}, "scrim": {}}, "has `copies`"),
    ],
)
def test_what_would_change_nothing_is_a_fault(use: dict[str, Any], told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        Design.model_validate({"background": {"fill": CREAM, "photo": use}, "body": {"logo": "main"}})


def test_forms_and_their_colours_are_known_by_name(brand: Brand) -> None:
    before = {"form": "art/nowhere.svg", "color": "corall"}
    ways = [mask(form="circel", border={"color": "tael"}), {"cut_out": {"before": before}}, {"tone": "gray"}]
    design = Design.model_validate({"background": {"fill": CREAM, "photo": ways}, "body": {"logo": "main"}})
    known = BrandNames(brand.palette, brand.roles, brand.art, brand.logos, {})
    found = [(loc[2:], kind, name) for loc, kind, name, _ in unknown_names(design, known)]
    assert found == [
        ((0, "mask", "form"), "art", "circel"),
        ((0, "mask", "border", "color"), "colour or role", "tael"),
        ((1, "cut_out", "before", "form"), "art", "art/nowhere.svg"),
        ((1, "cut_out", "before", "color"), "colour or role", "corall"),
        ((2, "tone"), "colour or role", "gray"),
    ]


def test_all_is_drawn_that_is_behind_a_clear_photograph(brand: Brand, tmp_path: Path) -> None:
    frame = drawn(brand, blue(tmp_path, clear=True), {})
    assert isinstance(frame.items[0], Fill)
    pixels = Pixels.open(BytesIO(render_jpeg(frame)[0])).convert("RGB")
    found = pixels.getpixel((590, 590))
    assert isinstance(found, tuple)
    assert max(abs(a - b) for a, b in zip(found, brand.color(CREAM).rgb, strict=True)) < 12


def test_a_photograph_is_shown_as_often_as_a_whole_has_parts(brand: Brand, tmp_path: Path) -> None:
    way = {"side": "top", "share": 0.5, "copies": {"gap": 0.02}}
    photo = blue(tmp_path, focus=Box(0.7, 0.4, 0.1, 0.1))
    background = {"fill": CREAM, "photo": way}
    design = {"text_color": "plum", "background": background, "body": {"text": {"from": "value"}}}
    found = {}
    for value, of in (("2", "5"), ("30", "100"), ("31", "100"), ("", ""), ("5", "5")):
        words = {"value": "So many", "part": value, "of": of}
        frame = solve(Design.model_validate(design), words, SQUARE, brand, "en", False, photo).frame
        found[value, of] = [each for each in frame.items if isinstance(each, Picture)]
    shown, width = found["2", "5"], (600 - 4 * 12) / 5
    assert [each.box for each in shown] == [Box(x * (width + 12), 0, width, 300) for x in range(5)]
    assert all(lost(each, photo.focus, Box(0, 0, 600, 600)) == 0 for each in shown)
    assert [each.tone for each in shown[:2]] == [(), ()]
    shade, pale = shown[2].tone
    assert contrast(shade, brand.color(CREAM)) < contrast(pale, brand.color(CREAM)) < 1.8
    assert shown[4].tone == (shade, pale)
    assert [each.alt for each in shown] == [photo.alt, "", "", "", ""]
    assert [bool(each.tone) for each in found["30", "100"]] == [False] * 3 + [True] * 7
    assert [len(found[key]) for key in (("31", "100"), ("", ""), ("5", "5"))] == [1, 1, 1]


@pytest.mark.parametrize(
    ("wide", "high", "count", "across"),
    [(600, 200, 10, 5), (600, 200, 3, 3), (200, 600, 5, 1), (600, 600, 9, 3)],
)
def test_copies_stand_in_rows_as_square_as_can_be(wide: float, high: float, count: int, across: int) -> None:
    boxes, *_ = grids_of(Box(0, 0, wide, high), count, 6, rtl=False)
    assert len(boxes) == count
    assert len([box for box in boxes if box.y == 0]) == across
    assert (boxes[-1].right, boxes[-1].bottom) == (pytest.approx(wide), pytest.approx(high))
    mirrored, *_ = grids_of(Box(0, 0, wide, high), count, 6, rtl=True)
    assert [wide - box.right for box in mirrored] == pytest.approx([box.x for box in boxes])


def test_copies_stand_otherwise_where_that_cuts_less_of_what_matters(brand: Brand, tmp_path: Path) -> None:
    background = {"fill": CREAM, "photo": {"side": "left", "share": 0.5, "copies": {"gap": 0}}}
    given = {"text_color": "plum", "background": background, "body": {"spacer": 0.1}}
    words = {"value": "3 of 4", "part": "3", "of": "4"}
    across = {}
    for focus in (Box(0.4, 0.4, 0.2, 0.2), Box(0.0, 0.4, 1.0, 0.2)):
        photo = blue(tmp_path, focus=focus)
        frame = solve(Design.model_validate(given), words, SQUARE, brand, "en", False, photo).frame
        across[focus.w] = {each.box.w for each in frame.items if isinstance(each, Picture)}
    assert across == {0.2: {150}, 1.0: {300}}


def test_what_copies_cut_of_what_matters_is_told(brand: Brand, tmp_path: Path) -> None:
    photo = blue(tmp_path, focus=Box(0, 0, 1, 1))
    background = {"fill": CREAM, "photo": {"side": "top", "share": 1.0, "copies": {}}}
    given = {"text_color": "plum", "background": background, "body": {"spacer": 0.1}}
    design = Design.model_validate(given)
    remarks = {}
    for part in ("2", ""):
        words = {"value": "So many", "part": part, "of": "5"}
        solved = solve(design, words, SQUARE, brand, "en", False, photo)
        remarks[part] = [each.message for each in solved.notes]
    assert not [each for each in remarks[""] if "cut off" in each]
    assert [each for each in remarks["2"] if "cut off" in each]


def test_copies_that_are_lit_are_lighter_than_the_others_where_the_photograph_is_dark(
    brand: Brand, tmp_path: Path
) -> None:
    """In the dark of one colour a picture is as its ground: what is lit would not be seen."""
    background = {"fill": "plum", "photo": {"side": "top", "copies": {}, "tone": ["plum", "cream"]}}
    given = {"text_color": "cream", "background": background, "body": {"text": {"from": "value"}}}
    words = {"value": "3 in 10", "part": "3", "of": "10"}
    frame = solve(Design.model_validate(given), words, SQUARE, brand, "en", False, blue(tmp_path)).frame
    lit, *_, dim = [each for each in frame.items if isinstance(each, Picture)]
    assert lit.tone[0].luminance > dim.tone[-1].luminance


def test_all_of_a_cut_out_stands_at_a_side_or_on_a_panel(brand: Brand, tmp_path: Path) -> None:
    photo = blue(tmp_path, clear=True)
    for way, box in (
        ({"side": "right", "share": 0.4}, Box(360, 360, 240, 240)),
        ({"side": "top", "share": 0.4}, Box(180, 0, 240, 240)),
        ({"panel": {"width": 1, "height": 0.5}}, Box(150, 0, 300, 300)),
    ):
        shown = picture(drawn(brand, photo, way))
        assert shown.crop == Box(300, 300, 300, 300)
        assert all(abs(getattr(shown.box, side) - getattr(box, side)) < 0.01 for side in "xywh")
