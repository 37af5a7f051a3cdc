"""What may stand in each place of a file, as the types of its record say it.

The types are asked, not their JSON Schema, which takes longer to make than a spec to read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from builder.record import Record
from builder.source import Loc


class Kind(Record):
    """To stand beside a type: what its values are, in the words of those who write them.

    `meant` says what to write instead of a text that is none of them; nothing if it cannot tell.
    """

    words: str
    meant: Callable[[str], str] = lambda _: ""


class Form(Record):
    """One of the forms of a value: its type, and what is said of it beside (limits, validators, marks)."""

    type: Any
    said: tuple[Any, ...] = ()

    @property
    def fields(self) -> Mapping[str, tuple[Form, ...]]:
        """The forms of each field of a record, by the name that it is written by; none of any other form."""
        record = isinstance(self.type, type) and issubclass(self.type, BaseModel)
        return _fields_of(self.type) if record else {}

    @property
    def needed(self) -> tuple[str, ...]:
        """The fields that a record must have."""
        fields = self.type.model_fields if self.fields else {}
        return tuple(field.alias or name for name, field in fields.items() if field.is_required())

    @property
    def kind(self) -> Kind:
        """What its values are, where it is said."""
        return next((each for each in self.said if isinstance(each, Kind)), Kind(""))

    @property
    def length(self) -> int:
        """How many items a list has that always has as many; 0 for any other form."""
        items = get_args(self.type) if get_origin(self.type) is tuple else ()
        return 0 if ... in items else len(items)

    @property
    def names(self) -> bool:
        """Whether it is a group whose fields may have any name."""
        return get_origin(self.type) is dict

    def inside(self, step: str | int) -> tuple[Form, ...]:
        """What may stand in a field, or in an item; all items of a list are alike."""
        if isinstance(step, int):
            return tuple(_forms(get_args(self.type)[0])) if get_origin(self.type) is tuple else ()
        if self.names:
            return tuple(_forms(get_args(self.type)[1]))
        return self.fields.get(step, ())


def forms_at(model: type[BaseModel], loc: Loc) -> tuple[Form, ...]:
    """What may stand in a place: one form, or several; none if nothing may."""
    return _forms_at(model, tuple(0 if isinstance(step, int) else step for step in loc))


def fields_at(model: type[BaseModel], loc: Loc) -> list[str]:
    """The names of the fields that may stand in a place; none if they may have any name."""
    return [name for form in forms_at(model, loc) for name in form.fields or _keys(form)]


def _keys(form: Form) -> tuple[str, ...]:
    """The names of the fields of a group that has one form for all of them."""
    keys = get_args(form.type)[0] if form.names else None
    return get_args(keys) if get_origin(keys) is Literal else ()


def fits(form: Form, number: float) -> bool:
    """Whether a number is within the limits."""
    least, above = _limit(form, "ge"), _limit(form, "gt")
    most, below = _limit(form, "le"), _limit(form, "lt")
    return (
        (least is None or number >= least)
        and (above is None or number > above)
        and (most is None or number <= most)
        and (below is None or number < below)
    )


def limits(form: Form) -> str:
    """From which number to which, if both are given: `0 to 1`, `more than 0 to 4`."""
    least, most = _limit(form, "ge", "gt"), _limit(form, "le", "lt")
    if least is None or most is None:
        return ""
    return f"{'' if _limit(form, 'gt') is None else 'more than '}{least:g} to {most:g}"


def longest(form: Form) -> int:
    """How many characters a text may have, or items a list; 0 if it is not said."""
    return int(_limit(form, "max_length") or 0)


def _limit(form: Form, *names: str) -> float | None:
    """A limit of a value, by the names that `annotated_types` has for it."""
    found = (getattr(each, name, None) for each in form.said for name in names)
    return next((limit for limit in found if limit is not None), None)


@lru_cache(maxsize=1024)  # a translation asks of each of its places
def _forms_at(model: type[BaseModel], loc: Loc) -> tuple[Form, ...]:
    if not loc:
        return (Form(model),)
    return tuple(form for outer in _forms_at(model, loc[:-1]) for form in outer.inside(loc[-1]))


@cache
def _fields_of(record: type[BaseModel]) -> Mapping[str, tuple[Form, ...]]:
    if not record.__pydantic_fields_complete__:  # it holds itself
        record.model_rebuild()
    return {
        field.alias or name: tuple(_forms(field.annotation, tuple(field.metadata)))
        for name, field in record.model_fields.items()
    }


def _forms(annotation: Any, said: tuple[Any, ...] = ()) -> Iterator[Form]:
    if get_origin(annotation) is Annotated:
        inner, *beside = get_args(annotation)
        yield from _forms(inner, (*said, *(each for one in beside for each in _unpacked(one))))
    elif get_origin(annotation) in (Union, UnionType):
        for each in get_args(annotation):
            yield from _forms(each, said)
    elif annotation is not NoneType:
        yield Form(annotation, said)


def _unpacked(said: Any) -> tuple[Any, ...]:
    return tuple(said.metadata) if isinstance(said, FieldInfo) else (said,)
