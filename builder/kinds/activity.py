"""A sheet to draw and write on, in black: nurseries and clinics copy it."""

from __future__ import annotations

from collections.abc import Iterator

from builder.brand.sparing import in_black
from builder.brand.uses import ACTIVITY
from builder.kinds.kind import AssetKind
from builder.layout.canvas import sheet
from builder.layout.cards.setting import SlotWords
from builder.pack.alttexts import heard
from builder.pack.artwork import frame_of
from builder.pack.edition import Edition
from builder.pack.formats import FRAME_PDF
from builder.pack.plan import Plan
from builder.pack.recipes import Origin
from builder.pack.themes import item_turn
from builder.platforms.papers import beside
from builder.record import replace
from builder.spec.onpaper import Activity

NAME = "activity"


def _plan(edition: Edition) -> Iterator[Plan]:
    asked, phrases = edition.spec.activity, edition.phrases
    if asked is None or ACTIVITY not in edition.brand.designs:
        return
    paper = beside(edition.brand.paper.sheet, "page")
    black = replace(edition, brand=in_black(edition.brand))
    canvas, origin = sheet(paper.width, paper.height), Origin("", (NAME,))
    recipe = frame_of(black, ACTIVITY, _words(edition, asked), canvas, origin, turn=item_turn(edition, ""))
    yield Plan(
        kind=NAME,
        path=edition.path(NAME, f"activity-sheet-{paper.key}", FRAME_PDF),
        title=f"{phrases['file_activity']}{phrases.colon}{asked.title}",
        format=FRAME_PDF,
        content=recipe,
        language=edition.language,
        find=edition.place,
        **heard(edition, phrases.fill("alt_activity", title=asked.title), recipe),
        use=phrases["use_activity"],
        group=NAME,
        options=(("title", str(asked.title)),),
    )


def _words(edition: Edition, asked: Activity) -> SlotWords:
    prompts = tuple(
        {
            "number": edition.phrases.number(number),
            "text": prompt.draw or prompt.write or "",
            **({"draw": "yes"} if prompt.draw else {"write": "yes"}),
        }
        for number, prompt in enumerate(asked.prompts, 1)
    )
    said = {"title": asked.title, "intro": asked.intro or "", "name_line": edition.phrases["pledge_name"]}
    return {**edition.words, **said, "prompts": prompts}


KIND = AssetKind(
    name=NAME,
    order=110,
    help="a sheet to draw and write on, in black",
    plan=_plan,
    designs=lambda edition: (ACTIVITY,) if edition.spec.activity else (),
)
