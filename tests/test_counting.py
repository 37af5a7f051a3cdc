"""Lengths as the platforms count them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from builder.platforms.counting import count
from builder.platforms.links import find_links
from builder.platforms.sizes import TEXT_LIMITS

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
    ],
)
def test_counts(platform: str, text: str, length: int) -> None:
    assert count(platform, text) == length


def _conformance(name: str) -> list[Any]:
    """Cases of X's own suite; what it expects is the case's last value."""
    cases = yaml.safe_load((Path(__file__).parent / "twitter_text" / name).read_text(encoding="utf-8"))
    return [pytest.param(case["text"], list(case.values())[-1], id=case["description"]) for case in cases]


@pytest.mark.parametrize(("text", "length"), _conformance("lengths.yaml"))
def test_counts_as_x_does(text: str, length: int) -> None:
    assert count("x", f"|{text}|") == length + 2  # barred: an end that is a space is counted too


@pytest.mark.parametrize(("text", "links"), _conformance("links.yaml"))
def test_finds_links_as_x_does(text: str, links: list[str]) -> None:
    assert [text[start:end] for start, end in find_links(text)] == links


def test_every_platform_counts() -> None:
    assert {platform: count(platform, " words ") for platform in TEXT_LIMITS} == dict.fromkeys(TEXT_LIMITS, 5)
