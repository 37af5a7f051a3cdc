"""What all records of the brand's files have in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class BrandPart(BaseModel):
    """A mapping whose every key is known. What reads it is built when the first is read."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, defer_build=True)
