"""The slides of a deck, added to its template by python-pptx."""

from __future__ import annotations

from copy import deepcopy
from io import BytesIO
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
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
from builder.render.ooxml.markup import DRAWING
from builder.render.ooxml.package import unpack
from builder.render.pptx.chart import mended, put_chart
from builder.render.pptx.picture import put_picture
from builder.render.pptx.sections import add_sections
from builder.render.pptx.shapes import number_field
from builder.render.pptx.table import put_table


def add_slides(template: bytes, deck: Deck) -> dict[str, bytes]:
    """The files of the template with the deck's slides in it."""
    presentation = Presentation(BytesIO(template))
    written = zip(deck.layouts, presentation.slide_layouts, strict=True)
    layouts = {layout.key: (layout, office_layout) for layout, office_layout in written}
    for number, content in enumerate(deck.slides, 1):
        layout, office_layout = layouts[content.layout]
        _Slide(presentation.slides.add_slide(office_layout), layout, deck, number).fill(content)
    add_sections(presentation, deck)
    out = BytesIO()
    presentation.save(out)
    return mended(unpack(out.getvalue()), deck)


class _Slide:
    """One slide being filled."""

    def __init__(self, slide: Any, layout: SlideLayout, deck: Deck, number: int) -> None:
        self._slide, self._layout, self._deck, self._number = slide, layout, deck, number

    def fill(self, content: SlideContent) -> None:
        """Put in every filling, take off what is left empty, then number, colours and notes."""
        self._name_shapes()
        for filling in content.fillings:
            self._put(filling)
        self._drop_empty({filling.index for filling in content.fillings})
        self._add_footers()
        self._copy_colors()
        if content.notes:
            self._add_notes(content.notes)
        set_language(self._slide, self._deck.lang)

    def _put(self, filling: Filling) -> None:
        holder = self._holder(filling.index)
        match filling:
            case TextFill():
                put_text(holder, filling)
            case TableFill():
                put_table(holder, filling, self._deck)
            case PictureFill():
                put_picture(holder, filling)
            case ChartFill():
                put_chart(holder, filling, self._layout, self._deck)

    def _holder(self, index: int) -> Any:
        return next(shape for shape in self._slide.placeholders if shape.placeholder_format.idx == index)

    def _name_shapes(self) -> None:
        """Give placeholders the layout's names: python-pptx numbers them."""
        names = {placeholder.index: placeholder.name for placeholder in self._layout.placeholders}
        for shape in self._slide.placeholders:
            shape.name = names[shape.placeholder_format.idx]

    def _drop_empty(self, filled: set[int]) -> None:
        for shape in list(self._slide.placeholders):
            if shape.placeholder_format.idx not in filled:
                shape._element.getparent().remove(shape._element)

    def _add_footers(self) -> None:
        """python-pptx leaves them off new slides; last, so that they are read last."""
        for holder in self._slide.slide_layout.placeholders:
            kind = holder._element.ph_type.name if holder._element.ph_type else ""
            if kind == "SLIDE_NUMBER" or (kind == "FOOTER" and self._deck.footer):
                self._slide.shapes.clone_placeholder(holder)
                shape = self._slide.shapes[-1]
                shape.name = holder.name
                self._write_footer(shape, kind)

    def _write_footer(self, shape: Any, kind: str) -> None:
        body = shape._element.get_or_add_txBody()
        if kind == "FOOTER":
            shape.text_frame.text = self._deck.footer
        else:
            _number(body, self._number, self._deck.lang)

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
