"""The facts of the machine and of what ran on it."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.measure import PEERS

_PYTHON = ("uharfbuzz", "freetype-py", "deflate", "numpy", "pillow", "reportlab", "typst", "weasyprint")
_NPM = ("satori", "@resvg/resvg-js", "pptxgenjs")


def machine() -> tuple[str, ...]:
    """A line each: processor and system, Python and libraries, Node and its packages."""
    system = f"{_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}"
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return (
        system,
        ", ".join((python, *_libraries())),
        ", ".join((f"Node {_node()}", *_packages())) if shutil.which("node") else "no Node",
    )


def load() -> str:
    """How many processes wanted a core in the last minute, where the system tells."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


def _processor() -> str:
    facts = Path("/proc/cpuinfo")
    for line in facts.read_text().splitlines() if facts.exists() else ():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _libraries() -> Iterator[str]:
    for name in _PYTHON:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield f"no {name}"


def _node() -> str:
    return subprocess.run(("node", "--version"), capture_output=True, text=True, check=True).stdout.strip()


def _packages() -> Iterator[str]:
    for name in _NPM:
        facts = PEERS / "node_modules" / name / "package.json"
        yield f"{name} {json.loads(facts.read_text('utf-8'))['version']}" if facts.exists() else f"no {name}"
