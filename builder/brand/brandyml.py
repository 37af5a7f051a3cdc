"""What may stand in `_brand.yml`: the fields that brand.yml defines, whether packbuild reads them or not.

The format is open, so what it does not define is a warning. A slip of the pen in a field that packbuild
reads is an error, and what stands in the field is read as if it were spelt right, so that all is told
at once. Roles of colours may have any name; one that is nearly a role of the format, which the file
lacks, is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.brand.brandfile import BrandFile, Packbuild
from builder.brand.colorchoice import is_color
from builder.errors import Problem, Severity
from builder.record import replace
from builder.source import Loc, Source
from builder.source.forms import fields_at
from builder.source.validate import did_you_mean, left_empty, listed, named, nearest, slip

_SIZES = ("small", "medium", "large")
_SHAPE = ("family", "size", "weight", "color", "background-color")
_ROLES = ("foreground", "background", "primary", "secondary", "tertiary")
_STATES = ("success", "info", "warning", "danger", "light", "dark", "link")
_TYPE = ("fonts", "base", "headings", "link", "monospace", "monospace-inline", "monospace-block")
# By place; a star stands for any name or number. posit-dev.github.io/brand-yml, read 2026-11-28.
_DEFINED: Mapping[str, tuple[str, ...]] = {
    "": ("meta", "logo", "color", "typography", "defaults"),
    "meta": ("name", "link"),
    "meta/name": ("full", "short"),
    "logo": ("images", "main", *_SIZES),  # below it, the model itself tells what is unknown
    "color": ("palette", *_ROLES, *_STATES),
    "typography": _TYPE,
    "typography/fonts/*": ("family", "source", "files", "weight", "style", "display", "version", "url"),
    "typography/fonts/*/files/*": ("path", "weight", "style"),
    "typography/base": ("family", "size", "weight", "line-height"),
    "typography/headings": ("family", "weight", "style", "color", "line-height"),
    "typography/link": ("color", "weight", "background-color", "decoration"),
    "typography/monospace": _SHAPE,
    "typography/monospace-inline": _SHAPE,
    "typography/monospace-block": (*_SHAPE, "line-height"),
    "defaults": ("packbuild",),  # beside it stand the settings of other tools, of whatever names
    "defaults/packbuild": tuple(Packbuild.model_fields),
}
_CLOSED = (("logo",), ("defaults", "packbuild"))  # the model itself tells what is unknown there
_FREE = (("meta",), ("defaults",))  # which may hold anything else


def spelt_right(source: Source) -> tuple[Source, list[Problem]]:
    """The file with slips in the names of its fields mended, and what is to be said of its fields."""
    problems: list[Problem] = []
    while found := next(_slips(source), None):
        loc, meant = found
        severity: Severity = "error" if meant in fields_at(BrandFile, loc[:-1]) else "warning"
        place = source.place(loc, key=True)
        problems.append(Problem(f"unknown field {_said(loc)}", place, f"did you mean `{meant}`?", severity))
        source = source.renamed(loc, meant)
    return source, [*problems, *_strangers(source), *_empty(source), *_dark(source)]


def _slips(source: Source) -> Iterator[tuple[Loc, str]]:
    """Each field with a slip in its name, and the name that was meant."""
    for loc in _unknown(source):
        meant = slip(str(loc[-1]), _lacking(loc[:-1], source))
        if meant and not _is_role(loc, source) and (loc[0] != "meta" or meant == "name"):
            yield loc, meant


def _strangers(source: Source) -> Iterator[Problem]:
    """A warning for each field that nothing reads."""
    for loc in _unknown(source):
        field, parent = str(loc[-1]), loc[:-1]
        place, homes = source.place(loc, key=True), _homes(field)
        if _is_role(loc, source):
            meant = slip(field, _lacking(parent, source))
            further = field.startswith(_defined(parent))  # `darker` is neither `dark` nor `danger`
            if meant and meant[0] == field[0].lower() and not further:  # nor is `night` `light`
                message = f"`{field}` is no role of brand.yml, so only what names it is drawn in it"
                yield Problem(message, place, f"did you mean `{meant}`?", "warning")
        elif parent not in (*_FREE, *_CLOSED):
            hint = "" if nearest(field, _defined(parent)) else homes
            hint = hint or did_you_mean(field, _defined(parent))
            yield Problem(f"nothing reads {_said(loc)}", place, hint, "warning")
        elif parent == ("defaults",) and field in Packbuild.model_fields:
            yield Problem(f"nothing reads {_said(loc)}", place, homes, "warning")


def _empty(source: Source) -> Iterator[Problem]:
    """A warning for each field in which nothing stands; not for those of other tools."""
    others = {loc for loc in source.keys if loc[0] == "defaults" and loc[1:2] not in ((), ("packbuild",))}
    known = {loc: at for loc, at in source.keys.items() if loc not in others}
    yield from left_empty(replace(source, keys=known))


def _dark(source: Source) -> Iterator[Problem]:
    """A warning, once, of colours for a dark mode."""
    colors = (loc for loc in source.keys if loc[0] in ("color", "typography") and loc[-1] == "dark")
    for loc in [loc for loc in colors if loc[:-1] != ("color",) and is_color(source.at(loc[:-1]))][:1]:
        message = "a pack has no dark mode, so colours for it are not used: those for light pages are"
        hint = "leave it for other tools; dark grounds are a matter of designs here"
        yield Problem(message, source.place(loc, key=True), hint, "warning")


def _unknown(source: Source) -> Iterator[Loc]:
    """The fields that brand.yml does not define, where it says which there are."""
    for loc in source.keys:
        defined = _defined(loc[:-1])
        if defined and str(loc[-1]).replace("_", "-") not in defined:
            yield loc


def _defined(loc: Loc) -> tuple[str, ...]:
    """The fields that may stand in a place; none if they may have any name."""
    for place, fields in _DEFINED.items():
        steps = place.split("/") if place else []
        if len(steps) == len(loc) and all(
            step in ("*", known) for step, known in zip(steps, loc, strict=True)
        ):
            return fields
    return ()


def _lacking(loc: Loc, source: Source) -> list[str]:
    """The fields that may stand in a place, and do not."""
    return [name for name in _defined(loc) if (*loc, name) not in source.keys]


def _is_role(loc: Loc, source: Source) -> bool:
    """Whether a field gives a colour a role of the brand's own."""
    return loc[:-1] == ("color",) and loc[-1] != "palette" and is_color(source.at(loc))


def _homes(field: str) -> str:
    """A hint for a field that stands at the wrong level."""
    homes = [place.replace("/", ".") for place, fields in _DEFINED.items() if place and field in fields]
    return f"`{field}` belongs in {listed(homes)}; look at the indentation" if 0 < len(homes) < 3 else ""


def _said(loc: Loc) -> str:
    return f"`{loc[-1]}`" + (f" in {named(loc[:-1])}" if len(loc) > 1 else "")
