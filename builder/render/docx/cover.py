"""The covers: their art behind the first and the last page, their words as paragraphs over it."""

from __future__ import annotations

from builder.color import Color
from builder.content.frame import Fill, Frame, Text
from builder.content.recipe import seen
from builder.content.story import Block, Opening, Story
from builder.record import Record, replace

_FULL_PAGE = 0.8  # of the page: an opening higher than this is a cover
_NARROWER = 0.68  # Word's text column and its fonts, against those that the cover was laid out with


class Cover(Record):
    """A cover taken apart: the art without words, its ground, and the words, the title first.

    `links` are words of it and where they lead.
    """

    art: Frame
    alt: str
    ground: Color
    title: Text
    others: tuple[Text, ...]
    links: tuple[tuple[str, str], ...] = ()

    @property
    def size(self) -> float:
        """The title's size in Word, pt."""
        return round(self.title.size * _NARROWER)

    @property
    def small(self) -> float:
        """The size of the other words, pt."""
        return max(14, round(max((text.size for text in self.others), default=0) * _NARROWER))


def is_sheet(story: Story) -> bool:
    """Whether a story is a page that is laid out, and nothing else."""
    return len(story.blocks) == 1 and isinstance(story.blocks[0], Opening) and cover_of(story) is not None


def cover_of(story: Story) -> Cover | None:
    """The cover that a story opens with, if it has one with words on a plain ground."""
    return _apart(story.blocks[0], story) if story.blocks else None


def back_of(story: Story) -> Cover | None:
    """The cover that a story ends with, if it has one besides that it opens with."""
    return _apart(story.blocks[-1], story) if len(story.blocks) > 1 and cover_of(story) else None


def _apart(block: Block, story: Story) -> Cover | None:
    if not isinstance(block, Opening):
        return None
    frame = seen(block.frame)
    if not _full(frame, story):
        return None
    texts = [item for item in frame.items if isinstance(item, Text)]
    grounds = [item.paint for item in frame.items if isinstance(item, Fill)]
    if not texts or not grounds or not isinstance(grounds[0], Color):
        return None
    title = next(
        (text for text in texts if text.words == block.title), max(texts, key=lambda text: text.size)
    )
    art = replace(frame, items=tuple(item for item in frame.items if not isinstance(item, Text)))
    others = tuple(text for text in texts if text is not title)
    return Cover(art, block.alt, grounds[0], title, others, block.links)


def _full(frame: Frame, story: Story) -> bool:
    return frame.height / frame.width > _FULL_PAGE * story.look.height / story.look.width
