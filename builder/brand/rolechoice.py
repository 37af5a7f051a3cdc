"""What plays the roles that a brand does not give: what its palette has, or what is made of that.

Cards stand on seven grounds. Where a brand has few colours, each has a tint or a shade of its own, so that
siblings can be told apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from builder.brand.roles import INK, ROLES, SEEN, named_color
from builder.color import READABLE, READABLE_LARGE, Color, contrast, difference, readable_like

_GROUNDS = (
    "background",
    "primary",
    "secondary",
    "tertiary",
    "surface",
    "accent-soft",
    "secondary-soft",
)  # of cards
# What a ground is told apart from where it is derived: `highlight` is the accent, if it can be.
_BESIDE = {
    "secondary": ("background", "primary"),
    "tertiary": ("background", "primary", "secondary", "accent"),
}
_TOLD_APART = 48  # of 255: the least difference of two colours that have different parts to play
_NEW = 22  # of 255: the least difference of grounds that look like two
_PAPER = 12  # of 255: the same of a grey that the brand has, which is seen in large areas
_SIBLINGS, _APART = 32, 40  # of 255: the same of grounds that are made; more is not asked of them
_SEEN_BY_HUE = (1.2, 128)  # of contrast and of 255, in one channel: yellow is seen on white
_COLOURFUL, _TINGED = 60, 20  # of 255, between a colour's largest channel and its least
_QUIET = 160  # of 255, between a colour's largest channel and its least: more is no quiet ground
_SOFT = (0.75, 0.8, 0.85, 0.9)  # of the background, in tints of a colour
_DEEPER = (0.6, 0.45)  # the same, where those of one colour look like another ground
_CALLING = (0.15, 0.3, 0.45, 0.6)  # the same, in what calls to act
_GREYER = (0.06, 0.1, 0.15)  # of black, in grounds of a stark brand
_OWN = (0.1, 0.2, 0.3, 0.4, 0.5)  # of the background or of black, in grounds that are made
_BLEND = 0.4  # of the background, in art of a brand that has one colour alone
_WHITE, _BLACK = Color(255, 255, 255), Color(0, 0, 0)


def with_all_roles(
    palette: dict[str, Color], given: Mapping[str, str], usual: Mapping[str, str]
) -> dict[str, str]:
    """The colour of each role: as it is given, or the palette's of that name, or what suits.

    `usual` are the roles of brand.yml, all of them. A colour that the palette lacks, such as a tint, joins
    it under the role's name.
    """
    roles = dict(usual) | {role: role for role in ROLES if role in palette and role not in given}
    free = [role for role in _BESIDE if role not in given and role not in palette]
    if "accent" not in given and not _stands_out(palette, roles):
        del roles["accent"]
    for role in free:
        of, others = _Choice(palette, roles), [other for other in _BESIDE[role] if other in roles]
        deeper = role == "tertiary" and roles[role] == roles.get("accent")
        own = _deepened(of) if deeper else of[role]
        roles[role] = named_color(_told_apart(own, [of[other] for other in others], of), role, palette)
    for role, choose in _CHOICES.items():
        if role not in roles:
            roles[role] = named_color(choose(_Choice(palette, roles)), role, palette)
    return roles


class _Choice:
    """The colours to choose from for a role: what is there, and what other roles have left."""

    def __init__(self, palette: Mapping[str, Color], roles: Mapping[str, str]) -> None:
        self._palette, self._roles = palette, roles

    def __getitem__(self, role: str) -> Color:
        return self._palette[self._roles[role]]

    def __contains__(self, role: str) -> bool:
        return role in self._roles

    @property
    def colors(self) -> list[Color]:
        """All colours, each once."""
        return list(dict.fromkeys(self._palette.values()))

    @property
    def is_stark(self) -> bool:
        """Whether the brand has reds alone beside its greys, so that a tint would be a new hue: pink."""
        hues = [color for color in self.colors if color.chroma >= _TINGED]
        red = all(color.red > 2 * max(color.green, color.blue) for color in hues)
        return bool(hues) and red and self["background"].chroma < _TINGED

    def looks_new(self, color: Color, apart: int = _NEW) -> bool:
        """Whether a ground can be told from those that other roles have."""
        return all(difference(color, self[role]) >= apart for role in self._roles if role in _GROUNDS)

    def spare(self, *conditions: Callable[[Color], bool]) -> list[Color]:
        """The colours that no role has, or one so near that it looks the same, and that meet conditions."""
        taken = [self._palette[name] for role, name in self._roles.items() if role in ROLES]
        return [
            color
            for color in self.colors
            if all(difference(color, other) >= _TOLD_APART // 2 for other in taken)
            and all(condition(color) for condition in conditions)
        ]

    def vivid(self, *conditions: Callable[[Color], bool]) -> list[Color]:
        """The spare colours that are vivid, the most vivid first."""
        return sorted(self.spare(_vivid, *conditions), key=lambda color: -color.chroma)


def _against(ratio: float, *grounds: Color) -> Callable[[Color], bool]:
    return lambda color: all(contrast(color, ground) >= ratio for ground in grounds)


def _seen_on(*grounds: Color) -> Callable[[Color], bool]:
    """Whether a shape is seen on grounds, by its lightness or by its hue."""
    least, apart = _SEEN_BY_HUE

    def seen(color: Color, ground: Color) -> bool:
        ratio = contrast(color, ground)
        return ratio >= SEEN or (ratio >= least and difference(color, ground) >= apart)

    return lambda color: all(seen(color, ground) for ground in grounds)


def _vivid(color: Color) -> bool:
    return color.chroma >= _COLOURFUL


def _stands_out(palette: Mapping[str, Color], roles: Mapping[str, str]) -> bool:
    """Whether the accent is seen on both grounds that most art stands on."""
    grounds = [palette[roles[role]] for role in ("background", "primary")]
    return _seen_on(*grounds)(palette[roles["accent"]])


def _deepened(of: _Choice) -> Color:
    """The accent as a ground: a shade of it, where light words nearly can be read and dark ones hardly."""
    dark, light = sorted((of["foreground"], of["background"]), key=lambda color: color.luminance)
    near = READABLE_LARGE <= contrast(of["accent"], light) < READABLE
    if not near or contrast(of["accent"], dark) >= INK:
        return of["accent"]
    return readable_like(of["accent"], light, READABLE)


def _told_apart(own: Color, grounds: Sequence[Color], of: _Choice) -> Color:
    """A ground as it is, if it looks like none of others; else one that does not, and that is read as words.

    That is the foreground, if it is dark and has a hue, or the most vivid of tints and shades of what the
    brand has that are far enough from the others, or nearly so; the ground as it is where none will do.
    """
    text = of["foreground"]

    def new(color: Color) -> bool:
        apart = all(difference(color, ground) >= _SIBLINGS for ground in grounds)
        return apart and contrast(color, of["background"]) >= READABLE

    if all(difference(own, ground) >= _NEW for ground in grounds):
        return own
    sources = dict.fromkeys(of[role] for role in ("primary", "accent", "secondary") if role in of)
    tints = (color.tint(of["background"], share) for color in sources for share in _OWN)
    shades = (color.mix(_BLACK, share) for color in sources for share in _OWN)
    usual = [color for color in (*tints, *shades) if new(color) and not color.is_brown]
    usual.sort(key=lambda color: -color.chroma)

    def least(color: Color) -> int:
        return min(_APART, *(difference(color, ground) for ground in grounds))

    dark = text.luminance < of["background"].luminance and text.chroma >= _TINGED
    return text if dark and new(text) else max(usual, key=least, default=own)


def _surface(of: _Choice) -> Color:
    """White, if the brand has it and a light background; else the background."""
    light = of["background"].luminance > of["foreground"].luminance
    return _WHITE if light and _WHITE in of.colors else of["background"]


def _accent(of: _Choice) -> Color:
    """The most vivid colour that is seen on both grounds; else a blend of them."""
    grounds = (of["background"], of["primary"])
    seen = of.vivid(_seen_on(*grounds))
    if not seen and _seen_on(*grounds)(of["secondary"]):
        return of["secondary"]
    return next(iter(seen), of["primary"].tint(of["background"], _BLEND))


def _soft(of: _Choice, *roles: str) -> Color:
    """A quiet colour that is nearly the background, a grey last; else a tint of a role's that looks new.

    Tints of greys come last, and dark ones of yellow and orange, which are brown.
    """
    text, ground = of["foreground"], of["background"]

    def near(color: Color) -> bool:
        return contrast(color, text) >= INK and contrast(color, ground) < 2

    spare = of.spare(near, lambda color: _TINGED <= color.chroma <= _QUIET)
    greys = [color for color in of.colors if color.chroma < _TINGED and near(color)]
    spare += [grey for grey in greys if of.looks_new(grey, _PAPER)]
    papers = [grey for grey in greys if all(difference(grey, one) >= _PAPER for one in (ground, _WHITE))]
    darker = (grey.mix(_BLACK, share) for grey in papers for share in _GREYER)
    spare += [grey for grey in darker if of.is_stark and of.looks_new(grey) and near(grey)]
    usual = sorted((_tint(of, role) for role in roles), key=_muddy)
    deeper = (of[role].tint(ground, share) for role in roles for share in _DEEPER)
    tints = sorted((*usual, *deeper), key=_muddy)
    apart = (tint for tint in tints if of.looks_new(tint) and difference(tint, of["accent"]) >= _NEW)
    new = (tint for tint in apart if _against(READABLE, text)(tint))
    return next(iter(spare), next(new, usual[0]))


def _muddy(color: Color) -> bool:
    return color.chroma < _TINGED or color.is_brown


def _tint(of: _Choice, role: str) -> Color:
    """The strongest tint of a role's colour on which that can be read, or the strongest of all."""
    tints = [of[role].tint(of["background"], share) for share in _SOFT]
    return next((tint for tint in tints if contrast(of[role], tint) >= READABLE), tints[0])


def _accent_soft(of: _Choice) -> Color:
    """A companion of the more vivid of accent and primary: of the primary one, if events have the other."""
    roles = sorted(("accent", "primary"), key=lambda role: -of[role].chroma)
    if of["accent"] == of["secondary"] and of["primary"].chroma >= _TINGED:
        roles = ["primary", "accent"]
    return _soft(of, *roles)


def _highlight(of: _Choice) -> Color:
    """The most vivid colour that is read on the primary one; else what is made out there, at best.

    That is the accent, another vivid colour, a tint of them, the accent where its hue tells it apart, a
    quiet colour that is left, or a tint that no other ground has; else the accent's companion.
    """
    if of.is_stark and _against(READABLE_LARGE, of["primary"])(of["accent"]):
        return of["accent"]  # a tint of red is a new hue
    read, made_out, seen = (_against(ratio, of["primary"]) for ratio in (READABLE, READABLE_LARGE, SEEN))
    own = [of[role] for role in ("accent", "secondary") if of[role].chroma >= _TINGED][:1]
    hues = [of[role] for role in ("accent", "secondary", "tertiary") if of[role].chroma >= _TINGED]

    def carries(color: Color) -> bool:
        return any(contrast(color, of[words]) >= READABLE for words in ("foreground", "background"))

    tints = (color.tint(of["background"], share) for color in hues for share in _CALLING)
    found = (tint for tint in tints if seen(tint) and carries(tint) and not tint.is_brown)
    new = [tint for tint in found if of.looks_new(tint)]
    new.sort(key=lambda tint: not of.looks_new(tint, _TOLD_APART))
    usual = (
        *of.vivid(read),
        *(color for color in hues[2:] if made_out(color) and carries(color) and _vivid(color)),
        *(color for color in own if made_out(color) and carries(color) and of.looks_new(color)),
        *of.vivid(seen),
        *(tint for tint in new if made_out(tint)),
        *of.spare(seen, carries, of.looks_new, lambda color: not _muddy(color)),
        *(tint for tint in new if of.looks_new(tint, _TOLD_APART)),
        *(color for color in own if made_out(color) and carries(color)),
        *(color for color in own if _seen_on(of["primary"])(color) and _vivid(color) and carries(color)),
        *(tint for tint in _quieter(of) if seen(tint) and carries(tint) and of.looks_new(tint)),
    )
    return next(iter(usual), of["accent-soft"])


def _quieter(of: _Choice) -> Iterator[Color]:
    """Tints of what the brand has, greys too, so that siblings have grounds of their own."""
    roles = ("accent", "secondary", "primary")
    tints = (of[role].tint(of["background"], share) for share in (*_CALLING, *_SOFT) for role in roles)
    return (tint for tint in tints if not tint.is_brown)


# In the order in which they are chosen: what is sure first.
_CHOICES: Mapping[str, Callable[[_Choice], Color]] = {
    "surface": _surface,
    "accent": _accent,
    "accent-soft": _accent_soft,
    "secondary-soft": lambda of: _soft(of, "secondary", "tertiary", "primary", "accent"),
    "highlight": _highlight,
}
