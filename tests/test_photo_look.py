"""The look that photographs lead: what stands in for them is seen; in tall shapes nothing lies on faces."""

from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image as Pixels
from sample_brand import FOLDER, sample_brand

from builder.brand.artuse import ArtUse
from builder.brand.design import Background, Design
from builder.brand.identity import Brand
from builder.brand.read import read_brand
from builder.color import Color
from builder.content.frame import Frame, Picture, Text
from builder.content.frame import Path as Drawn
from builder.geometry.box import Box
from builder.geometry.pens import extent
from builder.imagefiles import read_image
from builder.layout.canvas import screen
from builder.layout.cards.solve import solve
from builder.layout.photo import Photograph
from builder.platforms.sizes import SIZES
from builder.record import replace
from builder.render.pixels.png import render_png

STARK = Path(__file__).parent / "brands/stark"
WORDS: dict[str, Any] = {"headline": "Ask before you sign", "theme": "Silence is a decision"}
WORDS |= {"dates": "8–12 March 2027", "hashtag": "#SayItOutLoud"}
FACES = Box(0.38, 0.26, 0.5, 0.2)  # of the photograph


def canvas_of(key: str) -> Any:
    return next(screen(size) for size in SIZES if size.key == key)


def message(brand: Brand) -> Design:
    design = brand.designs["message"]
    assert isinstance(design, Design)
    return design


def share_seen(frame: Frame, ground: tuple[int, int, int]) -> float:
    """How much of a card is art that can be told from its ground."""
    art = tuple(item for item in frame.items if not isinstance(item, Text))
    shown = np.asarray(Pixels.open(BytesIO(render_png(replace(frame, items=art))[0])).convert("RGB"))
    return float((np.abs(shown.astype(int) - ground).max(axis=2) > 16).mean())


@pytest.mark.parametrize("folder", [FOLDER, STARK], ids=["sample", "stark"])
def test_each_picture_of_light_is_large_and_seen_on_each_ground_of_its_series(folder: Path) -> None:
    brand = read_brand(folder, "brand", look="photo")
    (use,) = message(brand).background.pieces
    assert len(use.files) == 5
    for ground, file in product(message(brand).series, use.files):
        art = use.model_copy(update={"file": file})
        design = message(brand).model_copy(update={"background": Background(fill=ground, art=art)})
        frame = solve(design, WORDS, canvas_of("instagram-square"), brand, "en-GB").frame
        color = brand.color(ground)
        assert share_seen(frame, color.rgb) > 0.1, (ground, file)


def test_all_shapes_have_the_same_subjects_in_the_same_order() -> None:
    """A card's id chooses by the place in the list: a message is of leaves as a square and as a link."""
    brand = sample_brand("photo")
    for name in ("message", "day", "quote", "announcement"):
        design = brand.designs[name]
        assert isinstance(design, Design) and design.landscape and design.landscape.background
        uses: list[ArtUse] = [*design.background.pieces, *design.landscape.background.pieces]
        one, other = ([file.removesuffix(".svg").removesuffix("-tall") for file in use.files] for use in uses)
        assert one == other, name


@pytest.mark.parametrize(("look", "key"), list(product(("photo", "embrace"), ("story", "reel"))))
def test_words_and_logo_keep_off_the_faces_in_tall_shapes(look: str, key: str, tmp_path: Path) -> None:
    brand = sample_brand(look)
    grain = np.random.default_rng(3).integers(170, 250, (800, 800, 3), dtype=np.uint8)
    Pixels.fromarray(grain).save(tmp_path / "photo.png")
    photo = Photograph(read_image(tmp_path / "photo.png"), FACES, "A parent and a baby")
    for name in ("announcement-photo", "message-photo"):
        design = brand.designs[name]
        assert isinstance(design, Design)
        solved = solve(design, WORDS, canvas_of(key), brand, "en-GB", False, photo)
        (shown,) = [item for item in solved.frame.items if isinstance(item, Picture)]
        scale = shown.box.w / shown.crop.w
        left = shown.box.x + (FACES.x * 800 - shown.crop.x) * scale
        top = shown.box.y + (FACES.y * 800 - shown.crop.y) * scale
        faces = Box(left, top, FACES.w * 800 * scale, FACES.h * 800 * scale)
        curves = [item for item in solved.frame.items if isinstance(item, Drawn)]
        logo = [extent(item.commands) for item in curves if isinstance(item.fill, Color)]
        words = [item.box for item in solved.frame.items if isinstance(item, Text)]
        assert not any(box.overlaps(faces) for box in (*logo, *words)), name
        assert shown.box.y == 0 and shown.box.h > solved.frame.height * 0.38, name
