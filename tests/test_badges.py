"""Frames for profile pictures and stickers: clear where they are to be, whole in a round crop, light."""

from __future__ import annotations

from io import BytesIO
from math import hypot
from pathlib import Path

import numpy as np
import pytest
import yaml
from numpy.typing import NDArray
from PIL import Image as Pixels
from sample_brand import sample_brand
from test_cards import SPEC, packed
from test_unbuildable import told

from builder.brand.clearing import ClearUse
from builder.brand.looks import look_names
from builder.content.frame import Frame, Text
from builder.content.recipe import laid_out
from builder.errors import Faults
from builder.kinds import kinds_named
from builder.pack.plan import Plan
from builder.pipeline.build import check
from builder.pipeline.request import Request
from builder.record import replace

ROOT = Path(__file__).parents[1]
SHORT = ("Tea", "#Tea")
USUAL = ("Understanding Early Trauma", "#UnderstandingEarlyTrauma")
LONG = ("What every child needs is somebody who stays with them", "#WhatEveryChildNeedsIsSomebodyWho")


def badges(folder: Path, look: str, said: tuple[str, str]) -> dict[str, Plan]:
    """The frame and the sticker, by their sizes."""
    theme = {**SPEC["theme"], "title": said[0], "hashtag": said[1]}
    (kind,) = kinds_named(["badges"])
    edition = replace(packed(folder, theme=theme), brand=sample_brand(look))
    return {plan.size: plan for plan in kind.plan(edition)}


def made(plan: Plan) -> tuple[bytes, NDArray[np.uint8], Frame]:
    """The file, its pixels and its frame; no word of it is hard to read, on white and on black."""
    frame: Frame = laid_out(plan.content)
    assert frame is not None, plan.content.lay_out().remarks  # type: ignore[union-attr]
    file = plan.format.render(frame, **dict(plan.options))
    assert isinstance(file, tuple)
    assert file[1] == ()
    with Pixels.open(BytesIO(file[0])) as pixels:
        assert pixels.has_transparency_data
        assert pixels.info["icc_profile"]
        return file[0], np.asarray(pixels.convert("RGBA")), frame


@pytest.mark.parametrize("look", look_names(ROOT / "brand"))
@pytest.mark.parametrize("said", [SHORT, USUAL, LONG], ids=["short", "usual", "long"])
def test_a_frame_leaves_the_face_clear_and_is_whole_in_a_round_crop(
    look: str, said: tuple[str, str], tmp_path: Path
) -> None:
    plan = badges(tmp_path, look, said)["profile-frame"]
    file, pixels, frame = made(plan)
    assert (plan.path[-4:], pixels.shape, file[:4]) == (".png", (1080, 1080, 4), b"\x89PNG")
    face = pixels[240:600, 340:740, 3]  # a face in the middle of a picture, a little above
    assert not face.any()
    down, right = np.mgrid[:1080, :1080] - 539.5
    seen = pixels[..., 3][np.hypot(down, right) < 540]
    assert 0.1 < (seen == 255).mean() < 0.55
    corners = pixels[[0, 0, -1, -1], [0, -1, 0, -1], 3]
    assert (corners == 255).all()  # where a platform shows the square
    texts = [item for item in frame.items if isinstance(item, Text)]
    assert [text.words for text in texts] == [said[1] if len(said[1]) <= 30 else "Tea"]
    assert [said[1] in note.message for note in plan.notes] == [True] * (len(said[1]) > 30)
    for text in texts:
        box = text.box
        far = max(hypot(x - 540, y - 540) for x in (box.x, box.right) for y in (box.y, box.bottom))
        assert far < 540


@pytest.mark.parametrize("look", look_names(ROOT / "brand"))
@pytest.mark.parametrize("said", [SHORT, USUAL, LONG], ids=["short", "usual", "long"])
def test_a_sticker_is_as_whatsapp_asks(look: str, said: tuple[str, str], tmp_path: Path) -> None:
    plan = badges(tmp_path, look, said)["sticker"]
    file, pixels, _ = made(plan)
    assert (pixels.shape, file[:4], file[8:12]) == ((512, 512, 4), b"RIFF", b"WEBP")
    assert len(file) < 100_000
    covered = np.argwhere(pixels[..., 3] > 8)
    assert covered.min() >= 15  # a margin of 16 px, and the soft edge of the line
    assert covered.max() <= 512 - 16
    assert (pixels[..., 3] == 255).mean() > 0.3
    row = pixels[int(covered[:, 0].min() + covered[:, 0].max()) // 2]
    first = int((row[:, 3] > 0).argmax())  # the line is white, and 8 px wide with its soft edge
    wide = int((row[first:, :3] != 255).any(axis=1).argmax())
    assert 7 <= wide <= 9


@pytest.mark.parametrize("look", look_names(ROOT / "brand"))
def test_a_long_word_leaves_a_sticker_as_full_as_others(look: str, tmp_path: Path) -> None:
    plan = badges(tmp_path, look, ("Misunderstandings about Early Trauma", "#Tea"))["sticker"]
    (text,) = (item for item in laid_out(plan.content).items if isinstance(item, Text))
    assert len(text.lines) > 1
    assert text.box.w > 0.5 * 512
    assert text.box.h > (0.12 if look == "grid" else 0.25) * 512


def test_what_is_drawn_is_exact_where_it_covers_and_white_nowhere_else(tmp_path: Path) -> None:
    _, pixels, _ = made(badges(tmp_path, "broadsheet", USUAL)["profile-frame"])
    brand = sample_brand("broadsheet")
    assert pixels[2, 2].tolist() == [*brand.color("primary").rgb, 255]
    edge = pixels[(pixels[..., 3] > 60) & (pixels[..., 3] < 200)]
    inks = np.array([brand.color(name).rgb for name in ("primary", "accent")])
    off = np.abs(edge[:, None, :3].astype(int) - inks).max(axis=2).min(axis=1)
    assert len(edge) > 500
    assert off.max() <= 4  # the colour of a half-covered pixel is that of what covers it


def test_words_that_are_seen_through_are_told(tmp_path: Path) -> None:
    design = "background: {fill: primary, clear: {}}\nbody: {text: {from: theme, style: title}}\n"
    brand = tmp_path / "brand"
    (brand / "designs").mkdir(parents=True)
    (brand / "_brand.yml").write_text("defaults: {packbuild: {look: embrace}}\n", "utf-8")
    (brand / "designs/sticker.yaml").write_text(design, "utf-8")
    spec = tmp_path / "2025.yaml"
    spec.write_text(yaml.safe_dump(SPEC), "utf-8")
    asked = Request(spec=spec, brand=brand, output=tmp_path / "out", root=tmp_path, jobs=1, only=("badges",))
    with pytest.raises(Faults) as faults:
        check(asked)
    assert "the contrast of `Tea`" in told(faults.value)
    assert "#000000" in told(faults.value) or "#FFFFFF" in told(faults.value)


def test_a_hole_has_no_line_round_what_is_drawn() -> None:
    with pytest.raises(ValueError, match="has a line round what is drawn, and a ground"):
        ClearUse(hole=0.4, outline=0.01)
