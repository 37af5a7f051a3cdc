"""The static fonts of a brand's font file: the file as it lies, or those that are cut out of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from builder.fonts.container import WrongFont, unpacked
from builder.fonts.face import Axis, Face, faces, prove
from builder.fonts.static import Cut, static
from builder.media import Font, Made, Store
from builder.record import Record, as_json
from builder.source.validate import listed

_AS_IT_LIES = (b"\x00\x01\x00\x00", b"true")


class Asked(Record):
    """What a brand takes of a family: from a variable font a static one is cut for each."""

    weights: tuple[int, ...]
    sizes: tuple[float, ...]  # in pt, of the roles that the family plays


class NamedFont(Record):
    """A font file as the brand names it; a weight or a slope that is left out is the file's own."""

    path: Path
    family: str
    weight: int | None
    italic: bool | None


class FontsOfFile(Record):
    """The faces that are taken from a file, and the static fonts of them."""

    faces: tuple[Face, ...]
    fonts: tuple[Font, ...]


class _File(Record):
    """A font file that was read, and where what is made of it is kept."""

    data: bytes
    digest: str
    named: NamedFont
    store: Store


def read_font(named: NamedFont, asked: Asked, store: Store) -> FontsOfFile:
    """The fonts of a file; WrongFont if it cannot be drawn with, OSError if it cannot be read."""
    data = named.path.read_bytes()
    file = _File(data, sha256(data).hexdigest(), named, store)
    taken = tuple(_proved(face, file) for face in _taken(_faces(file), named))
    fonts = (_font(file, face, *cut) for face in taken for cut in _cuts(face, named, asked))
    return FontsOfFile(taken, tuple({font.digest: font for font in fonts}.values()))


def _faces(file: _File) -> tuple[Face, ...]:
    """The faces of a file, which is unpacked and opened once: that takes as long as reading all else."""

    def opened() -> bytes:
        return json.dumps(as_json(faces(unpacked(file.data)))).encode()

    known = json.loads(file.store(_key("faces", file.digest), opened).data)
    return tuple(Face(**{**face, "axes": tuple(Axis(**axis) for axis in face["axes"])}) for face in known)


def _proved(face: Face, file: _File) -> Face:
    """A face that every library draws with, which is found out once."""

    def proved() -> bytes:
        prove(unpacked(file.data), face)
        return b"sound"

    file.store(_key("proved", file.digest, face.number), proved)
    return face


def _taken(known: tuple[Face, ...], named: NamedFont) -> Iterator[Face]:
    """Those of a collection that are of the family, and of the weight and slope that are named."""
    if len(known) == 1:
        yield from known
        return
    families = dict.fromkeys(face.family for face in known)
    own = [face for face in known if len(families) == 1 or face.family.lower() == named.family.lower()]
    if not own:
        held = listed(tuple(families), "and")
        raise WrongFont(f"holds the families {held}, not `{named.family}`", "name one of them as `family`")
    taken = [face for face in own if _is(face, named)]
    if not taken:
        styles = ", ".join(f"{face.weight}{' italic' * face.italic}" for face in own)
        raise WrongFont(f"holds no font of that weight and style, but {styles}", "name one that it holds")
    yield from taken


def _is(face: Face, named: NamedFont) -> bool:
    weight = named.weight is None or face.axis("wght") is not None or face.weight == named.weight
    slope = named.italic is None or face.axis("ital") or face.axis("slnt") or face.italic == named.italic
    return weight and bool(slope)


def _cuts(face: Face, named: NamedFont, asked: Asked) -> Iterator[tuple[Cut, float]]:
    """What is cut out of a face, and for which size in pt; 0 for every one."""
    slopes = _slopes(face) if named.italic is None else (named.italic,)
    axis = face.axis("opsz")
    for size in dict.fromkeys(map(axis.nearest, asked.sizes)) if axis else (0.0,):
        for weight in _weights(face, named, asked):
            for italic in slopes:
                yield Cut(tuple(_place(face, weight, italic, size)), weight, italic), size


def _weights(face: Face, named: NamedFont, asked: Asked) -> tuple[int, ...]:
    axis = face.axis("wght")
    if axis is None:
        return (named.weight or face.weight,)
    wanted = (named.weight,) if named.weight else asked.weights
    return tuple(dict.fromkeys(round(axis.nearest(weight)) for weight in wanted))


def _slopes(face: Face) -> tuple[bool, ...]:
    return (False, True) if face.axis("ital") or face.axis("slnt") else (face.italic,)


def _place(face: Face, weight: int, italic: bool, size: float) -> Iterator[tuple[str, float]]:
    """Where a cut is on each axis; what nothing is said of stays as the font's maker thought best."""
    for axis in face.axes:
        value = axis.usual
        if axis.tag == "wght":
            value = weight
        elif axis.tag == "opsz":
            value = size
        elif axis.tag in ("ital", "slnt"):  # the one is 0 or 1, the other degrees, forwards below zero
            leaning = axis.least if axis.tag == "slnt" and axis.least < 0 else axis.most
            value = axis.nearest(leaning if italic else 0)
        yield axis.tag, value


def _font(file: _File, face: Face, cut: Cut, points: float) -> Font:
    path, style = file.named.path, (file.named.family, cut.weight, cut.italic)
    if file.data.startswith(_AS_IT_LIES) and face.truetype and not face.axes:
        return Font(face.name or path.stem, *style, file.digest, path)
    key = _key("static", file.digest, face.number, cut if face.axes else ())
    made = file.store(key, lambda: static(unpacked(file.data), face, cut))
    name = cut.name(face) if face.axes else face.name or path.stem
    return Font(name, *style, sha256(made.data).hexdigest(), path, Made(key, made), points=points)


def _key(*values: object) -> str:
    return sha256(repr(values).encode()).hexdigest()
