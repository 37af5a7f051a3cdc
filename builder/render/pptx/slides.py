"""The slides of a deck, added to its template as python-pptx's own parts."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.package import Package as Office
from pptx.parts.presentation import PresentationPart
from pptx.parts.slide import SlidePart

from builder.content.deck import ChartFill, Deck, PictureFill, SlideContent, SlideLayout
from builder.render.ooxml.markup import RELATIONS
from builder.render.ooxml.package import Package
from builder.render.pptx.chart import put_chart
from builder.render.pptx.picture import put_picture
from builder.render.pptx.sections import add_sections
from builder.render.pptx.slide import links, notes_page, shown, slide_part

_PRESENTATION = "ppt/presentation.xml"
_NOTES_MASTER = "ppt/notesMasters/notesMaster1.xml"
_BEFORE = 2  # children of a shape tree that are no shapes


def with_slides(template: Package, deck: Deck) -> Package:
    """The template with the deck's slides in it."""
    show = _Show(template, deck)
    for number, content in enumerate(deck.slides, 1):
        show.add(content, number)
    add_sections(show.presentation, deck)
    return show.package()


class _Show:
    """A template as python-pptx has it, which needs to know no more of its parts than their names."""

    def __init__(self, template: Package, deck: Deck) -> None:
        self._template, self._deck = {part.name: part for part in template.parts}, deck
        self._office: Any = Office(BytesIO())  # which it need not read
        self._parts = {name: self._part(name, part.type, b"") for name, part in self._template.items()}
        main = self._template[_PRESENTATION]
        self.presentation: Any = PresentationPart(
            PackURI(f"/{main.name}"), main.type, self._office, parse_xml(main.data)
        )
        self._office.relate_to(self.presentation, RT.OFFICE_DOCUMENT)
        for kind, target in main.relations:
            self.presentation.relate_to(self._parts[f"ppt/{target}"], f"{RELATIONS}/{kind}")
        self._layouts = {
            layout.key: (layout, self._parts[f"ppt/slideLayouts/slideLayout{number}.xml"])
            for number, layout in enumerate(deck.layouts, 1)
        }
        self._noted = 0

    def add(self, content: SlideContent, number: int) -> None:
        """Add a slide, with its graphics and with what its speaker says."""
        layout, base = self._layouts[content.layout]
        root: Any = parse_xml(slide_part(self._deck, layout, content, number))
        slide: Any = SlidePart(PackURI(f"/ppt/slides/slide{number}.xml"), CT.PML_SLIDE, self._office, root)
        slide.relate_to(base, RT.SLIDE_LAYOUT)
        for address in links(content):
            slide.relate_to(address, RT.HYPERLINK, is_external=True)
        relation = self.presentation.relate_to(slide, RT.SLIDE)
        self.presentation._element.get_or_add_sldIdLst().add_sldId(relation)
        self._put_graphics(slide, layout, content)
        if content.notes:
            self._note(slide, content.notes, number)

    def package(self) -> Package:
        """The template, and what was added to it."""
        whole = Package([part for name, part in self._template.items() if name != _PRESENTATION])
        for part in self._office.iter_parts():
            name = part.partname.membername
            if name == _PRESENTATION or name not in self._template:
                related = ((relation.reltype, relation.target_ref) for relation in part.rels.values())
                whole.add(name, part.content_type, part.blob, *related)
        return whole

    def _put_graphics(self, slide: Any, layout: SlideLayout, content: SlideContent) -> None:
        tree = slide._element.cSld.spTree
        for place, (_, holder, filling) in enumerate(shown(layout, content), _BEFORE):
            if isinstance(filling, PictureFill):
                put_picture(tree[place], slide.slide.shapes, filling, holder)
            elif isinstance(filling, ChartFill):
                put_chart(tree[place], slide.slide.shapes, filling, layout, self._deck)

    def _note(self, slide: Any, text: str, number: int) -> None:
        self._noted += 1
        page = notes_page(self._deck, text, number)
        part = self._part(f"ppt/notesSlides/notesSlide{self._noted}.xml", CT.PML_NOTES_SLIDE, page)
        part.relate_to(self._parts[_NOTES_MASTER], RT.NOTES_MASTER)
        part.relate_to(slide, RT.SLIDE)
        slide.relate_to(part, RT.NOTES_SLIDE)

    def _part(self, name: str, kind: str, data: bytes) -> Part:
        return Part(PackURI(f"/{name}"), kind, self._office, data)
