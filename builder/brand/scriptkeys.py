"""What `families:` of a brand takes fonts for: languages, and scripts by their ISO 15924 codes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from builder.brand.findings import Findings
from builder.errors import Place
from builder.source.validate import nearest

Scripts = Mapping[str, str]  # those that letters are told apart by: the name of each code

_SIGNS = ("Zsye", "Zsym")  # emoji and symbols, which are of no script

_WAYS = "`families:` takes `default`, a language like `ur`, or a script by the four letters of its code like"


def check_key(key: str, known: Scripts | None, place: Place, findings: Findings) -> None:
    """A fault for what is neither a language nor a script; a warning for a script that is not known.

    None: any script is taken.
    """
    spoken, written = _cldr()
    scripts = written if known is None else known
    if key == "default" or key in (*_SIGNS, *scripts) or key in spoken:
        return
    if key in written:
        message = f"packbuild does not know the letters of the script `{key}` ({written[key]}) yet,"
        hint = "add its row, as `packbuild docs add-a-language` tells, or leave it out"
        findings.warn(place, f"{message} so these families are not asked first for them", hint)
    else:
        findings.fault(place, f"`{key}` is neither a language nor a script", _hint(key, scripts))


def _hint(key: str, scripts: Scripts) -> str:
    """The code of what was most likely meant, by its code or its English name."""
    spoken, written = _cldr()
    names = {name.lower(): code for known in (spoken, written, scripts) for code, name in known.items()}
    codes = {code.lower(): code for code in (*spoken, *scripts, "default")}
    word = key.lower()
    code = names.get(word) or codes.get(word.replace("_", "-").split("-")[0])
    code = code or names.get(nearest(word, names) or "") or codes.get(nearest(word, codes) or "")
    return f"did you mean `{code}`? {_WAYS} `Arab`" if code else f"{_WAYS} `Arab`"


def script_name(code: str) -> str:
    """What a script is called in English: `Japanese` for `Jpan`."""
    return _cldr()[1].get(code, code)


@cache
def _cldr() -> tuple[Scripts, Scripts]:
    """The English names of languages and of scripts by their codes (Unicode CLDR)."""
    from babel import Locale  # noqa: PLC0415  loads CLDR

    english = Locale("en")
    return {code: name for code, name in english.languages.items() if "_" not in code}, english.scripts
