"""Type: each style of cards and posters, and each language that the brand has fonts for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.brand.identity import Brand, Style
from builder.brandsheet.samples import TypeWords, type_words
from builder.content.look import Faces, Look, TypeStyle
from builder.content.story import Block, Columns, Definition, Definitions, Specimen
from builder.languages import likely_script, spoken_in
from builder.layout.fonts import font_chain
from builder.phrases.book import locale_of, shipped_languages
from builder.text.fallback import writes
from builder.text.scripts import SCRIPT_NAMES, script
from builder.text.typeface import typeface

_SCALE = 200.0  # pt: the short side of the canvas that sizes are shown for
_SMALL = 96.0  # the same in other languages
_LEAST = 9.0  # pt: smaller words would be no sample
_TALL, _TALLER = 0.84, 1.0  # of a font's own height: scripts with marks above and below need more than Latin


def scale(brand: Brand, look: Look, language: str) -> Iterator[Block]:
    """Each style with its measures, as large as on a canvas of a hand's width."""
    said = type_words(language)
    entries = (_style(brand, look, style, language, said) for style in brand.styles.values())
    yield Definitions(tuple(entries), whole=True)


def _style(brand: Brand, look: Look, style: Style, language: str, said: TypeWords) -> Definition:
    type_ = _type(brand, look, style, language, _SCALE)
    font = type_.faces.regular.fonts[0]
    spaced = f", spacing {_percent(style.tracking)} %" if style.tracking else ""
    note = (
        f"{font.family} {font.weight}\n"
        f"Size {_percent(style.least)} to {_percent(style.size)} %\n"
        f"Lines {style.leading:g}{spaced}"
    )
    return Definition(style.name, (Specimen(said.of(style.name, style.family), type_),), note)


def _percent(share: float) -> str:
    return f"{100 * share:.3g}".replace("-", "−")


def _type(brand: Brand, look: Look, style: Style, language: str, short: float) -> TypeStyle:
    chain = font_chain(brand, style.face, style.weight, language, features=style.all_features)
    size = max(style.size * short, _LEAST)
    spaced = script(likely_script(language)).spaced
    leading = size * max(style.leading, typeface(chain.fonts[0]).height * (_TALL if spaced else _TALLER))
    tracking = style.tracking if spaced else 0.0
    faces = Faces(chain, chain, chain, chain)
    color, caps = look.headings[0].color, style.caps == "upper"
    return TypeStyle(faces, size, leading, color, tracking=tracking, caps=caps)


def languages(brand: Brand, look: Look, own: str) -> Iterator[Block]:
    """Each other language that the program speaks, or that a script is known by, and the fonts have."""
    entries = tuple(_language(brand, look, tag) for tag in _spoken(brand) if tag != own.partition("-")[0])
    if entries:
        yield Definitions(entries, whole=True)


def _spoken(brand: Brand) -> Iterable[str]:
    """The languages of the program and of the brand, then one of each script that is in none of them."""
    named = (key for of_role in brand.families.values() for key in of_role if 2 <= len(key) <= 3)
    known = dict.fromkeys((*shipped_languages(), *brand.own_words, *named))
    written = [code for code in SCRIPT_NAMES if any(writes(font, code) for font in brand.fonts)]
    seen = {likely_script(tag) for tag in known}
    known |= dict.fromkeys(spoken_in(code) for code in reversed(written) if code not in seen)
    return (tag for tag in known if likely_script(tag) in written and _is_drawn(brand, tag))


def _is_drawn(brand: Brand, tag: str) -> bool:
    """Whether both headings and texts have letters of a language: one alone would leave the others blank."""
    chains = (font_chain(brand, role, 400, tag) for role in ("display", "text"))
    return all(any(writes(font, likely_script(tag)) for font in chain.fonts) for chain in chains)


def _language(brand: Brand, look: Look, language: str) -> Definition:
    locale, said = locale_of(language), type_words(language, brand.own_phrases(language).entries)
    styles = tuple(_told_apart(brand.styles.values()))
    parts = [
        tuple(_specimen(brand, look, style, language, said) for style in styles if style.family == family)
        for family in ("display", "text")
    ]
    families = dict.fromkeys(
        font_chain(brand, role, 400, language).fonts[0].family for role in ("display", "text")
    )
    note = f"{SCRIPT_NAMES[likely_script(language)]} script\n" + "\n".join(families)
    return Definition(locale.english_name or language, (Columns(tuple(parts)),), note)


def _told_apart(styles: Iterable[Style]) -> Iterator[Style]:
    """The styles that look different from all before them."""
    seen = set[tuple[object, ...]]()
    for style in styles:
        drawn = (style.family, style.face, style.all_features, style.caps, style.weight)
        key = (*drawn, style.size, style.leading, style.tracking)
        if key not in seen:
            seen.add(key)
            yield style


def _specimen(brand: Brand, look: Look, style: Style, language: str, said: TypeWords) -> Specimen:
    type_, text = _type(brand, look, style, language, _SMALL), said.of(style.name, style.family)
    rtl = locale_of(language).character_order == "right-to-left"
    return Specimen(text, type_, style.name, language, rtl)
