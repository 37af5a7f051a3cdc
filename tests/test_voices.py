"""Quotations that stand where a chapter's last page is left with room for one."""

from collections.abc import Iterator

from docx_text import Word
from sample_story import story

from builder.content.frame import Text
from builder.content.pages import Element, Owned, Page, Pages
from builder.content.story import Block, BlockQuote, Heading, Paragraph, words
from builder.content.walk import spoken
from builder.layout.flow.paginate import paginate
from builder.record import replace
from builder.render.docx import render_docx


def quote(said: str, pulled: bool = False) -> BlockQuote:
    return BlockQuote((Paragraph(words(said)),), "A parent", pulled=pulled)


VOICES = tuple(quote(f"Voice {number} said so.") for number in "ABC")


def chapter(number: int, lines: int, *more: Block) -> tuple[Block, ...]:
    """A chapter of so many lines."""
    text = Paragraph(words("\n".join(["A line of words."] * lines)))
    return (Heading(1, words(f"Chapter {number}"), f"chapter-{number}", str(number)), text, *more)


def laid_out(*content: Block, voices: tuple[BlockQuote, ...] = VOICES) -> Pages:
    return paginate(replace(story(*content), voices=voices))


def said_on(page: Page) -> str:
    items = (item.item for item in page.items if isinstance(item, Owned))
    return " ".join(item.words for item in items if isinstance(item, Text))


def drawn(page: Page) -> list[object]:
    return [item.item if isinstance(item, Owned) else item for item in page.items]


def voices_of(pages: Pages) -> list[list[str]]:
    """Which voices stand on each page."""
    return [[letter for letter in "ABC" if f"Voice {letter}" in said_on(page)] for page in pages.pages]


def roles(element: Element) -> Iterator[str]:
    yield element.role
    for child in element.children:
        yield from roles(child)


def test_the_emptiest_pages_on_which_a_chapter_ends_have_a_voice_each_in_their_order() -> None:
    content = (*chapter(1, 24), *chapter(2, 36), *chapter(3, 20))
    pages = laid_out(*content, voices=VOICES[:2])
    assert voices_of(pages) == [["A"], [], ["B"]]
    assert voices_of(laid_out(*content)) == [["A"], [], ["B"]]  # and no more than there is room for


def test_a_voice_is_read_where_it_stands_and_one_without_room_not_at_all() -> None:
    pages = laid_out(*chapter(1, 24), *chapter(2, 30), voices=VOICES[:1])
    heard = [role for role in roles(pages.structure) if role in ("H1", "BlockQuote")]
    assert heard == ["H1", "BlockQuote", "H1"]
    assert "" not in set(roles(pages.structure))
    full = laid_out(*chapter(1, 36), *chapter(2, 36))
    assert voices_of(full) == [[], []]
    assert "BlockQuote" not in set(roles(full.structure))


def test_a_long_voice_leaves_its_place_to_one_that_fits() -> None:
    long = quote("Voice A said very much. " * 60)
    pages = laid_out(*chapter(1, 24), *chapter(2, 36), voices=(long, VOICES[1]))
    assert voices_of(pages) == [["B"], []]


def test_two_voices_never_follow_each_other() -> None:
    own = quote("Voice C said so.", pulled=True)
    pages = laid_out(*chapter(1, 20, own), *chapter(2, 36), voices=VOICES[:1])
    assert voices_of(pages) == [["C"], []]


def test_what_has_no_voices_is_laid_out_as_ever() -> None:
    content = (*chapter(1, 30), *chapter(2, 10), *chapter(3, 20))
    long = quote("Voice A said very much. " * 400)
    with_voices, without = (laid_out(*content, voices=voices) for voices in ((long,), ()))
    assert [drawn(page) for page in with_voices.pages] == [drawn(page) for page in without.pages]


def test_a_format_without_pages_has_each_voice_once_at_the_end_of_a_chapter() -> None:
    content = tuple(block for number in range(1, 5) for block in chapter(number, 2))
    blocks = spoken(replace(story(*content), voices=VOICES[:2]))
    assert [block for block in blocks if block not in VOICES] == [*content]
    places = [blocks.index(voice) for voice in VOICES[:2]]
    assert places == [4, 9]
    assert len(spoken(replace(story(*chapter(1, 2)), voices=VOICES))) == 3


def test_a_page_that_is_nearly_full_is_left_as_it_is() -> None:
    assert voices_of(laid_out(*chapter(1, 31), *chapter(2, 36))) == [[], []]


def test_the_word_copy_says_every_voice() -> None:
    content = replace(story(*chapter(1, 4), *chapter(2, 4)), voices=VOICES[:2])
    told = "".join(Word(render_docx(content)).body.itertext())
    assert all(told.count(f"Voice {letter} said so.") == 1 for letter in "AB")
