"""How large a drawing grows when its clones, clips, masks and patterns are drawn: counted before any is."""

from __future__ import annotations

from collections.abc import Iterator

from builder.brand.svg.faults import Fault, WrongArt
from builder.brand.svg.guard import MOST_ELEMENTS, Node
from builder.brand.svg.reading import Reading

_DEEPEST = 250  # elements and references within one another
_UNLINK = "unlink clones (Inkscape: Edit > Clone > Unlink Clone; Illustrator: Object > Expand)"


def weigh(reading: Reading) -> None:
    """WrongArt if the drawing is too large with all that it refers to, or refers to itself.

    One walk that remembers: a thousand millions of clones take no longer than the file.
    """
    scale = _Scale(reading)
    total = scale.weight(reading.root)
    reading.weights = scale.known
    if total > MOST_ELEMENTS:
        message = f"with its clones it has {total:,} elements; {MOST_ELEMENTS:,} are the most"
        raise WrongArt([Fault(message, _UNLINK)])


class _Scale:
    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.known: dict[Node, int] = {}
        self._open: set[Node] = set()

    def weight(self, node: Node) -> int:
        """How many elements are drawn for one."""
        if node in self.known:
            return self.known[node]
        if node in self._open:
            raise self._reading.stop(node, "it draws itself", _UNLINK)
        if len(self._open) >= _DEEPEST:
            raise self._reading.stop(node, "clones or groups stand too deep in one another", _UNLINK)
        self._open.add(node)
        total = 1 + sum(map(self.weight, (*node.nodes(), *self._references(node))))
        self._open.discard(node)
        self.known[node] = total
        return total

    def _references(self, node: Node) -> Iterator[Node]:
        reading = self._reading
        if not node.is_svg:
            return
        if node.name == "use" and (target := reading.linked(node)) is not None:
            yield target
        own = reading.cascade.own(node)
        for name in ("clip-path", "mask", "fill", "stroke"):
            found = reading.named(own[name]) if name in own else None
            if found and found[0] is not None and found[0].name in ("clipPath", "mask", "pattern"):
                yield found[0]
