"""The art that a card has: the one in its turn of those that a design names, or the item's own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePosixPath

from builder.brand.artuse import ArtUse
from builder.brand.design import Background, Design
from builder.brand.variants import layers
from builder.record import Record

_ICONS = "art/icons/"  # stand among words, and are named by steps
# The set of art for a theme that names none. A scene tells a story, and only who writes the words knows which
# is theirs: a sunrise over a trauma week is worse than no picture.
ANY_CAUSE = "forms"


class Turn(Record):
    """What a card has of its own among those of its series."""

    ground: int = 0  # which of the grounds of `series`
    art: int = 0  # which of the pieces of a list
    variant: int | None = None  # which of the ways to draw it, 0 as its design is written; by its words alone
    named: str = ""  # the art that its item names, before that
    set: str = ""  # the set of art that the theme names, or that suits any cause: a folder
    deck: int = 0  # which of the sets, where none is named: the same for a campaign and year
    seed: str = ""  # what chance goes by: its id; left out, the name of its design
    place: int = 0  # which of the cards of its part of the spec it is
    toned: bool = True  # whether its photograph may be in the colours of a tone


def name_of(file: str) -> str:
    """What a spec calls a file of art: `growth` for `art/scenes/growth.svg`."""
    return PurePosixPath(file).stem


def art_names(files: Iterable[str]) -> list[str]:
    """The names that a spec may give to `art`."""
    return sorted({name_of(file) for file in files if not file.startswith(_ICONS)})


def set_names(files: Iterable[str]) -> list[str]:
    """The names of sets that a spec may give to `art`: folders of art, `forms` for `art/forms/arches.svg`."""
    found = (PurePosixPath(file).parent for file in files if not file.startswith(_ICONS))
    return sorted({folder.name for folder in found if len(folder.parts) > 1})


def hand(design: Design, turn: Turn) -> tuple[str, ...]:
    """The files of the longest list of a design that a card of a campaign chooses from, one by its id."""
    uses = (use for use in _uses(design) if _is_open(use) and not use.in_order)
    return max((dealt(use, turn) for use in uses), key=len, default=())


def dealt(use: ArtUse, turn: Turn) -> tuple[str, ...]:
    """The files that a card chooses from: of those in several folders, one folder's.

    It is the one that the item or the theme names, or that suits any cause, or else one by chance.
    """
    sets = dict[str, list[str]]()
    for file in use.files:
        sets.setdefault(PurePosixPath(file).parent.name, []).append(file)
    named = next((name for name in (turn.named, turn.set, ANY_CAUSE) if name in sets), None)
    return tuple(sets[named or list(sets)[turn.deck % len(sets)]])


def shows_art_of_items(design: Design) -> bool:
    """Whether there is art on some canvas whose place an item's may take."""
    return any(_open(background.pieces) for background in _backgrounds(design))


def with_art(design: Design, turn: Turn, files: Collection[str]) -> Design:
    """The design, settled for a canvas, with one file in each place of art.

    What an item names takes the place of the lists that have it, or of the longest; where there is no list,
    of the only piece.
    """
    background = design.background
    open_ = _open(background.pieces, turn.named)
    uses = enumerate(background.pieces)
    pieces = tuple(_settled(use, turn, files, number in open_) for number, use in uses)
    if pieces == background.pieces:
        return design
    return design.model_copy(update={"background": background.model_copy(update={"art": pieces})})


def listed_art(pieces: Iterable[ArtUse], turn: Turn, files: Collection[str]) -> tuple[ArtUse, ...]:
    """The pieces of a layout of slides, with one file for each list of them; the others stay.

    What a theme names takes the place of a list that lacks it only where it may give way to words: art that
    stays where it is (`yields: false`) is drawn for the boxes beside it.
    """
    return tuple(
        _settled(use, turn, files, _is_open(use) and (use.yields or turn.named in map(name_of, use.files)))
        for use in pieces
    )


def _settled(use: ArtUse, turn: Turn, files: Collection[str], is_open: bool) -> ArtUse:
    own = _named(turn, use, files) if turn.named and is_open else None
    number, files_ = turn.place if use.in_order else turn.art, dealt(use, turn)
    file = own or files_[number % len(files_)]
    return use if file == use.file else use.model_copy(update={"file": file})


def _named(turn: Turn, use: ArtUse, files: Collection[str]) -> str | None:
    """The file of the name: one of the theme's set, one of the list, one beside them, or any other."""
    beside = PurePosixPath(use.files[0]).parent
    every = (file for file in (*use.files, *files) if not file.startswith(_ICONS))
    alike = [file for file in every if name_of(file) == turn.named]
    own = (file for file in alike if turn.set == PurePosixPath(file).parent.name)
    near = (file for file in alike if PurePosixPath(file).parent == beside)
    return next(iter((*own, *near, *alike)), None)


def _open(pieces: tuple[ArtUse, ...], named: str = "") -> set[int]:
    """Which pieces an item's own art takes the place of: the lists that have it, or else the longest."""
    lists = {number: use.files for number, use in enumerate(pieces) if _is_open(use)}
    having = {number for number, files in lists.items() if named in map(name_of, files)}
    most = max(map(len, lists.values()), default=0)
    longest = {number for number, files in lists.items() if len(files) == most}
    return having or longest or ({0} if len(pieces) == 1 else set())


def _is_open(use: ArtUse) -> bool:
    return isinstance(use.file, tuple)


def _uses(design: Design) -> Iterator[ArtUse]:
    for background in _backgrounds(design):
        yield from background.pieces


def _backgrounds(design: Design) -> Iterator[Background]:
    yield from (layer.background for _, layer in layers(design) if layer.background)
