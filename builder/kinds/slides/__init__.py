"""The PowerPoint template with the brand's layouts, and a deck that shows how to use it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from builder.archive import epoch
from builder.brand.slides import SlideSet
from builder.content.deck import Deck
from builder.errors import Problem
from builder.kinds.kind import AssetKind
from builder.kinds.slides.content import written
from builder.kinds.slides.sample import sample_slides
from builder.layout.canvas import sheet
from builder.layout.slides.drafter import SlideDrafter
from builder.layout.slides.shape import shaped
from builder.pack.edition import Edition
from builder.pack.plan import Plan
from builder.render.formats import POTX, PPTX

_FOOTERS = (("campaign", "dates"), ("short_name", "dates"), ("dates",))  # the first that fits its line
FILES = {"template": ("slides-template", POTX), "deck": ("slides-example", PPTX)}  # name and format by use


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape of slides, in pt, as Office has them."""

    name: str
    width: float
    height: float


WIDE, STANDARD = Shape("16x9", 960.0, 540.0), Shape("4x3", 720.0, 540.0)


def plan(edition: Edition) -> Iterator[Plan]:
    """A template of each shape and a wide example; Faults if an example slide cannot be set."""
    slides = edition.brand.slides
    if slides is not None:
        template, example, notes = decks(edition, slides, WIDE)
        yield _plan(edition, "template", WIDE, template)
        yield _plan(edition, "template", STANDARD, _template(edition, _drafter(edition, slides, STANDARD)))
        yield replace(_plan(edition, "deck", WIDE, example), notes=notes)


def decks(edition: Edition, slides: SlideSet, shape: Shape) -> tuple[Deck, Deck, tuple[Problem, ...]]:
    """The template without slides, the example with them, and what its writer should look at."""
    drafter = _drafter(edition, slides, shape)
    template = _template(edition, drafter)
    contents, notes = written(edition, drafter.layouts, template.theme, sample_slides(edition))
    title = f"{edition.spec.campaign.name}: {edition.spec.theme.title}"
    return template, replace(template, title=title, slides=contents), notes


def _drafter(edition: Edition, slides: SlideSet, shape: Shape) -> SlideDrafter:
    canvas = sheet(shape.width, shape.height)
    footers = tuple(" · ".join(edition.words[slot] for slot in slots) for slots in _FOOTERS)
    return SlideDrafter(edition.brand, shaped(slides, canvas), canvas, edition.phrases, footers)


def _template(edition: Edition, drafter: SlideDrafter) -> Deck:
    return drafter.template(
        title=f"{edition.spec.campaign.name}: {edition.phrases['file_template']}",
        author=edition.spec.campaign.organiser,
        moment=epoch(edition.spec.dates.start),
    )


def _plan(edition: Edition, use: str, shape: Shape, deck: Deck) -> Plan:
    name, format_ = FILES[use]
    return Plan(
        kind=KIND.name,
        path=edition.path("slides", f"{name}_{shape.name}", format_),
        title=f"{edition.phrases[f'file_{use}']} ({shape.name.replace('x', ':')})",
        format=format_,
        content=deck,
        language=edition.language,
        use=edition.phrases[f"use_{use}"],
        group=name,
        place=edition.place(("slides",)),
    )


KIND = AssetKind(
    name="slides",
    order=30,
    help="a PowerPoint template with the brand's layouts, and an example deck",
    plan=plan,
)
