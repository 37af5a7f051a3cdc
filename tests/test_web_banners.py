"""Strips for web pages, of every look: what to do is said on one line, with a photograph named or none."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image as Pixels
from sample_brand import sample_brand
from test_badges import ROOT
from test_cards import packed

from builder.brand.looks import look_names
from builder.content.frame import Text
from builder.content.recipe import laid_out
from builder.kinds import kinds_named
from builder.pack.recipes import CardRecipe
from builder.record import replace

SIZES = ["web-banner-320x50", "web-banner-320x100", "web-banner-728x90", "web-banner-160x600"]


@pytest.mark.parametrize("look", look_names(ROOT / "brand"))
@pytest.mark.parametrize("photo", [{}, {"photo": "cup"}], ids=["none", "photo"])
def test_what_to_do_stands_on_one_line(look: str, photo: dict[str, str], tmp_path: Path) -> None:
    Pixels.new("RGB", (1400, 1400), "#c0b0a0").save(tmp_path / "cup.png")
    photos = [{"id": "cup", "file": "cup.png", "alt": "A cup"}]
    cards = [{"design": "announcement", "sizes": SIZES, **photo}]
    (kind,) = kinds_named(["social"])
    edition = replace(packed(tmp_path, photos=photos, cards=cards), brand=sample_brand(look))
    plans = list(kind.plan(edition))
    assert len(plans) == len(SIZES)
    for plan in plans:
        assert isinstance(plan.content, CardRecipe)
        laid = plan.content.lay_out()
        assert laid.sound, (plan.size, laid.remarks)
        calls = [item for item in laid.content.items if isinstance(item, Text) and item.role == "call"]
        assert all(len(call.lines) == 1 for call in calls), plan.size


@pytest.mark.parametrize("look", look_names(ROOT / "brand"))
@pytest.mark.parametrize("photo", [{}, {"photo": "cup"}], ids=["none", "photo"])
def test_a_column_parts_no_word_of_the_theme_and_has_smaller_dates(
    look: str, photo: dict[str, str], tmp_path: Path
) -> None:
    Pixels.new("RGB", (1400, 1400), "#c0b0a0").save(tmp_path / "cup.png")
    photos = [{"id": "cup", "file": "cup.png", "alt": "A cup"}]
    theme = {"title": "Understanding Early Trauma", "hashtag": "#Tea", "why": "Because."}
    cards = [{"design": "announcement", "sizes": ["skyscraper"], **photo}]
    (kind,) = kinds_named(["social"])
    edition = packed(tmp_path, theme=theme, photos=photos, cards=cards)
    plans = list(kind.plan(replace(edition, brand=sample_brand(look))))
    assert [plan.size for plan in plans] == ["web-banner-160x600", "web-banner-300x600"]
    for plan in plans:
        texts = {item.role: item for item in laid_out(plan.content).items if isinstance(item, Text)}
        lines = texts["theme"].lines
        assert " ".join(line.text.strip() for line in lines) == theme["title"], plan.size
        smallest = min(line.size or texts["theme"].size for line in lines)
        assert texts["dates"].size < smallest, plan.size


@pytest.mark.parametrize("look", look_names(ROOT / "brand"))
@pytest.mark.parametrize("title", ["A", "Tea"])
def test_a_short_theme_is_by_far_the_largest_in_a_column(look: str, title: str, tmp_path: Path) -> None:
    theme = {"title": title, "hashtag": "#Tea", "why": "Because."}
    (kind,) = kinds_named(["social"])
    edition = packed(tmp_path, theme=theme, cards=[{"design": "announcement", "sizes": ["skyscraper"]}])
    for plan in kind.plan(replace(edition, brand=sample_brand(look))):
        texts = {item.role: item for item in laid_out(plan.content).items if isinstance(item, Text)}
        assert texts["theme"].size >= 4 * texts["dates"].size, plan.size
