"""The roles that colours play in designs, slides and art, and what plays them where a brand does not say.

A design that names roles serves any palette. `on-primary` is what can be read on `primary`; there is
one for each role and each colour.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from builder.color import READABLE, READABLE_LARGE, Color, contrast, difference, least_contrast, readable_like

# What each role is for, the format's own (brand.yml, "color") first.
ROLES: Mapping[str, str] = {
    "background": "the ground that most things stand on: messages, the infographic",
    "foreground": "text on light grounds, or on dark ones if the background is dark",
    "primary": "the campaign's own ground (announcement, poster, guide cover) and its headlines",
    "secondary": "a second ground (statistics), links, words that stand out",
    "tertiary": "a third ground (pledge), and words that stand out",
    "surface": "the plainest ground: slides, resources",
    "accent": "art and lines",
    "accent-soft": "its quiet companion: quotes, art's second colour, words on deep grounds",
    "secondary-soft": "a quiet ground beside `secondary`: events",
    "highlight": "what calls to act: buttons, days, numerals on deep grounds",
}
_GROUNDS = (
    "background",
    "primary",
    "secondary",
    "tertiary",
    "surface",
    "accent-soft",
    "secondary-soft",
)  # of cards
ON = "on-"  # before a name: what can be read on it

# What shapes are painted in, the first that is seen, where theirs is lost on the ground. The last two differ.
GIVING_WAY = ("accent", "accent-soft", "highlight", "secondary", "primary", "background", "foreground")

_INK = 7.0  # of contrast, from which a dark primary colour is read as easily as the text's (WCAG 2.2, 1.4.6)
_TOLD_APART = 48  # of 255: the least difference of two colours that have different parts to play
_NEW = 22  # of 255: the least difference of grounds that look like two
_LOST = 12  # of 255: two colours that differ less look the same
_SEEN = 1.5  # of contrast, below which a shape is faint on its ground
_SEEN_BY_HUE = (1.2, 128)  # of contrast and of 255, in one channel: yellow is seen on white
_COLOURFUL, _TINGED = 60, 20  # of 255, between a colour's largest channel and its least
_QUIET = 160  # of 255, between a colour's largest channel and its least: more is no quiet ground
_SOFT = (0.75, 0.8, 0.85, 0.9)  # of the background, in tints of a colour
_DEEPER = (0.6, 0.45)  # the same, where those of one colour look like another ground
_CALLING = (0.15, 0.3, 0.45, 0.6)  # the same, in what calls to act
_BLEND = 0.4  # of the background, in art of a brand that has one colour alone
_WHITE = Color(255, 255, 255)


@dataclass(frozen=True, slots=True)
class Faint:
    """A ground on which no colour of the brand can be read."""

    best: str  # of the colours that text may have
    ratio: float
    instead: Color  # the nearest that can be read


def with_all_roles(
    palette: dict[str, Color], given: Mapping[str, str], usual: Mapping[str, str]
) -> dict[str, str]:
    """The colour of each role: as it is given, or the palette's of that name, or what suits.

    `usual` are the roles of brand.yml, all of them. A colour that the palette lacks, such as a tint, joins
    it under the role's name.
    """
    roles = dict(usual) | {role: role for role in ROLES if role in palette and role not in given}
    if "accent" not in given and not _stands_out(palette, roles):
        del roles["accent"]
    if "tertiary" not in given and "tertiary" not in palette and roles["tertiary"] == roles.get("accent"):
        roles["tertiary"] = _named(_deepened(_Choice(palette, roles)), "tertiary", palette)
    for role, choose in _CHOICES.items():
        if role not in roles:
            roles[role] = _named(choose(_Choice(palette, roles)), role, palette)
    return roles


def with_words(
    palette: dict[str, Color], roles: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, Faint]]:
    """The roles and, for each of them and each colour, what is read on it; and where nothing is."""
    own = dict(palette)
    whole, faint = {name: name for name in own if name.startswith(ON)} | dict(roles), dict[str, Faint]()
    for name in (*roles, *own):
        word = f"{ON}{name}"
        if name.startswith(ON) or word in whole:
            continue
        ground = own[roles.get(name, name)]
        best = _on(ground, own, roles)
        ratio = contrast(own[best], ground)
        if ratio < READABLE:
            faint[name] = Faint(best, ratio, readable_like(own[best], ground, READABLE))
            best = _named(faint[name].instead, word, palette)
        whole[word] = best
    return whole, faint


def words_on(name: str, roles: Mapping[str, str]) -> str:
    """The role of words on a ground of this name."""
    own = f"{ON}{name}"
    return own if own in roles else f"{ON}{roles.get(name, name)}"


def words_on_all(names: Sequence[str], roles: Mapping[str, str], color: Callable[[str], Color]) -> str:
    """The role of words on a ground that has colours: of those on each, what is read best on all."""
    asked = [words_on(name, roles) for name in names]
    if not asked[1:]:
        return asked[0]
    return max(asked, key=lambda role: least_contrast(color(role), [color(name) for name in names]))


def lost(color: Color, ground: Color) -> bool:
    """Whether a shape cannot be told from what it stands on."""
    return difference(color, ground) < _LOST


def faint(color: Color, ground: Color) -> bool:
    """Whether a shape can hardly be made out on what it stands on."""
    return contrast(color, ground) < _SEEN


def _on(ground: Color, palette: Mapping[str, Color], roles: Mapping[str, str]) -> str:
    """The colour of text on a ground.

    A dark primary colour is read as ink is; else it is the foreground or the background, or what else the
    brand has if neither can be read.
    """
    primary = roles["primary"]
    if palette[primary].luminance < ground.luminance and contrast(palette[primary], ground) >= _INK:
        return primary
    usual = (roles["foreground"], roles["background"])
    for names in (usual, tuple(palette)):
        best = max(names, key=lambda name: contrast(palette[name], ground))
        if contrast(palette[best], ground) >= READABLE:
            return best
    return max(usual, key=lambda name: contrast(palette[name], ground))


def _named(color: Color, role: str, palette: dict[str, Color]) -> str:
    """The name of a colour, which joins the palette under its role's if it is new there."""
    known = next((name for name, each in palette.items() if each == color), role)
    palette.setdefault(known, color)
    return known


class _Choice:
    """The colours to choose from for a role: what is there, and what other roles have left."""

    def __init__(self, palette: Mapping[str, Color], roles: Mapping[str, str]) -> None:
        self._palette, self._roles = palette, roles

    def __getitem__(self, role: str) -> Color:
        return self._palette[self._roles[role]]

    @property
    def colors(self) -> list[Color]:
        """All colours, each once."""
        return list(dict.fromkeys(self._palette.values()))

    def looks_new(self, color: Color) -> bool:
        """Whether a ground can be told from those that other roles have."""
        return all(difference(color, self[role]) >= _NEW for role in self._roles if role in _GROUNDS)

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
        return ratio >= _SEEN or (ratio >= least and difference(color, ground) >= apart)

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
    if not near or contrast(of["accent"], dark) >= _INK:
        return of["accent"]
    return readable_like(of["accent"], light, READABLE)


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
    """A quiet colour that is nearly the background; else a tint of a role's, the first that looks new.

    Tints of greys come last, and dark ones of yellow and orange, which are brown.
    """
    text, ground = of["foreground"], of["background"]
    spare = of.spare(
        _against(_INK, text),
        lambda color: contrast(color, ground) < 2,
        lambda color: _TINGED <= color.chroma <= _QUIET,
    )
    usual = sorted((_tint(of, role) for role in roles), key=_muddy)
    deeper = (of[role].tint(ground, share) for role in roles for share in _DEEPER)
    tints = sorted((*usual, *deeper), key=_muddy)
    new = (tint for tint in tints if of.looks_new(tint) and _against(READABLE, text)(tint))
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
    read, made_out, seen = (_against(ratio, of["primary"]) for ratio in (READABLE, READABLE_LARGE, _SEEN))
    own = [of[role] for role in ("accent", "secondary") if of[role].chroma >= _TINGED][:1]
    hues = [of[role] for role in ("accent", "secondary", "tertiary") if of[role].chroma >= _TINGED]

    def carries(color: Color) -> bool:
        return any(contrast(color, of[words]) >= READABLE for words in ("foreground", "background"))

    tints = (color.tint(of["background"], share) for color in hues for share in _CALLING)
    usual = (
        *of.vivid(read),
        *(color for color in own if made_out(color) and carries(color)),
        *of.vivid(seen),
        *(tint for tint in tints if made_out(tint) and carries(tint) and of.looks_new(tint)),
        *(color for color in own if _seen_on(of["primary"])(color) and _vivid(color) and carries(color)),
        *of.spare(seen, carries, of.looks_new, lambda color: not _muddy(color)),
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
