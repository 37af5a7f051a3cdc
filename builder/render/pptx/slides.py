"""The slides of a deck, added to its template by python-pptx."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from io import BytesIO
from typing import Any
from zipfile import ZipFile, ZipInfo

from lxml import etree
from pptx import Presentation
from pptx.opc.serialized import PackageWriter
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.oxml.shapes.shared import BaseShapeElement
from pptx.util import Pt

from builder.content.deck import (
    ChartFill,
    Deck,
    Filling,
    PictureFill,
    SlideContent,
    SlideLayout,
    TableFill,
    TextFill,
)
from builder.render.ooxml.markup import DRAWING, SLIDES, node
from builder.render.pptx.art import with_art, without_art
from builder.render.pptx.chart import mended, put_chart
from builder.render.pptx.picture import put_picture
from builder.render.pptx.sections import add_sections
from builder.render.pptx.shapes import FURNITURE, holding, number_field
from builder.render.pptx.table import put_table


def add_slides(template: Mapping[str, bytes], deck: Deck) -> dict[str, bytes]:
    """The files of the template with the deck's slides in it."""
    plain, art = without_art(template)
    presentation = Presentation(BytesIO(_stored(plain)))
    written = zip(deck.layouts, presentation.slide_layouts, strict=True)
    layouts = {layout.key: (layout, office, _footers(office, deck)) for layout, office in written}
    slides = presentation.slides
    for number, content in enumerate(deck.slides, 1):
        layout, office, footers = layouts[content.layout]
        _Slide(_added(slides, office, layout), layout, footers, deck, number).fill(content)
    add_sections(presentation, deck)
    return mended(with_art(_Files(presentation).files, art), deck)


def _added(slides: Any, office: Any, layout: SlideLayout) -> Any:
    """A new slide with the layout's placeholders, as `add_slide` makes one, which has to look for them."""
    relation, slide = slides.part.add_slide(office)
    shown = (placeholder for placeholder in layout.placeholders if placeholder.kind not in FURNITURE)
    shapes = (holding(placeholder, number) for number, placeholder in enumerate(shown, 2))
    tree = slide.shapes._spTree
    tree.extend(parse_xml(node("p:spTree", *shapes, xmlns__p=SLIDES, xmlns__a=DRAWING)))
    slides._sldIdLst.add_sldId(relation)
    return slide


def _footers(layout: Any, deck: Deck) -> tuple[tuple[Any, bool], ...]:
    """The layout's holders of the slide's number and of the footer, and whether it is the number's."""
    kinds = ((holder, holder._element.ph_type) for holder in layout.placeholders)
    named = ((holder, kind.name if kind else "") for holder, kind in kinds)
    shown = ("SLIDE_NUMBER", "FOOTER") if deck.footer else ("SLIDE_NUMBER",)
    return tuple((holder, kind == "SLIDE_NUMBER") for holder, kind in named if kind in shown)


def _stored(files: Mapping[str, bytes]) -> bytes:
    """A zip for python-pptx alone, of files as they are: they are packed once, when all is done."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(ZipInfo(name), data)
    return out.getvalue()


class _Files:
    """What python-pptx would write into its own zip, by name."""

    def __init__(self, presentation: Any) -> None:
        self.files: dict[str, bytes] = {}
        package = presentation.part.package
        writer: Any = PackageWriter(BytesIO(), package._rels, tuple(package.iter_parts()))
        writer._write_content_types_stream(self)
        writer._write_pkg_rels(self)
        writer._write_parts(self)

    def write(self, place: Any, data: bytes) -> None:
        """Take a file."""
        self.files[place.membername] = data


def _placeholder(shape: Any) -> Any:
    """The `p:ph` of a shape; python-pptx looks for it with an XPath, which took half of a deck's time."""
    properties = shape[0].find(_PROPERTIES) if len(shape) else None
    return None if properties is None else properties.find(_PH)


_PROPERTIES, _PH = qn("p:nvPr"), qn("p:ph")
_SHAPE: Any = BaseShapeElement
_SHAPE.ph = property(_placeholder)


class _Slide:
    """One slide being filled."""

    def __init__(
        self, slide: Any, layout: SlideLayout, footers: tuple[tuple[Any, bool], ...], deck: Deck, number: int
    ) -> None:
        self._slide, self._layout, self._footers = slide, layout, footers
        self._deck, self._number = deck, number
        self._holders = {shape.placeholder_format.idx: shape for shape in slide.placeholders}

    def fill(self, content: SlideContent) -> None:
        """Put in every filling, take off what is left empty, then number, colours and notes."""
        for filling in content.fillings:
            self._put(filling)
        self._drop_empty({filling.index for filling in content.fillings})
        self._add_footers()
        self._copy_colors()
        if content.notes:
            self._add_notes(content.notes)
        set_language(self._slide, self._deck.lang)

    def _put(self, filling: Filling) -> None:
        holder = self._holders[filling.index]
        match filling:
            case TextFill():
                put_text(holder, filling)
            case TableFill():
                put_table(holder, filling, self._deck)
            case PictureFill():
                put_picture(holder, filling)
            case ChartFill():
                put_chart(holder, filling, self._layout, self._deck)

    def _drop_empty(self, filled: set[int]) -> None:
        for index in self._holders.keys() - filled:
            element = self._holders[index]._element
            element.getparent().remove(element)

    def _add_footers(self) -> None:
        """python-pptx leaves them off new slides; last, so that they are read last."""
        for holder, is_number in self._footers:
            self._slide.shapes.clone_placeholder(holder)
            shape = self._slide.shapes[-1]
            shape.name = holder.name
            body = shape._element.get_or_add_txBody()
            if is_number:
                _number(body, self._number, self._deck.lang)
            else:
                shape.text_frame.text = self._deck.footer

    def _copy_colors(self) -> None:
        """A slide that repeats its layout's map keeps added text readable in every program."""
        override = self._slide.slide_layout._element.find(qn("p:clrMapOvr"))
        mine = self._slide._element.find(qn("p:clrMapOvr"))
        mine.getparent().replace(mine, deepcopy(override))

    def _add_notes(self, text: str) -> None:
        notes = self._slide.notes_slide
        notes.notes_text_frame.text = text
        for shape in notes.placeholders:
            if shape._element.ph_type.name == "SLIDE_NUMBER":
                _number(shape._element.get_or_add_txBody(), self._number, self._deck.lang)
        set_language(notes, self._deck.lang)


def put_text(holder: Any, filling: TextFill) -> None:
    """Write the paragraphs, and the scale that long text was fitted at."""
    frame = holder.text_frame
    for number, content in enumerate(filling.paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.level = content.level
        run = paragraph.add_run()
        run.text = content.text
        run.font.size = Pt(filling.size) if filling.size else None
        if content.link:
            run.hyperlink.address = content.link
        if content.plain:
            _without_bullet(paragraph)
    if filling.scale < 1:
        fit = etree.SubElement(frame._txBody.bodyPr, qn("a:normAutofit"))
        fit.set("fontScale", str(round(filling.scale * 100_000)))


def _without_bullet(paragraph: Any) -> None:
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", "0")
    properties.set("indent", "0")
    etree.SubElement(properties, qn("a:buNone"))


def set_language(owner: Any, lang: str) -> None:
    """Say the language of every run: what a screen reader and the spelling checker go by."""
    for run in owner._element.iter(qn("a:r")):
        run.get_or_add_rPr().set("lang", lang)
    for end in owner._element.iter(qn("a:endParaRPr")):
        end.set("lang", lang)


def _number(body: Any, number: int, lang: str) -> None:
    paragraph = body.findall(qn("a:p"))[0]
    for child in list(paragraph):
        paragraph.remove(child)
    field = number_field("slidenum", str(number), lang)
    paragraph.append(parse_xml(field.replace("<a:fld", f'<a:fld xmlns:a="{DRAWING}"', 1)))
