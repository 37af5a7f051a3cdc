"""Files that somebody wrote, with something in them changed."""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Iterator
from typing import Any

import yaml
from hypothesis import strategies as st

_ODD = (
    "", "~", "null", "[]", "{}", "0", "-1", "1e999", ".inf", ".nan", "2024-02-30", '"\\u0000"',
    '"\\u200b"', "'*'", "'**'",
    "'[x](y)'", "'a\\nb'", "!!int 3", "&a b", "*a", "yes", "no", "[a, b]", "{a: b}", "'https://x y'",
    "https://例え.jp",
    "'#'", "'# '", "'@x'", "'{year}'", "'{'", "'}{'", "'<b>x</b>'", "'\u202eabc'", "'अ'", "'مرحبا 12'",
    "'xxx'",
    '"' + "long " * 80 + '"', '"' + "w" * 400 + '"', "'- a\n- b'", "|",
    "|\n  # h\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |",
    "> x", "2022-06-13T25:00", "12:30", "Europe/London", "1 in 0", "0 in 3", "-5 %", "1e400", "٣", "½",
    "'💚'",
    "'e\u0301'", "''''", "'`'", '"\\uD800"', "9" * 30, "108000%", "0.1 in 0.0", "99999999 in 100000000",
    "../x", "/etc/passwd",
)  # fmt: skip
_PLAIN = tuple(odd for odd in _ODD if odd[:1] not in tuple("*&!|>'") and "\\u" not in odd)
_SIGNS = (
    "", '"', "'", ":", "#", "*", "\t", "\u00a0", "{", "}", "[", "]", ",", "\u0000", "\u2028", "&", "|",
    "%", "@", "`", "é",
    "\u0301", "\u200f", "-", "\\", "\r", "\ufeff", "<", ">", "/", "$", "=",
)  # fmt: skip
Dice = random.Random
seeds = st.integers(0, 2**64 - 1).map(random.Random)  # one number to a case, which no search need shrink


def text(dice: random.Random, original: str) -> str:
    """A text with one to six of its lines changed, exchanged, doubled, moved or left out."""
    lines = original.split("\n")
    for _ in range(dice.choice((1, 1, 2, 3, 6))):
        number = dice.randrange(len(lines))
        line, kind = lines[number], dice.random()
        if kind < 0.35 and ":" in line:
            lines[number] = f"{line.partition(':')[0]}: {dice.choice(_ODD)}"
        elif kind < 0.45 and len(lines) > 1:
            del lines[number]
        elif kind < 0.55:
            lines.insert(number, dice.choice(lines))
        elif kind < 0.62:
            lines[number] = " " * dice.randrange(6) + line.lstrip()
        elif kind < 0.75 and line:
            at = dice.randrange(len(line))
            lines[number] = line[:at] + dice.choice(_SIGNS) + line[at + dice.randrange(2) :]
        elif kind < 0.9:
            lines[number] = re.sub(r"\d+", lambda found: _figure(dice, found[0]), line)
        else:
            other = dice.randrange(len(lines))
            lines[number], lines[other] = lines[other], line
    return "\n".join(lines)


def _figure(dice: random.Random, figure: str) -> str:
    return dice.choice((figure, "0", "-1", str(10 ** dice.randrange(1, 20)), figure + figure, "1e308"))


def data(dice: random.Random, original: bytes) -> bytes:
    """Bytes of which some are others, are left out, come twice, or end too early."""
    changed = bytearray(original)
    for _ in range(dice.choice((1, 2, 5, 40))):
        if not changed:
            break
        at = dice.randrange(min(len(changed), dice.choice((64, 1024, 1 << 30))))
        kind = dice.random()
        if kind < 0.6:
            changed[at] = dice.choice((0, 255, 127, 128, dice.randrange(256)))
        elif kind < 0.75:
            del changed[at : at + dice.choice((1, 4, 100))]
        elif kind < 0.9:
            changed[at:at] = changed[at : at + dice.choice((1, 4, 100))]
        elif kind < 0.97:
            changed[at : at + 4] = dice.choice((b"\xff" * 4, b"\0" * 4, b"\x7f\xff\xff\xff", b"\x80\0\0\0"))
        else:
            del changed[at:]
    return bytes(changed)


def tree(dice: random.Random, original: Any) -> Any:
    """Plain data with one to four of its parts changed, exchanged, doubled or left out."""
    changed = copy.deepcopy(original)
    for _ in range(dice.choice((1, 1, 2, 4))):
        places = list(_places(changed))
        if not places:
            break
        holder, key = dice.choice(places)
        kind = dice.random()
        if kind < 0.45:
            holder[key] = yaml.load(dice.choice(_PLAIN), yaml.BaseLoader)
        elif kind < 0.65:
            other, name = dice.choice(places)
            holder[key] = copy.deepcopy(other[name])
        elif kind < 0.8:
            del holder[key]
        elif isinstance(holder, list):
            holder.insert(key, copy.deepcopy(holder[key]))
        else:
            holder[dice.choice(list(holder))] = holder[key]
    return changed


def _places(part: Any) -> Iterator[tuple[Any, Any]]:
    for key in part if isinstance(part, dict) else range(len(part)) if isinstance(part, list) else ():
        yield part, key
        yield from _places(part[key])


def broken(dice: random.Random, written: Any) -> Any:
    """A group of fields with one that nobody knows."""
    return {**written, "nobody-knows-this": dice.choice(("a", ["b"], {"c": "d"}))}
