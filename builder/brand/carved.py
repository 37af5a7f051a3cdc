"""A logo in one colour whose forms lie on one another: those on top are cut out of what they lie on.

So a red bubble with a white line becomes a white bubble with a line that the ground is seen through.
"""

from __future__ import annotations

from hashlib import sha256

import pathops

from builder.brand.identity import Art, ArtShape
from builder.brand.ink import told_apart
from builder.brand.svg.forms import GRID, commands_of, to_path
from builder.color import Color
from builder.record import replace

_MOST = 60  # forms: a drawing of more is a picture rather than a sign
_OPAQUE = 0.99
_TOUCH = 1e-5  # of the area of a grid's square: less than that in common is an edge


def carved(art: Art) -> Art | None:
    """The drawing as one form that may be painted in any colour; None where that would not be the same sign.

    That is where it passes through colours, is of pixels, or has forms that lie on what was cut out: a face
    on a disc on a square needs more than two tones.
    """
    if len(art.shapes) > _MOST or not all(_is_plain(shape) for shape in art.shapes):
        return None
    size = GRID / max(art.view.w, art.view.h)
    inked, holes = list[tuple[Color, pathops.Path]](), list[pathops.Path]()
    for shape in art.shapes:
        assert isinstance(shape.fill, Color)
        path, color = to_path(shape.commands, (size, 0.0, 0.0, size, 0.0, 0.0)), shape.fill
        if any(_meet(path, hole) for hole in holes):
            return None
        below = [one for one in inked if told_apart(one[0], color) and _meet(path, one[1])]
        try:
            inked = [(own, _without(form, path) if (own, form) in below else form) for own, form in inked]
            rest = path
            for _, form in below:
                rest = _without(rest, form)
        except pathops.PathOpsError:
            return None
        holes += [path] if below else []
        inked.append((color, rest))
    first = art.shapes[0]
    back = 1 / size
    steps = tuple(
        step
        for _, form in inked
        for step in commands_of(form.transform(back, 0, 0, back, 0, 0))
    )
    digest = sha256(f"{art.digest} in one colour".encode()).hexdigest()
    return replace(art, digest=digest, shapes=(replace(first, commands=steps, role=""),))


def _is_plain(shape: ArtShape) -> bool:
    return isinstance(shape.fill, Color) and shape.opacity >= _OPAQUE


def _without(one: pathops.Path, other: pathops.Path) -> pathops.Path:
    path = pathops.op(one, other, pathops.PathOp.DIFFERENCE, fix_winding=True, keep_starting_points=False)
    path.fillType = pathops.FillType.WINDING
    return path


def _meet(one: pathops.Path, other: pathops.Path) -> bool:
    """Whether two forms have more in common than an edge."""
    a, b = one.bounds, other.bounds
    if not (a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]):
        return False
    common = pathops.op(one, other, pathops.PathOp.INTERSECTION)
    return bool(abs(common.area) > _TOUCH * GRID * GRID)
