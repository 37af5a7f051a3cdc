"""What the items of a frame are to a listener: its headline, headings, paragraphs, pictures."""

from __future__ import annotations

from builder.frame import Frame, Picture, Text
from builder.render.pdf.tags.element import Element


def elements_of(frame: Frame, parent: Element, headline: str = "H1") -> dict[int, Element]:
    """An element below `parent` for each text and each picture with words, by its place in the frame.

    The largest text is the headline; a number before it is its label. Other texts in the
    slot that the headline fills are the headings of its parts.
    """
    texts = [item for item in frame.items if isinstance(item, Text) and item.words.strip()]
    lettered = [text for text in texts if _lettered(text)] or texts
    largest = max(lettered, key=lambda text: text.size, default=None)
    role, head = {True: "H2", False: "P"}, None
    found: dict[int, Element] = {}
    for place, item in enumerate(frame.items):
        if isinstance(item, Picture) and item.alt:
            found[place] = parent.add("Figure", alt=item.alt)
        elif not (isinstance(item, Text) and item in texts and largest):
            continue
        elif head is None and (item is largest or not _lettered(item)):
            head = parent.add(headline, lang=_other(item, frame))
            found[place] = head if item is largest else head.add("Span")
        elif item is largest and head is not None:
            found[place] = head
        else:
            found[place] = parent.add(role[item.role == largest.role], lang=_other(item, frame))
    return found


def _lettered(text: Text) -> bool:
    return any(char.isalpha() for char in text.words)


def _other(text: Text, frame: Frame) -> str:
    return text.lang if text.lang != frame.lang else ""
