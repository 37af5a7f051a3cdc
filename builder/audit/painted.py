"""What pages of a PDF paint, and in what: colours, inks, lines, letters, photographs (ISO 32000-1, 8, 9)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from builder.record import replace

Matrix = tuple[float, float, float, float, float, float]
Inks = tuple[float, ...] | None  # of the colour that is set, 0 to 1 each; None of what is no plain ink

_WHOLE: Matrix = (1, 0, 0, 1, 0, 0)
_LIGHT = ("/DeviceRGB", "/CalRGB", "/CalGray", "/Lab", "/ICCBased", "/RGB")
_SHOWING, _STROKING = ("Tj", "TJ", "'", '"'), ("S", "s", "b", "b*", "B", "B*")
_PAINTING = (*_SHOWING, *_STROKING, "f", "F", "f*")
_FOLLOWED = " ".join(("q Q cm rg RG k K g G cs CS w gs Tf Tm sh Do", *_PAINTING))
_INLINE = re.compile(rb"(?<!\S)BI(?!\S)")  # begins an image that stands among the operators
_SAMPLES = 20_000  # pixels of a photograph that are looked at
_DEEPEST = 20  # forms in forms


@dataclass(slots=True)
class Painted:
    """All that is painted; pages count from 1."""

    light: list[tuple[int, str]] = field(default_factory=list)  # colours that are no inks, and where
    inks: list[tuple[int, float]] = field(default_factory=list)  # per cents of all inks of a colour
    lines: list[tuple[int, float]] = field(default_factory=list)  # widths in pt
    texts: list[tuple[int, float, Inks]] = field(default_factory=list)  # sizes in pt, and in what
    photographs: list[tuple[int, float]] = field(default_factory=list)  # dots an inch
    photograph_inks: list[tuple[int, float]] = field(default_factory=list)
    vanishing: list[int] = field(default_factory=list)  # pages where white is printed over something
    spots: list[Any] = field(default_factory=list)  # the spaces of inks that are mixed for it
    see_through: set[int] = field(default_factory=set)  # pages
    mixed_in_light: set[int] = field(default_factory=set)  # pages with groups that are
    settings: list[tuple[int, str]] = field(default_factory=list)  # of a press: curves, halftones


@dataclass(slots=True)
class _State:
    matrix: Matrix = _WHOLE
    fill: Inks = (0, 0, 0, 1)
    stroke: Inks = (0, 0, 0, 1)
    over: bool = False
    width: float = 1.0
    size: float = 0.0
    text: Matrix = _WHOLE


def read_painted(pdf: Any) -> Painted:
    """What all pages paint, and the forms on them."""
    painted = Painted()
    for number, page in enumerate(pdf.pages, 1):
        _Reader(painted, number).read(page, page.get("/Resources", {}), _WHOLE)
    return painted


class _Reader:
    """Follows the content of a page."""

    def __init__(self, painted: Painted, page: int) -> None:
        self._painted, self._page = painted, page
        self._state, self._kept = _State(), list[_State]()
        self._resources: Any = {}
        self._depth = 0

    def read(self, stream: Any, resources: Any, matrix: Matrix) -> None:
        import pikepdf  # noqa: PLC0415  a tenth of a second, for PDFs alone

        before = self._state, self._kept, self._resources
        self._state, self._kept, self._resources = replace(self._state, matrix=matrix), [], resources
        # Most of a page are points of curves, of which nothing is asked. Told apart, inline images are bare.
        asked = () if _INLINE.search(_content(stream)) else (_FOLLOWED,)
        read: Any = pikepdf.parse_content_stream(stream, *asked)
        for operands, operator in read:
            self._do(str(operator), list(operands))
        self._state, self._kept, self._resources = before

    def _do(self, name: str, operands: Sequence[Any]) -> None:  # noqa: PLR0912  a case an operator
        state = self._state
        match name:
            case "q":
                self._kept.append(replace(state))
            case "Q" if self._kept:
                self._state = self._kept.pop()
            case "cm":
                state.matrix = _times(_matrix(operands), state.matrix)
            case "rg" | "RG":
                self._in_light("DeviceRGB", name == "rg")
            case "k" | "K" | "g" | "G":
                self._color(tuple(float(value) for value in operands), name in "kg")
            case "cs" | "CS":
                self._space(operands[0], name == "cs")
            case "w":
                state.width = float(operands[0])
            case "gs":
                self._set(self._named("/ExtGState", operands[0]))
            case "Tf":
                state.size, state.text = float(operands[1]), _WHOLE
            case "Tm":
                state.text = _matrix(operands)
            case "sh":
                self._shading(self._named("/Shading", operands[0]))
            case "Do":
                self._object(self._named("/XObject", operands[0]))
            case "INLINE IMAGE":
                self._image_space(_space(operands[0].obj.get("/ColorSpace")))
            case _ if name in _PAINTING:
                self._paint(name)

    def _paint(self, name: str) -> None:
        state, page = self._state, self._page
        if name in _SHOWING and not self._depth:  # within a form they are a picture's: nobody is to read them
            size = state.size * _scale(state.text) * _scale(state.matrix)
            self._painted.texts.append((page, size, state.fill))
        if name in _STROKING:
            self._painted.lines.append((page, state.width * _scale(state.matrix)))
        # With overprint, an ink of nothing leaves what lies below (ISO 32000-1, 8.6.7).
        if name not in ("S", "s") and state.over and state.fill is not None and not any(state.fill):
            self._painted.vanishing.append(page)

    def _color(self, values: tuple[float, ...], fills: bool) -> None:
        inks = (0.0, 0.0, 0.0, 1 - values[0]) if len(values) == 1 else values
        self._painted.inks.append((self._page, 100 * sum(inks)))
        self._keep(inks, fills)

    def _keep(self, inks: Inks, fills: bool) -> None:
        if fills:
            self._state.fill = inks
        else:
            self._state.stroke = inks

    def _in_light(self, what: str, fills: bool | None = None) -> None:
        self._painted.light.append((self._page, what.removeprefix("/")))
        if fills is not None:
            self._keep(None, fills)

    def _space(self, name: Any, fills: bool) -> None:
        whole = self._resources.get("/ColorSpace", {}).get(str(name), name)
        if (space := _space(whole)) in _LIGHT:
            self._in_light(space)
        elif space == "/Separation":
            self._painted.spots.append(whole)
        self._keep(None, fills)

    def _set(self, state: Any) -> None:
        """Takes over a graphics state."""
        for key in ("/TR", "/HTP"):
            if key in state:
                self._painted.settings.append((self._page, key.removeprefix("/")))
        if "/TR2" in state and str(state["/TR2"]) != "/Default":
            self._painted.settings.append((self._page, "TR2"))
        clear = float(state.get("/ca", 1)) < 1 or float(state.get("/CA", 1)) < 1
        mixed = str(state.get("/BM", "/Normal")) not in ("/Normal", "/Compatible")
        if clear or mixed or str(state.get("/SMask", "/None")) != "/None":
            self._painted.see_through.add(self._page)
        if "/op" in state or "/OP" in state:
            self._state.over = bool(state.get("/op", state.get("/OP", False)))

    def _shading(self, shading: Any) -> None:
        if (space := _space(shading.get("/ColorSpace"))) in _LIGHT:
            self._in_light(f"a blend in {space[1:]}")

    def _object(self, drawn: Any) -> None:
        if str(drawn.get("/Subtype", "")) == "/Image":
            self._image(drawn)
        elif self._depth < _DEEPEST and str(drawn.get("/Subtype", "")) == "/Form":
            if str(drawn.get("/Group", {}).get("/CS", "")) in _LIGHT:
                self._painted.mixed_in_light.add(self._page)
            self._depth += 1
            matrix = _times(_matrix(drawn.get("/Matrix", _WHOLE)), self._state.matrix)
            self.read(drawn, drawn.get("/Resources", {}), matrix)
            self._depth -= 1

    def _image(self, image: Any) -> None:
        a, b, c, d, *_ = self._state.matrix
        inches = (a * a + b * b) ** 0.5 / 72, (c * c + d * d) ** 0.5 / 72
        sides = zip((int(image.Width), int(image.Height)), inches, strict=True)
        self._painted.photographs.append((self._page, min(side / max(inch, 1e-6) for side, inch in sides)))
        if "/SMask" in image:
            self._painted.see_through.add(self._page)
        space = _space(image.get("/ColorSpace"))
        self._image_space(space)
        if space == "/DeviceCMYK":
            self._painted.photograph_inks.append((self._page, max(_sums(image), default=0.0)))

    def _image_space(self, space: str) -> None:
        if space in _LIGHT:
            self._in_light(f"an image in {space[1:]}")

    def _named(self, kind: str, name: Any) -> Any:
        return self._resources.get(kind, {}).get(str(name), {})


def _content(stream: Any) -> bytes:
    """The operators of a page, or of a form."""
    import pikepdf  # noqa: PLC0415  as above

    content: Any = stream.get("/Contents", []) if isinstance(stream, pikepdf.Page) else stream
    parts = [content] if isinstance(content, pikepdf.Stream) else content
    return b" ".join(part.read_bytes() for part in parts)


def _space(space: Any) -> str:
    """The family of a colour space."""
    import pikepdf  # noqa: PLC0415  as above

    return str(space[0] if isinstance(space, pikepdf.Array) else space or "")


def _sums(image: Any) -> Iterator[float]:
    """Per cents of all inks of some of an image's pixels."""
    import pikepdf  # noqa: PLC0415  as above

    coded = "/DCTDecode" in str(image.get("/Filter", "").unparse() if "/Filter" in image else "")
    data = pikepdf.PdfImage(image).as_pil_image().tobytes() if coded else image.read_bytes()
    step = 4 * max(len(data) // 4 // _SAMPLES, 1)
    for at in range(0, len(data) - 3, step):
        yield sum(data[at : at + 4]) / 2.55


def _matrix(values: Any) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in values)
    return a, b, c, d, e, f


def _times(one: Matrix, two: Matrix) -> Matrix:
    """What is done by one, and then by the other."""
    a, b, c, d, e, f = one
    u, v, w, x, y, z = two
    return a * u + b * w, a * v + b * x, c * u + d * w, c * v + d * x, e * u + f * w + y, e * v + f * x + z


def _scale(matrix: Matrix) -> float:
    a, b, c, d, *_ = matrix
    return float(abs(a * d - b * c) ** 0.5)
