"""Colours written in numbers where names stand: the name that is nearest."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from builder.brand.roles import ON
from builder.color import Color, difference, parse_color

_BY_NAME = "colours go by role or name here"
_CALLED = re.compile(r"#|(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(", re.IGNORECASE)


def color_meant(written: str, names: Collection[str]) -> str:
    """What to write instead of a colour in numbers, or of one of CSS, that the brand has no name for."""
    known = names if isinstance(names, Mapping) else {}
    own = {name: each for name, each in known.items() if isinstance(each, Color) and not name.startswith(ON)}
    if not own:
        return ""
    try:
        color = parse_color(written)
    except ValueError:
        return _BY_NAME if _CALLED.match(written) else ""
    near = min(own, key=lambda name: difference(own[name], color))
    if own[near] == color:
        return f"{_BY_NAME}: write `{near}`, which is this one"
    return f"{_BY_NAME}: `{near}` ({own[near].hex}) is nearest; others join the palette of _brand.yml first"
