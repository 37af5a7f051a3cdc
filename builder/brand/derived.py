"""What `_brand.yml` does not say of colours and packbuild needs: the roles, taken from the palette."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from builder.brand.colorchoice import ColorChoice
from builder.brand.colors import STAND_IN, Palette
from builder.brand.findings import Findings
from builder.color import READABLE, Color, contrast
from builder.source import Source
from builder.source.validate import listed

_WHITE, _BLACK = Color(255, 255, 255), Color(0, 0, 0)
_SEEN = 3.0  # of contrast, for what must be made out (WCAG 2.2, 1.4.11)
_LIGHT = 0.55  # luminance, from which a colour is a ground that documents can stand on
_LOUD = 160  # of 255, between its largest channel and its least: no ground for pages, however light
_STRONG = 40  # of 255 between the largest and the least channel: less is grey
_PARTS = ("primary", "secondary", "tertiary", "accent", "success", "info", "warning", "danger", "link")
_SEEN_FIRST = ("background", "foreground", "primary")


def derive_roles(palette: Palette, given: Mapping[str, str]) -> dict[str, str]:
    """The palette names of all roles that designs may ask for: those given, and the rest derived.

    A colour that the palette calls like a role plays it. The background is the lightest colour and the
    foreground the one that is read best on it, if they are light and dark enough, and the lightest is not
    too loud for a page; else white and black, which join the palette. The primary colour is the strongest
    that stands out on the background; secondary, accent and tertiary are those that follow, the foreground
    last. States that are not given take the accent, as nothing says what they look like.
    """
    roles = {role: role for role in (*_SEEN_FIRST, *_PARTS) if role in palette} | dict(given)
    names = [name for name in palette if name not in {given[role] for role in _PARTS if role in given}]
    if "background" not in roles:
        roles["background"] = _background(names, roles.get("foreground"), palette)
    ground = palette[roles["background"]]
    if "foreground" not in roles:
        roles["foreground"] = _read_on(ground, names, palette)
    strong = _strongest(palette, {roles["background"], roles["foreground"]}, ground, palette)
    strong += [name for name in (roles["foreground"],) if palette[name].chroma >= _STRONG]
    taken = [roles[role] for role in ("primary", "secondary", "accent", "tertiary") if role in roles]
    rest = iter([name for name in strong if name not in taken])
    for role, instead in _INSTEAD.items():
        if role not in roles:
            roles[role] = next(rest, roles[instead])
    if "tertiary" not in given and palette[roles["tertiary"]] == palette[roles["secondary"]]:
        roles["tertiary"] = roles["primary"]
    for role, instead in _STATES.items():
        roles.setdefault(role, roles[instead])
    both = (roles["background"], roles["foreground"])
    roles.setdefault("light", max(both, key=lambda name: palette[name].luminance))
    roles.setdefault("dark", min(both, key=lambda name: palette[name].luminance))
    return roles


def tell_derived(
    file: ColorChoice, roles: Mapping[str, str], palette: Palette, source: Source, findings: Findings
) -> None:
    """A warning of the roles that people see first, if others could have been meant for them."""
    written, place = source.at(("color",)) or {}, source.place(("color",), key=True)
    told = "color" in source.unread or (("color",) in source.keys and not written)
    if not (file.named or file.roles or told):
        hint = 'name one at least, like `color: {primary: "#35214F"}`'
        findings.warn(place, "the brand names no colours, so all is black on white", hint)
    taken = {
        role: roles[role]
        for role in _SEEN_FIRST
        if role not in written and roles[role] in file.named and roles[role] != role
    }
    if taken.get("primary") == roles["foreground"]:
        del taken["primary"]
    unclear = len(file.named) > 2 and not any(color is STAND_IN for color in palette.values())
    if taken and unclear:
        verb = "are" if len(taken) > 1 else "is"
        message = f"color names no {listed(taken)}, so {listed(taken.values(), 'and')} {verb} taken"
        hint = f"to keep or change it, write {', '.join(f'`{role}: {name}`' for role, name in taken.items())}"
        findings.warn(place, message, hint)


# By role: whose colour it takes where the palette has no other.
_INSTEAD = {"primary": "foreground", "secondary": "primary", "accent": "secondary", "tertiary": "accent"}
_STATES = {"success": "secondary", "info": "tertiary", "warning": "accent", "danger": "accent"}


def _background(names: Collection[str], foreground: str | None, palette: Palette) -> str:
    """The lightest colour, if it is light and quiet enough and text can be read on it; else white."""
    if foreground is not None and palette[foreground].luminance > _LIGHT:
        return _read_on(palette[foreground], names, palette)
    lightest = max(names, key=lambda name: palette[name].luminance, default=None)
    if lightest is None or palette[lightest].luminance < _LIGHT or palette[lightest].chroma > _LOUD:
        return _added("white", _WHITE, palette)
    read = foreground is None or contrast(palette[foreground], palette[lightest]) >= READABLE
    return lightest if read else _added("white", _WHITE, palette)


def _read_on(ground: Color, names: Iterable[str], palette: Palette) -> str:
    """The colour that is read best on a ground, if it can be read there; else black or white."""
    best = max(names, key=lambda name: contrast(palette[name], ground), default=None)
    if best is not None and contrast(palette[best], ground) >= READABLE:
        return best
    if contrast(_BLACK, ground) > contrast(_WHITE, ground):
        return _added("black", _BLACK, palette)
    return _added("white", _WHITE, palette)


def _strongest(names: Iterable[str], without: Collection[str], ground: Color, palette: Palette) -> list[str]:
    """The colours that are no greys, the strongest first, before them those that stand out on a ground."""
    strong = [name for name in names if name not in without and palette[name].chroma >= _STRONG]
    strong.sort(key=lambda name: (contrast(palette[name], ground) < _SEEN, -palette[name].chroma))
    return list({palette[name]: name for name in reversed(strong)}.values())[::-1]


def _added(name: str, color: Color, palette: Palette) -> str:
    """The palette's name of a colour, which joins it if it is not there."""
    if known := next((name for name, each in palette.items() if each == color), None):
        return known
    name = name if name not in palette else color.hex
    palette[name] = color
    return name
