"""Words to copy: the posts, the key messages, the alt texts and the letters."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import StringIO

from builder.content.markdown import from_markdown
from builder.content.story import Block, Heading, ListBlock, Paragraph, Span, Story, words
from builder.kinds.kind import AssetKind
from builder.layout.look import look_of
from builder.pack.cards import cards
from builder.pack.edition import COPY, Edition
from builder.pack.formats import CSV, DOCX, TEXT
from builder.pack.plan import Plan
from builder.platforms.limits import TextLimit
from builder.platforms.posts import meant, post_text, wordings
from builder.spec.parts import Letter, Post


def plan(edition: Edition) -> Iterator[Plan]:
    """The texts that stand by themselves."""
    phrases, spec = edition.phrases, edition.spec
    if spec.posts:
        yield _text(edition, "posts", phrases["file_posts"], _posts(edition), phrases["use_posts"])
    if spec.messages:
        yield _text(
            edition, "key-messages", phrases["file_messages"], _messages(edition), phrases["use_messages"]
        )
    for letter in spec.letters:
        yield _word(edition, letter)
        blocks = (Heading(1, words(letter.title)), *from_markdown(letter.body))
        yield _text(edition, letter.id, letter.title, blocks, phrases["use_letter"])


def gather(edition: Edition, plans: tuple[Plan, ...]) -> Iterator[Plan]:
    """The tables that name the images: the posts with theirs, and the alt text of each."""
    phrases = edition.phrases
    if edition.spec.posts:
        head = [phrases[key] for key in ("post", "when", "platform", "text", "characters", "limit", "image")]
        rows = [row for post in edition.spec.posts for row in _post_rows(edition, post, plans)]
        yield _table(edition, "posts", phrases["file_posts_table"], [head, *rows], phrases["use_posts_table"])
    images = [image for image in plans if image.alt and image.format.is_pixels]
    if images:
        head = [phrases[key] for key in ("file", "title", "size", "alt_text")]
        rows = [[image.path, image.title, f"{image.width}×{image.height}", image.alt] for image in images]
        yield _table(edition, "alt-texts", phrases["file_alt_texts"], [head, *rows], phrases["use_alt_texts"])


def csv_file(rows: Iterable[Iterable[str]]) -> bytes:
    """Rows as CSV that Excel opens as UTF-8 (by its byte-order mark) and never runs.

    A cell that a spreadsheet would take for a formula starts with an apostrophe
    (OWASP, "CSV Injection").
    """
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([_safe(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def image_for(edition: Edition, post: Post, limit: TextLimit, plans: Iterable[Plan]) -> Plan | None:
    """The image of a post in the size that suits a platform, or else in any; none where it takes none."""
    if limit.image is None:
        return None
    named = [card.id for card in cards(edition) if post.card and card.named_by(post.card)]
    images = [image for image in plans if image.group in named[:1]]
    suited = (image for image in images if image.size == limit.image)
    return next(suited, images[0] if images else None)


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _post_rows(edition: Edition, post: Post, plans: tuple[Plan, ...]) -> Iterator[list[str]]:
    for limit in meant(post):
        text = post_text(post, limit.platform)
        image = image_for(edition, post, limit, plans)
        counts = (str(limit.length(text)), str(limit.limit))
        yield [post.id, post.when.isoformat(), limit.title, text, *counts, image.path if image else ""]


def _posts(edition: Edition) -> tuple[Block, ...]:
    posts = sorted(edition.spec.posts, key=lambda post: post.when)
    blocks = (block for post in posts for block in _post(edition, post))
    return (Heading(1, words(edition.phrases["file_posts"])), *blocks)


def _post(edition: Edition, post: Post) -> Iterator[Block]:
    yield Heading(2, words(f"{edition.date(post.when)} – {post.id}"))
    for text, alike in wordings(post):
        yield Paragraph(words(f"[{', '.join(_counted(edition, limit, text) for limit in alike)}]"))
        yield Paragraph((Span(text),))


def _counted(edition: Edition, limit: TextLimit, text: str) -> str:
    if excess := limit.excess(text):
        size, most = excess
        return edition.phrases.fill("too_long", platform=limit.title, count=size, limit=most)
    return limit.title


def _messages(edition: Edition) -> tuple[Block, ...]:
    items = tuple(
        tuple(Paragraph(words(text)) for text in (message.headline, message.text) if text)
        for message in edition.spec.messages
    )
    title = f"{edition.name}: {edition.phrases['file_messages']}"
    return (Heading(1, words(title)), ListBlock(items))


def _text(edition: Edition, name: str, title: str, blocks: tuple[Block, ...], use: str) -> Plan:
    return Plan(
        kind=KIND.name,
        path=edition.path(COPY, name, TEXT),
        title=title,
        format=TEXT,
        content=blocks,
        language=edition.language,
        use=use,
    )


def _word(edition: Edition, letter: Letter) -> Plan:
    story = Story(
        title=letter.title,
        author=edition.spec.campaign.organiser,
        subject=letter.audience or "",
        language=edition.language,
        blocks=from_markdown(letter.body),
        look=look_of(edition.brand, edition.language, edition.brand_name),
        rtl=edition.rtl,
    )
    return replace(
        _text(edition, letter.id, letter.title, (), edition.phrases["use_letter"]),
        path=edition.path(COPY, letter.id, DOCX),
        format=DOCX,
        content=story,
        options=(("date", edition.spec.dates.start.isoformat()),),
    )


def _table(edition: Edition, name: str, title: str, rows: list[list[str]], use: str) -> Plan:
    return Plan(
        kind=KIND.name,
        path=edition.path(COPY, name, CSV),
        title=title,
        format=CSV,
        content=csv_file(rows),
        language=edition.language,
        use=use,
    )


KIND = AssetKind(
    name="copy",
    order=60,
    help="posts with their counts, key messages, alt texts, letters",
    plan=plan,
    gather=gather,
)
