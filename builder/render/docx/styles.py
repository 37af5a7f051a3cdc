"""The styles of a Word file: each role of text once, as partners find it in Word's gallery."""

from __future__ import annotations

from collections.abc import Iterator

from builder.color import Color, contrast
from builder.content.look import Look
from builder.content.notes import has_notes
from builder.content.story import Story
from builder.record import Record, replace
from builder.render.docx.cover import Cover, is_sheet

_COLUMN = 34.5  # em: 65 to 70 characters of Arial
_SIDE = 36.0  # pt: the narrowest margin, which every office printer reaches
# Of the sizes on paper: Office's bold serifs run wider than a brand's display type.
_CHAPTER, _SECTION, _PART, _QUOTE, _FIGURE = 0.8, 0.9, 0.96, 0.86, 0.733
INDENT = 20.0  # pt, of each level of lists
TERM = 118.0  # pt, from a term to what belongs to it
CHAPTER_GAP = 34.0  # pt, from a chapter's number to its title
PAD = 10.0  # pt, inside panels
BAND = (12.0, PAD)  # pt, inside the bands that chapters start with: above and below, at the sides
_DEEPEST = 6  # Word's own headings go to nine, HTML's to six
# The names that Word knows; headings too.
BUILT_IN = {
    "Normal",
    "Body Text",
    "Title",
    "Subtitle",
    "Quote",
    "caption",
    "List Bullet",
    "List Number",
    "List Continue",
    "footnote text",
    "toc 1",
    "header",
    "footer",
}


def column(look: Look) -> float:
    """The width of the text in pt: as wide as reads well, or as the sheet is between its margins."""
    return min(_COLUMN * look.text.size, look.width - 2 * max(_SIDE, min(look.outer, look.inner)))


class WordStyle(Record, kw_only=True):
    """A paragraph style; lengths in pt, `None` inherits. Built-in ones have the names Word knows."""

    id: str
    name: str
    based: str = "Normal"
    next: str = ""
    display: bool = False  # set in the display font
    size: float | None = None
    color: Color | None = None
    bold: bool | None = None
    before: float | None = None
    after: float | None = None
    leading: float | None = None  # a multiple of the font's own
    keeps: bool = False  # stays with what follows
    whole: bool = False  # is not parted by the end of a page
    start: float | None = None  # indents
    end: float | None = None
    hang: float | None = None
    tab: float | None = None  # at the end of the line
    numbering: int | None = None  # of numbering.py
    outline: int | None = None  # 0 is the first level
    panel: Color | None = None  # the ground of the whole paragraph, out to its padding
    pad: tuple[float, float] = (6.0, PAD)  # above and below, at the sides
    behind: Color | None = None  # the ground of the words alone
    rule: Color | None = None  # a line above, and between paragraphs of the style


def styles(story: Story, cover: Cover | None) -> Iterator[WordStyle]:
    """Every paragraph style, those that others are based on first."""
    look = story.look
    yield WordStyle(id="Normal", name="Normal", based="")
    yield WordStyle(id="BodyText", name="Body Text", after=8)
    yield from _titles(look, cover)
    yield from _headings(look, banded=cover is not None and not is_sheet(story))
    yield from _text(look)
    yield from _lists()
    if has_notes(story):
        yield WordStyle(
            id="FootnoteText", name="footnote text", size=look.note.size, color=look.note.color, after=3
        )
    yield from _panels(look)
    yield _contents(look)
    quiet = look.note.color
    yield WordStyle(id="Footer", name="footer", color=quiet, leading=1, tab=column(look))
    if cover or story.letterhead:
        yield WordStyle(id="Header", name="header", leading=1)


def _contents(look: Look) -> WordStyle:
    return WordStyle(
        id="TOC1",
        name="toc 1",
        display=True,
        bold=True,
        size=_heading_sizes(look)[2],
        color=look.headings[1].color,
        leading=1.35,
        start=CHAPTER_GAP,
        hang=CHAPTER_GAP,
        rule=look.rule,
    )


def _titles(look: Look, cover: Cover | None) -> Iterator[WordStyle]:
    title = WordStyle(
        id="Title",
        name="Title",
        next="Subtitle",
        display=True,
        size=look.headings[0].size,
        color=look.headings[0].color,
        bold=True,
        after=4,
        leading=1.05,
        keeps=True,
    )
    below = WordStyle(
        id="Subtitle",
        name="Subtitle",
        next="BodyText",
        size=look.lead.size,
        color=look.accent,
        bold=True,
        after=24,
    )
    if cover:
        yield replace(title, size=cover.size, color=cover.title.color, behind=cover.ground, after=14)
        color = cover.others[0].color if cover.others else cover.title.color
        yield replace(below, size=cover.small, color=color, behind=cover.ground, after=6, leading=1.1)
    else:
        yield replace(title, outline=0)  # the first heading of what has no chapters
        yield below


def _headings(look: Look, *, banded: bool) -> Iterator[WordStyle]:
    """Chapters of a book stand on bands; a letter's headings are plain."""
    ground, sizes = look.headings[0].color, _heading_sizes(look)
    ink = look.panel if contrast(look.panel, ground) >= 4.5 else look.paper
    for level in range(1, _DEEPEST + 1):
        heading = WordStyle(
            id=f"Heading{level}",
            name=f"heading {level}",
            next="BodyText",
            display=True,
            bold=True,
            size=sizes[level - 1] if level <= len(sizes) else look.text.size,
            color=look.headings[min(level, 3) - 1].color,
            before=18 if level < 3 else 12,
            after=4,
            leading=1.1,
            keeps=True,
            whole=True,
            outline=level - 1,
        )
        if level == 1 and banded:
            heading = replace(heading, color=ink, panel=ground, pad=BAND, before=34, after=26)
        yield heading
    yield WordStyle(id="TOCHeading", name="TOC Heading", based="Heading1", next="BodyText", outline=9)


def _heading_sizes(look: Look) -> tuple[float, ...]:
    shares = (_CHAPTER, _SECTION, _PART)
    return tuple(
        float(round(heading.size * share)) for heading, share in zip(look.headings, shares, strict=True)
    )


def _text(look: Look) -> Iterator[WordStyle]:
    quiet, title, accent = look.note.color, look.headings[0].color, look.accent
    yield WordStyle(
        id="Lead", name="Lead", next="BodyText", size=look.lead.size, color=title, after=12, leading=1.3
    )
    yield WordStyle(id="Note", name="Note", color=quiet, after=10, leading=1.2)
    yield WordStyle(
        id="Kicker", name="Kicker", next="Heading2", color=accent, bold=True, before=16, after=0, keeps=True
    )
    yield WordStyle(
        id="Quote",
        name="Quote",
        next="Attribution",
        display=True,
        bold=True,
        size=round(look.quote.size * _QUOTE),
        color=title,
        before=20,
        after=6,
        leading=1.2,
        whole=True,
    )
    yield WordStyle(id="Attribution", name="Attribution", next="BodyText", color=quiet, after=16)
    yield WordStyle(
        id="Figure",
        name="Figure",
        next="Lead",
        display=True,
        bold=True,
        size=round(look.figure.size * _FIGURE),
        color=accent,
        before=14,
        after=0,
        leading=1,
        keeps=True,
        rule=look.rule,
    )
    yield WordStyle(id="FigureLabel", name="Figure Label", based="Lead", next="Note", after=2, keeps=True)
    yield WordStyle(id="Caption", name="caption", color=quiet, after=10, leading=1.2)
    yield WordStyle(id="Picture", name="Picture", next="Caption", before=4, after=8, leading=1.06)
    yield WordStyle(id="Definition", name="Definition", after=4, start=TERM, hang=TERM, rule=look.rule)
    yield WordStyle(id="TableText", name="Table Text", after=0, leading=1.15)


def _lists() -> Iterator[WordStyle]:
    item = WordStyle(id="ListBullet", name="List Bullet", start=INDENT, hang=INDENT, after=4, numbering=1)
    yield item
    yield replace(item, id="ListNumber", name="List Number", numbering=2)
    yield WordStyle(id="ListContinue", name="List Continue", start=INDENT, after=4)


def _panels(look: Look) -> Iterator[WordStyle]:
    panel = WordStyle(
        id="Copy", name="Copy", start=PAD, end=PAD, after=6, leading=1.2, panel=look.panel, pad=(7, PAD)
    )
    title = look.headings[0].color
    yield WordStyle(
        id="CopyLabel",
        name="Copy Label",
        next="Copy",
        bold=True,
        color=title,
        before=12,
        after=8,
        keeps=True,
        tab=column(look),
    )
    yield replace(panel, whole=True)
    yield replace(
        panel, id="CalloutTitle", name="Callout Title", bold=True, color=title, before=16, keeps=True
    )
    yield replace(panel, id="Callout", name="Callout", keeps=False)
    yield replace(
        panel,
        id="CalloutList",
        name="Callout List",
        start=PAD + INDENT,
        hang=INDENT,
        numbering=1,
    )
    yield replace(
        panel,
        id="CalloutQuote",
        name="Callout Quote",
        display=True,
        bold=True,
        size=round(look.quote.size * _QUOTE),
        color=title,
    )
