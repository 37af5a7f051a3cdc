"""Archives whose bytes depend on nothing but what is put into them."""

from __future__ import annotations

import datetime as dt
import os
import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import BinaryIO

from builder.errors import Misuse

# Compressed already, so that another pass costs time and gains nothing; and what EPUB wants to find plain.
_STORED = (".png", ".jpg", ".jpeg", ".gif", ".pptx", ".potx", ".docx", ".zip", ".woff2", "mimetype")
_EARLIEST = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)  # zip knows no earlier time,
_LATEST = dt.datetime(2107, 12, 31, tzinfo=dt.UTC)  # and no later one


def epoch(default: dt.date) -> dt.datetime:
    """The moment that outputs carry: SOURCE_DATE_EPOCH (seconds, UTC) if set, else noon of `default`.

    Misuse if it is no such moment. See reproducible-builds.org, "SOURCE_DATE_EPOCH".
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not seconds:
        return dt.datetime.combine(default, dt.time(12), dt.UTC)
    if not re.fullmatch(r"[0-9]{1,10}", seconds) or int(seconds) > _LATEST.timestamp():
        raise Misuse(f"SOURCE_DATE_EPOCH must be seconds since 1970, before 2108, not `{seconds}`")
    return dt.datetime.fromtimestamp(int(seconds), dt.UTC)


def zipped(files: Mapping[str, bytes], moment: dt.datetime, *, first: tuple[str, ...] = ()) -> bytes:
    """A zip of these files by name, those of `first` in front; the same input gives the same bytes."""
    out = BytesIO()
    write_zip(out, files, moment, first=first)
    return out.getvalue()


def write_zip(
    out: BinaryIO, files: Mapping[str, bytes], moment: dt.datetime, *, first: tuple[str, ...] = ()
) -> None:
    """Such a zip written, one file at a time, to where one can write anywhere."""
    with zipfile.ZipFile(out, "w") as archive:
        for name in (*first, *sorted(files.keys() - set(first))):
            archive.writestr(_entry(name, moment), files[name])


def _entry(name: str, moment: dt.datetime) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, max(moment, _EARLIEST).timetuple()[:6])
    entry.create_system = 3  # Unix, wherever it is made
    entry.external_attr = 0o100644 << 16
    entry.compress_type = zipfile.ZIP_STORED if name.endswith(_STORED) else zipfile.ZIP_DEFLATED
    return entry
