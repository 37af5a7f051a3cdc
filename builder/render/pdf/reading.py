"""What the items of a frame are to a listener: its headline, headings, paragraphs, pictures."""

from __future__ import annotations

from builder.content.frame import Frame, Picture, Text
from builder.render.pdf.tags.element import Element


def elements_of(frame: Frame, parent: Element, headline: str = "H1") -> dict[int, Element]:
    """An element below `parent` for each text and each picture with words, by its place in the frame.

    The largest text that is no number is the headline; others in the slot that it fills
    head the parts. A number before one of these is part of it.
    """
    roles = _roles(frame, headline)
    found: dict[int, Element] = {}
    numbered: Element | None = None
    following = dict(zip(roles, [*list(roles)[1:], -1], strict=True))
    for place, item in enumerate(frame.items):
        if isinstance(item, Picture) and item.alt:
            found[place] = parent.add("Figure", alt=item.alt)
        elif isinstance(item, Text) and place in roles:
            lang = item.lang if item.lang != frame.lang else ""
            next_role = roles.get(following[place], "P")
            if numbered is None and not _lettered(item) and next_role != "P":
                numbered = parent.add(next_role, lang=lang)
                found[place] = numbered.add("Span")
            else:
                found[place] = numbered or parent.add(roles[place], lang=lang)
                numbered = None
    return found


def _roles(frame: Frame, headline: str) -> dict[int, str]:
    """The role of each text by its place."""
    texts = {
        place: item for place, item in enumerate(frame.items) if isinstance(item, Text) and item.words.strip()
    }
    lettered = [text for text in texts.values() if _lettered(text)] or list(texts.values())
    largest = max(lettered, key=lambda text: text.size, default=None)
    roles = dict.fromkeys(texts, "P")
    for place, text in texts.items():
        if text is largest:
            roles[place] = headline
        elif largest and text.role == largest.role and _lettered(text):
            roles[place] = "H2"
    return roles


def _lettered(text: Text) -> bool:
    return any(char.isalpha() for char in text.words)
