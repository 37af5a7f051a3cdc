"""A look may have a design of its own for posters in little ink: that of `photo` is words alone."""

from pathlib import Path

import pytest
import yaml
from test_cards import SPEC
from test_stand_ins import request

from builder.content.frame import Frame, Text
from builder.content.recipe import laid_out
from builder.pipeline.build import check


def ink(folder: Path, look: str) -> Frame:
    """The dated poster in little ink."""
    (folder / "brand").mkdir(parents=True)
    (folder / "brand/_brand.yml").write_text(f"defaults: {{packbuild: {{look: {look}}}}}\n", "utf-8")
    (folder / "2025.yaml").write_text(yaml.safe_dump(SPEC), "utf-8")
    pack = check(request(folder / "2025.yaml", folder / "brand", "posters"))
    (plan,) = (plan for plan in pack.plans if "-dated-save-ink" in plan.path)
    frame: Frame = laid_out(plan.content)
    return frame


def upper(frame: Frame) -> list[object]:
    """What is drawn in its upper half beside words and the ground."""
    half = frame.height / 2
    others = [item for item in frame.items[1:] if not isinstance(item, Text)]
    return [item for item in others if (getattr(item, "hull", None) or item.box).y < half]  # type: ignore[union-attr]


def test_photo_has_its_words_alone(tmp_path: Path) -> None:
    frame = ink(tmp_path / "campaign", "photo")
    assert upper(frame) == []
    largest = max((item for item in frame.items if isinstance(item, Text)), key=lambda text: text.size)
    assert largest.box.y < frame.height / 3


@pytest.mark.parametrize("look", ["paper", "grid"])
def test_looks_without_one_show_their_posters_art(tmp_path: Path, look: str) -> None:
    assert upper(ink(tmp_path / "campaign", look))
