"""Words of Markdown as spans: emphasis, links, notes, and what is to be filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import regex

from builder.content.story import Span, Spans
from builder.platforms.links import find_links
from builder.record import replace
from builder.source.addresses import ascii_address

if TYPE_CHECKING:
    from markdown_it.token import Token

_SLOT = re.compile(r"\[[^][\n]*[^\W\d_][^][\n]*\]")  # with a letter inside: `[1]` is a note
_MAIL = re.compile(r"(?<![\w.+-])[\w+-]+(?:\.[\w+-]+)*@(?=[^@\s]*\.)[\w-]+(?:\.[\w-]+)+(?![\w@-])")
# Up to a blank, or to a script that is written without any.
_WEB = regex.compile(
    r"https?://[^\s<>\p{Ideographic}\p{Kana}\p{Hira}\p{Thai}\p{Lao}\p{Khmr}\u3000-\u303f\uff00-\uffef]+"
)
_SIGNS = "?!.,:;*_~'\"“”‘’«»‹›…।،؛؟۔"
_PIECES = {"text": "", "code_inline": "", "softbreak": " ", "hardbreak": "\n"}
_STYLES: dict[str, Callable[[Span, bool], Span]] = {
    "strong": lambda span, on: replace(span, bold=on),
    "em": lambda span, on: replace(span, italic=on),
    "s": lambda span, on: replace(span, struck=on),
}


def spans_of(children: Sequence[Token]) -> Spans:
    """The words of a line or a paragraph: addresses that stand there bare are links too."""
    return tuple(_linked(list(_slotted(list(_spans(children))))))


def _spans(children: Sequence[Token]) -> Iterator[Span]:
    style = Span("")
    for token in children:
        if token.type in _PIECES:
            yield replace(style, text=_PIECES[token.type] or token.content)
        elif token.type == "image":
            yield replace(style, text=token.content)
        elif token.type == "footnote_ref":
            number = token.meta["id"] + 1
            yield replace(style, text=str(number), note=number, again=token.meta["subId"] > 0)
        elif token.tag in _STYLES:
            style = _STYLES[token.tag](style, token.nesting > 0)
        elif token.tag == "a":
            style = replace(style, link=str(token.attrGet("href") or "") if token.nesting > 0 else "")


def _slotted(spans: Sequence[Span]) -> Iterator[Span]:
    """The spans, parted where [square brackets] begin and end: what stands in them is to be filled in."""
    slots = [match.span() for match in _SLOT.finditer("".join(span.text for span in spans))]
    for span, start, stop in _parted(spans, {edge for slot in slots for edge in slot}):
        yield replace(span, slot=any(a <= start and stop <= b for a, b in slots))


def _linked(spans: Sequence[Span]) -> Iterator[Span]:
    """The spans, parted where bare addresses begin and end, each a link to where it says."""
    text = "".join(" " * len(span.text) if span.note else span.text for span in spans)
    bare = _addresses(text)
    for span, start, stop in _parted(spans, {edge for address in bare for edge in address}):
        address = next((text[a:b] for a, b in bare if a <= start and stop <= b), "")
        free = address and not (span.link or span.slot or span.note)
        yield replace(span, link=_target(address)) if free else span


def _addresses(text: str) -> list[tuple[int, int]]:
    """Where web and mail addresses stand; the name of a mailbox's server is no page."""
    found = [(match.start(), match.start() + len(_trimmed(match[0]))) for match in _WEB.finditer(text)]
    found += [match.span() for match in _MAIL.finditer(text) if not _within(match.span(), found)]
    return found + [link for link in find_links(text) if not _within(link, found)]


def _within(place: tuple[int, int], found: Sequence[tuple[int, int]]) -> bool:
    """Whether a place overlaps others."""
    return any(a < place[1] and place[0] < b for a, b in found)


def _trimmed(address: str) -> str:
    """An address without the signs of the sentence that it stands in (as GitHub has it, GFM 0.29, 6.9)."""
    while address:
        closed = address[-1] == ")" and address.count(")") > address.count("(")
        if not closed and address[-1] not in _SIGNS:
            break
        address = address[:-1]
    return address


def _target(address: str) -> str:
    """The link of a bare address, in ASCII as all links are."""
    if re.match(r"https?://", address, re.IGNORECASE):
        return ascii_address(address)
    return ascii_address(f"mailto:{address}" if "@" in address.split("/")[0] else f"https://{address}")


def _parted(spans: Sequence[Span], edges: set[int]) -> Iterator[tuple[Span, int, int]]:
    """The spans cut at some places of their text, with where each piece starts and stops; none is empty."""
    start = 0
    for span in spans:
        stop = start + len(span.text)
        cuts = {start, *(edge for edge in edges if start < edge < stop), stop}
        for cut, end in pairwise(sorted(cuts)):
            yield replace(span, text=span.text[cut - start : end - start]), cut, end
        start = stop
