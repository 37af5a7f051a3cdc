"""Galleries of a guide: rows that are level, none of them left over at the head of a page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from sample_story import composed, look, story

from builder.color import Color
from builder.content.columns import even_columns
from builder.content.frame import Fill, Frame, Text
from builder.content.pages import Owned, Page, Pages, Thumbnail
from builder.content.story import Block, Figure, Gallery, Heading, Paragraph, words
from builder.geometry.box import Box
from builder.layout.flow.compose import Composer
from builder.layout.flow.flow import Spot
from builder.layout.flow.galleries import Rows
from builder.layout.flow.paginate import paginate
from builder.layout.flow.typesetter import GUTTER

OVER = "The images (continued)"


def shown(width: float, height: float, caption: str = "") -> Figure:
    ground = Fill(Box(0, 0, width, height), Color(53, 33, 79))
    return Figure(Frame(width, height, "px", (ground,), "en-GB"), "A picture", words(caption))


def lines(count: int) -> tuple[Block, ...]:
    return tuple(Paragraph(words("A line.")) for _ in range(count))


def pictures(page: Page) -> Iterator[Box]:
    for item in page.items:
        if isinstance(item, Owned) and isinstance(item.item, Thumbnail):
            yield item.item.box


def rows(pages: Pages) -> list[int]:
    """How many rows of pictures stand on each page."""
    return [len({round(box.y, 1) for box in pictures(page)}) for page in pages.pages]


def texts(page: Page) -> list[str]:
    items = (item.item for item in page.items if isinstance(item, Owned))
    return [item.words.strip() for item in items if isinstance(item, Text)]


@pytest.mark.parametrize("count", range(9, 48))
@pytest.mark.parametrize("above", [0, 9, 17])
def test_no_row_of_small_pictures_is_left_over_for_a_page(count: int, above: int) -> None:
    pages = paginate(story(*lines(above), Gallery((shown(60, 60),) * count, 4), *lines(3)))
    stood = [number for number in rows(pages) if number]
    assert len(stood) == 1 or min(stood) >= 2, stood


def test_a_gallery_that_goes_on_says_so_at_the_head_of_the_page() -> None:
    pages = paginate(story(Heading(2, words("The images")), Gallery((shown(60, 60),) * 44, 4, OVER)))
    first, *others = pages.pages
    assert OVER not in texts(first)
    assert others
    assert all(texts(page)[0] == OVER for page in others)


def test_pictures_of_a_row_are_as_high_as_each_other_and_their_captions_level() -> None:
    mixed = tuple(shown(*size, "What it is") for size in ((70, 100), (100, 100), (100, 100)))
    (page,) = paginate(story(Gallery(mixed, 3))).pages
    boxes = list(pictures(page))
    assert {round(box.h, 2) for box in boxes} == {round(boxes[0].h, 2)}
    assert boxes[-1].right == pytest.approx(look().width - look().outer)
    items = (item.item for item in page.items if isinstance(item, Owned))
    captions = [item for item in items if isinstance(item, Text) and "What" in item.words]
    assert len({caption.lines[0].baseline for caption in captions}) == 1


def test_rows_of_one_shape_stand_under_each_other_the_last_ones_too() -> None:
    (page,) = paginate(story(Gallery((shown(60, 60),) * 6, 4))).pages
    left = sorted(round(box.x, 1) for box in pictures(page))
    assert left == [left[0]] * 2 + [left[2]] * 2 + left[4:]


def test_a_picture_beside_one_much_wider_is_not_lowered_for_it() -> None:
    (page,) = paginate(story(Gallery((shown(70, 100), shown(900, 100)), 2))).pages
    upright, _ = pictures(page)
    assert upright.h > 0.2 * look().height


@pytest.mark.parametrize(("count", "columns"), [(21, 4), (41, 4), (21, 5), (6, 5), (13, 4)])
def test_no_picture_is_left_over_alone_as_the_first_is_as_large_as_four(count: int, columns: int) -> None:
    pages = paginate(story(Gallery((shown(60, 60),) * count, columns)))
    boxes = [box for page in pages.pages for box in pictures(page)]
    assert len(boxes) == count
    first, *others = boxes
    assert {round(box.w, 2) for box in others} == {round(others[0].w, 2)}
    assert first.w > 2 * others[0].w
    beside = [box for box in pictures(pages.pages[0]) if box.x > first.x and box.y < first.bottom]
    assert max(box.bottom for box in beside) == pytest.approx(first.bottom, abs=0.01)
    last = [box for box in pictures(pages.pages[-1]) if round(box.y, 1) == round(boxes[-1].y, 1)]
    assert len(last) > 1


def test_the_first_is_as_large_as_four_among_pictures_of_another_shape_too() -> None:
    pages = paginate(story(Gallery((shown(60, 60),) * 12 + (shown(60, 75),) * 6, 4)))
    first, *others = (box for page in pages.pages for box in pictures(page))
    assert first.w > 2 * max(box.w for box in others)


@pytest.mark.parametrize("last", [(100, 125), (100, 178), (191, 100)])
@pytest.mark.parametrize("count", range(2, 12))
@pytest.mark.parametrize("columns", [4, 5])
def test_pictures_without_words_are_all_about_as_high_as_each_other(
    columns: int, count: int, last: tuple[int, int]
) -> None:
    """Whatever their shapes: rows hold more of narrow ones. The first may be as large as four."""
    for first in (10, 11, 12):
        pages = paginate(story(Gallery((shown(60, 60),) * first + (shown(*last),) * count, columns)))
        boxes = [box for page in pages.pages for box in pictures(page)]
        assert len(boxes) == first + count
        others = boxes[boxes[0].h > 1.5 * boxes[1].h :]
        heights = [box.h for box in others]
        assert max(heights) / min(heights) < 1.45, (first, heights)
        ends = {round(box.right, 1) for box in others}
        assert max(ends) == pytest.approx(look().width - look().outer, abs=0.1)


def test_a_picture_with_words_below_it_is_not_set_larger_than_its_fellows() -> None:
    pages = paginate(story(Gallery((shown(60, 60, "What it is"),) * 5, 4)))
    assert len({round(box.w, 2) for page in pages.pages for box in pictures(page)}) == 1


@pytest.mark.parametrize(("count", "most", "columns"), [(7, 3, 4), (10, 3, 4), (8, 3, 3), (9, 4, 3)])
def test_rows_have_one_more_where_one_would_be_left_over(count: int, most: int, columns: int) -> None:
    assert even_columns(count, most) == columns


@pytest.mark.parametrize("above", [0, 20])
def test_a_wide_picture_alone_is_as_wide_as_the_text_however_much_room_there_is(above: int) -> None:
    pages = paginate(story(*lines(above), Gallery((shown(160, 90),), 1)))
    (box,) = (box for page in pages.pages for box in pictures(page))
    text = look().inner + look().hang
    assert (box.x, box.right) == pytest.approx((text, look().width - look().outer))


def test_words_stand_beside_pictures_that_would_leave_half_of_their_columns_empty() -> None:
    said = "Source: a trust, its report of the year."
    (flow,) = composed(story(Gallery((shown(45, 100, said),) * 2, 2)))
    (low,) = flow.lower
    whole = Composer(story()).column
    assert low.height(whole) < 0.75 * flow.height(whole)
    items = [each.item for each in low.placed(Spot(look().inner, 0, whole, 1)) if isinstance(each, Owned)]
    boxes = [item.box for item in items if isinstance(item, Thumbnail)]
    told = [line for item in items if isinstance(item, Text) for line in item.lines]
    for box in boxes:
        own = [line for line in told if 0 < line.runs[0].x - box.right < 2 * GUTTER]
        assert own and all(line.baseline < box.bottom for line in own)
    assert len({box.y for box in boxes}) == 1


def test_two_pictures_fill_their_columns_with_their_words_below() -> None:
    """Where their page has room: else they are lower. No words stand in a column as narrow as a word."""
    said = "Source: a trust, its report of the year. Five sizes: a post, a square, a story, a link."
    (flow,) = composed(story(Gallery((shown(100, 100, said),) * 2, 2)))
    whole = Composer(story()).column
    for form, least in ((flow, 0.49), (flow.lower[0], 0.3)):
        placed = form.placed(Spot(look().inner, 0, whole, 1))
        items = [each.item for each in placed if isinstance(each, Owned)]
        one, two = (item.box for item in items if isinstance(item, Thumbnail))
        assert one.w == two.w > least * (whole - GUTTER)
        told = [line for item in items if isinstance(item, Text) for line in item.lines]
        assert min(line.baseline for line in told) > one.bottom


def test_pictures_lower_than_their_columns_stand_beside_each_other_without_holes() -> None:
    (flow,) = composed(story(Gallery((shown(50, 100, "Poster"),) * 3, 3)))
    (low,) = flow.lower
    items = low.placed(Spot(look().inner, 0, Composer(story()).column, 1))
    boxes = [each.item.box for each in items if isinstance(each, Owned) and isinstance(each.item, Thumbnail)]
    assert [two.x - one.right for one, two in pairwise(boxes)] == pytest.approx([GUTTER] * 2)


def test_few_words_below_narrow_pictures_let_one_row_have_them_all() -> None:
    mixed = tuple(
        shown(*size, "Poster\nIn the folder posters") for size in ((70, 100),) * 3 + ((100, 100),) * 2
    )
    (flow,) = composed(story(Gallery(mixed, 3)))
    (low,) = flow.lower
    assert isinstance(low, Rows)
    assert len(low.children) == 1


def test_pictures_nearly_of_one_shape_have_their_captions_on_one_line() -> None:
    nearly = tuple(shown(*size, "What it is") for size in ((100, 141), (100, 141), (100, 143)))
    (page,) = paginate(story(Gallery(nearly, 3))).pages
    assert len({round(box.h, 2) for box in pictures(page)}) == 1
