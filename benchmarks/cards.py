"""The square cards of 2022, drawn by packbuild and by others who are told words, fonts, sizes and places."""

from __future__ import annotations

import json
import pickle
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PIL import Image

from benchmarks.measure import PEERS, Contestant, Times, compete
from benchmarks.results import Bar, Found, found_in, of_times
from benchmarks.subject import plans
from builder.brand.design import Blend
from builder.color import Color
from builder.content.frame import Fill, Frame, Picture, Text
from builder.content.recipe import known
from builder.pack.recipes import CardRecipe
from builder.record import Record, replace
from builder.render.pixels.seethrough import see_through
from builder.render.svg import svg_file

_BLEND = {"colors": ("plum", "teal", "plum"), "angle": 33.0}
_ABOUT = (
    "Lines broken, card drawn and encoded, 1080 × 1080, after a first card. packbuild also searches for the "
    "sizes that fit and measures the contrast; the others are told sizes and places, and break lines. "
    "All draw the same curves, Pillow pastes them as a picture."
)
CONTESTANTS = (
    Contestant("packbuild", (sys.executable, "-m", "benchmarks.ours", "cards"), "builder"),
    Contestant("packbuild, laid out before", (sys.executable, "-m", "benchmarks.ours", "drawing"), "builder"),
    Contestant("Typst", (sys.executable, "-m", "benchmarks.peers.typst_cards"), "typst"),
    Contestant("Satori + resvg", ("node", str(PEERS / "satori_cards.mjs")), "npm:satori"),
    Contestant("Pillow", (sys.executable, "-m", "benchmarks.peers.pillow_cards"), "PIL"),
)


class Beside(Record):
    """A peer and the bars beside it: packbuild's rate to its, and packbuild's bytes to its."""

    peer: str
    rate: float
    size: float | None = None


def cards(folder: Path, rounds: int) -> Found:
    """Flat cards, and the same on a gradient."""
    recipes = tuple(_drawn())
    flat = _times(folder / "flat", recipes, rounds)
    blended = _times(folder / "gradient", tuple(map(_blended, recipes)), rounds)
    groups = of_times("A flat card", flat, _ABOUT), of_times("A card on a gradient", blended, "As above.")
    bars = (
        *_bars("flat card", flat, Beside("Typst", 2.2, 0.5)),
        *_bars("gradient card", blended, Beside("Typst", 1.3, 1.0)),
        *_bars("gradient card", blended, Beside("Satori + resvg", 3.5, 1.0)),
    )
    return Found(groups, bars)


def _bars(what: str, times: tuple[Times, ...], beside: Beside) -> Iterator[Bar]:
    ours, peer = times[0], found_in(times, beside.peer)
    if peer:
        yield Bar(f"{what}: rate to {peer.name}’s", 1 / ours.over(peer), beside.rate, least=True)
        if beside.size:
            yield Bar(f"{what}: bytes to {peer.name}’s", ours.size / peer.size, beside.size)


def _drawn() -> Iterator[CardRecipe]:
    """The cards without a photograph."""
    for plan in plans("social", size="instagram-square", language="en-GB"):
        recipe = plan.content
        if isinstance(recipe, CardRecipe) and recipe.photo is None:
            yield recipe


def _blended(recipe: CardRecipe) -> CardRecipe:
    """The card on a gradient, its words in cream."""
    design = recipe.design.value
    ground = design.background.model_copy(update={"fill": Blend.model_validate(_BLEND)})
    changed = design.model_copy(update={"background": ground, "text_color": "cream"})
    return replace(recipe, design=known(changed))


def _times(folder: Path, recipes: tuple[CardRecipe, ...], rounds: int) -> tuple[Times, ...]:
    folder.mkdir(parents=True)
    (folder / "cards.pickle").write_bytes(pickle.dumps(recipes))
    frames = tuple(recipe.lay_out().content for recipe in recipes)
    (folder / "drawing.pickle").write_bytes(pickle.dumps(frames))
    told = [_told(number, frame, folder) for number, frame in enumerate(frames)]
    (folder / "cards.json").write_text(json.dumps(told), "utf-8")
    return compete(CONTESTANTS, folder, rounds)


def _told(number: int, frame: Frame, folder: Path) -> dict[str, Any]:
    """What the others are told of a card; its curves are files beside it."""
    ground, *items = frame.items
    assert isinstance(ground, Fill)
    assert not any(isinstance(item, Picture) for item in items)
    art = replace(frame, items=tuple(item for item in items if not isinstance(item, Text)))
    (folder / f"art-{number}.svg").write_text(svg_file(art), "utf-8")
    Image.fromarray(see_through(art), "RGBA").save(folder / f"art-{number}.png")
    return {
        "width": frame.width,
        "height": frame.height,
        "art": f"art-{number}",
        "stops": _stops(ground),
        "angle": 0.0 if isinstance(ground.paint, Color) else ground.paint.angle,
        "texts": [_text(item, frame.width) for item in items if isinstance(item, Text)],
    }


def _stops(ground: Fill) -> list[tuple[float, str]]:
    """(share, colour) along the ground; a flat one has a single stop."""
    if isinstance(ground.paint, Color):
        return [(0.0, ground.paint.hex)]
    return [(share, color.hex) for share, color in ground.paint.stops]


def _text(text: Text, room: float) -> dict[str, Any]:
    """Its words, font and place in px; the margin at its right is that at its left."""
    lines, font = text.lines, text.lines[0].runs[0].font
    leading = (lines[-1].baseline - lines[0].baseline) / (len(lines) - 1) if len(lines) > 1 else text.size
    return {
        "words": text.words,
        "x": text.box.x,
        "baseline": lines[0].baseline,
        "width": room - 2 * text.box.x,
        "size": text.size,
        "leading": leading,
        "color": text.color.hex,
        "font": str(font.path),
        "family": font.family,
        "weight": font.weight,
        "italic": font.italic,
    }
