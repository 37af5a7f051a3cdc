"""Posters for whom they are: a screen, a print shop, an office printer that saves ink."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_cards import packed

from builder.brand.looks import look_names
from builder.brand.read import read_brand
from builder.color import READABLE_LARGE, Color, contrast
from builder.content.frame import Fill, Frame, Text
from builder.content.recipe import laid_out
from builder.geometry.box import mm
from builder.kinds import kinds_named
from builder.pack.plan import Plan
from builder.record import replace

ROOT = Path(__file__).parents[1]
WHITE = Color(255, 255, 255)


def posters(folder: Path, look: str = "") -> dict[str, Plan]:
    """By whom they are for: `a4-dated-screen`."""
    pack = packed(folder)
    brand = read_brand(ROOT / "brand", "brand", look=look) if look else pack.brand
    (kind,) = kinds_named(["posters"])
    plans = kind.plan(replace(pack, brand=brand))
    return {plan.path.split("_poster-")[1].rpartition("_")[0]: plan for plan in plans}


def test_sheets_of_one_shape_are_made_once_for_each_use(tmp_path: Path) -> None:
    found = posters(tmp_path)
    uses = {"a4-{}-screen", "a3-{}-print", "a4-{}-save-ink"}
    assert found.keys() == {use.format(dates) for use in uses for dates in ("dated", "undated")}


def test_a_print_poster_has_bleed_for_the_smaller_sheet_too(tmp_path: Path) -> None:
    frame: Frame = laid_out(posters(tmp_path)["a3-dated-print"].content).frame
    assert round(frame.width) == round(mm(297))
    assert round(frame.bleed * 210 / 297, 3) == round(mm(3), 3)


@pytest.mark.parametrize("look", look_names(ROOT / "brand"))
def test_a_poster_that_saves_ink_is_white_and_read_in_every_look(look: str, tmp_path: Path) -> None:
    frame: Frame = laid_out(posters(tmp_path, look)["a4-dated-save-ink"].content)
    ground = next(item for item in frame.items if isinstance(item, Fill))
    assert ground.paint == WHITE and ground.box.w >= frame.width
    fills = [item.paint for item in frame.items if isinstance(item, Fill) and item.box.h > frame.height / 20]
    assert all(isinstance(paint, Color) and paint.luminance > 0.85 for paint in fills)
    for text in (item for item in frame.items if isinstance(item, Text)):
        assert contrast(text.color, WHITE) >= READABLE_LARGE, text.words
