"""What is said of each field that people write, and the pages and the schema made of it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from textwrap import indent

import pytest
import yaml
from pydantic import BaseModel, Field, ValidationError

from builder.brand.looks import look_names
from builder.brand.slides import SlideSet
from builder.cli import reference
from builder.cli.gallery import GALLERY, gallery
from builder.cli.reference import PAGES, page
from builder.platforms.sizes import Size
from builder.record import fields_of
from builder.source.about import About, about, example, records_in
from builder.source.forms import Form, fields_at, forms_at, limits
from builder.spec.model import Spec

ROOT = Path(__file__).parent.parent
FIELDS = [
    pytest.param(record, name, id=f"{record.__name__}.{name}")
    for told in PAGES.values()
    for record in records_in(told.record)
    for name in record.model_fields
]
# One example shows an item of a list that has more, at least.
SHORT = {(SlideSet, "layouts")}


@pytest.mark.parametrize(("record", "name"), FIELDS)
def test_every_field_says_what_it_is(record: type[BaseModel], name: str) -> None:
    text = about(record)[name].text
    assert re.fullmatch(r"[A-Z].*\.", text), text


@pytest.mark.parametrize(("record", "name"), FIELDS)
def test_every_field_has_an_example_that_it_takes(record: type[BaseModel], name: str) -> None:
    shown = example(record, name)
    field = record.model_fields[name].alias or name
    written = f"{field}:\n{indent(shown, '  ')}" if "\n" in shown else f"{field}: {shown}"
    data = yaml.load(written, yaml.BaseLoader)  # all values are texts, as a spec is read
    assert shown
    assert list(data) == [field]
    assert [fault for fault in faults(record, data) if fault["loc"][:1] == (field,)] == []


def faults(record: type[BaseModel], data: object) -> list[dict[str, object]]:
    """What is wrong with a part of a record, beside what it lacks."""
    try:
        record.model_validate(data)
    except ValidationError as error:
        found = [dict(each) for each in error.errors()]
        short = {"too_short"} if any(record is known for known, _ in SHORT) else set()
        return [each for each in found if each["type"] not in {"missing", *short}]
    return []


@pytest.mark.parametrize("name", PAGES)
def test_the_pages_are_fresh(name: str) -> None:
    written = (ROOT / "docs" / f"{name}.md").read_text("utf-8")
    assert written == page(name), "run `python -m builder.cli.reference`"


def test_every_look_shows_its_designs_and_its_slides() -> None:
    written = (ROOT / f"docs/{GALLERY}.md").read_text("utf-8")
    assert written == gallery(), "run `python -m builder.cli.reference`"
    pictures = ROOT / "docs/pictures/looks"
    for look in look_names():
        assert f"](pictures/looks/designs-{look}.webp)" in written
        assert all((pictures / f"{of}-{look}.webp").exists() for of in ("designs", "slides"))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_names_every_field_and_its_links_lead_somewhere(name: str) -> None:
    text = page(name)
    headings = {re.sub(r"[`.]", "", line[3:]).lower() for line in text.splitlines() if line[:3] == "## "}
    assert set(re.findall(r"\]\(#(.*?)\)", text)) <= headings
    assert all((ROOT / "docs" / link).exists() for link in re.findall(r"\]\((.*?\.md)\)", text))
    for record in records_in(PAGES[name].record):
        for field in fields_at(record, ()):
            assert f"* **`{field}`** (" in text


def test_the_command_writes_pages_and_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("docs", "packs"):
        (tmp_path / folder).mkdir()
    monkeypatch.setattr(reference, "shipped", lambda name: tmp_path / name)
    reference.main()
    written = {path.relative_to(tmp_path).as_posix(): path for path in tmp_path.rglob("*.*")}
    pages = {f"docs/{name}.md" for name in (*PAGES, GALLERY)}
    assert set(written) == {*pages, "packs/schema.json"}
    for name, path in written.items():
        assert path.read_text("utf-8") == (ROOT / name).read_text("utf-8")


def test_the_schema_describes_every_field_and_shows_it() -> None:
    made = json.loads((ROOT / "packs/schema.json").read_text("utf-8"))
    known = {**made["$defs"], "Spec": made}
    for record in records_in(Spec):
        for field, told in known[record.__name__]["properties"].items():
            assert told["description"], field
            assert told["examples"][0] not in (None, ""), field
    assert made["$defs"]["Dates"]["properties"]["start"]["examples"] == ["2022-06-13"]


def test_every_column_of_sizes_is_told() -> None:
    table = (ROOT / "docs/add-a-size.md").read_text("utf-8").partition("| column |")[2]
    told = {name for row in re.findall(r"^\| (.*?) \|", table, re.MULTILINE) for name in row.split(", ")}
    assert set(fields_of(Size)) <= told


class Bell(BaseModel):
    """A record to ask about."""

    tone: str = ""
    """How it sounds. Example: a"""
    weight: float = Field(default=1, gt=0, le=9)
    """How heavy it is,
    in t.

    Example:
      - 1
      - 2
    """
    inside: tuple[Bell, ...] = ()
    named: dict[str, Bell | None] = {}


def test_a_text_under_a_field_may_end_with_an_example() -> None:
    weight = About("How heavy it is, in t.", "- 1\n- 2")
    assert about(Bell) == {"tone": About("How it sounds.", "a"), "weight": weight}


def test_forms_of_a_record_that_holds_itself() -> None:
    assert fields_at(Bell, ("inside", 3, "named", "x")) == ["tone", "weight", "inside", "named"]
    assert [form.type for form in forms_at(Bell, ("inside", 0, "tone"))] == [str]
    nowhere = [("tone", 0), ("inside", "x"), ("nothing",)]
    assert [forms_at(Bell, loc) for loc in nowhere] == [(), (), ()]
    assert records_in(Bell) == {Bell: [(), ("inside", 0), ("named", "*")]}


def test_limits_of_a_form_are_said() -> None:
    (weight,) = forms_at(Bell, ("weight",))
    assert limits(weight) == "more than 0 to 9"
    assert limits(Form(str)) == ""
