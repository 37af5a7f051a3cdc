"""Type on a page: where leads break, where quotations stand, what a term beside its text takes."""

import re

from sample_story import look, story

from builder.color import Color, contrast
from builder.content.frame import Path, Text
from builder.content.pages import Owned, Pages, Stroke
from builder.content.story import BlockQuote, Callout, Definition, Definitions, Paragraph, Span, words
from builder.layout.flow.compose import Composer
from builder.layout.flow.paginate import paginate
from builder.layout.flow.passage import Passage
from builder.layout.flow.typesetter import GUTTER
from builder.record import replace

LEAD = (
    "We are more connected, and less acquainted, than any people who have ever lived. Most of us can say "
    "what a stranger on another continent had for breakfast. Rather fewer can say what the person on the "
    "other side of the wall is afraid of."
)


def lines(text: str, measure: float) -> tuple[list[str], list[float]]:
    """The lines of a lead, and which share of the measure each takes."""
    passage = Passage((Span(text),), look().lead, "en-GB")
    found = passage.lines(measure, "lead")
    said = [passage.paragraph.text[line.start : line.end] for line in found]
    return said, [passage.extent(line) / measure for line in found]


def test_a_lead_of_several_lines_is_as_little_ragged_as_text_and_ends_lines_by_their_sense() -> None:
    for measure in range(330, 440, 10):
        said, shares = lines(LEAD, measure)
        assert min(shares[:-1]) > 0.7, (measure, said)
        ends = [line.split()[-1] for line in said[:-1]]
        assert len({"a", "the", "of", "on", "and", "than"} & set(ends)) < 2, said


def test_an_address_wider_than_its_line_is_parted_at_its_hyphens_only_where_nothing_else_fits() -> None:
    address = "https://example.org/extraordinary-ordinary-conversations/tell-us-how-it-went"
    for measure in (*range(60, 140, 4), *range(150, 400, 10)):
        passage = Passage((Span(address),), look().text, "en-GB")
        said = [address[line.start : line.end] for line in passage.lines(measure)]
        assert "".join(said) == address
        members = [passage.paragraph.width(*found.span()) for found in re.finditer("[^/]+/?", address)]
        if max(members) * look().text.size <= measure:
            assert all(line.endswith("/") for line in said[:-1]), (measure, said)


def test_a_pale_panel_is_told_from_the_paper() -> None:
    told = Color(243, 238, 228)
    for pale in (Color(255, 252, 248), Color(253, 251, 255), told):
        panel = story(Callout((Paragraph(words("Said")),)))
        pages = paginate(replace(panel, look=replace(panel.look, panel=pale)))
        items = (each.item for each in pages.pages[0].items if isinstance(each, Owned))
        (ground,) = (item.fill for item in items if isinstance(item, Path))
        assert isinstance(ground, Color)
        assert contrast(ground, look().paper) >= 1.1
        assert contrast(ground, look().text.color) >= 7
        assert (ground == pale) == (pale == told)


def test_words_of_a_quotation_stand_where_those_of_the_text_do_and_its_bar_beside_them() -> None:
    for rtl in (False, True):
        said = "قالت ذلك" if rtl else "So it was."
        quote = BlockQuote((Paragraph(words(said)),), pulled=True)
        pages = paginate(story(Paragraph(words(said)), quote, language="ar" if rtl else "en-GB", rtl=rtl))
        edges = {
            (max(run.x + run.width for run in line.runs) if rtl else line.runs[0].x)
            for text in _texts(pages)
            for line in text.lines
        }
        assert max(edges) - min(edges) < 1, edges
        (bar,) = (item for item in _items(pages) if isinstance(item, Stroke) and item.width == 2)
        away = bar.points[0][0] - min(edges) if rtl else min(edges) - bar.points[0][0]
        assert 0 < away <= GUTTER, away


def test_a_term_lower_on_its_line_than_its_text_takes_no_more_than_a_line() -> None:
    entry = Definition("When", (Paragraph(words("All week")),))
    heights = []
    for leading in (look().text.leading, look().text.leading / 3):
        label = replace(look().label, leading=leading)
        content = replace(story(), look=replace(look(), label=label))
        (flow,) = Composer(content).flows((Definitions((entry,)),))
        heights.append(flow.height(360))
    assert heights[0] == heights[1]


def _items(pages: Pages) -> list[object]:
    return [owned.item for page in pages.pages for owned in page.items if isinstance(owned, Owned)]


def _texts(pages: Pages) -> list[Text]:
    return [item for item in _items(pages) if isinstance(item, Text) and item.size > look().foot.size]
