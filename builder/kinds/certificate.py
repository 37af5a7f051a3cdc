"""A certificate of taking part: to fill in by hand, for a print shop, and in Word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from builder.brand.uses import CERTIFICATE
from builder.content.story import Opening, Paragraph, Story, words
from builder.kinds.kind import AssetKind
from builder.layout.canvas import Canvas, sheet
from builder.layout.look import look_of
from builder.pack.alttexts import heard
from builder.pack.artwork import frame_of
from builder.pack.edition import Edition
from builder.pack.formats import DOCX, FRAME_PDF, PRINT_PDF
from builder.pack.photographs import credits_of
from builder.pack.plan import Plan
from builder.pack.printing import cut_sheet, printed
from builder.pack.recipes import EVERYWHERE, CardRecipe, Origin
from builder.pack.standins import theme_photo
from builder.pack.themes import item_turn
from builder.platforms.papers import beside
from builder.record import replace
from builder.spec.onpaper import Certificate

NAME = "certificate"


def _plan(edition: Edition) -> Iterator[Plan]:
    asked = edition.spec.certificate
    if asked is None or CERTIFICATE not in edition.brand.designs:
        return
    page = beside(edition.brand.paper.sheet, "page")
    shown = sheet(page.height, page.width)
    yield _drawn(edition, asked, page.key, shown)
    yield _drawn(edition, asked, f"{page.key}-print", cut_sheet(page.turned))
    yield _word(edition, asked, page.key, shown)


def _recipe(edition: Edition, asked: Certificate, name: str, canvas: Canvas) -> CardRecipe:
    """The sheet as the look's design has it."""
    phrases = edition.phrases
    said = {
        "title": _title(edition, asked),
        "text": asked.text,
        "name_line": phrases["pledge_name"],
        "place_line": phrases["write_place"],
        "date_line": phrases["write_date_alone"],
        "sign_line": phrases["write_sign"],
    }
    origin = Origin(name, (NAME,), EVERYWHERE)
    shown, turn = theme_photo(edition, CERTIFICATE), item_turn(edition, "")
    return frame_of(edition, CERTIFICATE, {**edition.words, **said}, canvas, origin, shown, turn)


def _title(edition: Edition, asked: Certificate) -> str:
    return asked.title or edition.phrases["certificate_title"]


def _drawn(edition: Edition, asked: Certificate, name: str, canvas: Canvas) -> Plan:
    phrases, press, title = edition.phrases, canvas.bleed > 0, _title(edition, asked)
    recipe = _recipe(edition, asked, name, canvas)
    format_, for_whom = (PRINT_PDF, "file_print") if press else (FRAME_PDF, "file_screen")
    return Plan(
        kind=NAME,
        path=edition.path(NAME, f"{NAME}-{name}", format_),
        title=phrases.listed((phrases["file_certificate"], phrases[for_whom])),
        format=format_,
        content=printed(edition, recipe) if press else recipe,
        language=edition.language,
        find=edition.place,
        **heard(edition, phrases.fill("alt_certificate", title=title), recipe),
        use=phrases["use_print" if press else "use_certificate"],
        credits=_credits(edition, recipe),
        group=NAME,
        options=(("title", str(title)),),
    )


def _credits(edition: Edition, recipe: CardRecipe) -> tuple[str, ...]:
    return credits_of(edition, theme_photo(edition, CERTIFICATE) if recipe.photo else None)


def _word(edition: Edition, asked: Certificate, name: str, canvas: Canvas) -> Plan:
    """The same sheet in Word, where partners type names and add their own."""
    phrases, title = edition.phrases, _title(edition, asked)
    recipe = _recipe(edition, asked, name, canvas)
    frame: Any = recipe
    look = look_of(edition.brand, edition.language, edition.brand_name)
    story = Story(
        title=title,
        author=edition.spec.campaign.organiser,
        subject=edition.spec.campaign.name,
        language=edition.language,
        blocks=(Opening(frame, title, id=NAME, level=0, said=(Paragraph(words(asked.text), "lead"),)),),
        look=replace(look, width=canvas.width, height=canvas.height),
        rtl=edition.rtl,
    )
    return Plan(
        kind=NAME,
        path=edition.path(NAME, NAME, DOCX),
        title=phrases.listed((phrases["file_certificate"], phrases["file_to_edit"])),
        format=DOCX,
        content=story,
        language=edition.language,
        find=edition.place,
        use=phrases["use_certificate_word"],
        credits=_credits(edition, recipe),
        options=(("date", edition.spec.dates.start.isoformat()),),
    )


KIND = AssetKind(
    name=NAME,
    order=120,
    help="a certificate of taking part, also in Word",
    plan=_plan,
    designs=lambda edition: (CERTIFICATE,) if edition.spec.certificate else (),
)
