"""A photograph on a canvas: cropped round what matters, toned, and hidden no more than words need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from builder.brand.identity import Brand
from builder.brand.photouse import Panel, PhotoUse
from builder.color import READABLE, READABLE_LARGE, Color, contrast
from builder.content.frame import Item, Path, Picture, Text
from builder.geometry.box import Box
from builder.geometry.curves import rounded
from builder.geometry.pens import extent, outline_of
from builder.layout.canvas import Canvas, part_of
from builder.layout.cards.cut import lands
from builder.layout.crops import crop, lost, seen_of, shown_at
from builder.layout.legible import Seen, dimmed
from builder.layout.onphoto import WORDS, Standing, hiding, standing_on
from builder.layout.scrims import color_of, laid, mirrored
from builder.media import Image
from builder.record import Record, replace

_STRENGTHS = (0.86, 0.93, 1.0)  # shares of a scrim's own that are tried
_DIMMED = 0.5  # the share of what matters that scrims may hide: of what is left no eye makes a picture
_BLACK, _WHITE = Color(0, 0, 0), Color(255, 255, 255)


class Photograph(Record):
    """An image, what of it every crop keeps (a point or an area, in shares of its size), and its alt text."""

    image: Image
    focus: Box
    alt: str
    stands_in: bool = False  # whether it is a picture of the look, which has no colours of its own


class Pictured(Record):
    """A photograph and what lies on it, from back to front, and how the words fare that stand there."""

    items: tuple[Item, ...] = ()
    is_legible: bool = True
    hides: str = ""  # what stands on what matters: words, or drawings such as a logo; nothing if it is empty
    lost: float = 0.0  # the share of what matters that is cut off, where it is too much
    dimmed: float = 0.0  # the same that its scrims hide

    @property
    def worth(self) -> tuple[bool, bool, float]:
        """How it compares with other ways: the least is the best of them."""
        return not self.is_legible, bool(self.hides), self.lost + self.dimmed

    @property
    def is_good(self) -> bool:
        """Whether nothing speaks against it."""
        return self.is_legible and not self.hides and not self.lost and not self.dimmed


def tone_of(use: PhotoUse, brand: Brand, photo: Photograph | None = None) -> tuple[Color, ...]:
    """The colours of its darks and of its lights; none if it has its own.

    Of roles that a brand fills with colours too near each other to show a picture, its own two are taken;
    colours of the palette are meant.
    """
    names = use.tone or brand.photographs
    if photo and photo.stands_in and names == "natural":
        return _two_tones(brand)
    if isinstance(names, str):
        return () if names == "natural" else (_BLACK if names == "grey" else brand.color(names), _WHITE)
    tones = sorted(map(brand.color, names), key=lambda color: color.luminance)
    shows = contrast(tones[0], tones[-1]) >= READABLE_LARGE or not brand.roles.keys() >= {*names}
    return tuple(tones) if shows else _two_tones(brand)


def _two_tones(brand: Brand) -> tuple[Color, Color]:
    """The campaign's own colour for darks, if it is dark enough beside the lightest ground, and that."""
    own, ground, ink = map(brand.color, ("primary", "background", "foreground"))
    dark = own if contrast(own, ground) >= READABLE else ink
    first, second = sorted((dark, ground), key=lambda color: color.luminance)
    return first, second


def pictured(
    use: PhotoUse,
    photo: Photograph,
    words: Sequence[Item],
    canvas: Canvas,
    brand: Brand,
    ground: Color,
    rtl: bool,
) -> Pictured:
    """The photograph as a design shows it, behind words that have their places.

    Its scrims are as strong as the words need, up to what the design lets them be.
    """
    box = _above_hills(_part(use, canvas, rtl), words)
    texts = [item for item in words if isinstance(item, Text) and item.box.overlaps(box)]
    panel = _panel(use.panel, canvas, rtl) if use.panel else None
    standing = standing_on(words, canvas)
    free = _left_by([panel] if panel else [on.box for on in standing if on.box.overlaps(box)], box)
    if photo.image.solid and not (use.side == "all" and panel is None):
        part, box = _standing(photo.image.solid, free if panel else box)
    else:
        part = crop(photo.image, box, photo.focus, free)
    picture = Picture(photo.image, box, part, photo.alt, tone_of(use, brand, photo))
    if use.panel and panel:
        shown = _panelled(use.panel, panel, picture, words, ground, canvas)
        hides = hiding(picture, photo.focus, (Standing(panel, WORDS), *standing))
        return replace(shown, hides=hides, lost=lost(picture, photo.focus, canvas.page))
    veil = [Path(rounded(box, 0.0), brand.color(use.veil), opacity=use.veil_opacity)] if use.veil else []
    bare = list(_bare(words, texts))
    logos = [item for item in words if isinstance(item, Path) and _is_drawn(item, words)]
    hides, cut = hiding(picture, photo.focus, standing), lost(picture, photo.focus, canvas.page)
    shown = Pictured((picture, *veil), hides=hides, lost=cut)
    seen = Seen(picture, ground)
    for share in _STRENGTHS if use.side == "all" and use.scrims else (1.0,):  # no edge of a side may show
        scrims = [
            laid(scrim, box, texts, share, color_of(scrim, brand, ground), rtl, ground)
            for scrim in use.scrims
            if texts or scrim.at != "words"
        ]
        over = [*veil, *scrims]
        is_legible = seen.legible(over, bare) and seen.visible(over, logos)
        hidden = _hidden(picture, photo.focus, scrims)
        shown = replace(shown, items=(picture, *over), is_legible=is_legible, dimmed=hidden)
        if shown.is_legible:
            break
    return shown


def _hidden(picture: Picture, focus: Box, scrims: Sequence[Path]) -> float:
    """The share of what matters that scrims hide, where it is too much to be seen."""
    share = dimmed(seen_of(shown_at(picture, focus), picture.box), scrims)
    return share if share > _DIMMED else 0.0


def _standing(solid: tuple[int, int, int, int], room: Box) -> tuple[Box, Box]:
    """All of what is cut out, and its box: as large as can be in a room, on whose foot it stands."""
    left, top, right, bottom = solid
    width, height = right - left, bottom - top
    scale = min(room.w / width, room.h / height)
    x = room.x + (room.w - width * scale) / 2
    box = Box(x, room.bottom - height * scale, width * scale, height * scale)
    return Box(left, top, width, height), box


def beside_photo(room: Box, use: PhotoUse | None, canvas: Canvas, rtl: bool) -> Box:
    """What a photograph at a side leaves of the room for words, with a gap as wide as the room's margin.

    On one with a scrim words may stand.
    """
    if use is not None and use.panel:
        return _on_panel(room, _panel(use.panel, canvas, rtl))
    if use is None or use.side == "all" or use.scrims:
        return room
    box, edge = _part(use, canvas, rtl), min(room.x, room.y)
    left = max(room.x, box.right + edge) if box.x <= 0 and box.w < canvas.width else room.x
    top = max(room.y, box.bottom + edge) if box.y <= 0 and box.h < canvas.height else room.y
    right = min(room.right, box.x - edge) if box.x > 0 else room.right
    bottom = min(room.bottom, box.y - edge) if box.y > 0 else room.bottom
    return Box(left, top, right - left, bottom - top)


def _part(use: PhotoUse, canvas: Canvas, rtl: bool) -> Box:
    """The part of the canvas that the photograph fills."""
    edge = canvas.bleed
    whole = Box(-edge, -edge, canvas.width + 2 * edge, canvas.height + 2 * edge)
    side = use.side if use.side == "all" else mirrored(use.side, rtl)
    width = whole.w * use.share if side in {"left", "right"} else whole.w
    height = whole.h * use.share if side in {"top", "bottom"} else whole.h
    x = whole.right - width if side == "right" else whole.x
    y = whole.bottom - height if side == "bottom" else whole.y
    return Box(x, y, width, height)


def _above_hills(box: Box, words: Sequence[Item]) -> Box:
    """What hills leave of a photograph, so that it is cropped to what is seen of it."""
    tops = [land.top for land in lands(words) if box.y < land.top < box.bottom]
    return Box(box.x, box.y, box.w, min(tops) - box.y) if tops else box


def _panel(panel: Panel, canvas: Canvas, rtl: bool) -> Box:
    """The block, over the edges that it stands at."""
    edge = canvas.bleed
    whole = Box(-edge, -edge, canvas.width + 2 * edge, canvas.height + 2 * edge)
    return part_of(whole, panel.width, panel.height, panel.at, rtl)


def _on_panel(room: Box, panel: Box) -> Box:
    """The room for words on the block, as far off its edges as off those of the canvas."""
    edge = min(room.x, room.y)
    left, top = max(room.x, panel.x + edge), max(room.y, panel.y + edge)
    right, bottom = min(room.right, panel.right - edge), min(room.bottom, panel.bottom - edge)
    return Box(left, top, max(right - left, 1.0), max(bottom - top, 1.0))


def _panelled(
    panel: Panel,
    box: Box,
    picture: Picture,
    words: Sequence[Item],
    ground: Color,
    canvas: Canvas,
) -> Pictured:
    """The photograph and the block before it; what is seen through the block is blurred."""
    block = Path(outline_of(box), ground, opacity=panel.opacity)
    if panel.opacity == 1:
        return Pictured((picture, block))
    scale, part = picture.crop.w / picture.box.w, picture.crop
    behind = Box(
        part.x + (box.x - picture.box.x) * scale,
        part.y + (box.y - picture.box.y) * scale,
        box.w * scale,
        box.h * scale,
    )
    through = replace(picture, box=box, crop=behind, alt="", blur=panel.blur * canvas.short)
    texts = [item for item in words if isinstance(item, Text)]
    logos = [item for item in words if isinstance(item, Path) and _is_drawn(item, words)]
    seen = Seen(through, ground)
    is_legible = seen.legible([block], _bare(words, texts)) and seen.visible([block], logos)
    return Pictured((picture, through, block), is_legible=is_legible)


def _left_by(boxes: Sequence[Box], box: Box) -> Box:
    """The largest strip of the photograph that nothing stands on: along a side, or between such."""
    if not boxes:
        return box
    down = ((Box(box.x, start, box.w, end - start)) for start, end in _gaps(boxes, box, down=True))
    across = ((Box(start, box.y, end - start, box.h)) for start, end in _gaps(boxes, box, down=False))
    return max((*down, *across), key=lambda strip: strip.w * strip.h)


def _gaps(boxes: Sequence[Box], box: Box, *, down: bool) -> Iterator[tuple[float, float]]:
    """From where to where nothing stands, from the start of the photograph to its end."""
    first, last = (box.y, box.bottom) if down else (box.x, box.right)
    reached = first
    for start, end in sorted((each.y, each.bottom) if down else (each.x, each.right) for each in boxes):
        yield reached, max(start, reached)
        reached = max(reached, end)
    yield min(reached, last), last


def _bare(words: Sequence[Item], texts: Iterable[Text]) -> Iterator[Text]:
    """The texts that no panel parts from the photograph."""
    for text in texts:
        below = [item for item in words[: words.index(text)] if isinstance(item, Path)]
        panels = (extent(item.commands) for item in below if item.fill)
        if not any(panel.contains(text.box) for panel in panels):
            yield text


def _is_drawn(path: Path, words: Sequence[Item]) -> bool:
    """Whether it is a part of a logo or an icon: no words stand on it."""
    box = extent(path.commands)
    return not any(isinstance(item, Text) and box.contains(item.box) for item in words)
