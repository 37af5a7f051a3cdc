"""Lengths as the platforms count them."""

import pytest

from builder.platforms.counting import count
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


def test_every_platform_counts() -> None:
    assert {platform: count(platform, " words ") for platform in TEXT_LIMITS} == dict.fromkeys(TEXT_LIMITS, 5)
