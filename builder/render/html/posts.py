"""Ready-made posts, and the button that copies."""

from __future__ import annotations

from collections.abc import Mapping

from builder.content.page import Post, Wording
from builder.render.html.markup import tag, unseen, words


def post(one: Post, labels: Mapping[str, str]) -> str:
    """A post with its image and each of its wordings."""
    texts = (_wording(one, number, text, labels) for number, text in enumerate(one.wordings, 1))
    said = tag("div", tag("h3", words(one.title)), *texts, class_="said")
    return tag("li", *_image(one, labels), said, class_="post", id=one.id) + "\n"


def copier(of: str, label: str, what: str) -> str:
    """A button that copies the words of the element `of`; the script shows it."""
    return tag(
        "button", words(label), unseen(f": {what}"), type="button", class_="copy", data_copy=of, hidden=True
    )


def _image(one: Post, labels: Mapping[str, str]) -> tuple[str, ...]:
    if one.card is None:
        return ()
    shown = one.card.picture
    image = tag(
        "img",
        src=shown.href,
        alt=shown.alt,
        width=shown.width,
        height=shown.height,
        loading="lazy",
        decoding="async",
    )
    link = tag(
        "a",
        words(labels["with_image"].format(image=one.card.title)),
        unseen(f" ({one.title})"),
        href=f"#{one.card.id}",
    )
    return (tag("div", image, tag("p", link), class_="with"),)


def _wording(one: Post, number: int, text: Wording, labels: Mapping[str, str]) -> str:
    name = f"{one.id}-{number}"
    counts = (
        tag("li", tag("b", words(platform)), " ", tag("bdi", words(count))) for platform, count in text.counts
    )
    platforms = ", ".join(platform for platform, _ in text.counts)
    return tag(
        "div",
        tag("ul", *counts, class_="counts"),
        tag("p", words(text.text), id=name, class_="text"),
        copier(name, labels["start_copy_post"], f"{one.title}, {platforms}"),
        class_="wording",
    )
