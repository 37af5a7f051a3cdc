"""Features: a picture set large, and the words that it goes with beside it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from builder.content.story import Block, Feature, Heading, Paragraph
from builder.content.walk import every
from builder.layout.flow.flow import TINY, Flow, pile
from builder.layout.flow.galleries import no_higher
from builder.layout.flow.group import stack
from builder.layout.flow.typesetter import GUTTER, PAD
from builder.record import replace

if TYPE_CHECKING:
    from builder.layout.flow.compose import Composer

_GAP = 1.5 * GUTTER  # pt between the picture and the words
_MORE = 3  # lines of white above it, where its page has some left
_LOWEST = 0.2  # of a page, where it stands among its words
_ALONE = 0.35  # of a page, at most, where two of them would be lower than that
_LEAST_WORDS = 0.3  # of the room, which no picture takes from them
_LEAST_EMS = 12  # of the text's size, that a line of them has room for
_HIGHER = (0.61,)  # of the room, for pictures on a page that has much left
_HIGHEST = (0.63,)  # and beside few words
_LESS = (0.72, 0.58)  # of the height of one that stands among its words, to it where a page lacks room
_FREE = 0.7  # of a page: where less is left, they go on to the next with all their words
_LAST = 4  # lines below a picture, at most, that do not stand alone on a page
_NOTED = 0.46  # of the text's width, in large print, for notes beside a picture
_LOWER = (0.46, 0.38)  # of the room, for the pictures of a chapter that are to be lower


def compose_feature(composer: Composer, block: Feature) -> list[Flow]:
    """From margin to margin, tops level; it is not parted if a page can hold it.

    Its picture may be larger or smaller: of a chapter all are as large as each other, so that its pages are
    full; what made them smaller is taken back on a page with much left, and one that is alone there grows.
    """
    look, grid = composer.look, composer.look.grid
    if composer.stacks:
        return [_stacked(composer, block)]
    whole = look.hang + composer.column
    most = 1 - _words_need(composer, block, whole - _GAP) / (whole - _GAP)
    share = min(block.figure.width * look.width / (whole - _GAP), 1 - _LEAST_WORDS, most)
    with composer.narrow(1 - share):
        above, place, below = _around(composer, block)
    said = stack([*above, *below] or [Flow()])
    with composer.structure.at(place):
        picture = composer.picture(replace(block.figure, width=1.0), composer.room)
    shown, room = replace(picture, before=0.0), whole - _GAP

    def row(share: float) -> Flow:
        cells: Sequence[Flow] = (shown, said)
        shares: Sequence[float] = (share, 1 - share)
        if block.flipped:
            cells, shares = cells[::-1], shares[::-1]
        level = composer.row(cells, shares, _GAP, before=grid, after=grid, whole=composer.room)
        return replace(composer.wide(level), elastic=_MORE * grid)

    few = (each for each in _HIGHEST if picture.height(each * room) >= said.height((1 - each) * room))
    higher = [row(each) for each in (*_HIGHER, *few) if share < each <= most]
    forms = list[Flow]()
    for form in map(row, (share, *(each for each in _LOWER if each < share))):
        forms.append(replace(form, higher=tuple(higher), lowered=len(forms)))
        higher.insert(0, form)
    return [replace(forms[0], lower=tuple(forms[1:]), fellow=True)]


def _words_need(composer: Composer, block: Feature, room: float) -> float:
    """How wide words beside a picture are at least (pt): as the longest that a picture leaves room."""
    text, most = composer.look.text, (1 - _LOWER[-1]) * room - 2 * PAD
    passages = (composer.passage(each.spans, text) for each in every(block.blocks, Paragraph))
    wide = [word.width * text.size for each in passages for word in each.paragraph.words]
    least = max(_LEAST_EMS * text.size, *(each for each in wide if each <= most), 0.0)
    return least + 2 * PAD + TINY if least <= most else _LEAST_WORDS * room


def _stacked(composer: Composer, block: Feature) -> Flow:
    """Its picture below its heading and above its other words, which the end of a page may part from it.

    Notes that would stand last have the room beside it where they are no higher.
    """
    grid = composer.look.grid
    said, notes = _parted(block.blocks)
    above, shown, below = _around(composer, replace(block, blocks=said))
    told = composer.flows(notes) if notes else []
    most = _most_high(composer, [*above, *below])
    with composer.structure.at(shown):
        picture = replace(composer.picture(replace(block.figure, width=1.0), most), before=0.0)
    shape = block.figure.content.width / block.figure.content.height
    room = composer.room
    given: dict[str, Any] = {"before": grid, "after": grid, "whole": room, "free": room * _FREE}

    def formed(high: float) -> Flow:
        lowered = no_higher(picture, high)
        beside = _noted(composer, lowered, high * shape, told)
        words = _led(composer, below if beside else [*below, *told])
        return stack([*above, beside or lowered, *words], **given)

    if told:
        most = min(most, (composer.column * (1 - _NOTED) - _GAP) / shape)
    usual, *lower = (formed(most * less) for less in (1.0, *_LESS))
    return replace(usual, lower=tuple(lower))


def _noted(composer: Composer, picture: Flow, wide: float, told: Sequence[Flow]) -> Flow | None:
    """A picture with notes beside it, of which it is as high at least; None without such notes."""
    room = composer.column - _GAP - wide
    if not told or pile(told, room) > picture.height(wide):
        return None
    said = replace(stack(told), before=0.0)
    return composer.row([picture, said], (wide, room), _GAP, after=composer.half, whole=composer.room)


def _parted(said: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The words of a feature, and the notes that end them."""
    notes = [*takewhile(lambda each: isinstance(each, Paragraph) and each.role == "note", reversed(said))]
    end = len(said) - len(notes)
    return tuple(said[:end]), tuple(said[end:])


def _led(composer: Composer, flows: list[Flow]) -> list[Flow]:
    """None of the last lines stands alone at the head of a page, where they would be of what follows."""
    for end in range(len(flows) - 1, 0, -1):
        if pile(flows[end:], composer.column) > _LAST * composer.look.text.leading:
            return flows
        flows = [*flows[: end - 1], replace(flows[end - 1], keep_with_next=True), *flows[end:]]
    return flows


def _around(composer: Composer, block: Feature) -> tuple[list[Flow], int, list[Flow]]:
    """Its headings, the place where its picture is read, and its other words."""
    heads = [*takewhile(lambda each: isinstance(each, Heading), block.blocks)]
    above = composer.flows(heads) if heads else []
    return above, composer.structure.place(), composer.flows(block.blocks[len(heads) :])


def _most_high(composer: Composer, words: Sequence[Flow]) -> float:
    """How high a picture among its words may be, in pt: with them it fills half a page or, at most, one."""
    room, said = composer.room, 2 * composer.look.grid + pile(words, composer.column)
    half, whole = room / 2 - said, room - said
    if half >= _LOWEST * room:
        return half
    return min(whole, _ALONE * room) if whole >= _LOWEST * room else _ALONE * room
