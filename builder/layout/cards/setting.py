"""What every box of one layout shares: brand, canvas, words, and the sizes on trial."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf
from operator import attrgetter

from builder.brand.identity import Brand, Style
from builder.brand.lockups import Shown
from builder.brand.textlook import Emphasis
from builder.brand.textuse import TextUse
from builder.color import READABLE, READABLE_LARGE, Color
from builder.content.frame import NOWHERE
from builder.emphasis import Emphatic, stretches
from builder.geometry.box import Box
from builder.languages import written_rtl
from builder.layout.canvas import Canvas
from builder.layout.fonts import font_chain
from builder.media import Features, FontChain
from builder.record import Record, derived, field, replace
from builder.tagged import in_language_of, language_of
from builder.text.bidi import base_rtl
from builder.text.fallback import NoGlyph, no_glyph_words
from builder.text.paragraph import MeasuredText, paragraph
from builder.text.strands import Strand

_PT_PER_PX = 0.75
_points = attrgetter("points")
SlotWords = Mapping[str, "str | tuple[SlotWords, ...]"]


class TextTrouble(Exception):
    """Words that cannot be set: which slot of the design they fill, and why.

    `lacking` are the stretches of them that no font has, if it is that; of words that are too long `place`
    is where among those of the card they are, and `fits` how many characters of them would fit.
    """

    place: tuple[str | int, ...] = ()
    fits = 0

    def __init__(
        self, slot: str, message: str, hint: str = "", words: str = "", lacking: tuple[str, ...] = ()
    ) -> None:
        self.slot, self.message, self.hint = slot, message, hint
        self.words, self.lacking = words, lacking
        super().__init__(message)


class Trial(Record):
    """Sizes on trial: 0 is each style's least, 1 its largest; and what is left out."""

    hero: float = 1.0  # of display type; above 1, short words grow to the size that is theirs (2)
    support: float = 1.0  # of everything else, in the same way
    without: frozenset[str] = frozenset()
    cost: float = inf  # the most that breaks of display type may cost the sense
    whole: bool = False  # no word of display type is torn
    forced: bool = False  # no limit of lines, and no style keeps above the least readable size
    within: float = inf  # of what is turned: the height that it may have when it is level
    lines: tuple[str, int] = ("", 0)  # a slot whose words take so many lines, if they can


class Alike(Record):
    """What the headlines of a series have in common: their size, in the canvas's unit, and their lines."""

    size: float
    lines: int


class Sizes(Record):
    """Between what a text's size is chosen, in the canvas's unit: a search asks for hundreds of them."""

    is_display: bool
    least: float
    readable: float  # what is least where a trial is forced
    wished: float
    short: float  # of few words

    def on(self, trial: Trial) -> float:
        """The size on trial."""
        least = self.readable if trial.forced else self.least
        most = self.wished if self.wished > least else least
        share = trial.hero if self.is_display else trial.support
        if share <= 1:
            return least + (most - least) * share
        return most + max(self.short - most, 0) * (share - 1)


class Setting(Record, dict=True):
    """One design's words on one canvas in one language."""

    brand: Brand
    canvas: Canvas
    words: SlotWords
    language: str
    rtl: bool
    text_color: Color
    grounds: tuple[Color, ...]  # what it stands on passes through
    room: Box = NOWHERE  # of all words: the safe area within the margin
    turned: bool = False  # whether it is set level to be turned then
    set_in: Mapping[str, float] = {}  # sizes of the words of slots, once they are known
    like: Alike | None = None  # what the headline has in common with those of its series
    hang: float = inf  # how far a mark may hang out of it: within the panel or the drawing that it stands in
    _chains: dict[tuple[str, int, str, bool, Features, float], FontChain] = field(default_factory=dict)

    @property
    def ground(self) -> Color:
        """What it stands on, or begins with."""
        return self.grounds[0]

    @derived
    def module(self) -> float:
        """What sizes of text are shares of: the short side, or more where the least text asks it."""
        smallest = min(style.size for style in self.brand.styles.values())
        return max(self.canvas.short, self.canvas.least / smallest)

    @derived
    def _smallest(self) -> float:
        return min(style.least for style in self.brand.styles.values())

    def style(self, use: TextUse) -> Style:
        """The type style of a text, as the design has it."""
        style = self.brand.styles[use.style]
        return style if use.caps is None else replace(style, caps=use.caps)

    def sizes(self, use: TextUse) -> Sizes:
        """The sizes of a text."""
        style = self.style(use)
        is_display = style.family == "display"
        unit = self.canvas.short if is_display else self.module
        return Sizes(
            is_display,
            least=self.canvas.least * (style.least / self._smallest),
            readable=self.canvas.least,
            wished=(use.size or style.size) * unit,
            short=(use.short or 0) * unit,
        )

    def size(self, use: TextUse, trial: Trial) -> float:
        """The type size on trial, in the canvas's unit."""
        return self.sizes(use).on(trial)

    def text(self, use: TextUse, words: SlotWords) -> str:
        """The words of a text's slot; empty if it has none."""
        written = words.get(use.from_) or self.words.get(use.from_) or ""
        if not isinstance(written, str) or not written:
            return ""
        if not (use.before or use.after):
            return written
        whole = f"{use.before}{written}{use.after}"
        if isinstance(written, Emphatic):
            return written.within(whole, len(use.before))
        return in_language_of(whole, written)

    def paragraph(self, use: TextUse, text: str) -> MeasuredText:
        """The measured text; TextTrouble if no font has one of its characters."""
        style, language = self._drawn(use), language_of(text, self.language)
        plain, pieces = self._chain(style, style.weight, language), tuple(stretches(text))
        weighty = self.weighty(use, language) if any(weight for _, weight in pieces) else None
        chains = {False: plain, True: weighty or plain}
        upper = style.caps == "upper"
        strands = tuple(Strand(piece, chains[weight], language, upper) for piece, weight in pieces)
        rtl = base_rtl(text, written_rtl(language))
        try:
            return paragraph(strands, rtl, style.tracking)
        except NoGlyph as missing:
            message, hint, _ = no_glyph_words(missing.characters, self.brand.fonts, language)
            raise TextTrouble(use.from_, message, hint, text, missing.stretches) from None

    def weighty(self, use: TextUse, language: str) -> FontChain | None:
        """The fonts of words with emphasis: as the design has them, else italics, or else bolder ones.

        None if they are those of the other words, or the family has no such font.
        """
        style, emphasis = self._drawn(use), use.emphasis or Emphasis()
        usual = self._chain(style, style.weight, language).fonts[0]
        if emphasis.italic is not False:
            slanted = self._chain(style, emphasis.weight or style.weight, language, italic=True)
            if slanted.fonts[0].italic and slanted.fonts[0].family == usual.family:
                return slanted
        elif emphasis.weight is None:
            return None
        heavier = self._chain(style, emphasis.weight or max(style.weight + 200, 700), language)
        first = heavier.fonts[0]
        differs = first.weight != usual.weight if emphasis.weight else first.weight > usual.weight
        return heavier if differs and first.family == usual.family else None

    def _chain(self, style: Style, weight: int, language: str, italic: bool = False) -> FontChain:
        features, points = style.all_features, style.optical
        key = style.face, weight, language, italic, features, points
        if key not in self._chains:
            self._chains[key] = font_chain(
                self.brand, style.face, weight, language, italic=italic, features=features, points=points
            )
        return self._chains[key]

    @derived
    def is_optical(self) -> bool:
        """Whether a font of the brand has letters of its own for each size."""
        return any(map(_points, self.brand.fonts))

    def points(self, size: float) -> float:
        """A size as people see it, in pt: 1 pt is 4/3 CSS px."""
        return size / self.canvas.css_px * _PT_PER_PX

    def _drawn(self, use: TextUse) -> Style:
        """The style of a text, and which size its letters are drawn for: what is set, or else is wished."""
        style = self.style(use)
        if style.optical or not self.is_optical:
            return style
        return replace(style, optical=self.points(self.set_in.get(use.from_) or self.sizes(use).wished))

    def color(self, name: str | None, large: bool) -> Color:
        """The colour of words that ask for a name; that of other words there, if it cannot be read."""
        asked = name and self.brand.words(name, READABLE_LARGE if large else READABLE, *self.grounds)
        return asked or self.text_color

    def line(self, name: str | None) -> Color:
        """The colour of a line that asks for a name, or that of the words."""
        return self.brand.color(self.brand.shape(name, *self.grounds)) if name else self.text_color

    def on(self, fill: str) -> Setting:
        """The same on a panel of a colour."""
        return replace(self, grounds=(self.brand.color(fill),), text_color=self.brand.on(fill))

    def logo(self, name: str) -> tuple[Shown, ...]:
        """The logo, in the versions that stand out on the ground."""
        first, *others = self.grounds
        return self.brand.logos[name].on(first, self.text_color, *others)
