"""The brand's colours: the palette, the roles, and the pairs that people can read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from builder.brand.findings import Findings
from builder.color import Color, contrast, parse_color
from builder.source import Source
from builder.source.validate import did_you_mean

if TYPE_CHECKING:
    from builder.brand.brandfile import BrandFile

Palette = dict[str, Color]

_READABLE = 4.5  # WCAG 2.2, 1.4.3
_PAPER = Color(255, 255, 255)
_STAND_IN = Color(0, 0, 0)  # for a colour that is a fault, so that reading can go on


def read_palette(file: BrandFile, source: Source, findings: Findings) -> Palette:
    """The colours by name; one may be given by the name of another."""
    palette: Palette = {}
    for name, text in file.color.palette.items():
        try:
            palette[name] = parse_color(file.color.palette.get(text, text))
        except ValueError:
            place = source.place(("color", "palette", name))
            findings.fault(place, f"`{text}` is no colour", 'write it like "#35214F"')
            palette[name] = _STAND_IN
    return palette


def read_roles(file: BrandFile, palette: Palette, source: Source, findings: Findings) -> dict[str, str]:
    """Which colour plays which role of brand.yml; one written there joins the palette under its own text."""
    roles: dict[str, str] = {}
    for role, given in sorted(file.color.roles.items()):
        name = file.color.roles.get(given, given)  # a role may be given by another
        if name not in palette:
            try:
                palette[name] = parse_color(name)
            except ValueError:
                place, hint = source.place(("color", role)), did_you_mean(name, palette)
                findings.fault(place, f"`{name}` is neither in the palette nor a colour", hint)
                continue
        roles[role] = name
    return roles


def text_color_on(fill: str, colors: Mapping[str, Color]) -> str:
    """The name of the colour that text takes on a ground, where a design does not say."""
    named = [role for role in ("foreground", "background", "dark", "light") if role in colors]
    return max(named or colors, key=lambda name: contrast(colors[name], colors[fill]))


def read_link(
    file: BrandFile, colors: Mapping[str, Color], source: Source, findings: Findings
) -> Color | None:
    """The colour of links on paper: a colour, or the name of one; None if the brand names none."""
    given = file.typography.link.color
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
        ratio = contrast(colors[pair[0]], colors[pair[1]])
        if ratio < _READABLE:
            message = f"{pair[0]} on {pair[1]} has a contrast of {ratio:.1f}:1; text needs {_READABLE}:1"
            findings.fault(place, message, "make one darker or the other lighter")
