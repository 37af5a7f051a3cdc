"""What is known of a campaign before there is any file of it, and how it is written into one."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from string import Template

from builder.brand.looks import USUAL
from builder.color import Color
from builder.pipeline.ownbrand import OwnBrand
from builder.record import Record

STARTER = Path(__file__).parent.parent / "starter"
WORDS = ("name", "short_name", "organiser", "website", "contact", "about", "theme", "hashtag", "why")


class Beginning(Record, kw_only=True):
    """What is known of a campaign before there is any file of it; a text may stand in [square brackets]."""

    name: str
    short_name: str
    organiser: str
    website: str
    contact: str
    about: str
    theme: str
    hashtag: str
    why: str
    start: dt.date
    end: dt.date
    messages: tuple[str, ...] = ()
    language: str = "en-GB"
    brand: OwnBrand | None = None  # that is there already; else one is made of what follows
    colors: tuple[Color, ...] = ()  # the most important first
    logo: Path | None = None  # none: the name, set in the display type
    light_logo: Path | None = None  # for dark grounds
    look: str = USUAL
    fonts: tuple[Path, ...] = ()  # the first family is that of headings, the last that of texts

    def words(self) -> Iterator[str]:
        """All that people will read."""
        yield from (getattr(self, name) for name in WORDS)
        yield from self.messages


def filled(file: str, **values: object) -> str:
    """A file of the starter with values in the places that it leaves."""
    return Template((STARTER / file).read_text("utf-8")).substitute(values)


def quoted(text: str) -> str:
    """A text as YAML reads it back, whatever it holds."""
    return json.dumps(text, ensure_ascii=False)
