"""The look of the start page: the brand's colours, fonts and art, sure to be readable on a screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from builder.brand.boxes import Node
from builder.brand.design import Background, Blend, Design, Shape
from builder.brand.identity import Brand
from builder.brand.lockups import Logo
from builder.brand.uses import THEME
from builder.color import Color, contrast
from builder.content.frame import Frame
from builder.content.page import Colors, Masthead, WebFaces
from builder.geometry.box import Box
from builder.languages import likely_script
from builder.layout.canvas import Canvas, sheet
from builder.layout.fonts import font_chain
from builder.layout.logos import at_own_size, fitted
from builder.media import Font
from builder.pack.artwork import art_alone
from builder.pack.edition import Edition
from builder.pack.recipes import View
from builder.pack.themes import theme_turn
from builder.record import replace
from builder.text.typeface import typeface

_WHITE, _BLACK = Color(255, 255, 255), Color(0, 0, 0)
_READABLE = 7.0  # WCAG 2.2, 1.4.6: the page is read at length
_DEEP = 15.0  # a paper's contrast to white or black
_BAR = Canvas(320, 52, "px", Box(0, 0, 320, 52), least=12, css_px=1)  # of a phone; page.css: `.logo`
_TALL = 0.84  # of a font's own height: scripts with marks above and below need more than Latin


def schemes(brand: Brand) -> tuple[Colors, Colors]:
    """The page's colours by day and by night."""
    ends = sorted((_role(brand, "background"), _role(brand, "foreground")), key=lambda color: color.luminance)
    accent = _role(brand, "primary")
    day, night = _until(ends[1], _WHITE, _BLACK, _DEEP), _until(ends[0], _BLACK, _WHITE, _DEEP)
    ink_of_day, ink_of_night = _until(ends[0], _BLACK, day, _DEEP / 2), _until(ends[1], _WHITE, night, _DEEP)
    bright = ground_of(brand).accent
    by_day = _colors(day, ink_of_day, day.mix(_WHITE, 0.65), accent)
    return by_day, _colors(night, ink_of_night, night.mix(ink_of_night, 0.06), bright)


def ground_of(brand: Brand) -> Masthead:
    """What the title stands on: the announcement's ground, or the brand's first colour."""
    design = brand.designs.get(THEME)
    fill, text_color, accent = _role(brand, "primary"), _WHITE, None
    if isinstance(design, Design):
        fill, text_color = _fill(brand, design.background), brand.color(design.text_color)
        accent = next((brand.color(name) for name in _accents(design.body)), None)
    text_color = _readable(text_color, fill)
    # On some grounds neither white nor black is enough: those give way, by as little as lets words be read.
    fill = _until(fill, _BLACK if text_color.luminance > fill.luminance else _WHITE, text_color, _READABLE)
    accent = _until(accent, text_color, fill, _READABLE) if accent else text_color
    return Masthead(fill, text_color, accent, _readable(fill, accent))


def art_beside(edition: Edition) -> Any:
    """The recipe of the announcement's art alone, to stand beside the title; none if it has none."""
    return _art(edition, "landscape", sheet(820, 680), "reach")


def art_below(edition: Edition) -> Any:
    """The same on a tall canvas, from the art's highest point down, to stand below the title."""
    return _art(edition, "tall", sheet(600, 1000), "below")


def _art(edition: Edition, shape: Shape, canvas: Canvas, view: View) -> Any:
    design = edition.brand.designs.get(THEME)
    if not isinstance(design, Design) or not _is_decorated(design.on(shape).background):
        return None
    turn = replace(theme_turn(edition), seed=THEME)
    return art_alone(edition, design.on(shape), replace(canvas, unit="px"), view, turn)


def _is_decorated(background: Background) -> bool:
    return bool(background.pieces or background.fields)


def logo(edition: Edition, schemes: tuple[Colors, ...]) -> tuple[Frame, ...]:
    """The logo on each paper, on a plate of the first where it is not seen; none if the brand has none."""
    plate = schemes[0].paper
    found = dict(edition.logos({"main"})).get("main")
    return tuple(_logo(found, colors, plate, edition.language) for colors in schemes if found)


def _logo(logo: Logo, colors: Colors, plate: Color, language: str) -> Frame:
    plated = tuple(replace(each, plate=each.plate or plate) for each in logo.lockups)
    versions = replace(logo, lockups=plated).on(colors.paper, colors.text_color)
    shown = fitted(versions, (_BAR.width, _BAR.height), _BAR.width, _BAR).shown
    whole = at_own_size(shown, _BAR)
    box = Box(0, 0, whole.width, whole.height)
    return Frame(box.w, box.h, "px", tuple(whole.paths(box)), language)


def faces(brand: Brand, language: str) -> WebFaces:
    """The fonts of a language, and room for the marks of its script between the lines."""
    display, text, strong = (
        _chain(brand, role, weight, language)
        for role, weight in (("display", 600), ("text", 400), ("text", 700))
    )
    return WebFaces(
        display,
        text,
        strong,
        leading=max(1.55, round(typeface(text[0]).height * _TALL, 2)),
        display_leading=max(1.08, round(typeface(display[0]).height * _TALL, 2)),
    )


def _chain(brand: Brand, role: str, weight: int, language: str) -> tuple[Font, ...]:
    chain = font_chain(brand, role, weight, language)
    scripts = dict.fromkeys((likely_script(language), "Latn"))
    return tuple(dict.fromkeys(chain.of(script)[0] for script in scripts))


def _colors(paper: Color, text_color: Color, sheet: Color, accent: Color) -> Colors:
    shade = paper.mix(text_color, 0.07)
    accent = _until(accent, text_color, sheet, _READABLE)
    quiet = _until(text_color.mix(paper, 0.25), text_color, shade, _READABLE)
    return Colors(
        paper, text_color, quiet, text_color.mix(paper, 0.8), sheet, shade, accent, _readable(paper, accent)
    )


def _fill(brand: Brand, background: Background) -> Color:
    fill = background.fill
    return brand.color(fill.colors[0] if isinstance(fill, Blend) else fill)


def _accents(node: Node) -> Iterator[str]:
    """The colours that the design's words have beside its text_color."""
    if node.text is not None and node.text.color is not None:
        yield node.text.color
    for child in node.children:
        yield from _accents(child)


def _role(brand: Brand, role: str) -> Color:
    """The colour of a role; black, on white, where the brand names none."""
    try:
        return brand.color(role)
    except KeyError:
        return _WHITE if role == "background" else _BLACK


def _readable(color: Color, ground: Color) -> Color:
    """The colour if it can be read on the ground, else it turned to white or black until it can."""
    goal = max(_WHITE, _BLACK, key=lambda end: contrast(end, ground))
    return _until(color, goal, ground, _READABLE)


def _until(color: Color, goal: Color, against: Color, ratio: float) -> Color:
    """The colour, as little nearer to a goal as brings its contrast to a ratio; else the goal."""
    mixed = (color.mix(goal, step / 20) for step in range(20))
    return next((one for one in mixed if contrast(one, against) >= ratio), goal)
