"""The colours as `_brand.yml` writes them: the palette by name, and the roles of brand.yml."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from builder.brand.part import Open
from builder.source.forms import Kind
from builder.source.validate import no_form


def is_color(value: Any) -> bool:
    """Whether something is written as a colour: a text, or one for light pages and one for dark ones."""
    if isinstance(value, dict) and value:
        return value.keys() <= {"light", "dark"} and all(isinstance(text, str) for text in value.values())
    return isinstance(value, str)


def _on_light(value: Any) -> Any:
    """A colour's text; of two, that for light pages, which all of a pack's are."""
    if not is_color(value):
        raise no_form(value, _COLOR_FORMS)
    return value.get("light") if isinstance(value, dict) else value


_COLOR_FORMS = """a colour ("#35214F"), the name of one, or `{light: …, dark: …}`"""
ColorText = Annotated[str | None, Kind("a colour, or `{light: …, dark: …}`"), BeforeValidator(_on_light)]


def _named(value: Any) -> Any:
    if isinstance(value, dict):
        return value
    raise no_form(value, 'a group with each colour by its name, like `plum: "#35214F"`')


class ColorChoice(Open):
    """The palette, and which of its colours plays which role; a brand may add its own, as `accent`."""

    palette: Annotated[dict[str, ColorText], BeforeValidator(_named)] = Field(default_factory=dict)
    """The colours, by names of your own, in any form of CSS. Example: {plum: "#35214F", cream: "#FFF8EE"}"""
    foreground: ColorText = None
    """Words on light grounds; left out, what is read best of the palette. Example: ink"""
    background: ColorText = None
    """The ground that most things stand on; left out, the lightest of the palette. Example: "#FFF8EE"
    """
    primary: ColorText = None
    """The campaign's own ground, and its headlines. Example: plum"""
    secondary: ColorText = None
    """A second ground, links, words that stand out. Example: teal"""
    tertiary: ColorText = None
    """A third ground, and words that stand out. Example: rust"""
    success: ColorText = None
    """For designs that name it. Example: green"""
    info: ColorText = None
    """For designs that name it. Example: teal"""
    warning: ColorText = None
    """For designs that name it. Example: sun"""
    danger: ColorText = None
    """For designs that name it. Example: rust"""
    light: ColorText = None
    """For designs that name it. Example: cream"""
    dark: ColorText = None
    """For designs that name it. Example: ink"""
    link: ColorText = None
    """Links on paper, where `typography` does not say. Example: teal"""

    @property
    def named(self) -> dict[str, str]:
        """The text of each colour of the palette."""
        return {name: text for name, text in self.palette.items() if text is not None}

    @property
    def roles(self) -> dict[str, str]:
        """The text of each role's colour, the brand's own roles after those of the format."""
        known = {role: getattr(self, role) for role in type(self).model_fields if role != "palette"}
        own = {role: _on_light(text) for role, text in (self.model_extra or {}).items() if is_color(text)}
        return {role: text for role, text in {**known, **own}.items() if isinstance(text, str)}
