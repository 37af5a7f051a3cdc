"""The guide of whole packs: its chapters, its pages, and the spec's words in it."""

import datetime as dt
from collections import Counter
from typing import Any

import pytest
from pdf_text import opened, words
from sample_packs import SamplePack

from builder.brand.uses import GROUNDS
from builder.content.frame import Path
from builder.content.story import (
    Definitions,
    Feature,
    Figure,
    Gallery,
    Heading,
    Opening,
    Paragraph,
    PostCard,
    PullFigure,
    Story,
    Table,
    plain,
)
from builder.content.walk import every
from builder.kinds.guide import KIND
from builder.kinds.guide.chapters import events, statistics
from builder.kinds.guide.features import messages
from builder.kinds.guide.images import images
from builder.kinds.guide.openings import opening, tails
from builder.kinds.guide.posts import posts
from builder.layout.flow.paginate import paginate
from builder.pack.cards import Card, cards
from builder.pack.edition import Edition
from builder.pack.plan import Plan
from builder.platforms.sizes import Size
from builder.record import replace
from builder.source import Loc


@pytest.fixture(scope="module")
def year(packs: dict[str, SamplePack]) -> SamplePack:
    return packs["2022"]


def printed(pack: SamplePack) -> tuple[Plan, bytes]:
    """The guide in the pack's first language, and its PDF."""
    ((plan, data),) = pack.drawn(pack.recipes("guide")[:1])
    return plan, data


def test_the_guide_holds_the_words_of_the_spec(pack: SamplePack) -> None:
    spec = pack.planned.editions[0].spec
    with opened(printed(pack)[1]) as document:
        read = words(document).replace(" ", "").replace("\u00ad", "")
        assert 4 <= len(document.pages) <= 40
    said = [spec.theme.title, spec.campaign.organiser]
    said += [message.headline for message in spec.messages] + [figure.value for figure in spec.statistics]
    said += [event.title for event in spec.events] + [day.topic for day in spec.days]
    said += [idea for part in spec.get_involved for idea in part.ideas]
    for text in said:
        for word in text.split():
            assert word in read, (word, text)


def test_the_guide_of_2022_has_the_length_of_a_small_book(year: SamplePack) -> None:
    plan, data = printed(year)
    with opened(data) as document:
        assert 12 <= len(document.pages) <= 32
    assert plan.path == "guide/imhaw-2022_guide_en.pdf"


def test_no_page_of_2022_is_one_that_a_reader_would_take_for_an_accident(year: SamplePack) -> None:
    plan, _ = printed(year)
    assert paginate(plan.content).remarks == ()


def test_every_picture_of_the_guide_has_words(year: SamplePack) -> None:
    plan, _ = printed(year)
    pictures = [
        figure for block in plan.content.blocks if isinstance(block, Gallery) for figure in block.figures
    ]
    assert len(pictures) > 20
    assert all(isinstance(figure, Figure) and figure.alt for figure in pictures)


def test_a_part_of_a_whole_is_drawn_beside_its_figure(year: SamplePack) -> None:
    edition = year.planned.editions[0]
    first, second, *_ = edition.spec.statistics
    parts = first.model_copy(update={"value": "31 %"}), second.model_copy(update={"value": "7", "of": 10})
    own = {"statistics": (*parts, second), "cards": edition.spec.cards[:1]}
    drawn = statistics(replace(edition, spec=edition.spec.model_copy(update=own)))
    assert [(block.value, block.picture and block.picture.alt) for block in every(drawn, PullFigure)] == [
        ("31%", "31% A picture shows 31 in 100."),
        ("7 in 10", "7 in 10. A picture shows 7 in 10."),
        ("7,400", None),
    ]


def test_beside_a_message_s_card_stand_a_post_its_day_and_sizes(year: SamplePack) -> None:
    edition = year.planned.editions[0]
    first, *_ = messages(edition)[1:]
    assert isinstance(first, Feature)
    head, post, ready, sizes = first.blocks
    assert isinstance(head, Heading)
    assert plain(head.spans) == edition.spec.messages[0].headline
    assert [plain(part.spans) for part in every((post,), Paragraph)] == [
        "All platforms: 134 of 280 characters",
        edition.spec.messages[0].text,
        f"{edition.spec.campaign.website}\n{edition.spec.theme.hashtag}",
    ]
    assert isinstance(ready, Paragraph)
    assert (ready.spans[1].text, ready.spans[1].link) == ("Thursday 16 June", "#post-relationships")
    assert isinstance(sizes, Paragraph)
    assert plain(sizes.spans).startswith("7 sizes: Instagram post, portrait\u00a0· ")


def test_a_day_leads_nowhere_if_the_guide_has_no_posts(year: SamplePack) -> None:
    edition = year.planned.editions[0]
    without = edition.spec.guide.model_copy(update={"leave_out": ("posts",)})
    told = messages(replace(edition, spec=edition.spec.model_copy(update={"guide": without})))
    assert not [span for said in every(told, Paragraph) for span in said.spans if span.link]


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_figures_stand_on_their_cards_in_full_rows_and_one_alone_beside_its_words(
    year: SamplePack, count: int
) -> None:
    edition = year.planned.editions[0]
    some = edition.spec.statistics[:count]
    shown = statistics(replace(edition, spec=edition.spec.model_copy(update={"statistics": some})))
    in_rows = [plain(card.caption) for gallery in every(shown, Gallery) for card in gallery.figures]
    columns = [gallery.columns for gallery in every(shown, Gallery)]
    assert columns == {1: [], 2: [2], 3: [3], 4: [2]}[count]
    beside = [
        "\n".join(plain(said.spans) for said in every(feature.blocks, Paragraph))
        for feature in every(shown, Feature)
    ]
    assert (len(in_rows), len(beside)) == ((0, 1) if count == 1 else (count, 0))
    for one, said in zip(some, (*in_rows, *beside), strict=True):
        assert f"Source: {one.source}" in said  # which is small on the card
        assert " sizes: " in said
    assert not any(one.label in said for one, said in zip(some, in_rows, strict=False))  # the card says it
    assert all(f"{some[-1].value} {some[-1].label}" in said for said in beside)  # to post


@pytest.mark.parametrize(("count", "columns"), [(5, 3), (6, 2), (7, 4), (9, 3)])
def test_rows_of_figures_are_as_full_as_they_can_be(year: SamplePack, count: int, columns: int) -> None:
    edition = year.planned.editions[0]
    many = (edition.spec.statistics * 3)[:count]
    named = tuple(one.model_copy(update={"id": f"figure-{n}"}) for n, one in enumerate(many))
    spec = edition.spec.model_copy(update={"statistics": named, "cards": ()})
    (gallery,) = every(statistics(replace(edition, spec=spec)), Gallery)
    assert (len(gallery.figures), gallery.columns) == (count, columns)
    assert gallery.continued == "The numbers (continued)"


def test_sizes_are_told_by_how_many_images_come_in_them(year: SamplePack) -> None:
    edition = year.planned.editions[0]
    every_, told = cards(edition), images(edition)
    heads = [plain(block.spans) for block in told if isinstance(block, Heading) and block.level == 3]
    tables = list(every(told, Table))
    counts = Counter(size for card in every_ for size in card.sizes)
    assert sum(len(table.rows) for table in tables) == len(counts)
    listed = sorted(set(counts.values()), reverse=True)
    assert heads == [
        f"{n} images, {len(own)} size{'s' * (len(own) != 1)}" if n > 1 else told_alone(every_, own)
        for n in listed
        for own in [[size for size in counts if counts[size] == n]]
    ] * (1 < len(listed) <= 3)


def told_alone(every_: tuple[Card, ...], own: list[Size]) -> str:
    """What is said of sizes in each of which one image comes: which it is, if it is the same one."""
    titles = [card.title for card in every_ if any(size in own for size in card.sizes)]
    who = f"{titles[0]}\u00a0·" if len(titles) == 1 else "1 image,"
    return f"{who} {len(own)} size{'s' * (len(own) != 1)}"


def test_sizes_of_a_single_image_are_told_under_what_it_says(year: SamplePack) -> None:
    edition = year.planned.editions[0]
    spec = edition.spec
    all_, one = {"design": "announcement", "sizes": ("all",)}, {"design": "message", "for": "messages"}
    asked = all_, {**one, "sizes": ("story",)}
    requests = tuple(type(spec.cards[0]).model_validate(each) for each in asked)
    told = images(replace(edition, spec=spec.model_copy(update={"cards": requests})))
    heads = [plain(block.spans) for block in told if isinstance(block, Heading) and block.level == 3]
    assert heads[-1].startswith(f"{spec.theme.title}\u00a0· ")
    assert heads[-1].endswith(" sizes")


def test_a_post_says_its_hour_and_its_picture_what_stands_on_it(year: SamplePack) -> None:
    edition = year.planned.editions[0]
    first = edition.spec.posts[0]
    timed = first.model_copy(update={"when": dt.datetime.fromisoformat("2022-05-14T17:05")})
    spec = edition.spec.model_copy(update={"posts": (timed, *edition.spec.posts[1:])})
    (card,) = [block for block in posts(replace(edition, spec=spec)) if isinstance(block, PostCard)][:1]
    assert card.title == "Saturday 14 May, 17:05"
    assert "30 days to go" in card.alt


def test_days_are_headings_where_two_events_share_one(year: SamplePack) -> None:
    edition = year.planned.editions[0]
    first, second, *_ = edition.spec.events
    same_day = second.model_copy(update={"start": first.start, "end": first.end})
    whole_day = second.model_copy(update={"start": dt.date(2022, 6, 14), "end": None})
    spec = edition.spec.model_copy(update={"events": (first, same_day, whole_day)})
    shown = [
        plain(block.spans) if isinstance(block, Heading) else [entry.term for entry in block.entries]
        for block in events(replace(edition, spec=spec))[1:]
        if isinstance(block, Heading | Definitions)
    ]
    hours = "10:00–11:15"
    assert shown == ["Monday 13 June", [hours, hours], "Tuesday 14 June", ["All day"]]
    one_a_day = edition.spec.model_copy(update={"events": (first, whole_day)})
    _, entries = events(replace(edition, spec=one_a_day))
    assert isinstance(entries, Definitions)
    assert [entry.term for entry in entries.entries] == ["Monday 13 June", "Tuesday 14 June"]


def test_a_day_that_goes_over_the_page_says_so_and_cards_of_events_stand_in_their_order(
    year: SamplePack,
) -> None:
    edition = year.planned.editions[0]
    first, *others = edition.spec.events
    both = edition.spec.model_copy(update={"events": (*reversed(others), first, first)})
    turned = replace(edition, spec=both)
    _, _, monday, *_ = events(turned)
    assert isinstance(monday, Definitions)
    assert monday.continued == "Monday 13 June (continued)"
    shown = _shown(turned)
    starts = [both.events[int(loc[1])].start for loc in shown if loc[0] == "events"]
    assert starts == sorted(starts, key=str)
    assert len(starts) >= len(others)
    assert [loc for loc in shown if loc[0] != "events"] == [
        loc for loc in _shown(edition) if loc[0] != "events"
    ]


def _shown(edition: Edition) -> list[Loc]:
    """Where the spec has what the cards of the gallery show."""
    (gallery,) = (block for block in images(edition) if isinstance(block, Gallery))
    return [figure.content.origin.loc for figure in gallery.figures]  # type: ignore[union-attr]


def chapters(story: Story) -> list[str]:
    return [block.id for block in story.blocks if isinstance(block, Opening)][2:]


def guide(year: SamplePack, **changes: tuple[str, ...]) -> Story:
    edition = year.planned.editions[0]
    changed = edition.spec.guide.model_copy(update=changes)
    assert KIND.gather
    plans = KIND.gather(replace(edition, spec=edition.spec.model_copy(update={"guide": changed})), ())
    return next(iter(plans)).content  # type: ignore[no-any-return]


def test_chapters_can_be_left_out_and_ordered(year: SamplePack) -> None:
    assert chapters(guide(year, chapters=("posts", "about", "with-care"))) == [
        "posts",
        "about",
        "with-care",
    ]
    usual = chapters(guide(year))
    assert usual[:3] == ["about", "why", "messages"]
    assert chapters(guide(year, leave_out=("why", "with-care"))) == [
        name for name in usual if name not in {"why", "with-care"}
    ]


def test_a_chapter_has_the_large_number_of_its_head_on_the_ground_of_its_cards(
    packs: dict[str, SamplePack],
) -> None:
    plan, _ = printed(packs["2020"])  # in broadsheet
    heads = [block for block in plan.content.blocks if isinstance(block, Opening)][2:]
    drawn = [[item for item in head.frame.items if isinstance(item, Path)] for head in heads]
    assert heads and any(any(item.commands for item in paths) for paths in drawn)


def test_who_made_a_photograph_is_said_once_below_the_cards_that_show_it(year: SamplePack) -> None:
    edition = year.planned.editions[0]
    blocks = images(edition)
    (at,) = (place for place, block in enumerate(blocks) if isinstance(block, Gallery))
    assert any(figure.content.photo for figure in blocks[at].figures)
    assert not any(figure.caption for figure in blocks[at].figures)
    assert plain(blocks[at + 1].spans) == "Photograph: Painted for this pack (sample)"
    said = [plain(each.spans) for each in blocks if isinstance(each, Paragraph)]
    assert sum("Photograph" in text for text in said) == 1
    spec = edition.spec.model_copy(update={"cards": ()})
    others = images(replace(edition, spec=spec))
    assert plain(others[-1].spans).startswith("Photograph")


@pytest.mark.parametrize("name", ["2021", "2022"])
def test_the_art_at_the_foot_of_a_page_is_none_that_its_head_may_show(
    name: str, packs: dict[str, SamplePack]
) -> None:
    """Of a look that has more than one piece: the same scene stood twice on a page."""
    edition = packs[name].planned.editions[0]
    heads: list[Any] = [opening(edition, each, each, 1, GROUNDS[each], None) for each in ("about", "days")]
    shown = {piece.file for head in heads for piece in head.frame.design.value.background.pieces}
    feet = [piece.file for forms in tails(edition) for form in forms for piece in form.pieces]
    assert shown and feet and not shown & {*feet}
    assert len({*feet}) == (3 if name == "2021" else 1)
