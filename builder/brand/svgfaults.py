"""What an SVG may not hold: whatever is no flat drawing, reaches out of the file, or expands without end."""

from __future__ import annotations

from collections.abc import Mapping
from xml.parsers import expat

_SCRIPT = ("a script", "save it again without")
_REFUSED = {
    "text": ("text", "turn it into outlines (in Inkscape: Path, Object to Path)"),
    "image": ("a raster image", "draw it as shapes, or use it as a photograph"),
    "script": _SCRIPT,
    "foreignObject": ("a foreign object", "draw it as shapes"),
    "filter": ("a filter effect", "it would not look the same everywhere; save it again without"),
    "mask": ("a mask", "cut the shapes instead"),
    "clipPath": ("a clipping path", "cut the shapes instead"),
    "linearGradient": ("a gradient", "give each shape one colour"),
    "radialGradient": ("a gradient", "give each shape one colour"),
    "pattern": ("a pattern", "draw its shapes"),
    "animate": ("an animation", "save it again without"),
}
_LINKS = ("href", "xlink:href")


class WrongArt(ValueError):
    """An SVG that cannot be drawn with; `line` and `column` count from 1, 0 means the whole file."""

    def __init__(self, message: str, hint: str = "", line: int = 0, column: int = 1) -> None:
        self.hint, self.line, self.column = hint, line, column
        super().__init__(message)


def check_svg(data: bytes) -> None:
    """WrongArt at the first thing in the file that cannot be drawn, or that is not safe to read."""
    checker = _Checker()
    try:
        checker.parser.Parse(data, True)
    except expat.ExpatError as error:
        message = f"it is no SVG that can be read ({expat.ErrorString(error.code)})"
        raise WrongArt(message, "export it again", error.lineno, error.offset + 1) from None
    checker.check_uses()


class _Checker:
    """Looks at each tag as it is parsed, where its line is still known."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._doctype
        self._open: list[str] = []  # the id of each open element, or ""
        self._users: set[str] = set()  # ids of what holds a <use>
        self._uses: list[tuple[str, tuple[int, int]]] = []  # what each <use> draws, and where it stands

    def check_uses(self) -> None:
        """A clone of clones grows tenfold a step, and one of itself without end."""
        for name, place in self._uses:
            if name in self._users:
                raise WrongArt("it holds a clone of a clone", "unlink clones before saving", *place)

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if not self._open and name != "svg":
            raise self._wrong(f"it is no SVG: it begins with <{tag}>")
        if name in _REFUSED:
            what, hint = _REFUSED[name]
            raise self._wrong(f"it holds {what}", hint)
        self._open.append(attributes.get("id", ""))
        if name == "use":
            self._use(next((attributes[link] for link in _LINKS if link in attributes), ""))
        if _acts(attributes):
            what, hint = _SCRIPT
            raise self._wrong(f"it holds {what}", hint)
        if "dasharray" in " ".join((*attributes, attributes.get("style", ""))):
            raise self._wrong("it holds a dashed line", "turn the stroke into a path")

    def _use(self, link: str) -> None:
        if not link.startswith("#"):
            raise self._wrong("it draws a part of another file", "draw that here")
        self._users.update(self._open)
        self._uses.append((link[1:], self._place()))

    def _end(self, _: str) -> None:
        self._open.pop()

    def _doctype(self, _name: str, _system: str | None, _public: str | None, has_own: bool) -> None:
        if has_own:
            raise self._wrong("it declares entities of its own, which are not read", "save it as plain SVG")

    def _place(self) -> tuple[int, int]:
        return self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1

    def _wrong(self, message: str, hint: str = "") -> WrongArt:
        return WrongArt(message, hint, *self._place())


def _acts(attributes: Mapping[str, str]) -> bool:
    """Whether a tag runs a script when it is opened or pressed (SVG 2, "Scripting and Interactivity")."""
    links = (attributes.get(link, "").strip().lower() for link in _LINKS)
    return any(name.lower().startswith("on") for name in attributes) or any(
        link.startswith("javascript:") for link in links
    )
