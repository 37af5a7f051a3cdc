"""The command as people call it: what it prints, where, and the code it ends with."""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from contextlib import chdir
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner
from sample_brand import known_to

from builder.cli.commands import packbuild as command
from builder.kinds import KINDS
from builder.output import swap
from builder.platforms.sizes import SIZES

HERE = Path(__file__).parent
SPEC = """\
campaign:
  name: Quiet Week
  short_name: QW
  organiser: The Quiet Trust
  website: https://example.org
  contact: quiet@example.org
  about: A week to listen.
theme: {title: Listen, hashtag: "#ListenFirst", why: Because it helps.}
dates: {start: 2024-02-05, end: 2024-02-11}
languages: [en-GB]
messages:
  - {id: stop, headline: Stop and listen}
posts:
  - {id: start, when: 2024-02-05, card: message/stop, text: {default: "Listen. #ListenFirst"}}
events:
  - {title: Tea, start: 2024-02-06T15:00, end: 2024-02-06T16:00, timezone: Europe/London, place: Hall}
cards:
  - {design: message, for: messages, sizes: [link, instagram-square]}
"""
WELSH = """\
campaign: {name: Wythnos Dawel, about: Wythnos i wrando.}
theme: {title: Gwrandewch, why: Mae'n helpu.}
messages:
  - {id: stop, headline: Arhoswch a gwrando}
posts:
  - {id: start, text: {default: "Gwrandewch. #ListenFirst"}}
events:
  - {title: Te, place: Neuadd}
"""


OTHERS = packages_distributions().keys() - {"builder"}  # what others' packages bring


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A campaign that was never built."""
    return campaign(tmp_path)


@pytest.fixture
def root(fresh: Path) -> Path:
    """A campaign whose brand is known."""
    known_to(fresh / "output")
    return fresh


def campaign(folder: Path) -> Path:
    """A folder with a spec and the sample brand."""
    (folder / "packs").mkdir()
    (folder / "packs" / "2024.yaml").write_text(SPEC, "utf-8")
    (folder / "brand").symlink_to(HERE.parent / "brand", target_is_directory=True)
    return folder


class Ended(NamedTuple):
    """How the command ended, and what it printed."""

    returncode: int
    stdout: str
    stderr: str


def packbuild(root: Path, *arguments: str, **environment: str) -> Ended:
    """The command in a folder."""
    with chdir(root):
        done = CliRunner().invoke(command, arguments, env=environment, prog_name="packbuild")
    return Ended(done.exit_code, done.stdout, done.stderr)


COMMAND = (sys.executable, "-c", "from builder.cli import main; main()")


def started(root: Path, *arguments: str, **environment: str) -> Ended:
    """The command in a folder, as a process of its own."""
    done = subprocess.run(
        [*COMMAND, *arguments],
        cwd=root,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


def tree_of(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and ".cache" not in path.parts and path.suffix != ".sha256"
    }


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ended]:
    """A campaign whose pack was built, and what was said then."""
    root = campaign(tmp_path_factory.mktemp("published"))
    first = started(root, "2024", TZ="Asia/Tokyo", PYTHONHASHSEED="1", LC_ALL="C")
    assert first.returncode == 0, first.stderr
    return root, first


@pytest.fixture
def warm(fresh: Path, published: tuple[Path, Ended]) -> Path:
    """A campaign with the cache of its first build, for what is told of it."""
    shutil.copytree(published[0] / "output/.cache", fresh / "output/.cache")
    return fresh


def test_a_pack_is_published_with_its_manifest(published: tuple[Path, Ended]) -> None:
    root, first = published
    assert "output/qw-2024-comms-pack.zip" in first.stdout
    assert "output/2024/start-here.html" in first.stdout
    files = tree_of(root / "output")
    manifest = json.loads((root / "output/2024/manifest.json").read_text("utf-8"))
    listed = {f"2024/{file['path']}": file["sha256"] for file in manifest["files"]}
    assert {**listed, "2024/manifest.json": files["2024/manifest.json"]} == {
        path: digest for path, digest in files.items() if path.startswith("2024/")
    }
    counted = f"packs/2024.yaml is ready to build: {len(listed)} files."  # the manifest lists all but itself
    assert counted in packbuild(root, "check", "2024").stderr
    assert f"Making {len(listed)} files" in first.stderr
    with zipfile.ZipFile(root / "output/qw-2024-comms-pack.zip") as archive:
        assert archive.namelist()[0] == "start-here.html"
        assert {f"2024/{name}" for name in archive.namelist()} == {
            path for path in files if path.startswith("2024/")
        }


def test_a_pack_is_made_again_byte_for_byte(published: tuple[Path, Ended], fresh: Path) -> None:
    """In another folder, time zone, locale and order of work, from an empty cache."""
    again = started(fresh, "2024", "--jobs", "1", TZ="America/Lima", PYTHONHASHSEED="2", LC_ALL="C.UTF-8")
    assert again.returncode == 0, again.stderr
    assert tree_of(fresh / "output") == tree_of(published[0] / "output")


def test_what_is_in_the_way_is_told_before_anything_is_made(fresh: Path) -> None:
    (fresh / "output").mkdir()
    (fresh / "output" / "2024").write_text("mine", encoding="utf-8")
    result = packbuild(fresh, "2024")
    assert (result.returncode, result.stdout) == (3, "")
    assert "2024: this is a file, where a folder is to be; move it away" in result.stderr
    assert [path.name for path in (fresh / "output").iterdir()] == ["2024"]


def test_a_user_s_own_file_is_kept_and_named(warm: Path) -> None:
    packbuild(warm, "2024")
    (warm / "output" / "2024" / "mine.txt").write_text("mine", encoding="utf-8")
    (warm / "output" / "2024" / ".DS_Store").write_text("a system's", encoding="utf-8")
    said = packbuild(warm, "2024").stderr
    assert "Kept output/2024/mine.txt, which is not of the pack and not in its zip." in said
    assert ".DS_Store" not in said
    (archive,) = (warm / "output").glob("*.zip")
    assert "mine.txt" not in zipfile.ZipFile(archive).namelist()
    made_from = json.loads((warm / "output" / "2024" / "manifest.json").read_text("utf-8"))["made_from"]
    digest = hashlib.sha256((warm / "packs" / "2024.yaml").read_bytes()).hexdigest()
    assert (made_from["packs/2024.yaml"], made_from.keys()) == (digest, {"packs/2024.yaml", "brand/"})
    (warm / "output" / "2024" / "mine.txt").unlink()


def test_a_look_at_what_was_made_finishes_what_a_killed_run_began(warm: Path) -> None:
    packbuild(warm, "2024")
    tree, ready = warm / "output" / "2024", warm / "output" / ".2024.ready"
    ready.mkdir()
    tree.rename(ready / "tree")
    (ready / "tree" / swap.MARK).touch()
    result = packbuild(warm, "check", "--output", "2024")
    assert "A run was ended while it put output/2024 in its place. It is there now." in result.stderr
    assert (tree / "manifest.json").exists()
    assert not ready.exists()


EARLY = """\
import os, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from builder.cli import again, main
again.repeated = lambda _: os.kill(os.getpid(), signal.SIGINT)
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are of POSIX")
def test_ctrl_c_while_all_is_only_imported_ends_it_without_a_word() -> None:
    """Shells say 130 of a program that ended by it."""
    ended = subprocess.run([sys.executable, "-c", EARLY], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (-signal.SIGINT, "", "")


def test_a_part_leaves_the_whole_pack_alone(warm: Path) -> None:
    result = packbuild(warm, "2024", "--only", "social", "--size", "link", "--quiet")
    assert (result.returncode, result.stdout, result.stderr) == (0, "output/2024-part\n", "")
    (name,) = tree_of(warm / "output")
    assert name == "2024-part/social/link/qw-2024_message-stop_link_1200x630_en.png"


def test_faults_are_shown_on_standard_error_and_nothing_is_written(fresh: Path) -> None:
    spec = fresh / "packs" / "2024.yaml"
    spec.write_text(spec.read_text("utf-8").replace("end: 2024-02-11", "end: 2024-02-01"), "utf-8")
    result = packbuild(fresh, "2024")
    assert (result.returncode, result.stdout) == (1, "")
    assert "packs/2024.yaml:9:33: error: dates.end is before dates.start" in result.stderr
    assert result.stderr.rstrip().endswith("Nothing was built.")
    assert not (fresh / "output").exists()


def test_faults_for_machines_are_results(root: Path) -> None:
    spec = root / "packs" / "2024.yaml"
    spec.write_text(spec.read_text("utf-8").replace("organiser", "orgniser"), "utf-8")
    result = packbuild(root, "check", "2024", "--format", "json")
    assert result.returncode == 1
    assert [(problem["line"], problem["severity"]) for problem in json.loads(result.stdout)] == [(4, "error")]


def test_strict_turns_warnings_into_errors(warm: Path) -> None:
    spec = warm / "packs" / "2024.yaml"
    spec.write_text(spec.read_text("utf-8").replace('"Listen. #', '"' + "Listen. " * 40 + "#"), "utf-8")
    lax, strict = packbuild(warm, "check"), packbuild(warm, "check", "--strict")
    assert (lax.returncode, strict.returncode) == (0, 1)
    assert "warning: post `start` is too long for X: 332 of 280 characters" in lax.stderr
    assert "error: post `start` is too long for X" in strict.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("2042",), 2, "Did you mean `2024`?"),
        (("chekc", "2024"), 2, "Did you mean `check`?"),
        (("2024", "--size", "storry"), 2, "Did you mean `story`?"),
        (("2024", "--only", "socials"), 2, "social"),
        (("2024", "--language", "en", "--language", "xx"), 2, "the pack has no language `xx`; it has en-GB"),
        (("check", "nowhere/2024.yaml"), 3, "nowhere/2024.yaml"),
        (("check", "2025"), 3, "error: packs/2025.yaml: this is a folder, not a file"),
        (("new", "2024", "--from", "2024"), 3, "exists already"),
    ],
)
def test_a_wrong_call_says_what_was_meant(
    root: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    (root / "packs" / "2025.yaml").mkdir()
    result = packbuild(root, *arguments)
    assert result.returncode == code, result.stderr
    assert words in result.stderr
    assert "Traceback" not in result.stderr


def test_a_spec_that_is_a_link_in_a_circle_says_so(root: Path) -> None:
    (root / "packs" / "2026.yaml").symlink_to("2026.yaml")
    result = packbuild(root, "2026", "--quiet")
    assert (result.returncode, result.stderr) == (
        3,
        "error: packs/2026.yaml: this is a link that leads in a circle\n",
    )


def test_a_pipe_that_nobody_reads_any_more_stops_nothing(root: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "2024", "--only", "email"],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        running.stderr.close()
    assert running.returncode == 0
    assert len(tree_of(root / "output")) == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_results_that_cannot_be_printed_are_trouble_with_a_file(root: Path) -> None:
    with Path("/dev/full").open("w") as full:
        listed = subprocess.run(
            [*COMMAND, "list"],
            cwd=root,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (listed.returncode, listed.stderr) == (3, "error: standard output: No space left on device\n")


def test_nothing_to_make_is_said_and_leaves_everything_alone(fresh: Path) -> None:
    result = packbuild(fresh, "2024", "--only", "posters", "--size", "story")
    assert (result.returncode, result.stdout) == (0, "")
    assert "There is nothing to make" in result.stderr
    assert not (fresh / "output").exists()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (
            "--only posters --only social --size link",
            ("`--only posters` gives no file together with `--size link`",
             "leave out `--size`, which no file of `--only posters` has"),
        ),
        (
            "--only email --size link --size email-signature",
            ("`--size link` gives no file together with `--only email`",
             "with `--size link` goes `--only` `social`"),
        ),
        (
            "--only logos --only email --language cy",
            ("`--only logos` gives no file together with `--language cy`",
             "with `--only logos` goes `--language` `en-GB`"),
        ),
        (
            "--only accessibility --only email --language en",
            ("`--only accessibility` gives no file together with `--language en`",
             "leave out `--language`, which no file of `--only accessibility` has"),
        ),
        (
            "--only infographic --only email",
            ("the pack has no file of `--only infographic`",
             "it has `--only` `social`, `email`, `badges`, `backgrounds`, `posters`, `slides`, `copy`,"
             " `calendar`, `logos`, `guide`, `start` or `accessibility`"),
        ),
        (
            "--only posters --size link",
            ("`--only posters` gives no file together with `--size link`",
             "leave out `--size`, which no file of `--only posters` has"),
        ),
    ],
)  # fmt: skip
def test_what_is_asked_for_and_gives_nothing_is_told_once(
    root: Path, options: str, told: tuple[str, str]
) -> None:
    spec = root / "packs" / "2024.yaml"
    spec.write_text(spec.read_text("utf-8").replace("[en-GB]", "[en-GB, cy]"), "utf-8")
    (root / "packs" / "2024.cy.yaml").write_text(WELSH, "utf-8")
    result = packbuild(root, "2024", *options.split())
    lines = [line for line in result.stderr.splitlines() if "--only" in line]
    assert lines == [f"warning: {told[0]}", f"   hint: {told[1]}"]
    assert result.returncode == 0


@pytest.mark.parametrize("tag", ["en-GB", "EN-gb", "En"])
def test_a_language_is_known_in_large_and_small_letters(tag: str, root: Path) -> None:
    result = packbuild(root, "check", "2024", "--language", tag)
    assert (result.returncode, "is ready to build" in result.stderr) == (0, True), result.stderr


def test_languages_share_a_file_that_is_made_for_all(root: Path) -> None:
    result = packbuild(root, "2024", "--only", "start", "--only", "logos", "--language", "en", "--quiet")
    assert (result.returncode, result.stderr) == (0, "")


def test_a_wrong_date_of_the_build_is_told_before_anything_is_made(root: Path) -> None:
    result = packbuild(root, "2024", "--only", "posters", SOURCE_DATE_EPOCH="noon")
    assert (result.returncode, result.stdout) == (2, "")
    assert "SOURCE_DATE_EPOCH must be seconds since 1970, before 2108, not `noon`" in result.stderr


def test_a_folder_without_specs_has_nothing_to_check(root: Path) -> None:
    (root / "packs" / "2024.yaml").unlink()
    result = packbuild(root, "check")
    assert result.returncode == 2
    assert "there is no spec in packs to check; `packbuild docs fields-of-a-spec` tells" in result.stderr


def test_all_years_are_checked_at_once(warm: Path) -> None:
    for year in ("2025", "2026"):
        (warm / "packs" / f"{year}.yaml").write_text(SPEC.replace("organiser", "orgniser"), "utf-8")
    result = packbuild(warm, "check")
    assert result.returncode == 1
    assert [f"packs/{year}.yaml:4" in result.stderr for year in (2024, 2025, 2026)] == [False, True, True]


def test_a_folder_that_cannot_be_written(fresh: Path) -> None:
    (fresh / "output").write_text("in the way", "utf-8")
    result = packbuild(fresh, "2024", "--only", "calendar")
    assert (result.returncode, result.stdout) == (3, "")
    assert result.stderr.splitlines()[-1].startswith("error: ")


def test_what_was_made_is_checked(published: tuple[Path, Ended], fresh: Path) -> None:
    shutil.copytree(published[0] / "output", fresh / "output", ignore=shutil.ignore_patterns(".cache"))
    good = packbuild(fresh, "check", "--output")
    assert good.returncode == 0, good.stderr
    assert ["web", "missing-title", "2", "files", "none"] in [
        line.split() for line in good.stdout.splitlines()
    ]
    (fresh / "output/2024/accessibility.html").write_text("<h2>Swifts</h2>", "utf-8")
    bad = packbuild(fresh, "check", "--output", "2024", "--format", "json")
    assert bad.returncode == 1
    found = [(each["severity"], each["message"]) for each in json.loads(bad.stdout)]
    assert ("error", "output/2024/accessibility.html: it has no title (WCAG 2.4.2)") in found


def test_what_was_not_made_cannot_be_checked(root: Path) -> None:
    result = packbuild(root, "check", "--output", "2024")
    assert result.returncode == 2
    assert "there is no pack output/2024" in result.stderr


def test_next_year_starts_from_this_one_and_is_valid(warm: Path) -> None:
    result = packbuild(warm, "new", "2025", "--from", "2024")
    assert (result.returncode, result.stdout) == (0, "Wrote packs/2025.yaml\n")
    assert "start: 2025-02-03, end: 2025-02-09" in (warm / "packs/2025.yaml").read_text("utf-8")
    assert packbuild(warm, "check", "2025", "--strict").returncode == 0


def test_what_there_is(root: Path) -> None:
    kinds, sizes = packbuild(root, "list", "kinds").stdout, packbuild(root, "list", "sizes").stdout
    assert [line.split()[0] for line in kinds.splitlines()] == list(KINDS)
    assert [line.split()[0] for line in sizes.splitlines()] == [size.key for size in SIZES]
    assert "message" in packbuild(root, "list", "designs").stdout
    assert json.loads(packbuild(root, "schema").stdout)["type"] == "object"


HELP = """\
import contextlib, io, json, sys
sys.dont_write_bytecode = True
before, opened = set(sys.modules), []
sys.addaudithook(lambda event, given: event == "open" and opened.append(str(given[0])))
from builder.cli.commands import packbuild
with contextlib.redirect_stdout(io.StringIO()) as told:
    packbuild(["--help"], standalone_mode=False)
read = [path for path in opened if not path.endswith((".py", ".pyc"))]
print(json.dumps([told.getvalue(), read, sorted(sys.modules.keys() - before)]))
"""


def test_help_reads_nothing_and_loads_nothing_heavy(root: Path) -> None:
    """It is told at once: beside the command's own rooms it needs click and what is Python's."""
    done = subprocess.run([sys.executable, "-c", HELP], cwd=root, capture_output=True, text=True, check=True)
    told, read, modules = json.loads(done.stdout)
    assert "Turn one YAML file a year" in told
    assert read == []
    assert {name.partition(".")[0] for name in modules} & OTHERS == {"click", "msgspec", "typing_extensions"}
    rooms = {".".join(name.split(".")[:2]) for name in modules if name.startswith("builder.")}
    named = {"cli", "digests", "errors", "kinds", "pipeline", "record"}
    assert rooms == {f"builder.{name}" for name in named}
