"""A page as one HTML file: its style, its fonts and its script are inside, and it asks for nothing else."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from builder.content.page import Edition, Page
from builder.render.html.edition import edition
from builder.render.html.markup import tag, words
from builder.render.html.style import style
from builder.render.svg import drawing


def render_page(content: Page) -> bytes:
    """UTF-8; it reads well without its style and its script, and with a screen reader."""
    script = files("builder.render.html").joinpath("page.js").read_text(encoding="utf-8")
    body = "\n".join(_body(content))
    sheet = style(content, body)
    first = content.editions[0]
    head = (
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_policy(sheet, script)),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("title", words(first.title)),
        tag("style", sheet),
    )
    html = tag(
        "html",
        tag("head", "\n", "\n".join(head), "\n"),
        "\n",
        tag("body", "\n", body, "\n", tag("script", script), "\n"),
        lang=first.lang,
        dir=_direction(first),
    )
    return f"<!DOCTYPE html>\n{html}\n".encode()


def _policy(sheet: str, script: str) -> str:
    """What the browser may load: the pack's images, and what is written in the page."""
    rules = {
        "default-src": "'none'",
        "img-src": "'self' file:",
        "font-src": "data:",
        "style-src": _digest(sheet),
        "script-src": _digest(script),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _body(page: Page) -> tuple[str, ...]:
    first = page.editions[0]
    labels = dict(first.labels)
    skip = tag(
        "a", words(labels["start_skip"]), class_="skip", href=f"#{first.id}-files", data_word="start_skip"
    )
    main = (tag("article", "\n", edition(one), **_known_to_script(one)) for one in page.editions)
    return (
        skip,
        _bar(page, labels),
        tag("main", "\n", "\n".join(main), "\n"),
        tag("p", role="status", class_="unseen", id="status"),
    )


def _known_to_script(one: Edition) -> dict[str, str]:
    """An edition's language, and the words that the script says in it."""
    said = {f"data-{key.replace('_', '-')}": value for key, value in one.labels if key in _SAID}
    named = {"id": one.id, "lang": one.lang, "dir": _direction(one), "data-title": one.title}
    return {**named, **said}


_SAID = (
    "language",
    "start_copied",
    "start_dark",
    "start_light",
    "start_no_copy",
    "start_shown",
    "start_skip",
)


def _bar(page: Page, labels: dict[str, str]) -> str:
    first = page.editions[0]
    name = tag("span", words(first.campaign), class_="name")
    if page.logo and page.logo_at_night:
        name = "".join(
            drawing(frame, class_=f"logo {time}", role="img", aria_label=first.campaign)
            for time, frame in (("day", page.logo), ("night", page.logo_at_night))
        )
    theme = tag("button", words(labels["start_dark"]), type="button", id="colors", hidden=True)
    return tag("header", tag("div", name, *_languages(page, labels), theme, class_="wide bar"))


def _languages(page: Page, labels: dict[str, str]) -> tuple[str, ...]:
    if len(page.editions) < 2:
        return ()
    links = (
        tag("a", words(one.name), href=f"#{one.id}", lang=one.lang, hreflang=one.lang, dir=_direction(one))
        for one in page.editions
    )
    return (tag("nav", *links, class_="languages", aria_label=labels["language"]),)


def _direction(one: Edition) -> str:
    return "rtl" if one.rtl else "ltr"
