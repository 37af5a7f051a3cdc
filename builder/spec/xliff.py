"""Texts to translate as XLIFF 2.1 (OASIS), which translators' programs take, and what they give back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lxml import etree

from builder.record import Record
from builder.spec.units import Unit

_NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
_XLF = f"{{{_NAMESPACE}}}"
_PRESERVE = {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}
_MOST_BYTES = 20_000_000


class NoXliffError(ValueError):
    """A file that is no XLIFF 2 with a target language; the message says why."""


class Returned(Record):
    """A file that came back: its language, and by their ids what units say and what they translate."""

    language: str
    said: Mapping[str, tuple[str, ...]]
    sources: Mapping[str, tuple[str, ...]]


def to_xliff(
    file: str, languages: tuple[str, str], texts: Iterable[tuple[str, Unit, tuple[str, ...]]]
) -> bytes:
    """Units with their ids and, where they are translated, what they say: one segment a text."""
    told = {"version": "2.1", "srcLang": languages[0], "trgLang": languages[1]}
    namespaces: Any = {None: _NAMESPACE}
    root = etree.Element(f"{_XLF}xliff", told, namespaces)
    body = etree.SubElement(root, f"{_XLF}file", id="spec", original=file)
    for id_, unit, said in texts:
        # A program may part a text into sentences; the items of a list are parted already.
        parted = {"canResegment": "no"} if unit.listed else {}
        element = etree.SubElement(body, f"{_XLF}unit", {"id": id_, "name": id_, **parted, **_PRESERVE})
        for number, text in enumerate(unit.texts):
            state = "translated" if said else "initial"
            segment = etree.SubElement(element, f"{_XLF}segment", id=f"s{number + 1}", state=state)
            etree.SubElement(segment, f"{_XLF}source").text = text
            if number < len(said):
                etree.SubElement(segment, f"{_XLF}target").text = said[number]
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def from_xliff(data: bytes) -> Returned:
    """What a file says in its target language; units without a target are left out. NoXliffError."""
    root = _parsed(data)
    language = str(root.get("trgLang") or "")
    if root.tag != f"{_XLF}xliff" or not language:
        raise NoXliffError("it is no XLIFF 2 with a `trgLang`")
    said, sources = dict[str, tuple[str, ...]](), dict[str, tuple[str, ...]]()
    for unit in root.iter(f"{_XLF}unit"):
        segments = list(unit.iter(f"{_XLF}segment"))
        targets = [_text(segment.find(f"{_XLF}target")) for segment in segments]
        if targets and all(target.strip() for target in targets):
            id_, listed = str(unit.get("id")), unit.get("canResegment") == "no"
            said[id_], sources[id_] = (
                tuple(_texts(unit, role, listed)) for role in (f"{_XLF}target", f"{_XLF}source")
            )
    return Returned(language, said, sources)


def _texts(unit: Any, role: str, listed: bool) -> Iterator[str]:
    """The texts of a list, or the one text that a program may have parted, with the blanks between."""
    if listed:
        yield from (_text(segment.find(role)) for segment in unit.iter(f"{_XLF}segment"))
        return
    parts = unit.iter(f"{_XLF}segment", f"{_XLF}ignorable")
    yield "".join(_text(part.find(role)) or _text(part.find(f"{_XLF}source")) for part in parts)


def _parsed(data: bytes) -> Any:
    if len(data) > _MOST_BYTES:
        raise NoXliffError("it is larger than any translation of a spec")
    reader = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, reader)
    except etree.XMLSyntaxError as error:
        raise NoXliffError(f"it cannot be read as XML: {error.msg}") from None


def _text(element: Any) -> str:
    """The words of an element, those in marks of a translator's program too."""
    return "" if element is None else "".join(element.itertext())
