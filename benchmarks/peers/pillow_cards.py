"""The cards by Pillow, as everybody writes it: python -m benchmarks.peers.pillow_cards FOLDER."""

from __future__ import annotations

import io
import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont, ImageOps

from benchmarks.contest import timed


def ground(card: dict[str, Any]) -> Image.Image:
    """A colour, or two that blend: a ramp, turned, cut and coloured."""
    width, height = int(card["width"]), int(card["height"])
    colors = [color for _, color in card["stops"]]
    if len(colors) == 1:
        return Image.new("RGB", (width, height), colors[0])
    side = math.ceil(math.hypot(width, height))
    ramp = Image.linear_gradient("L").resize((side, side))
    ramp = ramp.rotate(90 - card["angle"], Image.Resampling.BILINEAR)
    left, top = (side - width) // 2, (side - height) // 2
    ramp = ramp.crop((left, top, left + width, top + height))
    return ImageOps.colorize(ramp, colors[0], colors[-1], mid=colors[1])


def wrapped(words: str, font: ImageFont.FreeTypeFont, width: float) -> Iterator[str]:
    """Lines as long as the width allows."""
    line = ""
    for word in words.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > width:
            yield line
            line = word
        else:
            line = longer
    yield line


def draw(card: dict[str, Any], folder: Path) -> bytes:
    """One card as PNG."""
    image = ground(card)
    art = Image.open(folder / f"{card['art']}.png")
    image.paste(art, (0, 0), art)
    pen = ImageDraw.Draw(image)
    for text in card["texts"]:
        font = ImageFont.truetype(text["font"], text["size"])
        for number, line in enumerate(wrapped(text["words"], font, text["width"])):
            place = text["x"], text["baseline"] + number * text["leading"]
            pen.text(place, line, text["color"], font, "ls")
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def main() -> None:
    """All cards of the folder."""
    folder = Path(sys.argv[1])
    cards = json.loads((folder / "cards.json").read_text("utf-8"))
    timed(cards, lambda card: draw(card, folder), folder / "pillow.png", warm=1)


if __name__ == "__main__":
    main()
