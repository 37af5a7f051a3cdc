"""Each field of a design has a picture in the docs, on which it changes something."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image

from builder.cli.pages import text
from builder.cli.reference import UNSEEN, pictured_fields
from builder.source.about import example

PICTURES = Path(__file__).parent.parent / "docs/pictures"
FIELDS = dict(pictured_fields())
MOST = 3 << 20  # bytes of all pictures: they come along in every wheel


@pytest.fixture(scope="module")
def drawing() -> ModuleType:
    """The script that draws them."""
    sys.path.insert(0, str(PICTURES))
    try:
        import fields  # noqa: PLC0415  stands beside the pictures
    finally:
        sys.path.remove(str(PICTURES))
    return fields


def test_every_field_has_a_picture_or_a_reason() -> None:
    drawn = {file.stem for file in (PICTURES / "fields").glob("*.png")}
    assert drawn == set(FIELDS), "run `python docs/pictures/fields.py`"
    assert all(UNSEEN.values())
    assert not UNSEEN.keys() & drawn


@pytest.mark.parametrize("called", FIELDS)
def test_a_picture_shows_what_the_field_changes(drawing: ModuleType, called: str) -> None:
    assert called in drawing.known_cards(), "give the field a card in docs/pictures/fields.yaml"
    without, with_it = drawing.frames(called, drawing.as_text(example(*FIELDS[called])))
    assert without != with_it


def test_every_card_is_that_of_a_field(drawing: ModuleType) -> None:
    assert set(drawing.known_cards()) == set(FIELDS)


def test_a_picture_is_drawn_in_few_colours_which_are_those_of_the_card(drawing: ModuleType) -> None:
    shown = drawing.picture("body.text.color", "secondary")
    small = drawing.few(shown, 16)
    assert shown.width == 2 * shown.height + drawing.GAP
    ground, kept = shown.getpixel((2, 2)), small.convert("RGB").getpixel((2, 2))
    assert max(abs(one - other) for one, other in zip(ground, kept, strict=True)) <= 3
    assert len(small.getcolors()) <= 16


def test_the_pictures_are_small() -> None:
    files = [file for file in PICTURES.rglob("*") if file.suffix in (".png", ".jpg", ".webp")]
    assert sum(file.stat().st_size for file in files) < MOST
    for file in (PICTURES / "fields").iterdir():
        with Image.open(file) as picture:
            assert max(picture.size) < 700, file.name


def test_a_page_in_the_terminal_has_no_pictures() -> None:
    assert "![" not in text("fields-of-a-design")
    assert "Example: `steps: 0.12`\n* **`tall`**" in text("fields-of-a-design")
