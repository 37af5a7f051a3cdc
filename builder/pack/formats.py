"""The formats of files, a row each: who makes one, and what the world calls it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from builder.errors import Problem
from builder.record import replace

Rendered = bytes | tuple[bytes, tuple[Problem, ...]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format of files: a value, so that a plan may have one that no table here knows."""

    renderer: str  # module:function, loaded with the first file; it takes the content, and options by keyword
    media_type: str
    ending: str  # of file names, without its dot
    label: str  # what people call it
    opens: bool = False  # whether a browser shows it, rather than save it
    looks: bool = False  # whether the renderer takes layouts that are read when it looks at them
    layout: str = ""  # module:function that lays the content out in pages first, if the renderer draws pages
    needs: tuple[str, ...] = field(  # heavy modules that are imported with its first file
        default=(), repr=False, compare=False
    )
    seconds: float = field(
        default=0.01, repr=False, compare=False
    )  # that one takes, about: whether there is enough to do for processes of their own

    def render(self, content: Any, **options: str) -> Rendered:
        """The content as a file of this format, perhaps with what its reader should know."""
        laid_out = self.pages(content) if self.is_paged else content
        rendered: Rendered = _loaded(self.renderer)(laid_out, **options)
        return rendered

    def load(self) -> None:
        """Import what draws it, which is heavy, before it is asked to."""
        for name in filter(None, (self.layout, self.renderer)):
            _loaded(name)
        for name in self.needs:
            import_module(name)

    @property
    def is_paged(self) -> bool:
        """Whether its content is laid out in pages before it is drawn."""
        return bool(self.layout)

    def pages(self, content: Any) -> Any:
        """The `Pages` of a content in a paged format."""
        return _loaded(self.layout)(content)

    @property
    def is_image(self) -> bool:
        """Whether it is a picture, of pixels or of shapes."""
        return self.media_type.startswith("image/")

    @property
    def is_drawing(self) -> bool:
        """Whether it is a picture of shapes, sharp in any size."""
        return self.media_type == SVG.media_type

    @property
    def is_pixels(self) -> bool:
        """Whether it is a picture with a width and a height in px."""
        return self.is_image and not self.is_drawing

    @property
    def is_supplied(self) -> bool:
        """Whether its bytes are ready, not drawn here."""
        return self.renderer == _READY


def _loaded(name: str) -> Callable[..., Any]:
    module, _, function = name.partition(":")
    loaded: Callable[..., Any] = getattr(import_module(module), function)
    return loaded


_READY = "builder.render.data:render_data"
_OFFICE = "application/vnd.openxmlformats-officedocument"

PNG = Format("builder.render.pixels.png:render_png", "image/png", "png", "PNG", opens=True, seconds=0.01)
JPEG = Format("builder.render.pixels.jpeg:render_jpeg", "image/jpeg", "jpg", "JPG", opens=True, seconds=0.07)
WEBP = Format(
    "builder.render.pixels.webp:render_webp", "image/webp", "webp", "WEBP", opens=True, seconds=0.2
)
SVG = Format(_READY, "image/svg+xml", "svg", "SVG", opens=True)
_PDF = Format(
    "builder.render.pdf.document:render_pages",
    "application/pdf",
    "pdf",
    "PDF",
    opens=True,
    needs=("pikepdf",),  # by which it is read back
)
FRAME_PDF = replace(_PDF, layout="builder.layout.sheet:one_page", seconds=0.01)
PRINT_PDF = replace(_PDF, layout="builder.layout.sheet:print_page", seconds=0.02)
CARDS_PDF = replace(_PDF, layout="builder.layout.sheet:card_pages", seconds=0.02)
STORY_PDF = replace(_PDF, layout="builder.layout.flow.paginate:paginate", seconds=0.25)
BOOK_PRINT_PDF = replace(_PDF, layout="builder.layout.flow.press:print_book", seconds=0.6)
DOCX = Format(
    "builder.render.docx:render_docx",
    f"{_OFFICE}.wordprocessingml.document",
    "docx",
    "DOCX",
    looks=True,
    needs=("docx", "builder.render.docx.writer"),
    seconds=0.1,
)
POTX = Format(
    "builder.render.pptx:render_template", f"{_OFFICE}.presentationml.template", "potx", "POTX", seconds=0.03
)
PPTX = Format(
    "builder.render.pptx:render_deck",
    f"{_OFFICE}.presentationml.presentation",
    "pptx",
    "PPTX",
    needs=("builder.render.pptx.slides",),
    seconds=0.05,
)
PAGE = Format("builder.render.html:render_page", "text/html", "html", "HTML", opens=True, seconds=0.08)
NOTE = Format("builder.render.html.note:render_note", "text/html", "html", "HTML", opens=True)
SHEET = Format("builder.render.html.sheet:render_sheet", "text/html", "html", "HTML", opens=True)
TEXT = Format("builder.render.text:render_text", "text/plain", "txt", "TXT", opens=True)
CSV = Format(_READY, "text/csv", "csv", "CSV")
ICS = Format("builder.render.agenda:render_agenda", "text/calendar", "ics", "ICS", needs=("icalendar",))
# What draws a whole pack.
WHOLE = (PNG, JPEG, WEBP, FRAME_PDF, CARDS_PDF, STORY_PDF, DOCX, POTX, PPTX, PAGE, NOTE, ICS)


def supplied(ending: str) -> Format:
    """The format of a file that goes into the pack as it is, known by its ending."""
    for known in (SVG, PNG, JPEG, WEBP, FRAME_PDF):
        if known.ending == ending:
            return replace(known, renderer=_READY, layout="", seconds=0.01)
    return Format(_READY, "application/octet-stream", ending, ending.upper())
