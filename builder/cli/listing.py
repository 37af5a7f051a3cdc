"""What there is to choose from, as rows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from builder.kinds import kinds_named

Listing = Iterator[tuple[str, ...]]


def kinds() -> Listing:
    """Each kind of file and what it is."""
    for kind in kinds_named():
        yield kind.name, kind.help


def designs(brand: Path) -> Listing:
    """Each design of the brand and the words it asks for; Faults if the brand has any."""
    from builder.brand.design import Design  # noqa: PLC0415  for this list alone
    from builder.brand.read import read_brand  # noqa: PLC0415  as above

    for name, design in sorted(read_brand(brand, brand.name).designs.items()):
        assert isinstance(design, Design)
        yield name, design.about or ", ".join(design.needs)


def looks(brand: Path | None = None) -> Listing:
    """Each look that there is for a brand, and what it is; Faults if one cannot be read."""
    from builder.brand.findings import Findings  # noqa: PLC0415  for this list alone
    from builder.brand.looks import look_names, look_of  # noqa: PLC0415  as above
    from builder.brand.lookstyle import read_styles  # noqa: PLC0415  as above

    findings = Findings()
    for name in look_names(brand):
        styles = read_styles(look_of(brand or Path(), brand.name if brand else "", name), findings)
        yield name, styles[0].about if styles else ""
    findings.check()


def slots() -> Listing:
    """Each slot of designs and what it holds."""
    from builder.brand.slots import SLOTS  # noqa: PLC0415  as above

    yield from SLOTS.items()


def phrases() -> Listing:
    """Each phrase that the program writes by itself, in English."""
    from builder.phrases.book import shipped_phrases  # noqa: PLC0415  as above

    for key, phrase in shipped_phrases("en").items():
        yield key, phrase if isinstance(phrase, str) else " / ".join(phrase.values())


def roles(brand: Path) -> Listing:
    """Each role of colours, the brand's colour for it, what is read on it, and what it is for."""
    from builder.brand.read import read_brand  # noqa: PLC0415  for this list alone
    from builder.brand.roles import ROLES, words_on  # noqa: PLC0415  as above
    from builder.color import contrast, ratio_text  # noqa: PLC0415  as above

    read = read_brand(brand, brand.name)
    for role, use in ROLES.items():
        color, words = read.color(role), read.on(role)
        named = read.called(words_on(role, read.roles))
        own = f"{read.called(role)} {color.hex}" if read.called(role) != role else color.hex
        yield role, own, f"{named} on it, {ratio_text(contrast(words, color))}", use


def sizes(brand: Path) -> Listing:
    """Each size with its pixels, its groups and its use; Faults if the brand's own are wrong."""
    from builder.brand.own import read_sizes  # noqa: PLC0415  as above

    for size in read_sizes(brand, brand.name):
        yield size.key, f"{size.width}×{size.height}", " ".join(size.groups), size.use
