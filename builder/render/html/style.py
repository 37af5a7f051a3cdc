"""The page's style: its colours by day and by night, its fonts cut down to what it says, its sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from importlib.resources import files
from string import ascii_letters

from builder.content.page import Colors, Edition, Ground, Page
from builder.media import Font
from builder.render.html.webfont import face

_FALLBACK = {
    "display": "Georgia, serif",
    "text": "Verdana, Arial, sans-serif",
    "strong": "Verdana, Arial, sans-serif",
}


def style(page: Page, text: str) -> str:
    """CSS that needs no other file; `text` has every character that its fonts must draw."""
    editions = page.editions
    sheet = files("builder.render.html").joinpath("page.css").read_text(encoding="utf-8")
    day = f"color-scheme: light; --by-day: block; --by-night: none; {_values(page.light)}"
    night = f"color-scheme: dark; --by-day: none; --by-night: block; {_values(page.dark)}"
    parts = (
        *(face(name, font, _drawn(font, editions, text)) for font, name in _fonts(editions).items()),
        f":root {{ {_values(page.ground, 'ground-')} {day} }}",
        "@media screen and (prefers-color-scheme: dark) {",
        f"  :root:not([data-colors=light]) {{ {night} }}",
        "}",
        f"@media screen {{ :root[data-colors=dark] {{ {night} }} }}",
        *_type(editions),
        sheet,
    )
    return "\n".join(parts)


def _values(colors: Colors | Ground, prefix: str = "") -> str:
    return " ".join(
        f"--{prefix}{field.name.replace('_', '-')}: {getattr(colors, field.name).hex};"
        for field in fields(colors)
    )


def _fonts(editions: Iterable[Edition]) -> dict[Font, str]:
    """Each font of the page once, under the name that the style calls it by."""
    fonts = dict.fromkeys(font for chain in _chains(editions) for font in chain)
    return {font: f"font-{number}" for number, font in enumerate(fonts, 1)}


def _drawn(font: Font, editions: Iterable[Edition], text: str) -> str:
    """The characters that a font draws: not Latin letters if there is a font for those behind it."""
    alone = any(chain[-1] == font for chain in _chains(editions) if font in chain)
    return text if alone else text.translate(dict.fromkeys(map(ord, ascii_letters)))


def _chains(editions: Iterable[Edition]) -> Iterator[tuple[Font, ...]]:
    for edition in editions:
        yield from (getattr(edition.faces, role) for role in _FALLBACK)


def _type(editions: tuple[Edition, ...]) -> Iterator[str]:
    names = _fonts(editions)
    for place, edition in enumerate(editions):
        families = " ".join(
            f"--{role}: {', '.join((*(names[font] for font in getattr(edition.faces, role)), fallback))};"
            for role, fallback in _FALLBACK.items()
        )
        leading = f"--leading: {edition.faces.leading}; --tight: {edition.faces.display_leading};"
        # the first language's type is that of what stands around the languages, too
        selector = f":root, [lang='{edition.lang}']" if place == 0 else f"[lang='{edition.lang}']"
        yield f"{selector} {{ {families} {leading} }}"
