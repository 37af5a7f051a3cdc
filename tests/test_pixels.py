"""Small frames painted, pixel by pixel: what is wrong is named by its place and its colour."""

import hashlib
from io import BytesIO
from pathlib import Path as File

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image as Pixels
from PIL import ImageChops
from sample_story import look

from builder.color import Color
from builder.content.frame import Fill, Frame, Glyphs, Gradient, Item, Line, Path, Picture, Run, Text
from builder.geometry.box import Box, Command
from builder.geometry.curves import rounded
from builder.imagefiles import read_image
from builder.record import replace
from builder.render.pixels import coverage, indexed, jpeg
from builder.render.pixels import paint as work
from builder.render.pixels.contrast import Contrast
from builder.render.pixels.indexed import Indexed
from builder.render.pixels.jpeg import render_jpeg
from builder.render.pixels.paint import paint, paint_exactly
from builder.render.pixels.png import encode_png, render_png
from builder.render.pixels.truecolor import Truecolor
from builder.render.profile import srgb_profile
from builder.text.shaping import shape
from builder.text.typeface import typeface

WHITE, BLACK, RED, GREEN = Color(255, 255, 255), Color(0, 0, 0), Color(200, 0, 0), Color(0, 100, 0)
FONT = look().text.faces.regular.of("Latn")[0]


def frame(*items: Item, size: tuple[int, int] = (8, 8), ground: Color = WHITE) -> Frame:
    return Frame(*size, "px", (Fill(Box(0, 0, *size), ground), *items), "en-GB")


def square(x: float, y: float, side: float, clockwise: bool = True) -> tuple[Command, ...]:
    corners = [(x + side, y), (x + side, y + side), (x, y + side)]
    return (("M", x, y), *(("L", *at) for at in (corners if clockwise else corners[::-1])), ("Z",))


def shades(picture: Frame) -> list[list[int]]:
    """How dark each pixel is, 0 for white to 8 for black; a palette has nearly the same."""
    exact, few = (
        np.asarray(made.image().convert("L")).astype(int) for made in (paint_exactly(picture), paint(picture))
    )
    assert np.abs(exact - few).max() <= 3
    rows: list[list[int]] = np.rint((255 - exact) / 255 * 8).astype(int).tolist()
    return rows


def drawn(*items: Item, size: tuple[int, int] = (8, 8)) -> list[str]:
    return [
        "".join(str(shade) if shade else "." for shade in row) for row in shades(frame(*items, size=size))
    ]


def color(picture: Frame, x: int, y: int) -> tuple[int, ...]:
    found = paint(picture).image().getpixel((x, y))
    assert isinstance(found, tuple)
    return found


def text(words: str, size: float, x: float, baseline: float, ink: Color = BLACK) -> Text:
    shaped = shape(words, FONT)
    run = Run(FONT, x, shaped.width * size, glyphs=shaped.glyphs)
    box = Box(x, baseline - size, shaped.width * size, size)
    return Text(words, (Line((run,), baseline),), size, ink, "en-GB", box=box)


def test_a_square_between_pixels_covers_half_of_those_at_its_sides() -> None:
    assert drawn(Path(square(1.5, 2, 3), BLACK), size=(6, 6)) == [
        "......",
        "......",
        ".4884.",
        ".4884.",
        ".4884.",
        "......",
    ]


def test_a_rectangle_lies_on_whole_pixels_and_is_never_lost() -> None:
    rule = Fill(Box(1.4, 2.6, 3.2, 0.2), BLACK)
    assert drawn(rule, size=(6, 5)) == ["......", "......", "......", ".8888.", "......"]
    assert drawn(Fill(Box(2.6, 1.4, 0.2, 3.2), BLACK), size=(5, 3)) == [".....", "...8.", "...8."]


def test_a_loop_that_runs_against_the_one_around_it_cuts_a_hole() -> None:
    ring = (*square(1, 1, 5), *square(3, 3, 1, clockwise=False))
    assert drawn(Path(ring, BLACK), size=(7, 7)) == [
        ".......",
        ".88888.",
        ".88888.",
        ".88.88.",
        ".88888.",
        ".88888.",
        ".......",
    ]


def test_loops_that_run_alike_are_filled_where_they_cross() -> None:
    both = (*square(1, 1, 3), *square(2, 2, 3))
    assert drawn(Path(both, BLACK), size=(6, 6)) == [
        "......",
        ".888..",
        ".8888.",
        ".8888.",
        "..888.",
        "......",
    ]


def test_a_loop_against_another_clears_only_what_both_cover() -> None:
    both = (*square(1, 1, 3), *square(2, 2, 3, clockwise=False))
    assert drawn(Path(both, BLACK), size=(6, 6)) == [
        "......",
        ".888..",
        ".8..8.",
        ".8..8.",
        "..888.",
        "......",
    ]


def test_a_star_drawn_in_one_line_is_filled_to_its_middle() -> None:
    star = (("M", 20, 2), ("L", 31, 36), ("L", 2, 15), ("L", 38, 15), ("L", 9, 36), ("Z",))
    assert shades(frame(Path(star, BLACK), size=(40, 40)))[22][20] == 8


def test_a_step_after_the_end_of_a_loop_goes_on_from_its_start() -> None:
    commands = (*square(1, 1, 2), ("L", 1, 5), ("L", 5, 5), ("L", 5, 1), ("Z",))
    assert shades(frame(Path(commands, BLACK)))[3][3] == 8


def test_a_stroke_has_round_caps_and_joins() -> None:
    corner = (("M", 4, 10), ("L", 4, 4), ("L", 10, 4))
    assert drawn(Path(corner, stroke=BLACK, stroke_width=4), size=(14, 14)) == [
        "..............",
        "..............",
        "..2788888872..",
        "..7888888887..",
        "..8888888887..",
        "..8888888872..",
        "..8888........",
        "..8888........",
        "..8888........",
        "..8888........",
        "..7887........",
        "..2772........",
        "..............",
        "..............",
    ]


def test_a_closed_stroke_has_no_seam() -> None:
    assert drawn(Path(square(3, 3, 4), stroke=BLACK, stroke_width=2), size=(10, 10)) == [
        "..........",
        "..........",
        "..688886..",
        "..888888..",
        "..88..88..",
        "..88..88..",
        "..888888..",
        "..688886..",
        "..........",
        "..........",
    ]


def test_a_line_of_no_length_is_a_dot() -> None:
    dot = (("M", 4, 4), ("L", 4, 4))
    assert drawn(Path(dot, stroke=BLACK, stroke_width=4)) == drawn(Path(rounded(Box(2, 2, 4, 4), 2), BLACK))


def test_a_long_stroke_in_pieces_is_the_stroke() -> None:
    def wave(steps: int) -> Path:
        points = [(4 + 56 * step / steps, 20 + 0.25 * step / steps) for step in range(steps + 1)]
        commands = (("M", *points[0]), *(("L", *point) for point in points[1:]))
        return Path(commands, stroke=BLACK, stroke_width=5)

    one, many = (np.array(shades(frame(wave(steps), size=(64, 40)))) for steps in (1, 2_500))
    assert np.abs(one - many).max() <= 1
    assert many[20, 30] == 8


def test_a_stroke_of_more_points_than_freetype_counts_is_drawn() -> None:
    count = 12_000
    teeth = [(4 + 56 * step / count, 20 + step % 2) for step in range(count + 1)]
    commands = (("M", *teeth[0]), *(("L", *point) for point in teeth[1:]))
    rows = shades(frame(Path(commands, stroke=BLACK, stroke_width=4), size=(64, 40)))
    assert [row[4:60] for row in rows[18:23]] == [[8] * 56] * 5
    assert not any(rows[17] + rows[23])


def test_opacity_lets_what_lies_behind_through() -> None:
    veil = Path(square(0, 0, 8), BLACK, opacity=0.5)
    assert color(frame(veil, ground=Color(200, 100, 50)), 4, 4) == (100, 50, 25)
    assert color(frame(replace(veil, opacity=0.0), ground=Color(200, 100, 50)), 4, 4) == (200, 100, 50)
    stroke = Path((("M", 0, 4), ("L", 8, 4)), stroke=BLACK, stroke_width=4, opacity=0.25)
    assert color(frame(stroke), 4, 4) == (191, 191, 191)


@pytest.mark.parametrize(("x", "y"), [(-2, -2), (6, -2), (-2, 6), (6, 6)])
def test_what_hangs_over_the_edge_is_cut_there(x: int, y: int) -> None:
    rows = shades(frame(Path(square(x, y, 4), BLACK), Fill(Box(x, y, 4, 4), BLACK)))
    dark = {(column, row) for row in range(8) for column in range(8) if rows[row][column]}
    assert dark == {(a, b) for a in range(x, x + 4) for b in range(y, y + 4) if 0 <= a < 8 and 0 <= b < 8}


def test_what_lies_outside_is_not_seen() -> None:
    away = [Path(square(9, 1, 4), BLACK), Fill(Box(-9, 0, 4, 4), BLACK), text("A", 10, 20, 5)]
    assert drawn(*away) == ["........"] * 8


def test_a_curve_far_larger_than_the_canvas_fills_it() -> None:
    assert drawn(Path(square(-3e6, 4, 6e6), BLACK), size=(4, 6)) == ["...."] * 4 + ["8888"] * 2


def test_a_curve_of_more_points_than_freetype_counts_is_filled() -> None:
    count = 40_000
    teeth = [(x * 60 / count, 10 if x % 2 else 10.5) for x in range(count + 1)]
    commands = (("M", 0, 20), *(("L", *at) for at in teeth), ("L", 60, 20), ("Z",))
    rows = shades(frame(Path(commands, BLACK), size=(60, 24)))
    assert [rows[y][30] for y in (9, 11, 19, 20)] == [0, 8, 8, 0]
    assert all(rows[15])


def test_a_slope_that_leaves_a_row_of_pixels_after_a_thousand_is_drawn_to_its_end() -> None:
    slope = Path((("M", 0, 1), ("L", 3000, 2), ("L", 3000, 3), ("L", 0, 3), ("Z",)), BLACK)
    rows = shades(frame(slope, size=(3000, 4)))
    assert [rows[1][x] for x in (0, 750, 1499, 1500, 2250, 2999)] == [8, 6, 4, 4, 2, 0]
    assert set(rows[0]) == set(rows[3]) == {0}
    assert set(rows[2]) == {8}


def test_a_gradient_runs_along_its_angle() -> None:
    ground = Gradient(((0.0, BLACK), (1.0, WHITE)), 0)
    across = paint(Frame(4, 2, "px", (Fill(Box(0, 0, 4, 2), ground),), "en")).image()
    assert [across.getpixel((x, 1))[0] for x in range(4)] == [32, 96, 159, 223]
    down = replace(ground, angle=90.0)
    column = paint(Frame(2, 4, "px", (Fill(Box(0, 0, 2, 4), down),), "en")).image()
    assert [column.getpixel((0, y))[0] for y in range(4)] == [32, 96, 159, 223]


def test_a_gradient_reaches_its_stops_and_stays_there() -> None:
    stops = ((0.25, RED), (0.5, WHITE), (0.75, GREEN))
    pixels = paint(Frame(100, 1, "px", (Fill(Box(0, 0, 100, 1), Gradient(stops, 0)),), "en")).image()
    assert [pixels.getpixel((x, 0)) for x in (0, 24, 99)] == [RED.rgb, RED.rgb, GREEN.rgb]
    assert min(pixels.getpixel((50, 0))) > 245


def test_a_slanted_gradient_is_dark_in_one_corner_and_light_in_the_other() -> None:
    pixels = paint(
        frame(Fill(Box(0, 0, 64, 64), Gradient(((0, BLACK), (1, WHITE)), 45)), size=(64, 64))
    ).image()
    corners = [pixels.getpixel(at)[0] for at in ((0, 0), (63, 0), (0, 63), (63, 63))]
    assert corners[0] < 5
    assert corners[3] > 250
    assert corners[1] == corners[2] == pytest.approx(128, abs=2)


def test_a_gradient_in_a_path_reaches_over_all_of_the_path_though_the_canvas_ends_sooner() -> None:
    path = Path(square(-8, 0, 16), Gradient(((0, BLACK), (1, WHITE)), 0))
    pixels = paint(frame(path)).image()
    assert [pixels.getpixel((x, 4))[0] for x in (0, 7)] == [135, 247]


def test_a_glyph_stands_on_its_baseline_from_its_origin() -> None:
    em, size = typeface(FONT).em, 40
    extents = typeface(FONT).shaper.get_glyph_extents(typeface(FONT).shaper.get_nominal_glyph(ord("H")))
    rows = shades(frame(text("H", size, 10, 50), size=(60, 60)))
    dark = [(x, y) for y, row in enumerate(rows) for x, shade in enumerate(row) if shade > 4]
    left, top = min(x for x, _ in dark), min(y for _, y in dark)
    right, bottom = max(x for x, _ in dark) + 1, max(y for _, y in dark) + 1
    assert bottom == 50
    assert top == pytest.approx(50 - extents.y_bearing * size / em, abs=0.6)
    assert left == pytest.approx(10 + extents.x_bearing * size / em, abs=0.6)
    assert right == pytest.approx(10 + (extents.x_bearing + extents.width) * size / em, abs=0.6)


def test_glyphs_are_drawn_by_their_numbers_where_they_were_put() -> None:
    """What a run reads as is not asked: here its glyphs are those of other letters."""
    em = typeface(FONT).em
    letter = {char: typeface(FONT).shaper.get_nominal_glyph(ord(char)) for char in "HI"}
    moved = Glyphs((((letter["H"], 0, 0), (letter["I"], em, em // 2)),), ("x",), (0.5,), (2.0,))
    one = Text("x", (Line((Run(FONT, 0, 80, glyphs=moved),), 60),), 40, BLACK, "en-GB")
    alone = [text("H", 40, 20, 60), text("I", 40, 60, 40)]
    assert drawn(one, size=(100, 70)) == drawn(*alone, size=(100, 70))


def test_letters_that_lie_on_one_another_darken_once() -> None:
    once, twice = text("O", 30, 4, 30), text("O", 30, 4, 30)
    (line,) = twice.lines
    assert drawn(replace(twice, lines=(line, line)), size=(40, 40)) == drawn(once, size=(40, 40))


def near(found: object) -> str:
    """The name of a colour that a resized photograph shows."""
    assert isinstance(found, tuple)
    named = {"red": (250, 0, 0), "blue": (0, 0, 250), "white": (255, 255, 255)}
    return min(named, key=lambda name: sum(abs(a - b) for a, b in zip(found, named[name], strict=True)))


def test_a_photograph_fills_its_box_and_no_more(tmp_path: File) -> None:
    pixels = Pixels.new("RGB", (20, 10), (0, 0, 250))
    pixels.paste((250, 0, 0), (10, 0, 20, 10))
    pixels.save(tmp_path / "a.png")
    picture = Picture(read_image(tmp_path / "a.png"), Box(-2, 2, 8, 4), Box(0, 0, 20, 10))
    found = paint(frame(picture)).image()
    across, down = [found.getpixel((x, 3)) for x in (0, 5, 6)], [found.getpixel((0, y)) for y in (1, 2, 5, 6)]
    assert [near(one) for one in across] == ["blue", "red", "white"]
    assert [near(one) for one in down] == ["white", "blue", "blue", "white"]


def test_a_crop_is_taken_where_it_lies(tmp_path: File) -> None:
    pixels = Pixels.new("RGB", (40, 40), (0, 0, 250))
    pixels.paste((250, 0, 0), (20, 0, 40, 10))  # the right of the top
    pixels.save(tmp_path / "a.png")
    image = read_image(tmp_path / "a.png")

    def shown(crop: Box) -> list[str]:
        picture = frame(Picture(image, Box(0, 0, 8, 4), crop))
        return [near(color(picture, x, 2)) for x in (1, 6)]

    assert shown(Box(20, 0, 20, 10)) == ["red", "red"]
    assert shown(Box(10, 0, 20, 10)) == ["blue", "red"]
    assert shown(Box(20, 10, 20, 10)) == ["blue", "blue"]


def busy(count: int = 12, size: int = 200) -> Frame:
    """Rings, words and see-through shapes in many colours."""
    items: list[Item] = []
    for number in range(count):
        ink = Color(number * 53 % 256, number * 97 % 256, number * 151 % 256)
        items.append(Path(rounded(Box(number * 11 % 150, number * 29 % 150, 45, 45), 20), ink))
        items.append(Path(rounded(Box(number * 31 % 150, number * 7 % 150, 30, 20), 4), ink, opacity=0.6))
        items.append(text("Tea & quiet", 14, number * 17 % 120, 20 + number * 14, ink))
    return frame(*items, size=(size, size))


def test_flat_art_takes_a_palette_and_photographs_and_gradients_take_all_colours() -> None:
    assert isinstance(paint(frame(text("A", 8, 0, 8))), Indexed)
    blend = Fill(Box(0, 0, 8, 8), Gradient(((0, RED), (1, GREEN))))
    assert isinstance(paint(frame(blend)), Truecolor)


def test_a_palette_is_never_off_by_more_than_is_seen_and_keeps_the_colours_of_the_brand() -> None:
    picture = busy(2)
    canvas = paint(picture)
    assert isinstance(canvas, Indexed)
    exact = np.asarray(paint_exactly(picture).image()).astype(int)
    assert np.abs(np.asarray(canvas.image()).astype(int) - exact).max() <= 3
    kept = {tuple(rgb) for rgb in canvas.palette[: canvas.count].tolist()}
    assert {item.color.rgb for item in picture.items if isinstance(item, Text)} <= kept


def test_more_colours_than_a_palette_holds_are_all_kept() -> None:
    picture = busy(40)
    canvas = paint(picture)
    assert isinstance(canvas, Truecolor)
    exact = np.asarray(paint_exactly(picture).image()).astype(int)
    assert np.abs(np.asarray(canvas.image()).astype(int) - exact).max() <= 3


def test_inks_past_the_last_place_do_not_stop_the_drawing() -> None:
    dots = [Fill(Box(n % 20, n // 20, 1, 1), Color(n % 256, n // 256, 7)) for n in range(400)]
    found = paint(frame(*dots, size=(20, 20))).image()
    assert found.getpixel((19, 19)) == (399 - 256, 1, 7)
    assert len(found.getcolors(500) or ()) == 400


@pytest.mark.parametrize("picture", [busy(2), busy(40)], ids=["palette", "all colours"])
def test_a_png_reads_back_as_it_was_painted(picture: Frame) -> None:
    canvas = paint(picture)
    with Pixels.open(BytesIO(encode_png(canvas))) as whole:
        whole.verify()
    with Pixels.open(BytesIO(encode_png(canvas))) as read:
        assert read.mode == ("P" if isinstance(canvas, Indexed) else "RGB")
        assert read.info["icc_profile"] == srgb_profile()
        assert not read.has_transparency_data
        assert read.convert("RGB").tobytes() == canvas.image().tobytes()


def test_a_jpeg_is_made_of_every_shade() -> None:
    data, _ = render_jpeg(busy(3))
    with Pixels.open(BytesIO(data)) as read:
        near = np.asarray(read.convert("RGB")).astype(int) - np.asarray(paint_exactly(busy(3)).image())
    assert np.abs(near).mean() < 4


def test_a_jpeg_is_the_best_that_its_budget_holds() -> None:
    """As if all qualities were tried from the best on; what holds none is the smallest."""
    pixels = paint_exactly(busy(30)).image()
    sizes = [len(jpeg._encoded(pixels, *quality)) for quality in jpeg._QUALITIES]
    assert sizes == sorted(sizes, reverse=True)
    budgets = [*(size + more for size in sizes for more in (-1, 0, 1)), 1, 10**9]
    wanted = [next((size for size in sizes if size <= budget), sizes[-1]) for budget in budgets]
    assert [len(render_jpeg(busy(30), str(budget))[0]) for budget in budgets] == wanted
    assert len(render_jpeg(busy(30))[0]) == sizes[0]


def test_the_order_of_work_leaves_no_trace() -> None:
    """The cards have their ground in common, which is kept from one to the next."""
    order = (2, 40, 1, 3)
    work._ground.cache_clear()
    forth = {count: render_png(busy(count))[0] for count in order}
    back = {count: render_png(busy(count))[0] for count in reversed(order)}
    work._ground.cache_clear()
    coverage.filled.cache_clear()
    assert forth == back == {count: render_png(busy(count))[0] for count in reversed(order)}


def test_words_on_a_plain_ground_are_set_and_measured_without_a_look_at_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: list[tuple[int, ...]] = []
    alike = indexed._alike

    def look_at(part: NDArray[np.uint8]) -> bool:
        looked.append(part.shape)
        return alike(part)

    monkeypatch.setattr(indexed, "_alike", look_at)
    panel, words = Fill(Box(100, 0, 100, 60), BLACK), text("Ag", 40, 120, 45, WHITE)
    picture = frame(panel, words, replace(words, color=RED), size=(200, 60))
    seen = paint(picture, Contrast()).image().tobytes()
    assert len(looked) == 2  # for the words that lie on others: behind their box, and below their ink
    monkeypatch.setattr(Indexed, "_only", lambda *_: None)
    assert paint(picture).image().tobytes() == seen


def test_a_kept_ground_is_copied_once_for_each_card(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Indexed] = []
    copy = Indexed.copy

    def copied(canvas: Indexed) -> Indexed:
        made.append(canvas)
        return copy(canvas)

    monkeypatch.setattr(Indexed, "copy", copied)
    work._ground.cache_clear()
    for word in ("one", "two"):
        paint(frame(Path(square(2, 2, 5), RED, opacity=0.5), text(word, 9, 2, 9), size=(30, 12)))
    assert len(made) == 2
    assert made[0] is made[1]
    assert not made[0]._mixes  # what it was mixed with is not kept with it


def test_another_process_and_another_hash_seed_give_the_same_bytes(elsewhere: list[dict[str, str]]) -> None:
    made = hashlib.sha256(render_png(busy(2))[0]).hexdigest()
    assert [each["card"] for each in elsewhere] == [made, made]


def test_words_of_several_colours_are_painted_and_seen_in_each() -> None:
    red, pale = Color(200, 0, 0), Color(200, 200, 200)
    first, second = text("II", 40, 10, 60), text("II", 40, 60, 60)
    (plain,), (run,) = first.lines[0].runs, second.lines[0].runs
    box = Box(10, 20, 90, 40)
    both = replace(first, lines=(Line((plain, replace(run, color=red)), 60),), box=box)
    picture = frame(both, size=(120, 80))
    alone = [paint(frame(one, size=(120, 80))).image() for one in (first, replace(second, color=red))]
    assert ImageChops.darker(*alone).tobytes() == paint(picture).image().tobytes()
    watch = Contrast()
    paint(frame(replace(both, lines=(Line((plain, replace(run, color=pale)), 60),)), size=(120, 80)), watch)
    assert [problem.message[:36] for problem in watch.problems] == ["the contrast of `II`, in #C8C8C8, wi"]


def contrasts(*items: Item, ink: Color = WHITE, ground: Color = BLACK, size: float = 20) -> list[str]:
    """What is told of white words whose room is the whole canvas of 100 × 100."""
    words = replace(text("Tea", size, 10, 60, ink), box=Box(0, 0, 100, 100))
    return [
        problem.severity for problem in render_png(frame(*items, words, size=(100, 100), ground=ground))[1]
    ]


@pytest.mark.parametrize("rows", [1, 25, 29, 80])
def test_a_colour_behind_a_text_counts_however_little_of_the_ground_it_is(rows: int) -> None:
    assert contrasts(Fill(Box(0, 100 - rows, 100, rows), Color(230, 230, 230))) == ["error"]
    assert contrasts(Fill(Box(0, 100 - rows, 100, rows), Color(60, 60, 60))) == []


def test_single_pixels_of_an_edge_do_not_count() -> None:
    speck = Fill(Box(0, 0, 30, 1), WHITE)  # 30 of 10,000
    assert contrasts(speck) == []
    assert contrasts(replace(speck, box=Box(0, 0, 50, 1))) == ["error"]


def test_many_shades_that_are_rare_each_count_together() -> None:
    size = 600
    tints = [Color(*(255 if part == n % 3 else 150 + 10 * n for part in range(3))) for n in range(7)]
    blend = Gradient(tuple((place / 6, tint) for place, tint in enumerate(tints)), 33)
    words = replace(text("Tea", 20, 10, 60, WHITE), box=Box(0, 0, size, size))
    pale = frame(Fill(Box(0, 0, size, size), blend), words, size=(size, size))
    assert max(count for count, _ in paint(pale).image().getcolors(size * size) or ()) < size * size * 0.004
    assert [problem.severity for problem in render_png(pale)[1]] == ["error"]
    specks = Fill(Box(0, 0, size, 2), BLACK)  # a share of 0.0033
    assert render_png(replace(pale, items=(pale.items[1], specks, replace(words, color=BLACK))))[1] == ()


def test_large_words_need_less_contrast() -> None:
    grey = Color(140, 140, 140)  # 3.4:1 on white
    words = replace(text("Tea", 20, 10, 60, grey), box=Box(0, 0, 100, 100))
    assert [p.severity for p in render_png(frame(words, size=(100, 100)))[1]] == ["error"]
    assert render_png(frame(replace(words, large=True), size=(100, 100)))[1] == ()
    light = replace(words, large=True, color=Color(170, 170, 170))  # 2.3:1
    (problem,) = render_png(frame(light, size=(100, 100)))[1]
    assert problem.message == (
        "the contrast of `Tea`, in #AAAAAA, with what lies behind it, #FFFFFF, is 2.3:1, not 3:1"
    )
    assert problem.hint.startswith("#929292 would reach it")


def test_only_what_lies_behind_is_seen_not_what_comes_after() -> None:
    words = replace(text("Tea", 20, 10, 60, WHITE), box=Box(0, 0, 100, 100))
    after = Fill(Box(0, 0, 100, 100), Color(250, 250, 250))
    assert render_png(frame(words, after, size=(100, 100), ground=BLACK))[1] == ()


def test_a_veil_makes_words_readable_and_is_seen_by_the_check(tmp_path: File) -> None:
    Pixels.effect_noise((200, 200), 20).convert("RGB").point(lambda v: 180 + v // 4).save(tmp_path / "a.png")
    photo = Picture(read_image(tmp_path / "a.png"), Box(0, 0, 100, 100), Box(0, 0, 200, 200))
    veil = Path(rounded(Box(0, 0, 100, 100), 0), BLACK, opacity=0.75)
    assert contrasts(photo) == ["error"]
    assert contrasts(photo, veil) == []
    assert contrasts(photo, replace(veil, opacity=0.0)) == ["error"]
