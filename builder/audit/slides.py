"""Rules of slides: what readers and listeners need, after PowerPoint's own checker and WCAG 2.2."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile

from builder.audit import deckparts
from builder.audit.deckparts import A, P, placeholder, related, shown
from builder.audit.package import (
    DC,
    DECORATIVE,
    OfficeFile,
    local,
    missing_part,
    read,
    unreachable_part,
    untitled_document,
)
from builder.audit.rule import FileKind, Rule
from builder.color import READABLE, contrast, parse_color

_TITLES = ("title", "ctrTitle")
_FEET = ("dt", "ftr", "sldNum")
_PICTURES = tuple(P + name for name in ("pic", "graphicFrame", "cxnSp"))
_SHAPES = (P + "sp", P + "grpSp", *_PICTURES)
_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
_FILE = re.compile(r"\.(png|jpe?g|gif|svg|emf|wmf)$", re.IGNORECASE)
_SMALLEST = 1200  # hundredths of a point


def untitled_or_alike(package: OfficeFile) -> Iterator[str]:
    """A slide has no title, or that of another one: readers find slides by their titles (WCAG 2.4.2)."""
    titles: list[str] = []
    for name, root in shown(package, "sld"):
        title = "".join(words(shape) for shape in root.iter(P + "sp") if kind(shape) in _TITLES)
        if not title or title in titles:
            yield name
        titles.append(title)


def layout_without_title(package: OfficeFile) -> Iterator[str]:
    """A layout has no title placeholder, so slides made from it have no title."""
    for name, root in shown(package, "sldLayout", "sldMaster"):
        if not any(ph.get("type") in _TITLES for ph in root.iter(P + "ph")):
            yield name


def missing_alt_text(package: OfficeFile) -> Iterator[str]:
    """A picture, a table or a chart has no alternative text and is not marked as decoration (WCAG 1.1.1)."""
    for name, root in shown(package, "sld"):
        for shape in root.iter(*_PICTURES):
            if not (_head(shape).get("descr") or decorative(shape) or _told_by_group(shape)):
                yield name


def file_name_as_alt_text(package: OfficeFile) -> Iterator[str]:
    """An alternative text is the name of a file."""
    for name, root in shown(package):
        if any(_FILE.search(head.get("descr", "")) for head in root.iter(P + "cNvPr")):
            yield name


def decoration_unmarked(package: OfficeFile) -> Iterator[str]:
    """Art on a master or a layout is not marked as decoration, or has words that would be read."""
    for name, root in shown(package, "sldLayout", "sldMaster"):
        plain = [shape for shape in root.iter(*_SHAPES) if placeholder(shape) is None]
        if any(not decorative(shape) or _head(shape).get("descr") for shape in plain):
            yield name


def text_without_language(package: OfficeFile) -> Iterator[str]:
    """Words do not say their language, so they are read aloud in another one (WCAG 3.1.2)."""
    for name, root in shown(package):
        runs = [run.find(A + "rPr") for run in root.iter(A + "r", A + "fld")]
        if any(run is None or not _TAG.fullmatch(run.get("lang", "")) for run in runs):
            yield name


def missing_language(package: OfficeFile) -> Iterator[str]:
    """Its properties have no language (WCAG 3.1.1)."""
    core = package.xml.get("docProps/core.xml")
    if core is None or not core.findtext(f"{DC}language"):
        yield ""


def table_without_header(package: OfficeFile) -> Iterator[str]:
    """A table has no header row, or a header without words (WCAG 1.3.1)."""
    for name, root in shown(package, "sld"):
        for table in root.iter(A + "tbl"):
            properties, row = table.find(A + "tblPr"), table.find(A + "tr")
            marked = properties is not None and properties.get("firstRow") in ("1", "true")
            if not marked or row is None or not all(words(cell) for cell in row.iter(A + "tc")):
                yield name


def empty_placeholder(package: OfficeFile) -> Iterator[str]:
    """A slide has an empty placeholder, which is read aloud and shows nothing."""
    for name, root in shown(package, "sld"):
        for shape in root.iter(P + "sp"):
            if placeholder(shape) is not None and kind(shape) not in _FEET and not words(shape):
                yield name


def title_read_late(package: OfficeFile) -> Iterator[str]:
    """A slide's title is not read first, or its footer not last (WCAG 1.3.2)."""
    for name, root in shown(package, "sld"):
        kinds = [kind(shape) for shape in root.find(f"{P}cSld/{P}spTree") if shape.tag in _SHAPES]
        titles = [number for number, found in enumerate(kinds) if found in _TITLES]
        feet = [found in _FEET for found in kinds]
        if titles not in ([0], []) or feet != sorted(feet):
            yield name


def small_text(package: OfficeFile) -> Iterator[str]:
    """Words are smaller than 12 points."""
    for name, root in shown(package, "sld", "sldLayout", "sldMaster"):
        sizes = [int(run.get("sz", _SMALLEST)) for run in root.iter(A + "rPr", A + "defRPr")]
        if min(sizes, default=_SMALLEST) < _SMALLEST:
            yield name


def weak_contrast(package: OfficeFile) -> Iterator[str]:
    """Text or links of the theme can hardly be read on their ground (WCAG 1.4.3)."""
    for name, root in shown(package, "sldMaster", "sldLayout"):
        master = name if local(root) == "sldMaster" else related(package, name, "slideMaster")
        if master not in package.xml:
            continue
        scheme = _scheme(package.xml[related(package, master, "theme")])
        own = root.find(f"{P}clrMapOvr/{A}overrideClrMapping")
        roles = package.xml[master].find(P + "clrMap") if own is None else own
        for text in ("tx1", "hlink", "folHlink"):
            ratio = contrast(scheme[roles.get(text)], scheme[roles.get("bg1")])
            if ratio < READABLE:
                yield f"{name}: {text} on bg1 is {ratio:.1f}"


def words(shape: Any) -> str:
    """The words inside, without white space around them."""
    return "".join(text.text or "" for text in shape.iter(A + "t")).strip()


def kind(shape: Any) -> str:
    """The type of placeholder that a shape is; empty for none."""
    place = None if shape.tag == P + "grpSp" else placeholder(shape)
    return "" if place is None else str(place.get("type", "obj"))


def decorative(shape: Any) -> bool:
    """Whether a shape is marked as decoration, under the address that PowerPoint knows."""
    mark = _head(shape).find(f".//{A}ext[@uri='{DECORATIVE}']")
    return mark is not None and any(local(each) == "decorative" and each.get("val") == "1" for each in mark)


def _head(shape: Any) -> Any:
    return next(shape.iter(P + "cNvPr"))


def _told_by_group(shape: Any) -> bool:
    return any(_head(group).get("descr") or decorative(group) for group in shape.iterancestors(P + "grpSp"))


def _scheme(theme: Any) -> dict[str, Any]:
    """The theme's colours by slot; system colours as the theme last saw them."""
    slots = theme.find(f"{A}themeElements/{A}clrScheme")
    return {local(slot): parse_color(f"#{slot[0].get('lastClr') or slot[0].get('val')}") for slot in slots}


FORMAT = FileKind(
    name="slides",
    types=tuple(
        f"application/vnd.openxmlformats-officedocument.presentationml.{name}"
        for name in ("presentation", "template")
    ),
    read=read,
    refusals=(BadZipFile, KeyError, SyntaxError),
    rules=tuple(
        map(
            Rule,
            (
                unreachable_part,
                missing_part,
                *deckparts.RULES,
                untitled_document,
                missing_language,
                untitled_or_alike,
                layout_without_title,
                missing_alt_text,
                file_name_as_alt_text,
                decoration_unmarked,
                text_without_language,
                table_without_header,
                empty_placeholder,
                title_read_late,
                small_text,
                weak_contrast,
            ),
        )
    ),
)
