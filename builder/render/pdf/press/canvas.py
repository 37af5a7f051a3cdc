"""A canvas that knows inks and no light: all that is drawn on it is CMYK or a spot colour."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image as Pixels
from reportlab.lib.colors import CMYKColor, CMYKColorSep
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFPage

from builder.color import Color
from builder.inks import Inks, Parts
from builder.render.pdf.canvas import GlyphCanvas, number
from builder.render.pdf.press.separation import BLACK, is_dark, separation

_SMALL = 24.0  # pt, below which dark letters are black alone
_THIN = 2.0  # pt, the same of lines
_FINEST = 0.25  # pt, the thinnest line that presses print
_JPEG_QUALITY = 80


class PressCanvas(GlyphCanvas):
    """The canvas of a print file."""

    space = "DeviceCMYK"
    version = 1, 6  # which PDF/X-4 is built on

    def __init__(self, filename: Any, inks: Inks, **settings: Any) -> None:
        self._colors, self._spots = dict(inks.colors), dict(inks.spots)
        self._separation = separation(inks)
        self._found: dict[Color, Parts] = {}
        self._over: list[bool] = [False]  # whether fills are printed over what lies below, by state
        super().__init__(filename, **settings)

    def values(self, color: Color) -> tuple[float, ...]:
        """The inks of a colour, each 0 to 1."""
        return tuple(part / 100 for part in self._parts(color))

    def fill_with(self, color: Color) -> None:
        """Sets the colour of fills."""
        self._overprint(False)
        self._fill(color)

    def fill_words_with(self, color: Color, size: float) -> None:
        """Sets the colour of text: dark one that is small is black, printed over its ground."""
        if size < _SMALL and is_dark(color):
            self.fill_sharp_with(color)
        else:
            self.fill_with(color)

    def fill_sharp_with(self, color: Color) -> None:  # noqa: ARG002  black, whatever it is on screens
        """Sets black alone, printed over what lies below: nothing shimmers where inks do not meet."""
        self._overprint(True)
        self.write(f"{_operands(BLACK)} k")

    def stroke_with(self, color: Color, width: float) -> None:
        """Sets the colour and the width of lines: none is thinner, where it is shown, than presses print."""
        width = max(width, _FINEST / self.least_scale)
        thin = width < _THIN and is_dark(color)
        self.write(f"{_operands(BLACK if thin else self._parts(color))} K")
        self.setLineWidth(width)

    def stroke_on_all_with(self, color: Color, width: float) -> None:  # noqa: ARG002  no colour: each plate's
        """Sets all inks at once, spots too (ISO 32000-1, 8.6.6.4), and the width of lines."""
        ink = CMYKColorSep(1, 1, 1, 1, spotName="All", density=1)
        ink.alpha = None
        self.setStrokeColor(ink)
        self.setLineWidth(width)

    def blend(self, color: Color) -> Any:
        """The colour as ReportLab's gradients take it."""
        return CMYKColor(*self.values(color))

    def photograph(self, pixels: Pixels.Image) -> ImageReader:
        """A photograph to be drawn, as a JPEG in four inks if it has no clear parts."""
        return self._image(pixels, photograph=True)

    def picture(self, file: bytes) -> ImageReader:
        """An image file to be drawn."""
        with Pixels.open(BytesIO(file), formats=("PNG", "JPEG")) as pixels:
            return self._image(pixels, photograph=pixels.format == "JPEG")

    def saveState(self) -> None:  # noqa: N802  ReportLab's name
        """Keeps the state, and whether fills are printed over."""
        super().saveState()
        self._over.append(self._over[-1])

    def restoreState(self) -> None:  # noqa: N802
        """Takes up the state that was kept."""
        super().restoreState()
        self._over.pop()

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802  called for pages and for forms
        super()._setAnnotations(page)
        if isinstance(page, PDFPage):  # what is seen through on it is mixed in inks
            page.__NoDefault__ = [*page.__NoDefault__, "Group"]
            said = {"Type": "Group", "S": "Transparency", "CS": self.space}
            page.Group = PDFDictionary({key: PDFName(value) for key, value in said.items()})

    def beginForm(self, *given: Any, **named: Any) -> None:  # noqa: N802
        """Begins a form, in which nothing is printed over what lies below until it is set."""
        super().beginForm(*given, **named)
        self._over.append(False)

    def endForm(self, **named: Any) -> None:  # noqa: N802
        """Ends a form, and what was set in it."""
        self._over.pop()
        super().endForm(**named)

    def doForm(self, name: str) -> None:  # noqa: N802
        """Shows a form, which begins in the state that is set here: white in it would vanish."""
        self._overprint(False)
        super().doForm(name)

    def _parts(self, color: Color) -> Parts:
        if color not in self._found:
            self._found[color] = self._colors.get(color) or self._separation.parts(color)
        return self._found[color]

    def _fill(self, color: Color) -> None:
        if color in self._spots:
            ink = CMYKColorSep(*self.values(color), spotName=self._spots[color], density=1)
            ink.alpha = None  # or else it is as opaque as it says, whatever was set before
            self.setFillColor(ink)
        else:
            self.write(f"{_operands(self._parts(color))} k")

    def _overprint(self, over: bool) -> None:
        # White would vanish where it is printed over: it is left as soon as anything else is filled.
        if over != self._over[-1]:
            self.setFillOverprint(over)
            self.setOverprintMask(over)
            self._over[-1] = over

    def _image(self, pixels: Pixels.Image, photograph: bool) -> ImageReader:
        separated = self._separation.pixels(pixels)
        clear = pixels.getchannel("A") if pixels.mode in ("RGBA", "LA") else None
        if photograph and clear is None:
            out = BytesIO()
            separated.save(out, "JPEG", quality=_JPEG_QUALITY, subsampling=0)
            return ImageReader(out)
        reader = ImageReader(separated)
        reader.getRGBData()  # which forgets what was clear
        reader._dataA = ImageReader(clear) if clear else None
        return reader


def _operands(parts: Parts) -> str:
    return " ".join(number(part / 100, 2) for part in parts)
