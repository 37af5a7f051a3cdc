"""Photographs as they come from cameras, phones and designers: what is drawn is what people saw."""

import struct
from base64 import b64decode
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Pixels
from PIL import ImageCms
from sample_story import look
from test_cards import packed

from builder.color import Color
from builder.content.frame import Fill, Frame, Line, Run, Text
from builder.errors import FileTrouble
from builder.geometry.box import Box
from builder.heif import NoReader
from builder.imagefiles import read_image, upright
from builder.media import Image
from builder.pack import artwork as art
from builder.photograph import cut, flat
from builder.render.docx.artwork import picture
from builder.render.html.photographs import photograph
from builder.render.pixels.jpeg import render_jpeg
from builder.render.pptx.picture import _encoded as slide_picture
from builder.render.profile import srgb_profile
from builder.text.shaping import shape

SKY, GRASS = (60, 120, 220), (40, 140, 60)
WHITE = Color(255, 255, 255)


def scene(width: int = 300, height: int = 400) -> Pixels.Image:
    """Sky above grass."""
    pixels = Pixels.new("RGB", (width, height), SKY)
    pixels.paste(GRASS, (0, height // 2, width, height))
    return pixels


def shown(path: Path) -> tuple[tuple[int, int], tuple[int, ...], tuple[int, ...]]:
    """The upright size, and a colour near the top and one near the foot."""
    image = read_image(path)
    drawn = cut(image, Box(0, 0, image.width, image.height), (60, 80))
    assert drawn.mode == "RGB"
    return (image.width, image.height), drawn.getpixel((30, 10)), drawn.getpixel((30, 70))


def near(one: tuple[int, ...], other: tuple[int, ...], within: int = 6) -> bool:
    return all(abs(a - b) <= within for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize(
    ("orientation", "turn"),
    [
        (3, Pixels.Transpose.ROTATE_180),
        (5, Pixels.Transpose.TRANSPOSE),
        (6, Pixels.Transpose.ROTATE_90),
        (8, Pixels.Transpose.ROTATE_270),
    ],
)
def test_a_camera_held_sideways_is_set_upright(
    orientation: int, turn: Pixels.Transpose, tmp_path: Path
) -> None:
    exif = Pixels.Exif()
    exif[0x0112] = orientation
    scene().transpose(turn).save(tmp_path / "a.jpg", exif=exif, quality=95)
    size, sky, grass = shown(tmp_path / "a.jpg")
    assert size == (300, 400)
    assert near(sky, SKY)
    assert near(grass, GRASS)


@pytest.mark.parametrize("name", ["a.jpg", "a.tif"])
def test_colours_for_print_become_colours_of_a_screen(name: str, tmp_path: Path) -> None:
    scene().convert("CMYK").save(tmp_path / name)
    _, sky, grass = shown(tmp_path / name)
    assert near(sky, SKY)
    assert near(grass, GRASS)


def cut_out(mode: str, path: Path, clear: float = 0.5) -> Image:
    """The scene, the upper part of which is clear."""
    pixels = scene().convert("RGBA")
    pixels.paste((0, 0, 0, 0), (0, 0, 300, round(400 * clear)))
    pixels.convert(mode).save(path)
    return read_image(path)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_clear_stays_so(mode: str, tmp_path: Path) -> None:
    image = cut_out(mode, tmp_path / "a.png")
    drawn = cut(image, Box(0, 0, 300, 400), (60, 80))
    assert (image.is_clear, drawn.mode) == (True, "RGBA")
    assert [drawn.getpixel((30, y))[3] for y in (10, 70)] == [0, 255]
    assert flat(drawn, Color(1, 2, 3)).getpixel((30, 10)) == (1, 2, 3)


def test_a_few_clear_pixels_make_no_cut_out(tmp_path: Path) -> None:
    image = cut_out("RGBA", tmp_path / "a.png", 0.005)
    assert not image.is_clear
    assert cut(image, Box(0, 0, 300, 400), (60, 80)).mode == "RGB"


def test_what_is_clear_stays_so_on_slides_in_pages_and_on_paper(tmp_path: Path) -> None:
    image = cut_out("RGBA", tmp_path / "a.png")
    whole = Box(0, 0, 300, 400)
    for data in (slide_picture(image, whole, ()), b64decode(photograph(image).partition(",")[2])):
        with Pixels.open(BytesIO(data)) as opened:
            assert (opened.format, opened.convert("RGBA").getpixel((10, 10))[3]) == ("PNG", 0)
    with Pixels.open(BytesIO(picture(image, 100))) as opened:  # in Word, on white paper
        assert opened.convert("RGB").getpixel((10, 10)) == (255, 255, 255)


def test_all_of_a_cut_out_matters_if_nobody_says_otherwise(tmp_path: Path) -> None:
    cut_out("RGBA", tmp_path / "a.png")
    photos: list[dict[str, Any]] = [{"id": name, "file": "a.png", "alt": "A field"} for name in "ab"]
    photos[1]["focus"] = [0.5, 0.5]
    pack = packed(tmp_path, photos=photos)
    assert [art.photograph(pack, name).focus for name in "ab"] == [Box(0, 0.5, 1, 0.5), Box(0.5, 0.5, 0, 0)]


def test_a_tone_leaves_clear_what_is_clear(tmp_path: Path) -> None:
    drawn = cut(cut_out("RGBA", tmp_path / "a.png"), Box(0, 0, 300, 400), (60, 80), (Color(9, 9, 9), WHITE))
    assert [drawn.getpixel((30, y))[3] for y in (10, 70)] == [0, 255]


def test_sixteen_bits_of_grey_keep_their_upper_ones(tmp_path: Path) -> None:
    Pixels.new("I;16", (30, 40), 0x8040).save(tmp_path / "a.png")
    assert shown(tmp_path / "a.png")[1] == (128, 128, 128)


def test_a_wide_colour_space_is_brought_into_srgb(tmp_path: Path) -> None:
    pixels = Pixels.new("RGB", (30, 40), (200, 100, 50))
    pixels.save(tmp_path / "a.png", icc_profile=wide())
    red, green, _ = shown(tmp_path / "a.png")[1]
    assert (red, green) == ImageCms.profileToProfile(
        pixels, ImageCms.ImageCmsProfile(BytesIO(wide())), ImageCms.createProfile("sRGB")
    ).getpixel((0, 0))[:2]
    assert red > 205


def test_a_damaged_profile_does_no_harm(tmp_path: Path) -> None:
    scene().save(tmp_path / "a.png", icc_profile=b"no profile at all")
    assert shown(tmp_path / "a.png")[1] == SKY


@pytest.mark.parametrize("data", [b"", b"<html>404</html>", b"\x89PNG\r\n\x1a\n" + bytes(40)])
def test_what_is_no_picture_is_trouble_with_its_file(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(data)
    with pytest.raises(FileTrouble, match=r"a\.png cannot be read as an image"):
        read_image(tmp_path / "a.png")


def test_half_a_picture_is_trouble(tmp_path: Path) -> None:
    scene(1200, 1600).effect_spread(40).save(tmp_path / "whole.jpg")
    (tmp_path / "a.jpg").write_bytes((tmp_path / "whole.jpg").read_bytes()[:9000])
    with pytest.raises(FileTrouble, match="damaged"):
        read_image(tmp_path / "a.jpg")


def test_a_picture_too_large_to_hold_is_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scene().save(tmp_path / "a.png")
    for most in (300 * 400 - 1, 300 * 400 // 2 - 1):  # Pillow warns of one, and refuses the other
        monkeypatch.setattr(Pixels, "MAX_IMAGE_PIXELS", most)
        with pytest.raises(FileTrouble, match="more pixels"):
            read_image(tmp_path / "a.png")


def test_a_heavy_picture_keeps_to_its_budget_by_coarser_colours() -> None:
    font = look().text.faces.regular.fonts[0]
    letter = shape("A", font).glyphs
    words = tuple(
        Text("A", (Line((Run(font, x, 20.0, glyphs=letter),), y),), 40, Color(30, 20, 90), "en-GB")
        for x in range(0, 400, 20)
        for y in range(40, 400, 24)
    )
    ground = Fill(Box(0, 0, 400, 400), Color(250, 180, 60))
    frame = Frame(400, 400, "px", (ground, *words), "en-GB")
    light, _ = render_jpeg(frame)
    tight, _ = render_jpeg(frame, str(len(light) // 2))
    assert len(tight) <= len(light) // 2
    with Pixels.open(BytesIO(tight)) as pixels:
        assert (pixels.size, pixels.mode) == ((400, 400), "RGB")
        assert pixels.info["icc_profile"] == srgb_profile()


def wide() -> bytes:
    """The profile of sRGB with a stronger red (ICC.1:2022, 7.3: the table of tags begins at byte 128)."""
    profile = bytearray(srgb_profile().replace(b"sRGB", b"wide"))
    (count,) = struct.unpack_from(">I", profile, 128)
    for number in range(count):
        tag, start, _ = struct.unpack_from(">4sII", profile, 132 + 12 * number)
        if tag == b"rXYZ":
            struct.pack_into(">3i", profile, start + 8, *(round(v * 65536) for v in (0.52, 0.25, 0.01)))
    return bytes(profile)


PHONE = Path(__file__).parent / "photos/phone.heic"


def test_a_photograph_of_a_phone_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "sent.jpg").write_bytes(PHONE.read_bytes())
    for path in (PHONE, tmp_path / "sent.jpg"):
        size, sky, grass = shown(path)
        assert size == (300, 400)  # it lies upright already, though the camera noted how it was held
        assert near(sky, SKY)
        assert near(grass, GRASS)


def test_a_jpeg_of_hundreds_of_passes_is_refused_before_they_are_made(tmp_path: Path) -> None:
    whole = BytesIO()
    Pixels.new("RGB", (4000, 4000)).save(whole, "JPEG", progressive=True)
    start, *passes = whole.getvalue().split(b"\xff\xda")
    path = tmp_path / "a.jpg"
    for times, refused in ((1, False), (200, True)):
        path.write_bytes(b"\xff\xda".join([start, *passes[:-1] * times, passes[-1]]))
        if refused:
            with pytest.raises(FileTrouble, match=rf"is a JPEG in {len(passes[:-1]) * times + 1:,} passes"):
                read_image(path)
        else:
            read_image(path)


def test_a_photograph_of_a_phone_that_ends_its_reader_is_told(tmp_path: Path) -> None:
    """Atheris found that one; libheif ends its process over it."""
    for path in (PHONE.with_name("broken.heic"), tmp_path / "cut.heic"):
        (tmp_path / "cut.heic").write_bytes(PHONE.read_bytes()[:-200])
        with pytest.raises(FileTrouble, match=f"{path.name} cannot be read as an image: it is damaged"):
            read_image(path)


def test_a_photograph_of_a_phone_with_too_many_pixels_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builder.imagefiles._MOST_PIXELS", 100_000)
    with pytest.raises(FileTrouble, match="more pixels"):
        read_image(PHONE)


def test_without_a_reader_a_photograph_of_a_phone_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builder.imagefiles.has_reader", lambda: False)
    with pytest.raises(NoReader, match=r"phone\.heic .* \(HEIC\)"):
        read_image(PHONE)


def test_a_jpeg_may_be_larger_than_what_is_decoded_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Pixels, "MAX_IMAGE_PIXELS", 5_000)
    monkeypatch.setattr("builder.imagefiles._MOST_PIXELS", 20_000)
    monkeypatch.setattr("builder.imagefiles._AT_ONCE", 40_000)
    scene().save(tmp_path / "a.jpg")
    scene().save(tmp_path / "b.jpg", progressive=True)  # which has to be held as a whole
    image = read_image(tmp_path / "a.jpg", most=20_000)
    with pytest.raises(FileTrouble, match="more pixels"):
        read_image(tmp_path / "b.jpg", most=20_000)
    assert (image.width, image.height) == (300, 400)
    assert [upright(image, shrink).size for shrink in (1, 1.5, 3, 9)] == [
        (150, 200), (150, 200), (150, 200), (38, 50),
    ]  # fmt: skip
    monkeypatch.setattr("builder.imagefiles._MOST_JPEG", 100_000)
    with pytest.raises(FileTrouble, match="more pixels"):
        read_image(tmp_path / "a.jpg", most=20_000)


def test_a_file_too_large_to_be_a_photograph_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene().save(tmp_path / "a.jpg")
    monkeypatch.setattr("builder.imagefiles._MOST_BYTES", 100)
    with pytest.raises(FileTrouble, match="larger than"):
        read_image(tmp_path / "a.jpg")


@pytest.mark.parametrize("used", [upright, lambda image: image.data], ids=["unpacked", "handed on"])
def test_a_photograph_that_goes_away_while_the_pack_is_made_is_told_by_its_name(
    used: Callable[[Image], object], tmp_path: Path
) -> None:
    scene().save(tmp_path / "hands.jpg")
    image = read_image(tmp_path / "hands.jpg")
    (tmp_path / "hands.jpg").unlink()
    with pytest.raises(FileTrouble, match=r"hands\.jpg: .+; it was there when the work began$"):
        used(image)
