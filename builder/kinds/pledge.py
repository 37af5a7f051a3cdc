"""The pledge: a card to print and sign. The one for phones is among the social images."""

from __future__ import annotations

from collections.abc import Iterator

from builder.brand.uses import PLEDGE_ON_A_PHONE, PLEDGE_ON_PAPER
from builder.kinds.kind import AssetKind
from builder.layout.canvas import screen, sheet
from builder.pack.alttexts import heard
from builder.pack.artwork import frame_of
from builder.pack.cards import item_address
from builder.pack.edition import Edition
from builder.pack.formats import FRAME_PDF, PNG, PRINT_PDF
from builder.pack.photographs import credits_of
from builder.pack.plan import Plan
from builder.pack.printing import cut_sheet, printed
from builder.pack.recipes import Origin
from builder.pack.standins import pictures_of
from builder.pack.themes import item_turn
from builder.platforms.papers import beside
from builder.platforms.sizes import sizes_named


def _plan(edition: Edition) -> Iterator[Plan]:
    pledge = edition.spec.pledge
    if pledge is None:
        return
    phrases = edition.phrases
    words = {
        **edition.words,
        **item_address(edition, pledge.url),
        "text": pledge.text,
        "kicker": phrases["pledge_label"],
        "name_line": phrases["pledge_name"],
    }
    alt = pledge.alt or phrases.fill("alt_pledge", text=pledge.text)
    (phone,) = sizes_named(["story"], edition.brand.sizes)
    paper = beside(edition.brand.paper.sheet, "card")
    canvases = (
        (paper.key, sheet(paper.width, paper.height), PLEDGE_ON_PAPER, FRAME_PDF),
        (f"{paper.key}-print", cut_sheet(paper), PLEDGE_ON_PAPER, PRINT_PDF),
        ("phone", screen(phone), PLEDGE_ON_A_PHONE, PNG),
    )
    for name, canvas, design, format_ in canvases:
        if design not in edition.brand.designs:
            continue
        origin, turn = Origin(name, ("pledge",)), item_turn(edition, pledge.art)
        (photo,) = pictures_of(edition, design, ["pledge"], [None], [pledge.art], of_theme=True)
        recipe = frame_of(edition, design, words, canvas, origin, photo, turn)
        press = format_ == PRINT_PDF
        title = phrases["file_pledge"]
        pixels = (round(canvas.width), round(canvas.height)) if format_.is_pixels else (0, 0)
        yield Plan(
            kind="pledge",
            path=edition.path("pledge", f"pledge-card-{name}", format_),
            title=f"{title}, {phrases['file_print']}" if press else title,
            format=format_,
            content=printed(edition, recipe) if press else recipe,
            language=edition.language,
            find=edition.place,
            **heard(edition, alt, recipe),
            width=pixels[0],
            height=pixels[1],
            use=phrases["use_print" if press else "use_pledge"],
            credits=credits_of(edition, photo if recipe.photo else None),
            group=PLEDGE_ON_PAPER,
            options=() if format_.is_pixels else (("title", title),),
        )


KIND = AssetKind(
    name="pledge",
    order=100,
    help="the pledge to print and to share",
    plan=_plan,
    designs=lambda edition: (PLEDGE_ON_PAPER, PLEDGE_ON_A_PHONE) if edition.spec.pledge else (),
)
