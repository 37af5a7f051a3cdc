"""A brand folder in which `_brand.yml` stands alone: all else comes along, or is taken from what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.brand.read import read_brand
from builder.pack.edition import Edition
from builder.pipeline.build import check
from builder.pipeline.request import Request

HERE = Path(__file__).parent
SPEC = HERE / "packs/harbour/packs/2023.yaml"


@pytest.mark.parametrize(
    "says", ["", 'color: {palette: {navy: "#12284B", coral: "#E8604C", sand: "#F6EEE0"}}']
)
def test_a_whole_pack_is_made_of_it(says: str, tmp_path: Path) -> None:
    brand = tmp_path / "brand"
    brand.mkdir()
    (brand / "_brand.yml").write_text(says, encoding="utf-8")
    made = check(Request(spec=SPEC, brand=brand, output=tmp_path / "output", root=tmp_path, jobs=1))
    kinds = {plan.kind for plan in made.plans}
    assert {"social", "guide", "slides", "posters", "email", "backgrounds", "start", "calendar"} <= kinds
    assert "logos" not in kinds
    assert all(problem.severity == "warning" for problem in made.problems)
    (edition, *_) = made.editions
    assert isinstance(edition, Edition)
    assert edition.brand_name == "Exampleton Lifeboat Trust (sample)"


def test_a_design_of_its_own_takes_the_place_of_the_look_that_comes_along(tmp_path: Path) -> None:
    (tmp_path / "_brand.yml").write_text("", encoding="utf-8")
    before = read_brand(tmp_path, "brand")
    assert before.look == "embrace"
    (tmp_path / "designs").mkdir()
    text = (HERE / "brandyml/folder/designs/message.yaml").read_text("utf-8")
    (tmp_path / "designs/message.yaml").write_text(text, encoding="utf-8")
    after = read_brand(tmp_path, "brand")
    assert (after.look, set(after.designs)) == ("", {"message"})
    assert after.digest != before.digest


def test_art_of_the_brand_goes_before_that_of_the_look(tmp_path: Path) -> None:
    (tmp_path / "_brand.yml").write_text("", encoding="utf-8")
    (tmp_path / "art").mkdir()
    dot = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="3"/></svg>'
    (tmp_path / "art/embrace.svg").write_text(dot, encoding="utf-8")
    art = read_brand(tmp_path, "brand").art
    assert art["art/embrace.svg"].view.w == 9
    assert "art/ripple.svg" in art
