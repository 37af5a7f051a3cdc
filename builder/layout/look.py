"""The look of a story: the brand's colours, fonts and sizes on its paper."""

from __future__ import annotations

import math

from builder.brand.identity import Brand
from builder.color import READABLE, Color, contrast
from builder.content.look import Faces, Look, Office, TypeStyle
from builder.languages import likely_script
from builder.layout.fonts import font_chain
from builder.layout.slides.fonts import slide_theme
from builder.media import Font, FontChain
from builder.record import replace
from builder.text.scripts import script
from builder.text.typeface import typeface

_PAPER = Color(255, 255, 255)
_OWN_LINE = 1.133  # em from line to line that Arial asks for itself, as Word counts it
_TALL = 0.84  # of a font's own height: scripts with marks above and below need more than Latin


def look_of(brand: Brand, language: str, name: str = "") -> Look:
    """The brand's sheet: one column, on A4 of about 65 characters, and a hanging margin beside it.

    `name` is what Word calls its theme; none given: the brand's own.
    """
    paper, points = brand.paper, brand.paper.points
    type_ = _Type(brand, language)
    text_color = _color(brand, ("foreground", "primary"))
    title = _color(brand, ("primary", "foreground"))
    heading = brand.headings or title
    accent = _color(brand, ("secondary", "primary", "foreground"))
    quiet = text_color.mix(_PAPER, 0.25)
    return Look(
        width=paper.sheet.width,
        height=paper.sheet.height,
        top=paper.edges.top,
        bottom=paper.edges.bottom,
        outer=paper.edges.outer,
        hang=paper.edges.hanging,
        inner=paper.edges.inner,
        grid=type_.grid,
        text=type_.text(paper.size, text_color),
        lead=type_.text(points["lead"], title),
        note=type_.text(points["note"], quiet),
        kicker=type_.text(points["kicker"], accent, bold=True),
        headings=(
            type_.display("display", points["chapter"], heading),
            type_.display("title", points["section"], heading),
            type_.display("title", points["part"], heading),
        ),
        figure=type_.display("numeral", points["figure"], accent),
        quote=type_.display("quote", points["quote"], title),
        label=type_.text(points["label"], title, bold=True),
        foot=type_.text(points["foot"], quiet),
        paper=_PAPER,
        accent=accent,
        link=brand.link or accent,
        panel=_panel(brand, text_color),
        rule=text_color.mix(_PAPER, 0.8),
        office=replace(_office(brand, language, text_color), name=name or brand.name),
    )


def _office(brand: Brand, language: str, text_color: Color) -> Office:
    """The fonts and the accents of the brand's slides; words to fill in stand on a light accent."""
    leading = brand.paper.leading / _OWN_LINE
    plain = Office(brand.name, brand.office.display, brand.office.text, leading=leading)
    if brand.slides is None:
        return _accented(plain, tuple(brand.palette.values()), text_color)
    theme = slide_theme(brand, brand.slides.model_copy(update={"embed_fonts": False}), language)
    accents = tuple(color for slot, color in theme.colors if slot.startswith("accent"))
    return _accented(replace(plain, complex=theme.complex), accents, text_color)


def _accented(office: Office, accents: tuple[Color, ...], text_color: Color) -> Office:
    light = (color for color in accents if 7 <= contrast(color, text_color) < 15)
    return replace(office, accents=accents[:6], slot=next(light, office.slot))


class _Type:
    """Type styles of one language; leadings are quarters of the grid, so that sizes keep in step."""

    def __init__(self, brand: Brand, language: str) -> None:
        self._brand, self._language, self._paper = brand, language, brand.paper
        self._faces = {role: self._role(role) for role in ("text", "display")}
        own = self._chain("text", self._paper.weights[0]).fonts[0]
        size = brand.paper.size
        wanted = size * max(brand.paper.leading, typeface(own).height * _TALL)
        self.grid = math.ceil(2 * wanted) / 2

    def text(self, size: float, color: Color, bold: bool = False) -> TypeStyle:
        """Text type."""
        own = self._chain("text", self._paper.weights[0]).fonts[0]
        return TypeStyle(self._faces["text"], size, self._leading(size, 1.25, own), color, bold)

    def display(self, name: str, size: float, color: Color) -> TypeStyle:
        """Display type, with the brand's letter-spacing where its script knows any."""
        own = self._chain("display", self._paper.weights[1]).fonts[0]
        style = self._brand.styles.get(name)
        tracking = style.tracking if style and script(likely_script(self._language)).spaced else 0.0
        return TypeStyle(
            self._faces["display"],
            size,
            self._leading(size, self._paper.tight, own),
            color,
            True,
            tracking=tracking,
        )

    def _leading(self, size: float, least: float, own: Font) -> float:
        step = self.grid / 4
        wanted = max(size * least, size * typeface(own).height * _TALL)
        return self.grid if size == self._paper.size else math.ceil(wanted / step - 0.01) * step

    def _role(self, role: str) -> Faces:
        text, headings = self._paper.weights
        regular = self._chain(role, text)
        heavy = headings if role == "display" else max(700, text)
        return Faces(
            regular=regular,
            bold=self._chain(role, heavy),
            italic=self._chain(role, text, italic=True),
            bold_italic=self._chain(role, heavy, italic=True),
        )

    def _chain(self, role: str, weight: int, italic: bool = False) -> FontChain:
        return font_chain(self._brand, role, weight, self._language, italic=italic)


def _color(brand: Brand, roles: tuple[str, ...]) -> Color:
    """The first of these roles that can be read on paper; black if none can."""
    known = (brand.color(role) for role in roles if role in brand.roles or role in brand.palette)
    return next((color for color in known if contrast(color, _PAPER) >= READABLE), Color(0, 0, 0))


def _panel(brand: Brand, text_color: Color) -> Color:
    """A quiet ground: the brand's own if it is light, else a breath of its text_color."""
    for role in ("light", "background"):
        if (
            role in brand.roles
            and contrast(brand.color(role), text_color) >= 7
            and brand.color(role) != _PAPER
        ):
            return brand.color(role)
    return text_color.mix(_PAPER, 0.93)
