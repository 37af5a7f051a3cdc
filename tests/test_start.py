"""The start page as data: what it says of posts."""

import datetime as dt
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from builder.content.page import PagePost
from builder.kinds.start.sections import sections
from builder.pack.edition import Edition
from builder.phrases import phrases
from builder.platforms.limits import TEXT_LIMITS
from builder.spec.dated import Post
from builder.spec.parts import Dates
from builder.spec.requests import CardRequest


def shown(*posts: Post) -> tuple[PagePost, ...]:
    """The posts on a page that has nothing else."""
    dates = Dates.model_construct(start=dt.date(2024, 2, 5), end=dt.date(2024, 2, 11))
    asked = CardRequest.model_construct(design="none")
    spec: Any = SimpleNamespace(dates=dates, languages=("en-GB",), posts=posts, events=(), cards=(asked,))
    brand: Any = SimpleNamespace(designs=())  # there are no images
    edition = Edition(spec, brand, "en-GB", phrases("en-GB"), Path(), lambda *_, **__: None)
    (section,) = sections(edition, ())
    return section.posts


def post(name: str, day: int, **text: str) -> Post:
    return Post.model_construct(id=name, when=dt.date(2024, 2, day), card=None, text=text)


def test_posts_come_by_their_days_and_those_of_one_day_are_told_apart() -> None:
    late, early, second = post("a", 9, default="A"), post("b", 6, default="B"), post("c", 9, default="C")
    titles = [each.title for each in shown(late, early, second)]
    assert titles == ["Tuesday 6 February", "Friday 9 February", "Friday 9 February (2)"]


def test_a_post_with_an_hour_says_it() -> None:
    timed = post("a", 9, default="A").model_copy(
        update={"when": dt.datetime.fromisoformat("2024-02-09T17:05")}
    )
    assert [each.title for each in shown(timed, post("b", 9, default="B"))] == [
        "Friday 9 February",
        "Friday 9 February, 17:05",
    ]


def test_a_text_is_offered_to_every_platform_that_takes_it_and_to_no_other() -> None:
    for platform, limit in TEXT_LIMITS.items():
        for over in (0, 1):
            (found,) = shown(post("a", 6, default="Short.", **{platform: "a" * (limit.limit + over)}))
            offered = {each.text: {title for title, _ in each.counts} for each in found.wordings}
            long = offered.pop("a" * (limit.limit + over), set())
            assert long == (set() if over else {limit.title})
            assert offered == {
                "Short.": {each.title for each in TEXT_LIMITS.values() if each.default} - {limit.title}
            }


def test_each_platform_counts_in_its_own_way() -> None:
    (found,) = shown(post("a", 6, default="日本"))
    (wording,) = found.wordings
    counts = dict(wording.counts)
    assert (counts["X"], counts["Bluesky"]) == ("4 of 280", "2 of 300")
