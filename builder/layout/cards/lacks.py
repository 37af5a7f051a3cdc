"""What a card was asked to show and does not: words left out, capitals, strewn pieces."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from builder.brand.codes import SLOT
from builder.brand.scatter import Scatter
from builder.content.frame import Item, Text
from builder.fonts.features import feature_tags
from builder.layout.cards.boxes import Boxed
from builder.layout.cards.remarks import SlotRemark, quoted
from builder.layout.cards.setting import SlotWords, Trial
from builder.layout.cards.stepforms import form_of
from builder.layout.cards.textbox import TextBox
from builder.layout.cards.tree import NUMBER, QR, shown
from builder.layout.cards.verticalbox import VerticalBox
from builder.text.casing import lacking_capitals
from builder.text.scripts import script_of

_INTRO = "intro"  # the slot of the sentence above steps
_FEW = 0.5  # of the pieces of a scatter: where fewer find room, it is told
_SHOWN = 8  # characters that a message names


def unsaid(items: Sequence[Item], words: SlotWords, trial: Trial) -> Iterator[SlotRemark]:
    """A note on what the words and the design ask for, and that was left out for want of room."""
    said = {item.words for item in items if isinstance(item, Text)}
    for slot, repeated in words.items():
        if isinstance(repeated, tuple) and repeated:
            yield from _unlisted(slot, repeated, said, trial)
    formed = any(isinstance(repeated, tuple) and form_of(repeated) for repeated in words.values())
    for slot in sorted({*trial.without, *([_INTRO] if formed else [])}):
        text = _words(words, slot)
        if text and not any(text in each for each in said):
            message = f"{quoted(text)} is left out, as no room is left for it"
            yield SlotRemark(slot, text, message, "fewer words, there or below, may have room")
        elif what := _drawn(slot, words):
            message = f"{what} is left out, as no room is left for it"
            yield SlotRemark("", "", message, "fewer words leave it room")


def _unlisted(
    slot: str, repeated: Sequence[SlotWords], said: Collection[str], trial: Trial
) -> Iterator[SlotRemark]:
    """A note on the sentences of items that a design repeats: of the first, and how many more."""
    form = form_of(repeated)
    slots = {"text"} if form else {*repeated[0]} & trial.without
    texts = [text for each in repeated for key in each if key in slots and (text := _words(each, key))]
    if lost := [text for text in texts if text not in said]:
        several = f" and {len(lost) - 1} more are" if lost[1:] else " is"
        where = f"a {form}" if form else "the list"
        message = f"{quoted(lost[0])}{several} left out, as {where} has no more room"
        yield SlotRemark(slot, lost[0], message, "write shorter sentences, or fewer of them")


def _drawn(left_out: str, words: SlotWords) -> str:
    """What a thing that was left out is called, if the card had one."""
    kind, _, name = left_out.partition(" ")
    if kind == "logo":
        return f"the logo `{name}`"
    if kind == "held":
        return f"what `{name}` holds"
    there = {QR: (SLOT, "the QR code"), NUMBER: ("value", "the picture of the number")}
    slot, called = there.get(left_out, ("", ""))
    return called if _words(words, slot) else ""


def _words(words: Mapping[str, object], slot: str) -> str:
    found = words.get(slot)
    return found if isinstance(found, str) else ""


def uncapped(tree: Boxed) -> Iterator[SlotRemark]:
    """A note on each text that the design wants in capitals, and that stays as it is written."""
    for text in shown(tree):
        caps = text.use.caps or text.setting.brand.styles[text.use.style].caps
        if caps == "upper" and (lacks := lacking_capitals(text.para.strands)):
            named = " ".join(list(dict.fromkeys("".join(lacks)))[:_SHOWN])
            message = f"{quoted(text.text)} stays as it is written: no font has the capitals {named}"
            yield SlotRemark(text.slot, str(text.text), message, "add a font that has them, or `caps: none`")
        elif caps == "small" and (fonts := _without_small(text)):
            message = f"{quoted(text.text)} stays as it is written: {fonts} has no small capitals"
            hint = "take a font that has them, or write `caps: upper`"
            yield SlotRemark(text.slot, str(text.text), message, hint)


def levelled(tree: Boxed) -> Iterator[SlotRemark]:
    """A note on each text that the design wants downwards, and that is level."""
    for text in shown(tree):
        if text.use.vertical and not isinstance(text, VerticalBox):
            message = f"{quoted(text.text)} is level: its letters grow together, and cannot stand upright"
            yield SlotRemark(text.slot, str(text.text), message)


def _without_small(text: TextBox) -> str:
    """The family that draws letters with capitals and has no small ones, where another of the fonts has."""
    fonts = text.para.strands[0].fonts.fonts
    if not any("smcp" in feature_tags(font) for font in fonts):
        return ""  # the brand is told of it, once
    for stretch in text.para.stretches:
        letters = text.para.text[stretch.start : stretch.end]
        cased = any(char.islower() and (known := script_of(char)) and known.cased for char in letters)
        if cased and "smcp" not in feature_tags(stretch.font):
            return stretch.font.family
    return ""


def unstrewn(use: Scatter, lying: int) -> Iterator[SlotRemark]:
    """A note if words leave room to fewer than half of the pieces that a design strews."""
    if lying < use.count * _FEW:
        message = f"{lying} of {use.count} pieces that are strewn over the ground find room beside the words"
        hint = "fewer words leave room to more; or write a smaller `count` or `scale` in the design"
        yield SlotRemark("", "", message, hint)
