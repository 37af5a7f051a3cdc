"""A picture set large beside its words, or among them in large print."""

from sample_story import story
from test_flow import laid_out, page_with, said, thumbnails, walk

from builder.color import Color
from builder.content.frame import Fill, Frame
from builder.content.story import Block, Feature, Figure, Heading, Paragraph, words
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


def width_beside(*said: str) -> float:
    block = Feature(CARD, tuple(Paragraph(words(each)) for each in said))
    ((_, picture, _),) = thumbnails(laid_out(block))
    return picture.box.w


def test_a_picture_is_smaller_where_words_longer_than_it_would_be_shorter_beside_it() -> None:
    post = "A sentence of a post, which people copy and change as they like. "
    large, small = width_beside(post), width_beside(post * 16)
    assert large == width_beside(post * 2) > width_beside(post * 11) > small > 0.5 * large
    assert width_beside(*["Yes."] * 30) == large  # lines that no width makes fewer


def test_in_large_print_a_picture_stands_below_its_heading_and_a_long_feature_is_parted() -> None:
    told = story(feature(3, "First"), feature(16, "Second"), Paragraph(words("The end.")))
    pages = paginate(replace(told, look=large_print(told.look)))
    assert page_with(pages, "First") == page_with(pages, "Second") == 0
    assert "The end." in said(pages.pages[1])
    below = [element.role for element in walk(pages.structure)]
    assert below[1:6] == ["H1", "Div", "Figure", "P", "P"]
