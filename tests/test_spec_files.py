"""Good specs, their translations, and the schema that editors use."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from builder.errors import Faults
from builder.source import read
from builder.source.validate import validate
from builder.spec.model import Spec
from builder.spec.read import read_spec
from builder.spec.schema import schema

ROOT = Path(__file__).parents[1]
PACKS = sorted(path for path in (ROOT / "packs").glob("*.yaml") if path.stem.isdecimal())

ORIGINAL = """\
campaign:
  name: Swift Week
  short_name: Swifts
  organiser: Friends of Swifts
  website: https://example.org/swifts
  contact: hello@example.org
  about: A week for the birds above our roofs.
theme: {title: A Place to Nest, hashtag: "#APlaceToNest", why: Nests are lost.}
dates: {start: 2023-07-03, end: 2023-07-09}
languages: [en-GB, cy]
messages:
  - {id: look-up, headline: Look up}
  - {id: gap, headline: Leave the gap}
get_involved:
  - {audience: Schools, ideas: [Look up, Count]}
posts:
  - {id: launch, when: 2023-07-03, text: {default: Look up, x: Look}}
"""
WELSH = """\
campaign: {name: Wythnos Gwenoliaid, about: Wythnos i adar., website: https://example.org/cy}
theme: {title: Lle i Nythu, why: Mae nythod yn diflannu.}
messages:
  - {id: gap, headline: Gadewch y bwlch}
  - {id: look-up, headline: Edrychwch, alt: Aderyn}
get_involved:
  - {audience: Ysgolion, ideas: [Edrychwch, Cyfrwch, Canwch]}
posts:
  - {id: launch, text: {default: Edrychwch i fyny}}
"""


def test_editors_take_a_local_time_which_has_no_offset() -> None:
    start = json.loads(schema())["$defs"]["Event"]["properties"]["start"]
    assert re.fullmatch(start["pattern"], "2022-06-14T12:30")
    assert re.fullmatch(start["pattern"], "2022-06-14")
    assert "date-time" not in schema()


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
def test_the_packs_of_this_project_are_without_fault_or_warning(path: Path) -> None:
    assert read_spec(path, ROOT).warnings == ()


def test_a_translation_is_laid_over_the_words_it_translates(tmp_path: Path) -> None:
    (tmp_path / "2023.yaml").write_text(ORIGINAL, encoding="utf-8")
    (tmp_path / "2023.cy.yaml").write_text(WELSH, encoding="utf-8")
    english, welsh = read_spec(tmp_path / "2023.yaml", tmp_path).versions
    assert (english.language, welsh.language) == ("en-GB", "cy")
    assert english.spec.theme.title == "A Place to Nest"
    assert welsh.spec.campaign.name == "Wythnos Gwenoliaid"
    assert welsh.spec.campaign.organiser == "Friends of Swifts"
    assert welsh.spec.campaign.website == "https://example.org/cy"
    assert [(item.id, item.headline, item.alt) for item in welsh.spec.messages] == [
        ("look-up", "Edrychwch", "Aderyn"),
        ("gap", "Gadewch y bwlch", None),
    ]
    assert welsh.spec.get_involved[0].ideas == ("Edrychwch", "Cyfrwch", "Canwch")
    assert welsh.spec.posts[0].text == {"default": "Edrychwch i fyny"}
    assert welsh.spec.posts[0].when == dt.date(2023, 7, 3)


def test_places_of_a_translation_name_the_file_that_each_value_is_from(tmp_path: Path) -> None:
    (tmp_path / "2023.yaml").write_text(ORIGINAL, encoding="utf-8")
    (tmp_path / "2023.cy.yaml").write_text(WELSH, encoding="utf-8")
    source = read_spec(tmp_path / "2023.yaml", tmp_path).versions[1].source
    headline, date = source.place(("messages", 0, "headline")), source.place(("posts", 0, "when"))
    assert (headline.file, headline.line) == ("2023.cy.yaml", 5)
    assert (date.file, date.line) == ("2023.yaml", 17)


def test_a_spec_of_the_required_fields_alone_is_enough(tmp_path: Path) -> None:
    (tmp_path / "2023.yaml").write_text(ORIGINAL.partition("languages")[0], encoding="utf-8")
    (edition,) = read_spec(tmp_path / "2023.yaml", tmp_path).versions
    assert edition.language == "en-GB"
    assert edition.spec.messages == ()


def test_a_field_left_empty_counts_as_left_out(tmp_path: Path) -> None:
    text = ORIGINAL.partition("languages")[0] + "messages:\npledge:\nguide:\n  title:\n"
    (tmp_path / "2023.yaml").write_text(text, encoding="utf-8")
    spec = read_spec(tmp_path / "2023.yaml", tmp_path).versions[0].spec
    assert (spec.messages, spec.pledge, spec.guide.title) == ((), None, None)


def test_any_model_can_be_read_from_a_file(tmp_path: Path) -> None:
    class Swift(BaseModel):
        wings: int

    (tmp_path / "a.yaml").write_text("wings: 2\n", encoding="utf-8")
    assert validate(Swift, read(tmp_path / "a.yaml", "a.yaml")).wings == 2
    (tmp_path / "b.yaml").write_text("wings: two\n", encoding="utf-8")
    with pytest.raises(Faults) as faults:
        validate(Swift, read(tmp_path / "b.yaml", "b.yaml"))
    (problem,) = faults.value.problems
    assert problem.message == "wings must be a whole number, not `two`"
    assert (problem.place.line, problem.place.column) == (1, 8)


def test_the_schema_for_editors_is_fresh() -> None:
    assert (ROOT / "packs/schema.json").read_text(encoding="utf-8") == schema(), "run `packbuild schema`"


def test_the_schema_names_every_part_and_says_what_it_is_for() -> None:
    made = json.loads(schema())
    assert list(made["properties"]) == list(Spec.model_fields)
    assert "for" in made["$defs"]["CardRequest"]["properties"]
    assert made["$defs"]["Message"]["properties"]["headline"]["description"]


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
def test_editors_are_told_where_the_schema_is(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=schema.json\n")
