"""The accents of a slides' theme, which charts take in their order: series are told apart, and from paper."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from builder.brand.officetheme import SLOTS
from builder.brand.roles import GIVING_WAY, INK, lost
from builder.color import READABLE_LARGE, Color, contrast, difference, parse_color, readable_like

_ACCENTS = tuple(slot for slot in SLOTS if slot.startswith("accent"))
_MARKS = "accent2"  # what bullets are painted in
_APART = 60  # of 255: colours that nobody takes for each other in a legend
_LIGHTER, _DARKER = (0.2, 0.35, 0.5, 0.65), (0.25, 0.4, 0.55)  # of the ground or of black, in shades
_BLACK = Color(0, 0, 0)


def color_in(palette: Mapping[str, Color], name: str) -> Color:
    """The colour of a theme's slot: of the palette, or a shade that is made for it."""
    return palette[name] if name in palette else parse_color(name)


def told_apart(
    theme: Mapping[str, str],
    written: Mapping[str, str],
    roles: Mapping[str, str],
    palette: Mapping[str, Color],
    swapped: Collection[str] = (),
) -> dict[str, str]:
    """The theme with accents that tell series apart, those that are seen on its ground first.

    That is a contrast of 3:1 (WCAG 2.2, 1.4.11). Roles that have one colour leave their slots to others of
    the brand, or to shades; a pale one goes to `lt2` if that is `lt1` again. Each colour keeps a slot,
    accent2 its own, and colours that are written by their names stay where they are. Of `swapped` ones each
    stands in for the other on some ground, as accents can.
    """
    return _Accents(theme, written, roles, palette).arranged(swapped)


class _Accents:
    def __init__(
        self,
        theme: Mapping[str, str],
        written: Mapping[str, str],
        roles: Mapping[str, str],
        palette: Mapping[str, Color],
    ) -> None:
        self._theme, self._roles, self._palette = dict(theme), roles, palette
        self._free = [slot for slot in _ACCENTS if slot != _MARKS and written[slot] in roles]
        self._ground, self._text = self._color(theme["lt1"]), self._color(theme["dk1"])
        self._second = written["lt2"] in roles and self._color(theme["lt2"]) == self._ground

    def arranged(self, swapped: Collection[str]) -> dict[str, str]:
        """The theme, in the order in which charts take its accents."""
        kept = [self._theme[slot] for slot in _ACCENTS if slot not in self._free]
        own = list(self._own(kept))
        quiet = [name for name in own if self._second and name not in swapped and self._quiet(name)]
        if quiet:
            palest = min(quiet, key=lambda name: contrast(self._color(name), self._ground))
            self._theme["lt2"] = palest
            own.remove(palest)
        seen = [name for name in own if self._seen(self._color(name))]
        apart = list[str]()
        for name in seen:
            if self._apart(self._color(name), [*kept, *apart]):
                apart.append(name)
        made = list[str]()
        while len(made) < len(self._free) - len(own):
            made.append(self._new([*kept, *own, *made]))
        far = [name for name in made if self._apart(self._color(name), [*kept, *apart])]
        rest = [name for name in (*made, *seen) if name not in (*apart, *far)]
        pale = [name for name in own if name not in seen]
        self._theme |= dict(zip(self._free, (*apart, *far, *rest, *pale), strict=True))
        return self._theme

    def _own(self, kept: Sequence[str]) -> Iterator[str]:
        """The accents that may move, each colour once, without those of paper."""
        taken = [self._color(name) for name in kept]
        papers = [self._color(self._theme[slot]) for slot in ("lt1", "lt2")]
        for slot in self._free:
            color = self._color(self._theme[slot])
            if color not in taken and color not in papers:
                taken.append(color)
                yield self._theme[slot]

    def _new(self, taken: Sequence[str]) -> str:
        """A colour of the brand that is none of these and told apart from them, or the shade that is best."""
        colors = [self._color(name) for name in taken if self._seen(self._color(name))]
        named = (self._roles[role] for role in ("primary", "secondary", "tertiary", *GIVING_WAY))
        for name in (*named, *(each for each in self._palette if each not in self._roles)):
            if self._seen(self._color(name)) and self._apart(self._color(name), taken):
                return name
        shades = list(dict.fromkeys(shade for shade in self._shades() if self._seen(shade)))
        hued = [shade for shade in shades if not shade.is_brown]
        others = (*colors, self._text)
        return max(hued or shades, key=lambda shade: min(difference(shade, each) for each in others)).hex

    def _shades(self) -> Iterator[Color]:
        """Of each role's colour: the nearest that is seen, lighter and darker ones."""
        for role in ("primary", "secondary", "tertiary", *GIVING_WAY):
            color = self._palette[self._roles[role]]
            yield readable_like(color, self._ground, READABLE_LARGE)
            yield from (color.mix(self._ground, share) for share in _LIGHTER)
            yield from (color.mix(_BLACK, share) for share in _DARKER)

    def _color(self, name: str) -> Color:
        return color_in(self._palette, name)

    def _seen(self, color: Color) -> bool:
        return contrast(color, self._ground) >= READABLE_LARGE

    def _apart(self, color: Color, others: Sequence[str]) -> bool:
        return all(difference(color, self._color(name)) >= _APART for name in others)

    def _quiet(self, name: str) -> bool:
        color = self._color(name)
        return contrast(color, self._text) >= INK and not lost(color, self._ground)
