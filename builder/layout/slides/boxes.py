"""The boxes of a layout as placeholders: where they stand, what they hold, how Office counts them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import cast

from builder.brand.identity import Brand
from builder.brand.photouse import Formed
from builder.brand.slideareas import LINE_ENDS, SlideArea, areas
from builder.brand.slideboxes import SlideBox
from builder.brand.slides import SlideDesign, SlideSet, text_color
from builder.content.deck import HolderForm, Placeholder, PlaceholderKind, TextAlign, TextAnchor
from builder.geometry.box import Box, Command
from builder.geometry.curves import rounded
from builder.geometry.pens import outline_of
from builder.languages import likely_script
from builder.layout.masks import outline
from builder.layout.slides.colors import bullet_color, token
from builder.layout.slides.tables import rows_in
from builder.phrases import Phrases
from builder.record import Record, replace
from builder.text.scripts import script

_KINDS = {"title": "title", "rows": "tbl", "chart": "chart"} | dict.fromkeys(
    ("photo", "logo", "figure", "code"), "pic"
)
_OPENING = {"title": "ctrTitle", "subtitle": "subTitle"}  # on a layout of the type `title`
# What never is a layout's main content.
_ASIDE = ("photo", "logo", "numbers", "headings", "section", "figure", "code", "address")
_ANCHORS: dict[str, TextAnchor] = {"top": "t", "middle": "ctr", "bottom": "b"}
_ALIGNS: dict[str, TextAlign] = {"start": "start", "centre": "center", "end": "end"}
_HAIR = 0.5  # pt that shares may be apart by rounding
_OWN_INDEX = 13  # where Office lets a layout's own placeholders start

# The line at the foot: kind, name, Office's index, and start and width as shares of the line.
_FOOT: tuple[tuple[PlaceholderKind, str, int, float, float], ...] = (
    ("dt", "Date", 10, 0.53, LINE_ENDS - 0.53),
    ("ftr", "Footer", 11, 0.05, 0.46),
    ("sldNum", "Slide number", 12, 0.0, 0.045),
)
_SHORT_FOOT: tuple[tuple[PlaceholderKind, str, int, float, float], ...] = (
    ("ftr", "Footer", 11, 0.1, 0.9),
    ("sldNum", "Slide number", 12, 0.0, 0.09),
)


class BoxDrafter(Record):
    """Makes placeholders for slides of one size in one language."""

    brand: Brand
    slides: SlideSet
    phrases: Phrases
    width: float  # of the slide, pt
    height: float
    heavy: bool = False  # whether headings are bold that do not say so

    def fields(self, design: SlideDesign) -> Iterator[tuple[str, Placeholder]]:
        """Each placeholder of a layout with the field that it holds."""
        areas = list(_in_reading_order(design.boxes))
        totals = Counter(box.holds for box, _ in areas)
        seen: Counter[str] = Counter()
        for (box, area), index in zip(areas, _indexes([box for box, _ in areas]), strict=True):
            seen[box.holds] += 1
            name = box.name or box.holds.capitalize()
            shown = f"{name} {seen[box.holds]}" if totals[box.holds] > 1 else name
            yield box.holds, self.around(self._placeholder(design, box, area, index, shown), box)

    def around(self, holder: Placeholder, box: SlideBox) -> Placeholder:
        """The placeholder in the form of its box: a plate behind words, or what a photograph is cut to."""
        if box.holds == "figure":
            return holder
        within = _square(holder.box) if box.form == "circle" else holder.box
        fill = self.brand.color(box.on) if box.form and box.on else None
        if box.form and box.form.endswith(".svg"):
            cut = outline(Formed(form=box.form), within, self.brand, self.phrases.rtl)
            return replace(holder, outline=cut)
        if box.notch:
            return replace(holder, outline=_notched(within, self.box(box.notch)))
        return replace(holder, box=within, form=cast(HolderForm, box.form or "block"), fill=fill)

    def form(self, form: str, area: SlideArea) -> tuple[Command, ...]:
        """A plain form in a part of the slide: a block, a pill, or the largest circle."""
        box = self.box(area)
        if form == "block":
            return outline_of(box)
        round_ = _square(box) if form == "circle" else box
        return rounded(round_, min(round_.w, round_.h) / 2)

    def foot(self, design: SlideDesign, footer: str) -> Iterator[Placeholder]:
        """Date, footer and slide number, as far as the design has them."""
        own, size = design.footer, self.slides.footer.size
        if not own:
            return
        area, parts = (own, _SHORT_FOOT) if isinstance(own, tuple) else (self.slides.footer.box, _FOOT)
        left, top, width, height = area
        for kind, name, index, start, share in parts:
            box = self.box((left + width * start, top, width * share, height))
            prompt = footer if kind == "ftr" else ""
            yield Placeholder(name, kind, index, box, size, prompt=prompt, anchor="b", least=size)

    def box(self, area: SlideArea) -> Box:
        """Hundredths of the slide as points, mirrored where the language runs from right to left."""
        left, top, width, height = area
        left = 100 - left - width if self.phrases.rtl else left
        across, down = self.width / 100, self.height / 100
        return Box(left * across, top * down, width * across, height * down)

    @property
    def _least_leading(self) -> float:
        """How tight the language's lines may be: most scripts have marks above and below."""
        own = self.slides.languages.get(self.phrases.language.split("-")[0])
        return own.leading if own else 0.0 if script(likely_script(self.phrases.language)).low else 1.0

    def _placeholder(
        self, design: SlideDesign, box: SlideBox, area: SlideArea, index: int, name: str
    ) -> Placeholder:
        color = token(self.slides, design, text_color(self.slides, design, box))
        ground = box.on or self.slides.grounds[design.ground].fill
        return Placeholder(
            name=name,
            kind=self._kind(design, box),
            index=index,
            box=self.box(area),
            size=box.size,
            least=min(box.least, box.size),
            prompt=box.prompt or self._prompt(box, area),
            color=color,
            heading=box.heading,
            bold=box.heading and self.heavy if box.bold is None else box.bold,
            leading=max(box.leading, self._least_leading),
            anchor=_ANCHORS[box.anchor],
            align=_ALIGNS[box.align],
            bullets=box.bullets,
            mark=bullet_color(self.brand, self.slides, design, ground, color),
            fades=box.fade,
            on=self.brand.color(box.on) if box.on else None,
        )

    def _prompt(self, box: SlideBox, area: SlideArea) -> str:
        """What the program asks for in an empty box."""
        if box.holds == "rows":
            return self.phrases.fill("prompt_rows", n=self.phrases.number(rows_in(self.box(area).h)))
        return self.phrases.get(f"prompt_{box.holds}", self.phrases["your_logo"])

    def _kind(self, design: SlideDesign, box: SlideBox) -> PlaceholderKind:
        text = "obj" if box.bullets and design is not self.slides.master else "body"
        kinds = _KINDS | _OPENING if design.type == "title" else _KINDS
        return cast(PlaceholderKind, kinds.get(box.holds, text))


def _indexes(boxes: list[SlideBox]) -> Iterator[int]:
    """Titles are 0, the main content 1 and its second column 2, so that text moves along between layouts."""
    main, own = 1, _OWN_INDEX
    for box in boxes:
        if box.holds == "title":
            yield 0
        elif box.holds not in _ASIDE and main <= (2 if box.bullets else 1):
            yield main
            main += 1
        else:
            yield own
            own += 1


def _in_reading_order(boxes: Iterable[SlideBox]) -> Iterator[tuple[SlideBox, SlideArea]]:
    """Boxes one after the other, but rows of as many boxes column by column: 1, its text, 2, its text."""
    for _, rows in groupby(boxes, key=lambda box: (box.across, box.down)):
        for column in zip(*([(box, area) for area in areas(box)] for box in rows), strict=True):
            yield from column


def _square(box: Box) -> Box:
    """The largest square in the middle of a box."""
    side = min(box.w, box.h)
    return Box(box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side)


def _notched(box: Box, notch: Box) -> tuple[Command, ...]:
    """A box without a part of it at one of its corners."""
    left, top = notch.x <= box.x + _HAIR, notch.y <= box.y + _HAIR
    inner, level = (notch.right if left else notch.x), (notch.bottom if top else notch.y)
    side, foot = (box.x, box.right) if left else (box.right, box.x), (box.y, box.bottom)
    near, far = side
    begin, end = foot if top else foot[::-1]
    points = ((near, level), (inner, level), (inner, begin), (far, begin), (far, end), (near, end))
    (x, y), *others = points
    return (("M", x, y), *(("L", *point) for point in others), ("Z",))
