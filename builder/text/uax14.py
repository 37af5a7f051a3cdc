"""The line breaking algorithm of Unicode (UAX 14, of Unicode 16): its rules, in its own notation.

A rule says what stands before and after a place, in classes of characters, and whether a line may end
there (÷) or not (×). The first one that holds decides. They are made into one regular expression over
a text in which each character is the sign of its class, as the rules see nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from unicodedata import east_asian_width

import regex

from builder.patterns import compiled

_ALONE = [
    "BK",
    "CR",
    "LF",
    "NL",
    "SP",
    "ZW",
    "ZWJ",
    "CM",
    "WJ",
    "GL",
    "CL",
    "CP",
    "EX",
    "SY",
    "OP",
    "IS",
    "NS",
    "B2",
    "CB",
    "HY",
    "BB",
    "HL",
    "IN",
    "NU",
    "AL",
    "ID",
    "EB",
    "EM",
    "PR",
    "PO",
    "JL",
    "JV",
    "JT",
    "H2",
    "H3",
    "AP",
    "AK",
    "AS",
    "VF",
    "VI",
    "RI",
    "BA",
    "QU",
]
# Signs of a class that some rules tell from the others of it, and what is told of the class elsewhere.
_SPECIAL = {"Pi": "QU", "Pf": "QU", "Hyphen": "BA", "Circle": "AL", "Unassigned": "ID"}
_CLASSES = (*_ALONE, *_SPECIAL)
_SIGNS = {
    (name, wide): chr(0x4E00 + 0x100 * wide + place) for place, name in enumerate(_CLASSES) for wide in (0, 1)
}
_ALL = "".join(_SIGNS.values())
# Of most texts in Latin, Greek and Cyrillic: to compile the rules of these alone takes half the time.
_PLAIN = ("AL", "NU", "SP", "HY", "BA", "IS", "SY", "PR", "PO", "EX", "OP", "CP", "CL")
_USUAL = "".join(_SIGNS[name, 0] for name in _PLAIN)
_WIDTHS = {"Narrow": "\u4e00-\u4eff", "Wide": "\u4f00-\u4fff", "Any": "\u4e00-\u4fff"}
# LB1; HH is of Unicode 17; the others (AI, SG, XX, most of SA) are AL.
_OTHERWISE = {"CJ": "NS", "Mark": "CM", "HH": "BA"}
_NEWER = ("CJ", "HH")
_SPLIT = {  # parts of classes, which come before these
    "Mark": r"[\p{Line_Break=SA}&&[\p{Mn}\p{Mc}]]",
    "Pi": r"[\p{Line_Break=QU}&&\p{Pi}]",
    "Pf": r"[\p{Line_Break=QU}&&\p{Pf}]",
    "Unassigned": r"[\p{Extended_Pictographic}&&\p{Cn}]",
}
_CHARACTERS = {"\u2010": "Hyphen", "\u25cc": "Circle"}
_CHARACTERS |= {"\u00b7": "AL", "\u0387": "AL", "\u034f": "GL"}  # Unicode 17 has them otherwise
_LINE_ENDS, _LETTERS, _AKSARA = "BK|CR|LF|NL", "AL|HL", "AK|AS|Circle"
_JAMO = "JL|JV|JT|H2|H3"

# In the notation, for `re`, which reads patterns in less time than `regex`:
_LABEL = re.compile(r"\s+LB\d.*")  # where a rule is from
_NAMES = re.compile(r"(?<![?<\w])[A-Z]\w+(?:\|[A-Z]\w+)*")  # one class, or several in turn
_BLANK = re.compile(r"\s+")
# A class, or one of several, that a rule asks for.
_ONE = re.compile(r"(?<=\s)(?P<g>\(\?:)?(?P<names>[A-Z]\w+(?:\|[A-Z]\w+)*)(?(g)\))(?=\s)")

# What most texts have beside whole words: words and numbers with a sign between them, as in addresses and
# times. To compile the rules takes as long as pages of text, so where a line may end in these is told without
# them. Letters are Latin, Greek, Cyrillic and Arabic ones; what is set beside letters here is of their class.
_LETTER = (
    "A-Za-z_=&#@\u00b7\u00c0-\u024f\u1e00-\u1eff\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u0481\u048a-\u052f"
    "\u0620-\u064a\u0671-\u06d3"
)
_BETWEEN = rf"(?:(?<=[{_LETTER}])://|[-/.:?–]|\)?\u00a0)"
_JOINED = re.compile(rf"[(„]?[{_LETTER}0-9]+(?:{_BETWEEN}[{_LETTER}0-9]+)*(?:[-/]?\)?|–)[.,;:!?]* *\n?\Z")
_AFTER = re.compile(
    rf"(?<=[-/])(?=[{_LETTER}])|(?<=[?–])(?=[{_LETTER}0-9])|(?<=[{_LETTER}]/)(?=[0-9])|(?<=//)(?=[0-9])"
)

_FIRST = f"""
    (?:BK) ÷                          LB4
    CR × LF                           LB5
    (?:CR|LF|NL) ÷
    × (?:{_LINE_ENDS}|SP|ZW)          LB6, LB7
    ZW SP* ÷                          LB8
    ZWJ ×                             LB8a
"""
_RULES = f"""
    × WJ                              LB11
    WJ ×
    GL ×                              LB12
    (?<!SP|BA|HY) × GL                LB12a
    × (?:CL|CP|EX|SY)                 LB13
    OP SP* ×                          LB14
    (?:^|{_LINE_ENDS}|OP|QU|GL|SP|ZW) Pi SP* ×                          LB15a
    × Pf (?:$|SP|GL|WJ|CL|QU|CP|EX|IS|SY|{_LINE_ENDS}|ZW)              LB15b
    SP ÷ IS NU                        LB15c
    × IS                              LB15d
    (?:CL|CP) SP* × NS                LB16
    B2 SP* × B2                       LB17
    SP ÷                              LB18
    × (?!Pi) QU                       LB19
    QU (?<!Pf) ×
    (?:Narrow) × QU                   LB19a
    × QU (?:$|Narrow)
    QU × (?:Narrow)
    (?:^|Narrow) QU ×
    ÷ CB                              LB20
    CB ÷
    (?:^|{_LINE_ENDS}|SP|ZW|CB|GL) (?:HY|Hyphen) × AL                  LB20a
    × (?:BA|HY|NS)                    LB21
    BB ×
    HL (?:HY|BA) × (?!HL)             LB21a
    SY × HL                           LB21b
    × IN                              LB22
    (?:{_LETTERS}) × NU               LB23
    NU × (?:{_LETTERS})
    PR × (?:ID|EB|EM)                 LB23a
    (?:ID|EB|EM) × PO
    (?:PR|PO) × (?:{_LETTERS})        LB24
    (?:{_LETTERS}) × (?:PR|PO)
    NU (?:SY|IS)* (?:CL|CP)? × (?:PO|PR)                                LB25
    (?:PO|PR) × OP IS? NU
    (?:PO|PR|HY|IS) × NU
    NU (?:SY|IS)* × NU
    JL × (?:JL|JV|H2|H3)              LB26
    (?:JV|H2) × (?:JV|JT)
    (?:JT|H3) × JT
    (?:{_JAMO}) × PO                  LB27
    PR × (?:{_JAMO})
    (?:{_LETTERS}) × (?:{_LETTERS})   LB28
    AP × (?:{_AKSARA})                LB28a
    (?:{_AKSARA}) × (?:VF|VI)
    (?:{_AKSARA}) VI × (?:AK|Circle)
    (?:{_AKSARA}) × (?:{_AKSARA}) VF
    IS × (?:{_LETTERS})               LB29
    (?:{_LETTERS}|NU) × (?!Wide) OP   LB30
    CP (?<!Wide) × (?:{_LETTERS}|NU)
    (?<!RI) (?:RI RI)* RI × RI        LB30a
    (?:EB|Unassigned) × EM            LB30b
"""


def line_break_units(text: str) -> Iterator[str]:
    """The text in parts between which a line may end, or must."""
    if _JOINED.match(text):
        return iter(_AFTER.split(text))
    seen = text.rstrip(" ")
    return iter([text]) if len(seen) == 1 and seen.isprintable() else by_rules(text)


def by_rules(text: str) -> Iterator[str]:
    """The same by the rules alone, whatever the text is."""
    signs = "".join(map(_sign, text))
    start = 0
    for place in _breaks(signs):
        yield text[start:place]
        start = place
    if text:
        yield text[start:]


def _breaks(signs: str) -> Iterator[int]:
    """The places before which a line may end."""
    usual = not signs.strip(_USUAL)
    first, rules = (_compiled(rules, _USUAL if usual else _ALL) for rules in (_FIRST, _RULES))
    bases, seen = (range(len(signs)), signs) if usual else _unmarked(signs)
    for number, place in enumerate(bases[1:], 1):
        decided = first.match(signs, place) or rules.match(seen, number)
        if not decided or decided.lastgroup == "may":
            yield place


def _unmarked(signs: str) -> tuple[list[int], str]:
    """The places of characters that are no marks of others, and their signs."""
    marks = _marks()
    bases = [place for place, _ in enumerate(signs) if not marks.match(signs, place)]
    return bases, "".join([signs[place] for place in bases]).translate(_alone())


@lru_cache(maxsize=4096)
def _sign(character: str) -> str:
    """The sign of a character's class; an East Asian one has a sign of its own."""
    return _SIGNS[_class(character), int(east_asian_width(character) in "FWH")]


def _class(character: str) -> str:
    found = _kinds(_PLAIN).match(character) or _kinds((*_SPLIT, *_ALONE, *_NEWER)).match(character)
    name = str(found.lastgroup) if found else "AL"
    return _CHARACTERS.get(character) or _OTHERWISE.get(name, name)


@cache
def _kinds(names: tuple[str, ...]) -> regex.Pattern[str]:
    """What tells the class of a character: the name of the group that it is in."""
    rows = {
        name: _SPLIT.get(name, rf"\p{{Line_Break={name}}}")
        for name in names
        if name not in _NEWER or _is_known(name)
    }
    return compiled("(?V1)" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in rows.items()))


def _is_known(name: str) -> bool:
    """Whether the Unicode of `regex` has the class."""
    try:
        return bool(regex.compile(rf"\p{{Line_Break={name}}}"))
    except regex.error:
        return False


@cache
def _marks() -> regex.Pattern[str]:
    """A mark that is of the character before it (LB9)."""
    return compiled(_set(f"(?<=(?!{_LINE_ENDS}|SP|ZW)Any (?:CM|ZWJ)*)(?:CM|ZWJ)", _ALL))


@cache
def _alone() -> dict[int, str]:
    """Marks that are of nothing are letters (LB10)."""
    return {ord(_SIGNS[name, wide]): _SIGNS["AL", 0] for name in ("CM", "ZWJ") for wide in (0, 1)}


@cache
def _compiled(rules: str, known: str) -> regex.Pattern[str]:
    """The rules as one pattern for a place between known signs: the group `may` where a line may end."""
    ways = []
    for rule in filter(None, map(str.strip, rules.splitlines())):
        before, way, after = map(str.strip, re.split("([×÷])", _LABEL.sub("", rule)))
        if not all(_signs(one["names"], known) for one in _ONE.finditer(f" {before} {after} ")):
            continue  # it asks for what is nowhere
        looks = (f"(?<={before})" if before else "") + (f"(?={after})" if after else "")
        ways.append(looks + ("(?P<may>)" if way == "÷" else ""))
    return compiled(_set("|".join(ways), known))


def _set(pattern: str, known: str) -> str:
    """The pattern over signs: each name of a class, or several in turn, as the set of their signs."""
    return _BLANK.sub("", _NAMES.sub(lambda names: _one_of(_signs(names[0], known)), pattern))


def _one_of(signs: str) -> str:
    return signs if len(signs) == 1 else f"[{signs}]" if signs else "(?!)"


def _signs(names: str, known: str) -> str:
    """The known signs of classes, or the range of those of a width."""
    return "".join(
        _WIDTHS.get(name) or "".join(filter(known.__contains__, _of_class()[name]))
        for name in names.split("|")
    )


@cache
def _of_class() -> dict[str, str]:
    """The signs of each class, those with a name of their own among them."""
    signs: dict[str, str] = {}
    for (name, _), sign in _SIGNS.items():
        for known in {name, _SPECIAL.get(name, name)}:
            signs[known] = signs.get(known, "") + sign
    return signs
