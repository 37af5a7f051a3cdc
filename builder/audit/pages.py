"""Rules of web pages: what the HTML itself can show; a browser's checker sees the rest."""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from itertools import accumulate
from urllib.parse import unquote, urlsplit

from builder.audit.outline import skipped_levels
from builder.audit.rule import File, FileKind, Rule
from builder.record import Record

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_LOADED = {
    "img": "src",
    "script": "src",
    "link": "href",
    "source": "src",
    "iframe": "src",
    "video": "src",
    "audio": "src",
}
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_NAMED = ("a", "button", "summary", "th", "h1", "h2", "h3", "h4", "h5", "h6", "title", "label")


class Lines(Record, dict=True):
    """Where the lines of a page begin, looked for when somebody asks."""

    page: str

    def place(self, at: int) -> str:
        """The line of a character, in words."""
        return f"line {bisect_right(self._starts, at)}"

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self.page.split("\n"))]


@dataclass(slots=True)
class Tag:
    """An element: its name, its attributes, the words inside it, and where in the page it begins."""

    name: str
    attributes: Mapping[str, str]
    lines: Lines = field(repr=False)
    at: int
    words: list[str] = field(default_factory=list)

    @property
    def place(self) -> str:
        """Where it is, in words."""
        return self.lines.place(self.at)

    def has_name(self) -> bool:
        """Whether a screen reader has something to say for it."""
        given = ("aria-label", "aria-labelledby", "title", "alt")
        return bool("".join(self.words).strip() or any(self.attributes.get(key) for key in given))


class HtmlDocument(Record):
    """The elements of a page in their order."""

    file: File
    tags: tuple[Tag, ...]
    unclosed: tuple[str, ...]

    def of(self, *names: str) -> Iterator[Tag]:
        """The elements of these names."""
        return (tag for tag in self.tags if tag.name in names)


class _Reader(HTMLParser):
    """Reads a page at once; lines are counted for what is told alone, which is most of the time otherwise."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.page, self.lines = page, Lines(page)
        self.tags: list[Tag] = []
        self.open: list[Tag] = []
        self.unclosed: list[str] = []
        self._named: list[Tag] = []  # those of the open ones whose words count
        self._at = 0

    def updatepos(self, i: int, j: int) -> int:  # noqa: ARG002  counts lines for `getpos`
        return j

    def parse_starttag(self, i: int) -> int:
        self._begin(i)
        return super().parse_starttag(i)

    def parse_endtag(self, i: int) -> int:
        self._begin(i)
        return super().parse_endtag(i)

    def _begin(self, i: int) -> None:
        self._at = len(self.page) - len(self.rawdata) + i  # of which less is left at the end

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Tag(tag, {name: value or "" for name, value in attrs}, self.lines, self._at)
        self.tags.append(element)
        for outer in self.open if tag == "img" else ():
            outer.words.append(element.attributes.get("alt", ""))
        if tag not in _VOID:
            self.open.append(element)
            if tag in _NAMED:
                self._named.append(element)

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1].name == tag:
            if self.open.pop().name in _NAMED:
                self._named.pop()
        else:
            self.unclosed.append(f"{self.lines.place(self._at)}: </{tag}>")

    def handle_data(self, data: str) -> None:
        for element in self._named:
            element.words.append(data)


def read(file: File) -> HtmlDocument:
    """The page; UnicodeDecodeError if it is not UTF-8."""
    reader = _Reader(page := file.data.decode())
    reader.feed(page)
    reader.close()
    unclosed = (*reader.unclosed, *(f"{tag.place}: <{tag.name}>" for tag in reader.open))
    return HtmlDocument(file, tuple(reader.tags), unclosed)


def missing_language(page: HtmlDocument) -> Iterator[str]:
    """It does not say its language, or a part of it names one that cannot be (WCAG 3.1.1 and 3.1.2)."""
    for tag in page.tags:
        speaks = tag.name == "html" or "lang" in tag.attributes
        if speaks and not _TAG.fullmatch(tag.attributes.get("lang", "")):
            yield tag.place


def missing_title(page: HtmlDocument) -> Iterator[str]:
    """It has no title (WCAG 2.4.2)."""
    if not any(tag.has_name() for tag in page.of("title")):
        yield ""


def missing_alt_text(page: HtmlDocument) -> Iterator[str]:
    """An image has no alternative text, not even an empty one (WCAG 1.1.1)."""
    yield from (tag.place for tag in page.of("img") if "alt" not in tag.attributes)


def nameless_control(page: HtmlDocument) -> Iterator[str]:
    """A link, a button or a heading has no words (WCAG 2.4.4, 4.1.2)."""
    yield from (f"{tag.place}: <{tag.name}>" for tag in page.of(*_NAMED) if not tag.has_name())


def skipped_heading(page: HtmlDocument) -> Iterator[str]:
    """Headings skip a level, or there is none of the first (WCAG 1.3.1)."""
    headings = [(int(tag.name[1]), tag.place) for tag in page.of(*(f"h{level}" for level in range(1, 7)))]
    yield from skipped_levels(headings)
    if 1 not in [level for level, _ in headings]:
        yield "no H1"


def table_without_header(page: HtmlDocument) -> Iterator[str]:
    """A table has no header cells that say what they head (WCAG 1.3.1)."""
    heads = list(page.of("th"))
    if any(page.of("table")) and not heads:
        yield "no header cells"
    yield from (tag.place for tag in heads if "scope" not in tag.attributes)


def repeated_id(page: HtmlDocument) -> Iterator[str]:
    """Two elements have the same id."""
    ids = Counter(tag.attributes["id"] for tag in page.tags if "id" in tag.attributes)
    yield from (name for name, count in ids.items() if count > 1)


def dead_link(page: HtmlDocument) -> Iterator[str]:
    """A link leads to a file that is not in the pack, or to a place that is not on the page."""
    ids = {tag.attributes.get("id") for tag in page.tags}
    for tag in page.tags:
        for name in ("href", "src"):
            if name in tag.attributes and not _leads(page.file, tag.attributes[name], ids):
                yield tag.attributes[name]


def needs_network(page: HtmlDocument) -> Iterator[str]:
    """It loads something from the network, which many readers' computers refuse."""
    for tag in page.of(*_LOADED):
        address = tag.attributes.get(_LOADED[tag.name], "")
        if address.startswith(("http:", "https:", "//")):
            yield address


def unbalanced_tag(page: HtmlDocument) -> Iterator[str]:
    """An element is not closed where it should be."""
    yield from page.unclosed


def _leads(file: File, address: str, ids: set[str | None]) -> bool:
    """Whether an address is of a file of the pack, of a place on the page, or elsewhere."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return True
    if not parts.path:
        return parts.fragment in ids
    return posixpath.normpath(posixpath.join(posixpath.dirname(file.path), unquote(parts.path))) in file.paths


FORMAT = FileKind(
    name="web",
    types=("text/html",),
    read=read,
    refusals=(UnicodeDecodeError,),
    looks_around=True,
    rules=(
        Rule(missing_language),
        Rule(missing_title),
        Rule(missing_alt_text),
        Rule(nameless_control),
        Rule(skipped_heading),
        Rule(table_without_header),
        Rule(repeated_id),
        Rule(dead_link),
        Rule(needs_network),
        Rule(unbalanced_tag),
    ),
)
