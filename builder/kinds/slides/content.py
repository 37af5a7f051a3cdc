"""A slide of the spec in the placeholders of its layout."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from babel import Locale

from builder.color import Color
from builder.content.charts import BARS, CHART_FORMS
from builder.content.deck import (
    ChartFill,
    Filling,
    OfficeTheme,
    PictureFill,
    Placeholder,
    SlideContent,
    SlideParagraph,
    TableFill,
    TextFill,
)
from builder.content.recipe import Remark
from builder.kinds.slides.chart import NoChart, charted
from builder.layout.photo import Photograph, crop
from builder.layout.slides.drafter import Laid
from builder.layout.slides.fitting import Columns, Rows, fitted, tabled
from builder.pack.edition import bare_url
from builder.record import Record
from builder.source import Loc
from builder.spec.requests import Slide
from builder.tagged import in_language_of

_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_FIELDS = ("title", "subtitle", "headings", "text", "bullets", "right", "value", "source", "rows", "photo")
_OTHERWISE = {"text": "bullets", "rows": "chart"}  # what takes a field on layouts without a box for it


class Show(Record):
    """Slides to be written: their words, the photographs that they name, and who wrote them."""

    slides: tuple[Slide, ...]
    photos: tuple[tuple[str, Photograph], ...] = ()
    tone: tuple[Color, ...] = ()  # of the photographs; none: their own colours
    own: bool = True  # whether the lead wrote them; others are left out if they cannot be set


def written(
    show: Show, layouts: Mapping[str, Laid], theme: OfficeTheme, locale: Locale
) -> tuple[tuple[SlideContent, ...], tuple[Remark, ...]]:
    """The slides in their placeholders, and an error for each thing that cannot be placed or set."""
    contents, remarks = list[SlideContent](), list[Remark]()
    titles: set[str] = set()
    for number in range(len(show.slides)):
        writer = _Writer(show, layouts, theme, locale, number)
        content = writer.content(opens=not contents)
        writer.prove_title(titles)
        if writer.remarks and not show.own:
            continue
        contents.append(content)
        remarks += writer.remarks
    return tuple(contents), tuple(remarks)


class _Writer:
    """One slide being written."""

    def __init__(
        self, show: Show, layouts: Mapping[str, Laid], theme: OfficeTheme, locale: Locale, number: int
    ) -> None:
        self._photos, self._slide, self._number = dict(show.photos), show.slides[number], number
        self._tone = show.tone
        self._layouts, self._theme, self._locale = layouts, theme, locale
        self.remarks: list[Remark] = []

    def prove_title(self, titles: set[str]) -> None:
        """Fault a title that another slide has (WCAG 2.2, 2.4.2)."""
        title = " ".join(self._slide.title.split()).casefold()
        if title in titles:
            hint = "say what differs, or add (2 of 2): a screen reader finds slides by their titles"
            self._problem("title", "two slides have the same title", hint)
        titles.add(title)

    def content(self, *, opens: bool) -> SlideContent:
        """What fills each placeholder; a section begins here if it `opens` the deck or heads a part of it."""
        laid = self._chosen()
        fillings = tuple(
            filling for field in (*_FIELDS, "numbers") for filling in self._fillings(laid, field)
        )
        if self._slide.chart and not any(isinstance(filling, ChartFill) for filling in fillings):
            self._problem("chart", f"the slide shows no chart on the layout `{laid.layout.key}`")
        section = self._slide.title if opens or laid.layout.type == "secHead" else ""
        return SlideContent(laid.layout.key, fillings, self._slide.notes or "", section)

    def _chosen(self) -> Laid:
        """The layout that is asked for, or the smallest that stands for it and holds all its items."""
        name = self._slide.layout
        asked = self._layouts[name]
        wanted = len(self._slide.bullets)
        if self._slide.photo and not asked.holders("photo"):
            led = (laid for laid in self._layouts.values() if laid.stands_for == name)
            return next((laid for laid in led if laid.holders("photo")), asked)
        if self._slide.headings and not asked.holders("headings"):
            heads = (laid for laid in self._layouts.values() if laid.stands_for == name)
            return next((laid for laid in heads if laid.holders("headings")), asked)
        if len(asked.holders("bullets")) < 2:
            return asked
        alike = [laid for laid in self._layouts.values() if laid is asked or laid.stands_for == name]
        alike.sort(key=lambda laid: len(laid.holders("bullets")))
        return next((laid for laid in alike if len(laid.holders("bullets")) >= wanted), alike[-1])

    def _fillings(self, laid: Laid, field: str) -> Iterator[Filling]:
        items = self._items(field)
        holders = laid.holders(field) or laid.holders(self._instead(field))
        if items and not holders and field != "numbers":
            shown = {"rows" if held == "chart" else held for held, _ in laid.fields}
            places = sorted(shown - {"numbers", "logo"})
            hint = f"it shows {', '.join(places)}"
            self._problem(field, f"the layout `{laid.layout.key}` has no place for `{field}`", hint)
        elif items and field == "rows":
            yield from self._figure(laid, holders[0])
        elif items and field == "photo":
            yield self._picture(holders[0])
        elif items:
            for holder, share in zip(holders, _shared(items, len(holders)), strict=False):
                yield self._text(laid, field, holder, share)

    def _instead(self, field: str) -> str:
        """Which box takes a field that has none of its own: bullets a text, if there are no bullets."""
        other = _OTHERWISE.get(field, "")
        return "" if other == "bullets" and self._slide.bullets else other

    def _items(self, field: str) -> tuple[str, ...]:
        if field == "numbers":
            return tuple(str(number) for number in range(1, len(self._slide.bullets) + 1))
        if field == "rows":
            return tuple(row[0] for row in self._slide.rows)
        value = getattr(self._slide, field)
        return value if isinstance(value, tuple) else (value,) if value else ()

    def _text(self, laid: Laid, field: str, holder: Placeholder, items: tuple[str, ...]) -> TextFill:
        before, after = laid.around.get(field, ("", ""))
        plain = field == "text" and holder.bullets
        paragraphs = tuple(
            SlideParagraph(in_language_of(f"{before}{bare_url(item)}{after}", item), 0, _link(item), plain)
            for item in items
        )
        fit = fitted(paragraphs, holder, self._theme)
        if fit is None:
            hint = f"it would have to be smaller than {holder.least:g} pt, which nobody reads from the back"
            self._problem(
                field, f"`{field}` is too long for its box on the layout `{self._slide.layout}`", hint
            )
            return TextFill(holder.index, paragraphs)
        return TextFill(holder.index, paragraphs, fit.scale, fit.size)

    def _figure(self, laid: Laid, holder: Placeholder) -> Iterator[Filling]:
        """The rows as a table, or on layouts for charts as a chart."""
        rows, form = self._slide.rows, CHART_FORMS.get(self._slide.chart or "", BARS)
        if len({len(row) for row in rows}) > 1:
            self._problem("rows", "the rows of a table have the same number of cells")
        elif holder in laid.holders("rows"):
            yield self._table(rows, holder)
        else:
            try:
                yield charted(rows, holder.index, form, self._locale, self._slide.title, holder.box)
            except NoChart as no:
                self._problem("rows", no.message, no.hint, *no.cell)

    def _table(self, rows: Rows, holder: Placeholder) -> TableFill:
        columns = tabled(rows, holder.box, self._theme)
        if columns is None:
            self._problem(
                "rows", "the table does not fit its slide", "make two slides of it, or say less in its cells"
            )
        measures = columns or Columns((holder.box.w / len(rows[0]),) * len(rows[0]), 0, 0)
        return TableFill(
            holder.index, rows, measures.widths, measures.row, measures.size, alt=self._slide.title
        )

    def _picture(self, holder: Placeholder) -> PictureFill:
        photo = self._photos[self._slide.photo or ""]
        part = crop(photo.image, holder.box, photo.focus)
        return PictureFill(holder.index, photo.image, part, photo.alt, self._tone)

    def _problem(self, field: str, message: str, hint: str = "", *cell: int) -> None:
        place: Loc = (self._number, field, *cell)
        self.remarks.append(Remark(place, message, hint, severity="error", general=True))


def _shared(items: tuple[str, ...], boxes: int) -> list[tuple[str, ...]]:
    """One item a box, what is left over in the last."""
    last = boxes - 1
    return [*((item,) for item in items[:last]), *([items[last:]] if items[last:] else [])]


def _link(text: str) -> str:
    if re.match(r"https?://\S+$", text):
        return text
    return f"mailto:{text}" if _MAIL.fullmatch(text) else ""
