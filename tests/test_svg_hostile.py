"""Files made to harm: each ends in a fault, or in a drawing, before anything grows."""

from __future__ import annotations

import gzip
import random

import pytest

from builder.brand.svg.faults import WrongArt
from builder.brand.svg.read import drawing
from builder.output.brands import EASEL

WEDGE = '<path d="M9 9H60V60z"/>'
SQUARE = '<path d="M0 0H9V9z"/>'
RANDOM = random.Random(7)


def svg(body: str, view: str = "0 0 100 100") -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">{body}</svg>'.encode()


def entities(*declared: str, body: str) -> bytes:
    return f"<!DOCTYPE svg [{''.join(declared)}]>".encode() + svg(body)


def scribble(points: int, start: str) -> str:
    return start + " ".join(f"{RANDOM.random() * 100:.3f} {RANDOM.random() * 100:.3f}" for _ in range(points))


def clones(count: int, depth: int) -> str:
    groups = (f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * count + "</g>" for n in range(1, depth))
    return f'<g id="a0">{SQUARE}</g>' + "".join(groups)


def tens(depth: int) -> list[str]:
    names = "abcdefghij"
    return ['<!ENTITY a "aaaaaaaaaa">'] + [
        f'<!ENTITY {names[n]} "{f"&{names[n - 1]};" * 10}">' for n in range(1, depth)
    ]


CIRCLE = '<circle cx="50" cy="50" r="40"/>'
CIRCLES = "".join(f'<circle cx="{n % 97}" cy="{n % 89}" r="30"/>' for n in range(900))
PATTERN = '<pattern id="p" patternUnits="userSpaceOnUse" width="{0}" height="{0}">{1}</pattern>'
MOVED = '<feOffset dx="1"/>'
WIDE = '<filter id="f"><feMorphology operator="dilate" radius="5000"/></filter>'
REFUSED = {
    "a thousand million clones": (svg(clones(10, 10)), "with its clones it has 3,580,246,902 elements"),
    "a clone of itself": (svg('<g id="a"><use href="#a"/></g>'), "draws itself"),
    "two clones of each other": (
        svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
        "draws itself",
    ),
    "deep groups": (svg("<g>" * 100_000), "too deep"),
    "a billion laughs": (entities(*tens(9), body="<title>&i;</title>"), "entities that are not read"),
    "another file": (
        entities('<!ENTITY a SYSTEM "file:///x">', body=f"<title>&a;</title>{SQUARE}"),
        "entities that are not read",
    ),
    "an entity used without end": (
        entities(f'<!ENTITY a "{"M0 0" * 70}">', body=f'<path d="{"&a;" * 90_000}"/>'),
        "entities that are not read",
    ),
    "no number": (svg('<path d="M NaN 0 L 10 10 Z"/>'), "cannot be read at character 3"),
    "an endless number": (svg('<path d="M 1e999 0 L 10 10 Z"/>'), "out of bounds"),
    "an endless matrix": (
        svg(f'<g transform="scale(1e300)"><g transform="scale(1e300)">{SQUARE}</g></g>'),
        "out of",
    ),
    "a tiny view": (svg(SQUARE, "0 0 1e-30 1e-30"), "out of bounds"),
    "a scribble": (svg(f'<path d="{scribble(2_000, "M")}z"/>'), "crosses itself too often"),
    "a scribble of curves": (svg(f'<path d="{scribble(600, "M0 0C")}z"/>'), "crosses itself too often"),
    "a scribble of a stroke": (
        svg(f'<path fill="none" stroke="#000" d="{scribble(600, "M")}"/>'),
        "too often",
    ),
    "a path of megabytes": (svg(f'<path d="M0 0{"l3 1l-2 1" * 90_000}z"/>'), "more than 60,000 steps"),
    "many dashes": (
        svg('<path d="M0 0H1e6" stroke="#000" stroke-dasharray="0.02"/>'),
        "dashes are too short",
    ),
    "clips of clips": (
        svg(
            "".join(f'<clipPath id="c{n}" clip-path="url(#c{n + 1})">{CIRCLE}</clipPath>' for n in range(300))
        ),
        "too deep",
    ),
    "a clip of itself in a style sheet": (
        svg(
            "<style>#c{clip-path:url(#d)}#d{clip-path:url(#c)}</style>"
            f'<clipPath id="c">{CIRCLE}</clipPath><clipPath id="d">{CIRCLE}</clipPath>'
        ),
        "draws itself",
    ),
    "a pattern of itself": (
        svg(f'<g fill="url(#p)">{PATTERN.format(5, SQUARE)}<rect width="99" height="99"/></g>'),
        "draws itself",
    ),
    "a pattern of dust": (
        svg(f'{PATTERN.format(0.001, SQUARE)}<rect fill="url(#p)" width="99" height="99"/>'),
        "too many tiles",
    ),
    "style rules by the thousand": (
        svg(f"<style>{''.join(f'g>g:not(.a{n}){{fill:red}}' for n in range(1_000))}</style>{SQUARE * 5_000}"),
        "too many style rules",
    ),
    "a heap of circles that fade together": (
        svg(f'<g opacity=".5">{CIRCLES}</g>'),
        "more than 60,000 pieces",
    ),
    "a filter of a thousand steps": (
        svg(f'<filter id="f">{MOVED * 1_000}</filter><g filter="url(#f)">{CIRCLE}</g>'),
        "more filters and blends than can be drawn",
    ),
    "blends on blends": (
        svg(CIRCLE * 5 + '<circle cx="50" cy="50" r="30" style="mix-blend-mode:multiply"/>' * 1_000),
        "more filters and blends than can be drawn",
    ),
    "a packed bomb": (gzip.compress(b"<svg>" + b" " * 9_000_000), "KB are the most"),
    "megabytes": (b"<!--" + b"x" * 2_000_000 + b"-->", "2,000 KB are the most"),
    "nothing": (b"", "no SVG that can be read"),
    "no entity": (
        b'<!DOCTYPE svg PUBLIC "a" "b.dtd">' + svg(f'<g id="&nobody;">{SQUARE}</g>'),
        "an entity that it does not declare",
    ),
    "no SVG": (b"<html/>", "it begins with <html>"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_would_harm_is_refused(name: str) -> None:
    data, why = REFUSED[name]
    with pytest.raises(WrongArt) as wrong:
        drawing(data, (), EASEL)
    assert any(why in fault.message for fault in wrong.value.faults), wrong.value


@pytest.mark.parametrize(
    "data",
    [
        svg(f'<clipPath id="c">{CIRCLE}</clipPath><g clip-path="url(#c)">{WEDGE * 200}</g>'),
        svg('<path opacity="50%" d="M0 0H9V9z"/>'),
        svg(SQUARE).decode().encode("utf-16"),
        svg(f'{WIDE}<g filter="url(#f)">{CIRCLE}</g>'),
        svg(f'<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/>{SQUARE}'),
    ],
)
def test_what_only_looks_harmful_is_drawn(data: bytes) -> None:
    assert drawing(data, (), EASEL).shapes
