"""The campaign in every look, on a page, so that somebody can choose with her eyes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath

from builder.brand.findings import Findings
from builder.brand.looks import look_names, look_of
from builder.brand.lookstyle import read_styles
from builder.errors import Faults, Misuse, Problem, each_once
from builder.output.bundle import publish
from builder.output.cache import Kept
from builder.output.make import make, order, sound, verdict
from builder.output.workers import Workers
from builder.pack.artwork import card_plans
from builder.pack.card import Card
from builder.pack.cards import cards
from builder.pack.edition import Edition
from builder.pipeline.build import read_editions
from builder.pipeline.request import Request
from builder.platforms.sizes import sizes_named
from builder.record import Record, replace
from builder.render.html.looks import Group, Picture, pictures_page
from builder.source.validate import did_you_mean

FOLDER, PAGE = "looks", "looks.html"
_TITLE = "The campaign in every look"
_SIZES = ("instagram-square",)  # the one that all parts of a spec have
_MOST = 8  # cards of a look


class Tried(Record):
    """A look on the page: what it is, the files of its pictures, and what there is to say of them."""

    group: Group
    files: dict[str, Kept]
    problems: tuple[Problem, ...]


def fit(
    request: Request, looks: Sequence[str], tell: Callable[[str], None]
) -> tuple[Path, tuple[Problem, ...]]:
    """Draw the first card of each design in each of these looks, or in all: the page, and what is wrong.

    A look that cannot be drawn is left out and told. Misuse if there is none of a name; Faults, if none
    can be drawn, and FileTrouble leave an earlier page as it was.
    """
    tried, found = list[Tried](), list[Problem]()
    with Workers(request.jobs) as workers:
        for look in looks or look_names(request.brand):
            tell(f"{look}: {(about := _about(request, look))}")
            try:
                tried.append(_in_look(replace(request, look=look), about, workers))
            except Faults as faults:
                found += faults.problems
    found += [problem for one in tried for problem in one.problems]
    if not tried:
        raise Faults(each_once(found))
    page = pictures_page(_TITLE, [one.group for one in tried])
    files = {name: file for one in tried for name, file in one.files.items()}
    publish({PAGE: page, **files}, request.output / FOLDER)
    return request.output / FOLDER / PAGE, each_once(found)


def _about(request: Request, look: str) -> str:
    """What a look says of itself."""
    known = look_names(request.brand)
    if look not in known:
        raise Misuse(f"there is no look `{look}`; {did_you_mean(look, known) or ', '.join(known)}")
    styles = read_styles(look_of(request.brand, request.brand.name, look), Findings())
    return styles[0].about if styles else ""


def _in_look(request: Request, about: str, workers: Workers) -> Tried:
    editions, problems = read_editions(request)
    edition = editions[0]
    sizes = sizes_named(_SIZES, edition.brand.sizes)
    plans = tuple(card_plans(edition, FOLDER, ((card, size) for card in _firsts(edition) for size in sizes)))
    found = verdict(plans, request.cache, workers)
    if not sound(found):
        raise Faults(found)
    assets, noted = make(order(plans, request.cache), workers)
    files = {f"{request.look}/{PurePosixPath(asset.plan.path).name}": asset for asset in assets}
    pictures = tuple(Picture(name, asset.plan.alt, edition.language) for name, asset in files.items())
    return Tried(
        Group(request.look, about, pictures),
        {name: asset.file for name, asset in files.items()},
        each_once((*problems, *found, *noted)),
    )


def _firsts(edition: Edition) -> list[Card]:
    """The first card of each design, in the spec's order."""
    firsts = dict[str, Card]()
    for card in cards(edition):
        firsts.setdefault(card.design, card)
    return list(firsts.values())[:_MOST]
