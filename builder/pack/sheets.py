"""Sheets of several designs: a poster and the strip at its foot, the panels of a leaflet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from builder.brand.uses import POSTER_FOOT, POSTER_LINES, TAB
from builder.content.frame import Frame, Path
from builder.content.recipe import Layout, Recipe
from builder.errors import Place
from builder.layout.canvas import Canvas
from builder.layout.sheetparts import Placed, on_one_sheet
from builder.media import Font, Image
from builder.pack.edition import Edition
from builder.pack.recipes import CardRecipe
from builder.record import Record, replace
from builder.source import Loc

# How wide and how high the strips at the foot of posters are, as shares of the sheet's width.
STRIPS: Mapping[str, tuple[float, float]] = {
    POSTER_FOOT: (1.0, 0.2),
    TAB: (0.28, 1 / 7),
    POSTER_LINES: (1.0, 0.32),
}


class Part(Record):
    """A design and where its canvas begins on the sheet, as `Placed` has it."""

    recipe: CardRecipe
    x: float
    y: float
    heard: bool = True
    upended: bool = False


@dataclass(frozen=True, kw_only=True)
class SheetRecipe(Recipe):
    """Designs on one sheet, in the order of reading, and lines over all of them."""

    parts: tuple[Part, ...]
    canvas: Canvas
    language: str
    rtl: bool
    lines: tuple[Path, ...] = ()
    origin: str = field(default="", repr=False, compare=False)  # what the lead calls it

    def lay_out(self) -> Layout:
        """A frame; what there is to say of a part has the part's number at the end of its path."""
        layouts = {part.recipe.digest: part.recipe.lay_out() for part in self._different}
        found = [layouts[part.recipe.digest] for part in self.parts]
        remarks = tuple(
            replace(remark, path=(*remark.path, self.parts.index(part)))
            for part in self._different
            for remark in layouts[part.recipe.digest].remarks
        )
        if not all(layout.sound for layout in found):
            return Layout(None, remarks)
        return Layout(self.of_parts([layout.content for layout in found]), remarks)

    def of_parts(self, frames: Sequence[Frame]) -> Frame:
        """The sheet with these frames of its parts, in their order."""
        placed = (
            Placed(frame, part.x, part.y, part.heard, part.upended)
            for frame, part in zip(frames, self.parts, strict=True)
        )
        frame = on_one_sheet(self.canvas, placed, self.language, rtl=self.rtl)
        return replace(frame, items=(*frame.items, *self.lines))

    @property
    def _different(self) -> tuple[Part, ...]:
        """The parts whose recipes differ, the first of each."""
        return tuple({part.recipe.digest: part for part in reversed(self.parts)}.values())[::-1]

    @property
    def where(self) -> str:
        """What the lead calls it."""
        return self.origin

    @property
    def media(self) -> tuple[Font | Image, ...]:
        """Those of its parts."""
        return tuple(dict.fromkeys(each for part in self._different for each in part.recipe.media))

    @property
    def photo(self) -> bool:
        """Whether a part of it shows a photograph."""
        return any(part.recipe.photo for part in self.parts)

    def drawn_by(self, part: str) -> Place | None:
        """The place in the first of its designs that draws it."""
        places = (each.recipe.drawn_by(part) for each in self.parts)
        return next((place for place in places if place), None)

    def locate(self, path: Loc) -> Loc:
        """As the part says."""
        return self.parts[int(path[-1])].recipe.locate(path[:-1])


def sheet_of(edition: Edition, parts: Iterable[Part], canvas: Canvas, origin: str) -> SheetRecipe:
    """The parts on a sheet."""
    return SheetRecipe(
        parts=tuple(parts), canvas=canvas, language=edition.language, rtl=edition.rtl, origin=origin
    )
