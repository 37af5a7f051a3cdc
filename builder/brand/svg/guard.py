"""The file as a tree of elements that know their places, or a fault before anything harmful is read.

Entities, depth and number of elements are bounded while the file is parsed; nothing is fetched.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Mapping
from typing import Any, NoReturn
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from builder.brand.svg.faults import Fault, WrongArt

SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_LARGEST = 2_000_000  # bytes but for images; art of more is a picture, not a drawing
_LARGEST_FILE = 20_000_000  # with its images
MOST_ELEMENTS = 20_000
_DEEPEST = 200
_MOST_ENTITIES, _LONGEST_ENTITY, _MOST_REFERENCES = 60, 300, 2_000  # old Illustrator writes a dozen
_PLAIN_SVG = (
    "save it as plain SVG (Illustrator: File > Export > Export As > SVG; Inkscape: Save As > Plain SVG)"
)
_IMAGE = re.compile(rb"data:image/[^\"'<>]*")
_NAMED = re.compile(rb"&([\w.:-]+);")
_KNOWN = {b"lt", b"gt", b"amp", b"quot", b"apos"}


class Node(Element):
    """An element; `line` and `column` are where its tag begins, counted from 1."""

    line = 0
    column = 1
    parent: Node | None = None

    @property
    def name(self) -> str:
        """The tag without SVG's namespace; with its own if it is of another one."""
        return self.tag.removeprefix(SVG)

    @property
    def is_svg(self) -> bool:
        """Whether it is an element of SVG, not another program's data."""
        return self.tag.startswith(SVG)

    @property
    def link(self) -> str:
        """What `href` says, in either of its spellings."""
        return (self.get("href") or self.get(_XLINK) or "").strip()

    def nodes(self) -> list[Node]:
        """Its children."""
        return list(self)  # type: ignore[arg-type]  # the builder makes nothing else


def parsed(data: bytes) -> Node:
    """The root of the tree; WrongArt if the file is no SVG, too large, or made to harm."""
    data = _unpacked(data)
    size = len(data) - sum(len(image[0]) for image in _IMAGE.finditer(data))
    if size > _LARGEST or len(data) > _LARGEST_FILE:
        most = _LARGEST if size > _LARGEST else _LARGEST_FILE
        message = f"it has {len(data) // 1000:,} KB; {most // 1000:,} KB are the most"
        raise WrongArt([Fault(message, "simplify its paths, or use it as a photograph")])
    parser = _Parser(data)
    try:
        parser.expat.Parse(data, True)
    except expat.ExpatError as error:
        message = f"it is no SVG that can be read ({expat.ErrorString(error.code)})"
        raise WrongArt([Fault(message, "export it again", error.lineno, error.offset + 1)]) from None
    except (LookupError, ValueError) as error:
        if isinstance(error, WrongArt):
            raise
        raise WrongArt([Fault(f"it is no SVG that can be read ({error})", "save it in UTF-8")]) from None
    parser.check_references()
    root: Node = parser.builder.close()  # type: ignore[assignment]
    return root


def _unpacked(data: bytes) -> bytes:
    """What a packed SVG (.svgz) holds, no more of it than is read."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        unpacker = zlib.decompressobj(wbits=31)
        return unpacker.decompress(data, _LARGEST_FILE + 1)
    except (zlib.error, gzip.BadGzipFile) as error:
        raise WrongArt([Fault(f"it cannot be unpacked ({error})", "export it again as SVG")]) from None


class _Parser:
    """Builds the tree, and stops at what is not safe to go on with."""

    def __init__(self, data: bytes) -> None:
        self.expat: Any = expat.ParserCreate(namespace_separator="}")
        self.expat.buffer_text = True
        self.expat.StartElementHandler = self._start
        self.expat.EndElementHandler = self._end
        self.expat.CharacterDataHandler = self._text
        self.expat.StartDoctypeDeclHandler = self._doctype
        self.expat.EntityDeclHandler = self._entity
        self.expat.ProcessingInstructionHandler = self._instruction
        self.builder = TreeBuilder(element_factory=Node)
        self._data, self._open, self._count = data, list[Node](), 0
        self._bare = False  # whether the root has no namespace, as in many files written by hand
        self._entities, self._outside = set[bytes](), False

    def check_references(self) -> None:
        """Entities of a DTD elsewhere are nothing to the parser: WrongArt if the file uses any."""
        if self._outside and (unknown := set(_NAMED.findall(self._data)) - self._entities - _KNOWN):
            name = min(unknown).decode(errors="replace")
            raise WrongArt([Fault(f"it uses an entity that it does not declare: &{name};", _PLAIN_SVG)])

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if not self._open:
            self._first(tag)
        if len(self._open) >= _DEEPEST:
            self._stop("groups stand too deep in one another", "ungroup (Ctrl+Shift+G in all three programs)")
        if self._count >= MOST_ELEMENTS:
            self._stop(f"it has more than {MOST_ELEMENTS:,} elements", "simplify it")
        node: Any = self.builder.start(self._named(tag), {_full(key): v for key, v in attributes.items()})
        node.line, node.column = self._place()
        node.parent = self._open[-1] if self._open else None
        self._open.append(node)
        self._count += 1

    def _first(self, tag: str) -> None:
        space, _, name = tag.rpartition("}")
        if name != "svg" or space not in ("", SVG[1:-1]):
            self._stop(f"it is no SVG: it begins with <{name}>", "")
        self._bare = not space

    def _named(self, tag: str) -> str:
        return f"{SVG}{tag}" if self._bare and "}" not in tag else _full(tag)

    def _end(self, tag: str) -> None:
        self.builder.end(self._named(tag))
        self._open.pop()

    def _text(self, text: str) -> None:
        if self._open:
            self.builder.data(text)

    def _doctype(self, _name: str, system: str | None, _public: str | None, _own: bool) -> None:
        self._outside = bool(system)

    def _entity(
        self,
        name: str,
        is_parameter: bool,
        value: str | None,
        _base: str | None,
        _system: str | None,
        _public: str | None,
        _notation: str | None,
    ) -> None:
        plain = not is_parameter and value is not None and not set("&<%") & set(value)
        self._entities.add(name.encode())
        used = self._data.count(b"&" + name.encode() + b";")
        if (
            not plain
            or len(value or "") > _LONGEST_ENTITY
            or used > _MOST_REFERENCES
            or len(self._entities) > _MOST_ENTITIES
        ):
            self._stop("it declares entities that are not read", _PLAIN_SVG)

    def _instruction(self, target: str, _: str) -> None:
        if target == "xml-stylesheet":
            self._stop(
                "its style sheet is another file", "embed the styles (Illustrator: Styling > Internal CSS)"
            )

    def _place(self) -> tuple[int, int]:
        return self.expat.CurrentLineNumber, self.expat.CurrentColumnNumber + 1

    def _stop(self, message: str, hint: str) -> NoReturn:
        raise WrongArt([Fault(message, hint, *self._place())])


def _full(name: str) -> str:
    """A name with its namespace as ElementTree writes it."""
    return "{" + name if "}" in name else name
