"""The templates of web pages: whatever is put into them is escaped, and what is missing is an error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from builder.content.frame import Frame
from builder.content.story import Block, BlockQuote, Figure, Heading, ListBlock, Notes, Paragraph, Table
from builder.content.walk import in_forms, plain_form
from builder.render.html.compiled import Compiled
from builder.render.html.photographs import photograph
from builder.render.html.seen import seen
from builder.render.html.speech import colon, comma, direction, isolated, said, speech, tongue, unparted
from builder.render.html.style import hexes
from builder.render.parts import drawn
from builder.render.svg import SvgElement, coordinate, shapes
from builder.source.copied import copied
from builder.tagged import language_of

_OWN = "builder.render.html"
# What `prose.html` has elements for.
_FORMS = (Heading, Paragraph, BlockQuote, ListBlock, Table, Figure, Notes)
_SAFE = ("https:", "http:", "mailto:", "tel:", "#")


def rendered(template: str, package: str = _OWN, /, **values: object) -> Markup:
    """A template of a package with its values; UndefinedError if it asks for one that is not there."""
    # markup by right: the environment escapes every value that is not
    return Markup(copied(environment(package).get_template(template).render(values)))


def own_file(name: str, package: str = _OWN) -> Markup:
    """A style sheet or a script of a package, word for word."""
    # markup by right: the program's own, and HTML reads no escapes inside `style` and `script`
    return Markup(files(package).joinpath(name).read_text(encoding="utf-8"))


# Lines that hold tags alone leave no trace; a template's last line ends as any other.
_OPTIONS: dict[str, Any] = {
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
}


@cache
def environment(package: str = _OWN) -> Environment:
    """What the templates of a package are compiled and rendered with."""
    jinja = Environment(
        loader=PackageLoader(package),
        undefined=StrictUndefined,
        bytecode_cache=Compiled(Path(str(files(package))) / "templates", _OPTIONS),
        **_OPTIONS,
    )
    jinja.globals |= {"colon": colon, "comma": comma, "drawing": _drawing}
    jinja.filters |= {
        "coordinate": coordinate,
        "direction": direction,
        "hexes": hexes,
        "aligned": _aligned,
        "in_forms": _in_forms,
        "isolated": isolated,
        "language": language_of,
        "photograph": photograph,
        "said": said,
        "seen": seen,
        "shapes": _shapes,
        "speech": speech,
        "tongue": tongue,
        "unparted": unparted,
    }
    jinja.tests["followed"] = _is_followed
    return jinja


def _drawing(frame: Frame, attributes: Mapping[str, str | None]) -> Markup:
    """A drawing as an element with these attributes."""
    # markup by right: a template wrote it, and what is kept is what it wrote
    return Markup(drawn(_drawn, frame, tuple(attributes.items())).decode())


def _drawn(frame: Frame, attributes: tuple[tuple[str, str | None], ...]) -> bytes:
    macros: Any = environment().get_template("drawing.html").module
    return str(macros.drawing(frame, dict(attributes))).encode()


def _in_forms(blocks: Iterable[Block]) -> Iterator[tuple[str, Block]]:
    """Each block under the name of its type, those that the templates have no form for in a plainer one."""
    for block in in_forms(tuple(blocks), _FORMS):
        if isinstance(block, Figure) and isinstance(block.content, Frame):
            yield from _in_forms(plain_form(block))
        else:
            yield type(block).__name__, block


def _aligned(block: Table, column: int) -> str | None:
    """The class of the cells of a column; none where lines stand where they start."""
    align = block.aligned[column] if block.aligned else "start"
    return None if align == "start" else align


def _shapes(frame: Frame, attributes: Mapping[str, str]) -> Iterator[SvgElement]:
    """A drawing's shapes, called by what it is called: no two drawings of a page have the same attributes."""
    return shapes(frame, within=repr(sorted(attributes.items())))


def _is_followed(link: str) -> bool:
    """Whether a link leads somewhere and runs nothing."""
    return link.lower().startswith(_SAFE)
