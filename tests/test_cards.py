"""The cards of a pack: their names, and the words they show."""

from pathlib import Path

import yaml

from builder.brand.read import read_brand
from builder.cards import Card, cards
from builder.pack import Pack
from builder.phrases import phrases
from builder.spec.read import read_spec

ROOT = Path(__file__).parents[1]
SPEC = {
    "campaign": {
        "name": "Tea Week",
        "short_name": "Tea",
        "organiser": "Us",
        "website": "https://example.org",
        "contact": "us@example.org",
        "about": "Tea.",
    },
    "theme": {"title": "Tea", "hashtag": "#TeaForAll", "why": "Because."},
    "dates": {"start": "2025-05-05", "end": "2025-05-11"},
}


def made(folder: Path, **parts: object) -> list[Card]:
    path = folder / "2025.yaml"
    path.write_text(yaml.safe_dump({**SPEC, **parts}), "utf-8")
    edition = read_spec(path, folder).editions[0]
    brand = read_brand(ROOT / "brand", "brand")
    said = phrases(edition.language)
    return list(cards(Pack(edition.spec, brand, edition.language, said, folder, edition.source.place)))


def event(title: str, **more: str) -> dict[str, str]:
    return {"title": title, "start": "2025-05-06T10:00", "place": "Hall", **more}


def test_items_without_an_id_are_named_by_their_titles_each_by_its_own(tmp_path: Path) -> None:
    titles = [event("Tea"), event("Tea"), event("চা"), event("茶"), event("Tea", id="tea-2")]
    found = made(tmp_path, events=titles, cards=[{"design": "event", "for": "events"}])
    assert [card.id for card in found] == ["event-tea", "event-2", "event-3", "event-4", "event-tea-2"]


def test_names_are_the_same_in_every_language(tmp_path: Path) -> None:
    (tmp_path / "2025.cy.yaml").write_text("events: [{title: Te, place: Neuadd}]\n", "utf-8")
    found = made(tmp_path, events=[event("Tea")], languages=["en-GB", "cy"])
    assert [card.id for card in found if card.design == "event"] == ["event-1"]


def test_a_quotation_has_the_marks_of_its_language(tmp_path: Path) -> None:
    found = made(tmp_path, quotes=[{"id": "q", "text": "Tee hilft."}], languages=["de"])
    assert [card.words["quotation"] for card in found if card.design == "quote"] == ["„Tee hilft.“"]
