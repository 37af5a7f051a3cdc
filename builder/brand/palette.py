"""The brand's colours beside one another: text on its ground, links on paper, pairs that people can read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from builder.brand.colors import STAND_IN
from builder.brand.findings import Findings
from builder.color import Color, contrast, parse_color
from builder.source import Source
from builder.source.validate import did_you_mean

if TYPE_CHECKING:
    from builder.brand.brandfile import BrandFile

_READABLE = 4.5  # WCAG 2.2, 1.4.3
_PAPER = Color(255, 255, 255)


def text_color_on(fill: str, colors: Mapping[str, Color]) -> str:
    """The name of the colour that text takes on a ground, where a design does not say."""
    named = [role for role in ("foreground", "background", "dark", "light") if role in colors]
    return max(named or colors, key=lambda name: contrast(colors[name], colors[fill]))


def read_link(
    file: BrandFile, colors: Mapping[str, Color], source: Source, findings: Findings
) -> Color | None:
    """The colour of links on paper: a colour, or the name of one; None if the brand names none."""
    given = file.typography.link.color or file.color.link
    if given is None:
        return None
    place = source.place(("typography", "link"))
    try:
        color = colors.get(given) or parse_color(given)
    except ValueError:
        hint = did_you_mean(given, colors)
        findings.fault(place, f"`{given}` is neither in the palette nor a colour", hint)
        return None
    ratio = contrast(color, _PAPER)
    if ratio < _READABLE:
        message = f"links on paper have a contrast of {ratio:.1f}:1; text needs {_READABLE}:1"
        findings.fault(place, message, "name a darker colour")
    return color


def prove_pairs(file: BrandFile, colors: Mapping[str, Color], source: Source, findings: Findings) -> None:
    """Note each pair of text and ground that is too faint to read."""
    for number, pair in enumerate(file.defaults.packbuild.pairs):
        place = source.place(("defaults", "packbuild", "pairs", number, 0))
        missing = next((name for name in pair if name not in colors), None)
        if missing is not None:
            findings.fault(place, f"the palette has no `{missing}`", did_you_mean(missing, colors))
            continue
        if any(colors[name] is STAND_IN for name in pair):
            continue
        ratio = contrast(colors[pair[0]], colors[pair[1]])
        if ratio < _READABLE:
            message = f"{pair[0]} on {pair[1]} has a contrast of {ratio:.1f}:1; text needs {_READABLE}:1"
            findings.fault(place, message, "make one darker or the other lighter")
