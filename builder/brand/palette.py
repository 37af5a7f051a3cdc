"""The brand's colours beside one another: text on its ground, links on paper, pairs that people can read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from builder.brand.colors import COLOR, STAND_IN
from builder.brand.findings import Findings
from builder.color import READABLE, READABLE_LARGE, Color, contrast, parse_color, ratio_text, readable_like
from builder.errors import Place
from builder.source import Source

if TYPE_CHECKING:
    from builder.brand.brandfile import BrandFile

_PAPER = Color(255, 255, 255)


def read_art_colors(
    file: BrandFile, colors: Mapping[str, Color], source: Source, findings: Findings
) -> dict[Color, str]:
    """The role, or the name of the palette, that takes the place of a colour of the brand's SVG art."""
    mapped: dict[Color, str] = {}
    for text, name in file.defaults.packbuild.art.items():
        loc = ("defaults", "packbuild", "art", text)
        if name not in colors:
            findings.lacking(COLOR, name, source.place(loc), colors)
            continue
        try:
            mapped[parse_color(text)] = name
        except ValueError:
            findings.fault(source.place(loc, key=True), f"`{text}` is no colour", 'write it like "#35214F"')
    return mapped


def read_link(
    file: BrandFile, colors: Mapping[str, Color], source: Source, findings: Findings
) -> Color | None:
    """The colour of links on paper: a colour, or the name of one; None if none is named that is read."""
    given = file.typography.link.color or file.color.link
    return _on_paper("links", given, READABLE, colors, source.place(("typography", "link")), findings)


def read_headings(
    file: BrandFile, colors: Mapping[str, Color], source: Source, findings: Findings
) -> Color | None:
    """The colour of headings on paper, as that of links; they are large, so that less contrast will do."""
    given, loc = file.typography.headings, ("typography", "headings")
    if given.style == "italic":
        message = "headings are set upright, not in italics"
        findings.warn(source.place((*loc, "style")), message, "leave it for other tools")
    return _on_paper("headings", given.color, READABLE_LARGE, colors, source.place((*loc, "color")), findings)


def _on_paper(
    what: str,
    given: str | None,
    needed: float,
    colors: Mapping[str, Color],
    place: Place,
    findings: Findings,
) -> Color | None:
    if given is None:
        return None
    try:
        color = colors.get(given) or parse_color(given)
    except ValueError:
        findings.lacking(COLOR, given, place, colors)
        return None
    ratio = contrast(color, _PAPER)
    if ratio >= needed:
        return color
    message = (
        f"{what} on paper have a contrast of {ratio_text(ratio)}; text needs {needed:g}:1,"
        " so they are not in it"
    )
    findings.warn(place, message, f"{readable_like(color, _PAPER, needed).hex} would reach it")
    return None


def prove_pairs(file: BrandFile, colors: Mapping[str, Color], source: Source, findings: Findings) -> None:
    """Note each pair of text and ground that is too faint to read."""
    for number, pair in enumerate(file.defaults.packbuild.pairs):
        place = source.place(("defaults", "packbuild", "pairs", number, 0))
        missing = next((name for name in pair if name not in colors), None)
        if missing is not None:
            findings.lacking(COLOR, missing, place, colors)
            continue
        if any(colors[name] is STAND_IN for name in pair):
            continue
        ratio = contrast(colors[pair[0]], colors[pair[1]])
        if ratio < READABLE:
            message = (
                f"{pair[0]} on {pair[1]} has a contrast of {ratio_text(ratio)}; text needs {READABLE:g}:1"
            )
            near = readable_like(colors[pair[0]], colors[pair[1]], READABLE)
            findings.fault(place, message, f"`{near.hex}` instead of {colors[pair[0]].hex} would reach it")
