"""Markdown as it is typed and pasted."""

from __future__ import annotations

import pytest

from builder.content.markdown import from_markdown
from builder.content.story import ListBlock, Paragraph, plain


def outline(text: str) -> list[object]:
    """Paragraphs as their words, lists as lists."""

    def shown(blocks: tuple[object, ...]) -> list[object]:
        found = list[object]()
        for block in blocks:
            assert isinstance(block, Paragraph | ListBlock)
            if isinstance(block, Paragraph):
                found.append(plain(block.spans))
            else:
                found.append([shown(item) for item in block.items])
        return found

    return shown(from_markdown(text))


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("We do:\n• one\n•\ttwo\n", ["We do:", [["one"], ["two"]]]),
        ("· one\n  ◦ inner\n· two", [[["one", [["inner"]]], ["two"]]]),
        ("o\tone\no\ttwo", [[["one"], ["two"]]]),
        ("- one\n- two", [[["one"], ["two"]]]),
        ("o my word", ["o my word"]),
        ("A • between, and\n3·4 is not one", ["A • between, and 3·4 is not one"]),
    ],
)
def test_pasted_bullets_are_lists(text: str, blocks: list[object]) -> None:
    assert outline(text) == blocks
