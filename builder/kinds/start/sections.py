"""The parts of the pack on the start page: images, posts and files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from builder.content.page import Card, Download, Picture, Post, Section, Wording
from builder.kinds.start.look import main_color
from builder.pack.cards import cards
from builder.pack.edition import Edition
from builder.pack.plan import Plan
from builder.platforms.counting import count, post_text
from builder.platforms.sizes import SIZES, TEXT_LIMITS
from builder.spec.parts import Post as SpecPost

# The order in which a partner asks for them; kinds not named here follow.
_ORDER = (
    "guide",
    "social",
    "posts",
    "slides",
    "posters",
    "infographic",
    "copy",
    "calendar",
    "email",
    "backgrounds",
    "pledge",
)
_PREVIEWS = ("instagram-square", "instagram-portrait", "link", "x-post")  # what looks best small
_SIZE_TITLES = {size.key: size.title for size in SIZES}
_BRIGHT = 0.5  # luminance from which a logo is lost on white


def sections(edition: Edition, plans: Iterable[Plan]) -> Iterator[Section]:
    """A section for each kind of file, and one for the posts."""
    kinds = dict[str, list[Plan]]()
    for plan in plans:
        kinds.setdefault(plan.kind, []).append(plan)
    made = {kind: _section(edition, kind, found) for kind, found in kinds.items()}
    if edition.spec.posts:
        images = made["social"].cards if "social" in made else ()
        made["posts"] = _posts(edition, images)
    order = sorted(made, key=lambda kind: (*_ORDER, kind).index(kind))
    return _told_apart(made[kind] for kind in order)


def _section(edition: Edition, kind: str, plans: list[Plan]) -> Section:
    groups = [list(group) for _, group in groupby(plans, key=lambda plan: plan.group or plan.path)]
    shown = [(_picture(edition, files), files) for files in groups]
    sizes = dict.fromkeys(size.key for size in SIZES if any(plan.size == size.key for plan in plans))
    return Section(
        id=f"{edition.suffix}-{kind}",
        title=edition.phrases.get(f"kind_{kind}", kind),
        count=edition.phrases.plural("files", len(plans)),
        intro=edition.phrases.get(f"start_{kind}_intro", ""),
        cards=tuple(_card(edition, kind, picture, files) for picture, files in shown if picture),
        files=tuple(_file(edition, plan) for picture, files in shown if not picture for plan in files),
        sizes=tuple((key, _SIZE_TITLES[key]) for key in sizes),
    )


def _told_apart(sections: Iterable[Section]) -> Iterator[Section]:
    """The sections, each card called by another name: where titles are alike, with its section's."""
    taken = Counter[str]()
    for section in sections:
        cards = []
        for card in section.cards:
            name = f"{card.title}, {section.title}" if taken[card.title] else card.title
            taken.update({card.title, name})
            cards.append(replace(card, name=f"{name} ({taken[name]})" if taken[name] > 1 else name))
        yield replace(section, cards=tuple(cards))


def _card(edition: Edition, kind: str, picture: Picture, files: list[Plan]) -> Card:
    title = files[0].title.removesuffix(f" ({_SIZE_TITLES.get(files[0].size)})")
    downloads = tuple(_file(edition, plan) for plan in files)
    count = edition.phrases.plural("sizes" if all(plan.size for plan in files) else "files", len(files))
    return Card(f"{edition.suffix}-{kind}-{files[0].group}", title, title, picture, count, downloads)


def _picture(edition: Edition, files: list[Plan]) -> Picture | None:
    """The file that shows what a card looks like; none if no image among them has a known size."""
    images = [plan for plan in files if plan.format.is_image and plan.width]
    preferred = (plan for size in _PREVIEWS for plan in images if plan.size == size)
    if shown := next(preferred, images[0] if images else None):
        return Picture(shown.path, shown.width, shown.height, shown.alt)
    logo = edition.brand.logos.get(files[0].group)
    drawing = next((plan for plan in files if plan.format.is_drawing), None)
    if logo is None or drawing is None:
        return None
    bright = main_color(logo).luminance > _BRIGHT
    size = round(logo.view.w), round(logo.view.h)
    return Picture(drawing.path, *size, drawing.alt, loose=True, on_dark=bright)


def _file(edition: Edition, plan: Plan) -> Download:
    detail = edition.phrases.fill("pixels", width=plan.width, height=plan.height) if plan.width else ""
    return Download(
        href=plan.path,
        title=_SIZE_TITLES.get(plan.size, plan.title),
        detail=detail,
        format=plan.format.label,
        use=plan.use,
        size=plan.size,
        width=plan.width,
        height=plan.height,
        opens=plan.format.opens,
    )


def _posts(edition: Edition, images: tuple[Card, ...]) -> Section:
    ordered = sorted(edition.spec.posts, key=lambda post: post.when)
    return Section(
        id=f"{edition.suffix}-posts",
        title=edition.phrases["start_posts"],
        count=edition.phrases.plural("posts", len(ordered)),
        intro=edition.phrases["posts_intro"],
        posts=tuple(_of_one_day(_post(edition, post, images) for post in ordered)),
    )


def _of_one_day(posts: Iterable[Post]) -> Iterator[Post]:
    """The posts, those after the first of a day numbered."""
    for _, day in groupby(posts, key=lambda post: post.title):
        for number, post in enumerate(day, 1):
            yield replace(post, title=f"{post.title} ({number})") if number > 1 else post


def _post(edition: Edition, post: SpecPost, images: tuple[Card, ...]) -> Post:
    named = [card.id for card in cards(edition) if post.card and card.named_by(post.card)][:1]
    card = next((card for card in images if card.id.removeprefix(f"{edition.suffix}-social-") in named), None)
    title = edition.phrases.date_text(post.when, year=False)
    return Post(f"{edition.suffix}-post-{post.id}", title, tuple(_wordings(edition, post)), card)


def _wordings(edition: Edition, post: SpecPost) -> Iterator[Wording]:
    """Each text once, with the platforms that take it and how they count it."""
    alike: dict[str, list[tuple[str, str]]] = {}
    for limit in TEXT_LIMITS.values():
        text = post_text(post, limit.platform)
        length = count(limit.platform, text)
        if length <= limit.limit:
            numbers = {"count": edition.phrases.number(length), "limit": edition.phrases.number(limit.limit)}
            alike.setdefault(text.strip(), []).append(
                (limit.title, edition.phrases.fill("start_count", **numbers))
            )
    for text, counts in alike.items():
        yield Wording(text, tuple(counts))
