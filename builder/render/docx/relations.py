"""What the document's part leads to: addresses and pictures, each once.

python-docx looks through all that is there for each new one, so that a document of twice as many pictures
takes four times as long; here they are looked up. Numbers and names are those that it gives.
"""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.image.image import Image
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.parts.image import ImagePart


class Relations:
    """The relations of one document, as it grows."""

    def __init__(self, document: Document) -> None:
        part: Any = document.part
        self._rels, self._package = part.rels, part.package
        self._links: dict[str, str] = {}
        self._parts: dict[bytes, Any] = {each.blob: each for each in part.package.image_parts}
        self._pictures: dict[bytes, str] = {}
        self._sizes: dict[bytes, tuple[int, int]] = {}
        self._made = 0

    def link(self, target: str) -> str:
        """The id of the relation to an address."""
        if target not in self._links:
            self._links[target] = self._add(RELATION.HYPERLINK, target, is_external=True)
        return self._links[target]

    def picture(self, data: bytes) -> tuple[str, tuple[int, int]]:
        """The id of the relation to a picture, its width and height in px; shown twice, it is stored once."""
        if data not in self._pictures:
            part = self._parts.get(data) or self._part(data)
            self._pictures[data] = self._add(RELATION.IMAGE, part)
            self._sizes[data] = part.image.px_width, part.image.px_height
        return self._pictures[data], self._sizes[data]

    def vector(self, svg: bytes) -> str:
        """The id of the relation to the curves of a picture, stored once as well."""
        if svg not in self._pictures:
            name = PackURI(f"/word/media/curves{len(self._pictures) + 1}.svg")
            self._pictures[svg] = self._add(RELATION.IMAGE, Part(name, "image/svg+xml", svg, self._package))
        return self._pictures[svg]

    def _part(self, data: bytes) -> Any:
        self._made += 1
        image = Image.from_blob(data)
        return ImagePart.from_image(image, PackURI(f"/word/media/image{self._made}.{image.ext}"))

    def _add(self, kind: str, target: Any, *, is_external: bool = False) -> str:
        id_ = f"rId{len(self._rels) + 1}"
        self._rels.add_relationship(kind, target, id_, is_external)
        return id_
