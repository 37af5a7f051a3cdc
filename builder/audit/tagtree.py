"""The structure tree of a PDF and the marked content it should meet, read without trusting either.

A validator passed a file whose tree missed marked pieces, so both sides are
read apart and compared (ISO 32000-1, 14.6 to 14.8).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from builder.record import Record

_MARKING = "BMC BDC EMC"
_PAINTING = "Do Tj TJ ' \" S s f F f* B B* b b* sh INLINE EI"
_DEEPEST = 200  # a tree that goes deeper runs in a circle

MarkedContent = tuple[
    int, int
]  # the number of a page from 1 or, below 0, of a form; the number of marked content


class TagElement(Record):
    """A structure element: its standard role, and what its dictionary says."""

    role: str
    parent: str
    object: Any
    page: str  # where it starts, in words, if it says so


@dataclass(slots=True)
class TagTree:
    """The elements in reading order, the content and the annotations they own, and who owns what."""

    elements: list[TagElement] = field(default_factory=list)
    owned: dict[MarkedContent, tuple[int, int]] = field(default_factory=dict)  # the owner's object number
    annotations: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    twice: list[MarkedContent] = field(default_factory=list)


@dataclass(slots=True)
class Marks:
    """The marked content of the pages, and on how many pieces nothing is said."""

    found: dict[MarkedContent, str] = field(default_factory=dict)
    twice: list[MarkedContent] = field(default_factory=list)
    nested: list[MarkedContent] = field(
        default_factory=list
    )  # marked inside other marked content or an artifact
    unbalanced: list[int] = field(default_factory=list)  # where a mark is not closed, or not opened
    bare: dict[int, int] = field(default_factory=dict)  # page: painting neither tagged nor an artifact


def read_tree(pdf: Any) -> TagTree:
    """The tree of a tagged PDF."""
    root, tree = pdf.Root.StructTreeRoot, TagTree()
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    roles = {str(key): str(role) for key, role in root.get("/RoleMap", {}).items()}
    for kid in _kids(root):
        _visit(kid, "", roles, pages, tree, 0)
    return tree


def read_marks(pdf: Any) -> Marks:
    """The marked content of all pages, and of forms that are parts of the tree themselves."""
    marks = Marks()
    for number, page in enumerate(pdf.pages, 1):
        _scan(page, number, marks)
        for form in _forms(page):
            if "/StructParents" in form:
                _scan(form, -form.objgen[0], marks)
    return marks


def parents(pdf: Any) -> dict[int, Any]:
    """The parent tree: what owns the content of a page or an annotation, by its key."""
    parent_of: dict[int, Any] = {}
    todo = [pdf.Root.StructTreeRoot.get("/ParentTree", {})]
    while todo:
        node = todo.pop()
        numbers = list(node.get("/Nums", ()))
        parent_of |= {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=False)}
        todo += list(node.get("/Kids", ()))
    return parent_of


def _visit(
    node: Any, parent: str, roles: dict[str, str], pages: dict[Any, int], tree: TagTree, depth: int
) -> None:
    role = str(node.S)
    role = roles.get(role, role).removeprefix("/")
    page = pages.get(node["/Pg"].objgen, 0) if "/Pg" in node else 0
    tree.elements.append(TagElement(role, parent, node, f"page {page}" if page else ""))
    if depth > _DEEPEST:
        raise ValueError("the structure tree is too deep")
    for kid in _kids(node):
        if isinstance(kid, int):
            _own(tree, (page, kid), node)
        elif kid.get("/Type") == "/MCR":
            own = pages.get(kid["/Pg"].objgen, 0) if "/Pg" in kid else page
            _own(tree, (-kid["/Stm"].objgen[0] if "/Stm" in kid else own, int(kid.MCID)), node)
        elif kid.get("/Type") == "/OBJR":
            tree.annotations[kid.Obj.objgen] = node.objgen
        else:
            _visit(kid, role, roles, pages, tree, depth + 1)


def _own(tree: TagTree, spot: MarkedContent, node: Any) -> None:
    if spot in tree.owned:
        tree.twice.append(spot)
    tree.owned[spot] = node.objgen


def _kids(node: Any) -> Iterator[Any]:
    import pikepdf  # noqa: PLC0415  a tenth of a second, for PDFs alone

    kids = node.get("/K")
    if isinstance(kids, pikepdf.Array):
        yield from kids
    elif kids is not None:
        yield kids


def _forms(page: Any) -> Iterator[Any]:
    for _, item in page.get("/Resources", {}).get("/XObject", {}).items():  # pikepdf 9 has no `values`
        if item.get("/Subtype") == "/Form":
            yield item


def _scan(stream: Any, number: int, marks: Marks) -> None:
    """Follow the marks of one content stream."""
    import pikepdf  # noqa: PLC0415  as above

    stack: list[tuple[str, int | None]] = []
    named = stream.get("/Resources", {}).get("/Properties", {})
    read: Any = pikepdf.parse_content_stream(stream, f"{_MARKING} {_PAINTING}")
    for operands, operator in read:
        match str(operator):
            case "BMC" | "BDC":
                mark = _number(operands, named)
                _note((number, mark), str(operands[0]), stack, marks)
                stack.append((str(operands[0]), mark))
            case "EMC" if stack:
                stack.pop()
            case "EMC":
                marks.unbalanced.append(number)
            case _ if not stack and number > 0:
                marks.bare[number] = marks.bare.get(number, 0) + 1
    marks.unbalanced += [number for _ in stack]


def _note(spot: tuple[int, int | None], tag: str, stack: list[tuple[str, int | None]], marks: Marks) -> None:
    page, mark = spot
    if mark is None:
        return
    if (page, mark) in marks.found:
        marks.twice.append((page, mark))
    if any(outer is not None or name == "/Artifact" for name, outer in stack):
        marks.nested.append((page, mark))
    marks.found[page, mark] = tag


def _number(operands: Any, named: Any) -> int | None:
    """The number of marked content, if it has one; its properties may lie in the page's resources."""
    if len(operands) < 2:
        return None
    import pikepdf  # noqa: PLC0415  as above

    properties = operands[1]
    if isinstance(properties, pikepdf.Name):
        properties = named.get(str(properties), {})
    return int(properties.MCID) if "/MCID" in properties else None
