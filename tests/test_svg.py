"""SVG files become painted outlines in the art's own units, whatever the designer's program wrote.

Each file in `svg/` says in a comment what is seen where (`50,50 #CC0000; 5,5 none`, in the page's
units), or which faults it has, each with its line and column. A new case is a new file.
"""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import numpy as np
import pytest

from builder.brand.identity import Art
from builder.brand.svg.faults import WrongArt
from builder.brand.svg.read import drawing, read_art
from builder.color import Color, parse_color
from builder.content.frame import Fill, Frame
from builder.geometry.box import Box, Command
from builder.geometry.pens import holds
from builder.layout.art import drawn as placed
from builder.output.brands import EASEL
from builder.render.pixels.paint import paint_exactly

FILES = sorted((Path(__file__).parent / "svg").glob("*.svg"))
SEEN = [path for path in FILES if not path.name.startswith("fault-")]
FAULTY = [path for path in FILES if path.name.startswith("fault-")]
ENLARGED = 4  # px a unit, so that a place lies within a shape and not at its edge
WHITE = Color(255, 255, 255)


def said(path: Path) -> list[str]:
    """What the comment of a file says."""
    found = re.search(r"<!-- (.*?) -->", path.read_text("utf-8"))
    assert found
    return found[1].split("; ")


@pytest.mark.parametrize("path", SEEN, ids=lambda path: path.stem)
def test_what_is_drawn_is_seen_where_it_stands(path: Path) -> None:
    art = read_art(path, path.name, (), EASEL)
    width, height = round(art.view.w * ENLARGED), round(art.view.h * ENLARGED)
    ground = Fill(Box(0, 0, width, height), WHITE)
    frame = Frame(width, height, "px", (ground, *placed(art, Box(0, 0, width, height))), "en")
    pixels = np.asarray(paint_exactly(frame).image()).astype(int)
    for place in said(path):
        at, color = place.split(" ")
        x, y = (float(number) * ENLARGED for number in at.split(","))
        wanted = WHITE if color == "none" else parse_color(color)
        assert abs(pixels[int(y), int(x)] - wanted.rgb).max() <= 2, (place, pixels[int(y), int(x)])


@pytest.mark.parametrize("path", FAULTY, ids=lambda path: path.stem)
def test_what_is_not_drawn_is_told_at_its_line(path: Path) -> None:
    with pytest.raises(WrongArt) as wrong:
        read_art(path, path.name, (), EASEL)
    told = [f"fault {fault.line}:{fault.column} {fault.message}" for fault in wrong.value.faults]
    assert told == said(path)
    assert all(fault.hint for fault in wrong.value.faults)


@pytest.mark.parametrize("path", SEEN, ids=lambda path: path.stem)
def test_outlines_fill_the_same_by_both_rules(path: Path) -> None:
    art = read_art(path, path.name, (), EASEL)
    step = max(art.view.w, art.view.h) / 23
    points = [((column + 0.31) * step, (row + 0.77) * step) for column in range(23) for row in range(23)]
    for shape in art.shapes:
        loops = parted(shape.commands)
        for point in points:
            inside = [loop for loop in loops if holds(loop, point)]
            turns = sum(1 if runs_on(loop) else -1 for loop in inside)
            assert turns in (-1, 0, 1), (point, turns)
            assert len(inside) % 2 == abs(turns), (point, turns)


def parted(commands: tuple[Command, ...]) -> list[tuple[Command, ...]]:
    starts = [number for number, step in enumerate(commands) if step[0] == "M"]
    return [commands[a:b] for a, b in zip(starts, [*starts[1:], None], strict=True)]


def runs_on(loop: tuple[Command, ...]) -> bool:
    """Whether a loop runs clockwise, by its ends: those of our files bend little."""
    ends = [(float(step[-2]), float(step[-1])) for step in loop if step[0] != "Z"]
    pairs = zip(ends, [*ends[1:], ends[0]], strict=True)
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs) > 0


def drawn(tmp_path: Path, body: str, root: str = 'viewBox="0 0 100 50"') -> Art:
    path = tmp_path / "art.svg"
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" {root}>{body}</svg>', encoding="utf-8")
    return read_art(path, "art/art.svg")


def corners(art: Art, number: int = 0) -> tuple[float, float, float, float]:
    points = [command[-2:] for command in art.shapes[number].commands if len(command) > 1]
    xs, ys = [float(x) for x, _ in points], [float(y) for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys))


@pytest.mark.parametrize(
    "body",
    [
        '<rect x="10" y="20" width="30" height="10"/>',
        '<polygon points="10,20 40,20 40,30 10,30"/>',
        '<path d="M10 20h30v10h-30z"/>',
        '<g transform="translate(10 20)"><g transform="scale(2)"><rect width="15" height="5"/></g></g>',
        '<defs><rect id="r" width="30" height="10"/></defs><use href="#r" x="10" y="20"/>',
    ],
)
def test_one_rectangle_in_many_writings(tmp_path: Path, body: str) -> None:
    art = drawn(tmp_path, body)
    assert (art.view.w, art.view.h) == (100, 50)
    assert corners(art) == pytest.approx((10, 20, 40, 30))


@pytest.mark.parametrize(
    "root",
    [
        'viewBox="0 0 100 50" width="100%"',
        'viewBox="0 0 100 50" width="40mm" height="20mm"',
        'viewBox="-5 -5 100 50" width="2em" height="1em"',
        'width="100" height="50"',
    ],
)
def test_lengths_are_those_of_the_view(tmp_path: Path, root: str) -> None:
    art = drawn(tmp_path, '<path d="M10 20h30v10h-30z"/>', root)
    shift = 5 if "-5" in root else 0
    assert (art.view.x, art.view.y, art.view.w, art.view.h) == (0, 0, 100, 50)
    assert corners(art) == pytest.approx((10 + shift, 20 + shift, 40 + shift, 30 + shift), abs=0.001)


def test_circles_and_arcs_become_cubic_curves(tmp_path: Path) -> None:
    art = drawn(tmp_path, '<circle cx="50" cy="25" r="20"/><path d="M0 0A10 10 0 0 1 20 0Q30 10 40 0Z"/>')
    for shape in art.shapes:
        assert {command[0] for command in shape.commands} <= {"M", "L", "C", "Z"}
    assert corners(art) == pytest.approx((30, 5, 70, 45), abs=0.001)


def test_what_is_simple_stays_as_it_was_drawn(tmp_path: Path) -> None:
    art = drawn(tmp_path, '<path d="M10.1 20.2C30 10 40 20.3 40.4 30.7L7 41ZM15 25L14 27L16 26Z"/>')
    (shape,) = art.shapes
    assert shape.commands == (
        ("M", 10.1, 20.2),
        ("C", 30, 10, 40, 20.3, 40.4, 30.7),
        ("L", 7, 41),
        ("Z",),
        ("M", 15, 25),
        ("L", 14, 27),
        ("L", 16, 26),
        ("Z",),
    )


def test_the_title_is_the_art_s_name_for_readers(tmp_path: Path) -> None:
    assert drawn(tmp_path, '<title>Parent &amp; baby</title><circle r="3"/>').title == "Parent & baby"


def test_a_packed_file_is_read_as_one_that_is_not(tmp_path: Path) -> None:
    path = next(path for path in SEEN if path.stem == "clip")
    packed = tmp_path / "art.svg"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    assert read_art(packed, "").shapes == read_art(path, "").shapes


def test_names_of_old_illustrator_are_read() -> None:
    entities = '<!ENTITY ns_svg "http://www.w3.org/2000/svg"><!ENTITY st0 "fill:#0F6B68;">'
    art = drawing(
        f'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.0//EN" "svg10.dtd" [{entities}]>'
        '<svg xmlns="&ns_svg;" viewBox="0 0 9 9"><rect style="&st0;" width="9" height="9"/></svg>'.encode()
    )
    assert art.shapes[0].fill == Color(0x0F, 0x6B, 0x68)
