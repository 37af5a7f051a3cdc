"""The typesetter: words in the styles of a look, and places on its page."""

from __future__ import annotations

from typing import Any

from builder.color import Color, contrast
from builder.content.look import Faces, Look, TypeStyle
from builder.content.pages import Attribute, Owner
from builder.content.story import Align, Span, Spans, Story
from builder.layout.flow.flow import TINY, Flow, stepped
from builder.layout.flow.group import Beside, stack
from builder.layout.flow.margin import Hairline, Wide, wide
from builder.layout.flow.marks import note_id
from builder.layout.flow.passage import Broken, Passage
from builder.layout.flow.structure import Structure
from builder.layout.flow.words import Words, WordSetting
from builder.media import FontChain
from builder.record import replace
from builder.text.fallback import lacking

_TOLD = 1.1  # of contrast, by which a pale panel is told from the paper
_STRUCK = (Attribute("Layout", "TextDecorationType", "LineThrough"),)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LEAST_HANG = 0.12  # of the page's width, of a hanging margin with room for words
PAD = 12.0  # pt inside a panel
GUTTER = 16.0  # pt between the hanging margin and the text
_WHOLE = 0.25  # of a page: what is lower than this is not parted


class Typesetter:
    """Sets the words of one story; what they mean is added to its structure tree."""

    def __init__(self, story: Story) -> None:
        self.story, self.look, self.structure = story, story.look, Structure()
        self._settings: dict[tuple[Broken, Align, bool], WordSetting] = {}
        self.half = story.look.grid / 2  # the step of all heights, in pt
        self.ground = _told(story.look)  # of panels
        self.room = story.look.height - story.look.top - story.look.bottom  # for text on a page, in pt

    @property
    def column(self) -> float:
        """The width of the text, in pt."""
        return self.look.width - self.look.inner - self.look.hang - self.look.outer

    @property
    def stacks(self) -> bool:
        """Whether the hanging margin has room for numbers alone: terms and pictures stand above the text."""
        return self.look.hang < _LEAST_HANG * self.look.width

    @property
    def whole(self) -> float:
        """The height up to which a group stays on one page."""
        return self.room * _WHOLE

    def words(self, spans: Spans, style: TypeStyle, role: str = "P", **given: Any) -> Words:
        """Spans in a style as a new element; settings, white and mark as they are given."""
        return self.set(self.structure.add(role), spans, style, **given)

    def set(
        self,
        owner: Owner,
        spans: Spans,
        style: TypeStyle,
        broken: Broken = "text",
        align: Align = "start",
        **flow: Any,
    ) -> Words:
        """Spans in a style as an owner's that is there already."""
        setting = self._setting(broken, align, style == self.look.note)
        spans = tuple([_mark(span, style) if span.note else span for span in spans])
        owners = tuple([self._owner(owner, span) for span in spans])
        return Words(passage=self.passage(spans, style), setting=setting, owners=owners, **flow)

    def _setting(self, broken: Broken, align: Align, small: bool) -> WordSetting:
        """The one setting of all words that are set so; small ones stand close below what they are of."""
        asked = broken, align, small
        if asked not in self._settings:
            self._settings[asked] = WordSetting(self.look.link, self.half, small, broken, align)
        return self._settings[asked]

    def _owner(self, owner: Owner, span: Span) -> Owner:
        """A link, words of another language, what stands out and what is struck are elements of their own."""
        own = span.link or span.lang or span.struck or span.bold or span.italic
        if not isinstance(owner, int) or not own:
            return owner
        below = self.structure.add("Reference", below=owner) if span.note else owner
        lines = _STRUCK if span.struck else ()
        told = "Strong" if span.bold else "Em" if span.italic else "Span"
        role = "Link" if span.link else told
        return self.structure.add(role, below=below, lang=span.lang, attributes=lines)

    def passage(self, spans: Spans, style: TypeStyle) -> Passage:
        """The passage of spans, shaped when its lines are asked for."""
        return Passage(spans, style, self.story.language, self.story.rtl)

    def hung(self, flow: Flow) -> Beside:
        """A flow in the hanging margin."""
        left = self.column + GUTTER if self.story.rtl else -self.look.hang
        return Beside(flow, left, self.look.hang - GUTTER)

    def level(self, flow: Flow, neighbour: Flow) -> Beside:
        """A flow in the hanging margin, its first line level with that of what it stands beside."""
        return self.hung(self.lowered(flow, self.look.hang - GUTTER, neighbour))

    def lowered(self, flow: Flow, width: float, neighbour: Flow) -> Flow:
        """A flow whose first line is level with that of what it stands beside."""
        drop = neighbour.baseline(self.column) - flow.baseline(width)
        return stack([Flow(after=drop), flow]) if drop > TINY else flow

    def wide(self, flow: Flow) -> Wide:
        """A flow that takes the hanging margin too."""
        return wide(flow, self.look.hang, self.story.rtl)

    def rule(self) -> Flow:
        """A hairline over what follows, from margin to margin."""
        line = Hairline(color=self.look.rule, before=self.half, after=self.half / 2, keep_with_next=True)
        return self.wide(line)


def _told(look: Look) -> Color:
    """The ground of panels: a pale one is as much deeper as it takes to be told from the paper."""
    deeper = (look.panel.mix(look.text.color, step / 50) for step in range(8))
    return next((color for color in deeper if contrast(color, look.paper) >= _TOLD), look.panel)


def resized(style: TypeStyle, by: float, step: float) -> TypeStyle:
    """A style in another size, its lines in whole steps."""
    return replace(style, size=style.size * by, leading=stepped(style.leading * by, step))


def tabular(style: TypeStyle) -> TypeStyle:
    """A style whose figures are all as wide as each other, where its fonts have such."""
    faces = style.faces
    return replace(
        style,
        faces=Faces(*map(_tabular, (faces.regular, faces.bold, faces.italic, faces.bold_italic))),
    )


def _tabular(chain: FontChain) -> FontChain:
    fonts = (
        replace(font, features=tuple({**dict(font.features), "tnum": 1}.items())) for font in chain.fonts
    )
    return FontChain(tuple(fonts), chain.scripts, chain.others)


def _mark(span: Span, style: TypeStyle) -> Span:
    """The number that leads to a note: raised if the font has such digits, else in brackets."""
    raised = span.text.translate(_RAISED)
    chain = style.faces.pick(style.bold or span.bold, span.italic)
    text = f"[{span.text}]" if lacking(raised, chain) else raised
    return replace(span, text=text, link=f"#{note_id(span.note)}")
