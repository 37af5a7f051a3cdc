"""Slides of the spec on layouts that hold them: words that are too many move on, to a layout or a slide."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from itertools import chain

from builder.content.deck import SlideContent
from builder.content.recipe import Remark
from builder.kinds.slides.content import Show, SlideWriter, Written, share_on
from builder.layout.slides.drafter import Laid, SlideDrafter
from builder.record import Record, replace
from builder.source.validate import listed
from builder.spec.requests import Slide
from builder.tagged import in_language_of, language_of
from builder.text.sense import sentences

_PARTED = ("bullets", "right", "rows", "text")  # what may go on on the next slide
_MOST = 12  # slides that one may become


class Spread(Record):
    """The slides in their placeholders, and a remark for each thing that moved on or cannot be set."""

    slides: tuple[SlideContent, ...]
    numbers: tuple[int, ...]  # which slide of the show each is, or goes on with
    remarks: tuple[Remark, ...]


def spread(show: Show, drafts: SlideDrafter) -> Spread:
    """The slides of a show on layouts that hold them."""
    return _Spreader(show, drafts).all()


class _Spreader:
    def __init__(self, show: Show, drafts: SlideDrafter) -> None:
        self._show, self._layouts = show, drafts.layouts
        self._writer, self._lasts = SlideWriter(show, drafts), drafts.layouts_of_type("obj")
        self._turns: dict[str, int] = {}
        self._section = 0

    def all(self) -> Spread:
        """Every slide, in order."""
        contents, numbers, remarks = list[SlideContent](), list[int](), list[Remark]()
        titles = set[str]()
        for number, slide in enumerate(self._show.slides):
            written = list(self._slides(slide, number))
            said = [*chain.from_iterable(each.remarks for each in written), *_alike(slide, titles, number)]
            if not self._show.own and any(remark.severity == "error" for remark in said):
                continue
            section = slide.title if not contents or self._heads(slide) else ""
            contents += [replace(written[0].content, section=section)]
            contents += [each.content for each in written[1:]]
            numbers += [number] * len(written)
            remarks += said if self._show.own else []
        return Spread(tuple(contents), tuple(numbers), tuple(remarks))

    def _slides(self, slide: Slide, number: int) -> Iterator[Written]:
        """The slide, or those that it takes to show all of it."""
        ways = self._ways(slide)
        self._section += self._heads(slide)
        told = 0
        for part in range(1, _MOST + 1):
            shown, rest, field = self._next(slide, ways, number)
            told = field if rest else told
            if not rest or part == _MOST:
                yield replace(shown, remarks=(*shown.remarks, *_goes_on(number, part, told, whole=not rest)))
                return
            yield shown
            slide = _named(rest, self._show.slides[number], part + 1)

    def _heads(self, slide: Slide) -> bool:
        """Whether a section begins with a slide, whichever layout shows it: one with a picture, say."""
        asked = self._layouts[slide.layout]
        kinds = (asked, self._layouts.get(asked.stands_for))
        return any(each is not None and each.layout.type == "secHead" for each in kinds)

    def _next(self, slide: Slide, ways: list[Laid], number: int) -> tuple[Written, Slide | None, int]:
        """As much of a slide as a layout holds, the rest, and the place in `_PARTED` of what was cut.

        Words are smaller than layouts have them where nothing else gives them room.
        """
        for small in (False, True):
            tried = self._tried(slide, ways, number, small=small)
            if not tried[-1].faults:
                lost = _undrawn(slide, tried[0], ways[0], ways[len(tried) - 1], number)
                return replace(tried[-1], remarks=(*tried[-1].remarks, *lost)), None, 0
            if cut := self._cut(slide, tried, ways, number, small=small):
                return cut
        return tried[0], None, 0

    def _tried(self, slide: Slide, ways: list[Laid], number: int, *, small: bool) -> list[Written]:
        """The slide on each layout until one holds it, which comes last."""
        tried = list[Written]()
        for laid in ways:
            tried.append(self._writer.written(slide, laid, number, self._section, small=small))
            if not (tried[-1].faults and tried[0].too_long):  # nothing, or what no other layout would mend
                break
        return tried

    def _cut(
        self, slide: Slide, tried: list[Written], ways: list[Laid], number: int, *, small: bool
    ) -> tuple[Written, Slide, int] | None:
        """As much of a slide as a layout holds, if that is not all of it."""
        for written, laid in zip(tried, ways, strict=False):
            fields = [field for field in _PARTED if field in written.too_long]
            if not fields or written.too_long - set(_PARTED):
                continue
            parts = _Parts(slide, fields)

            def shown(kept: int, parts: _Parts = parts, laid: Laid = laid) -> Written:
                return self._writer.written(parts.first(kept), laid, number, self._section, small=small)

            fitting = bisect(range(1, parts.longest), 0, key=lambda kept: bool(shown(kept).faults))
            if fitting:
                return shown(fitting), parts.rest(fitting), _PARTED.index(fields[0])
        return None

    def _ways(self, slide: Slide) -> list[Laid]:
        """The layouts that may show a slide: the one that suits it best first, the plainest last."""
        name = slide.layout
        asked = [self._layouts[name], *(each for each in self._layouts.values() if each.in_turn_with == name)]
        turn = self._turns.get(name, 0)
        self._turns[name] = turn + 1
        turned = asked[turn % len(asked) :] + asked[: turn % len(asked)]
        standing = [each for each in self._layouts.values() if each.stands_for == name]
        standing = [each for each in standing if _of_use(each, slide)]
        suited = _suited(slide, turned[0], standing)
        return list({each.layout.key: each for each in (suited, *turned, *standing, *self._lasts)}.values())


def _of_use(laid: Laid, slide: Slide) -> bool:
    """Whether a slide has what a layout that stands for its own is there for."""
    wanted = {"photo": slide.photo, "headings": slide.headings, "figure": share_on(slide)}
    return all(has for field, has in wanted.items() if laid.holders(field))


def _suited(slide: Slide, asked: Laid, standing: list[Laid]) -> Laid:
    """The layout that is asked for, or one that stands for it and has a place that it lacks."""
    share = share_on(slide) is not None
    for field, wanted in (("photo", slide.photo), ("headings", slide.headings), ("figure", share)):
        if wanted and not asked.holders(field):
            asked = next((each for each in standing if each.holders(field)), asked)
    if len(asked.holders("bullets")) < 2:
        return asked
    alike = sorted(
        (each for each in (asked, *standing) if len(each.holders("bullets")) > 1),
        key=lambda laid: len(laid.holders("bullets")),
    )
    enough = (laid for laid in alike if len(laid.holders("bullets")) >= len(slide.bullets))
    return next(enough, alike[-1])


class _Parts:
    """A slide parted after as many of its items."""

    def __init__(self, slide: Slide, fields: list[str]) -> None:
        self._slide, self._items = slide, {field: _items(slide, field) for field in fields}
        self.longest = max(map(len, self._items.values()))

    def first(self, kept: int) -> Slide:
        return _with(self._slide, {field: each[:kept] for field, each in self._items.items()})

    def rest(self, kept: int) -> Slide:
        rest = {field: each[kept:] for field, each in self._items.items()}
        return _with(self._slide.model_copy(update={"notes": None}), rest)


def _items(slide: Slide, field: str) -> tuple[object, ...]:
    if field == "text":
        text = slide.text or ""
        return tuple(in_language_of(each, text) for each in sentences(text, language_of(text)))
    found: tuple[object, ...] = slide.rows[1:] if field == "rows" else getattr(slide, field)
    return found


def _with(slide: Slide, parts: dict[str, tuple[object, ...]]) -> Slide:
    changes: dict[str, object] = dict(parts)
    if "rows" in parts:
        changes["rows"] = (slide.rows[0], *parts["rows"])
    if "text" in parts:
        changes["text"] = in_language_of(" ".join(map(str, parts["text"])), slide.text or "") or None
    return slide.model_copy(update=changes)


def _named(rest: Slide, whole: Slide, part: int) -> Slide:
    """What goes on, under the title of the slide and a number."""
    return rest.model_copy(update={"title": in_language_of(f"{whole.title} ({part})", whole.title)})


def _goes_on(number: int, parts: int, field: int, *, whole: bool) -> Iterator[Remark]:
    name = _PARTED[field]
    if not whole:
        message = f"`{name}` is too long for {parts} slides"
        hint = "say less, or make slides of your own of it"
        yield Remark((number, name), message, hint, severity="error", general=True)
    elif parts > 1:
        message = f"`{name}` is too long for one slide, and goes on on {parts - 1} more"
        yield Remark((number, name), message, "say less, or make slides of your own of it", general=True)


def _undrawn(slide: Slide, first: Written, asked: Laid, shown: Laid, number: int) -> Iterator[Remark]:
    """What is said of a part of a whole that another layout shows, which draws none."""
    if share_on(slide) and asked.holders("figure") and not shown.holders("figure"):
        fields = listed(sorted(first.too_long), "and")
        verb = "is" if len(first.too_long) == 1 else "are"
        message = f"the figure is not drawn: {fields} {verb} too long for the layout `{asked.layout.key}`"
        yield Remark((number, "value"), message, f"say less in {fields}", general=True)


def _alike(slide: Slide, titles: set[str], number: int) -> Iterator[Remark]:
    """A fault of a title that another slide has (WCAG 2.2, 2.4.2)."""
    title = " ".join(slide.title.split()).casefold()
    if title in titles:
        hint = "say what differs, or add (2 of 2): a screen reader finds slides by their titles"
        message = "two slides have the same title"
        yield Remark((number, "title"), message, hint, severity="error", general=True)
    titles.add(title)
