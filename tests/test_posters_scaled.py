"""What a print shop prints on A3 is the proof on A4, enlarged: the same words in the same places."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample_brand import sample_brand
from test_badges import ROOT
from test_cards import SPEC, packed

from builder.brand.looks import look_names
from builder.content.frame import Frame, Text
from builder.content.printed import Printed
from builder.content.recipe import laid_out
from builder.kinds import kinds_named
from builder.record import replace

LONG = "What every child needs is somebody who stays with them through the long nights of a first year"
NEAR = 0.006  # of the width: what looking at pixels of photographs comes to


def posters(folder: Path, look: str, title: str) -> dict[str, Frame]:
    """The posters of a theme for a screen and for print, by their names."""
    (kind,) = kinds_named(["posters"])
    theme = {**SPEC["theme"], "title": title, "strapline": f"{LONG}, and asks again"}
    edition = replace(packed(folder, theme=theme), brand=sample_brand(look))
    found = {}
    for plan in kind.plan(edition):
        drawn = laid_out(plan.content) if "dated" in plan.path and "save-ink" not in plan.path else None
        if drawn is not None:
            found[Path(plan.path).stem] = drawn.frame if isinstance(drawn, Printed) else drawn
    return found


@pytest.mark.parametrize("look", look_names(ROOT / "brand"))
@pytest.mark.parametrize("title", ["Tea", LONG], ids=["short", "long"])
def test_the_larger_sheet_is_the_smaller_one_enlarged(look: str, title: str, tmp_path: Path) -> None:
    found = posters(tmp_path, look, title)
    small_ones = [name for name in found if "-a4-" in name]
    pairs = [(name, name.replace("-a4-", "-a3-").replace("-screen", "-print")) for name in small_ones]
    assert len(pairs) >= 2
    for small, large in pairs:
        larger = found[large].width / found[small].width
        assert larger == pytest.approx(2**0.5, abs=0.001)
        both = [[item for item in found[name].items if isinstance(item, Text)] for name in (small, large)]
        for proof, printed in zip(*both, strict=True):
            assert proof.words == printed.words
            places = [proof.box.x, proof.box.y, proof.box.w, proof.size]
            enlarged = [printed.box.x, printed.box.y, printed.box.w, printed.size]
            near = NEAR * found[large].width
            assert [place * larger for place in places] == pytest.approx(enlarged, abs=near)
