"""Values as the models ask for them: whole specs, brands, designs and slides, written by Hypothesis."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal, get_args, get_origin

import yaml
from hypothesis import strategies as st
from pydantic import BaseModel

from builder.brand.boxes import Node
from builder.brand.roles import ROLES
from builder.platforms.limits import TEXT_LIMITS
from builder.platforms.sizes import SIZES
from builder.source.about import about
from builder.source.forms import Form, longest

FIRST = dt.date(2024, 2, 26)  # of a week with a leap day, in which all that is written takes place
PHOTOS = ("hands", "street")  # the ids of the base's photographs
_DEEP = 5  # records within records, from which on only what is needed is written
_SIGNS = st.characters(exclude_categories=("Cc", "Cn", "Co", "Cs"))
_COLORS = ("navy", "sky", "rust", *ROLES, "on-primary")
_WORDS = (
    "Hope", "*Swifts* nest", "Every baby deserves to feel safe", "1 in 3", "64 %", "£1.3 million",
    "2 of 5",
    "Gwasanaeth i'r gymuned", "Kinder brauchen Zuwendung und Verlässlichkeit", "رشتہ ایک پناہ ہے",
    "শিশুর যত্ন",
    "愛される赤ちゃん", "ความรักของพ่อแม่", "💚", "a\u0301", "مرحبا 12", "Donaudampfschifffahrtsgesellschaft",
    "{year}", "{dates}", "see https://example.org/a?b=c", "- one\n- two",
    "# Head\n\ntext **bold** [a](https://a.example)",
    "| a | b |\n|---|---|\n| 1 | 2 |", "> quoted", "![x](y.png)", "<b>x</b>", "&amp; & <",
    "“Quoted” – so", "=1+1",
    "@somebody #Tag", "a\u00ad\u200bb", "line\nline", "\u202eabc", "…", "`code`", "[^1]\n\n[^1]: note",
    "***", "*",
)  # fmt: skip
_LONG = st.sampled_from((3, 40, 200)).flatmap(lambda n: st.sampled_from(_WORDS).map(lambda w: (w + " ") * n))
_TEXTS = st.one_of(
    st.sampled_from(_WORDS),
    st.lists(st.sampled_from(_WORDS), min_size=1, max_size=4).map(" ".join),
    st.sampled_from(_WORDS[:12]),
    st.text(_SIGNS, min_size=1, max_size=40),
    _LONG,
)
_SLUGS = st.sampled_from(("a", "b-2", "relationships", "x" * 40, "2024", "con", "story", "message", *PHOTOS))
_DAYS = st.integers(0, 6).map(lambda n: (FIRST + dt.timedelta(n)).isoformat())
_TIMES = st.sampled_from(("00:00", "02:30", "10:00", "9:15", "23:59"))
_URLS = ("https://example.org", "https://例え.jp/パス?q=1#z", "http://a.example/%20?x=" + "y" * 300)
_KINDS: Mapping[str, st.SearchStrategy[Any]] = {
    "a day": _DAYS,
    "a day and a time, or a day": st.one_of(_DAYS, st.builds("{}T{}".format, _DAYS, _TIMES)),
    "small letters, digits and hyphens": _SLUGS,
    "a hashtag": st.sampled_from(("#Hope", "#Été", "#IMHAW22", "#希望", "#" + "A" * 99, "#a_b", "#مرحبا")),
    "a web address": st.sampled_from(_URLS),
    "a place with its clock": st.sampled_from(("Europe/London", "Asia/Kathmandu", "America/St_Johns",
    "UTC")),
    "a language's code": st.sampled_from(("en-GB", "cy", "de", "ur", "ar", "he", "ja", "th", "bn",
    "zh-Hant", "fr")),
    "a role or a colour": st.sampled_from(_COLORS),
    "a colour, or `{light: …, dark: …}`": st.one_of(
        st.sampled_from(("navy", "sky", "rust", "#fff", "rebeccapurple")),
        st.sampled_from(("hsl(10 50% 50%)", "oklch(.7 .1 20)", "#0000")),
        st.integers(0, 0xFFFFFF).map("#{:06x}".format),
    ),
    "a length in px or mm, or both": st.sampled_from(("24px", "12mm", {"px": 20}, 7)),
    "a file": st.sampled_from(("logos/main.svg", "logos/symbol.svg", "art/nothing.svg", "../x.svg")),
}  # fmt: skip
_NAMES: Mapping[str, tuple[str, ...]] = {  # of fields whose values are known elsewhere
    "photo": PHOTOS,
    "file": ("art/forms/layers.svg", "art/own.svg", "hands.jpg", "street.jpg"),
    "art": ("layers", "own", "forms", "none"),
    "icon": ("layers", "own"),
    "design": (
        "message",
        "announcement",
        "quote",
        "statistic",
        "event",
        "day",
        "countdown",
        "pledge-card",
        "x",
    ),
    "look": ("embrace", "broadsheet", "photo", "paper", "grid"),
    "sizes": (*(size.key for size in SIZES[:4]), "all", "story", "link"),
    "platform": tuple(TEXT_LIMITS),
    "layout": ("title", "statement", "agenda", "section", "content", "quote", "closing", "chart", "x"),
    "chart": ("bars", "columns", "lines", "doughnut"),
    "style": ("display", "title", "lead", "label", "quote", "tag", "figure"),
    "logo": ("main", "symbol", "light"),
    "from": ("headline", "text", "hashtag", "dates", "number", "short", "credit", "website"),
    "when": ("text", "photo"),
    "unless": ("text", "of"),
    "chapters": ("about", "why", "messages", "posts", "usage", "calendar", "x"),
    "leave_out": ("about", "messages", "x"),
    "only": ("eaves", "bricks", "half", "a"),
    "card": ("message/eaves", "announcement", "statistic/half"),
    "platforms": tuple(TEXT_LIMITS),
    "source": ("Swift Count, 2021", "file"),
    "each": ("tag", "days", "text"),
}
_GROUPS: Mapping[str, tuple[str, ...]] = {  # and of groups whose fields may have any name
    "text": ("default", *TEXT_LIMITS),
    "sizes": tuple(size.key for size in SIZES),
    "styles": (*_NAMES["style"], "own"),
    "features": ("Atkinson Hyperlegible Next", "Nobody"),
    "palette": ("navy", "sky", "rust", "own"),
    "roles": (*ROLES, "own"),
    "points": ("lead", "note", "chapter", "quote", "x"),
}
_NUMBERS = st.one_of(
    st.sampled_from((0, 1, 0.5, 0.05, 2, 45, -1, 100, 1e-9, 1e6)),
    st.floats(0, 1, width=16),
    st.integers(0, 40),
)


def written(model: type[BaseModel]) -> st.SearchStrategy[dict[str, Any]]:
    """What may be written for a record, as plain data: mostly within its limits, not always of sense."""
    return _record(Form(model), 0)


@st.composite
def grafted(draw: st.DrawFn, model: type[BaseModel], original: dict[str, Any]) -> dict[str, Any]:
    """What somebody wrote for a record, with one to three of its parts written anew, or written at all."""
    changed: dict[str, Any] = copy.deepcopy(original)
    for _ in range(draw(st.sampled_from((1, 1, 2, 3)))):
        holder, key, form = draw(st.sampled_from(list(_places(Form(model), changed, 0))))
        part = draw(_field(form, key, 2) if isinstance(key, str) else _value(form, "", 2))
        holder[key] = copy.deepcopy(part)  # an example is one and the same each time
    return changed


def _places(form: Form, data: Any, depth: int) -> Iterator[tuple[Any, Any, Form]]:
    """Each field of the records in it, whether it is written or not, and each item that is a record."""
    if form.fields and isinstance(data, dict):
        for name, inner in form.fields.items():
            if name in data or depth:
                yield data, name, form
            if name in data:
                yield from (each for one in inner for each in _places(one, data[name], depth + 1))
    elif isinstance(data, list):
        for number, item in enumerate(data):
            for one in form.inside(0):
                if one.fields:
                    yield data, number, one
                yield from _places(one, item, depth + 1)
    elif form.names and isinstance(data, dict):
        yield from (
            each for name in data for one in form.inside(name) for each in _places(one, data[name], depth + 1)
        )


@cache
def _record(form: Form, depth: int) -> st.SearchStrategy[dict[str, Any]]:
    return st.deferred(lambda: _fields(form, depth))


def _fields(form: Form, depth: int) -> st.SearchStrategy[dict[str, Any]]:
    if form.type is Node:
        return _box(form, depth)
    needed = set(form.needed)
    fields = {name: _field(form, name, depth) for name in form.fields}
    optional = [name for name in fields if name not in needed]
    few = (
        st.just([])
        if depth > _DEEP or not optional
        else st.lists(st.sampled_from(optional), max_size=6, unique=True)
    )
    return few.flatmap(
        lambda names: st.fixed_dictionaries(
            {name: fields[name] for name in fields if name in needed or name in names}
        )
    )


_BOXES = ("text", "text", "number", "logo", "icon", "slot", "qr", "rule", "spacer", "column", "row", "grid")
_ALONG = ("width", "align", "pad", "turn", "bleed", "pin", "fill", "round", "border", "cut", "when", "unless")


def _box(form: Form, depth: int) -> st.SearchStrategy[dict[str, Any]]:
    """A box is one thing, and a few settings of it."""
    fields = {name: _field(form, name, depth) for name in form.fields}
    leaves = [name for name in _BOXES if depth <= _DEEP or name not in ("column", "row", "grid")]
    along = st.lists(st.sampled_from(_ALONG), max_size=2, unique=True)
    return st.tuples(st.sampled_from(leaves), along).flatmap(
        lambda chosen: st.fixed_dictionaries({name: fields[name] for name in (chosen[0], *chosen[1])})
    )


def _field(form: Form, name: str, depth: int) -> st.SearchStrategy[Any]:
    forms = form.fields[name]
    made = st.one_of([_value(each, name, depth + 1) for each in forms])
    python = next(
        (key for key, field in form.type.model_fields.items() if (field.alias or key) == name), name
    )
    example = about(form.type)[python].example
    if example and name not in _NAMES and not any(each.fields or each.kind.words in _KINDS for each in forms):
        return st.one_of(st.just(yaml.load(example, yaml.BaseLoader)), made)
    return made


def _value(form: Form, name: str, depth: int) -> st.SearchStrategy[Any]:
    if form.fields:
        return _record(form, depth)
    if form.inside(0):
        return _list(form, name, depth)
    if form.names:
        inner = st.one_of([_value(each, name, depth + 1) for each in form.inside("x")])
        return st.dictionaries(st.sampled_from(_keys(form, name)), inner, max_size=3)
    return _scalar(form, name)


def _scalar(form: Form, name: str) -> st.SearchStrategy[Any]:
    known = _NAMES.get(name, ()) if form.type is str else ()
    if get_origin(form.type) is Literal:
        known = get_args(form.type)
    if form.type is bool:
        known = ("yes", "no", "true")
    if known:
        return st.sampled_from(known)
    if form.kind.words in _KINDS:
        return _KINDS[form.kind.words]
    return _number(form) if form.type in (int, float) else _text(form)


def _keys(form: Form, name: str) -> tuple[str, ...]:
    keys = get_args(form.type)[0]
    if get_origin(keys) is Literal:
        return get_args(keys)
    return _GROUPS.get(name, (*_COLORS, "default"))


def _list(form: Form, name: str, depth: int) -> st.SearchStrategy[list[Any]]:
    items = st.one_of([_value(each, name, depth) for each in form.inside(0)])
    least = max((getattr(said, "min_length", None) or 0 for said in form.said), default=0)
    fixed = form.length
    lists = st.lists(items, min_size=fixed or least, max_size=fixed or max(least, 4))
    return lists.map(_told_apart)


def _told_apart(drawn: list[Any]) -> list[Any]:
    """Items with ids of their own: else nearly all would be twice."""
    items, seen = copy.deepcopy(drawn), set[str]()
    for number, item in enumerate(items):
        if isinstance(item, dict) and isinstance(item.get("id"), str):
            if item["id"] in seen:
                item["id"] = f"{item['id'][:30]}-{number}".replace("--", "-")
            seen.add(item["id"])
    return items


def _number(form: Form) -> st.SearchStrategy[Any]:
    limits = {
        name: value
        for said in form.said
        for name in ("ge", "gt", "le", "lt")
        if (value := getattr(said, name, None)) is not None
    }
    least = limits.get("ge", limits.get("gt"))
    most = limits.get("le", limits.get("lt"))
    if least is None and most is None:
        return _NUMBERS
    above = 0 if "ge" in limits or least is None else 0.01
    low = least + above if least is not None else min(-1, most or 0)
    high = most if most is not None else low + 100
    whole = form.type is int
    within = (
        st.integers(int(low), int(high))
        if whole
        else st.floats(low, high, width=64).map(lambda n: round(n, 4))
    )
    return st.one_of(within, st.sampled_from((low, high)))


def _text(form: Form) -> st.SearchStrategy[str]:
    most = longest(form)
    return _TEXTS.map(lambda text: text[:most]) if most else _TEXTS
