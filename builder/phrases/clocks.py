"""Babel's dates, without the clock of the machine.

As Babel is imported it looks up the machine's time zone, which no pack depends on, and fails where `TZ`
names a file that is no zone's.
"""

from __future__ import annotations

import os

_own = os.environ.pop("TZ", None)
try:
    from babel.dates import format_date, format_time, get_timezone_location, get_timezone_name, match_skeleton
finally:
    if _own is not None:
        os.environ["TZ"] = _own

__all__ = ["format_date", "format_time", "get_timezone_location", "get_timezone_name", "match_skeleton"]
