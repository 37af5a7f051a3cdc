"""A leaflet: a page folded once, page by page for screens, two sides to print, and two for a print shop."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from builder.brand.uses import LEAFLET, THEME
from builder.content.cards import Cards
from builder.content.printed import Printed
from builder.kinds.kind import AssetKind
from builder.layout.canvas import Canvas, sheet
from builder.layout.cards.setting import SlotWords
from builder.pack.alttexts import heard_on_pages
from builder.pack.artwork import frame_of
from builder.pack.edition import Edition, bare_url
from builder.pack.formats import CARDS_PDF, PRINT_PDF, Format
from builder.pack.hours import event_hours
from builder.pack.photographs import credits_of
from builder.pack.plan import Plan
from builder.pack.printing import cut_sheet
from builder.pack.recipes import EVERYWHERE, CardRecipe, Origin
from builder.pack.sheets import Part, SheetRecipe, sheet_of
from builder.pack.standins import theme_photo
from builder.pack.themes import item_turn, theme_turn
from builder.platforms.papers import Sheet, beside
from builder.spec.clocks import in_order

NAME = "leaflet"
_MESSAGES, _LINKS, _EVENTS = 3, 2, 4  # how many there are where the spec names none


def _plan(edition: Edition) -> Iterator[Plan]:
    if edition.spec.leaflet is None or not {THEME, *LEAFLET} <= edition.brand.designs.keys():
        return
    page = beside(edition.brand.paper.sheet, "page")
    panel = sheet(page.height / 2, page.width)
    pages, phrases = _panels(edition, panel), edition.phrases
    shown, title = _cards(edition, pages), phrases["file_leaflet_pages"]
    yield _file(edition, "pages", title, phrases["use_leaflet"], shown, pages)
    folded = _cards(edition, _sides(edition, sheet(page.height, page.width), pages))
    title = phrases["file_leaflet_fold"]
    yield _file(edition, f"{page.key}-fold", title, phrases["use_leaflet_fold"], folded, pages)
    press, title = _press(edition, page), phrases["file_print"]
    yield _file(edition, f"{page.key}-print", title, phrases["use_print"], press, pages)


def _file(
    edition: Edition,
    name: str,
    title: str,
    use: str,
    content: Cards | Printed,
    pages: tuple[CardRecipe, ...],
) -> Plan:
    phrases, format_ = edition.phrases, _format(content)
    shown = theme_photo(edition, THEME)
    return Plan(
        kind=NAME,
        path=edition.path(NAME, f"{NAME}-{name}", format_),
        title=phrases.listed((phrases["file_leaflet"], title)),
        format=format_,
        content=content,
        language=edition.language,
        find=edition.place,
        **heard_on_pages(edition, phrases.fill("alt_leaflet", **edition.words), pages),
        use=use,
        credits=credits_of(edition, shown if _cover(edition, sheet(1, 1)).photo else None),
        group=NAME,
        options=(("title", _title(edition)),),
    )


def _format(content: Cards | Printed) -> Format:
    return PRINT_PDF if isinstance(content, Printed) else CARDS_PDF


def _title(edition: Edition) -> str:
    return f"{edition.spec.campaign.name}{edition.phrases.colon}{edition.spec.theme.title}"


def _cards(edition: Edition, recipes: tuple[CardRecipe | SheetRecipe, ...]) -> Cards:
    """The pages as one document; a page is called by its number."""
    frames: tuple[Any, ...] = recipes
    titles = tuple(edition.phrases.number(number) for number in range(1, len(recipes) + 1))
    return Cards(frames, titles, _title(edition), edition.spec.campaign.organiser)


def _press(edition: Edition, page: Sheet) -> Printed:
    """Both sides with bleed, and where the sheet is folded."""
    canvas = cut_sheet(page.turned)
    panels = _panels(edition, canvas.part(page.height / 2, page.width))
    sides: tuple[Any, ...] = _sides(edition, canvas, panels)
    outer, inner = sides
    return Printed(outer, edition.brand.inks, (inner,), (page.height / 2,))


def _sides(edition: Edition, canvas: Canvas, panels: tuple[CardRecipe, ...]) -> tuple[SheetRecipe, ...]:
    """The outer side and the inner one: flat, the back lies beside the cover, as the sheet opens."""
    cover, left, right, back = panels
    beside_each_other = ((back, cover), (left, right))
    half = canvas.width / 2
    sides = []
    for pair in beside_each_other:
        ordered = tuple(reversed(pair)) if edition.rtl else pair
        parts = (Part(recipe, half * place, 0.0) for place, recipe in enumerate(ordered))
        sides.append(sheet_of(edition, parts, canvas, NAME))
    return tuple(sides)


def _panels(edition: Edition, canvas: Canvas) -> tuple[CardRecipe, ...]:
    """Its four pages in the order of reading: cover, what it is, help, back."""
    about, help_, back = LEAFLET
    where = {**EVERYWHERE, "about": (NAME, "about")}
    inside = (
        (about, _about_words(edition), Origin(NAME, ("messages",), where)),
        (help_, _help_words(edition), Origin(NAME, (NAME, "help"))),
        (back, _back_words(edition), Origin(NAME, ("events",))),
    )
    turn = item_turn(edition, "")
    drawn = (frame_of(edition, name, words, canvas, at, turn=turn) for name, words, at in inside)
    return (_cover(edition, canvas), *drawn)


def _cover(edition: Edition, canvas: Canvas) -> CardRecipe:
    """The theme's card on a page."""
    photo, turn = theme_photo(edition, THEME), theme_turn(edition)
    return frame_of(edition, THEME, edition.words, canvas, Origin(NAME, ("theme",)), photo, turn)


def _about_words(edition: Edition) -> SlotWords:
    spec = edition.spec
    assert spec.leaflet
    named = spec.leaflet.messages or [message.id for message in spec.messages[:_MESSAGES]]
    messages = [message for message in spec.messages if message.id in named]
    told = tuple({"headline": each.headline, "text": each.text or ""} for each in messages)
    return {**edition.words, "about": spec.leaflet.about, "messages": told}


def _help_words(edition: Edition) -> SlotWords:
    spec, phrases = edition.spec, edition.phrases
    assert spec.leaflet
    links = [each for each in spec.resources if each.url][:_LINKS]
    words: SlotWords = {
        **edition.words,
        "help_title": phrases["leaflet_help"],
        "help": tuple({"title": each.title, "text": each.text} for each in spec.leaflet.help),
    }
    if links:
        told = tuple({"title": each.title, "url": bare_url(each.url or "")} for each in links)
        words = {**words, "links_title": phrases["leaflet_links"], "links": told}
    return words


def _back_words(edition: Edition) -> SlotWords:
    spec, phrases = edition.spec, edition.phrases
    assert spec.leaflet
    named = spec.leaflet.events
    ordered = [event for _, event in in_order(spec.events) if not named or event.id in named]
    told = tuple(
        {"title": each.title, "when": event_hours(edition, each).whole(phrases), "place": each.place}
        for each in ordered[: None if named else _EVENTS]
    )
    title = {"events_title": phrases["leaflet_events"]} if told else {}
    return {**edition.words, **title, "events": told, "contact": spec.campaign.contact}


KIND = AssetKind(
    name=NAME,
    order=45,
    help="a leaflet of one page, folded once",
    plan=_plan,
    designs=lambda edition: (THEME, *LEAFLET) if edition.spec.leaflet else (),
)
