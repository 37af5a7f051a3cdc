"""Flat art of more shades than a palette holds: a PNG that is half as large and looks the same."""

from io import BytesIO

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image as Pixels

from builder.color import Color
from builder.content.frame import Fill, Frame, Gradient, Item
from builder.content.frame import Path as Curve
from builder.geometry.arcs import disc
from builder.geometry.box import Box
from builder.record import replace
from builder.render.pixels import png
from builder.render.pixels.clear import cut_out
from builder.render.pixels.contrast import Contrast
from builder.render.pixels.fewer import palette_of
from builder.render.pixels.paint import paint
from builder.render.pixels.png import render_png
from builder.render.pixels.truecolor import Truecolor

SIDE = 1000
COLORS = [Color(37 * n % 256, 91 * n % 256, 53 * n % 256) for n in range(24)]


def discs(count: int) -> list[Item]:
    """Discs that lap over each other, a shade below each."""
    items: list[Item] = [Fill(Box(0, 0, SIDE, SIDE), COLORS[1])]
    for number in range(count):
        x, y = 100 + 161 * number % 800, 100 + 297 * number % 800
        items.append(Curve(disc((x + 5, y + 9), 90), Color(0, 0, 0), opacity=0.2))
        items.append(Curve(disc((x, y), 90), COLORS[number % len(COLORS)]))
    return items


def frame(items: list[Item]) -> Frame:
    return Frame(SIDE, SIDE, "px", tuple(items), "en")


def test_flat_art_of_many_colours_has_a_palette_and_looks_the_same() -> None:
    drawn = frame(discs(16))
    canvas = paint(drawn, Contrast())
    assert isinstance(canvas, Truecolor)
    shades, counts = np.unique(canvas.pixels, return_counts=True)
    assert len(shades) > 256
    shown = Pixels.open(BytesIO(render_png(drawn)[0]))
    assert shown.mode == "P"
    before, after = (np.asarray(each.convert("RGB")).astype(int) for each in (canvas.image(), shown))
    off = np.abs(before - after).max(axis=2)
    assert off.max() <= 24
    assert (off > 8).mean() < 0.001
    for shade in shades[np.argsort(-counts)][:17]:  # grounds and discs
        assert not off[canvas.pixels == shade].any()


def test_the_same_pixels_have_the_same_palette() -> None:
    canvas = paint(frame(discs(16)), Contrast())
    assert isinstance(canvas, Truecolor)
    one, other = palette_of(canvas.pixels), palette_of(canvas.pixels.copy())
    assert one
    assert other
    assert one.rows.tobytes() == other.rows.tobytes()
    assert one.colors.tobytes() == other.colors.tobytes()


def test_art_of_which_too_many_pixels_would_be_off_keeps_all_its_shades() -> None:
    canvas = paint(frame(discs(24)), Contrast())
    assert isinstance(canvas, Truecolor)
    assert palette_of(canvas.pixels) is None


def test_a_gradient_keeps_all_its_shades() -> None:
    blend = Gradient(((0, Color(255, 120, 0)), (0.5, Color(0, 200, 90)), (1, Color(90, 0, 255))), 30)
    shown = Pixels.open(BytesIO(render_png(frame([Fill(Box(0, 0, SIDE, SIDE), blend)]))[0]))
    assert shown.mode == "RGB"


def test_no_palette_is_looked_for_where_colours_flow(monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes as long as drawing the card."""
    monkeypatch.setattr(png, "palette_of", lambda _: pytest.fail("a palette was looked for"))
    blend = Gradient(((0, Color(255, 120, 0)), (1, Color(90, 0, 255))), 30)
    render_png(frame([Fill(Box(0, 0, SIDE, SIDE), blend)]))


def test_noise_keeps_all_its_shades() -> None:
    pixels = np.random.default_rng(1).integers(0, 1 << 24, (SIDE, SIDE), np.uint32)
    assert palette_of(pixels) is None


def test_a_colour_that_goes_on_into_the_next_row_is_one_colour() -> None:
    numbers = np.array([[1, 2, 2], [2, 2, 3], [3, 1, 1], [1, 1, 2]], np.uint32) * 0x010305
    palette = palette_of(numbers | np.uint32(0xFF000000))
    assert palette
    assert not palette.rows[:, 0].any()
    shown = palette.colors[palette.rows[:, 1:]].astype(np.uint32)
    assert (shown[..., 0] | shown[..., 1] << 8 | shown[..., 2] << 16).tolist() == numbers.tolist()


def test_pixels_that_let_something_through_have_a_palette_and_look_the_same_on_any_ground() -> None:
    clear = Fill(Box(0, 0, 400, 400), Color(0, 0, 0), clear=True)
    drawn = replace(frame([clear, *discs(16)[1:]]), width=400, height=400)
    before, shown = cut_out(drawn), Pixels.open(BytesIO(render_png(drawn)[0]))
    assert len(np.unique(before.view("<u4"))) > 256
    assert (shown.mode, shown.has_transparency_data) == ("P", True)
    both = before, np.asarray(shown.convert("RGBA"))
    on = [np.stack([_on(pixels, grey) for grey in (0, 128, 255)]) for pixels in both]
    off = np.abs(on[0] - on[1]).max(axis=(0, 3))
    assert off.max() <= 24
    assert (off > 8).mean() < 0.001


def _on(pixels: NDArray[np.uint8], grey: int) -> NDArray[np.float64]:
    """What is seen of pixels on a grey."""
    share = pixels[..., 3:] / 255
    return pixels[..., :3] * share + grey * (1 - share)
