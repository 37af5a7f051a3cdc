"""The typesetter: words in the styles of a look, and places on its page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from builder.content.story import Spans, Story, TypeStyle
from builder.render.pdf.flow import Flow
from builder.render.pdf.group import Stack
from builder.render.pdf.margin import Rule, Wide
from builder.render.pdf.passage import Passage
from builder.render.pdf.tags.element import Attributes, Element
from builder.render.pdf.words import Setting, Words

FlowType = TypeVar("FlowType", bound=Flow)

GUTTER = 16.0  # pt between the hanging margin and the text
_WHOLE = 0.25  # of a page: what is lower than this is not parted


class Typesetter:
    """Sets the words of one story, and grows its structure tree: what is set next is added to `here`."""

    def __init__(self, story: Story) -> None:
        self.story, self.look = story, story.look
        self.half = story.look.grid / 2  # the step of all heights, in pt
        self.room = story.look.height - story.look.top - story.look.bottom  # for text on a page, in pt
        self.here = Element("Document")
        self._headings: list[int] = []  # the levels that are open
        self._passages: dict[tuple[Spans, TypeStyle], Passage] = {}

    @property
    def column(self) -> float:
        """The width of the text, in pt."""
        return self.look.width - self.look.inner - self.look.hang - self.look.outer

    @contextmanager
    def inside(self, role: str, id: str = "", attributes: Attributes | None = None) -> Iterator[Element]:  # noqa: A002
        """What is set within belongs to a new element of this role."""
        outer, self.here = self.here, self.here.add(role, id=id, attributes=attributes)
        yield self.here
        self.here = outer

    def rank(self, level: int) -> str:
        """The role of a heading of a level: no rank below H1 is left out, whatever levels a story uses."""
        while self._headings and self._headings[-1] >= level:
            self._headings.pop()
        self._headings.append(level)
        return f"H{min(len(self._headings), 6)}"

    def words(self, spans: Spans, style: TypeStyle, role: str = "P", **settings: Any) -> Words:
        """Spans in a style as a new element; `before`, `after` and `mark` are those of the flow."""
        return self.set(self.here.add(role), spans, style, **settings)

    def set(self, element: Element | None, spans: Spans, style: TypeStyle, **settings: Any) -> Words:
        """Spans in a style as an element that is there already; with None they are furniture of the page."""
        flow = {key: settings.pop(key) for key in ("before", "after", "mark") if key in settings}
        passage = self.passage(spans, style)
        return Words(passage, Setting(link=self.look.link, grid=self.half, **settings), element, **flow)

    def passage(self, spans: Spans, style: TypeStyle) -> Passage:
        """The passage of spans, shaped once however often it is composed."""
        key = (spans, style)
        if key not in self._passages:
            self._passages[key] = Passage(spans, style, self.story.language, self.story.rtl)
        return self._passages[key]

    def hung(self, flow: FlowType) -> tuple[FlowType, float, float]:
        """A flow in the hanging margin: itself, where it starts, how wide it may be."""
        wide = self.look.hang - GUTTER
        return flow, (self.column + GUTTER if self.story.rtl else -self.look.hang), wide

    def level(self, flow: Flow, neighbour: Flow) -> tuple[Flow, float, float]:
        """A flow in the hanging margin, its first line level with that of what it stands beside."""
        drop = neighbour.baseline(self.column) - flow.baseline(self.look.hang - GUTTER)
        return self.hung(Stack([flow], pad=(0, max(drop, 0.0))))

    def wide(self, flow: Flow) -> Wide:
        """A flow that takes the hanging margin too."""
        return Wide(flow, self.look.hang, self.story.rtl)

    def rule(self) -> Flow:
        """A hairline over what follows, from margin to margin."""
        return self.wide(Rule(self.look.rule, self.half, self.half / 2))

    @property
    def whole(self) -> float:
        """The height up to which a group stays on one page."""
        return self.room * _WHOLE
