"""The brand's colours as Office names them: a theme of twelve slots, and a map for each ground."""

from __future__ import annotations

from typing import cast

from builder.brand.identity import Brand
from builder.brand.slideaccents import color_in
from builder.brand.slides import SlideDesign, SlideSet
from builder.color import READABLE_LARGE, Color, contrast
from builder.content.deck import SLOTS, TOKENS, ColorMap, Slot, Token

_BULLETS: Token = "accent2"
_DIRECT = ("dk1", "lt1", "dk2", "lt2")  # slots that shapes may name whatever the map says


def theme_colors(brand: Brand, slides: SlideSet) -> tuple[tuple[Slot, Color], ...]:
    """The palette in Office's slots."""
    return tuple((slot, color_in(brand.palette, slides.theme[slot])) for slot in SLOTS)


def color_map(slides: SlideSet, design: SlideDesign) -> ColorMap:
    """What each name for a colour means on the design's ground."""
    ground = slides.grounds[design.ground]
    named = {
        "bg1": ground.fill,
        "tx1": ground.text,
        "bg2": ground.second,
        "tx2": ground.title,
        "hlink": ground.link,
        "folHlink": ground.link,
    }
    slots: dict[str, str] = {name: _slot(slides, color) for name, color in named.items()}
    accents = [(slot, slides.theme[slot]) for slot in SLOTS if slot.startswith("accent")]
    slots |= {slot: _slot(slides, ground.instead[held]) for slot, held in accents if held in ground.instead}
    return tuple((token, cast(Slot, slots.get(token, token))) for token in TOKENS)


def _slot(slides: SlideSet, color: str) -> str:
    slot = slides.slot(color)
    assert slot is not None, f"{color} passed the brand's checks"
    return slot


def token(slides: SlideSet, design: SlideDesign, color: str) -> Token | Slot:
    """The name by which the design's ground reaches a palette colour; some slots have one of their own."""
    slot = slides.slot(color)
    direct = cast(Slot, slot) if slot in _DIRECT else "tx1"
    return next((name for name, held in color_map(slides, design) if held == slot), direct)


def bullet_color(
    brand: Brand, slides: SlideSet, design: SlideDesign, ground: str, words: Token | Slot
) -> Token | Slot:
    """What bullets on a colour of the palette are in: an accent, or as the words where it would vanish."""
    slot = dict(color_map(slides, design))[_BULLETS]
    accent = color_in(brand.palette, slides.theme[slot])
    return _BULLETS if contrast(accent, brand.color(ground)) >= READABLE_LARGE else words
