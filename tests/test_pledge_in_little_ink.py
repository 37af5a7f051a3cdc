"""The pledge for office printers: on white, in every look, without its photograph."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample_brand import sample_brand
from test_cards import packed
from test_posters import ROOT, WHITE

from builder.brand.looks import look_names
from builder.color import READABLE_LARGE, Color, contrast
from builder.content.frame import Fill, Frame, Picture, Text
from builder.content.recipe import laid_out
from builder.kinds import kinds_named
from builder.record import replace


@pytest.mark.parametrize("look", look_names(ROOT / "brand"))
def test_its_ground_is_white_and_its_words_are_read(look: str, tmp_path: Path) -> None:
    pack = packed(tmp_path, pledge={"text": "I will look.", "url": "https://example.org/pledge"})
    (kind,) = kinds_named(["pledge"])
    brand = sample_brand(look)
    (plan,) = (plan for plan in kind.plan(replace(pack, brand=brand)) if "a5-save-ink" in plan.path)
    assert plan.title.endswith("saving ink, for office printers")
    frame: Frame = laid_out(plan.content)
    assert isinstance(ground := frame.items[0], Fill) and ground.paint == WHITE
    assert not [item for item in frame.items if isinstance(item, Picture)]
    large = [item.paint for item in frame.items if isinstance(item, Fill) and item.box.h > frame.height / 20]
    assert all(isinstance(paint, Color) and paint.luminance > 0.85 for paint in large)
    texts = [item for item in frame.items if isinstance(item, Text)]
    assert {text.words for text in texts} >= {"I will look.", "example.org/pledge"}
    assert all(contrast(text.color, WHITE) >= READABLE_LARGE for text in texts)
