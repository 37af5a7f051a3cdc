"""Archives whose bytes depend on nothing but what is put into them."""

from __future__ import annotations

import datetime as dt
import os
import zipfile
from collections.abc import Mapping
from io import BytesIO

# Compressed already: another pass costs time and gains nothing.
_STORED = (".png", ".jpg", ".jpeg", ".gif", ".pptx", ".potx", ".docx", ".zip", ".woff2")
_EARLIEST = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)  # zip knows no earlier time


def epoch(default: dt.date) -> dt.datetime:
    """The moment that outputs carry: SOURCE_DATE_EPOCH (seconds, UTC) if set, else noon of `default`.

    See reproducible-builds.org, "SOURCE_DATE_EPOCH".
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if seconds.isdigit():
        return dt.datetime.fromtimestamp(int(seconds), dt.UTC)
    return dt.datetime.combine(default, dt.time(12), dt.UTC)


def zipped(files: Mapping[str, bytes], moment: dt.datetime, *, first: tuple[str, ...] = ()) -> bytes:
    """A zip of these files by name, those of `first` in front; the same input gives the same bytes."""
    order = [*first, *sorted(files.keys() - set(first))]
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in order:
            archive.writestr(_entry(name, moment), files[name])
    return out.getvalue()


def _entry(name: str, moment: dt.datetime) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, max(moment, _EARLIEST).timetuple()[:6])
    entry.create_system = 3  # Unix, wherever it is made
    entry.external_attr = 0o100644 << 16
    entry.compress_type = zipfile.ZIP_STORED if name.endswith(_STORED) else zipfile.ZIP_DEFLATED
    return entry
