"""Rules of a presentation that its schemas do not hold; most slip through the Open XML SDK's validator.

Each is a thing that PowerPoint repairs, drops or shows wrongly (ISO/IEC 29500-1, 13 and 19).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from builder.audit.package import CORE, DCTERMS, OfficeFile, local
from builder.geometry.box import Box
from builder.geometry.curves import covers

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
MAIN = "ppt/presentation.xml"
_NEEDED = {
    "sldMaster": {"theme", "slideLayout"},
    "sldLayout": {"slideMaster"},
    "sld": {"slideLayout"},
    "notesMaster": {"theme"},
    "notes": {"notesMaster", "slide"},
}
_LOWEST = 2**31  # ids of masters and layouts start here
_WORDLESS = ("pic", "sldImg", "chart", "tbl", "media", "dgm")
_TOUCH = 6_350.0  # EMU: half a pt, by which shares are rounded


def shown(package: OfficeFile, *kinds: str) -> Iterator[tuple[str, Any]]:
    """Masters, layouts, slides, notes: the parts of these kinds, or all that have a tree of shapes."""
    return package.of(*(kinds or _NEEDED))


def related(package: OfficeFile, part: str, kind: str) -> str:
    """The first part of a kind that a part leads to; empty if there is none."""
    return next((target for found, target in package.relations(part) if found == kind), "")


def placeholder(shape: Any) -> Any | None:
    """What makes a shape a placeholder; None if it is none."""
    return shape.find(f".//{P}nvPr/{P}ph")


def missing_relation(package: OfficeFile) -> Iterator[str]:
    """A part lacks a relation that its kind needs."""
    for name, root in shown(package):
        if _NEEDED[local(root)] - {found for found, _ in package.relations(name)}:
            yield name


def shared_theme(package: OfficeFile) -> Iterator[str]:
    """Two masters share a theme."""
    themes = [related(package, name, "theme") for name, _ in shown(package, "sldMaster", "notesMaster")]
    yield from sorted({theme for theme in themes if theme and themes.count(theme) > 1})


def clashing_layout_ids(package: OfficeFile) -> Iterator[str]:
    """Masters and layouts do not have ids of their own, from 2147483648 up."""
    roots = [package.xml[MAIN], *(root for _, root in shown(package, "sldMaster"))]
    tags = (P + "sldMasterId", P + "sldLayoutId")
    ids = [each.get("id") for root in roots for each in root.iter(*tags)]
    if len(ids) != len(set(ids)) or any(int(number) < _LOWEST for number in ids):
        yield MAIN


def unlisted_notes_master(package: OfficeFile) -> Iterator[str]:
    """The notes master is related but not listed."""
    if related(package, MAIN, "notesMaster") and package.xml[MAIN].find(P + "notesMasterIdLst") is None:
        yield MAIN


def other_sections(package: OfficeFile) -> Iterator[str]:
    """The sections do not list each slide once."""
    root = package.xml[MAIN]
    listed = sorted(each.get("id") for each in root.iter(P14 + "sldId"))
    if listed and listed != sorted(each.get("id") for each in root.iter(P + "sldId")):
        yield MAIN


def unfit_properties(package: OfficeFile) -> Iterator[str]:
    """A date or the version of the program in the properties has a form that Office refuses."""
    core, app = package.xml.get("docProps/core.xml", ()), package.xml.get("docProps/app.xml", ())
    dates = [
        each.text or ""
        for each in core
        if str(each.tag).startswith(DCTERMS) or each.tag == f"{CORE}lastPrinted"
    ]
    if not all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", date) for date in dates):
        yield "docProps/core.xml"
    versions = [each.text or "" for each in app if local(each) == "AppVersion"]
    if not all(re.fullmatch(r"\d{1,2}\.\d{4}", version) for version in versions):
        yield "docProps/app.xml"


def repeated_shape_id(package: OfficeFile) -> Iterator[str]:
    """Two shapes have the same id."""
    for name, root in shown(package):
        ids = [each.get("id") for each in root.iter(P + "cNvPr")]
        if len(ids) != len(set(ids)):
            yield name


def background_without_effects(package: OfficeFile) -> Iterator[str]:
    """A background has no list of effects, not even an empty one."""
    for name, root in shown(package):
        for ground in root.iter(P + "bgPr"):
            if ground.find(A + "effectLst") is None and ground.find(A + "effectDag") is None:
                yield name


def negative_extent(package: OfficeFile) -> Iterator[str]:
    """A shape has a negative size."""
    for name, root in shown(package):
        sizes = [each.get(side) for each in root.iter(A + "ext") for side in ("cx", "cy") if each.get(side)]
        if any(int(size) < 0 for size in sizes):
            yield name


def repeated_placeholder(package: OfficeFile) -> Iterator[str]:
    """Two placeholders have the same index."""
    for name, root in shown(package, "sld", "sldLayout", "sldMaster"):
        indexes = _indexes(root)
        if len(indexes) != len(set(indexes)):
            yield name


def unknown_placeholder(package: OfficeFile) -> Iterator[str]:
    """A placeholder of a slide is not on its layout."""
    for name, root in shown(package, "sld"):
        layout = package.xml.get(related(package, name, "slideLayout"))
        if layout is not None and set(_indexes(root)) - set(_indexes(layout)):
            yield name


def placeholder_without_text_body(package: OfficeFile) -> Iterator[str]:
    """A placeholder has no room for words."""
    for name, root in shown(package):
        for shape in root.iter(P + "sp"):
            place = placeholder(shape)
            if place is not None and place.get("type") not in _WORDLESS and shape.find(P + "txBody") is None:
                yield name


def placeholder_with_place_of_its_own(package: OfficeFile) -> Iterator[str]:
    """A slide's text box does not take its place from its layout, so a new layout would not move it."""
    for name, root in shown(package, "sld"):
        for shape in root.iter(P + "sp"):
            if placeholder(shape) is not None and len(shape.find(P + "spPr")):
                yield name


def overlapping_placeholders(package: OfficeFile) -> Iterator[str]:
    """Two placeholders of a layout overlap."""
    for name, root in shown(package, "sldLayout", "sldMaster"):
        held = [shape for shape in root.iter(P + "sp") if _box(shape)]
        for one, other in combinations(held, 2):
            if _meet(one, other) and _meet(other, one):
                yield f"{name}: {_called(one)} and {_called(other)} of {_layout(root)}"


def _meet(one: Any, other: Any) -> bool:
    """Whether a placeholder, in its own outline, reaches into the box of another."""
    box, room = _box(one), _box(other)
    assert box
    assert room
    curve = one.find(f"{P}spPr/{A}custGeom")
    if curve is None or not _overlap(box, room):
        return _overlap(box, room)
    points = [(box[0] + int(at.get("x")), box[1] + int(at.get("y"))) for at in curve.iter(A + "pt")]
    left, top, right, bottom = room
    return covers([points], Box(left, top, right - left, bottom - top).inset(*[_TOUCH] * 4))


def fixed_color(package: OfficeFile) -> Iterator[str]:
    """A colour is not the theme's, so a new theme would not change it; logos have colours of their own, and
    what is drawn of people.
    """
    for name, root in shown(package):
        groups = _groups(root, "Logo", "Illustration")
        own = sum(len(list(group.iter(A + "srgbClr"))) for group in groups)
        if len(list(root.iter(A + "srgbClr"))) > own:
            yield name


def ragged_table(package: OfficeFile) -> Iterator[str]:
    """A row of a table has more or fewer cells than the table has columns."""
    for name, root in shown(package, "sld"):
        for table in root.iter(A + "tbl"):
            columns = len(table.findall(f"{A}tblGrid/{A}gridCol"))
            if any(len(row.findall(A + "tc")) != columns for row in table.iter(A + "tr")):
                yield name


def unknown_table_style(package: OfficeFile) -> Iterator[str]:
    """A table has a style that the file does not define."""
    known = {style.get("styleId") for style in package.xml.get("ppt/tableStyles.xml", ())}
    for name, root in shown(package, "sld"):
        if {style.text for style in root.iter(A + "tableStyleId")} - known:
            yield name


def axis_below_zero(package: OfficeFile) -> Iterator[str]:
    """An axis of a chart has a negative number, where the schema has none."""
    for name, root in package.of("chartSpace"):
        if any(each.get("val", "").startswith("-") for each in root.iter(C + "axId", C + "crossAx")):
            yield name


def placeholder_on_the_logo(package: OfficeFile) -> Iterator[str]:
    """A placeholder of a layout stands on the logo."""
    for name, root in shown(package, "sldLayout"):
        master = package.xml.get(related(package, name, "slideMaster"))
        seen = [root] if master is None or root.get("showMasterSp") == "0" else [root, master]
        logos = [_area(group) for each in seen for group in _logos(each)]
        boxes = [box for box in map(_box, root.iter(P + "sp")) if box]
        if any(logo and _overlap(box, logo) for box in boxes for logo in logos):
            yield f"{name}: {_layout(root)}"


def _layout(root: Any) -> str:
    """What PowerPoint calls a layout; a master has no name."""
    return f"`{root.find(P + 'cSld').get('name') or 'the master'}`"


def _called(shape: Any) -> str:
    """What PowerPoint's selection pane shows."""
    return f"`{next(shape.iter(P + 'cNvPr')).get('name')}`"


def _logos(root: Any) -> Iterator[Any]:
    """The logos on a master or a layout."""
    return _groups(root, "Logo")


def _groups(root: Any, *names: str) -> Iterator[Any]:
    """The drawings of these names."""
    groups = root.iter(P + "grpSp")
    return (group for group in groups if group[0].find(P + "cNvPr").get("name") in names)


def _indexes(root: Any) -> list[str]:
    return [ph.get("idx", "0") for ph in root.iter(P + "ph")]


def _box(shape: Any) -> tuple[int, int, int, int] | None:
    """Left, top, right, bottom of a placeholder in EMU; None if it takes its place from elsewhere."""
    return None if placeholder(shape) is None else _area(shape)


def _area(shape: Any) -> tuple[int, int, int, int] | None:
    start, size = shape.find(f".//{A}off"), shape.find(f".//{A}ext[@cx]")
    if start is None or size is None:
        return None
    left, top = int(start.get("x")), int(start.get("y"))
    return left, top, left + int(size.get("cx")), top + int(size.get("cy"))


def _overlap(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    across = min(one[2], other[2]) > max(one[0], other[0])
    return across and min(one[3], other[3]) > max(one[1], other[1])


RULES = (
    missing_relation,
    shared_theme,
    clashing_layout_ids,
    unlisted_notes_master,
    other_sections,
    unfit_properties,
    repeated_shape_id,
    background_without_effects,
    negative_extent,
    repeated_placeholder,
    unknown_placeholder,
    placeholder_without_text_body,
    placeholder_with_place_of_its_own,
    overlapping_placeholders,
    fixed_color,
    ragged_table,
    unknown_table_style,
    axis_below_zero,
    placeholder_on_the_logo,
)
