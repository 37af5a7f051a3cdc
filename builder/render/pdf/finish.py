"""What a PDF says about itself."""

from __future__ import annotations

import datetime as dt
import re

from builder import __version__
from builder.archive import epoch
from builder.inks import Inks
from builder.record import Record
from builder.render.pdf.canvas import GlyphCanvas
from builder.render.pdf.tags.metadata import Facts, claim
from builder.render.profile import srgb_profile
from builder.source.copied import copied

_UNDATED = dt.date(2000, 1, 1)
_PRODUCER = "ReportLab"


class Filing(Record):
    """What a library would file a document under; `date` is ISO."""

    title: str
    author: str
    subject: str
    language: str
    keywords: tuple[str, ...] = ()
    date: str = ""

    @property
    def facts(self) -> Facts:
        """What the document says of itself, as its information dictionary names it."""
        stamp = _stamp(self.date)
        return {
            "Title": copied(self.title),
            "Author": copied(self.author),
            "Subject": copied(self.subject),
            "Keywords": ", ".join(self.keywords),
            "Creator": f"packbuild {__version__}",
            "Producer": _PRODUCER,
            "CreationDate": stamp,
            "ModDate": stamp,
        }


def file_under(canvas: GlyphCanvas, filing: Filing, inks: Inks | None = None) -> None:
    """Writes what a document says of itself, what it claims to be, and that viewers show its title.

    `inks` are those of a print file.
    """
    facts, document = filing.facts, canvas._doc
    canvas.setTitle(facts["Title"])
    canvas.setAuthor(facts["Author"])
    canvas.setSubject(facts["Subject"])
    canvas.setKeywords(facts["Keywords"])
    canvas.setCreator(facts["Creator"])
    canvas.setProducer(facts["Producer"])
    canvas.setDateFormatter(lambda *_: facts["ModDate"])
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if inks is None:
        claim(document, facts, filing.language, srgb_profile())
    else:
        from builder.render.pdf.press.claims import claim_print  # noqa: PLC0415  only for presses

        claim_print(document, facts, filing.language, inks)


def _stamp(date: str) -> str:
    day = dt.date.fromisoformat(date) if re.fullmatch(r"\d{4}-\d\d-\d\d", date) else _UNDATED
    return epoch(day).strftime("D:%Y%m%d%H%M%SZ")
