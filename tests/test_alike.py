"""What is written anew because the library loads much more for it gives what the library gives."""

from itertools import product
from xml.sax import saxutils

import numpy as np
import pytest

from builder.layout.legible import _quantile
from builder.render.xmltext import escape, quoteattr


def test_a_text_and_a_value_are_those_of_the_library() -> None:
    for letters in product("a&<>\"'\n\r\té", repeat=3):
        text = "".join(letters)
        assert escape(text) == saxutils.escape(text)
        assert quoteattr(text) == saxutils.quoteattr(text)


@pytest.mark.parametrize("share", [0.004, 0.1, 0.5, 1.0])
@pytest.mark.parametrize("count", [1, 2, 3, 250, 251])
def test_a_quantile_is_that_of_numpy(count: int, share: float) -> None:
    values = np.sin(np.arange(count) * 7.0) * 20
    assert _quantile(values.reshape(1, -1), share) == np.quantile(values, share)
