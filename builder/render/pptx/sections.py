"""The list of sections that the deck's slides fall into."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from builder.content.deck import Deck
from builder.render.ooxml.markup import SLIDES, guid, node

_URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"  # of the extension ([MS-PPTX], sectionLst)
_NAMESPACES = {
    "xmlns__p": SLIDES,
    "xmlns__p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
}


def add_sections(presentation: Any, deck: Deck) -> None:
    """List the sections in which every slide stands once; a deck of one part has none."""
    root = presentation._element
    ids = [slide.id for slide in root.get_or_add_sldIdLst()]
    parts = list(_parts(deck, ids))
    if len(parts) < 2:
        return
    sections = [_section(deck, name, numbers) for name, numbers in parts]
    extension = node("p:ext", node("p14:sectionLst", *sections), uri=_URI, **_NAMESPACES)
    extensions = root.find(qn("p:extLst"))
    if extensions is None:
        extensions = parse_xml(node("p:extLst", xmlns__p=SLIDES))
        root.append(extensions)
    extensions.append(parse_xml(extension))


def _parts(deck: Deck, ids: list[int]) -> Iterator[tuple[str, list[int]]]:
    starts = [place for place, slide in enumerate(deck.slides) if slide.section]
    for start, end in zip(starts, [*starts[1:], len(ids)], strict=True):
        yield deck.slides[start].section, ids[start:end]


def _section(deck: Deck, name: str, ids: list[int]) -> str:
    listed = node("p14:sldIdLst", *(node("p14:sldId", id=number) for number in ids))
    return node("p14:section", listed, name=name, id=guid(deck.title, "section", name))
