"""The words to copy, as spreadsheets and plain text."""

import csv
import datetime as dt
from io import StringIO
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from builder.content.markdown import from_markdown
from builder.content.story import Heading, words
from builder.kinds.copy import KIND
from builder.kinds.copy.tables import csv_file, image_for
from builder.pack.edition import Edition
from builder.phrases import phrases
from builder.platforms.limits import TEXT_LIMITS
from builder.platforms.planners import PLANNERS
from builder.render.text import render_text
from builder.spec.dated import Post
from builder.spec.parts import Campaign, Dates
from builder.spec.requests import CardRequest
from builder.tagged import Tagged


def test_a_table_opens_as_utf8_and_runs_nothing() -> None:
    rows = [
        ["Text", "Count"],
        ["=1+1", "+44 20"],
        ["-", "@partner says “hi”\nagain"],
        ["#Sleep", "5"],
        ["\t=1", "\r=1"],
    ]
    data = csv_file(rows)
    assert data.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""))) == [
        ["Text", "Count"],
        ["'=1+1", "'+44 20"],
        ["'-", "'@partner says “hi”\nagain"],
        ["#Sleep", "5"],
        ["'\t=1", "'\r=1"],
    ]


def test_markdown_as_plain_text() -> None:
    blocks = (
        Heading(1, words("Letter")),
        *from_markdown("Dear **you**,\n\nsee [the site](https://example.org):\n\n- one\n- two\n\n1. first"),
    )
    assert render_text(blocks).decode().split("\r\n") == [
        "LETTER",
        "======",
        "",
        "Dear you,",
        "",
        "see the site (https://example.org):",
        "",
        "• one",
        "• two",
        "",
        "1. first",
        "",
    ]


def edition(*posts: Post) -> Edition:
    """An edition with as much of a spec as words to copy need."""
    dates = Dates.model_construct(start=dt.date(2024, 2, 5), end=dt.date(2024, 2, 11))
    campaign = Campaign.model_construct(short_name="Quiet Week")
    asked = CardRequest.model_construct(design="none")
    spec: Any = SimpleNamespace(
        campaign=campaign,
        dates=dates,
        languages=("en-GB",),
        posts=posts,
        messages=(),
        letters=(),
        cards=(asked,),
    )
    brand: Any = SimpleNamespace(designs=())  # words are copied without images
    return Edition(spec, brand, "en-GB", phrases("en-GB"), Path(), lambda *_, **__: None)


def tables(*posts: Post) -> dict[str, list[list[str]]]:
    """The rows of each table of an edition, by its name."""
    assert KIND.gather is not None
    files = {plan.path: plan.content.decode("utf-8-sig") for plan in KIND.gather(edition(*posts), ())}
    return {path.split("_")[1]: list(csv.reader(StringIO(text, newline=""))) for path, text in files.items()}


def post(name: str, day: int, **text: str) -> Post:
    return Post.model_construct(id=name, when=dt.date(2024, 2, day), card=None, text=text)


def test_posts_come_by_their_days_each_text_once_with_the_platforms_that_take_it() -> None:
    late, early = post("late", 9, default="Late."), post("early", 6, default="Early.", x="Short.")
    long = post("long", 7, default="a" * 301)
    (plan,) = KIND.plan(edition(late, early, long))
    lines = render_text(plan.content).decode().split("\r\n")
    headings = [line for line, under in pairwise(lines) if under.startswith("--")]
    assert headings == [
        "Tuesday 6 February 2024 – early",
        "Wednesday 7 February 2024 – long",
        "Friday 9 February 2024 – late",
    ]
    takes = {lines[at + 2]: line for at, line in enumerate(lines) if line.startswith("[")}
    assert takes["Short."] == "[X]"
    assert (
        takes["Early."]
        == "[Bluesky, Threads, Mastodon, LinkedIn, Instagram, Facebook, TikTok, WhatsApp, Nextdoor]"
    )
    assert takes["Late."].startswith("[X, Bluesky, ")
    assert "301" in takes["a" * 301]


def test_the_table_of_posts_counts_each_as_its_platform_does() -> None:
    assert KIND.gather is not None
    table, *_ = KIND.gather(edition(post("tea", 6, default="日本")), ())
    rows = list(csv.reader(StringIO(table.content.decode("utf-8-sig"), newline="")))
    assert [(row[2], row[4], row[5]) for row in rows[1:3]] == [("X", "4", "280"), ("Bluesky", "2", "300")]


def test_a_post_with_an_hour_says_it() -> None:
    timed = post("tea", 6, default="Tea.").model_copy(
        update={"when": dt.datetime.fromisoformat("2024-02-06T17:05")}
    )
    before = post("milk", 6, default="Milk.")
    (plan,) = KIND.plan(edition(timed, before))
    headings = [
        words(line) for line in ("Tuesday 6 February 2024 – milk", "Tuesday 6 February 2024, 17:05 – tea")
    ]
    assert [
        block.spans for block in plan.content if isinstance(block, Heading) and block.level == 2
    ] == headings
    days = {row[0]: row[1] for row in tables(timed, before)["posts"][1:]}
    assert days == {"tea": "2024-02-06 17:05", "milk": "2024-02-06"}


def test_planners_read_the_posts_each_in_its_own_form() -> None:
    timed = post("tea", 9, default="Tea, and\nmilk.", x="Tea.").model_copy(
        update={"when": dt.datetime.fromisoformat("2024-02-09T17:08")}
    )
    early = post("early", 6, default="@you: good morning")
    found = tables(timed, early)
    others = "bluesky-threads-mastodon-linkedin-instagram-facebook-tiktok"
    assert list(found) == [
        "posts",
        "buffer-x",
        f"buffer-{others}",
        "hootsuite-x",
        "hootsuite-threads-linkedin-instagram-facebook",
    ]
    # A planner would post the apostrophe that keeps a spreadsheet from running a cell.
    assert found["buffer-x"] == [
        ["Text", "Image URL", "Tags", "Posting Time"],
        [" @you: good morning", "", "", "2024-02-06 09:00"],
        ["Tea.", "", "", "2024-02-09 17:08"],
    ]
    assert found[f"buffer-{others}"][2] == ["Tea, and\nmilk.", "", "", "2024-02-09 17:08"]
    assert found["hootsuite-x"] == [
        ["06/02/2024 09:00", " @you: good morning", ""],
        ["09/02/2024 17:05", "Tea.", ""],
    ]


def test_a_planner_gets_as_many_tables_as_its_limit_asks_for() -> None:
    found = tables(*(post(f"tea-{number}", 6, default=f"Tea {number}.") for number in range(101)))
    sizes = {name: len(rows) for name, rows in found.items() if name.startswith("buffer")}
    assert list(sizes.values()) == [101, 2]
    assert {rows[0][0] for name, rows in found.items() if name.startswith("buffer")} == {"Text"}
    assert {planner.key: planner.most for planner in PLANNERS} == {"buffer": 100, "hootsuite": 350}


def test_a_text_message_has_no_image() -> None:
    image: Any = SimpleNamespace(group="tea", size="link", path="tea.png")
    card = SimpleNamespace(id="tea", named_by=lambda name: name == "tea")
    said = post("tea", 6, default="Tea.").model_copy(update={"card": "tea"})
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("builder.kinds.copy.tables.cards", lambda _: [card])
        found = {
            key: image_for(edition(said), said, TEXT_LIMITS[key], [image]) for key in ("facebook", "sms")
        }
    assert found == {"facebook": image, "sms": None}


def test_a_post_has_an_image_of_the_first_card_that_it_names() -> None:
    other, own = (SimpleNamespace(group=name, size="link", path=f"{name}.png") for name in ("other", "tea"))
    named = [SimpleNamespace(id=name, named_by=lambda _: True) for name in ("tea", "other")]
    said = post("tea", 6, default="Tea.").model_copy(update={"card": "message"})
    plans: Any = [other, own]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("builder.kinds.copy.tables.cards", lambda _: named)
        assert image_for(edition(said), said, TEXT_LIMITS["facebook"], plans) is own


def test_the_table_of_alt_texts_tells_what_is_described_at_length() -> None:
    pixels: Any = SimpleNamespace(is_pixels=True)
    image: Any = SimpleNamespace(
        path="tea.png", title="Tea", width=2, height=1, alt="Tea.", described="Tea. Hot.", format=pixels
    )
    assert KIND.gather is not None
    (welsh,) = KIND.gather(edition(), (SimpleNamespace(**{**vars(image), "alt": Tagged("Te.", "cy")}),))
    assert welsh.content.decode().endswith(",cy\r\n")
    (table,) = KIND.gather(edition(), (image,))
    rows = list(csv.reader(StringIO(table.content.decode("utf-8-sig"), newline="")))
    assert rows == [
        ["File", "Title", "Size", "Alt text", "Long description", "Language"],
        ["tea.png", "Tea", "2×1", "Tea.", "Tea. Hot.", "en-GB"],
    ]
