"""The start page's HTML."""

from html.parser import HTMLParser

from builder.color import Color
from builder.page import Entry, Link, Page, Scheme, Section
from builder.render.html import render_page

BLACK, WHITE = Color(0, 0, 0), Color(255, 255, 255)
LABELS = ("start_skip", "start_parts", "start_terms", "start_contact", "alt_text")
NASTY = "<b>\"& '</b>"


def page(**changes: object) -> Page:
    entry = Entry(
        NASTY, "2 files", (Link("a.png", "Square", "PNG"), Link("b.png", NASTY)), "a.png", 10, 10, NASTY
    )
    row = Entry("Words", "1 file", (Link("copy/a.txt", "Posts", "TXT", "To paste"),))
    given = {
        "lang": "en-GB", "rtl": False, "title": NASTY, "kicker": "Week", "theme": NASTY, "strapline": "",
        "dates": "June", "hero": "", "intro": "Hello",
        "labels": tuple((key, key) for key in LABELS), "first": Link("guide.pdf", "Open", "PDF"),
        "sections": (Section("social", "Images", "3", (entry, row)),),
        "terms": (), "contact": "a@example.org", "others": (),
        "scheme": Scheme(WHITE, BLACK, BLACK, WHITE, WHITE, (), (), ()),
    }  # fmt: skip
    return Page(**{**given, **changes})  # type: ignore[arg-type]


class Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes.append((tag, dict(attrs)))
        if tag not in {"img", "meta"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_every_element_is_closed_and_nothing_the_lead_wrote_is_markup() -> None:
    reader = Reader(render_page(page()).decode())
    assert reader.open == []
    tags = [tag for tag, _ in reader.attributes]
    assert "b" not in tags
    assert tags.count("h1") == 1
    assert [attributes["alt"] for tag, attributes in reader.attributes if tag == "img"] == [NASTY]


def test_a_page_asks_the_network_for_nothing() -> None:
    reader = Reader(render_page(page()).decode())
    found = [
        value
        for _, attributes in reader.attributes
        for key, value in attributes.items()
        if key in {"src", "href"}
    ]
    assert [value for value in found if "//" in str(value)] == []


def test_direction_and_language_are_said() -> None:
    assert b'<html lang="ur" dir="rtl">' in render_page(page(lang="ur", rtl=True))
