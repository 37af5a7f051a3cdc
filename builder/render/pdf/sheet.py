"""A frame as a PDF of one page: a poster for a screen, or for a print shop with bleed and crop marks."""

from __future__ import annotations

from io import BytesIO

from builder.color import Color
from builder.content.frame import Frame, Text
from builder.geometry.box import mm
from builder.render.pdf.canvas import GlyphCanvas
from builder.render.pdf.draw import draw_frame
from builder.render.pdf.finish import Filing, file_under, finished
from builder.render.pdf.reading import elements_of

_MARK_GAP = mm(2)  # from the bleed's edge, so that no mark is printed on the poster
_MARK = mm(6)
_MARK_WEIGHT = 0.25  # pt: a hairline


def render_frame(frame: Frame, title: str = "", author: str = "", date: str = "") -> bytes:
    """A frame in pt as a vector PDF; with bleed the sheet grows by it and by its crop marks.

    `date` (ISO) is what the file says it was made on.
    """
    words = " ".join(item.words for item in frame.items if isinstance(item, Text))
    filing = Filing(title or words, author, "", frame.lang, date=date)
    slug = frame.bleed + _MARK_GAP + _MARK if frame.bleed else 0.0
    out = BytesIO()
    size = frame.width + 2 * slug, frame.height + 2 * slug
    canvas = GlyphCanvas(out, pagesize=size, invariant=1, lang=frame.lang)
    file_under(canvas, filing)
    if slug:
        _boxes(canvas, frame, slug)
        with canvas.artifact("Page"):
            _crop_marks(canvas, frame, slug)
    canvas.translate(slug, slug)
    draw_frame(canvas, frame, elements=elements_of(frame, canvas.structure))
    canvas.showPage()
    canvas.save()
    return finished(out.getvalue(), filing)


def _boxes(canvas: GlyphCanvas, frame: Frame, slug: float) -> None:
    """Where the sheet is cut, and how far its colours run over (ISO 32000-1, 14.11.2)."""
    for name, over in (("trim", 0.0), ("bleed", frame.bleed)):
        left, right = slug - over, slug + frame.width + over
        canvas.setCropBox((left, slug - over, right, slug + frame.height + over), name)


def _crop_marks(canvas: GlyphCanvas, frame: Frame, slug: float) -> None:
    canvas.stroke_with(Color(0, 0, 0), _MARK_WEIGHT)
    start = frame.bleed + _MARK_GAP
    for x, outward in ((slug, -1), (slug + frame.width, 1)):
        for y, upward in ((slug, -1), (slug + frame.height, 1)):
            canvas.line(x + outward * start, y, x + outward * (start + _MARK), y)
            canvas.line(x, y + upward * start, x, y + upward * (start + _MARK))
