"""Elements of HTML: whatever is not markup is escaped."""

from __future__ import annotations

from html import escape

_VOID = ("img", "meta", "br")
_KEPT_EMPTY = ("alt", "value")

Value = str | int | bool


def tag(name: str, /, *inside: str, **attributes: Value) -> str:
    """An element around markup. Attributes are escaped, and left out if empty or False; True has no value.

    `class_` is `class`, `aria_label` is `aria-label`.
    """
    opening = "".join(_attribute(key.rstrip("_"), value) for key, value in attributes.items())
    return f"<{name}{opening}>" + ("" if name in _VOID else "".join(inside) + f"</{name}>")


def words(text: str) -> str:
    """Plain words as markup."""
    return escape(text, quote=False)


def unseen(text: str) -> str:
    """Words that are heard only."""
    return tag("span", words(text), class_="unseen")


def _attribute(name: str, value: Value) -> str:
    if value is True:
        return f" {name.replace('_', '-')}"
    if value or (name in _KEPT_EMPTY and value is not False):
        return f' {name.replace("_", "-")}="{escape(str(value))}"'
    return ""
