"""Words to copy: the posts, the key messages, the alt texts and the letters."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import StringIO
from itertools import groupby

from builder.content.markdown import from_markdown
from builder.content.story import Block, Heading, ListBlock, Paragraph, Span, Story, words
from builder.kinds.kind import AssetKind
from builder.layout.look import look_of
from builder.pack.cards import cards
from builder.pack.edition import Pack
from builder.pack.plan import Plan
from builder.platforms.counting import count, post_text
from builder.platforms.sizes import TEXT_LIMITS, TextLimit
from builder.render.formats import CSV, DOCX, TEXT
from builder.spec.parts import Letter, Post


def plan(pack: Pack) -> Iterator[Plan]:
    """The texts that stand by themselves."""
    phrases, spec = pack.phrases, pack.spec
    if spec.posts:
        yield _text(pack, "posts", phrases["file_posts"], _posts(pack), phrases["use_posts"])
    if spec.messages:
        yield _text(pack, "key-messages", phrases["file_messages"], _messages(pack), phrases["use_messages"])
    for letter in spec.letters:
        yield _word(pack, letter)
        blocks = (Heading(1, words(letter.title)), *from_markdown(letter.body))
        yield _text(pack, letter.id, letter.title, blocks, phrases["use_letter"])


def gather(pack: Pack, plans: tuple[Plan, ...]) -> Iterator[Plan]:
    """The tables that name the images: the posts with theirs, and the alt text of each."""
    phrases = pack.phrases
    if pack.spec.posts:
        head = [phrases[key] for key in ("post", "when", "platform", "text", "characters", "limit", "image")]
        rows = [row for post in pack.spec.posts for row in _post_rows(pack, post, plans)]
        yield _table(pack, "posts", phrases["file_posts_table"], [head, *rows], phrases["use_posts_table"])
    images = [image for image in plans if image.alt and image.format.is_pixels]
    if images:
        head = [phrases[key] for key in ("file", "title", "size", "alt_text")]
        rows = [[image.path, image.title, f"{image.width}×{image.height}", image.alt] for image in images]
        yield _table(pack, "alt-texts", phrases["file_alt_texts"], [head, *rows], phrases["use_alt_texts"])


def sheet(rows: Iterable[Iterable[str]]) -> bytes:
    """Rows as CSV that Excel opens as UTF-8 (by its byte-order mark) and never runs.

    A cell that a spreadsheet would take for a formula starts with an apostrophe
    (OWASP, "CSV Injection").
    """
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([_safe(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def image_for(pack: Pack, post: Post, limit: TextLimit, plans: Iterable[Plan]) -> Plan | None:
    """The image of a post in the size that suits a platform, or else in any."""
    named = [card.id for card in cards(pack) if post.card and card.named_by(post.card)]
    images = [image for image in plans if image.group in named[:1]]
    suited = (image for image in images if f"_{limit.image}_" in image.path)
    return next(suited, images[0] if images else None)


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _post_rows(pack: Pack, post: Post, plans: tuple[Plan, ...]) -> Iterator[list[str]]:
    for limit in TEXT_LIMITS.values():
        text = post_text(post, limit.platform)
        image = image_for(pack, post, limit, plans)
        counts = (str(count(limit.platform, text)), str(limit.limit))
        yield [post.id, post.when.isoformat(), limit.title, text, *counts, image.path if image else ""]


def _posts(pack: Pack) -> tuple[Block, ...]:
    posts = sorted(pack.spec.posts, key=lambda post: post.when)
    blocks = (block for post in posts for block in _post(pack, post))
    return (Heading(1, words(pack.phrases["file_posts"])), *blocks)


def _post(pack: Pack, post: Post) -> Iterator[Block]:
    yield Heading(2, words(f"{pack.date(post.when)} – {post.id}"))
    limits = sorted(TEXT_LIMITS.values(), key=lambda limit: post_text(post, limit.platform))
    for text, alike in groupby(limits, key=lambda limit: post_text(post, limit.platform)):
        yield Paragraph(words(f"[{', '.join(_counted(pack, limit, text) for limit in alike)}]"))
        yield Paragraph((Span(text),))


def _counted(pack: Pack, limit: TextLimit, text: str) -> str:
    length = count(limit.platform, text)
    if length <= limit.limit:
        return limit.title
    return pack.phrases.fill("too_long", platform=limit.title, count=length, limit=limit.limit)


def _messages(pack: Pack) -> tuple[Block, ...]:
    items = tuple(
        tuple(Paragraph(words(text)) for text in (message.headline, message.text) if text)
        for message in pack.spec.messages
    )
    title = f"{pack.spec.campaign.name} {pack.year}: {pack.phrases['file_messages']}"
    return (Heading(1, words(title)), ListBlock(items))


def _text(pack: Pack, name: str, title: str, blocks: tuple[Block, ...], use: str) -> Plan:
    return Plan(
        kind=KIND.name,
        path=pack.path("copy", name, TEXT),
        title=title,
        format=TEXT,
        content=blocks,
        language=pack.language,
        use=use,
    )


def _word(pack: Pack, letter: Letter) -> Plan:
    story = Story(
        title=letter.title,
        author=pack.spec.campaign.organiser,
        subject=letter.audience or "",
        language=pack.language,
        blocks=from_markdown(letter.body),
        look=look_of(pack.brand, pack.language),
        rtl=pack.rtl,
    )
    return replace(
        _text(pack, letter.id, letter.title, (), pack.phrases["use_letter"]),
        path=pack.path("copy", letter.id, DOCX),
        format=DOCX,
        content=story,
        options=(("date", pack.spec.dates.start.isoformat()),),
    )


def _table(pack: Pack, name: str, title: str, rows: list[list[str]], use: str) -> Plan:
    return Plan(
        kind=KIND.name,
        path=pack.path("copy", name, CSV),
        title=title,
        format=CSV,
        content=sheet(rows),
        language=pack.language,
        use=use,
    )


KIND = AssetKind(
    name="copy", help="posts with their counts, key messages, alt texts, letters", plan=plan, gather=gather
)
