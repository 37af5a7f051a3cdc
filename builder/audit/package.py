"""A package of Office: its parts, their XML, and where their relations lead (ISO/IEC 29500-2)."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from builder.audit.rule import File
from builder.record import Record

CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
DC = "{http://purl.org/dc/elements/1.1/}"
DCTERMS = "{http://purl.org/dc/terms/}"
DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"  # the extension that marks decoration, [MS-ODRAWXML]


class OfficeFile(Record, dict=True):
    """The files of a package by name."""

    files: dict[str, bytes]

    @cached_property
    def xml(self) -> dict[str, Any]:
        """The roots of all parts that are XML; lxml's XMLSyntaxError if one is damaged."""
        from lxml import etree  # noqa: PLC0415  documents of Office alone need it

        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        named = ((name, data) for name, data in self.files.items() if name.endswith((".xml", ".rels")))
        return {name: etree.fromstring(data, parser) for name, data in named}

    def relations(self, part: str) -> list[tuple[str, str]]:
        """The kind and the target of each relation of a part that stays inside the package."""
        folder, name = posixpath.split(part)
        root = self.xml.get(posixpath.join(folder, "_rels", f"{name}.rels"))
        inside = [] if root is None else [each for each in root if each.get("TargetMode") != "External"]
        return [(each.get("Type").rsplit("/", 1)[-1], _target(folder, each.get("Target"))) for each in inside]

    def of(self, *kinds: str) -> Iterator[tuple[str, Any]]:
        """The parts whose root has one of these names."""
        return ((name, root) for name, root in self.xml.items() if local(root) in kinds)


def read(file: File) -> OfficeFile:
    """The package, its XML parsed; BadZipFile, or SyntaxError of lxml's, if it is damaged."""
    return opened(file.data)


def opened(data: bytes) -> OfficeFile:
    """The package in these bytes; as `read`."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        package = OfficeFile({name: archive.read(name) for name in archive.namelist()})
    assert package.xml is not None
    return package


def local(element: Any) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def unreachable_part(package: OfficeFile) -> Iterator[str]:
    """A part is left over that nothing leads to."""
    reached, todo = set[str](), [""]
    while todo:
        new = [target for _, target in package.relations(todo.pop()) if target not in reached]
        reached.update(new)
        todo += new
    extra = ("[Content_Types].xml", *(name for name in package.files if name.endswith(".rels")))
    yield from sorted(package.files.keys() - reached - set(extra))


def missing_part(package: OfficeFile) -> Iterator[str]:
    """A relation leads to a part that is not there."""
    owners = ("", *(name for name in package.files if not name.endswith(".rels")))
    yield from (to for name in owners for _, to in package.relations(name) if to not in package.files)


def untitled_document(package: OfficeFile) -> Iterator[str]:
    """Its properties have no title (WCAG 2.4.2)."""
    core = package.xml.get("docProps/core.xml")
    if core is None or not (core.findtext(f"{DC}title") or "").strip():
        yield ""


def _target(folder: str, target: str) -> str:
    return target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
