"""The table of formats: what a file is called follows from its row alone."""

import sys
from importlib import import_module
from importlib.util import find_spec

import pytest

from builder.pack import formats
from builder.pack.formats import DOCX, JPEG, PNG, STORY_PDF, SVG, WEBP, Format, supplied
from builder.record import replace

TABLE = {name: value for name, value in vars(formats).items() if isinstance(value, Format)}


@pytest.mark.parametrize("name", TABLE)
def test_every_row_has_a_maker_and_says_what_it_is(name: str) -> None:
    row = TABLE[name]
    module, _, function = row.renderer.partition(":")
    assert callable(getattr(import_module(module), function))
    assert row.media_type.count("/") == 1
    assert row.ending == row.label.lower()


def test_all_that_a_maker_needs_is_there_and_is_imported_before_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert all(find_spec(name) for row in TABLE.values() for name in row.needs)
    assert DOCX.needs
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    replace(SVG, needs=("colorsys",)).load()
    assert "colorsys" in sys.modules


def test_facts_of_a_format() -> None:
    assert [row for row in TABLE.values() if row.is_image] == [PNG, JPEG, WEBP, SVG]
    assert [row.is_pixels for row in (PNG, JPEG, SVG, DOCX)] == [True, True, False, False]
    assert (STORY_PDF.opens, DOCX.opens) == (True, False)


@pytest.mark.parametrize(
    ("ending", "like"), [("svg", SVG), ("png", PNG), ("jpg", JPEG), ("webp", WEBP), ("pdf", STORY_PDF)]
)
def test_a_supplied_file_is_what_its_ending_says(ending: str, like: Format) -> None:
    given = supplied(ending)
    assert (given.media_type, given.label, given.is_supplied) == (like.media_type, like.label, True)
    assert given.render(b"as it is") == b"as it is"


def test_a_supplied_file_of_an_unknown_ending_is_bytes() -> None:
    given = supplied("eps")
    assert (given.media_type, given.label, given.opens) == ("application/octet-stream", "EPS", False)
