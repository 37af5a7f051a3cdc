"""A frame's drawing as SVG: inside a web page, or a file beside a picture."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

from builder.color import Color
from builder.content.frame import Fill, Frame, Path
from builder.geometry.box import Command
from builder.geometry.paints import Raster
from builder.geometry.shadings import Linear, Radial, Shading, Stop
from builder.render.parts import drawn
from builder.render.raster import encoded
from builder.render.xmltext import quoteattr

_PNG = b"\x89PNG"
# A curve's places are told in hundredths of a unit; in tenths in a drawing that is large enough for that.
_HUNDREDTHS, _TENTHS, _LARGE = 100, 10, 500.0
_FINENESS = 2.0  # px of an image to one of the page: what fine screens show

# Its name, its attributes, and what stands in it.
SvgElement = tuple[str, dict[str, str], tuple[tuple[str, dict[str, str]], ...]]


def shapes(frame: Frame, fineness: float = _FINENESS, within: str = "") -> Iterator[SvgElement]:
    """The frame's areas and curves, what paints a curve before it; TypeError for anything else.

    A shading or a clip is called by what it is, and by what its drawing is called in a page that holds
    several: one that is not shown paints nothing elsewhere. Images have at most `fineness` pixels a unit.
    """
    parts = _TENTHS if max(frame.width, frame.height) >= _LARGE else _HUNDREDTHS
    for item in frame.items:
        if isinstance(item, Path) and isinstance(item.fill, Raster):
            yield from _image(item, item.fill, fineness, within, parts)
            continue
        if isinstance(item, Path) and isinstance(item.fill, Linear | Radial):
            yield _shading(item.fill, within)
        yield (*_shape(item, within, parts), ())


def svg_file(frame: Frame, fineness: float = _FINENESS) -> str:
    """A whole file of the drawing; TypeError as above."""
    width, height = coordinate(frame.width), coordinate(frame.height)
    root = {"xmlns": "http://www.w3.org/2000/svg", "width": width, "height": height}
    parts = (
        _tag(name, look, "".join(_tag(*part, "") for part in parts))
        for name, look, parts in shapes(frame, fineness)
    )
    return _tag("svg", {**root, "viewBox": f"0 0 {width} {height}"}, "".join(parts))


def _tag(name: str, attributes: dict[str, str], inside: str) -> str:
    given = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{given}>{inside}</{name}>" if inside else f"<{name}{given}/>"


def coordinate(value: float) -> str:
    """At most two decimals: a hundredth of a pixel."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _shape(item: object, within: str, parts: int) -> tuple[str, dict[str, str]]:
    match item:
        case Fill(box, Color() as color):
            place = {"x": box.x, "y": box.y, "width": box.w, "height": box.h}
            return "rect", {"fill": color.hex, **{name: coordinate(value) for name, value in place.items()}}
        case Path(commands, (Color() | Linear() | Radial()) as fill, None, _, opacity):
            see_through = {"opacity": coordinate(opacity)} if opacity < 1 else {}
            paint = fill.hex if isinstance(fill, Color) else f"url(#{_name(fill, within)})"
            return "path", {"d": _curve(commands, parts), "fill": paint, **see_through}
        case _:
            raise TypeError(f"{type(item).__name__} has no place in a page's drawing")


def _image(item: Path, raster: Raster, fineness: float, within: str, parts: int) -> Iterator[SvgElement]:
    """An image, cut by its curve."""
    curve = {"d": _curve(item.commands, parts)}
    clip = f"clip-{_short(curve['d'] + within)}"
    yield "clipPath", {"id": clip}, (("path", curve),)
    data = drawn(encoded, raster, fineness)
    kind = "png" if data.startswith(_PNG) else "jpeg"
    image = {
        "width": coordinate(raster.image.width),
        "height": coordinate(raster.image.height),
        "preserveAspectRatio": "none",
        "transform": f"matrix({' '.join(map(_fine, raster.matrix))})",
        "href": f"data:image/{kind};base64,{b64encode(data).decode()}",
    }
    see_through = {"opacity": coordinate(item.opacity)} if item.opacity < 1 else {}
    yield "g", {"clip-path": f"url(#{clip})", **see_through}, (("image", image),)


def _shading(shading: Shading, within: str) -> SvgElement:
    given = {"id": _name(shading, within), "gradientUnits": "userSpaceOnUse"}
    stops = tuple(("stop", _stop(stop)) for stop in shading.stops)
    if isinstance(shading, Linear):
        ends = zip(("x1", "y1", "x2", "y2"), (*shading.start, *shading.end), strict=True)
        return "linearGradient", {**given, **{name: _fine(value) for name, value in ends}}, stops
    matrix = " ".join(map(_fine, shading.matrix))
    circles = zip(("fx", "fy", "fr"), shading.focus, strict=True)
    place = {"cx": "0", "cy": "0", "r": "1", **{name: _fine(value) for name, value in circles}}
    return "radialGradient", {**given, **place, "gradientTransform": f"matrix({matrix})"}, stops


def _name(shading: Shading, within: str) -> str:
    return f"shading-{_short(repr(shading) + within)}"


def _short(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:12]


def _stop(stop: Stop) -> dict[str, str]:
    fading = {"stop-opacity": _fine(stop.opacity)} if stop.opacity < 1 else {}
    return {"offset": _fine(stop.at), "stop-color": stop.color.hex, **fading}


def _fine(value: float) -> str:
    return f"{value:.5f}".rstrip("0").rstrip(".")


def _curve(commands: tuple[Command, ...], parts: int) -> str:
    """Path data in whole parts of a unit, each counted from where the pen is: that takes the fewest signs."""
    data: list[str] = []
    pen = start = (0, 0)
    for letter, *values in commands:
        places = [round(value * parts) for value in values]
        steps = [(place - pen[at % 2]) / parts for at, place in enumerate(places)]
        data.append(letter.lower() + _numbers(steps))
        pen = (places[-2], places[-1]) if places else start
        start = pen if letter == "M" else start
    return "".join(data)


def _numbers(values: list[float]) -> str:
    """The numbers, with blanks where no sign parts them."""
    text = " ".join(map(coordinate, values))
    return f" {text}".replace(" 0.", " .").replace("-0.", "-.").replace(" -", "-").removeprefix(" ")
