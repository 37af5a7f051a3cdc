"""The guide: a small book that tells partners what the campaign is and how to join in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from builder.brand.uses import GROUNDS, OWN_GROUND
from builder.content.notes import numbered
from builder.content.story import Block, Contents, PageBreak, Story
from builder.kinds.guide.chapters import CHAPTERS, Chapter, voice
from builder.kinds.guide.images import images
from builder.kinds.guide.openings import back, chapter_photos, cover, opening, running_head, tails
from builder.kinds.kind import AssetKind
from builder.layout.largeprint import large_print
from builder.layout.look import look_of
from builder.pack.coverage import boxed_texts, crowded_tables, upright_texts
from builder.pack.edition import Edition
from builder.pack.formats import BOOK_PRINT_PDF, DOCX, STORY_PDF
from builder.pack.photographs import credits_of
from builder.pack.plan import Plan
from builder.pack.printing import printed_book
from builder.pack.texts import written
from builder.record import replace
from builder.spec.names import Names

_PARTS = {"previous": "previous_weeks", "get-involved": "get_involved"}  # chapters not called as their part
_FEW = 10  # pages, cover and all, of which nobody needs a list
_RICH = 8  # blocks of a chapter that may open with a page of its own
_CONTENTS = "contents"
_SHOWING = "images"  # the chapter that shows what the other kinds make
_LAST = "contact"  # the back cover, where it ends the guide
_OWN_BEFORE = "posts"  # where the lead's own chapters stand if the spec gives no order


def story(edition: Edition, plans: tuple[Plan, ...] = ()) -> Story:
    """The guide of a pack, which shows what the plans make."""
    spec, phrases = edition.spec, edition.phrases
    title = f"{edition.name}{phrases.colon}{spec.guide.title or phrases['guide']}"
    order, look = _order(edition), look_of(edition.brand, edition.language, edition.brand_name)
    last = back(edition, look, CHAPTERS[_LAST].blocks(edition)) if order[-1:] == [_LAST] else None
    written_chapters = tuple(_written(edition, order[:-1] if last else order, plans))
    photos = chapter_photos(edition, [_CONTENTS, *(name for name, _ in written_chapters)])
    ground = GROUNDS[_CONTENTS]
    contents = opening(edition, _CONTENTS, phrases["contents"], 0, ground, photos[_CONTENTS])
    chapters = tuple(_chapters(edition, written_chapters, photos))
    listed = (contents, Contents("", depth=2, spared=_FEW), PageBreak())
    end = (last,) if last else ()
    return Story(
        title=title,
        author=spec.campaign.organiser,
        subject=spec.theme.title,
        language=edition.language,
        blocks=(cover(edition), *listed, *numbered(chapters), *end),
        look=replace(look, tails=tails(edition), head=running_head(edition)),
        rtl=edition.rtl,
        keywords=(spec.theme.hashtag, *spec.hashtags),
        running=edition.name,
        voices=tuple(voice(edition, quote) for quote in spec.quotes["why" in order :]),
    )


def _written(
    edition: Edition, order: list[str], plans: tuple[Plan, ...]
) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """The chapters that have anything to say, in their order."""
    own = {chapter.id: chapter for chapter in edition.spec.guide.own}
    shown = {**CHAPTERS, _SHOWING: Chapter(CHAPTERS[_SHOWING].title, partial(images, plans=plans))}
    for name in order:
        blocks = written(edition, own[name].body) if name in own else shown[name].blocks(edition)
        if blocks:
            yield name, tuple(blocks)


def _chapters(
    edition: Edition, chapters: Sequence[tuple[str, tuple[Block, ...]]], photos: Mapping[str, str | None]
) -> Iterator[Block]:
    own = {chapter.id: chapter for chapter in edition.spec.guide.own}
    for number, (name, blocks) in enumerate(chapters, 1):
        title = own[name].title if name in own else edition.phrases[CHAPTERS[name].title]
        ground = OWN_GROUND if name in own else GROUNDS[name]
        yield opening(edition, name, title, number, ground, photos[name], rich=len(blocks) >= _RICH)
        yield from blocks


def _order(edition: Edition) -> list[str]:
    """The chapters in the lead's order, or in the usual one with the lead's own among them."""
    guide = edition.spec.guide
    own = [chapter.id for chapter in guide.own]
    usual = list(CHAPTERS)
    before = usual.index(_OWN_BEFORE)
    order = list(dict.fromkeys(guide.chapters)) or [*usual[:before], *own, *usual[before:]]
    return [name for name in order if name not in guide.leave_out]


def nothing(_: Edition) -> tuple[Plan, ...]:
    """It plans after the others alone."""
    return ()


def gather(edition: Edition, plans: tuple[Plan, ...]) -> Iterator[Plan]:
    """The guide for screens and to edit; for a print shop and in large print where that is asked for."""
    told = partial(story, plans=plans)
    book = told(edition)
    left_out = [_PARTS.get(name, name) for name in CHAPTERS if name not in _order(edition)]
    plan = Plan(
        kind="guide",
        path=edition.path("guide", "guide", STORY_PDF),
        title=edition.phrases["file_guide"],
        format=STORY_PDF,
        content=book,
        language=edition.language,
        alt=edition.phrases.fill("guide_alt", theme=edition.spec.theme.title),
        use=edition.phrases["use_guide"],
        call=edition.phrases["start_open_guide"],
        group="guide",
        credits=credits_of(edition, *(photo.id for photo in edition.spec.photos)),
        options=(("date", edition.spec.dates.start.isoformat()),),
        notes=(
            *boxed_texts(edition, book, left_out),
            *upright_texts(edition, book),
            *crowded_tables(edition, book),
        ),
        find=edition.place,
    )
    yield plan
    yield replace(
        plan,
        path=edition.path("guide", "guide", DOCX),
        title=edition.phrases["file_guide_word"],
        format=DOCX,
        use=edition.phrases["use_guide_word"],
        call="",
    )
    if edition.spec.guide.print_edition:
        yield replace(
            plan,
            path=edition.path("guide", "guide-print", BOOK_PRINT_PDF),
            title=edition.phrases.listed((edition.phrases["file_guide"], edition.phrases["file_print"])),
            format=BOOK_PRINT_PDF,
            content=printed_book(edition, told),
            use=edition.phrases["use_print"],
            call="",
            notes=(),
        )
    if edition.spec.guide.large_print:
        yield replace(
            plan,
            path=edition.path("guide", "guide-large-print", STORY_PDF),
            title=edition.phrases["file_guide_large"],
            content=replace(book, look=large_print(book.look), running=edition.short_name),
            use=edition.phrases["use_guide_large"],
            call="",
            notes=(),
        )


KIND = AssetKind(
    name="guide",
    order=10,
    help="the guide to the campaign, a small book (PDF, Word)",
    plan=nothing,
    gather=gather,
    names=Names(chapters=tuple(CHAPTERS)),
)
