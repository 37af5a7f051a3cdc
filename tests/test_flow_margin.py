"""What stands in the hanging margin: the numbers of chapters in the contents, and terms in one size."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sample_story import look, story

from builder.content.frame import Text
from builder.content.pages import Artifact, Link, Owned, Page
from builder.content.story import (
    Block,
    Contents,
    Definition,
    Definitions,
    Heading,
    PageBreak,
    Paragraph,
    words,
)
from builder.layout.flow.paginate import paginate
from builder.layout.flow.typesetter import GUTTER
from builder.layout.largeprint import large_print
from builder.record import replace
from builder.text.shaping import SOFT_HYPHEN

LONG = "A chapter whose title has so many words that it stands on two lines of the contents or three"
ROOM = look().hang - GUTTER


def texts(page: Page) -> Iterator[Text]:
    """The texts of a page but its foot."""
    for one in page.items:
        if isinstance(one, Owned) and isinstance(one.item, Text) and not isinstance(one.owner, Artifact):
            yield one.item


def edges(text: Text) -> tuple[float, float]:
    runs = [run for line in text.lines for run in line.runs if run.text.strip()]
    return min(run.x for run in runs), max(run.x + run.width for run in runs)


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("large", [False, True])
def test_contents_have_the_chapters_number_in_the_margin_and_the_page_where_the_line_ends(
    rtl: bool, large: bool
) -> None:
    titles = ("One", LONG, "Contact")
    headed: list[Block] = []
    for number, title in enumerate(titles, 7):
        headed += [
            PageBreak(),
            Heading(1, words(title), title[:3], "" if title == "Contact" else str(number)),
        ]
    content = story(Contents("", depth=2), *headed, rtl=rtl)
    own = large_print(content.look) if large else content.look
    led = tuple(replace(style, leading=style.leading + 2.0) for style in own.headings)
    page = paginate(replace(content, look=replace(own, headings=led))).pages[0]
    shown = list(texts(page))
    assert [text.words.strip() for text in shown] == ["7", "One", "2", "8", LONG, "3", "Contact", "4"]
    starts, ends = (own.width - own.inner, own.outer) if rtl else (own.inner, own.width - own.outer)
    numbers, named, numbered = (
        (shown[0], shown[3]),
        (shown[1], shown[4], shown[6]),
        (shown[2], shown[5], shown[7]),
    )
    side = slice(None, None, -1 if rtl else 1)
    for text in numbers:
        assert edges(text)[side][0] == pytest.approx(starts, abs=1)
    for text in numbered:
        assert edges(text)[side][1] == pytest.approx(ends, abs=1)
    for text in named:
        left, right = edges(text)[side]
        assert abs(left - starts) >= own.hang - 1
        assert abs(right - ends) > GUTTER
    assert len(shown[4].lines) > 1
    for three in (shown[:3], shown[3:6], shown[6:]):
        assert len({text.lines[0].baseline for text in three}) == 1
    links = [item for item in page.items if isinstance(item, Link)]
    assert [link.words for link in links] == list(titles)
    assert len({(link.box.x, link.box.right) for link in links}) == 1


def test_numbers_of_pages_have_figures_that_are_all_as_wide() -> None:
    headed = (each for n in range(1, 21) for each in (PageBreak(), Heading(1, words(f"No. {n}"), f"n{n}")))
    content = story(Contents("", depth=2), *headed)
    heads = tuple(replace(style, faces=content.look.text.faces) for style in content.look.headings)
    page = paginate(replace(content, look=replace(content.look, headings=heads))).pages[0]
    eleven, twenty = (next(text for text in texts(page) if text.words.strip() == n) for n in ("11", "20"))
    assert edges(eleven) == pytest.approx(edges(twenty))


def listed(*terms: str, note: str = "", language: str = "de") -> dict[str, Text]:
    """The texts of a list of such terms, by what they say."""
    said = Paragraph(words("\n".join(["Was dazu gehört."] * 4)))
    entries = tuple(Definition(term, (said,), note) for term in terms)
    (page,) = paginate(story(Definitions(entries), language=language)).pages
    return {text.words.strip().replace(SOFT_HYPHEN, ""): text for text in texts(page)}


def broken(text: Text) -> list[str]:
    return [line.text.strip() for line in text.lines]


def test_the_terms_of_a_list_have_one_size() -> None:
    narrow, wide = "Lunch", "Volunteercoordination"
    usual, small = look().label.size, look().kicker.size
    assert {listed(narrow, language="en")[narrow].size} == {usual}
    both = listed(narrow, "Communications", language="en")
    assert {both[narrow].size, both["Communications"].size} == {small}
    over = listed(narrow, wide, language="en")
    assert over[narrow].size == over[wide].size


def test_a_compound_is_parted_where_its_words_join_before_terms_are_smaller() -> None:
    terms = "Eltern", "Familienbildungsstätten"
    shown = listed(*terms)
    assert {text.size for said, text in shown.items() if said in terms} == {look().label.size}
    assert broken(shown[terms[1]])[0] == "Familien" + SOFT_HYPHEN


@pytest.mark.parametrize("noted", [False, True])
def test_a_hashtag_that_is_wider_than_the_margin_stands_above_or_below_and_is_not_cut(noted: bool) -> None:
    hashtag = "#Wartezimmergesprächswochen"
    shown = listed("2023", note=hashtag) if noted else listed(hashtag)
    text = shown[hashtag]
    assert broken(text) == [hashtag]
    left, right = edges(text)
    assert left == pytest.approx(look().inner + look().hang, abs=1)
    assert right - left > ROOM
    said = next(text for words_, text in shown.items() if words_.startswith("Was dazu"))
    assert (said.lines[0].baseline > text.lines[0].baseline + 1) != noted
    if noted:  # the term stays beside its text
        assert shown["2023"].lines[0].baseline == pytest.approx(said.lines[0].baseline)
