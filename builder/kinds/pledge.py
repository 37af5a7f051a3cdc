"""The pledge: a card to print and sign. The one for phones is among the social images."""

from __future__ import annotations

from collections.abc import Iterator

from builder.brand.uses import PLEDGE_ON_A_PHONE, PLEDGE_ON_PAPER
from builder.kinds.kind import AssetKind
from builder.layout.canvas import Canvas, screen, sheet
from builder.pack.alttexts import heard
from builder.pack.artwork import frame_of
from builder.pack.cards import item_address
from builder.pack.edition import Edition
from builder.pack.formats import FRAME_PDF, PNG, PRINT_PDF, Format
from builder.pack.photographs import credits_of
from builder.pack.plan import Plan
from builder.pack.printing import cut_sheet, printed, sparing
from builder.pack.recipes import Origin
from builder.pack.standins import pictures_of
from builder.pack.themes import item_turn
from builder.platforms.papers import beside
from builder.platforms.sizes import sizes_named
from builder.record import Record
from builder.spec.parts import Pledge


class _Card(Record):
    """One file of the pledge."""

    name: str  # part of its file's name
    canvas: Canvas
    format: Format = FRAME_PDF
    design: str = PLEDGE_ON_PAPER
    title: str = ""  # the phrase that says for whom it is
    spares: bool = False  # whether it saves ink


def _plan(edition: Edition) -> Iterator[Plan]:
    pledge = edition.spec.pledge
    if pledge is not None:
        yield from (_file(edition, pledge, card) for card in _cards(edition) if _is_drawn(edition, card))


def _cards(edition: Edition) -> Iterator[_Card]:
    """On a sheet for screens, office printers and print shops; and for phones."""
    paper = beside(edition.brand.paper.sheet, "card")
    whole, (phone,) = sheet(paper.width, paper.height), sizes_named(["story"], edition.brand.sizes)
    yield _Card(paper.key, whole)
    yield _Card(f"{paper.key}-save-ink", whole, title="file_save_ink", spares=True)
    yield _Card(f"{paper.key}-print", cut_sheet(paper), PRINT_PDF, title="file_print")
    yield _Card("phone", screen(phone), PNG, PLEDGE_ON_A_PHONE)


def _is_drawn(edition: Edition, card: _Card) -> bool:
    return card.design in edition.brand.designs


def _file(edition: Edition, pledge: Pledge, card: _Card) -> Plan:
    phrases, design, canvas = edition.phrases, card.design, card.canvas
    words = {
        **edition.words,
        **item_address(edition, pledge.url),
        "text": pledge.text,
        "kicker": phrases["pledge_label"],
        "name_line": phrases["pledge_name"],
    }
    photo, drawn = None, sparing(edition, design) if card.spares else edition
    if not card.spares:
        (photo,) = pictures_of(edition, design, ["pledge"], [None], [pledge.art], of_theme=True)
    origin, turn = Origin(card.name, ("pledge",)), item_turn(edition, pledge.art)
    recipe = frame_of(drawn, design, words, canvas, origin, photo, turn)
    press, pixels = card.format == PRINT_PDF, card.format.is_pixels
    title = phrases["file_pledge"]
    return Plan(
        kind="pledge",
        path=edition.path("pledge", f"pledge-card-{card.name}", card.format),
        title=phrases.listed((title, phrases[card.title])) if card.title else title,
        format=card.format,
        content=printed(edition, recipe) if press else recipe,
        language=edition.language,
        find=edition.place,
        **heard(edition, pledge.alt or phrases.fill("alt_pledge", text=pledge.text), recipe),
        width=round(canvas.width) if pixels else 0,
        height=round(canvas.height) if pixels else 0,
        use=phrases["use_print" if press else "use_pledge"],
        credits=credits_of(edition, photo if recipe.photo else None),
        group=PLEDGE_ON_PAPER,
        options=() if pixels else (("title", title),),
    )


KIND = AssetKind(
    name="pledge",
    order=100,
    help="the pledge to print and to share",
    plan=_plan,
    designs=lambda edition: (PLEDGE_ON_PAPER, PLEDGE_ON_A_PHONE) if edition.spec.pledge else (),
)
