"""Programs that are no Python packages: found, run, and missed only where nobody promised them."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import NoReturn

import pytest

INSTALLED = Path(__file__).parent.parent / ".ci"  # where .ci/run puts what npm and Maven bring


def missing(name: str) -> NoReturn:
    """Skip the test, but in CI, which installs all programs, fail it."""
    if os.environ.get("CI"):
        pytest.fail(f"{name} is missing")
    pytest.skip(f"{name} is missing")


def run(
    program: str | Path, *arguments: str | Path, codes: tuple[int, ...] = (0,), **environment: str
) -> str:
    """What the program prints if it ends with one of these codes."""
    if shutil.which(program) is None:
        missing(Path(program).name)
    call = [str(program), *map(str, arguments)]
    result = subprocess.run(
        call, capture_output=True, text=True, encoding="utf-8", check=False, env={**os.environ, **environment}
    )
    assert result.returncode in codes, result.stderr or result.stdout
    return result.stdout
