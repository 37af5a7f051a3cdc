"""The PowerPoint template with the brand's layouts, and a deck that shows how to use it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from builder.archive import epoch
from builder.brand.slides import SlideSet
from builder.deck import Deck
from builder.errors import Problem
from builder.kinds.kind import AssetKind
from builder.kinds.slides.content import written
from builder.kinds.slides.sample import sample_slides
from builder.layout.canvas import sheet
from builder.layout.slides import SlideDrafter
from builder.pack import Pack
from builder.plan import Plan

WIDTH, HEIGHT, SHAPE = 960.0, 540.0, "16x9"  # pt
_FOOTERS = (("campaign", "dates"), ("short_name", "dates"), ("dates",))  # the first that fits its line
_TYPE = "application/vnd.openxmlformats-officedocument.presentationml"


def plan(pack: Pack) -> Iterator[Plan]:
    """The template and the example; Faults if an example slide cannot be set."""
    slides = pack.brand.slides
    if slides is not None:
        template, example, notes = decks(pack, slides)
        yield _plan(pack, "template", "potx", template)
        yield replace(_plan(pack, "deck", "pptx", example), notes=notes)


def decks(pack: Pack, slides: SlideSet) -> tuple[Deck, Deck, tuple[Problem, ...]]:
    """The template without slides, the example with them, and what its writer should look at."""
    footers = [" · ".join(pack.words[slot] for slot in slots) for slots in _FOOTERS]
    drafter = SlideDrafter(pack.brand, slides, sheet(WIDTH, HEIGHT), pack.phrases, tuple(footers))
    template = drafter.template(
        title=f"{pack.spec.campaign.name}: {pack.phrases['file_template']}",
        author=pack.spec.campaign.organiser,
        moment=epoch(pack.spec.dates.start),
    )
    contents, notes = written(pack, drafter.layouts, template.theme, sample_slides(pack))
    title = f"{pack.spec.campaign.name}: {pack.spec.theme.title}"
    return template, replace(template, title=title, slides=contents), notes


def _plan(pack: Pack, use: str, ending: str, deck: Deck) -> Plan:
    name = {"template": "slides-template", "deck": "slides-example"}[use]
    return Plan(
        kind=KIND.name,
        path=f"slides/{pack.stem}_{name}_{SHAPE}_{pack.suffix}.{ending}",
        media_type=f"{_TYPE}.{'template' if use == 'template' else 'presentation'}",
        title=pack.phrases[f"file_{use}"],
        renderer=ending,
        content=deck,
        language=pack.language,
        use=pack.phrases[f"use_{use}"],
        group=name,
        place=pack.place(("slides",)),
    )


KIND = AssetKind(
    name="slides", help="a PowerPoint template with the brand's layouts, and an example deck", plan=plan
)
