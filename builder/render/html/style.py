"""The page's style: its colours by day and by night, its fonts cut down to what it says, its sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from importlib.resources import files

from builder.media import Font
from builder.page import Colors, Edition, Ground, Page
from builder.render.html.webfont import face

_FALLBACK = {"display": "Georgia, serif", "text": "Verdana, Arial, sans-serif"}
_WEIGHTS = {"display": 600, "text": 400, "strong": 700}
_FAMILY = {"display": "display", "text": "text", "strong": "text"}  # the weights of a family share its name


def style(page: Page, text: str) -> str:
    """CSS that needs no other file; `text` has every character that its fonts must draw."""
    sheet = files("builder.render.html").joinpath("page.css").read_text(encoding="utf-8")
    day = f"color-scheme: light; --by-day: block; --by-night: none; {_values(page.light)}"
    night = f"color-scheme: dark; --by-day: none; --by-night: block; {_values(page.dark)}"
    parts = (
        *_faces(page.editions, text),
        f":root {{ {_values(page.ground, 'ground-')} {day} }}",
        "@media screen and (prefers-color-scheme: dark) {",
        f"  :root:not([data-colors=light]) {{ {night} }}",
        "}",
        f"@media screen {{ :root[data-colors=dark] {{ {night} }} }}",
        *_type(page.editions),
        sheet,
    )
    return "\n".join(parts)


def _values(colors: Colors | Ground, prefix: str = "") -> str:
    return " ".join(
        f"--{prefix}{field.name.replace('_', '-')}: {getattr(colors, field.name).hex};"
        for field in fields(colors)
    )


def _sets(editions: Iterable[Edition]) -> dict[object, int]:
    """The sets of fonts, numbered: languages of one script share theirs."""
    sets = dict.fromkeys(_fonts(edition) for edition in editions)
    return {fonts: number for number, fonts in enumerate(sets, 1)}


def _fonts(edition: Edition) -> tuple[tuple[Font, ...], ...]:
    return tuple(getattr(edition.faces, role) for role in _WEIGHTS)


def _faces(editions: tuple[Edition, ...], text: str) -> Iterator[str]:
    for fonts, number in _sets(editions).items():
        assert isinstance(fonts, tuple)
        for role, chain in zip(_WEIGHTS, fonts, strict=True):
            for font in chain:
                yield face(f"{_FAMILY[role]}-{number}", _WEIGHTS[role], font, text)


def _type(editions: tuple[Edition, ...]) -> Iterator[str]:
    numbers = _sets(editions)
    for place, edition in enumerate(editions):
        number = numbers[_fonts(edition)]
        families = " ".join(f"--{role}: {role}-{number}, {fallback};" for role, fallback in _FALLBACK.items())
        leading = f"--leading: {edition.faces.leading}; --tight: {edition.faces.display_leading};"
        # the first language's type is that of what stands around the languages, too
        selector = f":root, [lang='{edition.lang}']" if place == 0 else f"[lang='{edition.lang}']"
        yield f"{selector} {{ {families} {leading} }}"
