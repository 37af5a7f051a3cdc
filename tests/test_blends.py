"""Words and logos on a ground that passes through several colours: all of them are asked."""

from typing import Any

import pytest
from sample_brand import sample_brand

from builder.brand.design import Design, with_text_color
from builder.brand.identity import Brand
from builder.brand.logofaults import logos_in
from builder.color import Color, contrast
from builder.content.frame import Frame, Text
from builder.layout.canvas import sheet
from builder.layout.cards.setting import Setting
from builder.layout.cards.solve import solve
from builder.pack.edition import LOGO
from builder.pack.recipes import drawings
from builder.record import replace

DEEP, MIDDLE, PALE = Color(0, 105, 60), Color(118, 118, 118), Color(190, 190, 190)


@pytest.fixture(scope="module")
def brand() -> Brand:
    sample = sample_brand()
    return replace(sample, palette={**sample.palette, "deep": DEEP, "middle": MIDDLE, "pale": PALE})


def design(*colors: str, **use: Any) -> Design:
    body = {"column": [{"logo": {"name": "main"}}, {"text": {"from": "headline", "style": "lead", **use}}]}
    return Design.model_validate({"background": {"fill": {"colors": list(colors)}}, "body": body})


def ink(frame: Frame) -> Color:
    return next(item.color for item in frame.items if isinstance(item, Text))


@pytest.mark.parametrize("colors", [("teal", "mint"), ("mint", "teal"), ("teal", "cream", "mint")])
def test_a_role_that_is_lost_on_one_of_the_colours_gives_way(colors: tuple[str, ...], brand: Brand) -> None:
    blend = with_text_color(design(*colors, color="secondary"), brand.ink)
    drawn = ink(solve(blend, {"headline": "Hi"}, sheet(300, 300), brand, "en").frame)
    assert drawn != brand.color("secondary")
    assert min(contrast(drawn, brand.color(name)) for name in colors if name != "teal") > 4.5


def test_words_take_what_is_read_best_on_all_colours(brand: Brand) -> None:
    """Dark words are read a little better on the first alone, by far the worst on the last."""
    roles = {**brand.roles, "on-deep": "paper", "on-middle": "ink", "on-pale": "ink"}
    given = replace(brand, roles=roles)
    assert given.ink(["deep"]) == "on-deep"
    least = {
        role: min(contrast(given.color(role), color) for color in (MIDDLE, DEEP))
        for role in ("on-deep", "on-middle")
    }
    assert given.ink(["middle", "deep"]) == max(least, key=lambda role: least[role]) == "on-deep"
    assert given.ink(["pale", "middle"]) == "on-pale"
    assert given.on("middle", "deep") == given.color("paper")


def test_a_logo_takes_the_version_that_is_seen_on_all(brand: Brand) -> None:
    """The dark one is seen on cream and on mint, but not on the teal that the ground ends in."""
    main, cream, teal = brand.logos["main"], brand.color("cream"), brand.color("teal")
    words = brand.color("ink")
    light = main.on(cream, words)[0].art.name
    on_all = main.on(cream, words, teal)[0]
    worst = min(on_all.lockup.ink.on(ground, on_all.painted).seen for ground in (cream, teal))
    assert light == "logos/main.svg"
    assert on_all.standing.seen == worst
    others = [
        min(each.ink.on(ground).seen for ground in (cream, teal)) for each in main.lockups if not each.form
    ]
    assert worst >= max(others)


def test_a_logo_is_asked_for_on_all_colours_at_once() -> None:
    asked = [ground for _, _, ground in logos_in(design("teal", "mint", "teal"))]
    assert asked == [("teal", "mint", "teal")]


def test_cards_ask_for_the_logo_on_all_colours(brand: Brand) -> None:
    cream, teal, ink_ = (brand.color(name) for name in ("cream", "teal", "ink"))
    setting = Setting(brand, sheet(300, 300), {}, "en", False, ink_, (cream, teal))
    main = brand.logos["main"]
    assert setting.logo("main") == main.on(cream, ink_, teal) != main.on(cream, ink_)


def test_a_logo_is_told_where_the_brand_names_it_and_art_where_the_campaign_says_whose_it_is(
    brand: Brand,
) -> None:
    main, art = brand.logos["main"], next(iter(brand.art.values()))
    told = list(drawings([("main", main)], [art]))
    assert told[0] == ((LOGO, "main"), main.drawings[0])
    assert told[-1] == (("organiser",), art)
