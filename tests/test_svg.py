"""SVG files become curves in the art's own units, whatever the designer's program wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.brand.identity import Art
from builder.brand.svg import read_art
from builder.brand.svgfaults import WrongArt
from builder.color import Color


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
    assert corners(art) == (10, 20, 40, 30)


@pytest.mark.parametrize(
    "root",
    [
        'viewBox="0 0 100 50" width="100%"',
        'viewBox="0 0 100 50" width="40mm" height="20mm"',
        'viewBox="-5 -5 100 50" width="7" height="700"',
        'width="100" height="50"',
    ],
)
def test_lengths_are_those_of_the_view(tmp_path: Path, root: str) -> None:
    art = drawn(tmp_path, '<rect x="10" y="20" width="30" height="10" stroke="#000" stroke-width="2"/>', root)
    shift = 5 if "-5" in root else 0
    assert (art.view.x, art.view.y, art.view.w, art.view.h) == (0, 0, 100, 50)
    assert corners(art) == pytest.approx((10 + shift, 20 + shift, 40 + shift, 30 + shift), abs=0.001)
    assert art.shapes[0].stroke_width == pytest.approx(2)


def test_circles_and_arcs_become_cubic_curves(tmp_path: Path) -> None:
    art = drawn(tmp_path, '<circle cx="50" cy="25" r="20"/><path d="M0 0A10 10 0 0 1 20 0Q30 10 40 0Z"/>')
    for shape in art.shapes:
        assert {command[0] for command in shape.commands} <= {"M", "L", "C", "Z"}
    assert corners(art) == pytest.approx((30, 5, 70, 45), abs=0.001)


def test_fills_strokes_and_opacity(tmp_path: Path) -> None:
    art = drawn(
        tmp_path,
        "<style>.warm{fill:#E8604C}</style>"
        '<rect class="warm" width="1" height="1" opacity="0.5"/>'
        '<rect width="1" height="1" style="fill:none;stroke:#fff;stroke-width:3"/>'
        '<rect width="1" height="1" fill="none"/>',
    )
    warm, line = art.shapes
    assert (warm.fill, warm.stroke, warm.opacity) == (Color(0xE8, 0x60, 0x4C), None, 0.5)
    assert (line.fill, line.stroke, line.stroke_width) == (None, Color(255, 255, 255), 3)


@pytest.mark.parametrize("hole", ["M4 4h4v4h-4z", "M4 4v4h4v-4z"])
def test_a_hole_by_the_even_odd_rule_is_wound_against_its_rim(tmp_path: Path, hole: str) -> None:
    art = drawn(tmp_path, f'<path fill-rule="evenodd" d="M0 0h12v12h-12z{hole}M5 5h2v2h-2z"/>')
    loops = " ".join(command[0] for command in art.shapes[0].commands).split("M ")[1:]
    assert len(loops) == 3
    turns, points = [], []
    for command in art.shapes[0].commands:
        if command[0] != "Z":
            points.append((float(command[-2]), float(command[-1])))
            continue
        pairs = zip(points, points[1:] + points[:1], strict=True)
        turns.append(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) > 0)
        points = []
    assert turns == [True, False, True]


def test_the_title_is_the_art_s_name_for_readers(tmp_path: Path) -> None:
    assert drawn(tmp_path, '<title>Parent &amp; baby</title><circle r="3"/>').title == "Parent & baby"


def test_a_clone_of_itself_does_not_run_for_ever(tmp_path: Path) -> None:
    with pytest.raises(WrongArt, match="clone of a clone"):
        drawn(tmp_path, '<g id="a"><circle r="1"/><use href="#a"/></g>')


def test_a_drawing_of_megabytes_is_refused_unread(tmp_path: Path) -> None:
    with pytest.raises(WrongArt, match="2,000 KB are the most"):
        drawn(tmp_path, "<!--" + "x" * 2_000_000 + "-->")
