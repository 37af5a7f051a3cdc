"""The ways to draw one card: the variants of a design, each for some words, and what differs by sets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from builder.brand.boxes import Node
from builder.brand.design import SHAPES, Alternative, Design, Shaped, Variant, Words
from builder.brand.identity import Style
from builder.brand.textuse import TextUse
from builder.source import Loc

_FEW_WORDS, _FEW_LETTERS = 2, 12  # of short words, at most
_MANY_LETTERS = 34  # of words that are not long, at most


def layers(design: Design) -> Iterator[tuple[Loc, Design | Variant]]:
    """The design, and what differs on some canvases, in its variants and in sets, each with its place."""
    yield (), design
    yield from _shaped((), design)
    yield from _others((), design.variants)
    for name, own in design.sets.items():
        yield ("sets", name), own
        yield from _shaped(("sets", name), own)
        yield from _others(("sets", name), own.variants or ())


def _others(loc: Loc, ways: Sequence[Alternative]) -> Iterator[tuple[Loc, Variant]]:
    for number, way in enumerate(ways):
        yield (*loc, "variants", number), way
        yield from _shaped((*loc, "variants", number), way)


def _shaped(loc: Loc, of: Design | Shaped) -> Iterator[tuple[Loc, Variant]]:
    shapes = ((shape, getattr(of, shape)) for shape in SHAPES)
    yield from (((*loc, shape), variant) for shape, variant in shapes if variant is not None)
    yield from (((*loc, "sizes", name), variant) for name, variant in of.sizes.items())


def bodies(design: Design) -> Iterator[tuple[Loc, Node]]:
    """Each tree of boxes of the design, with its place."""
    yield from (((*loc, "body"), layer.body) for loc, layer in layers(design) if layer.body is not None)


def tree_name(design: str, body: Node) -> str:
    """What the words of one tree of boxes of a design are known by."""
    return f"{design} {sha256(repr(body).encode()).hexdigest()[:16]}"


def in_variant(design: Design, number: int) -> Design:
    """The design in one of its ways: 0 as it is written, then its variants in their order."""
    return _laid(design, design.variants[number - 1]) if 0 < number <= len(design.variants) else design


def in_set(design: Design, name: str) -> Design:
    """The design as a campaign has it that has a set of the look's drawings."""
    own = design.sets.get(name)
    if own is None:
        return design.model_copy(update={"sets": {}}) if design.sets else design
    said = {name: getattr(own, name) for name in ("series", "variants") if name in own.model_fields_set}
    return _laid(design, own).model_copy(update={**said, "sets": {}})


def _laid(design: Design, way: Shaped) -> Design:
    """The design with what differs from it."""
    pairs = ((shape, getattr(design, shape), getattr(way, shape)) for shape in SHAPES)
    changes: dict[str, Any] = {shape: _merged(one, other) for shape, one, other in pairs}
    names = dict.fromkeys((*design.sizes, *way.sizes))
    changes["sizes"] = {name: _merged(design.sizes.get(name), way.sizes.get(name)) for name in names}
    own = way.model_fields_set & Variant.model_fields.keys()
    return design.model_copy(update={**changes, **{name: getattr(way, name) for name in own}})


def _merged(one: Variant | None, other: Variant | None) -> Variant | None:
    """What differs on a shape, the second before the first."""
    if one is None or other is None:
        return one or other
    return one.model_copy(update={name: getattr(other, name) for name in other.model_fields_set})


def ways_for(design: Design, words: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The ways, from 0 on, that are for just such headlines, and those for any; all of them if none is."""
    length, ways = length_of(words), [design.words, *(way.words for way in design.variants)]
    own = tuple(number for number, of in enumerate(ways) if of == length != "any")
    any_ = tuple(number for number, of in enumerate(ways) if of == "any")
    return (own, any_) if own or any_ else ((), tuple(range(len(ways))))


def length_of(words: str) -> Words:
    """Whether a headline is short, long, or neither: `any`."""
    letters = sum(letter.isalnum() for letter in words)
    if letters <= _FEW_LETTERS or 1 < len(words.split()) <= _FEW_WORDS:
        return "short"
    return "long" if letters > _MANY_LETTERS else "any"


def headline_slot(design: Design, styles: Mapping[str, Style]) -> str:
    """The slot whose words a design sets largest, on canvases that it says nothing else of."""

    def size(use: TextUse) -> float:
        style = styles.get(use.style)
        return (use.size or style.size) if style and style.family == "display" else 0.0

    texts = tuple(_texts(design.body))
    return max(texts, key=size).from_ if texts else ""


def _texts(node: Node) -> Iterator[TextUse]:
    if node.text is not None:
        yield node.text
    for child in node.children:
        yield from _texts(child)


def variant_faults(design: Design) -> Iterator[tuple[Loc, str, str]]:
    """Where a variant, or the words that a design is for, changes nothing: what is wrong, and what to do."""
    if design.words != "any" and not design.variants:
        yield ("words",), "this changes nothing: the design has no `variants`", "give it some, or delete it"
    for number, way in enumerate(design.variants):
        if not way.model_fields_set - {"words"}:
            message = "this variant is drawn as the design is"
            yield ("variants", number), message, "say what differs, such as `background`, or delete it"
    for name, own in design.sets.items():
        if not own.model_fields_set:
            hint = "say what differs, such as `background`, or delete it"
            yield ("sets", name), "this set is drawn as the design is", hint
