"""The structure tree as objects of a ReportLab document (ISO 32000-1, 14.7).

Objects are written as the bytes they are: ReportLab's dictionaries take several times as long.
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


class _References(dict[StructElement | str, str]):
    """How elements are referred to, and what ReportLab knows by a name."""

    def __init__(self, document: Any) -> None:
        self._known = document.idToObjectNumberAndVersion

    def __missing__(self, name: str) -> str:
        number, version = self._known[name]
        self[name] = f"{number} {version} R"
        return self[name]

    def page(self, page: int) -> str:
        """That of a page."""
        return self[f"Page{page + 1}"]


def write_tree(document: Any, root: StructElement, parents: Parents) -> None:
    """Adds the tree below `root`, its parent tree and its role map to the document's catalog."""
    top, references = Written(), _References(document)
    document.Catalog.StructTreeRoot = document.Reference(top)
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    above, elements = references[document.Catalog.StructTreeRoot.name], root.said()
    first = document.objectcounter + 1
    references.update((element, f"{number} 0 R") for number, element in enumerate(elements, first))
    for number, element in enumerate(elements, first):  # as ReportLab would: there are thousands
        name = f"R{number}"
        up = references[element.parent] if element.parent else above
        document.numberToId[number], document.idToObjectNumberAndVersion[name] = name, (number, 0)
        document.idToObject[name] = _entry(element, up, references)
    document.objectcounter += len(elements)
    numbers = " ".join(f"{key} {_owners(entry, references)}" for key, entry in enumerate(parents))
    roles = " ".join(f"/{role} /{known}" for role, known in ROLE_MAP.items())
    said = (
        f"<</Type /StructTreeRoot /K {references[root]} /ParentTree <</Nums [{numbers}]>>"
        f" /ParentTreeNextKey {len(parents)} /RoleMap <<{roles}>>{_names(elements, references)}>>"
    )
    top.parts = (said,)


def _owners(entry: StructElement | Sequence[StructElement], references: _References) -> str:
    if isinstance(entry, StructElement):
        return references[entry]
    return f"[{' '.join(map(references.__getitem__, entry))}]"


def _names(elements: Sequence[StructElement], references: _References) -> str:
    """The tree of elements that have an id."""
    named = sorted((element.id, references[element]) for element in elements if element.id)
    pairs = " ".join(f"{_bytes(name)} {reference}" for name, reference in named)
    ends = f"{_bytes(named[0][0])} {_bytes(named[-1][0])}" if named else ""
    return f" /IDTree <</Kids [<</Limits [{ends}] /Names [{pairs}]>>]>>" if named else ""


def _entry(element: StructElement, parent: str, references: _References) -> bytes:
    page, kids = None, list[str]()
    for kid in element.kids:
        if isinstance(kid, StructElement):
            kids += [references[kid]] if kid in references else []
        elif isinstance(kid, Content):
            page = kid.page if page is None else page
            kids.append(str(kid.number) if kid.page == page else _elsewhere(kid, references))
        else:
            kids.append(f"<</Type /OBJR /Pg {references.page(kid.page)} /Obj {references[kid.name]}>>")
    said = f"<</S /{element.role} /P {parent}"
    said += f" /Pg {references.page(page)}" if page is not None else ""
    said += f" /ID {_bytes(element.id)}" if element.id else ""
    said += f" /Lang {_bytes(element.lang)}" if element.lang else ""
    said += f" /Alt {_text(element.alt)}" if element.alt else ""
    said += f" /A [{_attributes(element)}]" if element.attributes else ""
    return f"{said} /K [{' '.join(kids)}]>>".encode("ascii")


def _elsewhere(kid: Content, references: _References) -> str:
    """Content on another page than the first."""
    return f"<</Type /MCR /Pg {references.page(kid.page)} /MCID {kid.number}>>"


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
