"""What a build lays out and draws, and what it takes from before: counted on a real one."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from shutil import copytree

import pytest

from builder.content.recipe import recipes_in
from builder.errors import Faults
from builder.output.key import layout_key
from builder.output.workers import Done
from builder.pipeline.build import build, check
from builder.pipeline.request import Request
from builder.record import replace

ROOT = Path(__file__).parents[1]
SPEC = """\
campaign:
  name: Quiet Week
  short_name: Quiet
  organiser: Trust
  website: https://example.org/quiet
  contact: us@example.org
  about: A week to listen.
theme: {title: Listen, strapline: Then speak, hashtag: "#QuietWeek", why: Because it helps.}
dates: {start: 2024-02-05, end: 2024-02-11}
messages:
  - {id: ears, headline: Two ears and one mouth, text: Use them in that order.}
  - {id: tea, headline: Sit down with a cup of tea}
  - {id: door, headline: Leave your door open}
cards:
  - {design: message, for: messages, sizes: [instagram-square, story]}
"""
KINDS = ("social", "posters", "guide", "slides")


def campaign(folder: Path) -> Request:
    """The campaign of a folder, asked for in part."""
    output = folder / "output"
    spec = folder / "packs/2024.yaml"
    return Request(spec=spec, brand=folder / "brand", output=output, root=folder, only=KINDS, jobs=2)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Done]]:
    """The folder of a campaign that was built for the first time, and every step of that."""
    folder = tmp_path_factory.mktemp("built") / "campaign"
    copytree(ROOT / "brand", folder / "brand")
    (folder / "packs").mkdir()
    (folder / "packs/2024.yaml").write_text(SPEC, "utf-8")
    return folder, steps(campaign(folder))


@pytest.fixture
def asked(built: tuple[Path, list[Done]], tmp_path: Path) -> Request:
    """A copy of the campaign, with the cache of its first build."""
    return replace(campaign(copytree(built[0], tmp_path / "campaign")), jobs=1)


def change(request: Request, old: str, new: str) -> None:
    text = request.spec.read_text("utf-8")
    assert old in text
    request.spec.write_text(text.replace(old, new), "utf-8")


def steps(request: Request) -> list[Done]:
    """Every step of a build."""
    found: list[Done] = []
    build(request, lambda _: None, found.append)
    return found


def drawn(found: list[Done]) -> set[str]:
    return {step.name.rpartition("/")[2] for step in found if step.done == "drawn"}


def counted(found: list[Done]) -> Counter[str]:
    return Counter(step.done for step in found)


def test_a_recipe_is_laid_out_once_whoever_shows_it_and_never_again(
    asked: Request, built: tuple[Path, list[Done]]
) -> None:
    found: list[Done] = []
    plans = check(replace(asked, output=asked.output.with_name("cold")), found.append).plans
    recipes = [layout_key(recipe) for plan in plans for recipe in recipes_in(plan.content)]
    assert len(recipes) > len(set(recipes)) > len(plans)  # thumbnails; and the guide's own frames

    assert counted(found) == {"laid out": len(set(recipes))}
    assert counted(built[1]) == {"laid out": len(set(recipes)), "drawn": len(plans)}
    assert counted(steps(asked)) == {"taken": len(plans)}


def test_a_build_after_a_check_draws_and_lays_nothing_out(asked: Request) -> None:
    fresh = replace(asked, output=asked.output.with_name("fresh"), only=("social",))
    plans = check(fresh).plans
    assert counted(steps(fresh)) == {"drawn": len(plans)}


def test_one_changed_word_lays_out_and_draws_what_holds_it(asked: Request) -> None:
    change(asked, "Leave your door open", "Leave your window open")
    found = steps(asked)
    assert [step.name for step in found if step.done == "laid out"].count("story") == 1
    assert counted(found)["laid out"] == 3  # two cards, and the deck with the message on a slide
    assert drawn(found) == {
        "quiet-2024_message-door_instagram-square_1080x1080_en.png",
        "quiet-2024_message-door_story_1080x1920_en.png",
        "quiet-2024_guide_en.pdf",
        "quiet-2024_guide_en.docx",
        "quiet-2024_slides-example_16x9_en.pptx",
    }


def test_a_strapline_draws_no_card_that_does_not_show_it(asked: Request) -> None:
    change(asked, "Then speak", "Then answer")
    found = drawn(steps(asked))
    assert not [name for name in found if "message" in name]
    assert len([name for name in found if "poster" in name]) == 6


def test_a_line_that_moves_lays_nothing_out_and_is_told_where_it_stands_now(asked: Request) -> None:
    change(asked, "Leave your door open", "Pneumonoultramicroscopicsilicovolcanoconiosis" * 3)
    lines = []
    for _ in range(2):
        found: list[Done] = []
        with pytest.raises(Faults) as faults:
            check(asked, found.append)
        lines.append({problem.place.line for problem in faults.value.problems if problem.place})
        change(asked, "campaign:", "# moved\ncampaign:")
    assert lines == [{13}, {14}]
    assert not found


def test_a_message_before_the_others_lays_out_its_own_cards_and_that_beside_it(asked: Request) -> None:
    """The one beside it would have the same ground."""
    change(asked, "messages:\n", "messages:\n  - {id: walk, headline: Walk for a while}\n")
    found: list[Done] = []
    check(asked, found.append)
    counted = {"instagram-square": 2, "story": 2, "": 2}  # the deck, and a picture
    assert Counter(step.name for step in found) == counted


def test_a_changed_piece_of_art_lays_out_what_may_show_it(asked: Request) -> None:
    (asked.brand / "art").mkdir()
    art, look = asked.brand / "art/hold.svg", ROOT / "builder/looks/embrace/art/hold.svg"
    art.write_text(look.read_text("utf-8").replace("</svg>", "<!-- retouched --></svg>"), "utf-8")
    found = drawn(steps(asked))
    # The others are drawn with other art.
    messages = {name for name in found if "message" in name and "square" in name}
    assert messages == {"quiet-2024_message-tea_instagram-square_1080x1080_en.png"}
