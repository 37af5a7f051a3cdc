"""The theme's poster with tabs to tear off, and with lines on which a partner writes where and when."""

from __future__ import annotations

from collections.abc import Iterator

from builder.brand.strokes import Stroke
from builder.brand.uses import POSTER, POSTER_LINES, TAB
from builder.content.frame import Path
from builder.kinds.posters.files import OnSheet, pages, poster_file
from builder.kinds.posters.theme import reads_as, theme_poster
from builder.layout.canvas import Canvas
from builder.layout.strokes import drawn_line
from builder.pack.alttexts import heard_on_sheet
from builder.pack.artwork import frame_of
from builder.pack.edition import Edition
from builder.pack.photographs import credits_of
from builder.pack.plan import Plan
from builder.pack.printing import sparing
from builder.pack.recipes import EVERYWHERE, Origin
from builder.pack.sheets import STRIPS, Part, SheetRecipe, sheet_of
from builder.pack.standins import theme_photo
from builder.record import replace

TEAR_OFF, PLACE_AND_DATE = "tear-off", "place-and-date"
_CUT = Stroke(dash=(4, 3))
_CUT_WEIGHT = 0.5  # pt


def variants(edition: Edition) -> Iterator[Plan]:
    """The files of those that the spec asks for, in its order."""
    strips = {TEAR_OFF: (TAB, _tear_off), PLACE_AND_DATE: (POSTER_LINES, _place_and_date)}
    for variant in edition.spec.posters.variants:
        design, drawn = strips[variant]
        if {POSTER, design} <= edition.brand.designs.keys():
            for on in pages(edition):
                yield _file(edition, variant, on, drawn(edition, on))


def _file(edition: Edition, variant: str, on: OnSheet, recipe: SheetRecipe) -> Plan:
    phrases = edition.phrases
    title = phrases["file_poster_tabs" if variant == TEAR_OFF else "file_poster_lines"]
    return poster_file(
        edition,
        f"{POSTER}-{on.paper.key}-{variant}",
        title,
        on,
        recipe,
        **heard_on_sheet(edition, phrases.fill("alt_poster", **edition.words), recipe),
        credits=credits_of(edition, theme_photo(edition, POSTER) if recipe.photo else None),
        group=f"{POSTER}-{variant}",
        reads_as=reads_as(edition),
    )


def _tear_off(edition: Edition, on: OnSheet) -> SheetRecipe:
    """The poster above a row of tabs, all alike: one is read aloud. Lines show where they are cut."""
    canvas = on.canvas
    high, wide = (share * canvas.width for share in STRIPS[TAB])
    own = _sparing(edition, TAB, on)
    words = {**edition.words, **_tab_words(edition)}
    origin = Origin("tear-off", places={**EVERYWHERE, "tab": ("posters", "tab")})
    tab = frame_of(own, TAB, words, canvas.part(high, wide), origin)
    above = _above(edition, on, high, dated=True)
    top = canvas.height - high
    tabs = (Part(tab, wide * n, top, heard=n == 0, upended=True) for n in range(_count(wide, canvas)))
    recipe = sheet_of(edition, (above, *tabs), canvas, origin.where)
    return replace(recipe, lines=tuple(_cuts(edition, canvas, high, wide)))


def _tab_words(edition: Edition) -> dict[str, str]:
    campaign, said = edition.spec.campaign, edition.spec.posters.tab
    return {"contact": campaign.contact, **({"tab": said} if said else {})}


def _cuts(edition: Edition, canvas: Canvas, high: float, wide: float) -> Iterator[Path]:
    """Above the tabs and between them, over the edge of the sheet."""
    top, bleed, color = canvas.height - high, canvas.bleed, edition.brand.color("foreground")
    ends = [((-bleed, top), (canvas.width + bleed, top))]
    ends += [((wide * n, top), (wide * n, canvas.height + bleed)) for n in range(1, _count(wide, canvas))]
    for start, end in ends:
        yield drawn_line((("M", *start), ("L", *end)), _CUT_WEIGHT, color, _CUT)


def _count(wide: float, canvas: Canvas) -> int:
    return round(canvas.width / wide)


def _place_and_date(edition: Edition, on: OnSheet) -> SheetRecipe:
    """The poster without dates, above lines to write on."""
    canvas, phrases = on.canvas, edition.phrases
    high = STRIPS[POSTER_LINES][1] * canvas.width
    words = {
        **edition.words,
        "place_line": phrases["write_place"],
        "date_line": phrases["write_date"],
        "ask_line": phrases["write_ask"],
    }
    own, below = _sparing(edition, POSTER_LINES, on), canvas.part(canvas.width, high)
    lines = frame_of(own, POSTER_LINES, words, below, Origin("place and date"))
    parts = (_above(edition, on, high, dated=False), Part(lines, 0.0, canvas.height - high))
    return sheet_of(edition, parts, canvas, "place and date")


def _above(edition: Edition, on: OnSheet, high: float, *, dated: bool) -> Part:
    """The theme's poster on what a strip of this height leaves of the sheet."""
    canvas, origin = on.canvas, Origin(f"poster {on.paper.title}", ("theme",))
    room = canvas.part(canvas.width, canvas.height - high)
    return Part(theme_poster(edition, on, room, origin, dated=dated), 0.0, 0.0)


def _sparing(edition: Edition, design: str, on: OnSheet) -> Edition:
    return sparing(edition, design) if on.purpose == "save-ink" else edition
