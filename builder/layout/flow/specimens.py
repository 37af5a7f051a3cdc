"""Type and colours to look at: words in a style of their own, and pairs of colours in a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from builder.color import Color
from builder.content.frame import Fill, Path
from builder.content.pages import LAYOUT, Attribute, Bookmark, Owned, PageItem, Stroke
from builder.content.story import Pair, Pairs, Specimen, words
from builder.content.walk import PAIRED, in_words
from builder.geometry.box import Box
from builder.geometry.curves import rounded
from builder.layout.flow.flow import Flow, Spot, placed
from builder.layout.flow.group import stack
from builder.layout.flow.passage import Passage
from builder.layout.flow.words import Words, WordSetting
from builder.record import replace

if TYPE_CHECKING:
    from builder.layout.flow.compose import Composer

_LABEL = 0.17  # of its room, beside what it names
_CHIP = 21.0  # pt: the height of a pair
_LARGE, _SMALL = 16.0, 10.5  # pt of the words on it
_DISC = 5.0  # pt: the radius of a colour in which no words can be set
_GAP = 4.0  # pt between two pairs
_NAME = 0.15  # of the table's width, for the names of its grounds
_MOST = 10  # pairs side by side
_SAMPLE = "Aa"
_BY_COLUMN, _BY_ROW = Attribute("Table", "Scope", "Column"), Attribute("Table", "Scope", "Row")


def compose_specimen(composer: Composer, block: Specimen) -> list[Flow]:
    """The words in their own style, beside their label."""
    look, language = composer.look, block.language or composer.story.language
    lang = language if language != composer.story.language else ""
    label = composer.words(words(block.label), look.note) if block.label else None
    owner = composer.structure.add("P", lang=lang)
    setting = WordSetting(look.link, composer.half)
    passage = Passage(words(block.text), block.style, language, block.rtl)
    text = Words(passage=passage, setting=setting, owners=(owner,), after=composer.half)
    if label is None:
        return [text]
    level = max(text.baseline(1e6) - label.baseline(1e6), 0.0)
    beside = stack([label], pad=(0.0, level))
    return [composer.row([beside, text], (_LABEL, 1 - _LABEL), after=composer.half)]


class Chip(Flow, kw_only=True):
    """A ground with two letters on it, or a disc of the colour in which none can be read there."""

    ground: Color
    ink: Color
    sample: Words | None
    edge: Color

    def height(self, width: float) -> float:  # noqa: ARG002
        """That of every chip."""
        return _CHIP

    def placed(self, spot: Spot) -> Iterator[PageItem | Bookmark]:
        """The ground and what stands in the middle of it: nothing of it is heard."""
        box = Box(spot.x, spot.y, spot.width, _CHIP)
        yield Owned(Fill(box, self.ground), LAYOUT)
        corners = (box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)
        yield Owned(Stroke(corners, self.edge, 0.5, closed=True), LAYOUT)
        if self.sample is None:
            middle = Box(box.x + box.w / 2 - _DISC, box.y + box.h / 2 - _DISC, 2 * _DISC, 2 * _DISC)
            yield Owned(Path(rounded(middle, _DISC), self.ink), LAYOUT)
            return
        passage = self.sample.passage
        (line,) = passage.lines(box.w)
        down = (box.h - self.sample.height(box.w)) / 2
        inner = spot.at(box.x + (box.w - passage.extent(line)) / 2, box.y + down, box.w)
        yield from placed([self.sample], inner)


def compose_pairs(composer: Composer, block: Pairs) -> list[Flow]:
    """A table of grounds and the colours of words on them, in parts that are not too wide."""
    parts = [slice(start, start + _MOST) for start in range(0, len(block.inks), _MOST)]
    return [flow for part in parts for flow in _table(composer, block, part)]


def _table(composer: Composer, block: Pairs, part: slice) -> list[Flow]:
    structure, white = composer.structure, {"before": composer.half, "after": composer.look.grid}
    with structure.inside("Table"):
        head = _head(composer, block.inks[part])
        rows = [_row(composer, name, pairs[part]) for name, pairs in block.rows]
    return [stack(rows, head=head, **white)]


def _shares(count: int) -> tuple[float, ...]:
    """The widths of a row: the name of its ground, then as many pairs as a full row has."""
    return (_NAME, *((1 - _NAME) / _MOST for _ in range(max(count, _MOST))))


def _head(composer: Composer, inks: Sequence[str]) -> Flow:
    note = composer.look.note
    with composer.structure.inside("TR"):
        owner = composer.structure.add("TH", attributes=(_BY_COLUMN,))
        corner = composer.set(owner, words(PAIRED), note)
        cells = [_labelled(composer, ink) for ink in inks]
    return composer.row([corner, *cells], _shares(len(inks)), _GAP, after=composer.half / 2)


def _labelled(composer: Composer, ink: str) -> Flow:
    owner = composer.structure.add("TH", attributes=(_BY_COLUMN,))
    return composer.set(owner, words(ink), composer.look.note)


def _row(composer: Composer, name: str, pairs: Sequence[Pair]) -> Flow:
    with composer.structure.inside("TR"):
        owner = composer.structure.add("TH", attributes=(_BY_ROW,))
        label = composer.set(owner, words(name), composer.look.label)
        cells = [_cell(composer, pair) for pair in pairs]
    return composer.row([label, *cells], _shares(len(cells)), _GAP, after=composer.half / 2)


def _cell(composer: Composer, pair: Pair) -> Flow:
    look, told = composer.look, composer.structure.add("TD")
    size = _LARGE if pair.use == "large" else _SMALL
    faces = look.headings[0].faces if pair.use == "large" else look.label.faces
    style = replace(look.label, faces=faces, size=size, leading=size * 1.2, color=pair.ink)
    setting = WordSetting(look.link)
    sample = Words(passage=composer.passage(words(_SAMPLE), style), setting=setting, owners=(LAYOUT,))
    chip = Chip(
        ground=pair.ground,
        ink=pair.ink,
        sample=sample if pair.use != "none" else None,
        edge=look.rule,
    )
    return stack([chip, composer.set(told, words(in_words(pair)), look.note)], whole=composer.room)
