"""The brand: colours, fonts, type styles, logos and art, read and proved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from builder.brand.paper import Paper
from builder.brand.roles import GIVING_WAY, STRONG, faint, lost, quiet, words_on_all
from builder.brand.slides import SlideSet
from builder.brand.tiles import Tile, TileSet
from builder.color import Color, least_contrast
from builder.errors import Place, Problem
from builder.geometry.box import Box, Command
from builder.geometry.paints import Raster, Varied, inks_of
from builder.inks import Inks
from builder.media import Features, Font, Image
from builder.phrases.own import OwnPhrases
from builder.platforms.sizes import SIZES, Size
from builder.record import Record

if TYPE_CHECKING:  # a logo is made of drawings
    from builder.brand.lockups import Logo
    from builder.brand.measures import Crest


OWN = "own"  # the role of shapes that keep their colour in every brand: skin, hair, shades
_DARK = 0.06  # of luminance: what is as dark can hardly be made out on it
_VIVID = 100  # of 255: how far the channels of a colour are apart that others may hardly be made out on


class ArtShape(Record):
    """A form of an SVG and its paint, in the art's own coordinates.

    Its loops do not cross, and holes run against their rims: all rules of filling give the same.
    """

    commands: tuple[Command, ...]
    fill: Color | Varied
    opacity: float = 1.0
    role: str = ""  # the role or the name of the palette that it is painted by; none: its own colour

    @property
    def colors(self) -> tuple[Color, ...]:
        """The colours that it is painted in."""
        return tuple(color for color, _ in inks_of(self.fill))


@dataclass(frozen=True, slots=True)
class Art:
    """An SVG as painted forms, back to front: a motif, an illustration, an icon or a logo.

    It is known by its file's bytes.
    """

    name: str  # its path inside the brand folder: `art/motif.svg`
    digest: str  # sha256 of the file
    view: Box = field(repr=False, compare=False)
    shapes: tuple[ArtShape, ...] = field(repr=False, compare=False)
    title: str = field(default="", repr=False, compare=False)  # the SVG's own <title>
    # What of it is drawn as pictures (`filter`), and the line where that first is.
    effects: tuple[tuple[str, int], ...] = field(default=(), repr=False, compare=False)

    @property
    def images(self) -> tuple[Image, ...]:
        """The images that it is painted in."""
        return tuple(shape.fill.image for shape in self.shapes if isinstance(shape.fill, Raster))


class Style(Record):
    """A type style of cards and posters. Sizes are shares of the canvas's short side."""

    name: str
    family: str  # `display` or `text`: a role that each script fills with a font of its own
    weight: int
    size: float  # the largest, as a share
    least: float  # the smallest, as a share
    leading: float  # line height as a multiple of the size
    tracking: float = 0.0  # letter-spacing in em
    lines: int = 12  # the most lines
    caps: str = "none"  # `upper` and `small` ones, or as it is written
    features: Features = ()  # that its fonts have on beside their own
    drawn_in: str = ""  # the role whose fonts draw it, if that is not `family`
    optical: float = 0.0  # the size in pt that its letters are drawn for; 0: that in which they are set

    @property
    def all_features(self) -> Features:
        """Its features, with that of small capitals if it has them."""
        return (*self.features, ("smcp", 1)) if self.caps == "small" else self.features

    @property
    def face(self) -> str:
        """The role whose fonts draw its letters."""
        return self.drawn_in or self.family


class Face(Record):
    """The fonts of one role in one script, the first that has a character wins."""

    fonts: tuple[Font, ...]


class OfficeFonts(Record):
    """Fonts that every Office has, for slides and Word files."""

    display: str
    text: str


@dataclass(frozen=True, slots=True, eq=False)  # known by itself, so that what is derived is kept
class Brand:
    """Everything that the brand folder says, read once."""

    name: str  # empty if it says none
    palette: Mapping[str, Color]  # by the designer's names: ink, plum, cream, …
    roles: Mapping[
        str, str
    ]  # every role, and `on-` each role and colour: builder.brand.roles → palette names
    fonts: tuple[Font, ...]
    families: Mapping[str, Mapping[str, tuple[str, ...]]]  # role → script, language or `default`
    styles: Mapping[str, Style]
    logos: Mapping[str, Logo]  # `main`, `small`, …, in all their lock-ups
    art: Mapping[str, Art]  # by path inside the brand folder
    office: OfficeFonts
    margin: float  # share of the short side
    paper: Paper
    link: Color | None  # of links on paper; none given: the role `secondary`, if it can be read there
    headings: Color | None  # the colour of headings on paper; none given: the role `primary`, if read there
    designs: Mapping[str, object]  # by name: builder.brand.design.Design
    logo_files: Mapping[str, bytes]  # as supplied: file name → bytes
    logo_alts: Mapping[str, str]  # what the brand says of them: file inside the brand folder → words
    tiles: TileSet | tuple[Tile, ...] | None = None  # of fields of them; none given: what suits the palette
    slides: SlideSet | None = None  # layouts of the slide template; none given: no slides are made
    photographs: str | tuple[str, ...] = "natural"  # the tone of those that a design gives none
    # Of the look, that stand in for photographs that cards lack: by name, what matters in each, and its set.
    pictures: Mapping[str, tuple[Box, str]] = field(default_factory=dict)
    set: str = ""  # that which the campaign has of the look's
    # Of drawings, by name, the first that of those which designs name: what stands for which.
    sets: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    crests: tuple[Crest, ...] = ("rolling",)  # of hills: a campaign has the one of the number of its set
    sizes: tuple[Size, ...] = SIZES  # the platforms', and the campaign's own
    own_words: Mapping[str, OwnPhrases] = field(default_factory=dict)  # by language: the campaign's own words
    problems: tuple[Problem, ...] = ()  # warnings
    # Of the words of each slot, by design and by each of its trees of boxes (`tree_name` in `variants`); a
    # line that moves draws nothing anew.
    places: Mapping[str, Mapping[str, Place]] = field(default_factory=dict, repr=False, compare=False)
    # The file of each design, as messages name it.
    files: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)
    # Of art that saves ink: what its forms are filled with, and what their outlines are drawn in.
    outlined: tuple[Color, Color] | None = None
    look: str = ""  # none: the brand is a look by itself
    inks: Inks = field(default_factory=Inks)  # of its colours on paper
    digest: str = field(default="", repr=False)  # sha256 of the folder: names and bytes
    # As its folder has it, if fonts from elsewhere were put to its own for the scripts that they lack.
    own: Brand | None = field(default=None, repr=False)

    @property
    def crest(self) -> Crest:
        """How the hills of the campaign are cut."""
        return self.crests[0]

    @property
    def stand_ins(self) -> tuple[str, ...]:
        """The pictures that cards may have by chance: those of the campaign's set, if it has one."""
        return tuple(name for name, (_, of) in self.pictures.items() if of in ("", self.set) or not self.set)

    @property
    def drawings(self) -> tuple[Art, ...]:
        """The art, and the logos in all their lock-ups."""
        return (*self.art.values(), *(art for logo in self.logos.values() for art in logo.drawings))

    @property
    def images(self) -> tuple[Image, ...]:
        """Those in its drawings."""
        return tuple(image for art in self.drawings for image in art.images)

    def own_phrases(self, language: str) -> OwnPhrases:
        """The campaign's own words in the language of a tag."""
        return self.own_words.get(language.partition("-")[0], OwnPhrases())

    def color(self, name: str) -> Color:
        """The colour of a palette name or a role; KeyError if the brand has neither."""
        return self.palette[self.called(name)]

    def called(self, name: str) -> str:
        """The palette's name of a role's colour, or of a colour."""
        return self.roles.get(name, name)

    def on(self, *names: str) -> Color:
        """The colour of words on a ground of this name, or on one that passes through several."""
        return self.color(self.ink(names))

    def ink(self, names: Sequence[str]) -> str:
        """The role of the colour of words on a ground that has these, or passes through them."""
        return words_on_all(names, self.roles, self.color)

    def words(self, name: str, needed: float, *grounds: Color) -> Color | None:
        """The colour of words that ask for a name; None for a role that lacks the contrast with a ground.

        A colour that is called by its own name is an order, and taken as it is.
        """
        color = self.color(name)
        return color if name not in self.roles or least_contrast(color, grounds) >= needed else None

    def shape(
        self, name: str, *grounds: Color, beside: Sequence[Color] = (), is_art: bool = False
    ) -> str:
        """The name of what a shape is painted in that asks for one: a role that is lost there gives way.

        On a ground that passes through several colours it may not be lost on any of them. What stands in for
        it is another colour than those of shapes `beside` it, if there is one. A strong colour of art gives
        way where it can hardly be made out, as green on a blue as dark as it; soft ones may be quiet. What
        is bright in it, such as a sun, gives way to what is light, and to what is dark if no other is seen.
        """
        lost = self._faint if is_art and name in STRONG else self._lost
        if name not in self.roles or not lost(name, grounds):
            return name
        others = [role for role in GIVING_WAY if not lost(role, grounds)]
        if is_art and name == "highlight":
            others = [role for role in others if self.color(role).luminance > _DARK] or others
            others.sort(key=lambda role: -self.color(role).luminance)
        apart = (role for role in others if not self._lost(role, beside))
        return next(apart, min(others, key=lambda role: self._times(role, beside), default=name))

    def apart(self, taken: Sequence[Color], grounds: Sequence[Color]) -> Color | None:
        """A colour for a shape of art that is none of these and is made out on the grounds; None without."""
        seen = (
            self.color(role)
            for role in GIVING_WAY
            if not self._faint(role, grounds) and not any(quiet(self.color(role), each) for each in grounds)
        )
        return next((color for color in seen if not any(lost(color, other) for other in taken)), None)

    def _times(self, name: str, colors: Sequence[Color]) -> int:
        """How many of these are the same as a role's."""
        return sum(lost(self.color(name), color) for color in colors)

    def _faint(self, name: str, grounds: Sequence[Color]) -> bool:
        """Whether it is lost, or hardly made out on a strong or a dark colour: yellow is seen on cream."""
        strong = [ground for ground in grounds if ground.chroma >= _VIVID or ground.luminance < _DARK]
        return self._lost(name, grounds) or any(faint(self.color(name), ground) for ground in strong)

    def _lost(self, name: str, grounds: Sequence[Color]) -> bool:
        return any(lost(self.color(name), ground) for ground in grounds)
