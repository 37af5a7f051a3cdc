"""What a page that shows colours and type is dressed in: a class for each, the fonts that its words need."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from builder.color import Color
from builder.content.look import TypeStyle
from builder.content.story import Specimen
from builder.media import Font
from builder.render.html.webfont import WebFont, feature_settings, web_font
from builder.text.fallback import choose


class Dress:
    """The classes that a page has asked for so far; a template asks, the style sheet lists them afterwards.

    A page may have no `style` attributes, which its policy forbids.
    """

    def __init__(self) -> None:
        self._rules: dict[str, str] = {}
        self._fonts: dict[Font, set[str]] = {}

    def ground(self, color: Color) -> str:
        """The class of what stands on a colour."""
        return self._named(f"on-{color.hex[1:].lower()}", f"background: {color.hex}")

    def ink(self, color: Color) -> str:
        """The class of words in a colour."""
        return self._named(f"in-{color.hex[1:].lower()}", f"color: {color.hex}")

    def shape(self, width: float, height: float) -> str:
        """The class of what has these proportions, and takes its share of a row."""
        ratio = f"{width / height:.3f}".rstrip("0").rstrip(".")
        return self._named(f"as-{ratio.replace('.', '-')}", f"aspect-ratio: {ratio}; --wide: {ratio}")

    def type(self, specimen: Specimen) -> str:
        """The class of words in a type."""
        style = specimen.style
        families = self._families(specimen.text, style)
        spaced = f"; letter-spacing: {style.tracking:g}em" if style.tracking else ""
        look = f"font-size: {style.size / 12:.3f}rem; line-height: {style.leading / style.size:.3f}{spaced}"
        look += "; text-transform: uppercase" if style.caps else ""
        features = feature_settings(style.faces.pick(style.bold).fonts)
        look += f"; font-feature-settings: {features}" if features != "normal" else ""
        rule = f"font-family: {families}; {look}; color: {style.color.hex}"
        known = next((name for name, each in self._rules.items() if each == rule), "")
        return known or self._named(f"type-{len(self._rules)}", rule)

    def font(self, style: TypeStyle, text: str) -> str:
        """The families of a style for all of a text."""
        return self._families(text, style)

    def rules(self) -> Iterator[tuple[str, Markup]]:
        """Each class and what it says."""
        # markup by right: of numbers, colours and tags of features, which stand in quotation marks
        return ((name, Markup(rule)) for name, rule in self._rules.items())

    def fonts(self) -> Iterator[WebFont]:
        """The fonts, cut to what they draw."""
        return (
            web_font(_name(number), font, "".join(sorted(text)))
            for number, (font, text) in enumerate(self._fonts.items())
        )

    def _families(self, text: str, style: TypeStyle) -> str:
        chain = style.faces.pick(style.bold)
        used = dict.fromkeys(choose(text, chain)) or dict.fromkeys(chain.fonts[:1])
        for font in used:
            self._fonts.setdefault(font, set()).update(text)
        names = [_name([*self._fonts].index(font)) for font in used]
        return ", ".join((*names, "sans-serif"))

    def _named(self, name: str, rule: str) -> str:
        self._rules[name] = rule
        return name


def _name(number: int) -> str:
    return f"font-{number + 1}"
