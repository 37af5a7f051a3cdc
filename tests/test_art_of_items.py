"""The art that a card shows: that of its item, or the one in its turn."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from test_cards import SPEC, packed

from builder.brand.artchoice import Turn, with_art
from builder.brand.artuse import ArtUse
from builder.brand.design import Design
from builder.content.recipe import recipes_in
from builder.kinds import kinds_named
from builder.kinds.guide.openings import cover
from builder.kinds.slides.recipes import slide_brand
from builder.layout.canvas import screen
from builder.pack.artwork import card_recipe
from builder.pack.artworks import wrong_art
from builder.pack.cards import cards
from builder.pack.edition import Edition
from builder.record import replace

CHOICE = ("art/motif.svg", "art/motif-low.svg")
KNOWN = (*CHOICE, "art/ripple.svg")


def choosing(pack: Edition, *designs: str, in_order: bool = False) -> Edition:
    """The pack in a brand whose designs of these names choose among art."""
    return drawn_with(pack, {"file": list(CHOICE), "in_order": in_order}, *designs)


def drawn_with(pack: Edition, art: object, *designs: str) -> Edition:
    """The pack in a brand whose designs of these names have this art, and the campaign's name."""
    changed = dict.fromkeys(designs, plain(art))
    return replace(pack, brand=replace(pack.brand, designs={**pack.brand.designs, **changed}))


def plain(art: object) -> Design:
    body = {"column": [{"text": {"from": "campaign", "style": "title"}}]}
    given = {"text_color": "plum", "background": {"fill": "cream", "art": art}, "body": body}
    return Design.model_validate(given)


def shown(pack: Edition, design: str = "message") -> Iterator[str]:
    """The art of each card of a design, which is the same in all its sizes."""
    for card in (each for each in cards(pack) if each.design == design):
        recipes = [card_recipe(pack, card, screen(size), "") for size in card.sizes]
        found = {piece.file for recipe in recipes for piece in recipe.design.value.background.pieces}
        (file,) = found
        assert isinstance(file, str)
        assert all([art.name for art in recipe.art] == [file] for recipe in recipes)
        yield file


def names(recipes: list[Any]) -> set[str]:
    return {piece.file for each in recipes for piece in each.design.value.background.pieces}


def told(pack: Edition) -> list[tuple[str, str, str]]:
    found = ((each, each.place) for each in wrong_art(pack))
    return [(each.message, each.hint, place.text.strip() if place else "") for each, place in found]


def test_cards_of_a_series_have_art_by_their_ids_and_never_a_neighbours(tmp_path: Path) -> None:
    messages = [{"id": f"m{number}", "headline": "Tea"} for number in range(6)]
    pack = choosing(packed(tmp_path, messages=messages), "message")
    found = list(shown(pack))
    assert set(found) == set(CHOICE)
    assert all(one != other for one, other in pairwise(found))


def test_art_in_order_goes_by_the_places_of_the_items(tmp_path: Path) -> None:
    """Though the cards of some are not asked for."""
    messages = [{"id": f"m{number}", "headline": "Tea"} for number in range(5)]
    asked = [{"design": "message", "for": "messages", "only": ["m1", "m2", "m3", "m4"]}]
    pack = choosing(packed(tmp_path, messages=messages, cards=asked), "message", in_order=True)
    low, high = CHOICE
    assert list(shown(pack)) == [high, low, high, low]


def test_the_art_of_an_item_goes_before_that_of_the_design(tmp_path: Path) -> None:
    messages = [{"id": f"m{number}", "headline": "Tea", "art": "ripple"} for number in range(2)]
    pack = packed(tmp_path, messages=messages)
    only = drawn_with(pack, {"file": "art/motif.svg"}, "message")
    for each in (choosing(pack, "message"), only):
        assert set(shown(each)) == {"art/ripple.svg"}


def test_art_that_cards_ask_for_is_that_of_items_which_have_none(tmp_path: Path) -> None:
    messages = [{"id": "one", "headline": "Tea", "art": "motif"}, {"id": "two", "headline": "Tea"}]
    asked = [{"design": "message", "for": "messages", "art": "ripple"}]
    pack = choosing(packed(tmp_path, messages=messages, cards=asked), "message")
    assert list(shown(pack)) == ["art/motif.svg", "art/ripple.svg"]


def test_a_name_means_the_file_beside_those_of_the_design() -> None:
    files = ("art/near/hill.svg", "art/near/tree.svg")
    design = plain({"file": list(files)})
    known = ("art/far/tree.svg", "art/far/sun.svg", "art/icons/sun.svg", "art/near/house.svg", *files)
    for name, folder in (("tree", "near"), ("house", "near"), ("sun", "far")):
        (piece,) = with_art(design, Turn(named=name), known).background.pieces
        assert piece.file == f"art/{folder}/{name}.svg"
    assert with_art(design, Turn(art=3), known).background.pieces[0].file == "art/near/tree.svg"


def test_the_theme_gives_its_art_to_posters_cover_and_announcement(tmp_path: Path) -> None:
    pack = packed(tmp_path, theme={**SPEC["theme"], "art": "ripple"})
    pack = choosing(pack, "announcement", "poster", "poster-undated", "guide-cover")
    plans = kinds_named(["posters"])[0].plan(pack)
    recipes: list[Any] = [each for plan in plans for each in recipes_in(plan.content)]
    recipes += [cover(pack).frame]
    assert names(recipes) == {"art/ripple.svg"}
    assert set(shown(pack, "announcement")) == {"art/ripple.svg"}


def test_a_theme_that_names_no_art_has_the_same_everywhere_and_others_another(tmp_path: Path) -> None:
    found = set[str]()
    for number in range(6):
        campaign = {**SPEC["campaign"], "short_name": f"Tea {number}"}
        pack = packed(tmp_path, campaign=campaign)
        pack = choosing(pack, "announcement", "poster", "poster-undated", "guide-cover")
        plans = kinds_named(["posters"])[0].plan(pack)
        recipes: list[Any] = [each for plan in plans for each in recipes_in(plan.content)]
        recipes += [cover(pack).frame]
        (file,) = {*names(recipes), *shown(pack, "announcement")}
        found.add(file)
    assert found == set(CHOICE)


def test_slides_have_the_art_of_the_theme_where_a_layout_has_a_list(tmp_path: Path) -> None:
    pack = packed(tmp_path, theme={**SPEC["theme"], "art": "ripple"})
    slides = pack.brand.slides
    assert slides
    listed = slides.layouts["title"].model_copy(update={"art": ArtUse(file=CHOICE)})
    layouts = {**slides.layouts, "title": listed}
    brand = replace(pack.brand, slides=slides.model_copy(update={"layouts": layouts}))
    drawn = slide_brand(replace(pack, brand=brand)).value.slides
    assert drawn
    assert [piece.file for piece in drawn.layouts["title"].pieces] == ["art/ripple.svg"]
    assert drawn.layouts["section"].pieces == slides.layouts["section"].pieces


def test_pledge_and_infographic_have_art_of_their_own(tmp_path: Path) -> None:
    steps = [{"title": "One", "text": "Look."}, {"title": "Two", "text": "Hold."}]
    parts = {
        "pledge": {"text": "I will look.", "art": "ripple"},
        "infographic": {"title": "Two steps", "steps": steps, "art": "ripple"},
    }
    pack = choosing(packed(tmp_path, **parts), "pledge", "pledge-card", "infographic")
    plans = (plan for kind in kinds_named(["pledge", "infographic"]) for plan in kind.plan(pack))
    recipes: list[Any] = [each for plan in plans for each in recipes_in(plan.content)]
    assert names(recipes) == {"art/ripple.svg"}


def test_unknown_art_and_art_that_nothing_shows_are_told_where_they_are_named(tmp_path: Path) -> None:
    parts: dict[str, Any] = {
        "theme": {**SPEC["theme"], "art": "rippel"},
        "messages": [{"id": "tea", "headline": "Tea", "art": "kite"}],
        "statistics": [{"id": "cups", "value": "3", "label": "cups", "source": "Us", "art": "ripple"}],
    }
    pack = choosing(packed(tmp_path, **parts), "message", "announcement")
    bare = drawn_with(pack, [], "statistic")
    bare = replace(bare, brand=replace(bare.brand, art={name: bare.brand.art[name] for name in KNOWN}))
    hint = "give it a list of art to choose from: `packbuild docs add-a-design` tells how"
    unshown = "the design `statistic` has no place for art of an item, so this one is not shown"
    assert told(bare) == [
        ("there is no art `rippel`", "did you mean `ripple`?", "art: rippel"),
        ("there is no art `kite`", "it can be `motif`, `motif-low` or `ripple`", "- art: kite"),
        (unshown, hint, "- art: ripple"),
    ]
