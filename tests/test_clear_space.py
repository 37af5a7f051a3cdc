"""The room that a logo keeps around it (`clear`), whatever stands beside it."""

from typing import Any

import pytest
from sample_brand import sample_brand

from builder.brand.design import Design
from builder.brand.identity import Art, ArtShape
from builder.brand.ink import ink_of
from builder.brand.lockups import Lockup, Logo
from builder.content.frame import Frame, Path, Text
from builder.geometry.box import Box
from builder.geometry.curves import rounded
from builder.layout.canvas import Canvas, sheet
from builder.layout.cards.solve import solve
from builder.record import replace

CLEAR = 0.5  # of its height
LOGO: dict[str, Any] = {"logo": {"name": "main", "height": 0.12}}
WORDS: dict[str, Any] = {"text": {"from": "headline", "style": "lead"}}
SUN = sample_brand().color("highlight")


def solved(body: dict[str, Any], clear: float, *, rtl: bool = False) -> Frame:
    brand = sample_brand()
    main = brand.logos["main"]
    kept = replace(main, lockups=tuple(replace(each, clear=clear) for each in main.lockups))
    design = Design.model_validate({"background": {"fill": "background"}, "body": body})
    design = design.model_copy(update={"text_color": "foreground"})
    whole = replace(brand, logos={"main": kept})
    return solve(design, {"headline": "Listen closely"}, sheet(400, 400), whole, "en", rtl).frame


def drawn(frame: Frame, *, panel: bool = False) -> Box:
    """The box of the logo's curves, or of the panel's."""
    paths = (item for item in frame.items if isinstance(item, Path))
    commands = [each for path in paths if (path.fill == SUN) == panel for each in path.commands]
    points = [point for each in commands for point in zip(each[1::2], each[2::2], strict=True)]
    left, top = (min(point[axis] for point in points) for axis in (0, 1))
    right, bottom = (max(point[axis] for point in points) for axis in (0, 1))
    return Box(left, top, right - left, bottom - top)


def gaps(frame: Frame) -> list[float]:
    """How far each text is from the logo, as a share of the logo's height."""
    logo = drawn(frame)
    boxes = [item.box for item in frame.items if isinstance(item, Text)]
    beside = [max(box.x - logo.right, logo.x - box.right) for box in boxes]
    below = [max(box.y - logo.bottom, logo.y - box.bottom) for box in boxes]
    return [max(each) / logo.h for each in zip(beside, below, strict=True)]


@pytest.mark.parametrize(
    "body",
    [
        {"column": [LOGO, WORDS], "gap": 0.0},
        {"column": [WORDS, LOGO], "gap": 0.0},
        {"column": [WORDS, LOGO, WORDS], "gap": 0.0},
        {"column": [LOGO, {"spacer": 0.01}, WORDS], "gap": 0.01},
        {"row": [LOGO, WORDS], "gap": 0.0},
        {"row": [WORDS, LOGO], "gap": 0.0},
        {"column": [{"row": [LOGO, WORDS], "gap": 0.0}, WORDS], "gap": 0.0},
        {"column": [WORDS, {"row": [LOGO, {"spacer": 0.02}, WORDS], "gap": 0.0}], "gap": 0.0},
        {"column": [{"column": [LOGO], "pad": 0.01}, WORDS], "gap": 0.0},
    ],
    ids=str,
)
@pytest.mark.parametrize("rtl", [False, True])
def test_words_beside_it_stand_off(body: dict[str, Any], rtl: bool) -> None:
    near, far = (gaps(solved(body, clear, rtl=rtl)) for clear in (0.0, CLEAR))
    assert min(near) < CLEAR / 2, "the example has room by itself"
    assert min(far) >= CLEAR - 0.03  # of the drawing's box, of which letters may stand out a little


def test_white_that_is_there_already_is_enough() -> None:
    body = {"column": [LOGO, {"spacer": 0.1}, WORDS], "gap": 0.0}
    assert gaps(solved(body, CLEAR)) == gaps(solved(body, 0.0))


@pytest.mark.parametrize("pad", [0.0, 0.01])
def test_the_edge_of_a_panel_is_beside_it_too(pad: float) -> None:
    body = {"column": [{"fill": "highlight", "pad": pad, "column": [LOGO]}, WORDS], "gap": 0.0}
    frame = solved(body, CLEAR)
    logo, panel = drawn(frame), drawn(frame, panel=True)
    assert min(logo.x - panel.x, logo.y - panel.y, panel.bottom - logo.bottom) >= (CLEAR - 0.03) * logo.h


def test_the_room_in_a_panel_is_enough_though_words_stand_close_to_it() -> None:
    body = {"column": [{"fill": "highlight", "pad": 0.1, "column": [LOGO]}, WORDS], "gap": 0.0}
    assert drawn(solved(body, CLEAR)) == drawn(solved(body, 0.0))


def test_a_logo_that_is_not_wide_grows_no_higher_than_what_all_stands_in() -> None:
    """It may be larger than a design says, to look as large as others; a low banner has no room for that."""
    brand = sample_brand()
    tall = Art(
        "logos/tall.svg", "tall", Box(0, 0, 30, 30), (ArtShape((*rounded(Box(0, 0, 30, 30), 0),), SUN),)
    )
    square = Logo((Lockup(tall, ink_of(tall)),))
    row: dict[str, Any] = {
        "row": [{"logo": {"name": "main", "height": 0.7, "width": 2}}, WORDS],
        "align": "centre",
    }
    design = Design.model_validate({"background": {"fill": "background"}, "body": row, "margin": 0.05})
    design = design.model_copy(update={"text_color": "foreground"})

    def height(canvas: Canvas) -> float:
        frame = solve(
            design, {"headline": "Hold on"}, canvas, replace(brand, logos={"main": square}), "en"
        ).frame
        (logo,) = (item for item in frame.items if isinstance(item, Path) and item.fill == SUN)
        ys = [y for step in logo.commands for y in step[2::2]]
        return max(ys) - min(ys)

    assert height(sheet(900, 90)) == pytest.approx(81)  # the banner's height within its margins
