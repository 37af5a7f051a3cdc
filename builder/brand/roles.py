"""The roles that colours play in designs, slides and art, and the words that are read on each.

A design that names roles serves any palette. `on-primary` is what can be read on `primary`; there is
one for each role and each colour.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from builder.color import READABLE, Color, contrast, difference, least_contrast, readable_like
from builder.record import Record

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
ON = "on-"  # before a name: what can be read on it

# Colours that shapes of art ask for to be seen; the others are meant to be quiet.
STRONG = ("foreground", "primary", "secondary", "tertiary", "accent", "highlight")

# What shapes are painted in, the first that is seen, where theirs is lost on the ground. The last two differ.
GIVING_WAY = ("accent", "accent-soft", "highlight", "secondary", "primary", "background", "foreground")

INK = 7.0  # of contrast, from which a dark primary colour is read as easily as the text's (WCAG 2.2, 1.4.6)
_LOST = 12  # of 255: two colours that differ less look the same
_QUIET = 30  # the same: a pale form that differs less from what it stands on is not looked at
SEEN = 1.5  # of contrast, below which a shape is faint on its ground


class Faint(Record):
    """A ground on which no colour of the brand can be read."""

    best: str  # of the colours that text may have
    ratio: float
    instead: Color  # the nearest that can be read


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
            best = named_color(faint[name].instead, word, palette)
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


def quiet(color: Color, ground: Color) -> bool:
    """Whether nobody looks at a shape on what it stands on, as at a pale disc on white."""
    return difference(color, ground) < _QUIET


def faint(color: Color, ground: Color) -> bool:
    """Whether a shape can hardly be made out on what it stands on."""
    return contrast(color, ground) < SEEN


def _on(ground: Color, palette: Mapping[str, Color], roles: Mapping[str, str]) -> str:
    """The colour of text on a ground.

    A dark primary colour is read as ink is; else it is the foreground or the background, or what else the
    brand has if neither can be read.
    """
    primary = roles["primary"]
    if palette[primary].luminance < ground.luminance and contrast(palette[primary], ground) >= INK:
        return primary
    usual = (roles["foreground"], roles["background"])
    for names in (usual, tuple(palette)):
        best = max(names, key=lambda name: contrast(palette[name], ground))
        if contrast(palette[best], ground) >= READABLE:
            return best
    return max(usual, key=lambda name: contrast(palette[name], ground))


def named_color(color: Color, role: str, palette: dict[str, Color]) -> str:
    """The name of a colour, which joins the palette under its role's if it is new there."""
    known = next((name for name, each in palette.items() if each == color), role)
    palette.setdefault(known, color)
    return known
