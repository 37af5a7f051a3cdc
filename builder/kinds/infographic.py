"""The year's infographic: for a screen, a story and a wall, and in little ink."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.brand.design import Design
from builder.brand.uses import INFOGRAPHIC
from builder.kinds.kind import AssetKind
from builder.layout.canvas import Canvas, screen, sheet
from builder.layout.cards.setting import SlotWords
from builder.layout.cards.stepforms import CORNERS, FORM, corners_of
from builder.pack.alttexts import heard
from builder.pack.artwork import frame_of
from builder.pack.edition import Edition
from builder.pack.formats import FRAME_PDF, PNG, PRINT_PDF
from builder.pack.plan import Plan
from builder.pack.printing import cut_sheet, in_ink, printed
from builder.pack.recipes import EVERYWHERE, Origin
from builder.pack.themes import item_turn
from builder.platforms.papers import beside
from builder.platforms.sizes import sizes_named
from builder.source import Loc
from builder.spec.steps import Infographic
from builder.tagged import in_language_of, joined, several

_SPARING = "-save-ink"  # of the name of what office printers print: its ground is white


def _plan(edition: Edition) -> Iterator[Plan]:
    story = edition.spec.infographic
    if story is None or INFOGRAPHIC not in edition.brand.designs:
        return
    words = _words(edition, story)
    steps = joined(" ", _told(edition, story))
    alt = story.alt or edition.phrases.fill("alt_infographic", title=story.title, steps=steps)
    for size in sizes_named(["story", "screen"], edition.brand.sizes):
        yield _file(edition, words, alt, size.key, screen(size))
    usual = edition.brand.paper.sheet
    page, paper = beside(usual, "page"), beside(usual, "wall")
    yield _file(edition, words, alt, paper.key, sheet(paper.width, paper.height))
    yield _file(edition, words, alt, f"{paper.key}-print", cut_sheet(paper))
    yield _file(edition, words, alt, f"{page.key}{_SPARING}", sheet(page.width, page.height))


def _told(edition: Edition, story: Infographic) -> Iterator[str]:
    """What people hear of its steps, or of its two sides."""
    for number, step in enumerate(story.steps, 1):
        yield in_language_of(f"{number}. {step.title}.", step.title)
    for side in story.sides:
        points = edition.phrases.grouped(in_language_of(point.rstrip("."), point) for point in side.points)
        yield several((side.title, edition.phrases.colon, points, "."))


def _words(edition: Edition, story: Infographic) -> SlotWords:
    form: SlotWords = {}
    if story.form != "list" and isinstance(design := edition.brand.designs[INFOGRAPHIC], Design):
        form = {FORM: story.form, CORNERS: corners_of(design)}
    steps: tuple[SlotWords, ...] = tuple(
        {
            **form,
            "number": edition.phrases.number(number),
            **{"part": str(number), "of": str(len(story.steps)), "value": edition.phrases.number(number)},
            "title": step.title,
            "text": step.text,
            "icon": step.icon or "",
        }
        for number, step in enumerate(story.steps, 1)
    )
    sides: tuple[SlotWords, ...] = tuple(
        {
            **form,
            "title": side.title,
            "icon": side.icon or "",
            "points": tuple({"text": point} for point in side.points),
        }
        for side in story.sides
    )
    return {**edition.words, "title": story.title, "intro": story.intro or "", "steps": steps or sides}


def _places(story: Infographic | None) -> Mapping[str, Loc]:
    return {**EVERYWHERE, "steps": ("infographic", "sides")} if story and story.sides else EVERYWHERE


def _file(edition: Edition, words: SlotWords, alt: str, name: str, canvas: Canvas) -> Plan:
    paper, press = canvas.unit == "pt", canvas.bleed > 0
    story = edition.spec.infographic
    origin = Origin(name, ("infographic",), _places(story))
    turn = item_turn(edition, story.art if story else None)
    spares = name.endswith(_SPARING)
    drawn, design = in_ink(edition, INFOGRAPHIC) if spares else (edition, INFOGRAPHIC)
    recipe = frame_of(drawn, design, words, canvas, origin, turn=turn)
    format_ = PRINT_PDF if press else FRAME_PDF if paper else PNG
    title = f"{edition.phrases['file_infographic']}{edition.phrases.colon}{words['title']}"
    for_whom = "file_print" if press else "file_save_ink" if spares else ""
    return Plan(
        kind="infographic",
        path=edition.path("infographic", f"infographic_{name}", format_),
        title=edition.phrases.listed((title, edition.phrases[for_whom])) if for_whom else title,
        format=format_,
        content=printed(edition, recipe) if press else recipe,
        language=edition.language,
        find=edition.place,
        **heard(edition, alt, recipe, "" if paper else name),
        width=0 if paper else round(canvas.width),
        height=0 if paper else round(canvas.height),
        use=edition.phrases["use_print"] if press else "",
        group="infographic",
        options=(("title", str(words["title"])),) if paper else (),
    )


KIND = AssetKind(
    name="infographic",
    order=50,
    help="the year's infographic",
    plan=_plan,
    designs=lambda edition: (INFOGRAPHIC,) if edition.spec.infographic else (),
)
