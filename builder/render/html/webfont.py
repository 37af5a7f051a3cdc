"""Fonts inside a web page, cut down to the characters that it shows."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO

from builder.media import Font


def face(name: str, font: Font, text: str) -> str:
    """An @font-face rule with the glyphs of the text's characters; it leaves all others to other faces.

    It serves every weight: browsers are not to embolden it.
    """
    from fontTools import subset  # noqa: PLC0415  only pages need it
    from fontTools.ttLib import TTFont  # noqa: PLC0415  as above

    options = subset.Options(flavor="woff", hinting=False, notdef_outline=True, layout_features=["*"])
    with TTFont(font.path, recalcTimestamp=False) as source:
        covered = source.getBestCmap().keys() & {ord(character) for character in text}
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=covered)
        cutter.subset(source)
        source.flavor = "woff"
        out = BytesIO()
        source.save(out)
    data = b64encode(out.getvalue()).decode()
    shown = ", ".join(f"U+{code:X}" for code in sorted(covered)) or "U+0"
    return (
        f"@font-face {{ font-family: {name}; font-weight: 100 900; unicode-range: {shown}; "
        f'src: url("data:font/woff;base64,{data}") format("woff"); }}'
    )
