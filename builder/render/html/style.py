"""What the page's style is filled with: its colours, its fonts cut down to what it says, its type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from string import ascii_letters

from builder.content.page import Colors, Masthead, PageEdition
from builder.media import Font
from builder.record import Record, fields_of
from builder.render.html.webfont import WebFont, feature_settings, web_font
from builder.text.shaping import advance

_FALLBACK = {
    "display": "Georgia, serif",
    "text": "Verdana, Arial, sans-serif",
    "strong": "Verdana, Arial, sans-serif",
}
_SPARE = 1.04  # browsers round, and set the fonts behind the first as well


class Type(Record):
    """What one language is set in: font families by role, line heights as multiples of the size."""

    lang: str
    families: dict[str, str]
    features: Mapping[str, str]
    leading: float
    tight: float
    breadth: float  # em: of the theme's widest word, which no line parts


def hexes(colors: Colors | Masthead) -> Iterator[tuple[str, str]]:
    """Each colour's name in the style, and `#0a1b2c`."""
    return ((name.replace("_", "-"), getattr(colors, name).hex) for name in fields_of(colors))


def fonts(editions: tuple[PageEdition, ...], text: str) -> Iterator[WebFont]:
    """The fonts of the page; `text` has every character that they must draw."""
    named, characters = _named(editions).items(), "".join(set(text))
    return (web_font(name, font, _drawn(font, editions, characters)) for font, name in named)


def types(editions: tuple[PageEdition, ...]) -> Iterator[Type]:
    """The type of each language."""
    names = _named(editions)
    for edition in editions:
        families = {
            role: ", ".join((*(names[font] for font in getattr(edition.faces, role)), fallback))
            for role, fallback in _FALLBACK.items()
        }
        features = {role: feature_settings(getattr(edition.faces, role)) for role in _FALLBACK}
        faces = edition.faces
        yield Type(
            edition.lang, families, features, faces.leading, faces.display_leading, _breadth(edition)
        )


def _breadth(edition: PageEdition) -> float:
    font = next(iter(edition.faces.display), None)  # none: the browser's, whose widths nobody knows
    widths = (advance(word, font, edition.rtl, edition.lang) for word in edition.theme.split() if font)
    return round(max(widths, default=0.0) * _SPARE, 1) or 1.0


def _named(editions: Iterable[PageEdition]) -> dict[Font, str]:
    """Each font of the page once, under the name that the style calls it by."""
    fonts = dict.fromkeys(font for chain in _chains(editions) for font in chain)
    return {font: f"font-{number}" for number, font in enumerate(fonts, 1)}


def _drawn(font: Font, editions: Iterable[PageEdition], text: str) -> str:
    """The characters that a font draws: not Latin letters if there is a font for those behind it."""
    alone = any(chain[-1] == font for chain in _chains(editions) if font in chain)
    return text if alone else text.translate(dict.fromkeys(map(ord, ascii_letters)))


def _chains(editions: Iterable[PageEdition]) -> Iterator[tuple[Font, ...]]:
    for edition in editions:
        yield from (getattr(edition.faces, role) for role in _FALLBACK)
