"""A frame: fixed graphics, every position, line break and colour settled.

All lengths are in the frame's unit (`px` for screens, `pt` for paper), y grows
downwards from the top left corner of the canvas.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from builder.color import Color
from builder.geometry.box import Box, Command
from builder.geometry.curves import Matrix, moved
from builder.geometry.paints import Varied, varied_moved
from builder.kept import some_of
from builder.media import Font, Image
from builder.record import Record, derived, replace

Unit = Literal["px", "pt"]


NOWHERE = Box(0, 0, 0, 0)


class Gradient(Record):
    """A straight blend of colours; 0 degrees runs left to right, 90 top to bottom."""

    stops: tuple[tuple[float, Color], ...]
    angle: float = 90.0


Paint = Color | Gradient | Varied  # of a path; a rectangle has none whose points are its curve's


class Fill(Record):
    """A rectangle of one paint; where it is `clear`, formats that can let it be seen through."""

    box: Box
    paint: Color | Gradient
    clear: bool = False


class Path(Record, dict=True):
    """A curve, filled (non-zero rule) or stroked or both; opacity 0 to 1 holds for both.

    What is `sharp`, like the squares of a code, a press prints in black alone: two inks never meet exactly.
    What is `clear` takes away what lies behind it in formats that can, in others it is painted.
    """

    commands: tuple[Command, ...]
    fill: Paint | None = None
    stroke: Color | None = None
    stroke_width: float = 0.0
    opacity: float = 1.0
    sharp: bool = False
    clear: bool = False

    def __hash__(self) -> int:
        """Of some places of its curve, which is long."""
        return hash((some_of(self.commands), self.fill, self.stroke, self.stroke_width, self.opacity))

    @derived
    def hull(self) -> Box:
        """The box of the curve's points, the steering ones too: the curve lies within it."""
        xs = [x for step in self.commands for x in step[1::2]]
        ys = [y for step in self.commands for y in step[2::2]]
        return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def path_moved(path: Path, matrix: Matrix) -> Path:
    """A path after the matrix; its line stays as wide as it was."""
    fill = varied_moved(path.fill, matrix) if isinstance(path.fill, Varied) else path.fill
    return replace(path, commands=moved(path.commands, matrix), fill=fill)


GlyphPart = tuple[int, int, int]  # a glyph of the font, and how far it is moved: x, y in units of the font


class Glyph(NamedTuple):
    """What is drawn for a cluster of characters, `source`, that take their shape together.

    Most clusters are one glyph of the font. One of several, or one that is moved off the
    baseline, is drawn as one all the same (a PDF's font gets a glyph made of its parts): so
    every glyph reads as just its text, and stands where a reader looks for it.
    """

    parts: tuple[GlyphPart, ...]
    source: str  # U+00AD for a hyphen that only the end of its line asks for
    x: float  # em, from the run's left edge
    advance: float  # em, the width that the pen moves by


class Glyphs(Record):
    """Glyphs in reading order, in columns: there are many, and most are drawn by one column after another.

    `steps` say by how many thousandths of an em the pen goes back after each beyond its advance, as PDF has
    it. They are known of glyphs from left to right that the font's kerning alone moves; else there are none.
    """

    parts: tuple[tuple[GlyphPart, ...], ...] = ()
    sources: tuple[str, ...] = ()
    xs: tuple[float, ...] = ()
    advances: tuple[float, ...] = ()
    steps: tuple[int, ...] = ()

    def ended(self, blank: Glyphs, x: float) -> Glyphs:
        """These, and a blank where they end; its steps are known as are theirs."""
        return Glyphs(
            self.parts + blank.parts,
            self.sources + blank.sources,
            (*self.xs, x),
            self.advances + blank.advances,
            (*self.steps, 0),
        )

    def __iter__(self) -> Iterator[Glyph]:
        """Glyph by glyph."""
        return map(Glyph, self.parts, self.sources, self.xs, self.advances)


class Run(Record):
    """Glyphs of one font and direction, in reading order; x is the run's left edge.

    Words with emphasis may have a `color` of their own; without one it is their text's.
    Letter-spacing is in the glyphs' places. The blank that parts a line's last word from the
    next one, for who reads or copies, is its last glyph, or a run of its own; it takes no width.
    """

    font: Font
    x: float
    width: float
    glyphs: Glyphs = Glyphs()
    color: Color | None = None

    @property
    def text(self) -> str:
        """What the run reads as, in logical order."""
        return "".join(self.glyphs.sources)


class Line(Record):
    """Runs on one baseline, in reading order, each at its own x."""

    runs: tuple[Run, ...]
    baseline: float
    size: float | None = None  # of its letters, where each line of a text has its own

    @property
    def text(self) -> str:
        """The line's words in reading order."""
        return "".join(run.text for run in self.runs)


class Turn(Record):
    """A quarter turn of what is set level: where its origin comes to, and which way it reads."""

    degrees: int  # clockwise: 90 reads downwards, -90 upwards
    x: float
    y: float

    def box(self, box: Box) -> Box:
        """Where a box of what is level comes to stand."""
        if self.degrees > 0:
            return Box(self.x - box.bottom, self.y + box.x, box.h, box.w)
        return Box(self.x + box.y, self.y - box.right, box.h, box.w)


class Text(Record):
    """A block of text, broken into lines and placed; `words` is what a reader hears.

    Lines that are turned have the places that they had level, before their turn; `box` is where they stand.
    """

    words: str
    lines: tuple[Line, ...]
    size: float
    color: Color
    lang: str
    role: str = "text"  # the slot of the design that it fills
    box: Box = NOWHERE  # the ink's room: from the first ascent to the last descent
    large: bool = False  # whether WCAG 2.2 counts it as large text
    turn: Turn | None = None
    outline: float = 0.0  # how wide the lines are that its letters are drawn in; 0: they are filled
    vertical: bool = False  # whether it is set downwards: each of its lines is a letter, or two digits
    rooms: tuple[Box, ...] = ()  # the ink's room of each line, where each stands on a ground of its own

    @property
    def grounds(self) -> tuple[Box, ...]:
        """Where it is to stand out from what lies behind: of its lines those with words, or all its room."""
        lines = zip(self.rooms, self.lines, strict=False)
        return tuple(room for room, line in lines if line.runs) or (self.box,)

    @property
    def by_color(self) -> tuple[Text, ...]:
        """The text once for each of its colours, with the runs that have it."""
        runs = [run for line in self.lines for run in line.runs]
        if not any(run.color for run in runs):
            return (self,)
        return tuple(self._of(color) for color in dict.fromkeys(run.color or self.color for run in runs))

    def _of(self, color: Color) -> Text:
        lines = (
            replace(line, runs=tuple(run for run in line.runs if (run.color or self.color) == color))
            for line in self.lines
        )
        return replace(self, color=color, lines=tuple(lines))


class Picture(Record):
    """A part of an image (`crop`, in its own pixels) that fills a box, in its colours or in a tone's.

    With a `clip` what is inside that curve is seen of it; through clear parts of the image, what is behind.
    """

    image: Image
    box: Box
    crop: Box
    alt: str = ""
    tone: tuple[Color, ...] = ()  # from its darks to its lights: two colours or three
    clip: tuple[Command, ...] = ()  # none: all of the box
    blur: float = 0.0  # how far it is out of focus, in the frame's unit


Item = Fill | Path | Text | Picture


class Frame(Record):
    """A finished layout: items from back to front on a canvas, in reading order."""

    width: float
    height: float
    unit: Unit
    items: tuple[Item, ...]
    lang: str
    rtl: bool = False
    safe: Box | None = None  # where nothing that must be read may leave
    bleed: float = 0.0  # how far the items run over each edge of the canvas
    outline: float = 0.0  # how wide a white line runs round what is not clear
