"""Elements that are passed over, since nothing of them shows, and those that are a fault."""

from __future__ import annotations

SILENT = {  # a script is told elsewhere
    "defs", "symbol", "clipPath", "mask", "linearGradient", "radialGradient", "pattern", "marker", "filter",
    "style", "title", "desc", "metadata", "view", "font", "font-face", "stop", "cursor", "color-profile",
    "solidColor", "hatch", "glyph", "script", "handler", "listener",
}  # fmt: skip
_ANIMATION = ("an animation", "save one still picture of it")
TEXT_TO_OUTLINES = (
    "turn the text into outlines (Illustrator: Type > Create Outlines; Inkscape: Path > Object to Path; "
    "Figma: Flatten)"
)
_TEXT = ("text", TEXT_TO_OUTLINES)
_ON_A_PATH = ("text on a path", TEXT_TO_OUTLINES)
_REFUSED = {
    "text": _TEXT,
    "flowRoot": _TEXT,
    "textPath": _ON_A_PATH,
    "foreignObject": (
        "what only a browser draws",
        "draw it as shapes (Figma writes conic gradients so: use linear or radial ones)",
    ),
    "pattern": (
        "a pattern",
        "draw its shapes (Illustrator: Object > Expand; Inkscape: Object > Pattern to Objects)",
    ),
    **dict.fromkeys(("animate", "animateTransform", "animateMotion", "animateColor", "set"), _ANIMATION),
}


def refused(name: str) -> tuple[str, str]:
    """What an element that is not drawn is called, and what to do about it."""
    unknown = (f"<{name[:30]}>, which is not known", "save it as plain SVG (Inkscape: Save As > Plain SVG)")
    return _REFUSED.get(name, unknown)
