"""A document's file: its objects packed together, as PDF has them since 1.5 (ISO 32000-1, 7.5.7 and 7.5.8).

ReportLab writes each object for itself and then a table of them all: a tagged document has thousands, which
take three times as much room so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from itertools import repeat, starmap
from operator import and_, sub
from struct import Struct
from typing import Any

from reportlab.pdfbase import pdfdoc

from builder.archive import zlib_packed

_TOGETHER = 200  # objects in one stream: a reader that wants one of them unpacks them all
_ENDS = b"endstream\n"
_ENTRY = Struct(">BIB")  # what it is, where (4 bytes: files of photographs are large), and its place there
_COLUMNS = _ENTRY.size
_NAMES = 4096  # that a document may have: it repeats a few
_UP = b"\2"  # the filter of a row that says how it differs from the one above (PNG, 9.2)


_encoded_slowly = pdfdoc.pdfdocEnc


def _encoded(text: str | bytes) -> bytes:
    """What ReportLab makes of a text, whose own codec is written in Python and takes ten times as long."""
    if isinstance(text, str) and text.isascii() and text.isprintable():
        return text.encode("ascii")
    slowly: bytes = _encoded_slowly(text)
    return slowly


pdfdoc.PDFName = lru_cache(maxsize=_NAMES)(pdfdoc.PDFName)  # which goes through a name letter by letter
pdfdoc.pdfdocEnc = _encoded


class Packed:
    """How streams are packed, as ReportLab asks for a filter."""

    pdfname = "FlateDecode"

    @staticmethod
    def encode(content: str | bytes) -> bytes:
        """The content, packed."""
        return zlib_packed(content.encode("ascii") if isinstance(content, str) else content)


PACKED = Packed()


def packed_file(document: Any) -> bytes:
    """The bytes of a ReportLab document, the same for the same objects each time."""
    root, info = (document.Reference(each) for each in (document.Catalog, document.info))
    single, together = list[tuple[int, bytes]](), list[tuple[int, bytes]]()
    for number, body in _objects(document):
        if body.endswith(_ENDS):  # the keyword stands on a line of its own (ISO 19005-2, 6.1.7.1)
            single.append((number, body.removesuffix(_ENDS) + b"\n" + _ENDS))
        else:
            together.append((number, body.strip()))
    entries = {0: (0, 0, 255)}
    last = len(single) + len(together)
    for start in range(0, len(together), _TOGETHER):
        last += 1
        some = together[start : start + _TOGETHER]
        single.append((last, _together(some)))
        entries |= {number: (2, last, place) for place, (number, _) in enumerate(some)}
    major, minor = document._pdfVersion
    out = bytearray(b"%%PDF-%d.%d\n%%\xbf\xf7\xa2\xfe\n" % (major, minor))
    for number, body in single:
        entries[number] = 1, len(out), 0
        out += b"%d 0 obj\n%sendobj\n" % (number, body)
    start = len(out)
    entries[last + 1] = 1, start, 0
    rows = [entries[number] for number in range(last + 2)]
    said = b"/Type /XRef /Size %d /Root %s /Info %s /ID [<%s><%s>]" % (
        len(rows),
        root.format(document),
        info.format(document),
        *[sha256(out).hexdigest()[:32].encode()] * 2,
    )
    out += b"%d 0 obj\n%sendobj\nstartxref\n%d\n%%%%EOF\n" % (last + 1, _table(rows, said), start)
    return bytes(out)


def _objects(document: Any) -> Iterator[tuple[int, bytes]]:
    """The number and the bytes of each object; those that are written may ask for more."""
    number = 1
    while name := document.numberToId.get(number):
        thing = document.idToObject[name]
        yield number, thing if type(thing) is bytes else pdfdoc.format(thing, document, toplevel=1)
        number += 1


def _together(objects: Sequence[tuple[int, bytes]]) -> bytes:
    """Objects in one stream, which begins with their numbers and their places."""
    places, at = list[str](), 0
    for number, body in objects:
        places.append(f"{number} {at}")
        at += len(body) + 1
    head = " ".join(places).encode() + b"\n"
    said = b"/Type /ObjStm /N %d /First %d" % (len(objects), len(head))
    return stream(said, head + b"\n".join([body for _, body in objects]))


def _table(rows: Sequence[tuple[int, int, int]], said: bytes) -> bytes:
    """Where each object is, each row as it differs from the one above, which packs best."""
    plain = b"".join(starmap(_ENTRY.pack, rows))
    above = bytes(_COLUMNS) + plain[:-_COLUMNS]
    table = bytearray((1 + _COLUMNS) * len(rows))
    table[:: 1 + _COLUMNS] = _UP * len(rows)
    for column in range(_COLUMNS):
        steps = map(sub, plain[column::_COLUMNS], above[column::_COLUMNS])
        table[1 + column :: 1 + _COLUMNS] = bytes(map(and_, steps, repeat(255)))
    form = b" /W [1 4 1] /DecodeParms <</Predictor 12 /Columns %d>>" % _COLUMNS
    return stream(said + form, bytes(table))


def stream(said: bytes, content: bytes) -> bytes:
    """A packed stream of which so much is said."""
    packed = zlib_packed(content)
    return b"<<%s /Filter /FlateDecode /Length %d>>\nstream\n%s\n%s" % (said, len(packed), packed, _ENDS)
