"""What the guide and the start page show of slides, posters and carousels: pictures of finished layouts."""

from __future__ import annotations

from sample_packs import SamplePack

from builder.content.frame import Frame, Picture, Text
from builder.content.story import Gallery, Heading, Story, plain
from builder.kinds.slides.picture import DeckPicture
from builder.pack.plan import Plan


def guide(pack: SamplePack) -> tuple[Plan, Story]:
    plan = next(plan for plan in pack.plans("guide") if plan.language == "en-GB")
    return plan, plan.content


def deck(pack: SamplePack) -> Frame:
    plan = next(plan for plan in pack.recipes("slides") if plan.picture)
    assert isinstance(plan.picture, DeckPicture)
    frame: Frame = plan.picture.lay_out().content
    return frame


def test_slides_are_seen_without_office_with_a_photograph(packs: dict[str, SamplePack]) -> None:
    frame = deck(packs["2022"])
    said = [item.words for item in frame.items if isinstance(item, Text)]
    assert said[0] == "Understanding Early Trauma"
    assert "14.2 million" in said
    assert any(isinstance(item, Picture) for item in frame.items)
    for item in frame.items:
        if isinstance(item, Text):
            assert item.box.x >= 0 and item.box.right <= frame.width + 0.1
            assert item.box.y >= 0 and item.box.bottom <= frame.height + 0.1


def test_slides_of_a_language_from_the_right_begin_at_the_right(packs: dict[str, SamplePack]) -> None:
    frame = deck(packs["urdu"])
    assert frame.rtl
    title = next(item for item in frame.items if isinstance(item, Text))
    assert title.box.x > frame.width / 2  # the first slide is the one at the right


def test_the_guide_shows_each_document_once_by_name_and_folder(packs: dict[str, SamplePack]) -> None:
    _, story = guide(packs["2022"])
    at = next(place for place, block in enumerate(story.blocks) if says(block) == "In this pack")
    gallery = story.blocks[at + 1]
    assert isinstance(gallery, Gallery)
    assert [plain(figure.caption) for figure in gallery.figures] == [
        "Posters\nIn the folder posters",
        "Leaflet\nIn the folder leaflet",
        "Infographic\nIn the folder infographic",
        "Pledge\nIn the folder pledge",
        "Activity sheet\nIn the folder activity",
        "Certificate\nIn the folder certificate",
        "Profile frame\nIn the folder badges",
        "Sticker\nIn the folder badges",
    ]
    assert all(figure.alt for figure in gallery.figures)
    *_, slides = (block for block in story.blocks[at:] if isinstance(block, Gallery))
    assert [figure.alt for figure in slides.figures] == ["Example slides (16:9): Understanding Early Trauma"]


def test_a_carousel_stands_in_rows_in_its_order(packs: dict[str, SamplePack]) -> None:
    _, story = guide(packs["2020"])
    at = next(place for place, block in enumerate(story.blocks) if says(block) == "Carousel")
    row = story.blocks[at + 2]
    assert isinstance(row, Gallery)
    cards = [plan for plan in packs["2020"].plans("carousel") if plan.format.is_image]
    shown = [figure.alt for figure in row.figures]
    assert shown == [plan.alt for plan in cards if plan.language == "en-GB"]


def says(block: object) -> str:
    return plain(block.spans) if isinstance(block, Heading) else ""
