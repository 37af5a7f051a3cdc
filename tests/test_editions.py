"""An edition: what its files are called."""

from __future__ import annotations

import ast
import datetime as dt
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from test_cards import SPEC, packed

from builder.pack.edition import Edition
from builder.pack.formats import STORY_PDF, TEXT
from builder.phrases import phrases
from builder.record import replace
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
    assert (own.pack, edition("en-GB", "en-GB").pack) == ("2024-harbour-trust", "2024")


@pytest.mark.parametrize(("name", "called"), [("Quiet", "Quiet 2025"), ("Calm 2025", "Calm 2025")])
def test_a_name_that_has_the_year_in_it_says_it_once(tmp_path: Path, name: str, called: str) -> None:
    own = packed(tmp_path, campaign={**SPEC["campaign"], "name": name, "short_name": name})
    assert (own.name, own.short_name) == (called, called)


def test_files_at_the_front_of_a_pack_are_called_by_their_language_but_the_first() -> None:
    names = [edition(language, "en-GB", "cy").front_path("changes", TEXT) for language in ("en-GB", "cy")]
    assert names == ["changes.txt", "changes_cy.txt"]


def test_no_kind_asks_the_brand_for_what_an_edition_chooses() -> None:
    """A partner's edition has other logos and other names: kinds have both from the edition."""
    kinds = (Path(__file__).parent.parent / "builder/kinds").rglob("*.py")
    asked = {
        f"{path.name}: {node.attr}"
        for path in kinds
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
        and (node.attr in {"logo_files", "logo_alts", "logos"} and not _of_edition(node))
    }
    assert asked == set()


def _of_edition(node: ast.Attribute) -> bool:
    """Or of a recipe, which holds those that its edition chose."""
    return ast.unparse(node.value) in {"edition", "self.brand.value"}
