"""How fast cards are laid out and drawn, beside the plain way and a floor, in one run.

    .venv/bin/python benchmarks/drawing.py

Times are medians of CPU milliseconds at 1080×1080; only their ratios mean anything, as
machines differ.
"""

from __future__ import annotations

import io
import statistics
import time
import zlib
from collections.abc import Callable
from pathlib import Path as File

from PIL import Image, ImageDraw, ImageFont

from builder.brand.design import Design
from builder.brand.identity import Brand
from builder.brand.read import read_brand
from builder.color import Color
from builder.content.frame import Fill, Frame, Path, Text
from builder.geometry.curves import flattened
from builder.layout.canvas import screen
from builder.layout.cards.solve import solve
from builder.platforms.sizes import sizes_named
from builder.render.pixels import coverage, paint, words
from builder.render.pixels.png import encode_png

ROOT = File(__file__).parent.parent
WORDS = {
    "headline": "A loving relationship is a baby’s best shelter, and we can all help to build it",
    "text": "A warm, steady bond with a parent or carer helps a baby to feel safe, even when life is hard.",
    "hashtag": "#AHashtag",
}
RUNS = 15


def median(work: Callable[[], object]) -> float:
    """The median CPU time of one run, in ms."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)


def ours(brand: Brand) -> Frame:
    """The message card, solved."""
    design = brand.designs["message"]
    assert isinstance(design, Design)
    (size,) = sizes_named(["instagram-square"])
    return solve(design, WORDS, screen(size), brand, "en-GB").frame


def shrinking(brand: Brand) -> None:
    """The plain way to fit one headline: open the font anew at each size, measure, shrink by 2 px."""
    path = next(item.lines[0].runs[0].font.path for item in ours(brand).items if isinstance(item, Text))
    pen = ImageDraw.Draw(Image.new("RGB", (1080, 1080)))
    for size in range(160, 40, -2):
        font = ImageFont.truetype(str(path), size)
        lines = [""]
        for word in WORDS["headline"].split():
            longer = f"{lines[-1]} {word}".strip()
            if pen.textlength(longer, font) > 907:
                lines.append(word)
            else:
                lines[-1] = longer
        if len(lines) * size * 1.05 < 500:
            return


def forgetful(frame: Frame) -> object:
    """The card painted as by a worker that has drawn nothing before it."""
    for known in (coverage.filled, words._mask, words._outline, paint._ground):
        known.cache_clear()
    return paint.paint(frame)


def pillow(frame: Frame) -> Image.Image:
    """The card drawn the plain way: polygons four times as large, words by Pillow's own engine."""
    large = Image.new("RGB", (round(frame.width) * 4, round(frame.height) * 4))
    pen = ImageDraw.Draw(large)
    for item in frame.items:
        if isinstance(item, Fill) and isinstance(item.paint, Color):
            box = (item.box.x, item.box.y, item.box.right, item.box.bottom)
            pen.rectangle([edge * 4 for edge in box], item.paint.rgb)
        elif isinstance(item, Path) and isinstance(item.fill, Color):
            for polygon in flattened(item.commands, 0.05):
                pen.polygon([(x * 4, y * 4) for x, y in polygon], item.fill.rgb)
    small = large.reduce(4)
    pen = ImageDraw.Draw(small)
    for item in frame.items:
        for line in item.lines if isinstance(item, Text) else ():
            for run in line.runs:
                font = ImageFont.truetype(str(run.font.path), item.size)
                pen.text((run.x, line.baseline), run.text, item.color.rgb, font, "ls")
    return small


def pillow_png(pixels: Image.Image) -> bytes:
    """The pixels by Pillow's own writer."""
    file = io.BytesIO()
    pixels.save(file, "PNG")
    return file.getvalue()


def main() -> None:
    """Print the table."""
    brand = read_brand(ROOT / "brand", "brand")
    frame = ours(brand)
    canvas, plain = paint.paint(frame), pillow(frame)
    texts = sum(isinstance(item, Text) for item in frame.items)
    rows = (
        (f"lay out a card ({texts} texts, art, logo)", lambda: ours(brand), None),
        ("  the plain way, its headline alone", lambda: shrinking(brand), None),
        ("draw it, as a worker's first card", lambda: forgetful(frame), None),
        ("draw it again, its ground and letters known", lambda: paint.paint(frame), None),
        ("  the plain way, by Pillow", lambda: pillow(frame), None),
        ("write the PNG", lambda: encode_png(canvas), len(encode_png(canvas))),
        ("  by Pillow's own writer", lambda: pillow_png(plain), len(pillow_png(plain))),
        ("  floor: zlib's fastest on the bare rows", lambda: zlib.compress(plain.tobytes(), 1), None),
    )
    for name, work, size in rows:
        kilobytes = f"{size / 1000:8.0f} KB" if size else ""
        print(f"{name:44}{median(work):8.1f} ms{kilobytes}")


if __name__ == "__main__":
    main()
