"""The cards of a pack: which words stand on which design, in which sizes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from builder.brand.artchoice import Turn
from builder.brand.design import Design
from builder.brand.uses import THEME
from builder.pack.arts import ArtDealer
from builder.pack.card import Card
from builder.pack.edition import Edition, addressed, bare_url, slug
from builder.pack.hours import event_days, event_hours, only_day
from builder.pack.led import series_of, siblings_of
from builder.pack.marks import with_marks
from builder.pack.numbers import figure_words, month_words, place_words
from builder.pack.standins import pictures_of, theme_photo
from builder.pack.themes import item_turn, theme_turn
from builder.platforms.sizes import Size, sizes_named
from builder.record import Record, replace
from builder.source import Loc
from builder.spec.dated import Day, Event
from builder.spec.parts import Message, Pledge, Quote, Resource, Statistic
from builder.spec.requests import CardRequest, usual_cards
from builder.tagged import in_language_of, joined, pruned

_OF_THEME = ("countdown", "pledge")  # parts whose cards are about the theme itself
USUAL = ("usual",)  # the sizes of a card that names none


def cards(edition: Edition) -> tuple[Card, ...]:
    """Every card that the spec asks for, in its order; the same card asked for twice has all its sizes."""
    return _dealt(edition)[0]


def cards_of(edition: Edition, request: CardRequest, loc: Loc) -> tuple[Card, ...]:
    """The cards of a request beside those of the spec, each with the ground and the art of its own card."""
    _, dealer = _dealt(edition)
    return tuple(_asked(edition, request, loc, dealer))


@lru_cache(maxsize=8)
def _dealt(edition: Edition) -> tuple[tuple[Card, ...], ArtDealer]:
    by_id: dict[str, Card] = {}
    wanted = wanted_cards(edition)
    dealer = ArtDealer(edition, [request.design for request in wanted if request.for_])
    for number, request in enumerate(wanted):
        if request.design not in edition.brand.designs:
            continue
        for card in _asked(edition, request, ("cards", number), dealer):
            before = by_id.get(card.id)
            both = {*before.sizes, *card.sizes} if before else set(card.sizes)
            by_id[card.id] = replace(card, sizes=tuple(size for size in edition.brand.sizes if size in both))
    return tuple(with_marks(edition, by_id.values())), dealer


def wanted_cards(edition: Edition) -> tuple[CardRequest, ...]:
    """The cards that the spec asks for, the usual ones if it says nothing of them."""
    return edition.spec.cards or tuple(usual_cards(lambda part: bool(getattr(edition.spec, part))))


def _asked(edition: Edition, request: CardRequest, loc: Loc, dealer: ArtDealer) -> Iterator[Card]:
    sizes = sizes_named(request.sizes or USUAL, edition.brand.sizes)
    if request.for_ is None:
        yield theme_card(edition, request, loc, sizes)
        return
    items = tuple(_ITEMS[request.for_](edition, request))
    design = edition.brand.designs[request.design]
    assert isinstance(design, Design)
    ids = [item.id for item in items]
    common = item_turn(edition, "")
    arts = [item.art or request.art for item in items]
    said_photos = [item.photo or request.photo for item in items]
    of_theme = request.for_ in _OF_THEME
    photos = pictures_of(edition, request.design, ids, said_photos, arts, of_theme)
    pieces = dealer.pieces(request.design, ids, arts, photos)
    series = series_of(edition, request.design, ids, photos, [item.words for item in items])
    grounds = series.grounds
    ways, toned = series.variants, series.toned(series.variants)
    alike = siblings_of(series, ways, request.only) if design.siblings else {}
    said = [{**edition.words, **{slot: text for slot, text in each.words.items() if text}} for each in items]
    for place, item in enumerate(items):
        if request.only and item.id not in request.only:
            continue
        words, beside = said[place], tuple(said[other] for other in alike.get(place, ()))
        name = request.design if not item.id else f"{request.design}-{item.id}"
        alt = item.alt or request.alt or _filled(edition, f"alt_{item.kind}", words)
        photo, where = photos[place], item.loc if item.photo else loc
        at = item.loc or loc
        art, art_loc = _art((item.art, item.loc), (request.art, loc))
        own = Turn(grounds[place], pieces[place], ways[place], art, common.set, common.deck)
        turn = replace(own, seed=name, place=place, toned=toned[place])
        told = (*where, "photo"), turn, art_loc
        yield Card(name, request.design, words, item.title, alt, at, sizes, photo, *told, beside)


def theme_card(edition: Edition, request: CardRequest, loc: Loc, sizes: tuple[Size, ...] = ()) -> Card:
    """A card of the theme alone, made for no item."""
    design, key = request.design, f"alt_{request.design.replace('-', '_')}"
    words = dict(edition.words)
    known = key if key in edition.phrases.entries else f"alt_{THEME}"
    alt = request.alt or _filled(edition, known, words)
    photo = request.photo or theme_photo(edition, design)
    where: Loc = loc if request.photo else ("theme",)
    title, theme = edition.spec.theme.title, edition.spec.theme
    art, art_loc = _art((request.art, loc), (theme.art, ("theme",)))
    turn = replace(theme_turn(edition), named=art)
    told = (*where, "photo"), turn, art_loc
    return Card(design, design, words, title, alt, loc, sizes, photo, *told)


def _art(*named: tuple[str | None, Loc]) -> tuple[str, Loc]:
    """The first that is named, and where."""
    return next(((name, (*loc, "art")) for name, loc in named if name), ("", ()))


def _filled(edition: Edition, key: str, words: Mapping[str, str]) -> str:
    """An alt text from its phrase, its gaps closed where the card lacks a word."""
    filled = edition.phrases.filled(key, _Blank(words))
    text = filled
    for mark in (".", "!", "?", "…"):
        text = text.replace(f"{mark}.", mark)
    return pruned(" ".join(text.replace(" .", ".").split()).strip(" ,;"), filled)


class _Blank(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


_Words = Mapping[str, "str | None"]
_Pictured = Message | Statistic | Quote | Resource | Event | Day | Pledge


class _Item(Record):
    kind: str
    id: str
    title: str
    words: _Words
    alt: str | None
    loc: Loc
    photo: str | None
    art: str | None

    @classmethod
    def of(cls, kind: str, id_: str, title: str, words: _Words, loc: Loc, item: _Pictured) -> _Item:
        """What a part of the spec gives a card."""
        return cls(kind, id_, title, words, item.alt, loc, getattr(item, "photo", None), item.art)


def _messages(edition: Edition, _: CardRequest) -> Iterator[_Item]:
    for number, message in enumerate(edition.spec.messages):
        words = {"headline": message.headline, "text": message.text, "kicker": edition.spec.theme.title}
        yield _Item.of("message", message.id, message.headline, words, ("messages", number), message)


def _statistics(edition: Edition, _: CardRequest) -> Iterator[_Item]:
    for number, figure in enumerate(edition.spec.statistics):
        words = {
            **figure_words(figure, edition.phrases),
            "label": figure.label,
            "source": figure.source,
            "source_line": edition.phrases.fill("source_line", source=figure.source),
        }
        title = joined(" ", (words["value"], figure.label))
        yield _Item.of("statistic", figure.id, title, words, ("statistics", number), figure)


def _quotes(edition: Edition, _: CardRequest) -> Iterator[_Item]:
    for number, quote in enumerate(edition.spec.quotes):
        quotation = edition.phrases.fill("quotation", text=quote.text)
        marks = parted(quotation, quote.text)
        words = {"text": quote.text, "quotation": quotation, **marks, "who": quote.who}
        yield _Item.of("quote", quote.id, quote.text, words, ("quotes", number), quote)


def parted(quotation: str, text: str) -> Mapping[str, str]:
    """The opening mark of a quote, and the rest with its closing one."""
    mark, found, closing = quotation.partition(str(text))
    if not found or not mark.strip():
        return {}
    closed = in_language_of(f"{text}{closing}", quotation)
    return {"mark": in_language_of(mark.strip(), quotation), "closed": closed}


def _resources(edition: Edition, _: CardRequest) -> Iterator[_Item]:
    names = _names(edition, edition.spec.resources)
    for number, resource in enumerate(edition.spec.resources):
        words = {
            "title": resource.title,
            "kind": resource.kind,
            "text": resource.description,
            **item_address(edition, resource.url),
            "kicker": edition.phrases["new_resource"],
        }
        yield _Item.of("resource", names[number], resource.title, words, ("resources", number), resource)


def _events(edition: Edition, _: CardRequest) -> Iterator[_Item]:
    names = _names(edition, edition.spec.events)
    for number, event in enumerate(edition.spec.events):
        hours, day = event_hours(edition, event), only_day(event)
        words = {
            "title": event.title,
            **month_words(edition.phrases, *event_days(event)),
            "when": hours.whole(edition.phrases),
            "date": hours.day,
            "day_number": edition.phrases.day_number(day) if day else None,
            "weekday": edition.phrases.weekday(day) if day else None,
            "time": hours.time or None,
            "place": event.place,
            "organiser": event.organiser,
            **item_address(edition, event.url),
            "kicker": edition.phrases["event"],
        }
        yield _Item.of("event", names[number], event.title, words, ("events", number), event)


def item_address(edition: Edition, url: str | None) -> dict[str, str]:
    """The slots of an item's own address, as read and as coded; without one it has the campaign's."""
    return {"url": bare_url(url), **addressed(url, edition.spec.campaign.utm)} if url else {}


def _names(edition: Edition, items: Sequence[Resource | Event]) -> list[str]:
    """What file names call each item: its id, else its title, numbered where that will not do.

    All languages have the same names, so titles serve a pack of one language alone.
    """
    names = [item.id or "" for item in items]
    alone = len(edition.spec.languages) == 1
    for number, item in enumerate(items, 1):
        title = slug(item.title, "")[:40].strip("-") if alone else ""
        ways = (title, f"{title}-{number}" if title else "", str(number), f"item-{number}")
        if not item.id:
            names[number - 1] = next(way for way in ways if way and way not in names)
    return names


def _days(edition: Edition, _: CardRequest) -> Iterator[_Item]:
    first, last = edition.spec.dates.start, edition.spec.dates.end
    for number, day in enumerate(edition.spec.days):
        date = edition.phrases.date_text(day.date, year=False)
        words = {
            **month_words(edition.phrases, day.date, day.date),
            "topic": day.topic,
            "text": day.text,
            "date": date,
            "day_number": edition.phrases.day_number(day.date),
            "weekday": edition.phrases.weekday(day.date),
            "day_month": edition.phrases.date_text(day.date, weekday=False, year=False),
            "kicker": edition.phrases["topic_of_day"],
            **place_words(edition.phrases, (day.date - first).days + 1, (last - first).days + 1),
        }
        yield _Item.of("day", day.date.isoformat(), day.topic, words, ("days", number), day)


def _countdowns(edition: Edition, request: CardRequest) -> Iterator[_Item]:
    for number in request.days_before:
        date = edition.spec.dates.start - dt.timedelta(days=number)
        words = {
            "number": edition.phrases.number(number),
            "label": edition.phrases.plural("days_to_go_words", number),
            "count": edition.phrases.plural("days_to_go", number),
            "date": edition.phrases.date_text(date, year=False),
        }
        yield _Item("countdown", str(number), words["count"], words, None, (), None, None)


def _pledge(edition: Edition, _: CardRequest) -> Iterator[_Item]:
    pledge = edition.spec.pledge
    if pledge is not None:
        words = {
            "text": pledge.text,
            **item_address(edition, pledge.url),
            "kicker": edition.phrases["pledge_label"],
        }
        yield _Item.of("pledge", "", pledge.text, words, ("pledge",), pledge)


_ITEMS = {
    "messages": _messages,
    "statistics": _statistics,
    "quotes": _quotes,
    "resources": _resources,
    "events": _events,
    "days": _days,
    "countdown": _countdowns,
    "pledge": _pledge,
}
