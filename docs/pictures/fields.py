"""The pictures of the fields of a design: a card as it is, and beside it the same with the field's example.

    python docs/pictures/fields.py                      # all of them; `body.text.fit` draws that alone

The examples are those that `packbuild docs fields-of-a-design` shows; the cards are in fields.yaml.
"""

from __future__ import annotations

import copy
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import numpy as np
import yaml
from PIL import Image

from builder.brand.artchoice import Turn
from builder.brand.design import Design, with_text_color
from builder.brand.read import read_brand
from builder.brand.variants import in_set
from builder.brandsheet.samples import Sample, slot_words
from builder.cli.reference import UNSEEN, pictured_fields
from builder.content.frame import Frame
from builder.emphasis import emphatic
from builder.geometry.box import Box
from builder.imagefiles import read_image
from builder.layout.canvas import Canvas
from builder.layout.marked import marked
from builder.layout.photo import Photograph
from builder.pack.artwork import drawn_design, with_siblings
from builder.pack.drafts import drafted
from builder.pack.recipes import Origin
from builder.pack.turns import of_each
from builder.record import Record, replace
from builder.render.pixels.clear import is_clear
from builder.render.pixels.paint import paint_exactly
from builder.render.pixels.png import encode_png, render_png
from builder.source.about import example

HERE = Path(__file__).parent
FOLDER = HERE / "fields"
PHOTOS = HERE / "looks/packs/photos"
FOCUS = {"hands.jpg": Box(0.3, 0.2, 0.4, 0.45), "corridor.jpg": Box(0.35, 0.35, 0.3, 0.3)}
SIZES = {
    "square": (600, 600),
    "board": (1200, 1200),
    "story": (450, 800),
    "landscape": (840, 600),
    "wide": (1200, 520),
    "strip": (1500, 260),
    "banner": (600, 150),
}
SHOWN = {"board": 8.2, "banner": 2.8, "": 4.1}  # times as large as it is shown
LEAST, CSS = 14 / 600, 1.25 / 600  # of the smallest words, and of a CSS px, in shares of the longer side
GAP, COLORS, SPECK = 10, 22, 0.005
SQUARE, SQUARES = 24, (214, 240)  # px of a frame; greys
SEED = "one"


class Trial(Record):
    """What an example is tried on; see fields.yaml."""

    design: dict[str, Any]
    at: str
    drop: tuple[str, ...] = ()
    words: Mapping[str, str] = {}
    cards: Mapping[str, Mapping[str, str]] = {}
    canvas: str = "square"
    photo: str = ""
    variant: str = ""
    of_set: str = ""
    language: str = "en-GB"

    def with_example(self, name: str, value: Any) -> dict[str, Any]:
        """The design with the field, as its example writes it."""
        design = copy.deepcopy(self.design)
        here: Any = design
        for step in filter(None, self.at.split("/")):
            here = here[int(step)] if step.isdigit() else here.setdefault(step, {})
        for key in self.drop:
            here.pop(key, None)
        here[name] = value
        return design


class Texts(yaml.SafeLoader):
    """Reads all that is simple as text, as files of a brand are read: `on` is a name; `<<` merges."""


Texts.yaml_implicit_resolvers = {"<": [("tag:yaml.org,2002:merge", re.compile("^<<$"))]}


def as_text(written: str) -> Any:
    """The data of some YAML."""
    return yaml.load(written, Texts)


@cache
def _cards() -> tuple[Mapping[str, str], Mapping[str, Any]]:
    read = as_text((HERE / "fields.yaml").read_text("utf-8"))
    return read["words"], read["cards"]


def known_cards() -> tuple[str, ...]:
    """The fields that fields.yaml has a card for."""
    return tuple(_cards()[1])


def trial(called: str) -> Trial:
    """What the example of `background.art.scale` is tried on; KeyError if fields.yaml has no card for it."""
    place = called.rpartition(".")[0]
    return Trial(**{"at": place.replace(".", "/"), **_cards()[1][called]})


def frames(called: str, value: Any) -> tuple[list[Frame], list[Frame]]:
    """The cards without an example and with it."""
    tried = trial(called)
    with_it = tried.with_example(called.rpartition(".")[2], value)
    return list(_drawn(tried, tried.design)), list(_drawn(tried, with_it))


def _in_turns(ids: list[str], count: int, of: str = "") -> tuple[int, ...]:
    """Which of so many each card has, as a campaign's cards have them."""
    return of_each(ids, [(range(count),)] * len(ids), of)


def _drawn(tried: Trial, data: dict[str, Any]) -> Iterator[Frame]:
    """Each card; one that cannot be made is marked as a draft is."""
    voice = Sample(_brand(), tried.language)
    design = in_set(with_text_color(Design.model_validate(data), voice.brand.ink), tried.of_set)
    width, height = SIZES[tried.canvas]
    edge = max(width, height)
    whole = Box(0, 0, width, height)
    canvas = Canvas(width, height, "px", whole, LEAST * edge, CSS * edge, names=(tried.canvas,))
    cards = tried.cards or {SEED: {}}
    grounds = _in_turns([*cards], len(design.series))
    pieces = _in_turns([*cards], max((len(use.files) for use in design.background.pieces), default=0), "art")
    given = ({**_cards()[0], **tried.words, **own} for own in cards.values())
    said = [{slot: emphatic(text) for slot, text in each.items()} for each in given]
    spoken = [{**slot_words(voice), **words} for words in said]
    for place, (id_, words) in enumerate(zip(cards, spoken, strict=True)):
        way = int(tried.variant) if tried.variant else None
        turn = Turn(grounds[place], pieces[place], way, seed=id_, place=place)
        recipe = with_siblings(drawn_design(voice, design, words, canvas, Origin(""), turn), spoken)
        if tried.photo and recipe.design.value.background.photos:
            recipe = replace(recipe, photo=_photograph(tried.photo))
        frame, flaws = drafted(recipe)
        yield marked(frame, flaws, voice.brand) if flaws else frame


@cache
def _brand() -> Any:
    return read_brand(HERE.parent.parent / "brand", "brand")


@cache
def _photograph(file: str) -> Photograph:
    image = read_image(PHOTOS / file)
    return Photograph(image, FOCUS.get(file, Box(0, 0, 1, 1)), "")


def picture(called: str, value: Any) -> Image.Image:
    """Both, side by side; several cards of a series, and what is wide, one pair below the other."""
    by = SHOWN.get(trial(called).canvas, SHOWN[""])
    sides = [_row([_shown(frame, by) for frame in side]) for side in frames(called, value)]
    stacked = sides[0].width > 1.4 * sides[0].height
    return _row(sides, down=stacked)


def _shown(frame: Frame, by: float) -> Image.Image:
    file = render_png(frame)[0] if is_clear(frame) else encode_png(paint_exactly(frame))
    read = Image.open(BytesIO(file))
    drawn = _on_squares(read) if read.mode == "RGBA" else read.convert("RGB")
    size = round(drawn.width / by), round(drawn.height / by)
    return drawn.resize(size, Image.Resampling.LANCZOS)


def _on_squares(drawn: Image.Image) -> Image.Image:
    """A picture on the squares by which image programs show what is seen through."""
    down, right = np.indices((drawn.height, drawn.width)) // SQUARE
    grey = np.where((down + right) % 2, *SQUARES).astype(np.uint8)
    ground = Image.fromarray(grey).convert("RGBA")
    ground.alpha_composite(drawn)
    return ground.convert("RGB")


def _row(pictures: list[Image.Image], *, down: bool = False) -> Image.Image:
    """Pictures beside each other, or one below another, on white."""
    gap = GAP * (len(pictures) - 1)
    wide, high = [each.width for each in pictures], [each.height for each in pictures]
    size = (max(wide), sum(high) + gap) if down else (sum(wide) + gap, max(high))
    sheet, x, y = Image.new("RGB", size, "white"), 0, 0
    for each in pictures:
        sheet.paste(each, (x, y))
        x, y = (x, y + each.height + GAP) if down else (x + each.width + GAP, y)
    return sheet


def few(picture: Image.Image, colors: int) -> Image.Image:
    """The picture in few colours: those that fill more than a speck as they are, tones for the others."""
    size = picture.width * picture.height
    counted = sorted(cast("list[tuple[int, tuple[int, ...]]]", picture.getcolors(size)), reverse=True)
    flat = [color for count, color in counted if count > size * SPECK][: colors // 2]
    rest = picture.quantize(colors - len(flat), dither=Image.Dither.NONE).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([*(part for color in flat for part in color), *rest])
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)


def main(wanted: list[str]) -> None:
    """Draw them anew, and take away those of fields that are no more."""
    FOLDER.mkdir(exist_ok=True)
    fields = dict(pictured_fields())
    for called, (record, name) in fields.items():
        if not wanted or called in wanted:
            shown = picture(called, as_text(example(record, name)))
            colors = 2 * COLORS if trial(called).photo else COLORS
            few(shown, colors).save(FOLDER / f"{called}.png", optimize=True)
    for file in FOLDER.glob("*.png"):
        if file.stem not in fields:
            file.unlink()
    sys.stdout.write(f"{len(fields)} fields, {len(UNSEEN)} that no picture shows\n")


if __name__ == "__main__":
    main(sys.argv[1:])
