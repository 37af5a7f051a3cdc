"""What a brand asks of its fonts beyond their letters: OpenType features, and what they have of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain

from builder.brand.brandfile import BrandFile
from builder.brand.findings import Findings
from builder.brand.fontfamilies import Families
from builder.brand.identity import Style
from builder.fonts.features import feature_tags
from builder.media import Features, Font
from builder.record import replace
from builder.source import Loc, Source
from builder.source.validate import nearest

_OWN = ("defaults", "packbuild")
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


def tell_lacking_features(
    file: BrandFile,
    styles: Mapping[str, Style],
    typefaces: tuple[Sequence[Font], Families],
    source: Source,
    findings: Findings,
) -> None:
    """A warning for each feature of a style of the brand's that no font of its family has."""
    fonts, families = typefaces
    for name, change in file.defaults.packbuild.styles.items():
        face = styles[name].face
        named = set(chain.from_iterable(families.get(face, families["text"]).values()))
        own = [font for font in fonts if font.family in named]
        loc: Loc = (*_OWN, "styles", name, "features")
        for tag, message in _lacking(change.features or (), own, f"that `{name}` is set in"):
            findings.warn(source.place(loc), f"{message}, so it changes nothing", _instead(tag, own))


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
