"""The brand's colours as `_brand.yml` writes them: names, names of names, and what CSS writes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from builder.brand.colorchoice import ColorChoice
from builder.brand.findings import Findings
from builder.color import Color, WrittenColor, read_color
from builder.record import Record
from builder.source import Source
from builder.source.validate import did_you_mean, nearest

Palette = dict[str, Color]
Node = tuple[str, str]  # `palette` or `roles`, and the name there

_ENDS = (Color(0, 0, 0), Color(255, 255, 255))  # black and white are everybody's
COLOR = "colour or role"  # what a name of a colour is called that the brand lacks
STAND_IN = Color(0, 0, 0)  # this very one is for a colour that is a fault, so that reading can go on
_FORMS = 'write it as in CSS, like "#35214F", `teal` or `rgb(53 33 79)`'
_BARE = re.compile("[0-9a-f]{3}|[0-9a-f]{6}", re.IGNORECASE)
_PRINTED = re.compile("(pantone|pms|ral|hks|ncs|cmyk|device-cmyk)\\b", re.IGNORECASE)
_NAME = re.compile(r"(?!\d)[\w -]+")
_VARIABLE = re.compile(r"(?:\$(?:brand-)?|var\(--(?:brand-)?)([\w-]+)\)?")


class _Chain(Record):
    """From a name to the colour that it stands for, by way of other names."""

    nodes: tuple[Node, ...]
    text: str  # what the last of them says; nothing if they go round in a circle
    circle: tuple[Node, ...] = ()

    @property
    def name(self) -> str:
        """The name in the palette; where none is on the way, the text of the colour."""
        return next((name for part, name in self.nodes if part == "palette"), self.text)


def read_colors(
    given: ColorChoice, own: Mapping[str, str], source: Source, findings: Findings
) -> tuple[Palette, dict[str, str]]:
    """The palette, and the name in it for each role that the file gives, the tool's `own` after the format's.

    A colour may be given by the name of another, of the palette or of a role. A role whose colour
    the palette lacks adds it, under its own text. What is no colour is told once, at the name that
    says so, and a stand-in taken.
    """
    texts: dict[Node, str] = {("palette", name): text for name, text in given.named.items()}
    roles_given = {**given.roles, **own}
    texts |= {("roles", role): text for role, text in sorted(roles_given.items())}
    chains = {node: _chain(node, texts) for node in texts}
    ends = {node: _read(node, chain, texts, source, findings) for node, chain in chains.items()}
    colors = {node: ends.get(chain.nodes[-1]) or STAND_IN for node, chain in chains.items()}
    palette: Palette = {name: colors["palette", name] for name in given.named}
    roles: dict[str, str] = {}
    for role in sorted(roles_given):
        color, chain = colors["roles", role], chains["roles", role]
        same = next((name for name, known in palette.items() if known == color), None)
        name = chain.name if chain.name in palette else same or chain.name or role
        palette.setdefault(name, color)
        roles[role] = name
    return palette, roles


def _chain(start: Node, texts: Mapping[Node, str]) -> _Chain:
    nodes = [start]
    while (node := _meant(nodes[-1], texts)) is not None:
        if node in nodes:
            return _Chain(tuple(nodes), "", tuple(nodes[nodes.index(node) :]))
        nodes.append(node)
    return _Chain(tuple(nodes), texts[nodes[-1]])


def _meant(node: Node, texts: Mapping[Node, str]) -> Node | None:
    """What a colour is the name of: best of its own kind, for a role may have a palette name's name."""
    part, text = node[0], texts[node].strip()
    parts = (part, "roles" if part == "palette" else "palette")
    return next((other for each in parts if (other := (each, text)) in texts and other != node), None)


def _read(
    node: Node, chain: _Chain, texts: Mapping[Node, str], source: Source, findings: Findings
) -> Color | None:
    """The colour that a name itself says, not by another's name; what is wrong with it is told here."""
    place = source.place(_loc(node, source))
    if chain.circle:
        if node == min(chain.circle, key=list(texts).index):
            way = " → ".join(f"`{name}`" for _, name in (*chain.circle, node))
            findings.fault(place, f"these colours are given by one another: {way}", _FORMS)
        return None
    if len(chain.nodes) > 1:
        return None
    names = [name for part, name in texts if part == "palette" and name != node[1]]
    by_name = node[0] == "roles" and _NAME.fullmatch(chain.text)
    try:
        written = read_color(chain.text)
    except ValueError:
        if by_name:
            findings.lacking(COLOR, chain.text, place, names, _FORMS)
        else:
            findings.fault(place, f"`{chain.text}` is no colour", _hint(chain.text, names) or _FORMS)
        return None
    if (
        by_name and names and written.color not in _ENDS
    ):  # renamed in the palette alone, more often than meant
        message = f"the palette has no `{chain.text}`, so what CSS calls so is taken, {written.color.hex}"
        findings.shared(message, place, did_you_mean(chain.text, names), "warning")
    for message, hint in _otherwise(chain.text, written):
        findings.warn(place, message, hint)
    return written.color


def _loc(node: Node, source: Source) -> tuple[str, ...]:
    """Where a colour stands: its text, or that for light pages."""
    part, name = node
    return role_loc(name, source) if part == "roles" else _on_light(("color", "palette", name), source)


def role_loc(role: str, source: Source) -> tuple[str, ...]:
    """Where a role is given: with those of the format, or with the tool's own."""
    own = ("defaults", "packbuild", "roles", role)
    return own if own in source.keys else _on_light(("color", role), source)


def _on_light(loc: tuple[str, ...], source: Source) -> tuple[str, ...]:
    return (*loc, "light") if isinstance(source.at(loc), dict) else loc


def _hint(text: str, names: Collection[str]) -> str:
    """What was most likely meant by what is no colour; nothing if that cannot be said."""
    if _PRINTED.match(text):
        return "that is how printers name it: write the RGB or hex value that the brand's guide has beside it"
    if _BARE.fullmatch(text):
        return f'write it as "#{text}"'
    if (match := _VARIABLE.fullmatch(text)) and (meant := nearest(match[1], names)):
        return f"write the name alone: `{meant}`"
    return f"did you mean `{meant}`?" if (meant := nearest(text, names)) else ""


def _otherwise(text: str, written: WrittenColor) -> Iterator[tuple[str, str]]:
    """What is drawn otherwise than it is written, and what to write instead."""
    drawn = written.color.hex
    if not written.exact:
        message = f"`{text}` lies outside sRGB, which screens and files have, so {drawn} is drawn"
        yield message, f'write "{drawn}" if that looks right, or choose another'
    if written.opacity < 1:
        message = f"`{text}` is see-through, which the brand's colours cannot be"
        yield f"{message}, so {drawn} is drawn, as on white", f'write "{drawn}" if that looks right'
