"""A design, a card's words and a canvas, solved to a frame."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from math import inf, log

from builder.brand.design import Area, Blend, Design
from builder.brand.identity import Brand
from builder.color import READABLE, Color
from builder.content.frame import Fill, Frame, Gradient, Item, Path, Picture, Text
from builder.emphasis import Emphatic
from builder.geometry.box import Box, Command
from builder.kept import Kept, kept, weight_of
from builder.layout.art import placed_art
from builder.layout.canvas import Canvas, part_of
from builder.layout.cards.boxes import Boxed
from builder.layout.cards.setting import Setting, SlotWords, TextTrouble, Trial
from builder.layout.cards.textbox import TextBox
from builder.layout.cards.tree import grown, optional_slots, shown
from builder.layout.photo import Photograph, Pictured, beside_photo, pictured
from builder.record import Record, replace
from builder.tagged import in_language_of, language_of

_REACHES = Kept(2 << 20)
_PRECISION = 9  # halvings in the search for the largest size: 1 part in 500
_SENSE = 0.45  # how much of a headline's size, in logarithms, a cost of 1 to its sense is worth
_BEARABLE = (1.0, inf)  # what the breaks of a headline may cost, better where any area or size allows it
_LEADS = 1.6  # times the size of what supports it, from which a headline leads
_TINIEST = 1e-9
_EASES = 10  # sizes of the supporting words that are tried between too small and full

Steps = tuple[str | int, ...]
_Found = tuple[Steps, str]


class SlotRemark(Record):
    """Something a lead should see about a slot's words on one canvas, and may accept."""

    slot: str
    words: str
    message: str
    hint: str = ""


class Solved(Record):
    """A frame and what is to be said about it."""

    frame: Frame
    notes: tuple[SlotRemark, ...] = ()


def solve(
    design: Design,
    words: SlotWords,
    canvas: Canvas,
    brand: Brand,
    language: str,
    rtl: bool = False,
    photo: Photograph | None = None,
) -> Solved:
    """The finished layout; TextTrouble names the slot whose words do not fit or have no font."""
    design = design.on(canvas.shape, canvas.names)
    background = _paint(design.background.fill, brand)
    grounds = tuple(map(brand.color, design.background.grounds))
    text_color = brand.words(design.text_color, READABLE, *grounds) or brand.on(*design.background.grounds)
    setting = Setting(brand, canvas, words, language, rtl, text_color, grounds)
    margin = brand.margin if design.margin is None else design.margin
    (items, tree, trial), shown = _pictured(design, setting, canvas.room(margin), photo)
    edge = canvas.bleed
    fill = Fill(Box(-edge, -edge, canvas.width + 2 * edge, canvas.height + 2 * edge), background)
    behind: list[Item] = [fill, *shown.items]
    extents = [b for item in items if (b := _extent(item)) is not None]
    for art in design.background.pieces:
        behind += placed_art(art, brand, canvas, rtl, extents, setting.grounds)
    frame = Frame(
        canvas.width, canvas.height, canvas.unit, (*behind, *items), language, rtl, canvas.safe, canvas.bleed
    )
    notes = (*_notes(items, canvas, trial), *_small(tree, trial), *_unseen(tree), *_hiding(shown))
    return Solved(frame, notes)


_Placed = tuple[list[Item], Boxed, Trial]  # the words in their places, their boxes, and the sizes


def _pictured(
    design: Design, setting: Setting, room: Box, photo: Photograph | None
) -> tuple[_Placed, Pictured]:
    """The words, and the photograph in the first way on which they are read and hide nothing that matters."""
    if photo is None or not design.background.photos:
        return _placed(design, setting, room), Pictured()
    canvas, brand, rtl, tried = setting.canvas, setting.brand, setting.rtl, list[tuple[_Placed, Pictured]]()
    for use in design.background.photos:
        try:
            placed = _placed(design, setting, beside_photo(room, use, canvas, rtl))
        except TextTrouble as trouble:  # there may be more room in another way
            crowded = trouble
            continue
        shown = pictured(use, photo, placed[0], canvas, brand, setting.ground, rtl)
        tried.append((placed, shown))
        if shown.is_good:
            return tried[-1]
    if not tried:
        raise crowded
    return next((each for each in tried if each[1].is_legible), tried[-1])


def _placed(design: Design, setting: Setting, room: Box) -> _Placed:
    box, tree, trial = _fitted(design, setting, room)
    return tree.place(box, trial), tree, trial


class _Attempt(Record):
    """How far the words grow over the area that the design prefers (0 to 1), what is left out, the
    supporting text's size (0 to 1), the least that the headline should get of its own, and the most
    that its breaks may cost the sense."""

    grow: float
    support: float = 1.0
    least: float = 0.0
    without: frozenset[str] = frozenset()
    cost: float = inf
    forced: bool = False

    def trial(self, hero: float, cost: float) -> Trial:
        """The sizes of this attempt with a headline of this size and breaks no worse than this."""
        return Trial(hero, self.support, self.without, cost, self.forced)


def _attempts(design: Design) -> Iterator[_Attempt]:
    """From the designer's wish to what the words force."""
    wishes = (
        (0.0, 1.0, 0.25),
        (0.25, 1.0, 0.22),
        (0.5, 1.0, 0.2),
        (0.75, 1.0, 0.16),
        (1.0, 1.0, 0.12),
        (1.0, 0.5, 0.08),
        (1.0, 0.0, 0.0),
    )
    for some in (wishes[:-2], wishes[-2:]):  # supporting words shrink last
        for cost in _BEARABLE:
            for grow, support, least in some:
                yield _Attempt(grow, support, least, cost=cost)
    optional = optional_slots(design.body)
    for count in range(1, len(optional) + 1):
        yield _Attempt(1.0, 1.0, 0.12, frozenset(optional[:count]))
    for count in range(1, len(optional) + 1):
        for support in (0.5, 0.0):
            yield _Attempt(1.0, support, 0.0, frozenset(optional[:count]))
    for count in range(len(optional) + 1):
        yield _Attempt(1.0, 0.0, 0.0, frozenset(optional[:count]), forced=True)


def _fitted(design: Design, setting: Setting, room: Box) -> tuple[Box, Boxed, Trial]:
    """The room, the boxes and the sizes: the first attempt that fits."""
    trees = dict[frozenset[str], Boxed | None]()
    for attempt in _attempts(design):
        if attempt.without not in trees:
            trees[attempt.without] = grown(design.body, setting, attempt.without)
        tree = trees[attempt.without]
        if tree is None:
            raise TextTrouble("", "the design has nothing to show: all its slots are empty")
        box = part_of(room, *_area(design.area, attempt.grow), design.area.at, setting.rtl)
        trial = _best(tree, box, attempt)
        if trial is not None and (attempt.forced or not _overtaken(tree, trial)):
            return box, tree, _eased(tree, box, trial, setting.canvas)
    raise _too_long(design, setting, room)


def _area(area: Area, grow: float) -> tuple[float, float]:
    return area.width + (1 - area.width) * grow, area.height + (1 - area.height) * grow


def _best(tree: Boxed, box: Box, attempt: _Attempt) -> Trial | None:
    """The headline whose size is worth its breaks; None if the least does not fit the box."""
    texts = [text for text in shown(tree) if text.is_display and len(text.ways) > 1]
    if not texts or attempt.forced:
        hero = _largest(tree, box, attempt, inf)
        return None if hero is None else attempt.trial(hero, inf)
    costs = sorted({cost for text in texts for cost in text.costs if cost <= attempt.cost})
    worst = inf if attempt.cost == inf else max(costs, default=0.0)
    hero = _largest(tree, box, attempt, worst)
    if hero is None:
        return None
    headline = _headline(tree)
    assert headline is not None

    def worth(trial: Trial) -> float:
        # The worst of many texts is one of them.
        return log(headline.size(trial)) - _SENSE * trial.cost / len(texts)

    best = attempt.trial(hero, worst)
    for cost in costs:
        if worth(attempt.trial(hero, cost)) <= worth(best):
            break  # at the largest size of all
        if (size := _largest(tree, box, attempt, cost)) is not None:
            best = max(best, attempt.trial(size, cost), key=worth)
    return best


def _headline(tree: Boxed) -> TextBox | None:
    """The text of display type that the design sets largest."""
    texts = (text for text in shown(tree) if text.is_display)
    return max(texts, key=lambda text: text.size(Trial()), default=None)


def _overtaken(tree: Boxed, trial: Trial) -> bool:
    """Whether words that support the headline are larger on trial, though the design has them smaller."""
    headline = _headline(tree)
    return headline is not None and _lead(tree, headline, trial) < 1.0


def _lead(tree: Boxed, headline: TextBox, trial: Trial) -> float:
    """How many times as large as the words that support it a headline is on trial."""
    under = [text for text in shown(tree) if text.size(Trial()) < headline.size(Trial())]
    return headline.size(trial) / max((text.size(trial) for text in under), default=_TINIEST)


def _largest(tree: Boxed, box: Box, attempt: _Attempt, cost: float) -> float | None:
    """The largest headline that fits the box with breaks that cost no more; None if the least does not."""

    def fits(hero: float) -> bool:
        return tree.height(box.w, attempt.trial(hero, cost)) <= box.h + 0.01

    if fits(1.0):
        return _halved(fits, 1.0, 2.0)
    return _halved(fits, attempt.least, 1.0) if fits(attempt.least) else None


def _halved(fits: Callable[[float], bool], low: float, high: float) -> float:
    """The largest size that fits between one that does and one that need not."""
    if fits(high):
        return high
    for _ in range(_PRECISION):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _eased(tree: Boxed, box: Box, trial: Trial, canvas: Canvas) -> Trial:
    """The supporting words as near to comfort as the headline leaves them room for, at its size."""
    best = trial
    for step in range(1, _EASES + 1 if trial.support < 1 else 1):
        if not any(_notes(tree.place(box, best), canvas, best)):
            break
        tried = replace(trial, support=trial.support + (1.0 - trial.support) * step / _EASES)
        if tree.height(box.w, tried) > box.h + 0.01:
            break
        best = tried
    return best


def _too_long(design: Design, setting: Setting, room: Box) -> TextTrouble:
    """The fault that names the words that are in the way, and how many characters of them would fit."""
    texts = sorted(_texts(setting.words, _slots(design)), key=lambda found: -len(found[1]))
    fitting = (found for found in texts if _fits_cut(design, setting, room, found, 1))
    found = next(fitting, texts[0] if texts else ((), ""))
    path, words = found
    low, high = 0, len(words)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _fits_cut(design, setting, room, found, middle) else (low, middle)
    hint = f"about {low} characters would fit; it has {len(words)}" if low > 1 else "no room is left for it"
    slot = str(path[0]) if len(path) == 1 else ""
    return TextTrouble(slot, f"{_short(words)} is too long to be set", hint, words)


def _texts(words: SlotWords, slots: Collection[str]) -> Iterator[_Found]:
    """The texts that the design shows, those of repeated items too, and where among the words they are."""
    for slot, value in words.items():
        if isinstance(value, tuple):
            for number, item in enumerate(value):
                yield from (((slot, number, *path), text) for path, text in _texts(item, slots))
        elif slot in slots and value:
            yield (slot,), value


def _fits_cut(design: Design, setting: Setting, room: Box, found: _Found, length: int) -> bool:
    path, text = found
    cut = _changed(setting.words, path, in_language_of(text[:length].strip() or "x", text))
    tried = Setting(
        setting.brand, setting.canvas, cut, setting.language, setting.rtl, setting.text_color, setting.grounds
    )
    tree = grown(design.body, tried, frozenset(optional_slots(design.body)) - {str(path[0])})
    return tree is not None and _largest(tree, room, _Attempt(1.0, 0.0, forced=True), inf) is not None


def _changed(words: SlotWords, path: Steps, text: str) -> SlotWords:
    """The words with another text at one place."""
    slot, value = str(path[0]), words[str(path[0])]
    if isinstance(value, str):
        return {**words, slot: text}
    number = int(path[1])
    item = _changed(value[number], path[2:], text)
    return {**words, slot: (*value[:number], item, *value[number + 1 :])}


def _slots(design: Design) -> list[str]:
    slots, nodes = [], [design.body]
    while nodes:
        node = nodes.pop()
        nodes += node.children
        if node.text is not None:
            slots.append(node.text.from_)
    return slots


def _notes(items: Sequence[Item], canvas: Canvas, trial: Trial) -> Iterator[SlotRemark]:
    """A note if the supporting words had to shrink below what reads in comfort: on the longest of them."""
    texts = [item for item in items if isinstance(item, Text)]
    shrunk = [text for text in texts if text.size < canvas.comfortable - 0.01]
    if shrunk and trial.support < 1:
        longest = max(shrunk, key=lambda text: len(text.words))
        message = f"{_short(longest.words)} had to shrink below the comfortable size"
        yield SlotRemark(longest.role, longest.words, message, "fewer words would be larger")


def _unseen(tree: Boxed) -> Iterator[SlotRemark]:
    """A note on each text whose emphasis its family cannot show."""
    for text in shown(tree):
        language = language_of(text.text, text.setting.language)
        if (
            text.is_display
            and isinstance(text.text, Emphatic)
            and text.setting.weighty(text.use, language) is None
        ):
            message = f"the emphasis in {_short(text.text)} is not seen: its font has no italics or bold"
            yield SlotRemark(text.slot, str(text.text), message, "add such a font, or leave out the stars")


def _hiding(shown: Pictured) -> Iterator[SlotRemark]:
    """A note if words stand on what the photograph is looked at for."""
    if not shown.is_clear:
        message = "words stand on the part of the photograph that `focus` says matters"
        yield SlotRemark("photo", "", message, "fewer words would leave it clear; or take another photograph")


def _small(tree: Boxed, trial: Trial) -> Iterator[SlotRemark]:
    """A note if the headline had to be smaller than words that support it, or hardly larger."""
    headline = _headline(tree)
    if headline is None or not any(map(str.isalpha, headline.text)):  # the number of a step is none
        return
    lead = _lead(tree, headline, trial)
    if lead < 1.0 or lead < _LEADS <= _lead(tree, headline, Trial()):
        than = "smaller than" if lead < 1.0 else "hardly larger than"
        message = f"{_short(headline.text)} is a headline, and {than} the words that support it"
        yield SlotRemark(headline.slot, headline.text, message, "fewer or shorter words would be larger")


def _short(words: str) -> str:
    return f"`{words[:40]}{'…' if len(words) > 40 else ''}`"


def _paint(fill: str | Blend, brand: Brand) -> Color | Gradient:
    if isinstance(fill, str):
        return brand.color(fill)
    last = len(fill.colors) - 1
    stops = tuple((number / last, brand.color(name)) for number, name in enumerate(fill.colors))
    return Gradient(stops, fill.angle)


def _extent(item: Item) -> Box | None:
    """The room of what must stay clear of art."""
    if isinstance(item, Text):
        return item.box
    if isinstance(item, Path):
        return _reach(item.commands)
    return item.box if isinstance(item, (Fill, Picture)) else None


@kept(_REACHES, lambda asked, _: weight_of(*asked))
def _reach(commands: tuple[Command, ...]) -> Box:
    """The box of a curve's points, the steering ones too: the curve lies within it."""
    xs = [x for command in commands for x in command[1::2]]
    ys = [y for command in commands for y in command[2::2]]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
