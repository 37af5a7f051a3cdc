"""A story as pages: what stands on which page, where, and what it means. No PDF is made."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator
from itertools import pairwise, product
from typing import Any

import pytest
from sample_story import chapters, composed, look, story

from builder.color import Color
from builder.content.frame import Fill, Frame, Path, Text
from builder.content.markdown import from_markdown
from builder.content.pages import Artifact, Element, Link, Owned, Page, Pages, PlacedFrame, Stroke, Thumbnail
from builder.content.story import (
    Block,
    BlockQuote,
    Callout,
    Columns,
    Contents,
    Copy,
    Definition,
    Definitions,
    Feature,
    Figure,
    Gallery,
    Head,
    Heading,
    ListBlock,
    Note,
    Opening,
    PageBreak,
    Pair,
    Pairs,
    Paragraph,
    Plate,
    Plates,
    PostCard,
    PullFigure,
    Span,
    Specimen,
    Table,
    words,
)
from builder.geometry.box import Box
from builder.layout.flow.compose import COMPOSE
from builder.layout.flow.drawn import STYLED, drawn
from builder.layout.flow.flow import Flow, part, pile, stepped
from builder.layout.flow.paginate import paginate
from builder.layout.flow.tables import crowded
from builder.record import replace
from builder.text.fallback import choose

SENTENCE = "Every baby needs somebody who is delighted to see them, and every parent needs somebody too. "
LONG = SENTENCE * 10
FOOT = Artifact("Pagination", "Footer")
AGAIN = Artifact("Pagination")
FILLERS = range(28, 50)  # lines of text before what is tried: with some of these counts the page ends in it


def laid_out(*blocks: Block, rtl: bool = False, **given: Any) -> Pages:
    return paginate(story(*blocks, rtl=rtl, **given))


def filler(lines: int) -> tuple[Block, ...]:
    """Text that takes so many lines."""
    return (Paragraph((Span("\n".join(["A line of words."] * lines)),)),)


def texts(page: Page) -> Iterator[tuple[Text, Owned]]:
    """The texts of a page but its foot, with their owners."""
    for owned in owned_on(page):
        if isinstance(owned.item, Text) and owned.owner != FOOT:
            yield owned.item, owned


def owned_on(page: Page) -> Iterator[Owned]:
    return (item for item in page.items if isinstance(item, Owned))


def thumbnails(pages: Pages) -> list[tuple[int, Thumbnail, Owned]]:
    """The pictures of frames, with the page of each, from 0."""
    shown = ((number, owned) for number, page in enumerate(pages.pages) for owned in owned_on(page))
    return [(number, each.item, each) for number, each in shown if isinstance(each.item, Thumbnail)]


def said(page: Page) -> str:
    return "\n".join(line.text for text, _ in texts(page) for line in text.lines)


def page_with(pages: Pages, text: str) -> int:
    (number,) = (number for number, page in enumerate(pages.pages) if text in said(page))
    return number


def lines_of(page: Page, element: int) -> int:
    """How many lines of an element a page has."""
    return len(
        {line.baseline for text, owned in texts(page) if owned.owner == element for line in text.lines}
    )


def walk(element: Element) -> Iterator[Element]:
    """The element and all below it, in reading order."""
    yield element
    for child in element.children:
        yield from walk(child)


def elements(pages: Pages, role: str) -> list[Element]:
    return [element for element in walk(pages.structure) if element.role == role]


def owned_by(pages: Pages, number: int) -> str:
    """The words that an element has itself."""
    own = (text.words for page in pages.pages for text, owned in texts(page) if owned.owner == number)
    return "".join(own).strip()


# What holds together ------------------------------------------------------------------


@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_heading_never_stands_alone_at_the_foot_of_a_page(level: int) -> None:
    """Two lines of its text at least stand under it, whatever comes before."""
    stands = set()
    for lines in FILLERS:
        pages = laid_out(*filler(lines), Heading(level, words("A heading")), Paragraph(words(LONG)))
        number = page_with(pages, "A heading")
        assert lines_of(pages.pages[number], elements(pages, "P")[1].number) >= 2, lines
        stands.add(number)
    assert stands == {0, 1}


def test_two_headings_move_to_the_next_page_together() -> None:
    for lines in FILLERS:
        blocks = Heading(1, words("One heading")), Heading(2, words("Another")), Paragraph(words(SENTENCE))
        pages = laid_out(*filler(lines), *blocks)
        assert page_with(pages, "One heading") == page_with(pages, "Another"), lines


@pytest.mark.parametrize("last", [Heading(2, words("The end")), Paragraph(words("The end"), "lead")])
@pytest.mark.parametrize("opened", [True, False])
def test_a_chapter_takes_nothing_of_the_one_before_it_to_its_page(last: Block, opened: bool) -> None:
    """A message without a text, or a lead, ends the chapter where it stands."""
    band = Opening(square(story().look.width, 200), "A chapter", id="chapter")
    chapter = band if opened else Heading(1, words("A chapter"), "chapter")
    moved = 0
    for lines in FILLERS:
        alone = page_with(laid_out(*filler(lines), last), "The end")
        pages = laid_out(*filler(lines), last, chapter, Paragraph(words("Its text. " + LONG)))
        assert page_with(pages, "The end") == alone, lines
        moved += page_with(pages, "Its text.") > alone
    assert moved


def test_headings_that_nothing_stands_under_fill_their_pages() -> None:
    pages = laid_out(*(Heading(2, words(f"Message {number}.")) for number in range(48)))
    assert len(pages.pages) <= 4


def test_a_heading_with_a_kicker_keeps_what_follows_too() -> None:
    for lines in FILLERS:
        pages = laid_out(
            *filler(lines), Heading(1, words("A heading"), "a", "01"), Paragraph(words(SENTENCE))
        )
        assert page_with(pages, "A heading") == page_with(pages, "Every baby") == page_with(pages, "01")


@pytest.mark.parametrize("lines", [2, 3, 4, 5, 7])
def test_a_paragraph_leaves_neither_widow_nor_orphan(lines: int) -> None:
    split = 0
    tried = Paragraph((Span("\n".join(["Another line."] * lines)),))
    for before in FILLERS:
        pages = laid_out(*filler(before), tried)
        number = elements(pages, "P")[1].number
        counts = [lines_of(page, number) for page in pages.pages]
        assert sum(counts) == lines
        assert 1 not in counts, before
        split += sum(count > 0 for count in counts) > 1
    assert bool(split) == (lines >= 4)


def test_what_introduces_a_list_stays_with_its_first_item() -> None:
    for lines in FILLERS:
        pages = laid_out(*filler(lines), *from_markdown("These are the items:\n\n- one\n- two\n- three"))
        assert page_with(pages, "These are the items:") == page_with(pages, "one"), lines


def test_a_low_table_stands_on_one_page_and_a_high_one_is_parted() -> None:
    header = words("One"), words("Two")
    low, high = (Table(header, tuple((words(f"Row {n}."), ()) for n in range(rows))) for rows in (9, 60))
    for lines in FILLERS:
        pages = laid_out(*filler(lines), low)
        assert page_with(pages, "Row 0.") == page_with(pages, "Row 8."), lines
    pages = laid_out(*filler(20), replace(high, widths=(0.9, 0.1)))
    assert page_with(pages, "Row 0.") == 0 < page_with(pages, "Row 59.")


def test_rows_of_a_gallery_are_as_far_from_each_other_on_every_page() -> None:
    for lines in FILLERS:
        pages = laid_out(*filler(lines), Gallery((Figure(square(), "A square"),) * 44, 4))
        tops = [[item.y for number, item, _ in thumbnails(pages) if number == page] for page in range(4)]
        steps = {round(two - one, 2) for page in tops for one, two in pairwise(sorted(set(page)))}
        assert len(steps) == 1, lines


def test_tables_side_by_side_go_on_under_their_title() -> None:
    """Seen again, and not heard: rows without one belong to nothing."""
    rows = tuple((words(f"Size {number} of all"), words("1")) for number in range(30))
    table = Table((words("Platform"), words("Size")), rows)
    columns = Columns(((table,), (table,)), continued="Sizes (continued)")
    over = list[Page]()
    for lines in FILLERS:
        pages = laid_out(*filler(lines), Heading(2, words("Sizes")), columns)
        parted = page_with(pages, "Size 0 ") != page_with(pages, "Size 29")
        further = [page for page in pages.pages if "Sizes (continued)" in said(page)]
        assert bool(further) == parted, lines
        over += further
    for page in over:
        top, *_ = texts(page)
        assert (top[0].words.strip(), top[1].owner) == ("Sizes (continued)", AGAIN)
    assert over


def test_entries_of_a_day_are_parted_under_its_title_which_is_seen_again_and_not_heard() -> None:
    entries = [Definition(f"{hour}:00", (Paragraph(words(f"Event {hour}.")),)) for hour in range(10, 20)]
    day = Heading(2, words("Tuesday")), Definitions(tuple(entries), continued="Tuesday (continued)")
    parted = 0
    for lines in FILLERS:
        pages = laid_out(*filler(lines), *day, Heading(2, words("Wednesday")))
        first, last = page_with(pages, "Event 10."), page_with(pages, "Event 19.")
        over = [page for page in pages.pages if "Tuesday (continued)" in said(page)]
        assert over == list(pages.pages[first + 1 : last + 1]), lines
        for page in over:
            top, *_ = texts(page)
            assert (top[0].words.strip(), top[1].owner) == ("Tuesday (continued)", AGAIN)
            parted += 1
        assert len(elements(pages, "H1")) == 2  # those of the days
    assert parted


def test_what_introduces_a_card_beside_its_words_stays_with_it() -> None:
    ground = Fill(Box(0, 0, 60, 60), Color(53, 33, 79))
    card = Figure(Frame(60, 60, "px", (ground,), "en-GB"), "A card", width=0.46)
    for lines in FILLERS:
        introduced = Paragraph(words("Use these:")), Feature(card, (Paragraph(words("What it says")),))
        pages = laid_out(*filler(lines), *introduced)
        assert page_with(pages, "Use these:") == page_with(pages, "What it says"), lines


def test_a_low_callout_is_not_parted_and_a_high_one_is() -> None:
    low = Callout((Paragraph((Span("First.\n" * 5 + "Last."),)),), "Mind")
    high = Callout(tuple(Paragraph(words(f"Part {n}. {SENTENCE * 4}")) for n in range(20)), "Mind")
    grounds = set()
    for lines in FILLERS:
        pages = laid_out(*filler(lines), low)
        assert page_with(pages, "Mind") == page_with(pages, "Last."), lines
        pages = laid_out(*filler(lines), high)
        first = page_with(pages, "Mind")
        assert "Part 0." in said(pages.pages[first]), lines
        grounds.add(sum(isinstance(one.item, Path) for one in owned_on(pages.pages[-1])))
    assert grounds == {1}  # its last part stands on a ground of its own


def test_a_callout_that_ends_a_list_does_not_leave_its_last_entry() -> None:
    names = ("First", "Second", "Third", "Last")
    listed = Definitions(tuple(Definition(name, (Paragraph(words("Said")),)) for name in names))
    panel = Callout((Paragraph(words(SENTENCE * 2)),), "The pledge")
    followed = 0
    for lines in FILLERS:
        pages = laid_out(*filler(lines), listed, panel)
        assert page_with(pages, "Last") == page_with(pages, "The pledge"), lines
        followed += page_with(pages, "First") != page_with(pages, "Last")
    assert followed


def test_no_page_ends_or_begins_with_one_entry_of_a_list() -> None:
    names = tuple(f"Term {number}" for number in range(5))
    listed = Definitions(tuple(Definition(name, (Paragraph(words("Said")),)) for name in names))
    parted = set()
    for lines in FILLERS:
        pages = laid_out(*filler(lines), Heading(2, words("The day")), listed)
        stood = [page_with(pages, name) for name in names]
        assert stood[0] == stood[1] == page_with(pages, "The day"), lines
        assert stood[-2] == stood[-1], lines
        parted |= {stood.count(stood[0])}
    assert len(parted) > 1


def test_lines_of_a_post_that_begin_with_a_dash_hang_in_an_indent() -> None:
    said = f"Three things:\n– {SENTENCE * 2}\n– the other"
    copies = Copy("X", "3 of 280", words(said)), Copy("Y", "1", words("-5 is cold"))
    pages = laid_out(PostCard("Monday", copies))
    assert [owned_by(pages, label.number).strip() for label in elements(pages, "Lbl")] == ["–", "–"]
    first = [elements(pages, role)[0].number for role in ("Lbl", "LBody")]
    dash, long = (text for text, owned in texts(pages.pages[0]) if owned.owner in first)
    assert len(long.lines) > 1
    assert {line.runs[0].x for line in long.lines} == {long.lines[0].runs[0].x}
    assert dash.lines[0].runs[0].x < long.lines[0].runs[0].x
    assert dash.lines[0].baseline == long.lines[0].baseline


def test_lists_have_the_marks_of_their_kind_and_say_which_it_is() -> None:
    item = (Paragraph(words("An item")),)
    pages = laid_out(ListBlock((item, item), ordered=True, start=9), ListBlock((item,)))
    assert [owned_by(pages, label.number) for label in elements(pages, "Lbl")] == ["9.", "10.", "•"]
    kinds = [[(each.name, each.value) for each in found.attributes] for found in elements(pages, "L")]
    assert kinds == [[("ListNumbering", "Decimal")], [("ListNumbering", "Disc")]]


def test_lists_are_parted_between_items_and_in_long_ones() -> None:
    long_item = "\n".join(["A long item."] * 30)
    pages = laid_out(*filler(30), ListBlock(((Paragraph((Span(long_item),)),), (Paragraph(words("End")),))))
    (body, *_) = elements(pages, "LBody")
    number = body.children[0].number
    assert [lines_of(page, number) >= 2 for page in pages.pages] == [True, True]
    assert sum(lines_of(page, number) for page in pages.pages) == 30


def test_a_picture_that_does_not_fit_goes_to_the_next_page_with_its_caption() -> None:
    picture = Figure(square(), "A square", words("Its caption"))
    for lines in FILLERS:
        pages = laid_out(*filler(lines), picture)
        ((number, shown, _),) = thumbnails(pages)
        assert number == page_with(pages, "Its caption")
        assert shown.box.bottom <= pages.height - story().look.bottom + 0.01, lines


def test_a_picture_higher_than_its_share_of_a_page_is_made_smaller() -> None:
    pages = laid_out(Figure(square(100, 900), "A tower"))
    ((_, shown, _),) = thumbnails(pages)
    box = shown.box
    assert box.h < 0.6 * pages.height
    assert box.w / box.h == pytest.approx(100 / 900)


def test_a_card_keeps_its_title_with_its_words_and_its_picture_beside_them() -> None:
    card = PostCard("Monday", (Copy("X", "3 of 280", words(SENTENCE * 2)),), picture=square(), alt="A square")
    for lines in FILLERS:
        pages = laid_out(*filler(lines), card)
        ((number, shown, _),) = thumbnails(pages)
        assert page_with(pages, "Monday") == page_with(pages, "3 of 280") == number
        assert shown.box.right < story().look.inner + story().look.hang


def test_a_parted_card_is_seen_again_on_the_next_page_and_heard_once() -> None:
    copies = tuple(Copy(name, "3 of 280", words(SENTENCE * 9)) for name in ("X", "Mastodon", "LinkedIn"))
    card = PostCard("Monday", copies, picture=square(), alt="A square", continued="Monday (more)")
    parted = 0
    for lines in FILLERS:
        pages = laid_out(*filler(lines), card)
        shown = thumbnails(pages)
        first, _, picture = shown[0]
        heard = [each.number for role in ("H1", "Figure") for each in elements(pages, role)]
        assert heard[1:] == [picture.owner]
        assert owned_by(pages, heard[0]) == "Monday"
        for number, page in enumerate(pages.pages[first + 1 :], first + 1):
            parted += 1
            assert said(page).startswith("Monday (more)")
            (picture,) = (owned for at, _, owned in shown if at == number)
            heads = [owned for text, owned in texts(page) if text.words.startswith("Monday")]
            assert picture.owner == heads[0].owner == Artifact("Pagination")
    assert parted


def test_a_post_that_takes_half_a_page_and_more_is_copied_from_one() -> None:
    line = "A line of a post."
    for lines in FILLERS:
        copy = Copy("X", "3 of 280", words(f"{line}\n" * 24))
        pages = laid_out(*filler(lines), PostCard("Monday", (copy,)))
        counts = [said(page).count(line) for page in pages.pages]
        assert sorted(filter(None, counts)) == [24], lines


def test_a_low_post_goes_on_over_the_page_rather_than_leave_much_of_it_white() -> None:
    copies = Copy("X", "3", words("Short")), Copy("Y", "9", words("\n\n".join(["A part of it."] * 12)))
    card, left, parted = PostCard("Monday", copies), [], 0
    for lines in range(10, 40):
        pages = laid_out(*filler(lines), card)
        foot = pages.height - look().bottom
        if len(pages.pages) > 1 and "Short" in said(pages.pages[0]):
            lows = [text.lines[-1].baseline for text, _ in texts(pages.pages[0])]
            left.append((foot - max(low for low in lows if low < foot)) / pages.height)
            parted += 0 < said(pages.pages[0]).count("A part") < 12
    assert parted
    assert max(left) < 0.2


def test_words_that_go_on_over_the_page_say_so_and_are_heard_under_their_name_once() -> None:
    long = Copy("Y", "9 of 280", words("\n\n".join(["A part of it."] * 12)), "Y (more)")
    card, parted = PostCard("Monday", (Copy("X", "3", words("Short")), long)), 0
    for lines in range(10, 40):
        pages = laid_out(*filler(lines), card)
        for before, page in pairwise(pages.pages):
            if "A part of it." in said(before) and "A part of it." in said(page):
                shown = {text.words.strip(): owned.owner for text, owned in texts(page)}
                parted += 1
                assert shown["Y (more)"] == Artifact("Pagination")
                assert not {"Y", "9 of 280"} & {*shown}
    assert parted


def test_the_white_above_heads_in_a_page_gives_way_where_that_spares_a_page() -> None:
    """Alike above all of them, in steps of half the grid, and by no more than a line."""
    own = story().look
    heads = [Opening(square(600.0, 40.0), str(n), str(n), f"c{n}", quiet=True) for n in (1, 2, 3)]
    whites = list[float]()
    for lines in range(12, 40):
        long = (filler(8), filler(8), filler(lines))
        told = laid_out(*(block for head, text in zip(heads, long, strict=True) for block in (head, *text)))
        if len(told.pages) > 1:
            break
        (page,) = told.pages
        baselines = [line.baseline for text, _ in texts(page) for line in text.lines]
        assert max(baselines) < own.height - own.bottom
        bars = [each.item for each in owned_on(page) if isinstance(each.item, Stroke) and each.item.width > 1]
        one, two = (bar.points[0][1] - max(y for y in baselines if y < bar.points[0][1]) for bar in bars)
        assert one == pytest.approx(two)
        whites.append(one)
    usual, half = whites[0], own.grid / 2
    assert whites[-3:] == [pytest.approx(usual - half * step) for step in (0, 1, 2)]
    assert all(white == pytest.approx(usual) for white in whites[:-2])


def square(width: float = 100, height: float = 100) -> Frame:
    return Frame(width, height, "pt", (Fill(Box(0, 0, width, height), Color(53, 33, 79)),), "en-GB")


def test_what_stands_beside_words_that_are_parted_does_not_leave_the_page() -> None:
    card = PostCard(
        "Monday", (Copy("X", "3 of 280", words(LONG * 3)),), picture=square(60, 240), alt="A tower"
    )
    parted = 0
    for lines in FILLERS:
        pages = laid_out(*filler(lines), card)
        lows = [shown.box.bottom for _, shown, _ in thumbnails(pages)]
        assert max(lows) <= pages.height - story().look.bottom + 0.01, lines
        parted += len(pages.pages) > 1
    assert parted


# Tables -------------------------------------------------------------------------------


def table(rows: int, text: str = SENTENCE * 3) -> Table:
    cells = tuple((words(f"Row {row}"), words(text), words("3")) for row in range(rows))
    return Table((words("Which"), words("What"), words("How many")), cells)


def test_a_parted_table_shows_its_labels_on_each_page_and_says_them_once() -> None:
    pages = laid_out(table(30))
    assert len(pages.pages) > 2
    header = elements(pages, "TR")[0]
    labels = [cell.number for cell in header.children]
    for number, page in enumerate(pages.pages):
        owners = [
            owned.owner for text, owned in texts(page) if text.words.strip() in {"Which", "What", "How many"}
        ]
        assert owners == (labels if number == 0 else [Artifact("Pagination")] * 3)
    assert len(elements(pages, "Table")) == 1
    assert [cell.attributes[0].value for cell in header.children] == ["Column"] * 3
    heard = [owned_by(pages, row.children[0].number) for row in elements(pages, "TR")[1:]]
    assert heard == [f"Row {row}" for row in range(30)]


def test_a_table_in_two_halves_shows_its_labels_over_both_and_says_them_once() -> None:
    rows = tuple((words(f"Row {row}"), words("Yes")) for row in range(13))
    pages = laid_out(Table((words("Which"), words("Whether")), rows))
    (page,) = pages.pages
    labels = [cell.number for cell in elements(pages, "TR")[0].children]
    owners = [owned.owner for text, owned in texts(page) if text.words.strip() in {"Which", "Whether"}]
    assert owners == [*labels, *[Artifact("Pagination")] * 2]
    assert len(elements(pages, "TR")) == 14
    lefts = {text.words.strip(): text.lines[0].runs[0].x for text, _ in texts(page)}
    assert lefts["Row 6"] == pytest.approx(lefts["Row 0"])
    assert lefts["Row 7"] == pytest.approx(lefts["Row 12"])
    assert lefts["Row 7"] > lefts["Row 0"] + 100


def test_the_labels_of_a_table_are_not_left_without_rows() -> None:
    for lines in FILLERS:
        pages = laid_out(*filler(lines), table(6, "Short"))
        assert page_with_label(pages) == page_with(pages, "Row 0") == page_with(pages, "Row 1"), lines


def page_with_label(pages: Pages) -> int:
    label = elements(pages, "TH")[0].number
    return next(n for n, page in enumerate(pages.pages) if any(o.owner == label for _, o in texts(page)))


# Where things stand -------------------------------------------------------------------


def test_the_numbers_of_the_contents_are_those_of_the_pages() -> None:
    pages = laid_out(*chapters(7))
    for line, chapter in zip(elements(pages, "TOCI"), range(1, 8), strict=True):
        (link,) = (element for element in walk(line) if element.role == "Link")
        page = page_with_chapter(pages, f"Chapter {chapter}")
        assert owned_by(pages, link.number) == f"Chapter {chapter} {page}"
    links = [item for item in pages.pages[0].items if isinstance(item, Link)]
    assert [link.target for link in links] == [f"#chapter-{number}" for number in range(1, 8)]
    assert {mark.id: mark.page for mark in pages.bookmarks if mark.id != "contents"} == {
        f"chapter-{number}": page_with_chapter(pages, f"Chapter {number}") for number in range(1, 8)
    }


def page_with_chapter(pages: Pages, title: str) -> int:
    (heading,) = (e for e in elements(pages, "H1") if owned_by(pages, e.number) == title)
    return next(n for n, page in enumerate(pages.pages, 1) if lines_of(page, heading.number))


def test_a_chapter_has_one_bookmark_where_its_heading_begins() -> None:
    parted = False
    for lines in FILLERS:
        pages = laid_out(*filler(lines), Heading(1, words(LONG), "long"), Paragraph(words(SENTENCE)))
        number = elements(pages, "H1")[0].number
        on = [place for place, page in enumerate(pages.pages, 1) if lines_of(page, number)]
        parted |= len(on) > 1
        assert [(mark.id, mark.page) for mark in pages.bookmarks] == [("long", on[0])]
    assert parted


def test_between_two_flows_stands_the_larger_of_their_whites() -> None:
    flows = Flow(before=50.0, after=6.0), Flow(before=9.0, after=7.0), Flow(before=2.0, after=50.0)
    assert pile(flows, 100.0) == 9.0 + 7.0
    (page,) = laid_out(Paragraph(words("One")), Heading(1, words("Two")), Paragraph(words("Three"))).pages
    one, _, three = (text for text, _ in texts(page))
    look = story().look
    assert three.lines[0].baseline - one.lines[0].baseline == pytest.approx(
        3 * look.grid + stepped(look.headings[0].leading, look.grid / 2) + look.text.leading
    )


class Bar(Flow, kw_only=True, dict=True):
    """A flow of a given height."""

    high: float

    def height(self, width: float) -> float:
        return self.high


def test_flows_fit_a_height_with_the_larger_of_their_whites() -> None:
    flows = Bar(high=10.0, after=6.0), Bar(high=10.0, before=9.0, after=7.0), Bar(high=10.0, before=2.0)
    for height, fit in ((46.0, 3), (45.0, 2), (29.0, 2), (28.0, 1)):  # 10 + 9 + 10 + 7 + 10
        assert part(flows, 100.0, height) == ([*flows[:fit]], [*flows[fit:]])


def test_a_bookmark_is_no_deeper_than_one_below_the_one_before_it() -> None:
    levels = (3, 1, 3, 2, 3)
    pages = laid_out(*(Heading(level, words(f"At {level}"), f"h{n}") for n, level in enumerate(levels)))
    assert [bookmark.level for bookmark in pages.bookmarks] == [0, 0, 1, 1, 2]


def test_a_page_from_right_to_left_is_the_other_one_in_a_mirror() -> None:
    """Of pictures, rules and lists; words have their own widths."""
    blocks = (
        Definitions((Definition("T", (Figure(square(), "One"),)),)),
        Gallery((Figure(square(), "Two"), Figure(square(90), "Three"))),
        Figure(square(), "Four", width=0.4),
    )
    plain, mirrored = laid_out(*blocks).pages[0], laid_out(*blocks, rtl=True).pages[0]
    width = story().look.width
    assert len(list(spans_of(plain))) > 6
    turned = [(width - right, width - left) for left, right in spans_of(plain)]
    for one, other in zip(turned, spans_of(mirrored), strict=True):
        assert one == pytest.approx(other)


def spans_of(page: Page) -> Iterator[tuple[float, float]]:
    """From where to where pictures and rules reach."""
    for owned in (item for item in page.items if isinstance(item, Owned)):
        if isinstance(owned.item, Stroke):
            xs = [x for x, _ in owned.item.points]
            yield min(xs), max(xs)
        elif isinstance(owned.item, Thumbnail):
            yield owned.item.box.x, owned.item.box.right


def test_what_hangs_beside_the_text_changes_sides_from_right_to_left() -> None:
    """The page's number, a term and a chapter's number stand where the hanging margin begins."""
    look = story().look
    blocks = (
        Definitions((Definition("TERM", (Paragraph(words(SENTENCE)),)),)),
        Heading(1, words("H"), "h", "01"),
    )
    for rtl in (False, True):
        (page,) = laid_out(*blocks, rtl=rtl).pages
        hung = [item.item for item in owned_on(page) if isinstance(item.item, Text)]
        for said in ("TERM", "01", "1"):
            (text,) = (each for each in hung if each.words.strip() == said)
            runs = [run for line in text.lines for run in line.runs if run.width]
            left, right = min(run.x for run in runs), max(run.x + run.width for run in runs)
            if rtl:
                assert right == pytest.approx(look.width - look.inner), said
            else:
                assert left == pytest.approx(look.inner), said


def tail(high: float, left: float = 0.0, right: float = 0.0) -> Frame:
    """Art as wide as the page, so many pt high, on a ground: from its middle down, from left to right."""
    look = story().look
    whole, seen = Box(0, 0, look.width, high), Box(left, high / 2, (right or look.width) - left, high / 2)
    ground = Fill(whole, Color(205, 233, 222))
    return Frame(look.width, high, "pt", (ground, Fill(seen, look.accent)), "en-GB")


def with_tails(*tails: tuple[Frame, ...], lines: int, rtl: bool = False) -> Page:
    """The one page that so many lines stand on."""
    content = story(*filler(lines), rtl=rtl)
    (page,) = paginate(replace(content, look=replace(content.look, tails=tails))).pages
    return page


@pytest.mark.parametrize("rtl", [False, True])
def test_art_fills_the_foot_of_a_last_page_as_high_as_that_has_room(rtl: bool) -> None:
    """It reaches the page's lower edge, and no words, not the foot's; its ground is the page's paper."""
    look, beside = story().look, {"right": 150.0} if rtl else {"left": 400.0}
    forms = tail(280.0, **beside), tail(130.0, **beside)
    for lines, high in ((10, 280.0), (26, 280.0), (30, 130.0), (35, 0.0)):
        page = with_tails(forms, lines=lines, rtl=rtl)
        shown = [owned.item for owned in owned_on(page) if isinstance(owned.item, Thumbnail)]
        assert [art.box.h for art in shown] == ([pytest.approx(high)] if high else []), lines
        lowest = max(line.baseline for text, _ in texts(page) for line in text.lines)
        for art in shown:
            assert (art.box.x, art.box.w) == (0.0, pytest.approx(look.width))
            assert art.box.bottom == pytest.approx(look.height)
            assert art.box.y > lowest
            assert len(art.frame.items) == 1


def test_each_page_that_has_room_has_the_next_art() -> None:
    tails = (tail(200.0),), (tail(100.0),)
    parts = [Opening(square(200.0, 40.0), str(number), id=f"chapter-{number}") for number in range(3)]
    content = story(*(block for part in parts for block in (part, *filler(10))))
    pages = paginate(replace(content, look=replace(content.look, tails=tails)))
    assert [round(art.box.h) for _, art, _ in thumbnails(pages)] == [200, 100, 200]


def test_art_stands_where_the_next_page_goes_on_with_nothing_and_nowhere_else() -> None:
    """The rest decides and what follows it: a chapter, a part of one, or nothing; no title below those."""
    content = story(Heading(1, words("A chapter"), "chapter", "1"), *filler(22))
    tall = square(400.0, 600.0)  # with its heading, what the first page has no room for
    for level, tailed in ((1, [0, 1]), (2, [0, 1]), (3, [1]), (0, [1])):
        begun = (Heading(level, words("What follows")),) if level else ()
        told = replace(content, blocks=(*content.blocks, *begun, Figure(tall, "Seen")))
        pages = paginate(replace(told, look=replace(content.look, tails=((tail(100.0),),))))
        assert len(pages.pages) == 2
        feet = [number for number, art, _ in thumbnails(pages) if art.box.w == content.look.width]
        assert feet == tailed, level


def feet(page: Page) -> dict[str, float]:
    """The words of the foot, each with its baseline."""
    shown = (each for each in owned_on(page) if each.owner == FOOT)
    found = [text.item for text in shown if isinstance(text.item, Text)]
    return {text.words.strip(): text.lines[-1].baseline for text in found}


def test_the_foot_of_a_page_keeps_its_line_and_art_stands_above_words_that_it_would_run_into() -> None:
    usual, look = feet(with_tails(lines=10)), story().look
    assert list(usual) == ["1", "A sample"]
    line = min(usual.values())
    for left, meets in ((0.0, True), (look.inner + look.hang + 20, True), (look.width - 100, False)):
        page = with_tails((tail(200.0, left=left),), lines=10)
        assert feet(page) == usual
        ((art,),) = ([each.item for each in owned_on(page) if isinstance(each.item, Thumbnail)],)
        assert isinstance(art, Thumbnail)
        assert art.box.bottom == pytest.approx(look.height) if not meets else art.box.bottom < line - 10
    wide, narrow = (
        [len(list(with_tails((tail(280.0, left=left),), lines=lines).items)) for lines in range(20, 34)]
        for left in (0.0, 400.0)
    )
    assert any(one < two for one, two in zip(wide, narrow, strict=True))  # none without room above the foot


def test_art_that_runs_over_the_edge_goes_before_art_that_would_float_above_the_foot() -> None:
    parts = [Opening(square(200.0, 40.0), str(number), id=f"chapter-{number}") for number in range(3)]
    content = story(*(block for part in parts for block in (part, *filler(10))))
    bottom = content.look.height
    wide, corner, other = tail(180.0), tail(170.0, left=480.0), tail(160.0, left=470.0)
    for forms, high in (((wide, corner, other), [170, 160, 170]), ((wide, tail(140.0)), [180, 140, 180])):
        told = replace(content, look=replace(content.look, tails=tuple((form,) for form in forms)))
        shown = [art.box for _, art, _ in thumbnails(paginate(told))]
        assert [round(box.h) for box in shown] == high
        assert all((box.bottom > bottom - 1) == (wide not in forms or corner in forms) for box in shown)


def test_art_is_as_low_beside_words_as_its_curve_is_there() -> None:
    look = story().look
    crest = (0, 200), (0, 195), (400, 195), (500, 60), (look.width, 60), (look.width, 200)
    hill = tuple(("L" if place else "M", x, y) for place, (x, y) in enumerate(crest))
    frame = Frame(look.width, 200, "pt", (Path((*hill, ("Z",)), look.accent),), "en-GB")
    page = with_tails((frame,), lines=10)
    ((art,),) = ([each.item for each in owned_on(page) if isinstance(each.item, Thumbnail)],)
    assert isinstance(art, Thumbnail)
    assert art.box.bottom == pytest.approx(look.height)


def test_lines_from_right_to_left_end_at_the_inner_margin() -> None:
    pages = laid_out(Paragraph(words("ابتدائی صدمے کو سمجھنا")), rtl=True, language="ur")
    ((text, _),) = texts(pages.pages[0])
    look = story().look
    right = max(run.x + run.width for line in text.lines for run in line.runs)
    assert right == pytest.approx(look.width - look.inner - look.hang)


def test_a_cover_has_its_page_to_itself_and_no_foot() -> None:
    look = story().look
    cover = Opening(square(look.width, look.height), "The cover", level=0, id="cover")
    pages = laid_out(cover, *filler(3))
    (placed,) = pages.pages[0].items
    assert isinstance(placed, PlacedFrame)
    assert (placed.x, placed.y, placed.scale) == (0, 0, 1)
    assert any(owned.owner == FOOT for owned in owned_on(pages.pages[1]))


def test_an_opening_starts_at_the_top_edge_or_where_there_is_room_for_text() -> None:
    look = story().look
    band = Opening(square(look.width, 200), "A chapter", id="chapter")
    for lines in range(12, 50):
        pages = laid_out(*filler(lines), band, Paragraph(words(LONG)))
        number, placed = next(
            (n, item)
            for n, page in enumerate(pages.pages)
            for item in page.items
            if isinstance(item, PlacedFrame)
        )
        above = "A line of words." in said(pages.pages[number])
        assert above == (placed.y > 0), lines
        paragraph = elements(pages, "P")[-1].number
        assert lines_of(pages.pages[number], paragraph) >= 7, lines


def test_a_page_break_that_breaks_nothing_gives_no_empty_page() -> None:
    assert len(laid_out(PageBreak(), *filler(2), PageBreak(), PageBreak(), *filler(2)).pages) == 2


# What it means ------------------------------------------------------------------------


def test_words_of_another_language_take_its_shapes() -> None:
    """Romanian writes ş with a comma, Turkish with a cedilla (the font's `locl`)."""
    spans = (Span("ş "), Span("ş ", lang="ro"), Span("ş", lang="tr"))
    (page,) = laid_out(Paragraph(spans)).pages
    runs = (run for text, _ in texts(page) for line in text.lines for run in line.runs)
    english, romanian, turkish = (glyph.parts for run in runs for glyph in run.glyphs if glyph.source == "ş")
    assert english == turkish != romanian


def test_words_of_another_language_are_an_element_that_says_so() -> None:
    spans = (Span("The week is "), Span("Wythnos Babanod", lang="cy"), Span(" in Welsh."))
    pages = laid_out(Paragraph(spans))
    (paragraph,) = elements(pages, "P")
    (span,) = paragraph.children
    assert (span.role, span.lang, owned_by(pages, span.number)) == ("Span", "cy", "Wythnos Babanod")
    assert [text.lang for text, owned in texts(pages.pages[0]) if owned.owner == span.number] == ["cy"]


def test_a_link_is_pressed_where_its_words_stand_on_each_line() -> None:
    linked = Span("so many words that they do not fit the line " * 3, link="https://example.org")
    pages = laid_out(Paragraph((Span("Before: "), linked)))
    (link,) = elements(pages, "Link")
    (page,) = pages.pages
    pressed = [item for item in page.items if isinstance(item, Link)]
    drawn = [text for text, owned in texts(page) if owned.owner == link.number]
    assert len(pressed) == len(drawn) > 1
    for press, text in zip(pressed, drawn, strict=True):
        assert (press.target, press.element) == ("https://example.org", link.number)
        (line,) = text.lines
        assert press.box.x == pytest.approx(min(run.x for run in line.runs))
        assert press.box.y < line.baseline < press.box.bottom


def test_headings_leave_out_no_rank_and_a_callout_s_title_is_one() -> None:
    blocks = Heading(1, words("A")), Heading(3, words("B")), Callout((Paragraph(words("C")),), "D")
    pages = laid_out(*blocks)
    ranks = [element.role for element in walk(pages.structure) if element.role.startswith("H")]
    assert ranks == ["H1", "H2", "H2"]


def test_a_source_is_a_note_with_an_id_of_its_own() -> None:
    pages = laid_out(*(PullFigure("1 in 7", words("A label"), words("A source")) for _ in range(2)))
    assert [note.id for note in elements(pages, "Note")] == ["note-1", "note-2"]


def test_decoration_belongs_to_no_element() -> None:
    pages = laid_out(Figure(square(), ""), BlockQuote((Paragraph(words("Said")),), "Somebody"))
    assert [owned.owner for _, _, owned in thumbnails(pages)] == [Artifact("Layout")]
    assert not elements(pages, "Figure")


# Nothing is changed -------------------------------------------------------------------


def everything() -> tuple[Block, ...]:
    return (
        *chapters(3),
        table(20),
        Callout((Paragraph(words(LONG * 4)),), "Mind"),
        Gallery(tuple(Figure(square(), f"Picture {n}", words("A caption")) for n in range(5))),
        Definitions((Definition("A term", (Paragraph(words(SENTENCE)),), "a note"),)),
    )


def test_a_story_laid_out_twice_gives_equal_pages() -> None:
    content = story(*everything())
    first = paginate(content)
    assert paginate(content) == first
    assert pickle.loads(pickle.dumps(first)) == first
    assert hash(first) == hash(paginate(content))


def test_flows_are_frozen_and_parting_them_leaves_them_as_they_are() -> None:
    flows = composed(story(*everything()))
    hashes = [hash(flow) for flow in flows]
    whole = [
        (flow.height(400), [parts for height in range(20, 800, 60) if (parts := flow.cut(400, height))])
        for flow in flows
    ]
    assert any(parts for _, parts in whole)
    assert [hash(flow) for flow in flows] == hashes
    assert [flow.height(400) for flow in flows] == [height for height, _ in whole]
    with pytest.raises(AttributeError):
        flows[0].keep_with_next = False  # type: ignore[misc]
    assert replace(flows[0], after=1.0) != flows[0]
    assert all(isinstance(flow, Flow) for flow in flows)


# Which fonts draw it ------------------------------------------------------------------


def test_the_fonts_that_are_told_to_draw_a_text_are_those_that_do() -> None:
    """Of each block, every field in a word of its own; pictures tell of themselves."""
    said = ("".join(letters) for letters in product("xyzwv", repeat=3))
    spans = (Span(next(said)), Span(next(said), bold=True), Span(next(said), italic=True))
    content = story(
        Contents(next(said), id="contents"),
        *(Heading(level, words(next(said)), f"h{level}", next(said)) for level in (1, 2, 3)),
        Opening(square(595, 100), next(said), id="opening"),
        *(Paragraph(words(next(said)), role) for role in ("text", "lead", "note")),
        *(Paragraph((span,)) for span in spans),
        ListBlock(((Paragraph(words(next(said))),),)),
        Table((words(next(said)),), ((words(next(said)),),), caption=words(next(said))),
        Gallery((Figure(square(), "A square", words(next(said))),)),
        Callout((Paragraph(words(next(said))),), next(said)),
        PullFigure(next(said), words(next(said)), words(next(said))),
        BlockQuote((Paragraph(words(next(said))),), next(said)),
        Definitions((Definition(next(said), (Paragraph(words(next(said))),), next(said)),)),
        PostCard(next(said), (Copy(next(said), next(said), words(next(said))),), next(said)),
        PostCard(next(said), tuple(Copy(next(said), next(said), words(next(said))) for _ in range(2))),
        Head(next(said), words(next(said)), "head"),
        Plates((Plate(next(said), (next(said),), Color(200, 0, 0), next(said), Color(200, 0, 0)),), 2, 0.5),
        Columns(((Specimen(next(said), look().quote, next(said)),),)),
        Pairs((next(said),), ((next(said), (Pair(Color(200, 0, 0), Color(200, 0, 0), "1.0", "none"),)),)),
    )
    shown = {
        word: run.font
        for page in paginate(content).pages
        for text, _ in texts(page)
        for line in text.lines
        for run in line.runs
        for word in re.findall("[v-z]{3}", run.text)
    }
    told = {text: choose(text, fonts)[0] for text, fonts in drawn(content) if len(text) == 3}
    assert len(told) > 30
    assert told == shown
    assert STYLED.keys() == {*COMPOSE, Definition, Note, Plate}


def test_a_long_quotation_holds_what_it_holds_beside_a_bar() -> None:
    pages = laid_out(*from_markdown("> Text\n>\n> - item\n>   - inner\n>\n> | a |\n> |---|\n> | b |"))
    (quote,) = elements(pages, "BlockQuote")
    assert [each.role for each in quote.children] == ["P", "L", "Table"]
    strokes = (one.item for one in owned_on(pages.pages[0]) if isinstance(one.item, Stroke))
    (bar,) = (stroke for stroke in strokes if stroke.width == 2)
    (x, top), (_, bottom) = bar.points
    lines = [line for text, _ in texts(pages.pages[0]) for line in text.lines if line.baseline < bottom]
    assert len(lines) >= 4
    assert all(top < line.baseline and x < line.runs[0].x for line in lines)


def test_the_number_of_a_note_leads_to_it_and_back() -> None:
    pages = laid_out(*from_markdown("Law[^a] and law[^a].\n\n[^a]: So far."))
    (note,) = elements(pages, "Note")
    assert note.id == "footnote-1"
    assert [child.role for child in note.children] == ["Lbl", "P"]
    references = elements(pages, "Reference")
    assert [[child.role for child in each.children] for each in references] == [["Link"], ["Link"]]
    links = [item for item in pages.pages[0].items if isinstance(item, Link)]
    assert [link.target for link in links] == ["#footnote-1", "#footnote-1", "#noted-1"]
    back, there = pages.bookmarks
    assert (back.id, back.listed, there.id, there.listed) == ("noted-1", False, "footnote-1", False)
    assert back.y < there.y


def test_what_is_struck_has_a_line_through_it_and_says_so() -> None:
    pages = laid_out(*from_markdown("Come ~~on Monday~~ on Tuesday."))
    (struck,) = elements(pages, "Span")
    assert struck.attributes == (("Layout", "TextDecorationType", "LineThrough"),)
    (line,) = (one.item for one in owned_on(pages.pages[0]) if isinstance(one.item, Stroke))
    (text,) = (one.item for one in owned_on(pages.pages[0]) if one.owner == struck.number)
    assert isinstance(text, Text)
    (left, y), (right, _) = line.points
    run = text.lines[0].runs[0]
    assert (left, right) == (run.x, pytest.approx(run.x + run.width, abs=0.01))
    assert text.lines[0].baseline - text.size / 2 < y < text.lines[0].baseline


def test_rows_of_a_table_are_whole_and_its_labels_come_again() -> None:
    rows = "".join(f"| {n} | {'Many words in a cell. ' * 20} |\n" for n in range(40))
    pages = laid_out(*from_markdown(f"| Number | Words |\n|--:|---|\n{rows}"))
    assert len(pages.pages) > 2
    cells = [cell.number for row in elements(pages, "TR")[1:] for cell in row.children]
    for cell in cells:
        assert sum(bool(lines_of(page, cell)) for page in pages.pages) == 1
    for page in pages.pages:
        assert [text.words.strip() for text, _ in texts(page)].count("Number") == 1


def test_a_table_is_crowded_whose_words_have_no_room_beside_each_other() -> None:
    def told(columns: int) -> list[str]:
        row = "|".join(f"Umsatzsteuer{number}" for number in range(columns))
        return list(crowded(story(*from_markdown(f"> |{row}|\n> |{'---|' * columns}\n> |a|\n"))))

    assert told(4) == []
    assert told(7) == ["Umsatzsteuer0"]


def test_columns_stand_as_they_are_aligned_and_as_wide_as_they_ask_for() -> None:
    labels = "| Year | Middle | Share |\n|---|:-:|--:|\n"
    pages = laid_out(*from_markdown(f"{labels}| 2022 | {'word ' * 40} | 9.5 % |\n| x | y | z |"))
    assert [owned_by(pages, cell.number) for cell in elements(pages, "TH")] == ["Year", "Middle", "Share"]
    rows = elements(pages, "TR")[1:]
    (long_x, _, long_z), (x, y, z) = ([edges(pages, cell.number) for cell in row.children] for row in rows)
    assert long_x[0] == x[0]
    assert long_z[1] == pytest.approx(z[1], abs=0.1)
    middle = edges(pages, rows[0].children[1].number)
    assert sum(y) == pytest.approx(sum(middle), abs=2)


def edges(pages: Pages, number: int) -> tuple[float, float]:
    """Where the words of an element begin and end."""
    owned = (one.item for page in pages.pages for one in owned_on(page) if one.owner == number)
    runs = [run for item in owned if isinstance(item, Text) for line in item.lines for run in line.runs]
    return min(run.x for run in runs), max(run.x + run.width for run in runs)


def test_what_is_measured_in_one_width_is_measured_again_in_another() -> None:
    table = Table((words("What"), words("When")), ((words("A long day " * 20), words("In May " * 20)),))
    flows = composed(story(Paragraph(words("Somebody sat with us and helped. " * 20)), table))
    for flow in flows:
        assert flow.height(400) < flow.height(200) < flow.height(100)


def test_columns_in_a_quotation_are_as_wide_as_it_leaves_room_for() -> None:
    table = f"| Year | Words | Share |\n|---|---|--:|\n| 2022 | {'word ' * 40} | 9.5 % |"
    pages = laid_out(*from_markdown("".join(f"> > {line}\n" for line in table.splitlines())))
    for cell in elements(pages, "TH"):
        assert lines_of(pages.pages[0], cell.number) == 1


def test_what_was_said_stands_beside_a_bar_where_no_name_is_below_it_but_on_a_panel() -> None:
    said = (Paragraph(words("We had eleven leaflets and gave her none.")),)

    def bars(*blocks: Block) -> int:
        (page,) = laid_out(*blocks).pages
        lines_ = (owned.item for owned in owned_on(page) if isinstance(owned.item, Stroke))
        return sum(line.points[0][0] == line.points[1][0] for line in lines_ if len(line.points) == 2)

    assert bars(BlockQuote(said)) == 1
    assert bars(BlockQuote(said, "A nurse")) == 0
    assert bars(Callout((BlockQuote(said),), "The pledge")) == 0
