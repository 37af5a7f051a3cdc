"""A document with many photographs holds their files, and not the pixels of all of them."""

from __future__ import annotations

import gc
import weakref
from io import BytesIO

from PIL import Image
from reportlab.lib.utils import ImageReader

from builder.render.pdf.canvas import GlyphCanvas


def test_what_was_unpacked_of_a_photograph_goes_with_it_though_nobody_looks_for_circles() -> None:
    canvas = GlyphCanvas(BytesIO())
    gc.disable()
    try:
        for number in range(2):
            image = canvas.photograph(Image.new("RGB", (20, 10), (200 * number, 0, 0)))
            held = weakref.ref(image)
            canvas.drawImage(image, 0, 0, 1, 1, mask="auto")
            canvas.drawImage(image, 1, 1, 1, 1, mask="auto")  # the same again
            assert isinstance(image, ImageReader)
            del image
            assert held() is None
    finally:
        gc.enable()
    assert sum(name.startswith("FormXob") for name in canvas._doc.idToObject) == 2
