"""What a brand asks of its fonts beyond their letters: OpenType features, and what they have of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain

from builder.brand.brandfile import BrandFile
from builder.brand.design import Design
from builder.brand.designfaults import texts_of
from builder.brand.findings import Findings
from builder.brand.fontfamilies import Families, of_role
from builder.brand.identity import Style
from builder.errors import Place
from builder.fonts.features import feature_tags
from builder.media import Features, Font
from builder.record import Record, replace
from builder.source import Source
from builder.source.validate import nearest

Places = Mapping[str, Mapping[str, Place]]  # of the words of slots, by design

_OWN = ("defaults", "packbuild")
_SMALL = "smcp"
_MOST = 12  # tags that a hint lists
# What people ask for by themselves; all others are of scripts, and on where those need them.
_ASKED = re.compile(
    "c?swsh|[cdh]lig|liga|c2[ps]c|[ps]mcp|case|cv..|ss..|[lopt]num|frac|ordn|su[bp]s|salt|titl|zero"
)


def with_features(
    fonts: Sequence[Font], file: BrandFile, source: Source, findings: Findings
) -> tuple[Font, ...]:
    """The fonts with the features that the brand names for their families.

    A fault for a family that the brand has not, and for a feature that none of its fonts has.
    """
    asked = file.defaults.packbuild.features
    known = {font.family for font in fonts}
    for family, features in asked.items():
        loc = (*_OWN, "features", family)
        if family not in known:
            findings.lacking("font family", family, source.place(loc, key=True), known)
            continue
        own = [font for font in fonts if font.family == family]
        for tag, message in _lacking(features, own, f"of the family `{family}`"):
            findings.fault(source.place(loc), message, _instead(tag, own))
    return tuple(
        replace(font, features=asked[font.family]) if font.family in asked else font for font in fonts
    )


class Typefaces(Record):
    """The type styles, and the fonts that they are drawn in."""

    styles: Mapping[str, Style]
    fonts: Sequence[Font]
    families: Families

    def of(self, style: str) -> list[Font]:
        """All fonts that a style may be drawn in; none of those that could not be read."""
        face = of_role(self.families, self.styles[style].face)
        named = set(chain.from_iterable(face.values()))
        return [font for font in self.fonts if font.family in named]

    def first(self, style: str) -> list[Font]:
        """The fonts of the family that a style is drawn in first."""
        family = next(iter(of_role(self.families, self.styles[style].face)["default"]), "")
        return [font for font in self.fonts if font.family == family]


def tell_lacking_features(file: BrandFile, faces: Typefaces, source: Source, findings: Findings) -> None:
    """A warning for what a style of the brand's asks of fonts of which none has it."""
    for name, change in file.defaults.packbuild.styles.items():
        loc, own = (*_OWN, "styles", name), faces.of(name)
        if change.caps == "small":
            _tell_no_small(name, own, source.place((*loc, "caps")), findings)
        if change.optical and own and not any(font.points for font in own):
            message = f"no font that `{name}` is set in has optical sizes, so this changes nothing"
            hint = "leave it out, or take a variable font with `opsz`"
            findings.warn(source.place((*loc, "optical")), message, hint)
        for tag, message in _lacking(change.features or (), own, f"that `{name}` is set in"):
            place = source.place((*loc, "features"))
            findings.warn(place, f"{message}, so it changes nothing", _instead(tag, own))


def tell_lacking_small(
    designs: Mapping[str, Design], places: Places, faces: Typefaces, findings: Findings
) -> None:
    """A warning for each text of a design in small capitals that none of its fonts has."""
    for name, design in designs.items():
        for use in texts_of(design):
            if use.caps == "small" and use.style in faces.styles:
                _tell_no_small(use.from_, faces.of(use.style), places[name][use.from_], findings)


def _tell_no_small(name: str, fonts: Sequence[Font], place: Place, findings: Findings) -> None:
    if fonts and _SMALL not in _tags(fonts):
        message = f"`{name}` stays as it is written: no font that it is set in has small capitals"
        findings.warn(place, message, "leave out `caps`, or write `upper`")


def _lacking(features: Features, fonts: Collection[Font], whose: str) -> Iterator[tuple[str, str]]:
    """The tags that no font has, and what to say of each; nothing of fonts that could not be read."""
    there = _tags(fonts)
    for tag, _ in features if fonts else ():
        if tag not in there:
            yield tag, f"no font {whose} has the feature `{tag}`"


def _tags(fonts: Collection[Font]) -> set[str]:
    return set(chain.from_iterable(map(feature_tags, fonts)))


def _instead(tag: str, fonts: Collection[Font]) -> str:
    there = sorted(filter(_ASKED.fullmatch, _tags(fonts)))
    if near := nearest(tag, there):
        return f"did you mean `{near}`?"
    if not there:
        return "leave it out, or take fonts that have it"
    more = [f"{len(there) - _MOST} more"] if len(there) > _MOST else []
    return f"it has {', '.join([f'`{tag}`' for tag in there[:_MOST]] + more)}"
