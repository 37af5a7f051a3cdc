"""Words that texts take from other fields, in each language."""

from __future__ import annotations

import pytest

from builder.spec.model import Spec
from builder.spec.read import read_spec
from tests.test_bad_specs import NAMES

SPEC = """\
campaign:
  name: Swift Week
  short_name: Swifts
  organiser: Friends of Swifts
  website: https://example.org/{year}
  contact: Ask {organiser}
  about: "{campaign} ({short_name}), {dates}."
theme: {title: "*Nests* in {year}", strapline: Look up,
  hashtag: "#APlaceToNest", why: "{theme}: {strapline}."}
dates: {start: 2023-07-03, end: 2023-07-09}
languages: [en-GB, de]
messages:
  - {id: one, headline: "{dates_short}", text: 'Keep {{dates}}, {{first_name}} and {"a": 1}, not {year}.'}
posts:
  - {id: go, when: 2023-07-03, text: {default: "{theme} {hashtag} {website}"}}
"""
GERMAN = """\
campaign: {name: Mauerseglerwoche, about: "{campaign}, {dates}."}
theme: {title: "Nester {year}", strapline: Schaut hinauf, why: "{theme}: {strapline}."}
messages:
  - {id: one, headline: "{dates_short}", text: "{hashtag}"}
posts:
  - {id: go, text: {default: "{theme}"}}
"""


@pytest.fixture(scope="module")
def specs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Spec, Spec]:
    folder = tmp_path_factory.mktemp("packs")
    (folder / "2023.yaml").write_text(SPEC, encoding="utf-8")
    (folder / "2023.de.yaml").write_text(GERMAN, encoding="utf-8")
    english, german = read_spec(folder / "2023.yaml", folder, NAMES).versions
    return english.spec, german.spec


def test_a_text_takes_its_words_from_other_fields(specs: tuple[Spec, Spec]) -> None:
    english, _ = specs
    assert english.campaign.about == "Swift Week (Swifts), 3–9 July 2023."
    assert english.campaign.contact == "Ask Friends of Swifts"
    assert english.campaign.website == "https://example.org/2023"
    assert english.theme.title == "Nests in 2023"
    assert english.theme.why == "Nests in 2023: Look up."
    assert english.messages[0].headline == "3–9 July"
    assert english.posts[0].text["default"] == "Nests in 2023 #APlaceToNest https://example.org/2023"


def test_braces_of_other_programs_stay(specs: tuple[Spec, Spec]) -> None:
    english, _ = specs
    assert english.messages[0].text == 'Keep {{dates}}, {{first_name}} and {"a": 1}, not 2023.'


def test_a_translation_takes_its_own_words(specs: tuple[Spec, Spec]) -> None:
    _, german = specs
    assert german.campaign.about == "Mauerseglerwoche, 3.–9. Juli 2023."
    assert german.theme.why == "Nester 2023: Schaut hinauf."
    assert (german.messages[0].headline, german.messages[0].text) == ("3.–9. Juli", "#APlaceToNest")
    assert german.posts[0].text["default"] == "Nester 2023"
