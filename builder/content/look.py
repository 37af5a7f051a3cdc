"""The look that a story is set in: its page, its type, its colours."""

from __future__ import annotations

from builder.color import Color
from builder.content.frame import Frame
from builder.media import FontChain
from builder.record import Record


class Faces(Record):
    """The fonts of one role, by weight and slope."""

    regular: FontChain
    bold: FontChain
    italic: FontChain
    bold_italic: FontChain

    def pick(self, bold: bool = False, italic: bool = False) -> FontChain:
        """The fonts of a weight and a slope."""
        if italic:
            return self.bold_italic if bold else self.italic
        return self.bold if bold else self.regular


class TypeStyle(Record):
    """How one role of text is set: sizes in pt, letter-spacing in em."""

    faces: Faces
    size: float
    leading: float
    color: Color
    bold: bool = False
    tracking: float = 0.0
    caps: bool = False  # whether it is drawn in capitals


_SLOT = Color(255, 236, 179)


class Office(Record):
    """What a word processor sets a story in: fonts that every Office has, and colours to choose from."""

    name: str = "Plain"
    display: str = "Georgia"
    text: str = "Arial"
    complex: str = "Arial"  # for the story's script, if it is none that the other two have
    leading: float = 1.28  # of text, as a multiple of the font's own
    accents: tuple[Color, ...] = ()  # six at most
    slot: Color = _SLOT  # the ground of what a partner fills in


class Look(Record):
    """What a story looks like: the page in pt, type styles by role, colours."""

    width: float
    height: float
    top: float  # margins
    bottom: float
    outer: float  # the margin at the side where lines end
    hang: float  # from where lines start to the text: the hanging margin lies in it
    inner: float  # the margin at the side where lines start, before the hanging margin
    grid: float  # from baseline to baseline of the text
    text: TypeStyle
    lead: TypeStyle
    note: TypeStyle
    kicker: TypeStyle
    headings: tuple[TypeStyle, ...]  # by level, from 1
    figure: TypeStyle  # the value of a pull figure
    quote: TypeStyle
    label: TypeStyle  # a card's platform, a table's header, a term
    foot: TypeStyle
    paper: Color
    accent: Color  # figures, kickers, marks of lists
    link: Color
    panel: Color  # the ground of cards and callouts
    rule: Color
    tails: tuple[tuple[Frame, ...], ...] = ()  # art for pages left half empty, in turn: high and low
    head: Frame | None = None  # art for the upper edge of pages that a word processor sets
    office: Office = Office()
