"""A command that is asked for again: what has not changed is not done, and all is said as before."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner
from sample_brand import known_to
from test_command import SPEC, campaign

from builder.cli.again import repeated
from builder.cli.commands import packbuild
from builder.digests import digest_of, trusted_program
from builder.output import key
from builder.pipeline import fingerprint

BUILD = ("2024", "--only", "social", "--size", "link")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A campaign whose brand is known, as the current folder."""
    monkeypatch.chdir(tmp_path)
    known_to(tmp_path / "output")
    return campaign(tmp_path)


def run(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(packbuild, arguments, prog_name="packbuild")
    assert done.exit_code in (0, 1), done.output
    return done.exit_code, done.stdout, done.stderr


def edited(spec: Path) -> None:
    spec.write_text(SPEC.replace("Stop and", "Sit and"), "utf-8")


def of_the_same_length_and_time(spec: Path) -> None:
    before = spec.stat()
    spec.write_text(SPEC.replace("Stop", "Halt"), "utf-8")
    os.utime(spec, ns=(before.st_atime_ns, before.st_mtime_ns))


def with_a_translation(spec: Path) -> None:
    spec.with_name("2024.cy.yaml").write_text("theme: {title: Gwrandewch}", "utf-8")


def gone(spec: Path) -> None:
    spec.unlink()


def damaged(spec: Path) -> None:
    next((spec.parent.parent / "output/2024-part").rglob("*.png")).write_bytes(b"")


def lost(spec: Path) -> None:
    next((spec.parent.parent / "output/2024-part").rglob("*.png")).unlink()


def joined(spec: Path) -> None:
    (spec.parent.parent / "output/2024-part/note.txt").write_text("mine", "utf-8")


def record_cut(spec: Path) -> None:
    for record in (spec.parent.parent / "output/.cache/again").iterdir():
        record.write_text(record.read_text("utf-8")[:-9], "utf-8")


def test_all_is_said_again_and_nothing_is_written(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(*BUILD)
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    assert repeated(BUILD) == code == 0
    said = capsys.readouterr()
    assert said.out == out
    assert said.err.splitlines() == ["Nothing has changed since the last build."]
    assert err.startswith("Reading and laying out")
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before


def test_a_file_that_was_only_touched_has_not_changed(root: Path) -> None:
    run(*BUILD)
    os.utime(root / "packs/2024.yaml", ns=(1, 1))
    assert repeated(BUILD) == 0


@pytest.mark.parametrize(
    "change",
    [edited, of_the_same_length_and_time, with_a_translation, gone, damaged, lost, joined, record_cut],
)
def test_what_has_changed_is_done(
    root: Path, capsys: pytest.CaptureFixture[str], change: Callable[[Path], None]
) -> None:
    run(*BUILD)
    change(root / "packs/2024.yaml")
    assert repeated(BUILD) is None
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("record", ["[]", "null", "{}", "[" * 100_000, '{"libraries": 0}', None])
def test_a_record_that_holds_anything_else_is_only_a_miss(root: Path, record: str | None) -> None:
    run(*BUILD)
    (file,) = (root / "output/.cache/again").iterdir()
    file.write_text(
        record or json.dumps({**json.loads(file.read_text("utf-8")), "read": [[], [], 0]}), "utf-8"
    )
    assert repeated(BUILD) is None


def test_another_command_place_library_or_moment_is_another_run(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(*BUILD)
    assert repeated(("2024", "--only", "email")) is None
    with chdir(root / "packs"):
        assert repeated(BUILD) is None
    for name, value in (("SOURCE_DATE_EPOCH", "1700000000"), ("NO_COLOR", "1"), ("TERM", "dumb")):
        with monkeypatch.context() as patch:
            patch.setenv(name, value)
            assert repeated(BUILD) is None
    with monkeypatch.context() as patch:
        patch.setattr("sys.stdout.isatty", lambda: True)
        assert repeated(BUILD) is None
    with monkeypatch.context() as patch:
        patch.setattr(fingerprint, "libraries", lambda: ["another"])
        assert repeated(BUILD) is None
    with monkeypatch.context() as patch:  # the same version of the program, which lies elsewhere
        patch.setattr("builder.__file__", str(root / "elsewhere/builder/__init__.py"))
        assert repeated(BUILD) is None
    assert repeated(BUILD) == 0


@pytest.mark.parametrize("changed", ["program/build.py", "own_kind.py"])
def test_a_program_that_changed_or_what_brings_kinds_does_all_anew(
    root: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, changed: str
) -> None:
    installed = tmp_path_factory.mktemp("installed")
    (installed / "program").mkdir()
    for name in ("program/build.py", "own_kind.py"):
        (installed / name).write_text("old", "utf-8")
    monkeypatch.setattr("builder.__file__", str(installed / "program/__init__.py"))
    monkeypatch.setattr("builder.output.key.brought", lambda: iter([("own", installed / "own_kind.py")]))
    run(*BUILD)
    assert repeated(BUILD) == 0
    (installed / changed).write_text("new", "utf-8")
    monkeypatch.setattr("builder.digests._PROGRAM", [])
    assert repeated(BUILD) is None
    assert not trusted_program()


@pytest.mark.parametrize(("program", "trusted"), [({}, True), ({"key": "0"}, False), ({"key": 0}, False)])
def test_a_run_that_is_done_anew_takes_the_program_to_be_what_the_last_found(
    root: Path, monkeypatch: pytest.MonkeyPatch, program: dict[str, object], trusted: bool
) -> None:
    run(*BUILD)
    edited(root / "packs/2024.yaml")
    (file,) = (root / "output/.cache/again").iterdir()
    file.write_text(json.dumps({**json.loads(file.read_text("utf-8")), **program}), "utf-8")
    monkeypatch.setattr("builder.digests._PROGRAM", [])
    assert repeated(BUILD) is None
    assert trusted_program() == (key.program() if trusted else "")


def test_faults_are_told_again_with_their_code(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("check", "2024")
    (root / "packs/2024.yaml").write_text(SPEC.replace("end: 2024-02-11", "end: 2024-02-01"), "utf-8")
    code, _, err = run("check", "2024")
    assert repeated(("check", "2024")) == code == 1
    assert capsys.readouterr().err == err


def test_what_cannot_be_read_is_tried_again(root: Path) -> None:
    run("check", "2024")
    (root / "brand").unlink()
    assert CliRunner().invoke(packbuild, ["check", "2024"], prog_name="packbuild").exit_code == 3
    assert repeated(("check", "2024")) is None


def test_a_spec_that_lies_anywhere_is_read_each_time(root: Path) -> None:
    run("check", "packs/2024.yaml")
    assert repeated(("check", "packs/2024.yaml")) is None


@pytest.mark.parametrize("given", [("--root", "."), ("--root=.",)])
def test_the_folder_may_be_named(root: Path, given: tuple[str, ...]) -> None:
    run("check", "2024", *given)
    assert repeated(("check", "2024", *given)) == 0


def test_a_link_in_a_circle_is_one_entry(tmp_path: Path) -> None:
    (tmp_path / "art").mkdir()
    (tmp_path / "art/round").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "art/pipe").symlink_to("nowhere")
    read = fingerprint.read_files([str(tmp_path)])
    assert sorted(Path(path).name for path in read) == ["pipe", "round"]
    assert fingerprint.unchanged(read, [str(tmp_path)], fingerprint.moment())


def test_libraries_are_known_by_what_names_them_and_python_by_its_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("pen-1.0.dist-info", "ink.pth", "notes.txt"):
        (tmp_path / name).touch()
    monkeypatch.setattr("sys.path", [str(tmp_path), "nowhere"])
    monkeypatch.setattr("sys.version", "3.99")
    assert fingerprint.libraries() == ["3.99", "ink.pth", "pen-1.0.dist-info"]


def test_what_python_compiles_is_not_read_and_a_link_to_nowhere_is(tmp_path: Path) -> None:
    (tmp_path / "program/__pycache__").mkdir(parents=True)
    for name in ("program/a.py", "program/__pycache__/a.pyc"):
        (tmp_path / name).touch()
    (tmp_path / "pack.zip").symlink_to("nowhere")
    read = fingerprint.read_files([str(tmp_path / name) for name in ("program", "pack.zip", "gone")])
    assert [Path(path).name for path in read] == ["a.py", "pack.zip"]


@pytest.mark.parametrize(("later", "known"), [(0, False), (10, True)])
def test_the_time_of_a_file_is_trusted_when_it_was_old_as_it_was_read(
    tmp_path: Path, later: int, known: bool
) -> None:
    """Who writes twice within the grain of the system's times leaves the same ones."""
    (tmp_path / "spec.yaml").write_text("tea", "utf-8")
    os.utime(tmp_path / "spec.yaml", ns=(1, 1))
    read, made = (look([str(tmp_path)]) for look in (fingerprint.read_files, fingerprint.made_files))
    other = {path: (stat, "another digest") for path, (stat, _) in read.items()}
    since = fingerprint.moment() + later * 10**9
    assert fingerprint.unchanged(other, [str(tmp_path)], since) is known
    assert fingerprint.unchanged(read, [str(tmp_path)], since)
    assert fingerprint.unchanged(made, [str(tmp_path)], since)


def test_what_was_written_just_before_a_run_is_known_by_its_bytes(root: Path) -> None:
    (root / "packs/2024.yaml").write_text(SPEC, "utf-8")
    run(*BUILD)
    (record,) = (root / "output/.cache/again").iterdir()
    known = json.loads(record.read_text("utf-8"))
    known["read"][0][str(root / "packs/2024.yaml")][1] = "another digest"
    record.write_text(json.dumps(known), "utf-8")
    assert repeated(BUILD) is None


def test_it_is_said_before_anything_heavy_is_loaded(root: Path) -> None:
    code = "import json, sys; sys.argv[1:] = {}; from builder.cli import main\ntry: main()\nfinally: {}"
    tell = "print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    call = [sys.executable, "-c", code.format(["check", "2024", "-q"], tell)]
    for _ in range(
        2
    ):  # by the same process both times: where Python looks for libraries is of the fingerprint
        done = subprocess.run(call, cwd=root, capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in json.loads(done.stderr.splitlines()[-1])}
    assert not loaded & {"click", "yaml", "PIL", "pydantic", "numpy"}


def test_python_ends_without_a_look_through_all_that_a_run_left(root: Path) -> None:
    code = (
        "import atexit, gc, sys; sys.argv[1:] = {}; atexit.register(lambda: print(gc.get_freeze_count())); "
    )
    call = [
        sys.executable,
        "-c",
        f"{code.format(['check', '2024', '-q'])}from builder.cli import main; main()",
    ]
    done = subprocess.run(call, cwd=root, capture_output=True, text=True, check=True)
    assert int(done.stdout) > 10_000


def test_a_run_reads_only_what_changed_since_the_last(root: Path) -> None:
    run(*BUILD)
    (record,) = (root / "output/.cache/again").iterdir()
    known = json.loads(record.read_text("utf-8"))
    known["read"][0][str(root / "packs/2024.yaml")][1] = "as it was"
    known["read"][2] += 10 * 10**9  # all of it was old by then
    record.write_text(json.dumps({**known, "libraries": []}), "utf-8")
    assert repeated(BUILD) is None
    assert digest_of(str(root / "packs/2024.yaml")) == "as it was"
