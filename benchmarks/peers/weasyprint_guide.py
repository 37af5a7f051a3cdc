"""The guide's words by WeasyPrint, as PDF/UA-1: python -m benchmarks.peers.weasyprint_guide FOLDER."""

from __future__ import annotations

import json
import sys
from html import escape
from pathlib import Path
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from benchmarks.contest import timed

Told = dict[str, Any]


def spans(told: list[Told]) -> str:
    """Words as HTML."""
    return "".join(_span(span) for span in told)


def _span(span: Told) -> str:
    words = escape(span["text"]).replace("\n", "<br>")
    for name, tag in (("bold", "strong"), ("italic", "em")):
        words = f"<{tag}>{words}</{tag}>" if span[name] else words
    return f'<a href="{escape(span["link"])}">{words}</a>' if span["link"] else words


def block(told: Told) -> str:
    """A block as HTML."""
    if told["kind"] == "heading":
        return f"<h{told['level']}>{spans(told['spans'])}</h{told['level']}>"
    if told["kind"] == "paragraph":
        return f"<p>{spans(told['spans'])}</p>"
    if told["kind"] == "list":
        tag = "ol" if told["ordered"] else "ul"
        items = "".join(f"<li>{''.join(map(block, item))}</li>" for item in told["items"])
        return f"<{tag}>{items}</{tag}>"
    head = "".join(f"<th scope=col>{spans(cell)}</th>" for cell in told["header"])
    rows = "".join(f"<tr>{''.join(f'<td>{spans(cell)}</td>' for cell in row)}</tr>" for row in told["rows"])
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def page(told: Told) -> str:
    """The document as HTML."""
    head = f"<meta charset=utf-8><title>{escape(told['title'])}</title>"
    body = "".join(map(block, told["blocks"]))
    return f"<!doctype html><html lang={told['language']}><head>{head}</head><body>{body}</body></html>"


def style(told: Told) -> str:
    """Page, fonts and sizes as CSS."""
    text, headings = told["text"], told["headings"]
    margins = " ".join(f"{margin}pt" for margin in told["margins"])
    faces = (
        f"@font-face {{ font-family: '{font['family']}'; src: url('{Path(font['path']).as_uri()}');"
        f" font-weight: {font['weight']}; font-style: {'italic' if font['italic'] else 'normal'} }}"
        for font in told["fonts"]
    )
    sizes = (f"h{level} {{ font-size: {size}pt }}" for level, size in enumerate(headings["sizes"], 1))
    return "".join(
        (
            *faces,
            f"@page {{ size: {told['width']}pt {told['height']}pt; margin: {margins};",
            "@bottom-center { content: counter(page) } }",
            f"body {{ font: {text['size']}pt/{text['leading']}pt '{text['family']}' }}",
            f"h1, h2, h3 {{ font: {headings['weight']} 1em/1.2 '{headings['family']}' }}",
            "h1 { break-before: page }",
            *sizes,
        )
    )


def written(told: Told) -> bytes:
    """The document as PDF."""
    fonts = FontConfiguration()
    sheet = CSS(string=style(told), font_config=fonts)
    made = HTML(string=page(told)).write_pdf(stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1")
    assert isinstance(made, bytes)
    return made


def main() -> None:
    """The guide of the folder."""
    folder = Path(sys.argv[1])
    told = json.loads((folder / "guide.json").read_text("utf-8"))
    timed([told], written, folder / "weasyprint.pdf")


if __name__ == "__main__":
    main()
