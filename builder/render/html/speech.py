"""Words of a page in their language and direction, each where HTML keeps it."""

from __future__ import annotations

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from builder.languages import written_rtl
from builder.tagged import language_of, tagged
from builder.text.bidi import alone, base_rtl

_FRAMES = ("one", "note")  # what templates call the part of a page that has a language


@pass_context
def said(context: Context, text: str, language: str = "") -> Markup:
    """A text as markup: in an element of its own where its language or direction is not the page's.

    What reads by itself is isolated in a text from right to left. `language` is the text's own.
    """
    frame = frame_rtl(context)
    lang = language_of(tagged(text, language))
    rtl = base_rtl(text, written_rtl(lang) if lang else frame)
    inside = _isolated(text, rtl)
    if not lang and rtl == frame:
        return inside
    turned = Markup(' dir="{}"').format(direction(rtl)) if rtl != frame else ""
    spoken = Markup(' lang="{}"').format(lang) if lang else ""
    return Markup("<span{}{}>{}</span>").format(spoken, turned, inside)


def tongue(text: str) -> dict[str, str]:
    """The attribute that says the language of an attribute's text, if it is not the page's."""
    return {"lang": language_of(text)} if language_of(text) else {}


def direction(rtl: bool) -> str:
    """What HTML calls it."""
    return "rtl" if rtl else "ltr"


def frame_rtl(context: Context) -> bool:
    """The direction of the part of the page that a text stands in."""
    frame = next((context[name] for name in _FRAMES if name in context), None)
    return bool(frame and frame.rtl)


def _isolated(text: str, rtl: bool) -> Markup:
    parts, at = list[Markup](), 0
    for part in alone(text) if rtl else ():
        name = Markup('<bdi dir="{}">{}</bdi>').format(direction(part.rtl), text[part.start : part.end])
        parts += [escape(str(text[at : part.start])), name]
        at = part.end
    return Markup("").join([*parts, escape(str(text[at:]))])
