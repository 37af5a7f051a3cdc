"""The fonts of slides: those that every Office has, or the brand's own to be embedded."""

from __future__ import annotations

from collections.abc import Iterator

from builder.brand.embedding import terms
from builder.brand.identity import Brand
from builder.brand.slides import SlideSet
from builder.content.deck import EmbeddedFont, FontStyle, OfficeTheme
from builder.languages import likely_script
from builder.layout.fonts import font_chain
from builder.layout.slides.colors import theme_colors
from builder.media import Font

_HEADING, _TEXT = ("display", 600), ("text", 400)  # role and weight
_HEAVY = 600  # OpenType's semi-bold, which is nearer to bold than to regular
_STYLES: dict[tuple[bool, bool], FontStyle] = {
    (False, False): "regular",
    (True, False): "bold",
    (False, True): "italic",
    (True, True): "boldItalic",
}


def slide_theme(brand: Brand, slides: SlideSet, language: str) -> OfficeTheme:
    """The theme of slides in a language."""
    plain = OfficeTheme(
        name=brand.name,
        colors=theme_colors(brand, slides),
        heading=brand.office.display,
        text=brand.office.text,
        complex=_complex(slides, language),
        scripts=tuple(slides.scripts.items()),
        named=tuple(brand.palette.items()),
    )
    return _embedding(plain, brand, language) if slides.embed_fonts else plain


def heavy_headings(brand: Brand, slides: SlideSet, language: str) -> bool:
    """Whether headings are bold as the brand's are: in fonts of Office, of which the language's has bold.

    Those that a single language names (`languages:`), such as Urdu Typesetting, mostly have none.
    """
    own = language.split("-")[0] in slides.languages
    return brand.styles["display"].weight >= _HEAVY and not (slides.embed_fonts or own)


def _complex(slides: SlideSet, language: str) -> str:
    own = slides.languages.get(language.split("-")[0])
    return own.font if own else slides.scripts.get(likely_script(language), slides.complex)


def _embedding(theme: OfficeTheme, brand: Brand, language: str) -> OfficeTheme:
    own = likely_script(language)
    scripts = ("Latn",) if own == "Latn" else ("Latn", own)
    headings = [font_chain(brand, *_HEADING, language).of(script)[0] for script in scripts]
    texts = [font_chain(brand, *_TEXT, language).of(script)[0] for script in scripts]
    families = {terms(font).typeface: font for font in (*headings, *texts)}
    return OfficeTheme(
        name=theme.name,
        colors=theme.colors,
        heading=terms(headings[0]).typeface,
        text=terms(texts[0]).typeface,
        complex=terms(texts[1]).typeface if texts[1:] else theme.complex,
        complex_heading=terms(headings[1]).typeface if headings[1:] else "",
        scripts=theme.scripts,
        named=theme.named,
        embedded=tuple(EmbeddedFont(name, tuple(_faces(name, brand))) for name in families),
    )


def _faces(typeface: str, brand: Brand) -> Iterator[tuple[FontStyle, Font]]:
    faces = {_STYLES[terms(font).bold, terms(font).italic]: font for font in _named(typeface, brand)}
    yield from ((style, faces[style]) for style in _STYLES.values() if style in faces)


def _named(typeface: str, brand: Brand) -> Iterator[Font]:
    return (font for font in brand.fonts if terms(font).typeface == typeface)
