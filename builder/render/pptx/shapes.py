"""The shapes of masters and layouts: decoration behind, placeholders in front."""

from __future__ import annotations

from collections.abc import Iterable

from builder.content.deck import Deck, Drawing, Placeholder
from builder.content.frame import Path
from builder.geometry.box import Box
from builder.geometry.pens import around, edges
from builder.render.ooxml.markup import guid, node, place
from builder.render.pptx.artpictures import ArtPictures, needs_picture
from builder.render.pptx.drawn import DECORATIVE, child_space
from builder.render.pptx.freeform import SlideColors, geometry, shape_properties
from builder.render.pptx.speech import spoken
from builder.render.pptx.textstyle import Level, bulleted, level

FURNITURE = ("dt", "ftr", "sldNum")  # placeholders that a new slide does not take from its layout
SIZES = {"ftr": "quarter", "sldNum": "quarter", "dt": "half"}
_FIELDS = {"sldNum": "slidenum"}
_OWN = {"p:nvSpPr": "p:cNvSpPr", "p:nvGrpSpPr": "p:cNvGrpSpPr", "p:nvPicPr": "p:cNvPicPr"}
LOCK = '<a:spLocks noGrp="1"/>'
_NO_INSETS = {"lIns": 0, "tIns": 0, "rIns": 0, "bIns": 0}


class ShapeTree:
    """Shapes in the order they are painted and read, with ids counted from 2."""

    def __init__(self, inks: SlideColors, pictures: ArtPictures, deck: Deck) -> None:
        self._inks, self._pictures, self._deck = inks, pictures, deck
        self._shapes: list[str] = []
        self._last_id = 1

    def draw(self, drawing: Drawing) -> None:
        """Add curves as one group, or as a picture, that screen readers pass over."""
        reach = [edges(path.commands) for path in drawing.paths]
        box = around(reach)
        if needs_picture(drawing.paths):
            head = self._head("p:nvPicPr", drawing.name)
            self._shapes.append(node("p:pic", head, *self._pictures.picture(drawing.paths, box)))
            return
        head = self._head("p:nvGrpSpPr", drawing.name)
        group = node("p:grpSpPr", place(box, "a:xfrm", child_space(box)))
        curves = [
            self._curve(f"{drawing.name} {number}", path, around([reach[number - 1]]))
            for number, path in enumerate(drawing.paths, 1)
        ]
        self._shapes.append(node("p:grpSp", head, group, *curves))

    def hold(self, placeholder: Placeholder, index: int | None = None) -> None:
        """Add a placeholder; `index` if it is not the one it names."""
        index = placeholder.index if index is None else index
        kind = placeholder.kind
        prompted = placeholder.prompt and kind not in SIZES
        ph = node(
            "p:ph",
            type=None if kind == "obj" else kind,
            sz=SIZES.get(kind),
            idx=index or None,
            hasCustomPrompt=True if prompted else None,
        )
        head = self._named(placeholder.name), node("p:cNvSpPr", LOCK), node("p:nvPr", ph)
        plate = self._inks.fill(placeholder.fill) if placeholder.fill else ""
        shape = node("p:spPr", place(placeholder.box), geometry(placeholder), plate)
        self._shapes.append(node("p:sp", node("p:nvSpPr", *head), shape, self._text(placeholder)))

    def xml(self) -> str:
        """The tree as `p:spTree`."""
        empty = '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
        head = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        return node("p:spTree", head, node("p:grpSpPr", node("a:xfrm", empty)), *self._shapes)

    def _curve(self, name: str, path: Path, box: Box) -> str:
        return node("p:sp", self._head("p:nvSpPr", name), shape_properties(path, box, self._inks))

    def _head(self, tag: str, name: str) -> str:
        return node(tag, self._named(name, DECORATIVE), node(_OWN[tag]), node("p:nvPr", userDrawn=True))

    def _named(self, name: str, *inner: str) -> str:
        self._last_id += 1
        return node("p:cNvPr", *inner, id=self._last_id, name=name)

    def _text(self, placeholder: Placeholder) -> str:
        body = node(
            "a:bodyPr", "<a:normAutofit/>", **_NO_INSETS, rtlCol=self._deck.rtl, anchor=placeholder.anchor
        )
        styles = [
            level(style, number, rtl=self._deck.rtl) for number, style in enumerate(_styles(placeholder), 1)
        ]
        return node("p:txBody", body, node("a:lstStyle", *styles), *self._paragraphs(placeholder))

    def _paragraphs(self, placeholder: Placeholder) -> Iterable[str]:
        if field := _FIELDS.get(placeholder.kind):
            yield node("a:p", number_field(field, "‹#›", self._deck.lang))
            return
        texts = (placeholder.prompt, *(self._deck.levels if placeholder.bullets else ()))
        for depth, text in enumerate(texts):
            yield paragraph(text, self._deck, depth)


def paragraph(text: str, deck: Deck, depth: int = 0) -> str:
    """A paragraph of one run, in its language."""
    said = spoken(text, deck)
    run = node("a:r", node("a:rPr", lang=said.lang), node("a:t", said.text)) if text else ""
    plain = not depth and said.rtl is None
    properties = "" if plain else node("a:pPr", lvl=depth or None, rtl=said.rtl)
    return node("a:p", properties, run, node("a:endParaRPr", lang=said.lang))


def number_field(field: str, shown: str, lang: str) -> str:
    """A field that Office keeps up to date."""
    return node("a:fld", node("a:rPr", lang=lang), node("a:t", shown), id=guid("field", field), type=field)


def _styles(placeholder: Placeholder) -> tuple[Level, ...]:
    if placeholder.bullets:
        return bulleted(placeholder.size, placeholder.color, placeholder.mark)
    return (
        Level(
            size=placeholder.size,
            color=placeholder.color,
            heading=placeholder.heading,
            bold=placeholder.bold,
            leading=placeholder.leading,
            before=None if placeholder.kind in ("title", "ctrTitle") else 4.0,
            align=placeholder.align,
            bullet="",
        ),
    )
