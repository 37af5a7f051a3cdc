"""The guide in large print: the same story, all of it at 18 pt or more, in one column."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample_packs import SamplePack
from sample_story import composed, look, story

from builder.content.frame import Fill, Frame, Text
from builder.content.look import TypeStyle
from builder.content.pages import Element, Owned, Pages, Thumbnail
from builder.content.story import (
    Block,
    Callout,
    Columns,
    Copy,
    Definition,
    Definitions,
    Feature,
    Figure,
    Gallery,
    Heading,
    Paragraph,
    PostCard,
    Story,
    Table,
    words,
)
from builder.geometry.box import Box
from builder.kinds.guide import KIND
from builder.layout.flow.paginate import paginate
from builder.layout.largeprint import LEAST, large_print
from builder.record import fields_of, replace
from builder.spec.requests import Guide

SQUARE = Frame(60, 60, "px", (Fill(Box(0, 0, 60, 60), look().accent),), "en-GB")
PICTURE = Figure(SQUARE, "A square", width=0.46)
WHOLE = replace(PICTURE, width=1.0)


def laid_out(*blocks: Block, rtl: bool = False) -> Pages:
    usual = story(*blocks, rtl=rtl)
    return paginate(replace(usual, look=large_print(usual.look)))


def texts(pages: Pages) -> list[Text]:
    items = (item.item for page in pages.pages for item in page.items if isinstance(item, Owned))
    return [item for item in items if isinstance(item, Text)]


def left_of(pages: Pages, said: str) -> float:
    text = next(text for text in texts(pages) if said in text.words)
    return min(run.x for line in text.lines for run in line.runs)


@pytest.mark.parametrize("language", ["en-GB", "ur", "bn", "ar"])
def test_no_style_is_smaller_than_18_pt_and_lines_keep_to_the_grid(language: str) -> None:
    large = large_print(look(language))
    styles = [getattr(large, name) for name in fields_of(type(large))]
    found = [style for style in (*styles, *large.headings) if isinstance(style, TypeStyle)]
    assert len(found) >= 10
    for style in found:
        assert style.size >= LEAST
        assert (style.leading / (large.grid / 4)) % 1 == pytest.approx(0, abs=1e-6)
        assert style.leading >= style.size
    assert large.text.size == LEAST == 18


def test_headings_stay_in_order_of_size() -> None:
    sizes = [style.size for style in large_print(look()).headings]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] > LEAST


def test_terms_pictures_and_columns_stand_above_each_other() -> None:
    said = (Heading(2, words("A message")), Paragraph(words("What it says.")))
    pages = laid_out(
        Definitions((Definition("Monday", (Paragraph(words("A walk.")),), "9:00"),)),
        Feature(PICTURE, said),
        Columns(((Paragraph(words("One side.")),), (Paragraph(words("The other.")),))),
        PostCard("Tuesday", (), picture=SQUARE, alt="A square"),
    )
    start = left_of(pages, "A walk.")
    for each in ("Monday", "9:00", "A message", "What it says.", "One side.", "The other.", "Tuesday"):
        assert left_of(pages, each) == pytest.approx(start, abs=1), each
    shown = [item for page in pages.pages for item in page.items if isinstance(item, Owned)]
    assert sum(isinstance(item.item, Thumbnail) for item in shown) == 2
    assert all(item.item.box.x >= start - 1 for item in shown if isinstance(item.item, Thumbnail))


def test_a_panel_goes_on_over_the_page_but_no_page_ends_with_its_first_line_alone() -> None:
    panel = Callout((Paragraph(words("The count"), "note"), *(lines(4, f"part {part}") for part in range(3))))
    found = set()
    for before in range(12, 24):
        pages = pages_of(laid_out(lines(before), panel))
        said = [[text.words.strip() for text in texts(page)] for page in pages]
        first = next(page for page in said if any("The count" in text for text in page))
        assert any("part 0" in text for text in first)
        found.add(any("part 2" in text for text in first))
    assert found == {True, False}


def shown(pages: Pages) -> list[list[Box]]:
    """The pictures of each page."""
    items = ([item.item for item in page.items if isinstance(item, Owned)] for page in pages.pages)
    return [[item.box for item in own if isinstance(item, Thumbnail)] for own in items]


def test_rows_of_pictures_are_never_lower_so_that_more_of_them_stand_on_a_page() -> None:
    for count in (3, 10):
        usual = story(Gallery((WHOLE,) * count, 4))
        (flow,) = composed(replace(usual, look=large_print(usual.look)))
        assert not flow.lower


@pytest.mark.parametrize("above", range(2, 26))
def test_the_last_lines_of_a_message_stand_with_others_of_it(above: int) -> None:
    said = (Heading(2, words("A message")), Callout((lines(4),)), Paragraph(words("Five sizes"), "note"))
    pages = pages_of(laid_out(lines(above), Feature(PICTURE, said), lines(3)))
    for page in pages:
        told = [text.words.strip() for text in texts(page)]
        assert told[:1] != ["Five sizes"]


def test_a_count_stands_under_a_name_that_it_leaves_no_room_on_its_line() -> None:
    copies = (Copy("Any other platform", "1,234 of 10,000 characters", words("A line.")),)
    more = (*copies, Copy("X", "7 of 280", words("A line.")))
    for card in (PostCard("Wednesday 18 September, 09:00", copies), PostCard("Tuesday", more)):
        pages = laid_out(card)
        for text in texts(pages):
            assert len(text.lines) == 1, text.words
    assert left_of(pages, "1,234") == pytest.approx(left_of(pages, "Any other"))
    assert left_of(pages, "7 of") > look().width / 2


def lines(count: int, text: str = "A line") -> Paragraph:
    return Paragraph(words("\n".join([text] * count)))


def pages_of(pages: Pages) -> list[Pages]:
    return [replace(pages, pages=(page,)) for page in pages.pages]


def test_the_structure_is_that_of_the_usual_print() -> None:
    blocks = (
        Heading(1, words("A chapter"), "one", "1"),
        Definitions((Definition("Monday", (Paragraph(words("A walk.")),)),)),
        Feature(PICTURE, (Paragraph(words("What it says.")),)),
    )
    usual, large = paginate(story(*blocks)), laid_out(*blocks)
    assert roles(usual.structure) == roles(large.structure)


def roles(element: Element) -> list[str]:
    return [element.role, *(role for child in element.children for role in roles(child))]


def test_it_is_made_where_it_is_asked_for_from_the_same_story(packs: dict[str, SamplePack]) -> None:
    edition = packs["2021"].planned.editions[0]
    assert not edition.spec.guide.large_print
    spec = edition.spec.model_copy(update={"guide": Guide(large_print=True)})
    assert KIND.gather
    usual, word, large = KIND.gather(replace(edition, spec=spec), ())
    assert Path(large.path).name == "imhaw-2021_guide-large-print_en.pdf"
    assert isinstance(usual.content, Story)
    assert isinstance(large.content, Story)
    assert large.content.blocks == usual.content.blocks == word.content.blocks
    assert large.title == "The guide, in large print"


def boxes(pages: Pages) -> list[Box]:
    return [box for own in shown(pages) for box in own]


@pytest.mark.parametrize(("count", "columns"), [(2, 2), (3, 3), (4, 2), (5, 3), (12, 3)])
def test_pictures_without_words_stand_two_or_three_in_a_row_from_margin_to_margin(
    count: int, columns: int
) -> None:
    found, large = boxes(laid_out(Gallery((Figure(SQUARE, "A square"),) * count, 4))), large_print(look())
    first = [box for box in found if box.y == found[0].y]
    assert len(first) == columns
    assert first[0].x == pytest.approx(large.inner)
    assert first[-1].right == pytest.approx(large.width - large.outer)


@pytest.mark.parametrize("count", range(2, 41))
def test_no_gallery_ends_with_one_picture_alone(count: int) -> None:
    last = shown(laid_out(Gallery((Figure(SQUARE, "A square"),) * count, 4)))[-1]
    assert sum(box.y == last[-1].y for box in last) > 1
    assert len({round(box.w, 1) for box in last}) == 1


@pytest.mark.parametrize("rtl", [False, True])
def test_a_picture_with_many_words_has_them_beside_it_in_a_row_of_its_own(rtl: bool) -> None:
    said = words("Source: a trust, its report of Kinderwagenfederungssysteme. " + "A post, a square. " * 5)
    pages = laid_out(Gallery((Figure(SQUARE, "A square", said),) * 3, 3), rtl=rtl)
    assert len(pages.pages) == 1
    found = boxes(pages)
    assert len({box.y for box in found}) == 3
    assert len({box.x for box in found}) == 1
    for text in (text for text in texts(pages) if "Source" in text.words):
        own = next(box for box in found if box.y <= text.lines[0].baseline <= box.bottom)
        assert text.lines[-1].baseline <= own.bottom
        starts = [run.x for line in text.lines for run in line.runs]
        assert max(starts) < own.x if rtl else min(starts) > own.right


@pytest.mark.parametrize(("name", "rows"), [("Poster", 1), ("Projektförderungsantragsformulare", 2)])
def test_pictures_with_few_words_stand_beside_each_other(name: str, rows: int) -> None:
    found = boxes(laid_out(Gallery((Figure(SQUARE, "A square", words(f"{name}\nIn the folder")),) * 3, 3)))
    assert len({box.y for box in found}) == rows


@pytest.mark.parametrize("before", range(0, 24, 3))
def test_notes_that_end_a_feature_stand_beside_its_picture(before: int) -> None:
    post = Callout((Paragraph(words("The count"), "note"), lines(3, "A post")))
    note = Paragraph(words("5 sizes: a post, a square, a story, a link"), "note")
    blocks = Heading(2, words("A message")), post, note
    pages = laid_out(lines(before, "Before") if before else lines(1), Feature(PICTURE, blocks))
    page = next(page for page in pages_of(pages) if boxes(page))
    (box,) = boxes(page)
    (text,) = (text for text in texts(page) if "5 sizes" in text.words)
    assert box.y < text.lines[0].baseline < text.lines[-1].baseline < box.bottom
    assert left_of(page, "5 sizes") > box.right


def test_the_head_of_wide_columns_begins_where_they_do() -> None:
    table = Table((words("Platform"), words("Size")), ((words("Story"), words("1080")),))
    pages = laid_out(Heading(3, words("The sizes")), Columns(((table,), (table,)), wide=True))
    assert left_of(pages, "The sizes") == pytest.approx(left_of(pages, "Platform"), abs=1)
