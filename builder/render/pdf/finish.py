"""What a PDF says about itself, and how its bytes are packed."""

from __future__ import annotations

import datetime as dt
import re
from io import BytesIO

from builder import __version__
from builder.archive import epoch
from builder.inks import Inks
from builder.record import Record
from builder.render.pdf.canvas import GlyphCanvas
from builder.render.pdf.tags.metadata import claim
from builder.render.profile import srgb_profile
from builder.source.copied import copied

_UNDATED = dt.date(2000, 1, 1)


class Filing(Record):
    """What a library would file a document under; `date` is ISO."""

    title: str
    author: str
    subject: str
    language: str
    keywords: tuple[str, ...] = ()
    date: str = ""


def file_under(canvas: GlyphCanvas, filing: Filing) -> None:
    """Writes title, author and the like into the document, and asks viewers to show the title."""
    canvas.setTitle(copied(filing.title))
    canvas.setAuthor(copied(filing.author))
    canvas.setSubject(copied(filing.subject))
    canvas.setKeywords(", ".join(filing.keywords))
    canvas.setCreator(f"packbuild {__version__}")
    canvas.setProducer("ReportLab, pikepdf")
    canvas.setViewerPreference("DisplayDocTitle", "true")


def finished(pdf: bytes, filing: Filing, inks: Inks | None = None) -> bytes:
    """The document with its date, packed into object streams: smaller, and the same bytes each time.

    `inks` are those of a print file.
    """
    import pikepdf  # noqa: PLC0415  only where a PDF is made

    out, version = BytesIO(), ""
    with pikepdf.open(BytesIO(pdf)) as document:
        stamp = pikepdf.String(_stamp(filing.date))
        document.docinfo["/CreationDate"] = stamp
        document.docinfo["/ModDate"] = stamp
        if inks is None:
            claim(document, srgb_profile())
        else:
            from builder.render.pdf.press.claims import claim_print  # noqa: PLC0415  only for presses

            version = claim_print(document, inks)
        document.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
            fix_metadata_version=False,
            force_version=version,
        )
    return out.getvalue()


def _stamp(date: str) -> str:
    day = dt.date.fromisoformat(date) if re.fullmatch(r"\d{4}-\d\d-\d\d", date) else _UNDATED
    return epoch(day).strftime("D:%Y%m%d%H%M%SZ")
