"""A long curve that many pictures of a PDF have in common, as the words of a logo, is stored once."""

from io import BytesIO

import pikepdf
import pytest
from sample_story import story

from builder.color import Color
from builder.content.frame import Fill, Frame, Path
from builder.content.story import Figure
from builder.geometry.box import Box
from builder.geometry.curves import moved
from builder.pack.formats import STORY_PDF

WORDS = (("M", 1.0, 2.0), *(("L", 1 + x / 20, 2 + x * 7 % 10 + 0.123) for x in range(200)), ("Z",))


def card(ground: int, ink: int, across: float, opacity: float = 1.0) -> Frame:
    """A logo on a ground, which may be elsewhere and in another colour."""
    whole = Fill(Box(0, 0, 60, 60), Color(ground, 33, 79))
    logo = Path(moved(WORDS, (1, 0, 0, 1, across, 0)), Color(ink, 200, 200), opacity=opacity)
    return Frame(60, 60, "px", (whole, logo), "en-GB")


def curves(*cards: Frame) -> list[str]:
    """The operators of all forms that are long."""
    made = STORY_PDF.render(story(*(Figure(each, "A card") for each in cards)), date="2022-06-13")
    pdf = pikepdf.open(BytesIO(made if isinstance(made, bytes) else made[0]))
    forms = (each for each in pdf.objects if isinstance(each, pikepdf.Stream))
    read = (each.read_bytes().decode() for each in forms if each.get("/Subtype") == "/Form")
    return [operators for operators in read if len(operators) > 1000]


@pytest.mark.parametrize("times", [0.31, 1.0, 3.7])
def test_a_logo_is_stored_once_wherever_it_stands_however_large_and_in_whatever_colour(times: float) -> None:
    larger = Path(moved(WORDS, (times, 0, 0, times, 1.7, 0.3)), Color(1, 2, 3))
    other = Frame(60, 60, "px", (larger,), "en-GB")
    (only,) = curves(card(10, 20, 0), card(30, 40, 30.25), card(50, 60, 5, opacity=0.5), other)
    assert only.startswith("0 0 m ")
    assert only.endswith("h f")


@pytest.mark.parametrize("change", [0.5, 2.0])
def test_one_of_another_form_is_stored_too(change: float) -> None:
    other = Path(moved(WORDS, (change, 0, 0, 1, 0, 0)), Color(1, 2, 3))
    assert len(curves(card(10, 20, 0), Frame(60, 60, "px", (other,), "en-GB"))) == 2
