"""What the items of a frame are to a listener: its headline, headings, paragraphs, pictures."""

from __future__ import annotations

from itertools import pairwise

from builder.content.frame import Frame, Picture, Text
from builder.content.pages import LAYOUT, Owner
from builder.layout.flow.structure import Structure


def owners_of(frame: Frame, structure: Structure, headline: str = "H1") -> tuple[Owner, ...]:
    """The owner of each item: an element for each text and each picture with words, else none.

    The largest text that is no number is the headline; others in the slot that it fills
    head the parts, a level below. A number before one of these is part of it.
    """
    roles = _roles(frame, headline)
    following = dict(pairwise(roles))
    owners: dict[int, int] = {}
    numbered: int | None = None
    for place, item in enumerate(frame.items):
        if isinstance(item, Picture) and item.alt:
            owners[place] = structure.add("Figure", alt=item.alt)
        elif isinstance(item, Text) and place in roles:
            lang = _lang(frame, place)
            heading = roles.get(following.get(place, -1), "P")
            if numbered is None and not _lettered(item) and heading != "P":
                numbered = structure.add(heading, lang=_lang(frame, following[place]))
                owners[place] = structure.add("Span", below=numbered)
            else:
                owners[place] = structure.add(roles[place], lang=lang) if numbered is None else numbered
                numbered = None
    return tuple(owners.get(place, LAYOUT) for place in range(len(frame.items)))


def _lang(frame: Frame, place: int) -> str:
    """The language of a text, where it is another than the frame's."""
    item = frame.items[place]
    return item.lang if isinstance(item, Text) and item.lang != frame.lang else ""


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
            roles[place] = f"H{int(headline[1:]) + 1}"
    return roles


def _lettered(text: Text) -> bool:
    return any(char.isalpha() for char in text.words)
