"""What stands beside text on a page: cards at alternating sides, voices that break it, the white between."""

from __future__ import annotations

import pytest
from sample_story import look, story

from builder.content.frame import Fill, Frame, Text
from builder.content.pages import Owned, Page, Pages, Thumbnail
from builder.content.story import Block, BlockQuote, Feature, Figure, Heading, Paragraph, words
from builder.geometry.box import Box
from builder.layout.flow.paginate import paginate

SQUARE = Frame(60, 60, "px", (Fill(Box(0, 0, 60, 60), look().accent),), "en-GB")
PICTURE = Figure(SQUARE, "A square", width=0.46)
SAID = (Heading(2, words("A message")), Paragraph(words("What it says.")))
QUOTE = Paragraph(words("What was said, by somebody who knows it well and has to say it."))


def laid_out(*blocks: Block, rtl: bool = False) -> Pages:
    return paginate(story(*blocks, rtl=rtl))


def pictures(page: Page) -> list[Box]:
    items = (item.item for item in page.items if isinstance(item, Owned))
    return [item.box for item in items if isinstance(item, Thumbnail)]


def texts(page: Page) -> list[Text]:
    items = (item.item for item in page.items if isinstance(item, Owned))
    return [item for item in items if isinstance(item, Text)]


def of(page: Page, said: str) -> tuple[float, float]:
    """The left end and the first baseline of a text."""
    text = next(text for text in texts(page) if said in text.words)
    return min(run.x for line in text.lines for run in line.runs), text.lines[0].baseline


@pytest.mark.parametrize("rtl", [False, True])
def test_a_card_is_as_wide_as_it_is_told_and_changes_its_side(rtl: bool) -> None:
    pages = laid_out(Feature(PICTURE, SAID), Feature(PICTURE, SAID, flipped=True), rtl=rtl)
    one, two = pictures(pages.pages[0])
    first, last = (two, one) if rtl else (one, two)
    assert one.w == pytest.approx(0.46 * pages.width, rel=0.02)
    assert first.x == pytest.approx(look().outer if rtl else look().inner, abs=1)
    assert last.right == pytest.approx(pages.width - (look().inner if rtl else look().outer), abs=1)
    assert one.bottom < two.y


def test_words_start_level_with_the_head_of_their_card_and_stand_beside_it() -> None:
    (page,) = laid_out(Feature(PICTURE, SAID)).pages
    (card,) = pictures(page)
    left, heading = of(page, "A message")
    _, text = of(page, "What it says.")
    assert left > card.right
    assert card.y < heading < text < card.bottom
    assert heading - card.y == pytest.approx(0, abs=25)


def test_a_card_is_not_parted_from_its_words() -> None:
    for lines in range(10, 50, 4):
        filler = Paragraph(words("\n".join(["A line of words."] * lines)))
        pages = laid_out(filler, Feature(PICTURE, SAID))
        (number,) = (number for number, page in enumerate(pages.pages) if pictures(page))
        assert any("A message" in text.words for text in texts(pages.pages[number])), lines


def test_white_that_a_page_has_left_stands_between_its_cards() -> None:
    features = [Feature(PICTURE, SAID, flipped=bool(number % 2)) for number in range(4)]
    first, _ = laid_out(*features).pages
    one, two = pictures(first)
    assert two.y - one.bottom > 3 * look().grid
    assert max(box.bottom for box in pictures(first)) <= look().height - look().bottom + 1


def test_a_voice_is_larger_than_other_quotations_and_starts_where_they_do() -> None:
    usual = laid_out(BlockQuote((QUOTE,), "A nurse")).pages[0]
    pulled = laid_out(BlockQuote((QUOTE,), "A nurse", pulled=True)).pages[0]
    sizes = [next(text.size for text in texts(page) if "said" in text.words) for page in (usual, pulled)]
    assert sizes[1] == pytest.approx(1.3 * sizes[0])
    start = look().inner + look().hang
    assert of(usual, "said")[0] >= start - 1
    assert start - 1 <= of(pulled, "said")[0] < start + 1
    assert of(pulled, "A nurse")[1] > of(pulled, "said")[1]
