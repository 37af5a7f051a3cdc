"""The brand on paper: sheet, margins and type sizes, for PDF and Word alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from builder.brand.findings import Findings
from builder.geometry.box import mm
from builder.platforms.papers import SHEETS, Sheet
from builder.record import Record
from builder.source import Source
from builder.source.validate import did_you_mean

if TYPE_CHECKING:
    from builder.brand.brandfile import BrandFile, Margins

_BASE = 12.0  # pt of text, where a brand does not say
_LEADING, _TIGHT = 1.45, 1.15  # lines of text and of headings, as multiples of their size
# The sizes of the roles of text, as multiples of the text's.
_SCALE: Mapping[str, float] = {
    "lead": 15 / 12,
    "note": 10.5 / 12,
    "kicker": 10.5 / 12,
    "label": 1.0,
    "foot": 10 / 12,
    "chapter": 30 / 12,
    "section": 19 / 12,
    "part": 14.5 / 12,
    "figure": 60 / 12,
    "quote": 21 / 12,
}
# The margins of a sheet 210 × 297 mm; those of others are in proportion.
_MARGINS: Mapping[str, float] = {"top": 18.0, "bottom": 20.0, "outer": 16.0, "inner": 15.2, "hanging": 38.0}
_USUAL = "A4"
_LEAST_COLUMN = 40.0  # mm: a narrower column holds no sentence


class Edges(Record):
    """The margins of a page, in pt."""

    top: float
    bottom: float
    outer: float  # where lines end
    inner: float  # where lines start, before the hanging margin
    hanging: float  # from there to the text: terms and small pictures hang in it


class Paper(Record):
    """What the brand's documents are printed on, and how large their text is."""

    sheet: Sheet
    edges: Edges
    size: float  # pt of text
    leading: float  # from line to line of text, as a multiple of its size
    tight: float  # the same of headings
    weights: tuple[int, int]  # of text and of headings
    points: Mapping[str, float]  # by role of text (lead, note, chapter, …)

    @property
    def across(self) -> float:
        """From margin to margin: the column of text and the hanging margin beside it, in pt."""
        return self.sheet.width - self.edges.outer - self.edges.inner

    def share(self, length: float) -> float:
        """A length that suits the width of A4, in proportion to this sheet's, in pt."""
        return length * self.sheet.width / SHEETS[_USUAL].width


def read_paper(file: BrandFile, source: Source, findings: Findings) -> Paper:
    """The brand's paper; what is wrong with it is noted, and the usual taken."""
    own, type_ = file.defaults.packbuild.paper, file.typography
    sheet = SHEETS.get(own.size)
    loc = ("defaults", "packbuild", "paper")
    if sheet is None:
        hint = did_you_mean(own.size, SHEETS) or f"one of {', '.join(SHEETS)}"
        findings.fault(source.place((*loc, "size")), f"there is no paper `{own.size}`", hint)
        sheet = SHEETS[_USUAL]
    for role in own.points:
        if role not in _SCALE:
            hint = did_you_mean(role, _SCALE) or f"the roles are {', '.join(_SCALE)}"
            findings.fault(source.place((*loc, "points", role)), f"no text on paper is a `{role}`", hint)
    size = type_.base.size or _BASE
    paper = Paper(
        sheet=sheet,
        edges=_edges(own.margins, sheet),
        size=size,
        leading=type_.base.line_height or _LEADING,
        tight=type_.headings.line_height or _TIGHT,
        weights=(type_.base.weight or 400, type_.headings.weight or 600),
        points={role: own.points.get(role, size * share) for role, share in _SCALE.items()},
    )
    room = sheet.width - paper.edges.outer - paper.edges.inner - paper.edges.hanging
    if room < mm(_LEAST_COLUMN):
        message = f"these margins leave {room / mm(1):.0f} mm for a line of text on {sheet.title}"
        hint = f"narrow them until it has {_LEAST_COLUMN:.0f} mm at least"
        findings.fault(source.place((*loc, "margins")), message, hint)
    return paper


def _edges(own: Margins, sheet: Sheet) -> Edges:
    usual = SHEETS[_USUAL]
    across, down = sheet.width / usual.width, sheet.height / usual.height

    def edge(side: str, share: float) -> float:
        given: float | None = getattr(own, side)
        return mm(given if given is not None else _MARGINS[side] * share)

    return Edges(
        top=edge("top", down),
        bottom=edge("bottom", down),
        outer=edge("outer", across),
        inner=edge("inner", across),
        hanging=edge("hanging", across),
    )
