"""Rules of a presentation that schemas do not hold; most slip through the Open XML SDK's validator."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
NEEDED = {
    "sldMaster": {"theme", "slideLayout"},
    "sldLayout": {"slideMaster"},
    "sld": {"slideLayout"},
    "notesMaster": {"theme"},
    "notes": {"notesMaster", "slide"},
}


@dataclass(frozen=True)
class Opened:
    """The files of a package, their XML and where their relations lead."""

    files: dict[str, bytes]

    @cached_property
    def xml(self) -> dict[str, etree._Element]:
        return {n: etree.fromstring(data) for n, data in self.files.items() if n.endswith((".xml", ".rels"))}

    @cached_property
    def shown(self) -> dict[str, etree._Element]:
        """Masters, layouts, slides, notes: all that has a tree of shapes."""
        return {name: root for name, root in self.xml.items() if kind(root) in NEEDED}

    def relations(self, part: str) -> list[tuple[str, str]]:
        folder, name = posixpath.split(part)
        root = self.xml.get(posixpath.join(folder, "_rels", f"{name}.rels"))
        inside = [] if root is None else [each for each in root if each.get("TargetMode") != "External"]
        return [(each.get("Type").rsplit("/", 1)[-1], _target(folder, each.get("Target"))) for each in inside]

    def of(self, *kinds: str) -> Iterator[tuple[str, etree._Element]]:
        return ((name, root) for name, root in self.shown.items() if kind(root) in kinds)


def opened(data: bytes) -> Opened:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return Opened({name: archive.read(name) for name in archive.namelist()})


def lint(package: Opened) -> set[tuple[str, str]]:
    """(rule, part) of everything that is wrong."""
    return {(rule.__name__, part) for rule in RULES for part in rule(package)}


def kind(root: etree._Element) -> str:
    return etree.QName(root).localname


def _target(folder: str, target: str) -> str:
    return target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def unreachable_part(package: Opened) -> Iterator[str]:
    reached, todo = set(), [""]
    while todo:
        new = [target for _, target in package.relations(todo.pop()) if target not in reached]
        reached.update(new)
        todo += new
    extra = ("[Content_Types].xml", *(name for name in package.files if name.endswith(".rels")))
    yield from package.files.keys() - reached - set(extra)


def missing_relation(package: Opened) -> Iterator[str]:
    for name, root in package.shown.items():
        if NEEDED[kind(root)] - {found for found, _ in package.relations(name)}:
            yield name


def shared_theme(package: Opened) -> Iterator[str]:
    themes = [
        target
        for name, _ in package.of("sldMaster", "notesMaster")
        for found, target in package.relations(name)
        if found == "theme"
    ]
    yield from {theme for theme in themes if themes.count(theme) > 1}


def clashing_layout_ids(package: Opened) -> Iterator[str]:
    roots = [package.xml["ppt/presentation.xml"], *(root for _, root in package.of("sldMaster"))]
    ids = [
        each.get("id")
        for root in roots
        for tag in ("sldMasterId", "sldLayoutId")
        for each in root.iter(P + tag)
    ]
    if len(ids) != len(set(ids)) or any(int(number) < 2**31 for number in ids):
        yield "ppt/presentation.xml"


def unlisted_notes_master(package: Opened) -> Iterator[str]:
    part = "ppt/presentation.xml"
    related = any(found == "notesMaster" for found, _ in package.relations(part))
    if related and package.xml[part].find(P + "notesMasterIdLst") is None:
        yield part


def repeated_shape_id(package: Opened) -> Iterator[str]:
    for name, root in package.shown.items():
        ids = [each.get("id") for each in root.iter(P + "cNvPr")]
        if len(ids) != len(set(ids)):
            yield name


def background_without_effects(package: Opened) -> Iterator[str]:
    for name, root in package.shown.items():
        if any(ground.find(A + "effectLst") is None for ground in root.iter(P + "bgPr")):
            yield name


def negative_extent(package: Opened) -> Iterator[str]:
    for name, root in package.shown.items():
        sizes = [each.get(side) for each in root.iter(A + "ext") for side in ("cx", "cy") if each.get(side)]
        if any(int(size) < 0 for size in sizes):
            yield name


def repeated_placeholder(package: Opened) -> Iterator[str]:
    for name, root in package.of("sld", "sldLayout", "sldMaster"):
        indexes = _indexes(root)
        if len(indexes) != len(set(indexes)):
            yield name


def unknown_placeholder(package: Opened) -> Iterator[str]:
    for name, root in package.of("sld"):
        layout = next(target for found, target in package.relations(name) if found == "slideLayout")
        if set(_indexes(root)) - set(_indexes(package.xml[layout])):
            yield name


def placeholder_with_place_of_its_own(package: Opened) -> Iterator[str]:
    """A slide's text boxes take geometry from their layout, or a new layout would not move them."""
    for name, root in package.of("sld"):
        for shape in root.iter(P + "sp"):
            if shape.find(f".//{P}ph") is not None and len(shape.find(P + "spPr")):
                yield name


def overlapping_placeholders(package: Opened) -> Iterator[str]:
    for name, root in package.of("sldLayout", "sldMaster"):
        boxes = [box for box in map(_box, root.iter(P + "sp")) if box]
        if any(_overlap(one, other) for one, other in combinations(boxes, 2)):
            yield name


def layout_without_title(package: Opened) -> Iterator[str]:
    for name, root in package.of("sldLayout", "sldMaster"):
        if not any(ph.get("type") in ("title", "ctrTitle") for ph in root.iter(P + "ph")):
            yield name


def untitled_or_alike(package: Opened) -> Iterator[str]:
    """Screen readers find slides by their titles (WCAG 2.2, 2.4.2)."""
    titles: list[str] = []
    for name, root in package.of("sld"):
        shapes = [sp for sp in root.iter(P + "sp") if _type(sp) in ("title", "ctrTitle")]
        title = "".join(text.text or "" for sp in shapes for text in sp.iter(A + "t"))
        if not title or title in titles:
            yield name
        titles.append(title)


def missing_alt_text(package: Opened) -> Iterator[str]:
    for name, root in package.of("sld"):
        for tag in ("pic", "graphicFrame"):
            if any(not shape.find(f".//{P}cNvPr").get("descr") for shape in root.iter(P + tag)):
                yield name


def decoration_unmarked(package: Opened) -> Iterator[str]:
    """Whatever is no placeholder on a master or layout is decoration, and says so under the right address."""
    for name, root in package.of("sldLayout", "sldMaster"):
        shapes = [each for tag in ("sp", "grpSp", "pic") for each in root.iter(P + tag)]
        plain = [shape for shape in shapes if shape.find(f".//{P}ph") is None]
        heads = [shape[0].find(P + "cNvPr") for shape in plain]
        if any(head.find(f".//{A}ext[@uri='{DECORATIVE}']") is None for head in heads):
            yield name


def fixed_color(package: Opened) -> Iterator[str]:
    for name, root in package.shown.items():
        if next(root.iter(A + "srgbClr"), None) is not None:
            yield name


def text_without_language(package: Opened) -> Iterator[str]:
    good = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
    for name, root in package.shown.items():
        runs = [run.find(A + "rPr") for tag in ("r", "fld") for run in root.iter(A + tag)]
        if any(run is None or not good.fullmatch(run.get("lang", "")) for run in runs):
            yield name


def ragged_table(package: Opened) -> Iterator[str]:
    for name, root in package.of("sld"):
        for table in root.iter(A + "tbl"):
            columns = len(table.findall(f"{A}tblGrid/{A}gridCol"))
            if any(len(row.findall(A + "tc")) != columns for row in table.iter(A + "tr")):
                yield name


def unknown_table_style(package: Opened) -> Iterator[str]:
    known = {style.get("styleId") for style in package.xml["ppt/tableStyles.xml"]}
    for name, root in package.of("sld"):
        if {style.text for style in root.iter(A + "tableStyleId")} - known:
            yield name


def _indexes(root: etree._Element) -> list[str]:
    return [ph.get("idx", "0") for ph in root.iter(P + "ph")]


def _type(shape: etree._Element) -> str | None:
    ph = shape.find(f".//{P}ph")
    return None if ph is None else ph.get("type")


def _box(shape: etree._Element) -> tuple[int, int, int, int] | None:
    if shape.find(f".//{P}ph") is None:
        return None
    start, size = shape.find(f".//{A}off"), shape.find(f".//{A}ext")
    left, top = int(start.get("x")), int(start.get("y"))
    return left, top, left + int(size.get("cx")), top + int(size.get("cy"))


def _overlap(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    across = min(one[2], other[2]) > max(one[0], other[0])
    return across and min(one[3], other[3]) > max(one[1], other[1])


RULES: tuple[Callable[[Opened], Iterator[str]], ...] = (
    unreachable_part,
    missing_relation,
    shared_theme,
    clashing_layout_ids,
    unlisted_notes_master,
    repeated_shape_id,
    background_without_effects,
    negative_extent,
    repeated_placeholder,
    unknown_placeholder,
    placeholder_with_place_of_its_own,
    overlapping_placeholders,
    layout_without_title,
    untitled_or_alike,
    missing_alt_text,
    decoration_unmarked,
    fixed_color,
    text_without_language,
    ragged_table,
    unknown_table_style,
)
