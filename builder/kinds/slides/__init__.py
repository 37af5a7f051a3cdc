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
from builder.pack.edition import Pack
from builder.pack.plan import Plan
from builder.render.formats import POTX, PPTX

_FOOTERS = (("campaign", "dates"), ("short_name", "dates"), ("dates",))  # the first that fits its line


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape of slides, in pt, as Office has them."""

    name: str
    width: float
    height: float


WIDE, STANDARD = Shape("16x9", 960.0, 540.0), Shape("4x3", 720.0, 540.0)


def plan(pack: Pack) -> Iterator[Plan]:
    """A template of each shape and a wide example; Faults if an example slide cannot be set."""
    slides = pack.brand.slides
    if slides is not None:
        template, example, notes = decks(pack, slides, WIDE)
        yield _plan(pack, "template", WIDE, template)
        yield _plan(pack, "template", STANDARD, _template(pack, _drafter(pack, slides, STANDARD)))
        yield replace(_plan(pack, "deck", WIDE, example), notes=notes)


def decks(pack: Pack, slides: SlideSet, shape: Shape) -> tuple[Deck, Deck, tuple[Problem, ...]]:
    """The template without slides, the example with them, and what its writer should look at."""
    drafter = _drafter(pack, slides, shape)
    template = _template(pack, drafter)
    contents, notes = written(pack, drafter.layouts, template.theme, sample_slides(pack))
    title = f"{pack.spec.campaign.name}: {pack.spec.theme.title}"
    return template, replace(template, title=title, slides=contents), notes


def _drafter(pack: Pack, slides: SlideSet, shape: Shape) -> SlideDrafter:
    canvas = sheet(shape.width, shape.height)
    footers = tuple(" · ".join(pack.words[slot] for slot in slots) for slots in _FOOTERS)
    return SlideDrafter(pack.brand, shaped(slides, canvas), canvas, pack.phrases, footers)


def _template(pack: Pack, drafter: SlideDrafter) -> Deck:
    return drafter.template(
        title=f"{pack.spec.campaign.name}: {pack.phrases['file_template']}",
        author=pack.spec.campaign.organiser,
        moment=epoch(pack.spec.dates.start),
    )


def _plan(pack: Pack, use: str, shape: Shape, deck: Deck) -> Plan:
    name, format_ = {"template": ("slides-template", POTX), "deck": ("slides-example", PPTX)}[use]
    return Plan(
        kind=KIND.name,
        path=pack.path("slides", f"{name}_{shape.name}", format_),
        title=f"{pack.phrases[f'file_{use}']} ({shape.name.replace('x', ':')})",
        format=format_,
        content=deck,
        language=pack.language,
        use=pack.phrases[f"use_{use}"],
        group=name,
        place=pack.place(("slides",)),
    )


KIND = AssetKind(
    name="slides", help="a PowerPoint template with the brand's layouts, and an example deck", plan=plan
)
