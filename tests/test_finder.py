"""The finder of the start page: what files are for follows from what they are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sample_brand import sample_brand

from builder.content.page import PagePost, Section
from builder.kinds.start.finder import goals
from builder.pack.edition import Edition
from builder.pack.formats import (
    CARDS_PDF,
    CSV,
    DOCX,
    FRAME_PDF,
    ICS,
    PNG,
    PPTX,
    PRINT_PDF,
    STORY_PDF,
    TEXT,
    supplied,
)
from builder.pack.plan import Plan
from builder.phrases import phrases


def edition(language: str = "en-GB") -> Edition:
    spec: Any = type("Spec", (), {"languages": (language,)})
    return Edition(spec, sample_brand(), language, phrases(language), Path(), lambda *_, **__: None)


def file(kind: str, format_: Any, size: str = "", **given: Any) -> Plan:
    path = f"{kind}/{size or format_.ending}.{format_.ending}"
    said = {"title": path, "content": b"", "language": "en-GB"}
    return Plan(kind=kind, path=path, format=format_, size=size, **said, **given)


def served(*plans: Plan, posts: bool = False, language: str = "en-GB") -> dict[str, list[str]]:
    its = edition(language)
    kinds = dict.fromkeys(plan.kind for plan in plans)
    sections = [Section(f"{its.suffix}-{kind}", kind, "") for kind in kinds]
    if posts:
        sections.append(Section(f"{its.suffix}-posts", "posts", "", posts=(PagePost("p", "p", ()),)))
    return {goal.title: [link.href for link in goal.links] for goal in goals(its, sections, plans)}


@pytest.mark.parametrize(
    ("plan", "goal"),
    [
        (file("social", PNG, "story"), "post today"),
        (file("row", CARDS_PDF), "post today"),
        (file("leaflet", FRAME_PDF), "print and put up"),
        (file("leaflet", PRINT_PDF), "print and put up"),
        (file("talk", PPTX), "present"),
        (file("calls", PNG, "background"), "present"),
        (file("mail", PNG, "email-signature"), "write and send"),
        (file("letters", DOCX), "write and send"),
        (file("tables", CSV), "write and send"),
    ],
)
def test_a_kind_is_found_by_what_its_files_are(plan: Plan, goal: str) -> None:
    assert served(plan) == {goal: [f"#en-{plan.kind}"]}


def test_pages_beside_a_print_file_are_no_post() -> None:
    leaflet = file("leaflet", CARDS_PDF), file("leaflet", PRINT_PDF)
    assert served(*leaflet) == {"print and put up": ["#en-leaflet"]}
    assert served(file("row", CARDS_PDF), file("row", PNG, "story")) == {"post today": ["#en-row"]}


def test_what_is_offered_otherwise_is_in_no_goal() -> None:
    guide = file("guide", STORY_PDF, call="Open the guide"), file("guide", DOCX, group="guide")
    assert served(*guide, file("logos", supplied("png")), file("calendar", ICS)) == {}


def test_a_note_beside_posters_makes_no_letter_of_them() -> None:
    assert served(file("posters", FRAME_PDF), file("posters", TEXT)) == {"print and put up": ["#en-posters"]}


def test_posts_come_first_and_goals_stand_in_one_order() -> None:
    plans = file("letters", DOCX), file("social", PNG, "story"), file("both", PNG), file("both", PRINT_PDF)
    found = served(*plans, posts=True)
    assert found["post today"] == ["#en-posts", "#en-social", "#en-both"]
    assert list(found) == ["post today", "print and put up", "write and send"]
