"""Which part of a photograph fills a box, and how much of what matters in it that leaves out."""

from __future__ import annotations

from builder.content.frame import Picture
from builder.geometry.box import Box
from builder.geometry.curves import covers, flattened
from builder.media import Image

MOST_ENLARGED = 1.6  # units of the canvas to one px of a photograph before it looks soft
_ZOOMS = (1.0, 1.06, 1.12, 1.18, 1.25)  # by which a crop may be closer than it must, to move what matters
_NEAR = 0.04  # of the short side: as far as what matters may be from the middle of what words leave
_CLOSEST = 2.5  # times as close as a crop must be: the most that is done for what matters
_HARDLY = 0.05  # the share of what matters that may be cut off: areas are drawn round it by eye
_POINTS = 12  # that an area is looked at in, each way, where a form cuts it
CUT_OFF = "mark a smaller part, or take a photograph with more room around it"  # what to do
_FINE = 0.003  # of the short side: how finely a form is seen


def crop(image: Image, box: Box, focus: Box, free: Box | None = None, close: float = 0.0) -> Box:
    """The part of the image, in its px, that fills a box: with all of its focus, if it holds that.

    The focus stands in the middle, or near it; if words leave a part of the box free, in the middle of that.
    The crop is closer then than it must be, by a quarter at the most, as far as that brings the focus there.
    `close` is the share of what is free that the focus should take, for which it may be closer still.
    """
    free = free or box
    scale = min(image.width / box.w, image.height / box.h)
    least = _closeness(image, focus, free, close, scale)
    across, down = focus.w * image.width, focus.h * image.height
    best: tuple[float, Box] | None = None
    for zoom in (least * zoom for zoom in (_ZOOMS if free != box else _ZOOMS[:1])):
        width, height = box.w * scale / zoom, box.h * scale / zoom
        if best and (box.w > MOST_ENLARGED * width or width < across or height < down):
            break
        wanted_x = focus.middle[0] * image.width - (free.middle[0] - box.x) * scale / zoom
        wanted_y = focus.middle[1] * image.height - (free.middle[1] - box.y) * scale / zoom
        x = _start(wanted_x, width, focus.x * image.width, across, image.width)
        y = _start(wanted_y, height, focus.y * image.height, down, image.height)
        miss = max(abs(x - wanted_x), abs(y - wanted_y)) * zoom / scale
        if best is None or miss < best[0]:
            best = miss, Box(x, y, width, height)
        if miss <= _NEAR * min(box.w, box.h):
            break
    assert best
    return best[1]


def lost(picture: Picture, focus: Box, whole: Box) -> float:
    """The share of what matters that the crop, its form and the edge of the whole canvas cut off.

    It is 0 if it is hardly any, and of a focus that is a point, which says nothing of how much matters.
    """
    area = shown_at(picture, focus)
    size = area.w * area.h
    if not size:
        return 0.0
    cut = 1 - area.shared(seen_of(picture.box, whole)) / size
    if picture.clip:
        polygons = flattened(picture.clip, _FINE * min(whole.w, whole.h))
        steps = [(number + 0.5) / _POINTS for number in range(_POINTS)]
        points = [Box(area.x + x * area.w, area.y + y * area.h, 0, 0) for x in steps for y in steps]
        seen = (whole.contains(point) and covers(polygons, point) for point in points)
        cut = 1 - sum(seen) / len(points)
    return cut if cut > _HARDLY else 0.0


def cut_off(share: float) -> str:
    """What is said of a photograph whose edges cut such a share of what matters."""
    return f"{share:.0%} of the part of the photograph that `focus` says matters is cut off"


def shown_at(picture: Picture, focus: Box) -> Box:
    """Where on the canvas a part of the photograph is shown, in shares of its size, cut off or not."""
    scale, image = picture.box.w / picture.crop.w, picture.image
    x = picture.box.x + (focus.x * image.width - picture.crop.x) * scale
    y = picture.box.y + (focus.y * image.height - picture.crop.y) * scale
    return Box(x, y, focus.w * image.width * scale, focus.h * image.height * scale)


def _start(wanted: float, length: float, matters: float, long: float, whole: float) -> float:
    """Where a crop of a length starts: near what is wanted, with as much as can be of what matters."""
    first, last = sorted((matters, matters + long - length))
    return min(max(min(max(wanted, first), last), 0.0), whole - length)


def seen_of(box: Box, whole: Box) -> Box:
    """What of a box lies in another."""
    left, top = max(box.x, whole.x), max(box.y, whole.y)
    right, bottom = min(box.right, whole.right), min(box.bottom, whole.bottom)
    return Box(left, top, max(right - left, 0.0), max(bottom - top, 0.0))


def _closeness(image: Image, focus: Box, free: Box, close: float, scale: float) -> float:
    """How much closer than it must be a crop is, so that what matters takes such a share of what is free."""
    if not (close and focus.w and focus.h):
        return 1.0
    across = close * free.w * scale / (focus.w * image.width)
    down = close * free.h * scale / (focus.h * image.height)
    return min(max(min(across, down), 1.0), _CLOSEST, max(MOST_ENLARGED * scale, 1.0))
