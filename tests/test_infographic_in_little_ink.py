"""The infographic for office printers: on white, in every look and form, with little ink."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sample_brand import sample_brand
from test_cards import packed
from test_posters import ROOT, WHITE

from builder.brand.looks import look_names, look_of
from builder.color import READABLE_LARGE, contrast
from builder.content.frame import Fill, Frame, Text
from builder.content.recipe import laid_out
from builder.kinds import kinds_named
from builder.record import replace
from builder.render.pixels.paint import paint_exactly
from builder.render.pixels.scale import scaled

STEPS = [{"title": f"Step {number}", "text": "Look, and hold.", "icon": "home"} for number in range(4)]
SIDES = [{"title": f"Side {number}", "points": ["Look", "Hold"]} for number in range(2)]
FORMS: dict[str, dict[str, Any]] = {
    "list": {"steps": STEPS},
    "path": {"steps": STEPS, "form": "path"},
    "wheel": {"steps": STEPS, "form": "wheel"},
    "comparison": {"sides": SIDES, "form": "comparison"},
}


def ink(frame: Frame) -> float:
    """The share of the page that is inked, as if all inks were black."""
    small = scaled(frame, 300 / frame.width)
    return 1 - float(np.asarray(paint_exactly(small).image().convert("L")).mean()) / 255


@pytest.mark.parametrize("look", look_names(ROOT / "brand"))
def test_its_ground_is_white_its_words_are_read_and_little_is_inked(look: str, tmp_path: Path) -> None:
    (kind,) = kinds_named(["infographic"])
    brand = sample_brand(look)
    for form, story in FORMS.items():
        pack = packed(tmp_path, infographic={"title": "Four steps", **story})
        plans = list(kind.plan(replace(pack, brand=brand)))
        (plan,) = (plan for plan in plans if "a4-save-ink" in plan.path)
        assert plan.title.endswith("saving ink, for office printers")
        frame: Frame = laid_out(plan.content)
        assert isinstance(ground := frame.items[0], Fill) and ground.paint == WHITE
        texts = [item for item in frame.items if isinstance(item, Text)]
        assert {text.words for text in texts} >= {"Four steps", "Hold" if "sides" in story else "Step 2"}
        assert all(contrast(text.color, WHITE) >= READABLE_LARGE or text.role == "number" for text in texts)
        (usual,) = (plan for plan in plans if "infographic_a3_" in plan.path)
        assert ink(frame) < min(0.11, 0.8 * ink(laid_out(usual.content))), form


def test_a_brand_s_own_infographic_is_the_one_in_little_ink_too(tmp_path: Path) -> None:
    assert "infographic-ink" in look_of(tmp_path, "brand", "paper").designs
    (tmp_path / "designs").mkdir()
    (tmp_path / "designs" / "infographic.yaml").write_text("about: Ours.\n", encoding="utf-8")
    assert "infographic-ink" not in look_of(tmp_path, "brand", "paper").designs
