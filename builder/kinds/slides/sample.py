"""The slides of the example: those of the spec, or some made from what the campaign says anyway."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from builder.brand.slides import SlideDesign
from builder.brand.uses import SLIDES
from builder.pack.edition import Edition
from builder.source import Loc
from builder.spec.requests import Slide
from builder.tagged import in_language_of

PlacedSlide = tuple[Slide, Loc]  # a slide and where it is written

_MOST = 3  # of a kind: an example is looked through, not read


def sample_slides(edition: Edition) -> tuple[PlacedSlide, ...]:
    """Each slide with the place of the words in it."""
    slides = edition.spec.slides
    if slides is not None:
        heads = tuple(each.title for each in slides.slides if each.layout == SLIDES["section"])
        return tuple(
            (_with_heads(slide, heads), ("slides", "slides", number))
            for number, slide in enumerate(slides.slides)
        )
    known = edition.brand.slides.layouts if edition.brand.slides else {}
    made = ((slide, loc) for slide, loc in _made(edition) if slide.layout in known)
    return tuple((_as_shown(slide, known), loc) for slide, loc in made)


def _with_heads(slide: Slide, heads: tuple[str, ...]) -> Slide:
    """The slide; an agenda that says nothing of its own has the titles of the sections."""
    empty = slide.layout == SLIDES["agenda"] and not (slide.bullets or slide.text)
    return slide.model_copy(update={"bullets": heads}) if empty else slide


def _as_shown(slide: Slide, layouts: Mapping[str, SlideDesign]) -> Slide:
    """The slide, without its photograph if no layout for it has a place for one."""
    held = (
        box.holds
        for name, layout in layouts.items()
        if slide.layout in (name, layout.stands_for)
        for box in layout.boxes
    )
    return slide if "photo" in held else slide.model_copy(update={"photo": None})


def _slide(**said: Any) -> Slide:
    """A slide of what was judged where it was read; two texts in one may be longer than a text may be."""
    return Slide.model_construct(**said)


def _made(edition: Edition) -> Iterator[PlacedSlide]:
    spec, phrases = edition.spec, edition.phrases
    subtitle = phrases.listed((edition.words["campaign"], edition.words["dates"]))
    theme = _slide(layout=SLIDES["theme"], title=spec.theme.title, subtitle=subtitle, photo=spec.theme.photo)
    yield theme, ("theme",)
    parts = (
        (phrases["chapter_messages"], spec.messages),
        (phrases["chapter_statistics"], spec.statistics),
        (phrases["chapter_days"], spec.days),
    )
    heads = (*(head for head, items in parts if items), phrases["slides_contact"])
    if heads[2:]:
        yield _slide(layout=SLIDES["agenda"], title=phrases["slides_agenda"], bullets=heads), ("theme",)
    if spec.messages:
        yield _slide(layout=SLIDES["section"], title=phrases["chapter_messages"]), ("messages",)
    for number, message in enumerate(spec.messages[:_MOST]):
        yield (
            _slide(
                layout=SLIDES["messages"], title=message.headline, text=message.text, photo=message.photo
            ),
            ("messages", number),
        )
    if spec.statistics:
        yield _slide(layout=SLIDES["section"], title=phrases["chapter_statistics"]), ("statistics",)
    for number, figure in enumerate(spec.statistics[:_MOST]):
        label = phrases["statistic"]
        title = label if number == 0 else in_language_of(f"{label} ({number + 1})", label)
        slide = _slide(
            layout=SLIDES["statistics"],
            title=title,
            value=figure.value,
            of=figure.of,
            unit=figure.unit,
            text=figure.label,
            source=figure.source,
        )
        yield slide, ("statistics", number)
    if spec.quotes:
        quote = spec.quotes[0]
        said = _slide(
            layout=SLIDES["quotes"],
            title=phrases["quote"],
            text=quote.text,
            source=quote.who,
            photo=quote.photo,
        )
        yield said, ("quotes", 0)
    if spec.days:
        rows = (
            (phrases["when"], phrases["what"]),
            *((edition.date(day.date), day.topic) for day in spec.days[:7]),
        )
        yield _slide(layout=SLIDES["days"], title=phrases["chapter_days"], rows=rows), ("days",)
    lines = (spec.campaign.website, spec.campaign.contact, spec.theme.hashtag)
    yield _slide(layout=SLIDES["campaign"], title=phrases["slides_contact"], bullets=lines), ("campaign",)
    yield (
        _slide(layout=SLIDES["end"], title=phrases["slides_thanks"], subtitle=spec.theme.strapline),
        ("theme",),
    )
