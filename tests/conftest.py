"""What several tests share: every pack, planned, laid out and drawn once a session."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from pathlib import Path

import pytest
from elsewhere import OTHERS, made_by
from sample_brand import known_to
from sample_packs import SPECS, SamplePack, named

ROOT = Path(__file__).parent.parent
BARRED = ROOT / "tests/barred"
sys.path.insert(0, str(BARRED))
os.environ["PYTHONPATH"] = os.pathsep.join([str(BARRED), str(ROOT)])  # for commands that tests run
# Packs and brands stay for all tests: looking through them for what is lost took a seventh of a run.
gc.set_threshold(20_000, 20, 100)
# How processes begin, here and in those commands: `spawn` as on macOS and Windows, or `forkserver` as on
# Linux from Python 3.14 on.
if BEGUN := os.environ.get("PACKBUILD_TEST_START"):
    multiprocessing.set_start_method(BEGUN)
    os.environ["PYTHONPATH"] += f"{os.pathsep}{ROOT / 'tests/begun'}"


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


@pytest.fixture(scope="session")
def elsewhere() -> list[dict[str, str]]:
    """What processes with other settings make, for tests that make the same here."""
    return [made_by(environment) for environment in OTHERS]


@pytest.fixture(scope="session")
def packs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, SamplePack]:
    """Every pack by its name; each is made as far as somebody asks."""
    output = tmp_path_factory.mktemp("packs")
    for spec in SPECS:
        known_to(output / named(spec))
    return {named(spec): SamplePack(spec, output / named(spec)) for spec in SPECS}


@pytest.fixture(scope="session", params=SPECS, ids=named)
def pack(request: pytest.FixtureRequest, packs: dict[str, SamplePack]) -> SamplePack:
    """Each pack in turn."""
    return packs[named(request.param)]


@pytest.fixture(scope="session")
def documents(pack: SamplePack) -> Path:
    """The folder with all documents of a pack: of each year, and of each in tests/packs.

    A test that needs a program asks for it first, by a fixture of its own before
    this one, so that nothing is built for a test that will be skipped.
    """
    return pack.documents
