"""Words of a page in their language and direction, each where HTML keeps it."""

from __future__ import annotations

from jinja2 import pass_context
from jinja2.filters import do_xmlattr
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup, escape

from builder.languages import written_rtl
from builder.phrases import dates
from builder.phrases.book import locale_of
from builder.tagged import Tagged, language_of, parts_of
from builder.text.bidi import alone, base_rtl, overridden
from builder.text.whole import whole_places, whole_spans

_SPAN = Markup("<span{}>{}</span>")
_BDI = Markup('<bdi dir="{}">{}</bdi>')
_BDO = Markup('<bdo dir="{}">{}</bdo>')
_KEPT = Markup('<span class="{}">{}</span>')
_WHOLE, _SOLID = "whole", "solid"  # on one line; without a hyphen
_FRAMES = ("one", "note")  # what templates call the part of a page that has a language


@pass_context
def said(context: Context, text: str) -> Markup:
    """A text as markup: in an element of its own where its language or direction is not the page's."""
    if not isinstance(text, Tagged) and text.isascii() and not frame_rtl(context):
        return escape(text)
    if len(parts := parts_of(text)) > 1:
        return Markup("").join(said(context, part) for part in parts)
    inside, attributes = isolated(context, text), speech(context, text)
    return _SPAN.format(do_xmlattr(context.eval_ctx, attributes), inside) if attributes else inside


@pass_context
def speech(context: Context, text: str, language: str = "") -> dict[str, str]:
    """The attributes that say the language and direction of an element's words, where the page does not."""
    lang, rtl = _spoken(context, text, language)
    turned = {} if rtl == frame_rtl(context) else {"dir": direction(rtl)}
    return ({"lang": lang} if lang else {}) | turned


@pass_context
def isolated(context: Context, text: str, language: str = "") -> Markup:
    """A text as markup; in one from right to left, what reads by itself is an element of its own."""
    parts, at = list[str](), 0
    for part in alone(text) if _spoken(context, text, language)[1] else ():
        own = text[part.start : part.end]
        element = _BDO if overridden(own) else _BDI
        parts += [escape(str(text[at : part.start])), element.format(direction(part.rtl), own)]
        at = part.end
    return Markup("").join([*parts, escape(str(text[at:]))])


@pass_context
def unparted(context: Context, text: str, language: str = "") -> Markup:
    """Running text as markup: what no line parts, or no hyphen, is an element of its own."""
    lang, rtl = _spoken(context, text, language)
    if rtl:
        return isolated(context, text, language)
    places = whole_places(text, lang or _frame_language(context))
    kept = [(part.start, part.end, _SOLID) for part in alone(text) if text[part.start] in "#@"]
    for start, end in whole_spans(text, places):
        if not any(start < stop and begin < end for begin, stop, _ in kept):
            kept.append((start, end, _WHOLE))
    parts, at = list[str](), 0
    for start, end, name in sorted(kept):
        parts += [escape(str(text[at:start])), _KEPT.format(name, str(text[start:end]))]
        at = end
    return Markup("").join([*parts, escape(str(text[at:]))])


def tongue(text: str) -> dict[str, str]:
    """The attribute that says the language of an attribute's text, if it is not the page's."""
    return {"lang": language_of(text)} if language_of(text) else {}


@pass_context
def comma(context: Context) -> str:
    """What parts a list in the language of the part of the page that a text stands in."""
    return dates.list_sign(locale_of(_frame_language(context)))


@pass_context
def colon(context: Context) -> str:
    """What stands between a label and its words there."""
    return dates.colon(locale_of(_frame_language(context)))


def direction(rtl: bool) -> str:
    """What HTML calls it."""
    return "rtl" if rtl else "ltr"


def frame_rtl(context: Context) -> bool:
    """The direction of the part of the page that a text stands in."""
    found = (context.resolve_or_missing(name) for name in _FRAMES)
    frame = next((each for each in found if each is not missing), None)
    return bool(frame and frame.rtl)


def _frame_language(context: Context) -> str:
    if "one" in context:
        return str(context["one"].lang)
    return str(context["note"].language) if "note" in context else ""


def _spoken(context: Context, text: str, language: str) -> tuple[str, bool]:
    lang = language or language_of(text)
    return lang, base_rtl(str(text), written_rtl(lang) if lang else frame_rtl(context))
