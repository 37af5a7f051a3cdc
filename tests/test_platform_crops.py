"""Mocks of what platforms cut off, by pixels: grids of 3:4 and of squares, a banner."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image as Pixels
from sample_brand import sample_brand
from test_badges import ROOT
from test_cards import SPEC, packed

from builder.brand.looks import look_names
from builder.color import Color
from builder.content.frame import Fill, Frame, Text
from builder.content.recipe import laid_out
from builder.geometry.box import Box
from builder.kinds import kinds_named
from builder.pack.formats import PNG
from builder.record import replace

Seen = NDArray[np.bool_]
GREY, FAINT = (128, 128, 128), 40
LONG = "What every child needs is somebody who stays with them"


def middle(across: float, down: float) -> Callable[[int, int], Seen]:
    """As much of the middle as has this shape; a round letter may stand a pixel further out than its line."""

    def crop(high: int, wide: int) -> Seen:
        kept_wide, kept_high = min(wide, high * across / down), min(high, wide * down / across)
        x, y = abs(np.arange(wide) - (wide - 1) / 2), abs(np.arange(high) - (high - 1) / 2)
        return (y < kept_high / 2 + 1)[:, None] & (x < kept_wide / 2 + 1)[None, :]

    return crop


def banner(high: int, wide: int) -> Seen:
    """What all computers and phones show of a channel's banner (YouTube Help: safe area 1546×423)."""
    seen = np.zeros((high, wide), bool)
    seen[(high - 425) // 2 : (high + 425) // 2, (wide - 1548) // 2 : (wide + 1548) // 2] = True
    return seen


# The profile grid of Instagram is 3:4; that of older versions, of Facebook and of shared posts is square.
CROPS: dict[str, Callable[[int, int], Seen]] = {
    "instagram-portrait": lambda high, wide: middle(3, 4)(high, wide) & middle(1, 1)(high, wide),
    "instagram-grid": middle(3, 4),
    "youtube-banner": banner,
}


def inked(frame: Frame) -> Seen:
    """Where words are, but for the faint edge of a letter: drawn alone, on a grey that no look has."""
    texts = [item for item in frame.items if isinstance(item, Text)]
    grey = Fill(Box(0, 0, frame.width, frame.height), Color(*GREY))
    made, _ = PNG.render(replace(frame, items=(grey, *texts)))
    with Pixels.open(BytesIO(made)) as picture:
        drawn = np.asarray(picture.convert("RGB")).astype(np.int16)
    found: Seen = abs(drawn - GREY).max(axis=2) > FAINT
    return found


@pytest.mark.parametrize("look", look_names(ROOT / "brand"))
def test_no_word_is_cut_off_where_a_platform_crops(look: str, tmp_path: Path) -> None:
    cards = [{"design": "announcement", "sizes": list(CROPS)}]
    edition = packed(tmp_path, theme={**SPEC["theme"], "title": LONG}, cards=cards)
    (kind,) = kinds_named(["social"])
    plans = {plan.size: plan for plan in kind.plan(replace(edition, brand=sample_brand(look)))}
    for size, crop in CROPS.items():
        found = inked(laid_out(plans[size].content))
        assert found.sum() > 500, (look, size)
        assert not (found & ~crop(*found.shape)).any(), (look, size)


# A card of each kind, and its variants, in words as long as people write them.
MANY: dict[str, object] = {
    "messages": [
        *({"id": f"m{n}", "headline": LONG, "text": f"{LONG}, and asks again."} for n in range(4)),
        *({"id": f"s{n}", "headline": "Ask again"} for n in range(3)),
    ],
    "quotes": [{"id": f"q{n}", "text": f"{LONG}. " * (n + 1), "who": "A health visitor"} for n in range(3)],
    "statistics": [
        {"id": f"f{n}", "value": value, "label": LONG, "source": "Office for National Statistics, 2021"}
        for n, value in enumerate(["1 in 3", "83%", "14.2 million"])
    ],
    "resources": [{"title": LONG, "kind": "Film", "description": f"{LONG}, in six minutes."}],
    "events": [{"title": LONG, "start": "2025-05-06T10:00", "place": "Village Hall, Market Street"}],
    "days": [{"date": f"2025-05-0{n}", "topic": LONG, "text": LONG} for n in (5, 7)],
    "pledge": {"text": LONG},
}


@pytest.mark.parametrize("look", look_names(ROOT / "brand"))
def test_no_word_of_any_card_is_cut_off_in_a_profile_grid(look: str, tmp_path: Path) -> None:
    (kind,) = kinds_named(["social"])
    edition = replace(packed(tmp_path, **MANY), brand=sample_brand(look))
    plans = [plan for plan in kind.plan(edition) if plan.size == "instagram-portrait"]
    assert len({plan.group.split("-")[0] for plan in plans}) >= 8
    for plan in plans:
        found = inked(laid_out(plan.content))
        assert found.any() and not (found & ~CROPS[plan.size](*found.shape)).any(), (look, plan.group)
