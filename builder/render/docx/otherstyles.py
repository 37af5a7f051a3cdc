"""The styles of words and of tables."""

from __future__ import annotations

from builder.color import Color
from builder.content.look import Look
from builder.render.docx.colors import WordColors
from builder.render.docx.properties import edge
from builder.render.ooxml.markup import node


class Others:
    """Styles in the colours of one look."""

    def __init__(self, look: Look) -> None:
        self._look, self._inks = look, WordColors(look)

    def words(self) -> list[str]:
        """Links, what is to be filled in, and asides."""
        look = self._look
        default = _named("Default Paragraph Font", 1)
        slot = self._color(look.text.color) + node("w:shd", **self._inks.ground(look.office.slot))
        return [
            node("w:style", default, w__type="character", w__default=1, w__styleId="DefaultParagraphFont"),
            _words("Hyperlink", self._color(look.link) + node("w:u", w__val="single"), custom=None),
            _words("Slot", slot),
            _words("Quiet", '<w:b w:val="0"/><w:bCs w:val="0"/>' + self._color(look.note.color)),
        ]

    def notes(self) -> list[str]:
        """The number of a footnote, raised."""
        raised = node("w:vertAlign", w__val="superscript")
        return [_words("FootnoteReference", raised, custom=None, name="footnote reference")]

    def tables(self) -> list[str]:
        """A table with hairlines between its rows, and a header that stands out."""
        plain = _named("Normal Table", 99) + _margins()
        line = self._inks.line(self._look.rule)
        rows = node("w:tblBorders", edge("bottom", 4, 0, line), edge("insideH", 4, 0, line))
        own = _named(f"{self._look.office.name} Table", 40, based="TableNormal")
        head = node("w:tblStylePr", *self._head(), w__type="firstRow")
        listed = _named("No List", 99)
        return [
            node("w:style", plain, w__type="table", w__default=1, w__styleId="TableNormal"),
            node(
                "w:style",
                own,
                node("w:tblPr", rows),
                head,
                w__type="table",
                w__customStyle=1,
                w__styleId="PackTable",
            ),
            node("w:style", listed, w__type="numbering", w__default=1, w__styleId="NoList"),
        ]

    def _head(self) -> tuple[str, str]:
        line = node("w:tcBorders", edge("bottom", 12, 0, self._inks.line(self._look.accent)))
        ground = node("w:shd", **self._inks.ground(self._look.panel))
        run = node("w:rPr", "<w:b/><w:bCs/>", self._color(self._look.headings[0].color))
        return run, node("w:tcPr", line, ground)

    def _color(self, color: Color) -> str:
        return node("w:color", **self._inks.text(color))


def _named(name: str, priority: int, *, based: str = "") -> str:
    named = node("w:name", w__val=name) + (node("w:basedOn", w__val=based) if based else "")
    return named + node("w:uiPriority", w__val=priority) + ("<w:qFormat/>" if based else "")


def _words(id_: str, run: str, *, custom: int | None = 1, name: str = "") -> str:
    named = _named(name or id_, 50, based="DefaultParagraphFont")
    properties = node("w:rPr", run)
    return node("w:style", named, properties, w__type="character", w__customStyle=custom, w__styleId=id_)


def _margins() -> str:
    sides = (("top", 60), ("left", 100), ("bottom", 60), ("right", 100))
    cells = [node(f"w:{side}", w__w=width, w__type="dxa") for side, width in sides]
    return node("w:tblPr", node("w:tblInd", w__w=0, w__type="dxa"), node("w:tblCellMar", *cells))
