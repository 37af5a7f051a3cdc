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


def test_words_of_pictures_have_the_column_and_two_of_those_a_page() -> None:
    said = (
        "Source: a trust, its report of the year, 2024. Five sizes: "
        + "a post, a square, a story, a link. " * 2
    )
    pages = laid_out(Gallery((replace(WHOLE, caption=words(said)),) * 4, 2))
    assert [len({round(box.y) for box in boxes}) for boxes in shown(pages)] == [2, 2]
    for text in texts(pages):
        if "Source" in text.words:
            assert len(text.lines) <= 4


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
