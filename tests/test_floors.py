"""Each room imports the libraries that its row of `.importlinter` names, and no others."""

import ast
import sys
from collections.abc import Iterator, Mapping
from configparser import ConfigParser
from pathlib import Path

ROOT = Path(__file__).parent.parent
OWN = {"builder", *sys.stdlib_module_names}
# One library of each kind: what draws, what reads, what validates, what talks to people.
KINDS_OF_LIBRARY = {
    "reportlab",
    "pptx",
    "docx",
    "PIL",
    "pikepdf",
    "uharfbuzz",
    "pydantic",
    "yaml",
    "click",
    "requests",
}


def allowed() -> dict[str, set[str]]:
    """The libraries of each room that has any."""
    parser = ConfigParser()
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # names keep their capitals
    parser.read(ROOT / ".importlinter", encoding="utf-8")
    return {room: set(libraries.split()) for room, libraries in parser["libraries"].items()}


def imported(source: str) -> Iterator[str]:
    """The libraries that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def strangers(module: str, source: str, rooms: Mapping[str, set[str]]) -> set[str]:
    """The libraries that a module imports and its room may not."""
    over = [room for room in rooms if module == room or module.startswith(f"{room}.")]
    free = rooms[max(over, key=len)] if over else set()
    return set(imported(source)) - OWN - free


def modules() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "builder").rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        yield ".".join(parts).removesuffix(".__init__"), path.read_text(encoding="utf-8")


def test_rooms_import_what_their_row_allows() -> None:
    rooms = allowed()
    found = {module: lost for module, source in modules() if (lost := strangers(module, source, rooms))}
    assert found == {}


def test_the_table_allows_nothing_that_is_not_used() -> None:
    rooms, used = allowed(), dict[str, set[str]]()
    for module, source in modules():
        over = [room for room in rooms if module == room or module.startswith(f"{room}.")]
        if over:
            used.setdefault(max(over, key=len), set()).update(imported(source))
    assert {room: libraries - used.get(room, set()) for room, libraries in rooms.items()} == {
        room: set() for room in rooms
    }


def test_a_planted_import_is_a_fault() -> None:
    rooms = allowed()
    plants = "\n".join(f"    import {library}.part" for library in KINDS_OF_LIBRARY)
    for module, source in modules():
        planted = f"{source}\n\ndef _planted() -> None:\n{plants}\n"
        over = max((room for room in rooms if f"{module}.".startswith(f"{room}.")), key=len, default="")
        assert strangers(module, planted, rooms) == KINDS_OF_LIBRARY - rooms.get(over, set()), module
