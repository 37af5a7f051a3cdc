"""Boxes that only some cards have: where a slot has words, or has none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Self

from pydantic import model_validator

from builder.brand.part import BrandPart
from builder.source.validate import wording


class Conditional(BrandPart):
    """What may be left out by the words of a card."""

    when: str | None = None
    """A slot: the box is there where the card has words for it that are not left out for want of room, and
    nowhere else. Example: of
    """
    unless: str | None = None
    """A slot: the box is left out where the card has such words for it. Example: of"""

    def is_there(self, words: Mapping[str, Any]) -> bool:
        """Whether a card that has these words has the box."""
        return bool(words.get(self.when, "")) if self.when else not (self.unless and words.get(self.unless))

    @property
    def asked(self) -> Iterator[tuple[str, str]]:
        """The fields that name a slot, each with it."""
        if self.when:
            yield "when", self.when
        if self.unless:
            yield "unless", self.unless

    @model_validator(mode="after")
    def _asks_once(self) -> Self:
        if self.when and self.unless:
            raise wording("has `when` and `unless`", "one of them says where it is; give two boxes one each")
        return self
