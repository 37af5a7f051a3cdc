"""An Open Packaging container: parts, their types and relationships, as a zip that never varies."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZipFile

from builder.archive import zipped
from builder.record import Record
from builder.render.ooxml.markup import RELATIONS, document, node

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "application/vnd.openxmlformats-officedocument"
PRESENTATION_TYPE = f"{OFFICE}.presentationml.presentation.main+xml"
TEMPLATE_TYPE = f"{OFFICE}.presentationml.template.main+xml"

_DEFAULTS = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
_MEDIA = (".jpg", ".xlsx")  # files whose type is told by their endings, as Office does
_FIRST = ("[Content_Types].xml", "_rels/.rels")


class PackagePart(Record):
    """One file of the package; `relations` are (kind, target) pairs, numbered rId1, rId2, …"""

    name: str
    type: str
    data: bytes
    relations: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Package:
    """Parts on their way into one file."""

    parts: list[PackagePart] = field(default_factory=list)

    def add(self, name: str, kind: str, data: bytes, *relations: tuple[str, str]) -> None:
        """Put in a part; a relation's kind may be a whole URI or the last word of Office's own.

        A target with a colon is an address outside the package.
        """
        self.parts.append(PackagePart(name, kind, data, relations))

    def files(self, *roots: tuple[str, str]) -> dict[str, bytes]:
        """Every file of the package, with `roots` as the relations of the package itself."""
        parts = {part.name: part.data for part in self.parts}
        related = [part for part in self.parts if part.relations]
        parts |= {_relations_name(part.name): _relations(part.relations) for part in related}
        return parts | {"_rels/.rels": _relations(roots), "[Content_Types].xml": self._types()}

    def _types(self) -> bytes:
        media = {part.name.rpartition(".")[2]: part.type for part in self.parts if part.name.endswith(_MEDIA)}
        endings = sorted({**_DEFAULTS, **media}.items())
        defaults = [node("Default", Extension=end, ContentType=kind) for end, kind in endings]
        parts = [
            node("Override", PartName=f"/{part.name}", ContentType=part.type)
            for part in sorted(self.parts, key=lambda part: part.name)
            if not part.name.endswith(_MEDIA)
        ]
        return document("Types", *defaults, *parts, namespaces={"xmlns": f"{PACKAGE}/content-types"})


def pack(files: Mapping[str, bytes], moment: dt.datetime) -> bytes:
    """The files as a zip; readers that stream want the content types first."""
    return zipped(files, moment, first=_FIRST)


def unpack(data: bytes) -> dict[str, bytes]:
    """The files inside a zip."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _relations(relations: tuple[tuple[str, str], ...]) -> bytes:
    whole = [(kind if ":" in kind else f"{RELATIONS}/{kind}", target) for kind, target in relations]
    nodes = [
        node(
            "Relationship",
            Id=f"rId{number}",
            Type=kind,
            Target=target,
            TargetMode="External" if ":" in target else None,
        )
        for number, (kind, target) in enumerate(whole, 1)
    ]
    return document("Relationships", *nodes, namespaces={"xmlns": f"{PACKAGE}/relationships"})


def _relations_name(part: str) -> str:
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"
