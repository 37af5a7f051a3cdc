"""A small story in the sample brand's look, to set in any language."""

import os
import subprocess
import sys
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from sample_brand import sample_brand

from builder.content.markdown import from_markdown
from builder.content.story import Block, Contents, Heading, Look, PageBreak, Story, words
from builder.layout.look import look_of
from builder.pack.formats import DOCX, STORY_PDF

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
        look=replace(look(language), tail=None),
        rtl=rtl,
        running="A sample",
    )


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


def digests() -> list[str]:
    """The digests of the sample's bytes as PDF and as Word file."""
    made = (each.render(story(*chapters(5)), date="2022-06-13") for each in (STORY_PDF, DOCX))
    return [sha256(data).hexdigest() for data in made]  # type: ignore[arg-type]


def printed(seed: str, zone: str) -> list[str]:
    """The same as another process makes them."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
    done = subprocess.run(
        [sys.executable, __file__], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.split()


if __name__ == "__main__":  # for the test that compares processes
    print(*digests())  # noqa: T201
