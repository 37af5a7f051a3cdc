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
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from builder.brand.design import Design
from builder.brand.identity import Brand
from builder.brand.read import read_brand
from builder.content.frame import Frame, Text
from builder.layout.canvas import screen
from builder.layout.cards.solve import solve
from builder.platforms.sizes import sizes_named
from builder.render.png import encode_png
from builder.render.raster import draw
from builder.text.fonts import FontBook

ROOT = Path(__file__).parent.parent
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
    path = FontBook(brand, "display", 600, "en-GB").font("A", None).path
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


def pillow_png(pixels: Image.Image) -> bytes:
    """The same pixels by Pillow's own writer."""
    file = io.BytesIO()
    pixels.save(file, "PNG")
    return file.getvalue()


def main() -> None:
    """Print the table."""
    brand = read_brand(ROOT / "brand", "brand")
    frame = ours(brand)
    pixels = draw(frame)
    texts = sum(isinstance(item, Text) for item in frame.items)
    rows = (
        (f"lay out a card ({texts} texts, art, logo)", lambda: ours(brand), None),
        ("  the plain way, its headline alone", lambda: shrinking(brand), None),
        ("draw it", lambda: draw(frame), None),
        ("write the PNG", lambda: encode_png(pixels), len(encode_png(pixels))),
        ("  by Pillow's own writer", lambda: pillow_png(pixels), len(pillow_png(pixels))),
        ("  floor: zlib's fastest on the bare rows", lambda: zlib.compress(pixels.tobytes(), 1), None),
    )
    for name, work, size in rows:
        kilobytes = f"{size / 1000:8.0f} KB" if size else ""
        print(f"{name:44}{median(work):8.1f} ms{kilobytes}")


if __name__ == "__main__":
    main()
