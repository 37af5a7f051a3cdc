"""The command: the only place that prints, exits, or knows the three folders."""

from __future__ import annotations

import codecs
import gc
import os
import signal
import sys
from io import TextIOWrapper


def main() -> None:
    """The command as people call it. What is asked again of the same files is said again, at once.

    Until that is known nothing heavy is imported: not even what reads options.
    """
    _end_at_once()
    _write_any_sign()
    from builder.cli.again import repeated  # noqa: PLC0415  what `import builder.cli` alone does not need

    code = repeated(tuple(sys.argv[1:]))
    if code is None:
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy would start threads that nothing needs
        # Pydantic would ask all that is installed for plugins, which might read a spec in another way.
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
        from builder.cli.commands import packbuild  # noqa: PLC0415  as above

        try:
            packbuild(prog_name="packbuild")
        finally:
            gc.freeze()  # Python ends with a look through all that there is: a tenth of a small build
    sys.exit(code)


def _end_at_once() -> None:
    """Have Ctrl-C end what only imports, without a word; what works says that it stopped (`exits`)."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # who ignores it goes on doing so
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def _write_any_sign() -> None:
    """Have streams write what their code page has no sign for as `\\u2192`, as JSON does, and not fail.

    Where no code page is set at all, they write UTF-8: terminals of today show it.
    """
    codecs.register_error("escaped", _escaped)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # one may be closed, or a test's own
            unset = codecs.lookup(stream.encoding).name == "ascii"
            stream.reconfigure(encoding="utf-8" if unset else None, errors="escaped")


def _escaped(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    pairs = zip(units[::2], units[1::2], strict=True)
    return "".join(f"\\u{high:02x}{low:02x}" for high, low in pairs), error.end
