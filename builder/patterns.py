"""Patterns of `regex` that take long to compile, compiled once: classes of Unicode's are large.

A run that draws one changed word compiled for a twentieth of its time.
"""

from __future__ import annotations

import pickle
import sys
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import regex

from builder.codes import keep_code, known_code

Pattern = regex.Pattern[str]

_HERE = Path(__file__).parent
_TOLD = repr((regex.__version__, sys.version))


@cache
def compiled(pattern: str, flags: int = 0, **lists: Any) -> Pattern:
    """The pattern, with its named lists, from its code if that was kept; regex.error if it is none.

    Only for patterns that the program has a fixed number of: each has a file of its own.
    """
    decided = repr((_TOLD, pattern, int(flags), [(name, sorted(words)) for name, words in lists.items()]))
    name = f"pattern-{sha256(decided.encode()).hexdigest()[:16]}"
    if (code := known_code(_HERE, name, decided)) is not None:
        with suppress(Exception):  # a file that was forged raises whatever it stumbles over
            found = pickle.loads(code)  # as sound as the program's own code, beside which it lies
            if isinstance(found, regex.Pattern):
                return found
    made = regex.compile(pattern, flags, **lists)
    keep_code(_HERE, name, decided, pickle.dumps(made, 5))
    return made
