"""The guide's words as tagged PDF, and the example deck's slides, by packbuild and by others."""

from __future__ import annotations

import json
import pickle
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from benchmarks.measure import PEERS, Contestant, compete
from benchmarks.results import Bar, Found, found_in, of_times
from benchmarks.subject import plans
from builder.color import Color
from builder.content.deck import Deck, ShapesFill, SlideLayout, Slot, TextFill
from builder.content.frame import Fill, Frame
from builder.content.frame import Path as Curve
from builder.content.recipe import laid_out
from builder.content.story import Block, Figure, Heading, ListBlock, Paragraph, Spans, Story, Table
from builder.content.walk import in_forms
from builder.geometry.box import Box
from builder.geometry.pens import extent
from builder.media import Font
from builder.pack.formats import PPTX, STORY_PDF
from builder.record import as_json, replace
from builder.render.pixels.png import render_png

GUIDE = (
    Contestant("packbuild", (sys.executable, "-m", "benchmarks.ours", "guide"), "builder"),
    Contestant("packbuild, with pictures", (sys.executable, "-m", "benchmarks.ours", "whole"), "builder"),
    Contestant("Typst", (sys.executable, "-m", "benchmarks.peers.typst_guide"), "typst"),
    Contestant("WeasyPrint", (sys.executable, "-m", "benchmarks.peers.weasyprint_guide"), "weasyprint"),
)
SLIDES = (
    Contestant("packbuild", (sys.executable, "-m", "benchmarks.ours", "slides"), "builder"),
    Contestant("PptxGenJS", ("node", str(PEERS / "slides.mjs")), "npm:pptxgenjs"),
)
_KINDS = {Heading: "heading", Paragraph: "paragraph", ListBlock: "list", Table: "table"}
_GUIDE_ABOUT = (
    "The words of the guide without its pictures, as PDF/UA-1, by the first work of a new process: headings, "
    "paragraphs, lists and tables in the same fonts and sizes, each with its own breaks of lines and pages."
)
_SLIDES_ABOUT = (
    "The example deck with its layouts, speaker notes, table and charts, by the first work of a new process. "
    "PptxGenJS pastes the layouts’ art as ready pictures; packbuild draws it as shapes that can be edited."
)


def guide(folder: Path, rounds: int) -> Found:
    """The guide beside Typst and WeasyPrint."""
    folder.mkdir(parents=True)
    story: Story = next(plan.content for plan in plans("guide", "en-GB") if plan.format == STORY_PDF)
    blocks = (block for block in in_forms(story.blocks, (*_KINDS, Figure)) if type(block) in _KINDS)
    words = replace(story, blocks=tuple(_ranked(blocks)), look=replace(story.look, tails=()))
    (folder / "guide.pickle").write_bytes(pickle.dumps((words,)))
    (folder / "whole.pickle").write_bytes(pickle.dumps((laid_out(story),)))
    (folder / "guide.json").write_text(json.dumps(_told(words)), "utf-8")
    times = compete(GUIDE, folder, rounds)
    limits = (("Typst", 2.0), ("WeasyPrint", 0.5))
    bars = (
        Bar(f"guide: time to {name}’s", times[0].over(peer), limit)
        for name, limit in limits
        if (peer := found_in(times, name))
    )
    return Found((of_times("The guide’s words", times, _GUIDE_ABOUT),), tuple(bars))


def slides(folder: Path, rounds: int) -> Found:
    """The example deck beside PptxGenJS."""
    folder.mkdir(parents=True)
    recipe = next(plan.content for plan in plans("slides", "en-GB") if plan.format == PPTX)
    (folder / "slides.pickle").write_bytes(pickle.dumps((recipe,)))
    (folder / "slides.json").write_text(json.dumps(_shown(laid_out(recipe), folder)), "utf-8")
    times = compete(SLIDES, folder, rounds)
    peer = found_in(times, "PptxGenJS")
    bars = (Bar("slides: time to PptxGenJS’s", times[0].over(peer), 1.5),) if peer else ()
    return Found((of_times("The example deck", times, _SLIDES_ABOUT),), bars)


def _ranked(blocks: Iterator[Block]) -> Iterator[Block]:
    """The blocks with no rank of headings left out, which Typst refuses in PDF/UA."""
    last = 0
    for block in blocks:
        if isinstance(block, Heading):
            last = min(block.level, last + 1)
            yield replace(block, level=last)
        else:
            yield block


def _told(story: Story) -> dict[str, Any]:
    """A story in plain values."""
    look, fonts = story.look, tuple(_fonts(story))
    return {
        "title": story.title,
        "author": story.author,
        "language": story.language,
        "width": look.width,
        "height": look.height,
        "margins": [look.top, look.outer, look.bottom, look.inner + look.hang],
        "text": {"family": fonts[0].family, "size": look.text.size, "leading": look.grid},
        "headings": {
            "family": fonts[1].family,
            "weight": fonts[1].weight,
            "sizes": [style.size for style in look.headings],
        },
        "fonts": [{**as_json(font), "path": str(font.path)} for font in fonts],
        "blocks": [_block(block) for block in story.blocks],
    }


def _fonts(story: Story) -> Iterator[Font]:
    """The first font of the text and of headings, then those of bold and slanted text."""
    text, heading = story.look.text.faces, story.look.headings[0]
    yield text.regular.fonts[0]
    yield heading.faces.pick(heading.bold).fonts[0]
    for chain in (text.bold, text.italic, text.bold_italic):
        yield chain.fonts[0]


def _block(block: Block) -> dict[str, Any]:
    kind = {"kind": _KINDS[type(block)]}
    match block:
        case Heading():
            return {**kind, "level": block.level, "spans": _spans(block.spans)}
        case Paragraph():
            return {**kind, "spans": _spans(block.spans)}
        case ListBlock():
            items = [[_block(each) for each in in_forms(item, _KINDS)] for item in block.items]
            return {**kind, "ordered": block.ordered, "items": items}
        case Table():
            rows = [[_spans(cell) for cell in row] for row in block.rows]
            return {**kind, "header": [_spans(cell) for cell in block.header], "rows": rows}
    raise TypeError(f"{type(block).__name__} is told in plainer blocks")


def _spans(spans: Spans) -> list[dict[str, Any]]:
    """The spans; links inside the document are left to packbuild."""
    return [
        {
            "text": span.text,
            "bold": span.bold,
            "italic": span.italic,
            "link": "" if span.link.startswith("#") else span.link,
        }
        for span in spans
        if span.text
    ]


def _shown(deck: Deck, folder: Path) -> dict[str, Any]:
    """A deck in plain values, lengths in pt, the art of its layouts as pictures beside it."""
    return {
        "title": deck.title,
        "width": deck.width,
        "height": deck.height,
        "fonts": {"heading": deck.theme.heading, "text": deck.theme.text},
        "layouts": [_layout(deck, layout, folder) for layout in deck.layouts],
        "slides": [
            {
                "layout": slide.layout,
                "notes": slide.notes,
                "fillings": [_filling(filling) for filling in slide.fillings],
            }
            for slide in deck.slides
        ],
    }


def _layout(deck: Deck, layout: SlideLayout, folder: Path) -> dict[str, Any]:
    colors: dict[str, Slot] = dict(layout.colors or deck.colors)
    ground = deck.theme.color(colors["bg1"])
    drawings = (*(deck.master.drawings if layout.master_art else ()), *layout.drawings)
    (folder / f"{layout.key}.png").write_bytes(_art(deck, ground, drawings))
    return {
        "key": layout.key,
        "ground": ground.hex[1:],
        "placeholders": [
            {
                "name": f"{holder.kind}{holder.index}",
                "kind": holder.kind,
                "index": holder.index,
                "prompt": holder.prompt,
                "box": as_json(holder.box),
                "size": holder.size,
                "bold": holder.bold,
                "heading": holder.heading,
                "bullets": holder.bullets,
                "color": deck.theme.color(colors.get(holder.color, cast(Slot, holder.color))).hex[1:],
            }
            for holder in layout.placeholders
        ],
    }


def _art(deck: Deck, ground: Color, drawings: tuple[Any, ...]) -> bytes:
    """The art on its ground; a pixel a point."""
    paths = (path for drawing in drawings for path in drawing.paths)
    fill = Fill(Box(0, 0, deck.width, deck.height), ground)
    return render_png(Frame(deck.width, deck.height, "px", (fill, *paths), deck.lang))[0]


def _curve(path: Curve) -> dict[str, Any]:
    box = extent(path.commands)
    return {"box": as_json(box), "color": cast(Color, path.fill).hex[1:], "steps": path.commands}


def _filling(filling: Any) -> dict[str, Any]:
    kind = type(filling).__name__.removesuffix("Fill").lower()
    if isinstance(filling, ShapesFill):
        return {"kind": kind, "index": filling.index, "curves": [_curve(path) for path in filling.paths]}
    told = {"kind": kind, **as_json(filling)}
    if isinstance(filling, TextFill):
        return told
    return {**told, "image": str(filling.image.path)} if kind == "picture" else told
