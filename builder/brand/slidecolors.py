"""The colours of slides: all of them the theme's, and words in those that can be read on their ground."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from builder.brand.contrasts import Words
from builder.brand.designfaults import BrandNames
from builder.brand.officetheme import LINKS, SLOTS
from builder.brand.roles import lost, words_on
from builder.brand.slideaccents import color_in, told_apart
from builder.brand.slideboxes import SlideBox
from builder.brand.slides import Ground, Narrow, SlideDesign, SlideSet, text_color
from builder.color import READABLE, READABLE_LARGE, Color, contrast
from builder.source import Loc

_LARGE = 18.0  # pt: WCAG 2.2 asks 3:1 from here, 4.5:1 below
_GIVING_WAY = tuple(slot for slot in reversed((*SLOTS, *LINKS)) if slot[:2] not in ("dk", "lt"))
_WORDLESS = ("photo", "logo", "chart", "figure", "code")


def designs_of(slides: SlideSet) -> Iterator[tuple[Loc, SlideDesign]]:
    """The master, each layout and what is otherwise of it on a 4:3 slide, and where they stand."""
    layouts = ((("layouts", key), design) for key, design in slides.layouts.items())
    for loc, design in ((("master",), slides.master), *layouts):
        yield loc, design
        if design.narrow:
            yield (*loc, "narrow"), design.narrowed


def words_of(slides: SlideSet) -> Iterator[tuple[Loc, Words]]:
    """The words of all boxes, on their grounds."""
    for key, design in designs_of(slides):
        if ground := slides.grounds.get(design.ground):
            for number, box in enumerate(design.boxes):
                if box.holds not in _WORDLESS and (box.color or not box.on):  # on panels, what is read there
                    color = text_color(slides, design, box)
                    yield (*key, "boxes", number), Words(color, box.on or ground.fill, _needed(box))


def in_theme(slides: SlideSet, known: BrandNames) -> SlideSet:
    """The slides with the palette's names for all colours; roles that would be lost on a ground give way."""
    inks = _Inks(slides, known)
    grounds = {name: inks.ground(ground) for name, ground in slides.grounds.items()}
    layouts = {key: inks.design(design, slides) for key, design in slides.layouts.items()}
    return slides.model_copy(
        update={"theme": inks.shown, "grounds": grounds, "layouts": layouts}
        | {"master": inks.design(slides.master, slides)}
    )


class _Inks:
    def __init__(self, slides: SlideSet, known: BrandNames) -> None:
        self._known = known
        self.theme = {slot: self._called(color) for slot, color in slides.theme.items()}
        fills = [self._called(ground.fill) for ground in slides.grounds.values()]
        text = self._deepest(fills)
        self.theme |= {slot: text for slot, color in slides.theme.items() if color == "foreground"}
        for fill in fills:
            self._make_room(fill)
        swapped = {
            self._called(color)
            for ground in slides.grounds.values()
            for color in ground.instead
            if color in ground.instead.values()
        }
        self.shown = told_apart(self.theme, slides.theme, known.roles, known.palette, swapped)

    def _make_room(self, fill: str) -> None:
        """Give the ink of a ground on which nothing else is read the place of a colour that has two.

        It is the ink that cards take there. Visited links give way first.
        """
        ink, colors = self._called(words_on(fill, self._known.roles)), list(self.theme.values())
        twice = [slot for slot in _GIVING_WAY if colors.count(self.theme[slot]) > 1]
        if twice and self._ratio(self._best(fill), fill) < READABLE <= self._ratio(ink, fill):
            self.theme[twice[0]] = ink

    def _deepest(self, fills: Collection[str]) -> str:
        """The colour of text, as dark (or light) as the grounds ask for on which nothing else is read."""
        text, back = self._called("foreground"), self._called("background")
        faint = (fill for fill in fills if self._ratio(self._best(fill), fill) < READABLE)
        asked = [self._called(words_on(fill, self._known.roles)) for fill in faint]
        return max((text, *asked), key=lambda color: self._ratio(color, back))

    def _best(self, fill: str) -> str:
        """The theme's colour that is read best on a ground."""
        return max(self.theme.values(), key=lambda color: self._ratio(color, fill))

    def ground(self, ground: Ground) -> Ground:
        fill = self._called(ground.fill)
        text = self._words(ground.text, ground.fill)
        second = self._called(ground.second)
        seen = second in self.theme.values() and self._ratio(text, second) >= READABLE
        if ground.second in self._known.roles and not seen:
            second = fill
        return ground.model_copy(
            update={
                "fill": fill,
                "text": text,
                "title": self._words(ground.title, ground.fill, READABLE_LARGE),
                "second": second,
                "link": self._words(ground.link, ground.fill),
                "instead": self._instead(ground, fill),
            }
        )

    def design(self, design: SlideDesign, slides: SlideSet) -> SlideDesign:
        ground = slides.grounds[design.ground]
        changes = self._drawn(design, ground)
        if design.narrow:
            kept = design.narrow.model_fields_set
            own = {name: what for name, what in self._drawn(design.narrow, ground).items() if name in kept}
            changes["narrow"] = design.narrow.model_copy(update=own)
        return design.model_copy(update=changes)

    def _drawn(self, design: SlideDesign | Narrow, ground: Ground) -> dict[str, object]:
        """The boxes and the panels of a design."""
        panels = (
            panel.model_copy(update={"color": self._plate(panel.color, ground.fill)})
            for panel in design.panels
        )
        return {"boxes": tuple(self._box(box, ground) for box in design.boxes), "panels": tuple(panels)}

    def _box(self, box: SlideBox, ground: Ground) -> SlideBox:
        if box.on:
            plate = self._plate(box.on, ground.fill)
            color = self._words(box.color, plate, _needed(box)) if box.color else self._usual(plate)
            return box.model_copy(update={"on": plate, "color": color})
        if box.color and box.holds not in _WORDLESS:
            return box.model_copy(update={"color": self._words(box.color, ground.fill, _needed(box))})
        if box.color:
            return box.model_copy(update={"color": self._plate(box.color, ground.fill)})
        return box

    def _plate(self, asked: str, fill: str) -> str:
        """The colour of a panel; a role that would be lost on the ground gives way."""
        color, ground = self._called(asked), self._called(fill)
        if asked not in self._known.roles or not self._lost(color, ground):
            return color
        accents = (color for slot, color in self.theme.items() if slot.startswith("accent"))
        return next((each for each in accents if not self._lost(each, ground)), color)

    def _instead(self, ground: Ground, fill: str) -> dict[str, str]:
        """What stands for accents that are lost on a ground: what the file says, or the next that is not."""
        said = {self._called(old): self._called(new) for old, new in ground.instead.items()}
        accents = [color for slot, color in self.shown.items() if slot.startswith("accent")]
        seen = [color for color in accents if not self._lost(color, fill)]
        kept = {old: new for old, new in said.items() if not self._lost(new, fill)}
        faint = (old for old in accents if self._lost(old, fill) and old not in kept)
        return kept | {old: seen[0] for old in faint if seen}

    def _words(self, asked: str, fill: str, needed: float = READABLE) -> str:
        """The colour that words take which ask for one; a role that cannot be read gives way."""
        color, roles = self._called(asked), self._known.roles
        if asked not in roles or (color in self.theme.values() and self._ratio(color, fill) >= needed):
            return color
        return self._usual(fill)

    def _usual(self, fill: str) -> str:
        """The colour of words on a ground, if the theme has it."""
        usual = self._called(words_on(fill, self._known.roles))
        return usual if usual in self.theme.values() else self._best(fill)

    def _called(self, name: str) -> str:
        return self._known.roles.get(name, name)

    def _ratio(self, one: str, other: str) -> float:
        return contrast(self._color(one), self._color(other))

    def _lost(self, color: str, fill: str) -> bool:
        return lost(self._color(color), self._color(fill))

    def _color(self, name: str) -> Color:
        return color_in(self._known.palette, name)


def _needed(box: SlideBox) -> float:
    return READABLE_LARGE if box.least >= _LARGE else READABLE
