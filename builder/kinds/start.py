"""The start page and the note on the edition: what is in the pack, and what each file is for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from builder.brand.identity import Brand
from builder.color import Color, contrast, parse_color
from builder.kinds.kind import AssetKind
from builder.layout.fonts import FontBook, own_script
from builder.markdown import from_markdown
from builder.media import Font
from builder.pack import Pack
from builder.page import Entry, Link, Page, Scheme, Section
from builder.phrases import phrases
from builder.plan import Plan
from builder.platforms import SIZES
from builder.story import Block, Heading, ListBlock, Paragraph, words

# The sections of the page in the order that a partner asks for them; kinds not named here follow.
_ORDER = (
    "guide",
    "social",
    "slides",
    "posters",
    "infographic",
    "copy",
    "calendar",
    "email",
    "backgrounds",
    "pledge",
)
_PREVIEWS = ("instagram-square", "instagram-portrait", "link", "x-post")
_LABELS = ("start_skip", "start_parts", "start_terms", "start_contact", "alt_text", "language", "start_first")
_IMAGES = ("image/png", "image/jpeg", "image/svg+xml")
_SIZE_TITLES = {size.key: size.title for size in SIZES}
_READABLE = 4.5  # WCAG 2.2, 1.4.3


def nothing(_: Pack) -> tuple[Plan, ...]:
    """It plans after the others alone."""
    return ()


def gather(pack: Pack, plans: tuple[Plan, ...]) -> Iterator[Plan]:
    """`start-here.html` and `changes.txt`, with the language in the name of all but the first."""
    blank = Plan(
        kind=KIND.name, path="", media_type="", title="", renderer="", content=None, language=pack.language
    )
    yield replace(
        blank,
        path=_name(pack, pack.language, "start-here", "html"),
        media_type="text/html",
        title=pack.phrases["file_start"],
        renderer="html",
        content=_page(pack, plans),
    )
    yield replace(
        blank,
        path=_name(pack, pack.language, "changes", "txt"),
        media_type="text/plain",
        title=pack.phrases["file_changes"],
        renderer="text",
        content=_changes(pack, plans),
    )


def _name(pack: Pack, language: str, name: str, ending: str) -> str:
    if language == pack.spec.languages[0]:
        return f"{name}.{ending}"
    return f"{name}_{replace(pack, language=language).suffix}.{ending}"


def _page(pack: Pack, plans: tuple[Plan, ...]) -> Page:
    spec, book = pack.spec, pack.phrases
    guide = next(
        (plan for plan in plans if plan.kind == "guide" and plan.media_type == "application/pdf"), None
    )
    usage = from_markdown(spec.usage.terms, top=3) if spec.usage else ()
    return Page(
        lang=pack.language,
        rtl=pack.rtl,
        title=f"{book['start_title']}: {spec.campaign.name} {pack.year}",
        kicker=spec.campaign.name,
        theme=spec.theme.title,
        strapline=spec.theme.strapline or "",
        dates=book.date_range(spec.dates.start, spec.dates.end),
        hero=_hero(pack, plans),
        intro=book["start_intro"],
        labels=tuple((key, book[key]) for key in _LABELS),
        first=Link(guide.path, book["start_open_guide"], "PDF") if guide else None,
        sections=tuple(_sections(pack, plans)),
        terms=usage,
        contact=spec.campaign.contact,
        others=tuple(_other(pack, language) for language in spec.languages if language != pack.language),
        scheme=_scheme(pack.brand, pack.language),
    )


def _hero(pack: Pack, plans: tuple[Plan, ...]) -> str:
    """A card that says more than the page's own title."""
    cards = [plan for plan in plans if plan.size == _PREVIEWS[0]]
    others = [plan for plan in cards if not plan.title.startswith(pack.spec.theme.title)]
    return next((plan.path for plan in (*others, *cards)), "")


def _other(pack: Pack, language: str) -> Link:
    name = phrases(language).locale.get_display_name(language.split("-")[0]) or language
    return Link(_name(pack, language, "start-here", "html"), name, lang=language)


def _sections(pack: Pack, plans: Iterable[Plan]) -> Iterator[Section]:
    kinds = dict[str, list[Plan]]()
    for plan in plans:
        kinds.setdefault(plan.kind, []).append(plan)
    for kind in sorted(kinds, key=lambda kind: (*_ORDER, kind).index(kind)):
        title = pack.phrases.get(f"kind_{kind}", kind)
        count = pack.phrases.plural("files", len(kinds[kind]))
        yield Section(kind, title, count, tuple(_entries(pack, kinds[kind])))


def _entries(pack: Pack, plans: list[Plan]) -> Iterator[Entry]:
    for _, group in groupby(plans, key=lambda plan: plan.group or plan.path):
        files = list(group)
        links = tuple(_link(pack, plan) for plan in files)
        shown = _shown(files)
        count = pack.phrases.plural("files", len(files))
        title = files[0].title.removesuffix(f" ({_SIZE_TITLES.get(files[0].size)})")
        if shown is None:
            yield Entry(title, count, links)
        else:
            yield Entry(title, count, links, shown.path, shown.width, shown.height, shown.alt)


def _shown(files: list[Plan]) -> Plan | None:
    """The file that shows what an entry looks like."""
    images = [plan for plan in files if plan.media_type in _IMAGES]
    preferred = (plan for size in _PREVIEWS for plan in images if plan.size == size)
    return next(preferred, images[0] if images else None)


def _link(pack: Pack, plan: Plan) -> Link:
    ending = plan.path.rpartition(".")[2].upper()
    pixels = pack.phrases.fill("pixels", width=plan.width, height=plan.height) if plan.width else ""
    label = _SIZE_TITLES.get(plan.size, plan.title)
    return Link(plan.path, label, ", ".join(part for part in (pixels, ending) if part), plan.use)


def _scheme(brand: Brand, language: str) -> Scheme:
    paper, ink = _color(brand, "background", "#FFFFFF"), _color(brand, "foreground", "#1A1A1A")
    band = _color(brand, "primary", ink.hex)
    on_band = max(paper, ink, Color(255, 255, 255), key=lambda color: contrast(color, band))
    if contrast(paper, ink) < _READABLE:
        ink = max(Color(0, 0, 0), Color(255, 255, 255), key=lambda color: contrast(color, paper))
    faces = (
        _faces(brand, role, weight, language)
        for role, weight in (("display", 600), ("text", 400), ("text", 700))
    )
    return Scheme(paper, ink, band, on_band, Color(255, 255, 255) if paper.luminance > 0.5 else ink, *faces)


def _color(brand: Brand, role: str, otherwise: str) -> Color:
    try:
        return brand.color(role)
    except KeyError:
        return parse_color(otherwise)


def _faces(brand: Brand, role: str, weight: int, language: str) -> tuple[Font, ...]:
    book = FontBook(brand, role, weight, language)
    scripts = dict.fromkeys((own_script(language), "Latn"))
    return tuple(dict.fromkeys(font for script in scripts for font in book.chain(script)[:1]))


def _changes(pack: Pack, plans: tuple[Plan, ...]) -> tuple[Block, ...]:
    book = pack.phrases
    counts = {
        kind: sum(plan.kind == kind for plan in plans) for kind in dict.fromkeys(plan.kind for plan in plans)
    }
    lines = [f"{book.get(f'kind_{kind}', kind)}: {book.plural('files', n)}" for kind, n in counts.items()]
    return (
        Heading(1, words(f"{pack.spec.campaign.name} {pack.year}")),
        Paragraph(words(book["changes_holds"])),
        ListBlock(tuple((Paragraph(words(line)),) for line in lines)),
    )


KIND = AssetKind(name="start", help="the start page and the note on the edition", plan=nothing, gather=gather)
