"""A small deck of a brand that does not exist: two grounds, each kind of placeholder, a slide of each."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path as File

from PIL import Image as Pixels

from builder.color import Color
from builder.content.deck import (
    SLOTS,
    TOKENS,
    ChartFill,
    Deck,
    Drawing,
    OfficeTheme,
    PictureFill,
    Placeholder,
    SlideContent,
    SlideLayout,
    SlideParagraph,
    TableFill,
    TextFill,
)
from builder.content.frame import Path
from builder.geometry.box import Box
from builder.media import Image

COLORS = tuple(
    (
        slot,
        Color(255, 250, 240 + number) if slot.startswith("lt") else Color(10 * number, number, 120 - number),
    )
    for number, slot in enumerate(SLOTS, 1)
)
LIGHT = tuple(
    (token, slot) for token, slot in zip(TOKENS, ("lt1", "dk1", "lt2", "dk2", *SLOTS[4:]), strict=True)
)
DARK = tuple({**dict(LIGHT), "bg1": "dk2", "tx1": "lt1", "hlink": "lt1", "folHlink": "lt1"}.items())
BLOB = (("M", 800, 400), ("C", 900, 300, 960, 300, 960, 400), ("L", 960, 540), ("L", 800, 540), ("Z",))

TITLE = Placeholder("Title", "title", 0, Box(60, 40, 700, 90), 40, prompt="Title", heading=True, color="tx2")
BODY = Placeholder("Text", "obj", 1, Box(60, 150, 400, 300), 28, prompt="Text", bullets=True)
PHOTO = Placeholder("Photo", "pic", 13, Box(500, 150, 400, 300), 20, prompt="Picture")
ROWS = Placeholder("Rows", "tbl", 13, Box(500, 150, 400, 300), 20, prompt="Table")
CHART = ChartFill(
    13, ("East", "West"), (("May", (3.0, 1.0)), ("June", (4.0, 2.0))), "#,##0", 20, "Pairs: 3 and 1, 4 and 2"
)
BARS = Placeholder("Chart", "chart", 13, Box(500, 150, 400, 300), 20, prompt="Chart")
FOOT = (
    Placeholder("Date", "dt", 10, Box(700, 500, 100, 24), 12, least=12),
    Placeholder("Footer", "ftr", 11, Box(120, 500, 500, 24), 12, prompt="Swifts", least=12),
    Placeholder("Slide number", "sldNum", 12, Box(60, 500, 50, 24), 12, least=12),
)


def sample_deck(folder: File, *, rtl: bool = False) -> Deck:
    master = SlideLayout("master", "Master", (TITLE, Placeholder(**{**_fields(BODY), "kind": "body"}), *FOOT))
    drawing = Drawing(
        "Decoration", (Path(BLOB, fill=COLORS[5][1], opacity=0.5), Path(BLOB, fill=COLORS[0][1]))
    )
    layouts = (
        SlideLayout("text", "Text", (TITLE, BODY, *FOOT), master_art=True, type="obj"),
        SlideLayout("dark", "Dark & quiet", (TITLE, PHOTO), (drawing,), DARK),
        SlideLayout("rows", "Rows", (TITLE, ROWS, *FOOT), (drawing,)),
        SlideLayout("bars", "Bars", (TITLE, BARS, *FOOT), (drawing,), type="chart"),
    )
    return Deck(
        title="Swifts <over> roofs",
        author="Friends & Swifts",
        lang="ar" if rtl else "en-GB",
        rtl=rtl,
        width=960,
        height=540,
        safe=Box(60, 40, 840, 460),
        theme=OfficeTheme("Swifts", COLORS, "Georgia", "Arial", named=(("dusk", COLORS[3][1]),)),
        colors=LIGHT,
        master=master,
        layouts=layouts,
        moment=dt.datetime(2023, 7, 3, 12, tzinfo=dt.UTC),
        levels=("Second", "Third", "Fourth", "Fifth"),
        footer="Swifts",
        slides=_slides(folder),
    )


def _slides(folder: File) -> tuple[SlideContent, ...]:
    lines = (
        SlideParagraph("Look up"),
        SlideParagraph("example.org", link="https://example.org"),
        SlideParagraph("So", plain=True),
    )
    return (
        SlideContent("text", (_title("One"), TextFill(1, lines, 0.9)), "Say it slowly.", "The first part"),
        SlideContent(
            "dark",
            (_title("Two"), PictureFill(13, _photo(folder), Box(0, 0, 40, 30), "A nest")),
            section="The second part",
        ),
        SlideContent(
            "rows", (_title("Three"), TableFill(13, (("a", "b"), ("1", "2")), (150, 250), 40, 20, "Days"))
        ),
        SlideContent("text", (TextFill(0, (SlideParagraph("Four"),), size=30),)),
        SlideContent("bars", (_title("Five"), CHART)),
    )


def _title(text: str) -> TextFill:
    return TextFill(0, (SlideParagraph(text),))


def _photo(folder: File) -> Image:
    file = folder / "nest.png"
    Pixels.new("RGB", (40, 40), (90, 60, 30)).save(file)
    return Image(hashlib.sha256(file.read_bytes()).hexdigest(), 40, 40, file)


def _fields(holder: Placeholder) -> dict[str, object]:
    return {name: getattr(holder, name) for name in holder.__slots__}
