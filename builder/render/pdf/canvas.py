"""The canvas: ReportLab's, without its built-in fonts, and with glyphs instead of strings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from itertools import compress, count
from math import ceil, floor
from typing import TYPE_CHECKING, Any

from reportlab import rl_config
from reportlab.lib.colors import Color as ReportLabColor
from reportlab.lib.rl_accel import fp_str
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFResourceDictionary,
    PDFStream,
    xObjectName,
)

from builder.color import Color
from builder.content.frame import Frame, Glyphs, Run
from builder.geometry.box import Box
from builder.media import Font
from builder.render.parts import drawn
from builder.render.pdf.font import FontSubset
from builder.render.pdf.packing import PACKED, packed_file
from builder.render.pdf.tags.canvas import TaggedCanvas

if TYPE_CHECKING:
    from PIL import Image as Pixels

_JPEG_QUALITY = 82
_NO_STEP = 0.0005  # em: the largest float whose thousandths are rounded to no step
_MUCH = 5000  # operators' characters that are worth keeping packed, for to look for them takes time too

rl_config.useA85 = 0  # binary streams: a fifth smaller
rl_config.pdfMultiLine = rl_config.pdfComments = 0  # nobody reads what is packed


class Forms:
    """The forms of a document, by the frame that each shows and how finely, in steps.

    Frames are long: they are compared with those of as many items, and not hashed.
    """

    def __init__(self) -> None:
        self._found: dict[tuple[float, float, int], list[tuple[Frame, int, str]]] = {}
        self._number = 0

    def find(self, frame: Frame, fineness: int) -> str | None:
        """The name of a form of this fineness."""
        alike = self._found.get(_likeness(frame), ())
        return next((name for known, fine, name in alike if fine == fineness and known == frame), None)

    def add(self, frame: Frame, fineness: int) -> str:
        """The name of a new form."""
        self._number += 1
        name = f"Frame{self._number}"
        self._found.setdefault(_likeness(frame), []).append((frame, fineness, name))
        return name


def _likeness(frame: Frame) -> tuple[float, float, int]:
    return frame.width, frame.height, len(frame.items)


class GlyphCanvas(TaggedCanvas):
    """A canvas that draws shaped text in embedded fonts alone, each piece as somebody's."""

    space = "DeviceRGB"
    version = 1, 7  # of PDF
    least_scale = 1.0  # at which is shown what is drawn

    def __init__(self, filename: Any, **settings: Any) -> None:
        self._embedded: dict[str, FontSubset] = {}
        self.forms = Forms()
        self._curves: dict[str, str] = {}
        super().__init__(filename, pdfVersion=self.version, pageCompression=0, **settings)
        document = self._doc
        document.defaultStreamFilters, document.format = [PACKED], lambda: packed_file(document)

    def fill_curve(self, trace: str, hull: Callable[[], Box]) -> None:
        """Fills a curve in the colour that is set: stored once, with the hull it lies in, shown often."""
        name = self._curves.get(trace)
        if name is None:
            name = self._curves[trace] = f"Curve{len(self._curves) + 1}"
            most = hull()
            box = floor(most.x) - 1, floor(most.y) - 1, ceil(most.right) + 1, ceil(most.bottom) + 1
            form = _packed_stream(f"{trace} f")
            kind = {"Type": PDFName("XObject"), "Subtype": PDFName("Form"), "BBox": PDFArray(box)}
            form.dictionary.dict |= {**kind, "Resources": PDFDictionary({})}
            self._doc.Reference(form, xObjectName(name))
        self.doForm(name)

    def _make_preamble(self) -> None:
        # ReportLab's own names Helvetica on every page, which would be a font that is not embedded.
        self._preamble = ""

    def embedded(self, font: Font) -> FontSubset:
        """The font as this document holds it."""
        if font.digest not in self._embedded:
            entry = FontSubset(font, f"F{len(self._embedded) + 1}")
            self._embedded[font.digest] = entry
            self._doc.delayedFonts.append(entry)
        return self._embedded[font.digest]

    def values(self, color: Color) -> tuple[float, ...]:
        """A colour as its `space` has it, each number 0 to 1."""
        return tuple(channel / 255 for channel in color.rgb)

    def fill_with(self, color: Color) -> None:
        """Sets the colour of fills."""
        self._code.append(_filled(color))

    def fill_words_with(self, color: Color, size: float) -> None:  # noqa: ARG002  inks ask for it
        """Sets the colour of text of this size in pt."""
        self.fill_with(color)

    def fill_sharp_with(self, color: Color) -> None:
        """Sets the colour of what must be sharp, like the squares of a code."""
        self.fill_with(color)

    @contextmanager
    def shown_at(self, scale: float) -> Iterator[None]:
        """What is drawn meanwhile is shown no smaller than so many times its size."""
        before, self.least_scale = self.least_scale, scale
        yield
        self.least_scale = before

    def stroke_with(self, color: Color, width: float) -> None:
        """Sets the colour and the width of lines."""
        self._code += _stroked(color, width)

    def stroke_on_all_with(self, color: Color, width: float) -> None:
        """Sets the colour and the width of marks by which a press lays its plates on each other."""
        self.stroke_with(color, width)

    def blend(self, color: Color) -> Any:
        """A colour as ReportLab's gradients take it."""
        return ReportLabColor(*self.values(color))

    def photograph(self, pixels: Pixels.Image) -> ImageReader:
        """A photograph to be drawn, as a JPEG, or as a PNG if parts of it are clear."""
        out = BytesIO()
        if pixels.mode == "RGBA":
            pixels.save(out, "PNG")
        else:
            pixels.save(out, "JPEG", quality=_JPEG_QUALITY)
        return ImageReader(out)

    def picture(self, file: bytes) -> ImageReader:
        """An image file to be drawn."""
        return ImageReader(BytesIO(file))

    def drawImage(self, image: ImageReader, *asked: Any, **named: Any) -> tuple[int, int]:  # noqa: N802
        """Draws an image; its pixels go when nobody needs it any more, and not when Python looks for circles.

        The reader of a JPEG holds itself by this method, and with it some 10 MB that it unpacked.
        """
        size: tuple[int, int] = super().drawImage(image, *asked, **named)
        vars(image).pop("jpeg_fh", None)
        return size

    def write(self, operators: str) -> None:
        """Adds operators to the page's or the form's content as they are."""
        self._code.append(operators)

    def show(self, runs: Iterable[Run], baseline: float, size: float, height: float) -> None:
        """Draws the runs of a line on a page of this height."""
        set_in, low = number(size), number(height - baseline)
        for run in runs:
            self.mark_text()
            embedded = self.embedded(run.font)
            place, array = f"1 0 0 1 {number(run.x)} {low} Tm", _array(run.glyphs, embedded)
            self._code.append(f"BT /{embedded.name} {set_in} Tf {place} [{array}] TJ ET")

    def enter(self, id_: str, top: float) -> None:
        """Makes a place of this page one that links and bookmarks can go to."""
        self.bookmarkPage(id_, fit="XYZ", left=0, top=top, zoom=0)

    def add_shading(self, shading: Any) -> str:
        """Adds a shading to the document; its name there."""
        name: str = self._doc.addShading(shading)
        return name

    def shading_used(self, name: str) -> str:
        """How a shading is called on this page or in this form."""
        self._shadingUsed[name] = name
        return f"/{name}"

    def fade(self, operators: str, shading: str, box: tuple[float, float, float, float]) -> None:
        """What is drawn from here to the end of the state is as opaque as what operators paint is light."""
        resources = PDFResourceDictionary()
        resources.setShading({shading: shading})
        group = {"Type": "Group", "S": "Transparency", "CS": "DeviceGray", "I": "true"}
        form = PDFStream(
            PDFDictionary(
                {
                    "Type": PDFName("XObject"),
                    "Subtype": PDFName("Form"),
                    "BBox": PDFArray([round(edge, 3) for edge in box]),
                    "Group": PDFDictionary(
                        {key: value if value == "true" else PDFName(value) for key, value in group.items()}
                    ),
                    "Resources": resources,
                }
            ),
            operators.encode(),
        )
        mask = {"Type": PDFName("Mask"), "S": PDFName("Luminosity"), "G": self._doc.Reference(form)}
        states = self._extgstate._c
        name = states["SMask", PDFDictionary(mask)] = f"gRLs{len(states)}"
        self.write(f"/{name} gs")

    def end_form(self) -> None:
        """Ends a form with all it uses: ReportLab's own endForm leaves out shadings and opacity."""
        resources = PDFResourceDictionary()
        resources.basicFonts()
        resources.setShading(self._shadingUsed)
        if self._formsinuse:
            resources.XObject = self._doc.xobjDict(self._formsinuse)
        states = self._extgstate.getState()
        if states:
            resources.ExtGState = states
        content = "\n".join([self._preamble, *self._code])
        self._code.clear()
        self.endForm(Resources=resources, Contents=_packed_stream(content))


def _packed_stream(content: str) -> PDFStream:
    """A packed stream; what was packed before is kept, whatever stands beside it."""
    stream = PDFStream(content=drawn(_packed, content) if len(content) > _MUCH else _packed(content))
    stream.dictionary["Filter"] = PDFName("FlateDecode")
    return stream


def _packed(content: str) -> bytes:
    return PACKED.encode(content)


@lru_cache(maxsize=256)
def _filled(color: Color) -> str:
    return f"{fp_str(*(channel / 255 for channel in color.rgb))} rg"


@lru_cache(maxsize=256)
def _stroked(color: Color, width: float) -> tuple[str, str]:
    return f"{fp_str(*(channel / 255 for channel in color.rgb))} RG", f"{fp_str(width)} w"


class _Steps(dict[int, str]):
    """Of a step of the pen, back by so many thousandths of an em: how it stands between two codes of TJ."""

    def __missing__(self, step: int) -> str:
        self[step] = f">{step}<"
        return self[step]


_STEPS = _Steps()  # as few as a font has distances of kerning


def _array(glyphs: Glyphs, embedded: FontSubset) -> str:
    """The array of TJ: codes, with a step wherever the pen is not where the next glyph stands."""
    codes, pen = embedded.coded(glyphs), 0.0
    if steps := glyphs.steps:
        for place in compress(range(len(codes) - 1), steps):
            codes[place] += _STEPS[steps[place]]
        return f"<{''.join(codes)}>"
    for place, x, advance in zip(count(), glyphs.xs, glyphs.advances):
        if -_NO_STEP <= pen - x <= _NO_STEP:
            pen += advance
        else:
            step = round(1000 * (pen - x))
            codes[place] = _STEPS[step] + codes[place]
            pen += advance - step / 1000
    array = f"<{''.join(codes)}>"
    return array.removeprefix("<>") if codes else array


@lru_cache(maxsize=2048)  # lines stand on few baselines, and begin at few edges
def number(value: float, digits: int = 3) -> str:
    """A length as PDF writes it, to so many digits after the point."""
    if not digits:
        return str(round(value))
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
