"""The PowerPoint template with the brand's layouts, and a deck that shows how to use it."""

from __future__ import annotations

from collections.abc import Iterator

from builder.archive import epoch
from builder.brand.photouse import PhotoUse
from builder.content.charts import CHART_FORMS
from builder.content.deck import DOT
from builder.content.recipe import Recipe
from builder.kinds.kind import AssetKind
from builder.kinds.slides.content import Show
from builder.kinds.slides.picture import deck_picture
from builder.kinds.slides.recipes import DeckRecipe, SlideSize, TemplateRecipe, slide_brand
from builder.kinds.slides.sample import sample_slides
from builder.layout.photo import tone_of
from builder.pack.artwork import photograph
from builder.pack.edition import Edition
from builder.pack.formats import POTX, PPTX
from builder.pack.photographs import credits_of
from builder.pack.plan import Plan
from builder.qr import read_from
from builder.record import replace
from builder.spec.names import Names
from builder.tagged import joined

_FOOTERS = (("campaign", "dates"), ("short_name", "dates"), ("dates",))  # the first that fits its line
FILES = {"template": ("slides-template", POTX), "deck": ("slides-example", PPTX)}  # name and format by use
WIDE, STANDARD = SlideSize("16x9", 960.0, 540.0), SlideSize("4x3", 720.0, 540.0)


def plan(edition: Edition) -> Iterator[Plan]:
    """A template of each shape and a wide example."""
    if edition.brand.slides is not None:
        wide = _template(edition, WIDE)
        yield _plan(edition, "template", WIDE, wide)
        yield _plan(edition, "template", STANDARD, _template(edition, STANDARD))
        deck = _deck(edition, wide)
        shown = (name for name, _ in deck.show.photos)
        plan = _plan(edition, "deck", WIDE, deck, credits_of(edition, *shown))
        yield replace(plan, picture=deck_picture(deck))


def _template(edition: Edition, shape: SlideSize) -> TemplateRecipe:
    return TemplateRecipe(
        brand=slide_brand(edition),
        shape=shape,
        language=edition.language,
        phrases=edition.brand.own_phrases(edition.language),
        footers=tuple(joined(DOT, (edition.words[slot] for slot in slots)) for slots in _FOOTERS),
        title=f"{edition.spec.campaign.name}{edition.phrases.colon}{edition.phrases['file_template']}",
        author=edition.spec.campaign.organiser,
        moment=epoch(edition.spec.dates.start),
    )


def _deck(edition: Edition, template: TemplateRecipe) -> DeckRecipe:
    placed = sample_slides(edition)
    photos = dict.fromkeys(slide.photo for slide, _ in placed if slide.photo)
    return DeckRecipe(
        template=template,
        title=f"{edition.spec.campaign.name}{edition.phrases.colon}{edition.spec.theme.title}",
        show=Show(
            slides=tuple(slide for slide, _ in placed),
            photos=tuple((name, photograph(edition, name)) for name in photos),
            tone=tone_of(PhotoUse(), edition.brand),
            own=edition.spec.slides is not None,
            address=read_from(edition.words["address"], "slides"),
            website=edition.words["address_short"],
        ),
        locs=tuple(loc for _, loc in placed),
    )


def _plan(
    edition: Edition, use: str, shape: SlideSize, content: Recipe, credited: tuple[str, ...] = ()
) -> Plan:
    name, format_ = FILES[use]
    return Plan(
        kind=KIND.name,
        path=edition.path("slides", f"{name}_{shape.name}", format_),
        title=f"{edition.phrases[f'file_{use}']} ({shape.name.replace('x', ':')})",
        format=format_,
        content=content,
        language=edition.language,
        use=edition.phrases[f"use_{use}"],
        group=name,
        credits=credited,
        find=edition.place,
        loc=("slides",),
    )


KIND = AssetKind(
    name="slides",
    order=30,
    help="a PowerPoint template with the brand's layouts, and an example deck",
    plan=plan,
    lacks=lambda edition: "" if edition.brand.slides else "slides.yaml",
    names=Names(charts=tuple(CHART_FORMS)),
)
