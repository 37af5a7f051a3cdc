"""A page as one HTML file: its style and its fonts, cut down to the page's characters, are inside."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.resources import files

from builder.page import Entry, Link, Page, Scheme, Section
from builder.render.webfont import face
from builder.story import Block, Heading, ListBlock, Paragraph, Spans


def render_page(content: Page) -> bytes:
    """UTF-8; it reads well without its style, and with a screen reader."""
    body = "\n".join(_body(content, dict(content.labels)))
    sides = "rtl" if content.rtl else "ltr"
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(content.lang)}" dir="{sides}">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(content.title)}</title>\n<style>\n{_style(content.scheme, body)}</style>\n{body}\n</html>\n"
    ).encode()


def _body(page: Page, labels: dict[str, str]) -> Iterator[str]:
    yield f'<a class="skip" href="#files">{escape(labels["start_skip"])}</a>'
    yield from _header(page, labels)
    yield '<main id="files" class="wide">'
    yield f'<nav class="parts" aria-label="{escape(labels["start_parts"])}"><p>{escape(page.intro)}</p><ul>'
    for section in page.sections:
        yield f'<li><a href="#{section.id}"><span>{escape(section.title)}</span>'
        yield f'<span class="quiet">{escape(section.count)}</span></a></li>'
    yield "</ul></nav>"
    for section in page.sections:
        yield from _section(section, labels)
    if page.terms:
        yield f'<section id="terms"><h2>{escape(labels["start_terms"])}</h2><div class="prose">'
        yield from (_block(block) for block in page.terms)
        yield "</div></section>"
    yield "</main>"
    yield f'<footer><div class="wide"><h2>{escape(labels["start_contact"])}</h2>'
    yield f"<p>{_contact(page.contact)}</p></div></footer>"


def _header(page: Page, labels: dict[str, str]) -> Iterator[str]:
    yield f'<header><div class="wide"><div><p class="kicker">{escape(page.kicker)}</p><h1>{escape(page.theme)}</h1>'
    if page.strapline:
        yield f'<p class="strapline">{escape(page.strapline)}</p>'
    yield f'<p class="dates">{escape(page.dates)}</p>'
    if page.first:
        detail = escape(page.first.detail)
        yield f'<a class="button" href="{_href(page.first)}">{escape(page.first.label)} <small>{detail}</small></a>'
    if page.others:
        yield f'<nav class="languages" aria-label="{escape(labels["language"])}">'
        yield from (
            f'<a href="{_href(link)}" lang="{link.lang}" hreflang="{link.lang}">{escape(link.label)}</a>'
            for link in page.others
        )
        yield "</nav>"
    yield "</div>"
    if page.hero:
        yield f'<img src="{escape(page.hero, quote=True)}" alt="">'
    yield "</div></header>"


def _section(section: Section, labels: dict[str, str]) -> Iterator[str]:
    count = f'<span class="quiet">{escape(section.count)}</span>'
    yield f'<section id="{section.id}"><h2>{escape(section.title)} {count}</h2>'
    pictures = [entry for entry in section.entries if entry.picture]
    others = [entry for entry in section.entries if not entry.picture]
    if pictures:
        yield '<ul class="cards">'
        yield from (_card(entry, labels) for entry in pictures)
        yield "</ul>"
    if others:
        yield '<ul class="rows">'
        yield from (_row(link) for entry in others for link in entry.links)
        yield "</ul>"
    yield "</section>"


def _card(entry: Entry, labels: dict[str, str]) -> str:
    size = f' width="{entry.width}" height="{entry.height}"' if entry.width else ""
    image = f'<img src="{escape(entry.picture)}" alt="{escape(entry.alt)}"{size} loading="lazy">'
    alt = f"<dl><dt>{escape(labels['alt_text'])}</dt><dd>{escape(entry.alt)}</dd></dl>" if entry.alt else ""
    links = "".join(f"<li>{_anchor(link)}{_details(link)}</li>" for link in entry.links)
    return f'<li class="card">{image}<div><h3>{escape(entry.title)}</h3>{alt}<ul class="files">{links}</ul></div></li>'


def _row(link: Link) -> str:
    return f'<li><span>{_anchor(link)} <span class="quiet">{escape(link.detail)}</span></span><span>{escape(link.use)}</span></li>'


def _details(link: Link) -> str:
    return f'<span class="quiet">{". ".join(escape(part) for part in (link.detail, link.use) if part)}</span>'


def _anchor(link: Link) -> str:
    return f'<a href="{_href(link)}">{escape(link.label)}</a>'


def _href(link: Link) -> str:
    return escape(link.href, quote=True)


def _contact(contact: str) -> str:
    alone = "@" in contact and " " not in contact
    return f'<a href="mailto:{escape(contact)}">{escape(contact)}</a>' if alone else escape(contact)


def _block(block: Block) -> str:
    match block:
        case Heading(_, spans):
            return f"<h3>{_spans(spans)}</h3>"
        case Paragraph(spans):
            return f"<p>{_spans(spans)}</p>"
        case ListBlock(items, ordered, start):
            inside = "".join(f"<li>{''.join(_block(part) for part in item)}</li>" for item in items)
            return f'<ol start="{start}">{inside}</ol>' if ordered else f"<ul>{inside}</ul>"
        case _:
            raise TypeError(f"{type(block).__name__} has no place on a page")


def _spans(spans: Spans) -> str:
    out = ""
    for span in spans:
        words = escape(span.text).replace("\n", "<br>")
        words = f"<strong>{words}</strong>" if span.bold else words
        words = f"<em>{words}</em>" if span.italic else words
        out += f'<a href="{escape(span.link, quote=True)}">{words}</a>' if span.link else words
    return out


def _style(scheme: Scheme, text: str) -> str:
    sheet = files("builder.render").joinpath("page.css").read_text(encoding="utf-8")
    colors = {
        "paper": scheme.paper,
        "ink": scheme.ink,
        "band": scheme.band,
        "on-band": scheme.on_band,
        "quiet": scheme.ink.mix(scheme.paper, 0.25),
        "line": scheme.ink.mix(scheme.paper, 0.8),
        "sheet": scheme.paper.mix(scheme.on_band, 0.6),
        "shade": scheme.paper.mix(scheme.ink, 0.07),
    }
    values = "; ".join(f"--{name}: {color.hex}" for name, color in colors.items())
    roles = (("Display", 600, scheme.display), ("Text", 400, scheme.text), ("Text", 700, scheme.strong))
    faces = "\n".join(face(name, weight, font, text) for name, weight, fonts in roles for font in fonts)
    return f"{faces}\n:root {{ {values} }}\n{sheet}"
