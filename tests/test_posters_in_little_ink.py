"""Posters in little ink: outlines of the look's art on white, and that without dates composed for itself."""

from pathlib import Path

import pytest
import yaml
from test_cards import SPEC
from test_stand_ins import request

from builder.color import Color
from builder.content.frame import Frame, Text
from builder.content.frame import Path as Curve
from builder.content.recipe import laid_out
from builder.layout.contours import in_lines
from builder.pipeline.build import check

WHITE, INK, RED = Color(255, 255, 255), Color(0, 0, 0), Color(200, 0, 0)


def ink(folder: Path, look: str, color: str = "") -> dict[str, Frame]:
    """The posters in little ink, with dates and without them."""
    (folder / "brand").mkdir(parents=True)
    brand = f"defaults: {{packbuild: {{look: {look}}}}}\n{color}"
    (folder / "brand/_brand.yml").write_text(brand, "utf-8")
    (folder / "2025.yaml").write_text(yaml.safe_dump(SPEC), "utf-8")
    pack = check(request(folder / "2025.yaml", folder / "brand", "posters"))
    return {plan.group: laid_out(plan.content) for plan in pack.plans if "save-ink" in plan.path}


def outlines(frame: Frame) -> list[Curve]:
    """The forms of its art and tiles."""
    return [item for item in frame.items if isinstance(item, Curve) and item.stroke]


@pytest.mark.parametrize("look", ["photo", "grid"])
def test_a_look_draws_outlines_of_its_art_on_white(tmp_path: Path, look: str) -> None:
    dated, undated = ink(tmp_path / "campaign", look).values()
    for frame in (dated, undated):
        assert outlines(frame)
        assert {item.fill for item in outlines(frame)} == {WHITE}
        assert len({item.stroke for item in outlines(frame)}) == 1
    assert [item.commands for item in outlines(dated)] != [item.commands for item in outlines(undated)]


def test_outlines_of_a_dark_brand_are_in_what_is_read_on_paper(tmp_path: Path) -> None:
    night = (
        'color: {palette: {night: "#121C23", bone: "#F4EFE6", gold: "#D8B26A"}, '
        "foreground: bone, background: night, primary: gold}\n"
    )
    for frame in ink(tmp_path / "campaign", "photo", night).values():
        assert {item.stroke for item in outlines(frame)} == {Color(0x12, 0x1C, 0x23)}


def test_those_of_words_alone_have_none(tmp_path: Path) -> None:
    dated, undated = ink(tmp_path / "campaign", "broadsheet").values()
    largest = [max(item.size for item in frame.items if isinstance(item, Text)) for frame in (dated, undated)]
    assert outlines(dated) == outlines(undated) == []
    assert min(largest) > dated.width / 10


def square(side: float, **more: float) -> Curve:
    commands = (("M", 0.0, 0.0), ("L", side, 0.0), ("L", side, side), ("L", 0.0, side), ("Z",))
    return Curve(commands, fill=RED, **more)


def test_slight_forms_are_drawn_whole_and_shades_stay() -> None:
    large, slight, shade = in_lines((square(50), square(3), square(50, opacity=0.2)), WHITE, INK, 200)
    assert (large.fill, large.stroke, large.stroke_width) == (WHITE, INK, 1.0)
    assert (slight.fill, slight.stroke) == (INK, None)
    assert (shade.fill, shade.stroke) == (RED, None)
