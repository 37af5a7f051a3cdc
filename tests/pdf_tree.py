"""What a screen reader finds in a tagged PDF: elements, and the words that each has, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
from pdf_text import mapping

INLINE = {"Link", "Span", "Reference", "Strong", "Em"}


@dataclass(frozen=True)
class Node:
    """An element of the structure tree; `pages` are those that its own content is on, from 1."""

    role: str
    kids: tuple[Node | str, ...]
    alt: str = ""
    lang: str = ""
    pages: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """All its words, as they are joined."""
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    def all(self, role: str) -> list[Node]:
        """The elements of a role below it."""
        kids = [kid for kid in self.kids if isinstance(kid, Node)]
        return [*(k for k in kids if k.role == role), *(f for k in kids for f in k.all(role))]


def tree(document: pikepdf.Pdf) -> Node:
    """The document's structure."""
    pages = {page.obj.objgen: number for number, page in enumerate(document.pages, 1)}
    return _node(document.Root.StructTreeRoot.K, pages, _texts(document))


def heard(node: Node) -> Iterator[str]:
    """What is read aloud: one piece for each paragraph, cell, heading or label, a picture by its words."""
    blocks = [kid for kid in node.kids if isinstance(kid, Node) and kid.role not in INLINE]
    if node.role == "Figure":
        yield f"[{node.alt}]"
    elif blocks:
        for block in blocks:
            yield from heard(block)
    else:
        yield re.sub(r"\s+", " ", node.text.replace("\u00ad", "")).strip()


def _node(element: Any, pages: dict[Any, int], texts: dict[tuple[int, int], str]) -> Node:
    kids: list[Node | str] = []
    on: list[int] = []
    page = pages.get(element["/Pg"].objgen, 0) if "/Pg" in element else 0
    for kid in element.get("/K", []):
        if isinstance(kid, int):
            kids.append(texts.get((page, kid), ""))
            on.append(page)
        elif kid.get("/Type") == "/MCR":
            on.append(pages[kid.Pg.objgen])
            kids.append(texts.get((on[-1], int(kid.MCID)), ""))
        elif "/S" in kid:
            kids.append(_node(kid, pages, texts))
    said = {name: str(element.get(f"/{name}", "")) for name in ("Alt", "Lang")}
    return Node(str(element.S)[1:], tuple(kids), said["Alt"], said["Lang"], tuple(on))


def _texts(document: pikepdf.Pdf) -> dict[tuple[int, int], str]:
    """The words of each piece of marked content, by page and number, in the order they are drawn."""
    found: dict[tuple[int, int], str] = {}
    known: dict[Any, dict[int, str]] = {}
    for number, page in enumerate(document.pages, 1):
        mark, font = None, {}
        for operands, operator in pikepdf.parse_content_stream(page, "BDC BMC EMC Tf TJ"):
            name = str(operator)
            if name == "BDC" and "/MCID" in operands[1]:
                mark = int(operands[1]["/MCID"])
            elif name == "EMC":
                mark = None
            elif name == "Tf":
                used = page.obj["/Resources"]["/Font"][str(operands[0])]
                if used.objgen not in known:
                    known[used.objgen] = mapping(used)
                font = known[used.objgen]
            elif name == "TJ" and mark is not None:
                found[number, mark] = found.get((number, mark), "") + _read(operands[0], font)
    return found


def _read(array: Any, font: dict[int, str]) -> str:
    codes = b"".join(bytes(part) for part in array if isinstance(part, pikepdf.String))
    return "".join(font[int.from_bytes(codes[at : at + 2], "big")] for at in range(0, len(codes), 2))
