"""What belongs together on the pages of a guide: heads with entries, terms and pictures with their words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from sample_story import look, story
from test_large_print import PICTURE, SQUARE
from test_large_print import laid_out as in_large_print
from test_openings import bands, lines, opening

from builder.content.frame import Text
from builder.content.pages import Owned, Page, Pages, Thumbnail
from builder.content.story import (
    Block,
    Copy,
    Definition,
    Definitions,
    Feature,
    Figure,
    Gallery,
    Heading,
    Paragraph,
    PostCard,
    words,
)
from builder.layout.flow.paginate import paginate
from builder.layout.largeprint import large_print
from builder.record import replace

GRID = look().grid


def placed(page: Page) -> Iterator[tuple[str, float]]:
    """Each text of a page and its first baseline, `picture` and the top of each picture."""
    for item in page.items:
        if isinstance(item, Owned) and isinstance(item.item, Text):
            yield item.item.words.strip(), item.item.lines[0].baseline
        elif isinstance(item, Owned) and isinstance(item.item, Thumbnail):
            yield "picture", item.item.box.y


def page_of(pages: Pages, said: str) -> int:
    return next(number for number, page in enumerate(pages.pages) if said in dict(placed(page)))


def entries(*terms: str) -> Definitions:
    return Definitions(tuple(Definition(term, (Paragraph(words(f"At {term}.")),), "note") for term in terms))


def test_the_head_of_entries_is_nearer_to_them_than_to_those_before_it() -> None:
    blocks = Heading(2, words("Monday")), entries("8:00"), Heading(2, words("Tuesday")), entries("9:00")
    (page,) = paginate(story(*blocks)).pages
    at = dict(placed(page))
    assert at["Tuesday"] - at["At 8:00."] > 1.3 * (at["At 9:00."] - at["Tuesday"])
    assert at["At 9:00."] - at["Tuesday"] == pytest.approx(at["At 8:00."] - at["Monday"], abs=GRID / 2)


def test_entries_are_not_drawn_apart_to_fill_a_page() -> None:
    terms = [f"{hour}:00" for hour in range(8, 16)]
    filler = Paragraph(words("\n".join(["A line."] * 24)))
    few, full = (paginate(story(entries(*terms), *more)) for more in ((), (filler, filler)))
    for pages in (few, full):
        at = [y for said, y in placed(pages.pages[0]) if said.startswith("At ")]
        steps = {round(two - one, 1) for one, two in pairwise(at)}
        assert len(steps) == 1
        assert max(steps) <= 4 * GRID


def test_where_one_term_is_much_higher_than_its_text_all_of_its_list_stand_above_theirs() -> None:
    """In the column of the text: a single one across both columns would look like a heading of its own."""
    long = "An article for newsletters, intranets and parish magazines and for the boards of associations"
    at = dict(placed(paginate(story(entries(long, "Short"))).pages[0]))
    assert at[f"At {long}."] > next(y for said, y in at.items() if said == long)
    assert at["At Short."] > at["Short"] + 1
    (page,) = paginate(story(entries(long, "Short"))).pages
    texts = [item.item for item in page.items if isinstance(item, Owned) and isinstance(item.item, Text)]
    terms = [text.lines[0].runs[0].x for text in texts if text.words.strip() in (long, "Short")]
    assert terms == pytest.approx([look().inner + look().hang] * 2)


@pytest.mark.parametrize("count", range(2, 40))
def test_no_list_goes_on_with_what_looks_left_over(count: int) -> None:
    pages = paginate(story(entries(*(f"{number}:00" for number in range(count)))))
    stood = [sum(said.startswith("At ") for said, _ in placed(page)) for page in pages.pages]
    assert len(stood) == 1 or stood[-1] >= (3 if count >= 6 else 2), stood


@pytest.mark.parametrize("above", range(1, 24, 2))
def test_in_large_print_no_page_parts_a_term_or_a_post_from_its_words(above: int) -> None:
    said = "\n\n".join(f"Line {number} of what is said." for number in range(6))
    post = PostCard("Tuesday", (Copy("X", "10 of 280", words(said)),), picture=SQUARE, alt="A square")
    pages = in_large_print(*lines(above), entries("8:00"), post)
    assert page_of(pages, "8:00") == page_of(pages, "note") == page_of(pages, "At 8:00.")
    shown = [number for number, page in enumerate(pages.pages) if "picture" in dict(placed(page))]
    assert page_of(pages, "Line 0 of what is said.") == page_of(pages, "Tuesday") == shown[0]


def test_in_large_print_two_messages_with_their_cards_fill_a_page() -> None:
    said = (Heading(2, words("A message")), Paragraph(words("What it says.")))
    pages = in_large_print(*(Feature(PICTURE, said),) * 4).pages
    assert [[said for said, _ in placed(page)].count("picture") for page in pages] == [2, 2]


def test_in_large_print_three_rows_of_three_pictures_fill_a_page() -> None:
    pages = in_large_print(*lines(2), Gallery((Figure(SQUARE, "A square"),) * 27, 4, "More")).pages
    assert [[said for said, _ in placed(page)].count("picture") for page in pages] == [9, 9, 9]


def test_no_chapter_s_head_stands_alone_above_what_cannot_be_parted() -> None:
    tall: tuple[Block, ...] = (Paragraph(words("Use these.")), Feature(PICTURE, lines(40)))
    for head in (opening(1), opening(1, 350.0)):
        (first, *_) = paginate(story(head, *tall)).pages
        assert bands(first)
        assert "Use these." in dict(placed(first))


def test_a_long_running_foot_stays_on_the_page() -> None:
    large = large_print(look())
    told = replace(story(*lines(3)), look=large, running="A campaign whose name is a long one " * 3)
    pages = paginate(told)
    low = max(y for item in pages.pages[0].items for y in baselines(item))
    assert large.height - large.bottom < low < large.height


def baselines(item: object) -> list[float]:
    found = isinstance(item, Owned) and isinstance(item.item, Text)
    return [line.baseline for line in item.item.lines] if found else []


def test_a_short_chapter_asks_for_no_more_room_than_it_takes() -> None:
    pages = paginate(story(opening(1), *lines(28), opening(2, quiet=True), *lines(3))).pages
    assert len(pages) == 1
