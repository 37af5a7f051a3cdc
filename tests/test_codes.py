"""QR codes: what they lead to, how they look, and that somebody else's reader reads them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
import yaml
from code_readers import zxing
from PIL import Image
from sample_brand import sample_brand

from builder.brand.design import Design
from builder.brand.read import read_brand
from builder.color import contrast
from builder.content.frame import Fill, Frame
from builder.content.frame import Path as Drawn
from builder.errors import Faults
from builder.geometry.box import Box
from builder.geometry.curves import bounds, flattened
from builder.layout.canvas import Canvas, sheet
from builder.layout.cards.setting import TextTrouble
from builder.layout.cards.solve import solve
from builder.pack.cards import cards
from builder.pipeline.build import check
from builder.pipeline.request import Request
from builder.qr import modules, read_from
from builder.render.pixels.paint import paint
from builder.spec.links import Utm, counted

HERE = Path(__file__).parent
ADDRESS = "https://example.org/imhaw?utm_campaign=imhaw-2022&utm_source=comms-pack"
STORY = Canvas(1080, 1920, "px", Box(0, 0, 1080, 1920), 24, 2)
A4 = sheet(595, 842)


def framed(ground: str = "cream", canvas: Canvas = STORY, rtl: bool = False, **code: Any) -> Frame:
    words = {"headline": "Hold on", "website": "example.org/imhaw", "address": ADDRESS}
    boxes = [{"text": {"from": "headline"}}, {"qr": {"size": 0.3, **code}}, {"text": {"from": "website"}}]
    given = {"background": {"fill": ground}, "text_color": "ink", "body": {"column": boxes}}
    design = Design.model_validate(given)
    return solve(design, words, canvas, sample_brand(), "en", rtl).frame


def plate(frame: Frame) -> Fill:
    return next(item for item in frame.items if isinstance(item, Fill) and item.box.w == item.box.h)


def squares(frame: Frame) -> Drawn:
    return next(item for item in frame.items if isinstance(item, Drawn) and len(item.commands) > 500)


def drawn(frame: Frame) -> Image.Image:
    return paint(frame).image()


@pytest.mark.parametrize("ground", ["cream", "plum", "teal", "sun", "apricot", "rust", "coral"])
def test_a_reader_reads_it_on_every_ground(ground: str) -> None:
    assert zxing(drawn(framed(ground))) == [f"{ADDRESS}&utm_medium=print"]


def test_a_reader_reads_it_in_a_story_that_was_halved_and_recompressed() -> None:
    small, data = drawn(framed("plum", medium="story")).resize((540, 960)), io.BytesIO()
    small.save(data, "JPEG", quality=60)
    assert zxing(Image.open(data)) == [f"{ADDRESS}&utm_medium=story"]


GROUNDS = ["cream", "plum", "teal", "sun", "apricot", "rust", "coral", "ink", "paper"]


@pytest.mark.parametrize("ground", GROUNDS)
def test_dark_squares_stand_on_a_light_plate_that_goes_on_for_four_of_them(ground: str) -> None:
    frame = framed(ground)
    dark, light = squares(frame).fill, plate(frame).paint
    assert contrast(dark, light) >= 7  # type: ignore[arg-type]
    assert dark.luminance < light.luminance  # type: ignore[union-attr]
    box, code = plate(frame).box, bounds(flattened(squares(frame).commands, 1))
    side = code.w / len(modules(f"{ADDRESS}&utm_medium=print"))
    edges = (code.x - box.x, code.y - box.y, box.right - code.right, box.bottom - code.bottom)
    assert edges == pytest.approx([4 * side] * 4)


def test_squares_are_told_from_art_by_presses() -> None:
    assert squares(framed()).sharp


def test_squares_are_whole_pixels() -> None:
    numbers = {number for command in squares(framed(size=0.31)).commands for number in command[1:]}
    assert all(number == int(number) for number in numbers)


def test_it_stands_at_the_start_of_its_box() -> None:
    left, right = plate(framed()).box, plate(framed(rtl=True)).box
    assert left.x == pytest.approx(1080 * 0.08, abs=1)
    assert right.right == pytest.approx(1080 * 0.92, abs=1)


@pytest.mark.parametrize(
    ("canvas", "size", "told"), [(STORY, 0.12, "2 px large, and readers need 4"), (A4, 0.06, "0.26 mm large")]
)
def test_squares_that_are_too_small_are_told_with_the_size_that_will_do(
    canvas: Canvas, size: float, told: str
) -> None:
    with pytest.raises(TextTrouble) as trouble:
        framed(canvas=canvas, size=size)
    assert told in trouble.value.message
    needed = float(trouble.value.hint.partition("size: ")[2].partition("`")[0])
    assert plate(framed(canvas=canvas, size=needed))


def test_it_may_be_left_out_where_no_reader_would_see_its_squares() -> None:
    left = framed(size=0.12, optional=True).items
    assert not [item for item in left if isinstance(item, Drawn)]


def test_it_may_be_left_out_where_no_room_is_left() -> None:
    small = Canvas(600, 300, "px", Box(0, 0, 600, 300), 48, 1)
    left = framed(canvas=small, size=0.8, optional=True).items
    assert not [item for item in left if isinstance(item, Drawn)]
    with pytest.raises(TextTrouble):
        framed(canvas=small, size=0.8)


def test_a_code_whose_address_no_words_tell_is_told(tmp_path: Path) -> None:
    (tmp_path / "designs").mkdir()
    (tmp_path / "_brand.yml").write_text("", "utf-8")
    boxes = [{"text": {"from": "headline"}}, {"qr": 0.2}]
    design = {"background": {"fill": "background"}, "body": {"column": boxes}}
    (tmp_path / "designs/message.yaml").write_text(yaml.safe_dump(design), "utf-8")
    with pytest.raises(Faults) as faults:
        read_brand(tmp_path, "brand")
    (problem,) = [each for each in faults.value.problems if each.severity == "error"]
    assert (problem.message, problem.hint) == (
        "a QR code is nothing to who cannot scan it",
        "show `address_short` or `website` as words beside it",
    )
    assert problem.place
    assert "qr" in problem.place.text


@pytest.mark.parametrize(
    ("address", "utm", "leads"),
    [
        ("https://example.org/a", None, "https://example.org/a"),
        ("https://example.org/a", Utm(), "https://example.org/a?utm_source=comms-pack"),
        (
            "https://example.org/a?b=1#c",
            Utm(source="poster", campaign="week-22"),
            "https://example.org/a?b=1&utm_campaign=week-22&utm_source=poster#c",
        ),
    ],
)
def test_an_address_is_counted_where_that_is_asked_for(address: str, utm: Utm | None, leads: str) -> None:
    assert counted(address, utm) == leads


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("https://example.org/a?utm_source=pack", "https://example.org/a?utm_source=pack&utm_medium=poster"),
        ("https://example.org/a?utm_source=pack#c", "https://example.org/a?utm_source=pack&utm_medium=poster#c"),
    ],
)
def test_a_code_says_what_it_is_read_from_where_links_are_counted(address: str, leads: str) -> None:
    assert read_from(address, "poster") == leads


def asked(root: Path, spec: str, kind: str) -> Request:
    """A kind of files of a spec, beside the brand of the folder."""
    (root / "packs").mkdir()
    file = root / "packs/2023.yaml"
    file.write_text(spec, "utf-8")
    return Request(spec=file, brand=root / "brand", output=root / "output", root=root, only=(kind,))


def test_items_lead_to_their_own_addresses_and_all_else_to_the_campaign(tmp_path: Path) -> None:
    spec = yaml.safe_load((HERE / "packs/harbour/packs/2023.yaml").read_text("utf-8"))
    spec["campaign"] |= {"website": "https://example.org/week", "utm": {"source": "pack"}}
    film = {"id": "film", "title": "Film", "kind": "Film", "description": "A film."}
    spec["resources"] = [{**film, "url": "https://example.org/film"}, {**film, "id": "cards"}]
    (tmp_path / "brand").mkdir()
    (tmp_path / "brand/_brand.yml").write_text("", "utf-8")
    request = asked(tmp_path, yaml.safe_dump(spec, allow_unicode=True), "calendar")
    made = {card.id: card.words["address"] for card in cards(check(request).editions[0])}
    assert made["resource-film"] == "https://example.org/film?utm_source=pack"
    assert made["resource-cards"] == made["announcement"] == "https://example.org/week?utm_source=pack"
