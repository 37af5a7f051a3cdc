"""Words to copy: the posts, the key messages, the alt texts and the letters."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.story import Block, Heading, ListBlock, Paragraph, Span, Story, words
from builder.kinds.copy.letterhead import letterhead
from builder.kinds.copy.tables import NAME, gather
from builder.kinds.kind import AssetKind
from builder.layout.look import look_of
from builder.pack.edition import COPY, Edition
from builder.pack.formats import DOCX, TEXT
from builder.pack.plan import Plan
from builder.pack.texts import written
from builder.platforms.limits import TextLimit
from builder.platforms.posts import wordings
from builder.record import replace
from builder.spec.dated import Post
from builder.spec.parts import Letter
from builder.tagged import APART, in_language_of


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
        blocks = (Heading(1, words(letter.title)), *written(edition, letter.body))
        yield _text(edition, letter.id, letter.title, blocks, phrases["use_letter"])


def _posts(edition: Edition) -> tuple[Block, ...]:
    posts = sorted(edition.spec.posts, key=lambda post: post.moment)
    blocks = (block for post in posts for block in _post(edition, post))
    return (Heading(1, words(edition.phrases["file_posts"])), *blocks)


def _post(edition: Edition, post: Post) -> Iterator[Block]:
    when = edition.phrases.moment_text(post.day, post.time)
    yield Heading(2, words(f"{when} – {post.id}"))
    for text, alike in wordings(post):
        named = edition.phrases.listed(_counted(edition, limit, text) for limit in alike)
        yield Paragraph(words(in_language_of(f"[{named}]", named)))
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
    title = f"{edition.name}{edition.phrases.colon}{edition.phrases['file_messages']}"
    return (Heading(1, words(title)), ListBlock(items))


def _text(edition: Edition, name: str, title: str, blocks: tuple[Block, ...], use: str) -> Plan:
    return Plan(
        kind=NAME,
        path=edition.path(COPY, name, TEXT),
        title=title,
        format=TEXT,
        content=blocks,
        language=edition.language,
        use=use,
    )


def _word(edition: Edition, letter: Letter) -> Plan:
    look = look_of(edition.brand, edition.language, edition.brand_name)
    story = Story(
        title=letter.title,
        author=edition.spec.campaign.organiser,
        subject=letter.audience or "",
        language=edition.language,
        blocks=written(edition, letter.body),
        look=look,
        rtl=edition.rtl,
        running=f"{edition.name}{APART}{edition.words['website']}",
        letterhead=letterhead(edition, look),
    )
    return replace(
        _text(edition, letter.id, letter.title, (), edition.phrases["use_letter"]),
        path=edition.path(COPY, letter.id, DOCX),
        format=DOCX,
        content=story,
        options=(("date", edition.spec.dates.start.isoformat()),),
    )


KIND = AssetKind(
    name=NAME,
    order=60,
    help="posts with their counts and for planners, key messages, alt texts, letters",
    plan=plan,
    gather=gather,
)
