"""Every field of a spec changes what the pack is planned to hold, or is told."""

import datetime as dt
import shutil
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
import yaml
from sample_brand import sample_brand
from settings import changed, field_at, fields_of, models_in

from builder.brand.identity import Brand
from builder.errors import Faults, Problem
from builder.pipeline import build
from builder.pipeline.planning import plan_all
from builder.spec.model import Spec

ROOT = Path(__file__).parent.parent
DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
SIZES = ["link"]
EXAMPLE: dict[str, Any] = {
    "campaign": {
        "name": "Example Week",
        "short_name": "EXW",
        "organiser": "Example Foundation",
        "website": "https://example.org",
        "contact": "hello@example.org",
        "about": "What the week is.",
        "timezone": "Europe/London",
        "utm": {"source": "pack", "campaign": "exw"},
    },
    "theme": {"title": "Hold On", "strapline": "Every day.", "hashtag": "#HoldOn", "why": "It matters."},
    "dates": {"start": dt.date(2022, 6, 13), "end": dt.date(2022, 6, 19)},
    "hashtags": ["#EXW22"],
    "languages": ["en-GB"],
    "messages": [{"id": "first", "headline": "Hold the story", "text": "See the child.", "alt": "A card."}],
    "statistics": [
        {
            "id": "reach",
            "value": "14",
            "of": 20,
            "unit": "in all",
            "label": "people",
            "source": "Counted.",
            "alt": "A figure.",
        }
    ],
    "quotes": [{"id": "said", "text": "I look.", "who": "A visitor", "alt": "A quotation."}],
    "resources": [
        {
            "id": "film",
            "title": "The film",
            "kind": "Film",
            "url": "https://example.org/film",
            "description": "A film.",
            "alt": "A resource.",
        }
    ],
    "infographic": {
        "title": "Two steps",
        "intro": "In order.",
        "steps": [{"title": "One", "text": "Look.", "icon": "hands"}, {"title": "Two", "text": "Hold."}],
        "alt": "An infographic.",
    },
    "get_involved": [{"audience": "Teams", "ideas": ["Meet."]}],
    "days": [{"date": dt.date(2022, 6, 14), "topic": "Looking", "text": "We look.", "alt": "A day."}],
    "posts": [
        {
            "id": "launch",
            "when": dt.date(2022, 6, 13),
            "card": "announcement",
            "text": {"default": "It begins."},
        }
    ],
    "events": [
        {
            "id": "talk",
            "title": "A talk",
            "start": "2022-06-14T12:30",
            "end": "2022-06-14T13:30",
            "timezone": "Europe/London",
            "place": "Online",
            "audience": "Visitors",
            "organiser": "A trust",
            "url": "https://example.org/talk",
            "description": "About holding.",
            "alt": "An event.",
        }
    ],
    "letters": [{"id": "news", "title": "A letter", "audience": "Editors", "body": "Dear [name]."}],
    "pledge": {"text": "I will look.", "url": "https://example.org/pledge", "alt": "A pledge."},
    "leaflet": {
        "about": "A week.",
        "help": [{"title": "Us", "text": "Ring us."}],
        "messages": ["first"],
        "events": ["talk"],
    },
    "activity": {
        "title": "Draw",
        "intro": "For all.",
        "prompts": [{"draw": "Draw it."}, {"write": "Write it."}],
    },
    "certificate": {"title": "Thank you", "text": "took part"},
    "posters": {"for": ["messages"], "only": ["first"], "variants": ["tear-off"], "tab": "Call us"},
    "previous_weeks": [
        {"year": 2021, "theme": "Before", "hashtag": "#Before", "summary": "It was.", "highlights": ["One."]}
    ],
    "photos": [
        {
            "id": "hands",
            "file": "photos/hands.jpg",
            "alt": "Two hands",
            "credit": "A photographer",
            "licence": "CC BY 4.0",
            "focus": [0.5, 0.5],
        }
    ],
    "cards": [
        {"design": "announcement", "sizes": SIZES, "alt": "The week."},
        {"design": "message", "for": "messages", "sizes": SIZES, "only": ["first"]},
        *(
            {"design": one, "for": f"{one}s", "sizes": SIZES}
            for one in ("statistic", "quote", "resource", "event")
        ),
        {"design": "day", "for": "days", "sizes": SIZES},
        {"design": "pledge", "for": "pledge", "sizes": SIZES},
        {"design": "countdown", "for": "countdown", "days_before": [7], "sizes": SIZES},
        {"design": "message-photo", "for": "messages", "photo": "hands", "sizes": SIZES},
    ],
    "carousel": ["pledge"],
    "slides": {
        "slides": [
            {"layout": "title", "title": "Hold On", "subtitle": "A week", "notes": "Welcome."},
            {
                "layout": "comparison",
                "title": "Both",
                "headings": ["A", "B"],
                "bullets": ["a"],
                "right": ["b"],
            },
            {
                "layout": "statistic",
                "title": "Reach",
                "value": "14",
                "of": 20,
                "unit": "in all",
                "text": "people",
                "source": "Counted.",
            },
            {"layout": "table", "title": "Days", "rows": [["When", "What"], ["Monday", "Looking"]]},
            {"layout": "picture-and-text", "title": "Hands", "bullets": ["See."], "photo": "hands"},
            {
                "layout": "chart",
                "title": "Pairs",
                "rows": [["Where", "Pairs"], ["East", "3"]],
                "chart": "lines",
            },
        ]
    },
    "guide": {
        "title": "A guide",
        "own": [{"id": "own-words", "title": "Our words", "body": "As we say."}],
    },
    "usage": {"terms": "Use it.", "licence": "Free.", "may": ["Print."], "may_not": ["Sell."]},
}
PHOTOS = EXAMPLE["photos"][0]
OTHERS: dict[str, Any] = {  # what a text cannot stand for
    "campaign/utm": {},
    "campaign/website": "https://example.com",
    "theme/hashtag": "#HoldFast",
    "dates": {"start": dt.date(2022, 6, 14), "end": dt.date(2022, 6, 19)},
    "dates/start": dt.date(2022, 6, 14),
    "dates/end": dt.date(2022, 6, 18),
    "hashtags": ["#Other22"],
    "languages": ["de"],
    "infographic/form": "path",
    "infographic/steps/0/icon": "calendar",
    "infographic/steps": [{"title": "One", "text": "Look."}, {"title": "Three", "text": "Hold."}],
    "get_involved/0/ideas": ["Walk."],
    "days/0/date": dt.date(2022, 6, 15),
    "posts/0/when": dt.date(2022, 6, 14),
    "posts/0/card": "message/first",
    "posts/0/text": {"default": "It begins.", "x": "Now."},
    "events/0/start": "2022-06-14T12:00",
    "events/0/end": "2022-06-14T14:00",
    "events/0/timezone": "Europe/Paris",
    "campaign/timezone": "Europe/Paris",
    "events/0/url": "https://example.com/talk",
    "resources/0/url": "https://example.com/film",
    "pledge/url": "https://example.com/pledge",
    "previous_weeks/0/year": 2020,
    "previous_weeks/0/hashtag": "#Earlier",
    "previous_weeks/0/highlights": ["Two."],
    "theme/photo": "hands",
    **{
        f"{part}/0/photo": "hands"
        for part in ("messages", "statistics", "quotes", "resources", "days", "events")
    },
    **{f"{part}/art": "ripple" for part in ("theme", "infographic", "pledge", "cards/0")},
    **{
        f"{part}/0/art": "ripple"
        for part in ("messages", "quotes", "resources", "days", "events")
    },
    "photos/0/file": "photos/other.jpg",
    "photos/0/focus": [0.1, 0.9],
    "cards": [{"design": "announcement", "sizes": SIZES}],
    "cards/0/design": "background",
    "cards/1/for": "quotes",
    "cards/0/sizes": ["story"],
    "cards/1/only": ["second"],
    "cards/8/days_before": [3],
    "cards/9/photo": "none",
    "carousel": [],
    "slides": {"slides": [{"layout": "title", "title": "Alone"}]},
    "slides/slides": [{"layout": "title", "title": "Alone"}],
    "slides/slides/0/layout": "closing",
    "slides/slides/1/headings": ["A", "C"],
    "slides/slides/1/bullets": ["c"],
    "slides/slides/1/right": ["c"],
    "slides/slides/2/of": 30,
    "slides/slides/3/rows": [["When", "What"], ["Tuesday", "Looking"]],
    "slides/slides/4/photo": "none",
    "slides/slides/5/chart": "columns",
    "leaflet": None,
    "leaflet/messages": [],
    "leaflet/messages/0": "none",
    "leaflet/events": [],
    "leaflet/events/0": "none",
    "leaflet/help": [{"title": "Them", "text": "Ring them."}],
    "activity": None,
    "activity/prompts": [{"draw": "Draw another."}],
    "certificate": None,
    "posters": {"for": ["messages"]},
    "posters/for": ["messages", "quotes"],
    "posters/only": [],
    "posters/variants": ["tear-off", "place-and-date"],
    "posters/for/0": "quotes",
    "posters/variants/0": "place-and-date",
    "guide": {"title": "Another"},
    "guide/chapters": ["usage"],
    "guide/leave_out": ["usage"],
    "guide/large_print": True,
    "guide/print_edition": True,
    "guide/own/0/photo": "hands",
    "guide/own": [{"id": "own-words", "title": "Our words", "body": "Otherwise."}],
    "usage/may": ["Copy."],
    "usage/may_not": ["Cut."],
}
PARTS = ("campaign", "theme", "infographic", "pledge", "usage")
LISTS = ("messages", "statistics", "quotes", "resources", "days", "events", "letters", "photos", "posts")


def texts(here: Any, path: str = "") -> list[str]:
    """The paths of all texts of the example."""
    if isinstance(here, dict):
        return [found for key, value in here.items() for found in texts(value, f"{path}/{key}")]
    if isinstance(here, list):
        return [found for number, value in enumerate(here) for found in texts(value, f"{path}/{number}")]
    return [path.strip("/")] if isinstance(here, str) else []


CHANGES: list[tuple[str, Any]] = [
    *OTHERS.items(),
    *((part, None) for part in PARTS),
    *((part, []) for part in (*LISTS, "get_involved", "previous_weeks")),
    *(
        (path, "another")
        for path in texts(EXAMPLE)
        if path not in OTHERS and not path[-1].isdigit() and not path.startswith("cards/")
    ),
    ("cards/0/alt", "Another."),
    ("statistics/0/of", 30),
]


@pytest.fixture(scope="module")
def brand() -> Brand:
    return sample_brand()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A campaign's folder with two photographs."""
    made = tmp_path_factory.mktemp("campaign")
    (made / "packs/photos").mkdir(parents=True)
    photographs = sorted((ROOT / "packs/photos").glob("*.jpg"))
    shutil.copy(photographs[0], made / "packs/photos/hands.jpg")
    shutil.copy(next((ROOT / "tests").rglob("*.jpg"), photographs[-1]), made / "packs/photos/other.jpg")
    (made / "packs/photos/other.jpg").write_bytes(photographs[-1].read_bytes() + b"\0")
    return made


def planned(folder: Path, brand: Brand, example: dict[str, Any]) -> Iterator[str]:
    """All that is planned, but for what is laid out of it; or what is told. Kind by kind, then together."""
    spec = folder / "packs/2022.yaml"
    spec.write_text(yaml.dump(example, Dumper=DUMPER, allow_unicode=True), encoding="utf-8")
    request = build.Request(spec=spec, brand=ROOT / "brand", output=folder / "output", root=folder)
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(build, "known_brand", lambda *_: brand)
            editions, problems = build.read_editions(request)
        yield repr(problems)
        kinds = build._kinds(request)
        for kind in kinds:
            yield repr(tuple(kind.plan(editions[0])))
    except Faults as faults:
        yield str(faults)
        return
    found: list[Problem] = []
    yield repr((plan_all(editions, kinds, found), found))


@pytest.fixture(scope="module")
def usual(folder: Path, brand: Brand) -> tuple[str, ...]:
    found = tuple(planned(folder, brand, EXAMPLE))
    assert "Plan(" in found[-1], found
    return found


def test_every_field_has_a_row() -> None:
    spec = Spec.model_validate(EXAMPLE)
    known = [path for path, _ in CHANGES if path != "guide/leave_out"]
    elsewhere = {"Guide.leave_out", "Spec.look", "Statistic.art"}  # below, and in test_looks.py
    elsewhere |= {"Infographic.sides", "Side.title", "Side.points", "Side.icon"}  # test_infographic_forms.py
    rows = {field_at(spec, path) for path in known} | elsewhere
    assert fields_of(models_in(Spec)) - rows == set()


@pytest.mark.parametrize(("path", "value"), CHANGES, ids=[path for path, _ in CHANGES])
def test_a_field_changes_what_is_planned(
    folder: Path, brand: Brand, usual: tuple[str, ...], path: str, value: Any
) -> None:
    found = planned(folder, brand, changed(EXAMPLE, path, value))
    assert any(one != other for one, other in zip_longest(found, usual))
