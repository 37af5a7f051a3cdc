"""The ways in which a design shows a photograph, in the order in which they are tried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.brand.photouse import PhotoUse
from builder.content.frame import Item, Picture
from builder.layout.cards.setting import Setting
from builder.layout.copies import repeated
from builder.layout.crops import lost
from builder.layout.masks import cut_out, masked
from builder.layout.numbers import share_in
from builder.layout.photo import Photograph, Pictured, pictured
from builder.record import replace

_OTHERS = (1.15, 1.3, 1.45, 0.85, 0.7)  # times what the design says, where what matters would be cut
_MOST = 0.66  # of the canvas


def ways(given: Sequence[PhotoUse], photo: Photograph) -> Sequence[PhotoUse]:
    """Those for a photograph: with clear parts it is cut out first, and in no mask, whose form would not be
    seen; an opaque one is cut out only if there is no other way.
    """
    cut = [use for use in given if use.cut_out]
    others = [use for use in given if not use.cut_out]
    if photo.image.is_clear and cut:
        return [*cut, *(use for use in others if not use.mask)]
    return others or cut


def resized(use: PhotoUse) -> Iterator[PhotoUse]:
    """The same at its side with more of the canvas, or with less: what matters would be cut in it."""
    if use.side != "all":
        shares = (use.share * times for times in _OTHERS)
        yield from (use.model_copy(update={"share": share}) for share in shares if share <= _MOST)


def shown_as(use: PhotoUse, photo: Photograph, words: Sequence[Item], setting: Setting) -> Pictured:
    """The photograph in one way, with words that have their places."""
    canvas, brand, rtl = setting.canvas, setting.brand, setting.rtl
    if use.mask:
        return masked(use, use.mask, photo, words, canvas, brand, rtl)
    if use.cut_out:
        return cut_out(use, photo, words, canvas, brand, rtl)
    shown = pictured(use, photo, words, canvas, brand, setting.ground, rtl)
    if use.copies:
        (whole, *over), look = shown.items, (setting.ground, setting.text_color)
        assert isinstance(whole, Picture)
        share, focus = share_in(setting.words), photo.focus
        all_ = repeated(whole, share, use.copies, look, canvas.short, focus, rtl)
        cut = max(lost(each, focus, canvas.page) for each in all_)
        return replace(shown, items=(*all_, *over), lost=cut)
    return shown
