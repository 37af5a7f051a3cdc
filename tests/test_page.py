"""The start page's HTML: sound, safe, and complete without a network."""

import base64
import hashlib
import re
from itertools import pairwise

import pytest
from sample_packs import SamplePack
from sample_page import COLORS, Element, edition, page, read

from builder.color import contrast
from builder.content.page import Colors, WebPage
from builder.pack.formats import PAGE
from builder.pack.plan import Plan
from builder.record import replace
from builder.render.html import render_page
from builder.text.shaping import advance

NASTY = (
    "</style></script><script>alert(1)</script><img src=x onerror=alert(1)>\"' onload='alert(1)' & --> {{}}"
)


@pytest.fixture(scope="module", params=["2022", "urdu"])
def shown(request: pytest.FixtureRequest, packs: dict[str, SamplePack]) -> SamplePack:
    return packs[request.param]


@pytest.fixture(scope="module")
def plans(shown: SamplePack) -> tuple[Plan, ...]:
    return shown.recipes()


@pytest.fixture(scope="module")
def start(shown: SamplePack) -> WebPage:
    (found,) = (plan for plan in shown.plans("start") if plan.format == PAGE)
    assert found.path == "start-here.html"
    content: WebPage = found.content
    return content


@pytest.fixture(scope="module")
def rendered(start: WebPage) -> bytes:
    return render_page(start)


@pytest.fixture(scope="module")
def html(rendered: bytes) -> Element:
    return read(rendered)


def tags(element: Element) -> set[str]:
    return {one.tag for one in element.all()}


def test_nothing_that_the_lead_wrote_is_markup() -> None:
    harmless = read(render_page(page("Words", edition("cy", "Geiriau"))))
    nasty = read(render_page(page(NASTY, edition("cy", NASTY))))
    assert [one.tag for one in nasty.all()] == [one.tag for one in harmless.all()]
    assert [one.attributes.keys() for one in nasty.all()] == [one.attributes.keys() for one in harmless.all()]
    assert nasty.all("h1")[0].text == NASTY
    assert nasty.all("img")[0].attributes["alt"] == NASTY


def test_a_link_that_runs_a_script_is_plain_words() -> None:
    found = read(render_page(page()))
    assert not [link for link in found.all("a") if "javascript" in str(link.attributes["href"])]


def test_the_policy_allows_what_is_in_the_page_and_no_more() -> None:
    found = read(render_page(page()))
    metas = [meta.attributes for meta in found.all("meta")]
    (policy,) = [meta["content"] for meta in metas if meta.get("http-equiv") == "Content-Security-Policy"]
    rules = dict(rule.split(" ", 1) for rule in str(policy).split("; "))
    assert rules["default-src"] == "'none'"
    for name in ("style", "script"):
        (inside,) = found.all(name)
        digest = base64.b64encode(hashlib.sha256(inside.text.encode()).digest()).decode()
        assert rules[f"{name}-src"] == f"'sha256-{digest}'"
    assert not [one for one in found.all() if "style" in one.attributes]
    assert not [name for one in found.all() for name in one.attributes if name.startswith("on")]


def test_the_style_says_how_wide_the_longest_word_of_the_theme_is(start: WebPage) -> None:
    one = replace(start.editions[0], theme="A Säuglingspflege")
    (said,) = re.findall(r"--breadth: ([\d.]+);", render_page(replace(start, editions=(one,))).decode())
    widest = advance("Säuglingspflege", one.faces.display[0], one.rtl, one.lang)
    assert float(said) == pytest.approx(widest * 1.04, abs=0.06)


def test_the_same_page_has_the_same_bytes(start: WebPage, rendered: bytes) -> None:
    assert render_page(start) == rendered


def test_every_link_has_its_target(plans: tuple[Plan, ...], html: Element) -> None:
    paths = {plan.path for plan in plans}
    ids = [one.attributes["id"] for one in html.all() if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    for link in html.all("a"):
        href = str(link.attributes["href"])
        if href.startswith("#"):
            assert href[1:] in ids, href
        elif not re.match("https?:|mailto:", href):
            assert href in paths
    for name in ("data-copy", "aria-labelledby", "for"):
        assert {one.attributes[name] for one in html.all() if name in one.attributes} <= set(ids)


def test_nothing_is_loaded_from_elsewhere(plans: tuple[Plan, ...], html: Element) -> None:
    paths = {plan.path for plan in plans}
    shown = {image.attributes["src"] for image in html.all("img")}
    assert {source for source in shown if not source.startswith("data:image/")} <= paths
    assert not tags(html) & {"link", "iframe", "object", "embed", "base", "form"}
    (style,) = html.all("style")
    assert not re.search(r"@import|url\((?!\"data:font/woff;base64,)", style.text)


def test_every_file_of_the_pack_can_be_downloaded(plans: tuple[Plan, ...], html: Element) -> None:
    downloads = {link.attributes["href"] for link in html.all("a") if "download" in link.attributes}
    assert downloads == {plan.path for plan in plans if plan.kind != "start" and not plan.awaited}


def test_every_image_says_what_it_shows_and_how_large_it_is(html: Element) -> None:
    images = [image.attributes for image in html.all("img")]
    assert images
    assert all(image["alt"] and int(image["width"] or 0) and int(image["height"] or 0) for image in images)


def test_headings_nest(html: Element) -> None:
    for article in html.all("article"):
        levels = [int(one.tag[1]) for one in article.all() if re.fullmatch("h[1-6]", one.tag)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(below <= above + 1 for above, below in pairwise(levels))


def test_each_edition_says_its_language_and_direction(start: WebPage, html: Element) -> None:
    articles = [article.attributes for article in html.all("article")]
    said = [(one.lang, "rtl" if one.rtl else "ltr") for one in start.editions]
    assert [(one["lang"], one["dir"]) for one in articles] == said
    (root,) = html.all("html")
    assert (root.attributes["lang"], root.attributes["dir"]) == said[0]
    assert len(html.all("nav")[0].all("a")) == len(said) or len(said) == 1


def test_names_of_links_and_buttons_are_told_apart(html: Element) -> None:
    for article in html.all("article"):
        named = dict[str, str]()
        for link in article.all("a"):
            href = str(link.attributes["href"])
            assert named.setdefault(link.text, href) == href, link.text
        buttons = [button.text for button in article.all("button")]
        assert len(buttons) == len(set(buttons))


def test_every_post_is_there_word_for_word(start: WebPage, html: Element) -> None:
    said = {one.attributes.get("id"): one.text for one in html.all("p")}
    wordings = [
        wording.text
        for one in start.editions
        for part in one.sections
        for post in part.posts
        for wording in post.wordings
    ]
    copied = [
        said[button.attributes["data-copy"]]
        for button in html.all("button")
        if "data-copy" in button.attributes
    ]
    assert set(wordings) <= set(copied)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_can_be_read(start: WebPage, scheme: str) -> None:
    colors: Colors = getattr(start, scheme)
    assert colors != COLORS
    for ground in (colors.paper, colors.sheet, colors.shade):
        assert contrast(colors.text_color, ground) >= 7
        assert contrast(colors.quiet, ground) >= 7
    assert contrast(colors.on_accent, colors.accent) >= 7
    assert contrast(start.ground.text_color, start.ground.fill) >= 7
    assert contrast(start.ground.accent, start.ground.fill) >= 7
    assert contrast(start.ground.on_accent, start.ground.accent) >= 7
