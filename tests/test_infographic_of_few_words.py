"""An infographic of few words fills its room, in every look: all are large, and titles are the largest."""

from pathlib import Path

import pytest
from sample_brand import sample_brand
from test_badges import ROOT
from test_cards import packed

from builder.brand.looks import look_names
from builder.content.frame import Frame, Text
from builder.kinds import kinds_named
from builder.pack.recipes import CardRecipe
from builder.record import replace

WORDS = ("Listen", "Notice", "Ask", "Wait", "Share", "Rest", "Hold", "Begin")
SAID, HEADLINE = "Often.", "What helps"
LEAST = {2: 0.06, 5: 0.027, 8: 0.024}  # of the short side, by the number of steps: their sentences


@pytest.mark.parametrize("look", look_names(ROOT / "brand"))
@pytest.mark.parametrize("steps", LEAST)
def test_few_words_are_large(look: str, steps: int, tmp_path: Path) -> None:
    told = [{"title": word, "text": SAID} for word in WORDS[:steps]]
    edition = packed(tmp_path, infographic={"title": HEADLINE, "steps": told})
    (kind,) = kinds_named(["infographic"])
    plans = kind.plan(replace(edition, brand=sample_brand(look)))
    recipes = {plan.path: plan.content for plan in plans if isinstance(plan.content, CardRecipe)}
    assert len(recipes) == 4
    for size, recipe in recipes.items():
        layout = recipe.lay_out()
        assert layout.sound, layout.remarks
        frame = layout.content
        assert isinstance(frame, Frame)
        sizes = {item.words: item.size for item in frame.items if isinstance(item, Text)}
        title, said = min(sizes[word] for word in WORDS[:steps]), sizes[SAID]
        assert said >= LEAST[steps] * min(frame.width, frame.height), size
        assert sizes[HEADLINE] > title > said, size
