"""What cannot be turned, or run on to the edge: it would change nothing, or cover neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # which asks it
    from builder.brand.boxes import Node
    from builder.brand.textuse import TextUse

_Fault = tuple[str, str]  # the message and the hint
_BEFORE = {"column": "top", "row": "start", "grid": ""}
_AFTER = {"column": "bottom", "row": "end", "grid": ""}


def turn_fault(node: Node) -> _Fault | None:
    """Why a box cannot be turned; None if it can."""
    if node.rule is not None:
        return "has `turn`, and is a rule", "write `upright: yes` in its group"
    if node.spacer is not None or node.slot is not None:
        return "has `turn`, and holds nothing that is turned", "leave it out"
    within = list(_inside(node))
    if any(each.turn for each in within[1:]):
        return "has `turn`, and so has a box inside", "leave out one of them"
    if any(each.cut or (each.text and each.text.vertical) for each in within):
        what = "paper cut by hand" if any(each.cut for each in within) else "words that are set downwards"
        return f"has `turn`, and {what}", "delete one of them"
    if node.width is None and any(each.text and each.text.fit for each in within):
        return "has `turn`, but no `width`", "say how wide it is, as a share of its row: `width: 0.3`"
    return None


def vertical_fault(use: TextUse) -> _Fault | None:
    """What words that are set downwards cannot have; None if they have nothing of it."""
    other = "fit" if use.fit else "blocks" if use.blocks else "short" if use.short is not None else ""
    if other:
        return f"cannot have `vertical` and `{other}` at once", f"leave out `{other}`, or `vertical`"
    if use.emphasis and (use.emphasis.marker or use.emphasis.underline):
        hint = "give the emphasis a `color`"
        return "has a marker or a line, which words that are set downwards have not", hint
    return None


def bleed_fault(node: Node) -> _Fault | None:
    """Which box inside runs on over its neighbour, or cannot run on; None if none does."""
    if node.bleed and not (node.text or node.rule or node.number or node.children):
        hint = "put it into a `column` that has it"
        return "has `bleed`, which is for words, rules, numbers and groups", hint
    if node.bleed and node.cut:
        return "cannot have `cut` and `bleed` at once", "delete one of them"
    kind = "column" if node.column else "row" if node.row else "grid"
    last = len(node.children) - 1
    for number, child in enumerate(node.children):
        if number > 0 and _BEFORE[kind] in child.bleed:
            return _over(kind, _BEFORE[kind], "first")
        if number < last and _AFTER[kind] in child.bleed:
            return _over(kind, _AFTER[kind], "last")
    return None


def upright_fault(node: Node) -> _Fault | None:
    """Why a rule inside cannot stand upright; None if all can that should."""
    if not node.row and any(child.rule and child.rule.upright for child in node.children):
        hint = "put what it parts into a `row`, and the rule between"
        return "has a rule with `upright`, and is no row", hint
    return None


def _over(kind: str, side: str, place: str) -> _Fault:
    message = f"has a box with `bleed: {side}` that would run on over its neighbour"
    return message, f"only the {place} box of a {kind} can have it"


def _inside(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _inside(child)
