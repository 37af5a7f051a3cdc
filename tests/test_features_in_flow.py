"""A picture set large beside its words, or among them in large print."""

import pytest
from sample_story import story
from test_flow import laid_out, page_with, said, texts, thumbnails, walk

from builder.color import Color
from builder.content.frame import Fill, Frame, Line, Text
from builder.content.pages import Owned, Pages
from builder.content.story import Block, Callout, Columns, Feature, Figure, Heading, Paragraph, Table, words
from builder.geometry.box import Box
from builder.layout.flow.paginate import paginate
from builder.layout.largeprint import large_print
from builder.record import replace

GROUND = Fill(Box(0, 0, 60, 60), Color(53, 33, 79))
CARD = Figure(Frame(60, 60, "px", (GROUND,), "en-GB"), "A card", width=0.46)


def feature(sentences: int, name: str = "A message") -> Feature:
    said: tuple[Block, ...] = tuple(
        Paragraph(words("A sentence of a post, which people copy and change.")) for _ in range(sentences)
    )
    return Feature(CARD, (Heading(2, words(name)), *said))


def chapter(*said: Block) -> Pages:
    """A chapter of these blocks."""
    return laid_out(Heading(1, words("A chapter"), "chapter", "1"), *said)


def text_of(line: Line) -> str:
    return "".join(run.text for run in line.runs).strip()


def widths(pages: Pages) -> list[tuple[int, float]]:
    """The page of each picture, and its width."""
    return [(page, round(picture.box.w)) for page, picture, _ in thumbnails(pages)]


def test_pictures_of_a_page_are_as_wide_as_each_other_whatever_stands_beside_them() -> None:
    for sentences in range(2, 9):
        pages = chapter(feature(2), feature(sentences), feature(1), feature(2))
        assert len(set(widths(pages))) == len({page for page, _ in widths(pages)}), sentences


def test_pictures_of_a_page_with_much_left_are_a_step_larger_than_those_of_a_full_one() -> None:
    """If they are lower than they need be there; as large as usual, they stay as they are."""
    (_, small), _, _, (page, larger), (_, beside) = widths(chapter(*[feature(5)] * 3, *[feature(2)] * 2))
    assert page == 1
    assert larger == beside > small
    assert len({width for _, width in widths(chapter(*[feature(3)] * 2, *[feature(2)] * 2))}) == 1


def test_pictures_of_a_chapter_are_lower_where_that_saves_a_page() -> None:
    short, long = chapter(*[feature(2)] * 2), chapter(*[feature(2)] * 3)
    assert [page for page, _ in widths(long)] == [0, 0, 0]
    assert widths(long)[0][1] < widths(short)[0][1]


def test_a_picture_alone_on_a_page_with_much_left_is_larger() -> None:
    (_, usual), _ = widths(chapter(feature(2), feature(2)))
    ((_, alone),) = widths(chapter(feature(2)))
    long = (Heading(2, words("A message")), Paragraph(words("A sentence that people copy and change. " * 17)))
    ((_, beside_many),) = widths(chapter(Feature(CARD, long)))
    assert alone > beside_many > usual  # many words want their room
    ((_, above),) = widths(chapter(feature(2), *[Paragraph(words("A paragraph."))] * 20))
    assert above == usual


@pytest.mark.parametrize("address", ["https://example.org/our-river-week", "#TheWeekOfTheWholeRiver"])
def test_no_picture_takes_the_room_of_an_address_or_a_tag_beside_it(address: str) -> None:
    blocks = Heading(2, words("Go")), Callout((Paragraph(words(f"See\n{address}")),))
    pages = chapter(Feature(CARD, blocks))
    ((_, wide),) = widths(pages)
    assert wide > 200
    items = (item.item for item in pages.pages[0].items if isinstance(item, Owned))
    (text,) = (item for item in items if isinstance(item, Text) and address in item.words)
    assert len(text.lines) == 2


def test_an_address_too_long_for_any_column_beside_a_picture_leaves_it_its_size() -> None:
    blocks = Heading(2, words("Go")), Paragraph(words("https://example.org/" + "of-the-river-" * 6))
    ((_, wide),) = widths(chapter(Feature(CARD, blocks)))
    assert wide > 200


def test_a_tag_has_its_room_beside_an_address_that_no_column_holds() -> None:
    tag = "#TheWeekOfTheWholeRiverAndBanks"
    long = f"https://example.org/{'of-the-river-' * 6}\n{tag}"
    pages = chapter(Feature(CARD, (Heading(2, words("Go")), Callout((Paragraph(words(long)),)))))
    items = (item.item for item in pages.pages[0].items if isinstance(item, Owned))
    (text,) = (item for item in items if isinstance(item, Text) and tag in item.words)
    assert any(text_of(line) == tag for line in text.lines)


def test_in_large_print_a_picture_stands_below_its_heading_and_a_long_feature_is_parted() -> None:
    told = story(feature(3, "First"), feature(16, "Second"), Paragraph(words("The end.")))
    pages = paginate(replace(told, look=large_print(told.look)))
    assert page_with(pages, "First") == page_with(pages, "Second") == 0
    assert "The end." in said(pages.pages[1])
    below = [element.role for element in walk(pages.structure)]
    assert below[1:6] == ["H1", "Div", "Figure", "P", "P"]


def test_pictures_of_a_chapter_that_are_lower_differ_by_a_step_from_page_to_page() -> None:
    """One alone on its page as well."""
    for lines in range(4, 24):
        filler = Paragraph(words("\n".join(["A line."] * lines)))
        for count in (2, 3, 4):
            shown = chapter(filler, *(feature(9, f"{n}") for n in range(count)))
            wide = [width for _, width in widths(shown)]
            assert max(wide) < 1.4 * min(wide), (lines, count, wide)


def test_a_heading_of_a_part_stands_at_the_margin_where_what_it_is_of_begins_there() -> None:
    table = Table((words("Name"), words("Size")), ((words("One"), words("1")),))
    both = Columns(((table,), (table,)), wide=True)
    heads = [Heading(level, words(said)) for level, said in ((2, "Sizes"), (3, "Five sizes"), (3, "Six"))]
    shown = laid_out(*heads[:2], both, heads[2], Paragraph(words("A line.")))
    found = [text for text, _ in texts(shown.pages[0])]
    left = {text.words.strip(): text.lines[0].runs[0].x for text in found[::-1]}
    assert left["Five sizes"] == left["Name"] < left["Sizes"] == left["Six"]


def test_parts_of_a_list_of_sizes_stay_together_if_a_page_can_hold_them() -> None:
    table = Table((words("Name"), words("Size")), ((words("One"), words("1")),) * 6)
    parts = [(Heading(3, words(f"Part {n}")), Columns(((table,), (table,)), wide=True)) for n in range(2)]
    for lines in range(20, 50):
        filler = Paragraph(words("\n".join(["A line."] * lines)))
        pages = laid_out(filler, *parts[0], *parts[1])
        assert page_with(pages, "Part 0") == page_with(pages, "Part 1"), lines


def test_what_stands_over_a_tail_has_the_white_of_other_pages_and_does_not_meet_it() -> None:
    page = story().look
    tail = Frame(page.width, 130, "pt", (Fill(Box(page.width - 60, 40, 60, 90), Color(0, 0, 0)),), "en")
    told = story(*(feature(4, f"{n}") for n in range(2)))
    plain, ending = (paginate(replace(told, look=replace(page, tails=tails))) for tails in ((), ((tail,),)))
    spread, over = ([picture.box for _, picture, _ in thumbnails(pages)] for pages in (plain, ending))
    art = min(over, key=lambda box: -box.w)
    above, below = (box for box in over if box != art)
    assert below.y - above.bottom == spread[1].y - spread[0].bottom > 3 * page.grid
    assert below.bottom < art.y
