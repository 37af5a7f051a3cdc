"""Stories as Word files that partners edit: real styles, headings, lists and tables."""

from __future__ import annotations

import datetime as dt
import re
from io import BytesIO

from builder.archive import epoch
from builder.content.story import Story
from builder.content.walk import spoken
from builder.record import replace
from builder.render.docx.cover import cover_of
from builder.render.docx.template import template_files
from builder.render.ooxml.package import pack

_UNDATED = dt.date(2000, 1, 1)


def render_docx(story: Story, date: str = "") -> bytes:
    """A story as .docx; `date` (ISO) is what the file says it was made on.

    A story without a cover starts with its title, and what it is about.
    """
    from docx import Document  # noqa: PLC0415  takes 0.2 s to import

    from builder.render.docx.saved import saved  # noqa: PLC0415  imports it too
    from builder.render.docx.writer import Writer  # noqa: PLC0415  imports it too

    story = replace(story, blocks=spoken(story))
    day = dt.date.fromisoformat(date) if re.fullmatch(r"\d{4}-\d\d-\d\d", date) else _UNDATED
    moment = epoch(day)
    cover = cover_of(story)
    document = Document(BytesIO(pack(template_files(story, cover, moment), moment)))
    Writer(document, story).whole(cover)
    return pack(saved(document), moment)
