"""Grain on art: speckles within its forms, away from the light, that make no picture heavy."""

from __future__ import annotations

from typing import Any

import pytest
from sample_brand import sample_brand

from builder.brand.design import Design
from builder.color import Color
from builder.content.frame import Frame, Path
from builder.geometry.box import Box
from builder.geometry.curves import fills, flattened
from builder.geometry.pens import extent
from builder.layout.canvas import Canvas, sheet
from builder.layout.cards.solve import solve
from builder.render.pixels.png import render_png

SQUARE = Canvas(1080, 1080, "px", Box(0, 0, 1080, 1080), 30, 2.88)
ART = "art/bowl.svg"


def drawn(grain: Any = None, canvas: Canvas = SQUARE, fill: str = "mint", **art: Any) -> Frame:
    use = {"file": ART, "scale": 0.8, **({"grain": grain} if grain else {}), **art}
    body = {"column": [{"text": {"from": "headline", "style": "title"}}]}
    given = {"background": {"fill": fill, "art": use}, "text_color": "ink", "body": body}
    return solve(Design.model_validate(given), {"headline": "Hold on"}, canvas, sample_brand(), "en").frame


def parts(frame: Frame) -> tuple[list[Path], list[Path]]:
    """The forms of the art, and their speckles."""
    paths = [item for item in frame.items if isinstance(item, Path)]
    count = len([item for item in drawn(canvas=SQUARE).items if isinstance(item, Path)])
    return paths[:count], paths[count:]


def specks(path: Path) -> list[Box]:
    starts = range(0, len(path.commands), 5)
    return [extent(path.commands[start : start + 5]) for start in starts]


@pytest.mark.parametrize("canvas", [SQUARE, sheet(600, 600, bleed=9)], ids=["px", "pt"])
def test_each_form_has_speckles_of_its_own_tone_within_it(canvas: Canvas) -> None:
    forms, grain = parts(drawn("primary", canvas))
    plum = sample_brand().color("plum")
    assert len(grain) > 1
    for path in grain:
        assert isinstance(path.fill, Color)
        tones = {form.fill.mix(plum, 0.4): form for form in forms if isinstance(form.fill, Color)}
        polygons = [flattened(tones[path.fill].commands, 0.1)]
        assert all(any(fills(each, box.inset(*[0.3] * 4)) for each in polygons) for box in specks(path)[::7])


def test_they_lie_closer_together_away_from_the_light() -> None:
    _, grain = parts(drawn("primary"))
    for path in grain:
        boxes = specks(path)
        around = extent(path.commands)
        lit = sum(box.x + box.y < around.middle[0] + around.middle[1] for box in boxes)
        assert lit < len(boxes) / 2


def test_they_make_no_picture_heavy() -> None:
    """A tile of grain over all of a card made one of 45 KB weigh 281 KB and more."""
    plain, grainy = (len(render_png(drawn(grain))[0]) for grain in (None, {"count": 20000}))
    assert plain < grainy < plain + 20_000


def test_they_are_the_same_for_ever_and_others_by_another_seed() -> None:
    assert drawn("primary") == drawn("primary") != drawn({"color": "primary", "seed": "two"})
    few, many = (sum(len(specks(path)) for path in parts(drawn({"count": n}))[1]) for n in (500, 9000))
    assert few * 8 < many


def test_a_form_of_the_colour_that_they_go_towards_goes_towards_the_ground() -> None:
    brand = sample_brand()
    _, grain = parts(drawn({"color": "coral"}, tint="coral"))
    assert {path.fill for path in grain} == {brand.color("coral").mix(brand.color("mint"), 0.4)}
