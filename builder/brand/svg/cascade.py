"""The style of each element: its attributes, the sheets of the whole file, its own `style` (CSS 2.2, 6)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from builder.brand.svg.faults import Fault, Faults, WrongArt
from builder.brand.svg.fontstyles import computed, longhands
from builder.brand.svg.guard import Node
from builder.brand.svg.properties import (
    GEOMETRY,
    INHERITED,
    MARKERS,
    OWN,
    PLAIN,
    changes,
    hint_for,
    is_harmless,
    is_void,
    prefixed,
)

Style = dict[str, str]

_COMPUTED = {"font-size", "font-weight", "letter-spacing", "word-spacing"}
_MOST_MATCHES = 1_000_000  # of rules with elements: two seconds
_ON_SHAPES = (
    "put the style on the shapes (Illustrator: Export As > SVG, Styling: Presentation Attributes; "
    "Inkscape: Save As > Plain SVG)"
)
_PAINTS = {"fill", "stroke", "stop-color", "color"}  # may name a colour by a variable
_IDLE = {"font-face", "charset", "namespace", "keyframes", "-webkit-keyframes"}  # nothing moves or is written
_ELSEWHERE = re.compile("dark|print|hover|reduced|contrast")  # media that a drawing on paper is not seen on
_HERE = {"", "all", "screen", "(prefers-color-scheme: light)", "(prefers-color-scheme:light)"}
_DRAWN = {
    "g",
    "a",
    "svg",
    "use",
    "switch",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
}
_DRAWN |= {"text", "tspan", "image"}


class Cascade:
    """What is declared for each element of a tree, and what follows from that."""

    def __init__(self, root: Node, faults: Faults) -> None:
        self._faults = faults
        nodes: list[Node] = [node for node in root.iter() if isinstance(node, Node)]
        sheets = [node for node in nodes if node.name == "style" and self._holds_here(node)]
        declared = _Sheets(root, sheets, faults).declared(len(nodes)) if sheets else {}
        self._own = {node: self._of(node, declared.get(node, [])) for node in nodes if node.is_svg}

    def _holds_here(self, sheet: Node) -> bool:
        """Whether a style sheet is one for a drawing on paper or on a light screen."""
        media = (sheet.get("media") or "").lower()
        if media not in _HERE and not _ELSEWHERE.search(media):
            self._fault(sheet, f"its style sheet is for the media {media}"[:70], _ON_SHAPES)
        return sheet.get("type") in (None, "", "text/css") and media in _HERE

    def own(self, node: Node) -> Style:
        """What is said of an element itself."""
        return self._own[node]

    def style(self, node: Node, parent: Style) -> Style:
        """The inherited properties of an element that stands within one of a style."""
        style = dict(parent)
        own = self._own[node]
        for name, value in own.items():
            if name in INHERITED and value not in ("inherit", "") and not is_void(name, value):
                style[name] = INHERITED[name] if value == "initial" else value
                if value in ("unset", "revert"):
                    style[name] = parent[name]
        if own.keys() & _COMPUTED:
            computed({name: own[name] for name in own.keys() & _COMPUTED}, style, parent)
        return style

    def style_at(self, node: Node) -> Style:
        """The same where its own ancestors hand it down: clips and masks inherit nothing of their users."""
        parent = node.parent
        above = self.style_at(parent) if parent is not None and parent.is_svg else dict(INHERITED)
        return self.style(node, above)

    def _of(self, node: Node, declared: list[Any]) -> Style:
        style = {name: value.strip() for name, value in node.attrib.items() if _presents(node, name)}
        sheet = [*declared, *(_declarations(node.get("style", "")) if node.get("style") else ())]
        plain = {each.lower_name for each in sheet}
        for each in sorted(sheet, key=lambda declaration: bool(declaration.important)):
            name, value = each.lower_name, _written(each.value)
            if name == "font":
                style.update(longhands(value))
            elif name == "marker":
                style.update(dict.fromkeys(MARKERS, value))
            elif prefixed(name) not in plain and self._holds(node, name, value):
                style[name] = value
        if node.name in _DRAWN:
            for name in PLAIN.keys() & style.keys() - GEOMETRY:
                if changes(name, style[name]):
                    self._fault(node, f"it uses {name}: {style[name]}"[:70], hint_for(name))
        return style

    def _holds(self, node: Node, name: str, value: str) -> bool:
        """Whether a declaration is one to keep; a fault if nobody knows it."""
        if name.startswith("--"):
            return False
        if "var(" in value and name not in _PAINTS:
            self._fault(node, f"{name} is a CSS variable", "put the value itself there")
        elif name in GEOMETRY:
            if node.name in _DRAWN - {"svg"} and (node.get(name) or "").strip() != value:
                self._fault(node, f"its size or place stands in CSS ({name})", "write it as an attribute")
        elif name in INHERITED or name in OWN or name in PLAIN:
            return True
        elif not is_harmless(name):
            self._fault(node, f"the property `{name[:40]}` is not known", _ON_SHAPES)
        return False

    def _fault(self, node: Node, message: str, hint: str) -> None:
        self._faults.add(Fault(message, hint, node.line, node.column))


def _presents(node: Node, name: str) -> bool:
    """Whether an attribute is a property (SVG 1.1, 6.1); sizes and path data are read elsewhere."""
    if name in PLAIN:
        return name not in GEOMETRY | {"d", "rotate"} and node.name in _DRAWN
    return name in INHERITED or name in OWN


class _Sheets:
    """The rules of all style sheets of a file, matched with its elements."""

    def __init__(self, root: Node, sheets: Iterable[Node], faults: Faults) -> None:
        import cssselect2  # noqa: PLC0415  loads much, and only where there is a style sheet

        self._css, self._root, self._faults = cssselect2, root, faults
        self._matcher: Any = cssselect2.Matcher()
        self._count = 0
        for sheet in sheets:
            import tinycss2  # noqa: PLC0415

            text = "".join(sheet.itertext())
            self._add(sheet, tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))

    def declared(self, elements: int) -> dict[Node, list[Any]]:
        """The declarations for each element, the weakest first."""
        if self._count * elements > _MOST_MATCHES:
            raise WrongArt([Fault("it has too many style rules", _ON_SHAPES)])
        found: dict[Node, list[Any]] = {}
        for wrapper in self._css.ElementWrapper.from_xml_root(self._root).iter_subtree():
            matches = [(strength, load) for strength, _, _, load in self._matcher.match(wrapper)]
            for _, (_, declarations) in sorted(matches, key=lambda match: (match[0], match[1][0])):
                found.setdefault(wrapper.etree_element, []).extend(declarations)
        return found

    def _add(self, sheet: Node, rules: Iterable[Any]) -> None:
        for rule in rules:
            if rule.type == "at-rule":
                self._at_rule(sheet, rule)
            elif rule.type == "qualified-rule":
                self._rule(rule)
            elif rule.type == "error":
                message = f"its style sheet cannot be read: {rule.message}"[:90]
                self._faults.add(Fault(message, _ON_SHAPES, sheet.line, sheet.column))

    def _at_rule(self, sheet: Node, rule: Any) -> None:
        import tinycss2  # noqa: PLC0415

        name, head = rule.lower_at_keyword, _written(rule.prelude)
        if name in _IDLE or (name == "media" and _ELSEWHERE.search(head)):
            return
        if name == "media" and head.lower() in _HERE and rule.content:
            self._add(sheet, tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))
            return
        message = f"its style sheet holds @{name} {head}"[:80]
        self._faults.add(Fault(message, _ON_SHAPES, sheet.line, sheet.column))

    def _rule(self, rule: Any) -> None:
        try:
            selectors = self._css.compile_selector_list(rule.prelude)
        except self._css.SelectorError:
            return  # as a browser does: the whole rule is void
        declarations = list(_declarations(rule.content))
        for selector in selectors:
            if selector.pseudo_element is None:
                self._count += 1
                self._matcher.add_selector(selector, (self._count, declarations))


def _declarations(content: Any) -> Iterator[Any]:
    """What a rule or a `style` attribute declares; what cannot be read is void, as in a browser."""
    import tinycss2  # noqa: PLC0415

    found = tinycss2.parse_declaration_list(content, skip_comments=True, skip_whitespace=True)
    return (each for each in found if each.type == "declaration")


def _written(tokens: Any) -> str:
    import tinycss2  # noqa: PLC0415

    text: str = tinycss2.serialize(tokens)
    return text.strip()
