"""A carousel: its cover, the cards that the spec names in their order, its end; one document and pictures."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from sample_packs import ROOT

from builder.brand.uses import CALL_CARD, THEME
from builder.content.pages import Element, Pages
from builder.content.recipe import laid_out
from builder.errors import Problem
from builder.pack.plan import Plan
from builder.pipeline.build import Built, build, check
from builder.pipeline.request import Request
from builder.platforms.carousels import CAROUSEL_LIMITS
from builder.spec.cardnames import meant

SPEC = """\
campaign:
  name: Swift Week
  short_name: Swifts
  organiser: Friends of Swifts
  website: https://example.org/swifts
  contact: hello@example.org
  about: A week for the birds above our roofs.
theme: {title: A Place to Nest, hashtag: "#APlaceToNest", why: Old roofs are mended.}
dates: {start: 2023-07-03, end: 2023-07-09}
messages:
  - {id: look-up, headline: Look up}
  - {id: eaves, headline: They nest under the eaves}
statistics:
  - {id: half, value: 57 %, label: of the swifts are gone, source: Sample count}
resources:
  - {title: A box for swifts, kind: Plan, url: "https://example.org/box", description: Build it.}
pledge: {text: I will leave the gap open.}
carousel: ORDER
"""
ORDER = "[eaves, half, message/look-up, a-box-for-swifts, pledge]"


def request(folder: Path, order: str = ORDER, *only: str, spec: str = SPEC) -> Request:
    packs = folder / "packs"
    packs.mkdir()
    (packs / "2023.yaml").write_text(spec.replace("ORDER", order), "utf-8")
    output = folder / "output"
    file, brand = packs / "2023.yaml", ROOT / "brand"
    return Request(spec=file, brand=brand, output=output, root=folder, only=only, jobs=1)


def planned(folder: Path, order: str = ORDER) -> tuple[Plan, ...]:
    return tuple(plan for plan in check(request(folder, order, "carousel")).plans if plan.kind == "carousel")


def told(folder: Path, order: str, spec: str = SPEC) -> list[str]:
    problems: tuple[Problem, ...] = check(request(folder, order, "carousel", spec=spec)).problems
    return [f"{each.place and each.place.line}: {each.message}; {each.hint}" for each in problems]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    asked = request(tmp_path_factory.mktemp("swifts"), ORDER, "carousel", "copy")
    return build(asked, lambda _: None, lambda _: None)


def test_the_cover_comes_first_and_the_call_last(tmp_path: Path) -> None:
    document, *pictures = planned(tmp_path)
    order = [THEME, "message-eaves", "statistic-half", "message-look-up", "resource-a-box-for-swifts"]
    order += ["pledge", CALL_CARD]
    named = [f"swifts-2023_carousel_{n:02}_{card}_1080x1350_en.png" for n, card in enumerate(order, 1)]
    assert [plan.path for plan in pictures] == [f"carousel/{name}" for name in named]
    assert document.path == "carousel/swifts-2023_carousel_1080x1350_en.pdf"
    assert document.content.frames == tuple(plan.content for plan in pictures)
    assert document.content.titles[1:3] == ("They nest under the eaves", "57% of the swifts are gone")
    assert all(plan.alt for plan in pictures)
    assert "example.org/swifts" in pictures[-1].alt


def test_a_pack_without_one_has_none(tmp_path: Path) -> None:
    assert planned(tmp_path, "[]") == ()


def test_the_document_is_a_part_a_card_under_the_title_of_each(tmp_path: Path) -> None:
    document = planned(tmp_path)[0]
    pages: Pages = document.format.pages(laid_out(document.content))
    assert (pages.width, pages.height, len(pages.pages)) == (1080, 1350, 7)
    parts = pages.structure.children
    assert {part.role for part in parts} == {"Sect"}
    heads = [next(each.role for each in below(part) if each.role.startswith("H")) for part in parts]
    assert heads == ["H1", *["H2"] * 6]
    assert [(mark.title, mark.page) for mark in pages.bookmarks] == [
        (title, page) for page, title in enumerate(document.content.titles, 1)
    ]


def below(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children:
        yield from below(child)


def test_each_picture_has_its_alt_text_in_the_table(built: Built) -> None:
    (table,) = built.tree.glob("copy/*_alt-texts_en.csv")
    rows = list(csv.DictReader(io.StringIO(table.read_text("utf-8-sig"))))
    files = {row["File"]: row["Alt text"] for row in rows}
    pictures = sorted(path.name for path in built.tree.glob("carousel/*.png"))
    assert len(pictures) == 7
    assert all(files[f"carousel/{name}"] for name in pictures)


@pytest.mark.programs
def test_the_document_is_accessible_and_light(built: Built) -> None:
    from verapdf import failures  # noqa: PLC0415  where Java is

    (document,) = built.tree.glob("carousel/*.pdf")
    assert failures([document], ["ua1", "2a"]) == {document.resolve(): []}
    assert document.stat().st_size < 250_000


def test_a_brand_without_the_end_has_none_which_is_told(tmp_path: Path) -> None:
    from builder.pack.carousels import carousel_cards  # noqa: PLC0415  one test
    from builder.record import replace  # noqa: PLC0415  as above

    (edition,) = check(request(tmp_path, ORDER, "carousel")).editions
    designs = {name: each for name, each in edition.brand.designs.items() if name != CALL_CARD}
    bare = replace(edition, brand=replace(edition.brand, designs=designs))
    assert [card.id for card in carousel_cards(bare)][-1] == "pledge"


def test_what_is_wrong_is_told_at_its_line(tmp_path: Path) -> None:
    from builder.errors import Faults  # noqa: PLC0415  one test

    with pytest.raises(Faults) as faults:
        check(request(tmp_path, "[eaves, a-bocks]", "carousel"))
    (problem,) = faults.value.problems
    assert problem.place is not None
    assert (problem.place.line, problem.place.column) == (18, 19)
    assert problem.message == "there is no card `a-bocks`"  # a resource has no id: names are known late
    assert "resource/a-box-for-swifts" in problem.hint


def test_more_than_a_platform_takes_is_told_with_all_of_them(tmp_path: Path) -> None:
    many = "\n".join(f"  - {{id: m{number}, headline: Look up {number}}}" for number in range(19))
    spec = SPEC.replace("statistics:", f"{many}\nstatistics:")
    order = f"[{', '.join(f'm{number}' for number in range(19))}]"
    (said,) = told(tmp_path, order, spec)
    assert "21 pictures" in said
    names = [limit.title for limit in CAROUSEL_LIMITS if limit.most < 21]
    assert len(names) == 3
    assert all(name in said for name in names)


def test_an_id_alone_means_what_is_called_so() -> None:
    cards = ("message/bond", "quote/bond", "pledge", "message/care")
    assert meant("care", cards) == ["message/care"]
    assert meant("bond", cards) == ["message/bond", "quote/bond"]
    assert meant("pledge", cards) == ["pledge"]
    assert meant("quote/bond", cards) == ["quote/bond"]
