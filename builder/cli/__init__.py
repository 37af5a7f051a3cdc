"""The command: the only place that prints, exits, or knows the three folders."""

from __future__ import annotations

import gc
import os
import signal
import sys


def main() -> None:
    """The command as people call it. What is asked again of the same files is said again, at once.

    Until that is known nothing heavy is imported: not even what reads options.
    """
    _end_at_once()
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
