"""A small story in the sample brand's look, to set in any language."""

from functools import cache
from pathlib import Path

from sample_brand import sample_brand

from builder.content.look import Look
from builder.content.markdown import from_markdown
from builder.content.story import Block, Contents, Heading, PageBreak, Story, words
from builder.layout.flow.compose import Composer
from builder.layout.flow.flow import Flow
from builder.layout.look import look_of
from builder.pack.formats import DOCX, STORY_PDF
from builder.record import replace

ROOT = Path(__file__).parent.parent


@cache
def look(language: str = "en-GB") -> Look:
    return look_of(sample_brand(), language)


def story(*blocks: Block, language: str = "en-GB", rtl: bool = False) -> Story:
    return Story(
        title="A sample",
        author="Somebody",
        subject="A subject",
        language=language,
        blocks=blocks,
        look=replace(look(language), tails=()),
        rtl=rtl,
        running="A sample",
    )


def composed(content: Story) -> list[Flow]:
    """The flows of a story."""
    return Composer(content).flows(content.blocks)


def chapters(count: int, text: str = "A few words, and **some bold** ones.\n\n" * 12) -> tuple[Block, ...]:
    """A contents page, then chapters of about half a page."""
    found: list[Block] = [Contents("Contents", id="contents"), PageBreak()]
    for number in range(1, count + 1):
        found += [Heading(1, words(f"Chapter {number}"), f"chapter-{number}"), *from_markdown(text)]
    return tuple(found)


def book(content: Story, date: str = "") -> bytes:
    """The story as PDF."""
    made = STORY_PDF.render(content, date=date)
    assert isinstance(made, bytes)
    return made


def files() -> dict[str, bytes]:
    """The sample as PDF and as Word file."""
    formats = {"book": STORY_PDF, "Word": DOCX}
    made = {name: each.render(story(*chapters(5)), date="2022-06-13") for name, each in formats.items()}
    assert all(isinstance(data, bytes) for data in made.values())
    return made  # type: ignore[return-value]
