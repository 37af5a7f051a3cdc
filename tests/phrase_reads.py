"""Which phrases a module reads: the keys that stand in it, and the expressions that do not show theirs."""

import ast
from collections.abc import Iterator
from itertools import product
from pathlib import Path

BOOKS = {"phrases", "book"}  # what Phrases are called
METHODS = {"get", "fill", "filled", "plural"}
Values = set[str] | None  # every text that an expression can be; None if that is not to be seen
Loop = ast.For | ast.comprehension


def reads(path: Path) -> tuple[set[str], set[str]]:
    """Keys, and expressions whose values only the program's tables can tell."""
    module = ast.parse(path.read_text(encoding="utf-8"))
    keys, unclear = set[str](), set[str]()
    for scope in (node for node in ast.walk(module) if isinstance(node, ast.FunctionDef)):
        for key in _asked(scope):
            values = _Scope(scope, module).values(key)
            keys |= values or set()
            unclear |= {ast.unparse(key)} if values is None else set()
    return keys, unclear


def _asked(scope: ast.FunctionDef) -> Iterator[ast.expr]:
    for node in ast.walk(scope):
        match node:
            case ast.Subscript(value, key) if _is_book(value):
                yield key
            case ast.Call(ast.Attribute(value, method), [key, *_]) if method in METHODS and _is_book(value):
                yield key


def _is_book(node: ast.expr) -> bool:
    return ast.unparse(node).rpartition(".")[2] in BOOKS


class _Scope:
    """A function, and the module that its constants are of."""

    def __init__(self, scope: ast.FunctionDef, module: ast.Module) -> None:
        self.loops = [node for node in ast.walk(scope) if isinstance(node, Loop)]
        assigned = [node for node in module.body if isinstance(node, ast.Assign)]
        self.constants = {ast.unparse(node.targets[0]): node.value for node in assigned}

    def values(self, node: ast.expr) -> Values:
        match node:
            case ast.Constant(value):
                return {str(value)}
            case ast.IfExp(_, one, other):
                return _union([self.values(one), self.values(other)])
            case ast.FormattedValue(value):
                return self.values(value)
            case ast.JoinedStr(parts):
                found = [self.values(part) for part in parts]
                return (
                    {"".join(each) for each in product(*map(set, filter(None, found)))}
                    if all(found)
                    else None
                )
            case ast.Name(name):
                loops = [loop for loop in self.loops if name in _names(loop)]
                return _union([self._rounds(loop, name) for loop in loops]) if loops else None
        return None

    def _rounds(self, loop: Loop, name: str) -> Values:
        """What a name is in the rounds of a loop over constants."""
        match self.constants.get(ast.unparse(loop.iter), loop.iter):
            case ast.Call(ast.Name("range"), limits):
                return {str(number) for number in range(*map(ast.literal_eval, limits))}
            case ast.Tuple(rounds):
                place = _names(loop).index(name)
                given = [each.elts[place] if isinstance(each, ast.Tuple) else each for each in rounds]
                return _union([self.values(one) for one in given])
        return None


def _names(loop: Loop) -> list[str]:
    target = loop.target
    return [ast.unparse(one) for one in (target.elts if isinstance(target, ast.Tuple) else [target])]


def _union(sets: list[Values]) -> Values:
    found = [one for one in sets if one is not None]
    return set[str]().union(*found) if len(found) == len(sets) else None
