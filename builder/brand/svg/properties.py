"""The CSS properties of a drawing: those that are drawn, those without effect, and what the others ask for.

A property that stands in none of these tables is a fault.
"""

from __future__ import annotations

import re

# Handed down to what stands within, with the value that holds where nobody says anything.
INHERITED = {
    "fill": "#000",
    "fill-rule": "nonzero",
    "fill-opacity": "1",
    "stroke": "none",
    "stroke-width": "1",
    "stroke-opacity": "1",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-miterlimit": "4",
    "stroke-dasharray": "none",
    "stroke-dashoffset": "0",
    "clip-rule": "nonzero",
    "color": "#000",
    "visibility": "visible",
    "paint-order": "normal",
    "marker-start": "none",
    "marker-mid": "none",
    "marker-end": "none",
    "image-rendering": "auto",
    "color-interpolation-filters": "linearRGB",
    "font-family": "",
    "font-size": "16.0",
    "font-weight": "400",
    "font-style": "normal",
    "letter-spacing": "0",
    "word-spacing": "0",
    "white-space": "normal",
    "text-anchor": "start",
    # Of these, text is drawn with the usual value alone.
    "writing-mode": "horizontal-tb",
    "text-decoration": "none",
    "text-decoration-line": "none",
    "baseline-shift": "baseline",
    "dominant-baseline": "auto",
    "alignment-baseline": "auto",
    "text-transform": "none",
    "font-variant": "normal",
    "font-variant-caps": "normal",
    "font-variant-ligatures": "normal",
    "font-variant-numeric": "normal",
    "font-variant-position": "normal",
    "font-kerning": "auto",
    "text-shadow": "none",
    "font-stretch": "normal",
    "font-feature-settings": "normal",
    "font-variation-settings": "normal",
    "direction": "ltr",
}
MARKERS = ("marker-start", "marker-mid", "marker-end")
BLENDS = {
    "normal", "multiply", "screen", "overlay", "darken", "lighten", "color-dodge", "color-burn", "hard-light",
    "soft-light", "difference", "exclusion", "hue", "saturation", "color", "luminosity",
}  # fmt: skip
# The words that a property has. Another one is void, as in browsers: what is inherited holds.
_WORDS = {
    "stroke-linecap": {"butt", "round", "square"},
    "stroke-linejoin": {"miter", "round", "bevel", "miter-clip", "arcs"},
}
_EVERYWHERE = {"inherit", "initial", "unset", "revert"}
OWN = {
    "opacity", "display", "clip-path", "mask", "overflow", "stop-color", "stop-opacity", "transform",
    "mask-type", "filter", "mix-blend-mode", "isolation", "flood-color", "flood-opacity",
}  # fmt: skip
# Attributes that are properties since SVG 2. In CSS they are a fault unless they say the same again.
GEOMETRY = {"x", "y", "width", "height", "cx", "cy", "r", "rx", "ry"}
# What would change the drawing and is not drawn, and the values that change nothing; None: all of them.
PLAIN: dict[str, frozenset[str] | None] = {
    **dict.fromkeys(
        (
            "vector-effect",
            "animation",
            "animation-name",
            "translate",
            "rotate",
            "scale",
            "offset-path",
            "backdrop-filter",
            "mask-image",
            "mask-border",
            "perspective",
        ),
        frozenset({"none"}),
    ),
    "clip": frozenset({"auto"}),
    "transform-origin": frozenset({"0 0", "0px 0px", "0", "left top", "top left"}),
    "stroke-alignment": frozenset({"center"}),
    "zoom": frozenset({"1", "normal"}),
    "content-visibility": frozenset({"visible"}),
    "color-interpolation": frozenset({"auto", "sRGB", "srgb"}),
    "mask-composite": frozenset({"add"}),
    "mask-mode": frozenset({"match-source", "luminance"}),
    "transform-box": None,
    "d": frozenset(),
    **dict.fromkeys(GEOMETRY, frozenset[str]()),
}
# Nothing of these shows in a drawing without text, filters or a page.
_HARMLESS = re.compile(
    r"-.*|font.*|text.*|letter-spacing|word-spacing|line-height|writing-mode|direction|unicode-bidi|"
    r"dominant-baseline|baseline-shift|alignment-baseline|white-space|enable-background|color-.*|"
    r"shape-rendering|solid-.*|shape-.*|inline-size|flood-.*|lighting-color|kerning|glyph-.*|"
    r"pointer-events|cursor|user-select|transition.*|will-change|block-progression|box-sizing|margin.*|"
    r"padding.*|background.*|position|vertical-align|max-.*|min-.*|outline.*|border.*|speak.*|"
    r"marker-knockout.*|order|float|flex.*|align.*|justify.*|content|quotes|tab-size|z-index|left|right|top|"
    r"bottom|csstext|aspect-ratio|viewbox|overflow-.*"
)
_OUTLINE_STROKE = (
    "turn the stroke into a path (Illustrator: Object > Path > Outline Stroke; "
    "Inkscape: Path > Stroke to Path; Figma: Outline stroke)"
)
_NO_EFFECT = (
    "take the effect off (Illustrator: Appearance panel; Inkscape: Filters > Remove Filters; Figma: Effects)"
)
_AT_EASE = "put it into the shapes (Inkscape: Save As > Optimized SVG; Illustrator: Object > Expand)"
_HINTS = {
    "filter": _NO_EFFECT,
    "backdrop-filter": _NO_EFFECT,
    "mix-blend-mode": "set the blending to Normal (Illustrator: Transparency panel; "
    "Inkscape: Fill and Stroke; Figma: Layer)",
    "vector-effect": _OUTLINE_STROKE,
    "stroke-alignment": _OUTLINE_STROKE,
    **dict.fromkeys(("animation", "animation-name"), "save one still picture of it"),
}


def is_void(name: str, value: str) -> bool:
    """Whether a property has no such word."""
    return name in _WORDS and value not in _WORDS[name] | _EVERYWHERE


def is_harmless(name: str) -> bool:
    """Whether a property, given as CSS, changes nothing of what is drawn."""
    return _HARMLESS.fullmatch(name) is not None and not prefixed(name)


def prefixed(name: str) -> str:
    """The property that a browser's own name of it means (`-webkit-mask`); nothing for any other name."""
    plain = name.removeprefix("-webkit-").removeprefix("-moz-")
    return plain if plain != name and (plain in INHERITED or plain in OWN or plain in PLAIN) else ""


def changes(name: str, value: str) -> bool:
    """Whether a property asks for something that is not drawn."""
    plain = PLAIN[name]
    return plain is not None and value not in plain


def hint_for(name: str) -> str:
    """What to do about a property that is not drawn."""
    return _HINTS.get(name, _AT_EASE)
