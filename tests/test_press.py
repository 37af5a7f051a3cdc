"""Print files: inks and no light, black alone where letters are small, and what each file claims."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pikepdf
import pytest
import verapdf
from pdf_text import opened
from PIL import Image as Pixels
from sample_story import look

from builder.color import Color
from builder.content.frame import Fill, Frame, Gradient, Item, Line, Picture, Run, Text, Turn
from builder.content.frame import Path as Curve
from builder.content.printed import Printed
from builder.geometry.box import Box, mm
from builder.geometry.shadings import Linear, Stop
from builder.imagefiles import read_image
from builder.inks import MOST_INK, Inks
from builder.layout.sheet import print_page
from builder.record import replace
from builder.render.pdf.document import render_pages
from builder.render.pdf.press.separation import separation
from builder.text.shaping import shape

PLUM, CORAL, CREAM, WHITE = Color(53, 33, 79), Color(232, 96, 76), Color(255, 246, 233), Color(255, 255, 255)
USUAL = Inks()
SQUARE = (("M", 50.0, 50.0), ("L", 150.0, 50.0), ("L", 150.0, 150.0), ("L", 50.0, 150.0), ("Z",))


def said(words: str, size: float, color: Color) -> Text:
    font = look().text.faces.regular.fonts[0]
    run = Run(font, 40, 100, glyphs=shape(words, font).glyphs)
    return Text(words, (Line((run,), 100),), size, color, "en-GB")


def pressed(*items: Item, inks: Inks = USUAL) -> bytes:
    frame = Frame(mm(105), mm(148), "pt", (said("Swifts", 30, PLUM), *items), "en-GB", bleed=mm(3))
    return render_pages(print_page(Printed(frame, inks)), "A card")


def operations(data: bytes) -> list[str]:
    with opened(data) as document:
        steps = pikepdf.parse_content_stream(document.pages[0])
        return [" ".join(map(str, (*operands, operator))) for operands, operator in steps]


def test_all_is_inks_and_the_press_stands_in_the_file_once() -> None:
    fades = Linear((50, 50), (150, 150), (Stop(0.0, PLUM), Stop(1.0, CORAL, 0.25)))
    ground = Gradient(((0.0, PLUM), (1.0, CORAL)), 45)
    data = pressed(Fill(Box(0, 0, 100, 100), ground), Curve(SQUARE, fades), Curve(SQUARE, stroke=CORAL))
    assert not [each for each in operations(data) if each.split()[-1] in {"rg", "RG", "g", "G"}]
    with opened(data) as document:
        spaces = {str(each.ColorSpace) for each in document.objects if _is(each, "/ShadingType")}
        assert spaces == {"/DeviceCMYK", "/DeviceGray"}  # the grey one is how far it fades
        one, two = document.Root.OutputIntents
        assert {str(one.S), str(two.S)} == {"/GTS_PDFX", "/GTS_PDFA1"}
        assert one.DestOutputProfile.objgen == two.DestOutputProfile.objgen
        assert bytes(one.DestOutputProfile.read_bytes())[12:20] == b"prtrCMYK"
        assert document.pdf_version == "1.6"
        assert str(document.pages[0].obj.Group.CS) == "/DeviceCMYK"
    assert data == pressed(
        Fill(Box(0, 0, 100, 100), ground), Curve(SQUARE, fades), Curve(SQUARE, stroke=CORAL)
    )


def fills(data: bytes) -> list[tuple[str, bool, float]]:
    """What is filled, in order: in what, whether over what lies below, how opaque."""
    found = []
    with opened(data) as document:
        states = document.pages[0].obj.Resources.get("/ExtGState", {})
        now: tuple[str, bool, float] = ("", False, 1.0)
        kept: list[tuple[str, bool, float]] = []
        for operands, operator in pikepdf.parse_content_stream(document.pages[0]):
            color, over, alpha = now
            match str(operator):
                case "q":
                    kept.append(now)
                case "Q":
                    now = kept.pop()
                case "k" | "scn":
                    now = (" ".join(map(str, operands)), over, alpha)
                case "gs":
                    state = states[str(operands[0])]
                    now = (color, bool(state.get("/op", over)), float(state.get("/ca", alpha)))
                case "f" | "TJ":
                    found.append(now)
    return found


def test_small_dark_text_is_black_alone_and_printed_over_its_ground() -> None:
    dark, light = said("dark", 11, PLUM), said("light", 11, WHITE)
    _, *found = fills(pressed(dark, light, dark, Fill(Box(0, 0, 9, 9), WHITE), dark))
    black, white = ("0 0 0 1", True, 1.0), ("0 0 0 0", False, 1.0)
    assert found == [black, white, black, white, black]


def test_the_squares_of_a_code_are_black_alone_whatever_their_colour_on_screens() -> None:
    code = Curve(SQUARE, CORAL, sharp=True)
    spots = Inks(colors=((CORAL, (0, 73, 67, 5)),), spots=((CORAL, "IMHAW Coral"),))
    for inks in (USUAL, spots):
        _, *found = fills(pressed(Fill(Box(0, 0, 200, 200), CREAM), code, inks=inks))
        assert found[-1] == ("0 0 0 1", True, 1.0)


def test_what_was_set_within_a_state_ends_with_it() -> None:
    dark = said("dark", 11, PLUM)
    turned = replace(dark, turn=Turn(90, 50, 50))
    assert [over for _, over, _ in fills(pressed(turned, dark))] == [False, True, True]


def test_large_text_and_forms_keep_the_inks_of_their_colour() -> None:
    done = operations(pressed(Fill(Box(0, 0, 50, 50), PLUM)))
    inks = " ".join(f"{part / 100:.2f}".rstrip("0").rstrip(".") for part in separation(USUAL).parts(PLUM))
    assert done.count(f"{inks} k") == 2


def test_what_is_seen_through_stays_so() -> None:
    seen = Curve(SQUARE, CORAL, opacity=0.4)
    assert fills(pressed(seen))[-1][2] == pytest.approx(0.4)
    assert fills(pressed(seen, inks=Inks(spots=((CORAL, "IMHAW Coral"),))))[-1] == ("1", False, 0.4)


def test_the_brand_s_own_inks_and_tins_are_taken() -> None:
    inks = Inks(colors=((PLUM, (76, 85, 0, 58)),), spots=((CORAL, "IMHAW Coral"),))
    data = pressed(Fill(Box(0, 0, 50, 50), PLUM), Fill(Box(0, 0, 50, 50), CORAL), inks=inks)
    assert "0.76 0.85 0 0.58 k" in operations(data)
    with opened(data) as document:
        spaces = document.pages[0].obj.Resources.ColorSpace
        named = {str(each[1]): [str(part) for part in list(each)[:3]] for _, each in spaces.items()}
        assert named["/IMHAW Coral"] == ["/Separation", "/IMHAW Coral", "/DeviceCMYK"]
        assert named.keys() == {"/IMHAW Coral", "/All"}  # crop marks are on every plate


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_a_photograph_is_in_four_inks(form: str, tmp_path: Path) -> None:
    file = tmp_path / f"photo.{form.lower()}"
    photo = Pixels.new("RGB", (400, 400), (200, 90, 60))
    if form == "PNG":
        photo.putalpha(Pixels.linear_gradient("L").resize((400, 400)))
    photo.save(file, form)
    picture = Picture(read_image(file), Box(0, 0, 72, 72), Box(0, 0, 400, 400), "A wall")
    with opened(pressed(picture)) as document:
        images = [each for each in document.objects if _is(each, "/Width")]
        colored = [each for each in images if str(each.ColorSpace) == "/DeviceCMYK"]
        assert len(colored) == 1 and len(images) == (1 if form == "JPEG" else 2)
        assert ("/SMask" in colored[0]) == (form == "PNG")
        if form == "JPEG":  # Adobe's are upside down, and say so
            assert [int(each) for each in colored[0].Decode] == [1, 0] * 4
        else:
            wanted = separation(USUAL).pixels(Pixels.new("RGB", (1, 1), (200, 90, 60))).tobytes()
            assert colored[0].read_bytes()[-4:] == wanted


@cache
def _colors() -> tuple[Color, ...]:
    steps = (0, 51, 102, 153, 204, 255)
    return tuple(Color(red, green, blue) for red in steps for green in steps for blue in steps)


def test_no_colour_asks_for_more_ink_than_paper_takes() -> None:
    press = separation(USUAL)
    assert all(sum(press.parts(color)) <= MOST_INK for color in _colors())
    assert press.parts(WHITE) == (0, 0, 0, 0)


def test_a_press_that_takes_more_is_held_back(monkeypatch: pytest.MonkeyPatch) -> None:
    press = separation(USUAL)
    monkeypatch.setattr(press, "pixels", lambda image: Pixels.new("CMYK", image.size, (255, 230, 204, 255)))
    parts = press.parts(PLUM)
    assert parts[3] == 100 and MOST_INK - 3 <= sum(parts) <= MOST_INK


@pytest.mark.programs
def test_it_is_what_it_claims(tmp_path: Path) -> None:
    image = tmp_path / "photo.png"
    photo = Pixels.new("RGB", (300, 300), (200, 90, 60))
    photo.putalpha(Pixels.linear_gradient("L").resize((300, 300)))
    photo.save(image)
    everything = (
        Fill(Box(0, 0, 100, 100), Gradient(((0.0, PLUM), (1.0, CORAL)), 45)),
        Curve(SQUARE, CORAL, opacity=0.4),
        said("small", 9, PLUM),
        Picture(read_image(image), Box(0, 0, 72, 72), Box(0, 0, 300, 300), "A wall"),
    )
    file = tmp_path / "all.pdf"
    file.write_bytes(pressed(*everything, inks=Inks(spots=((CORAL, "IMHAW Coral"),))))
    assert verapdf.failures([file], ["2a", "ua1"]) == {file.resolve(): []}


def _is(item: object, key: str) -> bool:
    return isinstance(item, pikepdf.Dictionary | pikepdf.Stream) and key in item
