"""The audit of a guide's pages: each fault that it is for, planted, and none where there is none."""

from __future__ import annotations

from sample_story import story

from builder.content.frame import Fill, Frame, Line, Text
from builder.content.pages import LAYOUT, Element, Owned, Page, PlacedFrame, Thumbnail
from builder.geometry.box import Box
from builder.layout.flow.judged import judged
from builder.record import replace

LOOK = story().look
ROOM = LOOK.height - LOOK.top - LOOK.bottom
HEAD, TEXT, SPAN, PICTURE = 1, 2, 3, 4
STRUCTURE = Element(
    "Document",
    0,
    children=(
        Element("H1", HEAD),
        Element("P", TEXT, children=(Element("Span", SPAN),)),
        Element("Figure", PICTURE),
    ),
)


def text(owner: int, *lines: int) -> Owned:
    """Words on lines that are counted from the top of the page."""
    baselines = (LOOK.top + line * LOOK.grid for line in lines)
    placed = tuple(Line((), baseline) for baseline in baselines)
    return Owned(Text("Words", placed, 12, LOOK.text.color, "en-GB"), owner)


def picture(top: float, height: float, owner: int = PICTURE) -> Owned:
    frame = Frame(100, height, "pt", (Fill(Box(0, 0, 100, height), LOOK.accent),), "en-GB")
    return Owned(Thumbnail(frame, LOOK.inner, top, 1.0), owner if owner else LAYOUT)


def band(height: float) -> PlacedFrame:
    frame = Frame(LOOK.width, height, "pt", (), "en-GB")
    return PlacedFrame(frame, 0, 0, 1.0, ())


def faults(*pages: Page) -> tuple[str, ...]:
    return judged(pages, STRUCTURE, LOOK)


def test_a_page_of_four_lines_is_told_whatever_art_stands_at_its_foot() -> None:
    few = text(TEXT, 1, 2, 3, 4)
    art = picture(LOOK.height - 200, 200, owner=0)
    assert faults(Page((few,))) == ("page 1 is under a quarter full",)
    assert faults(Page((replace(art, owner=LAYOUT), few))) == ("page 1 is under a quarter full",)
    assert faults(Page((text(TEXT, *range(1, 20)),))) == ()
    assert faults(Page((picture(LOOK.top, ROOM / 2),))) == ()


def test_a_page_that_a_layout_fills_is_full_and_one_below_a_tall_opening_too() -> None:
    assert faults(Page((band(LOOK.height),))) == ()
    assert faults(Page((band(ROOM / 2), text(TEXT, 30, 31)))) == ()
    assert faults(Page((band(90), text(TEXT, 6, 7)))) == ("page 1 is under a quarter full",)


def test_a_line_or_two_above_a_chapter_s_head_are_told() -> None:
    after = text(TEXT, *range(6, 20))
    assert faults(Page((text(TEXT, 1, 2), text(HEAD, 4), after))) == (
        "page 1 has a line or two of one chapter above the head of the next",
    )
    assert faults(Page((text(TEXT, 1, 2, 3), text(HEAD, 5), after))) == ()
    assert faults(Page((text(HEAD, 1), after))) == ()
    assert faults(Page((band(120), text(TEXT, 9), text(HEAD, 11), text(TEXT, *range(13, 20))))) == ()


def test_a_heading_at_the_foot_of_a_page_is_told() -> None:
    above = text(TEXT, *range(1, 20))
    assert faults(Page((above, text(HEAD, 25)))) == ("page 1 ends with a heading that nothing follows",)
    assert faults(Page((above, text(HEAD, 25), picture(LOOK.top + 26 * LOOK.grid, 50)))) == ()
    assert faults(Page((above, text(HEAD, 25), picture(LOOK.top + 20 * LOOK.grid, 150)))) == ()  # beside it


def test_a_line_that_stands_alone_on_its_page_is_told_with_the_page() -> None:
    whole, last = text(TEXT, *range(1, 30)), text(SPAN, 1)
    rest = picture(LOOK.top + 50, ROOM / 2)
    assert faults(Page((whole,)), Page((last, rest))) == (
        "page 2 starts with the last line of a paragraph alone",
    )
    first = text(TEXT, 29)
    assert faults(Page((rest, first)), Page((text(TEXT, *range(1, 20)),))) == (
        "page 1 ends with the first line of a paragraph alone",
    )
    assert faults(Page((whole,)), Page((text(SPAN, 1, 2), rest))) == ()


def test_the_head_of_a_chapter_that_nothing_stands_below_is_told() -> None:
    assert faults(Page((band(ROOM / 2),))) == ("page 1 has the head of a chapter and nothing below it",)
    assert faults(Page((band(ROOM / 2), picture(ROOM / 2 + 40, 90)))) == ()


def test_words_that_fall_off_the_page_are_told_those_of_the_running_foot_too() -> None:
    off = replace(text(TEXT, int(LOOK.height / LOOK.grid) + 1), owner=LAYOUT)
    assert faults(Page((text(TEXT, *range(1, 20)), off))) == ("page 1 has words beyond its edge",)


ENTRY = (Element("DT", 1, children=(Element("P", 2),)), Element("DD", 3, children=(Element("H2", 4),)))
LIST = Element("DL", 9, children=(Element("DI", 8, children=ENTRY),))


def test_a_term_whose_text_is_on_the_next_page_is_told() -> None:
    below = picture(LOOK.top + 90, ROOM / 2, owner=9)
    assert judged((Page((below, text(2, 30))), Page((text(4, 1), below))), LIST, LOOK) == (
        "page 1 ends with a term whose text is on the next page",
    )


def test_an_entry_that_is_a_title_alone_may_end_a_page() -> None:
    entry = (picture(LOOK.top, ROOM / 2, owner=9), text(2, 30), text(4, 31))
    assert judged((Page(entry),), LIST, LOOK) == ()


def test_a_hole_in_the_middle_of_a_page_is_told_and_one_between_rows_is_not() -> None:
    above, low = text(TEXT, *range(1, 9)), LOOK.height - LOOK.bottom
    assert faults(Page((above, picture(low - 60, 60)))) == ("page 1 has a hole in its middle",)
    assert faults(Page((text(TEXT, *range(33, 38)),))) == ("page 1 has a hole in its middle",)
    assert faults(Page((above, picture(low - 350, 350)))) == ()
    art = picture(low - 60, 60, owner=0)
    assert faults(Page((text(TEXT, *range(1, 20)), art))) == ()  # it stands in white, as art does


def test_much_white_is_told_where_the_chapter_goes_on_and_not_where_it_ends() -> None:
    full, some = text(TEXT, *range(1, 35)), text(TEXT, *range(1, 24))
    told = ("page 1 is white for more than a third, though its chapter goes on",)
    assert faults(Page((some,)), Page((full,))) == told
    assert faults(Page((text(TEXT, *range(1, 31)),)), Page((full,))) == ()
    assert faults(Page((some,)), Page((band(90), text(TEXT, *range(6, 35))))) == ()
    assert faults(Page((some,)), Page((text(HEAD, 1), text(TEXT, *range(3, 35))))) == ()
    assert faults(Page((some,)), Page((picture(LOOK.top, 50), text(HEAD, 5), full))) == told
    assert faults(Page((some,))) == ()
    large = replace(LOOK, hang=0.1 * LOOK.width)
    assert judged((Page((some,)), Page((full,))), STRUCTURE, large) == ()
