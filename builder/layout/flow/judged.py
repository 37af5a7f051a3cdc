"""An audit of finished pages: which of them a reader would take for an accident.

It looks at what stands on the pages and knows nothing of how they were planned, so that it judges the plan.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from builder.content.frame import Picture, Text
from builder.content.look import Look
from builder.content.pages import Element, Owned, Page, PlacedFrame, Thumbnail
from builder.geometry.box import Box
from builder.record import replace

LEAST_FULL = 0.25  # of the room of a page
_FEW = 3  # lines of one chapter, under which they are orphans above the head of the next
_HOLLOW = 0.4  # of the room of a page: white within it
_WHITE, _WHITE_LARGE = 0.36, 0.5  # of it: white below what goes on over the page; in large print
_LARGE = 0.12  # of the page's width: a hanging margin narrower than this is one of large print
_WITHIN = frozenset({"Span", "Link", "Reference", "Strong", "Em"})  # roles of parts of a paragraph
_ALONE = 1  # lines of a paragraph that should not be parted from the others


@dataclass(slots=True)
class _Seen:
    """What is heard of a page: how far down it reaches, and the lines of each paragraph in their order."""

    bottom: float = 0.0
    lowest: float = 0.0  # of all words, those of the running foot too
    owners: set[int] = field(default_factory=set)
    lines: dict[int, set[float]] = field(default_factory=lambda: defaultdict(set))
    pictures: list[float] = field(default_factory=list)  # their tops
    reach: float = 0.0  # how far down they do
    opened: bool = False  # whether a chapter's layout stands at its head
    whole: bool = False  # whether one fills it
    spans: list[tuple[float, float]] = field(default_factory=list)  # from where to where each thing reaches


def judged(pages: Sequence[Page], structure: Element, look: Look) -> tuple[str, ...]:
    """What is wrong with which page, in words, page by page; none if a studio could send them."""
    roles = _paragraphs(structure)
    role = dict(roles.values())
    seen = [_seen(page, roles, look) for page in pages]
    found = {number: list(_of_page(each, role, look)) for number, each in enumerate(seen, 1)}
    for term, said in _entries(structure):
        for number, each in enumerate(seen, 1):
            if term & each.owners and not said & each.owners:
                found[number].append("ends with a term whose text is on the next page")
    for number, (one, two) in enumerate(pairwise(seen), 1):
        if _goes_on(two, roles, look) and not one.whole and _below(one, look) > _most_white(look):
            found[number].append("is white for more than a third, though its chapter goes on")
        for paragraph in one.lines.keys() & two.lines.keys():
            if len(one.lines[paragraph]) == _ALONE:
                found[number].append("ends with the first line of a paragraph alone")
            if len(two.lines[paragraph]) == _ALONE:
                found[number + 1].append("starts with the last line of a paragraph alone")
    return tuple(f"page {number} {fault}" for number in found for fault in dict.fromkeys(found[number]))


def _of_page(seen: _Seen, role: dict[int, str], look: Look) -> Iterator[str]:
    """`role` is that of each paragraph and heading."""
    if seen.whole:
        return
    if seen.lowest > look.height:
        yield "has words beyond its edge"
    if seen.opened and not seen.lines and not seen.pictures:
        yield "has the head of a chapter and nothing below it"
    room = look.height - look.top - look.bottom
    if seen.bottom - look.top < LEAST_FULL * room:
        yield "is under a quarter full"
    if _widest(seen, look) > _HOLLOW * room:
        yield "has a hole in its middle"
    heads = {paragraph: min(lines) for paragraph, lines in seen.lines.items() if _heads(role[paragraph])}
    last = max(seen.lines, key=lambda paragraph: max(seen.lines[paragraph]), default=None)
    if last in heads and seen.reach < heads[last]:
        yield "ends with a heading that nothing follows"
    for paragraph, top in heads.items():
        if role[paragraph] != "H1":
            continue
        above = {line for lines in seen.lines.values() for line in lines if line < top}
        begun = seen.opened or any(other < top for other in (*heads.values(), *seen.pictures))
        if 0 < len(above) < _FEW and not begun:
            yield "has a line or two of one chapter above the head of the next"


def _below(seen: _Seen, look: Look) -> float:
    """The share of a page's room that is white below all that stands on it."""
    return (look.height - look.bottom - seen.bottom) / (look.height - look.top - look.bottom)


def _most_white(look: Look) -> float:
    return _WHITE_LARGE if look.hang < _LARGE * look.width else _WHITE


def _widest(seen: _Seen, look: Look) -> float:
    """The widest white between two things of a page, or above them."""
    end, widest = look.top, 0.0
    for top, bottom in sorted(seen.spans):
        widest, end = max(widest, top - end), max(end, bottom)
    return widest


def _goes_on(seen: _Seen, roles: dict[int, tuple[int, str]], look: Look) -> bool:
    """Whether a page goes on with the chapter of the one before it: nothing starts at its head."""
    if seen.opened or not seen.owners:
        return False
    role = dict(roles.values())
    first = min((paragraph for paragraph in seen.lines), key=lambda one: min(seen.lines[one]), default=None)
    return first is None or role[first] != "H1" or min(seen.lines[first]) > look.top + _FEW * look.grid


def _heads(role: str) -> bool:
    return role[:1] == "H" and role[1:].isdigit()


def _paragraphs(root: Element) -> dict[int, tuple[int, str]]:
    """Of each element, the paragraph or heading that it is a part of, and the role of that."""
    found, open_ = dict[int, tuple[int, str]](), [(root, (0, ""))]
    while open_:
        element, above = open_.pop()
        titled = element.role == "DD" and len(element.children) == 1 and _heads(element.children[0].role)
        children: Sequence[Element] = element.children
        if titled:  # an entry that is a title alone: nothing is to follow it
            children = (replace(element.children[0], role="P"),)
        own = above if element.role in _WITHIN else (element.number, element.role)
        found[element.number] = own
        open_ += [(child, own) for child in children[::-1]]
    return found


def _entries(element: Element) -> Iterator[tuple[set[int], set[int]]]:
    """Of each entry of a list, the elements of its term and those of what belongs to it."""
    if element.role == "DI":
        term, said = (
            {number for part in element.children if part.role == role for number in _numbers(part)}
            for role in ("DT", "DD")
        )
        yield term, said
    for child in element.children:
        yield from _entries(child)


def _numbers(element: Element) -> Iterator[int]:
    yield element.number
    for child in element.children:
        yield from _numbers(child)


def _seen(page: Page, roles: dict[int, tuple[int, str]], look: Look) -> _Seen:
    seen = _Seen()
    for item in page.items:
        if isinstance(item, Owned):
            paragraph = None
            if isinstance(item.owner, int):
                seen.owners.add(item.owner)
                paragraph = roles[item.owner][0]
            if isinstance(item.item, Text):
                _read(seen, item.item, paragraph)
            elif paragraph is not None and isinstance(item.item, Picture | Thumbnail):
                _look_at(seen, item.item.box)
        elif isinstance(item, PlacedFrame) and item.y > 0:  # the head of a part
            for each, owner in zip(item.frame.items, item.owners, strict=True):
                if isinstance(owner, int) and isinstance(each, Text):
                    seen.owners.add(owner)
                    _read(seen, _moved(each, item), roles[owner][0])
        elif isinstance(item, PlacedFrame):
            low = item.y + item.frame.height * item.scale
            seen.opened = True
            seen.whole |= low >= look.height - look.bottom
            seen.bottom = max(seen.bottom, low)
            seen.spans.append((item.y, low))
    return seen


def _read(seen: _Seen, text: Text, paragraph: int | None) -> None:
    """A text of a paragraph, or one that is not heard."""
    baselines = [line.baseline for line in text.lines]
    seen.lowest = max(seen.lowest, *baselines)
    if paragraph is not None:
        seen.lines[paragraph].update([round(baseline, 1) for baseline in baselines])
        seen.spans += [(baseline - text.size, baseline) for baseline in baselines]
        seen.bottom = max(seen.bottom, *baselines)


def _look_at(seen: _Seen, box: Box) -> None:
    """A picture that is heard."""
    seen.pictures.append(box.y)
    seen.reach = max(seen.reach, box.bottom)
    seen.bottom = max(seen.bottom, box.bottom)
    seen.spans.append((box.y, box.bottom))


def _moved(text: Text, placed: PlacedFrame) -> Text:
    """A text of a frame where it stands on the page."""
    lines = tuple(replace(line, baseline=placed.y + line.baseline * placed.scale) for line in text.lines)
    return replace(text, lines=lines, size=text.size * placed.scale)
