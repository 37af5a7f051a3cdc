"""Filters as they are written: the steps of a `filter` element, or those that the words of CSS stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from builder.brand.svg.colors import color_of
from builder.brand.svg.guard import Node
from builder.brand.svg.numbers import degrees, length, numbers
from builder.brand.svg.properties import hint_for
from builder.brand.svg.reading import Reading
from builder.color import Color
from builder.geometry.box import Box
from builder.record import Record

Pair = tuple[float, float]

_CALL = re.compile(r"\s*([a-z-]+)\(((?:[^()]|\([^()]*\))*)\)")
_BLACK = Color(0, 0, 0)
_DRAWN = {
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feDropShadow",
    "feFlood",
    "feGaussianBlur",
    "feMerge",
    "feMorphology",
    "feOffset",
}
_PARTS = {"feMergeNode", "feFuncR", "feFuncG", "feFuncB", "feFuncA"}
_IDLE = {"title", "desc", "metadata", "animate", "set", "style", "script"}


class Step(Record, eq=False):
    """A primitive of a filter (Filter Effects 1, 9)."""

    node: Node  # where it is written
    name: str
    said: Mapping[str, str]
    parts: tuple[Step, ...] = ()
    color: Color = _BLACK  # what it floods with
    opacity: float = 1.0
    linear: bool = False  # whether its numbers count light

    @property
    def result(self) -> str:
        """What others call what it gives."""
        return self.said.get("result", "")


class Filter(Record):
    """The steps of a filter; `node` has its room, and there is none about that of the words of CSS."""

    steps: tuple[Step, ...]
    node: Node | None = None


def by_box(filter_: Filter) -> bool:
    """Whether the lengths in a filter's steps are shares of its element's box."""
    return filter_.node is not None and filter_.node.get("primitiveUnits") == "objectBoundingBox"


def units(filter_: Filter, box: Box) -> Pair:
    """What lengths in a filter's steps are counted in, in the element's units."""
    return (box.w, box.h) if by_box(filter_) else (1.0, 1.0)


def sizes(step: Step, name: str, unit: Pair) -> Pair:
    """One or two numbers of a step, across and down, in the element's units."""
    said = numbers(step.said.get(name, ""))[:2] or [0.0]
    return said[0] * unit[0], said[-1] * unit[1]


def floods(step: Step) -> bool:
    """Whether a step may give something where nothing was drawn."""
    if step.name == "feFlood":
        return step.opacity > 0
    if step.name == "feComposite":
        return numbers(step.said.get("k4", ""))[:1] > [0.0]
    if step.name == "feColorMatrix":
        return step.said.get("type", "matrix") == "matrix" and numbers(step.said.get("values", ""))[19:] > [
            0.0
        ]
    return any(
        part.name == "feFuncA" and part.said.get("type", "identity") != "identity" for part in step.parts
    )


def filters_of(reading: Reading, node: Node) -> list[Filter]:
    """The filters of an element, one after the other; none, and a fault, where one is not drawn."""
    text = reading.cascade.own(node).get("filter", "none")
    if text in ("none", "", "initial", "unset"):
        return []
    reading.check_here(node, text)
    if named := reading.named(text):
        if named[0] is not None and named[0].name == "filter" and not named[1]:
            return [_read(reading, named[0])]
    elif found := _worded(reading, node, text):
        return found
    reading.fault(node, f"it uses filter: {text}"[:70], hint_for("filter"))
    return []


def _read(reading: Reading, node: Node) -> Filter:
    if node.link:
        reading.fault(node, "its filter takes another one", hint_for("filter"))
    steps = (_step(reading, child, _DRAWN) for child in _seen(node))
    return Filter(tuple(step for step in steps if step), node)


def _seen(node: Node) -> Iterator[Node]:
    return (child for child in node.nodes() if child.is_svg and child.name not in _IDLE)


def _step(reading: Reading, node: Node, known: set[str]) -> Step | None:
    if node.name not in known:
        reading.fault(node, f"its filter uses {node.name[:40]}", hint_for("filter"))
        return None
    if node.name == "feGaussianBlur" and node.get("edgeMode", "none") != "none":
        reading.fault(node, f"its blur repeats its edges: {node.get('edgeMode')}"[:70], hint_for("filter"))
    own, style = reading.cascade.own(node), reading.cascade.style_at(node)
    color, opacity = color_of(reading, node, own.get("flood-color", "#000"), style["color"])
    opacity *= reading.share(node, own.get("flood-opacity", "1"), "flood-opacity")
    parts = (_step(reading, child, _PARTS) for child in _seen(node))
    linear = style["color-interpolation-filters"].lower() != "srgb"
    said = {name: value.strip() for name, value in node.attrib.items()}
    return Step(node, node.name, said, tuple(part for part in parts if part), color, opacity, linear)


def _worded(reading: Reading, node: Node, text: str) -> list[Filter]:
    """The filters that words stand for (Filter Effects 1, 6 and 13); none if any is not understood."""
    found, at = list[Filter](), 0
    for call in _CALL.finditer(text):
        if call.start() != at or call[1] not in _WORDS:
            return []
        try:
            steps = _WORDS[call[1]](reading, node, call[2].strip())
        except ValueError:
            return []
        found.append(Filter(steps))
        at = call.end()
    return [] if text[at:].strip() else found


def _blur(_: Reading, node: Node, text: str) -> tuple[Step, ...]:
    return (Step(node, "feGaussianBlur", {"stdDeviation": str(length(text or "0", 0.0))}),)


def _shadow(reading: Reading, node: Node, text: str) -> tuple[Step, ...]:
    words = re.findall(r"[^\s(]+(?:\([^()]*\))?", text)
    lengths = [word for word in words if re.match(r"[-+.\d]", word)]
    colors = [word for word in words if word not in lengths]
    if not 2 <= len(lengths) <= 3 or len(colors) > 1:
        raise ValueError(text)
    x, y, deviation = (str(length(word, 0.0)) for word in (*lengths, "0")[:3])
    current = reading.cascade.style_at(node)["color"]
    color, opacity = color_of(reading, node, colors[0] if colors else current, current)
    said = {"dx": x, "dy": y, "stdDeviation": deviation}
    return (Step(node, "feDropShadow", said, (), color, opacity),)


def _matrix(kind: str, values: Callable[[float], str]) -> Callable[[Reading, Node, str], tuple[Step, ...]]:
    def steps(_: Reading, node: Node, text: str) -> tuple[Step, ...]:
        said = {"type": kind, "values": values(_amount(text))}
        return (Step(node, "feColorMatrix", said),)

    return steps


def _lines(slope: Callable[[float], float], start: Callable[[float], float], names: str = "RGB") -> _Words:
    def steps(_: Reading, node: Node, text: str) -> tuple[Step, ...]:
        amount = _amount(text)
        said = {"type": "linear", "slope": str(slope(amount)), "intercept": str(start(amount))}
        parts = tuple(Step(node, f"feFunc{name}", said) for name in names)
        return (Step(node, "feComponentTransfer", {}, parts),)

    return steps


def _turn(_: Reading, node: Node, text: str) -> tuple[Step, ...]:
    return (Step(node, "feColorMatrix", {"type": "hueRotate", "values": str(degrees(text or "0"))}),)


def _amount(text: str) -> float:
    number = float(text[:-1]) / 100 if text.endswith("%") else float(text or "1")
    if not 0 <= number < 1e3:
        raise ValueError(text)
    return number


def _sepia(amount: float) -> str:
    rest = 1 - min(amount, 1.0)
    rows = (
        (0.393 + 0.607 * rest, 0.769 - 0.769 * rest, 0.189 - 0.189 * rest),
        (0.349 - 0.349 * rest, 0.686 + 0.314 * rest, 0.168 - 0.168 * rest),
        (0.272 - 0.272 * rest, 0.534 - 0.534 * rest, 0.131 + 0.869 * rest),
    )
    return " ".join(f"{red} {green} {blue} 0 0" for red, green, blue in rows) + " 0 0 0 1 0"


_Words = Callable[[Reading, Node, str], tuple[Step, ...]]
_WORDS: dict[str, _Words] = {
    "blur": _blur,
    "drop-shadow": _shadow,
    "saturate": _matrix("saturate", str),
    "grayscale": _matrix("saturate", lambda amount: str(1 - min(amount, 1.0))),
    "sepia": _matrix("matrix", _sepia),
    "hue-rotate": _turn,
    "brightness": _lines(lambda amount: amount, lambda _: 0.0),
    "contrast": _lines(lambda amount: amount, lambda amount: 0.5 - amount / 2),
    "invert": _lines(lambda amount: 1 - 2 * min(amount, 1.0), lambda amount: min(amount, 1.0)),
    "opacity": _lines(lambda amount: min(amount, 1.0), lambda _: 0.0, "A"),
}
