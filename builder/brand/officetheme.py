"""The theme of Office: the names of its twelve colours, and the codes of scripts that it has fonts for."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from builder.brand.part import ColorName
from builder.source.validate import did_you_mean, listed, nearest, wording

SLOTS = ("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
LINKS = ("hlink", "folHlink")
# ISO 15924, those that the themes of Office name.
_SCRIPTS = (
    *("Arab", "Armn", "Beng", "Bopo", "Bugi", "Cans", "Cher", "Deva", "Ethi", "Geor", "Gujr"),
    *("Guru", "Hang", "Hans", "Hant", "Hebr", "Java", "Jpan", "Khmr", "Knda", "Laoo", "Lisu"),
    *("Mlym", "Mong", "Nkoo", "Olck", "Orya", "Osma", "Phag", "Sinh", "Sora", "Syrc", "Syre"),
    *("Syrj", "Syrn", "Tale", "Talu", "Taml", "Telu", "Tfng", "Thaa", "Thai", "Tibt", "Uigh"),
    *("Viet", "Yiii"),
)


def _color(name: str) -> str:
    if name not in (*SLOTS, *LINKS):
        raise wording("is none of Office's colours", did_you_mean(name, (*SLOTS, *LINKS)))
    return name


def _whole_theme(theme: dict[str, str]) -> dict[str, str]:
    if lacking := [name for name in (*SLOTS, *LINKS) if name not in theme]:
        hint = f"add `{lacking[0]}: …`: all twelve colours of Office have a role or a colour of the palette"
        raise wording(f"has no {listed(lacking)}", hint)
    return theme


def _script(code: str) -> str:
    if code in _SCRIPTS:
        return code
    from babel import Locale  # noqa: PLC0415  for rare scripts and for the hint, and slow to load

    names = {str(name).lower(): code for code, name in Locale("en").scripts.items()}
    if code in names.values():
        return code
    meant = nearest(code, _SCRIPTS) or names.get(code.lower())
    raise wording(
        "is no script's code", f"did you mean `{meant}`?" if meant else "it is like `Arab` or `Beng`"
    )


ThemeColors = Annotated[dict[Annotated[str, AfterValidator(_color)], ColorName], AfterValidator(_whole_theme)]
ScriptCode = Annotated[str, AfterValidator(_script)]
