"""Logos and art made of pixels: read, told of, and drawn in every format as they are."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import numpy as np
import pytest
from pikepdf import Pdf, Stream
from PIL import Image as Pixels
from PIL import ImageCms, ImageDraw
from sample_deck import sample_deck

from builder.brand.identity import Art, Brand
from builder.brand.ink import ink_of
from builder.brand.lockups import Lockup, Logo
from builder.brand.rasters import read_picture, usable
from builder.brand.read import read_brand
from builder.brand.svg.faults import WrongArt
from builder.brand.svg.pathdata import path_commands
from builder.color import Color
from builder.content.deck import Drawing
from builder.content.frame import Fill, Frame
from builder.content.frame import Path as Curve
from builder.errors import Faults
from builder.geometry.box import Box
from builder.geometry.paints import Raster
from builder.geometry.shadings import Linear, Stop
from builder.layout.art import Tint, drawn
from builder.layout.enlarged import enlarged, pixels_in
from builder.layout.sheet import one_page
from builder.record import replace
from builder.render.html.environment import environment
from builder.render.ooxml.package import unpack
from builder.render.pdf.document import render_pages
from builder.render.pixels.paint import paint_exactly
from builder.render.pptx import render_deck
from builder.render.svg import svg_file

RED, GREEN, CREAM = (204, 0, 0), (0, 136, 0), Color(255, 246, 234)
WHITE = (255, 255, 255)
NAVY = Path(__file__).parent / "brands/navy"


def pixels(mode: str = "RGBA", size: tuple[int, int] = (160, 80)) -> Pixels.Image:
    """Red to the left, green to the right; the middle third of the height is see-through."""
    image = Pixels.new("RGBA", size, (*RED, 255))
    image.paste((*GREEN, 255), (size[0] // 2, 0, *size))
    image.paste((0, 0, 0, 0), (0, size[1] // 3, size[0], size[1] * 2 // 3))
    return image.convert(mode)


def logo(folder: Path, image: Pixels.Image | None = None, name: str = "logo.png") -> Art:
    (image or pixels()).save(folder / name)
    return read_picture(folder / name, f"logos/{name}")


def on_cream(art: Art, box: Box, tint: Tint | None = None, side: float = 200) -> Frame:
    ground = Fill(Box(0, 0, side, side), CREAM)
    return Frame(side, side, "px", (ground, *drawn(art, box, tint)), "en-GB")


def seen(frame: Frame, *points: tuple[int, int]) -> list[tuple[int, ...]]:
    image = paint_exactly(frame).image()
    return [image.getpixel(point) for point in points]


@pytest.mark.parametrize("width", [40, 81.3, 160, 190])
def test_a_picture_is_drawn_with_what_shines_through_it(tmp_path: Path, width: float) -> None:
    left, high = 7.4, width / 2
    frame = on_cream(logo(tmp_path), Box(left, 10.2, width, high))
    x, y = round(left + width / 4), round(10.2 + high / 6)
    found = seen(frame, (x, y), (round(left + width * 3 / 4), y), (x, round(10.2 + high / 2)), (3, y))
    wanted = (RED, GREEN, CREAM.rgb, CREAM.rgb)
    assert np.abs(np.array(found) - np.array(wanted)).max() <= 4


def test_a_picture_in_one_colour_keeps_its_form(tmp_path: Path) -> None:
    frame = on_cream(logo(tmp_path), Box(0, 0, 160, 80), Tint(all=Color(1, 2, 3)))
    assert seen(frame, (30, 10), (130, 70), (80, 40)) == [(1, 2, 3), (1, 2, 3), CREAM.rgb]


def test_its_colours_are_weighed_by_what_they_cover(tmp_path: Path) -> None:
    image = Pixels.new("RGBA", (100, 100))
    image.paste((*RED, 255), (0, 0, 30, 100))
    image.paste((*GREEN, 255), (30, 0, 40, 100))
    (shape,) = logo(tmp_path, image).shapes
    assert isinstance(shape.fill, Raster)
    assert shape.fill.is_clear
    assert [color.rgb for color, _ in shape.fill.inks[:2]] == [RED, GREEN]
    assert shape.fill.inks[0][1] == pytest.approx(0.75, abs=0.05)


@pytest.mark.parametrize("mode", ["RGB", "L", "P", "CMYK", "LA"])
def test_every_kind_of_pixels_is_told_and_drawn(tmp_path: Path, mode: str) -> None:
    name = "logo.jpg" if mode == "CMYK" else "logo.png"
    plain = Pixels.new("RGB", (300, 300), RED).convert(mode)
    art = logo(tmp_path, plain, name)
    said = usable(art)
    assert f"`logos/{name}` is made of 300 × 300 pixels, sharp up to 25 mm wide in print and 300 px" in said
    assert ("press (CMYK)" in said) == (mode == "CMYK")
    assert "stands as a box" in said
    (found,) = seen(on_cream(art, Box(0, 0, 100, 100)), (50, 50))
    wanted = plain.convert("RGB").getpixel((5, 5))
    assert np.abs(np.array(found) - np.array(wanted)).max() <= 4


def test_sixteen_bits_and_a_profile_are_brought_to_what_is_drawn(tmp_path: Path) -> None:
    deep = Pixels.fromarray(np.full((10, 10), 0x80FF, np.uint16))
    art = logo(tmp_path, deep)
    assert "of its 16 bits a channel, 8 are drawn" in usable(art)
    assert seen(on_cream(art, Box(0, 0, 20, 20)), (10, 10)) == [(128, 128, 128)]
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Pixels.new("RGB", (10, 10), RED).save(tmp_path / "own.png", icc_profile=lab.replace(b"sRGB", b"mine"))
    (found,) = seen(on_cream(read_picture(tmp_path / "own.png", "own.png"), Box(0, 0, 20, 20)), (10, 10))
    assert np.abs(np.array(found) - np.array(RED)).max() <= 2


def test_what_is_no_still_picture_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "page.png").write_bytes(b"<html>404</html>")
    (tmp_path / "half.png").write_bytes(png_of(pixels())[:90])
    pixels().save(tmp_path / "moving.png", save_all=True, append_images=[pixels().rotate(90)])
    Pixels.new("1", (6000, 5000)).save(tmp_path / "vast.png")
    reasons = {
        "page": "page.png cannot be read as an image: it is not in the format PNG, JPEG or WEBP",
        "half": "half.png cannot be read as an image: it is damaged",
        "moving": "it is an animation",
        "vast": "vast.png has more pixels than can be read: 24 million are plenty",
    }
    for name, reason in reasons.items():
        with pytest.raises(WrongArt) as wrong:
            read_picture(tmp_path / f"{name}.png", name)
        assert [fault.message for fault in wrong.value.faults] == [reason]


def png_of(image: Pixels.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def test_a_pdf_holds_the_pixels_and_a_soft_mask(tmp_path: Path) -> None:
    frame = on_cream(logo(tmp_path, pixels(size=(1600, 800))), Box(20, 20, 96, 48))
    with Pdf.open(io.BytesIO(render_pages(one_page(frame), "Sheet"))) as pdf:
        images = [
            each for each in pdf.objects if isinstance(each, Stream) and each.get("/Subtype") == "/Image"
        ]
        sizes = sorted((int(each.Width), int(each.Height), "/SMask" in each) for each in images)
    assert sizes == [(400, 200, False), (400, 200, True)]  # no finer than print: 96 pt are 4/3 inches


def test_slides_hold_the_picture_and_an_svg_only_where_there_are_curves(tmp_path: Path) -> None:
    art = logo(tmp_path, pixels(size=(1600, 800)))
    usual = sample_deck(tmp_path)
    paths = drawn(art, Box(100, 100, 96, 48))
    curve = Drawing("Both", (*paths, *usual.layouts[1].drawings[0].paths))
    for drawing, endings in ((Drawing("Logo", paths), {"png"}), (curve, {"png", "svg"})):
        layouts = tuple(replace(layout, drawings=(drawing,)) for layout in usual.layouts)
        files = unpack(render_deck(replace(usual, layouts=layouts)))
        art_files = {name: data for name, data in files.items() if "/art-" in name}
        assert {name.rpartition(".")[2] for name in art_files} == endings
        png = next(data for name, data in art_files.items() if name.endswith("png"))
        with Pixels.open(io.BytesIO(png)) as image:
            assert image.mode == "RGBA"
            assert (image.width in (400, 401)) == (endings == {"png"})


def test_a_page_holds_the_picture_as_data_and_cuts_it(tmp_path: Path) -> None:
    frame = Frame(96, 48, "px", drawn(logo(tmp_path), Box(0, 0, 96, 48), Tint(all=Color(0, 0, 0))), "en-GB")
    svg = svg_file(frame)
    assert svg.count("<clipPath") == svg.count("<image") == svg.count('href="data:image/png;base64,') == 1
    template = environment().from_string(
        '{% from "drawing.html" import drawing %}{{ drawing(frame, {}) }}', {"frame": frame}
    )
    assert template.render().count("<image") == 1


@pytest.mark.parametrize(("side", "off"), [(96.0, 0.005), (1080.0, 0.05)])
def test_the_places_of_a_drawing_are_told_by_steps_that_do_not_drift(side: float, off: float) -> None:
    """A thousand steps, each a little less than what is told of it."""
    steps = ((index * 0.0349 * side / 40, 3 - index * 0.0007) for index in range(1, 1001))
    curve = (("M", 0.0349, 9.004), *(("L", *place) for place in steps), ("Z",), ("M", -0.3, 5.0))
    last = ("C", 0.5, -0.25, 20.0, 5.0, 20.04, -7.0)
    frame = Frame(side, side, "px", (Curve((*curve, last), Color(0, 0, 0)),), "en-GB")
    (data,) = re.findall(r' d="([^"]*)"', svg_file(frame))
    read = path_commands(data)
    assert [letter for letter, *_ in read] == [letter for letter, *_ in (*curve, last)]
    pairs = zip((*curve, last), read, strict=True)
    gaps = [abs(a - b) for (_, *ours), (_, *theirs) in pairs for a, b in zip(ours, theirs, strict=True)]
    assert max(gaps) <= off + 1e-9


@pytest.mark.parametrize(
    ("unit", "width", "told"), [("px", 160, 0), ("px", 170, 1), ("pt", 38, 0), ("pt", 60, 1)]
)
def test_what_is_drawn_larger_than_it_has_pixels_for_is_told(
    tmp_path: Path, unit: str, width: float, told: int
) -> None:
    art = logo(tmp_path)
    remarks = list(
        enlarged(drawn(art, Box(0, 0, width, width / 2)), [(("organiser",), art)], pixels_in(unit))
    )
    assert len(remarks) == told
    assert all("`logos/logo.png` is drawn larger" in remark.message for remark in remarks)


def brand_with(folder: Path, image: Pixels.Image) -> Brand:
    shutil.copytree(NAVY, folder, dirs_exist_ok=True)
    image.save(folder / "logos/pixels.png")
    image.save(folder / "art/pixels.png")
    text = (folder / "_brand.yml").read_text("utf-8")
    (folder / "_brand.yml").write_text(text.replace("logos/wide.svg", "logos/pixels.png"), "utf-8")
    return read_brand(folder, "brand")


def test_a_brand_has_pictures_as_logos_and_as_art(tmp_path: Path) -> None:
    brand = brand_with(tmp_path, pixels())
    assert brand.art["art/pixels.png"].images == brand.logos["main"].drawings[0].images != ()
    (told,) = (problem for problem in brand.problems if "pixels.png" in problem.message)
    assert (told.severity, told.place and told.place.file) == ("warning", "brand/_brand.yml")


def test_a_logo_that_is_no_picture_is_a_fault_of_its_own_file(tmp_path: Path) -> None:
    shutil.copytree(NAVY, tmp_path, dirs_exist_ok=True)
    (tmp_path / "art/pixels.png").write_bytes(b"GIF89a")
    with pytest.raises(Faults) as faults:
        read_brand(tmp_path, "brand")
    (problem,) = faults.value.problems
    assert problem.place and problem.place.file == "brand/art/pixels.png"


def test_each_drawing_of_a_page_paints_with_its_own_clips_and_shadings() -> None:
    """One that is hidden would take those of the others along."""
    fade = Linear((0, 0), (10, 0), (Stop(0, Color(204, 0, 0)), Stop(1, CREAM)))
    curve = (("M", 0.0, 0.0), ("L", 10.0, 0.0), ("L", 10.0, 10.0), ("Z",))
    frame = Frame(10, 10, "px", (Curve(curve, fade),), "en-GB")
    page = environment().from_string(
        '{% from "drawing.html" import drawing %}'
        '{{ drawing(frame, {"class": "day"}) }}{{ drawing(frame, {"class": "night"}) }}'
    )
    drawings = page.render(frame=frame).split("</svg>")[:2]
    names = [re.findall(r' id="([^"]+)"', each) for each in drawings]
    assert [re.findall(r"url\(#([^)]+)\)", each) for each in drawings] == names
    assert len({name for each in names for name in each}) == 2


def badge(letters: tuple[int, int, int], gap: bool = False) -> Pixels.Image:
    """Letters in a disc, with nothing round it; with a gap they are cut out of it instead."""
    image = Pixels.new("RGBA", (200, 200), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    pen.ellipse((2, 2, 197, 197), fill=(*GREEN, 255))
    for left in (50, 90, 130):
        pen.rectangle((left, 70, left + 18, 130), fill=(0, 0, 0, 0) if gap else (*letters, 255))
    return image


@pytest.mark.parametrize(
    ("letters", "gap", "merges"), [(WHITE, False, True), (RED, False, True), (WHITE, True, False)]
)
def test_letters_in_a_disc_lie_on_it_so_that_one_colour_would_lose_them(
    tmp_path: Path, letters: tuple[int, int, int], gap: bool, merges: bool
) -> None:
    """Red is as light as green: it is the hue that tells them apart."""
    ink = ink_of(logo(tmp_path, badge(letters, gap)))
    assert ink.merges is merges
    assert ink.on(Color(255, 255, 255)).whole  # white letters are seen on the disc, whatever it stands on


def test_a_badge_of_pixels_stands_on_its_plate_rather_than_becoming_a_blot(tmp_path: Path) -> None:
    ink = ink_of(art := logo(tmp_path, badge(RED)))
    plate = Color(255, 255, 255)
    (shown,) = Logo((Lockup(art, ink, plate=plate, derived=True),)).on(Color(0, 100, 0), plate)
    assert (shown.painted, shown.plate) == (None, plate)
