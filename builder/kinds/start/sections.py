"""The parts of the pack on the start page: images, posts and files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from builder.content.page import Download, PagePost, Preview, Section, Tile, Wording
from builder.kinds.start.events import events_section, is_event
from builder.kinds.start.pictures import picture
from builder.pack.cards import cards
from builder.pack.edition import Edition
from builder.pack.exhibits import in_common
from builder.pack.plan import Plan
from builder.platforms.limits import TextLimit
from builder.platforms.posts import wordings
from builder.record import replace
from builder.spec.dated import Post as SpecPost
from builder.tagged import in_language_of


def sections(edition: Edition, plans: Iterable[Plan]) -> Iterator[Section]:
    """A section for each kind of file in the order of the plans; the posts follow what has their images."""
    kinds, of_events = dict[str, list[Plan]](), list[Plan]()
    for plan in plans:
        if is_event(plan):
            of_events.append(plan)
        else:
            kinds.setdefault(plan.kind, []).append(plan)
    shown = [_section(edition, kind, files) for kind, files in kinds.items()]
    if edition.spec.events:
        place = next((number for number, kind in enumerate(kinds) if kind == "calendar"), len(shown))
        shown.insert(place, events_section(edition, of_events))
    if edition.spec.posts:
        sized = (number for number, section in enumerate(shown, 1) if section.sizes)
        images = {plan.group: plan.path for files in reversed(kinds.values()) for plan in files if plan.size}
        shown.insert(next(sized, 1), _posts(edition, images, shown))
    return _told_apart(edition, shown)


def _section(edition: Edition, kind: str, plans: list[Plan]) -> Section:
    groups = [list(group) for _, group in groupby(plans, key=lambda plan: plan.group or plan.path)]
    shown = [(picture(edition, files), files) for files in groups]
    used = {plan.size for plan in plans}
    return Section(
        id=f"{edition.suffix}-{kind}",
        title=edition.phrases.get(f"kind_{kind}", kind),
        count=edition.phrases.plural("files", len(plans)),
        intro=edition.phrases.get(f"start_{kind}_intro", ""),
        cards=tuple(_card(edition, kind, image, files) for image, files in shown if image),
        files=tuple(_file(edition, plan) for image, files in shown if not image for plan in files),
        sizes=tuple((size.key, edition.size_title(size)) for size in edition.brand.sizes if size.key in used),
    )


def _size_title(edition: Edition, plan: Plan) -> str:
    """What the size of a file is called; empty if it is none of the brand's."""
    return next((edition.size_title(size) for size in edition.brand.sizes if size.key == plan.size), "")


def _told_apart(edition: Edition, sections: Iterable[Section]) -> Iterator[Section]:
    """The sections, each card called by another name: where titles are alike, with its section's."""
    taken = Counter[str]()
    for section in sections:
        cards = []
        for card in section.cards:
            name = edition.phrases.listed((card.title, section.title)) if taken[card.title] else card.title
            taken.update({card.title, name})
            numbered = in_language_of(f"{name} ({taken[name]})", name)
            cards.append(replace(card, name=numbered if taken[name] > 1 else name))
        yield replace(section, cards=tuple(cards))


def _card(edition: Edition, kind: str, shown: Preview, files: list[Plan]) -> Tile:
    size = _size_title(edition, files[0])
    first = files[0].title
    named = first.removesuffix(f" ({size})") if size else in_common([plan.title for plan in files])
    title = in_language_of(named, first)
    downloads = tuple(_file(edition, plan) for plan in files)
    count = edition.phrases.plural("sizes" if all(plan.size for plan in files) else "files", len(files))
    return Tile(f"{edition.suffix}-{kind}-{files[0].group}", title, title, shown, count, downloads)


def _file(edition: Edition, plan: Plan) -> Download:
    detail = edition.phrases.fill("pixels", width=plan.width, height=plan.height) if plan.width else ""
    return Download(
        href=plan.path,
        title=_size_title(edition, plan) or plan.title,
        detail=detail,
        format=plan.format.label,
        use=plan.use,
        size=plan.size,
        width=plan.width,
        height=plan.height,
        opens=plan.format.opens,
    )


def _posts(edition: Edition, images: Mapping[str, str], shown: Sequence[Section]) -> Section:
    """The posts, each with its card among those shown; `images` has a file of each group."""
    of_files = {file.href: card for section in shown for card in section.cards for file in card.files}
    cards_shown = {group: of_files[path] for group, path in images.items() if path in of_files}
    ordered = sorted(edition.spec.posts, key=lambda post: post.moment)
    return Section(
        id=f"{edition.suffix}-posts",
        title=edition.phrases["start_posts"],
        count=edition.phrases.plural("posts", len(ordered)),
        intro=edition.phrases["posts_intro"],
        posts=tuple(_of_one_day(_post(edition, post, cards_shown) for post in ordered)),
    )


def _of_one_day(posts: Iterable[PagePost]) -> Iterator[PagePost]:
    """The posts, those after the first of a day numbered."""
    for _, day in groupby(posts, key=lambda post: post.title):
        for number, post in enumerate(day, 1):
            yield replace(post, title=f"{post.title} ({number})") if number > 1 else post


def _post(edition: Edition, post: SpecPost, shown: Mapping[str, Tile]) -> PagePost:
    named = [card.id for card in cards(edition) if post.card and card.named_by(post.card)][:1]
    card = next((shown[name] for name in named if name in shown), None)
    title = edition.phrases.moment_text(post.day, post.time, year=False)
    image = edition.phrases.fill("with_image", image=card.title) if card else ""
    return PagePost(f"{edition.suffix}-post-{post.id}", title, tuple(_wordings(edition, post)), card, image)


def _wordings(edition: Edition, post: SpecPost) -> Iterator[Wording]:
    """Each text once, with the platforms that take it and how they count it."""
    for text, limits in wordings(post):
        counts = tuple((limit.title, _count(edition, text, limit)) for limit in limits if limit.takes(text))
        if counts:
            yield Wording(text, counts)


def _count(edition: Edition, text: str, limit: TextLimit) -> str:
    length, most = edition.phrases.number(limit.length(text)), edition.phrases.number(limit.most(text))
    return edition.phrases.fill("start_count", count=length, limit=most)
