"""A certificate of taking part: to fill in by hand, for a print shop, and in Word."""

from __future__ import annotations

from collections.abc import Iterator

from builder.brand.uses import CERTIFICATE
from builder.content.story import Block, Heading, Paragraph, Story, words
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
from builder.pack.recipes import EVERYWHERE, Origin
from builder.pack.standins import theme_photo
from builder.pack.themes import item_turn
from builder.platforms.papers import beside
from builder.spec.onpaper import Certificate

NAME = "certificate"
_BLANK = "_" * 40


def _plan(edition: Edition) -> Iterator[Plan]:
    asked = edition.spec.certificate
    if asked is None or CERTIFICATE not in edition.brand.designs:
        return
    page = beside(edition.brand.paper.sheet, "page")
    yield _drawn(edition, asked, page.key, sheet(page.height, page.width))
    yield _drawn(edition, asked, f"{page.key}-print", cut_sheet(page.turned))
    yield _word(edition, asked)


def _drawn(edition: Edition, asked: Certificate, name: str, canvas: Canvas) -> Plan:
    phrases, press = edition.phrases, canvas.bleed > 0
    title = asked.title or phrases["certificate_title"]
    said = {
        "title": title,
        "text": asked.text,
        "name_line": phrases["pledge_name"],
        "place_line": phrases["write_place"],
        "date_line": phrases["write_date_alone"],
        "sign_line": phrases["write_sign"],
    }
    origin = Origin(name, (NAME,), EVERYWHERE)
    shown, turn = theme_photo(edition, CERTIFICATE), item_turn(edition, "")
    recipe = frame_of(edition, CERTIFICATE, {**edition.words, **said}, canvas, origin, shown, turn)
    format_ = PRINT_PDF if press else FRAME_PDF
    return Plan(
        kind=NAME,
        path=edition.path(NAME, f"{NAME}-{name}", format_),
        title=f"{phrases['file_certificate']}, {phrases['file_print' if press else 'file_screen']}",
        format=format_,
        content=printed(edition, recipe) if press else recipe,
        language=edition.language,
        find=edition.place,
        **heard(edition, phrases.fill("alt_certificate", title=title), recipe),
        use=phrases["use_print" if press else "use_certificate"],
        credits=credits_of(edition, shown if recipe.photo else None),
        group=NAME,
        options=(("title", str(title)),),
    )


def _word(edition: Edition, asked: Certificate) -> Plan:
    """The same words in Word, where partners type names and add their own."""
    phrases = edition.phrases
    title = asked.title or phrases["certificate_title"]
    story = Story(
        title=title,
        author=edition.spec.campaign.organiser,
        subject=edition.spec.campaign.name,
        language=edition.language,
        blocks=tuple(_blocks(edition, asked)),
        look=look_of(edition.brand, edition.language, edition.brand_name),
        rtl=edition.rtl,
    )
    return Plan(
        kind=NAME,
        path=edition.path(NAME, NAME, DOCX),
        title=f"{phrases['file_certificate']}, {phrases['file_to_edit']}",
        format=DOCX,
        content=story,
        language=edition.language,
        use=phrases["use_certificate_word"],
        options=(("date", edition.spec.dates.start.isoformat()),),
    )


def _blocks(edition: Edition, asked: Certificate) -> Iterator[Block]:
    """Under the title: whose it is, largest, and what for; then the lines to write on."""
    phrases = edition.phrases
    yield Heading(1, words(f"{phrases['pledge_name']}: {_BLANK[: len(_BLANK) // 2]}"))
    yield Paragraph(words(asked.text), "lead")
    for label in (phrases["write_place"], phrases["write_date_alone"], phrases["write_sign"]):
        yield Paragraph(words(f"{label}: {_BLANK}"))
    yield Paragraph(words(f"{edition.spec.campaign.name}, {edition.words['dates']}"), "note")


KIND = AssetKind(
    name=NAME,
    order=120,
    help="a certificate of taking part, also in Word",
    plan=_plan,
    designs=lambda edition: (CERTIFICATE,) if edition.spec.certificate else (),
)
