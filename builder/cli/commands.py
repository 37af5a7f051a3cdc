"""The commands, their options and what they say."""

from __future__ import annotations

import datetime as dt
import gc
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from builder import __version__
from builder.cli.again import Memory, remembered
from builder.cli.folders import Folders, likely
from builder.cli.fonts import fonts
from builder.cli.init import init
from builder.cli.options import FILE, FOLDER, options
from builder.cli.root import nearest_root
from builder.cli.terminal import Terminal, by_kind, files_text, size_text, table

if TYPE_CHECKING:
    from builder.pipeline.publishing import Built
    from builder.pipeline.request import Request

_NOTHING = "Nothing was built."
_LISTS = ("kinds", "designs", "slots", "roles", "sizes", "phrases")


class Commands(click.Group):
    """The commands; what starts with a year or a file means `build`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `build` in front of arguments that name no command."""
        ctx.obj = tuple(args)
        if args and args[0] not in {*self.commands, "--help", "-h", "--version"}:
            if re.fullmatch(r"[a-z]+", args[0]):
                raise click.UsageError(
                    f"there is no command `{args[0]}`{likely(args[0], tuple(self.commands))}", ctx
                )
            args = ["build", *args]
        return super().parse_args(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=True)
@click.version_option(__version__)
def packbuild() -> None:
    """Turn one YAML file a year into the comms pack of an awareness campaign.

    `packbuild init` begins a campaign, in an empty folder.

    `packbuild 2022` reads packs/2022.yaml and brand/, and makes the pack in
    output/: a zip, and the same files beside it.

    It ends with 0 if all went well, 1 if the spec, the brand or a table of sizes
    has faults, 2 if it was called wrongly, 3 if a file could not be read or written.
    """


@packbuild.command()
@click.argument("year")
@options("only", "size", "language", "root", "strict", "format", "quiet", "jobs")
def build(year: str, **asked: Any) -> None:
    """Build the pack of YEAR (the default command)."""
    terminal, request = _asked(year, asked)
    with _remembered(terminal, request.root, year) as memory, terminal.exits(_NOTHING):
        from builder.pipeline.build import build as run  # noqa: PLC0415  not for `--help`

        built = run(request, terminal.stage, terminal.progress)
        if memory:
            memory.made = tuple(str(path) for path in (built.tree, built.archive) if path and built.assets)
            memory.note = "" if asked["quiet"] else "Nothing has changed since the last build."
        terminal.problems(built.problems)
        _tell(built, Folders(request.root), terminal)


def _tell(built: Built, folders: Folders, terminal: Terminal) -> None:
    """Say what was made, and where to look."""
    if not built.assets:
        terminal.tell("There is nothing to make.")
        return
    if terminal.quiet:
        terminal.result(folders.shown(built.archive or built.tree))
        return
    for line in by_kind(built.assets):
        terminal.result(line)
    if built.archive is None:
        tree = folders.shown(built.tree)
        terminal.result(f"Made a part of the pack in {tree}; the whole pack is as it was.")
        return
    terminal.result(f"Made {folders.shown(built.archive)}, {size_text(built.archive_bytes)}")
    for asset in built.assets:
        if asset.plan.front:
            terminal.result(f"Look at {folders.shown(built.tree / asset.plan.path)} first.")


@packbuild.command()
@click.argument("year", metavar="[YEAR|FILE]", required=False)
@click.option("--output", "made", is_flag=True, help="Check what was made: the files in output/YEAR.")
@options("language", "root", "strict", "format", "quiet")
def check(year: str | None, made: bool, **asked: Any) -> None:
    """Find everything that is wrong with a spec and the brand, and make nothing.

    Without YEAR or FILE all years are checked. With --output what was made is
    checked instead: tags, titles, alternative texts, contrast, sizes, limits.
    """
    folders, terminal = _folders(asked), Terminal(asked["format"], asked["quiet"])
    if made:
        if asked["languages"]:
            raise click.UsageError("--output checks the files of all languages together.")
        with terminal.exits(_NOTHING):
            from builder.cli.audit import check_made  # noqa: PLC0415  not for `--help`

            check_made(year, folders, terminal, strict=asked["strict"])
        return
    if not year and not folders.years:
        raise click.UsageError(f"there is no spec in {folders.shown(folders.packs)} to check{folders.begins}")
    requests = [_asked(each, asked)[1] for each in ((year,) if year else folders.years)]
    with _remembered(terminal, folders.root, *([year] if year else [])), terminal.exits(_NOTHING):
        from builder.cli.reading import reading_lines  # noqa: PLC0415  not for `--help`
        from builder.pipeline.build import check_all  # noqa: PLC0415  as above

        planned = check_all(requests)
        terminal.problems([problem for each in planned for problem in each.problems])
        for request, each in zip(requests, planned, strict=True):
            terminal.tell(f"{folders.shown(request.spec)} is ready to build: {files_text(len(each.plans))}.")
            for line in reading_lines(each.editions):
                terminal.tell(line)


@packbuild.command()
@click.argument("year", type=click.IntRange(1900, 2999))
@click.option(
    "--from", "old", type=click.IntRange(1900, 2999), help="The year to start from. [default: the latest]"
)
@options("root")
def new(year: int, old: int | None, **asked: Any) -> None:
    """Start the spec of YEAR from another year's: dates and hashtags move on, the rest is yours."""
    folders = _folders(asked)
    if not folders.years:
        raise click.UsageError(
            f"there is no spec in {folders.shown(folders.packs)} to start from{folders.begins}"
        )
    source = folders.spec(str(old or folders.years[-1]))
    terminal = Terminal()
    with terminal.exits("Nothing was written."):
        from builder.pipeline.newyear import written  # noqa: PLC0415  not for `--help`

        for path, look in written(source, int(source.stem), year):
            terminal.result(f"Wrote {folders.shown(path)}")
            for number, line in look:
                terminal.tell(f"  {folders.shown(path)}:{number}: still speaks of {source.stem}: {line}")


@packbuild.command()
@click.argument("year")
@click.option("--to", "language", help="The language, by its code: `pl`, `pt-BR`.")
@click.option("--xliff", is_flag=True, help="Write YEAR.LANGUAGE.xlf too, for a translator's program.")
@click.option("--from", "file", type=FILE, help="Take the texts of a translated XLIFF file.")
@options("root", "format", "quiet")
def translate(year: str, language: str | None, xliff: bool, file: Path | None, **asked: Any) -> None:
    """Write the translation of YEAR to fill in: packs/YEAR.LANGUAGE.yaml.

    What it says already stays; what it lacks is added, empty, under the words to translate. What is
    missing, or was translated from other words than the spec has today, is told.
    """
    if not (language or file):
        raise click.UsageError("say into which language: `--to pl`, or `--from FILE.xlf`.")
    folders, terminal = _folders(asked), Terminal(asked["format"], asked["quiet"])
    spec = folders.spec(year)
    with terminal.exits("Nothing was written."):
        from builder.cli.translating import translate_into  # noqa: PLC0415  not for `--help`

        translate_into(language, spec, folders, terminal, file, xliff=xliff)


@packbuild.command()
@click.argument("year")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day of it. [default: today]")
@options("root", "strict", "format", "quiet")
def release(year: str, day: dt.datetime | None, **asked: Any) -> None:
    """Write down what the calendars of YEAR say, as the pack is sent: packs/YEAR.calendar.json.

    The next edition's calendars update those that people have: what has changed since
    gets a higher number, what was taken out is cancelled. Keep the file with the spec.
    """
    terminal, request = _asked(year, {**asked, "languages": ()})
    with terminal.exits("Nothing was written."):
        from builder.pipeline.release import release as run  # noqa: PLC0415  not for `--help`

        done = run(request, day.date() if day else dt.datetime.now(dt.UTC).date())
        terminal.problems(done.problems)
        said = ", ".join(
            f"{done.news[each]} {each}" for each in ("new", "changed", "cancelled") if done.news[each]
        )
        path = Folders(request.root).shown(done.path)
        if said:
            terminal.result(f"Wrote {path}: {said}. Build the pack now, and send it.")
        else:
            terminal.result(f"The calendars say what they said on {done.day}: {path} is as it was.")


@packbuild.command()
@click.argument("folder", type=FOLDER, required=False)
@click.option("--brand", "named", type=FOLDER, help="The same as FOLDER.")
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the sheet goes. [default: output/]",
)
@options("root", "strict", "format", "quiet", "jobs")
def brand(folder: Path | None, named: Path | None, output: Path | None, **asked: Any) -> None:
    """Check the brand in FOLDER alone, and show it on a sheet: colours, type, logos, art and every design.

    Without FOLDER it is that of brand/, or of the folder where a _brand.yml is. No spec
    is asked for. The sheet is output/brand/brand-sheet.pdf, and the same as a page.
    """
    folders, terminal = _folders(asked), Terminal(asked["format"], asked["quiet"])
    if folder and named:
        raise click.UsageError(f"FOLDER and --brand are the same: leave out {folder} or {named}.")
    folder = folder or named
    if not (folder or folders.own_brand.is_dir()):
        raise click.UsageError(f"there is no {folders.shown(folders.own_brand)} to show{folders.begins}")
    own = not (folder or output) and folders.brand.is_dir()
    with _remembered(terminal, folders.root) if own else nullcontext() as memory, terminal.exits(_NOTHING):
        from builder.pipeline.brandsheet import SheetRequest, show_brand  # noqa: PLC0415  not for `--help`

        there = (folder or folders.own_brand).absolute()
        request = SheetRequest(
            brand=there,
            shown_as=folders.shown(there),
            output=(output or folders.output).absolute(),
            strict=asked["strict"],
            jobs=asked["jobs"] or 0,
        )
        files, problems = show_brand(request, terminal.stage, terminal.progress)
        if memory:
            memory.made = (str(request.tree),)
        terminal.problems(problems)
        for file in files:
            terminal.result(f"Made {folders.shown(file)}")


@packbuild.command()
@click.argument("year")
@options("only", "size", "language", "root", "jobs")
def preview(year: str, **asked: Any) -> None:
    """Show the pack of YEAR while it is written, in a browser on this machine.

    A save in packs/ or brand/ is seen at once. It ends with Ctrl-C.
    """
    terminal, request = _asked(year, asked)
    with terminal.exits("The preview has ended."):
        from builder.preview.run import preview as run  # noqa: PLC0415  not for `--help`

        run(request, terminal.result)


@packbuild.command()
@click.argument("year")
@options("only", "size", "language", "root", "strict", "jobs")
def watch(year: str, **asked: Any) -> None:
    """Keep output/YEAR-watch up to date while the pack of YEAR is written.

    Each save in packs/ or brand/ is built, and what was drawn anew is told. It ends
    with Ctrl-C.
    """
    terminal, request = _asked(year, asked)
    with terminal.exits("The folder is as the last good save made it."):
        from builder.cli.outcome import tell  # noqa: PLC0415  not for `--help`
        from builder.preview.watch import watch as run  # noqa: PLC0415  as above

        run(request, partial(tell, terminal, Folders(request.root)))


@packbuild.command()
@click.argument("card")
@click.option("--year", help="The year of the spec. [default: the latest]")
@click.option("-o", "--output", "file", type=click.Path(dir_okay=False, path_type=Path), help="The file.")
@options("size", "language", "root")
def show(card: str, year: str | None, file: Path | None, **asked: Any) -> None:
    """Draw CARD, or the first card of that design, and say where it is.

    `packbuild show message --size story` draws it in one size, whether the spec
    asks for it or not.
    """
    folders = _folders(asked)
    if not (year or folders.years):
        raise click.UsageError(f"there is no spec in {folders.shown(folders.packs)}{folders.begins}")
    terminal, request = _asked(year or folders.years[-1], asked)
    with terminal.exits("Nothing was drawn."):
        from builder.cli.outcome import write_all  # noqa: PLC0415  not for `--help`
        from builder.pipeline.show import show as run  # noqa: PLC0415  as above

        assets, problems, others = run(request, card)
        terminal.problems(problems)
        for path in write_all(assets, file, folders.output / "show"):
            terminal.result(f"Drew {folders.shown(path)}")
        if others:
            terminal.tell(f"There are more of them: {', '.join(others)}.")


@packbuild.command("list")
@click.argument("what", type=click.Choice(_LISTS), required=False)
@options("root")
def list_(what: str | None, **asked: Any) -> None:
    """List what there is: kinds of files, designs, their slots, roles of colours, sizes, phrases."""
    terminal, folders = Terminal(), _folders(asked)
    brand = folders.own_brand
    with terminal.exits("Nothing was listed."):
        from builder.cli import listing  # noqa: PLC0415  not for `--help`

        lacking = () if brand.is_dir() else ("designs", "roles")
        if what in lacking:
            raise click.UsageError(
                f"there is no {folders.shown(brand)} whose {what} could be listed{folders.begins}"
            )
        parts: dict[str, Callable[[], listing.Listing]] = {
            "kinds": listing.kinds,
            "designs": lambda: listing.designs(brand),
            "slots": listing.slots,
            "roles": lambda: listing.roles(brand),
            "sizes": lambda: listing.sizes(brand),
            "phrases": listing.phrases,
        }
        for name in [what] if what else [part for part in [*parts][:-1] if part not in lacking]:
            if not what:
                terminal.result(f"{name.upper()}")
            for line in table(parts[name]()):
                terminal.result(f"  {line}" if not what else line)


@packbuild.command()
def schema() -> None:
    """Print the JSON Schema of a spec, for editors."""
    from builder.spec.schema import schema as schema_text  # noqa: PLC0415  not for `--help`

    terminal = Terminal()
    with terminal.exits("Nothing was printed."):
        terminal.result(schema_text().rstrip("\n"))


@packbuild.command()
@click.argument("page", required=False)
def docs(page: str | None) -> None:
    """List the pages of the documentation, or print PAGE."""
    from builder.cli import pages  # noqa: PLC0415  not for `--help`

    terminal = Terminal()
    if page:
        terminal.result(pages.text(page).rstrip("\n"))
        return
    for line in table(pages.titles()):
        terminal.result(line)


packbuild.add_command(init)
packbuild.add_command(fonts)


@contextmanager
def _remembered(terminal: Terminal, root: Path, *asked: str) -> Iterator[Memory | None]:
    """Remember the run, unless it reads what lies anywhere or cannot be read."""
    elsewhere = any(Folders.is_file(each) for each in asked)
    arguments = click.get_current_context().find_root().obj
    gc.disable()  # what is loaded, read and planned stays: nobody need look through it (see `Workers`)
    try:
        with nullcontext() if elsewhere else remembered(terminal, str(root), arguments) as memory:
            yield memory
    finally:
        gc.enable()


def _folders(asked: dict[str, Any]) -> Folders:
    return Folders((asked["root"] or Path(nearest_root())).absolute())


def _asked(year: str, asked: dict[str, Any]) -> tuple[Terminal, Request]:
    terminal = Terminal(asked.get("format", "text"), asked.get("quiet", False))
    with terminal.exits(_NOTHING):  # the tables are read as they are imported
        return terminal, _request(year, asked)


def _request(year: str, asked: dict[str, Any]) -> Request:
    from builder.pipeline.request import Request  # noqa: PLC0415  not for `--help`

    folders = _folders(asked)
    for size in asked.get("sizes", ()):
        if size not in (known := _size_names(folders)):
            raise click.BadParameter(f"there is no size `{size}`{likely(size, known)}", param_hint="--size")
    spec = folders.spec(year)
    return Request(
        spec=spec,
        brand=folders.brand,
        output=folders.output,
        root=folders.root,
        only=asked.get("only", ()),
        sizes=asked.get("sizes", ()),
        languages=asked["languages"],
        strict=asked.get("strict", False),
        jobs=asked.get("jobs") or 0,
    )


def _size_names(folders: Folders) -> tuple[str, ...]:
    from builder.brand.own import read_sizes  # noqa: PLC0415  not for `--help`
    from builder.platforms.sizes import size_names  # noqa: PLC0415  as above

    return size_names(read_sizes(folders.brand, folders.shown(folders.brand)))
