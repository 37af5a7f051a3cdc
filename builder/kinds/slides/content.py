"""A slide of the spec in the placeholders of a layout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

from builder.brand.numbers import NumberForm
from builder.color import Color
from builder.content.charts import BARS, CHART_FORMS
from builder.content.deck import (
    ChartFill,
    Filling,
    PictureFill,
    Placeholder,
    ShapesFill,
    SlideContent,
    SlideParagraph,
    TableFill,
    TextFill,
)
from builder.content.frame import Picture
from builder.content.recipe import Remark
from builder.kinds.slides.chart import charted
from builder.kinds.slides.chartcells import NoChart
from builder.kinds.slides.notes import notes_of
from builder.layout.crops import CUT_OFF, crop, cut_off, lost
from builder.layout.numbers.form import Share
from builder.layout.photo import Photograph
from builder.layout.slides.drafter import Laid, SlideDrafter
from builder.layout.slides.drawn import LEAST_SQUARE
from builder.layout.slides.fitting import SMALLEST, Fit, characters_that_fit, fitted, font_of
from builder.layout.slides.parting import parted
from builder.layout.slides.tables import Rows, Tabled, tabled
from builder.pack.edition import bare_url
from builder.pack.numbers import figure_words
from builder.record import Record, replace
from builder.source import Loc
from builder.spec.numbers import Told, share_of
from builder.spec.requests import Slide
from builder.tagged import in_language_of

_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_FIELDS = ("title", "subtitle", "headings", "text", "bullets", "right", "value", "source", "rows", "photo")
_OWN = ("numbers", "section", "figure", "code", "address")  # what the program fills where a layout has it
_OTHERWISE = {"text": "bullets", "rows": "chart"}  # what takes a field on layouts without a box for it
_TOO_LONG = "too long: "  # how the cause of what fits no box begins


class Show(Record):
    """Slides to be written: their words, the photographs that they name, and who wrote them."""

    slides: tuple[Slide, ...]
    photos: tuple[tuple[str, Photograph], ...] = ()
    tone: tuple[Color, ...] = ()  # of the photographs; none: their own colours
    own: bool = True  # whether the lead wrote them; others are left out if they cannot be set
    address: str = ""  # what codes lead to
    website: str = ""  # the same in letters


class Written(Record):
    """A slide on a layout, and what cannot be placed or set there."""

    content: SlideContent
    remarks: tuple[Remark, ...]

    @property
    def faults(self) -> tuple[Remark, ...]:
        """What is wrong with it: the deck is not made so."""
        return tuple(each for each in self.remarks if each.severity == "error")

    @property
    def too_long(self) -> frozenset[str]:
        """The fields that have too many words for their boxes, if nothing else is wrong."""
        fields = frozenset(str(each.path[1]) for each in self.faults)
        return fields if all(each.cause.startswith(_TOO_LONG) for each in self.faults) else frozenset()


class SlideWriter(Record):
    """Writes the slides of a show."""

    show: Show
    drafts: SlideDrafter

    def written(self, slide: Slide, laid: Laid, number: int, section: int, *, small: bool) -> Written:
        """A slide of the spec on a layout; `section` counts the sections until here, this one too.

        If it is `small`, words may be smaller than the layout has them, as long as a hall can read them.
        """
        writer = _Writer(self.show, self.drafts, slide, laid, (number, section), small=small)
        return Written(writer.content(), tuple(writer.remarks))


def share_on(slide: Slide) -> Share | None:
    """The part of a whole that a slide tells of."""
    said = share_of(Told(slide.value, slide.of, slide.unit)) if slide.value else None
    return Share(said.part, said.of) if said else None


class _Writer:
    """One slide being written on one layout."""

    def __init__(
        self,
        show: Show,
        drafts: SlideDrafter,
        slide: Slide,
        laid: Laid,
        counted: tuple[int, int],
        *,
        small: bool,
    ) -> None:
        self._show, self._slide, self._laid, self._small = show, slide, laid, small
        self._drafts, self._theme = drafts, drafts.theme
        self._number, self._section = counted
        self.remarks: list[Remark] = []

    def content(self) -> SlideContent:
        """What fills each placeholder."""
        fillings = tuple(filling for field in (*_FIELDS, *_OWN) for filling in self._fillings(field))
        if self._slide.chart and not any(isinstance(filling, ChartFill) for filling in fillings):
            self._no_chart()
        notes = notes_of(self._slide, self._drafts.phrases, charted=bool(self._laid.holders("chart")))
        return SlideContent(self._laid.layout.key, fillings, notes)

    def _no_chart(self) -> None:
        """Tell why `chart` says nothing, if nothing is told of its rows."""
        layout = f"the layout `{self._laid.layout.key}`"
        if not self._slide.rows:
            hint = "write its numbers as `rows`, the first of them the head, or leave out `chart`"
            self._problem("chart", "the slide has a chart without numbers", hint)
        elif not any(remark.path[1] == "rows" for remark in self.remarks):
            hint = "take a layout for charts, as `layout: chart`, or leave out `chart`"
            self._problem("chart", f"the slide shows no chart on {layout}", hint)

    def _fillings(self, field: str) -> Iterator[Filling]:
        items, laid = self._items(field), self._laid
        holders = laid.holders(field) or laid.holders(self._instead(field))
        if items and not holders and field not in _OWN:
            shown = {"rows" if held == "chart" else held for held, _ in laid.fields}
            places = sorted(shown - {*_OWN, "logo"})
            hint = f"it shows {', '.join(places)}"
            self._problem(field, f"the layout `{laid.layout.key}` has no place for `{field}`", hint)
        elif not items or not holders:
            return
        elif field == "rows":
            yield from self._figure(holders[0])
        elif field == "photo":
            yield self._picture(holders[0])
        elif field == "figure":
            yield from self._drawn(holders[0])
        elif field == "code":
            yield self._code(holders[0])
        else:
            for holder, share in zip(holders, _shared(items, len(holders)), strict=False):
                yield self._text(field, holder, share)

    def _instead(self, field: str) -> str:
        """Which box takes a field that has none of its own: bullets a text, if there are no bullets."""
        other = _OTHERWISE.get(field, "")
        return "" if other == "bullets" and self._slide.bullets else other

    def _items(self, field: str) -> tuple[str, ...]:
        slide, show = self._slide, self._show
        found: Any
        match field:
            case "numbers":
                found = tuple(str(number) for number in range(1, len(slide.bullets) + 1))
            case "section":
                found = str(self._section)
            case "rows":
                found = tuple(row[0] for row in slide.rows)
            case "figure":
                found = slide.value if slide.value and share_on(slide) else ()
            case "code":
                found = show.address
            case "address":
                found = show.website
            case "value":
                found = self._value()
            case _:
                found = getattr(slide, field)
        return found if isinstance(found, tuple) else (found,) if found else ()

    def _value(self) -> tuple[str, ...]:
        slide = self._slide
        if not slide.value:
            return ()
        told = Told(slide.value, slide.of, slide.unit)
        return (figure_words(told, self._drafts.phrases)["value"],)

    def _text(self, field: str, holder: Placeholder, items: tuple[str, ...]) -> TextFill:
        before, after = self._laid.around.get(field, ("", ""))
        plain = field == "text" and holder.bullets
        paragraphs = tuple(
            SlideParagraph(in_language_of(f"{before}{bare_url(item)}{after}", item), 0, _link(item), plain)
            for item in items
        )
        language = self._drafts.phrases.language
        fit, smallest = fitted(paragraphs, holder, self._theme, language), holder
        if fit is None and self._small:
            smallest = replace(holder, least=min(holder.least, SMALLEST))
            fit = fitted(paragraphs, smallest, self._theme, language)
        if fit is None:
            self._too_long(field, paragraphs, smallest)
            return TextFill(holder.index, paragraphs)
        paragraphs, fit, wide = parted(paragraphs, smallest, self._theme, fit, language)
        self._wide(wide, field)
        if smallest.least < holder.least:
            self._shrunk(field, paragraphs, holder, fit)
        return TextFill(holder.index, paragraphs, fit.scale, fit.size)

    def _too_long(self, field: str, said: tuple[SlideParagraph, ...], holder: Placeholder) -> None:
        hint = ""
        if self._small:  # until then it is tried elsewhere, and nobody is told
            room = characters_that_fit(said, holder, self._theme, self._drafts.phrases.language)
            hint = f"{room} of its {_length(said)} characters fit at {holder.least:g} pt, the least there is"
        message = f"`{field}` is too long for its box on the layout `{self._laid.layout.key}`"
        self._problem(field, message, hint, cause=f"{_TOO_LONG}{self._number} {field}")

    def _shrunk(self, field: str, said: tuple[SlideParagraph, ...], holder: Placeholder, fit: Fit) -> None:
        room = characters_that_fit(said, holder, self._theme, self._drafts.phrases.language)
        size = fit.size or holder.size * fit.scale
        message = (
            f"`{field}` is long for the layout `{self._laid.layout.key}`: its words are {size:.3g} pt, "
            f"not {holder.least:g} or more"
        )
        hint = f"{room} of its {_length(said)} characters fit at {holder.least:g} pt"
        self.remarks.append(Remark((self._number, field), message, hint, general=True))

    def _figure(self, holder: Placeholder) -> Iterator[Filling]:
        """The rows as a table, or on layouts for charts as a chart."""
        rows, form = self._slide.rows, CHART_FORMS.get(self._slide.chart or "", BARS)
        if len({len(row) for row in rows}) > 1:
            self._problem("rows", "the rows of a table have the same number of cells")
        elif holder in self._laid.holders("rows"):
            yield self._table(rows, holder)
        else:
            locale, font = self._drafts.phrases.locale, font_of(holder, self._theme)
            try:
                yield charted(rows, holder.index, form, locale, self._slide.title, holder.box, font)
            except NoChart as no:
                self._problem("rows", no.message, no.hint, *no.cell)

    def _table(self, rows: Rows, holder: Placeholder) -> TableFill:
        found = tabled(rows, holder.box, self._theme, self._drafts.phrases.language)
        if found is None:
            hint = "make two slides of it, or say less in its cells"
            cause = f"{_TOO_LONG}{self._number}"
            self._problem("rows", "the table does not fit its slide", hint, cause=cause)
            found = Tabled(rows, (holder.box.w / len(rows[0]),) * len(rows[0]), 0, 0)
        for cell, word in found.wide:
            self._wide((word,), "rows", *cell)
        return TableFill(
            holder.index, found.rows, found.widths, found.row, found.size, alt=self._slide.title
        )

    def _picture(self, holder: Placeholder) -> PictureFill:
        photo = dict(self._show.photos)[self._slide.photo or ""]
        part = crop(photo.image, holder.box, photo.focus)
        if cut := lost(Picture(photo.image, holder.box, part, photo.alt), photo.focus, holder.box):
            self.remarks.append(Remark((self._number, "photo"), cut_off(cut), CUT_OFF))
        return PictureFill(holder.index, photo.image, part, photo.alt, self._show.tone)

    def _drawn(self, holder: Placeholder) -> Iterator[Filling]:
        share, (value,) = share_on(self._slide), self._value()
        form = cast(NumberForm, self._laid.forms.get("figure", "bar"))
        if share:
            paths = self._drafts.shapes.figure(self._laid.design, holder, form, share)
            alt = f"{value}: {self._slide.text}" if self._slide.text else value
            yield ShapesFill(holder.index, "Illustration", paths, in_language_of(alt, value))

    def _code(self, holder: Placeholder) -> ShapesFill:
        paths, side = self._drafts.shapes.code(self._laid.design, holder.box, self._show.address)
        if side < LEAST_SQUARE:
            message = f"the squares of the QR code on the layout `{self._laid.layout.key}` are {side:.1f} pt"
            hint = f"halls need {LEAST_SQUARE:g} pt: make its box larger, or the website's address shorter"
            self._problem("layout", message, hint)
        said = self._drafts.phrases.fill("alt_code", address=self._show.website)
        return ShapesFill(holder.index, holder.name, paths, said, self._show.address)

    def _wide(self, words: tuple[str, ...], field: str, *cell: int) -> None:
        """Tell of words that no line of their box, or their cell, holds."""
        for word in words:
            box = "column" if cell else f"box on the layout `{self._laid.layout.key}`"
            hint = "use a shorter word, or write it with soft hyphens (U+00AD) where a line may part it"
            message = f"`{word}` is wider than its {box}"
            self.remarks.append(Remark((self._number, field, *cell), message, hint, general=True))

    def _problem(self, field: str, message: str, hint: str = "", *cell: int, cause: str = "") -> None:
        place: Loc = (self._number, field, *cell)
        self.remarks.append(Remark(place, message, hint, severity="error", general=True, cause=cause))


def _length(said: tuple[SlideParagraph, ...]) -> int:
    return sum(len(each.text) for each in said)


def _shared(items: tuple[str, ...], boxes: int) -> list[tuple[str, ...]]:
    """One item a box, what is left over in the last."""
    last = boxes - 1
    return [*((item,) for item in items[:last]), *([items[last:]] if items[last:] else [])]


def _link(text: str) -> str:
    if re.match(r"https?://\S+$", text):
        return text
    return f"mailto:{text}" if _MAIL.fullmatch(text) else ""
