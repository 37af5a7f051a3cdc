"""The structure tree as objects of a ReportLab document (ISO 32000-1, 14.7).

The objects are written as the bytes they are: ReportLab's dictionaries take several times as long.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObject

from builder.render.pdf.tags.element import ROLE_MAP, AttributeValue, Content, StructElement
from builder.source.copied import copied

Parents = list[
    StructElement | Sequence[StructElement]
]  # by key of the parent tree: of an annotation, of a page's MCIDs


class Written(PDFObject):  # type: ignore[misc]
    """An object that knows its bytes, but for those parts that ReportLab has to format."""

    def __init__(self, *parts: Any) -> None:
        self.parts = parts

    def format(self, document: Any) -> bytes:
        """The bytes, as ReportLab asks for them in the end."""
        return b"".join(
            [part.encode("ascii") if type(part) is str else part.format(document) for part in self.parts]
        )


def write_tree(document: Any, root: StructElement, parents: Parents) -> None:
    """Adds the tree below `root`, its parent tree and its role map to the document's catalog."""
    top = Written()
    document.Catalog.StructTreeRoot = document.Reference(top)
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    elements = root.said()
    objects = {element: Written() for element in elements}
    references = {element: _reference(document, objects[element]) for element in elements}
    above = _reference(document, top)
    for element, written in objects.items():
        up = references[element.parent] if element.parent else above
        written.parts = (_entry(document, element, up, references),)
    numbers = " ".join(f"{key} {_owners(entry, references)}" for key, entry in enumerate(parents))
    roles = " ".join(f"/{role} /{known}" for role, known in ROLE_MAP.items())
    said = (
        f"<</Type /StructTreeRoot /K {references[root]} /ParentTree <</Nums [{numbers}]>>"
        f" /ParentTreeNextKey {len(parents)} /RoleMap <<{roles}>>{_names(elements, references)}>>"
    )
    top.parts = (said,)


def _reference(document: Any, thing: Any) -> str:
    return _number(document, document.Reference(thing).name)


def _owners(entry: StructElement | Sequence[StructElement], references: dict[StructElement, str]) -> str:
    if isinstance(entry, StructElement):
        return references[entry]
    return f"[{' '.join(references[element] for element in entry)}]"


def _names(elements: Sequence[StructElement], references: dict[StructElement, str]) -> str:
    """The tree of elements that have an id."""
    named = sorted((element.id, references[element]) for element in elements if element.id)
    pairs = " ".join(f"{_bytes(name)} {reference}" for name, reference in named)
    ends = f"{_bytes(named[0][0])} {_bytes(named[-1][0])}" if named else ""
    return f" /IDTree <</Kids [<</Limits [{ends}] /Names [{pairs}]>>]>>" if named else ""


def _entry(document: Any, element: StructElement, parent: str, references: dict[StructElement, str]) -> str:
    page = next((kid.page for kid in element.kids if isinstance(kid, Content)), None)
    said = [f"/S /{element.role} /P {parent}"]
    said += [f"/Pg {_page(document, page)}"] if page is not None else []
    said += [f"/ID {_bytes(element.id)}"] if element.id else []
    said += [f"/Lang {_bytes(element.lang)}"] if element.lang else []
    said += [f"/Alt {_text(element.alt)}"] if element.alt else []
    said += [f"/A [{_attributes(element)}]"] if element.attributes else []
    kids = [_kid(document, kid, page, references) for kid in element.kids]
    return f"<<{' '.join(said)} /K [{' '.join(filter(None, kids))}]>>"


def _kid(document: Any, kid: Any, page: int | None, references: dict[StructElement, str]) -> str:
    if isinstance(kid, StructElement):
        return references.get(kid, "")
    if isinstance(kid, Content):
        if kid.page == page:
            return str(kid.number)
        return f"<</Type /MCR /Pg {_page(document, kid.page)} /MCID {kid.number}>>"
    number = _number(document, kid.name)
    return f"<</Type /OBJR /Pg {_page(document, kid.page)} /Obj {number}>>"


def _page(document: Any, page: int) -> str:
    return _number(document, f"Page{page + 1}")


def _number(document: Any, name: str) -> str:
    number, version = document.idToObjectNumberAndVersion[name]
    return f"{number} {version} R"


def _attributes(element: StructElement) -> str:
    return " ".join(
        f"<</O /{owner} {' '.join(f'/{name} {_value(value)}' for name, value in values.items())}>>"
        for owner, values in element.attributes.items()
    )


def _value(value: AttributeValue) -> str:
    if isinstance(value, str):
        return f"/{value}"
    return f"[{' '.join(map(str, value))}]" if isinstance(value, tuple) else str(value)


def _text(text: str) -> str:
    return f"<FEFF{copied(text).encode('utf-16-be').hex()}>"


def _bytes(text: str) -> str:
    return f"<{text.encode('ascii').hex()}>"
