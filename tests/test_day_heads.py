"""The heads of days in a guide: layouts of the brand's designs, in the place of words."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from sample_packs import SamplePack
from sample_story import look, story
from test_judged import LOOK, ROOM, picture
from test_openings import AGAIN, bands, elements, texts

from builder.brand.uses import DAY_HEAD
from builder.content.frame import Fill, Frame, Line, Text
from builder.content.pages import LAYOUT, Element, Page, PlacedFrame
from builder.content.story import Definition, Definitions, Heading, Paragraph, words
from builder.geometry.box import Box
from builder.kinds.guide.chapters import events
from builder.kinds.guide.openings import day_head
from builder.layout.flow.judged import judged
from builder.layout.flow.paginate import paginate
from builder.layout.largeprint import large_print
from builder.record import replace

WIDE = look().width - look().outer - look().inner


def strip(title: str, size: float = 20.0) -> Frame:
    ground = Fill(Box(0, 0, WIDE, 48), look().accent)
    said = Text(title, (Line((), 30.0),), size, look().text.color, lang="en-GB")
    return Frame(WIDE, 48, "pt", (ground, said), "en-GB")


def tuesday(size: float = 20.0) -> tuple[Heading, Definitions]:
    entries = tuple(Definition(f"{n}:00", (Paragraph(words(f"Event {n}.")),)) for n in range(40))
    over = strip("Tuesday (continued)", size)
    head = Heading(2, words("Tuesday"), plate=strip("Tuesday", size))
    return head, Definitions(entries, continued="Tuesday (continued)", plate=over)


def test_a_day_s_head_stands_from_margin_to_margin_and_is_a_heading_once() -> None:
    pages = paginate(story(*tuesday()))
    first, *others = (bands(page) for page in pages.pages)
    (head,) = first
    assert (head.x, WIDE * head.scale) == pytest.approx((look().inner, WIDE))
    (heading,) = elements(pages.structure, "H1")
    assert head.owners == (LAYOUT, heading.number)
    assert others and all(len(over) == 1 for over in others)
    for (over,) in others:
        assert over.owners == (AGAIN, AGAIN)
        assert over.y == pytest.approx(look().top)
    assert not any("Tuesday" in texts(page) for page in pages.pages)  # nor said a second time


def test_a_head_whose_words_would_be_smaller_than_the_text_is_words() -> None:
    small = story(*tuesday(size=look().text.size - 1))
    assert "Tuesday" in texts(paginate(small).pages[0])
    large = replace(small, look=large_print(small.look), blocks=tuesday(size=17.0))
    assert "Tuesday" in texts(paginate(large).pages[0])
    assert not any(bands(page) for page in paginate(large).pages)


def test_a_day_s_head_that_nothing_follows_is_told() -> None:
    low = LOOK.height - LOOK.bottom - 60
    head = PlacedFrame(strip("Tuesday"), LOOK.inner, low, 1.0, (LAYOUT, 1))
    structure = Element("Document", 0, children=(Element("H2", 1), Element("Figure", 4)))
    above = picture(LOOK.top, 0.85 * ROOM)
    told = ("page 1 ends with a heading that nothing follows",)
    assert judged((Page((above, head)),), structure, LOOK) == told
    assert judged((Page((above, head, picture(low + 50, 9))),), structure, LOOK) == ()


def test_each_day_of_several_events_has_a_ground_of_its_own(packs: dict[str, SamplePack]) -> None:
    edition = packs["2022"].planned.editions[0]
    first, second, third, *_ = edition.spec.events
    pairs = [each.model_copy(update={"id": f"{each.id}-2"}) for each in (first, second, third)]
    spec = edition.spec.model_copy(update={"events": (first, second, third, *pairs)})
    told = events(replace(edition, spec=spec))
    heads: list[Any] = [block.plate for block in told if isinstance(block, Heading)]
    grounds = [head.design.value.background.ground for head in heads]
    assert len(grounds) >= 2
    assert all(one != two for one, two in pairwise(grounds))
    over: list[Any] = [block.plate for block in told if isinstance(block, Definitions)]
    assert [head.design.value.background.ground for head in over] == grounds
    bare = {name: design for name, design in edition.brand.designs.items() if name != DAY_HEAD}
    plain = events(replace(edition, spec=spec, brand=replace(edition.brand, designs=bare)))
    assert not any(block.plate for block in plain if isinstance(block, Heading | Definitions))


@pytest.mark.parametrize(
    "title",
    ["Tue", "Donnerstag, 26. September – Mittwoch, 2. Oktober (Fortsetzung)", "Mercher 2 Hydref (parhad)"],
)
def test_the_longest_day_has_room_on_its_strip_in_each_look(pack: SamplePack, title: str) -> None:
    edition = pack.planned.editions[0]
    for turn, event in enumerate(edition.spec.events[:3]):
        head = day_head(edition, turn, event, title)
        assert head.lay_out().sound
