"""The guide of whole packs: its chapters, its pages, and the spec's words in it."""

from dataclasses import replace
from pathlib import Path

import pytest
from laid_out import laid_out
from pdf_text import opened, words
from sample_story import book

from builder.content.story import Figure, Gallery, Opening, Story
from builder.errors import Faults
from builder.kinds.guide import KIND
from builder.pack.plan import Plan
from builder.pipeline.build import Request, check
from builder.spec.model import Spec

ROOT = Path(__file__).parent.parent
SPECS = [
    *sorted((ROOT / "packs").glob("20??.yaml")),
    *sorted((ROOT / "tests/packs").glob("*/packs/20??.yaml")),
]


def planned(spec: Path, output: Path) -> tuple[Spec, Plan]:
    """The guide of the first language, and the spec it is made from."""
    asked = Request(spec=spec, brand=ROOT / "brand", output=output, root=ROOT, only=("guide",))
    found = check(asked)
    return found.editions[0].spec, laid_out(found.plans[0], asked)


@pytest.mark.parametrize("path", SPECS, ids=lambda path: f"{path.parent.parent.name}-{path.stem}")
def test_the_guide_holds_the_words_of_the_spec(path: Path, tmp_path: Path) -> None:
    spec, plan = planned(path, tmp_path)
    with opened(book(plan.content, "2022-06-13")) as document:
        read = words(document).replace(" ", "")
        assert 4 <= len(document.pages) <= 40
    said = [spec.theme.title, spec.campaign.organiser]
    said += [message.headline for message in spec.messages] + [figure.value for figure in spec.statistics]
    said += [event.title for event in spec.events] + [day.topic for day in spec.days]
    said += [idea for part in spec.get_involved for idea in part.ideas]
    for text in said:
        for word in text.split():
            assert word in read, (word, text)


def test_the_guide_of_2022_has_the_length_of_a_small_book(tmp_path: Path) -> None:
    _, plan = planned(ROOT / "packs/2022.yaml", tmp_path)
    with opened(book(plan.content)) as document:
        assert 12 <= len(document.pages) <= 20
    assert plan.path == "guide/imhaw-2022_guide_en.pdf"


def test_every_picture_of_the_guide_has_words(tmp_path: Path) -> None:
    _, plan = planned(ROOT / "packs/2022.yaml", tmp_path)
    pictures = [
        figure for block in plan.content.blocks if isinstance(block, Gallery) for figure in block.figures
    ]
    assert len(pictures) > 20
    assert all(isinstance(figure, Figure) and figure.alt for figure in pictures)


def chapters(story: Story) -> list[str]:
    return [block.id for block in story.blocks if isinstance(block, Opening)][2:]


def guide(tmp_path: Path, **changes: tuple[str, ...]) -> Story:
    found = check(
        Request(
            spec=ROOT / "packs/2022.yaml", brand=ROOT / "brand", output=tmp_path, root=ROOT, only=("guide",)
        )
    )
    pack = found.editions[0]
    changed = pack.spec.guide.model_copy(update=changes)
    plans = KIND.plan(replace(pack, spec=pack.spec.model_copy(update={"guide": changed})))
    return next(iter(plans)).content  # type: ignore[no-any-return]


def test_chapters_can_be_left_out_and_ordered(tmp_path: Path) -> None:
    assert chapters(guide(tmp_path, chapters=("posts", "about", "with-care"))) == [
        "posts",
        "about",
        "with-care",
    ]
    usual = chapters(guide(tmp_path))
    assert usual[:3] == ["about", "why", "messages"]
    assert chapters(guide(tmp_path, leave_out=("why", "with-care"))) == [
        name for name in usual if name not in {"why", "with-care"}
    ]


def test_an_unknown_chapter_is_a_fault_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(Faults) as caught:
        guide(tmp_path, chapters=("about", "post"))
    (problem,) = caught.value.problems
    assert problem.message == "unknown chapter `post`"
    assert "posts" in problem.hint
