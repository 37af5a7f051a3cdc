"""An edition: what its files are called."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from builder.pack.edition import Edition
from builder.pack.formats import STORY_PDF
from builder.phrases import phrases
from builder.spec.parts import Campaign, Dates


def edition(language: str, *languages: str) -> Edition:
    """An edition with as much of a spec as names need."""
    campaign = Campaign.model_construct(short_name="Quiet Week")
    dates = Dates.model_construct(start=dt.date(2024, 2, 5), end=dt.date(2024, 2, 11))
    spec: Any = SimpleNamespace(campaign=campaign, dates=dates, languages=languages)
    brand: Any = None  # names do not depend on it
    return Edition(spec, brand, language, phrases(language), Path(), lambda *_, **__: None)


@pytest.mark.parametrize(
    ("language", "languages", "name"),
    [
        ("en-GB", ("en-GB", "cy"), "guide/quiet-week-2024_guide_en.pdf"),
        ("cy", ("en-GB", "cy"), "guide/quiet-week-2024_guide_cy.pdf"),
        ("en-US", ("en-GB", "en-US"), "guide/quiet-week-2024_guide_en-us.pdf"),
    ],
)
def test_files_are_called_by_campaign_year_and_language(
    language: str, languages: tuple[str, ...], name: str
) -> None:
    assert edition(language, *languages).path("guide", "guide", STORY_PDF) == name


def test_a_partners_files_are_called_by_the_partner_too() -> None:
    own = replace(edition("en-GB", "en-GB"), partner="harbour-trust")
    assert own.path("guide", "guide", STORY_PDF) == "guide/quiet-week-2024-harbour-trust_guide_en.pdf"
