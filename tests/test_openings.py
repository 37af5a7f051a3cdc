"""How chapters open, and the plan of their pages. No PDF is made."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from sample_story import composed, story

from builder.color import Color
from builder.content.frame import Fill, Frame, Picture, Text
from builder.content.pages import Artifact, Element, Owned, Page, Pages, PlacedFrame
from builder.content.story import Block, Contents, Opening, PageBreak, Paragraph, Span, words
from builder.geometry.box import Box
from builder.layout.flow.margin import Hairline
from builder.layout.flow.openings import Start
from builder.layout.flow.paginate import paginate
from builder.layout.flow.plan import LEAST_FULL, Planner, filled
from builder.layout.flow.typesetter import Typesetter
from builder.layout.largeprint import large_print
from builder.media import Image
from builder.record import replace

LINE = "A line of words."
AGAIN = Artifact("Pagination")


def frame(height: float, *said: str) -> Frame:
    """A layout of so many pt, which says these words."""
    look = story().look
    box = Box(0, 0, look.width, height)
    style = look.headings[0]
    shown = (Text(each, (), style.size, style.color, lang="en-GB") for each in said)
    return Frame(look.width, height, "pt", (Fill(box, Color(0, 0, 0)), *shown), "en-GB")


def opening(number: int, *taller: float, quiet: bool = False) -> Opening:
    title = f"Chapter {number}"
    forms = tuple(frame(height, str(number), title) for height in (100.0, *taller))
    return Opening(forms[0], title, str(number), f"chapter-{number}", taller=forms[1:], quiet=quiet)


def lines(count: int) -> tuple[Block, ...]:
    return (Paragraph(words("\n".join([LINE] * count))),)


def laid_out(*content: Block) -> Pages:
    return paginate(story(*content))


def bands(page: Page) -> list[PlacedFrame]:
    return [item for item in page.items if isinstance(item, PlacedFrame)]


def texts(page: Page) -> str:
    found = (item.item for item in page.items if isinstance(item, Owned))
    return " ".join(item.words.strip() for item in found if isinstance(item, Text))


def elements(element: Element, role: str) -> list[Element]:
    below = [each for child in element.children for each in elements(child, role)]
    return [element, *below] if element.role == role else below


def test_a_band_stands_at_the_head_of_a_page_whatever_was_above_it() -> None:
    for count in range(2, 60, 3):
        pages = laid_out(*lines(count), opening(1), *lines(20))
        placed = [(item.y, page) for page in pages.pages for item in bands(page)]
        assert [y for y, _ in placed] == [0.0], count
        assert isinstance(placed[0][1].items[0], PlacedFrame)  # and nothing above it


def test_a_short_chapter_starts_quietly_below_the_one_before_it() -> None:
    pages = laid_out(opening(1, quiet=True), *lines(12), opening(2, quiet=True), *lines(12))
    (page,) = pages.pages
    assert len(bands(page)) == 1
    assert "2 Chapter 2" in " ".join(texts(page).split())
    assert [mark.title for mark in pages.bookmarks] == ["Chapter 1", "Chapter 2"]


def test_at_the_head_of_a_page_no_chapter_opens_quietly() -> None:
    for count in range(24, 44):  # with some of these a quiet head would save a page
        pages = laid_out(opening(1, quiet=True), *lines(36), opening(2, quiet=True), *lines(count))
        for page in pages.pages:
            assert not texts(page).startswith(("2", "Chapter 2")), count


def test_a_quiet_head_has_text_below_it_on_its_page() -> None:
    for count in range(2, 50):
        pages = laid_out(opening(1, quiet=True), *lines(count), opening(2, quiet=True), *lines(40))
        (start,) = [mark for mark in pages.bookmarks if mark.id == "chapter-2"]
        page = pages.pages[start.page - 1]
        assert bands(page) or texts(page).split("Chapter 2")[-1].count(LINE) >= 7, count


def test_a_chapter_that_fills_half_a_page_opens_higher_than_one_that_fills_it() -> None:
    tall = 350.0
    (half,) = laid_out(opening(1, tall), *lines(15)).pages
    (whole,) = laid_out(opening(1, tall), *lines(34)).pages
    assert (bands(half)[0].frame.height, bands(whole)[0].frame.height) == (tall, 100.0)


def test_a_chapter_of_a_few_lines_does_not_open_with_half_a_page() -> None:
    for count in range(4, 8):
        pages = laid_out(opening(1, 350.0), *lines(count), opening(2, 350.0, quiet=True), *lines(50))
        assert bands(pages.pages[0])[0].frame.height == 100.0, count


def test_an_opening_may_have_its_page_to_itself() -> None:
    full = story().look.height
    pages = laid_out(opening(1, full), *lines(40), *lines(40))
    heights = [[band.frame.height for band in bands(page)] for page in pages.pages]
    assert heights[0] in ([full], [100.0])
    assert sum(map(len, heights)) == 1
    assert len(elements(pages.structure, "Title")) == 0  # that is the cover's
    assert len(elements(pages.structure, "H1")) == 1


def test_a_chapter_of_less_than_four_pages_has_no_page_for_its_title() -> None:
    full = story().look.height
    for count, alone in ((26, False), (80, False), (120, False), (162, True)):
        content = (opening(1, full), *lines(count), opening(2, 350.0), *lines(34))
        heights = [band.frame.height for page in laid_out(*content).pages for band in bands(page)]
        assert (full in heights) == alone, count


def test_a_chapter_of_many_pages_does_not_begin_low_on_one_of_another() -> None:
    full = story().look.height
    for count, alone in ((12, False), (192, True)):
        content = (opening(1, 350.0), *lines(28), opening(2, full, quiet=True), *lines(count))
        heights = [band.frame.height for page in laid_out(*content).pages for band in bands(page)]
        assert (full in heights) == alone, count


def test_an_opening_that_shows_a_photograph_has_its_page_before_two_of_its_chapter() -> None:
    """A picture that stands in, of which nothing is said, is no reason to turn the page."""
    full = story().look.height
    image = Image("0", 90, 60, Path("hands.jpg"))
    for count, alt, alone in ((26, "Hands", False), (80, "Hands", True), (80, "", False)):
        shown = Picture(image, Box(0, 0, 90, 60), Box(0, 0, 90, 60), alt)
        first = opening(1, full)
        forms = tuple(replace(each, items=(*each.items, shown)) for each in (first.frame, *first.taller))
        content = (replace(first, frame=forms[0], taller=forms[1:]), *lines(count))
        heights = [band.frame.height for page in laid_out(*content).pages for band in bands(page)]
        assert (full in heights) == alone, (count, alt)


def test_after_an_opening_of_a_whole_page_its_title_is_not_seen_again() -> None:
    full = story().look.height
    pages = laid_out(opening(1, full, quiet=True), *lines(244), opening(2, quiet=True), *lines(20))
    (alone,) = bands(pages.pages[0])
    assert alone.frame.height == full
    assert not any("Chapter 1" in texts(page) for page in pages.pages[1:])
    assert not any(item.owner == AGAIN for item in pages.pages[1].items if isinstance(item, Owned))
    assert len(elements(pages.structure, "H1")) == 2


def listed(*content: Block, spared: int) -> Pages:
    """A contents page with a head of its own, then the content."""
    head = Opening(frame(100.0, "Contents"), "Contents", id="contents", level=0)
    return laid_out(head, Contents("", depth=2, spared=spared), PageBreak(), *content)


def test_a_few_pages_have_no_contents_and_more_have() -> None:
    content = (opening(1), *lines(34), opening(2), *lines(34), opening(3), *lines(34))
    many, few = listed(*content, spared=2), listed(*content, spared=3)
    assert [(mark.id, mark.page) for mark in many.bookmarks][:2] == [("contents", 1), ("chapter-1", 2)]
    assert [(mark.id, mark.page) for mark in few.bookmarks][:2] == [("chapter-1", 1), ("chapter-2", 2)]
    assert few == laid_out(*content)  # nothing is heard of them either


def test_every_form_is_the_same_heading_to_a_listener() -> None:
    for count in (3, 15, 30):
        pages = laid_out(*lines(count), opening(1, 350.0, quiet=True), *lines(12))
        (heading,) = elements(pages.structure, "H1")
        owned = {item.owner for page in pages.pages for item in page.items if isinstance(item, Owned)}
        owned |= {owner for page in pages.pages for band in bands(page) for owner in band.owners}
        assert heading.number in owned


def test_chapters_are_spread_so_that_no_page_is_under_a_quarter_full() -> None:
    """Chapters of every length: a page that is nearly empty is there only where nothing else could be."""
    for last in range(1, 60, 2):
        content: list[Block] = []
        for number, count in enumerate((20, 9, 33, last, 14, last), 1):
            content += [opening(number, 350.0, quiet=True), *lines(count)]
        setter = Typesetter(story())
        flows = composed(story(*content))
        pages = Planner(setter.look, setter.column).pages(flows)
        full = [filled(page, setter.look, setter.column) for page in pages]
        assert min(full) >= LEAST_FULL, (last, full)


def test_chapters_stand_in_their_order() -> None:
    numbers = range(1, 6)
    content = ((opening(number, 350.0, quiet=True), *lines(11 * number)) for number in numbers)
    pages = laid_out(*(block for chapter in content for block in chapter))
    assert [mark.id for mark in pages.bookmarks] == [f"chapter-{number}" for number in numbers]
    assert all(one.page <= two.page for one, two in pairwise(pages.bookmarks))


def test_text_has_lines_below_a_quiet_head_or_the_chapter_starts_a_page() -> None:
    """Asked of the flow itself, whatever the plan would choose."""
    (start,) = [flow for flow in composed(story(opening(1, quiet=True))) if isinstance(flow, Start)]
    assert start.quiet is not None
    assert start.quiet.needs >= 10 * story().look.grid


def test_what_ends_a_chapter_does_not_stand_alone_above_the_head_of_the_next() -> None:
    """A line or two that go over to a page: the plan takes any other way that there is."""
    for count in range(30, 50):
        content = (opening(1, 350.0, quiet=True), *lines(count), opening(2, 350.0, quiet=True), *lines(12))
        assert not [each for each in laid_out(*content).remarks if "above the head" in each], count


def test_an_emptier_page_costs_what_an_accident_does() -> None:
    setter = Typesetter(story())
    planner = Planner(setter.look, setter.column)
    few, some = (composed(story(*lines(count))) for count in (3, 14))
    assert planner.cost(tuple(few)) > 3 * planner.cost(tuple(some))


def test_white_gives_way_only_for_what_nothing_cheaper_spares() -> None:
    """It costs more than lower pictures do and less than a page."""
    setter = Typesetter(story())
    planner, room = Planner(setter.look, setter.column), setter.room
    for gap in (0.0, 40.0):
        full, over = (
            planner.cost((Hairline(color=setter.look.rule, before=room + more),) * 2) for more in (-gap, 5.0)
        )
        assert 0.03 < over - full < 0.25, gap


def test_what_stands_out_is_told() -> None:
    spans = (Span("so ", bold=True), Span("and so", italic=True), Span(" on"))
    pages = laid_out(Paragraph(spans))
    assert [len(elements(pages.structure, role)) for role in ("Strong", "Em")] == [1, 1]


def test_a_number_of_two_digits_stands_on_one_line_in_the_margin_of_large_print() -> None:
    told = story(*lines(4), opening(10, quiet=True), *lines(4))
    (page,) = paginate(replace(told, look=large_print(told.look))).pages
    shown = [item.item for item in page.items if isinstance(item, Owned) and isinstance(item.item, Text)]
    (number,) = [text for text in shown if text.words.strip() == "10"]
    assert len(number.lines) == 1
    assert 0.6 * told.look.headings[0].size < number.size
