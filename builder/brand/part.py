"""What all records of the brand's files have in common."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict

from builder.source.forms import Kind


class BrandPart(BaseModel):
    """A mapping whose every key is known. What reads it is built when the first is read."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, defer_build=True)

    def __repr__(self) -> str:
        """All its fields, in a third of the time that pydantic takes: designs are known by it."""
        return f"{type(self).__name__}({self.__dict__!r})"


class Open(BaseModel):
    """A mapping of brand.yml that may hold more than packbuild reads."""

    model_config = ConfigDict(extra="allow", frozen=True, populate_by_name=True, defer_build=True)


def _from_folder(path: Any) -> Any:
    return path.lstrip("/") if isinstance(path, str) else path


ColorName = Annotated[str, Kind("a role or a colour")]
# A path as websites write it, from their root, is one from the brand's folder.
FolderPath = Annotated[str, Kind("a file"), BeforeValidator(_from_folder)]
