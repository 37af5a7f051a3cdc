"""The pages that list the fields of what people write, made from the program itself.

`python -m builder.cli.reference` writes them anew, and the schema of specs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from textwrap import TextWrapper, indent
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from builder.brand.brandfile import BrandFile
from builder.brand.design import Design
from builder.brand.lookstyle import LookStyle
from builder.brand.slides import SlideSet
from builder.cli.gallery import GALLERY, gallery
from builder.record import Record
from builder.shipped import shipped
from builder.source import Loc
from builder.source.about import about, example, records_in
from builder.source.forms import Form, limits, longest
from builder.source.validate import listed
from builder.spec.model import Spec
from builder.spec.schema import schema

_WIDTH = 110
_BLANKS = re.compile(r"\n{3,}")


class Page(Record):
    """A page of fields."""

    title: str
    intro: str
    record: type[BaseModel]


PAGES: Mapping[str, Page] = {
    "fields-of-a-spec": Page(
        "Fields of a spec",
        """`packs/2022.yaml` says what a year's campaign is. Editors that read its first line complete these
        fields and say what is wrong as you type ([your own campaign](your-own-campaign.md)).""",
        Spec,
    ),
    "fields-of-brand-yml": Page(
        "Fields of `_brand.yml`",
        """`brand/_brand.yml` says who the brand is. What the forms of brand.yml mean is told in
        [what `_brand.yml` may say](brand-yml.md), roles in [colours](colours.md).""",
        BrandFile,
    ),
    "fields-of-a-design": Page(
        "Fields of a design",
        """A file of `brand/designs/`, or of a look ([add a design](add-a-design.md)). Lengths are shares of
        the canvas's short side: 0.05 of a square of 1080 px is 54 px. Colours are roles or names of the
        palette. A picture shows each: a card as it is on the left or above, on the right or below with what
        the example says. (`docs/pictures/fields.py` makes them; the photographs are painted.)""",
        Design,
    ),
    "fields-of-a-look": Page(
        "Fields of a look",
        """The file `look.yaml` of a folder in `brand/looks/` ([looks](looks.md)).""",
        LookStyle,
    ),
    "fields-of-slides": Page(
        "Fields of the slides",
        """`brand/slides.yaml`, or that of a look, is the PowerPoint template
        ([change the slides](change-the-slides.md)). Boxes and edges are in hundredths of the slide, sizes of
        type in points.""",
        SlideSet,
    ),
}


# Fields of a design that no picture shows, and why.
UNSEEN: Mapping[str, str] = {
    "about": "it is read in a list",
    "needs": "it decides whether a card is made, not how it looks",
}
PICTURES = "pictures/fields"


def pictured_fields() -> Iterator[tuple[str, tuple[type[BaseModel], str]]]:
    """The fields of a design that have a picture in the docs, by what their files are called."""
    for record, places in records_in(Design).items():
        for name, field in record.model_fields.items():
            called = _called(record, field.alias or name, {record: places})
            if called not in UNSEEN:
                yield called, (record, name)


def page(name: str) -> str:
    """A page, as Markdown."""
    told = PAGES[name]
    places = records_in(told.record)
    made = "Made from the program by `python -m builder.cli.reference`."
    lines = [
        f"# {told.title}\n",
        *_lines(told.intro),
        "",
        f"What is not said to be needed may be left out. {made}\n",
        *(line for record in places for line in _section(record, places)),
    ]
    return _BLANKS.sub("\n\n", "\n".join(lines))


def _section(record: type[BaseModel], places: Mapping[type[BaseModel], list[Loc]]) -> Iterator[str]:
    if place := _path(places[record][0]):
        also = list(dict.fromkeys(path for loc in places[record] if (path := _path(loc)) != place))
        text = (record.__doc__ or "").strip()
        yield f"## `{place}`\n"
        yield from _lines(f"{text} Also: {listed(also, 'and')}." if also else text)
        yield ""
    for name, field in record.model_fields.items():
        yield from _field(record, name, field, places)
    yield ""


def _field(
    record: type[BaseModel], name: str, field: FieldInfo, places: Mapping[type[BaseModel], list[Loc]]
) -> Iterator[str]:
    written = field.alias or name
    forms = _all(Form(record).fields[written], places)
    said, shown = about(record)[name], example(record, name)
    yield from _lines(f"* **`{written}`** ({forms}{_left_out(field)}): {said.text}")
    if "\n" in shown:
        yield f"\n  ```yaml\n  {written}:\n{indent(shown, '    ')}\n  ```\n"
    else:
        yield f"  Example: `{written}: {shown}`"
    if Design in places and (called := _called(record, written, places)) not in UNSEEN:
        yield f"\n  ![Without the example of `{written}`, and with it]({PICTURES}/{called}.png)\n"


def _called(record: type[BaseModel], written: str, places: Mapping[type[BaseModel], list[Loc]]) -> str:
    """What the picture of a field is called: by its place, `background.art.scale`."""
    return ".".join(filter(None, (_path(places[record][0]), written)))


def _left_out(field: FieldInfo) -> str:
    """What a field is that is left out, where it is not nothing."""
    default = field.default
    if field.is_required():
        return "; needed"
    if default in (None, "", ()) or isinstance(default, BaseModel) or field.default_factory:
        return ""
    return f"; left out: {_shown(default)}"


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "`yes`" if value else "`no`"
    if isinstance(value, tuple):
        return f"`[{', '.join(_bare(each) for each in value)}]`"
    return f"`{_bare(value)}`"


def _bare(value: Any) -> str:
    return f"{value:g}" if isinstance(value, int | float) else str(value)


def _words(form: Form, places: Mapping[type[BaseModel], list[Loc]]) -> str:
    """What may stand there, in words."""
    if form.fields:
        place = _path(places[form.type][0])
        return f"[{place}](#{_anchor(place)})"
    if get_origin(form.type) is Literal:
        return listed([word for word in get_args(form.type) if word])
    if form.names:
        return f"by name: {_all(form.inside('*'), places)}"
    if get_origin(form.type) is tuple:
        items = get_args(form.type)
        if ... in items and form.kind.words:
            return form.kind.words
        count = "" if ... in items else f"{len(items)}: "
        count = f"at most {longest(form):,}: " if longest(form) else count
        return f"a list of {count}{_all(form.inside(0), places)}"
    return f"{form.kind.words or _SIMPLE[form.type]}{_range(form)}"


_SIMPLE: Mapping[Any, str] = {str: "text", int: "a whole number", float: "a number", bool: "yes or no"}


def _all(forms: tuple[Form, ...], places: Mapping[type[BaseModel], list[Loc]]) -> str:
    return ", or ".join(dict.fromkeys(_words(form, places) for form in forms))


def _range(form: Form) -> str:
    most = longest(form) if form.type is str else 0
    said = f"{most:,} characters at most" if most else limits(form)
    return f", {said}" if said else ""


def _path(loc: Loc) -> str:
    """A place as people write it: `background.art`, `sizes.NAME`."""
    return ".".join("NAME" if step == "*" else str(step) for step in loc if step != 0)


def _anchor(heading: str) -> str:
    """The link that GitHub makes of a heading."""
    return heading.lower().replace(".", "").replace(" ", "-")


def _lines(text: str) -> list[str]:
    inside = "  " if text.startswith("* ") else ""
    wrapper = TextWrapper(_WIDTH, subsequent_indent=inside, break_long_words=False, break_on_hyphens=False)
    return wrapper.wrap(" ".join(text.split()))


def main() -> None:
    """Write the pages and the schema of specs."""
    for name in PAGES:
        (shipped("docs") / f"{name}.md").write_text(page(name), "utf-8")
    (shipped("docs") / f"{GALLERY}.md").write_text(gallery(), "utf-8")
    (shipped("docs").parent / "packs/schema.json").write_text(schema(), "utf-8")


if __name__ == "__main__":
    main()
