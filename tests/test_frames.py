"""Every card of every pack, as laid out: nothing cut, nothing overlapping, nothing too small."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from sample_packs import SamplePack

from builder.content.frame import Frame, Text
from builder.content.printed import Printed
from builder.geometry.box import Box
from builder.pack.plan import Plan
from builder.platforms.sizes import SIZES
from builder.record import replace

DRAWN = ("social", "email", "backgrounds", "posters", "infographic", "pledge")


@pytest.fixture(scope="session")
def plans(pack: SamplePack) -> tuple[Plan, ...]:
    found = pack.plans(*DRAWN)
    assert len(found) > 10
    frames = (
        replace(plan, content=plan.content.frame) if isinstance(plan.content, Printed) else plan
        for plan in found
        if plan.format.ending != "txt"
    )
    return tuple(plan for plan in frames if isinstance(plan.content, Frame))  # notes for print shops are none


def texts(plan: Plan) -> list[Text]:
    return [item for item in plan.content.items if isinstance(item, Text)]


def lines(text: Text) -> Iterator[Box]:
    """Where each line's letters stand, between the height of x and the baseline."""
    for line in text.lines:
        left = min(run.x for run in line.runs)
        right = max(run.x + run.width for run in line.runs)
        level = Box(left, line.baseline - text.size * 0.45, right - left, text.size * 0.45)
        yield text.turn.box(level) if text.turn else level


def test_text_stays_in_the_safe_area(plans: tuple[Plan, ...]) -> None:
    for plan in plans:
        frame: Frame = plan.content
        assert frame.safe is not None
        for text in texts(plan):
            hang = text.size * 0.12  # large type's side bearings hang outside its margin
            for box in (text.box, *lines(text)):
                assert frame.safe.contains(box, slack=hang), (plan.path, text.words, box, frame.safe)


def test_no_two_texts_share_ground(plans: tuple[Plan, ...]) -> None:
    for plan in plans:
        for one, two in combinations(texts(plan), 2):
            assert not one.box.overlaps(two.box, slack=0.5), (plan.path, one.words, two.words)


def test_lines_of_a_text_do_not_touch(plans: tuple[Plan, ...]) -> None:
    for plan in plans:
        for text in texts(plan):
            for one, two in combinations(lines(text), 2):
                assert not one.overlaps(two, slack=0.5), (plan.path, text.words)


def test_no_text_is_too_small_to_read(plans: tuple[Plan, ...]) -> None:
    rows = {size.key: size for size in SIZES}
    for plan in plans:
        size = rows.get(plan.size)
        floor = 12.0 if size is None else size.least / size.shown * size.width
        if plan.content.unit == "px" and size is None:
            continue  # drawn for a size whose key its plan does not carry
        for text in texts(plan):
            assert text.size >= floor - 0.01, (plan.path, text.words, text.size)


def test_every_word_of_a_text_is_set_in_the_order_of_reading(plans: tuple[Plan, ...]) -> None:
    for plan in plans:
        for text in texts(plan):
            drawn = "".join(line.text for line in text.lines)
            assert bare(drawn) == bare(text.words), (plan.path, text.words)


def bare(words: str) -> str:
    """The words without blanks, which lines begin and end without, and without hyphens."""
    return "".join(words.replace("\u00ad", "").replace("-", "").split())


def test_the_shipped_packs_warn_of_nothing(packs: dict[str, SamplePack]) -> None:
    for year in ("2020", "2021", "2022"):
        assert [str(problem) for problem in packs[year].planned.problems] == [], year
