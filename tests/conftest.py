"""What several tests share: the documents of every pack, built once a run."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from builder.kinds import KINDS
from builder.pipeline.build import Request, build

ROOT = Path(__file__).parent.parent
BARRED = ROOT / "tests/barred"
sys.path.insert(0, str(BARRED))
os.environ["PYTHONPATH"] = os.pathsep.join([str(BARRED), str(ROOT)])  # for commands that tests run
SPECS = sorted([*(ROOT / "packs").glob("20??.yaml"), *(ROOT / "tests/packs").glob("*/packs/20??.yaml")])
IMAGES = {"social", "email", "backgrounds", "logos"}  # kinds without documents


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was left out, and that in CI nothing may be."""
    stats = terminalreporter.stats
    left = [test for test in stats.get("deselected", ()) if test.get_closest_marker("programs")]
    if left and terminalreporter.config.option.markexpr == "not programs":
        terminalreporter.line(f"Left out, for they need other programs: {len(left)} (pytest -m programs)")
    if stats.get("skipped") and os.environ.get("CI"):
        terminalreporter.line("In CI nothing may be skipped", red=True)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A run in CI that skipped something has failed."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter and reporter.stats.get("skipped") and os.environ.get("CI"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _named(spec: Path) -> str:
    return spec.stem if spec.parent.parent == ROOT else spec.parent.parent.name


@pytest.fixture(scope="session", params=SPECS, ids=_named)
def documents(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with all documents of a pack: of each year, and of each in tests/packs.

    A test that needs a program asks for it first, by a fixture of its own before
    this one, so that nothing is built for a test that will be skipped.
    """
    output = tmp_path_factory.mktemp(_named(request.param))
    kinds = tuple(kind for kind in KINDS if kind not in {*IMAGES, "start", "accessibility"})
    asked = Request(spec=request.param, brand=ROOT / "brand", output=output, root=ROOT, only=kinds)
    return build(asked, lambda _: None, lambda *_: None).tree
